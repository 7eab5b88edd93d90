"""A Markdown text as a draft: its front matter, its blocks, and the definitions of its sources."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import yaml
from pyromark import reference_definitions

from factspec.articles.draft import Draft, Drafting, DraftReference, Kind, Passage, compose
from factspec.articles.markdown.walker import OPTIONS, Walker, codepoints
from factspec.articles.references import lift, same_page
from factspec.language.places import Span

_NUMBER = re.compile(r"\^?(\d{1,6})")


def read(source: str) -> Draft:
    """The draft of a Markdown text; its definitions of sources become references."""
    drafting = Drafting()
    start = _read_front_matter(source, drafting)
    walker = Walker(source, start, drafting)
    walker.walk()
    defined = _definitions(source[start:], start)
    passages, references, titles = lift(drafting.passages, {reference.id for reference in defined})
    # A page shows its footnotes at its end, wherever they are defined.
    passages.sort(key=lambda passage: passage.kind is Kind.NOTE and passage.defined)
    return compose(source, passages, _merged(defined, references), drafting, titles)


def _merged(defined: Sequence[DraftReference], listed: Sequence[DraftReference]) -> list[DraftReference]:
    """Definitions and list entries in the order of the text; an entry replaces a definition of the same source."""
    urls = {reference.id: reference.url for reference in defined}
    entries = [
        entry if entry.url or entry.id not in urls else entry._replace(url=urls[entry.id], urls=(urls[entry.id],))
        for entry in listed
    ]
    taken = {(entry.id, same_page(entry.url)) for entry in entries}
    apart = [reference for reference in defined if (reference.id, same_page(reference.url)) not in taken]
    return sorted([*apart, *entries], key=attrgetter("source_start"))


def _definitions(text: str, start: int) -> list[DraftReference]:
    """Link definitions whose label is a number: `[1]: https://… "Title"`."""
    if "]:" not in text:
        return []
    offset = codepoints(text)
    found = []
    for label, definition in reference_definitions(text, options=OPTIONS).items():
        number = _NUMBER.fullmatch(label)
        if number:
            span = definition["span"]
            url, title = definition["dest"], definition["title"] or ""
            place = (start + offset(span["start"]), start + offset(span["end"]))
            found.append(DraftReference(number[1], url, title or url, *place, urls=(url,)))
    return found


# The title and the description in front matter: YAML or TOML before the first line of prose.


_LINE_END = r"[ \t]*(?:\r\n|\r|\n)"
_CLOSED = r"[ \t]*(?=[\r\n]|\Z)"
# YAML between a first line `---` and the next one or `...`, TOML between two lines `+++`. After a rule at the start of
# a text is prose or a blank line, in front matter a key, a comment or its end.
_FRONT_MATTER = (
    rf"---{_LINE_END}(?=---|\.\.\.|#|[ \t]*[\w.-]+[ \t]*:|\"[^\"\r\n]*\"[ \t]*:|'[^'\r\n]*'[ \t]*:)"
    rf"(?P<yaml>(?:(?!---|\.\.\.)[^\r\n]*+(?:\r\n|\r|\n))*+)(?:---|\.\.\.){_CLOSED}"
    rf"|\+\+\+{_LINE_END}(?P<toml>(?:(?!\+\+\+)[^\r\n]*+(?:\r\n|\r|\n))*+)\+\+\+{_CLOSED}"
)
_KEYS = ("title", "subtitle", "description")
# Front matter of real articles has a few kilobytes; what is longer is counted as not read.
_LONGEST = 100_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TOML_VALUE = r"\"{3}(?s:.*?)\"{3}|'{3}(?s:.*?)'{3}|\"(?:[^\"\\\r\n]|\\.)*+\"|[^#\r\n]*"


class _Value(NamedTuple):
    """The value of a key: its text, whether it is one and not a list or a mapping, and where it is in the source."""

    key: str
    text: str
    is_text: bool
    source: Span


def _read_front_matter(source: str, drafting: Drafting) -> int:
    """Read the titles and description of a text as passages; return where the front matter ends, 0 without one."""
    front = re.match(_FRONT_MATTER, source) if source.startswith(("---", "+++")) else None
    if front is None:
        return 0
    kind = "yaml" if front["yaml"] is not None else "toml"
    values = _values(kind, front[kind], front.start(kind))
    if values is None:
        drafting.skip("front matter", Span(0, 0), front[kind])
    for value in values or ():
        if value.key not in _KEYS:
            drafting.skip("page detail", value.source, f"{value.key}: {value.text}")
        elif not value.is_text:
            drafting.skip(f"{value.key} that is not text", value.source, value.text)
        else:
            drafting.add(_passage(source, value.text, value.source))
    return front.end()


def _values(kind: str, text: str, start: int) -> list[_Value] | None:
    """The values of the keys in front matter that begins at an offset of the source; None if it cannot be read."""
    if len(text) > _LONGEST:
        return None
    if kind == "toml":
        return _toml(text, start)
    try:
        return list(_yaml(text, start))
    except yaml.YAMLError:
        return None


def _yaml(text: str, start: int) -> Iterator[_Value]:
    """The values of the keys of the outermost mapping. Raises `YAMLError`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    # The key whose value comes next, None if a key does; and the first event of a key or value.
    key: str | None = None
    node: Any = None
    events: Iterator[Any] = yaml.parse(text, Loader=loader)
    for event in events:
        is_end = isinstance(event, yaml.CollectionEndEvent)
        node = event if depth == 1 and not is_end else node
        depth += isinstance(event, yaml.CollectionStartEvent) - is_end
        if depth != 1 or node is None:
            continue
        written = Span(node.start_mark.index, event.end_mark.index)
        shown = getattr(node, "value", None)
        if key is not None and (shown is None or node.style or shown not in _NULLS):
            value = text[slice(*written)] if shown is None else shown
            yield _Value(key, value, shown is not None, Span(start + written.start, start + written.end))
        key = str(shown or "").lower() if key is None else None


def _toml(text: str, start: int) -> list[_Value] | None:
    """The values of the keys before the first table; the parser gives their values, a pattern their places."""
    import tomllib  # most articles have no such front matter

    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    places: dict[str, Span] = {}
    for line in re.finditer(rf"^[ \t]*[\"']?([^\s\"'=]++)[\"']?[ \t]*=[ \t]*({_TOML_VALUE})", text, re.MULTILINE):
        places.setdefault(line[1], Span(*line.span(2)))
    found: list[_Value] = []
    for key in document:
        first, last = places.get(key, (0, 0))
        value = document[key]
        is_text = not isinstance(value, (list, dict))
        shown = text[first:last].rstrip() if is_text and not isinstance(value, str) else str(value)
        found.append(_Value(key.lower(), shown, is_text, Span(start + first, start + last)))
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
