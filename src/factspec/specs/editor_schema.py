"""Make the JSON schema of a spec (draft-07) for editors from the table of keys.

It is written for yaml-language-server, which VS Code and most other editors use. What is particular about that server:

* It completes and explains the keys of a mapping whose `properties` apply whatever is typed so far. So what may be a
  list, a mapping or a text is one schema with the keywords of all three, each of which judges values of its own type.
* In empty braces after a key it offers nothing from `properties`, but the names in `propertyNames`.
* After a key it offers what `enum` lists in the value's own schema and in its `oneOf`, but not in `if`.
* It writes a key with its colon only if the value's own schema has a type, an example or an `anyOf`.
* `errorMessage` replaces its words for `type`, `enum`, `required` and a property that is `false`, and
  `patternErrorMessage` those for `pattern`. For `minItems`, `minProperties`, `dependencies` and `not` it has no other
  words than its own; so these are conditions here, and something that never fits says what is wrong.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factspec.specs.keys import SPEC, Choice, Key, Keyed, Kind, Many, Text
from factspec.specs.names import Vocabulary, listed
from factspec.specs.nodes import plain_value
from factspec.specs.schema import SCALAR, with_values
from factspec.specs.yaml import compose

# The keywords with lists of keys and definitions.
_LISTS = ("properties", "definitions")
_EMPTY_BRACES = {"type": "object", "maxProperties": 0}
# Every value fits.
_WITH_COLON: Mapping[str, Any] = {"anyOf": [{}]}
# More words than these are not listed in a message.
_MANY = 8

Schema = dict[str, Any]


def editor_schema(known: Vocabulary | None = None, meanings: Mapping[str, str] | None = None) -> Schema:
    """The schema for an editor.

    With `known`, it allows only these names of styles, rules and formats; `meanings` says in a sentence what each is.
    """
    definitions: Schema = {}
    root = _Writer(known, meanings or {}, definitions).kind(SPEC._replace(name=""))
    about = "A factspec spec, version 1: the claims a checker approved in an article, and the sources each must cite."
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "description": about}
    return {**head, **root, "definitions": dict(sorted(definitions.items()))}


def schema_text(known: Vocabulary | None = None, meanings: Mapping[str, str] | None = None) -> str:
    """The schema for an editor as JSON, with each key on its own line."""
    return _lines(editor_schema(known, meanings)) + "\n"


def _lines(schema: Schema, indent: str = "") -> str:
    """A schema on one line, followed by one line for each key and each definition."""
    head = {word: value for word, value in schema.items() if word not in _LISTS}
    parts = [json.dumps(head, ensure_ascii=False)[1:-1]] if head else []
    for word in (word for word in _LISTS if word in schema):
        rows = ",\n".join(f'{indent}  "{key}": {_row_text(row, indent + "  ")}' for key, row in schema[word].items())
        parts.append(f'"{word}": {{\n{rows}\n{indent}}}')
    return "{" + ", ".join(parts) + "}"


def _row_text(row: Schema | bool, indent: str) -> str:
    return _lines(row, indent) if isinstance(row, dict) else json.dumps(row)


class _Writer:
    """Writes schemas with the known names and what they mean; named kinds are collected in `definitions`."""

    def __init__(self, known: Vocabulary | None, meanings: Mapping[str, str], definitions: Schema) -> None:
        self.known = known
        self.meanings = meanings
        self.definitions = definitions

    def kind(self, kind: Kind) -> Schema:
        """The schema of a kind, or a reference to its definition."""
        if not kind.name:
            return self._whole(kind)
        if kind.name not in self.definitions:
            self.definitions[kind.name] = {}  # keeps its place in the order
            whole = self._whole(kind)
            self.definitions[kind.name] = whole if "type" in whole else {**whole, **_WITH_COLON}
        return {"$ref": f"#/definitions/{kind.name}"}

    def _whole(self, kind: Kind) -> Schema:
        match kind:
            case Text():
                return {"title": kind.title, **self._text(kind)}
            case Many():
                return {"title": kind.title, "type": "array", **_should(kind.title), **self._list(kind)}
            case Keyed(values=Text() as severity):
                return self._rules(kind, severity)
            case Keyed():
                demands = _demands([*_content(kind), *_needed(kind), *_not_empty(kind)])
                return {"title": kind.title, "type": "object", **self._mapping(kind), **demands}
            case Choice():
                return self._choice(kind)

    # Each of the three judges only values of its own type.

    def _text(self, kind: Text) -> Schema:
        accepted = self._accepted(kind)
        if not accepted:
            demand = _typed(kind.types or SCALAR, kind.title)
            return {**kind.numbers, **_patterned(kind.editors_pattern or kind.pattern, kind.title), **demand}
        offered = self._offered(kind)
        if len(offered["enum"]) == len(accepted):
            return {**offered, **_should(_listed(kind.title, accepted))}
        wanted: Schema = {**offered, **_should(kind.title)}
        for other in (one for one in accepted if one not in offered["enum"]):
            wanted = {"if": {"const": other}, "else": wanted}  # what is in `enum` would be listed
        return {**_offering(offered), **wanted}

    def _list(self, kind: Many) -> Schema:
        items = with_values({"items": self.kind(kind.item), "maxItems": kind.most})
        return {**items, **_demands(_not_empty(kind))}

    def _mapping(self, kind: Keyed) -> Schema:
        rows = {name: self._row(row) for name, row in kind.keys.items()}
        schema = with_values({"properties": rows, "required": list(kind.required)})
        return schema if kind.open else {**schema, "additionalProperties": False}

    def _rules(self, kind: Keyed, severity: Text) -> Schema:
        """A mapping of rules to severities."""
        if not self.known:
            return {"title": kind.title, "type": "object", "additionalProperties": self.kind(severity)}
        said = {code: self.meanings.get(code, "") for code in sorted(self.known.rules)}
        row = {**self.kind(severity), **_WITH_COLON}
        rows = {code: {**row, **with_values({"description": meaning})} for code, meaning in said.items()}
        unknown = {"errorMessage": "There is no rule of this name: `factspec explain` lists them."}
        flat = {"properties": rows, "additionalProperties": False, **unknown, "allOf": [_typed(["object"], kind.title)]}
        return {"title": kind.title, "if": _EMPTY_BRACES, "then": _names(said), "else": flat}

    # A value of one kind or another.

    def _choice(self, kind: Choice) -> Schema:
        parts = tuple(_parts(kind))
        head = {"title": kind.title, **self._offers(parts)}
        types = [name for part in parts for name in self._types(part)]
        demands = [_typed(types, kind.title)] if set(types) < {*SCALAR, "array", "object"} else []
        flat: Schema = {}
        for part in parts:
            more = self._part(part)
            demands += more.pop("allOf", [])
            flat |= more
        mapping = next((part for part in parts if isinstance(part, Keyed)), None)
        flat |= with_values({"allOf": demands})
        return {**head, "if": _EMPTY_BRACES, "then": _opened(mapping), "else": flat} if mapping else {**head, **flat}

    def _part(self, kind: Text | Many | Keyed) -> Schema:
        """The keywords of one of several kinds, its demands all in `allOf`."""
        match kind:
            case Text():
                accepted = [str(one) for one in self._accepted(kind)]
                pattern = f"^({'|'.join(map(re.escape, accepted))})$" if accepted else kind.pattern
                return {**kind.numbers, **_patterned(pattern, _listed(kind.title, accepted))}
            case Many():
                items = with_values({"items": self.kind(kind.item), "maxItems": kind.most})
                return {**items, **with_values({"allOf": list(_not_empty(kind))})}
            case Keyed():
                return {**self._mapping(kind), **with_values({"allOf": [*_content(kind), *_needed(kind)]})}

    def _types(self, kind: Text | Many | Keyed) -> Sequence[str]:
        match kind:
            case Text():
                return ("string",) if self._accepted(kind) else kind.types or SCALAR
            case Many():
                return ("array",)
            case Keyed():
                return ("object",)

    def _offers(self, parts: Sequence[Text | Many | Keyed]) -> Schema:
        """What is offered for a value of several kinds: the words of those that have some."""
        return next(
            (_offering(self._offered(one)) for one in parts if isinstance(one, Text) and self._accepted(one)), {}
        )

    # Words.

    def _accepted(self, kind: Text) -> list[Any]:
        """All values that a text may have, if there are only some."""
        if kind.names:
            return [*kind.beside, *sorted(getattr(self.known, kind.names))] if self.known else []
        return [*kind.values, *kind.words]

    def _offered(self, kind: Text) -> Schema:
        """The values of a text to choose from, in the form in which they are usually written."""
        words = list(kind.values) if len(kind.values) == len(kind.words) > 0 else [*kind.words]
        words = words or self._accepted(kind)
        said = [self.meanings.get(str(word), "") for word in words]
        described = {"enumDescriptions": said, "markdownEnumDescriptions": said} if any(said) else {}
        return {"enum": words, **described}

    def _row(self, row: Key) -> Schema:
        schema = self.kind(row.kind)
        examples = [_as_read(plain_value(node))] if (node := compose(row.example)[0]) else []
        meaning = f"{row.meaning[:1].upper()}{row.meaning[1:]}."
        marked = meaning if "`" in meaning else ""
        about = {"description": meaning, **with_values({"markdownDescription": marked, "examples": examples})}
        return {"title": row.kind.title, **schema, **({} if "type" in schema else _WITH_COLON), **about}


def _as_read(example: Any) -> Any:
    """An example as an editor reads it: `1` is a number, and `true` a truth value."""
    if isinstance(example, dict):
        return {key: _as_read(value) for key, value in example.items()}
    if isinstance(example, list):
        return [_as_read(one) for one in example]
    return json.loads(example) if re.fullmatch("[1-9][0-9]*|true", example) else example


def _parts(kind: Kind) -> Iterator[Text | Many | Keyed]:
    """The kinds of which a value may be one."""
    if isinstance(kind, Choice):
        yield kind.first
        yield from _parts(kind.otherwise)
    else:
        yield kind


def _offering(enum: Schema) -> Schema:
    """Values that are offered, though others fit too."""
    return {"oneOf": [enum, {"not": {"enum": enum["enum"]}}]}


def _should(title: str) -> Schema:
    return {"errorMessage": f"This should be {title}."}


def _patterned(pattern: str, title: str) -> Schema:
    return {"pattern": pattern, "patternErrorMessage": f"This should be {title}."} if pattern else {}


def _typed(types: Sequence[str], title: str) -> Schema:
    """The demand for some types; directly in a value's schema they would offer `true`, `false` and `null` for it."""
    return {"if": {"type": list(types)}, "else": {"type": list(types), **_should(title)}}


def _listed(title: str, words: Sequence[Any]) -> str:
    """What is expected, with the words to choose from if the title does not name them."""
    named = all(str(word) in title for word in words)
    return title if named or len(words) > _MANY else f"{title}: {listed(map(str, words))}"


def _opened(kind: Keyed) -> Schema:
    """Braces that were just opened: the keys are offered, and what must be written is missing."""
    schema = _names({row.name: row.meaning for row in kind.keys.values()})
    demands = [_never(_write_one(kind))] if kind.least else []
    return {**schema, **with_values({"required": list(kind.required), "allOf": demands})}


def _names(meanings: Mapping[str, str]) -> Schema:
    """A mapping that may have these keys."""
    rows = "\n".join(f"* `{name}`: {meaning}" if meaning else f"* `{name}`" for name, meaning in meanings.items())
    names = {"enum": list(meanings), "description": rows, "markdownDescription": rows}
    return {"type": "object", "propertyNames": names}


def _write_one(kind: Keyed) -> str:
    return f"This is empty: write one of {listed(kind.keys)}."


def _never(message: str) -> Schema:
    """What no list and no mapping fits."""
    return {"type": "null", "errorMessage": message}


def _not_empty(kind: Many | Keyed) -> Iterator[Schema]:
    """The demand for a first item or key."""
    if kind.least and isinstance(kind, Keyed):
        yield {"if": _EMPTY_BRACES, "then": _never(_write_one(kind))}
    elif kind.least:
        yield {"if": {"type": "array", "maxItems": 0}, "then": _never("This list is empty: write at least one item.")}


def _content(kind: Keyed) -> Iterator[Schema]:
    """The demands for exactly one of some keys."""
    if not kind.one_of:
        return
    *others, last = kind.one_of
    missing: Schema = {
        "required": [last],
        "errorMessage": f"{_capital(kind.title)} needs one of {listed(kind.one_of)}.",
    }
    for key in reversed(others):
        missing = {"if": {"required": [key]}, "else": missing}
    yield missing
    message = f"{_capital(kind.title)} has only one of {listed(kind.one_of)}."
    for at, key in enumerate(others, 1):
        refused = {"properties": dict.fromkeys(kind.one_of[at:], False), "errorMessage": message}
        yield {"if": {"type": "object", "required": [key]}, "then": refused}


def _needed(kind: Keyed) -> Iterator[Schema]:
    """The demands for a key that another needs."""
    for key, other in kind.needs.items():
        without = {"required": [other], "errorMessage": f"`{key}` is only for {kind.title} with `{other}`."}
        yield {"if": {"type": "object", "required": [key]}, "then": without}


def _demands(demands: Iterator[Schema] | list[Schema]) -> Schema:
    return with_values({"allOf": list(demands)})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
