"""What changed in the quotations of sentences that correspond: their words, their marks and their speakers."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from factspec.claims.article_change import WORDING, Change
from factspec.claims.article_units import Side
from factspec.claims.quotation.model import Attribution
from factspec.claims.quotation.speakers import attributed_to, is_same_speaker
from factspec.facts.difference import Difference
from factspec.language.places import FAMILIES, Quotation, Span
from factspec.language.tokens import keys, tokenize


class QuotationDiff(NamedTuple):
    """What changed in quotations, and the differences of the sentences that this explains."""

    changes: tuple[Change, ...]
    explained: frozenset[Difference]


_NONE = QuotationDiff((), frozenset())


def quotation_diff(old: Side, new: Side, mine: Span, theirs: Span, differences: Sequence[Difference]) -> QuotationDiff:
    """The changes of quotations in two ranges of text that correspond and have these differences.

    A fact that changed in a quotation is left as one; other words that changed there are a change of the quotation.
    """
    quoted = _overlapping(old.index.quotations, mine), _overlapping(new.index.quotations, theirs)
    if not any(quoted):
        return _NONE
    wording = [one for one in differences if one.kind == WORDING]
    was, now = (
        [_passage(*each, one) for one in found]
        for each, found in zip(((old, mine), (new, theirs)), quoted, strict=True)
    )
    altered = [
        (one, other, touching)
        for one, other in zip_longest(_without(was, now), _without(now, was))
        if (touching := [each for each in wording if _touches(each, one, other)]) or one is None or other is None
    ]
    spoken = [one for one in _speakers(old, new, *quoted) if _is_inside(one[1], mine) and _is_inside(one[2], theirs)]
    changes = [_change((old, new), (mine, theirs), each) for each in altered]
    explained = {each for *_, touching in altered for each in touching} | set(filter(_is_mark, wording))
    explained |= {one for _, *pair in spoken for one in differences if one.kind == "name" and _names(one, *pair)}
    return QuotationDiff((*changes, *(change for change, *_ in spoken)), frozenset(explained))


# Quotations inside another one, and those that split it, are looked for among so many before a range.
_LOOK_BACK = 40


def _overlapping(quotations: Sequence[Quotation], span: Span) -> list[Quotation]:
    """The quotations, none of them inside another one, that share text with a range."""
    first = bisect_left(quotations, span.start, key=_start)
    last = bisect_left(quotations, span.end, key=_start)
    near = quotations[max(first - _LOOK_BACK, 0) : last]
    return [one for one in near if one.depth == 1 and span.start < one.end]


def _start(quotation: Quotation) -> int:
    return quotation.start


class _Passage(NamedTuple):
    """The part of a quotation in a range of text: its own range with its marks, and its words."""

    start: int
    end: int
    text: str


_Altered = tuple[_Passage | None, _Passage | None, list[Difference]]


def _passage(side: Side, span: Span, quotation: Quotation) -> _Passage:
    parts = [(max(start, span.start), min(end, span.end)) for start, end in quotation.parts]
    text = " … ".join(side.article.text[start:end] for start, end in parts if start < end)
    return _Passage(max(quotation.start, span.start), min(quotation.end, span.end), text)


def _without(passages: Sequence[_Passage], others: Sequence[_Passage]) -> Iterator[_Passage]:
    """Yield the passages whose words are in none of the others; signs do not count."""
    counts = Counter(map(_folded, others))
    for one in passages:
        counts[_folded(one)] -= 1
        if counts[_folded(one)] < 0:
            yield one


def _folded(passage: _Passage) -> tuple[str, ...]:
    return tuple(key for key in keys(tokenize(passage.text)) if key[0].isalnum())


def _touches(one: Difference, was: _Passage | None, now: _Passage | None) -> bool:
    """Whether a difference reaches into a passage, its marks included."""
    in_old = was is not None and one.approved_start < was.end and was.start <= one.approved_end
    return in_old or (now is not None and one.start < now.end and now.start <= one.end)


def _is_mark(one: Difference) -> bool:
    """Whether a difference is one of quotation marks alone."""
    return not (set(one.approved + one.found) - {" "} - FAMILIES.keys())


def _change(sides: tuple[Side, Side], spans: tuple[Span, Span], altered: _Altered) -> Change:
    """The change of a passage, at the first difference in it."""
    was, now, touching = altered
    first, there = was.start if was else spans[0].start, now.start if now else spans[1].start
    if touching:
        first, there = touching[0].approved_start, touching[0].start
    places = sides[0].article.place(first), sides[1].article.place(there)
    return Change("quotation", was.text if was else "", now.text if now else "", *places)


# Speakers.


_Spoken = tuple[Change, Attribution, Attribution]


def _speakers(old: Side, new: Side, mine: Sequence[Quotation], theirs: Sequence[Quotation]) -> Iterator[_Spoken]:
    """Yield each change of a speaker, with both attributions; nothing if one text has more quotations."""
    if len(mine) != len(theirs):
        return
    for one, other in zip(mine, theirs, strict=True):
        was, now = _speaker(old, one), _speaker(new, other)
        if was and now and not (is_same_speaker(was.name, now.name) or is_same_speaker(now.name, was.name)):
            places = old.article.place(was.start), new.article.place(now.start)
            yield Change("speaker", was.name, now.name, *places), was, now


def _speaker(side: Side, quotation: Quotation) -> Attribution | None:
    article = side.article
    found = attributed_to(quotation.start, quotation.end, article.sentences, article.text, side.index.quotations)
    return found[0] if found else None


def _is_inside(spoken: Attribution, span: Span) -> bool:
    """Whether a speaker is named in a range; the name that a pronoun refers to changes in its own sentence."""
    return span.start <= spoken.start < span.end


def _names(one: Difference, was: Attribution, now: Attribution) -> bool:
    """Whether a difference of names is that of two speakers."""
    return one.approved_start < was.end and was.start < one.approved_end and one.start < now.end and now.start < one.end
