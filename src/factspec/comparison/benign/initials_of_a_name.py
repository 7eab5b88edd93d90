"""The initials of a name in brackets behind it: "World Health Organization (WHO)"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word

NAME = "initials in brackets"
PASSES = "Two or more letters in brackets that are the initials of the whole name before them, inserted or dropped."
NEVER = "Other letters, further words in the brackets, the initials of a part of the name."
SAME = (
    ("the World Health Organization (WHO) met", "the World Health Organization met"),
    ("the Bank of North Oland (BNO) met", "the Bank of North Oland met"),
    ("the Department of Justice (DoJ) said so", "the Department of Justice said so"),
)
NOT_SAME = (
    ("the World Health Organization (WTO) met", "the World Health Organization met"),
    ("the World Health Organization (HO) met", "the World Health Organization met"),
    ("the World Health Organization (WHO official) met", "the World Health Organization met"),
    ("the World Health Organization (not WHO) met", "the World Health Organization met"),
    ("the World Health Organization (WHO) met", "the World Health Organization (WTO) met"),
    ("the group (WHO) met", "the group met"),
)
IN_QUOTATIONS = False
STARTS = frozenset({"("})
# Words in small letters inside a name, whose letters the initials may leave out.
_INSIDE = frozenset("of and for the in on de la du des et &".split())
_LONGEST = 12


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Brackets around initials, which the other side lacks."""
    letters = one[at + 1].token.text.replace(".", "")
    if one[at].key != "(" or other[there].key == "(" or len(letters) < 2 or not letters.isalpha():
        return
    if one[at + 2].key == ")" and letters.lower() in _initials(one, at):
        yield at + 3, there


def _initials(units: Sequence[Unit], end: int) -> tuple[str, str]:
    """The initials of the name that ends before an index: those of all its words, and of its capitals alone."""
    full = capitals = ""
    pending = ""
    for unit in reversed(units[max(end - _LONGEST, 0) : end]):
        name = word(unit)
        if unit.token.text[:1].isupper() and name and name not in _INSIDE:
            full, capitals, pending = name[0] + pending + full, name[0] + capitals, ""
        elif name in _INSIDE or unit.key == "&":
            pending = (name[:1]) + pending
        else:
            break
    return full, capitals
