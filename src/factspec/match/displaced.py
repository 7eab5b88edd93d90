"""Listed values that a sentence only compares another with: "rose 1 per cent, down from 4 per cent" for 4 per cent."""

from collections.abc import Iterator, Sequence

from factspec.amount import Amount
from factspec.fact import Fact
from factspec.match.framing_word import Frame
from factspec.match.going_on import AMOUNTS, DAYS
from factspec.match.index import Index
from factspec.text.places import Span

# How many tokens before a value the words that make it a former, a foreseen or a mistaken one stand.
_REACH = 4
_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "down from,up from,compared with,compared to,rather than,instead of,forecast of,forecasts of,target of,"
        "targets of,estimate of,estimates of,expectations of"
    ).split(",")
)
_PLANNED = frozenset("planned scheduled due expected originally".split())
# "12 per cent, against 31 per cent before"
_AGAINST = frozenset("against versus vs".split())
_FORMER = frozenset("before earlier previously ago last expected forecast".split())


def displaced(index: Index, listed: Sequence[Span]) -> Iterator[Frame]:
    """The words before a listed value that compare with it one that is not listed.

    `listed` are the token ranges of the facts that stand together in a sentence.
    """
    number = index.sentence_of(listed[0].start)
    first = index.sentence_tokens[number].start
    values = [one for one in index.facts_of(number) if one.kind in AMOUNTS]
    for span in listed:
        yield from _planned(index, number, span, listed)
        words = _comparing(index, first, span)
        if not words or any(_holds(one, words) for one in listed):
            continue
        own = next((one for one in values if _holds(span, _place(one, first))), None)
        if own and any(_stands(one, own, listed, first, words.start) for one in values):
            yield Frame("comparison", words)


def _planned(index: Index, number: int, span: Span, listed: Sequence[Span]) -> Iterator[Frame]:
    """What makes a listed day one that was only planned: "planned for | 12 May | but held on 13 May"."""
    first, last = index.sentence_tokens[number]
    near = index.keys(Span(max(span.start - _REACH, first), span.start))
    dated = [_place(one, first) for one in index.facts_of(number) if one.kind in DAYS]
    if _PLANNED.isdisjoint(near) or not any(_holds(span, day) for day in dated):
        return
    but = next((at for at in range(span.end, min(span.end + _REACH, last)) if index.token_keys[at] == "but"), last)
    if any(day.start > but and not any(_holds(one, day) for one in listed) for day in dated):
        yield Frame("comparison", Span(but, but + 1))


def _place(one: Fact, first: int) -> Span:
    return Span(one.first + first, one.last + first)


def _holds(span: Span, place: Span) -> bool:
    return span.start < place.end and place.start < span.end


def _comparing(index: Index, first: int, span: Span) -> Span | None:
    """The words that compare with a value, before it: "down from", or "against" where it is one of before."""
    for at in range(span.start - 2, max(span.start - 2 - _REACH, first) - 1, -1):
        if index.keys(Span(at, at + 2)) in _PAIRS:
            return Span(at, at + 2)
    opposed = span.start > first and index.token_keys[span.start - 1] in _AGAINST
    former = opposed and not _FORMER.isdisjoint(index.keys(Span(span.end, span.end + _REACH)))
    return Span(span.start - 1, span.start) if former else None


def _stands(one: Fact, own: Fact, listed: Sequence[Span], first: int, before: int) -> bool:
    """Whether a value of the same sort stands before the comparison and is not listed."""
    place = _place(one, first)
    same = one.kind == own.kind and _sort(one) == _sort(own)
    return same and place.end <= before and not any(_holds(span, place) for span in listed)


def _sort(fact: Fact) -> object:
    return (fact.value.form, fact.value.unit) if isinstance(fact.value, Amount) else None
