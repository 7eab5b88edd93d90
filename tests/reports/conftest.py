"""A run as a value: findings, claims, sources and waivers, made without a file."""

from collections.abc import Callable

import pytest

from factspec.facts.difference import Difference
from factspec.projects.verdict import DeclaredSource, Judged, ReadFile, Run
from factspec.rules.finding import ArticleResult, ClaimResult, Finding, Report, Severity, WaiverResult

FOUND, EXPECTED = "Rain fell on Monday in Lund", "Rain fell on Tuesday in Lund"


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """A finding about the claim `rain`, with changes."""

    def made(**changes: object) -> Finding:
        values: dict[str, object] = {
            "rule": "claim-changed",
            "family": "claims",
            "severity": Severity.ERROR,
            "message": "weekday Tuesday → Monday (claim 'rain')",
            "path": "articles/a.txt",
            "line": 3,
            "column": 14,
            "end_line": 3,
            "end_column": 20,
            "spec": "specs/a.factspec.yaml",
            "spec_line": 6,
            "claim": "rain",
            "expected": EXPECTED,
            "found": FOUND,
            "differences": (Difference("weekday", "Tuesday", "Monday", 13, 20, 13, 19),),
            "advice": "restore the wording",
            "article": "articles/a.txt",
        }
        return Finding(**(values | changes))  # type: ignore[arg-type]

    return made


@pytest.fixture
def run_with() -> Callable[..., Run]:
    """A run of one spec with one article, its findings given; `text` is whatever else is quoted from it."""

    def made(
        *findings: Finding,
        text: str = "Rain in Lund",
        path: str = "articles/a.txt",
        missing: tuple[Finding, ...] = (),
        of_spec: tuple[Finding, ...] = (),
        incomplete: str = "",
    ) -> Run:
        spec = "specs/a.factspec.yaml"
        report = Report(
            spec=spec,
            article=ArticleResult(
                *(path, "0" * 64),
                sentences=4,
                with_claim=3,
                cited=3,
                markers=3,
                coverage=75,
                not_read=(("script", 1),),
                title=text,
                published="2026-05-20",
            ),
            findings=findings,
            claims=(
                ClaimResult("rain", spec, "passed", path, 3, 1, ("1",), note=text, approved_by=text),
                ClaimResult("cold", spec, "passed", path, 4, 1),
            ),
            waivers=(WaiverResult("uncited", text, text, "", spec, 9, 1, 5, 1),),
            rules_off=("source-unpinned",),
            stored=(("1", "1" * 64),),
            families=("citations", "text"),
        )
        sources = (
            DeclaredSource("1", 2, text, "1.txt", True, "", "", ("1",), "specs/1.txt", text, text, text),
            DeclaredSource("2", 3, "Wire", "", False, "", "", ("2",), url="https://wire.example/a", issued="2026-05"),
            DeclaredSource("3", 4, "Notes", "", False, "background", "", ("3",)),
            DeclaredSource("4", 5, "", "", False, "", "", ("4",)),
        )
        judged = Judged(spec, (report,), of_spec, sources, files=(ReadFile("spec", spec, "2" * 64),))
        return Run((judged,), missing, incomplete=incomplete)

    return made
