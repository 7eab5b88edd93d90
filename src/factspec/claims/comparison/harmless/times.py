"""Harmless differences in how days are written: "on" before them, and commas after dates."""

from collections.abc import Iterable, Sequence

from factspec.claims.comparison.model import Harmless, Segment, word
from factspec.facts.found import Sort, kinds_of_sort
from factspec.language.calendar import Weekday, When
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.verbs import FINITE_VERBS, TAKE_ON

# The word "on" before a weekday or a date: "opened on Monday", "opened Monday".


# After these words "on" belongs to what precedes them: "later than on Monday", "not on Monday".
_NOT_BEFORE = frozenset("or not only than nor except but".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night noon".split())
# Words that open a clause after "said Monday" and cannot be a noun that the day belongs to.
_OPENERS = frozenset(
    """a an the this that these those my your his her its our their some any no every each all both either neither many
    much most few several another he she it we they you i there nobody nothing none everyone everybody everything
    someone somebody anyone anybody in at during""".split()
)


def _on_a_day_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match "on" with nothing before a day that says when something happened."""
    if one[at].key == "on" and one[at + 1].key == other[there].key and _is_day(one[at + 1]):
        before = word(one[at - 1])
        if before not in TAKE_ON and before not in _NOT_BEFORE and _says_when(one, at + 1):
            yield at + 1, there


def _is_day(segment: Segment) -> bool:
    """Whether a segment is one weekday or one day, and not a possessive."""
    if segment.fact is None or segment.fact.shown.endswith(("'s", "’s")):
        return False
    value = segment.fact.value
    return (isinstance(value, Weekday) and not value.every) or (isinstance(value, When) and value.unit == "day")


def _says_when(segments: Sequence[Segment], at: int) -> bool:
    """Whether no noun follows a day (and its part) that they would belong to."""
    following = word(segments[at + 1 + (word(segments[at + 1]) in _PARTS_OF_DAY)])
    if word(segments[at - 2]) in {"said", "says"}:
        return not following or following in _OPENERS
    plain = not following or following in FUNCTION_WORDS or following in FINITE_VERBS
    return plain or (following.endswith("ed") and len(following) > 4)


# The comma after a date.


def _date_commas_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a comma after a date with nothing."""
    before = one[at - 1].fact if at else None
    if one[at].key != "," or other[there].key == "," or before is None or before.kind not in kinds_of_sort(Sort.DATE):
        return ()
    return ((at + 1, there),)


ON_A_DAY = Harmless(
    name="on a day",
    passes="The word on, before a weekday or a date that says when something happened, or no on.",
    never=(
        "On after a verb or noun that needs it (depends, focus, a ban); on before Mondays, Monday's or a day that "
        "belongs to a noun (said Sunday shopping would end); any other preposition."
    ),
    same=(
        ("the fair opened on 1 July", "the fair opened July 1"),
        ("the council voted on Monday to close the bridge", "the council voted Monday to close the bridge"),
        ("they met on Monday evening", "they met Monday evening"),
        ("the council on Monday approved it", "the council Monday approved it"),
        ("on Monday, the council voted", "Monday, the council voted"),
        ("she said on Monday the bridge would close", "she said Monday the bridge would close"),
    ),
    not_same=(
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
    ),
    in_quotations=False,
    starts=frozenset({"on"}),
    moves=_on_a_day_moves,
)

DATE_COMMAS = Harmless(
    name="date commas",
    passes="The comma after a weekday, a month or a date, as in June 9, 2026, or no comma.",
    never="A comma before a date, or after a number that is not a date.",
    same=(
        ("on 9 June 2026 for good", "on June 9, 2026, for good"),
        ("on Tuesday 9 June for good", "on Tuesday, June 9, for good"),
        ("in June 2026 after a vote", "in June, 2026, after a vote"),
    ),
    not_same=(
        ("on 9 June 2026 for good", "on June 8, 2026, for good"),
        ("it took 9 for good", "it took 9, for good"),
        ("he left in June", "he left, in June"),
    ),
    in_quotations=False,
    starts=frozenset({","}),
    moves=_date_commas_moves,
)

CLASSES = (
    ON_A_DAY,
    DATE_COMMAS,
)
"""The classes of harmless differences in times."""
