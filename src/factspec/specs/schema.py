"""Make the JSON schema of a spec (draft-07) from the table of keys, for editors and to explain mistakes.

It uses `if`/`then`/`else` instead of `anyOf`, so that every error names one fault.
"""

import json
from typing import Any

from factspec.specs.keys import SPEC, Choice, Key, Keyed, Kind, Many, Text
from factspec.specs.names import Vocabulary
from factspec.specs.nodes import plain_value
from factspec.specs.yaml import compose

# The keywords with lists of keys and definitions.
_LISTS = ("properties", "definitions")
# An editor reads a text such as `1` or `no` as a number or a truth value.
_SCALAR = ["string", "number", "boolean", "null"]


def editor_schema(known: Vocabulary | None = None) -> dict[str, Any]:
    """The schema for an editor; with `known`, it allows only these names of styles, rules and formats."""
    definitions: dict[str, Any] = {}
    root = _Writer(known, definitions).kind(SPEC._replace(name=""))
    about = "A factspec spec, version 1: the claims a checker approved in an article, and the sources each must cite."
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "description": about}
    return {**head, **root, "definitions": dict(sorted(definitions.items()))}


def schema_text(known: Vocabulary | None = None) -> str:
    """The schema for an editor as JSON, with each key on its own line."""
    return _lines(editor_schema(known)) + "\n"


def _lines(schema: dict[str, Any], indent: str = "") -> str:
    """A schema on one line, followed by one line for each key and each definition."""
    head = {word: value for word, value in schema.items() if word not in _LISTS}
    parts = [json.dumps(head, ensure_ascii=False)[1:-1]]
    for word in (word for word in _LISTS if word in schema):
        rows = ",\n".join(f'{indent}  "{key}": {_lines(row, indent + "  ")}' for key, row in schema[word].items())
        parts.append(f'"{word}": {{\n{rows}\n{indent}}}')
    return "{" + ", ".join(parts) + "}"


def bare_schema(kind: Kind) -> dict[str, Any]:
    """The schema of a kind for a validator, without descriptions and without references, which are slow."""
    return _Writer(None, None).kind(kind)


class _Writer:
    """Writes schemas with the known names; `definitions` collects definitions, or is None to write them in place."""

    def __init__(self, known: Vocabulary | None, definitions: dict[str, Any] | None) -> None:
        self.known = known
        self.definitions = definitions

    def kind(self, kind: Kind) -> dict[str, Any]:
        """The schema of a kind, or a reference to its definition."""
        if self.definitions is None or not kind.name:
            return self._whole(kind)
        if kind.name not in self.definitions:
            self.definitions[kind.name] = {}  # keeps its place in the order
            self.definitions[kind.name] = self._whole(kind)
        return {"$ref": f"#/definitions/{kind.name}"}

    def _whole(self, kind: Kind) -> dict[str, Any]:
        match kind:
            case Text():
                return {"title": kind.title, "type": _SCALAR, **kind.numbers, **self._form(kind)}
            case Many():
                limits = {"minItems": kind.least, "maxItems": kind.most}
                items = self.kind(kind.item)
                return {"title": kind.title, "type": "array", **_set(limits), "items": items}
            case Keyed():
                return self._mapping(kind)
            case Choice():
                test = {"type": "array" if isinstance(kind.first, Many) else "object"}
                first, otherwise = self.kind(kind.first), self.kind(kind.otherwise)
                return {"title": kind.title, "if": test, "then": first, "else": otherwise}

    def _form(self, kind: Text) -> dict[str, Any]:
        if self.known and kind.names:
            return {"enum": [*kind.beside, *sorted(getattr(self.known, kind.names))]}
        if kind.words:
            return {"enum": [*kind.values, *kind.words]}
        error = f"This should be {kind.title}." if self.definitions is not None else ""
        return _set({"pattern": kind.pattern, "patternErrorMessage": error if kind.pattern else ""})

    def _mapping(self, kind: Keyed) -> dict[str, Any]:
        schema: dict[str, Any] = {"title": kind.title, "type": "object"}
        if kind.keys:
            schema["properties"] = {name: self._row(row) for name, row in kind.keys.items()}
        schema |= _set({"required": list(kind.required)})
        if kind.values:
            schema["additionalProperties"] = self.kind(kind.values)
            schema |= {"propertyNames": {"enum": sorted(self.known.rules)}} if self.known else {}
        elif not kind.open:
            schema["additionalProperties"] = False
        one_of = [{"required": [key]} for key in kind.one_of]
        needs = {key: [other] for key, other in kind.needs.items()}
        return schema | _set({"minProperties": kind.least, "oneOf": one_of, "dependencies": needs})

    def _row(self, row: Key) -> dict[str, Any]:
        schema = self.kind(row.kind)
        if self.definitions is None:
            return schema
        examples = [plain_value(node)] if (node := compose(row.example)[0]) else []
        meaning = f"{row.meaning[:1].upper()}{row.meaning[1:]}."
        return {"title": row.kind.title, **schema, "description": meaning, **_set({"examples": examples})}


def _set(keywords: dict[str, Any]) -> dict[str, Any]:
    """The keywords with a value."""
    return {keyword: value for keyword, value in keywords.items() if value}
