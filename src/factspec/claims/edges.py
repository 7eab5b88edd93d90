"""The edges of an anchor: a fact that continues beyond them is read as a whole.

The words of an article can be exactly the approved ones and still say something else, because the text continues:
"400" | "million", "at least" | "5 died", "Donald Trump" | "Jr.", "not" | "guilty".
"""

import re
from collections.abc import Sequence
from itertools import islice

from factspec.claims.index import Index
from factspec.facts.fact import Fact, is_bare
from factspec.facts.found import Role, comparing_kinds, counted_kinds, facts_in, kinds, statement_kinds, time_kinds
from factspec.language.calendar import When, is_year
from factspec.language.framing_words import CURRENCY_SIGNS, STATUS
from factspec.language.function_words import (
    ADJECTIVAL,
    AFTER_NOUNS,
    FINITE,
    FUNCTION_WORDS,
    NARROWING,
    OPENING,
    PERSONS,
)
from factspec.language.names import PEOPLES
from factspec.language.number_words import ORDINALS, WORDS
from factspec.language.people import OCCUPATIONS
from factspec.language.places import Span
from factspec.language.tokens import Token
from factspec.language.verbs import FINITE_VERBS, has_verb

# What follows an amount or a day at an anchor's edge and changes it: "3 per cent | at most".


REACH = 4
"""How many tokens before an edge, and after it, are read."""

_PERIODS = frozenset("hour day night week fortnight month quarter year season decade".split())
_AFTER_AMOUNTS = frozenset(
    """maximum minimum tops apiece hourly daily nightly weekly monthly quarterly yearly annually lower higher less fewer
    more further longer below upwards upward grand mil plus squared cubed + each""".split()
)
_RATES = frozenset(["a", "an", "per", "/", "each"])
# What makes "a month" a time and not a rate: "5 euros a month later".
_WHEN = frozenset("later ago earlier before after since".split())
_BOUNDS = frozenset(
    tuple(pair.split())
    for pair in (
        "at most,at least,at best,at worst,or more,or less,or fewer,or so,too many,too few,too much,too little,"
        "on average,give or,rising to"
    ).split(",")
)
# These bound what precedes them only if nothing follows: "500 cars and more than 20 vans".
_AT_THE_END = frozenset(("and", word) for word in "up upwards over more counting".split())
# This bounds only before a number: "5 euros up to 9 euros", but "5 per cent up to June".
_UP_TO = ("up", "to")
_PAIRS = _BOUNDS | _AT_THE_END | {_UP_TO}
# "5 euros at the most", "at the very least"
_UTMOST = frozenset("most least very best worst".split())
# A time or place may follow these bounds.
_PLACING = frozenset("in on at from since by".split())
_EACH_PERIOD = frozenset((period,) for period in _PERIODS)
# What a counted thing may be counted by: "300 jobs a year", but "gave 300 people a meal".
_COUNTED_BY = _PERIODS | frozenset("share head person piece".split())
_BEFORE = frozenset("≥ ≤ ≈ ~ < > ± another further additional extra twice thrice approx circa".split())
# Abbreviations with a stop, and words that bound together with the next word: "upward of | 5".
_WITH_STOP = frozenset("approx c ca no nos".split())
_WITH_WORD = frozenset(
    {("upward", "of"), ("upwards", "of"), ("north", "of"), ("south", "of"), ("close", "to"), ("short", "of")}
)
# What excludes the number after it: "all but | two".
_BUT = frozenset({("all", "but"), ("all", "bar"), ("nowhere", "near"), ("far", "below"), ("far", "above")})
# "month | after month"
_AGAIN = frozenset((period, period) for period in _PERIODS)
_PART_DETERMINERS = frozenset("the its his her their these those".split())
_PART_OF = frozenset("one part parts".split())
_COMPARED = frozenset("more less fewer".split())
_MUCH = frozenset("many much few little".split())
_PERIOD = f"(?:{'|'.join(sorted(_PERIODS))})"
# The first keys of what changes a day, and a pattern of all its keys with a space between two.
_MOVES = frozenset("bc bce BC BCE onward onwards + / - at last next week fortnight in of or the , a one".split())
_MOVING = (
    rf"(?:bce?|BCE?|onwards?|[+/-] \d+(?! [ap]\.?m)|at the (?:earliest|latest)|(?:last|next) {_PERIOD}|week|fortnight"
    rf"|in \d{{4}}|in (?:\d+|several|{'|'.join(sorted(WORDS))}) {_PERIOD}s?|of (?:next|last) {_PERIOD}"
    rf"|or (?:later|earlier|before|after)|the \d{{1,2}} (?:st|nd|rd|th)|(?:, )?(?:a|one) {_PERIOD} ago)(?= |$)"
)
_OTHER_DAY = frozenset(
    tuple(pair.split()) for pair in "of next,of last,or later,or earlier,or before,or after".split(",")
)
# What a part is a part of: "a third | of one per cent", "a quarter | point", "half | a point".
_OF_A_POINT = r"(?:of )?(?:an? |one )?(?:percentage |basis )?(?:per cent|percent|%|points?)(?= |$)"
_PARTS = frozenset("half quarter quarters".split()) | ORDINALS.keys() | {f"{word}s" for word in ORDINALS}
_ERAS = frozenset({"bc", "bce", "BC", "BCE"})
# Words that make a second amount a difference.
_DIFFERENCE = frozenset("ahead behind longer shorter less more before after later earlier faster slower".split())


def may_continue(key: str, following: str) -> bool:
    """Whether two keys after an edge may continue a fact; asked first, because reading facts takes long."""
    if key in _AFTER_AMOUNTS or key in _RATES or key in PEOPLES or key in _PERIODS or key == "every":
        return True
    if key in {"and", ",", "-"}:
        return following[:1].isdigit() or following in WORDS
    if key == "in":
        return following.isdigit() or following in WORDS
    if key == "the":
        return following.isdigit()
    if (key, following) in _OTHER_DAY:
        return True
    if key in _ERAS:
        return True
    if (key, following) == ("at", "the"):
        return True
    return key == "(" or (key, following) in _PAIRS or (key in {"last", "next"} and following in _PERIODS)


def continuation(after: Sequence[Token], facts: Sequence[Fact], fact: Fact, edge: int, *, counted: bool = False) -> int:
    """How many of the tokens after an edge belong to the fact that ends there; `facts` count tokens as `edge` does.

    With `counted` the noun that a number counts is between the two: "300 jobs | a year".
    """
    keys = [token.key for token in after[:REACH]] + [""] * REACH
    if fact.kind in time_kinds():
        return _moved(keys)
    if fact.kind not in counted_kinds():
        return 0
    if counted:
        return _bound_of_counted(keys)
    # "14.9°C – 0.6°C above normal": a number after a dash with spaces is not the end of a range
    parted = len(after) > 1 and keys[0] == "-" and after[0].end != after[1].start
    return max(
        0 if parted else _bound(keys),
        kinds()[fact.kind].goes_on(fact, after[:REACH]),
        _more(after, facts, fact, edge),
    )


def parted(last: str, following: Sequence[str]) -> int:
    """How many keys after an edge name the whole of the part before it: "a quarter | point", "a point | and a half".

    `last` is the key before the edge.
    """
    if tuple(following[:3]) == ("and", "a", "half"):
        return 3
    found = re.match(_OF_A_POINT, " ".join(following)) if last in _PARTS else None
    return found[0].count(" ") + 1 if found else 0


def _is_bound(keys: Sequence[str]) -> bool:
    pair, following = tuple(keys[:2]), keys[2]
    ends = not following or not following[0].isalnum() or following in _PLACING
    number = following[:1].isdigit() or following[:1] in CURRENCY_SIGNS or following in WORDS
    if pair == ("at", "the"):
        return following in _UTMOST
    return pair in _BOUNDS or (pair in _AT_THE_END and ends) or (pair == _UP_TO and number)


def _bound(keys: Sequence[str]) -> int:
    rate = keys[0] in _RATES and keys[1][:1].isalpha() and keys[2] not in _WHEN
    if keys[0] == "each":
        return 1 + (keys[1] in _COUNTED_BY)
    if tuple(keys[:3:2]) in _AGAIN and keys[1] in {"after", "by", "on"}:
        return 3
    if keys[0] == "every" and keys[1] in _PERIODS:
        return 2
    if rate or _is_bound(keys) or _goes_past(keys):
        return 2
    return int(keys[0] in _AFTER_AMOUNTS)


def _goes_past(keys: Sequence[str]) -> bool:
    """Whether a hyphen adds something to a number: "5 | -7", "5 million | -plus"."""
    return keys[0] == "-" and (keys[1][:1].isdigit() or keys[1] == "plus")


def _bound_of_counted(keys: Sequence[str]) -> int:
    if keys[0] in _RATES:
        return 2 if keys[1] in _COUNTED_BY and keys[2] not in _WHEN else int(keys[0] == "each")
    if _is_bound(keys):
        return 2
    # "300 jobs | less than a month later"
    timed = keys[1] == "than" and (keys[2] in {"a", "an", "one"} or keys[3] in _PERIODS)
    short = (keys[0], keys[1]) == ("short", "of")
    return int(short or (keys[0] in _AFTER_AMOUNTS and not timed))


def _more(after: Sequence[Token], facts: Sequence[Fact], fact: Fact, edge: int) -> int:
    """How many tokens continue an amount: "3 hours | and 40 minutes", but "3 hours, | a minute ahead of"."""
    if not after:
        return 0
    joined = edge + (after[0].key in {"and", ","})
    more = next((one for one in facts if one.kind == fact.kind and one.first in {edge, joined}), None)
    if more is None or not kinds()[fact.kind].continues(more, fact):
        return 0
    following = after[more.last - edge].key if more.last - edge < len(after) else ""
    return 0 if following in _DIFFERENCE else more.last - edge


def _moved(keys: Sequence[str]) -> int:
    """How many keys move a day to another week, year or era: "Tuesday | last week", "May | in 2019", "the 90s | BC"."""
    found = re.match(_MOVING, " ".join(keys)) if keys[0] in _MOVES else None
    return found[0].count(" ") + 1 if found else 0


def before(keys: Sequence[str], number: str) -> int:
    """How many of the keys right before a number bound it or make it part of another: "≥ | 5", "2 in | 5"."""
    last, earlier = keys[-1:], keys[-2:-1]
    if not last:
        return 0
    if last[0] in _BEFORE:
        return 1
    if (last[0] == "." and earlier and earlier[0] in _WITH_STOP) or tuple(keys[-2:]) in _WITH_WORD | _BUT:
        return 2
    counted = earlier and (earlier[0][:1].isdigit() or earlier[0] in WORDS)
    if last[0] in {"in", "+", "×"} and counted and not is_year(number):
        return 2
    if last[0] == "as" and keys[-3:-2] == ("as",) and earlier[0] in _MUCH:
        return 3
    if tuple(keys[-2:]) == ("out", "of") and keys[-3:-2] and (keys[-3][:1].isdigit() or keys[-3] in WORDS):
        return 3
    return _part_before(keys)


def _part_before(keys: Sequence[str]) -> int:
    """How many of the keys before a number make it a part or a limit: "parts of | 12", "than the | 12"."""
    words = list(keys[:-1] if keys[-1] in _PART_DETERMINERS else keys)
    apart = len(keys) - len(words)
    if words[-1:] == ["of"] and words[-2:-1] and words[-2] in _PART_OF:
        return 2 + apart
    return 2 + apart if apart and words[-1:] == ["than"] and words[-2:-1] and words[-2] in _COMPARED else 0


# Words beside an anchor's edge that belong to it: parts of a word, counts, bounds.


# What may be between a word that counts and what it counts.
_COUNT_DETERMINERS = frozenset("the these those its his her their our".split())
_COUNTING = frozenset("all only not both half nearly almost just even few none".split())
HYPHENS = frozenset("-\u2010\u2011\u2013")
"""Signs that join the parts of a word."""

# Parts of a compound that make it another thing, even for a claim that lists words.
_TURNING_PREFIXES = frozenset("non anti ex un half pre post vice pro counter pseudo quasi semi former sub".split())
_TURNING_SUFFIXES = frozenset("free less proof elect designate to like".split())


def bounded_start(index: Index, start: int, first: int) -> int:
    """The first token of what bounds the number that begins at `start`."""
    if not is_number(index, start):
        return start
    return start - before(index.keys(Span(max(start - REACH, first), start)), index.token_keys[start])


def counted_at(index: Index, start: int, first: int) -> int:
    """The token after a word that counts what begins at `start`: "few of the | rich", "all the | ships"."""
    at = start
    if at > first + 1 and index.token_keys[at - 1] in _COUNT_DETERMINERS:
        at -= 1
    if at > first + 1 and index.token_keys[at - 1] == "of":
        return at - 1
    return at if at > first and index.token_keys[at - 1] in _COUNTING else start


def compound_start(index: Index, start: int, *, names: bool) -> int:
    """The first token of the word that `start` would cut at a hyphen: "ex-|king"."""
    lowest = max(start - _REACH, 1)
    while start > lowest and _hyphen(index, start - 1) and (names or index.token_keys[start - 2] in _TURNING_PREFIXES):
        start -= 2
    return start


def compound_end(index: Index, end: int, *, names: bool) -> int:
    """The token after the word that `end` would cut at a hyphen: "smoke|-free"."""
    last = min(end + _REACH, len(index.tokens) - 1)
    while end < last and _hyphen(index, end) and (names or index.token_keys[end + 1] in _TURNING_SUFFIXES):
        end += 2
    return end


def _hyphen(index: Index, at: int) -> bool:
    """Whether a token is a hyphen inside a word."""
    if index.tokens.texts[at] not in HYPHENS:
        return False
    before, sign, after = index.tokens[at - 1 : at + 2]
    letters = before.text[-1].isalpha() and after.text[0].isalpha()
    return letters and before.end == sign.start and sign.end == after.start


def is_number(index: Index, at: int) -> bool:
    """Whether a number begins at a token, in digits, in words or with the sign or letters of its currency."""
    text, key = index.tokens.texts[at], index.token_keys[at]
    if text[0].isdigit() or text[-1] in CURRENCY_SIGNS or (key in WORDS and key != "one"):
        return True
    # "US$4.2 million", "EUR 40", "Rs 400"
    following = index.tokens.texts[at + 1] if at + 1 < len(index.tokens) else ""
    lettered = text[0].isupper() and (following[:1].isdigit() or following[-1:] in CURRENCY_SIGNS | {"."})
    return lettered and any(
        kinds()[fact.kind].UNIT_FIRST and not fact.first for fact in facts_in(index.tokens[at : at + _REACH])
    )


def is_noun(key: str) -> bool:
    """Whether a word may be a noun: it is in none of the closed classes."""
    return key.isalpha() and (key in PERSONS or key not in FUNCTION_WORDS)


# Nouns that an anchor's edge separates from what narrows them, or from the other noun of a compound.


_CLAUSE_OPENERS = frozenset({",", ";", ":", "that"})


def narrowed_start(index: Index, start: int, first: int) -> int:
    """The first token of what narrows the noun that begins at `start`: "operating | profit".

    `first` is the first token of its sentence.
    """
    noun, before = index.tokens[start], index.token_keys[start - 1].lower()
    if not is_noun(noun.key) or noun.key.endswith("ed"):
        return start
    following = index.tokens.texts[start + 1] if start + 1 < len(index.tokens) else ""
    alone = noun.text[0].isupper() and not following[:1].isupper()  # not a person: "Norway's | Parliament"
    of_place = alone and (before in PEOPLES or before.endswith("'s"))
    if (
        start > 2
        and index.tokens.texts[start - 2] in HYPHENS
        and f"{index.token_keys[start - 3]}-{before}" in NARROWING
    ):
        return start - 3
    narrowed = before in NARROWING or of_place or _is_cut_subject(index, start, first)
    return start - 1 if narrowed else start


def _is_cut_subject(index: Index, start: int, first: int) -> bool:
    """Whether a noun before its verb is separated from the word that opens its clause: "Imported | coal costs"."""
    noun = index.tokens.texts[start]
    before_verb = start + 1 < len(index.tokens) and _is_finite(index, start + 1)
    if not (noun.islower() and before_verb) or _is_finite(index, start):
        return False
    before = index.token_keys[start - 1].lower()
    if not is_noun(before) or before.endswith("ly") or before in OPENING:
        return False
    if start - 1 == first:
        return True
    return index.token_keys[start - 2] in _CLAUSE_OPENERS and not before.endswith(("ed", "ing"))


def _is_finite(index: Index, at: int) -> bool:
    return index.token_keys[at] in FINITE or index.is_verb(at)


def headed_end(index: Index, anchor: Span) -> int:
    """The token after a noun that makes a compound with the last word of a clause: "approved the library | closure".

    A bare word is known to be such a noun only after a verb and its object.
    """
    last, following = index.tokens[anchor.end - 1 : anchor.end + 1]
    if not _may_be_noun(last.text):
        return anchor.end
    owned = _owning(index, anchor.end)
    noun = following.text.removesuffix("'s").removesuffix("\u2019s")
    if not owned and (not _may_be_noun(noun) or following.text in AFTER_NOUNS):
        return anchor.end
    goes_on = index.is_english and has_verb(index.tokens[anchor.start : anchor.end])
    return anchor.end + goes_on * (1 + owned)


def _owning(index: Index, at: int) -> bool:
    """Whether a token is the apostrophe of a plural possessive, and not a quotation mark."""
    before, sign = index.tokens[at - 1 : at + 1]
    sentence = index.sentence_tokens[index.sentence_of(at)]
    if not (sign.key == "'" and before.key.endswith("s") and before.end == sign.start and at + 1 < sentence.end):
        return False
    return _may_be_noun(index.tokens.texts[at + 1]) and "'" not in index.keys(Span(sentence.start, at))


def _may_be_noun(word: str) -> bool:
    return word.islower() and is_noun(word) and not (word.endswith(ADJECTIVAL) or word in FINITE_VERBS)


# How many tokens on each side of an edge are read; no fact that can be cut is longer.
_REACH = 8
# Words and signs that neither begin nor continue a fact, so an edge beside one cuts nothing: function words without
# those of names, bounds, hedges and dates.
_HARMLESS = frozenset(
    "the in with by as is are was were be been has have had that which who it he she they his her their its this these "
    "those from when while where because but said says into his also then there such through during since "
    "if after before despite although though whose whom".split()
) | frozenset('.;:!?()"')
# Words that continue a fact only in "plans | for a bridge".
_PREPOSITIONS = frozenset({"on", "for"})
# What does not change a listed fact: "just | six minutes", and the future in reported speech: "would | appeal".
_SAME_FACT = frozenset("just only even would every each".split())
_COMPARATIVES = frozenset("more less fewer higher lower further below above".split())
_LATER = frozenset("later earlier ago".split())
# Hedges about the future; a claim that lists facts allows them.
_TO_COME = frozenset({"planned", "expected", "hoped"})


def uncut(index: Index, anchor: Span, *, names: bool = True) -> Span:
    """The token range of an anchor, widened by the facts that it cuts; the same range if it cuts none.

    Without `names` (a listed phrase) part of a name is enough, and a quantifier before other words is left out.
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
        and _changes(fact, bounded=bounded, partly=index.token_keys[counted] == "of")
        # "her deputy | resigned": a status belongs to a noun
        and not (fact.value in STATUS and index.is_verb(anchor.start))
    ]
    other = [
        one.first for one in facts if one.last == edge - 1 and _are_alternatives(index, anchor.start - 1, one, facts)
    ]
    more = [one.first for one in facts if _goes_before(index, one, low, edge, facts)]
    if names and index.token_keys[anchor.start].endswith("s"):  # "Three | schools", but "In 2026 | schools"
        more += [one.first for one in facts if one.last == edge and _is_count_of(index, one, low, sentence.start)]
    return min((*(low + first for first in (*crossing, *beside, *other, *more)), joined))


def _is_full_name(index: Index, start: int, low: int, fact: Fact) -> bool:
    """Whether a name that an edge cuts is the only full name of its bearer in the article: "Ana | Lind"."""
    if fact.kind != "name" or low + fact.last <= start:
        return False
    keys = index.keys(Span(low + fact.first, low + fact.last))
    family = keys[-1].removesuffix("'s")
    full = index.full_names.get(family) == {(*keys[:-1], family)}
    return full and len(list(islice(index.find(keys[:-1]), 2))) > 1


def _is_introduced(index: Index, start: int, first: int) -> bool:
    """Whether a name begins at an edge after its bearer's occupation, written with a capital: "Striker | Bo Ek"."""
    words = index.keys(Span(first, start))
    return len(words) == 1 and words[0].lower() in OCCUPATIONS


def _is_count_of(index: Index, one: Fact, low: int, first: int) -> bool:
    """Whether a number counts the plural right after it, and is not a year or a label ("number 13").

    `first` is the sentence's first token.
    """
    labels = index.keys(Span(max(low + one.first - 1, first), low + one.first))
    return _counts(one) and not is_year(one.shown) and labels not in (("number",), ("no",), (".",))


def _goes_before(index: Index, one: Fact, low: int, edge: int, facts: Sequence[Fact]) -> bool:
    """Whether the amount that begins at an edge continues one before it: "1 hour and | 20 minutes"."""
    continued = any(
        other.kind == one.kind and other.first == edge and kinds()[one.kind].continues(other, one) for other in facts
    )
    between = index.keys(Span(low + one.last, low + edge))
    return continued and one.last <= edge and between in ((), ("and",), (",",))


def _changes(fact: Fact, *, bounded: bool, partly: bool) -> bool:
    """Whether a word changes what is right after it; a bound does so only if that is `bounded`.

    With `partly` there is an "of" between the two, before which a number is a bound too.
    """
    role = kinds()[fact.kind].ROLE
    if role is None and not (partly and _counts(fact)):
        return False
    return bounded or role in {Role.DENIAL, Role.DOUBT}


def _counts(fact: Fact) -> bool:
    return kinds()[fact.kind].COUNTS and fact.shown.lower() != "one"


def _end(index: Index, anchor: Span, *, names: bool) -> int:
    sentence = index.sentence_tokens[index.sentence_of(anchor.end - 1)]
    if anchor.end >= sentence.end:
        return anchor.end
    following, second = (*index.keys(Span(anchor.end, anchor.end + 2)), "")[:2]
    if _is_harmless(index, anchor.end) and not may_continue(following, second):
        return anchor.end
    joined = max(compound_end(index, anchor.end, names=names), anchor.end + _edges_parted(index, anchor.end))
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
        edge + continuation(after, facts, one, edge, counted=one.last < edge)
        for one in facts
        if one not in open_ends
        if one.last == edge or (one.last == edge - 1 and _is_counted(index, one, anchor.end - 1))
    ]
    return max((*(low + last for last in (*crossing, *other, *more)), joined))


def _edges_parted(index: Index, end: int) -> int:
    return parted(index.token_keys[end - 1], index.keys(Span(end, end + _REACH)))


def _leaves_start_open(fact: Fact, edge: int, facts: Sequence[Fact]) -> bool:
    """Whether the words before a listed fact leave it unchanged: "just | six minutes", "over | 200 metres"."""
    if fact.shown.lower() == "over":
        return any(one.first == edge and kinds()[one.kind].REACHES for one in facts)
    return fact.shown.lower() in _SAME_FACT or fact.value in _TO_COME


def _leaves_end_open(index: Index, anchor: Span, fact: Fact, low: int) -> bool:
    """Whether the words after a listed fact leave it unchanged: "four days | later", "3 per cent | lower"."""
    following = index.token_keys[anchor.end]
    if fact.kind in counted_kinds() and following in _COMPARATIVES and low + fact.last == anchor.end:
        compared = index.keys(Span(anchor.end + 1, anchor.end + 2)) == ("than",)
        return compared or fact.kind in comparing_kinds()
    if kinds()[fact.kind].COUNTS and following == "each":
        return index.keys(Span(anchor.end + 1, anchor.end + 2)) not in _EACH_PERIOD
    begins = low + fact.first >= anchor.start
    role = kinds()[fact.kind].ROLE
    return (
        (fact.kind in time_kinds() and begins and following in _LATER)
        or (role is Role.DENIAL and begins)
        or (role is Role.BOUND and following == "than")
    )


def _is_counted(index: Index, one: Fact, at: int) -> bool:
    """Whether the word at a token is the plain noun that a number right before it counts: "300 | jobs"."""
    word = index.token_keys[at]
    return is_bare(one) and word.islower() and is_noun(word)


def _is_harmless(index: Index, at: int) -> bool:
    """Whether the token after an edge cannot continue what precedes it."""
    key = index.token_keys[at]
    return key in _HARMLESS or (key in _PREPOSITIONS and index.token_keys[at - 1] != "plans")


def _are_alternatives(index: Index, at: int, one: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the token is an "or" between a fact and another of its kind."""
    if index.token_keys[at] != "or":
        return False
    ours = next((group for group in (counted_kinds(), time_kinds()) if one.kind in group), {one.kind})
    return any(other.kind in ours for other in facts if other.last == one.first - 1 or one.last == other.first - 1)


def _crosses(fact: Fact, edge: int, *, names: bool) -> bool:
    years = isinstance(fact.value, When) and fact.value.unit == "year"
    left_open = kinds()[fact.kind].NAMES or fact.value in _TO_COME or years
    return fact.kind in statement_kinds() and (names or not left_open) and fact.first < edge < fact.last
