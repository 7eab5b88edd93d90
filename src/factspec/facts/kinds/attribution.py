"""Attribution: said, according to, claimed, denied, admitted, confirmed.

Two verbs agree if they commit the speaker alike: "said" and "stated" do, "said" and "denied" or "confirmed" do not.
Denying is attribution, not negation. A verb with a second meaning ("showed", "added") counts only if the other side
also has a verb of saying. A speaker without a name is compared too: "police said", "residents said".
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, fact_at, word_fact
from factspec.facts.found import Role
from factspec.language.number_words import key_at
from factspec.language.people import ENDINGS, SAME, SPEAKERS
from factspec.language.reporting import CONTESTING, SAYINGS, STRONG
from factspec.language.tokens import Token, index_of, phrases_in

KIND = "attribution"
RANK = 20
ROLE = Role.SAYING
MOVES = True
# In a noun phrase of up to four words the last one is the head.
_LONGEST = 4
_DETERMINERS = frozenset("the a an some many several local".split())
_INDEX = index_of({**{(word,): name for word, name in SAYINGS.items()}, ("according", "to"): "say"})
TRIGGERS = frozenset(_INDEX)


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The words of attribution, each with its class."""
    for found in phrases_in(tokens, _INDEX):
        if tokens[found.first].key == "states" and key_at(tokens, found.first - 1) == "united":
            continue
        yield fact_at(tokens, found.first, found.last, KIND, found.name)


agree = equal_values


def across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """The last words of two differing spans, if they name different speakers without a name."""
    if not mine or not theirs or len(mine) > _LONGEST or len(theirs) > _LONGEST:
        return
    one, other = approved[mine[-1]].key, found[theirs[-1]].key
    if one == other or not _speaker(one) or not _speaker(other) or SAME.get(one, one) == SAME.get(other, other):
        return
    if _speaks(approved, mine) and _speaks(found, theirs):
        yield word_fact(approved, mine[-1], KIND), word_fact(found, theirs[-1], KIND)


def _speaker(key: str) -> bool:
    return key in SPEAKERS or (len(key) > 5 and key.endswith(ENDINGS))


def _speaks(tokens: Sequence[Token], span: range) -> bool:
    """Whether a verb of saying follows a span, or comes before it: "said police", "according to police"."""
    after = key_at(tokens, span[-1] + 1)
    if after in SAYINGS:
        return True
    at = span[0] - 1
    while key_at(tokens, at) in _DETERMINERS:
        at -= 1
    before = key_at(tokens, at)
    if before == "to":
        return key_at(tokens, at - 1) == "according"
    return before in STRONG and at > 0 and not tokens[at - 1].key[0].isalnum() and not after.isalpha()


def alone(fact: Fact, _inside: Sequence[str], _around: Sequence[str]) -> bool:
    """Whether the word always attributes, so that adding or removing it is a change."""
    words = fact.shown.lower().split()
    return len(words) > 1 or words[0] in STRONG


def turns(fact: Fact) -> bool:
    """Whether the word always attributes, or contests what is said."""
    return fact.value in CONTESTING or alone(fact, (), ())
