"""The commas around Jr.: "Kim Lee Jr.", "Kim Lee, Jr.,"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit

NAME = "commas around Jr."
PASSES = "The comma before Jr. or Sr. behind a name, and with it the one behind."
NEVER = "Jr. for Sr., either one added or dropped, a comma of the sentence, either one before a capital (Sr. Maria)."
SAME = (
    ("Kim Lee Jr. left", "Kim Lee, Jr., left"),
    ("Kim Lee Jr left", "Kim Lee, Jr, left"),
    ("they saw Kim Lee Jr.", "they saw Kim Lee, Jr."),
)
NOT_SAME = (
    ("Kim Lee Jr. left", "Kim Lee left"),
    ("Kim Lee, Jr., left", "Kim Lee, Sr., left"),
    ("Kim Lee, a clerk, left", "Kim Lee a clerk left"),
    ("the boy, Jr. left", "the boy Jr. left"),
    ("Kim Lee Jr., left", "Kim Lee Jr. left"),
    ("they met Ana Paz, Sr. Maria and Bo", "they met Ana Paz Sr. Maria and Bo"),
    ("they met Ana Paz, Sr., Maria and Bo", "they met Ana Paz, Sr. Maria and Bo"),
)
IN_QUOTATIONS = False
STARTS = frozenset({","})
_SUFFIXES = frozenset({"jr", "sr"})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A comma before the suffix of a name or, where one stands there, behind it, that the other side lacks."""
    if one[at].key != "," or other[there].key == ",":
        return
    opens = one[at + 1].key in _SUFFIXES and one[at + 1].key == other[there].key
    suffix = at - 1 - (one[at - 1].key == ".")
    closes = one[suffix].key in _SUFFIXES and one[suffix - 1].key == ","
    following = at + 1 + opens
    following += opens and one[following].key == "."
    # Before a capital it may be the title of the next name.
    if one[following].token.text[:1].isupper():
        return
    if (opens and one[at - 1].token.text[:1].isupper()) or closes:
        yield at + 1, there
