"""Tables of the docs that are written by hand: they name each key, and none that is not there."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from factspec.cli.main import main
from factspec.specs.names import vocabulary
from factspec.specs.policy import PolicyError, parse_policy

ROOT = Path(__file__).parents[1]


def keys_of(page: str, start: str, end: str) -> set[str]:
    """The keys in the tables of a page that begin with `| key |`, between two lines."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    part = text[text.index(start) :]
    part = part[: part.index(end, len(start))] if end else part
    tables = re.findall(r"^\| key \| value \|(?: example \|)?\n[-|]+\n((?:\|.*\n)+)", part, re.MULTILINE)
    return {key for table in tables for key in re.findall(r"^\| `([A-Za-z_0-9-]+)` \|", table, re.MULTILINE)}


def test_the_rules_that_can_be_waived_are_named() -> None:
    text = (ROOT / "docs" / "spec.md").read_text(encoding="utf-8")
    part = text[text.index("What can be waived") :]

    assert set(re.findall(r"`([a-z-]+)`", part[: part.index("A claim that is missing")])) == set(vocabulary().waivable)


def test_the_keys_of_the_policy_are_named() -> None:
    text = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")
    [table] = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    keys = keys_of("gate.md", "## The policy", "\n## ")

    assert keys == set(tomllib.loads(table)["tool"]["factspec"])
    with pytest.raises(PolicyError, match=r"unknown key `no`") as caught:
        parse_policy(b"[tool.factspec]\nno = 1\n")
    [mistake] = caught.value.mistakes
    assert set(re.findall(r"[a-z_]+", mistake.advice.partition(" has ")[2])) - {"and", "or"} == keys


def test_the_keys_of_the_json_are_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("articles", "specs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    with (tmp_path / "articles" / "summit.txt").open("a", encoding="utf-8") as article:
        article.write("\nA sentence that nobody approved.\n")
    monkeypatch.chdir(tmp_path)
    main(["check", "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    text = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")
    part = text[text.index("## Without pytest") :]

    assert keys_of("gate.md", "## Without pytest", "\n## ") == set(printed)
    for key in ("articles", "sources", "claims", "findings", "waivers"):
        [row] = re.findall(rf"^\| `{key}` \| (.*) \|$", part, re.MULTILINE)
        assert re.findall(r"`([a-z_0-9]+)`", row) == list(printed[key][0]), key
