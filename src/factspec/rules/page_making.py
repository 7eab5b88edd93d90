"""Making a page of an article: the state of each sentence, from a case and the report on it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from factspec.articles.article import Article, Marker
from factspec.articles.draft import Kind, Piece
from factspec.claims.anchored import Anchored
from factspec.language.places import Place, Span
from factspec.rules.case import Case, Status
from factspec.rules.finding import ClaimResult, Finding, Report, Severity, counted_alone
from factspec.rules.messages import required
from factspec.rules.page import (
    FORBIDDEN,
    InSource,
    Page,
    PageBlock,
    PageClaim,
    PageMarker,
    PageSentence,
    PageSource,
    State,
)
from factspec.specs.model import Forbidden, Source

_STATES = {
    Status.COVERED: State.CHECKED,
    Status.PARTLY: State.PARTLY,
    Status.WAIVED: State.WAIVED,
    Status.UNCOVERED: State.UNCOVERED,
}
_UNCOVERED = "uncovered"


def page_of(case: Case, report: Report) -> Page:
    """The page of a case and the report on it."""
    article = case.article
    ways = _Ways(article)
    listed = [not counted_alone(one) for one in report.findings]
    ranges = [ways.range_of(one) if is_so else None for one, is_so in zip(report.findings, listed, strict=True)]
    reached = [_reached(case, one) for one in ranges]
    claims = tuple(_claims(case, report))
    rows = {one.block: one.row for one in article.cells}
    blocks = enumerate(article.blocks)
    return Page(
        text=article.text,
        blocks=tuple(PageBlock(kind.value, start, end, rows.get(number, 0)) for number, (kind, start, end) in blocks),
        sentences=tuple(_sentences(case, report, claims, reached)),
        markers=tuple(_markers(case)),
        claims=claims,
        quotations=tuple(
            InSource(case.text_of(one.words), one.sources, one.outcome.value) for one in case.source_checks.quotations
        ),
        sources=tuple(_source(one, case.source_checks.stored) for one in case.spec.sources),
        changed=tuple(
            sorted({span for one, at in zip(report.findings, ranges, strict=True) for span in _changed(case, one, at)})
        ),
        apart=tuple(number for number, is_so in enumerate(listed) if is_so and not reached[number]),
    )


# The sentences.


def _sentences(
    case: Case, report: Report, claims: Sequence[PageClaim], reached: Sequence[Sequence[int]]
) -> Iterator[PageSentence]:
    of_claims = _by_sentence(one.sentences for one in claims)
    of_quotations = _by_sentence(case.sentences_of(one.words) for one in case.source_checks.quotations)
    of_findings = _by_sentence(reached)
    of_waivers = _waivers(case)
    wrong = {
        number
        for number, one in enumerate(report.findings)
        if one.severity is Severity.ERROR and one.rule != _UNCOVERED
    }
    unread = _UNCOVERED in report.rules_off
    for number, ((start, end, block), covered) in enumerate(zip(case.article.sentences, case.covered, strict=True)):
        state = State.UNREAD if unread and case.kind_of(number) is Kind.CODE else _STATES[covered.status]
        found = tuple(of_findings.get(number, ()))
        yield PageSentence(
            start,
            end,
            block,
            state=state if wrong.isdisjoint(found) else State.WRONG,
            left=covered.left if state in (State.PARTLY, State.UNCOVERED) else (),
            claims=tuple(of_claims.get(number, ())),
            quotations=tuple(of_quotations.get(number, ())),
            waivers=tuple(of_waivers.get(number, ())),
            findings=found,
        )


def _by_sentence(reached: Iterable[Iterable[int]]) -> Mapping[int, Sequence[int]]:
    """For each sentence the indexes of the things that reach into it."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for index, sentences in enumerate(reached):
        for number in sentences:
            found[number].append(index)
    return found


def _waivers(case: Case) -> Mapping[int, Sequence[int]]:
    """For each sentence the waivers that name it, one for each rule: many may name one section.

    Those of the whole article are left out.
    """
    named = [(index, one) for index, one in enumerate(case.waivers) if not one.waiver.article]
    first = {(one.waiver.rule, one.sentences): index for index, one in reversed(named)}
    found: defaultdict[int, list[int]] = defaultdict(list)
    for (_, sentences), index in sorted(first.items(), key=lambda pair: pair[1]):
        for number in sentences:
            found[number].append(index)
    return found


def _markers(case: Case) -> Iterator[PageMarker]:
    declared = {label: source.id for source in case.spec.sources for label in source.cited_as or (source.id,)}
    if not case.article.sentences:
        return
    for one in case.article.markers:
        sources = tuple([declared.get(label, "") for label in one.ids])
        malformed = case.article.source[one.source_start : one.source_end] if one.problem else ""
        yield PageMarker(one.at, case.citing.sentence_at(one.at), one.ids, sources, malformed)


# The claims and their sources.


def _claims(case: Case, report: Report) -> Iterator[PageClaim]:
    results = {one.id: one for one in report.claims}
    evidence: defaultdict[str, list[InSource]] = defaultdict(list)
    for one in case.source_checks.evidence:
        quote = InSource(str(one.evidence.quote), (one.evidence.source,), one.outcome.value)
        evidence[one.claim.id].append(quote)
    values: defaultdict[str, list[InSource]] = defaultdict(list)
    for fact in case.source_checks.facts:
        words = InSource(case.text_of(fact.span), fact.sources, fact.outcome.value)
        values[fact.anchored.claim.id].append(words)
    for anchored, places in zip(case.anchored, case.places, strict=True):
        if anchored.claim.id in results:
            yield _claim(anchored, results[anchored.claim.id], places, evidence, values)
    places_of: defaultdict[str, list[int]] = defaultdict(list)
    for entry, span in case.forbidden:
        places_of[entry.id].extend(case.sentences_of(span))
    yield from (_forbidden(one, results[one.id].verdict, places_of[one.id]) for one in case.spec.forbidden)


def _claim(
    anchored: Anchored,
    result: ClaimResult,
    places: Iterable[Iterable[int]],
    evidence: Mapping[str, Sequence[InSource]],
    values: Mapping[str, Sequence[InSource]],
) -> PageClaim:
    claim = anchored.claim
    return PageClaim(
        claim.id,
        claim.line,
        claim.key,
        claim.text,
        result.verdict,
        sentences=tuple(sorted({number for place in places for number in place})),
        facts=tuple(zip([one.text for one in claim.facts], anchored.facts_found, strict=False)),
        speaker=str(claim.speaker),
        cites=required(claim.cites) if claim.cites else "",
        cited=result.cites,
        note=claim.note,
        tags=claim.tags,
        recheck=claim.recheck.isoformat() if claim.recheck else "",
        by=result.approved_by,
        on=result.approved_on,
        evidence=tuple(evidence.get(claim.id, ())),
        values=tuple(values.get(claim.id, ())),
    )


def _forbidden(entry: Forbidden, verdict: str, sentences: Iterable[int]) -> PageClaim:
    found = tuple(sorted(set(sentences)))
    return PageClaim(entry.id, entry.line, FORBIDDEN, str(entry.says), verdict, found, note=entry.reason)


def _source(source: Source, stored: Mapping[str, object]) -> PageSource:
    csl = source.csl
    by = next((csl[name] for name in ("author", "publisher", "container-title") if csl.get(name)), "")
    url = source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
    return PageSource(source.id, csl.get("title", ""), by, csl.get("issued", ""), url, source.id in stored)


# The places of findings, which have lines and columns of the file, in the text.


class _Ways:
    """The way from places in the file of an article to its text."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._pieces: Sequence[Piece] = sorted(article.map.pieces, key=attrgetter("source_start"))
        self._starts = [one.source_start for one in self._pieces]
        self._markers: Sequence[Marker] = sorted(article.markers, key=attrgetter("source_start"))
        self._marker_starts = [one.source_start for one in self._markers]

    def range_of(self, finding: Finding) -> Span | None:
        """The range of the text that a finding is about, empty for a marker; None if it is about no text."""
        article = self._article
        if finding.path != article.path or not article.sentences:
            return None
        start = article.lines.offset(Place(finding.line, finding.column))
        end = article.lines.offset(Place(finding.end_line, finding.end_column))
        first = self._offset(start)
        if first is None:
            return self._marker(start, end)
        last = self._offset(max(end - 1, start))
        return Span(first, first if last is None or end <= start else max(last + 1, first))

    def _offset(self, source: int) -> int | None:
        """The offset in the text of a character of the file; None if it is not shown."""
        number = bisect_right(self._starts, source) - 1
        if number < 0 or source >= self._pieces[number].source_end:
            return None
        piece = self._pieces[number]
        return piece.start + (source - piece.source_start if piece.verbatim else 0)

    def _marker(self, start: int, end: int) -> Span | None:
        number = max(bisect_right(self._marker_starts, start) - 1, 0)
        near = self._markers[number : bisect_left(self._marker_starts, max(end, start + 1))]
        found = next((one.at for one in near if one.source_end > start), None)
        return None if found is None else Span(found, found)


def _reached(case: Case, at: Span | None) -> Sequence[int]:
    """The sentences that a finding is about; a marker belongs to the sentence before it."""
    if at is None:
        return ()
    return case.sentences_of(at) if at.end > at.start else (case.citing.sentence_at(at.start),)


def _changed(case: Case, finding: Finding, at: Span | None) -> Iterator[Span]:
    """The ranges of the words that differ, of which the finding's own is the first."""
    marked = [one for one in finding.differences if one.kind != "citation" and one.end > one.start]
    if at is None or not marked or finding.rule.startswith(_UNCOVERED):
        return
    begin = at.start - marked[0].start
    if case.article.text[begin : begin + len(finding.found)] == finding.found:
        yield from (Span(begin + one.start, begin + one.end) for one in marked)
    elif at.end > at.start:
        yield at
