"""Coverage: which words of each sentence no claim, checked quotation or waiver accounts for.

Every word counts, except the few of `language.free_words`. A claim of wording accounts for its words, a claim of
quotation for the quoted words and for who says them, and a claim of facts for the words of its facts alone. The words
in a gap (`…`) are open. In a strict spec quotation marks around part of a sentence count too.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from factspec.articles.draft import Kind
from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.index import Index
from factspec.claims.quotation.model import Attribution
from factspec.claims.wording import added, everywhere, pieces, sentences_around
from factspec.language.function_words import FREE_PHRASES, FREE_SIGNS, FREE_WORDS
from factspec.language.people import PRONOUNS
from factspec.language.places import Reach, Span
from factspec.rules.case import BODY, Case, Covered, Status, Subject, is_strict, percentage, waived
from factspec.specs.model import Within

# So many places are listed, even if they are most of an article.
_FEW = 5
# Before a number these are no dash: "− 3 euros".
_MINUS = frozenset({"-", "\u2212"})
_QUOTES = frozenset({'"', "'"})
# Marks that come in pairs, and are shown so.
_PAIRS = (("(", ")"), ("[", "]"), ('"', '"'), ("'", "'"))


class Found(NamedTuple):
    """What a sentence can be accounted for by: claims, the ranges of quotations in sources, waivers and approval."""

    index: Index  # type: ignore[assignment]  # hides tuple.index, which nobody asks for
    anchored: Sequence[Anchored]
    checked_quotations: Sequence[Span]
    waived: frozenset[int]
    approved: frozenset[int] = frozenset()


def coverage(found: Found) -> tuple[Covered, ...]:
    """Every sentence of the article in order, with the words that are left over."""
    accounted = bytearray(len(found.index.tokens))
    for first, last in chain(_by_claims(found), map(found.index.tokens_in, found.checked_quotations)):
        accounted[first:last] = b"\x01" * (last - first)
    marks = dict(_marks(found, accounted)) if any(one.claim.strict for one in found.anchored) else {}
    return tuple([_covered(found, number, accounted, marks) for number in range(len(found.index.sentence_tokens))])


def must_cite(subject: Subject) -> bool:
    """Whether sentences of an article must cite: its spec declares sources, and it has a style of citation."""
    return bool(subject.spec.sources) and subject.rendition.styles != ()


def without_citation(case: Case) -> Iterator[int]:
    """Yield the sentences that must have a citation, if the article must cite at all, and have none.

    One of signs alone, such as a line between two parts, states nothing.
    """
    approved_bare = {
        place.start
        for anchored, places in zip(case.anchored, case.places, strict=True)
        if anchored.claim.cites is not None and anchored.claim.cites.exactly == ()
        for place in places
    }
    with_claim = {number for places in case.places for place in places for number in place}
    needed = with_claim if case.rendition.scope is Within.CLAIMS else set(case.body)
    settled = _approved(case)
    for number in case.body:
        passed = number in settled or number in approved_bare
        if number not in needed or passed or case.citing.reaching(number):
            continue
        start, end, _ = case.article.sentences[number]
        if any(map(str.isalnum, case.article.text[start:end])):
            yield number


def _approved(case: Case) -> frozenset[int]:
    """The sentences that a person approved as they are, and those that text-changed reports."""
    if case.text is None:
        return frozenset()
    changed = {one.sentence for one in case.covered if one.left and one.status is not Status.WAIVED}
    return case.text.settled | (changed if is_strict(case.subject) else set())


def wholly_uncovered(case: Case) -> frozenset[int]:
    """The sentences of a strict spec that no claim covers and that cite nothing: `uncited` alone reports them.

    None if a spec or a policy sets the severity of `uncited`, and none that a waiver of `uncovered` names.
    """
    if (
        not is_strict(case.subject)
        or not must_cite(case.subject)
        or "uncited" in _chosen(case)
        or case.rendition.partial
    ):
        return frozenset()
    uncovered = {one.sentence for one in case.covered if one.status is Status.UNCOVERED} - named(case, "uncovered")
    return frozenset(uncovered.intersection(without_citation(case)))


def is_unapproved(case: Case) -> bool:
    """Whether a strict spec covers less than half of an article that nobody approved: one finding then says so.

    The places are listed all the same if they are few, or if a spec or a policy sets the severity of `uncovered`.
    """
    if not is_strict(case.subject) or "uncovered" in _chosen(case) or case.rendition.partial:
        return False
    covered = tuple(case.covered_in(BODY))
    return (
        case.text is None
        and (case.lock is None or not case.lock.approvals)
        and percentage(covered) < 50
        and sum(map(is_open, covered)) > _FEW
    )


def of_unapproved(case: Case) -> frozenset[int]:
    """The sentences that `uncovered` reports together, so that `uncited` need not; those of a waiver are left out."""
    if "uncited" in _chosen(case) or not is_unapproved(case):
        return frozenset()
    return frozenset(one.sentence for one in case.covered if is_open(one)) - named(case, "uncited")


def is_open(one: Covered) -> bool:
    """Whether a sentence has words that nothing accounts for."""
    return one.status is Status.PARTLY or one.status is Status.UNCOVERED


def named(case: Case, rule: str) -> frozenset[int]:
    """The sentences that a waiver of a rule names, whether or not its last day has passed."""
    return waived(case.waivers, {rule}, None)


def _chosen(case: Case) -> set[str]:
    """The rules of which a spec or a policy sets the severity."""
    return {setting.rule for setting in case.spec.rules} | set(case.subject.policy.rules)


def _by_claims(found: Found) -> Iterator[Span]:
    """The token ranges that claims account for."""
    index = found.index
    for anchored in found.anchored:
        if anchored.verdict is Verdict.MISSING:
            continue
        passed = anchored.verdict is Verdict.PASSED and bool(anchored.claim.says)
        for span in anchored.words or anchored.spans:
            tokens = index.tokens_in(span)
            yield from pieces(index, anchored.claim.says, tokens) if passed else (tokens,)
        if passed:
            yield from _repeated(index, anchored.claim.says)
        for span, attributions in zip(anchored.spans, anchored.attributions, strict=False):
            for one in attributions:
                yield from _attribution(index, index.tokens_in(span), one)


def _repeated(index: Index, says: str) -> Iterator[Span]:
    """The headings, titles and captions that are an approved claim, word for word, and nothing else."""
    if not index.has_more_than_body:
        return
    for tokens in everywhere(index, says):
        if not index.in_body(tokens.start) and not added(index, tokens):
            yield tokens


def _attribution(index: Index, quoted: Span, one: Attribution) -> Iterator[Span]:
    """The tokens of a speaker's name, and those of the verb of saying, or a pronoun, next to each other."""
    name = index.tokens_in(Span(one.start, one.end))
    yield name
    sentence = index.sentence_tokens[index.sentence_of(quoted.end - 1)]
    first = index.sentence_tokens[index.sentence_of(quoted.start)].start
    keys = index.token_keys
    for at in (*range(first, quoted.start), *range(quoted.end, sentence.end)):
        if keys[at] != one.verb:
            continue
        yield Span(at, at + 1)
        for beside in (at - 1, at + 1):
            if first <= beside < sentence.end and keys[beside] in PRONOUNS:
                yield Span(beside, beside + 1)


def _marks(found: Found, accounted: bytearray) -> Iterator[tuple[int, Span]]:
    """Yield the opening marks of scare quotes, each with the token range of the quotation.

    These are marks that nobody approved around words that are approved. Marks around a whole sentence, or around words
    of a claim with `quotes`, are none.
    """
    index = found.index
    spans = [span for one in found.anchored if one.claim.quotes for span in one.spans]
    quoted = Reach([*spans, *found.checked_quotations])
    for one in index.quotations:
        start, end = index.tokens_in(Span(one.start, one.end))
        sentence = sentences_around(index, Span(start, end))
        inside = not (_is_free(index, Span(sentence.start, start)) and _is_free(index, Span(end, sentence.end)))
        marked = index.token_keys[start] in _QUOTES and not (accounted[start] or accounted[end - 1])
        said = accounted.find(0, start + 1, end - 1) < 0
        if marked and inside and said and quoted.at(one.end - 1) <= one.start:
            yield start, Span(start, end)


def _is_free(index: Index, part: Span) -> bool:
    return FREE_SIGNS.issuperset(index.keys(part))


def _covered(found: Found, number: int, accounted: bytearray, marks: Mapping[int, Span]) -> Covered:
    if number in found.approved:
        return Covered(number, Status.COVERED)
    index, tokens = found.index, found.index.sentence_tokens[number]
    is_code = index.article.blocks[index.article.sentences[number].block].kind is Kind.CODE
    runs = [run for run in _runs(accounted, tokens) if is_code or _states(index, run)]
    shown = [run if is_code else _shown(index, run) for run in runs]
    free = (run for run in _runs(accounted, tokens) if run not in runs) if marks else ()
    shown += [marks[at] for run in free for at in range(*run) if at in marks]
    left = tuple(map(index.span, sorted(shown)))
    if number in found.waived:
        return Covered(number, Status.WAIVED, left)
    if accounted.find(1, tokens.start, tokens.end) < 0 and left:
        sentence = index.article.sentences[number]
        return Covered(number, Status.UNCOVERED, (Span(sentence.start, sentence.end),))
    return Covered(number, Status.PARTLY if left else Status.COVERED, left)


def _runs(accounted: bytearray, tokens: Span) -> Iterator[Span]:
    """The token ranges of a sentence in which nothing is accounted for."""
    first = tokens.start
    while (first := accounted.find(0, first, tokens.end)) >= 0:
        last = accounted.find(1, first, tokens.end)
        last = tokens.end if last < 0 else last
        yield Span(first, last)
        first = last


def _states(index: Index, run: Span) -> bool:
    """Whether left-over tokens say anything: a word or a sign that is not free, or a minus before a number."""
    words = tuple([key for key in index.keys(run) if key not in FREE_SIGNS])
    if index.tokens.texts[run.end - 1] in _MINUS and "".join(index.token_keys[run.end : run.end + 1])[:1].isdigit():
        return True
    return words not in FREE_PHRASES and not FREE_WORDS.issuperset(words)


def _shown(index: Index, run: Span) -> Span:
    """A run without the free signs at its ends; brackets and quotation marks are shown in pairs."""
    first, last = run
    keys = index.token_keys
    if FREE_SIGNS.issuperset(keys[first:last]):
        return run
    while keys[first] in FREE_SIGNS:
        first += 1
    while keys[last - 1] in FREE_SIGNS:
        last -= 1
    for opening, closing in _PAIRS:
        inside = keys[first:last]
        opened, closed = inside.count(opening), inside.count(closing)
        odd = opened % 2 if opening == closing else opened - closed
        if odd > 0 and closing in keys[last : run.end]:
            last = keys.index(closing, last) + 1
        elif odd and opening in keys[run.start : first]:
            first = run.start + _last(keys[run.start : first], opening)
        elif first > run.start and last < run.end and (keys[first - 1], keys[last]) == (opening, closing):
            first, last = first - 1, last + 1
    return Span(first, last)


def _last(keys: Sequence[str], key: str) -> int:
    return len(keys) - 1 - list(reversed(keys)).index(key)
