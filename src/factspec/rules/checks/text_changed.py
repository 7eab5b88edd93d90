"""The text of the article is not the one that was approved.

In a strict spec every sentence, heading, list item, table row, note, caption and line of code is one that a person
approved, unless a claim or a waiver accounts for it. The lock has the article as it was approved. A sentence that
changed, is new or is gone, cites something else, or came under another heading is reported once, with the approved
words beside those that are found. House style passes, and so does a paragraph that moves within its section. If a
claim is about the sentence, the rules about claims report it instead. With `approvals = 2` in the policy it reports
each line that one person alone has approved, also if the spec is not strict.

Example: "It was built by hand." was approved, and the article says "It was built by machine."
Fix: restore the sentence, or approve the article as it is with `factspec review`.
"""

from collections.abc import Iterator, Sequence

from factspec.approved.lock import Context, Line
from factspec.articles.draft import Kind
from factspec.claims.anchored import Verdict
from factspec.claims.article_lines import sources_of
from factspec.claims.citing import bracketed
from factspec.claims.index import LONGEST_LABEL
from factspec.claims.pinned import changed, differences
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.rules.approved_text import ApprovedText
from factspec.rules.case import Case, Status, Subject, is_strict
from factspec.rules.checks.context_changed import BELOW, PLACE
from factspec.rules.coverage import must_cite
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import phrase

FAMILY = "text"
SEVERITY = Severity.WARNING
SETTLED = "line"
WAIVABLE = True
STRICT = True
APPROVALS = True

_NOUNS = {
    "heading": "heading",
    "title": "title",
    "caption": "caption",
    "table-cell": "row",
    "list-item": "list item",
    "note": "note",
    "code": "line of code",
}


def applies(subject: Subject) -> bool:
    """Whether the lock has the approved article, and the spec is strict or two people must approve each line."""
    is_judged = is_strict(subject) or subject.policy.approvals > 1
    return is_judged and subject.lock is not None and subject.rendition.file in subject.lock.articles


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each place at which the text is not as approved, unless a claim speaks for it."""
    text = case.text
    if not applies(case.subject) or text is None or case.rendition.partial:
        return
    yield from (_awaiting(case, text, number) for number in text.awaiting)
    if not is_strict(case.subject):
        return
    claimed = _claimed(case, text)
    left = {text.line_of[one.sentence] for one in case.covered if one.left and one.status is not Status.WAIVED}
    yield from (_changed(case, text, number) for number in sorted(left - claimed - {*text.awaiting}))
    yield from _gone(case, text)
    yield from _recited(case, text, claimed)
    yield from _moved(case, text, claimed)


def _claimed(case: Case, text: ApprovedText) -> frozenset[int]:
    """The numbers of the lines whose approved claims report what changed in them, and those of claims that fail."""
    found: set[int] = set()
    for anchored, places in zip(case.anchored, case.places, strict=True):
        if anchored.verdict is not Verdict.MISSING and (
            anchored.claim.pinned or anchored.verdict is not Verdict.PASSED
        ):
            found.update(text.line_of[number] for place in places for number in place)
    return frozenset(found)


def _span(case: Case, sentences: range) -> Span:
    return Span(case.article.sentences[sentences[0]].start, case.article.sentences[sentences[-1]].end)


def _awaiting(case: Case, text: ApprovedText, number: int) -> Mismatch:
    """A line that is as it was approved, but by too few people."""
    found = text.found[number]
    start, end = _span(case, found.sentences)
    names = ", ".join(sorted({one.by for one in text.approved[text.pairs.same[number]].signatures}))
    message = f"this {_NOUNS.get(found.line.kind, 'sentence')} is approved by {names} alone"
    advice = f"a second person must approve it: factspec review {case.spec.path}"
    return Mismatch(message, start, end, found=case.article.text[start:end], found_start=start, advice=advice)


def _changed(case: Case, text: ApprovedText, number: int) -> Mismatch:
    """A line with words that nobody approved: it is new, or it changed."""
    line, sentences = text.found[number]
    start, end = _span(case, sentences)
    what = _NOUNS.get(line.kind, "sentence")
    found = case.article.text[start:end]
    cites = " and cites nothing" if _must_cite(case, sentences) else ""
    advice = f"restore it, or approve it: factspec review {case.spec.path}"
    before = text.approved_for(sentences[0])
    if before is None:
        return Mismatch(f"this {what} is new{cites}", start, end, found=found, found_start=start, advice=advice)
    differing = _differences(case, before, sentences)
    news = "; ".join(map(phrase, differing)) or f"this {what} is not as it was approved"
    at = next((one for one in differing if one.end > one.start), None)
    return Mismatch(
        message=f"{news}{f' (this {what} cites nothing)' if cites else ''}",
        start=start + at.start if at else start,
        end=start + at.end if at else end,
        expected=before.text,
        found=found,
        found_start=start,
        differences=differing,
        advice=advice,
    )


def _must_cite(case: Case, sentences: range) -> bool:
    """Whether a line must cite something and does not."""
    return (
        must_cite(case.subject)
        and not set(sentences).isdisjoint(case.body)
        and not any(map(case.citing.reaching, sentences))
    )


def _differences(case: Case, before: Line, sentences: range) -> tuple[Difference, ...]:
    """What differs from the approved line; offsets count characters of it and of the found one."""
    context = Context(before.text, quoted=before.kind is Kind.QUOTATION)
    one = next(changed(case.index, [sentences], [context], neighbours=False), None)
    start = _span(case, sentences).start
    return (
        tuple(each._replace(start=each.start - start, end=each.end - start) for each in one.differences) if one else ()
    )


def _gone(case: Case, text: ApprovedText) -> Iterator[Mismatch]:
    """Yield the approved lines that are gone, at the place where each was, unless a claim was in it."""
    known = case.lock.approvals if case.lock else {}
    spoken = {
        context.sentence for (_, file), one in known.items() if file == case.rendition.file for context in one.contexts
    }
    there = {at: number for number, at in (*text.pairs.same.items(), *text.pairs.changed.items())}
    for at in text.pairs.removed:
        line = text.approved[at]
        if any(line.text in sentence for sentence in spoken):
            continue
        before = next((there[one] for one in range(at - 1, -1, -1) if one in there), -1)
        place = case.article.sentences[text.found[before].sentences[-1]].end if before >= 0 else 0
        yield Mismatch(
            message=f"an approved {_NOUNS.get(line.kind, 'sentence')} is gone",
            start=place,
            end=place,
            expected=line.text,
            advice=f"put it back, or approve the article without it: factspec review {case.spec.path}",
        )


def _recited(case: Case, text: ApprovedText, claimed: frozenset[int]) -> Iterator[Mismatch]:
    """Yield the unchanged lines that cite other sources than when they were approved, where no claim says so."""
    for number, at in text.pairs.same.items():
        found, approved = text.found[number], text.approved[at]
        if sources_of(approved) == sources_of(found.line) or number in claimed or _is_claimed(case, found.sentences):
            continue
        before, after = (
            bracketed(dict.fromkeys(source for one in line.cites for source in one.ids))
            for line in (approved, found.line)
        )
        end = case.article.sentences[found.sentences[-1]].end
        groups = [group for sentence in found.sentences for group in case.citing.in_sentence(sentence)]
        yield Mismatch(
            message=f"citation {before} → {after}" if before != after else f"the places of {after} changed",
            start=end,
            end=end,
            source_start=groups[0].source_start if groups else -1,
            source_end=groups[-1].source_end if groups else -1,
            expected=before,
            found=after,
            differences=(Difference("citation", before, after, 0, len(before), 0, len(after)),),
            advice=f"restore the marker, or approve it: factspec review {case.spec.path}",
        )


def _is_claimed(case: Case, sentences: range) -> bool:
    """Whether a claim that says what it cites is in one of these sentences."""
    return any(
        anchored.claim.cites is not None and not set(sentences).isdisjoint(place)
        for anchored, places in zip(case.anchored, case.places, strict=True)
        for place in places
    )


def _moved(case: Case, text: ApprovedText, claimed: frozenset[int]) -> Iterator[Mismatch]:
    """Yield one mismatch for the lines that came from under some labels under others.

    Labels that changed, are new or are gone are reported themselves.
    """
    own = {text.approved[at].text[:LONGEST_LABEL] for at in (*text.pairs.removed, *text.pairs.changed.values())}
    own |= {text.found[at].line.text[:LONGEST_LABEL] for at in (*text.pairs.added, *text.pairs.changed)}
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for number, at in sorted(text.pairs.same.items()):
        was, now = text.approved[at].under, text.found[number].line.under
        labels = {*was} ^ {*now}
        if was == now or (was, now) in seen or number in claimed:
            continue
        if any(one in own for one in labels) or not _differ(was, now):
            continue
        seen.add((was, now))
        yield _elsewhere(case, text.found[number].sentences, was, now)


def moved_along(case: Case, sentence: int) -> Iterator[int]:
    """Yield the sentences of the unchanged lines that came from where the line of a sentence was to where it is."""
    text = case.text
    if text is None or text.line_of[sentence] not in text.pairs.same:
        return
    ways = {number: (text.approved[at].under, text.found[number].line.under) for number, at in text.pairs.same.items()}
    for number, way in ways.items():
        if way == ways[text.line_of[sentence]]:
            yield from text.found[number].sentences


def _differ(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether two paths differ in more than house style."""
    return len(was) != len(now) or any(differences(one, other) for one, other in zip(was, now, strict=True))


def _elsewhere(case: Case, sentences: range, was: tuple[str, ...], now: tuple[str, ...]) -> Mismatch:
    start, end = case.article.sentences[sentences[0]].start, case.article.sentences[sentences[-1]].end
    before, after = BELOW.join(was) or "no heading", BELOW.join(now) or "no heading"
    return Mismatch(
        message="this is now under another heading, list item or introduction",
        start=start,
        end=end,
        expected=before,
        found=after,
        differences=(Difference(PLACE, before, after, 0, len(before), 0, len(after)),),
        advice=f"move it back, or approve it where it is: factspec review {case.spec.path}",
    )
