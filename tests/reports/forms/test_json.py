"""The JSON report: its keys, and that it is safe to print and to read."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from factspec.projects.checking import judge_all
from factspec.projects.verdict import Judged, Run
from factspec.reports.forms.json import as_object, render
from factspec.reports.summary import REPORT_SCHEMA

SPEC = """\
factspec: 1
article: ../articles/a.txt
sources: [1, {id: 2, origin: wire, role: background, cited_as: [2, 5]}]
claims:
  - id: rain
    says: Rain fell on Tuesday in Lund
    cites: [1]
    note: seen by Ada
  - id: cold
    says: It was cold
waivers:
  - {rule: uncited, at: It was cold, reason: seen}
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run of a broken and an unreadable spec."""
    files = {
        "articles/a.txt": "Rain fell on Monday in Lund [1]. It was cold.\n",
        "specs/a.factspec.yaml": SPEC,
        "specs/b.factspec.yaml": "",
        "pyproject.toml": "[tool.factspec]\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return judge_all([tmp_path / "specs"], tmp_path, today=date(2026, 6, 1))


def test_nothing_judged_is_an_object_all_the_same() -> None:
    assert json.loads(render(Run(())))["findings"] == []


def test_keys(run: Run) -> None:
    report = as_object(run)
    assert list(report) == [
        *("version", "summary", "articles", "specs", "sources", "claims", "findings", "waivers"),
        *("factspec", "incomplete", "files", "changed_since", "policies", "digest"),
    ]
    assert report["version"] == 1
    assert report["specs"] == ["specs/a.factspec.yaml", "specs/b.factspec.yaml"]
    assert list(report["articles"][0]) == [
        "path",
        "sha256",
        "sentences",
        "coverage",
        "covered",
        "partly",
        "cited",
        "waived",
        "uncovered",
        "not_read",
        *("title", "published", "spec"),
    ]
    assert list(report["claims"][0]) == [
        *("id", "spec", "verdict", "path", "line", "column", "cites", "note", "approved_by", "approved_on"),
    ]
    assert list(report["findings"][0]) == [
        *("rule", "severity", "message", "path", "line", "column", "end_line", "end_column", "spec", "spec_line"),
        *("claim", "note", "expected", "found", "differences", "advice", "article", "family", "label", "cited"),
    ]
    assert list(report["findings"][0]["differences"][0]) == ["kind", "approved", "found", "start", "end"]


def test_values(run: Run) -> None:
    report = json.loads(render(run))
    assert report["articles"][0]["path"] == "articles/a.txt"
    assert [(claim["id"], claim["verdict"], claim["cites"]) for claim in report["claims"]] == [
        ("rain", "changed", ["1"]),
        ("cold", "passed", []),
    ]
    assert [claim["note"] for claim in report["claims"]] == ["seen by Ada", ""]
    assert report["sources"][1] == {
        "id": "2",
        "spec": "specs/a.factspec.yaml",
        "line": 3,
        "title": "",
        "text": "",
        "sha256": "",
        "pinned": False,
        "role": "background",
        "origin": "wire",
        "cited_as": ["2", "5"],
        "path": "",
        "url": "",
        "publisher": "",
        "issued": "",
    }
    changed = next(one for one in report["findings"] if one["rule"] == "claim-changed")
    assert [changed[key] for key in ("path", "line", "column", "end_line", "end_column", "spec_line")] == [
        *("articles/a.txt", 1, 14, 1, 20, 6),
    ]
    assert changed["note"] == "seen by Ada"
    assert {one["note"] for one in report["findings"] if one["claim"] != "rain"} == {""}
    [difference] = changed["differences"]
    assert changed["found"][difference["start"] : difference["end"]] == difference["found"] == "Monday"
    assert {one["rule"] for one in report["findings"]} >= {"claim-changed", "spec-invalid"}
    assert report["waivers"][0]["taken"] == 1
    assert report["summary"]["errors"] == sum(one["severity"] == "error" for one in report["findings"])
    assert report["summary"]["claims"] == 2
    assert report["summary"]["failed"] == 1


def test_what_is_printed_is_safe_and_reads_as_it_was() -> None:
    path = "\x1b\u202e::error::##[error]\n雨.factspec.yaml"
    text = render(Run((Judged(path),)))
    assert text.isascii()
    assert "\x1b" not in text
    assert "##[" not in text
    assert json.loads(text)["specs"] == [path]


def test_the_schema_describes_every_key(run: Run) -> None:
    def undescribed(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
        if isinstance(value, list):
            for one in value:
                yield from undescribed(one, schema.get("items", {}), at)
        elif isinstance(value, dict) and "additionalProperties" not in schema:
            for key, inner in value.items():
                here = schema.get("properties", {}).get(key, {})
                yield from [] if "description" in here else [f"{at}.{key}"]
                yield from undescribed(inner, here, f"{at}.{key}")

    assert not list(undescribed(as_object(run), json.loads(REPORT_SCHEMA.read_text(encoding="utf-8")), ""))


def test_it_is_a_receipt(run: Run) -> None:
    report = as_object(run._replace(incomplete="stopped"))
    assert report["incomplete"] == "stopped"
    assert report["factspec"] == version("factspec")
    assert [(one["kind"], one["path"]) for one in report["files"]] == [
        ("spec", "specs/a.factspec.yaml"),
        ("policy", "pyproject.toml"),
        ("spec", "specs/b.factspec.yaml"),
    ]
    assert report["files"][0]["sha256"] == sha256(SPEC.encode()).hexdigest()


USUAL = {
    "strict": False,
    "approvals": False,
    "coverage": 0,
    "citations": {"style": None, "scope": "sentence"},
    "rules": {},
    "specs_may_relax": [],
    "articles": [],
    "specs": [],
    "forbidden": [],
}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        pytest.param("", [USUAL], id="none"),
        pytest.param(
            "strict = true\napprovals = true\ncoverage = 90\n",
            [USUAL | {"strict": True, "approvals": True, "coverage": 90}],
            id="switches",
        ),
        pytest.param(
            "citations = 'none'\n", [USUAL | {"citations": {"style": [], "scope": "sentence"}}], id="no citations"
        ),
        pytest.param(
            "citations = {style = ['numbered', 'footnote'], scope = 'paragraph'}\n",
            [USUAL | {"citations": {"style": ["numbered", "footnote"], "scope": "paragraph"}}],
            id="citations",
        ),
        pytest.param(
            "rules = {uncited = 'off'}\nspecs_may_relax = ['name-variant']\n",
            [USUAL | {"rules": {"uncited": "off"}, "specs_may_relax": ["name-variant"]}],
            id="rules",
        ),
        pytest.param(
            "articles = ['articles/*.txt']\nspecs = ['specs']\n",
            [USUAL | {"articles": ["articles/*.txt"], "specs": ["specs"]}],
            id="globs",
        ),
        pytest.param(
            "forbidden = [{id = 'no-flood', says = 'the flood', reason = 'nobody said so'}]\n",
            [USUAL | {"forbidden": ["no-flood"]}],
            id="forbidden wording",
        ),
        pytest.param("strict = 1\n", [], id="with a mistake"),
    ],
)
@pytest.mark.usefixtures("run")
def test_it_has_the_values_of_the_policy(tmp_path: Path, table: str, values: list[dict[str, Any]]) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(f"[tool.factspec]\n{table}")
    judged = judge_all([tmp_path / "specs/a.factspec.yaml"], tmp_path, today=date(2026, 6, 1))
    digest = sha256(file.read_bytes()).hexdigest()
    assert json.loads(render(judged))["policies"] == [{"sha256": digest} | one for one in values]


@pytest.mark.usefixtures("run")
def test_a_project_without_a_policy_has_the_usual_values(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").unlink()
    (tmp_path / ".git").mkdir()
    judged = judge_all([tmp_path / "specs"], tmp_path, today=date(2026, 6, 1))
    assert as_object(judged)["policies"] == [{"sha256": ""} | USUAL]
