"""Make the JSON schema (draft-07) by which a validator explains what is wrong with a spec, from the table of keys.

It uses `if`/`then`/`else` instead of `anyOf`, so that every error names one fault.
"""

from typing import Any

from factspec.specs.keys import Choice, Keyed, Kind, Many, Text

SCALAR = ("string", "number", "boolean", "null")
"""The types of JSON that a text of YAML may have: a program may read `1` or `no` as a number or a truth value."""


def bare_schema(kind: Kind) -> dict[str, Any]:
    """The schema of a kind for a validator, without descriptions and without references, which are slow."""
    match kind:
        case Text():
            return {"title": kind.title, "type": list(kind.types or SCALAR), **kind.numbers, **_form(kind)}
        case Many():
            limits = {"minItems": kind.least, "maxItems": kind.most}
            return {"title": kind.title, "type": "array", **with_values(limits), "items": bare_schema(kind.item)}
        case Keyed():
            return _mapping(kind)
        case Choice():
            test = {"type": "array" if isinstance(kind.first, Many) else "object"}
            first, otherwise = bare_schema(kind.first), bare_schema(kind.otherwise)
            return {"title": kind.title, "if": test, "then": first, "else": otherwise}


def _form(kind: Text) -> dict[str, Any]:
    return {"enum": [*kind.values, *kind.words]} if kind.words else with_values({"pattern": kind.pattern})


def _mapping(kind: Keyed) -> dict[str, Any]:
    schema: dict[str, Any] = {"title": kind.title, "type": "object"}
    if kind.keys:
        schema["properties"] = {name: bare_schema(row.kind) for name, row in kind.keys.items()}
    schema |= with_values({"required": list(kind.required)})
    if kind.values:
        schema["additionalProperties"] = bare_schema(kind.values)
    elif not kind.open:
        schema["additionalProperties"] = False
    one_of = [{"required": [key]} for key in kind.one_of]
    needs = {key: [other] for key, other in kind.needs.items()}
    return schema | with_values({"minProperties": kind.least, "oneOf": one_of, "dependencies": needs})


def with_values(keywords: dict[str, Any]) -> dict[str, Any]:
    """The keywords with a value."""
    return {keyword: value for keyword, value in keywords.items() if value}
