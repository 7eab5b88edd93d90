"""The engine of the frames: patterns over the words beside approved ones, and the classes of words in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language import framing_words as fw
from factspec.language.calendar import MONTHS, WEEKDAYS
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.number_words import WORDS
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS, STRONG
from factspec.language.verbs import AUXILIARIES, DETERMINERS, PASTS

SIGHT = 60
"""How far from an anchor its sentence is read, in tokens: a bound for sentences without an end."""


class Frame(NamedTuple):
    """A frame around an anchor: what it does (`denial`, `doubt`, …) and the token range of the words that do it."""

    does: str
    tokens: Span


# What allows one thing or the other, and so both.
_EITHER = frozenset("can may could whether".split())


def alternatives(index: Index, anchor: Span) -> Iterator[Frame]:
    """Yield an "or" right beside an anchor, which makes it one of two, unless both are said: "not … or", "can … or"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    for at in (anchor.start - 1, anchor.end):
        if sentence.start <= at < sentence.end and index.token_keys[at] == "or" and _offers_another(index, at):
            before = index.keys(Span(max(sentence.start, at - SIGHT), at))
            if not any(negates(key) or key in _EITHER for key in before):
                yield Frame("alternative", Span(at, at + 1))


def _offers_another(index: Index, at: int) -> bool:
    """Whether an "or" offers an alternative, and not a clause after a value ("by 2035 or lose")."""
    return not _is_valued(index, at - 1) or _is_valued(index, at + 1)


def _is_valued(index: Index, at: int) -> bool:
    return 0 <= at < len(index.tokens) and (index.tokens.texts[at][0].isdigit() or index.token_keys[at] in _VALUES)


_VALUES = MONTHS.keys() | WEEKDAYS.keys() | (WORDS - {"a", "an"})


def negates(key: str) -> bool:
    """Whether a word negates what follows it."""
    return key in framing_words.NEGATION or key.endswith("n't")


NO_NEGATION = frozenset("only just merely least long far surprisingly including counting sooner".split())
"""Words that keep a negation before them from negating: "not only", "no sooner"."""


# The classes of words that the patterns of the frames name.


def _said(*classes: str) -> frozenset[str]:
    return frozenset(verb for verb, name in SAYINGS.items() if name in classes)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str, sign: str = ",") -> frozenset[str]:
    return frozenset(text.split(sign))


_DENIES = fw.DENIAL | fw.FALSITY | _said("deny")
_DOUBTS = (fw.DOUBT | fw.OPEN | _said("doubt")) - _DENIES
_FACTS = (fw.FACTIVE | _said("admit", "prove")) - _DENIES - _DOUBTS
_SAY_SO = (
    _said("say", "claim", "suggest", "think", "promise", "warn", "accuse", "ask", "demand")
    | fw.SAY_SO_NOUNS
    | fw.HEARSAY
) - (_DENIES | _DOUBTS | _FACTS)
_CONDITIONS = fw.CONDITION - (_DENIES | _DOUBTS | _FACTS | _SAY_SO)
_NEGATION = fw.NEGATION | {"*n't"}
_DOUBTFULLY = frozenset(word for word in fw.DOUBT if word.endswith("ly"))
_BE = _words("is was are were be been being has have had has proved proves turned out to later since")
_GIVES = frozenset(word for word in _said("say", "claim", "suggest", "think") if not word.endswith("ing"))

_PARTS = fw.BOUNDARIES | fw.RELATIVES | _words("why how what that until without")

CLASSES: dict[str, frozenset[str]] = {
    # what a word does to the clause that it takes
    "DENIES": _DENIES,
    "DOUBTS": _DOUBTS,
    "FACTS": _FACTS,
    "SAY_SO": _SAY_SO,
    "CONDITIONS": _CONDITIONS,
    "NEG": _NEGATION,
    "TURNING": _NEGATION | fw.REFUSAL | _words("few little scant"),
    "AGAINST": fw.FALSITY | fw.DENIAL | fw.AGAINST,
    "EVIDENCE": fw.EVIDENCE,
    "MEANT": _words("out tried tries trying sought seeks attempted hopes hoped wants wanted aims aimed"),
    "NOBODY": _words("nothing nobody none neither no"),
    "MYSTERY": _words("secret surprise wonder accident coincidence mystery"),
    "PLAIN": STRONG & _said("say", "claim") | _said("think"),
    "SAYS": frozenset(SAYINGS),
    "SAYING": _said("say", "claim", "think"),
    "NO_CLAUSE": _words("to of about that nothing little more so as by for with against him her them us me"),
    # parts of a sentence
    "BOUNDARY": fw.BOUNDARIES,
    "RELATIVE": fw.RELATIVES,
    "SUBORDINATOR": fw.SUBORDINATORS,
    "CLAUSE_SIGN": fw.BOUNDARIES - {","},
    "AND": _words("and but ;"),
    "OTHER_CLAUSE": _words("but and ; while whereas"),
    "DET": DETERMINERS,
    "SIGN": _words(", - --"),
    "BRACKET": _words("( ["),
    "OPENING": _words(", - -- ( ["),
    "THAT": fw.COMPLEMENTISERS,
    # before approved words
    "INVERTED": fw.INVERTED,
    "UNREAL": _phrases("in theory,on paper,in principle,rumour has,rumor has"),
    "DOUBTFULLY": _DOUBTFULLY,
    "DOUBTING": _DOUBTFULLY | {"perhaps", "maybe"},
    "SOON": fw.FUTURE_TIMES,
    "IF": fw.CONDITION - {"whether"},
    "UNTRUE": fw.UNTRUE,
    "TRUTH": fw.TRUTH,
    "MODAL": fw.MODAL,
    "FOLLOWING": _words("that this the following one thing things"),
    "NOUNS": _words("state states report reports post posts note notes comment tweet remark"),
    "CERTAIN": _words("certain clear sure true known"),
    # after them
    "NOTHING": _words("no nobody nothing none neither few"),
    "NO_DENIAL": _words("later earlier sooner more less fewer longer doubt matter small"),
    "MUCH": frozenset(
        f"not {word}" for word in DETERMINERS | WORDS | _words("all most many much more quite entirely always")
    )
    | {"only"},
    "JUDGING": fw.DOUBT | fw.FALSITY | fw.DENIAL,
    "JUDGES": (fw.FALSITY | fw.DENIAL | fw.UNDONE) - {"lied", "absurd"},
    "UNDER": fw.FALSITY | fw.UNTRUE | fw.DENIAL,
    "BE": _BE,
    "POINTING": fw.POINTING_NOUNS | fw.SAY_SO_NOUNS,
    "DECIDED": fw.DECISIONS | fw.POINTING_NOUNS,
    "STATEMENT": fw.STATEMENTS,
    "CLAIMED": fw.STATEMENTS & fw.SAY_SO_NOUNS,
    "BACK": fw.BACK_POINTERS,
    "WHEN_SAID": _words("on in at yesterday today again later *ly"),
    "WHEN": _words("on in at by for since yesterday today later as again"),
    "PLANS": _words("plan plans schedule tradition custom"),
    "SAY": _said("say", "claim"),
    "ACCOUNT": _words("account accounts reckoning telling"),
    "ACT": fw.DECISIONS - {"plan", "plans"},
    "TURNED": _words("possible likely")
    | fw.FUTURE
    | fw.MODAL
    | fw.DOUBT
    | fw.FALSITY
    | fw.DENIAL
    | fw.UNDONE
    | _NEGATION
    | {"made up"},
    "HOPING": fw.HOPING,
    "OPEN": fw.OPEN,
    "HEARERS": _words("court jury jurors inquest inquiry tribunal hearing committee panel judges magistrates"),
    "HEARD": _words("heard hears hear"),
    "HEARSAY": fw.HEARSAY - _words("heard hears hear"),
    "GIVES": _GIVES,
    "GAVE": frozenset(word for word in _GIVES if word.endswith(("ed", "aid", "old"))),
    "APART": fw.RELATIVES | DETERMINERS | _words(", than as what nobody"),
    "BEFORE_NOUN": _words("to of with in no") | DETERMINERS,
    "COUNT": WORDS - {"a", "one"},
    "FALSITY": fw.FALSITY,
    # in the same quotation marks
    "PARTING": _words(". ! , ; and but so -"),
    "UNMEANT": _phrases("wish,lying,thought,pretend,pretended,imagine,imagined,used to"),
    "SHORT_OF": _words("almost nearly practically virtually hardly barely"),
    "DEGREE": _words("very quite so really too exactly entirely altogether yet always all that"),
    "HEARD_SAY": _phrases("word is,has it,story goes,we hear,i hear,word is that"),
    "NOT_YET": _phrases("once,when,whenever,until,till,as soon as,by the time"),
    "LIMIT": _phrases("only;as long as;so long as;provided;, provided;- not;-- not;... not", ";")
    | {". that is what they", ". or so they"},
    "DOUBTED": _phrases("perhaps,maybe,possibly,or not,or so they say"),
    "SUBJECT": _words("i we you he she it they the a an this that these those all"),
    "SLIGHTLY": _words("a an just simply"),
    "NONSENSE": fw.UNTRUE | _words("nonsense rubbish propaganda invention"),
    # between listed facts, whose last word is the first of the next fact
    "TURNS": _words("never neither cannot none hardly scarcely *n't"),
    "AFTER": AUXILIARIES | fw.MODAL | _words("been yet still but"),
    "NO_NEGATION": NO_NEGATION,
    "PARTS": _PARTS,
    "ENDS": _PARTS | (_NEGATION - {"nor"}),
    "REFUSAL": fw.REFUSAL,
    "REFUSED": fw.REFUSAL - {"yet"},
    "REJECTING": fw.REJECTING | {" ".join(pair) for pair in fw.TURNED_DOWN},
    "PLAN": fw.PLANS,
    "NO_PLAN": fw.BOUNDARIES | fw.RELATIVES | _words("to of against over about for in with that"),
    "PREVENTED": fw.KEPT_FROM | _words("prevents opposed opposes saved saves spared rescued"),
    "CHARGED": _words("accused accuses accusing suspected cleared acquitted absolved exonerated"),
    "MISSED": _words("avoided avoids avoiding escaped escapes considered considers"),
    "NO_OBJECT": fw.BOUNDARIES
    | fw.RELATIVES
    | WEEKDAYS.keys()
    | _words("in on at of off by for with during to from near into over under through behind"),
    "PAST": PASTS | {"*ed"},
    "WRONGLY": _words("wrongly falsely mistakenly incorrectly erroneously"),
    "DENIAL": fw.DENIAL,
    "PRONOUN": _words("he she it they we i"),
    "CLAUSE_END": fw.BOUNDARIES | fw.RELATIVES | fw.SUBORDINATORS,
    "ASKED": _words("even as asked asks wonder wonders wondered know knows knew see"),
    "UNSURE": _words(
        """may might could should almost nearly reportedly allegedly supposedly purportedly rumoured rumored wish
        wishes wished"""
    ),
    "SEEMING": frozenset(
        phrase[0] for phrase, name in fw.PHRASES.items() if len(phrase) == 2 and name in {"apparent", "believed"}
    ),
    "WHO": _words("who which that"),
    "ALL": _words("all every everything everyone everybody any"),
    "EXCEPT": _words("except excepting excluding minus unlike"),
    "NO_OBJECT_OF": _words("choice doubt matter later sooner fewer less more other question wonder secret time option"),
}


# The engine: patterns over the words of a sentence, and rows with what the matched words do.


CUT = "\u0000"
"""The first of some keys if words before them are not read; they do not begin their sentence then."""

_ITEM = re.compile(r"(?P<sign>[!-]?)(?P<words>.+?)(?P<times>\?|\*|\{\d+,\d+\})?")
_PLACES = frozenset("< $ ^ >".split())
_SHOWN = frozenset("( )".split())
_MANY = 1000
_ANY = "_"
_COMMON = FUNCTION_WORDS | frozenset(', ; : - -- ( [ "'.split())


class Row(NamedTuple):
    """One frame: what it does, its pattern, and two sentences with the approved words in brackets.

    The first sentence is framed so, and may be empty; the second is not framed. `unless` names conditions in code.
    """

    does: str
    pattern: str
    unless: tuple[str, ...]
    example: str
    counter_example: str


class _Item(NamedTuple):
    """An item of a pattern that matches words: these, those with an ending, phrases, or any; with `!` all but these."""

    sign: str
    words: frozenset[str]
    endings: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    least: int
    most: int

    def size(self, keys: Sequence[str], at: int, step: int) -> int:
        """How many of the keys it matches from an index on, or (`step` -1) up to an index; 0 for none."""
        place = at if step > 0 else at - 1
        if not 0 <= place < len(keys):
            return 0
        key = keys[place]
        if key in self.words or _ANY in self.words or (self.endings and key.endswith(self.endings)):
            return int(self.sign != "!")
        found = self._phrase(keys, at, step) if self.phrases else 0
        return found if self.sign != "!" else int(not found)

    def _phrase(self, keys: Sequence[str], at: int, step: int) -> int:
        for phrase in self.phrases:
            size = len(phrase)
            if tuple(keys[at : at + size] if step > 0 else keys[max(at - size, 0) : at]) == phrase:
                return size
        return 0


_Items = tuple[_Item | str, ...]


class Rows:
    """A table of rows, tried in their order on the words before or after a place."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)

    @cached_property
    def _patterns(self) -> tuple[tuple[Row, int, _Items, frozenset[str] | None], ...]:
        """Each row with its direction from the approved words, its items, and words of which it needs one."""
        return tuple((row, 1 if row.pattern.startswith("~") else -1, *_read(row.pattern)) for row in self.rows)

    @cached_property
    def cues(self) -> frozenset[str] | None:
        """Words of which every match needs one; None if some row can match without."""
        needs = [need for *_, need in self._patterns]
        return None if None in needs else frozenset().union(*(need for need in needs if need))

    @cached_property
    def last(self) -> frozenset[str]:
        """The words that the shown part of a match can end with."""
        last = (items[items.index(")") + 1] for _, _, items, _ in self._patterns)
        return frozenset().union(*(item.words for item in last if isinstance(item, _Item)))

    def found(self, keys: Sequence[str]) -> Iterator[tuple[Row, Span]]:
        """Yield the rows that match these keys, each with the range of the shown words."""
        present = frozenset(keys)
        if not keys or (self.cues is not None and self.cues.isdisjoint(present)):
            return
        for row, step, items, need in self._patterns:
            if need is None or not need.isdisjoint(present):
                shown = _match(_Place(items, keys, step), 0 if step > 0 else len(keys))
                if shown:
                    yield row, shown


def rows(table: str) -> Rows:
    """A table of rows: class and pattern (`unless` conditions) in one line, the examples in the next two."""
    found: list[Row] = []
    for line in table.strip().splitlines():
        sign, _, text = line.strip().partition(" ")
        if sign == "+":
            found[-1] = found[-1]._replace(example=text)
        elif sign == "-":
            found[-1] = found[-1]._replace(counter_example=text)
        else:
            pattern, _, unless = text.partition(" unless ")
            found.append(Row(sign, pattern, tuple(unless.split()), "", ""))
    return Rows(found)


def _read(pattern: str) -> tuple[_Items, frozenset[str] | None]:
    """The items of a pattern from the approved words on, and the rarest set of words of which a match needs one."""
    before, _, after = pattern.partition("~")
    items = tuple(_item(item) for item in (before.split()[::-1] or after.split()))
    sets = [
        item.words.union(phrase[-1] for phrase in item.phrases) if item.phrases else item.words
        for item in items
        if isinstance(item, _Item) and not item.sign and item.least and not item.endings and _ANY not in item.words
    ]
    return items, min(sets, key=lambda words: (not words.isdisjoint(_COMMON), len(words)), default=None)


@cache
def _item(text: str) -> _Item | str:
    match = _ITEM.fullmatch(text)
    if text in _PLACES or text in _SHOWN or match is None:
        return text
    least, most = 1, 1
    if match["times"]:
        least, most = {"?": (0, 1), "*": (0, _MANY)}.get(match["times"]) or map(int, match["times"][1:-1].split(","))
    return _Item(match["sign"], *_named(match["words"]), least, most)


@cache
def _named(names: str) -> tuple[frozenset[str], tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The words, endings and phrases of an item, with its classes resolved."""
    named = frozenset().union(*(CLASSES.get(name, {name}) for name in names.split("|")))
    others = [word for word in named if " " in word or word[0] == "*"]
    endings = tuple(word[1:] for word in others if word[0] == "*")
    return named.difference(others), endings, tuple(tuple(word.split()) for word in others if " " in word)


class _Place(NamedTuple):
    """What is matched: items, keys, and the direction in which both are read."""

    items: _Items
    keys: Sequence[str]
    step: int

    def is_at(self, item: str, at: int) -> bool:
        """Whether an index is a place of this kind."""
        if item in "<$":
            return at == (0 if item == "<" else len(self.keys))
        return (at < len(self.keys) and self.keys[at][0].isalnum()) == (item == "^")


def _match(place: _Place, at: int, first: int = 0, shown: tuple[int, ...] = ()) -> Span | None:
    """The range of shown words if the items match from an index on; otherwise None."""
    for number in range(first, len(place.items)):
        item = place.items[number]
        if isinstance(item, _Item):
            if item.most > 1 or not item.least:
                return _repeated(place, item, at, number, shown)
            size = item.size(place.keys, at, 1 if item.sign == "-" else place.step)
            if (size > 0) == (item.sign == "-"):
                return None
            at += 0 if item.sign == "-" else size * place.step
        elif item in _SHOWN:
            shown = (*shown, at)
        elif not place.is_at(item, at):
            return None
    return Span(min(shown), max(shown)) if shown else Span(at, at)


def _repeated(place: _Place, item: _Item, at: int, number: int, shown: tuple[int, ...]) -> Span | None:
    """The same if the first item is repeated, as few times as possible."""
    for times in range(item.most + 1):
        found = _match(place, at, number + 1, shown) if times >= item.least else None
        size = 0 if found else item.size(place.keys, at, place.step)
        if not size:
            return found
        at += size * place.step
    return None
