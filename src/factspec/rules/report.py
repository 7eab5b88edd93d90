"""The result of holding one article against one spec."""

from typing import NamedTuple

from factspec.rules.finding import Finding, Severity


class ClaimResult(NamedTuple):
    """What became of a claim or a forbidden wording: its verdict, where it stands, and the sources cited there.

    `line` and `column` count from 1 and are 0 where it stands nowhere. `note` is the claim's, in the checker's words.
    """

    id: str
    spec: str
    verdict: str
    path: str
    line: int
    column: int
    cites: tuple[str, ...] = ()
    note: str = ""


class ArticleResult(NamedTuple):
    """An article in figures.

    `sentences` counts those of the body, `with_claim` those that hold a claim, `cited` those with a marker in reach.
    Each sentence is one of `covered`, `partly` covered, `waived` or `uncovered`; `coverage` is the percentage of the
    first and the third. Of quotations, pieces of evidence and facts of claims those are counted that stand in a
    source (`…_found`) and those that no stored text could settle (`…_unchecked`).
    """

    path: str
    sha256: str
    sentences: int
    with_claim: int
    cited: int
    markers: int
    covered: int = 0
    partly: int = 0
    waived: int = 0
    uncovered: int = 0
    coverage: int = 100
    quotations_found: int = 0
    quotations_unchecked: int = 0
    evidence_found: int = 0
    evidence_unchecked: int = 0
    facts_found: int = 0
    facts_unchecked: int = 0


class WaiverResult(NamedTuple):
    """A waiver and how many findings it took; `line` and `column` are its sentence's, 0 where it names none."""

    rule: str
    at: str
    reason: str
    until: str
    spec: str
    spec_line: int
    taken: int
    line: int = 0
    column: int = 0


class Report(NamedTuple):
    """All that is known after a check of one article against one spec.

    `findings` are in the order of their places, waived and switched-off ones left out. `rules_off` are the
    codes of rules that were switched off.
    `stored` has the sources whose stored texts could be read, by id, each with the SHA-256 of its bytes.
    """

    spec: str
    article: ArticleResult
    findings: tuple[Finding, ...]
    claims: tuple[ClaimResult, ...]
    waivers: tuple[WaiverResult, ...]
    rules_off: tuple[str, ...]
    stored: tuple[tuple[str, str], ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail the run."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def passed(self) -> bool:
        """Whether no finding is an error."""
        return not self.errors
