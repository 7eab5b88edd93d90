"""The result of a run: every spec that was judged, with its reports and the mistakes that kept it from being judged."""

from typing import NamedTuple

from factspec.rules.finding import Finding, Severity
from factspec.rules.report import Report

# The rule whose findings mean that the spec, not the article, is wrong.
SPEC_INVALID = "spec-invalid"


def counted_alone(finding: Finding) -> bool:
    """Whether a finding is told in the table of coverage alone: a sentence that need not be covered and is not."""
    return finding.rule == "uncovered-sentence" and finding.severity is Severity.WARNING


class DeclaredSource(NamedTuple):
    """A source as its spec declares it; `line` counts from 1, `pinned` says whether it gives the hash of its text."""

    id: str
    line: int
    title: str
    text: str
    pinned: bool
    role: str
    origin: str
    cited_as: tuple[str, ...]


class Judged(NamedTuple):
    """A spec held against its articles.

    `path` is the spec's, as shown. `reports` has one for each article that could be read; `findings` are the
    mistakes of the spec and of articles that could not. `sources` are those that the spec declares. `cached` says that
    the verdict was saved by an earlier run.
    """

    path: str
    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[DeclaredSource, ...] = ()
    cached: bool = False


class Run(NamedTuple):
    """What a run found: the specs in order, and the findings that belong to none (`spec-missing`, the policy's).

    With `list_uncovered` a report for people lists each uncovered sentence, also where it is only a warning.
    """

    judged: tuple[Judged, ...]
    missing: tuple[Finding, ...] = ()
    list_uncovered: bool = False

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings that a report for people lists."""
        return tuple(finding for finding in self.findings if self.list_uncovered or not counted_alone(finding))

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports of all articles."""
        return tuple(report for one in self.judged for report in one.reports)

    @property
    def cached(self) -> int:
        """How many of the reports were saved by an earlier run."""
        return sum(len(one.reports) for one in self.judged if one.cached)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: spec by spec, each in the order of its places."""
        of_specs = (
            finding
            for one in self.judged
            for finding in (*one.findings, *(found for report in one.reports for found in report.findings))
        )
        return (*of_specs, *self.missing)

    @property
    def exit_code(self) -> int:
        """0 without an error, 1 with one, 2 where a spec or the policy is wrong."""
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        if any(finding.rule == SPEC_INVALID for finding in errors):
            return 2
        return 1 if errors else 0
