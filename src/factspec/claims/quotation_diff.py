"""What changed in the quotations of sentences that correspond: their words, their marks and their speakers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.claims.article_change import Change
from factspec.claims.article_units import Side
from factspec.claims.quotation.model import Attribution
from factspec.claims.quotation.speakers import attributed_to, is_same_speaker
from factspec.facts.difference import Difference
from factspec.language.places import Quotation, Span
from factspec.language.tokens import keys, tokenize


class QuotationDiff(NamedTuple):
    """What changed in quotations, and the differences of the sentences that this explains."""

    changes: tuple[Change, ...]
    explained: frozenset[Difference]


def quotation_diff(old: Side, new: Side, mine: Span, theirs: Span, differences: Sequence[Difference]) -> QuotationDiff:
    """The changes of quotations in two ranges of text that correspond and have these differences.

    A fact that changed in a quotation is left as one; other words that changed there are a change of the quotation.
    """
    quoted = _overlapping(old.index.quotations, mine), _overlapping(new.index.quotations, theirs)
    if not (quoted[0] or quoted[1]):
        return QuotationDiff((), frozenset())
    altered: dict[tuple[Quotation | None, Quotation | None], list[Difference]] = {}
    for one in differences:
        if one.kind == "wording":
            pair = _touched(quoted[0], one.approved_start, one.approved_end), _touched(quoted[1], one.start, one.end)
            if pair != (None, None):
                altered.setdefault(pair, []).append(one)
    changes = [change for pair in altered if (change := _altered(old, new, *pair, altered[pair][0]))]
    spoken = [one for one in _speakers(old, new, *quoted) if _is_inside(one[1], mine) and _is_inside(one[2], theirs)]
    explained = {one for found in altered.values() for one in found}
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


def _touched(quotations: Sequence[Quotation], start: int, end: int) -> Quotation | None:
    """The quotation that a difference reaches into, its marks included."""
    return next((one for one in quotations if start < one.end and (one.start < end or one.start <= start < end)), None)


def _altered(old: Side, new: Side, mine: Quotation | None, theirs: Quotation | None, at: Difference) -> Change | None:
    """The change of a quotation, none if its words are the same: then only the form of its marks changed."""
    was, now = _words(old, mine), _words(new, theirs)
    if _folded(was) == _folded(now):
        return None
    places = old.article.place(at.approved_start), new.article.place(at.start)
    return Change("quotation", was, now, *places)


def _words(side: Side, quotation: Quotation | None) -> str:
    return " … ".join(side.article.text[start:end] for start, end in quotation.parts) if quotation else ""


def _folded(text: str) -> tuple[str, ...]:
    return tuple(key for key in keys(tokenize(text)) if key[0].isalnum())


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
