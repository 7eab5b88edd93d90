"""The word on before a weekday or a date: "opened on Monday", "opened Monday"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word
from factspec.facts.weekday import Weekday
from factspec.lexicon.function_words import FINITE, FUNCTION_WORDS
from factspec.lexicon.governors import TAKE_ON
from factspec.lexicon.pasts import AUXILIARIES, PASTS
from factspec.lexicon.sayings import SAYINGS
from factspec.text.calendar import When

NAME = "on a day"
PASSES = "On before a weekday or a date that says when: opened on Monday and opened Monday."
NEVER = (
    "On behind a verb or noun that takes it (depends, focus, a ban), before Mondays, Monday's or a noun that Monday "
    "goes with; any other preposition."
)
SAME = (
    ("the fair opened on 1 July", "the fair opened July 1"),
    ("the council voted on Monday to close the bridge", "the council voted Monday to close the bridge"),
    ("they met on Monday evening", "they met Monday evening"),
    ("the council on Monday approved it", "the council Monday approved it"),
    ("on Monday, the council voted", "Monday, the council voted"),
)
NOT_SAME = (
    ("it depends on Monday", "it depends Monday"),
    ("the council voted on Monday's plan", "the council voted Monday's plan"),
    ("the council voted on Monday traffic rules", "the council voted Monday traffic rules"),
    ("the ban on Monday trading ended", "the ban Monday trading ended"),
    ("the report on Monday was wrong", "the report Monday was wrong"),
    ("they met on Mondays", "they met Mondays"),
    ("they met by Monday", "they met Monday"),
    ("they met on Monday", "they met Tuesday"),
    ("they agreed on Monday", "they agreed Monday"),
)
IN_QUOTATIONS = False
STARTS = frozenset({"on"})
# Words behind which "on" goes with what stands before them: "later than on Monday", "not on Monday".
_NOT_BEFORE = frozenset("or not only than nor except but".split())
_PARTS_OF_DAY = frozenset("morning mornings afternoon evening night noon".split())
_VERBS = FINITE | AUXILIARIES | PASTS | SAYINGS.keys()


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """An "on" before a day that says when something was, the same day without it on the other side."""
    if one[at].key == "on" and one[at + 1].key == other[there].key and _is_day(one[at + 1]):
        before = word(one[at - 1])
        if before not in TAKE_ON and before not in _NOT_BEFORE and _says_when(one, at + 1):
            yield at + 1, there


def _is_day(unit: Unit) -> bool:
    """Whether a unit is one weekday or one day, and owns nothing."""
    if unit.fact is None or unit.fact.shown.endswith(("'s", "’s")):
        return False
    value = unit.fact.value
    return (isinstance(value, Weekday) and not value.every) or (isinstance(value, When) and value.unit == "day")


def _says_when(units: Sequence[Unit], at: int) -> bool:
    """Whether what follows a day is no noun that the day goes with."""
    following = units[at + 1]
    name = word(following)
    if not name or name in FUNCTION_WORDS or name in _PARTS_OF_DAY or word(units[at - 2]) in {"said", "says"}:
        return True
    return name in _VERBS or (name.endswith("ed") and len(name) > 4)
