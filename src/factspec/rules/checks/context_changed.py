"""The sentence of an approved claim is not the one that was approved, is under another heading, or cites otherwise.

The claim is still there, but words of its sentence came, went or changed. The lock has the sentence that a checker saw.
House style passes, and so does a paragraph that moves within its section. A sentence that comes under another heading,
list item or caption, or under another line that introduces it ("What we got wrong:"), is reported. So is a claim
without `cites` that cites other sources than it did. With `context: paragraph` the sentences before and after the
claim's are compared too.

Example: a claim has `facts: [Ada Lind, resigned]`, and the article says "Ada Lind resigned after a second audit" where
the approved sentence was "Ada Lind resigned after an audit". Or the sentence is the same, but its heading is no longer
"What we found" but "Myths".
Fix: restore the sentence, or approve the new one with `factspec review`.
"""

from collections.abc import Collection, Hashable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from factspec.articles.draft import Kind
from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.citing import Group, bracketed, cited
from factspec.claims.pinned import Changed, Moved, changed, moved, paired, row_around
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.rules.case import Case, renumbered
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import or_review, phrase
from factspec.specs.model import Claim

FAMILY = "claims"
SEVERITY = Severity.ERROR


# The verdicts on a claim's own words, and the rules that report them.
_OWN = {
    Verdict.CHANGED: "claim-changed",
    Verdict.REWORDED: "claim-reworded",
    Verdict.REFRAMED: "claim-reframed",
}


def check(case: Case) -> Iterator[Mismatch]:
    """Yield one mismatch for each sentence that is not as approved, however many claims it contains.

    What another claim of the sentence reports as changed in its own words is left out.
    """
    reported = tuple(_reported(case))
    found: dict[Hashable, Mismatch] = {}
    also: dict[Hashable, list[str]] = {}
    for anchored, places in zip(case.anchored, case.places, strict=True):
        for one in _changed(case, anchored, places):
            left = tuple(each for each in one.differences if not _is_within(each, one, (*reported, *_own(anchored))))
            if left:
                key: Hashable = one.span if one.sentences else (anchored.claim.id, one.approved)
                found.setdefault(key, _mismatch(case, anchored, one, left))
                also.setdefault(key, []).append(anchored.claim.id)
    for place, mismatch in found.items():
        yield mismatch._replace(message=f"{mismatch.message} ({_named(also[place])})")
    yield from _other_citations(case)
    if elsewhere := moves(case):
        failing = frozenset(_failing(case, frozenset(chain.from_iterable(also.values()))))
        yield from (_elsewhere(case, one) for one in elsewhere if not failing.intersection(one.first.before))


def _reported(case: Case) -> Iterator[Span]:
    """Yield the ranges of claims whose own words are an error already; in a table, those of their rows."""
    for anchored in case.anchored:
        if anchored.verdict in _OWN and not _is_lowered(case, anchored):
            yield from map(partial(row_around, case.index), anchored.spans)


def _is_lowered(case: Case, anchored: Anchored) -> bool:
    """Whether somebody has chosen how severe it is that a claim's own words are others."""
    chosen = {*case.subject.policy.rules, *(one.rule for one in case.spec.rules)}
    return _OWN.get(anchored.verdict, "") in chosen


def _own(anchored: Anchored) -> tuple[Span, ...]:
    """The ranges of a claim's own words, if another rule reports these."""
    return anchored.spans if anchored.verdict in _OWN else ()


def _is_within(difference: Difference, changed: Changed, reported: Sequence[Span]) -> bool:
    is_there = changed.span.start < difference.end
    return is_there and any(one.start <= difference.start and difference.end <= one.end for one in reported)


def _named(claims: Sequence[str]) -> str:
    names = ", ".join(f"'{one}'" for one in dict.fromkeys(claims))
    return f"the approved sentence of {names}"


def _changed(case: Case, anchored: Anchored, places: tuple[range, ...]) -> Iterator[Changed]:
    """Yield each changed sentence of a claim that is found as approved, or in other words that are no error."""
    approval = case.approval(anchored.claim) if anchored.claim.pinned else None
    if approval and (anchored.verdict is Verdict.PASSED or _is_lowered(case, anchored)):
        yield from changed(case.index, places, approval.contexts, neighbours=anchored.claim.context)


def _mismatch(case: Case, anchored: Anchored, one: Changed, left: Sequence[Difference]) -> Mismatch:
    if not one.sentences:
        return _gone(case, anchored, one)
    span = one.span
    at = next((Span(each.start, each.end) for each in left if each.end > each.start), span)
    facts = [each for each in left if each.kind != "wording"]
    return Mismatch(
        message="; ".join(map(phrase, facts or left)),
        start=at.start,
        end=at.end,
        spec_line=anchored.claim.line,
        claim=anchored.claim.id,
        expected=one.approved,
        found=case.text_of(span),
        found_start=span.start,
        differences=tuple(
            each._replace(start=max(each.start - span.start, 0), end=max(each.end - span.start, 0)) for each in left
        ),
        advice=or_review(case, "restore the sentence", anchored.claim.id),
    )


def _gone(case: Case, anchored: Anchored, one: Changed) -> Mismatch:
    """A claim is still in other sentences, but not in this one."""
    return Mismatch(
        message="one of several sentences is gone",
        spec_line=anchored.claim.line,
        claim=anchored.claim.id,
        expected=one.approved,
        advice=or_review(case, "put the sentence back", anchored.claim.id),
    )


# Places of claims without `cites` that cite other sources than when they were approved.


class Recited(NamedTuple):
    """The range of a place that cites other sources than those approved, its groups of markers, and both, by id."""

    span: Span
    groups: tuple[Group, ...]
    approved: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def difference(self) -> Difference:
        """Which sources came, which went, or both."""
        before, now = (
            bracketed(left) if (left := [one for one in these if one not in those]) else ""
            for these, those in ((self.approved, self.found), (self.found, self.approved))
        )
        start = self.span.end
        return Difference("citation", before, now, 0, 0, start, start)


def recited(case: Case, anchored: Anchored, places: Sequence[range]) -> Iterator[Recited]:
    """Yield each place of a claim that cites other sources than when it was approved, unless the claim says which."""
    approval = case.approval(anchored.claim)
    if approval is None or anchored.claim.cites is not None or all(one.cites is None for one in approval.contexts):
        return
    new = renumbered(case)
    for number, context in paired(case.index, places, approval.contexts):
        groups = case.citing.of(anchored.spans[number])
        found = tuple(new.get(label, label) for label in cited(groups))
        if context.cites is not None and {*found} != {*context.cites}:
            yield Recited(anchored.spans[number], groups, context.cites, found)


def _other_citations(case: Case) -> Iterator[Mismatch]:
    """Yield one mismatch for each marker or sentence with other citations, however many claims it is for."""
    causes: dict[Hashable, list[tuple[Anchored, Recited]]] = {}
    for anchored, places in zip(case.anchored, case.places, strict=True):
        if anchored.claim.pinned and (anchored.verdict is Verdict.PASSED or _is_lowered(case, anchored)):
            for one in recited(case, anchored, places):
                at = one.groups[0].source_start if one.groups else -case.sentence_at(one.span.start)
                causes.setdefault((at, one.approved), []).append((anchored, one))
    for found in causes.values():
        yield _recited(case, found[0][0], found[0][1], tuple(dict.fromkeys(one.claim.id for one, _ in found)))


def _recited(case: Case, anchored: Anchored, one: Recited, claims: Sequence[str]) -> Mismatch:
    found = bracketed(one.found)
    return Mismatch(
        message=f"{phrase(one.difference)} ({_named(claims)})",
        start=one.span.end,
        end=one.span.end,
        source_start=one.groups[0].source_start if one.groups else -1,
        source_end=one.groups[-1].source_end if one.groups else -1,
        spec_line=anchored.claim.line,
        claim=anchored.claim.id,
        expected=bracketed(one.approved),
        found=found,
        differences=(one.difference._replace(start=0, end=len(found)),),
        advice=or_review(case, "restore the marker", anchored.claim.id),
    )


# Sentences that are as approved, but under something else.


PLACE = "place"
"""The kind of the difference between what a sentence was approved under and what it is under."""
_NOUNS = {Kind.HEADING: "heading", Kind.LIST_ITEM: "list item", Kind.CAPTION: "caption"}
BELOW = " › "
"""What is between a heading and the next one below it, where a path is shown."""
_NOWHERE = "no heading"
_LONGEST = 80
_MOST_NAMES = 3


class Move(NamedTuple):
    """Claims whose sentences are as approved, but under another heading, list item, caption or introduction.

    `first` is the first of their places, `sentences` are the indexes of all sentences. `block` is the index of the
    block that the sentences are under now, -1 if one is no longer above them.
    """

    first: Moved
    block: int
    sentences: frozenset[int]
    claims: tuple[Claim, ...]


def moves(case: Case) -> tuple[Move, ...]:
    """What moved in an article, one value for each cause, such as a heading that was put in above many sentences."""
    causes: dict[Hashable, list[tuple[Claim, Moved]]] = {}
    for anchored, places in zip(case.anchored, case.places, strict=True):
        for one in _moved(case, anchored, places):
            causes.setdefault((one.before, one.now), []).append((anchored.claim, one))
    return tuple(_move(case, found) for found in causes.values())


def _moved(case: Case, anchored: Anchored, places: tuple[range, ...]) -> tuple[Moved, ...]:
    """The places of a claim that moved, unless its sentence is an error already."""
    approval = case.approval(anchored.claim) if anchored.claim.pinned else None
    is_passed = anchored.verdict is Verdict.PASSED
    if not (approval and (is_passed or _is_lowered(case, anchored))):
        return ()
    found = tuple(moved(case.index, places, approval.contexts))
    return () if found and is_passed and any(_changed(case, anchored, places)) else found


def _move(case: Case, found: Sequence[tuple[Claim, Moved]]) -> Move:
    first = min((one for _, one in found), key=lambda one: one.sentences[0])
    block = case.article.sentences[first.sentences[0]].block
    return Move(
        first,
        case.index.label_above(block, first.begin) if first.now else -1,
        frozenset(number for _, one in found for number in one.sentences),
        tuple({claim.id: claim for claim, _ in found}.values()),
    )


def _failing(case: Case, reported: Collection[str]) -> Iterator[str]:
    """Yield the approved sentences of claims that are an error: what is under such a heading is not reported again.

    `reported` are the ids of claims whose sentences are reported as changed.
    """
    for anchored in case.anchored:
        is_missing = anchored.verdict is Verdict.MISSING and not case.rendition.partial
        is_failing = (is_missing or anchored.verdict in _OWN) and not _is_lowered(case, anchored)
        if is_failing or anchored.claim.id in reported:
            approval = case.approval(anchored.claim)
            yield from (one.sentence for one in approval.contexts) if approval else ()


def _elsewhere(case: Case, move: Move) -> Mismatch:
    first, claim, sentences = move.first, move.claims[0], case.article.sentences
    expected, found = (BELOW.join(path) or _NOWHERE for path in (first.approved, first.found))
    return Mismatch(
        message=f"{_news(case, move)} ({_those_of(move)})",
        start=sentences[first.sentences[0]].start,
        end=sentences[first.sentences[-1]].end,
        spec_line=claim.line,
        claim=claim.id,
        expected=expected,
        found=found,
        differences=(place_of(first),),
        advice=or_review(case, "move back what moved", claim.id),
    )


def place_of(one: Moved) -> Difference:
    """What a place was approved under and is under, as a difference of the two paths."""
    starts = [len("".join(f"{label}{BELOW}" for label in path[: one.begin])) for path in (one.approved, one.found)]
    before, now = BELOW.join(one.before), BELOW.join(one.now)
    return Difference(PLACE, before, now, starts[0], starts[0] + len(before), starts[1], starts[1] + len(now))


def _news(case: Case, move: Move) -> str:
    noun = _NOUNS.get(case.article.blocks[move.block].kind, "introduction")
    before, now = (f'"{_short(BELOW.join(labels))}"' for labels in (move.first.before, move.first.now))
    those = "the sentence is" if len(move.sentences) == 1 else f"{len(move.sentences)} sentences are"
    if not move.first.now:
        return f"{those} no longer under {before}"
    if not move.first.before:
        return f"{those} now under the {noun} {now}"
    return f"{those} under another {noun}: {before} → {now}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _those_of(move: Move) -> str:
    ids = [one.id for one in move.claims]
    if len(move.sentences) == 1:
        return _named(ids)
    names = ", ".join(f"'{one}'" for one in ids[:_MOST_NAMES])
    others = len(ids) - _MOST_NAMES
    return f"the approved sentences of {names}" + (f" and {others} more" if others > 0 else "")
