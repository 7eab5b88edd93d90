"""Compose YAML events to nodes, limited in depth, and refuse the parts of YAML that a spec does not use."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from factspec.language.printing import printable
from factspec.specs.model import MOST_MISTAKES, Mistake, mistake
from factspec.specs.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode

# What YAML silently does to a text: cuts it at ` #`, splits it at a comma, or adds the following lines to it.


# Most specs need none of these patterns, so each is compiled when it is first needed.
# White space and a number sign without a space after it are hardly a comment.
_CUT = r"[ \t]+#(?=\S)"
_MAY_CUT = r"[ \t]#(?=\S)"
_GROUP_BEFORE = r"(?:^|\D)\d{1,3}\Z"
_GROUP_AFTER = r"\d{3}(?!\d)"
# A list item, or a key without a space after its colon, that YAML reads as part of the text above it.
_SWALLOWED = r"""[ \t]*(?:-[ \t]|[a-z_]+:["'\[{])"""
_ALIGN = "align it with its neighbours, a space after a key's colon; or put the text in quotation marks"


def may_cut(text: str) -> bool:
    """Whether a text contains anything that cuts a plain scalar."""
    return "#" in text and re.search(_MAY_CUT, text) is not None


def cut(scalar: ScalarNode, raw: str, end: int) -> Iterator[Mistake]:
    """A plain scalar that YAML shortened; `raw` is the line where it ends, `end` the index after it in that line."""
    match = re.match(_CUT, raw[end:])
    if match is None:
        return
    lost = printable(raw[end + match.end() - 1 :].rstrip(), 60)
    kept = f"only `{printable(scalar.text, 60)}`" if scalar.text else "nothing"
    yield mistake(
        scalar.line,
        scalar.column,
        f"YAML reads `{lost}` as a comment and keeps {kept}",
        "put the whole text in quotation marks, or write a space after the `#` of a comment",
    )


def split(before: ScalarNode, after: ScalarNode, between: str, *, decimals: bool) -> Iterator[Mistake]:
    """Two neighbouring items of a flow list that were one number; `between` is the text between them.

    With `decimals`, as in a list of phrases, a comma between two digits is enough: `3,5` cannot be two ids there.
    """
    if between != "," or not (before.plain and after.plain) or not before.text or not after.text:
        return
    if not (_is_group(before.text, after.text) or (decimals and before.text[-1].isdigit() and after.text[0].isdigit())):
        return
    whole = printable(f"{before.text},{after.text}", 80)
    advice = f'write "{whole}" in quotation marks, or a space after each comma if several items are meant'
    yield mistake(before.line, before.column, f"YAML splits `{whole}` at its comma", advice)


def swallowed(scalar: ScalarNode, following: list[str]) -> Iterator[Mistake]:
    """Lines of a plain scalar that were hardly meant as part of it; `following` are the lines after its first."""
    for distance, raw in enumerate(following, 1):
        if re.match(_SWALLOWED, raw):
            line = scalar.line + distance
            column = len(raw) - len(raw.lstrip()) + 1
            message = f"YAML reads this line as the rest of the text that begins on line {scalar.line}"
            yield mistake(line, column, message, _ALIGN)


def missing_dash(key: ScalarNode, column: int, raw: str) -> Mistake:
    """A key that occurs twice because the dash of a new item is missing; `column` is that of the list's dashes."""
    spaces = " " * (key.column - column - 1)
    shown = f"{' ' * (column - 1)}-{spaces}{printable(raw[key.column - 1 :].rstrip(), 160)}"
    name = printable(key.text, 60)
    message = f"a new item of the list begins here, but its `-` is missing: the item above has `{name}` already"
    return mistake(key.line, key.column, message, f"write `{shown}`, its dash below the one above")


def _is_group(before: str, after: str) -> bool:
    return re.search(_GROUP_BEFORE, before[-4:]) is not None and re.match(_GROUP_AFTER, after) is not None


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEPTH = 32
_LINE_END = re.compile(r"\r\n|\r|\n")
# Characters that YAML 1.1 refuses (c-printable, production 1), line ends that only YAML knows (NEL, LS, PS), and a
# byte-order mark after the start of the file, which parsers read differently.
_UNWANTED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
# How many characters of a number that YAML split are joined again.
_SHOWN = 200
# A syntax error after a mistake that begins like this has another cause.
_OF_KEYS = ("duplicate key", "a new item")


class Stop(Exception):  # noqa: N818 -- no error of the program: the file cannot be read further
    """The file cannot be read after this mistake."""

    def __init__(self, mistake: Mistake) -> None:
        """Keep the mistake."""
        super().__init__(mistake.message)
        self.mistake = mistake


class _Open:
    """An open list or mapping; `key` waits for its value, and `facts` marks a list of facts."""

    def __init__(self, node: Any, *, mapping: bool, facts: bool) -> None:
        self.node = node
        self.mapping = mapping
        self.facts = facts
        self.key: ScalarNode | None = None
        self.duplicate = False
        self.last_end = (0, 0)


class _Composer:
    """The state of one reading: lines, open nodes, mistakes so far, and the place of the last quoted text."""

    def __init__(self, lines: list[str], *, may_cut: bool) -> None:
        self.lines = [*lines, ""]  # libyaml ends a file without a last line feed one line below
        self.may_cut = may_cut
        self.mistakes: list[Mistake] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.quoted: tuple[Any, Any] | None = None


def compose(text: str, loader: Any = _LOADER) -> tuple[Node | None, list[Mistake]]:
    """The node of a text, None if it is empty, and the mistakes in its YAML, in their order.

    If the text is not YAML, there is one mistake, which says why. `loader` is the class of PyYAML that parses it.
    """
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    # Unwanted characters are not printable, and the pattern takes long to compile.
    if not all(map(str.isprintable, lines)) and (found := re.search(_UNWANTED, text)):
        from factspec.specs.yaml_slips import unwanted

        return None, [unwanted(text, found.start())]
    composer = _Composer(lines, may_cut=may_cut(text))
    try:
        _read(composer, loader(text))
    except Stop as stop:
        return composer.root, [*composer.mistakes, stop.mistake]
    except yaml.YAMLError as error:
        from factspec.specs.yaml_slips import explain

        cut = _first_cut(composer.mistakes)
        return None, [cut or explain(error, lines, composer.quoted)]
    return composer.root, composer.mistakes


def _read(composer: _Composer, loader: Any) -> None:
    # The same as yaml.parse, without its second call for each event.
    try:
        while (event := loader.get_event()) is not None:
            if handle := _HANDLERS.get(type(event)):
                handle(composer, event)
            if len(composer.mistakes) > MOST_MISTAKES:
                composer.root = None
                raise Stop(composer.mistakes.pop())
    finally:
        loader.dispose()


def _first_cut(mistakes: list[Mistake]) -> Mistake | None:
    """The mistake that explains the syntax error after it: a cut text, or an alias, anchor or tag."""
    return mistakes[-1] if mistakes and not mistakes[-1].message.startswith(_OF_KEYS) else None


def _begin(composer: _Composer, event: Any) -> None:
    composer.documents += 1
    if composer.documents > 1:
        raise Stop(_mistake_at(event, "a second document begins here", "keep one spec in a file; remove the `---`"))


def _close(composer: _Composer, event: Any) -> None:
    closed = composer.stack.pop()
    if composer.stack:
        composer.stack[-1].last_end = (event.end_mark.line, event.end_mark.column)
    else:
        composer.root = closed.node


def _scalar(composer: _Composer, event: Any) -> None:
    start, end, style = event.start_mark, event.end_mark, event.style
    scalar = ScalarNode(event.value, start.line + 1, start.column + 1, not style)
    if event.anchor is not None or event.tag is not None:
        _refuse(composer, event)
    parent = composer.stack[-1] if composer.stack else None
    items = parent if parent and not parent.mapping else None
    if style in ("'", '"'):
        composer.quoted = (start, end)
    elif not style:
        if composer.may_cut or end.line > start.line:
            scalar = _check_cut(composer, scalar, end)
        if items and _check_split(composer, items, scalar, event):
            return
    _attach(composer, scalar)
    if items:
        items.last_end = (end.line, end.column)


def _check_cut(composer: _Composer, scalar: ScalarNode, end: Any) -> ScalarNode:
    """The scalar. If YAML cut all of it, it becomes `#`, so that it is not reported as missing too."""
    if end.line >= scalar.line:
        composer.mistakes.extend(swallowed(scalar, composer.lines[scalar.line : end.line + 1]))
    lost = list(cut(scalar, composer.lines[end.line], end.column))
    composer.mistakes.extend(lost)
    return scalar._replace(text="#") if lost and not scalar.text else scalar


def _check_split(composer: _Composer, parent: _Open, scalar: ScalarNode, event: Any) -> bool:
    """Whether a scalar is the rest of a number. The parts are then joined, so that they are not reported too."""
    before = parent.node.nodes[-1] if parent.node.nodes else None
    line, column = parent.last_end
    start, end = event.start_mark, event.end_mark
    if not isinstance(before, ScalarNode) or line != start.line or start.column - column != 1:
        return False
    for one in split(before, scalar, composer.lines[line][column], decimals=parent.facts):
        if composer.mistakes and composer.mistakes[-1][:2] == one[:2]:
            composer.mistakes.pop()  # it was about the first comma only
        composer.mistakes.append(one)
        parent.node.nodes[-1] = before._replace(text=f"{before.text},{scalar.text}"[:_SHOWN])
        parent.last_end = (end.line, end.column)
        return True
    return False


def _open(composer: _Composer, event: Any) -> None:
    if event.anchor is not None or event.tag is not None:
        _refuse(composer, event)
    if len(composer.stack) >= _DEPTH:
        composer.root = None  # half a spec would only add mistakes
        message = f"the spec is nested deeper than {_DEPTH} levels here"
        raise Stop(_mistake_at(event, message, "a spec needs at most six; look for a bracket that is never closed"))
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    mapping = isinstance(event, yaml.MappingStartEvent)
    flow = bool(event.flow_style)
    node: Node = MappingNode({}, line, column, flow) if mapping else SequenceNode([], line, column, flow)
    parent = composer.stack[-1] if composer.stack else None
    facts = parent is not None and parent.key is not None and parent.key.text == "facts"
    _attach(composer, node)
    composer.stack.append(_Open(node, mapping=mapping, facts=facts))


def _attach(composer: _Composer, node: Node) -> None:
    if not composer.stack:
        composer.root = node
        return
    parent = composer.stack[-1]
    if not parent.mapping:
        parent.node.nodes.append(node)
    elif parent.key is None:
        _take_key(composer, parent, node)
    else:
        if not parent.duplicate:
            parent.node.entries[parent.key.text] = Entry(parent.key, node)
        parent.key = None


def _take_key(composer: _Composer, parent: _Open, node: Node) -> None:
    entries = parent.node.entries
    if not isinstance(node, ScalarNode):
        kind = "list" if isinstance(node, SequenceNode) else "mapping"
        wrong_key = mistake(node.line, node.column, f"a {kind} is used as a key", "write a key of plain text")
        composer.mistakes.append(wrong_key)
        parent.key, parent.duplicate = ScalarNode("", node.line, node.column, plain=True), True
        return
    parent.key, parent.duplicate = node, node.text in entries
    if parent.duplicate and _begins_item(composer, parent, node):
        composer.mistakes.append(_new_item(composer, parent, node))
    elif parent.duplicate:
        first = entries[node.text].key.line
        message = f"duplicate key `{printable(node.text, 60)}`: it is already on line {first}"
        composer.mistakes.append(mistake(node.line, node.column, message, "keep one of the two"))


def _begins_item(composer: _Composer, parent: _Open, key: ScalarNode) -> bool:
    """Whether a key that occurs twice begins a new item of the list without its dash."""
    first = key.text in ("id", next(iter(parent.node.entries)))
    return first and not parent.node.flow and len(composer.stack) > 1 and not composer.stack[-2].mapping


def _new_item(composer: _Composer, parent: _Open, key: ScalarNode) -> Mistake:
    """The mistake of a missing dash; the keys that follow become an item of their own."""
    above = composer.stack[-2]
    parent.node, parent.duplicate = MappingNode({}, key.line, key.column, flow=False), False
    above.node.nodes.append(parent.node)
    return missing_dash(key, above.node.column, composer.lines[key.line - 1])


def _alias(composer: _Composer, event: Any) -> None:
    name = printable(event.anchor, 60)
    message = f"`*{name}` is a YAML alias, which a spec does not use"
    composer.mistakes.append(_mistake_at(event, message, "put text that begins with `*` in quotation marks"))
    _attach(
        composer, ScalarNode(f"*{event.anchor}", event.start_mark.line + 1, event.start_mark.column + 1, plain=False)
    )


def _refuse(composer: _Composer, event: Any) -> None:
    if event.anchor is not None:
        message = f"`&{printable(event.anchor, 60)}` is a YAML anchor, which a spec does not use"
        composer.mistakes.append(_mistake_at(event, message, "put text that begins with `&` in quotation marks"))
    if event.tag is not None:
        message = f"`{printable(event.tag, 60)}` is a YAML tag, which a spec does not use"
        composer.mistakes.append(_mistake_at(event, message, "put text that begins with `!` in quotation marks"))


def _mistake_at(event: Any, message: str, advice: str) -> Mistake:
    return mistake(event.start_mark.line + 1, event.start_mark.column + 1, message, advice)


_HANDLERS: dict[type, Callable[[_Composer, Any], None]] = {
    yaml.AliasEvent: _alias,
    yaml.DocumentStartEvent: _begin,
    yaml.MappingEndEvent: _close,
    yaml.MappingStartEvent: _open,
    yaml.ScalarEvent: _scalar,
    yaml.SequenceEndEvent: _close,
    yaml.SequenceStartEvent: _open,
}
