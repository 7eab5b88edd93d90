"""Which words of a clause are its verb, told by their form and by what stands beside them."""

from collections.abc import Sequence

from factspec.lexicon import framing
from factspec.lexicon.function_words import FUNCTION_WORDS
from factspec.lexicon.pasts import AUXILIARIES, PASTS, SHORT_PASTS
from factspec.text.tokens import Token
from factspec.text.worded import WORDS

DETERMINERS = frozenset("the a an its his her their our this these those".split())
"""What begins a noun's words."""

# Words after which a past form is an adjective or a noun: "the damaged bridge", "a rose".
_BEFORE_NO_VERB = (
    FUNCTION_WORDS - AUXILIARIES - frozenset("who which whose whom that i you he she it we they and".split())
)
# Past forms by rule are as long as this: "ended", not "bed".
_SHORTEST = 5
# How many tokens of a clause its subject and verb stand in.
_OWN = 10
# Pasts that are commoner as another word, or are spelled as the base form.
_VERBS = frozenset("found cut put set hit led read left shut cost let spread split saw".split())
# What follows a verb in the present more often than a plural: "the deal needs | the", "costs | 5".
_BEHIND_VERB = frozenset("the a an its his her their our this no more less people it them him us".split())
# Verbs in the present that are spelled like no plural.
_PRESENT = frozenset(
    """takes makes gives goes comes gets brings keeps begins becomes includes contains requires allows receives provides
    remains applies expires depends continues""".split()
)
# What ends a subject before its verb has come, or begins another clause.
_ENDS_SUBJECT = framing.BOUNDARIES | framing.RELATIVES | framing.COMPLEMENTISERS


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a past form or an auxiliary."""
    return has_verbs_form(tokens[at].text, tokens[at].key, tokens[at - 1].key if at else "")


def has_verbs_form(text: str, key: str, before: str) -> bool:
    """`is_verb` for a word as written, its key and the key before it, which is empty where none is."""
    if text[0].isupper():
        return False
    if key in AUXILIARIES:
        return True
    past = key in PASTS or key in SHORT_PASTS or (key.endswith("ed") and len(key) >= _SHORTEST)
    return past and before not in _BEFORE_NO_VERB


def is_clause(tokens: Sequence[Token], *, bare: bool) -> bool:
    """Whether words begin with a subject, with `bare` a noun of any case, and go on with its verb."""
    if not bare and tokens[0].key not in DETERMINERS and not tokens[0].text[0].isupper():
        return False
    noun = int(tokens[0].key in DETERMINERS)
    for at in range(1, min(len(tokens), _OWN)):
        joins = tokens[at].key == "and" and tokens[at - 1].text[0].isupper() and _is_capital(tokens, at + 1)
        if tokens[at].key in _ENDS_SUBJECT and not joins:
            return False
        if is_verb(tokens, at) or (at > noun and _is_present(tokens, at)):
            return True
    return False


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether a verb stands among words, behind the first and before the last of them."""
    return any(is_verb(tokens, at) or _is_present(tokens, at) for at in range(1, len(tokens) - 1))


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[0].isupper()


def _is_present(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb in the present, or may be one and has an object behind it: "costs | 5"."""
    key = tokens[at].key
    if key in _PRESENT:
        return True
    if not key.islower() or not (key in _VERBS or (key.endswith("s") and not key.endswith("ss"))):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (following.key in _BEHIND_VERB | WORDS or following.text[0].isdigit())
