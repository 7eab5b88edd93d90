"""Where one listed fact of a claim stands in an article: a phrase, a value, a day, a name, one of several phrases.

A phrase stands on word boundaries, in typography, possessive and (a single word) inflection free; a number or date in
it is compared by value. What its edge would cut ("400" of "400 million") or what turns it ("not signed") is no place
where it stands.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from factspec.facts_found import VALUE_KINDS, agree, facts_in
from factspec.lexicon.gazetteer import PEOPLES
from factspec.lexicon.inflection import inflections
from factspec.lexicon.occupations import OCCUPATIONS
from factspec.lexicon.pasts import AUXILIARIES, PASTS
from factspec.lexicon.titles import TITLES
from factspec.match.edge_words import is_alternative, is_number
from factspec.match.edges import uncut
from factspec.match.index import Index
from factspec.match.listed_days import bounded_day, days
from factspec.match.listed_values import quantified, values, with_count
from factspec.match.verbs import DETERMINERS
from factspec.registry import load
from factspec.spec.model import AnyOf, Day, Name, Phrase, Value
from factspec.spec.model import Fact as Listed
from factspec.text.calendar import When
from factspec.text.places import Span
from factspec.text.tokens import keys, tokenize

_GENERATIONS = frozenset("jr sr junior senior ii iii iv".split())


# How many tokens before the end of a stretch its beginning is said.
_RANGE = 4


def standing(index: Index, fact: Listed, published: date | None) -> Iterator[Span]:
    """The token ranges at which a listed fact stands, in no order; relative days count from `published`."""
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
    """The kinds of value that a listed fact is of: none for a name and for words."""
    if isinstance(fact, Day):
        return frozenset({"date", "weekday"})
    if not isinstance(fact, Value | Phrase):
        return frozenset()
    return frozenset(one.kind for one in facts_in(tokenize(fact.text)) if one.kind in VALUE_KINDS)


def _is_whole_name(index: Index, span: Span, fact: Name) -> bool:
    """Whether a name goes on with its listed forms or a title: "Vladimir | Putin", not "Vladislav | Putin"."""
    forms = [keys(tokenize(text)) for text in (fact.text, *fact.aliases)]
    if all(len(form) == 1 for form in forms):
        # Without a first name in the spec, any will do.
        return True
    whole = uncut(index, span)
    known = {key for form in forms for key in form} | TITLES
    start = whole.start + (whole.start < span.start and _begins_as_word(index, whole.start, span))
    behind = index.keys(Span(span.end, whole.end))
    # "Dan Wills | of Leeds University"
    around = (*index.keys(Span(start, span.start)), *(behind if behind[:1] != ("of",) else ()))
    return all(key.removesuffix("'s") in known or key.isupper() or _says_whose(key) for key in around)


def _begins_as_word(index: Index, at: int, name: Span) -> bool:
    """Whether a word before a name has its capital from beginning a sentence: "Striker", "Labour MP", no first name."""
    if at != index.sentence_tokens[index.sentence_of(at)].start:
        return False
    word = index.tokens.texts[at].lower()
    full = name.end - name.start > 1
    return full or index.token_keys[at + 1] in TITLES or word in OCCUPATIONS or word in index.tokens.texts


def _says_whose(key: str) -> bool:
    """Whether a word before a name says where its bearer is from: "Jamaica's | Andre Poole", "Jamaican"."""
    return key.endswith("'s") or key in PEOPLES


def _phrases(index: Index, text: str) -> tuple[Span, ...]:
    known = index.places_of_phrases
    if text not in known:
        forms = dict.fromkeys((*_forms(text), *_by_value(index, text)))
        found = [span for wanted in forms for span in index.find(wanted)] or _in_another_style(index, text)
        known[text] = tuple(span for span in found if _stands_whole(index, span) and _has_happened(index, text, span))
    return known[text]


def _in_another_style(index: Index, text: str) -> list[Span]:
    """Where a phrase that does not stand as it is does so in another style: "Mr Brandt", "center"."""
    found: Span | None = load("factspec.match", "nearly").in_another_style(index, text)
    return [found] if found else []


def _stands_whole(index: Index, span: Span) -> bool:
    whole = with_count(index, span)
    all_of = is_number(index, span.start) and quantified(index.keys(Span(whole.start, span.start))) == "all"
    stands = whole == span or (all_of and whole.end == span.end)
    return stands and not is_alternative(index, span) and not _is_bounded_day(index, span)


def _is_bounded_day(index: Index, span: Span) -> bool:
    """Whether a phrase begins with a day that words before it bound: "until | 12 May", but "from | 12 May"."""
    day = next(iter(facts_in(index.tokens[span.start : span.end])), None)
    if day is None or day.first or not (isinstance(day.value, When) and day.value.unit == "day"):
        return False
    bounded = bounded_day(index, span).start
    # What holds from a day on begins on it, and a stretch has both its ends: "from 10 May until | 12 May".
    return bounded < span.start and "from" not in index.keys(Span(max(bounded - _RANGE, 0), span.start))


def _has_happened(index: Index, text: str, span: Span) -> bool:
    """Whether a listed past form stands as one, and no infinitive, gerund or noun of its verb: "asked to | resign"."""
    key = index.token_keys[span.start]
    past = text.endswith("ed") or text in PASTS
    if not past or span.end - span.start > 1 or key == text or key.endswith("ed") or key in PASTS:
        return True
    before = index.token_keys[span.start - 1] if span.start else ""
    if key.endswith("ing"):
        return before in AUXILIARIES | {"been", ","}
    return before not in DETERMINERS and before != "to"


def _junior(index: Index, span: Span) -> bool:
    """Whether a name goes on as that of another generation: "Donald Trump | Jr."."""
    following = index.tokens[span.end : span.end + 2]
    words = [token.key.rstrip(".") for token in following]
    return bool(words) and (words[0] in _GENERATIONS or (words[0] == "," and words[-1] in {"jr", "sr"}))


@lru_cache(maxsize=4096)
def _forms(text: str) -> tuple[tuple[str, ...], ...]:
    """A phrase as keys: as it is, possessive, and of a single word its inflections."""
    phrase = keys(tokenize(text))
    if not phrase:
        return ()
    if len(phrase) == 1 and text.islower():
        return tuple((form,) for form in (*sorted(inflections(phrase[0])), f"{phrase[0]}'s"))
    return (phrase, (*phrase[:-1], f"{phrase[-1]}'s"))


def _by_value(index: Index, text: str) -> Iterator[tuple[str, ...]]:
    """The phrase with the number or date in it written as the article writes one of the same value."""
    tokens = tokenize(text)
    found = [fact for fact in facts_in(tokens) if fact.kind in VALUE_KINDS]
    if len(found) != 1:
        return
    fact = found[0]
    head, tail = keys(tokens[: fact.first]), keys(tokens[fact.last :])
    for written in index.facts_by_kind.get(fact.kind, {}).values():
        if agree(fact, written[0][0]):
            yield from ((*head, *index.keys(span), *tail) for _, span in written)


def shown(facts: Sequence[Listed]) -> str:
    """Listed facts as a reader is told them."""
    return ", ".join(f"'{fact.text}'" for fact in facts)
