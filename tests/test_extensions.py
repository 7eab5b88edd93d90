"""A distribution that adds one entry to each registry, installed in a folder and used with nothing else edited."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from factspec import registry
from factspec.reports.summary import FORMS

pytest.importorskip("docutils", reason="the format of the example reads reStructuredText through docutils")

ENTRIES = {
    "factspec.checks": ("no-zeppelin", "no_zeppelin"),
    "factspec.commands": ("blocks", "blocks"),
    "factspec.formats": ("rest", "rest"),
    "factspec.forms": ("count", "count"),
    "factspec.kinds": ("temperature", "temperature"),
    "factspec.markers": ("braces", "braces"),
}
# Kinds beside that of the guide; each declares what other code needs to know about it.
FURTHER_KINDS = ("feast", "precision", "vessel")
ARTICLE = """\
The lake
========

The water was 20 degrees Celsius [1]. The zeppelin landed at noon [2].
"""
SPEC = """\
factspec: 1
article: ../lake.rst
sources:
  - {id: 1, text: ../lake.txt}
  - 2
claims:
  - {id: water, says: The water was 20 °C., cites: [1]}
  - {id: landing, says: The zeppelin landed at noon., cites: [2]}
waivers:
  - {rule: no-zeppelin, at: The zeppelin landed at noon., reason: the name of the ship}
"""
SOURCE = "On Monday a water temperature of 20 °C was measured.\n"


@dataclass(frozen=True)
class Newsdesk:
    """A project, and the folder in which the distribution is installed."""

    root: Path
    site: Path

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PYTHONPATH": str(self.site), "PYTHONUTF8": "1", "COLUMNS": "200"}
        command = [sys.executable, "-m", *arguments]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def check(self, *, article: str = ARTICLE, spec: str = SPEC) -> subprocess.CompletedProcess[str]:
        self.write("lake.rst", article)
        self.write("specs/lake.factspec.yaml", spec)
        return self.run("factspec", "check")


@pytest.fixture
def newsdesk(tmp_path: Path) -> Newsdesk:
    site, root = tmp_path / "site", tmp_path / "project"
    copytree(Path(__file__).parent / "newsdesk", site / "newsdesk")
    info = site / "newsdesk-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk\nVersion: 1.0\n", encoding="utf-8")
    points = (f"[{group}]\n{name} = newsdesk.{module}\n" for group, (name, module) in ENTRIES.items())
    further = "".join(f"{kind} = newsdesk.{kind}\n" for kind in FURTHER_KINDS)
    written = "\n".join(points).replace("[factspec.kinds]\n", f"[factspec.kinds]\n{further}")
    (info / "entry_points.txt").write_text(written, encoding="utf-8")
    (root / "specs").mkdir(parents=True)
    made = Newsdesk(root, site)
    made.write("lake.txt", SOURCE)
    return made


def test_the_guide_names_the_same_entries() -> None:
    guide = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [block] = re.findall(r"^```toml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    named = {group: {name: f"newsdesk.{module}"} for group, (name, module) in ENTRIES.items()}
    assert tomllib.loads(block)["project"]["entry-points"] == named
    assert ENTRIES.keys() == set(registry.GROUPS.values())


def test_an_article_in_the_new_format_cites_and_says_what_was_approved(newsdesk: Newsdesk) -> None:
    result = newsdesk.check()
    assert result.returncode == 0, result.stdout + result.stderr
    assert "claims: 2 checked, 0 failed" in result.stdout
    assert "citations: 2 markers, 2 of 2 sentences cited" in result.stdout
    assert "facts: 1 in sources" in result.stdout
    assert "waivers: 1 in force, 1 finding waived" in result.stdout
    assert "warning" not in result.stdout


def test_a_value_of_the_new_kind_that_differs_is_a_change(newsdesk: Newsdesk) -> None:
    result = newsdesk.check(article=ARTICLE.replace("20 degrees Celsius", "21 °C"))
    assert result.returncode == 1
    assert "lake.rst:4:15: temperature 20 °C → 21 °C (claim 'water') [claim-changed]\n" in result.stdout


@pytest.mark.parametrize("written", ["19–20 degrees Celsius", "19 to 20 °C"])
def test_a_value_of_the_new_kind_may_be_listed(newsdesk: Newsdesk, written: str) -> None:
    spec = SPEC.replace("says: The water was 20 °C.", "facts: [water, {value: 19-20 °C}]")
    assert newsdesk.check(article=ARTICLE.replace("20 degrees Celsius", written), spec=spec).returncode == 0
    result = newsdesk.check(article=ARTICLE.replace("20 degrees Celsius", "19 to 21 °C"), spec=spec)
    assert result.returncode == 1
    assert "it has '19 to 21 °C' (claim 'water') [claim-changed]" in result.stdout


def test_a_value_of_the_new_kind_is_looked_for_in_sources(newsdesk: Newsdesk) -> None:
    newsdesk.write("lake.txt", SOURCE.replace("20", "22"))
    assert (
        "temperature '20 degrees Celsius' of claim 'water' is not in [1] [number-not-in-source]"
        in newsdesk.check().stdout
    )


# An article, the claim in its spec, and the messages about that claim.
FOREIGN_FACTS = {
    # nothing happens
    "near value": ("The lake was about 20 °C.", "facts: [lake, {value: 20.2 °C}]", []),
    "another style": ("HMS Rook met HMS Wren at 20 °C.", "says: HMS Rook met HMS Wren at 20 degrees Celsius.", []),
    "part of a listed name": ("The crew left HMS Rook.", "facts: [crew, Rook]", []),
    "feast of the listed day": ("The mill closed on Christmas Day.", "facts: [mill, {date: 2026-12-25}]", []),
    "feast in the source": ("The mill closed on Christmas Day [1].", "says: The mill closed on Christmas Day.", []),
    "vessel in the source": ("The crew left HMS Heron [1].", "says: The crew left HMS Heron.", []),
    "bounded otherwise": (
        "The mill in Lund has 300 workers. The mill in Lund has a ballpark 400 workers.",
        "says: The mill in Lund has 300 workers.",
        [],
    ),
    # it does
    "unit": ("The lake was 20 °F.", "says: The lake was 20 °C.", ["unit 20 °C → 20 °F"]),
    "heading": (
        "The lake was 20 °C\n\nThe lake was 21 °C at noon.",
        "says: The lake was 20 °C",
        ["temperature 20 °C → 21 °C"],
    ),
    "exchanged": (
        "HMS Rook beat HMS Wren.",
        "says: HMS Wren beat HMS Rook.",
        ["vessel HMS Wren … HMS Rook → HMS Rook … HMS Wren"],
    ),
    "bound": (
        "The mill in Lund has a ballpark 300 workers.",
        "says: 300 workers",
        ["precision added: ballpark"],
    ),
    "another feast": (
        "The mill closed on Boxing Day.",
        "facts: [mill, {date: 2026-12-25}]",
        ["no '2026-12-25' in the sentence with 'mill'; it has 'Boxing Day', read as 2026-12-26"],
    ),
    "vessel not in the source": (
        "The crew left HMS Wren [1].",
        "says: The crew left HMS Wren.",
        ["warning: vessel 'HMS Wren' of claim 'c' is not in [1]"],
    ),
}


def test_facts_of_new_kinds_are_treated_as_ours_are(newsdesk: Newsdesk) -> None:
    newsdesk.write("1.txt", "The crew of the Heron was ashore on Christmas Day.\n")
    head = "factspec: 1\npublished: 2026-12-28\nsources: [{id: 1, text: ../1.txt}]\n"
    for number, (article, claim, _) in enumerate(FOREIGN_FACTS.values(), start=10):
        newsdesk.write(f"{number}.txt", f"{article}\n")
        written = f"{head}article: ../{number}.txt\nclaims: [{{id: c, {claim}}}]\n"
        newsdesk.write(f"specs/{number}.factspec.yaml", written.replace("[1]", ""))
    lines = newsdesk.run("factspec", "check").stdout.splitlines()
    found = {
        name: [
            re.sub(r"\d+\.txt:\d+:\d+: (.*?)(?: \(claim 'c'\))? \[[a-z-]+\]", r"\1", line)
            for line in lines
            if line.startswith(f"{number}.txt:") and "claim 'c'" in line
        ]
        for number, name in enumerate(FOREIGN_FACTS, start=10)
    }
    assert found == {name: expected for name, (*_, expected) in FOREIGN_FACTS.items()}


def test_a_difference_of_a_new_kind_is_named_between_two_articles(newsdesk: Newsdesk) -> None:
    newsdesk.write("old.txt", "The lake was 20 °C at noon.\n")
    newsdesk.write("new.txt", "The lake was 21 °C at noon.\n")
    assert "temperature 20 °C → 21 °C" in newsdesk.run("factspec", "diff", "old.txt", "new.txt").stdout


def test_the_new_rule_finds_what_nobody_waived(newsdesk: Newsdesk) -> None:
    result = newsdesk.check(spec=SPEC.partition("waivers:")[0])
    assert result.returncode == 1
    assert "lake.rst:4:43: a zeppelin [no-zeppelin]\n" in result.stdout
    explained = newsdesk.run("factspec", "explain", "no-zeppelin").stdout
    assert explained.startswith("no-zeppelin (text, error by default)\n\nThe article is searched for the word zeppelin")


def test_the_new_style_is_read_where_it_is_declared(newsdesk: Newsdesk) -> None:
    article = ARTICLE.replace("[1]", "{1}").replace("[2]", "{2}")
    assert newsdesk.check(article=article, spec=SPEC + "citations: braces\n").returncode == 0
    undeclared = newsdesk.check(article=article)
    assert undeclared.returncode == 1
    assert "[citation-mismatch]" in undeclared.stdout


def test_the_new_report_is_listed_and_printed(newsdesk: Newsdesk) -> None:
    assert newsdesk.check(spec=SPEC.partition("waivers:")[0]).returncode == 1
    assert newsdesk.run("factspec", "check", "--format", "count").stdout == "2 findings\n"
    assert newsdesk.run("factspec", "check", "-q", "--output", "a.count").returncode == 1
    assert (newsdesk.root / "a.count").read_text(encoding="utf-8") == "2 findings\n"
    listed = ",".join(sorted(["count", *FORMS]))
    assert f"{{{listed}}}" in newsdesk.run("factspec", "check", "--help").stdout


def test_a_suffix_that_two_forms_have_chooses_none(newsdesk: Newsdesk) -> None:
    assert newsdesk.check().returncode == 0
    file = newsdesk.site / "newsdesk/count.py"
    file.write_text(file.read_text(encoding="utf-8").replace(".count", ".json"), encoding="utf-8")
    refused = newsdesk.run("factspec", "check", "--output", "a.json")
    assert "the report a.json may be count or json: write FORMAT=FILE" in refused.stderr
    assert refused.returncode == 2


def test_the_new_command_is_listed_and_carried_out(newsdesk: Newsdesk) -> None:
    newsdesk.write("lake.rst", ARTICLE)
    assert newsdesk.run("factspec", "blocks", "lake.rst").stdout == "2 blocks\n"
    assert "count the blocks of an article" in newsdesk.run("factspec", "--help").stdout


def test_pytest_judges_as_the_command_line_does(newsdesk: Newsdesk) -> None:
    assert newsdesk.check(article=ARTICLE.replace("20 degrees Celsius", "21 °C")).returncode == 1
    result = newsdesk.run("pytest", "specs", "-p", "no:cacheprovider")
    assert result.returncode == 1
    assert "temperature 20 °C → 21 °C (claim 'water') [claim-changed]" in result.stdout


# -- entries that cannot be used

_RAISES: Callable[[str], str] = "raise ValueError('not today')\n".__add__


def _without(member: str) -> Callable[[str], str]:
    return lambda module: module.replace(f"def {member}(", "def _other(").replace(f"\n{member} = ", "\n_OTHER = ")


BROKEN = [
    pytest.param(module, change, what, id=f"{module} {what.split(':')[0]}")
    for module, change, what in (
        *(
            (module, _RAISES, "cannot be imported: ValueError: not today")
            for module in ("blocks", "rest", "temperature")
        ),
        ("no_zeppelin", _without("SEVERITY"), "does not have SEVERITY; every Check must have FAMILY, SEVERITY"),
        ("blocks", _without("HELP"), "does not have HELP; every Command must have HELP, add_arguments, run"),
        ("rest", _without("STYLES"), "does not have STYLES; every Format must have STYLES, SUFFIXES, read"),
        ("count", _without("render"), "does not have render; every Form must have render"),
        ("temperature", _without("agree"), "does not have agree; every FactKind must have KIND, RANK, agree, find"),
        ("braces", _without("find"), "does not have find; every MarkerStyle must have find"),
    )
]


def broken(newsdesk: Newsdesk, module: str, change: Callable[[str], str]) -> str:
    """Change a module of the distribution, and give the name of its entry in errors."""
    file = newsdesk.site / "newsdesk" / f"{module}.py"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    [(group, name)] = [(group, name) for group, (name, of) in ENTRIES.items() if of == module]
    newsdesk.write("lake.rst", ARTICLE)
    newsdesk.write("specs/lake.factspec.yaml", SPEC + "citations: [braces, numbered]\n")
    return f"the entry point `{name} = newsdesk.{module}` of newsdesk 1.0 in the group {group}"


@pytest.mark.parametrize("module, change, what", BROKEN)
def test_an_entry_that_cannot_be_used_is_one_error(
    newsdesk: Newsdesk, module: str, change: Callable[[str], str], what: str
) -> None:
    entry = broken(newsdesk, module, change)
    command = {"blocks": ("--help",), "count": ("check", "--format", "count")}.get(module, ("check",))
    result = newsdesk.run("factspec", *command)
    assert result.stderr == f"factspec: {entry} {what}; correct it, or uninstall the distribution\n"
    assert result.returncode == 2
    assert not result.stdout


@pytest.mark.parametrize("module", ["rest", "temperature"])
def test_an_entry_that_cannot_be_used_ends_pytest(newsdesk: Newsdesk, module: str) -> None:
    entry = broken(newsdesk, module, _RAISES)
    result = newsdesk.run("pytest", "specs", "-p", "no:cacheprovider")
    assert result.returncode == 2
    assert f"factspec: {entry} cannot be imported: ValueError: not today" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_an_entry_that_cannot_be_used_ends_pytest_without_a_spec(newsdesk: Newsdesk) -> None:
    entry = broken(newsdesk, "rest", _RAISES)
    (newsdesk.root / "specs/lake.factspec.yaml").unlink()
    newsdesk.write("pyproject.toml", "[tool.factspec]\narticles = ['*.rst']\n")
    result = newsdesk.run("pytest", "-p", "no:cacheprovider")
    assert result.returncode == 2
    assert f"factspec: {entry} cannot be imported: ValueError: not today" in result.stdout + result.stderr
    assert "INTERNALERROR" not in result.stdout + result.stderr


# -- two entries with one name

_TAKEN = {
    "factspec.checks": "claim-missing",
    "factspec.commands": "check",
    "factspec.formats": "html",
    "factspec.forms": "json",
    "factspec.kinds": "number",
    "factspec.markers": "numbered",
}
_READS_ALL = """\
from factspec import registry
for package in registry.GROUPS:
    try:
        registry.names(package)
    except registry.EntryError as error:
        print(error)
"""


def install(newsdesk: Newsdesk, points: dict[str, str]) -> None:
    """Install a second distribution with an entry point of this name in each of these groups."""
    info = newsdesk.site / "tabloid-2.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tabloid\nVersion: 2.0\n", encoding="utf-8")
    lines = "\n".join(f"[{group}]\n{name} = tabloid\n" for group, name in points.items())
    (info / "entry_points.txt").write_text(lines, encoding="utf-8")
    newsdesk.write("lake.rst", ARTICLE)
    newsdesk.write("specs/lake.factspec.yaml", SPEC)


def ours(group: str) -> str:
    return (
        f"the entry point `{_TAKEN[group]} = tabloid` of tabloid 2.0 in the group {group} has the name of an entry of "
        "factspec itself; rename it, or uninstall the distribution\n"
    )


def another(group: str) -> str:
    name, module = ENTRIES[group]
    return (
        f"the entry point `{name} = tabloid` of tabloid 2.0 in the group {group} has the name of `{name} = "
        f"newsdesk.{module}` of newsdesk 1.0; rename one of the two, or uninstall its distribution\n"
    )


@pytest.mark.parametrize(
    "points, message",
    [
        pytest.param(_TAKEN, ours, id="of ours"),
        pytest.param({group: name for group, (name, _) in ENTRIES.items()}, another, id="of another distribution"),
    ],
)
def test_no_two_entries_of_a_registry_have_one_name(
    newsdesk: Newsdesk, points: dict[str, str], message: Callable[[str], str]
) -> None:
    install(newsdesk, points)
    newsdesk.write("read.py", _READS_ALL)
    assert newsdesk.run("read").stdout == "".join(map(message, registry.GROUPS.values()))


def test_a_rule_that_two_distributions_add_is_one_error(newsdesk: Newsdesk) -> None:
    install(newsdesk, {"factspec.checks": "no_zeppelin"})
    result = newsdesk.run("factspec", "check")
    entry = "the entry point `no_zeppelin = tabloid` of tabloid 2.0 in the group factspec.checks"
    other = "`no-zeppelin = newsdesk.no_zeppelin` of newsdesk 1.0"
    assert result.stderr == (
        f"factspec: {entry} has the name of {other}; rename one of the two, or uninstall its distribution\n"
    )
    assert result.returncode == 2
    assert not result.stdout


def test_an_entry_with_a_name_of_ours_ends_pytest(newsdesk: Newsdesk) -> None:
    install(newsdesk, {"factspec.kinds": "number"})
    result = newsdesk.run("pytest", "specs", "-p", "no:cacheprovider")
    assert result.returncode == 2
    assert f"factspec: {ours('factspec.kinds')}" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_a_distribution_that_is_installed_twice_is_one(newsdesk: Newsdesk, tmp_path: Path) -> None:
    copytree(newsdesk.site, tmp_path / "twice")
    both = Newsdesk(newsdesk.root, Path(f"{newsdesk.site}{os.pathsep}{tmp_path / 'twice'}"))
    assert both.check().returncode == 0
