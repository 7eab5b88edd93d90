"""Specs that a policy names and that pytest, asked for their folder, does not collect: each is a failing item."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLE = "The ferry returned to Port Lund on Wednesday.\n"
SPEC = (
    "factspec: 1\narticle: {}articles/ferry.txt\nclaims:\n  - id: return\n    says: The ferry returned to Port Lund\n"
)
PROJECT = {
    "pyproject.toml": '[tool.factspec]\narticles = ["articles/*.txt"]\n',
    "articles/ferry.txt": ARTICLE,
    "specs/ferry.factspec.yaml": SPEC.format("../"),
    "tests/test_a.py": "def test_passes():\n    pass\n",
}
IN_BUILD = {"specs/build/other.factspec.yaml": SPEC.format("../../")}
BESIDE = {"specs/other.factspec.yaml": SPEC.format("../")}
WORKER, WORKERS = (("-p", "xdist.plugin", "-n", count) for count in "12")
Failing = Callable[..., list[str]]


@pytest.fixture
def failing(pytester: pytest.Pytester) -> Failing:
    """The failing items of a run of pytest in a project of files."""

    def failing(files: dict[str, str], *arguments: str) -> list[str]:
        for name, text in (PROJECT | files).items():
            path = pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        result = pytester.runpytest_inprocess("-p", "no:cacheprovider", *arguments)
        failed = [line.split()[1] for line in result.outlines if line.startswith("FAILED ")]
        assert result.ret == (1 if failed else 0), result.stdout.str()
        return failed

    return failing


@pytest.mark.parametrize(
    ("files", "arguments"),
    [
        pytest.param({}, [], id="every spec is collected"),
        pytest.param(IN_BUILD, ["tests"], id="another folder is named"),
        pytest.param(IN_BUILD, ["specs/ferry.factspec.yaml"], id="a spec is named"),
        pytest.param(IN_BUILD, ["specs/ferry.factspec.yaml::return"], id="an item is named"),
        pytest.param(IN_BUILD, ["specs/build"], id="the folder itself is named"),
        pytest.param(IN_BUILD, ["--ignore=specs/build"], id="the call leaves the folder out"),
        pytest.param(IN_BUILD, ["--ignore", "specs/build/other.factspec.yaml", "specs"], id="the call leaves it out"),
        pytest.param(IN_BUILD, ["--ignore-glob=*/build", *WORKER], id="the call leaves it out by a glob"),
        pytest.param(IN_BUILD, ["-k", "return"], id="selected"),
        pytest.param(IN_BUILD, ["--deselect=specs/build"], id="deselected"),
        pytest.param(IN_BUILD, ["-o", "norecursedirs=.*"], id="pytest enters the folder"),
        pytest.param(
            IN_BUILD | {"pyproject.toml": '[tool.factspec]\nspecs = ["specs/*.factspec.yaml"]\n'},
            [],
            id="the policy does not name it",
        ),
        pytest.param(IN_BUILD | {"pytest.ini": "[pytest]\ntestpaths = tests\n"}, [], id="pytest is to look elsewhere"),
    ],
)
def test_no_spec_is_left_out(failing: Failing, files: dict[str, str], arguments: list[str]) -> None:
    assert failing(files, *arguments) == []


@pytest.mark.parametrize(
    ("files", "arguments", "message"),
    [
        pytest.param(IN_BUILD, [], "it enters no folder named `build`", id="a name that pytest does not enter"),
        pytest.param(IN_BUILD, ["specs"], "it enters no folder named `build`", id="its parent is named"),
        pytest.param(
            IN_BUILD,
            ["specs/build", "specs"],
            "it enters no folder",
            id="named beside its parent",
            marks=pytest.mark.skipif(pytest.version_tuple < (9,), reason="pytest 8 enters a folder that is named"),
        ),
        pytest.param(IN_BUILD, [*WORKERS, "tests", "specs"], "it enters no folder", id="two workers"),
        pytest.param(IN_BUILD, ["--rootdir=tests", "specs"], "it enters no folder", id="another root"),
        pytest.param(
            IN_BUILD | {"pytest.ini": "[pytest]\ntestpaths = specs\n"}, [], "it enters no folder", id="configured paths"
        ),
        pytest.param(
            {"specs/x.egg/sub/other.factspec.yaml": SPEC.format("../../../")}, [], "named `x.egg`", id="a pattern"
        ),
        pytest.param(
            {"specs/env/other.factspec.yaml": SPEC.format("../../"), "specs/env/pyvenv.cfg": ""},
            [],
            "it takes `env` for a virtual environment",
            id="a virtual environment",
            marks=pytest.mark.skipif(pytest.version_tuple < (8, 3), reason="pytest 8.2 knows other marks of one"),
        ),
        pytest.param(
            BESIDE | {"conftest.py": 'collect_ignore = ["specs/other.factspec.yaml"]\n'},
            [],
            "a conftest.py (`collect_ignore`)",
            id="a conftest.py leaves it out",
        ),
        pytest.param(
            BESIDE | {"pytest.ini": "[pytest]\naddopts = --ignore=specs/other.factspec.yaml\n"},
            [],
            "a configured option leaves it out",
            id="the configuration leaves it out",
        ),
        pytest.param(
            BESIDE | {"pytest.ini": "[pytest]\naddopts = --ignore-glob *other*\n"},
            [*WORKER],
            "a configured option leaves it out",
            id="the configuration leaves it out by a glob",
        ),
        pytest.param(IN_BUILD | {"pyproject.toml": ""}, [], "it enters no folder", id="without a policy"),
    ],
)
def test_a_spec_that_is_left_out_fails(
    failing: Failing, capsys: pytest.CaptureFixture[str], files: dict[str, str], arguments: list[str], message: str
) -> None:
    left_out = next(name for name in files if "other.factspec.yaml" in name)
    (only,) = failing(files, *arguments)
    assert only.endswith(f"{left_out}::spec")
    printed = capsys.readouterr().out
    assert f"{left_out}:1:1: pytest did not collect this spec: " in printed
    assert message in printed
    assert "narrow `specs` in [tool.factspec]" in printed


def test_alone_without_a_policy_it_fails_too(failing: Failing, pytester: pytest.Pytester) -> None:
    pytester.mkdir("specs")
    assert failing(IN_BUILD | {"pyproject.toml": "", "specs/ferry.factspec.yaml": SPEC.format("../")}, "-q") != []
    (pytester.path / "specs" / "ferry.factspec.yaml").unlink()
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    assert result.parseoutcomes() == {"passed": 1, "failed": 1}


@pytest.mark.skipif(os.name == "nt", reason="neither links nor pipes are to be had there")
@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda path: path.symlink_to("gone.yaml"), "the spec does not exist", id="a dangling link"),
        pytest.param(
            lambda path: path.symlink_to("../../gone.yaml"),
            "the spec is a link that leads out",
            id="one that leads out",
        ),
        pytest.param(lambda path: path.symlink_to(path.name), "the spec cannot be read", id="a circle of links"),
        pytest.param(getattr(os, "mkfifo", None), "the spec is a named pipe, not a file", id="a pipe"),
    ],
)
@pytest.mark.parametrize("specs", ["", 'specs = ["specs/*.factspec.yaml"]\n'])
def test_what_is_no_file_fails_as_on_the_command_line(
    failing: Failing,
    pytester: pytest.Pytester,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], None],
    message: str,
    specs: str,
) -> None:
    pytester.mkdir("specs")
    make(pytester.path / "specs" / "x.factspec.yaml")
    assert failing({"pyproject.toml": f"[tool.factspec]\n{specs}"}, "specs") == ["specs/x.factspec.yaml::spec"]
    assert f"specs/x.factspec.yaml:1:1: {message}" in capsys.readouterr().out


@pytest.mark.parametrize("policy", ["", "[tool.factspec]\n"])
@pytest.mark.parametrize("spec", ["ferry.factspec.yaml", "gone.txt"])
def test_a_spec_that_is_not_named_as_one_fails(
    failing: Failing, pytester: pytest.Pytester, policy: str, spec: str
) -> None:
    files = {"pyproject.toml": policy, "specs/other.factspec.yml": SPEC.format("../"), "specs/gone.txt": ""}
    assert failing(files) == ["specs/other.factspec.yml::spec"]
    (pytester.path / "specs" / spec).unlink()
    assert pytester.runpytest_inprocess("-p", "no:cacheprovider").parseoutcomes()["failed"] == 1
