"""The name of the policy's table: misspelled ones are reported, tables of other tools are not."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from factspec import pytest_plugin
from factspec.projects.checking import judge_all
from factspec.projects.paths import find_root
from factspec.specs.names import may_hold_policy, misspelled_tables

ARTICLE = "Rain fell on Monday in Lund.\n"
SPEC = "factspec: 1\narticle: ../articles/a.txt\nclaims:\n  - id: rain\n    says: Rain fell on Monday in Lund\n"
OTHERS = [
    pytest.param("[tool.factspec]\narticles = ['a.txt']\n", id="the name itself"),
    pytest.param("[tool.factspec.rules]\nuncited = 'off'\n", id="a table inside it"),
    pytest.param("[tool.fastspec]\nurl = 'x'\n", id="one letter off, with the keys of another tool"),
    pytest.param("[tool.factory]\n[tool.spec]\n[tool.pytest]\n[tool.coverage]\n[tool.aspect]\n", id="other tools"),
    pytest.param("[tool.factspec-house-style]\narticles = []\n", id="a plugin's"),
    pytest.param("[project.scripts]\nfactspecs = 'a:b'\nFactSpec = 'a:b'\n", id="a script"),
    pytest.param('"\\u0074ool" = 1\n', id="an escape in another name"),
    pytest.param("[project]\ndependencies = ['factspecs']\n[dependency-groups]\nfactspec = []\n", id="a dependency"),
    pytest.param("tool = 1\n", id="no tools"),
]
MISSPELT = [
    pytest.param("[tool.factspecs]\n", ("tool", "factspecs"), id="one letter more"),
    pytest.param("[tool.FactSpec]\nx = 1\n", ("tool", "FactSpec"), id="capitals"),
    pytest.param("[tool.fact-spec]\nx = 1\n", ("tool", "fact-spec"), id="a hyphen"),
    pytest.param("[tool.fact_spec]\n", ("tool", "fact_spec"), id="an underscore"),
    pytest.param("[tool.'fact spec']\n", ("tool", "fact spec"), id="a space"),
    pytest.param("[tool]\nfactspecs = {specs = ['a']}\n", ("tool", "factspecs"), id="a key of the table of tools"),
    pytest.param("tool.factspecs.specs = ['a']\n", ("tool", "factspecs"), id="a dotted key"),
    pytest.param("[tool.fact-specs]\n", ("tool", "fact-specs"), id="a hyphen and a letter more"),
    pytest.param("[factspec]\nspecs = ['a']\n", ("factspec",), id="no tool"),
    pytest.param("[tools.factspec]\nspecs = ['a']\n", ("tools", "factspec"), id="tools"),
]


@pytest.mark.parametrize("text", OTHERS)
def test_no_other_table_is_taken_for_the_policy(text: str) -> None:
    assert list(misspelled_tables(tomllib.loads(text))) == []


@pytest.mark.parametrize("text", OTHERS[2:])
def test_no_other_table_makes_a_root(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.factspec]\n")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pyproject.toml").write_text(text)
    assert find_root(tmp_path / "inner") == tmp_path


@pytest.mark.parametrize(("text", "names"), MISSPELT)
def test_a_misspelled_table(text: str, names: tuple[str, ...]) -> None:
    assert may_hold_policy(text.encode())
    assert list(misspelled_tables(tomllib.loads(text))) == [names]


@pytest.mark.parametrize(("text", "names"), MISSPELT)
def test_the_command_line_reports_a_misspelled_table(tmp_path: Path, text: str, names: tuple[str, ...]) -> None:
    _write(tmp_path, text)
    run = judge_all([tmp_path / "specs"], tmp_path, today=date(2026, 6, 1))
    (only,) = run.missing
    line = 3 if text.startswith("[tool]\n") else 2
    assert str(only).startswith(f"pyproject.toml:{line}:1: [{'.'.join(names)}] is not a table that factspec reads")
    assert only.advice == "did you mean [tool.factspec]?"
    assert run.exit_code == 2


@pytest.mark.parametrize(("text", "names"), MISSPELT)
@pytest.mark.parametrize("specs", ["specs", ""])
def test_pytest_reports_a_misspelled_table(
    pytester: pytest.Pytester, text: str, names: tuple[str, ...], specs: str
) -> None:
    _write(pytester.path, text, specs=specs)
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    assert result.parseoutcomes()["failed"] == (2 if specs else 1)
    result.stdout.fnmatch_lines([f"pyproject.toml:*: [[]{'.'.join(names)}] is not a table that factspec reads*"])


@pytest.mark.parametrize("piece", [b" ", b"a", b"a ", b"[", b"[ ", b"a.", b"factspe ", b"\n", b'"', b"- a"])
def test_a_hostile_file_is_searched_in_time(piece: bytes) -> None:
    assert not may_hold_policy(b"[tool." + piece * 400_000 + b"!")


def test_a_name_written_with_an_escape_is_the_policy(tmp_path: Path) -> None:
    _write(tmp_path, '[tool."fact\\u0073pec"]\nrules = {claim-missing = "often"}\n')
    run = judge_all([tmp_path / "specs"], tmp_path, today=date(2026, 6, 1))
    assert (run.exit_code, len(run.missing)) == (2, 1)


def test_a_misspelled_table_beside_the_right_one_is_reported(tmp_path: Path) -> None:
    _write(tmp_path, "[tool.factspec]\n[tool.factspecs]\narticles = ['x/*']\n[tool.fact-spec]\n")
    run = judge_all([], tmp_path, today=date(2026, 6, 1))
    assert [str(one).split(": ")[0] for one in run.missing] == ["pyproject.toml:3:1", "pyproject.toml:5:1"]


def _write(root: Path, policy: str, *, specs: str = "specs") -> None:
    files = {
        "pyproject.toml": f"# of a project\n{policy}",
        "articles/a.txt": ARTICLE,
        "test_a.py": "def test_a(): ...\n",
    }
    for name, text in (files | ({f"{specs}/a.factspec.yaml": SPEC} if specs else {})).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


@pytest.mark.parametrize("text", [one.values[0] for one in (*OTHERS, *MISSPELT)])
def test_the_plugin_makes_the_same_check(tmp_path: Path, text: str) -> None:
    """It has a copy, because it imports nothing of the package when pytest starts."""
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    assert pytest_plugin._has_policy(file) is may_hold_policy(file.read_bytes())
