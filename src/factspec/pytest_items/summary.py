"""What pytest's items send to the summary, under xdist from another process, and the lines that are made of it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factspec.language.printing import printable
from factspec.reports.forms.text import block, fold_of, folded
from factspec.reports.item_names import PATH_LIMIT
from factspec.reports.summary import Figures, coverage_table, errors_line, figures_of, summary_lines, together
from factspec.rules.finding import ArticleResult, Finding, Report, Severity


def of_article(report: Report, spec: Path, *, cached: bool) -> dict[str, Any]:
    """What each item sends about its article, of the spec in a file: values that JSON has.

    `cached` says that the report was saved by an earlier run.
    """
    return {
        "article": printable(f"{spec}@{report.article.path}", 2 * PATH_LIMIT),
        "figures": figures_of(report)._replace(claims=0, failed=0, cached=int(cached))._asdict(),
        "spec": report.spec,
        "coverage": report.article._asdict(),
        "off": list(report.rules_off),
    }


def of_item(found: Sequence[Finding], *, claims: int, article: Mapping[str, Any]) -> dict[str, Any]:
    """What an item sends about itself and its article, empty if it has none; `claims` is how many it checks."""
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    return {
        "of": article,
        "claims": claims,
        "failed": claims if errors else 0,
        "errors": errors,
        "warnings": [(fold_of(one), "\n".join(block(one))) for one in found if one.severity is Severity.WARNING],
    }


def summary_of(judged: Mapping[tuple[str, str], dict[str, Any]], *, verbose: bool = False) -> Iterator[str]:
    """The lines of the summary section, from what each item judged, by its id and article.

    Warnings come first, then figures: claims as many as ran, each article once.
    """
    warnings = [warning for one in judged.values() for warning in one["warnings"]]
    for warning in folded(warnings):
        yield from warning.splitlines()
    articles = {one["of"]["article"]: one["of"] for one in judged.values() if one["of"]}
    figures = together(Figures(**one["figures"]) for one in articles.values())
    claims = {name: sum(one[name] for one in judged.values()) for name in ("claims", "failed")}
    rows = [(one["spec"], ArticleResult(**one["coverage"])) for one in articles.values()]
    not_read = [(kind, count) for _, row in rows for kind, count in row.not_read]
    off = {code for one in articles.values() for code in one["off"]}
    yield from summary_lines(figures._replace(**claims), off, not_read, len(warnings))
    yield from coverage_table(rows, every=verbose)
    yield from errors_line(sum(one["errors"] for one in judged.values()))
