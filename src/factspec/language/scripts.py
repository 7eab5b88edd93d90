"""Words that mix the letters of two scripts, and letters of other scripts that look like Latin ones.

Source: the Unicode Character Database of the standard library, and "Unicode Security Mechanisms" (UTS 39, confusables)
for letters that have the same shape as Latin ones in common fonts.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# A pattern with characters of many blocks takes long to compile, so each module that needs one compiles it.
CYRILLIC = "\u0400-\u052f"
# Greek letters that look like Latin ones; of the lower-case letters, which formulas use (μm, αs, λ), only omicron.
_GREEK_LIKE_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
OTHER = f"[{CYRILLIC}{_GREEK_LIKE_LATIN}]"
# Letters and digits that Unicode has for formulas, in full width and in circles.
STYLED = "[\u2102-\u2139\u24b6-\u24e9\uff10-\uff5a\U0001d400-\U0001d7ff]"

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKS = "\u0300-\u036f\u00ad"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
_LATIN_PAIR = re.compile(f"[{_LATIN}]{{2}}")

_OTHER = re.compile(OTHER)
_STYLED = re.compile(STYLED)
_STYLED_WORD = re.compile(rf"(?:{STYLED}|[^\W_])+")
# Shorter ones are variables, units or short names of companies.
_SHORTEST = 3


class Odd(NamedTuple):
    """A stretch of text with a fault, as offsets, and the fault in a few words."""

    start: int
    end: int
    reason: str


def mixed_words(text: str) -> Iterator[Odd]:
    """The words that mix Latin letters with Cyrillic ones or with Greek ones that look Latin, and words with letters
    of formulas, in circles or partly in full width.
    """
    if text.isascii():
        return
    for word in _WORD.finditer(text) if _OTHER.search(text) else ():
        foreign = [] if word[0].isascii() else _OTHER.findall(word[0])
        if foreign and _mixes(word[0]):
            yield Odd(word.start(), word.end(), f"mixes Latin letters and {_names(foreign)}")
    for word in _STYLED_WORD.finditer(text) if _STYLED.search(text) else ():
        styled = [letter for letter in word[0] if ord(letter) in LOOKALIKES]
        if len(word[0]) >= _SHORTEST and styled and not (_is_full_width(word[0]) or _OTHER.search(word[0])):
            yield Odd(word.start(), word.end(), f"is written with {_names(styled)}")


def _names(letters: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(unicodedata.name(letter).lower() for letter in letters))


def _is_full_width(word: str) -> bool:
    """Whether a whole word is in full width, as Latin words in Chinese and Japanese text may be."""
    return all("\uff10" <= letter <= "\uff5a" or letter >= "\u2e80" for letter in word) and word < "\U0001d400"


def _mixes(word: str) -> bool:
    if not _LATIN_LETTER.search(word):
        return False
    return bool(_CYRILLIC_LETTER.search(word)) or (len(word) > 3 and bool(_LATIN_PAIR.search(word)))


# Letters of other scripts that look like Latin ones in common fonts.


_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌ", "aeopcyxijshdqwABEKMHOPCTYXIJSG", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ", "ABEZHIKMNOPTYXoc", strict=True))
_BLOCKS = (range(0x2102, 0x213A), range(0x24B6, 0x24EA), range(0xFF10, 0xFF5B), range(0x1D400, 0x1D800))

LOOKALIKES = str.maketrans(
    {
        **_CYRILLIC,
        **_GREEK,
        **{
            letter: plain
            for block in _BLOCKS
            for letter in map(chr, block)
            if len(plain := unicodedata.normalize("NFKC", letter)) == 1 and plain.isascii() and plain.isalnum()
        },
    }
)
"""The translation of each to the Latin letter or digit that it looks like; the length of a text stays the same."""
