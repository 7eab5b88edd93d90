"""Text of strangers made safe to print: the one module that every report passes quoted text through."""

import re
import unicodedata
from collections.abc import Iterator

_PATH_LIMIT = 4096
_LIMIT = 300
# Cc controls, Cf format characters (bidi, zero-width), Cs surrogates, Co private use, Cn unassigned, Zl/Zp separators.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# What else shows nothing: Default_Ignorable_Code_Point (DerivedCoreProperties.txt, Unicode 15) without category Cf.
_INVISIBLE = frozenset(
    map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0))
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_BLANK = frozenset("\n\t")
# `##[error]`, `##vso[…]` and `##teamcity[…]` are commands to a CI runner wherever they stand in a line.
_COMMAND = r"#(?=#\w*\[)"


def printable(text: str, limit: int = _LIMIT) -> str:
    """A text on one line, longer than `limit` characters cut with `…`.

    Line feeds and tabs become spaces. Control, bidi, zero-width and private characters are escaped, and so is what a
    CI runner takes for a command; to print it twice changes nothing.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if cut.isascii() and cut.isprintable() and "##" not in cut:
        return cut
    return "".join(pieces(cut))


def pieces(text: str) -> Iterator[str]:
    """What is printed for each character of a text, in order; empty for the first of CR LF."""
    commands = {found.start() for found in re.finditer(_COMMAND, text)}
    for at, character in enumerate(text):
        if character in _BLANK:
            yield " "
        elif character == "\r" and text[at + 1 : at + 2] == "\n":
            yield ""
        elif at in commands or _is_unsafe(character):
            yield _escape(ord(character))
        else:
            yield character


def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in _ESCAPED or character in _INVISIBLE


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def printable_path(path: str) -> str:
    """A path made printable, behind `./` where it begins with a colon: `::` at a line's head is a command to a CI."""
    shown = printable(path, _PATH_LIMIT)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown
