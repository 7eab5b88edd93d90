"""Markdown: CommonMark with tables, footnotes, strikethrough, task lists and YAML front matter.

Code blocks are no prose and are left out; a code span is text in which nothing is a marker. The alternative text of
an image is a caption. Shortcodes and other markup of site generators are left out. Definitions of footnotes, and of
links whose label is a number, are references.
"""

from factspec.articles.article import ArticleError
from factspec.articles.draft import Draft

SUFFIXES = (".md", ".markdown")
STYLES = ("footnote", "links", "numbered")


def read(source: str, select: str = "") -> Draft:
    """The draft of a Markdown text. Raises `ArticleError` for `select`: it has no elements to choose from."""
    from factspec.articles.markdown.reader import read

    if select:
        raise ArticleError("select chooses an element of an HTML page; take it out for Markdown")
    draft: Draft = read(source)
    return draft
