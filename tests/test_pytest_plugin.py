"""The pytest plugin: which items there are, what fails, what a failure says, what the summary counts."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree as ET

import pytest

from factspec.projects.checking import judge_all

ARTICLE = """\
Ferry service resumes

The ferry returned to Port Lund on Wednesday after twelve days in dock [1]. It carried 340 passengers [2].
"""
SPEC = """\
factspec: 1
article: ../articles/ferry.txt
sources: [1, 2]
claims:
  - id: return
    says: The ferry returned to Port Lund on Wednesday after twelve days in dock
    cites: [1]
  - id: passengers
    says: It carried 340 passengers
    tags: [traffic]
"""
BROKEN = SPEC.replace("on Wednesday", "on Tuesday")
POLICY = '[tool.factspec]\narticles = ["articles/*.txt"]\n'
WORKERS = ("-p", "xdist.plugin", "-n", "2")
PASSING = "def test_passes():\n    pass\n"

Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def write(pytester: pytest.Pytester) -> Write:
    """Write files of a project, by their paths in it."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return pytester.path

    return write


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*arguments)


def ids(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    lines = run(pytester, "--collect-only", "-q", *arguments).outlines
    return [line for line in lines if "::" in line]


def outcome(result: pytest.RunResult) -> dict[str, int]:
    return {key: count for key, count in result.parseoutcomes().items() if key not in {"skipped", "deselected"}}


def unsafe(text: str) -> list[str]:
    """What must not reach a log: controls, invisible characters, commands to a CI runner."""
    characters = [one for one in text if one != "\n" and unicodedata.category(one) in {"Cc", "Cf", "Cs"}]
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]
    return characters + commands


# -- where no spec is


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, write: Write) -> Write:
    """Write files of a project in which pytest loads every plugin that is installed."""
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    monkeypatch.delenv("PYTEST_PLUGINS")
    return write


def test_without_a_spec_nothing_is_printed_or_imported(installed: Write) -> None:
    root = installed(
        {
            "test_a.py": PASSING,
            "conftest.py": """\
                import sys

                def pytest_unconfigure():
                    print(sorted(name for name in sys.modules if name.partition(".")[0] == "factspec"))
                """.replace("                ", ""),
        }
    )
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0
    assert result.stdout.splitlines()[-1] == "['factspec', 'factspec.pytest_plugin']"
    assert "factspec =" not in result.stdout
    assert "= factspec" not in result.stdout


def test_a_spec_loads_what_it_needs_and_no_more(installed: Write) -> None:
    root = installed(
        {
            "articles/ferry.txt": "The ferry to Lomsk sailed on Monday.\n",
            "ferry.factspec.yaml": "factspec: 1\narticle: articles/ferry.txt\n"
            "claims:\n  - id: sailed\n    says: The ferry to Lomsk sailed on Monday\n",
            "conftest.py": """\
                import sys

                def pytest_unconfigure():
                    print("spared", [
                        name for name in sys.modules
                        if name.endswith(("rapidfuzz", ".claims.nearest", ".evidence.checking", ".quotation.words"))
                    ])
                """.replace("                ", ""),
        }
    )
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert "spared []" in result.stdout


def test_a_project_that_only_depends_on_factspec_has_no_policy(write: Write, pytester: pytest.Pytester) -> None:
    write({"pyproject.toml": '[project]\ndependencies = ["factspec", "pytest"]\n', "test_a.py": PASSING})
    assert outcome(run(pytester)) == {"passed": 1}


def test_a_hidden_spec_is_collected_where_it_is_named_only(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/.ferry.factspec.yaml": SPEC})
    assert ids(pytester) == []
    assert "specs/.ferry.factspec.yaml::return" in ids(pytester, "specs/.ferry.factspec.yaml")


# -- items

TWO = "[../articles/ferry.txt, ../articles/ferry.md]"
SAME = "[../articles/ferry.txt, ../articles/web/ferry.txt]"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(("", ""), ["return", "passengers", "article:citations"], id="one a claim"),
        pytest.param(
            ("claims:", "forbidden:\n  - id: banned\n    says: military alliance\nclaims:"),
            ["return", "passengers", "banned", "article:citations"],
            id="one a forbidden wording, and families that have work",
        ),
        pytest.param(
            ("../articles/ferry.txt", TWO),
            [
                *("return@ferry.txt", "passengers@ferry.txt", "article:citations@ferry.txt"),
                *("return@ferry.md", "passengers@ferry.md", "article:citations@ferry.md"),
            ],
            id="renditions by name",
        ),
        pytest.param(
            ("../articles/ferry.txt", SAME),
            [
                *("return@articles/ferry.txt", "passengers@articles/ferry.txt"),
                *("article:citations@articles/ferry.txt", "return@articles/web/ferry.txt"),
                *("passengers@articles/web/ferry.txt", "article:citations@articles/web/ferry.txt"),
            ],
            id="renditions by path where names are equal",
        ),
        pytest.param(
            ("../articles/ferry.txt", '[../articles/ferry.txt, "../articles/a[1]::b.txt"]'),
            [
                *("return@ferry.txt", "passengers@ferry.txt", "article:citations@ferry.txt"),
                *("return@a(1):b.txt", "passengers@a(1):b.txt", "article:citations@a(1):b.txt"),
            ],
            id="no bracket, no double colon",
        ),
        pytest.param(
            ("../articles/ferry.txt", "[../articles/ferry.txt, ../articles/gone.txt]"),
            ["spec", "return@ferry.txt", "passengers@ferry.txt", "article:citations@ferry.txt"],
            id="names do not change where a rendition is missing",
        ),
    ],
)
def test_items(write: Write, pytester: pytest.Pytester, change: tuple[str, str], expected: list[str]) -> None:
    names = ("ferry.txt", "ferry.md", "web/ferry.txt", "a[1]::b.txt")
    write({f"articles/{name}": ARTICLE for name in names})
    write({"specs/ferry.factspec.yaml": SPEC.replace(*change)})
    found = [one for one in ids(pytester) if "::article:" not in one or "::article:citations" in one]
    assert found == [f"specs/ferry.factspec.yaml::{name}" for name in expected]


def test_without_sources_and_markers_no_citations_are_judged(write: Write, pytester: pytest.Pytester) -> None:
    spec = SPEC.replace("sources: [1, 2]\n", "").replace("    cites: [1]\n", "")
    article = ARTICLE.replace(" [1]", "").replace(" [2]", "")
    write({"articles/ferry.txt": article, "specs/ferry.factspec.yaml": spec})
    assert "specs/ferry.factspec.yaml::article:citations" not in ids(pytester)


def test_a_tag_selects_its_claims(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": SPEC})
    assert ids(pytester, "-k", "traffic") == ["specs/ferry.factspec.yaml::passengers"]


def test_an_item_is_selected_by_its_id(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN})
    result = run(pytester, "specs/ferry.factspec.yaml::return")
    assert outcome(result) == {"failed": 1}
    result.stdout.fnmatch_lines(["claims: 1 checked, 1 failed"])


# -- failures


def test_the_text_of_a_failure(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN})
    result = run(pytester)
    assert outcome(result)["failed"] == 1
    expected = """\
        articles/ferry.txt:3:36: weekday Tuesday → Wednesday (claim 'return') [claim-changed]
          expected  The ferry returned to Port Lund on Tuesday after twelve days in dock
                                                       ^^^^^^^
          found     The ferry returned to Port Lund on Wednesday after twelve days in dock
                                                       ^^^^^^^^^
          cited     [1], as required
          spec      specs/ferry.factspec.yaml:6
          next      restore the wording, or settle it in one look: factspec review specs/ferry.factspec.yaml::return
        """
    assert "\n" + dedent(expected) in result.stdout.str()


def test_all_findings_of_an_item_are_one_failure(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN.replace("cites: [1]", "cites: [2]")})
    result = run(pytester, "-k", "return")
    assert outcome(result) == {"failed": 1}
    result.stdout.fnmatch_lines_random(["*[[]claim-changed[]]", "*[[]citation-mismatch[]]"])


def test_several_broken_claims_are_several_failures(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN.replace("340", "34")})
    result = run(pytester)
    assert outcome(result)["failed"] == 2
    result.stdout.fnmatch_lines(["claims: 2 checked, 2 failed"])


def test_a_claim_that_a_partial_rendition_leaves_out_is_skipped(write: Write, pytester: pytest.Pytester) -> None:
    article = "[../articles/whole.txt, {file: ../articles/ferry.txt, partial: true}]"
    spec = SPEC.replace("../articles/ferry.txt", article) + "  - id: gone\n    says: A Swedish orchestra played\n"
    whole = ARTICLE + "A Swedish orchestra played.\n"
    write({"articles/ferry.txt": ARTICLE, "articles/whole.txt": whole, "specs/ferry.factspec.yaml": spec})
    result = run(pytester, "-rs", "-k", "gone or return")
    assert result.parseoutcomes()["skipped"] == 1
    result.stdout.fnmatch_lines(["claims: 3 checked*", "*not in articles/ferry.txt, which is a partial rendition"])


def test_figures_of_projects_with_files_of_one_name_add_up(write: Write, pytester: pytest.Pytester) -> None:
    files = {"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": SPEC, "pyproject.toml": "[tool.factspec]\n"}
    write({f"{project}/{name}": text for project in ("one", "two") for name, text in files.items()})
    result = run(pytester, "one", "two")
    claims = SPEC.count("- id:")
    result.stdout.fnmatch_lines(["articles: 2", f"claims: {2 * claims} checked, 0 failed"])


# In the tests' own process older versions of pytest warn that the plugin is named once more.
_EVERY_WARNING = "-W error -W ignore::pytest.PytestAssertRewriteWarning"
FLAGS = [
    *("-q", "-qq", "-v", "-vv", "-x", "-rA", "--tb=no", "--tb=native", "--tb=line", "--full-trace", "--durations=0"),
    *("-p no:cacheprovider", "-p no:terminal", "-p no:xdist", "-p no:junitxml", "--import-mode=importlib", "--ff"),
    *(
        "--import-mode=prepend",
        "--strict-markers",
        _EVERY_WARNING,
        "--no-summary",
        "--rootdir=.",
        "--rootdir=specs",
        "-s",
    ),
    *("--rootdir=/", "--nf", "--disable-warnings", "--color=yes", "--confcutdir=specs", "--noconftest"),
]


@pytest.mark.parametrize("flags", [pytest.param(flags.split(), id=flags) for flags in FLAGS])
def test_a_broken_claim_fails_whatever_the_flags(write: Write, pytester: pytest.Pytester, flags: list[str]) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN})
    result = run(pytester, *flags)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "Traceback" not in result.stdout.str() + result.stderr.str()
    assert "INTERNALERROR" not in result.stdout.str() + result.stderr.str()


def test_from_another_folder_with_a_conftest_elsewhere(
    write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(
        {
            "site/articles/ferry.txt": ARTICLE,
            "site/specs/ferry.factspec.yaml": BROKEN,
            "site/conftest.py": "def pytest_itemcollected(item):\n    assert item.path.exists()\n",
            "elsewhere/conftest.py": "",
        }
    )
    monkeypatch.chdir(root / "elsewhere")
    result = run(pytester, "../site/specs/ferry.factspec.yaml")
    assert outcome(result)["failed"] == 1
    result.stdout.fnmatch_lines(["articles/ferry.txt:3:36: weekday Tuesday → Wednesday (claim 'return')*"])


def test_only_collecting_prints_no_figures(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN})
    result = run(pytester, "--collect-only")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["*<SpecFile ferry.factspec.yaml>", "*<ClaimItem return>"])
    result.stdout.no_fnmatch_line("claims: *")


def test_last_failed_runs_the_same_item_alone(write: Write, pytester: pytest.Pytester) -> None:
    two = '[../articles/ferry.txt, "../articles/a[1]::b.txt"]'
    broken = ARTICLE.replace("Wednesday", "Tuesday")
    write(
        {
            "articles/ferry.txt": ARTICLE,
            "articles/a[1]::b.txt": broken,
            "articles/lone.txt": ARTICLE,
            "pyproject.toml": POLICY,
            "specs/a[1].factspec.yaml": SPEC.replace("../articles/ferry.txt", two),
        }
    )
    assert outcome(run(pytester))["failed"] == 2
    last = [line.split()[0] for line in run(pytester, "--lf", "-v").outlines if line.endswith("%]")]
    assert last == ["specs/a[1].factspec.yaml::return@a(1):b.txt", "articles/lone.txt::spec"]


def test_junit_has_the_failure(write: Write, pytester: pytest.Pytester) -> None:
    root = write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN})
    run(pytester, "--junitxml=junit.xml")
    [failure] = ET.parse(root / "junit.xml").iter("failure")
    assert (failure.text or "").startswith("articles/ferry.txt:3:36: weekday Tuesday → Wednesday")


# -- what cannot be read


@pytest.mark.parametrize(
    ("spec", "lines"),
    [
        pytest.param(
            SPEC.replace("says: It", "sais: It").replace("cites:", "sites:"),
            ["*bad.factspec.yaml:7:5: *`sites`*", "  next *did you mean*", "*bad.factspec.yaml:9:5: *`sais`*"],
            id="every mistake",
        ),
        pytest.param("a: [\n", ["*bad.factspec.yaml:1:4: *[[]spec-invalid[]]"], id="no YAML"),
        pytest.param("", ["*bad.factspec.yaml:1:1: the spec is empty*"], id="empty"),
        pytest.param(
            SPEC.replace("ferry.txt", "gone.txt"),
            ["*bad.factspec.yaml:2:10: *gone.txt* does not exist*", "  spec *bad.factspec.yaml:2", "  next *"],
            id="no article",
        ),
        pytest.param(
            SPEC.replace("../articles", "../../out"), ["*bad.factspec.yaml:2:10: *leads out*"], id="article outside"
        ),
    ],
)
def test_what_cannot_be_read_is_one_failing_item(
    write: Write, pytester: pytest.Pytester, spec: str, lines: list[str]
) -> None:
    write(
        {
            "articles/ferry.txt": ARTICLE,
            "specs/bad.factspec.yaml": spec,
            "specs/good.factspec.yaml": SPEC,
            "pyproject.toml": "[tool.factspec]\n",
        }
    )
    result = run(pytester)
    assert next(line for line in result.outlines if line.startswith("FAILED")).startswith(
        "FAILED specs/bad.factspec.yaml::spec"
    )
    assert outcome(result)["failed"] == 1
    assert outcome(result)["passed"] >= 3
    result.stdout.fnmatch_lines(lines)


def test_a_wrong_policy_fails_every_spec_and_the_project(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": SPEC})
    write({"pyproject.toml": "[tool.factspec]\narticles = 1\n", "test_a.py": PASSING})
    assert ids(pytester) == ["specs/ferry.factspec.yaml::spec", "test_a.py::test_passes", "pyproject.toml::spec"]
    result = run(pytester, "test_a.py")
    assert outcome(result) == {"passed": 1, "failed": 1}
    result.stdout.fnmatch_lines(["pyproject.toml:2:1: *articles*[[]spec-invalid[]]"])


# -- articles without a spec

MISSING = {"pyproject.toml": POLICY, "articles/lone.txt": ARTICLE, "tests/test_a.py": PASSING, "elsewhere/a.txt": ""}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="none"),
        pytest.param(["tests"], id="a folder"),
        pytest.param(["tests", "tests/test_a.py"], id="a folder and a file"),
        pytest.param(["articles"], id="a folder without tests"),
        pytest.param(["--rootdir=elsewhere", "tests"], id="another root"),
        pytest.param(["--rootdir=tests", "tests"], id="a root below"),
        pytest.param(["--rootdir=..", "tests"], id="a root above"),
        pytest.param(["-p", "no:cacheprovider", "--import-mode=importlib"], id="flags"),
    ],
)
def test_an_article_without_a_spec_fails_a_run_over_folders(
    write: Write, pytester: pytest.Pytester, arguments: list[str]
) -> None:
    write(MISSING)
    result = run(pytester, *arguments)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        [
            "articles/lone.txt:1:1: no spec covers this article [[]spec-missing[]]",
            "  next      run `factspec init articles/lone.txt`, or narrow *",
            "FAILED *articles/lone.txt::spec*",
        ]
    )


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["tests/test_a.py"], id="a file"),
        pytest.param(["tests/test_a.py::test_passes"], id="an item"),
        pytest.param(["specs/ferry.factspec.yaml"], id="a spec"),
        pytest.param(["specs/ferry.factspec.yaml::return", "tests/test_a.py"], id="a claim and a file"),
        pytest.param([*WORKERS, "specs/ferry.factspec.yaml"], id="two workers"),
    ],
)
def test_a_run_on_files_judges_these_files(write: Write, pytester: pytest.Pytester, arguments: list[str]) -> None:
    write(MISSING | {"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": SPEC})
    result = run(pytester, *arguments)
    assert result.ret == 0
    assert "lone.txt" not in result.stdout.str()


def test_an_article_with_a_spec_is_not_missing_one(write: Write, pytester: pytest.Pytester) -> None:
    write(MISSING | {"specs/lone.factspec.yaml": SPEC.replace("ferry.txt", "lone.txt")})
    assert outcome(run(pytester, "tests")) == {"passed": 1}


def test_an_article_without_a_spec_is_selected_like_any_item(write: Write, pytester: pytest.Pytester) -> None:
    write(MISSING)
    assert outcome(run(pytester, "-k", "passes")) == {"passed": 1}
    assert outcome(run(pytester, "-k", "lone")) == {"failed": 1}


def test_other_projects_are_left_alone(
    write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({f"site/{name}": text for name, text in MISSING.items()} | {"other/test_b.py": PASSING})
    monkeypatch.chdir(root / "site")
    assert outcome(run(pytester, "--rootdir=../other", "../other")) == {"passed": 1}


# -- the summary

WARNING_POLICY = """\
[tool.factspec]
rules = {citation-mismatch = "warning", uncited = "warning", hidden-text = "off", uncovered = "off"}
"""
WARNED = SPEC.replace("cites: [1]", "cites: [2]")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="alone"),
        pytest.param(["-q"], id="quiet"),
        pytest.param(["-v"], id="verbose"),
        pytest.param(WORKERS, id="two workers"),
        pytest.param(["-k", "return or citations"], id="selected"),
    ],
)
def test_a_warning_fails_nothing_and_is_printed_once(
    write: Write, pytester: pytest.Pytester, arguments: list[str]
) -> None:
    article = ARTICLE + "\nNobody was hurt.\n"
    write({"articles/ferry.txt": article, "specs/ferry.factspec.yaml": WARNED, "pyproject.toml": WARNING_POLICY})
    result = run(pytester, *arguments)
    assert result.ret == 0
    text = result.stdout.str()
    assert text.count("warning: ") == 2
    assert text.count("[citation-mismatch]") == text.count("[uncited]") == 1
    result.stdout.fnmatch_lines(
        [
            "*= factspec =*",
            "articles/ferry.txt:*: warning: *",
            "articles: 1",
            f"claims: {1 if '-k' in arguments else 2} checked, 0 failed",
            "sentences: 3, 2 with a claim, 1 without",
            "citations: 2 markers, 2 of 3 sentences cited",
            "waivers: 0 in force, 0 findings waived",
            "rules off: *hidden-text*",
            "warnings: 2",
        ]
    )


def test_figures_are_the_same_with_two_workers(write: Write, pytester: pytest.Pytester) -> None:
    write({f"articles/{name}.txt": ARTICLE for name in "ab"})
    write({f"specs/{name}.factspec.yaml": BROKEN.replace("ferry.txt", f"{name}.txt") for name in "ab"})
    write({"pyproject.toml": POLICY, "articles/lone.txt": ARTICLE})
    alone, two = run(pytester, "--factspec-no-cache"), run(pytester, "--factspec-no-cache", *WORKERS)
    assert outcome(alone) == outcome(two)
    assert outcome(two)["failed"] == 3
    assert figures(alone) == figures(two)
    assert figures(two)[:2] == ["articles: 2", "claims: 4 checked, 2 failed"]


def figures(result: pytest.RunResult) -> list[str]:
    start = next(at for at, line in enumerate(result.outlines) if line.strip("= ") == "factspec")
    return [line for line in result.outlines[start + 1 :] if line[:1].isalpha() and not line.startswith("FAILED")]


WAIVED = """\
waivers:
  - rule: uncited
    at: Nobody wrote this sentence
    reason: tried out
"""


@pytest.mark.parametrize(
    ("arguments", "failed"),
    [
        pytest.param(["-k", "return or passengers"], 0, id="claims alone"),
        pytest.param(["-k", "coverage"], 1, id="its family alone"),
        pytest.param([], 1, id="all"),
    ],
)
def test_a_stale_waiver_does_not_depend_on_what_ran(
    write: Write, pytester: pytest.Pytester, arguments: list[str], failed: int
) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": SPEC + WAIVED})
    result = run(pytester, *arguments)
    assert outcome(result).get("failed", 0) == failed
    # The short summary repeats the line of a failure, where the terminal is wide.
    told = [line for line in result.outlines if line.endswith(" [waiver-unmatched]") and "FAILED " not in line]
    assert len(told) == failed


# -- hostile text

EVIL = "\x1b[31m\u202e\u200b##[error]"
HOSTILE = ARTICLE.replace("Wednesday", f"Wed{EVIL}nesday").replace("340", f"\n::error::34\ufeff{EVIL}")


def _escaped(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode().replace("\x1b", "\\x1b")


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be given there")
@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("specs/a.factspec.yaml", "articles/a.txt"), id="texts"),
        pytest.param((f"specs/{EVIL}.factspec.yaml", f"articles/{EVIL}.txt"), id="names"),
        pytest.param(("::error::a.factspec.yaml", "::error::a.txt"), id="commands to a runner"),
        pytest.param(("specs/a\n::error::b.factspec.yaml", "articles/a\n::error::b.txt"), id="line feeds"),
    ],
)
@pytest.mark.parametrize("flags", [pytest.param([], id="plain"), pytest.param(["-vv", "-rA"], id="verbose")])
def test_nothing_hostile_reaches_the_log(
    write: Write, pytester: pytest.Pytester, names: tuple[str, str], flags: Sequence[str]
) -> None:
    spec, article = names
    up = "../" if "/" in spec else ""
    quoted = '"' + (up + article).replace("\x1b", "\\e").replace("\n", "\\n") + '"'
    says = f'"It carried 341 {_escaped(EVIL)} passengers"'
    text = SPEC.replace("../articles/ferry.txt", quoted).replace("It carried 340 passengers", says)
    root = write({article: HOSTILE, spec: text, "pyproject.toml": POLICY.replace("articles/", "**/")})
    write({f"articles/{EVIL}lone.txt": ARTICLE})
    result = run(pytester, "--junitxml=junit.xml", *flags)
    assert outcome(result)["failed"] >= 2
    assert unsafe(result.stdout.str() + result.stderr.str()) == []
    report = (root / "junit.xml").read_text(encoding="utf-8")
    ET.fromstring(report)
    assert unsafe(report) == []


def test_items_that_a_conftest_marks_as_skipped(pytester: pytest.Pytester, write: Write) -> None:
    skipping = """
        import pytest

        def pytest_collection_modifyitems(items):
            for item in items:
                item.add_marker(pytest.mark.skip(reason="not now"))
    """
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": SPEC, "test_a.py": PASSING})
    pytester.makeconftest(dedent(skipping))

    result = run(pytester)

    assert result.ret == pytest.ExitCode.OK
    result.assert_outcomes(skipped=6)


def test_a_policy_above_several_paths_holds_for_the_command_line_too(pytester: pytest.Pytester, write: Write) -> None:
    files = {"pyproject.toml": '[tool.factspec]\narticles = ["*/articles/*.txt"]\n'}
    for name in ("a", "b"):
        files |= {f"{name}/articles/ferry.txt": ARTICLE, f"{name}/specs/ferry.factspec.yaml": SPEC}
        files |= {f"{name}/pyproject.toml": "[tool.factspec]\n"}
    root = write(files)

    missing = judge_all([root / "a", root / "b"], root, today=date(2026, 5, 20)).missing
    result = run(pytester, "a", "b")

    assert [one.rule for one in missing] == ["spec-missing", "spec-missing"]
    result.stdout.fnmatch_lines(["*a/articles/ferry.txt:1:1: *[[]spec-missing[]]"])
    assert result.parseoutcomes()["failed"] == 2


def test_a_finding_is_one_line_with_tb_line(write: Write, pytester: pytest.Pytester) -> None:
    write({"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": BROKEN})
    lines = run(pytester, "--tb=line").outlines
    failures = lines[: next(at for at, line in enumerate(lines) if "short test summary" in line)]
    shown = [line for line in failures if line.startswith("articles/ferry.txt:3:36:")]
    assert shown == ["articles/ferry.txt:3:36: weekday Tuesday → Wednesday (claim 'return') [claim-changed]"]
    assert not any(line.startswith("  expected") for line in failures)


def test_an_article_without_a_spec_is_counted_among_the_errors(write: Write, pytester: pytest.Pytester) -> None:
    policy = '[tool.factspec]\narticles = ["articles/*.txt"]\n'
    write(
        {
            "pyproject.toml": policy,
            "articles/ferry.txt": ARTICLE,
            "articles/other.txt": "It rained.\n",
            "specs/ferry.factspec.yaml": BROKEN,
        }
    )
    result = run(pytester, ".")
    result.assert_outcomes(failed=2, passed=len(ids(pytester, ".")) - 2)
    result.stdout.fnmatch_lines(["errors: 2"])
