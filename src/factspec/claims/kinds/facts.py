"""Facts that must occur together (`facts`): the sentence or paragraph that contains most of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from itertools import accumulate, chain
from typing import NamedTuple

from factspec.articles.article import Cell
from factspec.claims.anchored import Anchored, Comparison, Outcome, Verdict
from factspec.claims.index import Index
from factspec.claims.listed import kinds_of, places_of
from factspec.claims.other_words import other_words
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.specs.model import Claim, Within
from factspec.specs.model import Fact as Listed

# So many facts found together show that a sentence is about the same matter.
_SAME_MATTER = 2
# If so many facts are not where they are listed, they have changed places with each other.
_EXCHANGED = 2
# How many characters are between two facts in the text of a claim.
_APART = len(" … ")


class Together(NamedTuple):
    """The facts found in one sentence, paragraph or row: the token range of each as listed, or None.

    `headings` are the ranges of those found in the heading of a column. `ordered` are all ranges of each fact, empty
    for one whose place its column gives.
    """

    places: tuple[Span | None, ...]
    ordered: tuple[Sequence[Span], ...]
    headings: frozenset[Span] = frozenset()

    @property
    def number(self) -> int:
        """How many of the facts are there."""
        return len(self.places) - self.places.count(None)

    @property
    def hull(self) -> Span:
        """The token range from the first fact there to the last, without headings; there must be at least one."""
        spans = [span for span in self.places if span is not None and span not in self.headings]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def anchor(claim: Claim, index: Index, published: date | None) -> Anchored:
    """Find where a claim's facts occur together; relative days count from the day of publication."""
    stretches = _stretches(index, claim, published)
    if not stretches:
        return Anchored(claim, Verdict.MISSING, reason=_no_row(index) if claim.within is Within.ROW else "")
    together = _best(claim, index, stretches)
    if not index.in_body(together.hull.start):
        # The body may contradict what a headline says as approved.
        together = next((one for one in stretches if _says_otherwise(index, claim, published, one)), together)
    facts_found = tuple(span is not None for span in together.places)
    spans = (index.span(together.hull),)
    if not all(facts_found):
        return Anchored(claim, Verdict.CHANGED, spans, facts_found=facts_found)
    fact_places = [span for span in together.places if span is not None]
    if framing := other_words(claim, index, fact_places):
        return Anchored(claim, Verdict.REFRAMED, spans, framing=framing, facts_found=facts_found)
    if claim.strict:
        in_order = _in_order(together)
        if not (in_order or claim.pinned):
            return _reordered(claim, index, together)
        fact_places = in_order or fact_places
    return Anchored(claim, Verdict.PASSED, spans, facts_found=facts_found, words=tuple(map(index.span, fact_places)))


def _best(claim: Claim, index: Index, stretches: Sequence[Together]) -> Together:
    """The first of the stretches with most facts; of a strict spec, the first that has them in the listed order."""
    best = min(stretches, key=partial(_rank, index))
    if not claim.strict or None in best.places:
        return best
    rank = _rank(index, best)
    alike = (one for one in stretches if _rank(index, one) == rank)
    return next(filter(_in_order, alike), best)


# The order of the facts in a strict spec: as the claim lists them.


def _in_order(together: Together) -> list[Span]:
    """A place of each fact, none before that of the fact listed before it; empty if there are no such places."""
    found: list[Span] = []
    last = Span(-1, -1)
    for place, spans in zip(together.places, _own_places(together.ordered), strict=True):
        later = [one for one in spans if one.start > last.start][:1]
        if place is None or (spans and not later and last not in spans):
            return []
        if later:
            last = later[0]
        found.append(last if spans else place)
    return found


def _own_places(places: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The places of each fact in order, without those inside a longer fact: "12" of "12 ships"."""
    inside, end = set(), -1
    for span in sorted(set(chain.from_iterable(places)), key=lambda one: (one.start, -one.end)):
        if span.end <= end:
            inside.add(span)
        end = max(end, span.end)
    return [sorted(span for span in spans if span not in inside) for spans in places]


def _reordered(claim: Claim, index: Index, together: Together) -> Anchored:
    """A claim whose facts are all there, but in another order; the differences are those that changed places."""
    own = _own_places(together.ordered)
    listed = [number for number, spans in enumerate(own) if spans]
    found = sorted(listed, key=lambda number: own[number][0])
    text, texts = index.article.text, [fact.text for fact in claim.facts]
    at = list(accumulate((len(one) + _APART for one in texts), initial=0))
    moved = [
        Difference("order", texts[before], text[start:end], at[before], at[before + 1] - _APART, start, end)
        for before, now in zip(listed, found, strict=True)
        for start, end in [index.span(own[now][0])]
        if before != now
    ]
    names = " and ".join(f"'{one.found}'" for one in moved)
    return Anchored(
        claim,
        Verdict.CHANGED,
        (index.span(together.hull),),
        Comparison(Outcome.CHANGED, tuple(moved)),
        facts_found=(True,) * len(claim.facts),
        reason=f"{names} have changed places" if len(moved) == _EXCHANGED else "the facts are in another order",
        words=tuple(map(index.span, sorted({*filter(None, together.places), *chain.from_iterable(together.ordered)}))),
    )


def _stretches(index: Index, claim: Claim, published: date | None) -> list[Together]:
    """The rows, sentences or paragraphs that contain most of a claim's facts, in order.

    If none of these is in the body, others that have enough of its facts to be about the same matter are among them: a
    common word is in most sentences.
    """
    if claim.within is Within.ROW:
        return _rows(index, claim, published)
    places = [_places_by_stretch(index, fact, claim.within, published) for fact in claim.facts]
    numbers = Counter(chain.from_iterable(places))
    most = max(numbers.values(), default=0)
    for least in (most, min(most, _same_matter(claim))):
        kept = sorted(stretch for stretch, number in numbers.items() if number >= least)
        found = [_together([spans.get(stretch, ()) for spans in places]) for stretch in kept]
        if any(index.in_body(one.hull.start) for one in found):
            break
    return found


def _together(places: Iterable[Sequence[Span]]) -> Together:
    """The facts of a stretch, by all places of each."""
    ordered = tuple(places)
    return Together(tuple([spans[0] if spans else None for spans in ordered]), ordered)


def _places_by_stretch(index: Index, fact: Listed, within: Within, published: date | None) -> dict[int, list[Span]]:
    """The places of a listed fact by the sentence or paragraph that has them; claims often share a phrase."""
    known = index.places_of_facts
    key = (fact._replace(line=0), within, published)
    if key not in known:
        found = known[key] = {}
        for span in places_of(index, fact, published):
            found.setdefault(_stretch_of(index, span, within), []).append(span)
    return known[key]


def _same_matter(claim: Claim) -> int:
    """How many of a claim's facts a sentence has that is about the same matter, and may contradict one of them."""
    return max(len(claim.facts) - 1, _SAME_MATTER)


def _rows(index: Index, claim: Claim, published: date | None) -> list[Together]:
    """The table rows that contain some of a claim's facts.

    A fact may be in the heading of a column. If all others are in the row, it must be the column of the fact that is
    listed after it.
    """
    article = index.article
    found = [(number, span) for number, fact in enumerate(claim.facts) for span in places_of(index, fact, published)]
    rows: dict[int, list[tuple[int, Span, Cell]]] = {}
    for number, span in found:
        cell = index.cells.get(article.sentences[index.sentence_of(span.start)].block)
        if cell is not None:
            rows.setdefault(cell.row, []).append((number, span, cell))
    headings = [one for one in index.headings_of_cells if one]
    headed = {span for _, span in found if _is_inside(index, span, headings)}
    above = [(number, span) for number, span in found if span in headed]
    columns = index.headings_of_rows
    return [_in_row(index, claim, rows[row], columns.get(row, ()), above) for row in sorted(rows)]


def _in_row(
    index: Index,
    claim: Claim,
    in_cells: Sequence[tuple[int, Span, Cell]],
    columns: Sequence[Span],
    headings: Sequence[tuple[int, Span]],
) -> Together:
    """The facts in the cells of a row, and of the others those in the headings of its columns."""
    in_row: list[list[Span]] = [[] for _ in claim.facts]
    for number, span, _ in in_cells:
        in_row[number].append(span)
    places = [spans[0] if spans else None for spans in in_row]
    above = [(number, span) for number, span in headings if places[number] is None and _is_inside(index, span, columns)]
    if {number for number, _ in above} == {number for number, place in enumerate(places) if place is None}:
        there = [number for number, spans in enumerate(in_row) if spans]
        after = {number: next((one for one in there if one > number), there[-1]) for number, _ in above}
        above = [pair for pair in above if _is_inside(index, pair[1], _headings_of(after[pair[0]], in_cells))]
        for number in after.values():
            in_row[number] = []  # its column gives its place, wherever the column is
    for number, span in above:
        places[number] = places[number] or span
    return Together(tuple(places), tuple(in_row), frozenset(span for _, span in above))


def _headings_of(fact: int, in_cells: Sequence[tuple[int, Span, Cell]]) -> list[Span]:
    """The headings of the columns in which a listed fact was found."""
    return [cell.heading for number, _, cell in in_cells if number == fact and cell.heading]


def _is_inside(index: Index, tokens: Span, places: Sequence[Span]) -> bool:
    start, end = index.span(tokens)
    return any(place.start <= start and end <= place.end for place in places)


def _no_row(index: Index) -> str:
    return "no table row has any of these facts" if index.article.cells else "the article has no table"


def _rank(index: Index, together: Together) -> tuple[int, int]:
    """The sort key: the one with most facts comes first, then the one in the body, if any."""
    return (-together.number, index.rank(together.hull.start))


def _says_otherwise(index: Index, claim: Claim, published: date | None, together: Together) -> bool:
    """Whether a sentence of the body has all facts but one, and another value of it, which the body does not have."""
    if together.number < _same_matter(claim) or not index.in_body(together.hull.start):
        return False
    missing = claim.facts[together.places.index(None)]
    kinds, number = kinds_of(missing), index.sentence_of(together.hull.start)
    if not any(one.kind in kinds for one in index.facts_of(number)):
        return False
    return not any(index.in_body(span.start) for span in places_of(index, missing, published))


def _stretch_of(index: Index, span: Span, within: Within) -> int:
    """The number of the sentence or block that a token range begins in."""
    sentence = index.sentence_of(span.start)
    return sentence if within is Within.SENTENCE else index.article.sentences[sentence].block
