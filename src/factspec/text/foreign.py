"""Letters that look like Latin ones, and characters that nobody sees: whether a text holds any.

Sources: as in `scripts`, which tells where they are and what is odd about them.
"""

import re

# Patterns with signs of many blocks take long to be made, so that those who need one make it.
CYRILLIC = "\u0400-\u052f"
# Greek letters that look like Latin ones. Lower-case letters of formulas (μm, αs, λ) are left out, but for omicron.
_GREEK_LIKE_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
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
