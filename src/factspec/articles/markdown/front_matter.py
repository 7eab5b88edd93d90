"""The title and the description in the front matter of a Markdown text: YAML or TOML before the first line of prose."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from factspec.articles.draft import Drafting, Kind, Passage
from factspec.language.places import Span

_LINE_END = r"[ \t]*(?:\r\n|\r|\n)"
_CLOSED = r"[ \t]*(?=[\r\n]|\Z)"
# YAML between a first line `---` and the next one or `...`, TOML between two lines `+++`. A rule that begins a text is
# followed by prose or a blank line, front matter by a key, a comment or its end.
_FRONT_MATTER = (
    rf"---{_LINE_END}(?=---|\.\.\.|#|[ \t]*[\w.-]+[ \t]*:|\"[^\"\r\n]*\"[ \t]*:|'[^'\r\n]*'[ \t]*:)"
    rf"(?P<yaml>(?:(?!---|\.\.\.)[^\r\n]*+(?:\r\n|\r|\n))*+)(?:---|\.\.\.){_CLOSED}"
    rf"|\+\+\+{_LINE_END}(?P<toml>(?:(?!\+\+\+)[^\r\n]*+(?:\r\n|\r|\n))*+)\+\+\+{_CLOSED}"
)
_KEYS = ("title", "description")
# Front matter of real articles has a few kilobytes; what is longer is counted as not read.
_LONGEST = 100_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TOML_VALUE = r"\"{3}(?s:.*?)\"{3}|'{3}(?s:.*?)'{3}|\"(?:[^\"\\\r\n]|\\.)*+\"|[^#\r\n]*"


class _Value(NamedTuple):
    """The value of a key: its text, None if it is not text, and the source range it is written in."""

    key: str
    text: str | None
    source: Span


def read_front_matter(source: str, drafting: Drafting) -> int:
    """Read the title and description of a text as passages; return where the front matter ends, 0 without one."""
    front = re.match(_FRONT_MATTER, source) if source.startswith(("---", "+++")) else None
    if front is None:
        return 0
    kind = "yaml" if front["yaml"] is not None else "toml"
    if not any(key in front[kind] for key in _KEYS):
        return front.end()
    values = _values(kind, front[kind], front.start(kind))
    if values is None:
        drafting.skip("front matter", Span(0, 0))
    for value in values or ():
        if value.text is None:
            drafting.skip(f"{value.key} that is not text", value.source)
        else:
            drafting.add(_passage(source, value.text, value.source))
    return front.end()


def _values(kind: str, text: str, start: int) -> list[_Value] | None:
    """The values of the keys in front matter that begins at an offset of the source; None if it cannot be read."""
    if len(text) > _LONGEST:
        return None
    if kind == "toml":
        return _toml(text, start)
    import yaml

    try:
        return list(_yaml(text, start))
    except yaml.YAMLError:
        return None


def _yaml(text: str, start: int) -> Iterator[_Value]:
    """The values of the keys of the outermost mapping. Raises `YAMLError`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    # The key whose value comes next, None if a key does.
    key: str | None = None
    for event in yaml.parse(text, Loader=loader):
        if depth == 1 and not isinstance(event, yaml.CollectionEndEvent):
            if key in _KEYS:
                yield from _yaml_value(key, event, start)
            key = None if key is not None else str(getattr(event, "value", ""))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _yaml_value(key: str, event: Any, start: int) -> Iterator[_Value]:
    text = getattr(event, "value", None)
    if text is None or event.style or text not in _NULLS:
        yield _Value(key, text, Span(start + event.start_mark.index, start + event.end_mark.index))


def _toml(text: str, start: int) -> list[_Value] | None:
    """The values of the keys before the first table; the parser says what they are, their lines where."""
    import tomllib

    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    found: list[_Value] = []
    for key in [key for key in _KEYS if key in document]:
        line = re.search(rf"^[ \t]*[\"']?{key}[\"']?[ \t]*=[ \t]*({_TOML_VALUE})", text, re.MULTILINE)
        first, last = line.span(1) if line else (0, 0)
        value = document[key]
        shown = value if isinstance(value, str) else text[first:last].rstrip()
        is_text = not isinstance(value, (list, dict))
        found.append(_Value(key, shown if is_text else None, Span(start + first, start + last)))
    return found


def _passage(source: str, text: str, written: Span) -> Passage:
    """A title as it is shown, each character with its place if it is written as it is shown."""
    passage = Passage(Kind.TITLE)
    passage.is_apart = True
    text = text.strip()
    at = source.find(text, *written)
    if at >= 0:
        passage.write(text, at)
    else:
        passage.write_for(text, *written)
    return passage
