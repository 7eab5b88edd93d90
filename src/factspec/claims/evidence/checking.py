"""Checks of quotations, and of the evidence and facts of claims, against the stored texts of the sources."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain, islice
from typing import NamedTuple

from rapidfuzz.distance import Indel

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.citing import Citing, cited
from factspec.claims.evidence.model import CheckedEvidence, CheckedFact, CheckedQuotation, Outcome, SourceChecks, Stored
from factspec.claims.evidence.stored import StoredText, amounts, needle, searchable
from factspec.claims.index import Index
from factspec.claims.quotation.speakers import said_with
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import agree, forms_of, sought_kinds
from factspec.language.calendar import Opaque, Relative, When
from factspec.language.numerals import agrees_at_precision
from factspec.language.places import Quotation, Span
from factspec.language.skeleton import letters
from factspec.language.tokens import Token, tokenize
from factspec.specs.model import Claim

# The quotations of an article, compared with the stored texts of the sources that their sentences cite.


# A quotation of so many words is neither a scare quote nor a title in passing.
_LONG = 3


def checked_quotations(index: Index, citing: Citing, stored: Mapping[str, StoredText]) -> tuple[CheckedQuotation, ...]:
    """The checked quotations, in order: those of three words or more, and shorter ones that somebody says."""
    return tuple(_checked_quotation(index, citing, stored, one) for one in checkable(index))


def checkable(index: Index) -> Iterator[Quotation]:
    """The outer quotations of three words or more, and shorter ones whose own sentence says who said them."""
    for quotation in index.quotations:
        if quotation.depth == 1 and (is_long(index, quotation) or _is_said(index, quotation)):
            yield quotation


def is_long(index: Index, quotation: Quotation) -> bool:
    """Whether a quotation has three words or more."""
    return sum(len(words.split()) for words in quoted_parts(index, quotation)) >= _LONG


def _is_said(index: Index, quotation: Quotation) -> bool:
    sentences = index.article.sentences
    at = bisect_right(sentences, quotation.start, key=lambda one: one.start)
    own, text = sentences[at - 1 : at], index.article.text
    said = said_with(quotation.start, quotation.end, own, text, index.quotations)
    if not said or len(text[quotation.start : quotation.end].split()) > 1:
        return bool(said)
    # One word is said only right beside the verb or a comma: 'said nothing of the "axis"' names a thing.
    before = text[own[0].start : quotation.start].split()
    is_beside = not before or before[-1][-1] in ",:" or before[-1].lower() in said
    return is_beside or text[quotation.end - 2] in ",.!?"


def quoted_parts(index: Index, quotation: Quotation) -> tuple[str, ...]:
    """The words of a quotation, a text for each of its parts."""
    return tuple(index.article.text[part.start : part.end] for part in quotation.parts)


def _checked_quotation(
    index: Index, citing: Citing, stored: Mapping[str, StoredText], one: Quotation
) -> CheckedQuotation:
    sources = _cited(index, citing, one)
    # If an article cites in words, or not at all, any source may be meant.
    usable = [source for source in sources or stored if source in stored and not stored[source].problem]
    runs = needle(quoted_parts(index, one)) if usable else ()
    if any(stored[source].find(runs) for source in usable):
        outcome = Outcome.FOUND
    else:
        outcome = Outcome.ABSENT if sources and len(usable) == len(sources) else Outcome.UNCHECKED
    return CheckedQuotation(one, Span(one.parts[0].start, one.parts[-1].end), sources, outcome)


def _cited(index: Index, citing: Citing, one: Quotation) -> tuple[str, ...]:
    """The sources that a quotation's sentences cite, or the one that leads to it with a colon."""
    first, last = citing.sentence_at(one.start + 1), citing.sentence_at(one.end)
    groups = [group for number in range(first, last + 1) for group in citing.reaching(number)]
    if not groups and first and index.article.text[index.article.sentences[first - 1].end - 1] == ":":
        groups = list(citing.reaching(first - 1))
    return cited(groups)


# The numbers, dates and names of claims, compared with their evidence and the stored texts of cited sources.


# What "one" and "the second" count is not a figure that a source is asked for.
_SMALL = 2
_NESTED = frozenset({"day", "month", "year"})


def checked_facts(
    index: Index, citing: Citing, anchored: Sequence[Anchored], stored: Mapping[str, StoredText]
) -> Iterator[CheckedFact]:
    """Yield the facts of claims that were found as approved and have evidence or cite a source with a text."""
    for one in anchored:
        evidence = one.claim.evidence
        if one.verdict is not Verdict.PASSED or not one.spans:
            continue
        sources = tuple(dict.fromkeys((*cited(citing.of(one.spans[0])), *(piece.source for piece in evidence))))
        if not sources or (one.claim.cites is not None and one.claim.cites.exactly == ()):
            continue
        for fact, tokens in _facts(index, one.spans[0]):
            yield CheckedFact(one, fact, index.span(tokens), sources, _outcome(one, fact, sources, stored))


def _facts(index: Index, span: Span) -> Iterator[tuple[Fact, Span]]:
    tokens = index.tokens
    first = bisect_left(index.facts, span.start, key=lambda found: tokens[found[1].start].start)
    for number in range(first, len(index.facts)):
        fact, place = index.facts[number]
        if tokens[place.start].start >= span.end:
            break
        if tokens[place.end - 1].end <= span.end and _counts(fact):
            yield fact, place


def _counts(fact: Fact) -> bool:
    """Whether a fact is looked for in a source: an amount, a date, or the name of a person, body or place."""
    value = fact.value
    if forms_of(fact):
        return True
    if isinstance(value, Amount) and not any(map(str.isdigit, fact.shown)):
        return fact.kind in sought_kinds() and any(
            not isinstance(one.value, int) or one.value > _SMALL for one in value.numbers
        )
    return fact.kind in sought_kinds() and not isinstance(value, Relative | Opaque)


def _outcome(anchored: Anchored, fact: Fact, sources: Sequence[str], stored: Mapping[str, StoredText]) -> Outcome:
    if any(_in_words(fact, piece.quote) for piece in anchored.claim.evidence):
        return Outcome.FOUND
    usable = [stored[source] for source in sources if source in stored and not stored[source].problem]
    if any(_in_text(fact, text) for text in usable):
        return Outcome.FOUND
    complete = len(usable) == len(sources) and all(forms_of(fact) or text.amounts.complete for text in usable)
    return Outcome.ABSENT if complete else Outcome.UNCHECKED


def _in_words(fact: Fact, words: str) -> bool:
    if forms := forms_of(fact):
        return _has_words(forms, StoredText(text=words))
    return any(_agrees(fact, found) for found in amounts(words))


def _in_text(fact: Fact, stored: StoredText) -> bool:
    if forms := forms_of(fact):
        return _has_words(forms, stored)
    return any(_agrees(fact, found) for found in stored.amounts.facts(fact.shown))


def _has_words(forms: Sequence[str], stored: StoredText) -> bool:
    """Whether one of several forms occurs in a text, with a capital if it has one; or an acronym spelled out."""
    for form in forms:
        found = stored.find(needle([form])) or stored.find(needle([f"{form}'s"]))
        if found and (stored.text[found.start].isupper() or not form[0].isupper()):
            return True
    return forms[0].isupper() and _spelled_out(forms[0], stored.text)


def _spelled_out(acronym: str, text: str) -> bool:
    letters = [letter for letter in acronym if letter.isalpha()][:8]
    joined = r"\w*(?:[ \n-]{1,3}(?:of|the|and|for|on|in))*[ \n-]{1,3}".join(letters)
    return len(letters) > 1 and re.search(rf"\b{joined}", text) is not None


def _agrees(fact: Fact, found: Fact) -> bool:
    """Whether a source's fact confirms the article's, at the precision of the article's."""
    mine, theirs = fact.value, found.value
    if isinstance(mine, When) and isinstance(theirs, When):
        return _when(mine, theirs)
    if isinstance(mine, Amount) and isinstance(theirs, Amount):
        return agree(fact, found) or _amounts(mine, theirs)
    return agree(fact, found)


def _when(mine: When, theirs: When) -> bool:
    """Whether a date equals the other or lies in it; a year that only one of them has is no difference."""
    if mine == theirs:
        return True
    if not {mine.unit, theirs.unit} <= _NESTED or mine[4:] != theirs[4:]:
        return False
    same_year = mine.year == theirs.year or (mine.month and 0 in (mine.year, theirs.year))
    return bool(same_year) and mine.month in (0, theirs.month) and mine.day in (0, theirs.day)


def _amounts(mine: Amount, theirs: Amount) -> bool:
    if len(mine.numbers) != len(theirs.numbers) or (mine.unit and theirs.unit and mine.unit != theirs.unit):
        return False
    if mine.unit == "%" != theirs.unit:
        return False
    pairs = zip(mine.numbers, theirs.numbers, strict=True)
    return all(
        not isinstance(other.value, str) and agrees_at_precision(one, other.value, mine.about) for one, other in pairs
    )


def check_sources(
    index: Index, citing: Citing, anchored: Sequence[Anchored], stored: Mapping[str, Stored]
) -> SourceChecks:
    """Check an article's quotations, and its claims' evidence and facts, against stored texts."""
    texts = {source: searchable(text) for source, text in stored.items()}
    return SourceChecks(
        stored=texts,
        quotations=checked_quotations(index, citing, texts),
        evidence=tuple(chain.from_iterable(_checked_evidence(one.claim, texts) for one in anchored)),
        facts=tuple(checked_facts(index, citing, anchored, texts)) if texts else (),
    )


def _checked_evidence(claim: Claim, stored: Mapping[str, StoredText]) -> Iterator[CheckedEvidence]:
    for piece in claim.evidence:
        text = stored.get(piece.source)
        if text is None or text.problem:
            outcome = Outcome.UNCHECKED
        else:
            outcome = Outcome.FOUND if text.find(needle([piece.quote])) else Outcome.ABSENT
        yield CheckedEvidence(claim, piece, outcome)


# The passage of the stored texts that is nearest to words which occur in none of them.


# The longest words are the rarest. So many of them are looked up, at so many places each.
_NEAREST_WORDS = 8
_PLACES = 60
_SHORTEST = 4
# With this share of equal words (0 to 1) a passage is the same one, altered; below it is only the nearest one.
_DRIFTED = 0.5
_LONGEST = 400


class Closeness(StrEnum):
    """How close a passage is to the words that were looked for."""

    DRIFTED = "drifted"
    ABSENT = "absent"


class NearestPassage(NamedTuple):
    """A passage of a source's stored text, and how close it is to the words that were looked for."""

    source: str
    text: str
    closeness: Closeness


def nearest(words: str, stored: Iterable[tuple[str, Stored]]) -> NearestPassage | None:
    """The nearest passage of stored texts by their sources' ids; None if no text shares a longer word."""
    tokens = tokenize(words[:_LONGEST])
    wanted = [token.key for token in tokens]
    best, score = None, 0.0
    for source, text in ((source, searchable(one)) for source, one in stored):
        for window in _windows(text, tokens):
            span, likeness = _fitted(text, window, wanted)
            if likeness > score:
                score = likeness
                closeness = Closeness.DRIFTED if likeness >= _DRIFTED else Closeness.ABSENT
                best = NearestPassage(source, text.text[span.start : span.end], closeness)
    return best


def _windows(stored: StoredText, tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield ranges of a stored text in which most of the longest words are about as far apart as in the quotation."""
    words = sorted(_placed(tokens), key=lambda pair: -len(pair[1]))[:_NEAREST_WORDS]
    length = sum(len(letters(token.key)) for token in tokens)
    width = max(length, 20)
    votes: Counter[int] = Counter()
    for at, word in words:
        hits = {(place - at) // width for place in islice(stored.skeleton.places(word), _PLACES)}
        votes.update({bucket: len(word) for bucket in hits})
        votes.update({bucket + 1: len(word) for bucket in hits})
    for bucket, _ in votes.most_common(2):
        first = max((bucket - 1) * width, 0)
        yield Span(stored.skeleton.offset(first), stored.skeleton.offset(first + 3 * width))


def _placed(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Each word's letters and how many letters are before it; short words only if there are no others."""
    at = 0
    placed = []
    for token in tokens:
        word = letters(token.key)
        placed.append((at, word))
        at += len(word)
    longer = [pair for pair in placed if len(pair[1]) >= _SHORTEST]
    yield from longer or [pair for pair in placed if pair[1]]


def _fitted(stored: StoredText, window: Span, wanted: Sequence[str]) -> tuple[Span, float]:
    """The part of a window that is most like the wanted words, and how like it is, from 0 to 1."""
    tokens = tokenize(stored.text[window.start : window.end])
    keys = [token.key for token in tokens]
    pairs = [
        (step.src_start + more, step.dest_start + more)
        for step in Indel.opcodes(wanted, keys)
        if step.tag == "equal"
        for more in range(step.src_end - step.src_start)
    ]
    if not pairs:
        return Span(window.start, window.start), 0.0
    first, last = _densest(pairs, len(wanted) + len(wanted) // 3 + 1)
    # The words that differ may be at the ends.
    start = max(first[1] - first[0], 0)
    end = min(last[1] + len(wanted) - last[0], len(tokens))
    span = Span(window.start + tokens[start].start, window.start + tokens[end - 1].end)
    return span, Indel.normalized_similarity(wanted, keys[start:end])


def _densest(pairs: Sequence[tuple[int, int]], width: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last pair of the densest group within so many tokens."""
    low = best = 0
    found = (pairs[0], pairs[0])
    for high, pair in enumerate(pairs):
        while pair[1] - pairs[low][1] >= width:
            low += 1
        if high - low + 1 > best:
            best, found = high - low + 1, (pairs[low], pair)
    return found
