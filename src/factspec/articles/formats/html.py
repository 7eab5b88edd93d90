"""HTML: the article's element on the page, as a browser shows it.

The element is the one that `select` names. Without it, `containers` of the HTML reader chooses one. Text of `hidden`
and `display: none` elements is noted as hidden; scripts, templates, navigation and controls are left out. An `<aside>`
is a caption, a pull-quote is a quotation, and a `<footer>` is like any other part.
"""

from factspec.articles.draft import Draft

SUFFIXES = (".html", ".htm")
STYLES = ("links", "numbered")
SELECTS = True


def read(source: str, select: str = "") -> Draft:
    """The draft of a page. Raises `ArticleError` if `select` does not match an element."""
    from factspec.articles.html.reader import read

    draft: Draft = read(source, select)
    return draft
