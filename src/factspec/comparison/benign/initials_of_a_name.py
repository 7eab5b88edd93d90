"""The initials of a name in brackets behind it: "World Health Organization (WHO)"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word
from factspec.lexicon.function_words import FUNCTION_WORDS

NAME = "initials in brackets"
PASSES = (
    "Three or more capitals in brackets that are the initials of the whole name of a body before them, inserted or "
    "dropped."
)
NEVER = "Other letters, a word (NOT), further words in the brackets, the initials of a part of a name or of a person."
SAME = (
    ("the World Health Organization (WHO) met", "the World Health Organization met"),
    ("the Bank of North Oland (BNO) met", "the Bank of North Oland met"),
    ("the Department of Justice (DOJ) said so", "the Department of Justice said so"),
    ("the Bank & Oland Trust (BOT) met", "the Bank & Oland Trust met"),
)
NOT_SAME = (
    ("the World Health Organization (WTO) met", "the World Health Organization met"),
    ("the World Health Organization (HO) met", "the World Health Organization met"),
    ("the World Health Organization (WHO official) met", "the World Health Organization met"),
    ("the World Health Organization (not WHO) met", "the World Health Organization met"),
    ("the World Health Organization (WHO) met", "the World Health Organization (WTO) met"),
    ("the group (WHO) met", "the group met"),
    ("Greta Olsen of the Path (GOP) voted", "Greta Olsen of the Path voted"),
    ("Nora Olga Tan (NOT) was found guilty", "Nora Olga Tan was found guilty"),
    ("the North Oland Trust (NOT) met", "the North Oland Trust met"),
    ("Nils Olsen (no) voted", "Nils Olsen voted"),
    ("Greta Olga Palm (GOP) voted", "Greta Olga Palm voted"),
    ("the Department of Justice (DoJ) said so", "the Department of Justice said so"),
)
IN_QUOTATIONS = False
STARTS = frozenset({"("})
# Words in small letters inside a name, whose letters the initials may leave out.
_INSIDE = frozenset("of and for the in on de la du des et &".split())
_LONGEST = 12
_FEWEST = 3
# The one pronoun that is a body too.
_WORDS = FUNCTION_WORDS - {"who"}
# Words of which one makes a name that of a body, as "the" before it does: no person has initials in brackets, and
# what stands there is a party or a country.
_BODIES = frozenset(
    """organization organisation union agency council ministry bank association fund commission office department
    service authority university institute federation league board""".split()
)


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Brackets around the initials of a body, which the other side lacks."""
    letters = one[at + 1].token.text.replace(".", "")
    if one[at].key != "(" or other[there].key == "(" or len(letters) < _FEWEST or not letters.isalpha():
        return
    if not letters.isupper() or letters.lower() in _WORDS:
        return
    if one[at + 2].key == ")" and letters.lower() in _initials(one, at):
        yield at + 3, there


def _initials(units: Sequence[Unit], end: int) -> tuple[str, ...]:
    """The initials of the body whose name ends before an index: those of all its words, and of its capitals alone."""
    full = capitals = pending = ""
    is_body = led = False
    for unit in reversed(units[max(end - _LONGEST, 0) : end]):
        name = word(unit)
        if unit.token.text[:1].isupper() and name and name not in _INSIDE:
            full, capitals, pending = name[0] + pending + full, name[0] + capitals, ""
            is_body, led = is_body or name in _BODIES, False
        elif name in _INSIDE or unit.key == "&":
            led = led or (name == "the" and not pending)
            pending = name[:1] + pending
        else:
            break
    return (full, capitals) if is_body or led else ()
