"""What the pages say is so: links lead somewhere, files named are there, keys are those of the app."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
FOLDERS = ("src/", "tests/", "tools/", "docs/", "data/", ".ci/")
"""What begins so between backticks is a path."""
BLOCKS = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
LINKS = re.compile(r"\]\(([^)\s]+)\)")
PATHS = re.compile(rf"`({'|'.join(map(re.escape, FOLDERS))})([\w./-]*)`")
IN_A_TREE = re.compile(r"^( *)([\w./-]+(?:\.py|/))(?:\s|$)", re.MULTILINE)


def of(page: Path) -> str:
    return page.name


def prose(page: Path) -> str:
    """The page without its blocks of code."""
    return BLOCKS.sub("", page.read_text(encoding="utf-8"))


def headings(page: Path) -> set[str]:
    """The names that links to the headings of a page have, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in LINKS.findall(prose(page)):
        if "://" in link:
            continue
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (heading and heading not in headings(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_files_that_are_named_are_there(page: Path) -> None:
    named = [folder + rest for folder, rest in PATHS.findall(page.read_text(encoding="utf-8"))]
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_names_of_the_code_are_there() -> None:
    page = prose(ROOT / "CONTRIBUTING.md")
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("src", "tests")
        for path in (ROOT / folder).rglob("*.py")
    )
    words = set(re.findall(r"\w+", code))
    named = re.findall(r"`(?:[\w.]+\.)?([A-Z]\w+|_?[A-Z_]+|\w+_\w+)(?:\([^`]*)?`", page)
    assert len(named) > 10
    assert [name for name in named if name not in words] == []


def test_the_tree_is_the_one_that_is_drawn() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    tree = page.split("```\nsrc/reader/\n")[1].split("```")[0]
    folders: list[str] = []
    drawn = set()
    for indent, name in IN_A_TREE.findall(f"src/reader/\n{tree}"):
        folders[len(indent) // 2 :] = [name]
        drawn.add("".join(folders))
    assert {path for path in drawn if not (ROOT / path).exists()} == set()
    packages = {f"{path.parent.relative_to(ROOT)}/" for path in (ROOT / "src").rglob("__init__.py")}
    assert packages - drawn == set()


def test_every_picture_is_shown_and_every_page_is_linked() -> None:
    links = {link for page in PAGES for link in LINKS.findall(prose(page))}
    pictures = {f"pictures/{path.name}" for path in (ROOT / "docs" / "pictures").iterdir()}
    assert pictures - links == set()
    assert {f"docs/{page.name}" for page in PAGES if page.parent.name == "docs"} - links == set()


def test_the_keys_in_the_page_are_those_of_the_app() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / "tools" / "renew_docs.py"))["with_keys"](page) == page


def test_the_first_page_is_short() -> None:
    assert (ROOT / "README.md").stat().st_size < 10_000
