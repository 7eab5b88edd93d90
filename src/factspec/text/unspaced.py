"""Scripts that put no space between words, whose letters are read one by one.

Source: the blocks of the Unicode Character Database.
"""

# Burmese, Thai and Lao, Khmer, kana, Han with its extensions and compatibility forms.
_RANGES = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
FIRST = _RANGES[0][0]
"""The first of these letters; most signs of a text come before it."""
# These letters as a class of a pattern, which takes two milliseconds to compile.
LETTERS = "".join(f"{first}-{last}" for first, last in _RANGES)


def is_unspaced(character: str) -> bool:
    """Whether a character is a letter of such a script."""
    return any(first <= character <= last for first, last in _RANGES)
