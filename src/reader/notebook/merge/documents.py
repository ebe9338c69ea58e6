"""Making one notebook of two.

Documents are one by their ids, tags also by their names, articles also by their text. Where the state
that both come from is known, what only one of them has changed or taken away is changed or taken away; else
everything there is stays. Where both have changed an annotation it has the tags of both, and both notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.anchoring.documents import REANCHOR
from reader.notebook.anchoring.reanchor import Anchoring
from reader.notebook.combine import combine_documents, merge_tags_of_one_name
from reader.notebook.schema.documents import meta_document
from reader.notebook.validity import MERGED_TABLES, documents_by_id, invalid_documents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.notebook.schema.documents import Document, Tables
    from reader.notebook.validity import DocumentsById


def merge_tables(a: Tables, b: Tables) -> Tables:
    """Return the tables of one file made of two.

    Tables of other programs are kept; where both files have one of the same name, that of `a`.
    """
    documents = merge_documents(documents_by_id(a), documents_by_id(b))
    tables: Tables = {"meta": a.get("meta") or {"1": meta_document()}}
    for name in MERGED_TABLES:
        invalid = [*invalid_documents(a, name), *invalid_documents(b, name)]
        numbered = enumerate([*documents[name].values(), *invalid], 1)
        tables[name] = {str(number): document for number, document in numbered}
    return {**b, **a, "history": {}} | tables


def merge_documents(a: DocumentsById, b: DocumentsById, base: DocumentsById | None = None) -> DocumentsById:
    """Return the documents of both.

    :param base: the state that both come from, if it is known.
    """
    b = _with_articles_of(a, b)
    found: DocumentsById = {}
    for name in MERGED_TABLES:
        known = {} if base is None else base.get(name, {})
        ids = dict.fromkeys((*a[name], *b[name]))
        of_all = ((i, _one(name, a[name].get(i), b[name].get(i), known.get(i))) for i in ids)
        found[name] = {i: document for i, document in of_all if document is not None}
    for side in (a, b):
        _bring_back(found, side)
    return merge_tags_of_one_name(found)


def _one(table: str, a: Document | None, b: Document | None, base: Document | None) -> Document | None:
    """Give the document of two that were one, or of which one may be missing."""
    if b in (a, base):
        return a
    if a == base:
        return b
    if a is None or b is None:
        return a or b
    return combine_documents(table, a, b, base or {})


def _with_articles_of(a: DocumentsById, b: DocumentsById) -> DocumentsById:
    """Give the documents of `b`; articles that `a` has too have the ids and the texts they have there."""
    twins = _twins(a["articles"], b["articles"])
    b = {name: _renamed(table, twins) for name, table in b.items()}
    for article_id, article in b["articles"].items():
        known = a["articles"].get(article_id)
        if known is not None and known["text"] != article["text"]:
            b = _in_text(b, article_id, article["text"], known["text"])
    return b


def _twins(a: Mapping[str, Document], b: Mapping[str, Document]) -> dict[str, str]:
    """Give which articles of `b` are which of `a`: the same text, else a text of the same place."""
    free = {article_id: article for article_id, article in a.items() if article_id not in b}
    twins: dict[str, str] = {}
    for is_one in (_is_copy, _is_version):
        for article_id, article in b.items():
            if article_id not in a and article_id not in twins:
                twin = next((known for known, other in free.items() if is_one(other, article)), None)
                if twin is not None:
                    twins[article_id] = twin
                    del free[twin]
    return twins


def _is_copy(a: Document, b: Document) -> bool:
    same = all(a.get(key) == b.get(key) for key in ("text", "title", "source"))
    return same and not (a.get("url") and b.get("url") and a["url"] != b["url"])


def _is_version(a: Document, b: Document) -> bool:
    same_url = bool(a.get("url")) and a.get("url") == b.get("url")
    same_path = a.get("path") not in (None, "", "-") and a.get("path") == b.get("path")
    return (same_url or same_path) and Anchoring(a["text"], b["text"]).is_of_one_article


def _renamed(table: Mapping[str, Document], names: Mapping[str, str]) -> dict[str, Document]:
    """Give the documents with other names for articles and tags, their own and those they refer to."""
    if not names:
        return dict(table)
    return {names.get(i, i): _replaced(document, names) for i, document in table.items()}


def _replaced(value: Any, names: Mapping[str, str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _replaced(each, names, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, names, key) for each in value]
    return names.get(value, value) if key in ("id", "article", "tags") and isinstance(value, str) else value


def _in_text(documents: DocumentsById, article_id: str, old: str, new: str) -> DocumentsById:
    anchoring = Anchoring(old, new)
    reanchored = {
        table: {
            name: reanchor(document, article_id, anchoring) for name, document in documents[table].items()
        }
        for table, reanchor in REANCHOR.items()
    }
    articles = documents["articles"] | {article_id: documents["articles"][article_id] | {"text": new}}
    return documents | reanchored | {"articles": articles}


def _bring_back(found: DocumentsById, side: DocumentsById) -> None:
    """Keep tags and articles that one side has taken away and the other one still needs."""
    for annotation in found["annotations"].values():
        sides = (annotation, annotation.get("other"), annotation.get("origin"))
        articles = [each["article"] for each in sides if isinstance(each, dict) and "article" in each]
        for table, names in (("articles", articles), ("tags", annotation.get("tags", []))):
            for name in names:
                if name in side[table]:
                    found[table].setdefault(name, side[table][name])
