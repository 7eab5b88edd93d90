"""The sources of a spec, and what is wrong with them."""

from collections.abc import Iterable, Iterator
from itertools import islice

from factspec.spec import dates
from factspec.spec.model import Source
from factspec.spec.nodes import (
    Mapping,
    Node,
    Problem,
    Scalar,
    Sequence,
    entries_of,
    first_line,
    items_of,
    place_of,
    scalars_of,
    text_of,
    value_of,
)
from factspec.spec.vocabulary import is_misspelled, listed, nearest
from factspec.text.printable import printable

# Keys of a source that are factspec's own; every other one but `id` is a CSL-JSON 1.0.2 variable.
OWN = frozenset({"origin", "role", "cited_as", "text", "sha256"})
_NO_VARIABLES = OWN | {"id", "custom"}
# CSL date variables (CSL 1.0.2, appendix IV, and `container` of csl-data.json).
_DATES = frozenset(
    {"accessed", "available-date", "container", "event-date", "issued", "original-date", "submitted"},
)


# Each search for a near word costs time, and a `custom` of very many keys is hostile.
_LOOKED_AT = 20


def sources_of(root: Node) -> tuple[Source, ...]:
    """The sources in their order; those without an id are left out."""
    return tuple(_source(item) for item in items_of(root, "sources") if _id(item).text)


def shared_sources(sources: Iterable[Source], line: int, file: str) -> tuple[Source, ...]:
    """Sources of a file that specs share, known to a spec by its line that names the file, and by places in that."""
    return tuple(
        one._replace(
            line=line,
            text_line=line if one.text else 0,
            sha256_line=line if one.sha256 else 0,
            shared=True,
            file=file,
            file_text_line=one.text_line,
            file_sha256_line=one.sha256_line,
        )
        for one in sources
    )


def _id(item: Node) -> Scalar:
    node = item if isinstance(item, Scalar) else value_of(item, "id")
    return node if isinstance(node, Scalar) else Scalar("", item.line, item.column, plain=True)


def _labels(item: Node) -> tuple[Scalar, ...]:
    return scalars_of(item, "cited_as") or (_id(item),)


def _source(item: Node) -> Source:
    issued = value_of(item, "issued")
    return Source(
        id=_id(item).text,
        line=first_line(item),
        csl={entry.key.text: text for entry in entries_of(item) if (text := _csl_text(entry.key.text, entry.value))},
        url=text_of(item, "URL").strip(),
        doi=text_of(item, "DOI").strip(),
        issued=dates.issued(issued) if issued else None,
        issued_from=dates.issued_from(issued) if issued else None,
        origin=text_of(item, "origin").strip(),
        role=text_of(item, "role"),
        cited_as=tuple(label.text for label in _labels(item)),
        text=text_of(item, "text").strip(),
        text_line=_line_of(item, "text"),
        sha256=text_of(item, "sha256").strip().lower(),
        sha256_line=_line_of(item, "sha256"),
    )


def _line_of(item: Node, key: str) -> int:
    return place_of(item, key).line if value_of(item, key) is not None else 0


def _csl_text(variable: str, value: Node) -> str:
    if variable in _NO_VARIABLES:
        return ""
    if variable in _DATES:
        return dates.csl_date_text(value)
    if isinstance(value, Sequence):
        return "; ".join(text for item in value.nodes if (text := text_of(item) or _name(item)))
    return text_of(value).strip()


def _name(item: Node) -> str:
    """A CSL name in reading order: given name, particles, family name, suffix."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return text_of(item, "literal") or " ".join(text for part in parts if (text := text_of(item, part)))


def sources_are_read(root: Mapping) -> bool:
    """Whether the sources that an author declares are known; where a mistake hides some, their uses are none."""
    value = value_of(root, "sources")
    if value is None:
        return not is_misspelled("sources", root.entries, ("sources",))
    return isinstance(value, Sequence) and all(_id(item).text and not _is_file(item) for item in value.nodes)


def _is_file(item: Node) -> bool:
    """Whether an item of `sources` is the path of a file of sources, which stands there alone."""
    return isinstance(item, Scalar) and item.text.endswith(".json") and "/" in item.text


def source_problems(root: Node, *, shared: bool = False) -> Iterator[Problem]:
    """Ids that stand twice, labels that two sources share, dates that do not exist, a hash of nothing.

    `shared` tells that the sources are those of a CSL-JSON file.
    """
    ids: dict[str, int] = {}
    labels: dict[str, str] = {}
    for item in items_of(root, "sources"):
        node = _id(item)
        if _is_file(item):
            message = f"`{printable(node.text, 120)}` is no source, but a file of sources"
            advice = f"write `sources: {printable(node.text, 120)}` in the place of the list, without brackets or `- `"
            yield Problem(node.line, node.column, message, advice)
        elif node.text in ids:
            message = f"duplicate source id `{printable(node.text, 60)}`: it stands on line {ids[node.text]} already"
            yield Problem(node.line, node.column, message, "give each source an id of its own")
        elif node.text:
            ids[node.text] = node.line
            yield from _shared_labels(item, labels)
        lacks_text = value_of(item, "sha256") is not None and value_of(item, "text") is None
        if lacks_text and not is_misspelled("text", (entry.key.text for entry in entries_of(item)), OWN):
            message = "`sha256` stands in a source without `text`, whose bytes it would pin"
            yield Problem(*place_of(item, "sha256"), message, "add `text:` with the path of the stored copy")
        yield from _custom_problems(item, shared=shared)
        for entry in entries_of(item):
            if entry.key.text in _DATES:
                yield from dates.csl_date_problems(entry.value, entry.key.text)


def _custom_problems(item: Node, *, shared: bool) -> Iterator[Problem]:
    """That what factspec adds to a source stands where it is not read, so that a stored text would be lost."""
    for entry in islice(entries_of(value_of(item, "custom")), _LOOKED_AT):
        name = entry.key.text
        added = {one.key.text for one in entries_of(entry.value)}
        if name != "factspec" and added & OWN and nearest(name, ("factspec",)):
            message = f"unknown key `{printable(name, 60)}` in `custom`, near the one that factspec reads"
            advice = "did you mean `factspec`?" if shared else "write `text` and what belongs to it beside `id`"
            yield Problem(entry.key.line, entry.key.column, message, advice)
        elif name == "factspec" and not shared:
            message = "`custom: {factspec: …}` is read in CSL-JSON files alone, not in a spec"
            yield Problem(
                entry.key.line,
                entry.key.column,
                message,
                f"write {listed(sorted(added) or ['text'])} beside `id`, without `custom`",
            )


def _shared_labels(item: Node, labels: dict[str, str]) -> Iterator[Problem]:
    source = _id(item).text
    for label in _labels(item):
        owner = labels.setdefault(label.text, source)
        if owner != source:
            shown = printable(label.text, 60)
            message = f"the label `{shown}` stands for source `{printable(owner, 60)}` already"
            advice = "give each source labels of its own by `cited_as`; without it a source's label is its id"
            yield Problem(label.line, label.column, message, advice)


def origins_of(root: Node) -> dict[str, str]:
    """The origin of each source by its id: its own `origin`, else one that no other source has."""
    items = ((_id(item).text, text_of(item, "origin").strip()) for item in items_of(root, "sources"))
    return {name: origin or f"\n{name}" for name, origin in items if name}
