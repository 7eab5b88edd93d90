"""What the style sheets that are written into a page hide, after the cascade of CSS (w3.org/TR/css-cascade-4).

Read are `display` and `content-visibility` in rules for a tag, a class or an id; what has `visibility: hidden`, an
element inside it may show again. Only what no rule of the page could show again is hidden: where a stronger one does so
on a narrow screen, under the pointer, inside another element or together with another class, a reader may see it.
Linked sheets are not followed, and nothing is said of rules in layers, which weaker rules outside may undo.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from factspec.articles.html.markup import Tag, Text, attributes

_HIDDEN = {
    "display": frozenset({"none"}),
    "content-visibility": frozenset({"hidden"}),
}
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
# Strings may hold braces; nothing that is read here is a string.
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?", re.DOTALL)
_PIECE = re.compile(r"([^{};]*+)([{};]|\Z)")
_GROUP = re.compile(r"@(?:media|supports|container|layer|scope|starting-style)\b", re.IGNORECASE)
# Groups that hold for everybody who looks at the page on a screen.
_ALWAYS = re.compile(r"(?:@media\s*)?(?:(?:only\s+)?(?:screen|all))?", re.IGNORECASE | re.DOTALL)
_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\.)++"
_PLAIN = re.compile(rf"(?:\*|{_NAME})?(?:[.#]{_NAME})*+")
_NAMED = re.compile(rf"[.#]?{_NAME}|\*")
# Made by the sheet, not by the page: hiding or showing such a part says nothing of the element.
_MADE = re.compile(r"::|:(?:before|after|first-line|first-letter)\b", re.IGNORECASE)
_PSEUDO = re.compile(r"(?<!\\):[\w-]+(?:\([^()]*\))?|\[[^\[\]]*\]")
_COMBINING = re.compile(r"[\s>+~]+")
# Sheets name a class in a few kinds of rules. Of one in more, which a page might be made of, nothing is said: each
# element of it would take its time.
_MOST = 200
# Nor of a page with so many rules, which none has that people read.
_LONGEST = 50_000


class _Strength(NamedTuple):
    """What decides between two declarations of one property: the greater holds."""

    important: bool
    ids: int
    classes: int
    tags: int
    place: int


class _Rule(NamedTuple):
    """One declaration for the elements of a selector.

    `names` are the tag, the `.class` and the `#id` that its last part asks for; `plain` says that it asks for nothing
    else and holds always.
    """

    property: str
    names: frozenset[str]
    hides: bool
    plain: bool
    strength: _Strength


class _Block(NamedTuple):
    """A block of a sheet that is open: its selectors, none for a group, its declarations, and whether it holds always.

    What stands in one that is not `read` are no rules: `@keyframes`, `@font-face`.
    """

    selectors: tuple[str, ...]
    declared: list[str]
    always: bool
    read: bool = True


class Stylesheet:
    """The rules of a page's own sheets that hide or show."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        """Order the rules by what they declare and the names that they ask for; of like ones the strongest holds."""
        like: dict[tuple[str, frozenset[str], bool, bool], _Rule] = {}
        for rule in rules:
            kept = like.setdefault(rule[:4], rule)
            if rule.strength > kept.strength:
                like[rule[:4]] = rule
        self._rules: dict[str, dict[str, list[_Rule]]] = {name: {} for name in _HIDDEN}
        for rule in like.values():
            for name in rule.names:
                self._rules[rule.property].setdefault(name, []).append(rule)
        self._names = frozenset(name for named in self._rules.values() for name in named)
        self._known: dict[frozenset[str], tuple[_Rule, ...]] = {}

    def hides(self, tag: Tag, found: Mapping[str, str]) -> bool:
        """Whether an element with these attributes is out of sight, whatever its style attribute hides.

        A whole page that is hidden until a script has run is none that nobody sees.
        """
        if tag.name in {"html", "body"}:
            return False
        names = {"*", tag.name, *(f".{name}" for name in found.get("class", "").split()), f"#{found.get('id', '')}"}
        own = self._names & names
        if own not in self._known:
            self._known[own] = tuple(self._hiding(own))
        style = found.get("style", "").lower()
        return any(rule.strength.important or rule.property not in style for rule in self._known[own])

    def _hiding(self, own: frozenset[str]) -> Iterator[_Rule]:
        """The rules, one a property, that hide an element of these names."""
        for named in self._rules.values():
            near = [named[name] for name in own if name in named]
            if all(len(rules) <= _MOST for rules in near):
                about = list(dict.fromkeys(rule for rules in near for rule in rules))
                holding = [rule for rule in about if rule.plain and rule.names <= own]
                strongest = max(holding, key=attrgetter("strength"), default=None)
                if strongest and strongest.hides and not any(_may_show(rule, strongest, own) for rule in about):
                    yield strongest


def _may_show(rule: _Rule, hiding: _Rule, own: frozenset[str]) -> bool:
    stronger = not rule.hides and rule.strength > hiding.strength
    return stronger and (rule.names <= own or bool(rule.names & hiding.names))


def stylesheet(source: str, tokens: Iterable[Tag | Text]) -> Stylesheet:
    """The sheet that the `<style>` elements of a page make together."""
    rules: list[_Rule] = []
    for css, always in _sheets(source, tokens):
        rules.extend(islice(_rules(css, always=always, place=len(rules)), _LONGEST))
    return Stylesheet(rules if len(rules) < _LONGEST else ())


def _sheets(source: str, tokens: Iterable[Tag | Text]) -> Iterator[tuple[str, bool]]:
    """The texts of sheets, and whether they hold for every reader on a screen."""
    before: Tag | Text | None = None
    idle = 0
    for token in tokens:
        if isinstance(token, Tag) and token.name in {"noscript", "template"}:
            idle += -1 if token.is_end else 1
        if isinstance(token, Text) and token.raw and isinstance(before, Tag) and before.name == "style":
            found = attributes(source, before)
            read = idle <= 0 and found.get("type", "").strip().lower() in {"", "text/css"}
            always = _ALWAYS.fullmatch(found.get("media", "").strip()) is not None
            yield source[token.start : token.end], read and always
        before = token


def _rules(css: str, *, always: bool, place: int) -> Iterator[_Rule]:
    blocks = [_Block((), [], always)]
    bare = _STRING.sub("", _COMMENT.sub("", css))
    # The end of a sheet ends every block.
    for piece in _PIECE.finditer(bare + "}" * bare.count("{")):
        text, sign = piece[1].strip(), piece[2]
        if sign == "{":
            inner = _opened(text, blocks[-1])
            # What a block holds inside it may show again what it hides.
            blocks[-1] = blocks[-1]._replace(always=blocks[-1].always and not blocks[-1].selectors)
            blocks.append(inner)
            continue
        blocks[-1].declared.append(text)
        if sign == "}" and len(blocks) > 1:
            for rule in _made(blocks.pop(), place):
                yield rule
                place += 1


def _opened(text: str, outer: _Block) -> _Block:
    if not outer.read:
        return outer
    if text.startswith("@"):
        always = outer.always and _ALWAYS.fullmatch(text) is not None
        return _Block(outer.selectors, [], always, read=_GROUP.match(text) is not None)
    # A rule inside another's block is about elements inside those of the other.
    return _Block(tuple(text.split(",")), [], outer.always and not outer.selectors)


def _made(block: _Block, place: int) -> Iterator[_Rule]:
    # Of one property the last declaration holds, and before it an important one.
    holding = {(one[0], one[2]): one for text in block.declared for one in _declarations(text)}
    watched = tuple(holding.values())
    for selector in block.selectors if watched else ():
        text = selector.strip()
        last = _COMBINING.split(_PSEUDO.sub("", text))[-1]
        names = frozenset(_plainly(name) for name in _NAMED.findall(last))
        if names and not _MADE.search(text):
            plain = block.always and _PLAIN.fullmatch(text) is not None
            for name, hides, important in watched:
                yield _Rule(name, names, hides, plain, _strength(text, important=important, place=place))
                place += 1


def _declarations(text: str) -> Iterator[tuple[str, bool, bool]]:
    """The properties of those read here that a declaration sets, whether its value hides, whether it is important."""
    name, _, value = text.partition(":")
    name, value = name.strip().lower(), value.lower()
    value, _, flag = value.partition("!")
    for one in _HIDDEN if name == "all" else {name} & _HIDDEN.keys():
        yield one, value.strip() in _HIDDEN[one], flag.strip() == "important"


def _strength(selector: str, *, important: bool, place: int) -> _Strength:
    names = _NAMED.findall(_PSEUDO.sub("", selector))
    ids = sum(name.startswith("#") for name in names)
    classes = sum(name.startswith(".") for name in names)
    tags = len(names) - ids - classes - names.count("*")
    return _Strength(important, ids, classes + len(_PSEUDO.findall(selector)), tags, place)


def _plainly(name: str) -> str:
    """A name without escapes; a tag in lower case."""
    return re.sub(r"\\(.)", r"\1", name) if name[0] in ".#" else name.lower()
