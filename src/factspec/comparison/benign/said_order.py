"""Who says it before and behind the verb of saying: "…, Ann Lee said", "…, said Ann Lee"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word
from factspec.lexicon.sayings import SAYINGS

NAME = "said and who said it"
PASSES = (
    "The speaker before or behind the verb of saying, between a comma, in a quotation or not, and the end or a comma."
)
NEVER = "Another speaker or verb, at the head of a sentence, with words between the two."
SAME = (
    ("profit rose, Ann Lee said", "profit rose, said Ann Lee"),
    ("it rose, the bank said.", "it rose, said the bank."),
)
NOT_SAME = (
    ("profit rose, Ann Lee said", "profit rose, said Bo Ek"),
    ("profit rose, Ann Lee said", "profit rose, claimed Ann Lee"),
    ("Ann Lee saw Bo Ek", "saw Ann Lee Bo Ek"),
)
IN_QUOTATIONS = False
_LONGEST = 6
_MARKS = frozenset({'"', "'"})
_CLOSING = frozenset([",", ".", ";", ""])


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """The words of a speaker and a verb against the verb and the same words."""
    before = at - 1 - (one[at - 1].key in _MARKS)
    if SAYINGS.get(word(other[there])) != "say" or one[before].key != ",":
        return
    for count in range(1, _LONGEST + 1):
        verb = one[at + count : at + count + 1]
        if not verb or not word(one[at + count - 1]):
            return
        if verb[0].key == other[there].key:
            spoken = [unit.key for unit in one[at : at + count]]
            same = spoken == [unit.key for unit in other[there + 1 : there + 1 + count]]
            ends = (one[at + count + 1].key, other[there + count + 1].key)
            if same and _CLOSING.issuperset(ends):
                yield at + count + 1, there + count + 1
            return
