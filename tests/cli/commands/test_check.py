"""`factspec check`: what is judged, what is printed where, and the exit code."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from factspec.cli.main import main

ARTICLE = "Rain fell on Monday in Lund [1].\n"
GOOD = """\
factspec: 1
article: ../articles/a.txt
sources: [1, {id: 2, origin: wire, role: background}]
claims:
  - id: rain
    says: Rain fell on Monday in Lund
    cites: [1]
"""
BROKEN = GOOD.replace("on Monday", "on Tuesday")
INVALID = GOOD.replace("says", "sais")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a good spec, as the working directory."""
    root = tmp_path / "site"
    for folder in ("articles", "specs", "empty", "tests"):
        (root / folder).mkdir(parents=True)
    (root / "articles" / "a.txt").write_text(ARTICLE)
    (root / "specs" / "good.factspec.yaml").write_text(GOOD)
    (root / "pyproject.toml").write_text("[tool.factspec]\n")
    monkeypatch.chdir(root)
    return root


Streams = pytest.CaptureFixture[str]


# -- what is judged


@pytest.mark.parametrize(
    ("folder", "paths"),
    [
        pytest.param(".", [], id="no path"),
        pytest.param(".", ["specs"], id="a folder"),
        pytest.param(".", ["."], id="the root"),
        pytest.param(".", ["specs/good.factspec.yaml"], id="a spec"),
        pytest.param(".", ["specs", "specs/good.factspec.yaml", "./specs/../specs"], id="each once"),
        pytest.param("articles", ["../specs"], id="from another folder"),
        pytest.param("articles", [], id="no path, from another folder of the project"),
        pytest.param("specs", ["."], id="in the specs' own folder"),
        pytest.param("..", ["site/specs"], id="from above"),
    ],
)
def test_a_good_spec(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams, folder: str, paths: list[str]
) -> None:
    monkeypatch.chdir(project / folder)
    assert main(["check", *paths]) == 0
    streams = capsys.readouterr()
    assert streams.err == ""
    assert streams.out.splitlines()[:2] == ["articles: 1", "claims: 1 checked, 0 failed"]


@pytest.mark.parametrize("paths", [["specs"], ["."], ["specs/good.factspec.yaml"], []], ids=str)
@pytest.mark.parametrize("folder", ["site", "site/specs"])
def test_outside_any_project(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams, folder: str, paths: list[str]
) -> None:
    (project / "pyproject.toml").unlink()
    monkeypatch.chdir(project.parent / folder)
    named = [path.replace("specs", ".", 1) for path in paths] if folder == "site/specs" else paths
    if folder == "site/specs" and not paths:
        named = ["."]
    assert main(["check", *named]) == 0
    assert capsys.readouterr().out.startswith("articles: 1\n")


def test_no_path_is_what_the_policy_names(project: Path, capsys: Streams) -> None:
    (project / "pyproject.toml").write_text('[tool.factspec]\nspecs = ["desk/*"]\n')
    (project / "desk").mkdir()
    (project / "desk" / "b.factspec.yaml").write_text(BROKEN)
    assert main(["check"]) == 1
    assert "specs/good" not in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be given there")
def test_a_path_that_begins_with_a_dash(project: Path, capsys: Streams) -> None:
    (project / "-x.factspec.yaml").write_text(GOOD.replace("../", ""))
    assert main(["check", "--", "-x.factspec.yaml"]) == 0
    assert capsys.readouterr().out.startswith("articles: 1\n")


# -- exit codes and streams


@pytest.mark.parametrize(
    ("specs", "code"),
    [
        pytest.param([], 0, id="good"),
        pytest.param([BROKEN], 1, id="broken"),
        pytest.param([GOOD.replace("a.txt", "gone.txt")], 1, id="unreadable article"),
        pytest.param([INVALID], 2, id="invalid"),
        pytest.param([GOOD.replace("../articles", "../../out")], 2, id="article outside"),
        pytest.param([BROKEN, INVALID], 2, id="2 before 1"),
    ],
)
def test_exit_code(project: Path, capsys: Streams, specs: list[str], code: int) -> None:
    for number, spec in enumerate(specs):
        (project / "specs" / f"{number}.factspec.yaml").write_text(spec)
    assert main(["check"]) == code
    streams = capsys.readouterr()
    assert streams.err == ""
    # Whatever else is wrong, the good spec is checked.
    assert re.search(r"^claims: [12] checked", streams.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        pytest.param(["gone"], "gone: no such file or folder", id="nothing there"),
        pytest.param(["empty"], "empty: the folder contains no spec", id="an empty folder"),
        pytest.param(["articles/a.txt"], "articles/a.txt: this is not a spec", id="an article"),
        pytest.param([""], "", id="an empty word is the folder itself"),
        pytest.param(["specs", "gone", "lost"], "gone: no such file or folder", id="one of several"),
        pytest.param(["\x1b[31m\u202e"], "\\x1b[31m\\u202e: no such", id="escaped"),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_wrong_path_is_told_on_standard_error(capsys: Streams, paths: list[str], message: str) -> None:
    assert main(["check", *paths]) == (2 if message else 0)
    streams = capsys.readouterr()
    assert streams.err.startswith(f"factspec check: {message}" if message else "")
    assert bool(streams.out) == (not message)
    assert "\x1b" not in streams.err


def test_no_spec_at_all(project: Path, capsys: Streams) -> None:
    (project / "specs" / "good.factspec.yaml").unlink()
    assert main(["check"]) == 2
    assert capsys.readouterr().err.startswith("factspec check: no spec found in specs/")


@pytest.mark.parametrize("specs", [True, False], ids=["with specs", "without"])
def test_a_wrong_policy_is_told_once(project: Path, capsys: Streams, specs: bool) -> None:
    (project / "pyproject.toml").write_text("[tool.factspec]\narticles = 1\n")
    (project / "specs" / "second.factspec.yaml").write_text(BROKEN)
    if not specs:
        for spec in (project / "specs").iterdir():
            spec.unlink()
    assert main(["check"]) == 2
    out = capsys.readouterr().out
    assert out.startswith("pyproject.toml:2:1: ")
    assert out.count("[spec-invalid]") == 1
    assert "claims: 0 checked" in out


@pytest.mark.parametrize("paths", [[], ["specs"]], ids=str)
def test_an_article_without_a_spec(project: Path, capsys: Streams, paths: list[str]) -> None:
    (project / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*"]\n')
    (project / "articles" / "b.txt").write_text(ARTICLE)
    assert main(["check", *paths]) == 1
    assert capsys.readouterr().out.startswith(
        "articles/b.txt:1:1: no spec covers this article [spec-missing]\n"
        "  next      run `factspec init articles/b.txt`, or narrow `articles`"
    )


def test_one_spec_is_checked_alone(project: Path, capsys: Streams) -> None:
    (project / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*"]\n')
    (project / "articles" / "b.txt").write_text(ARTICLE)
    assert main(["check", "specs/good.factspec.yaml"]) == 0
    assert "spec-missing" not in capsys.readouterr().out


def test_articles_are_listed_if_there_is_no_spec_at_all(project: Path, capsys: Streams) -> None:
    (project / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*"]\n')
    for spec in (project / "specs").iterdir():
        spec.unlink()
    assert main(["check"]) == 1
    assert "no spec covers this article [spec-missing]" in capsys.readouterr().out


# -- the report


def test_a_warning_is_marked(project: Path, capsys: Streams) -> None:
    (project / "pyproject.toml").write_text('[tool.factspec]\nrules = {claim-changed = "warning"}\n')
    (project / "specs" / "good.factspec.yaml").write_text(BROKEN)
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("articles/a.txt:1:14: warning: weekday Tuesday → Monday (claim 'rain')")
    assert out.splitlines()[0].endswith(" [claim-changed]")
    assert "claims: 1 checked, 0 failed" in out
    assert "\nwarnings: 1\n" in out


def test_json_is_of_the_same_findings_as_text(project: Path, capsys: Streams) -> None:
    (project / "specs" / "b.factspec.yaml").write_text(BROKEN.replace("cites: [1]", "cites: [2]"))
    (project / "specs" / "c.factspec.yaml").write_text(INVALID)
    assert main(["check"]) == 2
    text = capsys.readouterr().out
    assert main(["check", "--format", "json"]) == 2
    found = json.loads(capsys.readouterr().out)["findings"]
    lines = [f"{one['path']}:{one['line']}:{one['column']}: {one['message']} [{one['rule']}]" for one in found]
    assert len(lines) >= 3
    assert lines == [line for line in text.splitlines() if re.match(r"\S+:\d+:\d+: ", line)]


# -- bad input


def _fifo(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(path)


def _unreadable(path: Path) -> None:
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("this user may read every file")
    path.write_text(ARTICLE)
    path.chmod(0)


def _link_out(path: Path) -> None:
    outside = path.parents[2] / "outside.txt"
    outside.write_text(ARTICLE)
    path.symlink_to(outside)


def _link_within(path: Path) -> None:
    path.symlink_to("a.txt")


@pytest.mark.parametrize(
    ("make", "name", "code", "line"),
    [
        pytest.param(_link_within, "link.txt", 0, "", id="a link within the project"),
        pytest.param(lambda _path: None, "gone.txt", 1, "does not exist", id="missing"),
        pytest.param(lambda path: path.write_bytes(b""), "b.txt", 1, "no visible text", id="empty"),
        pytest.param(lambda path: path.write_bytes(b"\0\1\2"), "b.txt", 1, "binary", id="binary"),
        pytest.param(lambda path: path.write_bytes(b"Caf\xe9\n"), "b.txt", 1, "byte 0xe9", id="another encoding"),
        pytest.param(
            lambda path: path.write_bytes(b"a" * 10_000_001), "b.txt", 1, "the limit is 10,000,000", id="over the limit"
        ),
        pytest.param(_unreadable, "b.txt", 1, "permission denied", id="no right to read"),
        pytest.param(_fifo, "b.txt", 1, "is a named pipe", id="pipe"),
        pytest.param(Path.mkdir, "b.txt", 1, "is a folder", id="folder"),
        pytest.param(_link_out, "b.txt", 2, "is a link that leads out", id="link out"),
        pytest.param(lambda path: path.write_text(ARTICLE), ".b.txt", 2, "is hidden", id="hidden"),
        pytest.param(lambda path: path.write_text(ARTICLE), "../../b.txt", 2, "leads out", id="outside"),
        pytest.param(lambda path: path.write_text(ARTICLE), "b.exe", 2, "no suffix", id="no format"),
    ],
)
def test_an_article_that_is_refused(
    project: Path, capsys: Streams, make: object, name: str, code: int, line: str
) -> None:
    make(project / "articles" / name)  # type: ignore[operator]
    (project / "specs" / "bad.factspec.yaml").write_text(GOOD.replace("a.txt", name))
    assert main(["check"]) == code
    streams = capsys.readouterr()
    assert streams.err == ""
    told = [one for one in streams.out.splitlines() if re.match(r"\S+:\d+:\d+: ", one)]
    assert len(told) == bool(line)
    assert line in "".join(told)
    assert all(one.startswith(("specs/bad.factspec.yaml:2:10: ", "articles/b.txt:1:4: ")) for one in told)
    assert f"claims: {1 if line else 2} checked, 0 failed" in streams.out


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", "1:1: the spec is empty", id="empty"),
        pytest.param("a: [", "1:", id="YAML error"),
        pytest.param("\tfactspec: 1", "1:1: ", id="tab"),
        pytest.param(GOOD + "claims: []\n", "8:1: ", id="key twice"),
        pytest.param(GOOD + "---\nfactspec: 1\n", "8:1: ", id="two documents"),
        pytest.param(GOOD.replace("id: rain", "id: &a rain"), "5:", id="anchor"),
        pytest.param(GOOD.replace("cites: [1]", "cites: [9]"), "7:", id="undeclared source"),
        pytest.param(GOOD.replace("claims:", "waivers: " + "[" * 100 + "]" * 100 + "\nclaims:"), "4:", id="nest"),
        pytest.param("\0", "1:1: ", id="binary"),
    ],
)
def test_a_spec_that_is_refused(project: Path, capsys: Streams, text: str, line: str) -> None:
    (project / "specs" / "bad.factspec.yaml").write_text(text)
    assert main(["check"]) == 2
    streams = capsys.readouterr()
    assert streams.err == ""
    assert streams.out.startswith(f"specs/bad.factspec.yaml:{line}")
    assert "claims: 1 checked, 0 failed" in streams.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_spec_that_is_a_pipe_does_not_block(project: Path, capsys: Streams) -> None:
    os.mkfifo(project / "specs" / "bad.factspec.yaml")
    assert main(["check"]) == 2
    assert capsys.readouterr().out.startswith("specs/bad.factspec.yaml:1:1: the spec is a named pipe")


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be given there")
@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_hostile_is_printed(project: Path, capsys: Streams, form: str) -> None:
    evil = "\x1b[31m\u202e\u200b##[error]"
    (project / "specs" / f"{evil}.factspec.yaml").write_text(GOOD.replace("says: Rain", f'says: "{evil}'))
    (project / "::error::.factspec.yaml").write_text(BROKEN.replace("../", ""))
    (project / "articles" / "a.txt").write_text(ARTICLE.replace("on Mon", f"on\n::error::{evil}Mon"))
    assert main(["check", ".", "--format", form]) == 2
    out = capsys.readouterr().out
    assert [one for one in out if one != "\n" and unicodedata.category(one) in {"Cc", "Cf", "Cs"}] == []
    assert [line for line in out.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []


# -- many specs at once


def _many(project: Path) -> None:
    """Forty specs, some of which fail or are wrong, and an article that none covers."""
    (project / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*.txt"]\n')
    (project / "articles" / "b.txt").write_text(ARTICLE)
    for number in range(40):
        text = {7: BROKEN, 23: INVALID}.get(number, GOOD)
        (project / "specs" / f"s{number:02}.factspec.yaml").write_text(text)


@pytest.mark.parametrize("format", ["text", "json"])
def test_several_processes_find_what_one_does(project: Path, capsys: Streams, format: str) -> None:
    _many(project)
    call = ["check", "--no-cache", "--format", format, "--jobs"]
    assert main([*call, "1"]) == 2
    one = capsys.readouterr()
    several = subprocess.run(
        [sys.executable, "-m", "factspec", *call, "3"], capture_output=True, text=True, check=False
    )
    assert (several.stdout, several.stderr, several.returncode) == (one.out, one.err, 2)
    assert all(rule in one.out for rule in ("claim-changed", "spec-invalid", "spec-missing"))


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("jobs", ["0", "-1", "two", ""])
def test_a_number_of_processes_that_is_none(jobs: str, capsys: Streams) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", f"--jobs={jobs}"])
    assert "is not a number of processes: write 1 or more" in capsys.readouterr().err
