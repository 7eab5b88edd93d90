"""Wording of a spec that is never found, because a marker stands in it: markers are no text of an article."""

from collections.abc import Iterator

from factspec.article import Article, ArticleError
from factspec.loading import parse_article
from factspec.policy import Policy, with_policy
from factspec.spec.model import Mistake, Rendition, Spec
from factspec.text.printable import printable

# At the head of a text a number in brackets may be an entry of a list of references.
_BEFORE = "x "
# What a marker of some style has, besides letters and digits.
_MARKING = frozenset("[【［⁰¹²³⁴⁵⁶⁷⁸⁹<")


def unfindable(spec: Spec, rendition: Rendition, article: Article, policy: Policy) -> Iterator[Mistake]:
    """A mistake for each wording in which an article's format and styles of citation find a marker."""
    for key, text, line in _wordings(spec):
        marker = "" if _MARKING.isdisjoint(text) else _marker(text, rendition, article, policy)
        if marker:
            message = f"`{key}` holds the marker `{printable(marker, 60)}`, which is no text, so that it is never found"
            yield Mistake(spec.path, line, 1, message, "write the words without the marker")


def _wordings(spec: Spec) -> Iterator[tuple[str, str, int]]:
    """The key, the words and the line of each wording that a spec looks for."""
    for claim in spec.claims:
        if claim.facts:
            yield from (("facts", fact.text, fact.line) for fact in claim.facts)
        else:
            yield claim.key, claim.text, claim.text_line
    yield from (("says", entry.says, entry.text_line) for entry in spec.forbidden)
    yield from (("at", waiver.at, waiver.line) for waiver in spec.waivers)


def _marker(text: str, rendition: Rendition, article: Article, policy: Policy) -> str:
    styles = with_policy(rendition, policy).styles
    try:
        read = parse_article(f"{_BEFORE}{text}".encode(), article.format, styles=styles)
    except ArticleError:
        return ""
    return next((read.source[one.source_start : one.source_end] for one in read.markers), "")
