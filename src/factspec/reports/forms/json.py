"""The result of a run as one JSON object, for programs; its keys are those of the docs and do not change order."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from factspec.projects.receipts import DIGEST, VERSION, digest_of
from factspec.projects.verdict import DeclaredSource, Judged, ReadPolicy, Run
from factspec.reports.machine_text import json_text
from factspec.reports.summary import total
from factspec.rules.finding import Finding, Report

SUFFIXES = (".json",)


def render(run: Run) -> str:
    """One JSON object and a line feed."""
    return json_text(as_object(run), 2)


def as_object(run: Run) -> dict[str, Any]:
    """The run as values that JSON has; the last one is a digest of the others."""
    figures = total(run.reports)._replace(cached=run.cached)._asdict()
    findings = run.findings
    figures["errors"] = sum(finding.severity == "error" for finding in findings)
    figures["warnings"] = sum(finding.severity == "warning" for finding in findings)
    figures["rules_off"] = sorted({code for report in run.reports for code in report.rules_off})
    report = {
        "version": VERSION,
        "summary": figures,
        "articles": list(map(_article, run.reports)),
        "specs": [one.path for one in run.judged],
        "sources": [_source(source, one) for one in run.judged for source in one.sources],
        "claims": [claim._asdict() for report in run.reports for claim in report.claims],
        "findings": list(map(_finding, findings)),
        "waivers": [waiver._asdict() for report in run.reports for waiver in report.waivers],
        "factspec": version("factspec"),
        "incomplete": run.incomplete,
        "files": [file._asdict() for file in dict.fromkeys(file for one in run.judged for file in one.files)],
        "changed_since": run.since and run.since._asdict(),
        "policies": list(map(_policy, run.policies)),
    }
    return report | {DIGEST: digest_of(report)}


_ARTICLE = ("path", "sha256", "sentences", "coverage", "covered", "partly", "cited", "waived", "uncovered")


def _article(report: Report) -> dict[str, Any]:
    article = report.article
    figures = {name: getattr(article, name) for name in _ARTICLE}
    known = {"title": article.title, "published": article.published, "spec": report.spec}
    return figures | {"not_read": dict(article.not_read)} | known


def _source(source: DeclaredSource, judged: Judged) -> dict[str, Any]:
    stored = {name: digest for report in judged.reports for name, digest in report.stored}
    return {
        "id": source.id,
        "spec": judged.path,
        "line": source.line,
        "title": source.title,
        "text": source.text,
        "sha256": stored.get(source.id, ""),
        "pinned": source.pinned,
        "role": source.role,
        "origin": source.origin,
        "cited_as": list(source.cited_as),
        "path": source.path,
        "url": source.url,
        "publisher": source.publisher,
        "issued": source.issued,
    }


def _policy(read: ReadPolicy) -> dict[str, Any]:
    policy = read.policy
    return {
        "sha256": read.sha256,
        "strict": policy.strict,
        "approvals": int(policy.approvals),
        "coverage": policy.coverage,
        "citations": {"style": policy.styles and list(policy.styles), "scope": policy.scope.value},
        "rules": dict(policy.rules),
        "specs_may_relax": list(policy.specs_may_relax),
        "articles": list(policy.articles),
        "specs": list(policy.specs),
        "forbidden": [one.id for one in policy.forbidden],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "spec": finding.spec,
        "spec_line": finding.spec_line,
        "claim": finding.claim,
        "note": finding.note,
        "expected": finding.expected,
        "found": finding.found,
        "differences": list(_differences(finding)),
        "advice": finding.advice,
        "article": finding.article,
        "family": finding.family,
        "label": finding.label,
        "cited": finding.cited,
    }


def _differences(finding: Finding) -> Iterable[dict[str, Any]]:
    for one in finding.differences:
        yield {
            "kind": one.kind,
            "approved": one.approved,
            "found": one.found,
            "start": one.start,
            "end": one.end,
        }
