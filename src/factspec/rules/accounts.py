"""What accounts for a sentence: the claims, quotations and waivers that cover it, and the words that are left over."""

from collections.abc import Iterator
from typing import NamedTuple

from factspec.approved.lock import EMPTY, Approval, Signature, signatures
from factspec.claims.anchored import Anchored
from factspec.claims.evidence.model import CheckedQuotation
from factspec.language.places import Span
from factspec.rules.case import Case, WaiverPlace


class Account(NamedTuple):
    """A sentence by its index, and what accounts for it.

    `claims` are those with a place in it, each with its approval if the lock has one, and so are `waivers`. `left` are
    the ranges of `Article.text` that nothing accounts for.
    """

    sentence: int
    claims: tuple[tuple[Anchored, Approval | None], ...]
    quotations: tuple[CheckedQuotation, ...]
    waivers: tuple[tuple[WaiverPlace, Signature | None], ...]
    left: tuple[Span, ...]


def account_of(case: Case, sentence: int) -> Account:
    """What accounts for the sentence with an index."""
    start, end, _ = case.article.sentences[sentence]
    waivers = tuple(one for one in case.waivers if sentence in one.sentences)
    signed = signatures(case.lock or EMPTY, [one.waiver for one in waivers])
    return Account(
        sentence,
        claims=tuple(
            (one, case.approval(one.claim))
            for one, places in zip(case.anchored, case.places, strict=True)
            if any(sentence in place for place in places)
        ),
        quotations=tuple(
            one for one in case.source_checks.quotations if one.words.start < end and start < one.words.end
        ),
        waivers=tuple(zip(waivers, signed, strict=True)),
        left=case.covered[sentence].left,
    )


def sentences_at(case: Case, line: int, column: int) -> Iterator[int]:
    """Yield the indexes of the sentences on a line; with a column, counted from 1, only the one there, 0 for all."""
    article = case.article
    for number, (start, end, _) in enumerate(article.sentences):
        first, last = article.place(start), article.place(max(end - 1, start))
        begins_by = first.line < line or (first.line == line and (not column or first.column <= column))
        ends_after = last.line > line or (last.line == line and (not column or column <= last.column))
        if begins_by and ends_after:
            yield number
