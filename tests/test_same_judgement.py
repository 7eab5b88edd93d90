"""The pytest plugin and the command line give the same findings for the same input."""

import json
import os
import re
from pathlib import Path

import pytest

from factspec.cli.main import main

ROOT = Path(__file__).parents[1]
HEADLINE = re.compile(r"^\S+:\d+:\d+: .* \[[a-z-]+\]$")

ARTICLE = """\
Rain in Lund

Rain fell on Monday in Lund [1]. The mayor, Ada Berg, said it was "a long time coming" [2]. Nobody was hurt. The
harbour closed at noon [1, 9]. Some 300 people waited [1,, 2], and 300 people went home. The harbour closed at noon.
Officials denied that the bridge was shut [2].

Editors: nothing follows [2][2].
"""
HEAD = "factspec: 1\narticle: ../articles/a.txt\nsources: [1, {id: 2, origin: wire}, 3]\n"
SPECS = {
    "good": "claims:\n  - id: rain\n    says: Rain fell on Monday in Lund\n    cites: [1]\n",
    "changed": "claims:\n  - id: rain\n    says: Rain fell on Tuesday in Lund\n    cites: [2]\n",
    "missing": "claims:\n  - id: band\n    says: A Swedish orchestra played on the quay\n    cites: [1]\n",
    "ambiguous": "claims:\n  - id: noon\n    says: The harbour closed at noon\n    cites: {at_least: 2, origins: 2}\n",
    "reframed": "claims:\n  - id: shut\n    says: the bridge was shut\n",
    "quoted": "claims:\n  - id: q\n    quotes: a very long time coming\n    speaker: Ada Berg\n",
    "unattributed": "claims:\n  - id: q\n    quotes: a long time coming\n    speaker: Bo Ek\n",
    "facts": "claims:\n  - id: f\n    facts: [harbour, at two]\n",
    "forbidden": "forbidden:\n  - id: hurt\n    says: Nobody was hurt\n    reason: legal\n",
    "waived": "waivers:\n  - {rule: uncited, at: Nobody was hurt, reason: seen, until: 2020-01-01}\n"
    "  - {rule: uncited, at: Nobody wrote this, reason: seen}\n",
    "strict": "rules: {citation-unused: error}\nclaims:\n  - id: rain\n    says: Rain fell on Monday in Lund\n",
    "invalid": "claims:\n  - id: rain\n    sais: Rain\n    says: Rain\n",
    "loose": "rules: {claim-missing: off}\nclaims:\n  - id: rain\n    says: Rain fell\n",
}
WHOLE = {
    "yaml": "a: [\n",
    "gone": HEAD.replace("a.txt", "gone.txt") + SPECS["good"],
    "binary": HEAD.replace("a.txt", "b.txt") + SPECS["good"],
    "empty": HEAD.replace("a.txt", "c.txt") + SPECS["good"],
    "latin": HEAD.replace("a.txt", "d.txt") + SPECS["good"],
    "pipe": HEAD.replace("a.txt", "pipe.txt") + SPECS["good"],
    "folder": HEAD.replace("a.txt", "folder.txt") + SPECS["good"],
    "link": HEAD.replace("a.txt", "link.txt") + SPECS["good"],
    "hidden": HEAD.replace("a.txt", ".a.txt") + SPECS["good"],
    "outside": HEAD.replace("../articles", "../../articles") + SPECS["good"],
    "renditions": HEAD.replace("../articles/a.txt", "[../articles/a.txt, ../articles/a.md, ../articles/none.md]")
    + SPECS["changed"],
    "partial-alone": HEAD.replace("../articles/a.txt", "{file: ../articles/a.md, partial: true}") + SPECS["missing"],
    "partial": HEAD.replace("../articles/a.txt", "[../articles/a.txt, {file: ../articles/a.md, partial: true}]")
    + SPECS["missing"],
}
POLICY = """\
[tool.factspec]
articles = ["articles/*.txt", "articles/*.md"]
rules = {citation-undefined = "warning", uncited = "warning", claim-ambiguous = "warning"}
"""


@pytest.fixture
def good_and_broken_specs(pytester: pytest.Pytester) -> None:
    """A project of good and broken specs, as the working directory."""
    files: dict[str, bytes] = {
        **{f"specs/{name}.factspec.yaml": (HEAD + text).encode() for name, text in SPECS.items()},
        **{f"specs/{name}.factspec.yaml": text.encode() for name, text in WHOLE.items()},
        **{f"articles/{name}": ARTICLE.encode() for name in ("a.txt", "a.md", "lone.txt")},
        "articles/b.txt": b"\0",
        "articles/c.txt": b"",
        "articles/d.txt": b"Caf\xe9\n",
        "articles/.a.txt": b"A.\n",
        "pyproject.toml": POLICY.encode(),
    }
    for name, data in files.items():
        path = pytester.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (pytester.path / "articles" / "folder.txt").mkdir()
    if os.name != "nt":
        os.mkfifo(pytester.path / "articles" / "pipe.txt")
        (pytester.path / "articles" / "link.txt").symlink_to("/etc/hostname")


def headlines(text: str) -> list[str]:
    return [line for line in text.splitlines() if HEADLINE.match(line)]


@pytest.mark.usefixtures("good_and_broken_specs")
def test_good_and_broken_specs(pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]) -> None:
    plugin = pytester.runpytest_inprocess()
    capsys.readouterr()
    assert main(["check"]) == 2
    text = headlines(capsys.readouterr().out)
    assert main(["check", "--format", "json"]) == 2
    report = json.loads(capsys.readouterr().out)

    assert set(headlines(plugin.stdout.str())) == set(text)
    assert len({one["rule"] for one in report["findings"]}) >= 15
    listed = [one for one in report["findings"] if one["rule"] != "uncovered"]
    assert len(text) == len(listed)
    errors = {_line(one) for one in report["findings"] if one["severity"] == "error"}
    assert errors == {line for line in text if ": warning: " not in line}
    assert plugin.ret == pytest.ExitCode.TESTS_FAILED
    figures = f"claims: {report['summary']['claims']} checked, {report['summary']['failed']} failed"
    plugin.stdout.fnmatch_lines([figures])


def _line(finding: dict[str, object]) -> str:
    place = f"{finding['path']}:{finding['line']}:{finding['column']}"
    return f"{place}: {finding['message']} [{finding['rule']}]"


def test_the_examples(
    pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = pytester.runpytest_inprocess("--factspec-no-cache", "--rootdir", str(ROOT), str(ROOT / "specs"))
    capsys.readouterr()
    monkeypatch.chdir(ROOT)
    code = main(["check", "--no-cache"])
    text = capsys.readouterr().out

    assert plugin.ret == code
    assert set(headlines(plugin.stdout.str())) == set(headlines(text))
    printed = plugin.outlines
    start = next(at for at, line in enumerate(printed) if line.startswith("articles: "))
    figures = text[text.index("articles: ") :].splitlines()
    assert printed[start : start + len(figures)] == figures
