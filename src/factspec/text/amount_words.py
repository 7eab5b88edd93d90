"""Where a text may hold an amount: digits and number words."""

import re
from itertools import islice

from factspec.text.number_words import MAGNITUDES, SMALL, TENS

_WORDS = frozenset({*SMALL, *TENS, *MAGNITUDES, "dozens"} - {"k"})
_DIGIT = re.compile(r"\d")
_WITH_DIGIT = re.compile(r"\d\S*")


def holds_two(text: str) -> bool:
    """Whether two words of a text hold a digit or are a number word."""
    return len(list(islice(_WITH_DIGIT.finditer(text), 2))) == 2 or amounts(text) > 1


def amounts(text: str) -> int:
    """How many words of a text hold a digit or are a number word; words end at white space."""
    words = text.lower().split()
    plain = [word.strip('.,;:!?()"“”‘’—–-') for word in words if word.isalpha() or not _DIGIT.search(word)]
    return len(words) - len(plain) + sum(not _WORDS.isdisjoint(word.split("-")) for word in plain)


def has_amount(line: str) -> bool:
    """Whether a sentence's folded keys, parted by spaces, hold a digit or a number word."""
    return _DIGIT.search(line) is not None or not _WORDS.isdisjoint(line.split(" "))
