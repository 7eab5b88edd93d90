"""Runs of capitalised words that are names, and the closed lists of words that are no part of one."""

from collections.abc import Sequence

from factspec.lexicon.persons import PARTICLES, PRONOUNS
from factspec.text.tokens import Token

DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "one", "another", "this", "that"])
"""What begins a noun's words."""
OF = frozenset(["of", "for", "to", "from", "with"])
BESIDE = frozenset(["outside", "inside", "near", "behind", "opposite", "beside"])
"""What tells one who stands by a body from it: "a man outside the ministry"."""
PLACING = frozenset(["in", "on", "at", "during", "after", "before", "since", "late", "early", "last", "this", "next"])
"""What begins a time or a place."""
BEFORE_OBJECTS = OF | PLACING | frozenset(["by", "about", "against", "as", "between", "over", "under", "into", "than"])
"""What governs a name, which is then no subject."""
OPENERS = BEFORE_OBJECTS | frozenset(
    ["when", "while", "though", "although", "following", "asked", "speaking", "if", "despite"]
)
"""What opens a part of a sentence that has a subject of its own, or none."""
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight earlier later monday's""".split()
)
"""Times that have a capital letter, or stand where a name might."""
NO_NAMES = frozenset(
    """but and or so yet then there here now what why how who which that this these those it's that's i we you our my
    your if when while as not no yes both all some many most such in on at""".split()
)
"""Words that have a capital letter at the head of a sentence and are no names."""
_MOST_JOINTS = 3


def is_name(token: Token) -> bool:
    """Whether a token can be part of a name: a capital letter, and no word that merely begins a sentence."""
    key = token.key.lower()
    return token.text[0].isupper() and key not in NO_NAMES | DETERMINERS | TIMES | PRONOUNS | OPENERS


def is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the initial of a given name, with its stop: "A. Lind"."""
    alone = len(tokens[at].text) == 1 and tokens[at].text.isupper()
    return alone and at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end


def run_start(tokens: Sequence[Token], last: int) -> int:
    """Where the run of capitalised words that ends here starts."""
    start = last
    while start > 0 and not tokens[start - 1].key.endswith("'s"):
        joint = start - 1
        while joint > 0 and start - joint <= _MOST_JOINTS and joins(tokens, joint):
            joint -= 1
        if not (is_name(tokens[joint]) or is_initial(tokens, joint)) or tokens[joint].key.endswith("'s"):
            break
        start = joint
    return start


def joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token can stand inside a name: a hyphen, "von", the stop of an initial or a short title."""
    if tokens[at].text == ".":
        return is_initial(tokens, at - 1) or (is_name(tokens[at - 1]) and len(tokens[at - 1].text) <= 4)
    return tokens[at].text == "-" or tokens[at].key in PARTICLES


def run_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the name that starts here ends, before an index."""
    last = first + 1
    while last < end and not tokens[last - 1].key.endswith("'s"):
        if not is_name(tokens[last]) and not (joins(tokens, last) and name_follows(tokens, last + 1, end)):
            break
        last += 1
    return last


def name_follows(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name goes on here, after particles or not."""
    for index in range(at, min(at + _MOST_JOINTS, end)):
        if is_name(tokens[index]):
            return True
        if tokens[index].key not in PARTICLES:
            return False
    return False
