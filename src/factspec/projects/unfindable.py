"""Wording that is never found because it contains a marker or markup, which are not text of an article."""

from collections.abc import Iterator

from factspec.articles.article import Article, ArticleError
from factspec.articles.contracts import FORMATS
from factspec.language.printing import printable
from factspec.projects.loading import parse_article
from factspec.specs.model import Forbidden, Mistake, Rendition, Spec
from factspec.specs.policy import Policy, file_mistake, with_policy

# At the head of a text a number in brackets may be an entry of a list of references.
_BEFORE = "x "
# What begins markup in some format.
_MARKUP = frozenset("*_~`<&")
# What a marker of some style has, besides letters and digits.
_MARKING = frozenset("[【［⁰¹²³⁴⁵⁶⁷⁸⁹<")


def unfindable(spec: Spec, rendition: Rendition, article: Article, policy: Policy) -> Iterator[Mistake]:
    """A mistake for each wording in which an article's format and styles of citation find a marker."""
    for key, text, line in _wordings(spec):
        marker = (
            "" if _MARKING.isdisjoint(text) else _marker(text, article.format, with_policy(rendition, policy).styles)
        )
        if marker:
            message = f"`{key}` contains the marker `{printable(marker, 60)}`, which is not text, so it is never found"
            yield Mistake(spec.path, line, 1, message, "write the words without the marker")
    for entry in spec.forbidden:
        shown = "" if _MARKUP.isdisjoint(entry.says) else _shown(entry.says, article.format)
        if shown:
            message = f"`says` contains markup, which no reader sees, so `{printable(entry.says, 60)}` is never found"
            yield Mistake(spec.path, entry.says.line, 1, message, f"write `{printable(shown, 60)}`")


def unfindable_in(policy: Policy) -> Iterator[Mistake]:
    """A mistake for each wording of a policy in which some format finds a marker or markup."""
    for entry in policy.forbidden:
        if not (_MARKING | _MARKUP).isdisjoint(entry.says):
            problem = next(filter(None, (_problem(entry, form, policy) for form in FORMATS)), None)
            if problem:
                yield file_mistake(entry.line, 1, *problem)


def _problem(entry: Forbidden, form: str, policy: Policy) -> tuple[str, str] | None:
    says = printable(entry.says, 60)
    if marker := _marker(entry.says, form, policy.styles):
        message = f"`{says}` in `forbidden` contains the marker `{printable(marker, 60)}`, so it is never found"
        return message, "write the words without the marker"
    if shown := _shown(entry.says, form):
        return f"`{says}` in `forbidden` contains markup in the format {form}, so it is never found there", (
            f"write `{printable(shown, 60)}`"
        )
    return None


def _wordings(spec: Spec) -> Iterator[tuple[str, str, int]]:
    """The key, the words and the line of each wording that a spec looks for."""
    for claim in spec.claims:
        if claim.facts:
            yield from (("facts", fact.text, fact.line) for fact in claim.facts)
        else:
            yield claim.key, claim.text, claim.text.line
    yield from (("says", entry.says, entry.says.line) for entry in spec.forbidden)
    yield from (("at", sentence, waiver.line) for waiver in spec.waivers for sentence in waiver.at)


def _shown(text: str, form: str) -> str:
    """What a reader sees of words with markup in a format; empty if they have none."""
    try:
        read = parse_article(f"{_BEFORE}{text}".encode(), form, styles=())
    except ArticleError:
        return ""
    shown = read.text.removeprefix(_BEFORE)
    return "" if shown.split() == text.split() else shown


def _marker(text: str, form: str, styles: tuple[str, ...] | None) -> str:
    """The first marker in words in a format; empty if there is none."""
    try:
        read = parse_article(f"{_BEFORE}{text}".encode(), form, styles=styles)
    except ArticleError:
        return ""
    return next((read.source[one.source_start : one.source_end] for one in read.markers), "")
