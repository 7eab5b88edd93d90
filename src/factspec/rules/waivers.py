"""Waivers: the sentence that each names, and the mismatches that it takes."""

from collections.abc import Iterable, Sequence

from factspec.articles.draft import Kind
from factspec.claims.index import Index
from factspec.claims.wording import GAPS, added, places
from factspec.language.function_words import FREE_SIGNS
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case, WaiverUse
from factspec.rules.finding import Mismatch
from factspec.specs.model import Spec, Waiver


def located(spec: Spec, index: Index) -> tuple[WaiverUse, ...]:
    """The sentence that each waiver of a spec names, before any rule has run."""
    return tuple(_section(index, one) if one.section else _located(index, one) for one in spec.waivers)


def _section(index: Index, waiver: Waiver) -> WaiverUse:
    """The sentences under a heading, up to the next heading."""
    headings = [number for number, sentence in enumerate(index.article.sentences) if _is_heading(index, sentence.block)]
    wanted = keys(tokenize(waiver.section))
    found = [number for number in headings if _folded(index.keys(index.sentence_tokens[number])) == _folded(wanted)]
    named = _named(waiver, found)
    sentences = [one for number in named for one in range(number + 1, _next(headings, number, index))]
    return WaiverUse(waiver, tuple(sentences), len(found))


def _is_heading(index: Index, block: int) -> bool:
    return index.article.blocks[block].kind is Kind.HEADING


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in words if key not in FREE_SIGNS)


def _next(headings: Sequence[int], number: int, index: Index) -> int:
    """The first heading after one, the end of the article if there is none."""
    return next((one for one in headings if one > number), len(index.article.sentences))


def _located(index: Index, waiver: Waiver) -> WaiverUse:
    found = places(index, waiver.at)
    pinned = tuple(dict.fromkeys(index.sentence_of(one.start) for one in found if not _grown(index, waiver, one)))
    grown = _grown(index, waiver, found[0]) if found and not pinned else ()
    return WaiverUse(waiver, _named(waiver, pinned), len(pinned), grown=tuple(map(index.span, grown)))


def _grown(index: Index, waiver: Waiver, tokens: Span) -> tuple[Span, ...]:
    """The token ranges of what the sentence of a waiver says beyond its words, except where `at` is cut with `…`."""
    before, after = waiver.at.lstrip().startswith(GAPS), waiver.at.rstrip().endswith(GAPS)
    beyond = added(index, tokens)
    return tuple(one for one in beyond if not (before if one.start < tokens.start else after))


def waive(
    case: Case, found: Iterable[tuple[str, Mismatch]]
) -> tuple[tuple[WaiverUse, ...], tuple[tuple[str, Mismatch], ...]]:
    """What each waiver took of the mismatches, given as rule and mismatch, and those that are left."""
    left = list(found)
    uses = []
    for use in case.waiver_uses:
        taken = {id(one) for code, one in left if code == use.waiver.rule and _in(case, one, use.sentences)}
        if not use.expired(case.today):
            left = [pair for pair in left if id(pair[1]) not in taken]
        uses.append(use._replace(taken=len(taken)))
    return tuple(uses), tuple(left)


def _named(waiver: Waiver, sentences: Sequence[int]) -> tuple[int, ...]:
    if waiver.occurrence < 0 or (len(sentences) == 1 and waiver.occurrence <= 1):
        return tuple(sentences)
    return tuple(sentences[waiver.occurrence - 1 : waiver.occurrence]) if waiver.occurrence else ()


def _in(case: Case, mismatch: Mismatch, sentences: Sequence[int]) -> bool:
    if mismatch.start < 0:
        return False
    at = mismatch.start if mismatch.end == mismatch.start else mismatch.start + 1
    return case.citing.sentence_at(at) in sentences


def depends_on_day(spec: Spec) -> bool:
    """Whether the same article may be judged otherwise on another day: a waiver has a last one."""
    return any(waiver.until for waiver in spec.waivers)
