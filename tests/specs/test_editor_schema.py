from collections.abc import Iterator

import pytest
from jsonschema import Draft7Validator

from factspec.specs.editor_schema import editor_schema
from factspec.specs.names import Vocabulary

SCHEMA = editor_schema()


def test_the_complete_schema_names_what_is_known(known: Vocabulary) -> None:
    validator = Draft7Validator(editor_schema(known))
    spec = {"factspec": 1, "article": {"file": "a", "format": "text"}, "citations": "none", "rules": {"uncited": "off"}}
    assert validator.is_valid(spec)
    assert validator.is_valid(spec | {"citations": {"style": ["links"]}})
    assert not validator.is_valid(spec | {"citations": "numberd"})
    assert not validator.is_valid(spec | {"citations": {"style": ["none"]}})
    assert not validator.is_valid(spec | {"rules": {"uncitd": "off"}})
    assert not validator.is_valid(spec | {"article": {"file": "a", "format": "txt"}})


def test_an_editors_values_are_valid_as_well() -> None:
    validator = Draft7Validator(SCHEMA)
    claim = {"id": "a", "facts": [1.1, False, None], "cites": {"all_of": [1], "at_least": 1}, "occurrence": 2}
    spec = {"factspec": 1, "article": "a", "sources": [1, None], "claims": [claim], "rules": {"uncited": False}}
    assert validator.is_valid(spec)
    assert not validator.is_valid(spec | {"claims": [claim | {"occurrence": 0}]})


def test_an_editor_reports_values_that_the_loader_refuses() -> None:
    validator = Draft7Validator(SCHEMA)
    claim = {"id": "a", "says": "b"}
    spec = {"factspec": 1, "article": "a", "claims": [claim]}
    assert validator.is_valid(spec | {"sources": "a.json", "published": "2026-05-20"})
    assert not validator.is_valid(spec | {"sources": 3})
    assert not validator.is_valid(spec | {"published": None})
    assert not validator.is_valid(spec | {"claims": [claim | {"cites": {"at_least": 2.5}}]})
    assert not validator.is_valid(spec | {"claims": [claim | {"occurrence": 1.5}]})


def test_the_schema_is_one_of_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("day", ["2026-13-01", "2026-00-10", "2026-05-32", "2026-5-1"])
def test_an_editor_reports_a_day_that_no_calendar_has(day: str) -> None:
    assert not Draft7Validator(SCHEMA).is_valid({"factspec": 1, "article": "a", "published": day})


def _rows(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Every key with its schema; a key that is refused has none."""
    if isinstance(schema, dict):
        yield from ((name, row) for name, row in schema.get("properties", {}).items() if row is not False)
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _rows(inner)


def test_every_key_says_what_it_is() -> None:
    for name, row in _rows(SCHEMA):
        assert row["title"], name
        assert str(row["description"]).endswith("."), name
        assert ("pattern" in row) == ("patternErrorMessage" in row), name
        assert "examples" in row or str(row["description"]).startswith("CSL"), name


def test_names_are_explained(known: Vocabulary) -> None:
    schema = editor_schema(known, {"uncited": "A sentence cites no source.", "numbered": "Numbers in brackets."})
    waiver = schema["properties"]["waivers"]["items"]["$ref"].rpartition("/")[2]
    rule = schema["definitions"][waiver]["properties"]["rule"]
    assert dict(zip(rule["enum"], rule["enumDescriptions"], strict=True))["uncited"] == "A sentence cites no source."
    rules = schema["properties"]["rules"]
    assert rules["else"]["properties"]["uncited"]["description"] == "A sentence cites no source."
    assert "* `uncited`: A sentence cites no source." in rules["then"]["propertyNames"]["description"]
