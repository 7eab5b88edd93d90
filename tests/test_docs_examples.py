"""The console examples of the README and the docs: each page is carried out from top to bottom, as a reader would.

A `console` block has commands after `$ ` and what they print. A line `…` there is any number of lines, and `…` in a
line any text. Comments that a page does not show say what the reader does in between:

* `<!-- file: PATH -->` before a block: the reader puts the block into that file.
* `<!-- replace in PATH: OLD -> NEW -->`: the reader edits the file.
* `<!-- install: FOLDER -->`: the reader installs the distribution in a folder.
* `<!-- start: tutorial -->`: the page begins in the folder that the tutorial leaves.
"""

import difflib
import io
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser

from factspec.cli.main import main

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    if page != TUTORIAL and "```console" in page.read_text(encoding="utf-8")
]
_REPLACE = re.compile(r"^<!-- replace in (?P<path>\S+): (?P<old>.*?) -> (?P<new>.*?) -->$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_INSTALL = re.compile(r"^<!-- install: (?P<folder>[\w-]+) -->$", re.MULTILINE)
_START = re.compile(r"^<!-- start: (?P<name>\w+) -->$", re.MULTILINE)
_ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Ada Lind",
    "GIT_AUTHOR_EMAIL": "ada@desk.example",
    "GIT_COMMITTER_NAME": "Ada Lind",
    "GIT_COMMITTER_EMAIL": "ada@desk.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    "PYTEST_PLUGINS": "factspec.pytest_plugin",
    "NO_COLOR": "1",
    "TERM": "xterm",
    "CI": "",
}


def _file(example: Example) -> None:
    path = Path(example.parsed["path"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.parsed["body"], encoding="utf-8")


def _replace(example: Example) -> str | None:
    path, old = Path(example.parsed["path"]), example.parsed["old"]
    text = path.read_text(encoding="utf-8")
    if old not in text:
        return f"{path} does not contain {old!r}"
    path.write_text(text.replace(old, example.parsed["new"]), encoding="utf-8")
    return None


def _start(example: Example) -> None:
    example.namespace["starts"][example.parsed["name"]](Path.cwd())


def _install(example: Example) -> None:
    """Make the entry points of a folder's distribution known, as pip would."""
    project = tomllib.loads((Path(example.parsed["folder"]) / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = Path("site") / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    groups = project["entry-points"].items()
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in named.items()) for group, named in groups
    ]
    (info / "entry_points.txt").write_text("".join(lines))
    example.namespace["site"] = os.pathsep.join(
        (str(Path(example.parsed["folder"]).resolve()), str(info.parent.resolve()))
    )


def _edits(
    pattern: re.Pattern[str], carry_out: Callable[[Example], str | None]
) -> Callable[[Document], Iterator[Region]]:
    def parse(document: Document) -> Iterator[Region]:
        for match in pattern.finditer(document.text):
            yield Region(match.start(), match.end(), match.groupdict(), carry_out)

    return parse


def _console(example: Example) -> str | None:
    """Run each command of a block and compare what it prints; the differences, if there are any."""
    for command, expected in _commands(str(example.parsed)):
        printed = _printed(command, expected, example.namespace.get("site", ""))
        if not _pattern(expected).fullmatch(printed):
            lines = difflib.ndiff(expected.splitlines(), printed.splitlines())
            return "\n".join((f"$ {command}", *lines))
    return None


def _commands(block: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def _pattern(expected: str) -> re.Pattern[str]:
    lines = [
        r"(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in expected.splitlines(keepends=True)
    ]
    return re.compile("".join(lines))


def _printed(command: str, expected: str, site: str) -> str:
    """What a command prints. Those of factspec run in this process, unless they need a terminal or a distribution."""
    words = shlex.split(command)
    if words[:2] == ["factspec", "review"]:
        return _reviewed(words, expected)
    if words[0] == "factspec" and not site and not set("|>&;") & set(command):
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(out), suppress(SystemExit):
            main(words[1:])
        return out.getvalue()
    done = subprocess.run(
        ["sh", "-c", command],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | ({"PYTHONPATH": site} if site else {}),
    )
    return done.stdout


def _reviewed(words: list[str], expected: str) -> str:
    """A review in a terminal, in which somebody types what the page says."""
    in_terminal = runpy.run_path(str(ROOT / "docs" / "terminal.py"))["in_terminal"]
    waiting = iter(expected.splitlines())

    def answer(shown: str) -> str | None:
        prompt = shown.rpartition("\n")[2]
        if not prompt.endswith(("> ", "? ", ": ")):
            return None
        line = next((line for line in waiting if line.startswith(prompt)), "> q")
        return line.removeprefix(prompt) + ("" if prompt == "> " else "\n")

    return str(in_terminal(words, Path.cwd(), answer, dict(os.environ)).screen)


SYBIL = Sybil(
    [
        CodeBlockParser("console", _console),
        _edits(_FILE, _file),
        _edits(_REPLACE, _replace),
        _edits(_INSTALL, _install),
        _edits(_START, _start),
    ]
)


def carry_out(page: Path, folder: Path, starts: dict[str, Callable[[Path], None]]) -> None:
    """Do everything that a page shows, in a folder."""
    document = SYBIL.parse(page)
    document.namespace["starts"] = starts
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, value in _ENVIRONMENT.items():
            patch.setenv(name, value)
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        for example in document.examples():
            example.evaluate()


@pytest.fixture(scope="session")
def after_tutorial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the tutorial leaves."""
    folder = tmp_path_factory.mktemp("newsroom")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    carry_out(TUTORIAL, folder, {})
    return folder


pytestmark = [
    pytest.mark.skipif(pytest.version_tuple < (9,), reason="older versions of pytest print other lines"),
    pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a shell and a terminal"),
    pytest.mark.skipif(shutil.which("git") is None, reason="there is no git"),
]


def test_the_tutorial_works(after_tutorial: Path) -> None:
    assert (after_tutorial / "specs" / "library.factspec.lock").is_file()


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_a_page_works(page: Path, tmp_path: Path, after_tutorial: Path) -> None:
    def tutorial(folder: Path) -> None:
        shutil.copytree(after_tutorial, folder, dirs_exist_ok=True)

    carry_out(page, tmp_path, {"tutorial": tutorial})


def test_the_picture_of_the_terminal_is_up_to_date(tmp_path: Path) -> None:
    picture = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    screen = picture["session"](tmp_path)

    assert picture["words"](picture["PICTURE"].read_text(encoding="utf-8")) == picture["words"](
        picture["drawn"](screen)
    )
    assert "reworded" in screen, "run `make picture`"
