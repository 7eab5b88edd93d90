"""HTML: the article's element on the page, as a browser shows it.

The element is the one that `select` names, else the first `<article>` in `<main>`, or all of `<main>` where several
stand side by side or none does, else the first `<article>`, else the whole page. Text of `hidden` and `display: none`
elements is kept apart; scripts, templates, navigation and controls are left out. An `<aside>` is read as a caption, a
pull-quote as a quotation, a `<footer>` as any other part.
"""

from factspec.articles.draft import Draft

SUFFIXES = (".html", ".htm")
STYLES = ("links", "numbered")
SELECTS = True


def read(source: str, select: str = "") -> Draft:
    """The draft of a page. Raises `ArticleError` where `select` names no element of it."""
    from factspec.articles.html.reader import read

    draft: Draft = read(source, select)
    return draft
