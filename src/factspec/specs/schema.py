"""The schema of a spec: one draft-07 file for the editor and the loader."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pkgutil import get_data
from typing import Any

from factspec.specs.names import Vocabulary
from factspec.specs.nodes import Node, Problem


@cache
def schema_bytes() -> bytes:
    """The schema file as it is."""
    return get_data("factspec.specs", "spec.schema.json") or b""


def problems(root: Node) -> Iterator[Problem]:
    """Where a spec differs from the schema, in no order; the validator is loaded at the first spec that needs it."""
    from factspec.specs.validation import problems

    return problems(root)


@cache
def spec_keys() -> frozenset[str]:
    """The keys of a spec itself."""
    return frozenset(json.loads(schema_bytes())["properties"])


@cache
def item_keys() -> dict[str, frozenset[str]]:
    """The keys that an item has of each list of a spec, by the key of the list."""
    schema = json.loads(schema_bytes())
    definitions = schema["definitions"]
    items = {key: value.get("then", value).get("items", {}) for key, value in schema["properties"].items()}
    found = {key: definitions[item["$ref"].rpartition("/")[2]] for key, item in items.items() if "$ref" in item}
    return {key: frozenset(item.get("then", item)["properties"]) for key, item in found.items()}


def complete_schema(known: Vocabulary) -> dict[str, Any]:
    """The schema for an editor: with the names of styles, rules and formats that the installed modules make known."""
    schema: dict[str, Any] = json.loads(schema_bytes())
    definitions = schema["definitions"]
    _name(definitions["style"], known.styles)
    _name(definitions["rendition"]["then"]["properties"]["format"], known.formats)
    definitions["rendition"]["then"]["properties"]["format"].pop("$ref", None)
    _name(definitions["waiver"]["properties"]["rule"], known.waivable)
    schema["properties"]["rules"]["propertyNames"] = {"enum": sorted(known.rules)}
    # `none` is no style, but stands where one may.
    style = {"enum": ["none", *sorted(known.styles)], "title": definitions["style"]["title"]}
    definitions["citations"]["else"] = {
        "if": {"type": "array"},
        "then": {"$ref": "#/definitions/styles"},
        "else": style,
    }
    return schema


def _name(target: dict[str, Any], names: Iterable[str]) -> None:
    target.pop("pattern", None)
    target.pop("examples", None)
    target["enum"] = sorted(names)
