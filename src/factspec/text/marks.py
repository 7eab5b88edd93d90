"""Quotation marks of a text: which characters are marks, and what each of them does where it stands.

An apostrophe, the feet and inches of a measure and an elision ('90s, ’tis, rock 'n' roll) are no marks.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from factspec.text.quotation import FAMILIES
from factspec.text.unspaced import is_unspaced


class Role(StrEnum):
    """What a mark does: it opens, it closes, or it closes what is open and opens where nothing is."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class Mark(NamedTuple):
    """A quotation mark: its offset, character, family (marks that close each other) and role.

    `sure` is false for a closing mark that may be an apostrophe or a unit ("the leaders' ties", `12"`), and for an
    opening one that may be anything (a straight mark between spaces, a single mark in mid-sentence).
    """

    at: int
    character: str
    family: str
    role: Role
    sure: bool


_RUN = re.compile("[" + "".join(FAMILIES) + "]+")
# A row of more marks than this is an ornament.
_LONGEST_RUN = 8
_STRAIGHT = frozenset("\"'\uff02")
# The mark that each character closes in at least one language's usage, German and Swedish ones included.
CLOSES = {
    "\u00bb": "\u00ab",
    "\u00ab": "\u00bb",
    "\u203a": "\u2039",
    "\u2039": "\u203a",
    "\u201c": "\u201e",
    "\u2018": "\u201a",
}
_ALWAYS = {
    **dict.fromkeys("\u201e\u201f\u201a\u201b\u300c\u300e", Role.OPENS),
    **dict.fromkeys("\u300d\u300f", Role.CLOSES),
}
_FACING = {  # what a mark does where its surroundings do not say the contrary
    **dict.fromkeys("\u201c\u2018\u00ab\u2039", Role.OPENS),
    **dict.fromkeys("\u201d\u2019\u00bb\u203a", Role.CLOSES),
}
_BEFORE_WORDS = frozenset("([{<\u2014\u2013-/=\u00a1\u00bf")
_AFTER_WORDS = frozenset(")]}>\u2014\u2013-/,.;:!?\u2026\u3002\uff0c\uff01\uff1f")
# Words that lose their first letters in English print, and decades; "’tis" and "'tis" alike.
_ELIDED = r"tis|twas|twere|twill|twould|em|til|till|nuff|nother|neath|fraid|scuse|cos|coz|bout"
_ELISION = re.compile(
    rf"(?:\d\ds|{_ELIDED}|cause(?= (?:he|she|it|they|we|you|i)\b)|n(?=['\u2019]))(?!\w)", re.IGNORECASE
)
_YEAR = re.compile(r"\d\d(?![\w%.,])(?! per\b)")
_HEIGHT = re.compile(r"\d['\u2019] ?\d{1,2}$")
_DROPPED_G = re.compile(r"\w\win$")


class _Context(NamedTuple):
    """What stands around a run of marks: the characters, and whether words can begin or end there."""

    before: str
    after: str
    begins: bool
    ends: bool


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of `text[start:end]`, in order; offsets count characters of the text."""
    for run in _RUN.finditer(text, start, end):
        if len(run[0]) > _LONGEST_RUN:
            continue
        around = _context(text, run.start(), run.end(), start, end)
        for at in range(run.start(), run.end()):
            mark = _mark(text, at, around, alone=len(run[0]) == 1, bounds=(start, end))
            if mark:
                yield mark


def _context(text: str, first: int, last: int, start: int, end: int) -> _Context:
    before = text[first - 1] if first > start else ""
    after = text[last] if last < end else ""
    begins = not before or before.isspace() or before in _BEFORE_WORDS
    ends = not after or after.isspace() or after in _AFTER_WORDS
    return _Context(before, after, begins, ends)


def _mark(text: str, at: int, around: _Context, *, alone: bool, bounds: tuple[int, int]) -> Mark | None:
    character = text[at]
    family = FAMILIES[character]
    if family == "single" and _is_apostrophe(text, at, around, alone, bounds):
        return None
    role = _role(character, around)
    if family == "double" and character in _STRAIGHT and around.before.isdecimal():
        role = Role.CLOSES  # a unit or the end of a quotation, never a beginning
    return Mark(at, character, family, role, _is_sure(text, at, role, family, around, bounds))


def _role(character: str, around: _Context) -> Role:
    if character in _ALWAYS:
        return _ALWAYS[character]
    if around.begins and not around.ends:
        return Role.OPENS
    if around.ends and not around.begins:
        return Role.CLOSES
    return _FACING.get(character, Role.EITHER)


def _is_apostrophe(text: str, at: int, around: _Context, alone: bool, bounds: tuple[int, int]) -> bool:
    character = text[at]
    if alone and _is_letter(around.before) and _is_letter(around.after):
        return character != "\u201a"
    if around.begins and around.ends and character == "'":
        return bool(around.before.isspace() or around.after.isspace())
    inside = text[max(at - 2, bounds[0]) : at]
    if inside[-1:] in ("n", "N") and inside[:1] in ("'", "\u2018", "\u2019"):
        return True  # the second of rock 'n' roll
    if not around.begins or around.ends:
        return False
    return character == "\u2019" or _is_elision(text, at, bounds)


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_unspaced(character)


def _is_elision(text: str, at: int, bounds: tuple[int, int]) -> bool:
    if _ELISION.match(text, at + 1, bounds[1]):
        return True
    introduced = text[max(at - 2, bounds[0]) : at].rstrip()[-1:] in ("", ",", ":", ".", "?", "!")
    return not introduced and bool(_YEAR.match(text, at + 1, bounds[1]))


def _is_sure(text: str, at: int, role: Role, family: str, around: _Context, bounds: tuple[int, int]) -> bool:
    if role is Role.EITHER:
        return not (around.begins and around.ends)
    if role is Role.OPENS:
        return family != "single" or (
            around.after.isupper() and text[max(at - 2, bounds[0]) : at].rstrip()[-1:] in ("", ",", ":")
        )
    if family == "single":
        return not (around.after.isspace() and _may_be_apostrophe(text, at, around, bounds))
    inches = text[at] in _STRAIGHT and around.before.isdecimal()
    return not inches or not (around.after.isspace() or _HEIGHT.search(text[max(at - 6, bounds[0]) : at]))


def _may_be_apostrophe(text: str, at: int, around: _Context, bounds: tuple[int, int]) -> bool:
    unit_or_plural = around.before in ("s", "S") or around.before.isdecimal()
    return unit_or_plural or bool(_DROPPED_G.search(text[max(at - 4, bounds[0]) : at]))
