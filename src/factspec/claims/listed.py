"""Places of one listed fact of a claim in an article: a phrase, a value, a day, a name, one of several phrases.

A phrase is found at word boundaries, in any typography, as a possessive and, if it is a single word, in any inflection;
a number or date in it is compared by value. Words that continue it ("400" of "400 million") or turn it ("not signed")
make it another fact.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import chain, takewhile

from factspec.claims.cut_facts import uncut
from factspec.claims.index import Index
from factspec.claims.near_values import near_values
from factspec.facts.fact import Amount, Fact, is_bare
from factspec.facts.found import agree, amount_kinds, day_kinds, facts_in, kinds, resolve, time_kinds, value_kinds
from factspec.language.calendar import WEEKDAYS, Weekday, When
from factspec.language.inflection import inflections
from factspec.language.names import PEOPLES
from factspec.language.number_words import ORDINALS
from factspec.language.numerals import agrees_at_precision
from factspec.language.people import OCCUPATIONS, TITLE_WORDS
from factspec.language.places import Span
from factspec.language.quantifiers import BOUNDS, NUMBER_BOUNDS, PERIODS, QUANTIFIERS
from factspec.language.tokens import keys, tokenize
from factspec.language.verbs import AUXILIARIES, DETERMINERS, PASTS, is_past
from factspec.specs.model import AnyOf, Day, Name, Phrase, Value
from factspec.specs.model import Fact as Listed

# Places of a listed day: however it is written, and only the day itself.


# What makes a following day another one, or the start or end of a period.
_DAY_BOUNDS = frozenset(
    {
        (word,)
        for word in (
            "after before by from until till since around about circa following through starting ending beginning"
        ).split()
    }
    | {
        ("prior", "to"),
        ("ahead", "of"),
        ("eve", "of"),
        ("up", "to"),
        ("as", "of"),
        ("not", "on"),
        ("later", "than"),
        ("earlier", "than"),
        ("week", "of"),
        ("weeks", "of"),
        ("days", "of"),
        ("latest", "on"),
        ("every",),
    }
)
# After these, "to" names the new day; otherwise it ends a period: "moved | to 12 May", "ran | to 12 May".
_MOVED = frozenset(
    """moved moves move moving postponed postpone delayed rescheduled brought bring pushed push put changed deferred
    shifted switched adjourned dated return returned""".split()
)
_MOVED_WITHIN = 5
# What makes a following weekday a feast, or one of several.
_NAMED_DAYS = frozenset("good black maundy ash shrove cyber easter whit boxing super palm".split())
# What identifies "the Friday" before it.
_PLACING = frozenset("after before of".split())
# How many tokens before a day its verb is looked for, and words that mean the day is to come, or past.
_TENSE = 16
_AHEAD = frozenset("will shall due".split())
_PAST = frozenset("was were had did has have been used".split())
_RELATIVES = frozenset({"who", "which", "that"})
# How many tokens before a "will" its relative clause may begin: "which Ada Lind | will leave".
_OF_RELATIVE = 4
# Words that form one verb with a following past form: "will be | held", "will close and | sell".
_JOINED = _AHEAD | frozenset("be been being have and or".split())
# Verbs of the present tense before a day to come, and verbs of what is planned.
_PRESENT = frozenset("is are can must may might should would".split())
_PLANNED = frozenset(
    "start begin open close meet play sail leave arrive end run return resume face host fly vote take hold go".split()
)
_WEEKS = {"last": -1, "this": 0, "next": 1}
_SUNDAY = 7
# How far from a day its sentence is read, in tokens.
_SIGHT = 60
# How many tokens may be between two dates of one day.
_NEIGHBOURING = 2


def days(index: Index, fact: Day, published: date | None) -> Iterator[Span]:
    """Yield the token ranges of a day, in no order; relative days count from `published`."""
    dated, by_day = _dated(index, published)
    for place in by_day.get(fact.day, ()):
        other, span = dated[place]
        if _moved(index, other, span):
            continue
        if all(_fits(resolve(one, published), one, fact.day) for one in _beside(index, dated, place)):
            yield span


def _dated(index: Index, published: date | None) -> tuple[list[tuple[Fact, Span]], dict[date, list[int]]]:
    """The dates of an article in order, and which of them name a day; read once for each day of publication."""
    if published not in index.dated:
        kinds = day_kinds()
        dated = [(one, span) for one, span in index.facts if one.kind in kinds]
        by_day: dict[date, list[int]] = {}
        for place, (one, span) in enumerate(dated):
            if day := day_of(index, one, span, published):
                by_day.setdefault(day, []).append(place)
        index.dated[published] = (dated, by_day)
    return index.dated[published]


def day_of(index: Index, fact: Fact, span: Span, published: date | None) -> date | None:
    """The day that a date or weekday at a token range names, by the tense of its sentence; None for no single day."""
    week = _week_after(index, fact, span)
    if week is not None and published:
        return published + timedelta(days=week[0].number - published.isoweekday() + 7 * week[1])
    return _in_tense(index, fact, span, resolve(fact, published), published)


def _week_after(index: Index, fact: Fact, span: Span) -> tuple[Weekday, int] | None:
    """The weekday before "of last week" or the like, and the offset of that week; None if there is none.

    A Sunday begins some weeks and ends others, and is left out.
    """
    value = fact.value
    if not isinstance(value, Weekday) or value.which or value.every or value.number == _SUNDAY:
        return None
    *_, which, week = ("", "", *index.keys(Span(span.end, span.end + 3)))
    begins = index.keys(Span(span.end, span.end + 1)) == ("of",)
    return (value, _WEEKS[which]) if begins and week == "week" and which in _WEEKS else None


def _in_tense(index: Index, one: Fact, span: Span, named: date | None, published: date | None) -> date | None:
    """The day that a weekday or a day without a year names, by the tense of its sentence.

    "will meet on Monday" is in the future, "met on 8 April" in the past; without either it is the nearest day.
    """
    if named is None or published is None or not _is_open(one):
        return named
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    before = index.keys(Span(max(first, span.start - _TENSE), span.start))
    is_weekday = isinstance(one.value, Weekday)
    ahead = _is_ahead(before) or (is_weekday and _is_to_come(before))
    if ahead is (named >= published):
        return named
    if is_weekday:
        return named + timedelta(days=7) if ahead else named
    if not ahead and not any(key in _PAST or is_past(key) for key in before):
        return named
    with suppress(ValueError):  # 29 February
        return named.replace(year=named.year + (1 if ahead else -1))
    return named


def _is_ahead(before: Sequence[str]) -> bool:
    """Whether a "will" before a day is in its clause: "will meet | on", not "who will retire in June, met | on"."""
    passed = False
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _AHEAD:
            near = before[max(at - _OF_RELATIVE, 0) : at]
            if not passed or ("who" not in near and "which" not in near and near[-1:] != ("that",)):
                return True
        passed = passed or (_is_past(before, at) and before[max(at - 1, 0)] not in _JOINED)
    return False


def _is_past(before: Sequence[str], at: int) -> bool:
    """Whether a word is a past form outside a passive."""
    passive = at > 0 and before[at - 1] in _PRESENT | {"be", "being"}
    key = before[at]
    return not passive and (key in _PAST or is_past(key))


def _is_to_come(before: Sequence[str]) -> bool:
    """Whether the nearest verb before a weekday is about a day to come: "the vote is | on Friday", "it sails"."""
    for at in range(len(before) - 1, -1, -1):
        key = before[at]
        if key in _PRESENT or key.endswith("'ll") or (key.endswith("s") and _base(key) in _PLANNED):
            relative = key in _PRESENT and at > 0 and before[at - 1] in _RELATIVES
            return not relative  # "which is based in Lund, cut jobs on"
        if _is_past(before, at):
            return False
    return False


def _base(key: str) -> str:
    return key.removesuffix("es") if key.endswith(("oes", "ches")) else key.removesuffix("s")


def _is_open(one: Fact) -> bool:
    """Whether a day has no week or year."""
    value = one.value
    if isinstance(value, Weekday):
        return not value.which and not value.every
    return isinstance(value, When) and value.unit == "day" and not value.year


def _moved(index: Index, fact: Fact, span: Span) -> bool:
    """Whether the words beside a day make it another: "until | 4 May", "Good | Friday"."""
    return bounded_day(index, span) != span or (isinstance(fact.value, Weekday) and _is_another(index, span))


def _is_another(index: Index, span: Span) -> bool:
    """Whether the words around a weekday make it another day: "Good | Friday", "Friday | last week"."""
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    *_, earlier, last = ("", "", *index.keys(Span(max(span.start - 2, first), span.start)))
    following = index.keys(Span(span.end, span.end + 3))
    dated = following[:1] == ("the",) and following[1:] and following[1][0].isdigit()
    if dated or following[:1] in (("last",), ("next",)) or (following[:1] == ("in",) and "weeks" in following):
        return True
    if last in _NAMED_DAYS or last in ORDINALS or (earlier in {"week", "fortnight"} and last == "on"):
        return True
    return last == "the" and not _PLACING.isdisjoint(following[:1])


def bounded_day(index: Index, span: Span) -> Span:
    """A day with the bound before it, and before a weekday beside it: "by Monday, | 4 May"."""
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    keys = index.keys(Span(max(span.start - _NEIGHBOURING - 2, first), span.start))
    apart = (
        2 if keys[-1:] == (",",) and keys[-2:-1] and keys[-2] in WEEKDAYS else int(bool(keys) and keys[-1] in WEEKDAYS)
    )
    keys = keys[: len(keys) - apart]
    words = 2 if keys[-2:] in _DAY_BOUNDS else int(keys[-1:] in _DAY_BOUNDS)
    if keys[-1:] == ("to",) and not words:
        near = index.keys(Span(max(span.start - apart - _MOVED_WITHIN, first), span.start))
        words = int(_MOVED.isdisjoint(near))
    return Span(span.start - apart - words, span.end) if words else span


def _beside(index: Index, dated: Sequence[tuple[Fact, Span]], place: int) -> Iterator[Fact]:
    """Yield the other dates in a sentence of the same day: "Tuesday, 26 May", "in 2025 … on 19 May"."""
    _, span = dated[place]
    first, last = index.sentence_tokens[index.sentence_of(span.start)]
    low, high = max(first, span.start - _SIGHT), min(last, span.end + _SIGHT)
    before = takewhile(lambda one: one[1].start >= low, reversed(dated[max(place - _SIGHT, 0) : place]))
    after = takewhile(lambda one: one[1].end <= high, dated[place + 1 : place + _SIGHT])
    for one, there in chain(before, after):
        apart = max(there.start - span.end, span.start - there.end)
        if 0 <= apart <= _NEIGHBOURING or (one.shown.isdigit() and _is_for_all(index, there, span, first)):
            yield one


def _is_for_all(index: Index, year: Span, day: Span, first: int) -> bool:
    """Whether a year belongs to a day in its sentence: at its head, or with no comma between the two."""
    between = index.keys(Span(min(year.end, day.end), max(year.start, day.start)))
    return year.start - first <= _NEIGHBOURING or "," not in between


def _fits(named: date | None, one: Fact, day: date) -> bool:
    """Whether a date beside another can be the same day: its year, its weekday, the day, or no single day."""
    if one.shown.isdigit():
        return int(one.shown) == day.year
    return named is None or named == day or (isinstance(one.value, Weekday) and named.weekday() == day.weekday())


# Places of a listed value: equal, equal at its printed precision, or within its tolerance.


# What does not bound a number, or is part of its value.
_NO_BOUNDS = frozenset({"", "about", "exactly", "only", "all"})


def values(index: Index, fact: Value) -> Iterator[Span]:
    """Yield the token ranges of a listed value, with its bound if the listed one has a bound."""
    for wanted in _valued(fact.text):
        yield from _places(index, fact, wanted)


def _places(index: Index, fact: Value, wanted: Fact) -> Iterator[Span]:
    said = keys(tokenize(fact.text))
    bound, rest = _bound(said[: wanted.first]), _rate(said[wanted.last :])
    if is_bare(wanted) and not bound:
        yield from _ages(index, wanted)
    for written in near_values(index, wanted, _tolerated(wanted, fact.tolerance)):
        if not _near(wanted, written[0][0], fact.tolerance):
            continue
        for _, span in written:
            counted = Span(span.start, span.end + len(rest))
            after = index.keys(Span(counted.end, counted.end + 2))
            if _rate(index.keys(Span(span.end, counted.end))) != rest or _rate(after)[:1] == ("per",):
                continue
            bounded = _bounded(index, counted, bound)
            if bounded:
                yield bounded


def _ages(index: Index, wanted: Fact) -> Iterator[Span]:
    """Yield the ages of this number: "died aged 91" for 91."""
    value = wanted.value
    if not isinstance(value, Amount):
        return
    for age, written in index.facts_by_kind.get("duration", {}).items():
        if isinstance(age, Amount) and age.unit == "age" and not age.about and age.numbers == value.numbers:
            yield from (span for _, span in written)


def _rate(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words after a number, in one form if they begin a rate: "a month", "per month"."""
    return ("per", *words[1:]) if words[:1] in (("a",), ("an",)) and words[1:2] and words[1] in PERIODS else words


def _bounded(index: Index, span: Span, bound: str) -> Span | None:
    """A number with its bound if that is the listed one's bound ("at least"); otherwise None."""
    whole = with_count(index, span)
    if whole.end != span.end or _bound(index.keys(Span(whole.start, span.start))) != bound:
        return None
    return whole if bound else span


def with_count(index: Index, span: Span) -> Span:
    """Listed words with what counts or bounds them, and what counts or bounds that: "not | all | 340"."""
    whole = uncut(index, span, names=False)
    return whole if whole.start == span.start else Span(uncut(index, whole).start, whole.end)


def _bound(before: tuple[str, ...]) -> str:
    """The bound before a number; empty if the words do not bound it, or are part of its value."""
    named = quantified(before)
    return "" if named in _NO_BOUNDS else named


def quantified(words: tuple[str, ...]) -> str:
    """The class of the quantifier or bound before a number, or the words themselves: "all of the"."""
    while words and words[-1] in DETERMINERS:
        words = words[:-1]
    return next((table[words] for table in (NUMBER_BOUNDS, BOUNDS, QUANTIFIERS) if words in table), " ".join(words))


@lru_cache(maxsize=4096)
def _valued(text: str) -> tuple[Fact, ...]:
    """The one fact in a value, of the first kind that reads it; four digits are a number and a year."""
    tokens = tokenize(text)
    found = tuple(fact for fact in facts_in(tokens) if fact.kind in value_kinds())[:1]
    if not (text.isdecimal() and found and found[0].kind in time_kinds()):
        return found
    return (*found, *(fact for kind in sorted(amount_kinds()) for fact in kinds()[kind].find(tokens)))


def _near(wanted: Fact, other: Fact, tolerance: str) -> bool:
    """Whether the article's number is the wanted one: equal, at its printed precision, or within the tolerance."""
    if agree(wanted, other):
        return True
    ours, theirs = wanted.value, other.value
    if not (isinstance(ours, Amount) and isinstance(theirs, Amount) and ours.unit == theirs.unit):
        return False
    one, stated = ours.numbers[0], theirs.numbers[0]
    if len(ours.numbers) > 1 or len(theirs.numbers) > 1 or isinstance(one.value, str) or isinstance(stated.value, str):
        return False
    if not tolerance:
        return agrees_at_precision(stated, one.value, theirs.about)
    return abs(Fraction(stated.value) - Fraction(one.value)) <= _margin(tolerance, Fraction(one.value))


def _tolerated(wanted: Fact, tolerance: str) -> Fraction:
    """How far a number may be from the wanted one by its tolerance; 0 without one, and for what is no number."""
    number = wanted.value.numbers[0].value if isinstance(wanted.value, Amount) else ""
    return Fraction(0) if isinstance(number, str) or not tolerance else _margin(tolerance, Fraction(number))


def _margin(tolerance: str, value: Fraction) -> Fraction:
    number = Fraction(tolerance.rstrip("% "))
    return abs(value) * number / 100 if tolerance.endswith("%") else number


_GENERATIONS = frozenset("jr sr junior senior ii iii iv".split())


# How many tokens before the end of a period its beginning is looked for.
_RANGE = 4


def places_of(index: Index, fact: Listed, published: date | None) -> Iterator[Span]:
    """Yield the token ranges of a listed fact, in no order; relative days count from `published`."""
    match fact:
        case Value():
            yield from values(index, fact)
        case Day():
            yield from days(index, fact, published)
        case Name():
            for text in (fact.text, *fact.aliases):
                found = (span for span in _phrases(index, text) if not _junior(index, span))
                yield from (span for span in found if _is_whole_name(index, span, fact))
        case AnyOf():
            for text in fact.options:
                yield from _phrases(index, text)
        case Phrase():
            yield from _phrases(index, fact.text)


def kinds_of(fact: Listed) -> frozenset[str]:
    """The kinds of value of a listed fact; empty for a name and for words."""
    if isinstance(fact, Day):
        return day_kinds()
    if not isinstance(fact, Value | Phrase):
        return frozenset()
    return frozenset(one.kind for one in facts_in(tokenize(fact.text)) if one.kind in value_kinds())


def _is_whole_name(index: Index, span: Span, fact: Name) -> bool:
    """Whether the words around a name are listed forms or a title: "Vladimir | Putin", not "Vladislav | Putin"."""
    forms = [keys(tokenize(text)) for text in (fact.text, *fact.aliases)]
    if all(len(form) == 1 for form in forms):
        # If the spec has no first name, any first name will do.
        return True
    whole = uncut(index, span)
    known = {key for form in forms for key in form} | TITLE_WORDS
    start = whole.start + (whole.start < span.start and _begins_as_word(index, whole.start, span))
    continuation = index.keys(Span(span.end, whole.end))
    # "Dan Wills | of Leeds University"
    around = (*index.keys(Span(start, span.start)), *(continuation if continuation[:1] != ("of",) else ()))
    return all(key.removesuffix("'s") in known or key.isupper() or _says_whose(key) for key in around)


def _begins_as_word(index: Index, at: int, name: Span) -> bool:
    """Whether a word before a name has its capital from beginning a sentence: "Striker", "Labour MP"."""
    if at != index.sentence_tokens[index.sentence_of(at)].start:
        return False
    word = index.tokens.texts[at].lower()
    full = name.end - name.start > 1
    return full or index.token_keys[at + 1] in TITLE_WORDS or word in OCCUPATIONS or word in index.tokens.texts


def _says_whose(key: str) -> bool:
    """Whether a word before a name says where its bearer is from: "Jamaica's | Andre Poole", "Jamaican"."""
    return key.endswith("'s") or key in PEOPLES


def _phrases(index: Index, text: str) -> tuple[Span, ...]:
    known = index.places_of_phrases
    if text not in known:
        forms = dict.fromkeys((*_forms(text), *_by_value(index, text)))
        found = [span for wanted in forms for span in index.find(wanted)] or _in_another_style(index, text)
        known[text] = tuple(span for span in found if _is_complete(index, span) and _has_happened(index, text, span))
    return known[text]


def _in_another_style(index: Index, text: str) -> list[Span]:
    """The place of a phrase in another style, if it does not occur as it is: "Mr Brandt", "center"."""
    from factspec.claims.nearest import in_another_style

    found: Span | None = in_another_style(index, text)
    return [found] if found else []


def _is_complete(index: Index, span: Span) -> bool:
    whole = with_count(index, span)
    all_of = quantified(index.keys(Span(whole.start, span.start))) == "all"
    complete = whole == span or (all_of and whole.end == span.end)
    return complete and not _is_bounded_day(index, span)


def _is_bounded_day(index: Index, span: Span) -> bool:
    """Whether a phrase begins with a day that the words before it bound: "until | 12 May", but "from | 12 May"."""
    day = next(iter(facts_in(index.tokens[span.start : span.end])), None)
    if day is None or day.first or not (isinstance(day.value, When) and day.value.unit == "day"):
        return False
    bounded = bounded_day(index, span).start
    # Something that lasts from a day on begins on it, and a period has both its ends: "from 10 May until | 12 May".
    return bounded < span.start and "from" not in index.keys(Span(max(bounded - _RANGE, 0), span.start))


def _has_happened(index: Index, text: str, span: Span) -> bool:
    """Whether a listed past form is found as one, and not as an infinitive, gerund or noun: "asked to | resign"."""
    key = index.token_keys[span.start]
    past = text.endswith("ed") or text in PASTS
    if not past or span.end - span.start > 1 or key == text or key.endswith("ed") or key in PASTS:
        return True
    before = index.token_keys[span.start - 1] if span.start else ""
    if key.endswith("ing"):
        return before in AUXILIARIES | {"been", ","}
    return before not in DETERMINERS and before != "to"


def _junior(index: Index, span: Span) -> bool:
    """Whether a name continues as that of another generation: "Donald Trump | Jr."."""
    following = index.tokens[span.end : span.end + 2]
    words = [token.key.rstrip(".") for token in following]
    return bool(words) and (words[0] in _GENERATIONS or (words[0] == "," and words[-1] in {"jr", "sr"}))


@lru_cache(maxsize=4096)
def _forms(text: str) -> tuple[tuple[str, ...], ...]:
    """The keys of a phrase: as it is, as a possessive and, for a single word, its inflections."""
    phrase = keys(tokenize(text))
    if not phrase:
        return ()
    if len(phrase) == 1 and text.islower():
        return tuple((form,) for form in (*sorted(inflections(phrase[0])), f"{phrase[0]}'s"))
    generation = next((at for at, key in enumerate(phrase) if at and key in _GENERATIONS), 0)
    name = phrase[: generation - (phrase[generation - 1] == ",")]
    both = ((*name, *phrase[generation:]), (*name, ",", *phrase[generation:])) if generation and name else (phrase,)
    return tuple(form for one in both for form in (one, (*one[:-1], f"{one[-1]}'s")))


def _by_value(index: Index, text: str) -> Iterator[tuple[str, ...]]:
    """Yield the phrase with its number or date as the article writes the same value."""
    tokens = tokenize(text)
    found = [fact for fact in facts_in(tokens) if fact.kind in value_kinds()]
    if len(found) != 1:
        return
    fact = found[0]
    head, tail = keys(tokens[: fact.first]), keys(tokens[fact.last :])
    for written in near_values(index, fact):
        if agree(fact, written[0][0]):
            yield from ((*head, *index.keys(span), *tail) for _, span in written)


def shown(facts: Sequence[Listed]) -> str:
    """Listed facts as a message shows them."""
    return ", ".join(f"'{fact.text}'" for fact in facts)
