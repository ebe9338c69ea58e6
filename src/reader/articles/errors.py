"""The error of everything that cannot be read as an article."""

from reader.text.cleaning import clean_line


class ArticleError(Exception):
    """Something cannot be read as an article; `str()` is one clean sentence saying what and why."""

    def __init__(self, path: str, reason: str) -> None:
        name = "standard input" if path == "-" else clean_line(path) or "(no name)"
        super().__init__(f"{name}: {clean_line(reason)}.")
