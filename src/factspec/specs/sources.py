"""The sources of a spec or of a shared CSL-JSON file, their dates, and the mistakes in them."""

import posixpath
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from factspec.language.printing import printable
from factspec.specs.keys import CSL_ITEMS, DATES, NAMED, OWN, SPEC
from factspec.specs.model import MOST_MISTAKES, Located, Mistake, Source, in_order, mistake
from factspec.specs.names import MOST_SEARCHED, is_misspelled, listed, nearest
from factspec.specs.nodes import (
    Collect,
    Item,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    as_item,
    decode,
    entries_of,
    items_of,
    text_of,
    value_of,
)

# Dates: whole ones, and those of CSL, which may have no day or month.


# A pattern is compiled only when a date needs it.
_WHOLE = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
# EDTF level 0 (ISO 8601-2, annex A; CSL 1.0.2 allows levels 0 and 1): a year, month or day, or an interval of two.
_PARTIAL = r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?"
# A day with a time; and from level 1, unspecified digits, and signs of doubt after a date.
_EDTF = (
    r"(-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?:([0-9]{2})(?:-([0-9]{2}|XX))?|XX(?:-XX)?))?[?~%]?"
    r"|([0-9]{4})-([0-9]{2})-([0-9]{2})T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
# Also from level 1: an open end of an interval, and spring to winter instead of a month.
_OPEN = frozenset({"", ".."})
_SEASONS = range(21, 25)
_BESIDE = frozenset({"season", "circa"})
# A day with other separators, or none.
_YEAR_FIRST = r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})"
_YEAR = r"(?<![0-9])[12][0-9]{3}(?![0-9])"
_FORM = "write year-month-day, such as 2026-05-20, or 2026-05, or 2026; for words use `{literal: …}`"
_NUMBER = r"-?[0-9]{1,4}"


def whole_date(text: str) -> date | None:
    """The day of a date such as `2026-05-20`; None if the text is not a date or the day does not exist."""
    match = re.fullmatch(_WHOLE, text)
    return _day([int(part) for part in match.groups()]) if match else None


def date_mistakes(item: Item, key: str) -> Iterator[Mistake]:
    """A date at a mapping's key that does not exist."""
    value = item.scalar(key)
    if value and value.text and whole_date(value.text) is None:
        yield _no_date(value, key, value.text)


def issue_day(node: Node | None) -> date | None:
    """The first whole day of a CSL date; None if it is partial or in words."""
    for parts in _ranges(node):
        return _day(parts) if len(parts) == 3 else None
    return None


def issued_from(node: Node | None) -> date | None:
    """The earliest day on which a source with a CSL date can have appeared; None if it is open or in words.

    An issue for a month may appear in the month before, an issue for a year only in that year.
    """
    year, month, day = (*_first_parts(node), 0, 0, 0)[:3]
    if year < 1 or not _exists([year, month or 1, day or 1]):
        return None
    if month and not day:
        return _day((year, month - 1, 1) if month > 1 else (year - 1, 12, 1)) or date.min
    return _day((year, month or 1, day or 1))


def _first_parts(node: Node | None) -> list[int]:
    """Year, month and day of the first date in a CSL date, as far as they are given."""
    if isinstance(node, ScalarNode):
        return _edtf(node.text.split("/")[0]) or []
    for item in items_of(node, "date-parts"):
        return _numbers(item)
    text = text_of(node, "edtf") or text_of(node, "raw")
    year = re.search(_YEAR, text)
    return _edtf(text.split("/")[0]) or ([int(year[0])] if year else [])


def _edtf(text: str) -> list[int] | None:
    """Year, month and day of an EDTF date without unspecified parts; unspecified digits of the year become 0."""
    match = re.fullmatch(_WHOLE, text) or re.fullmatch(_EDTF, text)
    if match is None:
        return None
    given = [part for part in match.groups() if part]
    numbers = [int(part.replace("X", "0")) for part in given[:1]] + [int(part) for part in given[1:] if part != "XX"]
    return numbers[:1] if numbers[1:] and numbers[1] in _SEASONS and len(given) == 2 else numbers


def csl_date_text(node: Node | None) -> str:
    """A CSL date as text: as written, or from its parts as `2026-05-20`, with `/` between two dates."""
    if isinstance(node, ScalarNode):
        return node.text
    ranges = [
        "-".join(f"{part:02d}" if index else f"{part:04d}" for index, part in enumerate(parts))
        for parts in _ranges(node)
    ]
    return "/".join(ranges) or next((text for key in ("literal", "raw", "edtf") if (text := text_of(node, key))), "")


def csl_date_mistakes(value: Node, key: str) -> Iterator[Mistake]:
    """A date in a CSL date variable that does not exist or cannot be read; `literal` may have any words."""
    if isinstance(value, ScalarNode) and value.text.strip():
        yield from _edtf_mistakes(value, key, value.text)
    for item in items_of(value, "date-parts"):
        numbers = _numbers(item)
        if numbers and not _exists(numbers):
            yield _no_date(item, key, "-".join(map(str, numbers)))
    if isinstance(value, MappingNode) and value.entries.keys() <= _BESIDE and value.entries:
        message = f"`{key}` has no date"
        yield mistake(value.line, value.column, message, "add `date-parts: [[2026, 5, 20]]`, or `literal` with words")
    edtf = value_of(value, "edtf")
    if isinstance(edtf, ScalarNode):
        yield from _edtf_mistakes(edtf, key, edtf.text)
    yield from _raw_mistakes(value, key)


def _raw_mistakes(value: Node, key: str) -> Iterator[Mistake]:
    raw = value_of(value, "raw")
    if not isinstance(raw, ScalarNode):
        return
    if re.fullmatch(_WHOLE, raw.text) and whole_date(raw.text) is None:
        yield _no_date(raw, key, raw.text)
    elif not _edtf(raw.text) and not re.search(_YEAR, raw.text):
        yield _unread(raw, key, raw.text)


def _edtf_mistakes(node: ScalarNode, key: str, text: str) -> Iterator[Mistake]:
    parts = text.split("/")
    dates = [_edtf(part) for part in parts if part not in _OPEN or len(parts) == 1]
    if len(parts) > 2 or not dates or None in dates:
        yield _unread(node, key, text)
        return
    for part, numbers in zip((part for part in parts if part not in _OPEN), dates, strict=True):
        if numbers and not _exists(numbers):
            yield _no_date(node, key, part)


def _unread(node: ScalarNode, key: str, text: str) -> Mistake:
    match = re.fullmatch(_YEAR_FIRST, text)
    day = _day([int(part) for part in match.groups()]) if match else None
    message = f"`{key}` is `{printable(text, 40)}`, which cannot be read as a date"
    return mistake(node.line, node.column, message, f"write {day}" if day else _FORM)


def _no_date(node: Node, key: str, text: str) -> Mistake:
    message = f"`{key}` is `{printable(text, 40)}`, a date that does not exist"
    return mistake(node.line, node.column, message, "write year-month-day, such as 2026-05-20")


def _ranges(node: Node | None) -> list[list[int]]:
    if isinstance(node, ScalarNode):
        matches = (re.fullmatch(_PARTIAL, part) for part in node.text.split("/")[:2])
        return [[int(number) for number in match.groups() if number] for match in matches if match]
    parts = [_numbers(item) for item in items_of(node, "date-parts")]
    text = text_of(node, "raw") or text_of(node, "edtf")
    match = re.fullmatch(_WHOLE, text)
    return [numbers for numbers in parts if numbers] or ([[int(part) for part in match.groups()]] if match else [])


def _numbers(node: Node) -> list[int]:
    texts = [text_of(part) for part in getattr(node, "nodes", ())]
    return [int(text) for text in texts] if all(re.fullmatch(_NUMBER, text) for text in texts) else []


def _exists(parts: Sequence[int]) -> bool:
    """Whether a year, its month and its day exist; years before 1 are accepted."""
    year, month, day = (*parts, 1, 1)[:3]
    return _day((year if year >= 1 else 2000, month, day)) is not None


def _day(parts: Sequence[int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None


_NO_VARIABLES = OWN | {"id", "custom"}


def sources_of(root: Item, collect: Collect) -> tuple[tuple[Source, ...], bool]:
    """The sources in the list of a spec, and whether all that its author declared could be read."""
    values = root.values.get("sources")
    if values is None:
        unknown = (key for key in root.node.entries if key not in SPEC.keys)
        return (), not root.has("sources") and not is_misspelled("sources", unknown, ("sources",))
    if isinstance(values, ScalarNode):
        return (), False
    sources = _sources(values, collect, shared=False)
    return sources, root.is_whole("sources") and len(sources) == len(values)


def _sources(values: Sequence[ScalarNode | Item], collect: Collect, *, shared: bool) -> tuple[Source, ...]:
    """The sources in their order, without items that have no id or are the path of a file."""
    items = [as_item(value, "id") for value in values]
    collect(_source_mistakes(items, shared=shared))
    return tuple(_source(item) for item in items if _id(item).text and not _is_file(item))


def _with_places(sources: Sequence[Source], line: int, file: str, folder: str) -> tuple[Source, ...]:
    """Sources of a shared file, with the line of the spec that names it; texts keep their lines in the file.

    `folder` is that of the file, relative to the spec. The paths of stored texts become relative to the spec too.
    """
    texts = (one.text for one in sources)
    named = [Located(posixpath.join(folder, one), one.line, one.column) if one else one for one in texts]
    return tuple(one._replace(line=line, file=file, text=text) for one, text in zip(sources, named, strict=True))


def _id(item: Item) -> ScalarNode:
    return item.scalar("id") or ScalarNode("", item.node.line, item.node.column, plain=True)


def _labels(item: Item) -> tuple[ScalarNode, ...]:
    return item.all("cited_as") or (_id(item),)


def _source(item: Item) -> Source:
    issued = value_of(item.node, "issued")
    role = item.scalar("role")
    return Source(
        id=_id(item).text,
        line=item.line,
        csl={key: text for key, entry in item.node.entries.items() if (text := _csl_text(key, entry.value))},
        url=item.text("URL"),
        doi=item.text("DOI"),
        issued=issue_day(issued) if issued else None,
        issued_from=issued_from(issued) if issued else None,
        origin=item.text("origin"),
        role=role.text if role else "",
        cited_as=tuple(label.text for label in _labels(item)),
        text=item.located("text"),
        sha256=Located(item.text("sha256").lower(), item.located("sha256").line),
    )


def _csl_text(variable: str, value: Node) -> str:
    if variable in _NO_VARIABLES:
        return ""
    if variable in DATES:
        return csl_date_text(value)
    if isinstance(value, SequenceNode):
        return "; ".join(text for item in value.nodes if (text := text_of(item) or _name(item)))
    return text_of(value).strip()


def _name(item: Node) -> str:
    """A CSL name in reading order: given name, particles, family name, suffix."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return text_of(item, "literal") or " ".join(text for part in parts if (text := text_of(item, part)))


def _is_file(item: Item) -> bool:
    """Whether an item of `sources` is the path of a file of sources, which belongs there without a list."""
    path = _id(item).text
    return not item.node.entries and path.endswith(".json") and "/" in path


def _source_mistakes(items: Sequence[Item], *, shared: bool) -> Iterator[Mistake]:
    """Ids and labels that are used twice, dates that do not exist, and hashes without a text."""
    ids: dict[str, int] = {}
    labels: dict[str, str] = {}
    for item in items:
        node = _id(item)
        if _is_file(item):
            message = f"`{printable(node.text, 120)}` is a file of sources, not a source"
            advice = f"write `sources: {printable(node.text, 120)}` instead of the list, without brackets or `- `"
            yield mistake(node.line, node.column, message, advice)
        elif node.text in ids:
            message = f"duplicate source id `{printable(node.text, 60)}`: it is already on line {ids[node.text]}"
            yield mistake(node.line, node.column, message, "give each source its own id")
        elif node.text:
            ids[node.text] = node.line
            yield from _shared_labels(item, labels)
        is_unused = item.has("sha256") and not item.has("text")
        if is_unused and not is_misspelled("text", item.node.entries, OWN):
            message = "`sha256` needs `text`, which this source does not have"
            yield mistake(*item.place("sha256"), message, "add `text:` with the path of the stored copy")
        yield from _custom_mistakes(item, shared=shared)
        for key, entry in item.node.entries.items():
            if key in DATES:
                yield from csl_date_mistakes(entry.value, key)


def _custom_mistakes(item: Item, *, shared: bool) -> Iterator[Mistake]:
    """Keys of factspec in a `custom` that factspec does not read; a stored text would be ignored there."""
    for entry in islice(entries_of(value_of(item.node, "custom")), MOST_SEARCHED):
        name = entry.key.text
        added = {one.key.text for one in entries_of(entry.value)}
        if name != "factspec" and added & OWN and nearest(name, ("factspec",)):
            message = f"unknown key `{printable(name, 60)}` in `custom`, which factspec does not read"
            advice = "did you mean `factspec`?" if shared else "write `text` and what belongs to it beside `id`"
            yield mistake(entry.key.line, entry.key.column, message, advice)
        elif name == "factspec" and not shared:
            message = "`custom: {factspec: …}` is read only in CSL-JSON files, not in a spec"
            yield mistake(
                entry.key.line,
                entry.key.column,
                message,
                f"write {listed(sorted(added) or ['text'])} beside `id`, without `custom`",
            )


def _shared_labels(item: Item, labels: dict[str, str]) -> Iterator[Mistake]:
    source = _id(item).text
    for label in _labels(item):
        owner = labels.setdefault(label.text, source)
        if owner != source:
            shown = printable(label.text, 60)
            message = f"the label `{shown}` belongs to source `{printable(owner, 60)}` already"
            advice = "give each source its own labels with `cited_as`; without it a source's label is its id"
            yield mistake(label.line, label.column, message, advice)


# Sources that specs share: a CSL-JSON file instead of a list in the spec.


class SharedFile(NamedTuple):
    """A file that a spec names: its path as shown, and its bytes."""

    path: str
    data: bytes


class SharedRefused(Exception):  # noqa: N818 -- the noun says what happened
    """A file that a spec names cannot be read; the text says why, and `advice` what to do."""

    def __init__(self, message: str, advice: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.advice = advice


Open = Callable[[str], SharedFile]
"""Opens the file that a spec names by a path relative to itself; raises `SharedRefused`."""


class Shared(NamedTuple):
    """The sources of a file that a spec names, whether all of them could be read, and the mistakes in the file."""

    sources: tuple[Source, ...]
    are_read: bool
    mistakes: tuple[Mistake, ...]


def shared_sources(root: Item, open_file: Open, collect: Collect) -> Shared | None:
    """The sources of the file that `sources` names; None if it names none that can be read."""
    node = root.scalar("sources")
    if node is None or not node.text.endswith(".json"):
        return None
    name = node.text.strip()
    try:
        file = open_file(name)
    except SharedRefused as error:
        collect([mistake(node.line, node.column, str(error), error.advice)])
        return None
    sources, are_read, found = _sources_in(file.data)
    line = root.place("sources").line
    return Shared(_with_places(sources, line, file.path, posixpath.dirname(name)), are_read, in_order(found, file.path))


# A CSL-JSON file of sources, checked by the rules of CSL's own schema.


_NO_LIST = "a CSL-JSON file is a list of items; export the sources as CSL JSON"


@lru_cache(maxsize=8)
def _sources_in(data: bytes) -> tuple[tuple[Source, ...], bool, tuple[Mistake, ...]]:
    """The sources of a file, whether all could be read, and the mistakes; read once for all specs that name it."""
    from factspec.specs.json import NotJson, json_nodes

    try:
        root, found = json_nodes(data.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError:
        return (), False, (mistake(1, 1, "the file is not UTF-8", "save it in the encoding UTF-8"),)
    except NotJson as error:
        return (), False, (error.mistake,)
    if not isinstance(root, SequenceNode) or not root.nodes:
        what = "is an empty list" if isinstance(root, SequenceNode) else "is not a list"
        return (), False, (mistake(root.line, root.column, f"the file of sources {what}", _NO_LIST),)
    if not decode(CSL_ITEMS, root)[1]:
        from factspec.specs.validation import schema_mistakes

        found += islice(schema_mistakes(CSL_ITEMS, root), MOST_MISTAKES)
    collected: list[Mistake] = []
    values = [decode(NAMED["source"], lifted(node))[0] for node in root.nodes]
    sources = _sources([one for one in values if one], collected.extend, shared=True)
    return sources, len(sources) == len(values), (*found, *collected[:MOST_MISTAKES])


def lifted(item: Node) -> Node:
    """An item with the keys of factspec moved from `custom` to its variables."""
    added = value_of(value_of(item, "custom"), "factspec")
    if not isinstance(item, MappingNode) or added is None:
        return item
    entries = {**item.entries, **{entry.key.text: entry for entry in entries_of(added)}}
    return item._replace(entries=entries)
