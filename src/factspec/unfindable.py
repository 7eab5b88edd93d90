"""Forbidden wording that is never found, because a marker stands in it: markers are no text of an article."""

from collections.abc import Iterator

from factspec.article import Article, ArticleError
from factspec.policy import Policy, with_policy
from factspec.reading import parse_article
from factspec.spec.model import Mistake, Rendition, Spec
from factspec.text.printable import printable

# At the head of a text a number in brackets may be an entry of a list of references.
_BEFORE = "x "


def unfindable(spec: Spec, rendition: Rendition, article: Article, policy: Policy) -> Iterator[Mistake]:
    """A mistake for each forbidden wording in which an article's format and styles of citation find a marker."""
    for entry in spec.forbidden:
        # Whatever else a marker is made of, it is no letter, digit or space alone.
        marker = "" if entry.says.replace(" ", "").isalpha() else _marker(entry.says, rendition, article, policy)
        if marker:
            message = f"`says` holds the marker `{printable(marker, 60)}`, which is no text, so that it is never found"
            yield Mistake(spec.path, entry.text_line, 1, message, "write the words without the marker")


def _marker(says: str, rendition: Rendition, article: Article, policy: Policy) -> str:
    styles = with_policy(rendition, policy).styles
    try:
        read = parse_article(f"{_BEFORE}{says}".encode(), article.format, styles=styles)
    except ArticleError:
        return ""
    return next((read.source[one.source_start : one.source_end] for one in read.markers), "")
