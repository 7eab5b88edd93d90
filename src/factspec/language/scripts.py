"""Letters of two scripts in one word: what they are and where.

Source: the Unicode Character Database as the standard library has it; the letters that look like Latin ones are
those of "Unicode Security Mechanisms" (UTS 39, confusables) whose shape is the same in common fonts.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# Patterns with signs of many blocks take long to be made, so that those who need one make it.
CYRILLIC = "\u0400-\u052f"
# Greek letters that look like Latin ones. Lower-case letters of formulas (μm, αs, λ) are left out, but for omicron.
_GREEK_LIKE_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
OTHER = f"[{CYRILLIC}{_GREEK_LIKE_LATIN}]"

_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
OTHER = f"[{CYRILLIC}{_GREEK_LIKE_LATIN}]"

# Zero-width space, (non-)joiners, word joiner, byte-order mark; direction marks, embeddings, overrides, isolates;
# Mongolian vowel separator, invisible operators, interlinear marks, tags; controls other than white space.
JOINERS = "\u200b\u200c\u200d\u2060\ufeff\u180e"
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u2066-\u2069"
_NEVER = "\u202d\u202e\u2061-\u2064\ufff9-\ufffb\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
TAGS = "\U000e0000-\U000e007f"
UNSEEN = f"[{JOINERS}{DIRECTIONS}{_NEVER}{TAGS}]"


def has_foreign(text: str) -> bool:
    """Whether a text holds a letter or an invisible character that could make a word odd."""
    # What nobody sees cannot be printed, and that is known at once.
    unseen = not text.replace("\n", "").isprintable() and re.search(UNSEEN, text) is not None
    return unseen or (not text.isascii() and re.search(OTHER, text) is not None)


_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKS = "\u0300-\u036f\u00ad"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
_LATIN_PAIR = re.compile(f"[{_LATIN}]{{2}}")

_OTHER = re.compile(OTHER)


class Odd(NamedTuple):
    """A stretch of text that is odd, as offsets, and what is odd in a few words."""

    start: int
    end: int
    reason: str


def mixed_words(text: str) -> Iterator[Odd]:
    """The words that hold Latin letters together with Cyrillic ones, or with Greek ones that look Latin."""
    if text.isascii() or not _OTHER.search(text):
        return
    for word in _WORD.finditer(text):
        foreign = [] if word[0].isascii() else _OTHER.findall(word[0])
        if foreign and _mixes(word[0]):
            names = ", ".join(dict.fromkeys(unicodedata.name(letter).lower() for letter in foreign))
            yield Odd(word.start(), word.end(), f"Latin letters and {names}")


def _mixes(word: str) -> bool:
    if not _LATIN_LETTER.search(word):
        return False
    return bool(_CYRILLIC_LETTER.search(word)) or (len(word) > 3 and bool(_LATIN_PAIR.search(word)))


# Letters of other scripts that look like Latin ones in common fonts.


_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌ", "aeopcyxijshdqwABEKMHOPCTYXIJSG", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ", "ABEZHIKMNOPTYXoc", strict=True))
_BLOCKS = (range(0x1D400, 0x1D6A4), range(0xFF21, 0xFF5B))

LOOKALIKES = str.maketrans(
    {
        **_CYRILLIC,
        **_GREEK,
        **{
            letter: plain
            for block in _BLOCKS
            for letter in map(chr, block)
            if len(plain := unicodedata.normalize("NFKC", letter)) == 1 and plain.isalpha()
        },
    }
)
"""The translation of each to the Latin letter that it looks like; no text grows or shrinks by it."""
