"""An article as an editor's page shows it: blocks in groups, and each claim, finding and source with its address.

Each thing that somebody may point to has an id, which is also the fragment of its address in the page.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, zip_longest
from typing import NamedTuple
from urllib.parse import quote

from factspec.projects.verdict import Judged, Run
from factspec.reports.item_names import endings
from factspec.rules.finding import Finding, Report, Severity, counted_alone
from factspec.rules.page import Page, PageBlock, PageClaim, PageSource, State

_TITLE_LIMIT = 90
# The part of an article without a title in which its first words are looked for.
_TITLE_WITHIN = 20_000
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


class ShownFinding(NamedTuple):
    """A finding with the id of its element."""

    id: str
    finding: Finding

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


class Group(NamedTuple):
    """Blocks that are shown together, row by row: one block, the items of a list, or the cells of a table.

    Each block is the indexes of its sentences in the page.
    """

    kind: str
    rows: tuple[tuple[tuple[int, ...], ...], ...]

    @property
    def sentences(self) -> tuple[int, ...]:
        """Its sentences in order."""
        return tuple([one for row in self.rows for block in row for one in block])


class BarPart(NamedTuple):
    """A part of the bar of coverage, in hundredths of its length."""

    state: str
    sentences: int
    start: float
    width: float


class ShownArticle(NamedTuple):
    """An article of a spec with its page.

    `panels` begins the ids of the panels of its sentences. `claims` are in the order of the page. `listed` has the
    findings by their indexes in the report, `findings` the same with errors before warnings.
    """

    id: str
    title: str
    report: Report
    page: Page
    panels: str
    claims: tuple[ShownClaim, ...]
    listed: Mapping[int, ShownFinding]
    findings: tuple[ShownFinding, ...]
    sources: Mapping[str, ShownSource]
    is_open: bool = False

    @property
    def apart(self) -> tuple[ShownFinding, ...]:
        """The findings that are about no sentence."""
        return tuple([self.listed[number] for number in self.page.apart])

    @property
    def unplaced(self) -> tuple[ShownClaim, ...]:
        """The claims that are in no sentence."""
        return tuple([one for one in self.claims if not one.claim.sentences])

    @property
    def groups(self) -> Iterator[Group]:
        """The blocks of the article in order."""
        of_block: defaultdict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.page.sentences):
            of_block[sentence.block].append(number)
        for (kind, _), group in groupby(enumerate(self.page.blocks), key=lambda pair: _together(*pair)):
            rows = groupby(group, key=lambda pair: pair[1].row or -pair[0])
            yield Group(kind, tuple([tuple([tuple(of_block[number]) for number, _ in row]) for _, row in rows]))

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
        is_body = [block.kind in _BODY for block in self.page.blocks]
        counts = Counter([one.state for one in self.page.sentences if is_body[one.block]])
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
        _shown(one.path, ending, ids, report, page or _unread(report))
        for one in run.judged
        for report, page, ending in zip_longest(one.reports, one.pages, _endings(one))
    ]
    made.sort(key=lambda one: (not one.errors, not one.warnings))
    failing = sum(one.errors > 0 for one in made)
    return tuple(one._replace(is_open=len(made) == 1 or (one.errors > 0 and failing <= _OPEN)) for one in made)


def _unread(report: Report) -> Page:
    """The page of an article that is not at hand: all that was found is about no sentence."""
    apart = [number for number, one in enumerate(report.findings) if not counted_alone(one)]
    return Page("", (), (), (), (), (), (), (), tuple(apart))


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


def _shown(spec: str, ending: str, ids: _Ids, report: Report, page: Page) -> ShownArticle:
    """An article of a spec; `ending` distinguishes it from others of that spec."""
    name, panels = ids.of(f"{spec}{ending}"), ids.of("article")
    claims = [ShownClaim(ids.of(f"{spec}::{one.id}{ending}"), one) for one in page.claims]
    sources = {one.id: ShownSource(ids.of(f"{spec}::source:{one.id}{ending}"), one) for one in page.sources}
    listed = {
        number: ShownFinding(ids.of(f"{spec}::{one.line}:{one.column}:{one.rule}{ending}"), one)
        for number, one in enumerate(report.findings)
        if not counted_alone(one)
    }
    return ShownArticle(
        id=name,
        title=_title(report, page) or report.article.path,
        report=report,
        page=page,
        panels=panels,
        claims=tuple(claims),
        listed=listed,
        findings=urgent(listed.values()),
        sources=sources,
    )


def urgent(findings: Iterable[ShownFinding]) -> tuple[ShownFinding, ...]:
    """Errors before warnings."""
    return tuple(sorted(findings, key=lambda one: not one.is_error))


def _together(number: int, block: PageBlock) -> tuple[str, int]:
    """What blocks that are shown together have in common: items of a list, and cells, are with their neighbours."""
    return block.kind, -1 if block.kind in _IN_GROUPS else number


def _title(report: Report, page: Page) -> str:
    """The title of the article, otherwise its first words."""
    text = " ".join((report.article.title or page.text[:_TITLE_WITHIN].partition("\n")[0]).split())
    return text if len(text) <= _TITLE_LIMIT else f"{text[:_TITLE_LIMIT].rsplit(' ', 1)[0]} …"
