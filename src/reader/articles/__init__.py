"""From anything a person has to `Article` objects. This is the room's front door."""

from reader.articles.errors import ArticleError
from reader.articles.folders import find_article_files
from reader.articles.loading import from_text, load, load_bytes
from reader.articles.model import Article, Sentence, TitleFrom, shown_title
from reader.text.cleaning import clean_line, clean_text

__all__ = [
    "Article",
    "ArticleError",
    "Sentence",
    "TitleFrom",
    "clean_line",
    "clean_text",
    "find_article_files",
    "from_text",
    "load",
    "load_bytes",
    "shown_title",
]
