"""The validators made of the schema: of a spec, and of a CSL-JSON file that specs share."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft7Validator

from factspec.spec.schema import schema_bytes
from factspec.spec.sources import OWN


@cache
def spec_validator() -> Draft7Validator:
    """That of a whole spec."""
    schema = json.loads(schema_bytes())
    return Draft7Validator(_inlined(schema, schema.pop("definitions")))


@cache
def csl_validator() -> Draft7Validator:
    """CSL's own rules for a list of items: every item has a type, and factspec's keys stand in `custom`."""
    definitions = json.loads(schema_bytes())["definitions"]
    item = _inlined(definitions["source"]["then"], definitions)
    own = {key: item["properties"].pop(key) for key in sorted(OWN)}
    added = {"title": "factspec's part of a source", "type": "object", "properties": own, "additionalProperties": False}
    item["properties"]["custom"]["properties"] = {"factspec": added}
    item["required"] = ["id", "type"]
    return Draft7Validator({"title": "a list of CSL items", "type": "array", "items": item})


def _inlined(schema: Any, definitions: dict[str, Any]) -> Any:
    """A schema with its references replaced by what they refer to: looking them up is most of a validator's time."""
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return _inlined(definitions[reference.rpartition("/")[2]], definitions)
    return {key: _inlined(value, definitions) for key, value in schema.items()}
