"""Text that looks like a citation but is not one: notes in brackets, "(Source 2)", numbers attached to words."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple


class MarkerLike(NamedTuple):
    """A place that looks like a marker, as offsets of the text, and what it is."""

    start: int
    end: int
    what: str


_NEEDED = r"(?:citations?|sources?|references?|verification|attribution|clarification|links?)"
_NOTE = re.compile(
    rf"""[\[(]\s?(?:
        (?:(?:better|non-primary|additional|full)\ )?{_NEEDED}\ (?:(?:is|are)\ )?
            (?:needed|required|missing|pending|to\ come)
        | (?:needs?|add|insert|missing)\ (?:an?\ |the\ )?{_NEEDED}(?:\ here)?
        | (?:who|when|where|which|source|citation|ref|by\ whom|according\ to\ whom)\?
        | citation | cite | ref | failed\ verification | dubious(?:\ [–-]\ discuss)? | original\ research\??
        | not\ in\ (?:the\ )?(?:citation|source) | unreliable\ source\??
        )\s?[\])]""",
    re.VERBOSE | re.IGNORECASE,
)
# "(source)" and "(ref)" in round brackets are words of a sentence; a question in them may be one.
_ROUND_IS_TEXT = re.compile(r"\((?:\s?(?:citation|cite|ref|who\?|when\?|where\?|which\?)\s?)\)", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:\s?(?:,|;|-|–|&|and)\s?\d{1,3}){0,8}"
_SOURCE = re.compile(
    r"[\[(](?:see |cf\. )?(?:sources?|refs?\.?|references?|citations?|footnotes?|endnotes?|cite)[\s:#]{1,2}"
    rf"{_NUMBER}[\])]",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?<![^\W\d_])(?<![\w./@#:=&%~\\-])(?P<word>[a-z]{3,24})(?P<sign>[.,;!?]?[\"”’)]?)"
    r"(?P<number>\d{1,2}(?:[,–-]\d{1,2}){0,4})(?=[\s\"”’).,;:!?]|\Z)(?![.,:]\w)",
)
_RAISED = re.compile(r"(?P<word>[a-z]{3,24})[.,;:!?]?[\"”’)]?[¹²³⁰⁴-⁹]{1,3}")
_RAISED_DIGITS = re.compile("[¹²³⁰⁴-⁹]+")
_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]+(?![\d_])")
_CLOSING = '.,;:!?"”’)'
# Abbreviations before a number, as references write them (page, volume, figure, months …).
_BEFORE_NUMBER = frozenset(
    """nos vol vols fig figs art arts sec secs pars par para paras chap chaps approx max min est abt circa ext tel
    jan feb mar apr may jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ver vers eq eqs ref refs tab app cap cl reg regs sched col cols lit ser sup supp ed eds""".split()
)
# Words for units of length and area, whose raised 2 or 3 is a power.
_UNITS = frozenset(
    """metre metres meter meters mile miles foot feet inch inches yard yards sec secs kilometre kilometres kilometer
    kilometers centimetre centimetres centimeter centimeters millimetre millimetres millimeter millimeters sqm
    cos sin tan log exp""".split()
)


def marker_like(text: str, *, raised: bool, uncited: Collection[str]) -> Iterator[MarkerLike]:
    """Yield what looks like a marker in a text; `raised` includes raised digits after words.

    `uncited` are the labels of sources that no marker names.
    """
    if "[" in text or "(" in text:
        for match in _NOTE.finditer(text):
            if not _ROUND_IS_TEXT.fullmatch(match[0]):
                yield MarkerLike(match.start(), match.end(), f"'{match[0]}' is a note to the writer")
        for match in _SOURCE.finditer(text):
            yield MarkerLike(match.start(), match.end(), f"'{match[0]}' names a source in words instead of a marker")
    yield from _glued(text, uncited)
    if raised and not text.isascii():
        yield from _raised(text)


def _glued(text: str, uncited: Collection[str]) -> Iterator[MarkerLike]:
    """Yield numbers attached to words.

    Names and terms are written with a number (`bzip2`). Directly after a word it counts if it is the label of a source
    that no marker cites, and the word is also there without a number. A word with several numbers, or with one number
    several times, is a name.
    """
    found = list(_candidates(text))
    times = Counter(match["word"] for match in found if not match["sign"])
    words = set(map(str.lower, _WORD.findall(text))) if uncited and times else set()
    for match in found:
        number, word = re.split(r"\D", match["number"], maxsplit=1)[0], match["word"]
        if match["sign"] or (number in uncited and word in words and times[word] == 1):
            yield MarkerLike(match.start(), match.end(), f"'{match[0]}' is a number attached to a word")


def _candidates(text: str) -> Iterator[re.Match[str]]:
    for match in _DIGITS.finditer(text):
        found = _GLUED.match(text, _word_start(text, match.start())) if _after_word(text, match.start()) else None
        if found and found.end("number") > match.start() and not _belongs(found):
            yield found


def _raised(text: str) -> Iterator[MarkerLike]:
    for match in _RAISED_DIGITS.finditer(text):
        start = _word_start(text, match.start())
        found = _RAISED.fullmatch(text, start, match.end()) if _after_word(text, match.start()) else None
        if found and found["word"] not in _UNITS and not text[match.end() : match.end() + 1].isalnum():
            yield MarkerLike(start, match.end(), f"'{found[0]}' ends in a raised number that is not a marker")


def _after_word(text: str, at: int) -> bool:
    """Whether a lower-case letter precedes an offset, directly or before one or two closing signs."""
    before = text[max(at - 3, 0) : at].rstrip(_CLOSING)
    return before[-1:].islower() and at > 0 and not text[at - 1].isspace()


def _word_start(text: str, at: int) -> int:
    start = at
    while start > max(at - 3, 0) and not text[start - 1].isalpha():
        start -= 1
    first = start
    while start > max(first - 25, 0) and "a" <= text[start - 1] <= "z":
        start -= 1
    return start


def _belongs(found: re.Match[str]) -> bool:
    """Whether a number belongs to the word before it."""
    word, sign = found["word"], found["sign"]
    if sign == ".":
        return word in _BEFORE_NUMBER
    return not sign and len(word) < 4
