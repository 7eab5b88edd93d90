"""Attribution: said, according to, claimed, denied, admitted, confirmed.

Two agree where they commit the speaker alike: "stated" for "said", not "denied" and not "confirmed". Denying is
attribution, not negation. Verbs with a second meaning ("showed", "added") count only against another verb of saying.
Who says it is a difference of this kind where it is no name: "police said", "residents said".
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, shown
from factspec.language.people import ENDINGS, SAME, SPEAKERS
from factspec.language.reporting import SAYINGS, STRONG
from factspec.language.tokens import Token, index_of, phrases_in

KIND = "attribution"
RANK = 20
MOVES = True
# Words of a noun phrase that name its head last.
_LONGEST = 4
_DETERMINERS = frozenset("the a an some many several local".split())
_INDEX = index_of({**{(word,): name for word, name in SAYINGS.items()}, ("according", "to"): "say"})
TRIGGERS = frozenset(_INDEX)
"""The keys without which a text has no fact of the kind."""


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The words of attribution, each with what it commits its speaker to."""
    for found in phrases_in(tokens, _INDEX):
        yield Fact(KIND, found.name, shown(tokens, found.first, found.last), found.first, found.last)


def agree(approved: Fact, found: Fact) -> bool:
    """Whether both commit the speaker alike."""
    return approved.value == found.value


def across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """The last words of two differing spans where each is one who speaks, without a name, and not the same people."""
    if not mine or not theirs or len(mine) > _LONGEST or len(theirs) > _LONGEST:
        return
    one, other = approved[mine[-1]].key, found[theirs[-1]].key
    if one == other or not _speaker(one) or not _speaker(other) or SAME.get(one, one) == SAME.get(other, other):
        return
    if _speaks(approved, mine) and _speaks(found, theirs):
        yield _word(approved, mine[-1]), _word(found, theirs[-1])


def _speaker(key: str) -> bool:
    return key in SPEAKERS or (len(key) > 5 and key.endswith(ENDINGS))


def _speaks(tokens: Sequence[Token], span: range) -> bool:
    """Whether a verb of saying follows a span, or has it behind it: "said police", "according to police"."""
    after = tokens[span[-1] + 1].key if span[-1] + 1 < len(tokens) else ""
    if after in SAYINGS:
        return True
    at = span[0] - 1
    while at >= 0 and tokens[at].key in _DETERMINERS:
        at -= 1
    before = tokens[at].key if at >= 0 else ""
    if before == "to":
        return at > 0 and tokens[at - 1].key == "according"
    return before in STRONG and at > 0 and not tokens[at - 1].key[0].isalnum() and not after.isalpha()


def _word(tokens: Sequence[Token], place: int) -> Fact:
    return Fact(KIND, tokens[place].key, tokens[place].text, place, place + 1)


def alone(fact: Fact, _inside: Sequence[str], _around: Sequence[str]) -> bool:
    """Whether the word attributes by itself, so that it is a change where the other side has none."""
    words = fact.shown.lower().split()
    return len(words) > 1 or words[0] in STRONG
