from collections.abc import Iterator
from typing import Any

from jsonschema import Draft7Validator

from factspec.specs.names import Vocabulary
from factspec.specs.schema import editor_schema

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


def _subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _subschemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _subschemas(value)


def test_the_schema_is_one_of_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_every_text_of_the_schema_takes_what_an_editor_makes_of_it() -> None:
    scalar = {"string", "number", "boolean", "null"}
    for schema in _subschemas(SCHEMA):
        if "pattern" in schema or "enum" in schema:
            assert set(schema["type"]) == scalar, schema
