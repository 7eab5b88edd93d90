"""Whether a text may hold numbers that must add up."""

import re

from factspec.lexicon.parts import PERSONS

# The first is made far sooner, for its signs stand in one block.
_OPENING_OF_ASCII, _OPENING = "[:(-]", "[:(—–-]"


def may_divide(text: str) -> bool:
    """Whether a text has two percentages."""
    return text.count("%") + text.count("per cent") + text.count("percent") > 1


def may_total(text: str) -> bool:
    """Whether a text has persons right before a sign that may open their parts."""
    signs = re.finditer(_OPENING_OF_ASCII if text.isascii() else _OPENING, text)
    return any(_counted_before(text, sign.start()) for sign in signs)


def _counted_before(text: str, at: int) -> bool:
    words = text[max(at - 16, 0) : at].split()
    return bool(words) and words[-1].lower() in PERSONS
