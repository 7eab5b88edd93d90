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
    "goes with (said Sunday shopping would end); any other preposition."
)
SAME = (
    ("the fair opened on 1 July", "the fair opened July 1"),
    ("the council voted on Monday to close the bridge", "the council voted Monday to close the bridge"),
    ("they met on Monday evening", "they met Monday evening"),
    ("the council on Monday approved it", "the council Monday approved it"),
    ("on Monday, the council voted", "Monday, the council voted"),
    ("she said on Monday the bridge would close", "she said Monday the bridge would close"),
)
NOT_SAME = (
    ("it depends on Monday", "it depends Monday"),
    ("the council voted on Monday's plan", "the council voted Monday's plan"),
    ("the council voted on Monday traffic rules", "the council voted Monday traffic rules"),
    ("they spoke on Monday night football", "they spoke Monday night football"),
    ("the ban on Monday trading ended", "the ban Monday trading ended"),
    ("the report on Monday was wrong", "the report Monday was wrong"),
    ("they met on Mondays", "they met Mondays"),
    ("they met by Monday", "they met Monday"),
    ("they met on Monday", "they met Tuesday"),
    ("they agreed on Monday", "they agreed Monday"),
    ("she said on Sunday shopping would be banned", "she said Sunday shopping would be banned"),
    ("she said on Sunday new shops would open", "she said Sunday new shops would open"),
    ("she said on Sunday Mass would be held", "she said Sunday Mass would be held"),
)
IN_QUOTATIONS = False
STARTS = frozenset({"on"})
# Words behind which "on" goes with what stands before them: "later than on Monday", "not on Monday".
_NOT_BEFORE = frozenset("or not only than nor except but".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night noon".split())
# What opens a clause behind "said Monday" and can be nothing that the day goes with: determiners, pronouns and "that".
_OPENERS = frozenset(
    """a an the this that these those my your his her its our their some any no every each all both either neither many
    much most few several another he she it we they you i there nobody nothing none everyone everybody everything
    someone somebody anyone anybody in at during""".split()
)
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
    """Whether what follows a day and its part is no noun that they go with."""
    following = word(units[at + 1 + (word(units[at + 1]) in _PARTS_OF_DAY)])
    if word(units[at - 2]) in {"said", "says"}:
        return not following or following in _OPENERS
    plain = not following or following in FUNCTION_WORDS or following in _VERBS
    return plain or (following.endswith("ed") and len(following) > 4)
