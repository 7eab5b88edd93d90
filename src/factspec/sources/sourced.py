"""The quotations of an article held against the stored texts of the sources that their sentences cite."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from factspec.match.citing import Citing, cited
from factspec.match.index import Index
from factspec.quotation.attribution import attributed_to
from factspec.sources.held import Outcome, Sourced
from factspec.sources.needle import needle
from factspec.sources.stored import StoredText
from factspec.text.places import Span
from factspec.text.quotation import Quotation

# From so many words a quotation is no scare quote and no title in passing.
_WORDS = 3


def sourced(index: Index, citing: Citing, stored: Mapping[str, StoredText]) -> tuple[Sourced, ...]:
    """The quotations to be checked, in order: those of three words or more, and shorter ones that somebody says."""
    return tuple(_sourced(index, citing, stored, one) for one in checkable(index))


def checkable(index: Index) -> Iterator[Quotation]:
    """The outer quotations of three words or more, and shorter ones whose own sentence says who said them."""
    for quotation in index.quotations:
        if quotation.depth == 1 and (is_long(index, quotation) or _is_said(index, quotation)):
            yield quotation


def is_long(index: Index, quotation: Quotation) -> bool:
    """Whether a quotation has three words or more."""
    return sum(len(words.split()) for words in quoted_parts(index, quotation)) >= _WORDS


def _is_said(index: Index, quotation: Quotation) -> bool:
    sentences = index.article.sentences
    at = bisect_right(sentences, quotation.start, key=lambda one: one.start)
    own = sentences[at - 1 : at]
    return bool(own) and bool(attributed_to(quotation.start, quotation.end, own, index.article.text, index.quotations))


def quoted_parts(index: Index, quotation: Quotation) -> tuple[str, ...]:
    """The words of a quotation, a text for each of its parts."""
    return tuple(index.article.text[part.start : part.end] for part in quotation.parts)


def _sourced(index: Index, citing: Citing, stored: Mapping[str, StoredText], one: Quotation) -> Sourced:
    sources = _cited(index, citing, one)
    # Where an article cites in words, or not at all, any source may be meant.
    usable = [source for source in sources or stored if source in stored and not stored[source].problem]
    runs = needle(quoted_parts(index, one)) if usable else ()
    if any(stored[source].find(runs) for source in usable):
        outcome = Outcome.FOUND
    else:
        outcome = Outcome.LACKING if sources and len(usable) == len(sources) else Outcome.UNCHECKED
    return Sourced(one, Span(one.parts[0].start, one.parts[-1].end), sources, outcome)


def _cited(index: Index, citing: Citing, one: Quotation) -> tuple[str, ...]:
    """The sources that a quotation's sentences cite, or the one that leads to it with a colon."""
    first, last = citing.sentence_at(one.start + 1), citing.sentence_at(one.end)
    groups = [group for number in range(first, last + 1) for group in citing.reaching(number)]
    if not groups and first and index.article.text[index.article.sentences[first - 1].end - 1] == ":":
        groups = list(citing.reaching(first - 1))
    return cited(groups)
