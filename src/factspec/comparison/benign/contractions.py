"""Contracted verbs and negations."""

from collections.abc import Iterable, Iterator, Sequence

from factspec.comparison.units import Unit, word
from factspec.lexicon.contractions import AFTER_HAS, AFTER_WOULD, BEFORE_S, ENDINGS, NEGATIONS, PRONOUNS

NAME = "contractions"
PASSES = "Contractions and their full forms, where only one full form can be meant: isn't and is not, it's and it is."
NEVER = "A possessive ('s is then no verb), 'd where it may be had or would, ain't, a form without its not."
SAME = (
    ("it isn't so", "it is not so"),
    ("it's late", "it is late"),
    ("he can't", "he cannot"),
    ("they've left", "they have left"),
)
NOT_SAME = (
    ("it isn't so", "it is so"),
    ("Xi's trip", "Xi is trip"),
    ("its trip", "it's trip"),
    ("he'd put", "he would put"),
)
IN_QUOTATIONS = False


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A contracted word against the words of one of its expansions."""
    mine = word(one[at])
    if not mine or ("'" not in mine and mine != "cannot"):
        return ()
    return [
        (at + 1, there + len(expansion))
        for expansion in _expansions(mine, word(one[at + 1]))
        if tuple(unit.key for unit in other[there : there + len(expansion)]) == expansion
    ]


def _expansions(contracted: str, following: str) -> Iterator[tuple[str, ...]]:
    yield from NEGATIONS.get(contracted, ())
    stem, apostrophe, ending = contracted.partition("'")
    ending = apostrophe + ending
    if ending in ENDINGS and stem in PRONOUNS:
        yield (stem, ENDINGS[ending])
    if contracted == "let's":
        yield ("let", "us")
    if ending == "'s" and stem in BEFORE_S:
        yield (stem, "has" if following in AFTER_HAS else "is")
        if following.endswith(("ed", "en")):
            yield (stem, "has")
    if ending == "'d" and stem in PRONOUNS:
        yield from _had_or_would(stem, following)


def _had_or_would(stem: str, following: str) -> Iterator[tuple[str, ...]]:
    if following in AFTER_HAS or following == "better" or following.endswith("ed"):
        yield (stem, "had")
    elif following in AFTER_WOULD:
        yield (stem, "would")
