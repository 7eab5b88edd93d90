"""One quotation of a text, and the marks that may open and close one."""

from typing import NamedTuple

FAMILIES = {
    **dict.fromkeys('"\u201c\u201d\u201e\u201f\uff02', "double"),
    **dict.fromkeys("'\u2018\u2019\u201a\u201b", "single"),
    **dict.fromkeys("\u00ab\u00bb", "angle"),
    **dict.fromkeys("\u2039\u203a", "small angle"),
    **dict.fromkeys("\u300c\u300d", "corner"),
    **dict.fromkeys("\u300e\u300f", "white corner"),
}
"""The family of each quotation mark; marks of one family close each other."""


class Part(NamedTuple):
    """The range of quoted words, without the marks and the white space next to them; the end is exclusive."""

    start: int
    end: int


class Quotation(NamedTuple):
    """What a text quotes.

    `start` and `end` are offsets in the text and include the marks. `parts` are the words between them; there are
    several if "he said" splits the quotation, or if it runs over several blocks. `depth` is 1, or more for a quotation
    inside another one.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    depth: int
