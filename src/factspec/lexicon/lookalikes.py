"""Letters of other scripts that look like Latin ones in common fonts.

Source: "Unicode Security Mechanisms" (UTS 39), confusables: the Cyrillic and Greek letters whose prototype is one Latin
letter, and the Latin letters of the mathematical and the full-width blocks, whose compatibility decomposition is one.
"""

import unicodedata

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
