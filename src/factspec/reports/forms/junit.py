"""JUnit's XML: a suite for each spec, with a case for each claim and each family of rules, as pytest names them."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from factspec.language.printing import printable
from factspec.projects.verdict import Judged, Run
from factspec.reports.forms.text import block
from factspec.reports.item_names import address, endings
from factspec.rules.finding import Finding, Report, Severity, counted_alone

SUFFIXES = (".xml",)


class _Case(NamedTuple):
    """A test case with its findings; `error` says why it is not known what they are."""

    name: str
    findings: tuple[Finding, ...] = ()
    error: str = ""

    @property
    def fails(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class _Suite(NamedTuple):
    """The cases of a file, and properties of it."""

    name: str
    cases: tuple[_Case, ...]
    properties: tuple[tuple[str, str], ...] = ()


def render(run: Run) -> str:
    """One document; what is quoted is printable, so it has only characters that XML 1.0 allows."""
    suites = [*map(_of_spec, run.judged), *_of_others(run.missing)]
    if run.incomplete:
        suites.append(_Suite("factspec", (_Case("complete", error=run.incomplete),)))
    counts = _counts([case for suite in suites for case in suite.cases])
    head = ('<?xml version="1.0" encoding="utf-8"?>', f'<testsuites name="factspec" {counts}>')
    return "\n".join([*head, *(line for suite in suites for line in _suite_lines(suite)), "</testsuites>", ""])


def _counts(cases: Sequence[_Case]) -> str:
    failures, errors = sum(case.fails for case in cases), sum(bool(case.error) for case in cases)
    return f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'


def _of_spec(judged: Judged) -> _Suite:
    ending = endings([report.article.path for report in judged.reports])
    own = [_Case("spec", judged.findings)] if judged.findings else []
    cases = (case for report in judged.reports for case in _of_article(report, ending[report.article.path]))
    properties = (one for report in judged.reports for one in _properties(report, ending[report.article.path]))
    return _Suite(address(judged.path), (*own, *cases), tuple(properties))


def _of_article(report: Report, ending: str) -> Iterator[_Case]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        if not counted_alone(finding):
            found.setdefault((finding.claim, "" if finding.claim else finding.family), []).append(finding)
    for claim in report.claims:
        yield _Case(claim.id + ending, tuple(found.get((claim.id, ""), ())))
    for family in report.families:
        yield _Case(f"article:{family}{ending}", tuple(found.get(("", family), ())))


def _properties(report: Report, ending: str) -> Iterator[tuple[str, str]]:
    article = report.article
    yield f"coverage{ending}", f"{article.coverage} %"
    yield f"waivers{ending}", f"{len(report.waivers)}"
    yield f"citations{ending}", f"{article.markers} markers, {article.cited} of {article.sentences} sentences cited"


def _of_others(findings: Iterable[Finding]) -> Iterator[_Suite]:
    """A suite for each file that makes a project fail whatever was judged."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    for path, found in by_path.items():
        yield _Suite(address(path), (_Case("spec", tuple(found)),))


def _suite_lines(suite: _Suite) -> Iterator[str]:
    name = _quoted(suite.name)
    yield f'  <testsuite name="{name}" {_counts(suite.cases)}>'
    if suite.properties:
        yield "    <properties>"
        for key, value in suite.properties:
            yield f'      <property name="{_quoted(key)}" value="{_quoted(value)}"/>'
        yield "    </properties>"
    for case in suite.cases:
        inner = list(_inner(case))
        head = f'    <testcase classname="{name}" name="{_quoted(case.name)}" time="0"'
        yield "\n".join([f"{head}>", *inner, "    </testcase>"]) if inner else f"{head}/>"
    yield "  </testsuite>"


def _inner(case: _Case) -> Iterator[str]:
    """The failure of a case with all its findings; without one its warnings are output."""
    if case.error:
        yield f'      <error message="{_quoted(case.error)}"/>'
    if not case.findings:
        return
    text = _blocks(case.findings)
    if not case.fails:
        yield f"      <system-out>{text}</system-out>"
        return
    first = next(finding for finding in case.findings if finding.severity is Severity.ERROR)
    yield f'      <failure message="{_quoted(first.message)}" type="{_quoted(first.rule)}">{text}</failure>'


def _blocks(findings: Sequence[Finding]) -> str:
    return escape("\n".join(line for finding in findings for line in block(finding)))


def _quoted(text: str) -> str:
    return escape(printable(text, 600))
