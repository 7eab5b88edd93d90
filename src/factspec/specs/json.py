"""Read JSON (RFC 8259) as nodes with places, so that it is checked like a spec; scalars stay as written."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from factspec.language.places import Lines, lines_of
from factspec.language.printing import printable
from factspec.specs.model import Mistake, mistake
from factspec.specs.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode

# A CSL item needs five levels.
_DEPTH = 32
_TOKEN = re.compile(
    r'[ \t\r\n]*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b|[][{},:]|\Z|.)', re.DOTALL
)
_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")


class _Token(NamedTuple):
    text: str
    line: int
    column: int


class NotJson(Exception):  # noqa: N818 -- no error of the program: what the author got wrong
    """The text is not JSON from this mistake on."""

    def __init__(self, mistake: Mistake) -> None:
        """Keep the mistake."""
        super().__init__(mistake.message)
        self.mistake = mistake


def json_nodes(text: str) -> tuple[Node, list[Mistake]]:
    """The nodes of a JSON text, and the keys that it has twice. Raises `NotJson` if it is not JSON."""
    reader = _Reader(text)
    node = reader.value(reader.next(), 0)
    rest = reader.next()
    if rest.text:
        raise _refused(rest, "the end of the file")
    return node, reader.mistakes


def _tokens(text: str, lines: Lines) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        yield _Token(match[1], *lines.place(match.start(1)))


def _refused(token: _Token, wanted: str) -> NotJson:
    what = f"`{printable(token.text, 40)}`" if token.text else "the end of the file"
    message = f"this is not JSON: {what} where {wanted} should be"
    return NotJson(mistake(token.line, token.column, message, "export the file again, or correct it there"))


class _Reader:
    """The state of one reading: the remaining tokens, and the mistakes so far."""

    def __init__(self, text: str) -> None:
        self.mistakes: list[Mistake] = []
        self._tokens = _tokens(text, lines_of(text))
        self._last = _Token("", 1, 1)

    def next(self) -> _Token:
        """The next token; at the end, an empty one each time."""
        self._last = next(self._tokens, self._last._replace(text=""))
        return self._last

    def value(self, token: _Token, depth: int) -> Node:
        """The value that begins with a token."""
        if depth > _DEPTH:
            raise NotJson(mistake(token.line, token.column, f"the JSON is deeper than {_DEPTH} levels"))
        if token.text == "[":
            return self._sequence(token, depth)
        return self._mapping(token, depth) if token.text == "{" else _scalar(token)

    def _sequence(self, opening: _Token, depth: int) -> SequenceNode:
        nodes: list[Node] = []
        token = self.next()
        while token.text != "]":
            nodes.append(self.value(token, depth + 1))
            token = self._after_item("]")
        return SequenceNode(nodes, opening.line, opening.column, flow=True)

    def _mapping(self, opening: _Token, depth: int) -> MappingNode:
        entries: dict[str, Entry] = {}
        token = self.next()
        while token.text != "}":
            if not token.text.startswith('"'):
                raise _refused(token, "a key in quotation marks")
            key = _scalar(token)
            colon = self.next()
            if colon.text != ":":
                raise _refused(colon, "`:`")
            if key.text in entries:
                message = (
                    f"duplicate key `{printable(key.text, 60)}`: it is already on line {entries[key.text].key.line}"
                )
                self.mistakes.append(mistake(key.line, key.column, message, "keep one of the two"))
            entries[key.text] = Entry(key, self.value(self.next(), depth + 1))
            token = self._after_item("}")
        return MappingNode(entries, opening.line, opening.column, flow=True)

    def _after_item(self, closing: str) -> _Token:
        """The closing token, or the first of the next item."""
        token = self.next()
        if token.text == closing:
            return token
        if token.text != ",":
            raise _refused(token, f"`,` or `{closing}`")
        token = self.next()
        if token.text == closing:
            raise _refused(token, "another item")
        return token


def _scalar(token: _Token) -> ScalarNode:
    if _PLAIN.fullmatch(token.text):
        return ScalarNode(token.text, token.line, token.column, plain=True)
    if len(token.text) < 2 or token.text[0] != '"':
        raise _refused(token, "a value")
    try:
        text = str(json.loads(token.text))
        text.encode()
    except ValueError as error:
        raise _refused(token, "a text of JSON") from error
    return ScalarNode(text, token.line, token.column, plain=False)
