"""Repairing the tables of a notebook: each document by itself, then how they fit together.

Invariant: nothing is thrown away; what cannot be repaired goes to the table `aside`. Repairing what has been
repaired changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from reader.notebook.anchoring.reanchor import Anchoring
from reader.notebook.combine import combine_annotations, combine_equal_tags
from reader.notebook.history.deleted_tags import names_of_deleted_tags, tags_after_last_step
from reader.notebook.model import StoredArticle
from reader.notebook.repair.document import new_tag, repair_document
from reader.notebook.schema.documents import (
    ASIDE,
    FIELDS,
    TABLES,
    article_document,
    meta_document,
    read_annotation,
    read_tag,
    selector_document,
)
from reader.notebook.schema.shape import is_notebook, number_documents
from reader.notebook.validity import documents_by_id, is_valid
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.notebook.schema.documents import Document, Tables

_MISSING = "An article that is missing from this notebook"
_MIN_ALIKE = 2  # a document of a table may have so many fields in common with others by chance
_NOUNS = {
    "tags": "tag",
    "articles": "article",
    "annotations": "annotation",
    "sessions": "session",
    "history": "step of undo",
}


def repair_tables(tables: Tables, backup: Tables) -> tuple[Tables, list[str]]:
    """Return the tables repaired, and a sentence on each kind of problem that there was.

    :param backup: the tables of the backup, for tags that are gone.
    """
    repair = _Repair(tables)
    repair.move_to_right_tables()
    for table in _NOUNS:
        repair.repair_documents(table)
        repair.set_invalid_aside(table)
    repair.restore_tags(backup)
    repair.combine_tags()
    repair.replace_missing_articles()
    repair.repair_anchors()
    return repair.tables, repair.problems


def summarize_tables(tables: Tables) -> str:
    """Return what is in a notebook, as in "3 tags, 2 articles, 40 annotations, …"."""
    return ", ".join(counted(len(tables.get(table, {})), noun) for table, noun in _NOUNS.items())


class _Repair:
    """The steps of a repair: each changes `tables` and adds to `problems`; they rely on those before."""

    def __init__(self, tables: Tables) -> None:
        copies = {name: dict(table) if isinstance(table, dict) else table for name, table in tables.items()}
        self.tables: Tables = {name: {} for name in _NOUNS} | copies
        self.problems: list[str] = []
        self._articles_aside: dict[str, Document] = {}
        """Articles that were set aside, by id: their titles and addresses may be of use."""

    def _note(self, count: int, table: str, one: str, many: str) -> None:
        if count:
            self.problems.append(f"{counted(count, _NOUNS[table])} {one if count == 1 else many}.")

    def _texts(self) -> dict[str, str]:
        return {article["id"]: article["text"] for article in self.tables["articles"].values()}

    def move_to_right_tables(self) -> None:
        """Move documents that are in the table of another kind."""
        moved: defaultdict[str, list[Document]] = defaultdict(list)
        for name, table in list(self.tables.items()):
            if name == ASIDE or not isinstance(table, dict):
                continue
            for number, document in list(table.items()):
                if (right := _right_table(document, name)) != name:
                    moved[right].append(table.pop(number))
            if not table and name not in TABLES:
                del self.tables[name]
        for name, documents in moved.items():
            self.tables[name] = number_documents(documents, self.tables.get(name))
        if count := sum(map(len, moved.values())):
            self.problems.append(f"{counted(count, 'entry was', 'entries were')} not in the right table.")
            if not is_notebook(self.tables):  # what made the file a notebook was a piece of an article
                meta = number_documents([meta_document()], self.tables.pop("meta", None))
                self.tables = {"meta": meta} | self.tables

    def repair_documents(self, table: str) -> None:
        """Repair the documents of a table one by one."""
        texts = {} if table in ("tags", "articles") else self._texts()
        fields: dict[str, None] = {}
        count = 0
        for number, document in self.tables[table].items():
            if not isinstance(document, dict) or is_valid(table, document):
                continue
            repaired = repair_document(table, document, texts)
            if is_valid(table, repaired):
                self.tables[table][number] = repaired
                fields |= {key: None for key in repaired | document if repaired.get(key) != document.get(key)}
                count += 1
        had = f"had something ({', '.join(fields)}) that could not be used; the rest was kept"
        self._note(count, table, had, had)

    def set_invalid_aside(self, table: str) -> None:
        """Take out what is not valid, and all but the first of several documents with one id."""
        documents = self.tables[table]
        first: dict[str, str] = {}
        aside = []
        for number, document in list(documents.items()):
            valid = is_valid(table, document)
            if valid and first.setdefault(document["id"], number) == number:
                continue
            if valid and table == "annotations":
                kept = first[document["id"]]
                documents[kept] = combine_annotations(documents[kept], document)
            if table == "articles" and isinstance(document, dict):
                self._articles_aside.setdefault(str(document.get("id")), document)
            aside.append({"table": table, "document": documents.pop(number)})
        if aside:
            self.tables[ASIDE] = number_documents(aside, self.tables.get(ASIDE))
        one = f"is not as it should be; it goes to the table “{ASIDE}”"
        many = f"are not as they should be; they go to the table “{ASIDE}”"
        self._note(len(aside), table, one, many)

    def restore_tags(self, backup: Tables) -> None:
        """Make the tags anew that annotations carry; if none is left, also those that undo knows of."""
        known = {tag["id"] for tag in self.tables["tags"].values()}
        carried = (tag for document in self.tables["annotations"].values() for tag in document["tags"])
        gone = dict.fromkeys(tag for tag in carried if tag not in known)
        if gone and not known:
            gone |= dict.fromkeys(tags_after_last_step(self.tables["history"]))
        if not gone:
            return
        names = names_of_deleted_tags(self.tables["history"], self.tables["annotations"])
        backed_up = documents_by_id(backup)["tags"]
        anew = [backed_up.get(tag) or new_tag(tag, names.get(tag)) for tag in gone]
        self.tables["tags"] = number_documents(anew, self.tables["tags"])
        made = "made anew: " + ", ".join(f"“{read_tag(tag).name}”" for tag in anew)
        self._note(len(gone), "tags", f"was missing and was {made}", f"were missing and were {made}")

    def combine_tags(self) -> None:
        """Make one tag of those with one name, and leave each digit to one tag."""
        before = documents_by_id(self.tables)
        after = combine_equal_tags(before)
        for table in ("tags", "annotations"):
            numbers = {document["id"]: number for number, document in self.tables[table].items()}
            self.tables[table] = {numbers[i]: document for i, document in after[table].items()}
        equal = len(before["tags"]) - len(after["tags"])
        one, many = "has the name of another one: they are one", "have names of others: they are one"
        self._note(equal, "tags", one, many)
        digits = sum(tag.get("digit") != before["tags"][i].get("digit") for i, tag in after["tags"].items())
        self._note(digits, "tags", "is pinned to the digit of another one", "are pinned to digits of others")

    def replace_missing_articles(self) -> None:
        """Make an article of the annotated words of one that is gone, so that these can be seen."""
        known = self._texts()
        words: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for document in self.tables["annotations"].values():
            for side in read_annotation(document).sides:
                if side.article not in known:
                    words[side.article][side.selector.exact] = None
        substitutes = []
        for article_id, parts in words.items():
            text = "\n".join(filter(None, parts)) or _MISSING
            plain = article_document(StoredArticle(article_id, _MISSING, text, "-"))
            aside = self._articles_aside.get(article_id, {}).items()
            known_of_it = {key: value for key, value in aside if isinstance(value, str) and key != "text"}
            substitutes.append(plain | known_of_it)
        self.tables["articles"] = number_documents(substitutes, self.tables["articles"])
        one = "is missing; the words tagged and noted in it stand for it"
        many = "are missing; the words tagged and noted in them stand for them"
        self._note(len(words), "articles", one, many)

    def repair_anchors(self) -> None:
        """Drop origins in articles that are gone, and find words that are not where an annotation says."""
        texts = self._texts()
        before = self.tables["annotations"]
        kept = {number: _without_missing_origin(document, texts) for number, document in before.items()}
        after = {number: _at_its_words(document, texts) for number, document in kept.items()}
        self.tables["annotations"] = after
        dropped = sum(kept[number] is not before[number] for number in before)
        one, many = "came from an article that is gone", "came from articles that are gone"
        self._note(dropped, "annotations", one, many)
        one = "is not at the words it says; they were looked for in the article"
        many = "are not at the words they say; these were looked for in the articles"
        self._note(sum(after[number] is not kept[number] for number in kept), "annotations", one, many)


def _right_table(document: Any, name: str) -> str:
    """Return the table a document belongs in: where it is, unless it looks like those of another."""
    if not isinstance(document, dict):
        return name
    alike = {table: len(fields & document.keys()) for table, fields in FIELDS.items()}
    if name not in TABLES:  # a table of another program: only what is certainly ours is moved
        return next((table for table in _NOUNS if alike[table] == len(FIELDS[table])), name)
    best = max(_NOUNS, key=lambda table: alike[table])
    return best if alike[best] > max(_MIN_ALIKE, alike[name]) else name


def _without_missing_origin(document: Document, texts: Mapping[str, str]) -> Document:
    origin = document.get("origin")
    if origin is None or origin["article"] in texts:
        return document
    return {key: value for key, value in document.items() if key != "origin"}


def _at_its_words(document: Document, texts: Mapping[str, str]) -> Document:
    """Return an annotation whose anchors are at the words they say: there, elsewhere, or lost."""
    for field, side in zip(("", "other"), read_annotation(document).sides, strict=False):
        text, selector = texts[side.article], side.selector
        if not selector.end or side.verdict == "lost" or text.startswith(selector.exact, selector.start):
            continue
        found, verdict = Anchoring("", text).anchor(selector)
        there = document[field] if field else document
        was = there.get("was") or there["selector"]
        changed = there | {"selector": selector_document(found), "verdict": verdict, "was": was}
        document = document | {field: changed} if field else changed
    return document
