"""An article as an editor's page shows it: blocks in groups, sentences in pieces, each claim and finding at its place.

Each thing that somebody may point to has an id, which is also the fragment of its address in the page.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple
from urllib.parse import quote

from factspec.language.places import Reach, Span
from factspec.projects.verdict import Judged, Run, counted_alone
from factspec.reports.item_names import endings
from factspec.rules.finding import Finding, Report, Severity, WaiverResult
from factspec.rules.page import InSource, Page, PageBlock, PageClaim, PageMarker, PageSentence, PageSource, State

# Of a longer sentence the beginning is shown, of a longer text in a finding the part around its first change.
_SENTENCE_LIMIT = 20_000
_EXCERPT_LIMIT = 700
_TITLE_LIMIT = 90
# As many articles that need work are open at first; with more, the index is what a reader wants.
_OPEN = 3
# What a fragment of an address may contain unescaped besides letters and digits (RFC 3986, section 3.5).
_IN_FRAGMENT = "/?:@!$&'()*+,;=-._~"
# Kinds of blocks that are shown together with their neighbours.
_IN_GROUPS = frozenset({"list-item", "table-cell"})
# Kinds of blocks that coverage counts.
_BODY = frozenset({"paragraph", "list-item", "quotation"})


def fragment(text: str) -> str:
    """A text as the fragment of an address, and as an id: what may not be in a fragment is percent-encoded."""
    return quote(text, safe=_IN_FRAGMENT, errors="surrogatepass")


def counted(number: int, noun: str) -> str:
    """A number with its noun, which has a regular plural."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Piece(NamedTuple):
    """A run of text, or a marker, which has labels, each with the id of its source's element, empty if undeclared.

    `mark` is "changed" for words that differ, "left" for words that nothing accounts for, "malformed"
    for a marker that cannot be read as one, and "cut" for a remark in place of text.
    """

    text: str = ""
    mark: str = ""
    labels: tuple[tuple[str, str], ...] = ()


class ShownFinding(NamedTuple):
    """A finding with the id of its element, and its texts in pieces."""

    id: str
    finding: Finding
    expected: tuple[Piece, ...] = ()
    found: tuple[Piece, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether it fails the run."""
        return self.finding.severity is Severity.ERROR


class ShownClaim(NamedTuple):
    """A claim with the id of its element."""

    id: str
    claim: PageClaim


class ShownSource(NamedTuple):
    """A source with the id of its element."""

    id: str
    source: PageSource


class ShownSentence(NamedTuple):
    """A sentence, and what its panel says of it; `id` is the panel's.

    A claim or finding that reaches over several sentences is described at the first, and the others link to it.
    """

    id: str
    state: State
    pieces: tuple[Piece, ...]
    findings: tuple[ShownFinding, ...]
    claims: tuple[ShownClaim, ...]
    elsewhere: tuple[ShownClaim | ShownFinding, ...]
    quotations: tuple[InSource, ...]
    waivers: tuple[WaiverResult, ...]
    left: tuple[str, ...]
    about: frozenset[str]
    rules: frozenset[str]

    @property
    def is_warned(self) -> bool:
        """Whether there is a warning about it."""
        return any(not one.is_error for one in self.findings)


class Group(NamedTuple):
    """Blocks that are shown together, row by row: one block, the items of a list, or the cells of a table."""

    kind: str
    rows: tuple[tuple[tuple[ShownSentence, ...], ...], ...]

    @property
    def sentences(self) -> tuple[ShownSentence, ...]:
        """Its sentences in order."""
        return tuple(one for row in self.rows for block in row for one in block)


class BarPart(NamedTuple):
    """A part of the bar of coverage, in hundredths of its length."""

    state: str
    sentences: int
    start: float
    width: float


class ShownArticle(NamedTuple):
    """An article of a spec; `apart` are findings about no sentence, `unplaced` claims in none."""

    id: str
    title: str
    report: Report
    groups: tuple[Group, ...]
    findings: tuple[ShownFinding, ...]
    apart: tuple[ShownFinding, ...]
    unplaced: tuple[ShownClaim, ...]
    sources: tuple[ShownSource, ...]
    is_open: bool = False

    @property
    def errors(self) -> int:
        """How many errors were found."""
        return sum(one.is_error for one in self.findings)

    @property
    def warnings(self) -> int:
        """How many warnings were found."""
        return len(self.findings) - self.errors

    @property
    def failed(self) -> int:
        """How many claims failed."""
        failed = {one.finding.claim for one in self.findings if one.is_error}
        return sum(claim.id in failed for claim in self.report.claims)

    @property
    def bar(self) -> tuple[BarPart, ...]:
        """The bar of coverage: the sentences of the body by their states, those to mend first."""
        counts = Counter(one.state for group in self.groups if group.kind in _BODY for one in group.sentences)
        every, at, parts = counts.total() or 1, 0.0, []
        for state in (State.WRONG, State.CHECKED, State.WAIVED, State.PARTLY, State.UNCOVERED):
            width = 100 * counts[state] / every
            parts.append(BarPart(state.name.lower(), counts[state], round(at, 2), round(width, 2)))
            at += width
        return tuple(parts)


def shown_articles(run: Run) -> tuple[ShownArticle, ...]:
    """The articles of a run that has their pages, those that need work first; a few of these are open."""
    ids = _Ids()
    made = [
        _Article(one.path, ending, ids, report, page or _unread(report)).shown()
        for one in run.judged
        for report, page, ending in zip_longest(one.reports, one.pages, _endings(one))
    ]
    made.sort(key=lambda one: (not one.errors, not one.warnings))
    failing = sum(one.errors > 0 for one in made)
    return tuple(one._replace(is_open=len(made) == 1 or (one.errors > 0 and failing <= _OPEN)) for one in made)


def _unread(report: Report) -> Page:
    """The page of an article that is not at hand: all that was found is about no sentence."""
    return Page("", (), (), (), (), (), (), (), apart=tuple(range(len(report.findings))))


def _endings(judged: Judged) -> list[str]:
    paths = [report.article.path for report in judged.reports]
    ending = endings(paths)
    return [ending[path] for path in paths]


class _Ids:
    """The ids of elements, each given once."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, text: str) -> str:
        """The id for a text; a text that comes again has a number at its end."""
        self._given[text] += 1
        count = self._given[text]
        return fragment(text) if count == 1 else self.of(f"{text}-{count}")


class _Article:
    """An article of a spec on its way into the page; `ending` distinguishes it from others of that spec."""

    def __init__(self, spec: str, ending: str, ids: _Ids, report: Report, page: Page) -> None:
        self._report = report
        self._page = page
        self._id = ids.of(f"{spec}{ending}")
        article = ids.of("article")
        self._panels = [f"{article}.{number}" for number in range(1, len(page.sentences) + 1)]
        self._claims = [ShownClaim(ids.of(f"{spec}::{one.id}{ending}"), one) for one in page.claims]
        self._sources = {one.id: ShownSource(ids.of(f"{spec}::source:{one.id}{ending}"), one) for one in page.sources}
        listed = [(number, one) for number, one in enumerate(report.findings) if not counted_alone(one)]
        self._findings = {
            number: _shown(ids.of(f"{spec}::{one.line}:{one.column}:{one.rule}{ending}"), one) for number, one in listed
        }
        self._described: set[str] = set()
        self._markers: defaultdict[int, list[PageMarker]] = defaultdict(list)
        for marker in page.markers:
            self._markers[marker.sentence].append(marker)
        self._changed = Reach(page.changed)

    def shown(self) -> ShownArticle:
        """The article as it is shown."""
        page, title = self._page, _title(self._report, self._page)
        return ShownArticle(
            id=self._id,
            title=title or self._report.article.path,
            report=self._report,
            groups=tuple(self._groups()),
            findings=_urgent(self._findings.values()),
            apart=tuple(self._findings[number] for number in page.apart if number in self._findings),
            unplaced=tuple(one for one in self._claims if not one.claim.sentences),
            sources=tuple(self._sources.values()),
        )

    def _groups(self) -> Iterator[Group]:
        of_block: defaultdict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self._page.sentences):
            of_block[sentence.block].append(number)
        for (kind, _), group in groupby(enumerate(self._page.blocks), key=lambda pair: _together(*pair)):
            rows = groupby(group, key=lambda pair: pair[1].row or -pair[0])
            shown = (tuple(tuple(map(self._sentence, of_block[number])) for number, _ in row) for _, row in rows)
            yield Group(kind, tuple(shown))

    def _sentence(self, number: int) -> ShownSentence:
        one, page = self._page.sentences[number], self._page
        claims = [self._claims[index] for index in one.claims]
        findings = [self._findings[index] for index in one.findings if index in self._findings]
        every: list[ShownFinding | ShownClaim] = [*findings, *claims]
        elsewhere = tuple(each for each in every if each.id in self._described)
        first = {each.id for each in every} - self._described
        self._described |= first
        return ShownSentence(
            id=self._panels[number],
            state=one.state,
            pieces=tuple(self._pieces(one, self._markers[number])),
            findings=_urgent(each for each in findings if each.id in first),
            claims=tuple(each for each in claims if each.id in first),
            elsewhere=elsewhere,
            quotations=tuple(page.quotations[index] for index in one.quotations),
            waivers=tuple(self._report.waivers[index] for index in one.waivers),
            left=tuple(page.text[span.start : span.end] for span in one.left),
            about=frozenset(each.claim.id for each in claims) | {each.finding.claim for each in findings} - {""},
            rules=frozenset(each.finding.rule for each in findings),
        )

    def _pieces(self, sentence: PageSentence, markers: Sequence[PageMarker]) -> Iterator[Piece]:
        start, end = sentence.start, min(sentence.end, sentence.start + _SENTENCE_LIMIT)
        spans = sentence.left if sentence.state is State.PARTLY else ()
        waiting: defaultdict[int, list[Piece]] = defaultdict(list)
        for each in markers:
            waiting[min(max(each.at, start), end)].append(self._marker(each))
        edges = (at for span in (*spans, *self._changed_in(start, end)) for at in span if start < at < end)
        stops = sorted({start, end, *edges, *waiting})
        left = Reach(spans)
        yield from waiting.get(start, ())
        for first, last in pairwise(stops):
            mark = "changed" if self._changed.at(first) > first else "left" if left.at(first) > first else ""
            yield Piece(self._page.text[first:last], mark)
            yield from waiting.get(last, ())
        if end < sentence.end:
            yield Piece(f" … and {sentence.end - end:,} more characters, which are not shown here", "cut")

    def _changed_in(self, start: int, end: int) -> Sequence[Span]:
        changed = self._page.changed
        return changed[bisect_left(changed, (start - 1,)) : bisect_left(changed, (end,))]

    def _marker(self, marker: PageMarker) -> Piece:
        if marker.malformed:
            return Piece(marker.malformed, "malformed")
        labels = zip(marker.labels, marker.sources, strict=True)
        return Piece(labels=tuple((label, self._sources[one].id if one else "") for label, one in labels))


def _urgent(findings: Iterable[ShownFinding]) -> tuple[ShownFinding, ...]:
    """Errors before warnings."""
    return tuple(sorted(findings, key=lambda one: not one.is_error))


def _together(number: int, block: PageBlock) -> tuple[str, int]:
    """What blocks that are shown together have in common: items of a list, and cells, are with their neighbours."""
    return block.kind, -1 if block.kind in _IN_GROUPS else number


def _title(report: Report, page: Page) -> str:
    """The title of the article, otherwise its first words."""
    text = " ".join((report.article.title or page.text[:_SENTENCE_LIMIT].partition("\n")[0]).split())
    return text if len(text) <= _TITLE_LIMIT else f"{text[:_TITLE_LIMIT].rsplit(' ', 1)[0]} …"


def _shown(name: str, finding: Finding) -> ShownFinding:
    marked = [one for one in finding.differences if one.kind != "citation"]
    expected = _excerpt(finding.expected, [Span(one.approved_start, one.approved_end) for one in marked])
    return ShownFinding(name, finding, expected, _excerpt(finding.found, [Span(one.start, one.end) for one in marked]))


def _excerpt(text: str, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """A text with its marks; of a long one the part around the first."""
    marked = sorted(one for one in marks if one.start < one.end)
    start = max(0, min(marked[0].start - _EXCERPT_LIMIT // 3, len(text) - _EXCERPT_LIMIT)) if marked else 0
    end = min(len(text), start + _EXCERPT_LIMIT)
    reach = Reach(marked)
    edges = (each for span in marked for each in span if start < each < end)
    pieces = [
        Piece(text[first:last], "changed" if reach.at(first) > first else "")
        for first, last in pairwise(sorted({start, end, *edges}))
    ]
    return (*([Piece("… ")] if start else []), *pieces, *([Piece(" …")] if end < len(text) else []))
