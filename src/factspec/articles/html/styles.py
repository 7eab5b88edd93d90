"""Find the styling of a page that may make its article look different from what was read. Nothing is evaluated.

A rule of a sheet counts only if its selector could match an element of the article or around it. Only names are
compared: a rule for `.menu` does not concern an article in which no element has that class.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factspec.articles.draft import Skipped, Styling
from factspec.articles.html.css import (
    Compound,
    Declaration,
    attribute_declarations,
    compounds_of,
    is_for_screens,
    selector_list,
    sheet_declarations,
)
from factspec.articles.html.harmless import FIRST_LETTER, Variables, in_hex, is_ground, is_harmless, is_unseen_color
from factspec.articles.html.markup import Tag, attribute_range
from factspec.language.places import Span

# Declarations that load something, and the names by which they are counted.
_LOADED = {"@import": "style sheet", "@font-face": "font"}
# What has every element of a page in it.
_ROOTS = ("html", "body")
_COLORS = frozenset({"color", "background", "background-color"})
_LONGEST_SHOWN = 60


class _Inline(NamedTuple):
    """A style attribute: its text, the start tag it is in, and the tags that it concerns."""

    style: str
    tag: Tag
    tags: frozenset[str]
    on_ground: bool


@dataclass(slots=True)
class Styles:
    """The styles of a page, collected while it is read.

    `inside` has for each tag, `.class` and `#id` of the article and around it the tags of the elements that have it;
    None if the page around the article is not known, as in Markdown. `names` are those of the whole page. `has_ground`
    says that something outside the sheets may give an element a background.
    """

    source: str
    inside: dict[str, set[str]] | None = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    inline: list[_Inline] = field(default_factory=list)
    sheets: list[Span] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    has_ground: bool = False
    _by_selectors: dict[str, frozenset[str]] = field(default_factory=dict)
    _everything: set[str] | None = None

    def note_element(self, names: Iterable[str], tags: Iterable[str]) -> None:
        """Note the names of an element of the article, its tag, and whether it is struck out or not shown."""
        if self.inside is not None:
            for name in names:
                self.inside.setdefault(name, set()).update(tags)

    def note_style(self, style: str, tag: Tag, tags: frozenset[str], *, on_ground: bool) -> None:
        """Note a style attribute that concerns text of the article."""
        self.inline.append(_Inline(style, tag, tags, on_ground))

    def stylings(self) -> Iterator[Styling]:
        """The declarations that are in doubt, in any order; files that sheets load are added to `skipped`."""
        for tag in _ROOTS:  # around every page, also where a browser must add them
            self.note_element((tag,), (tag,))
        variables = Variables()
        sheets = [(span, list(sheet_declarations(self.source[span.start : span.end]))) for span in self.sheets]
        inline = {one.style: tuple(attribute_declarations(one.style)) for one in self.inline}
        for declarations in (*(found for _, found in sheets), *inline.values()):
            for declaration in declarations:
                if declaration.name.startswith("--"):
                    variables.add(declaration)
        colors = Colors(on_ground=self._may_be_on_ground([one for _, found in sheets for one in found]))
        for span, found in sheets:
            yield from self._of_sheet(span.start, found, variables)
            for block in _blocks(found):
                colors.add(block, self._concerned(block[0].selectors), span.start)
        for one in self.inline:
            colors.add(inline[one.style], one.tags, -1)
        yield from (_styling(declaration, start) for declaration, start in colors.unseen())
        yield from self._of_attributes(inline, variables)

    def _may_be_on_ground(self, found: Iterable[Declaration]) -> bool:
        """Whether an element of the article or around it may have a background."""
        if self.has_ground or self.inside is None:
            return True
        return any(
            one.name == "@import"
            or (one.name.startswith("background") and is_ground(one.value) and self._concerned(one.selectors))
            for one in found
        )

    def _of_sheet(self, start: int, found: Sequence[Declaration], variables: Variables) -> Iterator[Styling]:
        for one in found:
            if one.name.startswith("@"):
                yield from self._loaded(start, one)
                continue
            tags = self._concerned(one.selectors)
            if tags and not is_harmless(one, tags, variables):
                yield _styling(one, start)
            elif tags and _has_picture(one):
                self.skipped.append(Skipped("background image", start + one.start, one.value))

    def _loaded(self, start: int, statement: Declaration) -> Iterator[Styling]:
        if statement.name in _LOADED:
            self.skipped.append(Skipped(_LOADED[statement.name], start + statement.start))
        else:
            yield _styling(statement, start)

    def _of_attributes(self, read: Mapping[str, Sequence[Declaration]], variables: Variables) -> Iterator[Styling]:
        judged: dict[tuple[str, frozenset[str], bool], list[Declaration]] = {}
        for style, tag, tags, on_ground in self.inline:
            key = (style, tags, on_ground)
            if key not in judged:
                doubtful = [one for one in read[style] if not is_harmless(one, tags, variables)]
                if is_unseen_color(read[style], on_ground=on_ground):
                    doubtful += [one for one in read[style] if one.name in _COLORS]
                judged[key] = doubtful
            pictures = (one for one in read[style] if _has_picture(one) and one not in judged[key])
            self.skipped += [Skipped("background image", tag.start, one.value) for one in pictures]
            if judged[key]:
                yield from _in_attribute(self.source, tag, style, judged[key])

    def _concerned(self, selectors: str) -> frozenset[str]:
        """The tags of the elements in or around the article that a list of selectors may match."""
        if selectors not in self._by_selectors:
            found: set[str] = set()
            for selector in selector_list(selectors):
                found |= self._possible(compounds_of(selector), selector)
            self._by_selectors[selectors] = frozenset(found)
        return self._by_selectors[selectors]

    def _possible(self, compounds: tuple[Compound, ...] | None, selector: str) -> set[str]:
        if re.search(r"::?first-letter\b", selector):
            return {FIRST_LETTER} if self._possible(compounds, "") else set()
        if self.inside is None:
            tags = {name for name in compounds[-1].names if name[0] not in ".#"} if compounds else set()
            return tags or {"?"}
        if compounds is None:
            return self.everything()
        for compound in compounds[:-1]:
            known = self.names if compound.sign in {"+", "~"} else self.inside
            if not all(name in known for name in compound.names if name != "*"):
                return set()
        subject = [self.inside.get(name, set()) for name in compounds[-1].names if name != "*"]
        return set.intersection(*map(set, subject)) if subject else self.everything()

    def everything(self) -> set[str]:
        """The tags of all elements of the article and around it."""
        if self._everything is None:
            self._everything = set().union(*(self.inside or {}).values())
        return self._everything


class Colors:
    """The colours and backgrounds of the rules of a page that concern the article."""

    def __init__(self, *, on_ground: bool) -> None:
        """Begin without rules; `on_ground` says that one of them may give white text a background."""
        self._on_ground = on_ground
        self._unseen: list[tuple[Declaration, int]] = []
        self._grounds: list[tuple[Declaration, int, frozenset[str]]] = []
        self._alone: dict[str, set[str]] = {}
        self._inherited: set[str] = set()

    def add(self, block: Sequence[Declaration], tags: frozenset[str], start: int) -> None:
        """Note the colours of a rule for elements with these tags; its sheet begins at `start`, -1 in an attribute."""
        color = next((one for one in block if one.name == "color"), None)
        grounds = [one for one in block if one.name in _COLORS - {"color"} and is_ground(one.value)]
        if not tags or (color is None and not grounds):
            return
        if color and not tags.isdisjoint(_ROOTS):
            self._inherited.add(in_hex(color.value))
        if start >= 0 and color and is_unseen_color(block, on_ground=self._on_ground):
            self._unseen.append((color, start))
        elif color and not grounds:
            self._alone.setdefault(in_hex(color.value), set()).update(tags)
        elif start >= 0 and not color:
            self._grounds += [(one, start, tags) for one in grounds]

    def unseen(self) -> Iterator[tuple[Declaration, int]]:
        """Yield colours that are those of their own background, and backgrounds that another rule has as its colour."""
        yield from self._unseen
        for one, start, tags in self._grounds:
            color = in_hex(one.value)
            if color in self._inherited or not tags.isdisjoint(self._alone.get(color, ())):
                yield one, start


def _blocks(found: Iterable[Declaration]) -> Iterator[list[Declaration]]:
    """The declarations of one rule after the other."""
    block: list[Declaration] = []
    for one in found:
        if block and block[-1].selectors != one.selectors:
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _has_picture(declaration: Declaration) -> bool:
    return "url(" in declaration.value and not declaration.name.startswith("--")


def _styling(declaration: Declaration, start: int) -> Styling:
    shown = f"{declaration.name}: {declaration.value}" if declaration.value else declaration.name
    shown = shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"
    doubt = f"`{shown}` may hide, show, change or move text"
    return Styling(start + declaration.start, start + declaration.end, doubt)


def _in_attribute(source: str, tag: Tag, style: str, doubtful: Iterable[Declaration]) -> Iterator[Styling]:
    """The places of declarations in a style attribute; the whole attribute if it contains entities."""
    written = attribute_range(source, tag, "style")
    exact = source[written.start : written.end] == style
    for one in doubtful:
        styling = _styling(one, written.start)
        yield styling if exact else styling._replace(start=written.start, end=written.end)


def is_hiding(style: str) -> bool:
    """Whether a style attribute does nothing but hide its element for certain: one clean `display: none`.

    Its other declarations do not matter, because nothing is shown. Escapes, comments and other brackets leave it in
    doubt.
    """
    plain = re.sub(r"\w+\([\w\s.,%#/-]*\)|\"[\w\s.,-]*\"|'[\w\s.,-]*'", "x", style)
    if re.search(r"[\\{}()\[\]\"'<]|/\*", plain):
        return False
    declared = list(attribute_declarations(plain))
    display = [one.value for one in declared if re.search(r"display|\ball\b|animation", one.name)]
    return display == ["none"] and all(re.fullmatch(r"-{0,2}[a-z][\w-]*", one.name, re.IGNORECASE) for one in declared)


def is_sheet(attributes: Mapping[str, str]) -> bool:
    """Whether a `style` element with these attributes is a style sheet for screens."""
    kind = attributes.get("type", "").strip().lower()
    return kind in {"", "text/css"} and is_for_screens(attributes.get("media", ""))


def is_linked_sheet(attributes: Mapping[str, str]) -> bool:
    """Whether a `link` element with these attributes loads a style sheet for screens."""
    named = attributes.get("rel", "").lower().split()
    loads = "stylesheet" in named or ("preload" in named and attributes.get("as", "").lower() == "style")
    return loads and is_for_screens(attributes.get("media", ""))
