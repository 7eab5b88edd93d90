"""The directory is the registry, and other distributions add to it."""

import sys
from abc import abstractmethod
from pathlib import Path
from shutil import rmtree
from textwrap import dedent
from typing import Protocol
from zipfile import ZipFile

import pytest

from factspec import registry
from factspec.registry import EntryError, Registry

RULE = '''\
"""A word is compared with the article, and stands in it.

Example: "zeppelin".
Fix: take it out.
"""
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.ERROR


def applies(subject):
    return True


def check(case):
    at = case.article.text.find("zeppelin")
    if at >= 0:
        yield Mismatch(message="a zeppelin", start=at, end=at + 8, found="zeppelin", found_start=at)
'''
REPORT = 'def render(run):\n    return f"{len(run.findings)} findings\\n"\n'
FORMAT = """\
from factspec.articles.formats.text import read

SUFFIXES = (".log",)
STYLES = ("numbered",)
"""
POINTS = """\
[factspec.checks]
no-zeppelin = house_rules

[factspec.formats]
log = house_format

[factspec.forms]
count = house_report
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with a distribution that adds a rule, a format and a report; a path for a new process to import from."""
    site = tmp_path / "site"
    info = site / "house-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "house_rules.py").write_text(RULE, encoding="utf-8")
    (site / "house_report.py").write_text(REPORT, encoding="utf-8")
    (site / "house_format.py").write_text(FORMAT, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(POINTS, encoding="utf-8")
    return site


def test_names_are_sorted_and_private_modules_are_none() -> None:
    found = registry.names("factspec.facts.kinds")
    assert list(found) == sorted(found)
    assert not [name for name in found if name.startswith("_")]


def test_another_distribution_adds_a_rule_a_format_and_a_report(
    house: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.mkdir("specs")
    pytester.path.joinpath("a.log").write_text("The zeppelin landed in the north.\n", encoding="utf-8")
    pytester.path.joinpath("specs/a.factspec.yaml").write_text(
        dedent(
            """\
            factspec: 1
            article: ../a.log
            claims:
              - {id: c, says: The zeppelin landed}
            rules: {uncovered: warning}
            """
        ),
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(house))
    result = pytester.run(sys.executable, "-m", "factspec", "check", "specs/a.factspec.yaml")
    result.stdout.fnmatch_lines(["a.log:1:5: a zeppelin [[]no-zeppelin[]]"])
    counted = pytester.run(sys.executable, "-m", "factspec", "check", "specs", "--format", "count")
    counted.stdout.fnmatch_lines(["* findings"])
    explained = pytester.run(sys.executable, "-m", "factspec", "explain", "no-zeppelin")
    explained.stdout.fnmatch_lines(["no-zeppelin (text, error by default)"])


def test_the_modules_of_a_package_in_a_folder_and_in_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("in_a_folder", "in_an_archive"):
        folder = tmp_path / package
        folder.mkdir()
        for name in ("__init__.py", "one.py", "two.pyc", "_own.py", "notes.txt"):
            (folder / name).touch()
    archive = tmp_path / "archive.zip"
    with ZipFile(archive, "w") as packed:
        for file in (tmp_path / "in_an_archive").iterdir():
            packed.write(file, f"in_an_archive/{file.name}")
    rmtree(tmp_path / "in_an_archive")
    for place in (tmp_path, archive):
        monkeypatch.syspath_prepend(place)
    assert registry.names("in_a_folder") == ("one", "two")
    assert registry.names("in_an_archive") == ("one", "two")


class Greeting(Protocol):
    """What an entry of these tests must have, and what it may have."""

    WORD: str
    LOUD: bool = False

    @abstractmethod
    def greet(self, name: str, /) -> str: ...

    def leave(self) -> str:
        return "bye"


@pytest.fixture
def greetings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry[Greeting]:
    """A registry of three modules: one has what it must, one has all, one has not all members."""
    # What was found in a package is kept, so that each test has its own.
    folder = tmp_path / f"greetings_{tmp_path.name}"
    folder.mkdir()
    must = '"""Says {0}."""\nWORD = "{0}"\n\ndef greet(name):\n    return f"{{WORD}} {{name}}"\n'
    (folder / "__init__.py").touch()
    (folder / "hello.py").write_text(must.format("hello"), encoding="utf-8")
    more = "LOUD = True\n\ndef leave():\n    return 'so long'\n"
    (folder / "hey.py").write_text(must.format("hey") + more, encoding="utf-8")
    (folder / "silent.py").write_text("LOUD = False\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return Registry(folder.name, Greeting)


def test_an_entry_has_the_defaults_of_its_contract(greetings: Registry[Greeting]) -> None:
    hello, hey = greetings["hello"], greetings["hey"]
    assert (hello.WORD, hello.LOUD, hello.greet("Ada"), hello.leave()) == ("hello", False, "hello Ada", "bye")
    assert (hey.LOUD, hey.leave()) == (True, "so long")
    assert hello.__doc__ == "Says hello."


def test_an_entry_is_loaded_when_it_is_asked_for(greetings: Registry[Greeting]) -> None:
    assert list(greetings) == ["hello", "hey", "silent"]
    assert "silent" in greetings
    assert "none" not in greetings
    assert f"{greetings.package}.silent" not in sys.modules
    with pytest.raises(KeyError):
        greetings["none"]


def test_an_entry_that_lacks_a_member_is_an_error(greetings: Registry[Greeting]) -> None:
    with pytest.raises(
        EntryError, match=r"^the module greetings_\w+\.silent does not have WORD, greet; every Greeting must have"
    ):
        greetings["silent"]


def test_a_flag_is_looked_up_without_loading_a_module(greetings: Registry[Greeting]) -> None:
    assert registry.declares(greetings.package, "hey", "LOUD")
    assert not registry.declares(greetings.package, "silent", "LOUD")
    assert f"{greetings.package}.hey" not in sys.modules
