"""The word that before a clause."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word
from factspec.lexicon.sayings import CLAUSE_OPENERS, SAYINGS

NAME = "that"
PASSES = "That, inserted or dropped between a verb of saying or thinking and its clause."
NEVER = "That as a pointing word (said that man) or as a relative (the house that he bought)."
SAME = (("said that their ties are firm", "said their ties are firm"), ("believes that he won", "believes he won"))
NOT_SAME = (
    ("said that man was ill", "said man was ill"),
    ("said that was bad", "said was bad"),
    ("the claim that fell", "the claim fell"),
)
IN_QUOTATIONS = False
_SUBJECTS = frozenset(
    "i you he she it we they there the a an this these those my your his her its our their some any no "
    "every each all both many most several few one two three four five six seven eight nine ten what who "
    "nobody everyone nothing".split()
)
_VERBS = frozenset("is was has does says comes goes makes means helps works seems".split())
_OBJECTS = frozenset("him her them us me it reporters journalists lawmakers people parliament".split())
STARTS = frozenset({"that"})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A "that" behind a verb that takes a clause and before the clause's subject."""
    if one[at].key != "that" or other[there].key == "that":
        return ()
    before = word(one[at - 1])
    if before in _OBJECTS:
        before = word(one[at - 2])
    if before not in SAYINGS and before not in CLAUSE_OPENERS:
        return ()
    return ((at + 1, there),) if _opens_clause(one[at + 1]) else ()


def _opens_clause(unit: Unit) -> bool:
    following = word(unit)
    return (
        unit.fact is not None
        or following in _SUBJECTS
        or unit.token.text[:1].isupper()
        or (following.endswith("s") and not following.endswith(("ss", "'s")) and following not in _VERBS)
    )
