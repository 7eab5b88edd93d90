"""Sums of money: a number with a sign, an ISO code or a name of a currency.

"$5m", "US$5 million", "5 million dollars" and "USD 5m" agree, as do "50p" and "£0.50". Two currencies never agree,
whatever the rate; "A$5" is not "$5". "5 pounds" is money unless a word says that it is a weight. In sums of money `m`,
`b` and `t` are million, billion and trillion.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factspec.facts import amounts
from factspec.facts.amounts import phrase_at, phrases
from factspec.facts.fact import Fact
from factspec.facts.found import Sort
from factspec.facts.units import CODES, DOLLARS, LARGE_ONLY, LETTERS, NATIONAL, NOUNS, SIGNS
from factspec.language.number_words import Numeral, key_at, touches
from factspec.language.tokens import Token, fold_word

KIND = "money"
RANK = 90
SORT = Sort.AMOUNT

_NAMES = phrases({**NOUNS, **NATIONAL})
_WEIGHED = frozenset({"of", "heavier", "lighter", "per", "overweight", "each", "(", "and"})
_WEIGHING = frozenset({"lost", "lose", "losing", "gained", "gain", "lift", "lifted", "shed", "heavy", "-"})

_COINS = {"p": "GBP/100", "c": "USD/100"}
_HUNDREDTHS = {f"{code}/100": (code, Fraction(1, 100)) for code in ("USD", "GBP", "EUR")}
_SHORT = {"m": 10**6, "b": 10**9, "t": 10**12}
TRIGGERS = frozenset({*_NAMES, *SIGNS, *LETTERS, *LARGE_ONLY, *_COINS, "pounds", "US", *map(fold_word, CODES)})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The sums of a text; the unit of the value is the ISO 4217 code, `CODE/100` for its hundredth, or a bare name."""
    return amounts.read(KIND, tokens, _unit_at)


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two sums are the same amount of the same currency."""
    return amounts.agree_converted(approved, found, _HUNDREDTHS)


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    last, scale = _short_scale(tokens, numeral)
    after = _after(tokens, numeral, last)
    before = _before(tokens, numeral.first)
    if before is None:
        if after is not None:
            return amounts.Unit(after[0], numeral.first, after[1], scale)
        code = _range_code(tokens, numeral) if scale != 1 else ""
        return amounts.Unit(code, numeral.first, last, scale) if code else None
    code, first = before
    if after is not None and after[0] == code:
        last = after[1]
    if key_at(tokens, first - 1) == "-" and touches(tokens, first) and not touches(tokens, first - 1):
        return amounts.Unit(code, first - 1, last, -scale)
    return amounts.Unit(code, first, last, scale)


def _range_code(tokens: Sequence[Token], numeral: Numeral) -> str:
    """The currency before the other end of a range: "$5-7m"."""
    if key_at(tokens, numeral.first - 1) not in {"-", "to", "and"}:
        return ""
    before = _before(tokens, numeral.first - 2)
    return before[0] if before else ""


def _short_scale(tokens: Sequence[Token], numeral: Numeral) -> tuple[int, int]:
    """The index after a numeral and the letter that may multiply it, and what it multiplies by."""
    at = numeral.last
    if numeral.scale != 1 or not touches(tokens, at):
        return at, 1
    scale = _SHORT.get(key_at(tokens, at), 1)
    return at + (scale != 1), scale


def _before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The currency before a number, and the index at which it begins."""
    at = index - 1
    if at < 0:
        return None
    if tokens[at].key == "." and touches(tokens, at):
        at -= 1
    token = tokens[at]
    if token.key in SIGNS:
        letters = key_at(tokens, at - 1).lower() if touches(tokens, at) else ""
        if token.key == "$" and (letters in DOLLARS or key_at(tokens, at - 1) == "US"):
            return DOLLARS.get(letters, "USD"), at - 1
        return SIGNS[token.key], at
    if token.text in CODES:
        return token.text, at
    if token.key in LETTERS and token.text != token.key:
        return LETTERS[token.key], at
    return None


def _after(tokens: Sequence[Token], numeral: Numeral, last: int) -> tuple[str, int] | None:
    """The currency after a number, and the index after it."""
    at = amounts.unit_start(tokens, numeral._replace(last=last))
    if key_at(tokens, at) == "." and touches(tokens, at) and numeral.scale != 1:
        at += 1
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.text in CODES:
        return token.text, at + 1
    if token.key == "US":
        named = phrase_at(tokens, at + 1, _NAMES)
        return named if named and named[0].startswith("USD") else None
    named = phrase_at(tokens, at, _NAMES)
    if named is None and token.key in LARGE_ONLY and (numeral.scale != 1 or last > numeral.last):
        return LARGE_ONLY[token.key], at + 1
    if token.key == "pounds" and not _is_weight(tokens, numeral.first, at):
        return "GBP", at + 1
    return named or _sign_after(tokens, at)


def _is_weight(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether pounds are a weight: because "of" or a number follows, or a word of weighing comes before them."""
    following = key_at(tokens, at + 1)
    if following in _WEIGHED or following[:1].isdecimal():
        return True
    before = [token.key for token in tokens[max(first - 6, 0) : first]]
    return any(key in _WEIGHING or key.startswith("weigh") for key in before)


def _sign_after(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A sign that follows its number ("5 €", "50p") and does not belong to the next one."""
    token = tokens[at]
    if token.key in SIGNS and not touches(tokens, at + 1):
        return SIGNS[token.key], at + 1
    code = _COINS.get(token.text) if touches(tokens, at) else None
    return (code, at + 1) if code else None
