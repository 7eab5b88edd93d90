"""What is installed: another file of factspec's or another distribution is another installation."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factspec.projects import verdict_cache as module
from factspec.projects.verdict_cache import Installation, installation

POINTS = "[factspec.checks]\nno-zeppelin = house.no_zeppelin\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that modules are found in."""
    monkeypatch.syspath_prepend(tmp_path)
    installation.cache_clear()
    yield tmp_path
    installation.cache_clear()


def distribution(site: Path, name: str = "house-1.0.dist-info", **files: str) -> None:
    (site / name).mkdir(exist_ok=True)
    for file, text in files.items():
        (site / name / file.replace("_json", ".json").replace("_txt", ".txt")).write_text(text)


def now() -> Installation | None:
    installation.cache_clear()
    return installation()


def test_the_same_is_the_same(site: Path) -> None:
    first = now()
    (site / "module.py").write_text("")
    assert first == now()
    assert first is not None
    assert not first.is_extended


def test_any_distribution_counts(site: Path) -> None:
    first = now()
    distribution(site)
    assert first != now() is not None


def test_a_distribution_that_adds_entries_counts_with_its_files(site: Path) -> None:
    distribution(site, entry_points_txt=POINTS, RECORD="house/no_zeppelin.py,sha256=abc,10\n")
    first = now()
    assert first is not None
    assert first.is_extended
    distribution(site, RECORD="house/no_zeppelin.py,sha256=abd,10\n")
    assert first != now() is not None


def test_entries_that_are_worked_on_cannot_be_told(site: Path) -> None:
    distribution(site, entry_points_txt=POINTS)
    assert now() is None
    distribution(site, RECORD="house.pth,sha256=abc,10\n", direct_url_json='{"dir_info": {"editable": true}}')
    assert now() is None
    distribution(site, direct_url_json='{"dir_info": {}}')
    assert now() is not None
    distribution(site, "house.egg-info", entry_points_txt=POINTS)
    assert now() is None


def test_what_is_in_an_archive_cannot_be_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "modules.zip").write_bytes(b"PK")
    monkeypatch.setattr(sys, "path", [*sys.path, str(site / "modules.zip")])
    assert now() is None


def test_factspec_s_own_files_count(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "factspec" / "projects").mkdir(parents=True)
    rule = site / "factspec" / "rule.py"
    rule.write_text("a")
    monkeypatch.setattr(module, "__file__", str(site / "factspec" / "projects" / "installation.py"))
    first = now()
    rule.write_text("b")
    second = now()
    (site / "factspec" / "__pycache__").mkdir()
    (site / "factspec" / "__pycache__" / "rule.pyc").write_text("c")
    assert None not in (first, second)
    assert first != second == now()


def test_python_s_version_counts(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = now()
    monkeypatch.setattr(sys, "version", "3.99")
    assert site.is_dir()
    assert first != now() is not None
