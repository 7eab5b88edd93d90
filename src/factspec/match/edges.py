"""The edges of an anchor: a fact that goes on beyond them is read whole.

Words can stand in an article exactly as approved and still say something else, because what they end or begin with
goes on: "400" | "million", "at least" | "5 died", "Donald Trump" | "Jr.", "not" | "guilty".
"""

from collections.abc import Sequence
from itertools import islice

from factspec.fact import Fact
from factspec.facts_found import facts_in
from factspec.lexicon.hedges import STATUS
from factspec.lexicon.occupations import OCCUPATIONS
from factspec.match.cut_nouns import headed_end, narrowed_start
from factspec.match.edge_words import (
    bounded_start,
    compound_end,
    compound_start,
    counted_at,
    is_noun,
    is_number,
)
from factspec.match.going_on import AMOUNTS, DAYS, behind, may_go_on, parted
from factspec.match.index import Index
from factspec.text.calendar import When, is_year
from factspec.text.places import Span

# How many tokens on each side of an edge are read; no fact of the kinds below is longer.
_REACH = 8
# Kinds of fact that can be cut in two.
_CUT = frozenset(
    "number percentage money measure unit date weekday month time duration name quantifier hedge negation".split()
)
# Words and signs that neither begin nor go on with a fact of these kinds, so that an edge beside one cuts nothing:
# function words less those that stand in names, bounds, hedges and dates.
_HARMLESS = frozenset(
    "the in with by as is are was were be been has have had that which who it he she they his her their its this these "
    "those from when while where because but said says into his also then there such through during since "
    "if after before despite although though whose whom".split()
) | frozenset('.;:!?()"')
# Words that go on with no fact of these kinds but "plans | for a bridge".
_PREPOSITIONS = frozenset({"on", "for"})
# What leaves a listed fact what it is: "just | six minutes", and what was to come in reported speech: "would | appeal".
_SAME_FACT = frozenset("just only even would every each".split())
_COMPARATIVES = frozenset("more less fewer higher lower further below above".split())
_LATER = frozenset("later earlier ago".split())
# Hedges of what is to come, which a claim that lists facts leaves open.
_TO_COME = frozenset({"planned", "expected", "hoped"})
# Kinds that change what stands beside them without touching it.
_BESIDE = frozenset({"quantifier", "hedge", "negation"})


def uncut(index: Index, anchor: Span, *, names: bool = True) -> Span:
    """The token range of an anchor, widened by the facts that it cuts; the same range where it cuts none.

    Without `names` (a listed phrase) part of a name may stand for it, and a quantifier before other words is left out.
    """
    return Span(_start(index, anchor, names=names), _end(index, anchor, names=names))


def _start(index: Index, anchor: Span, *, names: bool) -> int:
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    joined = compound_start(index, anchor.start, names=names)
    if anchor.start == sentence.start:
        return joined
    joined = min(joined, bounded_start(index, anchor.start, sentence.start))
    if names:
        joined = min(joined, narrowed_start(index, anchor.start, sentence.start))
    counted = counted_at(index, anchor.start, sentence.start)
    if counted == sentence.start or index.token_keys[counted - 1] in _HARMLESS:
        return joined
    low, high = max(counted - _REACH, sentence.start), min(anchor.start + _REACH, sentence.end)
    edge = anchor.start - low
    facts = facts_in(index.tokens[low:high])
    crossing = [
        fact.first
        for fact in facts
        if _crosses(fact, edge, names=names)
        if not (_is_full_name(index, anchor.start, low, fact) or _is_introduced(index, anchor.start, low + fact.first))
    ]
    bounded = names or is_number(index, anchor.start)
    beside = [
        fact.first
        for fact in facts
        if counted - low <= fact.last <= edge
        and (names or not _leaves_start_open(fact, edge, facts))
        and (fact.kind in _BESIDE or (index.token_keys[counted] == "of" and _counts(fact)))
        and (fact.kind == "negation" or bounded or fact.kind == "hedge")
        # "her deputy | resigned": a status is that of a noun
        and not (fact.value in STATUS and index.is_verb(anchor.start))
    ]
    other = [
        one.first for one in facts if one.last == edge - 1 and _are_alternatives(index, anchor.start - 1, one, facts)
    ]
    more = [one.first for one in facts if one.kind == "duration" and _goes_before(index, one, low, edge, facts)]
    if names and index.token_keys[anchor.start].endswith("s"):  # "Three | schools", but "In 2026 | schools"
        more += [one.first for one in facts if one.last == edge and _is_count_of(index, one, low, sentence.start)]
    return min((*(low + first for first in (*crossing, *beside, *other, *more)), joined))


def _is_full_name(index: Index, start: int, low: int, fact: Fact) -> bool:
    """Whether a name that an edge parts is the full one that the article gives the bearer elsewhere: "Ana | Lind"."""
    if fact.kind != "name" or low + fact.last <= start:
        return False
    keys = index.keys(Span(low + fact.first, low + fact.last))
    family = keys[-1].removesuffix("'s")
    full = index.full_names.get(family) == {(*keys[:-1], family)}
    return full and len(list(islice(index.find(keys[:-1]), 2))) > 1


def _is_introduced(index: Index, start: int, first: int) -> bool:
    """Whether a name begins at an edge behind what its bearer does, written with a capital: "Striker | Bo Ek"."""
    words = index.keys(Span(first, start))
    return len(words) == 1 and words[0].lower() in OCCUPATIONS


def _is_count_of(index: Index, one: Fact, low: int, first: int) -> bool:
    """Whether a number counts the plural right behind it, and is no year and no label ("number 13").

    `first` is the sentence's first token.
    """
    labels = index.keys(Span(max(low + one.first - 1, first), low + one.first))
    return _counts(one) and not is_year(one.shown) and labels not in (("number",), ("no",), (".",))


def _goes_before(index: Index, one: Fact, low: int, edge: int, facts: Sequence[Fact]) -> bool:
    """Whether the duration that begins at an edge goes on with one before it: "1 hour and | 20 minutes"."""
    continued = any(other.kind == "duration" and other.first == edge for other in facts)
    between = index.keys(Span(low + one.last, low + edge))
    return continued and one.last <= edge and between in ((), ("and",), (",",))


def _counts(fact: Fact) -> bool:
    return fact.kind in {"number", "percentage"} and fact.shown.lower() != "one"


def _end(index: Index, anchor: Span, *, names: bool) -> int:
    sentence = index.sentence_tokens[index.sentence_of(anchor.end - 1)]
    if anchor.end >= sentence.end:
        return anchor.end
    following, second = (*index.keys(Span(anchor.end, anchor.end + 2)), "")[:2]
    if _is_harmless(index, anchor.end) and not may_go_on(following, second):
        return anchor.end
    joined = max(compound_end(index, anchor.end, names=names), anchor.end + _parted(index, anchor.end))
    if names and joined == anchor.end:
        joined = headed_end(index, anchor)
    low, high = max(anchor.end - _REACH, sentence.start), min(anchor.end + _REACH, sentence.end)
    edge = anchor.end - low
    facts = facts_in(index.tokens[low:high])
    open_ends = () if names else tuple(fact for fact in facts if _leaves_end_open(index, anchor, fact, low))
    crossing = [fact.last for fact in facts if _crosses(fact, edge, names=names) and fact not in open_ends]
    other = [one.last for one in facts if one.first == edge + 1 and _are_alternatives(index, anchor.end, one, facts)]
    after = index.tokens[anchor.end : high]
    more = [
        edge + behind(after, facts, one, edge, counted=one.last < edge)
        for one in facts
        if one not in open_ends
        if one.last == edge or (one.last == edge - 1 and _is_counted(index, one, anchor.end - 1))
    ]
    return max((*(low + last for last in (*crossing, *other, *more)), joined))


def _parted(index: Index, end: int) -> int:
    return parted(index.token_keys[end - 1], index.keys(Span(end, end + _REACH)))


def _leaves_start_open(fact: Fact, edge: int, facts: Sequence[Fact]) -> bool:
    """Whether what stands before a listed fact leaves it what it is: "just | six minutes", "over | 200 metres"."""
    if fact.shown.lower() == "over":
        return any(one.first == edge and one.kind in {"measure", "duration"} for one in facts)
    return fact.shown.lower() in _SAME_FACT or fact.value in _TO_COME


def _leaves_end_open(index: Index, anchor: Span, fact: Fact, low: int) -> bool:
    """Whether a listed fact is what it is though the text goes on: "four days | later", "3 per cent | lower"."""
    following = index.token_keys[anchor.end]
    if fact.kind in AMOUNTS and following in _COMPARATIVES and low + fact.last == anchor.end:
        compared = index.keys(Span(anchor.end + 1, anchor.end + 2)) == ("than",)
        return compared or fact.kind in {"percentage", "measure"}
    if fact.kind == "number" and following == "each":
        return True
    begins = low + fact.first >= anchor.start
    return (
        (fact.kind == "date" and begins and following in _LATER)
        or (fact.kind == "negation" and begins)
        or (fact.kind == "quantifier" and following == "than")
    )


def _is_counted(index: Index, one: Fact, at: int) -> bool:
    """Whether the word at a token is the plain noun that a number right before it counts: "300 | jobs"."""
    word = index.token_keys[at]
    return one.kind == "number" and word.islower() and is_noun(word)


def _is_harmless(index: Index, at: int) -> bool:
    """Whether the token behind an edge goes on with nothing that stands before it."""
    key = index.token_keys[at]
    return key in _HARMLESS or (key in _PREPOSITIONS and index.token_keys[at - 1] != "plans")


def _are_alternatives(index: Index, at: int, one: Fact, facts: Sequence[Fact]) -> bool:
    """Whether "or" stands at a token between a fact and another of its kind."""
    if index.token_keys[at] != "or":
        return False
    ours = next((group for group in (AMOUNTS, DAYS) if one.kind in group), {one.kind})
    return any(other.kind in ours for other in facts if other.last == one.first - 1 or one.last == other.first - 1)


def _crosses(fact: Fact, edge: int, *, names: bool) -> bool:
    years = isinstance(fact.value, When) and fact.value.unit == "year"
    left_open = fact.kind == "name" or fact.value in _TO_COME or years
    return fact.kind in _CUT and (names or not left_open) and fact.first < edge < fact.last
