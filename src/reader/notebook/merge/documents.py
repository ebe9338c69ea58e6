"""The documents of two notebooks merged.

Documents with one id are the same, and so are tags of one name and articles of one text. Where the state that
both notebooks come from is known, what only one of them has changed or deleted is changed or deleted;
otherwise nothing is deleted. An annotation that both have changed has the tags of both and both notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.anchoring.documents import REANCHOR
from reader.notebook.anchoring.reanchor import Anchoring
from reader.notebook.combine import COMBINE, combine_equal_tags
from reader.notebook.schema.documents import meta_document
from reader.notebook.schema.shape import number_documents
from reader.notebook.validity import MERGED_TABLES, sort_documents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.notebook.schema.documents import Document, Tables
    from reader.notebook.validity import DocumentsById


def merge_tables(a: Tables, b: Tables) -> Tables:
    """Return the tables of one file made of two.

    Tables of other programs are kept; where both files have one of the same name, that of `a`.
    """
    (of_a, invalid_a), (of_b, invalid_b) = sort_documents(a), sort_documents(b)
    documents = merge_documents(of_a, of_b)
    merged = {
        name: number_documents([*documents[name].values(), *invalid_a[name], *invalid_b[name]])
        for name in MERGED_TABLES
    }
    return {**b, **a, "history": {}, "meta": a.get("meta") or {"1": meta_document()}, **merged}


def merge_documents(a: DocumentsById, b: DocumentsById, base: DocumentsById | None = None) -> DocumentsById:
    """Return the documents of both; `base` is the state that both come from, if it is known."""
    b = _match_articles(a, b)
    found: DocumentsById = {}
    for table in MERGED_TABLES:
        before = (base or {}).get(table, {})
        merged = {
            i: _merge(table, a[table].get(i), b[table].get(i), before.get(i)) for i in a[table] | b[table]
        }
        found[table] = {i: document for i, document in merged.items() if document is not None}
    for side in (a, b):
        _restore_referenced(found, side)
    return combine_equal_tags(found)


def _merge(table: str, a: Document | None, b: Document | None, base: Document | None) -> Document | None:
    """Merge two documents with one id; None stands for one that is missing, or deleted by now."""
    if b in (a, base):
        return a
    if a == base:
        return b
    if a is None or b is None:
        return a or b
    return COMBINE[table](a, b, base or {})


def _match_articles(a: DocumentsById, b: DocumentsById) -> DocumentsById:
    """Return the documents of `b` with those articles that `a` has too under the ids and texts of `a`."""
    ids = _ids_of_same_articles(a["articles"], b["articles"])
    if ids:
        b = {
            table: {ids.get(i, i): _replace_ids(document, ids) for i, document in documents.items()}
            for table, documents in b.items()
        }
    for article_id, article in b["articles"].items():
        known = a["articles"].get(article_id)
        if known is None or known["text"] == article["text"]:
            continue
        anchoring = Anchoring(article["text"], known["text"])
        for table, reanchor in REANCHOR.items():
            documents = {name: reanchor(each, article_id, anchoring) for name, each in b[table].items()}
            b = b | {table: documents}
        b = b | {"articles": b["articles"] | {article_id: article | {"text": known["text"]}}}
    return b


def _ids_of_same_articles(a: Mapping[str, Document], b: Mapping[str, Document]) -> dict[str, str]:
    """Return the ids in `b` of articles that `a` has under another id, with that id.

    First come those with the same text, then other texts from the same place.
    """
    free = {article_id: article for article_id, article in a.items() if article_id not in b}
    ids: dict[str, str] = {}
    for is_same in (_is_copy, _is_version):
        for article_id, article in b.items():
            if article_id not in a and article_id not in ids:
                known = next((name for name, other in free.items() if is_same(other, article)), None)
                if known is not None:
                    ids[article_id] = known
                    del free[known]
    return ids


def _is_copy(a: Document, b: Document) -> bool:
    is_equal = all(a.get(key) == b.get(key) for key in ("text", "title", "source"))
    return is_equal and not (a.get("url") and b.get("url") and a["url"] != b["url"])


def _is_version(a: Document, b: Document) -> bool:
    same_url = bool(a.get("url")) and a.get("url") == b.get("url")
    same_path = a.get("path") not in (None, "", "-") and a.get("path") == b.get("path")
    return (same_url or same_path) and Anchoring(a["text"], b["text"]).is_of_one_article


def _replace_ids(value: Any, ids: Mapping[str, str], key: str = "") -> Any:
    """Replace the ids of articles in a document, its own and those it refers to."""
    if isinstance(value, dict):
        return {name: _replace_ids(each, ids, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_replace_ids(each, ids, key) for each in value]
    return ids.get(value, value) if key in ("id", "article") and isinstance(value, str) else value


def _restore_referenced(found: DocumentsById, side: DocumentsById) -> None:
    """Keep tags and articles that one side has deleted and an annotation of the other one needs."""
    for annotation in found["annotations"].values():
        sides = (annotation, annotation.get("other"), annotation.get("origin"))
        articles = [each["article"] for each in sides if isinstance(each, dict) and "article" in each]
        for table, names in (("articles", articles), ("tags", annotation.get("tags", []))):
            for name in names:
                if name in side[table]:
                    found[table].setdefault(name, side[table][name])
