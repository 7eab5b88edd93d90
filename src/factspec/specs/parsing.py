"""Load a spec from its bytes, or report every mistake in it."""

import posixpath
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from factspec.language.printing import printable
from factspec.registry import FORMATS, Registry
from factspec.specs.claims import claims_of, declare, forbidden_of, id_mistakes, rules_of, uncitable, waivers_of
from factspec.specs.keys import SPEC
from factspec.specs.model import MOST_MISTAKES, Mistake, Rendition, Spec, SpecError, in_order, mistake, within_of
from factspec.specs.names import Vocabulary, listed, nearest, says_none, vocabulary
from factspec.specs.nodes import (
    Collect,
    Item,
    MappingNode,
    ScalarNode,
    SequenceNode,
    as_item,
    decode,
    text_of,
    value_of,
)
from factspec.specs.sources import (
    Open,
    Shared,
    SharedFile,
    SharedRefused,
    date_mistakes,
    shared_sources,
    sources_of,
    whole_date,
)
from factspec.specs.yaml import compose

# The articles of a spec and how they cite.


class Format(Protocol):
    """What a spec needs to know about a format: its suffixes, and whether `select` works."""

    SUFFIXES: tuple[str, ...]
    SELECTS: bool = False


_FORMATS: Registry[Format] = Registry(FORMATS, Format)


def renditions_of(root: Item, known: Vocabulary, collect: Collect) -> tuple[Rendition, ...]:
    """The renditions in their order; `citations` of the spec applies to those that do not set it."""
    items = [as_item(one, "file") for one in root.all("article")]
    collect(_rendition_mistakes(root, items, known))
    return tuple(_rendition(item, root) for item in items if item.text("file"))


def _rendition(item: Item, root: Item) -> Rendition:
    styles, scope = _styles(item), _scope(item) or _scope(root)
    file = item.values["file"]
    return Rendition(
        file=file.text.strip(),
        line=file.line,
        format=item.text("format"),
        select=item.text("select"),
        styles=_styles(root) if styles is None else styles,
        scope=within_of(scope),
        partial=_is_partial(item),
        scope_declared=bool(scope),
        column=file.column,
    )


def _scope(item: Item) -> str:
    citations = item.values.get("citations")
    return citations.text("scope") if isinstance(citations, Item) else ""


def _style_nodes(item: Item) -> tuple[ScalarNode, ...]:
    citations = item.values.get("citations")
    return citations.all("style") if isinstance(citations, Item) else item.all("citations")


def _styles(item: Item) -> tuple[str, ...] | None:
    names = tuple(dict.fromkeys(style.text for style in _style_nodes(item)))
    return () if names == ("none",) else names or None


def _rendition_mistakes(root: Item, articles: Sequence[Item], known: Vocabulary) -> Iterator[Mistake]:
    """Articles that are listed twice, and unknown citation styles and formats."""
    seen: dict[str, int] = {}
    for item in articles:
        if file := item.text("file"):
            path, place = posixpath.normpath(file), item.values["file"]
            if path in seen:
                message = f"the article `{printable(path, 120)}` is already on line {seen[path]}"
                yield mistake(place.line, place.column, message, "list each rendition once")
            seen.setdefault(path, place.line)
        yield from _citation_mistakes(item, known)
        yield from _format_mistakes(item, known)
        yield from _idle_select(item)
    yield from _citation_mistakes(root, known)
    yield from _all_partial(articles)


def _is_partial(item: Item) -> bool:
    return item.text("partial") == "true"


def _all_partial(items: Sequence[Item]) -> Iterator[Mistake]:
    """A spec in which every rendition is partial, so that no claim has to be anywhere."""
    if items and all(map(_is_partial, items)):
        message = "every article of the spec is `partial`, so no claim has to be in any of them"
        several = "remove it from the rendition that tells the whole story"
        yield mistake(*items[0].place("partial"), message, several if len(items) > 1 else "remove `partial`")


def _citation_mistakes(item: Item, known: Vocabulary) -> Iterator[Mistake]:
    alone = item.scalar("citations") is not None
    for style in _style_nodes(item):
        if not style.text or style.text in known.styles or (alone and style.text == "none"):
            continue
        if style.text == "none":
            yield mistake(style.line, style.column, "`none` is not a citation style", "write `citations: none` alone")
        else:
            message = f"`{printable(style.text, 60)}` is not a citation style"
            yield mistake(style.line, style.column, message, _style_advice(style.text, known, alone=alone))


def _format_mistakes(item: Item, known: Vocabulary) -> Iterator[Mistake]:
    name = item.scalar("format")
    if name and name.text and name.text not in known.formats:
        message = f"`{printable(name.text, 60)}` is not a format that factspec reads"
        yield mistake(name.line, name.column, message, _did_you_mean(name.text, known.formats))


def _idle_select(item: Item) -> Iterator[Mistake]:
    """A `select` for a file of a format without elements."""
    file = item.text("file")
    if item.text("select") and not _selects(item.text("format"), file):
        message = f"`select` chooses an element of an HTML page, but `{printable(file, 120)}` is not one"
        yield mistake(*item.place("select"), message, "remove `select`")


def _selects(name: str, file: str) -> bool:
    """Whether the format of a file, named or known by its suffix, supports `select`; an unknown one may."""
    suffix = posixpath.splitext(file)[1].lower()
    known = name or next((one for one, format_ in _FORMATS.items() if suffix in format_.SUFFIXES), "")
    return known not in _FORMATS or _FORMATS[known].SELECTS


def _style_advice(written: str, known: Vocabulary, *, alone: bool) -> str:
    if alone and says_none(written):
        return "did you mean `none`?"
    return _did_you_mean(written, ["none", *known.styles] if alone else known.styles)


def _did_you_mean(word: str, words: Collection[str]) -> str:
    close = nearest(word, words)
    return f"did you mean `{close}`?" if close else f"write one of {listed(sorted(words))}"


# The keys that give a spec something to judge.
_PURPOSES = ("claims", "forbidden", "waivers")


def parse_spec(
    data: bytes,
    path: str,
    *,
    known: Vocabulary | None = None,
    further: Callable[[Spec], Iterable[Mistake]] | None = None,
    open_file: Open | None = None,
) -> Spec:
    """The spec in a file's bytes; raises `SpecError` with every mistake in it, in the order of the file.

    `path` is shown in mistakes. `known` are the names that the spec may use, by default those of the installed modules.
    `further` yields mistakes that only the caller can see (policy, paths), so that one run reports everything; a spec
    with other mistakes is passed to it as far as it can be read. `open_file` opens the files that the spec names;
    without it none is opened.
    """
    written, found = _compose(data)
    if written is None:
        raise SpecError(in_order(found, path))
    root, fits = decode(SPEC, written)
    if not fits:
        from factspec.specs.validation import schema_mistakes

        found += islice(schema_mistakes(SPEC, written), MOST_MISTAKES)
    collected: list[Mistake] = []

    def collect(some: Iterable[Mistake]) -> None:
        collected.extend(islice(some, MOST_MISTAKES - len(collected)))

    shared = shared_sources(root, open_file or _no_file, collect)
    spec = _build(root, path, shared, known or vocabulary(), collect)
    mistakes = [*in_order([*found, *collected], path), *(further(spec) if further else ())]
    in_file = shared.mistakes if shared else ()
    if mistakes or in_file:
        mistakes.sort(key=lambda one: (one.line, one.column))
        raise SpecError((*mistakes, *in_file), spec.renditions)
    return spec


def _no_file(_written: str) -> SharedFile:
    raise SharedRefused("`sources` names a file, but no file is read here", "load the spec from its own file")


def _compose(data: bytes) -> tuple[MappingNode | None, list[Mistake]]:
    """The nodes of the spec, None if they are not a mapping, and the mistakes in its YAML."""
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return None, [_bad_byte(data.removeprefix(BOM_UTF8), error.start)]
    root, found = compose(text)
    if found and root is None:
        return None, found[:MOST_MISTAKES]
    if isinstance(root, MappingNode):
        return root, found[:MOST_MISTAKES]
    if root is None or (isinstance(root, ScalarNode) and root.nothing):
        return None, [mistake(1, 1, "the spec is empty", "write `factspec: 1`, `article: …` and `claims:`")]
    what = "a list" if isinstance(root, SequenceNode) else "plain text"
    return None, [
        mistake(root.line, root.column, f"the spec is {what}, but should be a mapping", "write `key: value` lines")
    ]


def _bad_byte(data: bytes, offset: int) -> Mistake:
    line_start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    before = data[:line_start]
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    column = len(data[line_start:offset].decode(errors="replace")) + 1
    message = f"the byte 0x{data[offset]:02x} is not UTF-8"
    return mistake(line, column, message, "save the spec in the encoding UTF-8")


def _build(root: Item, path: str, shared: Shared | None, known: Vocabulary, collect: Collect) -> Spec:
    """The decoded spec; mistakes that a schema cannot find are collected."""
    collect(_without_purpose(root.node))
    collect(date_mistakes(root, "published"))
    renditions = renditions_of(root, known, collect)
    sources, are_read = (shared.sources, shared.are_read) if shared else sources_of(root, collect)
    claims = claims_of(root.all("claims"), declare(sources) if are_read else None, collect)
    collect(id_mistakes((*root.all("claims"), *root.all("forbidden"))))
    if renditions and all(one.styles == () for one in renditions):
        collect(uncitable(root.all("claims"), claims))
    return Spec(
        path=path,
        renditions=renditions,
        published=whole_date(root.text("published")),
        sources=sources,
        claims=claims,
        forbidden=forbidden_of(root.all("forbidden"), collect),
        waivers=waivers_of(root.all("waivers"), known, collect),
        rules=rules_of(root, known.rules, collect),
        strict=root.text("strict") == "true",
    )


def _without_purpose(root: MappingNode) -> Iterator[Mistake]:
    """A spec without anything to judge, unless a key is misspelled or of a wrong kind, which is another mistake.

    A strict one judges the whole article.
    """
    if text_of(root, "strict") == "true":
        return
    values = [value_of(root, key) for key in _PURPOSES]
    if any(not isinstance(value, SequenceNode | None) or (value and value.nodes) for value in values):
        return
    if not any(nearest(key, _PURPOSES) for key in islice(root.entries, 100) if key not in _PURPOSES):
        message = "the spec has no claim, no forbidden wording and no waiver"
        yield mistake(root.line, root.column, message, "add `claims:` with what a checker approved", absent=True)
