"""How a claim of facts that do not all stand together is told: which hold, which do not, and what stands instead."""

from collections.abc import Iterator

from factspec.case import Case
from factspec.comparison.model import Difference
from factspec.fact import Fact
from factspec.facts_found import VALUE_KINDS, facts_in
from factspec.finding import Mismatch
from factspec.match.anchored import Anchored
from factspec.match.edges import uncut
from factspec.match.going_on import AMOUNTS
from factspec.match.listed import kinds_of, shown
from factspec.match.listed_days import bounded_day, day_of
from factspec.spec.model import Day, Name, Value
from factspec.spec.model import Fact as Listed
from factspec.telling import cited_line
from factspec.text.places import Span
from factspec.text.tokens import keys, tokenize

# A reader is told of no more facts than this that stand instead of a listed one.
_MOST = 20


def lacking(case: Case, anchored: Anchored) -> Mismatch:
    """The mismatch of a claim of facts, at the first that stands instead of one that is lacking, else at the claim."""
    claim, hull = anchored.claim, anchored.spans[0]
    listed = list(zip(claim.facts, anchored.holds, strict=True))
    missing = [fact for fact, holds in listed if not holds]
    instead = [(fact, *found) for fact in missing for found in _instead(case, anchored, fact)]
    place = instead[0][3] if instead else hull
    whole = Span(min(hull.start, place.start), max(hull.end, place.end))
    return Mismatch(
        message=f"claim '{claim.id}' changed: {_told(anchored, missing, [told for _, _, told, _ in instead])}",
        start=place.start,
        end=place.end,
        spec_line=claim.text_line,
        claim=claim.id,
        expected=claim.text,
        found=case.text_of(whole),
        found_start=whole.start,
        cited=cited_line(case, anchored),
        differences=tuple(
            Difference(one.kind, fact.text, one.shown, 0, 0, span.start - whole.start, span.end - whole.start)
            for fact, one, _, span in instead[:1]
        ),
        advice="restore the facts, or change `facts` if the new ones were checked",
    )


def _told(anchored: Anchored, missing: list[Listed], instead: list[str]) -> str:
    claim = anchored.claim
    held = shown([fact for fact, holds in zip(claim.facts, anchored.holds, strict=True) if holds])
    other = ", ".join(dict.fromkeys(instead))
    has = f"; it has {other}" if other else ""
    return f"no {shown(missing)} in the {claim.within.value} that holds {held}{has}"


def _instead(case: Case, anchored: Anchored, fact: Listed) -> Iterator[tuple[Fact, str, Span]]:
    """The facts of the same kind in the sentence that no other listed one speaks of: each as told, and its range.

    What bounds a value belongs to it ("nearly £90,000"), which is then another, be it written as the listed one.
    """
    number = case.sentence_at(anchored.spans[0].start)
    first = case.index.sentence_tokens[number].start
    kinds, words = _kinds(fact), _words_behind(fact)
    texts = [one.text for one in anchored.claim.facts if one is not fact or not isinstance(one, Value)]
    found = []
    for one in case.index.facts_of(number):
        place = Span(first + one.first, first + one.last)
        whole = uncut(case.index, place, names=False) if one.kind in VALUE_KINDS else place
        spoken_of = whole == place and any(one.shown in text or text in one.shown for text in texts)
        if one.kind in kinds and not spoken_of:
            found.append((one, place, whole))
            if len(found) == _MOST:
                break
    counted = [
        (one, place, uncut(case.index, wide, names=False))
        for one, place, _ in found
        if (wide := _with_noun(case, place, words)) != place
    ]
    for one, place, whole in counted or found:
        span = case.index.span(bounded_day(case.index, place) if isinstance(fact, Day) else whole)
        read = _read_as(case, one, place, fact)
        yield one._replace(shown=case.text_of(span)), f"'{case.text_of(span)}'{read}", span


def _read_as(case: Case, one: Fact, place: Span, fact: Listed) -> str:
    """Which day a weekday is taken for that stands instead of a listed one: "'Thursday', read as 2026-06-25"."""
    if one.kind != "weekday" or not isinstance(fact, Day):
        return ""
    day = day_of(case.index, one, place, case.spec.published)
    return f", read as {day.isoformat()}" if day else ""


def _words_behind(fact: Listed) -> tuple[str, ...]:
    """The words of a listed fact behind its number: "employees" of "23,000 employees"."""
    tokens = tokenize(fact.text)
    number = next((one for one in facts_in(tokens) if one.kind in VALUE_KINDS), None)
    return keys(tokens[number.last :]) if number else ()


def _with_noun(case: Case, place: Span, words: tuple[str, ...]) -> Span:
    """The place of a number with the words behind it that the listed one has too: "23,500 | employees"."""
    whole = Span(place.start, place.end + len(words))
    return whole if words and case.index.keys(Span(place.end, whole.end)) == words else place


def _kinds(fact: Listed) -> frozenset[str]:
    """The kinds of fact that could stand instead of a listed one; none for words that are no fact."""
    if isinstance(fact, Day):
        return frozenset({"date", "weekday"})
    if isinstance(fact, Name):
        return frozenset({"name"})
    tokens = tokenize(fact.text)
    whole = frozenset(one.kind for one in facts_in(tokens) if (one.first, one.last) == (0, len(tokens)))
    kinds = whole or kinds_of(fact)
    # A bare number may stand with a unit that the listed one leaves out.
    return AMOUNTS if kinds == {"number"} else kinds
