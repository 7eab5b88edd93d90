"""Style sheets and style attributes as declarations with their places; CSS is not evaluated.

The grammar is that of "CSS Syntax Module Level 3" as far as strings, comments, blocks and declarations need it. Badly
written declarations stay as they are, so no table of harmless declarations contains them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENT_OR_STRING = re.compile(
    r"/\*.*?(?:\*/|\Z)|<!--|-->|\\(?:[0-9a-fA-F]{1,6}|\r\n|.)"
    r"|\"(?:[^\"\\\n\r\f]|\\(?:\r\n|.|\Z))*+\"?|'(?:[^'\\\n\r\f]|\\(?:\r\n|.|\Z))*+'?"
    r"|(?i:url)\(\s*+(?![\"'])(?:[^)\\]|\\(?:.|\Z))*+\)?",
    re.DOTALL,
)
_PIECE = re.compile(r"([^{};]*+)([{};]|\Z)")
_SPACE = " \t\n\r\f"
_IMPORTANT = re.compile(r"\s*+!\s*+important\s*+\Z", re.IGNORECASE)
# Blocks of rules, and blocks without rules for elements.
_GROUP = re.compile(r"@(?:media|supports|container|layer|scope|starting-style)\b", re.IGNORECASE)
_INERT = re.compile(
    r"@(?:keyframes|-webkit-keyframes|-moz-keyframes|-o-keyframes|page|font-feature-values|-ms-viewport|viewport|font-palette-values|counter-style)\b",
    re.IGNORECASE,
)
# Media that are only paper or voice.
_NOT_ON_SCREEN = re.compile(r"(?:@media\s+)?(?:only\s+)?(?:print|speech)(?:\s+and\s+[^,]*)?", re.IGNORECASE)
# An escape inside a name before a bracket could spell `url(`, in which neither comments nor strings are such.
_SPELLED = re.compile(r"\\[^\s()\"'{};:,]{0,30}+\(")


class Declaration(NamedTuple):
    """A property in lower case and its value, the range it was written in, and the selectors of its rule.

    The value is in lower case; in one that contains a comment each character of a string is `_`. In a style attribute
    there are no selectors. A statement that is not read has the name of its at-rule, such as `@import`.
    """

    name: str
    value: str
    start: int
    end: int
    selectors: str = ""


def is_for_screens(media: str) -> bool:
    """Whether a list of media includes screens."""
    return _NOT_ON_SCREEN.fullmatch(media.strip()) is None


def attribute_declarations(style: str) -> Iterator[Declaration]:
    """The declarations of a style attribute, in order."""
    start = 0
    for part in _bare(style).split(";"):
        if part.strip():
            yield _declaration(style, part, start)
        start += len(part) + 1


def sheet_declarations(css: str) -> Iterator[Declaration]:
    """The declarations of a sheet and its statements, in order; those for paper alone are left out."""
    bare = _bare(css)
    for spelled in _SPELLED.finditer(bare):
        yield Declaration("@escape", "", *spelled.span())
    # For each open block its selectors; None if it is not read.
    blocks: list[str | None] = [""]
    for piece in _PIECE.finditer(bare):
        text, sign = piece[1], piece[2]
        if sign == "{":
            yield from _statement(text, piece.start())
            blocks.append(_opened(text.strip(_SPACE), blocks[-1]))
            continue
        selectors = blocks[-1]
        if text.strip() and selectors is not None:
            yield from _declared(css, text, piece.start(), selectors)
        if sign == "}" and len(blocks) > 1:
            blocks.pop()


def _declared(css: str, text: str, start: int, selectors: str) -> Iterator[Declaration]:
    if text.lstrip().startswith("@"):
        yield from _statement(text, start)
    elif selectors:
        yield _declaration(css, text, start)._replace(selectors=selectors)


def _statement(text: str, start: int) -> Iterator[Declaration]:
    """An at-rule that loads something or is not known."""
    written = text.strip()
    name = written.split(None, 1)[0].lower() if written.startswith("@") else ""
    known = name in {"@charset", "@namespace"} or _GROUP.match(written) or _INERT.match(written)
    if name and not known:
        first = start + len(text) - len(text.lstrip())
        yield Declaration(re.split(r"[(\"';]", name)[0], "", first, first + len(written))


def _opened(prelude: str, outer: str | None) -> str | None:
    """The selectors that apply in a block; None if it is not read."""
    if outer is None or (prelude.startswith("@") and not _GROUP.match(prelude)) or _NOT_ON_SCREEN.fullmatch(prelude):
        return None
    if prelude[:6].lower() == "@scope":
        return "*"
    # A nested selector that refers to the outer one matches whatever that matches.
    return outer if prelude.startswith("@") else prelude.replace("&", "*") if outer else prelude


def _declaration(css: str, bare: str, start: int) -> Declaration:
    first = start + len(bare) - len(bare.lstrip())
    end = first + len(bare.strip())
    written = css[first:end]
    name, _, value = (bare.strip() if "/*" in written else written).partition(":")
    plain = " ".join(_IMPORTANT.sub("", value).split())
    custom = name.strip().startswith("--")
    return Declaration(name.strip() if custom else name.strip().lower(), plain.lower(), first, end)


def _bare(css: str) -> str:
    """A text of the same length with spaces for comments and `_` inside strings and addresses."""
    return _COMMENT_OR_STRING.sub(_masked, css)


def _masked(found: re.Match[str]) -> str:
    text = found[0]
    if text[0] == "\\":
        return re.sub(r"[{};,\"']", "_", text)
    if text[0] in "/<-":
        return re.sub(r"[^\n\r]", " ", text)
    if text[0] in "\"'":
        return text[0] + "_" * (len(text) - 2) + text[-1] if len(text) > 1 else text
    return text[:4] + "_" * (len(text) - 4)


# The elements that a selector may match: the names in its compounds, without its other conditions.


_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}[ \t\n\r\f]?|\\[^\n\r\f0-9a-fA-F])++"
_COMPOUND = re.compile(rf"(?:\*|{_NAME})?(?:[.#]{_NAME}|::?(?:{_NAME}))*+")
_NAMED = re.compile(rf"[.#]?{_NAME}")
# An escape that ends with a space, which is not a combinator.
_SPACED = re.compile(r"\\[0-9a-fA-F]{1,6}\s")
_PSEUDO = re.compile(rf"::?{_NAME}")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\r\f]?|(.))", re.DOTALL)
_ARGUMENTS = re.compile(r"\([^()]*\)")
_TESTS = re.compile(r"\[[^\[\]]*\]")
_COMBINATOR = re.compile(r"[ \t\n\r\f]*([>+~ \t\n\r\f])[ \t\n\r\f]*")
_DEEPEST = 4


class Compound(NamedTuple):
    """One compound of a selector: the names it asks for in lower case, and the sign between it and the next one."""

    names: frozenset[str]
    sign: str


def selector_list(selectors: str) -> list[str]:
    """The selectors of a list, without the arguments of pseudo-classes."""
    if "\\," in selectors or _SPACED.search(selectors):
        return ["\\"]
    for _ in range(_DEEPEST):
        selectors = _ARGUMENTS.sub("", selectors)
    return selectors.split(",")


def compounds_of(selector: str) -> tuple[Compound, ...] | None:
    """The compounds of one selector in order, the last of them the subject; None if it is not understood."""
    plain = _TESTS.sub("", selector).strip(f"{_SPACE}>+~")
    pieces = _COMBINATOR.split(plain)
    found = []
    for compound, sign in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if not _COMPOUND.fullmatch(compound):
            return None
        named = _NAMED.findall(_PSEUDO.sub("", re.sub(r"\A:root\b", "html", compound)))
        found.append(Compound(frozenset(_plainly(name) for name in named), sign.strip()))
    return tuple(found)


def _plainly(name: str) -> str:
    return _ESCAPE.sub(lambda found: _character(found[1]) if found[1] else found[2], name).lower()


def _character(digits: str) -> str:
    code = int(digits, 16)
    return chr(code) if 0 < code < 0x110000 else "\ufffd"
