"""Markdown: CommonMark with tables, footnotes, strikethrough, task lists and front matter.

Nothing in code blocks and code spans is a marker. The alternative text of an image is a caption. Shortcodes and other
markup of site generators are left out. Footnotes are notes or references; definitions of links with a number as label
are references.
"""

from factspec.articles.article import ArticleError
from factspec.articles.draft import Draft

SUFFIXES = (".md", ".markdown")
STYLES = ("footnote", "links", "numbered")


def read(source: str, select: str = "") -> Draft:
    """The draft of a Markdown text. Raises `ArticleError` for `select`: it has no elements."""
    from factspec.articles.markdown.reader import read

    if select:
        raise ArticleError("select chooses an element of an HTML page; take it out for Markdown")
    draft: Draft = read(source)
    return draft
