"""Projects to measure: articles of a thousand words with specs of twenty claims, all made here."""

import random
from pathlib import Path

_SUBJECTS = ("The council|The harbour board|The ministry|The museum|The ferry company|A court in Lund|The union").split(
    "|"
)
_VERBS = "approved|delayed|published|rejected|financed|reviewed|announced|visited|closed|extended".split("|")
_OBJECTS = (
    "the northern dock|a plan for cheaper tickets|the annual report|the new timetable|a bridge over the inlet|"
    "the repair of the old lock|a loan for the shipyard|the list of protected buildings|the winter schedule"
).split("|")
_TIMES = (
    "on Monday|on Tuesday|in March|last week|after a long debate|before the holidays|in 2025|for two years"
).split("|")
_REASONS = (
    "because the costs had risen by {n} per cent|after {n} residents had signed a petition|"
    "and set aside {n} million crowns for it|although {n} members voted against it|while {n} ships lay at anchor"
).split("|")


def sentences(count: int, seed: int) -> list[str]:
    """Sentences of about seventeen words, no two alike."""
    chance = random.Random(seed)
    made: dict[str, None] = {}
    while len(made) < count:
        reason = chance.choice(_REASONS).format(n=chance.randrange(3, 990))
        case = f"under file {len(made) + 100}"
        parts = (_SUBJECTS, _VERBS, _OBJECTS, (case,), _TIMES, (reason,))
        made[" ".join(chance.choice(part) for part in parts)] = None
    return list(made)


def article(lines: list[str]) -> str:
    """A text article of these sentences, each cited, in paragraphs of five."""
    cited = [f"{line} [{number % 3 + 1}]." for number, line in enumerate(lines)]
    return "\n\n".join(" ".join(cited[at : at + 5]) for at in range(0, len(cited), 5)) + "\n"


def spec(name: str, lines: list[str], claims: int) -> str:
    """A spec that approves the first of these sentences, all of them or a part, and the sources they cite."""
    head = f"factspec: 1\narticle: ../articles/{name}.txt\nsources: [1, 2, 3]\nclaims:\n"
    return head + "".join(
        f"  - id: claim-{number}\n    says: {line if number % 2 else _first_part(line)}\n"
        f"    cites: [{number % 3 + 1}]\n"
        for number, line in enumerate(lines[:claims])
    )


def _first_part(line: str) -> str:
    words = line.split()
    return " ".join(words[: words.index("file") + 2])


def make_project(root: Path, specs: int, claims: int = 20, count: int = 46) -> None:
    """A project of so many specs, each with its article of about a thousand words; every claim is as approved."""
    (root / "specs").mkdir(parents=True)
    (root / "articles").mkdir()
    (root / "pyproject.toml").write_text("[tool.factspec]\n", encoding="utf-8")
    for number in range(specs):
        lines = sentences(count, number)
        name = f"a{number}"
        (root / "articles" / f"{name}.txt").write_text(article(lines), encoding="utf-8")
        (root / "specs" / f"{name}.factspec.yaml").write_text(spec(name, lines, claims), encoding="utf-8")


ITEMS_OF_A_SPEC = 23
"""How many items pytest collects from a spec of `make_project`: one a claim, and three for families of rules."""

_CONFTEST = """\
import pytest


def pytest_collect_file(file_path, parent):
    if file_path.suffix == ".yaml":
        return Empty.from_parent(parent, path=file_path)


class Empty(pytest.File):
    def collect(self):
        for number in range(ITEMS):
            yield Item.from_parent(self, name=f"item-{number}")


class Item(pytest.Item):
    def runtest(self):
        pass
"""


def make_empty_items(root: Path, files: int, each: int = 20) -> None:
    """YAML files, in a folder as specs are, that a conftest of a few lines collects as so many empty items each."""
    (root / "specs").mkdir(parents=True)
    (root / "conftest.py").write_text(_CONFTEST.replace("ITEMS", str(each)), encoding="utf-8")
    for number in range(files):
        (root / "specs" / f"f{number}.yaml").write_text("a: 1\n", encoding="utf-8")


def make_empty_test(root: Path) -> None:
    """One test that does nothing."""
    root.mkdir(parents=True)
    (root / "test_empty.py").write_text("def test_empty():\n    pass\n", encoding="utf-8")
