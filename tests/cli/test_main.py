"""The command line itself: commands, help, streams and exit codes."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.limit import LIMIT

from factspec.cli.main import main

SPEC = """\
factspec: 1
article: ../articles/a.txt
claims:
  - id: rain
    says: Rain fell on Tuesday in Łódź 雨
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose one claim is broken, in words that ASCII lacks."""
    for folder in ("articles", "specs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Rain fell on Monday in Łódź 雨.\n", encoding="utf-8")
    (tmp_path / "specs" / "a.factspec.yaml").write_text(SPEC, encoding="utf-8")
    return tmp_path


def called(*words: str) -> int:
    """The exit code of a call."""
    try:
        return main(words)
    except SystemExit as stop:
        return int(stop.code or 0)


@pytest.mark.parametrize(
    ("words", "code", "out", "err"),
    [
        pytest.param(["--help"], 0, "explain", "", id="help names the commands"),
        pytest.param(["-h"], 0, "COMMAND", "", id="short help"),
        pytest.param(["check", "--help"], 0, "--format", "", id="help of a command"),
        pytest.param(["--version"], 0, "factspec 0.", "", id="version"),
        pytest.param([], 2, "", "required: COMMAND", id="no command"),
        pytest.param(
            ["chekc"], 2, "", "'chekc' is not a command: did you mean `factspec check`?", id="unknown command"
        ),
        pytest.param(
            ["chekc", "check"],
            2,
            "",
            "'chekc' is not a command: did you mean `factspec check`?",
            id="unknown command before a known word",
        ),
        pytest.param(["check", "--fast"], 2, "", "unrecognized arguments: --fast", id="unknown flag"),
        pytest.param(["compare", "a", "b", "c"], 2, "", "`factspec compare --help` lists", id="a word too many"),
        pytest.param(["check", "--form", "json"], 2, "", "unrecognized arguments", id="flags are not abbreviated"),
        pytest.param(["check", "--format", "xml"], 2, "", "invalid choice: 'xml'", id="unknown format"),
        pytest.param(["check", "--\x1b[31m\u202e"], 2, "", "--\\x1b[31m\\u202e", id="a flag with an escape sequence"),
    ],
)
def test_call(capsys: pytest.CaptureFixture[str], words: list[str], code: int, out: str, err: str) -> None:
    assert called(*words) == code
    streams = capsys.readouterr()
    assert out in streams.out
    assert err in streams.err
    assert bool(streams.out) == bool(out)
    assert bool(streams.err) == bool(err)
    assert "\x1b" not in streams.err


LOCALE_C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
IN_ASCII = pytest.mark.skipif(not __file__.isascii(), reason="Python does not start from such a path in locale C")


def subprocess_of(
    project: Path, *words: str, environment: Mapping[str, str] = MappingProxyType({}), stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "factspec", *words],
        cwd=project,
        env={**os.environ, **environment},
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=LIMIT,
    )


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({}, id="as it is"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, id="ASCII"),
        pytest.param(LOCALE_C, id="locale C", marks=IN_ASCII),
        pytest.param({"PYTHONWARNINGS": "error"}, id="warnings are errors"),
    ],
)
def test_as_a_module_in_any_environment(project: Path, environment: dict[str, str]) -> None:
    done = subprocess_of(project, "check", environment=environment)
    assert done.returncode == 1
    assert done.stderr == b""
    assert done.stdout.startswith(b"articles/a.txt:1:14: weekday Tuesday")


@pytest.mark.skipif(os.name == "nt", reason="pipes close in another way there")
def test_a_closed_pipe_is_no_traceback(project: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess_of(project, "check", stdout=writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_an_output_that_cannot_be_written_is_a_mistake_of_the_call(project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess_of(project, "check", stdout=full.fileno())
    assert done.returncode == 2
    assert done.stderr.startswith(b"factspec: [Errno 28]")
    assert b"Traceback" not in done.stderr


WRITING = [
    ["--version"],
    ["--help"],
    ["show", "--help"],
    ["schema"],
    ["compare", "a", "b"],
    ["show", "articles/a.txt"],
    ["explain"],
    ["explain", "uncited"],
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_full_output_is_one_line(project: Path, words: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess_of(project, *words, environment={"PYTHONUNBUFFERED": unbuffered}, stdout=full.fileno())
    assert (done.returncode, done.stderr) == (2, b"factspec: [Errno 28] No space left on device\n")


def closed(project: Path, streams: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """A call with some of its streams closed."""
    return subprocess.run(
        ["sh", "-c", f'"$0" -m factspec "$@" {streams}', sys.executable, *words],
        cwd=project,
        capture_output=True,
        check=False,
        timeout=LIMIT,
    )


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close a stream")
@pytest.mark.parametrize("words", [one for one in WRITING if "--help" not in one], ids=" ".join)
def test_a_closed_output_is_one_line(project: Path, words: list[str]) -> None:
    done = closed(project, ">&-", *words)
    assert (done.returncode, done.stderr) == (2, b"factspec: standard output is closed\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close a stream")
@pytest.mark.parametrize(
    ("words", "streams", "code"),
    [
        pytest.param(["check"], ">&-", 1, id="a check is of use without its report"),
        pytest.param(["check"], ">&- 2>&-", 1, id="a check without any stream"),
        pytest.param(["--help"], ">&- 2>&-", 0, id="help without any stream"),
        pytest.param(["schema"], ">&- 2>&-", 2, id="a schema without any stream"),
    ],
)
def test_closed_streams_are_no_traceback(project: Path, words: list[str], streams: str, code: int) -> None:
    done = closed(project, streams, *words)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(os.name == "nt", reason="pipes close in another way there")
@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_closed_pipe_is_quiet_for_each_command(project: Path, words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess_of(project, *words, stdout=writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@IN_ASCII
@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there, whatever the locale")
def test_a_name_that_the_locale_cannot_write(project: Path) -> None:
    os.rename(project / "articles" / "a.txt", project / "articles" / "é.txt")  # noqa: PTH104
    (project / "specs" / "a.factspec.yaml").write_text(SPEC.replace("a.txt", "é.txt"), encoding="utf-8")
    (project / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/é*.txt"]\n', encoding="utf-8")
    for _ in range(2):  # the second verdict is a saved one
        done = subprocess_of(project, "check", environment=LOCALE_C)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"weekday Tuesday" in done.stdout
        assert b"spec-missing" not in done.stdout


def test_an_interrupted_run_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factspec.cli.commands.schema.schema_text", interrupted)
    with pytest.raises(SystemExit, match="130"):
        main(["schema"])
    assert capsys.readouterr().err == "factspec: interrupted, and not everything was checked\n"


@pytest.mark.parametrize(
    ("word", "message"),
    [
        pytest.param("reveiw", "'reveiw' is not a command: did you mean `factspec review`?", id="command"),
        pytest.param("--versoin", "'--versoin' is not an option: did you mean `factspec --version`?", id="option"),
        pytest.param("zzzz", "invalid choice: 'zzzz'", id="nothing like it"),
    ],
)
def test_a_misspelled_word(capsys: pytest.CaptureFixture[str], word: str, message: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([word])
    assert (caught.value.code, message in capsys.readouterr().err) == (2, True)
