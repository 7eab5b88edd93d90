"""Quantifiers and bounds: all, some, most, few, at least, up to, more than, nearly, about, only.

Words such as "over" and "about" are bounds only before a number. Two approximations agree ("about", "roughly"); adding
or removing one is a change. "a few" is not "few".
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Role
from factspec.facts.units import CODES, LETTERS
from factspec.language.number_words import MAGNITUDES, key_at, touches
from factspec.language.quantifiers import BOUNDS, CURRENCY_SIGNS, NUMBER_BOUNDS, NUMBER_OPENERS, PERIODS, QUANTIFIERS
from factspec.language.tokens import PhraseMatch, Token, index_of, phrases_in

KIND = "quantifier"
RANK = 47
STATES = True
ROLE = Role.BOUND
_ANYWHERE = index_of({**NUMBER_BOUNDS, **QUANTIFIERS, **BOUNDS})
# "at all", and a half that belongs to a number.
_OTHERWISE = frozenset({("all", "at"), ("half", "a"), ("half", "and"), ("half", "-")})
_UP_TO_VERBS = frozenset(
    "catch catches caught catching keep keeps live lives lived stand stands stood add adds come comes "
    "came own owned".split()
)
# After these words "little" says how much; after others it says how big.
_BEFORE_LITTLE = frozenset(
    "has have had is was are were be been with saw see sees shows showed made makes did do does there "
    "paid pays gave gives got of".split()
)
_DETERMINERS = frozenset("a an the her his its their my your our this that these those very two three one so".split())
TRIGGERS = frozenset(_ANYWHERE)


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The quantifiers and bounds of a text, each with its class."""
    end = 0
    for found in phrases_in(tokens, _ANYWHERE):
        if found.first >= end and _counts(tokens, found):
            end = found.last
            name = _named(tokens, found)
            yield fact_at(tokens, found.first, found.last, KIND, name)


def _named(tokens: Sequence[Token], found: PhraseMatch) -> str:
    """The class of a quantifier; before a number "some" is an approximation."""
    phrase = tuple(token.key for token in tokens[found.first : found.last])
    return NUMBER_BOUNDS[phrase] if phrase in NUMBER_BOUNDS and _figure_at(tokens, found.last) else found.name


def _counts(tokens: Sequence[Token], found: PhraseMatch) -> bool:
    phrase = tuple(token.key for token in tokens[found.first : found.last])
    before = key_at(tokens, found.first - 1)
    if phrase in BOUNDS:
        return phrase != ("up", "to") or before not in _UP_TO_VERBS
    if phrase == ("close", "to"):
        return _figure_at(tokens, found.last)
    if phrase in NUMBER_BOUNDS and (phrase not in QUANTIFIERS or _number_at(tokens, found.last)):
        return _number_at(tokens, found.last)
    if (phrase[0], before) in _OTHERWISE or (phrase == ("half",) and _magnitude_at(tokens, found.last)):
        return False
    if phrase == ("little",) and found.first:
        return before in _BEFORE_LITTLE and not key_at(tokens, found.last).endswith("s")
    return not (phrase[0] in {"most", "few", "much"} and len(phrase) == 1 and before in _DETERMINERS)


def _magnitude_at(tokens: Sequence[Token], place: int) -> bool:
    """Whether "million", "a million" or the like follows, which makes "half" part of a number."""
    at = place + (key_at(tokens, place) in {"a", "an", "-"})
    return key_at(tokens, at) in MAGNITUDES


def _figure_at(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and (tokens[place].key[0].isdigit() or tokens[place].key in CURRENCY_SIGNS)


def _number_at(tokens: Sequence[Token], place: int) -> bool:
    if key_at(tokens, place) in {"a", "an"} and key_at(tokens, place + 1) in PERIODS:
        return True
    if _currency_at(tokens, place):
        return True
    for token in tokens[place : place + 2]:
        if token.key[0].isdigit() or token.key in NUMBER_OPENERS or token.key in CURRENCY_SIGNS:
            return True
        if token.key not in {"a", "an", "the"}:
            return False
    return False


def _currency_at(tokens: Sequence[Token], place: int) -> bool:
    """Whether a sum begins at a token with the letters of its currency: "EUR 40", "Rs 400", "US$5"."""
    if place + 1 >= len(tokens):
        return False
    token, following = tokens[place : place + 2]
    if following.key in CURRENCY_SIGNS:
        return token.text[0].isupper() and touches(tokens, place + 1)
    return token.text in CODES or (token.key in LETTERS and token.text != token.key)


agree = equal_values


def across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """The "a little" of one side and the "little" of the other, if only the article differs."""
    one, other = _with_little(approved, mine), _with_little(found, theirs)
    if one and other and one.value != other.value:
        yield one, other


def _with_little(tokens: Sequence[Token], span: range) -> Fact | None:
    """The "little" after a span that is empty or only its article."""
    if len(span) > 1 or (span and tokens[span[0]].key != "a") or key_at(tokens, span.stop) != "little":
        return None
    if key_at(tokens, span.start - 1) not in _BEFORE_LITTLE:
        return None
    name = "a little" if span else "little"
    return fact_at(tokens, span.start, span.stop + 1, KIND, name)
