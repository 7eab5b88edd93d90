"""Names: runs of capitalised words with their particles and initials, peoples, titles and acronyms.

A family name alone agrees with the full name; "Jr.", or a compass point or "New" before a place, makes it another name.
Weekdays and months are not names. The first word of a sentence is a name if a capitalised word or a verb follows it, or
if it is the name of a state, people or capital.
"""

import re
from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, fact_at
from factspec.language.function_words import COMMON_ENDINGS, FINITE, FUNCTION_WORDS
from factspec.language.names import ALONE, PEOPLES, PLACE_OPENERS
from factspec.language.people import ABBREVIATIONS, STOPPED, TITLE_WORDS
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Token, fold_word

KIND = "name"
RANK = 10
STATES = True
MOVES = True
NAMES = True
_PARTICLES = frozenset("de van von der den bin al ibn el la le di da del dos du ter ben abu of".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march march april may june "
    "july august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb "
    "mar apr jun jul aug sep sept oct nov dec March May August i".split()
)
_ENDS = frozenset(".!?:\"';")
# Capitalised words that begin a new sentence or heading rather than continue a name.
_BREAKS = frozenset("the a an in on at by for after before but and he she it they we i".split())
_LONGEST_ACRONYM = 8
_MOST_PARTICLES = 3
_OTHERS = frozenset("jr sr junior senior ii iii iv north south east west northern southern eastern western new".split())


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The names of a text; a people or a title before a name is a separate name."""
    last = 0
    for place in [place for place, token in enumerate(tokens) if token[0][0].isupper()]:
        if place >= last and _begins(tokens, place):
            last = _end_of_run(tokens, place)
            yield from _parts(tokens, place, last)


def _bare(key: str) -> str:
    return key.removesuffix("'s").lower()


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.key.lower() not in _CALENDAR


def _opens_sentence(tokens: Sequence[Token], place: int) -> bool:
    if place == 0 or tokens[place - 1].key not in _ENDS:
        return place == 0
    return not (place > 1 and tokens[place - 1].key == "." and _abbreviation(tokens[place - 2]))


def _abbreviation(token: Token) -> bool:
    return _bare(token.key) in STOPPED or (len(token.text) == 1 and token.text.isupper())


def _begins(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if not _capital(token):
        return False
    if not _opens_sentence(tokens, place):
        return token.key != "i" and not token.key.startswith("i'")
    return _named_at_head(tokens, place)


def _named_at_head(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    key = _bare(token.key)
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if _acronym(token) or key in ALONE or _title_at(tokens, place):
        return True
    if key in PLACE_OPENERS:
        return following is not None and _capital(following)
    if key in FUNCTION_WORDS:
        return False
    if following is None or (len(key) > 4 and key.endswith(COMMON_ENDINGS)):
        return False
    return _capital(following) or token.key.endswith("'s") or (_finite(following.key) and not key.endswith("s"))


def _title_at(tokens: Sequence[Token], place: int) -> bool:
    """Whether an abbreviated title with its full stop and a capital after it is at a place: "Lt. Gov.", "Mr. Xi"."""
    stopped = place + 2 < len(tokens) and tokens[place + 1].key == "." and _capital(tokens[place + 2])
    return stopped and _bare(tokens[place].key) in ABBREVIATIONS


def _finite(key: str) -> bool:
    return key in FINITE or key in SAYINGS or (key.endswith("ed") and len(key) > 4)


def _acronym(token: Token) -> bool:
    letters = token.text.replace(".", "")
    return len(letters) > 1 and letters[1:].isalpha() and not letters[1:].islower() and "'" not in token.key


def _end_of_run(tokens: Sequence[Token], place: int) -> int:
    last = place + 1
    while last < len(tokens) and not tokens[last - 1].key.endswith("'s"):
        if _capital(tokens[last]) and tokens[last].key not in _BREAKS:
            last += 1
        elif joining := _joining(tokens, last):
            last += joining + 1
        else:
            break
    return last


def _joining(tokens: Sequence[Token], place: int) -> int:
    """How many tokens from a place on join the capitalised words on both sides of them."""
    count = 0
    while count < _MOST_PARTICLES and place + count < len(tokens) and tokens[place + count].key in _PARTICLES:
        count += 1
    if count == 0 and tokens[place].key == ".":
        count = int(_abbreviation(tokens[place - 1]))
    follows = place + count < len(tokens) and _capital(tokens[place + count])
    return count if follows and not (tokens[place].key == "of" and tokens[place - 1].key in PEOPLES) else 0


def _parts(tokens: Sequence[Token], first: int, last: int) -> Iterator[Fact]:
    while first < last:
        key = _bare(tokens[first].key)
        if key == ".":
            first += 1
        elif key in PEOPLES:
            yield _fact(tokens, first, first + 1)
            first += 1
        elif key in TITLE_WORDS:
            end = _while_in(tokens, first, last)
            words = [ABBREVIATIONS.get(word, word) for word in _value(tokens, first, end)]
            yield fact_at(tokens, first, end, KIND, ("title", *words))
            first = end
        else:
            yield _fact(tokens, first, last)
            return


def _while_in(tokens: Sequence[Token], first: int, last: int) -> int:
    """The index after the titles that begin at an index, including the full stops between them."""
    end = first
    while first < last and (tokens[first].key == "." or _bare(tokens[first].key) in TITLE_WORDS):
        first += 1
        end = end if tokens[first - 1].key == "." else first
    return end


def _value(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(_bare(token.key) for token in tokens[first:last] if token.key != ".")


def _fact(tokens: Sequence[Token], first: int, last: int) -> Fact:
    return fact_at(tokens, first, last, KIND, _value(tokens, first, last))


def agree(approved: Fact, found: Fact) -> bool:
    """Whether both may name the same thing: they are equal, or one is the family name or the acronym of the other."""
    one, other = _words(approved), _words(found)
    if one == other:
        return True
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if not shorter or len(longer) == len(shorter):
        return False
    if shorter[0] in _initials(longer):
        return True
    left = longer[: len(longer) - len(shorter)]
    return longer[len(left) :] == shorter and not _OTHERS.intersection(left) and longer[0] != "title"


def _words(fact: Fact) -> tuple[str, ...]:
    return tuple(word for word in fact.value if word) if isinstance(fact.value, tuple) else ()


_POSSESSIVE = re.compile(r"['\u2019]s$")


def forms(fact: Fact) -> tuple[str, ...]:
    """A name in full, its last word with a capital, and its initials; a title or a people is not looked for."""
    if not isinstance(fact.value, tuple) or fact.value[:1] == ("title",) or PEOPLES.issuperset(fact.value):
        return ()
    shown = _POSSESSIVE.sub("", fact.shown)
    words = [word for word in shown.split() if word[0].isupper()]
    initials = "".join(word[0] for word in words) if len(words) > 1 else shown
    return tuple(dict.fromkeys((shown, *words[-1:], initials)))


def alone(fact: Fact, inside: Sequence[str], around: Sequence[str]) -> bool:
    """Whether a name is a change if the other side has none.

    It is not if the other side has its last word ("Marsh" at the head of a sentence), unless that is another word in
    lower case ("US", "us"). Nor is it if the other side has the acronym of it or the words that it abbreviates.
    """
    words = _words(fact)
    last = fold_word(fact.shown.split()[-1]).removesuffix("'s")
    if last != last.lower() and last not in inside and last.lower() in inside:
        return True
    if words[-1:] and words[-1] in inside and not _OTHERS.intersection(words):
        return False
    spelled = [key for key in around if key.isalpha()]
    if len(words) == 1 and fact.shown.removesuffix("s").isupper() and 2 <= len(words[0]) <= _LONGEST_ACRONYM:
        size = len(words[0].removesuffix("s"))
        return not any(words[0] in _initials(spelled[at : at + size]) for at in range(len(spelled) - size + 1))
    return not any(key in _initials(words) for key in around) if len(words) > 1 else True


def _initials(words: Sequence[str]) -> tuple[str, str]:
    letters = "".join(word[0] for word in words if word not in _PARTICLES)
    return letters, letters + "s"
