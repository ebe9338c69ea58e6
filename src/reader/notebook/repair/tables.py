"""The documents of a notebook looked through, and put right: what they are, and whether they fit together.

Invariant: nothing is thrown away. What cannot be put right goes to the table `aside`. What has been put right
needs no putting right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.notebook.anchoring.reanchor import Anchoring
from reader.notebook.combine import combine_annotations, combine_equal_tags, drop_duplicate_digits
from reader.notebook.history import deleted_tags as recalling
from reader.notebook.model import Anchor, StoredArticle
from reader.notebook.repair import document as mending
from reader.notebook.schema import shape
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
from reader.notebook.validity import MERGED_TABLES, documents_by_id, is_valid
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from reader.notebook.model import Annotation
    from reader.notebook.schema.documents import Document, Tables
    from reader.notebook.validity import DocumentsById

_MISSING = "An article that is missing from this notebook"
ONE = {
    "tags": "tag",
    "articles": "article",
    "annotations": "annotation",
    "sessions": "session",
    "history": "step of undo",
}
"""What a document of each table is called."""


class TableRepair:
    """Looks through the tables of a notebook, tells what is wrong, and puts it right in `tables`."""

    def __init__(self, tables: Tables, backed_up: Tables) -> None:
        """Begin.

        :param backed_up: the tables of the backup, for what is gone.
        """
        self.tables: Tables = {name: {} for name in (*MERGED_TABLES, "history")}
        self.tables |= {
            name: dict(table) if isinstance(table, dict) else table for name, table in tables.items()
        }
        self.problems: list[str] = []
        self._backed_up = backed_up
        self._textless: dict[str, Document] = {}
        """Articles whose text is gone, by id."""

    def run(self) -> None:
        """Do it."""
        self._sort()
        for table in ONE:
            self._put_right(table)
            self._set_aside(table)
        self._bring_back_tags()
        self._make_one_of_tags()
        self._free_digits()
        self._stand_in_for_articles()
        texts = self._texts()
        self._mend(
            partial(_without_lost_origin, texts),
            "came from an article that is gone",
            "came from articles that are gone",
        )
        self._mend(
            partial(_at_its_words, texts),
            "is not at the words it says; they were looked for in the article",
            "are not at the words they say; these were looked for in the articles",
        )

    def _tell(self, count: int, table: str, one: str, many: str) -> None:
        if count:
            self.problems.append(f"{counted(count, ONE[table])} {one if count == 1 else many}.")

    def _sort(self) -> None:
        """Put documents in the tables they are of."""
        moved: defaultdict[str, list[Document]] = defaultdict(list)
        for name, table in list(self.tables.items()):
            if name == ASIDE or not isinstance(table, dict):
                continue
            for number, document in list(table.items()):
                right = _table_of(document, name)
                if right != name:
                    moved[right].append(table.pop(number))
            if not table and name not in TABLES:
                del self.tables[name]
        for name, documents in moved.items():
            self.tables[name] = shape.number_documents(documents, self.tables.get(name))
        if count := sum(map(len, moved.values())):
            entries = "1 entry was" if count == 1 else f"{count:,} entries were"
            self.problems.append(f"{entries} not in the right table.")
            if not shape.is_notebook(self.tables):  # what said that it is a notebook was half an article
                meta = shape.number_documents([meta_document()], self.tables.pop("meta", None))
                self.tables = {"meta": meta} | self.tables

    def _texts(self) -> dict[str, str]:
        return {article["id"]: article["text"] for article in self.tables["articles"].values()}

    def _put_right(self, table: str) -> None:
        """Put the fields right that can be."""
        texts = {} if table in ("tags", "articles") else self._texts()
        fields: dict[str, None] = {}
        count = 0
        for number, document in self.tables[table].items():
            if not isinstance(document, dict) or is_valid(table, document):
                continue
            mended = mending.mended(table, document, texts)
            if is_valid(table, mended):
                self.tables[table][number] = mended
                changed = [key for key in mended | document if mended.get(key) != document.get(key)]
                fields |= dict.fromkeys(changed)
                count += 1
        had = f"had something ({', '.join(fields)}) that could not be used; the rest was kept"
        self._tell(count, table, had, had)

    def _set_aside(self, table: str) -> None:
        """Take out what is no document of this table, or the second of one id."""
        known: dict[str, str] = {}
        wrong = {}
        for number, document in self.tables[table].items():
            if is_valid(table, document) and known.setdefault(document["id"], number) == number:
                continue
            wrong[number] = document
            if table == "annotations" and is_valid(table, document):
                first = known[document["id"]]
                self.tables[table][first] = combine_annotations(self.tables[table][first], document)
        for number, document in wrong.items():
            del self.tables[table][number]
            if table == "articles" and isinstance(document, dict):
                self._textless.setdefault(str(document.get("id")), document)
        if wrong:
            documents = ({"table": table, "document": document} for document in wrong.values())
            self.tables[ASIDE] = shape.number_documents(documents, self.tables.get(ASIDE))
        what = f"not as it should be; it goes to the table “{ASIDE}”"
        self._tell(
            len(wrong),
            table,
            f"is {what}",
            f"are {what.replace('it should', 'they should').replace('it goes', 'they go')}",
        )

    def _bring_back_tags(self) -> None:
        """Make the tags anew that annotations carry, and all that the steps of undo know if none is left."""
        known = {tag["id"] for tag in self.tables["tags"].values()}
        carried = (tag for document in self.tables["annotations"].values() for tag in document["tags"])
        gone = list(dict.fromkeys(tag for tag in carried if tag not in known))
        if gone and not known:
            gone = list(dict.fromkeys((*gone, *recalling.tags_after_last_step(self.tables["history"]))))
        if not gone:
            return
        names = recalling.names_of_deleted_tags(self.tables["history"], self.tables["annotations"])
        backed_up = documents_by_id(self._backed_up)["tags"]
        anew = [backed_up.get(tag) or mending.new_tag(tag, names.get(tag)) for tag in gone]
        self.tables["tags"] = shape.number_documents(anew, self.tables["tags"])
        called = ", ".join(f"“{read_tag(tag).name}”" for tag in anew)
        self._tell(
            len(gone),
            "tags",
            f"was missing and was made anew: {called}",
            f"were missing and were made anew: {called}",
        )

    def _make_one_of_tags(self) -> None:
        names = Counter(tag["name"].casefold() for tag in self.tables["tags"].values())
        double = sum(names.values()) - len(names)
        if double:
            self._replace(combine_equal_tags(documents_by_id(self.tables)))
        self._tell(
            double, "tags", "has the name of another one: they are one", "have names of others: they are one"
        )

    def _free_digits(self) -> None:
        documents = documents_by_id(self.tables)
        before = [tag.get("digit") for tag in documents["tags"].values()]
        drop_duplicate_digits(documents["tags"])
        after = [tag.get("digit") for tag in documents["tags"].values()]
        changed = sum(a != b for a, b in zip(before, after, strict=True))
        if changed:
            self._replace(documents)
        self._tell(changed, "tags", "is pinned to the digit of another one", "are pinned to digits of others")

    def _replace(self, documents: DocumentsById) -> None:
        for table in ("tags", "annotations"):
            numbers = {document["id"]: number for number, document in self.tables[table].items()}
            self.tables[table] = {numbers[i]: document for i, document in documents[table].items()}

    def _stand_in_for_articles(self) -> None:
        """Make an article of the words that are known of one that is gone, so that they can be seen."""
        known = self._texts()
        words: dict[str, list[str]] = {}
        for document in self.tables["annotations"].values():
            for anchor in anchors(read_annotation(document)):
                if anchor.article not in known:
                    words.setdefault(anchor.article, []).append(anchor.selector.exact)
        stand_ins = [self._stand_in(article_id, parts) for article_id, parts in words.items()]
        self.tables["articles"] = shape.number_documents(stand_ins, self.tables["articles"])
        self._tell(
            len(words),
            "articles",
            "is missing; the words tagged and noted in it stand for it",
            "are missing; the words tagged and noted in them stand for them",
        )

    def _stand_in(self, article_id: str, words: list[str]) -> Document:
        text = "\n".join(dict.fromkeys(filter(None, words))) or _MISSING
        plain = article_document(StoredArticle(article_id, _MISSING, text, "-"))
        rest = self._textless.get(article_id, {})
        return plain | {key: value for key, value in rest.items() if isinstance(value, str) and key != "text"}

    def _mend(self, mend: Callable[[Document], Document], one: str, many: str) -> None:
        annotations = self.tables["annotations"]
        mended = {number: mend(document) for number, document in annotations.items()}
        changed = sum(mended[number] is not document for number, document in annotations.items())
        self.tables["annotations"] = mended
        self._tell(changed, "annotations", one, many)


def summary(tables: Tables) -> str:
    """Say what is in a notebook."""
    return ", ".join(counted(len(tables.get(table, {})), noun) for table, noun in ONE.items())


def anchors(annotation: Annotation) -> Iterator[Anchor]:
    """Give the places an annotation is at, and the article it is missing from."""
    yield Anchor(annotation.article, annotation.selector, annotation.verdict)
    if annotation.other is not None:
        yield annotation.other


def _table_of(document: Any, name: str) -> str:
    """Give the table a document is of: where it is, unless it looks like those of another."""
    if not isinstance(document, dict):
        return name
    alike = {table: len(fields & document.keys()) for table, fields in FIELDS.items()}
    if name not in TABLES:  # of another program, then: only what can be nothing but ours is ours
        return next((table for table in ONE if alike[table] == len(FIELDS[table])), name)
    best = max(ONE, key=lambda table: alike[table])
    return best if alike[best] > max(_ALIKE, alike[name]) else name


_ALIKE = 2
"""Fields that a document has in common with others by chance."""


def _without_lost_origin(articles: Collection[str], document: Document) -> Document:
    origin = document.get("origin")
    if origin is None or origin["article"] in articles:
        return document
    return {key: value for key, value in document.items() if key != "origin"}


def _at_its_words(texts: Mapping[str, str], document: Document) -> Document:
    place, *other = anchors(read_annotation(document))
    mended = _anchor_at_its_words(document, place, texts)
    if not other:
        return mended
    at_words = _anchor_at_its_words(document["other"], other[0], texts)
    return mended if at_words is document["other"] else mended | {"other": at_words}


def _anchor_at_its_words(document: Document, anchor: Anchor, texts: Mapping[str, str]) -> Document:
    """Give a document that is an anchor at the words it says: there, elsewhere, or lost."""
    text, selector = texts[anchor.article], anchor.selector
    if not selector.end or anchor.verdict == "lost" or text.startswith(selector.exact, selector.start):
        return document
    found, verdict = Anchoring("", text).anchor(selector)
    was = document.get("was") or document["selector"]
    return document | {"selector": selector_document(found), "verdict": verdict, "was": was}
