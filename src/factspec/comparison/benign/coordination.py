"""The order of two names or things joined by and."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import PADDING, Unit, word
from factspec.lexicon.dealing import DEALING
from factspec.lexicon.opposites import VERBS
from factspec.lexicon.titles import TITLES

NAME = "order in A and B"
PASSES = (
    "Two names, or two things of like form behind one preposition or article or a verb that takes things, in either "
    "order around and."
)
NEVER = "What but joins, verbs, a title or first name that goes with one of the two, lists of three, respectively."
SAME = (
    ("between Moscow and Beijing", "between Beijing and Moscow"),
    ("of men and women", "of women and men"),
    ("it exports wheat and barley", "it exports barley and wheat"),
    ("the storm damaged roofs and fences", "the storm damaged fences and roofs"),
)
NOT_SAME = (
    ("Xi beat Putin", "Putin beat Xi"),
    ("he fell and died", "he died and fell"),
    ("the workers eat and drink", "the workers drink and eat"),
    ("the price rises and falls", "the price falls and rises"),
    ("poor but happy", "happy but poor"),
    ("for president Xi and Putin", "for president Putin and Xi"),
    ("his wife Ada Lind and Bo Ek left", "his wife Bo Ek and Ada Lind left"),
    ("met Xi and Putin, his guest", "met Putin and Xi, his guest"),
    ("Ada and Bo got 3 and 4 years", "Bo and Ada got 3 and 4 years"),
    ("Ada and Bo won gold and silver", "Bo and Ada won gold and silver"),
    ("the head and the clerk are Ada Lind and Bo Ek", "the head and the clerk are Bo Ek and Ada Lind"),
)
IN_QUOTATIONS = False
_LONGEST = 4
_OPENERS = frozenset(
    "of on in at for with between to from by the a an his her its their both about against over".split()
)
# What may begin an apposition, which belongs to the second member alone.
_STOPS = frozenset({",", "(", "-"})
# What may belong to the second of two objects alone.
_QUALIFIERS = frozenset({"who", "which", "that", "whose", "of"})
# Words that say that the order is meant, and medals that are won in one.
_ORDERED = frozenset("respectively order former latter ratio difference".split())
_RANKS = frozenset("gold silver bronze first second third".split())
_BE = frozenset("is are was were be been become became".split())
# Before a noun that says who the first of two persons is.
_OWNERS = frozenset("the a an his her its their my our your".split())
_VERBAL = ("ing", "ed")
_NO_PLURAL = ("ss", "us", "is", "'s")
# Verbs that the table of opposites knows, which are no members though they end as nouns do.
_ACTIONS = frozenset(VERBS.replace("|", " ").split())


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Two members around and against the same members exchanged."""
    if not word(one[at]) or one[at].key == other[there].key:
        return ()
    for middle in range(at + 1, min(at + _LONGEST, len(one) - 2) + 1):
        if one[middle].key == "and":
            return [
                (last, there + last - at)
                for last in range(middle + 2, min(middle + _LONGEST + 1, len(one) - PADDING) + 1)
                if _swapped(one, at, middle, last, other, there) and _alike(one, at, middle, last)
            ]
    return ()


def _swapped(one: Sequence[Unit], at: int, middle: int, last: int, other: Sequence[Unit], there: int) -> bool:
    keys = [unit.key for unit in one[at:last]]
    cut = middle - at
    return [unit.key for unit in other[there : there + last - at]] == [*keys[cut + 1 :], "and", *keys[:cut]]


def _stands_beside_another(units: Sequence[Unit], middle: int) -> bool:
    """Whether the text joins two values, ranks or names too, each of which may belong to one of these two."""
    for at, unit in enumerate(units[: len(units) - PADDING]):
        if unit.key == "and" and at != middle and at:
            pair = (units[at - 1], units[at + 1])
            between = {one.key for one in units[min(at, middle) : max(at, middle)]}
            if any(one.fact for one in pair) or not _BE.isdisjoint(between) or all(one.key in _RANKS for one in pair):
                return True
    return False


def _alike(one: Sequence[Unit], at: int, middle: int, last: int) -> bool:
    if any(unit.key in _ORDERED for unit in one) or _stands_beside_another(one, middle):
        return False
    if one[last].key in _STOPS or one[at - 1].key in {",", "and", "or"} or word(one[at - 1]) in TITLES:
        return False
    left, right = one[at:middle], one[middle + 1 : last]
    if all(map(_capital, (*left, *right))):
        owned = word(one[at - 1]) and word(one[at - 2]) in _OWNERS  # "his wife Ada and Bo"
        return not (owned or _capital(one[at - 1]) or _capital(one[last]) or one[last].key == "'")
    if len(left) != 1 or len(right) != 1 or word(one[last]).endswith("'s"):
        return False
    members = (word(left[0]), word(right[0]))
    if not all(members) or _capital(left[0]) or _capital(right[0]) or any(each.endswith(_VERBAL) for each in members):
        return False
    if one[at - 1].key in _OPENERS:
        return True
    return one[last].key not in _QUALIFIERS and _objects(word(one[at - 1]), members)


def _objects(before: str, members: tuple[str, str]) -> bool:
    """Whether two words are things that a verb before them takes, and no verbs themselves.

    Behind a verb in -ed or -s two plurals are: a verb in -s follows neither another one nor a plural.
    """
    if not _ACTIONS.isdisjoint((*members, *(member.removesuffix("s") for member in members))):
        return False
    plural = all(member.endswith("s") and not member.endswith(_NO_PLURAL) for member in members)
    inflected = before.endswith(("ed", "s")) and not before.endswith(_NO_PLURAL)
    return before in DEALING or (plural and inflected)


def _capital(unit: Unit) -> bool:
    return unit.token.text[:1].isupper()
