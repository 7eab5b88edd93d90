"""Wording of a spec that is never found, because a marker stands in it: markers are no text of an article."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factspec.article import Article, ArticleError
from factspec.policy import Policy, with_policy
from factspec.reading import parse_article
from factspec.spec.model import Mistake, Rendition, Spec
from factspec.text.printable import printable

# At the head of a text a number in brackets may be an entry of a list of references.
_BEFORE = "x "
# What a marker of some style has, besides letters and digits.
_MARKING = re.compile(r"[\[【［⁰¹²³⁴-⁹<]")


class _Wording(NamedTuple):
    """Words that a spec looks for, the key that holds them, and its line."""

    key: str
    text: str
    line: int


def unfindable(spec: Spec, rendition: Rendition, article: Article, policy: Policy) -> Iterator[Mistake]:
    """A mistake for each wording in which an article's format and styles of citation find a marker."""
    for key, text, line in _wordings(spec):
        marker = _marker(text, rendition, article, policy) if _MARKING.search(text) else ""
        if marker:
            message = f"`{key}` holds the marker `{printable(marker, 60)}`, which is no text, so that it is never found"
            yield Mistake(spec.path, line, 1, message, "write the words without the marker")


def _wordings(spec: Spec) -> Iterator[_Wording]:
    for claim in spec.claims:
        if claim.facts:
            yield from (_Wording("facts", fact.text, fact.line) for fact in claim.facts)
        else:
            yield _Wording(claim.key, claim.text, claim.text_line)
    yield from (_Wording("says", entry.says, entry.text_line) for entry in spec.forbidden)
    yield from (_Wording("at", waiver.at, waiver.line) for waiver in spec.waivers)


def _marker(text: str, rendition: Rendition, article: Article, policy: Policy) -> str:
    styles = with_policy(rendition, policy).styles
    try:
        read = parse_article(f"{_BEFORE}{text}".encode(), article.format, styles=styles)
    except ArticleError:
        return ""
    return next((read.source[one.source_start : one.source_end] for one in read.markers), "")
