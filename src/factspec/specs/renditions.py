"""The articles that a spec is held against, how they cite, and what is wrong with that."""

import posixpath
from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from factspec.language.printing import printable
from factspec.registry import FORMATS, Registry
from factspec.specs.decoding import Item, Tell, as_item
from factspec.specs.model import Mistake, Rendition, Within, mistake
from factspec.specs.names import Vocabulary, listed, nearest, says_none
from factspec.specs.nodes import ScalarNode


class Format(Protocol):
    """What a spec asks of a format: its suffixes, and whether `select` works."""

    SUFFIXES: tuple[str, ...]
    SELECTS: bool = False


_FORMATS: Registry[Format] = Registry(FORMATS, Format)


def renditions_of(root: Item, known: Vocabulary, tell: Tell) -> tuple[Rendition, ...]:
    """The renditions in their order; what one does not say of its citations, the spec says for all."""
    items = [as_item(one, "file") for one in root.all("article")]
    tell(_rendition_problems(root, items, known))
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
        scope=Within.PARAGRAPH if scope == "paragraph" else Within.SENTENCE,
        partial=_is_partial(item),
        scope_declared=bool(scope),
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


def _rendition_problems(root: Item, articles: Sequence[Item], known: Vocabulary) -> Iterator[Mistake]:
    """Articles listed twice, and citation styles and formats that nobody reads."""
    seen: dict[str, int] = {}
    for item in articles:
        if file := item.text("file"):
            path, place = posixpath.normpath(file), item.values["file"]
            if path in seen:
                message = f"the article `{printable(path, 120)}` stands on line {seen[path]} already"
                yield mistake(place.line, place.column, message, "list each rendition once")
            seen.setdefault(path, place.line)
        yield from _citation_problems(item, known)
        yield from _format_problems(item, known)
        yield from _idle_select(item)
    yield from _citation_problems(root, known)
    yield from _all_partial(articles)


def _is_partial(item: Item) -> bool:
    return item.text("partial") == "true"


def _all_partial(items: Sequence[Item]) -> Iterator[Mistake]:
    """That no rendition carries the whole story, so that no claim need stand anywhere."""
    if items and all(map(_is_partial, items)):
        message = "`partial` stands at every article of the spec, so that no claim need stand in any"
        several = "leave it out of the rendition that carries the whole story"
        yield mistake(*items[0].place("partial"), message, several if len(items) > 1 else "leave `partial` out")


def _citation_problems(item: Item, known: Vocabulary) -> Iterator[Mistake]:
    alone = item.scalar("citations") is not None
    for style in _style_nodes(item):
        if not style.text or style.text in known.styles or (alone and style.text == "none"):
            continue
        if style.text == "none":
            yield mistake(style.line, style.column, "`none` is no citation style", "write `citations: none` alone")
        else:
            message = f"`{printable(style.text, 60)}` is no citation style"
            yield mistake(style.line, style.column, message, _style_advice(style.text, known, alone=alone))


def _format_problems(item: Item, known: Vocabulary) -> Iterator[Mistake]:
    name = item.scalar("format")
    if name and name.text and name.text not in known.formats:
        message = f"`{printable(name.text, 60)}` is no format that factspec reads"
        yield mistake(name.line, name.column, message, _did_you_mean(name.text, known.formats))


def _idle_select(item: Item) -> Iterator[Mistake]:
    """That an element is chosen in a file of a format that has none."""
    file = item.text("file")
    if item.text("select") and not _selects(item.text("format"), file):
        message = f"`select` chooses an element of an HTML page, and `{printable(file, 120)}` is none"
        yield mistake(*item.place("select"), message, "remove `select`")


def _selects(name: str, file: str) -> bool:
    """Whether a file's format, named or known by its suffix, has elements to choose; an unknown one may."""
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
