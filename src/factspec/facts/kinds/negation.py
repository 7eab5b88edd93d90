"""Negation: not, never, no, none, nobody, without, no longer, fail to, refuse to, hardly; un-, in-, non- before a stem.

Two negations agree if they deny alike ("not … any", "no"); "never", "no longer" and "hardly" agree only with words of
their own class. A word with a negating prefix counts only if the other side has its stem ("lawful", "unlawful"). Verbs
of denying are attribution.
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, fact_at, word_fact
from factspec.facts.found import Role
from factspec.language.number_words import key_at
from factspec.language.tokens import CONTRACTED, IndexedTokens, Token, index_of, phrase_table, phrases_in

KIND = "negation"
RANK = 45
STATES = True
ROLE = Role.DENIAL
_WORDS = {
    "no": "not|no|no one|none|nobody|nothing|nowhere|neither|nor|without|cannot|ain't|can't|won't|shan't",
    "never": "never",
    "hardly": "hardly|barely|scarcely",
    "instead": "instead of|rather than",
    "fail": "fails|fails to|failed|fail|failing|failure",
    "refuse": "refuses to|refused to|refuse to|refusing to|declined to|declines to|decline to",
    "no longer": "no longer|not anymore",
    "non": "non",
}
_INDEX = index_of(phrase_table(_WORDS))
_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "mis")
_LISTED = frozenset({"ain't", "can't", "won't", "shan't"})
TRIGGERS = frozenset({*_INDEX, CONTRACTED})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The negations of a text, each with its class."""
    for found in phrases_in(tokens, _INDEX):
        if tokens[found.first].key == "no" and _numbers(tokens, found.last):
            continue
        yield fact_at(tokens, found.first, found.last, KIND, found.name)
    contracted = not isinstance(tokens, IndexedTokens) or CONTRACTED in tokens.present
    for place in [at for at, token in enumerate(tokens) if token[1].endswith("n't")] if contracted else ():
        if tokens[place].key not in _LISTED:
            yield Fact(KIND, "no", tokens[place].text, place, place + 1)


def _numbers(tokens: Sequence[Token], place: int) -> bool:
    """Whether a "no" is the abbreviation before a number."""
    return key_at(tokens, place) == "." and key_at(tokens, place + 1)[:1].isdigit()


agree = equal_values


def turns(_fact: Fact) -> bool:
    """Every negation may deny the sentence."""
    return True


def across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of words of two differing spans, if one word is the other with a negating prefix."""
    words = {found[place].key: place for place in theirs}
    tails = {word[-3:] for word in words}
    for place in mine:
        key = approved[place].key
        if key[-3:] not in tails:
            continue
        for other in (_stem(key), *(prefix + key for prefix in _PREFIXES if len(key) > 2)):
            if other in words:
                yield word_fact(approved, place, KIND), word_fact(found, words[other], KIND)


def _stem(key: str) -> str:
    prefix = next((prefix for prefix in _PREFIXES if key.startswith(prefix) and len(key) > len(prefix) + 2), "")
    return key[len(prefix) :] if prefix else ""
