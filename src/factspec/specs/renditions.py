"""The articles that a spec is held against, how they cite, and what is wrong with that."""

import posixpath
from collections.abc import Iterator
from typing import Protocol

from factspec.language.printing import printable
from factspec.registry import FORMATS, Registry
from factspec.specs.model import Rendition, Within
from factspec.specs.names import Vocabulary, listed, nearest, says_none
from factspec.specs.nodes import (
    MappingNode,
    Node,
    Problem,
    ScalarNode,
    SequenceNode,
    place_of,
    scalars_of,
    text_of,
    value_of,
)


class Format(Protocol):
    """What a spec asks of a format: its suffixes, and whether `select` works."""

    SUFFIXES: tuple[str, ...]
    SELECTS: bool = False


_FORMATS: Registry[Format] = Registry(FORMATS, Format)


def _articles(root: Node) -> tuple[Node, ...]:
    value = value_of(root, "article")
    if value is None:
        return ()
    return tuple(value.nodes) if isinstance(value, SequenceNode) else (value,)


def _file(item: Node) -> ScalarNode | None:
    node = item if isinstance(item, ScalarNode) else value_of(item, "file")
    return node if isinstance(node, ScalarNode) and node.text.strip() else None


def renditions_of(root: Node) -> tuple[Rendition, ...]:
    """The renditions in their order; what one does not say of its citations, the spec says for all."""
    return tuple(_rendition(item, file, root) for item in _articles(root) if (file := _file(item)))


def _rendition(item: Node, file: ScalarNode, root: Node) -> Rendition:
    styles = _styles(item)
    scope = text_of(value_of(item, "citations"), "scope") or text_of(value_of(root, "citations"), "scope")
    return Rendition(
        file=file.text.strip(),
        line=file.line,
        format=text_of(item, "format").strip(),
        select=text_of(item, "select").strip(),
        styles=_styles(root) if styles is None else styles,
        scope=Within.PARAGRAPH if scope == "paragraph" else Within.SENTENCE,
        partial=_is_partial(item),
        scope_declared=bool(scope),
    )


def _style_nodes(node: Node) -> tuple[ScalarNode, ...]:
    value = value_of(node, "citations")
    return scalars_of(value, "style") if isinstance(value, MappingNode) else scalars_of(node, "citations")


def _styles(node: Node) -> tuple[str, ...] | None:
    names = tuple(dict.fromkeys(style.text for style in _style_nodes(node)))
    return () if names == ("none",) else names or None


def cite_nothing(root: Node) -> bool:
    """Whether every rendition of a spec is said to have no citations."""
    found = renditions_of(root)
    return bool(found) and all(one.styles == () for one in found)


def rendition_problems(root: Node, known: Vocabulary) -> Iterator[Problem]:
    """Articles listed twice, and citation styles and formats that nobody reads."""
    seen: dict[str, int] = {}
    for item in _articles(root):
        file = _file(item)
        if file:
            path = posixpath.normpath(file.text.strip())
            if path in seen:
                message = f"the article `{printable(path, 120)}` stands on line {seen[path]} already"
                yield Problem(file.line, file.column, message, "list each rendition once")
            seen.setdefault(path, file.line)
        yield from _citation_problems(item, known)
        yield from _format_problems(item, known)
        yield from _idle_select(item)
    yield from _citation_problems(root, known)
    yield from _all_partial(_articles(root))


def _is_partial(item: Node) -> bool:
    return text_of(item, "partial") == "true"


def _all_partial(items: tuple[Node, ...]) -> Iterator[Problem]:
    """That no rendition carries the whole story, so that no claim need stand anywhere."""
    if items and all(map(_is_partial, items)):
        message = "`partial` stands at every article of the spec, so that no claim need stand in any"
        several = "leave it out of the rendition that carries the whole story"
        yield Problem(*place_of(items[0], "partial"), message, several if len(items) > 1 else "leave `partial` out")


def _citation_problems(node: Node, known: Vocabulary) -> Iterator[Problem]:
    alone = isinstance(value_of(node, "citations"), ScalarNode)
    for style in _style_nodes(node):
        if not style.text or style.text in known.styles or (alone and style.text == "none"):
            continue
        if style.text == "none":
            yield Problem(style.line, style.column, "`none` is no citation style", "write `citations: none` alone")
        else:
            message = f"`{printable(style.text, 60)}` is no citation style"
            yield Problem(style.line, style.column, message, _style_advice(style.text, known, alone=alone))


def _format_problems(item: Node, known: Vocabulary) -> Iterator[Problem]:
    name = value_of(item, "format")
    if isinstance(name, ScalarNode) and name.text and name.text not in known.formats:
        message = f"`{printable(name.text, 60)}` is no format that factspec reads"
        yield Problem(name.line, name.column, message, _did_you_mean(name.text, known.formats))


def _idle_select(item: Node) -> Iterator[Problem]:
    """That an element is chosen in a file of a format that has none."""
    select, file = value_of(item, "select"), text_of(item, "file").strip()
    if isinstance(select, ScalarNode) and select.text.strip() and not _selects(text_of(item, "format").strip(), file):
        message = f"`select` chooses an element of an HTML page, and `{printable(file, 120)}` is none"
        yield Problem(*place_of(item, "select"), message, "remove `select`")


def _selects(name: str, file: str) -> bool:
    """Whether a file's format, named or known by its suffix, has elements to choose; an unknown one may."""
    suffix = posixpath.splitext(file)[1].lower()
    known = name or next((one for one, format_ in _FORMATS.items() if suffix in format_.SUFFIXES), "")
    return known not in _FORMATS or _FORMATS[known].SELECTS


def _style_advice(written: str, known: Vocabulary, *, alone: bool) -> str:
    if alone and says_none(written):
        return "did you mean `none`?"
    return _did_you_mean(written, ["none", *known.styles] if alone else known.styles)


def _did_you_mean(word: str, words: object) -> str:
    names = sorted(words) if isinstance(words, (frozenset, set, tuple, list)) else []
    close = nearest(word, names)
    return f"did you mean `{close}`?" if close else f"write one of {listed(names)}"
