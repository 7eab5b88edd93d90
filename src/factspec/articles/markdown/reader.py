"""A Markdown text as a draft."""

import re
from collections.abc import Sequence
from operator import attrgetter

from pyromark import reference_definitions

from factspec.articles.draft import Draft, DraftReference, compose
from factspec.articles.markdown.walker import OPTIONS, Walker, codepoints
from factspec.articles.references import lift

_LINE_END = r"[ \t]*(?:\r\n|\r|\n)"
_CLOSED = r"[ \t]*(?=[\r\n]|\Z)"
# Front matter: YAML between a first line `---` and the next one or `...`, TOML between two lines `+++`. A rule that
# begins a text is followed by prose or a blank line, front matter by a key, a comment or its end.
_FRONT_MATTER = (
    rf"---{_LINE_END}(?=---|\.\.\.|#|[ \t]*[\w.-]+[ \t]*:|\"[^\"\r\n]*\"[ \t]*:|'[^'\r\n]*'[ \t]*:)"
    rf"(?:(?!---|\.\.\.)[^\r\n]*+(?:\r\n|\r|\n))*+(?:---|\.\.\.){_CLOSED}"
    rf"|\+\+\+{_LINE_END}(?:(?!\+\+\+)[^\r\n]*+(?:\r\n|\r|\n))*+\+\+\+{_CLOSED}"
)
_NUMBER = re.compile(r"\^?(\d{1,6})")


def read(source: str) -> Draft:
    """The draft of a Markdown text; its definitions of sources become references."""
    front = re.match(_FRONT_MATTER, source) if source.startswith(("---", "+++")) else None
    start = front.end() if front else 0
    walker = Walker(source, start)
    walker.walk()
    passages, references = lift(walker.drafting.passages)
    found = _merged(_definitions(source[start:], start), references)
    return compose(source, passages, found, walker.drafting)


def _merged(defined: Sequence[DraftReference], listed: Sequence[DraftReference]) -> list[DraftReference]:
    """Definitions and list entries in the order of the text; an entry takes up a definition that says the same."""
    urls = {reference.id: reference.url for reference in defined}
    entries = [entry._replace(url=entry.url or urls.get(entry.id, "")) for entry in listed]
    taken = {(entry.id, entry.url) for entry in entries}
    apart = [reference for reference in defined if (reference.id, reference.url) not in taken]
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
            found.append(DraftReference(number[1], url, title or url, *place))
    return found
