"""The gaps of approved wording (`…`): what words may stand in one, and what would make another statement of it."""

from collections.abc import Sequence

from factspec.lexicon import framing
from factspec.lexicon.gaps import NEVER_LEFT_OUT
from factspec.match.verbs import is_verb
from factspec.text.tokens import Token

# What approved wording may not leave out besides: who says it, and that somebody denies it.
_SAYING = frozenset("said says say told tells according claimed claims reported deny denies denied denying".split())
_ENDS = frozenset(".!?;")
# Conjunctions that begin a clause with a subject of its own.
_OPENERS = frozenset("but while whereas although though because when where until how why".split())
_RELATIVES = frozenset("who which whose whom that".split())
_OWNING = frozenset({"whose", "whom"})
_COORDINATING = frozenset("and or but".split())
_DASHES = frozenset(["-", "--"])
_BREAKS = _OPENERS | _RELATIVES | _COORDINATING | _DASHES | frozenset([",", ":", "as", "before", "after", "since"])
# What makes it open, or less than done, whether what stands behind the gap happened.
_WEAKENING = framing.DOUBT | frozenset(
    """almost nearly rarely seldom yet ought believed thought seems seem seemed appears appear appeared rumoured rumored
    accused suspected excluding except minus""".split()
)


def hides(between: Sequence[Token]) -> bool:
    """Whether the words of a gap make another statement of what stands around it.

    They do with a negation, hedge, denial or sentence end, with an "or" at an edge, and where the words behind the gap
    belong to another clause, whose subject stands in the gap: "Exports | fell and imports | rose".
    """
    if not between:
        return False
    alternative = "or" in (between[0].key, between[-1].key)
    return alternative or any(_turns(token.key) for token in between) or _ends_in_another_clause(between)


def _turns(key: str) -> bool:
    return key in NEVER_LEFT_OUT or key in _SAYING or key in _WEAKENING or key in _ENDS or key.endswith("n't")


def _ends_in_another_clause(between: Sequence[Token]) -> bool:
    keys = [token.key for token in between]
    verb = _main_verb(between)
    if verb is None:
        opener = next((at for at, key in enumerate(keys) if key in _OPENERS or key in _OWNING or _owns(key)), None)
        return opener is not None and not _closes(keys, opener)
    if keys[-1] in _COORDINATING:
        return False  # "The mayor | met Ana and | resigned": the subject is shared
    breaks = [at for at in range(verb + 1, len(keys)) if keys[at] in _BREAKS]
    return any(keys[at] in _RELATIVES or any(map(str.isalnum, keys[at + 1 :])) for at in breaks)


def _owns(key: str) -> bool:
    """Whether what stands behind belongs to somebody: "The minister | of finance's envoy | signed"."""
    return key.endswith(("'s", "s'"))


def _closes(keys: Sequence[str], opener: int) -> bool:
    """Whether what begins at a conjunction ends before the gap does: ", while imports fell, |"."""
    return keys[-1] in {",", ")", *_DASHES} and opener < len(keys) - 1


def _main_verb(between: Sequence[Token]) -> int | None:
    """The index of a past form or auxiliary whose subject stands before the gap, which none put in with commas is."""
    inside = False
    for at, token in enumerate(between):
        if token.key == "(":
            inside = True
        elif token.key == ")":
            inside = False
        elif token.key in _DASHES or (token.key == "," and not _in_a_date(between, at)):
            inside = not inside
        elif inside:
            continue
        elif token.key in _RELATIVES:
            return None
        elif is_verb(between, at):
            return at
    return None


def _in_a_date(between: Sequence[Token], at: int) -> bool:
    return at + 1 < len(between) and between[at + 1].key[0].isdigit()
