"""Words beside an anchor's edge that belong to what stands there: parts of a word, counts, bounds."""

from factspec.facts_found import facts_in
from factspec.lexicon.function_words import FUNCTION_WORDS, PERSONS
from factspec.lexicon.quantifiers import CURRENCY_SIGNS
from factspec.match.framing_word import SIGHT, lets_either, offers_another
from factspec.match.going_on import REACH, before
from factspec.match.index import Index
from factspec.text.places import Span
from factspec.text.worded import WORDS

_REACH = 8
# What stands between a word that counts and what it counts.
_DETERMINERS = frozenset("the these those its his her their our".split())
_COUNTING = frozenset("all only not both half nearly almost just even few none".split())
HYPHENS = frozenset("-\u2010\u2011\u2013")
"""Signs that join the parts of a word."""

# Parts of a compound without which it is another thing, even to a claim that lists words.
_TURNING_PREFIXES = frozenset("non anti ex un half pre post vice pro counter pseudo quasi semi former sub".split())
_TURNING_SUFFIXES = frozenset("free less proof elect designate to like".split())


def bounded_start(index: Index, start: int, first: int) -> int:
    """The first token of what bounds the number that begins at `start`."""
    if not is_number(index, start):
        return start
    return start - before(index.keys(Span(max(start - REACH, first), start)), index.token_keys[start])


def counted_at(index: Index, start: int, first: int) -> int:
    """The token behind a word that counts what begins at `start`: "few of the | rich", "all the | ships"."""
    at = start
    if at > first + 1 and index.token_keys[at - 1] in _DETERMINERS:
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
    """The token behind the word that `end` would cut at a hyphen: "smoke|-free"."""
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
        fact.kind == "money" and not fact.first for fact in facts_in(index.tokens[at : at + _REACH])
    )


def is_noun(key: str) -> bool:
    """Whether a word may be a noun: it is none of the closed classes."""
    return key.isalpha() and (key in PERSONS or key not in FUNCTION_WORDS)


def is_alternative(index: Index, span: Span) -> bool:
    """Whether "or" makes the words one of two: "red or | blue |"; behind a negation it does not."""
    beside = (at for at in (span.start - 1, span.end) if 0 <= at < len(index.tokens) and index.token_keys[at] == "or")
    if not any(offers_another(index.tokens, at) for at in beside):
        return False
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    return not any(map(lets_either, index.keys(Span(max(first, span.start - SIGHT), span.end))))
