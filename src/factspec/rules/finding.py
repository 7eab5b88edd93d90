"""A finding: one mismatch between an article and its spec, and what a rule yields to make one."""

import re
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from factspec.facts.difference import Difference


class Severity(StrEnum):
    """How much a finding weighs: an error fails the run, a warning is printed, off is counted."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


EXPECTED = "expected"
"""The label of the text that was expected; another label means that it is shown for comparison."""


class Mismatch(NamedTuple):
    """What a rule yields: a message, its places in the article and in the spec, and what was expected and found.

    `start` and `end` are offsets of `Article.text`, -1 where the mismatch has no place in the article;
    `source_start` and `source_end` are offsets of `Article.source`. They replace the other two for a marker or a
    reference, which is not part of the visible text. `spec_line` counts from 1; 0 means none. `expected`, `found` and
    `cited` are texts to show, empty if there is nothing to say. `found_start` is the offset of `Article.text` at which
    `found` begins, -1 if `found` is not part of it. `file` and `file_line` are a place in another file that the spec
    names, or in the policy if that is what the article disagrees with. `label` says what `expected` is. `doubt` turns
    an error into a warning unless the policy or the spec sets the rule's severity.
    """

    message: str
    start: int = -1
    end: int = -1
    source_start: int = -1
    source_end: int = -1
    spec_line: int = 0
    claim: str = ""
    expected: str = ""
    found: str = ""
    found_start: int = -1
    cited: str = ""
    differences: tuple[Difference, ...] = ()
    advice: str = ""
    doubt: bool = False
    file: str = ""
    file_line: int = 0
    label: str = EXPECTED


class Finding(NamedTuple):
    """One mismatch with its rule, severity and places.

    `path` is the article's. If the finding has no place in an article, it is that of the spec or of its file of
    sources. Lines and columns count from 1; the end is exclusive. `article` is always the path of the article.
    `family` is the rule's. `note` is that of the claim, in the checker's words.
    """

    rule: str
    family: str
    severity: Severity
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    spec: str
    spec_line: int
    claim: str = ""
    expected: str = ""
    found: str = ""
    cited: str = ""
    differences: tuple[Difference, ...] = ()
    advice: str = ""
    article: str = ""
    note: str = ""
    label: str = EXPECTED

    def __str__(self) -> str:
        """`path:line:column: message [rule]`, the form that editors and CI jump to."""
        level = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.path}:{self.line}:{self.column}: {level}{self.message} [{self.rule}]"


def counted_alone(finding: Finding) -> bool:
    """Whether a finding is only counted in the table of coverage: uncovered words that need not be covered."""
    return finding.rule == "uncovered" and finding.severity is Severity.WARNING


def plural(kind: str, count: int) -> str:
    """The plural of a kind of what was not read: "code blocks", "images without text", "lists of attributes"."""
    first, *others = re.split(r"(?= (?:without|of) )", kind, maxsplit=1)
    ending = "es" if first.endswith(("x", "ss")) else "s"
    return kind if count == 1 or first.endswith(("text", "navigation")) else f"{first}{ending}{''.join(others)}"


IN_ORDER = attrgetter("path", "line", "column", "rule", "claim", "spec_line")
"""The key that sorts the findings of a report."""


# The result of checking one article against one spec.


class ClaimResult(NamedTuple):
    """The verdict on a claim or a forbidden wording, where it was found, and the sources cited there.

    `line` and `column` count from 1 and are 0 if it was not found. `note` is the claim's, in the checker's words.
    `approved_by` and `approved_on`, a day such as `2026-05-19`, are those of the lock, even if the claim changed since.
    """

    id: str
    spec: str
    verdict: str
    path: str
    line: int
    column: int
    cites: tuple[str, ...] = ()
    note: str = ""
    approved_by: str = ""
    approved_on: str = ""


class ArticleResult(NamedTuple):
    """An article in figures.

    `sentences` counts those of the body, `with_claim` those with a claim, `cited` those with a marker in reach.
    Each sentence is one of `covered`, `partly` covered, `waived` or `uncovered`; `coverage` is the percentage of the
    first and the third. For quotations, pieces of evidence and facts of claims, `…_found` counts those found in a
    source and `…_unchecked` those that no stored text could settle. `not_read` are the kinds of what
    was not read, each with how many there are. `title` is the article's, empty if it has none; `published` is the day
    that its spec gives, such as `2026-05-20`.
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
    not_read: tuple[tuple[str, int], ...] = ()
    title: str = ""
    published: str = ""


class WaiverResult(NamedTuple):
    """A place of a waiver and how many findings it took; `line` and `column` are its sentence's, 0 if it names none.

    `approved_by` and `approved_on` are those of the lock, empty if nobody approved it.
    """

    rule: str
    at: str
    reason: str
    until: str
    spec: str
    spec_line: int
    taken: int
    line: int = 0
    column: int = 0
    approved_by: str = ""
    approved_on: str = ""


class Report(NamedTuple):
    """All that is known after a check of one article against one spec.

    `findings` are in the order of their places, waived and switched-off ones left out. `rules_off` are the
    codes of rules that were switched off.
    `stored` has the sources whose stored texts could be read, by id, each with the SHA-256 of its bytes. `families` are
    those of the rules that had the article as a whole to judge. `settled` are the findings that somebody saw when
    approving the article.
    """

    spec: str
    article: ArticleResult
    findings: tuple[Finding, ...]
    claims: tuple[ClaimResult, ...]
    waivers: tuple[WaiverResult, ...]
    rules_off: tuple[str, ...]
    stored: tuple[tuple[str, str], ...] = ()
    families: tuple[str, ...] = ()
    settled: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail the run."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def passed(self) -> bool:
        """Whether no finding is an error."""
        return not self.errors
