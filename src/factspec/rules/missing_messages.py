"""What a finding says about facts or words that were looked for and are missing."""

from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Anchored
from factspec.claims.citing import bracketed
from factspec.claims.cut_facts import uncut
from factspec.claims.evidence.checking import Closeness, NearestPassage, nearest
from factspec.claims.evidence.model import CheckedEvidence, CheckedFact, CheckedQuotation
from factspec.claims.listed import bounded_day, day_of, kinds_of, shown
from factspec.claims.quotation.words import word_differences
from factspec.facts.difference import Difference
from factspec.facts.fact import Fact, is_bare
from factspec.facts.found import agree, counted_kinds, day_kinds, facts_in, resolve, value_kinds
from factspec.language.calendar import Opaque, Relative, When
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch
from factspec.rules.messages import cited_line, headline, or_review
from factspec.specs.model import Day, Name, Value, Within
from factspec.specs.model import Fact as Listed

# A claim of facts: those found together, those missing, and what was found instead.

# At most so many facts are shown as found instead of a listed one.
_MOST_INSTEAD = 20


def facts_missing(case: Case, anchored: Anchored) -> Mismatch:
    """The mismatch of a claim of facts, at the first fact found instead of a missing one, otherwise at the claim."""
    claim, hull = anchored.claim, anchored.spans[0]
    listed = list(zip(claim.facts, anchored.facts_found, strict=True))
    missing = [fact for fact, facts_found in listed if not facts_found]
    instead = [(fact, *found) for fact in missing for found in _instead(case, anchored, fact)]
    place = instead[0][3] if instead else hull
    whole = Span(min(hull.start, place.start), max(hull.end, place.end))
    return Mismatch(
        message=headline(claim.id, "changed", _named(case, anchored, missing, instead)),
        start=place.start,
        end=place.end,
        spec_line=claim.text.line,
        claim=claim.id,
        expected=claim.text,
        found=case.text_of(whole),
        found_start=whole.start,
        cited=cited_line(case, anchored),
        differences=tuple(
            Difference(one.kind, fact.text, one.shown, 0, 0, span.start - whole.start, span.end - whole.start)
            for fact, one, _, span in instead[:1]
        ),
        advice=or_review(case, "restore the facts", claim.id),
    )


def _named(
    case: Case, anchored: Anchored, missing: Sequence[Listed], instead: Sequence[tuple[Listed, Fact, str, Span]]
) -> str:
    claim = anchored.claim
    present = shown([fact for fact, facts_found in zip(claim.facts, anchored.facts_found, strict=True) if facts_found])
    where = f"in the {claim.within.value} with {present}"
    bounds = {fact: bound for fact, _, _, span in instead if (bound := _bound(case, fact, span))}
    bounded = [f"'{fact.text}' is bounded by '{bound}'" for fact, bound in bounds.items()]
    absent = [fact for fact in missing if fact not in bounds]
    if not absent:
        return f"{'; '.join(bounded)} {where}"
    other = ", ".join(dict.fromkeys([words for fact, _, words, _ in instead if fact not in bounds]))
    has = f"; it has {other}" if other else ""
    return "; ".join([f"no {shown(absent)} {where}{has}", *bounded])


def found_instead(case: Case, anchored: Anchored, fact: Listed) -> tuple[str, ...]:
    """The values that may replace a missing fact, as a spec has them: in the article's words, a day as its date.

    One is empty if it is no day that can be known.
    """
    found = ((resolve(one, case.spec.published), case.text_of(span)) for one, _, span in _instead(case, anchored, fact))
    days = isinstance(fact, Day)
    return tuple(dict.fromkeys((day.isoformat() if day else "") if days else text for day, text in found))


def _bound(case: Case, fact: Listed, found: Span) -> str:
    """The words that bound a listed value in a range of the article: "At least" of "At least 300"; empty if none do."""
    wanted = next(iter(facts_in(tokenize(fact.text))), None)
    tokens = case.index.tokens_in(found)
    there = facts_in(case.index.tokens[tokens.start : tokens.end])
    if isinstance(fact, Day):
        same = [one for one in there if resolve(one, case.spec.published) == fact.day]
    else:
        same = [one for one in there if wanted and not wanted.first and agree(wanted, one)]
    bounding = same[0].first if same else 0
    return case.text_of(case.index.span(Span(tokens.start, tokens.start + bounding))) if bounding else ""


def _instead(case: Case, anchored: Anchored, fact: Listed) -> Iterator[tuple[Fact, str, Span]]:
    """Facts of the same kind in the sentence that are not another listed one: each with its words and its range.

    What bounds a value belongs to it: "nearly £90,000" is not £90,000.
    """
    kinds, words = _kinds(fact), _words_after(fact)
    texts = [one.text for one in anchored.claim.facts if one is not fact or not isinstance(one, Value)]
    found = []
    for one, place in _facts_around(case, anchored):
        whole = uncut(case.index, place, names=False) if one.kind in value_kinds() else place
        spoken_of = whole == place and any(one.shown in text or text in one.shown for text in texts)
        if one.kind in kinds and not spoken_of:
            found.append((one, place, whole))
            if len(found) == _MOST_INSTEAD:
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


def _facts_around(case: Case, anchored: Anchored) -> Iterator[tuple[Fact, Span]]:
    """The facts of the sentence that a claim was found in, or of the table row, each with its token range."""
    number = case.sentence_at(anchored.spans[0].start)
    numbers = [number] if anchored.claim.within is not Within.ROW else _sentences_of_row(case, number)
    for each in numbers:
        first = case.index.sentence_tokens[each].start
        for one in case.index.facts_of(each):
            yield one, Span(first + one.first, first + one.last)


def _sentences_of_row(case: Case, number: int) -> list[int]:
    """The indexes of the sentences in the table row of one of them."""
    sentences, rows = case.article.sentences, {cell.block: cell.row for cell in case.article.cells}
    row = rows[sentences[number].block]
    return [each for each, sentence in enumerate(sentences) if rows.get(sentence.block) == row]


def _read_as(case: Case, one: Fact, place: Span, fact: Listed) -> str:
    """The day meant by what is no date and found instead of a listed day: "'Thursday', read as 2026-06-25"."""
    if not isinstance(fact, Day) or isinstance(one.value, When | Relative | Opaque):
        return ""
    day = day_of(case.index, one, place, case.spec.published)
    return f", read as {day.isoformat()}" if day else ""


def _words_after(fact: Listed) -> tuple[str, ...]:
    """The words of a listed fact after its number: "employees" of "23,000 employees"."""
    tokens = tokenize(fact.text)
    number = next((one for one in facts_in(tokens) if one.kind in value_kinds()), None)
    return keys(tokens[number.last :]) if number else ()


def _with_noun(case: Case, place: Span, words: tuple[str, ...]) -> Span:
    """A number with the words after it, if the listed fact has them too: "23,500 | employees"."""
    whole = Span(place.start, place.end + len(words))
    return whole if words and case.index.keys(Span(place.end, whole.end)) == words else place


def _kinds(fact: Listed) -> frozenset[str]:
    """The kinds of fact that could replace a listed one; empty for words that are not a fact."""
    if isinstance(fact, Day):
        return day_kinds()
    if isinstance(fact, Name):
        return frozenset({"name"})
    tokens = tokenize(fact.text)
    found = facts_in(tokens)
    kinds = frozenset(one.kind for one in found if (one.first, one.last) == (0, len(tokens))) or kinds_of(fact)
    # A bare number may come with a unit that the listed fact leaves out.
    bare = kinds and all(is_bare(one) for one in found if one.kind in kinds)
    return counted_kinds() if bare else kinds


# Words that are not in a source, shown beside the nearest passage of the sources.

# At most so many mismatches of one rule are shown with the nearest passage, because each needs a search.
_SOURCING_MOST = 50


def evidence_missing(case: Case, tested: CheckedEvidence) -> Mismatch:
    """The mismatch of evidence that is not in its source."""
    claim, piece = tested.claim, tested.evidence
    near = nearest(piece.quote, case.source_checks.usable([piece.source]))
    closeness = near.closeness if near else Closeness.ABSENT
    found = near.text if near else ""
    what = "differs from" if closeness is Closeness.DRIFTED else "is not in"
    return Mismatch(
        message=f"evidence of claim '{claim.id}' {what} source {piece.source} ({closeness.upper()})",
        spec_line=piece.quote.line,
        claim=claim.id,
        expected=piece.quote,
        found=found,
        differences=word_differences(piece.quote, found) if closeness is Closeness.DRIFTED else (),
        advice="copy the source's words, or check the claim against the source again",
    )


def quotation_missing(case: Case, one: CheckedQuotation, number: int) -> Mismatch:
    """The mismatch of a quotation that is in none of its sources; `number` counts those reported before it."""
    words = case.text_of(one.words)
    near = _near(case, words, one.sources, number)
    claim = next(
        (
            anchored.claim
            for anchored in case.anchored
            for span in anchored.spans
            if anchored.claim.quotes and span.start < one.words.end and one.words.start < span.end
        ),
        None,
    )
    drifted = near is not None and near.closeness is Closeness.DRIFTED and len(one.quotation.parts) == 1
    return Mismatch(
        message=f"the quotation is not in {bracketed(one.sources)}, which its sentence cites",
        start=one.words.start,
        end=one.words.end,
        spec_line=claim.text.line if claim else 0,
        claim=claim.id if claim else "",
        expected=near.text if near else "",
        label="nearest",
        found=words,
        found_start=one.words.start,
        differences=word_differences(near.text, words) if near and drifted else (),
        advice="restore the words of the source, or cite the source that has them",
    )


def fact_missing(case: Case, stated: CheckedFact, number: int) -> Mismatch:
    """The mismatch of a fact of a claim that is in none of its sources; `number` counts those reported before it."""
    claim = stated.anchored.claim
    near = _near(case, case.text_of(stated.anchored.spans[0]), stated.sources, number)
    return Mismatch(
        message=f"{stated.fact.kind} '{stated.fact.shown}' of claim '{claim.id}' is not in {bracketed(stated.sources)}",
        start=stated.span.start,
        end=stated.span.end,
        spec_line=claim.text.line,
        claim=claim.id,
        expected=f"{near.text} [{near.source}]" if near else "",
        label="nearest",
        found=case.text_of(stated.span),
        found_start=stated.span.start,
        advice="correct it, cite the source that has it, or add the passage to `evidence`",
    )


def _near(case: Case, words: str, sources: Sequence[str], number: int) -> NearestPassage | None:
    return nearest(words, case.source_checks.usable(sources)) if number < _SOURCING_MOST else None
