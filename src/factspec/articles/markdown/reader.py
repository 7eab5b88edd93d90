"""A Markdown text as a draft."""

import re
from collections.abc import Sequence
from operator import attrgetter

from pyromark import reference_definitions

from factspec.articles.draft import Draft, Drafting, DraftReference, Kind, compose
from factspec.articles.markdown.front_matter import read_front_matter
from factspec.articles.markdown.walker import OPTIONS, Walker, codepoints
from factspec.articles.references import lift

_NUMBER = re.compile(r"\^?(\d{1,6})")


def read(source: str) -> Draft:
    """The draft of a Markdown text; its definitions of sources become references."""
    drafting = Drafting()
    start = read_front_matter(source, drafting)
    walker = Walker(source, start, drafting)
    walker.walk()
    defined = _definitions(source[start:], start)
    passages, references = lift(drafting.passages, {reference.id for reference in defined})
    # A page shows its footnotes at its end, wherever they are defined.
    passages.sort(key=lambda passage: passage.kind is Kind.NOTE and passage.defined)
    return compose(source, passages, _merged(defined, references), drafting)


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
