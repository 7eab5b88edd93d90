"""The tables of the docs: they name each key of the spec, the policy and the JSON, and none that is not there."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from factspec.cli.main import main
from factspec.specs.names import vocabulary
from factspec.specs.policy import PolicyError, parse_policy

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "src/factspec/specs/spec.schema.json").read_text(encoding="utf-8"))


def keys_of(page: str, start: str, end: str) -> set[str]:
    """The keys in the tables of a page that begin with `| key |`, between two lines."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    part = text[text.index(start) :]
    part = part[: part.index(end, len(start))] if end else part
    tables = re.findall(r"^\| key \| value \|\n\|---\|---\|\n((?:\|.*\n)+)", part, re.MULTILINE)
    return {key for table in tables for key in re.findall(r"^\| `([A-Za-z_0-9-]+)` \|", table, re.MULTILINE)}


def properties(*names: str) -> set[str]:
    found = [SCHEMA if not name else SCHEMA["definitions"][name] for name in names]
    return {key for one in found for key in one.get("properties", one.get("then", {}).get("properties", {}))}


@pytest.mark.parametrize(
    ("start", "end", "names"),
    [
        pytest.param("## The whole", "\n## ", [""], id="the whole"),
        pytest.param("## `article`", "\n## ", ["rendition"], id="article"),
        pytest.param("## `citations`", "\n## ", ["citations"], id="citations"),
        pytest.param("## `claims`", "\n## ", ["claim", "fact", "evidence"], id="claims"),
        pytest.param("## `forbidden`", "\n## ", ["forbidden"], id="forbidden"),
        pytest.param("## `waivers`", "\n## ", ["waiver"], id="waivers"),
    ],
)
def test_the_tables_name_the_keys_of_the_schema(start: str, end: str, names: list[str]) -> None:
    assert keys_of("spec.md", start, end) == properties(*names)


def test_the_table_of_sources_names_all_that_is_not_of_csl() -> None:
    ours = keys_of("spec.md", "## `sources`", "\n## ")
    others = SCHEMA["definitions"]["source"]["then"]["properties"].items()

    assert ours <= properties("source")
    assert {
        key
        for key, value in others
        if not value.get("$ref", "").startswith("#/definitions/csl-") and not value["description"].startswith("CSL")
    } == ours


def test_the_forms_of_cites_are_those_of_the_schema() -> None:
    text = (ROOT / "docs" / "spec.md").read_text(encoding="utf-8")
    mapping = SCHEMA["definitions"]["claim"]["properties"]["cites"]["else"]["properties"]

    assert set(re.findall(r"^\| `\{([a-z_]+):", text, re.MULTILINE)) >= set(mapping)


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


def test_the_keys_of_the_json_are_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    main(["check", "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    text = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")
    part = text[text.index("## Without pytest") :]

    assert keys_of("gate.md", "## Without pytest", "\n## ") == set(printed)
    for key in ("articles", "sources", "claims", "findings", "waivers"):
        [row] = re.findall(rf"^\| `{key}` \| (.*) \|$", part, re.MULTILINE)
        assert re.findall(r"`([a-z_0-9]+)`", row) == list(printed[key][0]), key
