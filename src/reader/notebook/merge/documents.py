"""Making one notebook of two.

Documents are one by their ids, tags also by their names, articles also by their text. Where the state
that both come from is known, what only one of them has changed or taken away is changed or taken away; else
everything there is stays. Where both have changed an annotation it has the tags of both, and both notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.notebook.anchoring.documents import reanchor_annotation, reanchor_session
from reader.notebook.anchoring.reanchor import Anchoring
from reader.notebook.history import steps as history
from reader.notebook.schema import documents as schema
from reader.notebook.schema import session
from reader.notebook.schema.documents import Document, Tables, WrongDocumentError, meta_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Documents = dict[str, dict[str, Document]]
"""Documents by table and id."""

TABLES = ("tags", "articles", "annotations", "sessions")
"""What is merged; the history of undo is of one notebook only."""

READERS: Mapping[str, Callable[[Document], object]] = schema.READERS | {
    "sessions": session.session,
    "history": history.step,
}
"""What raises WrongDocumentError for what is no document of a table."""


def merge_tables(a: Tables, b: Tables) -> Tables:
    """Make a file of two files. Tables of other programs are kept, those of `a` where both have one."""
    documents = merged(documents_by_id(a), documents_by_id(b))
    tables: Tables = {"meta": a.get("meta") or {"1": meta_document()}}
    for name in TABLES:
        numbered = enumerate([*documents[name].values(), *unsound(a, name), *unsound(b, name)], 1)
        tables[name] = {str(number): document for number, document in numbered}
    return {**b, **a, "history": {}} | tables


def documents_by_id(tables: Tables, known: Documents | None = None) -> Documents:
    """Give the documents of a file by their ids; of two with one id the first.

    :param known: documents that are sound, as most of the file will be: to look at each anew takes long.
    """
    found: Documents = {name: {} for name in TABLES}
    for name in TABLES:
        sound = {} if known is None else known[name]
        for document in tables.get(name, {}).values():
            if _is_one_of(sound, document) or is_valid(name, document):
                found[name].setdefault(document["id"], document)
    return found


def _is_one_of(sound: Mapping[str, Document], document: Any) -> bool:
    name = document.get("id") if isinstance(document, dict) else None
    return isinstance(name, str) and sound.get(name) == document


def is_valid(table: str, document: object) -> bool:
    """Whether this is a document of this table, with an id."""
    if not isinstance(document, dict) or not isinstance(document.get("id"), str):
        return False
    try:
        READERS[table](document)
    except WrongDocumentError:
        return False
    return True


def merged(a: Documents, b: Documents, base: Documents | None = None) -> Documents:
    """Give the documents of both.

    :param base: the state that both come from, if it is known.
    """
    b = _with_articles_of(a, b)
    found: Documents = {}
    for name in TABLES:
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
    return _COMBINED[table](a, b, base or {})


def _combined(a: Document, b: Document, base: Document) -> Document:
    """Give the fields of both; where both have changed one, that of `a`, unless it is empty."""
    fields = dict.fromkeys((*a, *b))
    of_all = {key: _field(a.get(key), b.get(key), base.get(key)) for key in fields}
    return {key: value for key, value in of_all.items() if value is not None or key in a}


def _field(a: Any, b: Any, base: Any) -> Any:
    if a in (b, base):
        return b
    return b if a in (None, "") and b != base else a


def _tag(a: Document, b: Document, base: Document) -> Document:
    """Give the fields of both; a digit that `a` has taken off stays off."""
    digit = _field(a.get("digit"), b.get("digit"), base.get("digit")) if base else a.get("digit")
    return _combined(a, b, base) | {"digit": digit}


def _annotation(a: Document, b: Document, base: Document) -> Document:
    older, newer = sorted((a, b), key=lambda each: str(each.get("modified", "")))
    note = _note(newer.get("note", ""), older.get("note", ""), base.get("note"))
    return _combined(newer, older, base) | {"tags": _tags(a, b, base), "note": note}


def _note(newer: str, older: str, base: str | None) -> str:
    if newer == base or newer in older:
        return older
    return newer if older == base or older in newer else f"{newer}\n\n{older}"


def _tags(a: Document, b: Document, base: Document) -> list[str]:
    """Give the tags of both, without those that one of them has taken off."""
    of_a, of_b, before = (document.get("tags", []) for document in (a, b, base))
    return [
        tag for tag in dict.fromkeys((*of_a, *of_b)) if (tag in of_a and tag in of_b) or tag not in before
    ]


def _session(a: Document, b: Document, _: Document) -> Document:
    """Give the one that is further on."""
    return max(a, b, key=lambda each: (each.get("ended") is not None, len(each.get("passed") or ())))


_COMBINED: Mapping[str, Callable[[Document, Document, Document], Document]] = {
    "tags": _tag,
    "articles": _combined,
    "annotations": _annotation,
    "sessions": _session,
}


def of_both(a: Document, b: Document) -> Document:
    """Give the annotation that two of one id make, if they make one, else the first."""
    both = _annotation(a, b, {})
    return both if is_valid("annotations", both) else a


def _with_articles_of(a: Documents, b: Documents) -> Documents:
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


def _in_text(documents: Documents, article_id: str, old: str, new: str) -> Documents:
    anchoring = Anchoring(old, new)
    annotations = {
        name: reanchor_annotation(document, article_id, anchoring)
        for name, document in documents["annotations"].items()
    }
    queues = {
        name: reanchor_session(document, article_id, old, anchoring)
        for name, document in documents["sessions"].items()
    }
    articles = documents["articles"] | {article_id: documents["articles"][article_id] | {"text": new}}
    return documents | {"annotations": annotations, "sessions": queues, "articles": articles}


def _bring_back(found: Documents, side: Documents) -> None:
    """Keep tags and articles that one side has taken away and the other one still needs."""
    for annotation in found["annotations"].values():
        sides = (annotation, annotation.get("other"), annotation.get("origin"))
        articles = [each["article"] for each in sides if isinstance(each, dict) and "article" in each]
        for table, names in (("articles", articles), ("tags", annotation.get("tags", []))):
            for name in names:
                if name in side[table]:
                    found[table].setdefault(name, side[table][name])


def drop_duplicate_digits(tags: dict[str, Document]) -> None:
    """Leave each digit to the first tag that has it."""
    taken: set[int] = set()
    for name, tag in tags.items():
        digit = schema.tag(tag).digit
        if digit in taken:
            tags[name] = tag | {"digit": None}
        elif digit is not None:
            taken.add(digit)


def merge_tags_of_one_name(found: Documents) -> Documents:
    """Give the documents with the tags of one name as one, the first."""
    first: dict[str, str] = {}
    instead: dict[str, str] = {}
    for i, tag in found["tags"].items():
        name = str(tag.get("name", i)).casefold()
        if first.setdefault(name, i) != i:
            instead[i] = first[name]
    tags = dict(found["tags"])
    for i, kept in instead.items():
        tags[kept] = _tag(tags[kept], tags.pop(i) | {"id": kept}, {})
    drop_duplicate_digits(tags)
    annotations = {
        i: document | {"tags": _without_doubles(instead.get(tag, tag) for tag in document.get("tags", []))}
        if not instead.keys().isdisjoint(document.get("tags", []))
        else document
        for i, document in found["annotations"].items()
    }
    return found | {"tags": tags, "annotations": annotations}


def _without_doubles(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def unsound(tables: Tables, name: str, known: Documents | None = None) -> list[Any]:
    """Give what is no document of ours; it belongs to somebody. Documents that are known are sound."""
    sound = {} if known is None else known[name]
    every = (each for each in tables.get(name, {}).values() if not _is_one_of(sound, each))
    return [each for each in every if not is_valid(name, each)]
