"""Articles: from the bytes of a file to `Article` values.

How a file becomes an article: `loading.load` reads it, and `formats` picks the module that can read its
format. That decodes the bytes (`decoding`) and returns a `Draft` for each article in them. `loading` then
cleans the text, finds its boilerplate, its title and its sentences, and makes the `Article`. A format is
added in `formats`.
"""

from reader.articles.errors import ArticleError
from reader.articles.folders import find_article_files
from reader.articles.loading import from_text, load, load_bytes
from reader.articles.model import Article, Sentence, TitleFrom, shown_title

__all__ = [
    "Article",
    "ArticleError",
    "Sentence",
    "TitleFrom",
    "find_article_files",
    "from_text",
    "load",
    "load_bytes",
    "shown_title",
]
