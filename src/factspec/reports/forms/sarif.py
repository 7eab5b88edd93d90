"""SARIF 2.1.0: findings at their places in the articles, for code scanning and editors.

The names are those of the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from factspec.language.printing import printable
from factspec.projects.verdict import Run
from factspec.reports.machine_text import fingerprints, is_relative, json_text, uri_of
from factspec.rules.finding import Finding
from factspec.rules.registry import CHECKS

SUFFIXES = (".sarif",)

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_MESSAGE_LIMIT = 600
# The name of our fingerprint, with the version of what it is made of.
_FINGERPRINT = "factspec/v1"


def render(run: Run) -> str:
    """One log with one run."""
    rules = sorted({finding.rule for finding in run.listed})
    driver = {"name": "factspec", "version": version("factspec"), "rules": list(map(_rule, rules))}
    one = {
        "tool": {"driver": driver},
        "invocations": [_invocation(run)],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the project."}}},
        "artifacts": list(_artifacts(run)),
        "results": list(_results(run.listed, rules)),
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [one]}, 4)


def _rule(code: str) -> dict[str, Any]:
    name = code.replace("-", "_")
    if name not in CHECKS:
        return {"id": code}
    documentation = (CHECKS[name].__doc__ or code).strip()
    fault, _, _ = documentation.partition("\n")
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in code.split("-")),
        "shortDescription": {"text": _plain(fault)},
        "help": {"text": _plain(documentation)},
        "defaultConfiguration": {"level": _level(CHECKS[name].SEVERITY)},
        "properties": {"tags": [CHECKS[name].FAMILY]},
    }


def _level(severity: str) -> str:
    return "none" if severity == "off" else str(severity)


def _plain(text: str) -> str:
    """Text that is neither a link nor the place of an argument in a message of SARIF (sections 3.11.5 and 3.11.6)."""
    braced = text.replace("{", "{{").replace("}", "}}") if "{" in text or "}" in text else text
    return re.sub(r"([\\\[\]])", r"\\\1", braced) if "](" in braced else braced


def _invocation(run: Run) -> dict[str, Any]:
    if not run.incomplete:
        return {"executionSuccessful": True}
    note = {"level": "error", "message": {"text": _plain(f"incomplete: {printable(run.incomplete)}")}}
    return {"executionSuccessful": False, "toolExecutionNotifications": [note]}


def _artifacts(run: Run) -> Iterator[dict[str, Any]]:
    """Each article once, with its digest."""
    for path, digest in dict.fromkeys((report.article.path, report.article.sha256) for report in run.reports):
        yield {"location": _artifact(path), "hashes": {"sha-256": digest}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": uri_of(path)} | ({"uriBaseId": _ROOT} if is_relative(path) else {})


def _results(findings: Sequence[Finding], rules: Sequence[str]) -> Iterator[dict[str, Any]]:
    index = {code: number for number, code in enumerate(rules)}
    for finding, fingerprint in zip(findings, fingerprints(findings), strict=True):
        yield {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": _level(finding.severity),
            "message": {"text": _plain("\n".join(_message(finding)))},
            "locations": [{"physicalLocation": _place(finding)}],
            "relatedLocations": list(_related(finding)),
            "partialFingerprints": {_FINGERPRINT: fingerprint},
        }


def _message(finding: Finding) -> Iterator[str]:
    yield printable(finding.message, _MESSAGE_LIMIT)
    for label, text in ((finding.label, finding.expected), ("found", finding.found), ("cited", finding.cited)):
        if text:
            yield f"{label}: {printable(text, _MESSAGE_LIMIT)}"
    if finding.note:
        yield f"note: {printable(finding.note, _MESSAGE_LIMIT)}"
    if finding.advice:
        yield f"next: {printable(finding.advice, _MESSAGE_LIMIT)}"


def _place(finding: Finding) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {"artifactLocation": _artifact(finding.path), "region": region}


def _related(finding: Finding) -> Iterator[dict[str, Any]]:
    """The place in the spec, unless that is the place of the finding."""
    if finding.spec_line and finding.spec and finding.spec != finding.path:
        what = f"claim '{finding.claim}' in its spec" if finding.claim else "the spec"
        place = {"artifactLocation": _artifact(finding.spec), "region": {"startLine": finding.spec_line}}
        yield {"id": 1, "physicalLocation": place, "message": {"text": _plain(what)}}
