"""An approved quotation is attributed to nobody, or to somebody other than its `speaker`.

The nearest verb of saying in the same or a neighbouring sentence counts. A full name or a family name is enough. Other
quotations of three words or more that nobody is said to have said are reported as warnings.

Example: the spec has `speaker: Xi Jinping`, and the article says '"We are friends," Putin said.'
Fix: attribute the quotation to its speaker, or correct `speaker`.
"""

from collections.abc import Iterator, Sequence

from factspec.articles.draft import Kind
from factspec.claims.anchored import Verdict
from factspec.claims.quotation.model import Attribution
from factspec.facts.difference import Difference
from factspec.language.people import PRONOUNS
from factspec.language.places import FAMILIES, Quotation, Reach, Span
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Claim

FAMILY = "quotations"
SEVERITY = Severity.ERROR
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article may quote somebody."""
    text = subject.article.text
    quoted = any(block.kind is Kind.QUOTATION for block in subject.article.blocks)
    return quoted or any(mark in text for mark in FAMILIES)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each quotation attributed to nobody or to somebody else."""
    for anchored in case.anchored:
        if anchored.claim.speaker and anchored.verdict is Verdict.PASSED:
            for span, attributed in zip(anchored.spans, anchored.attributions, strict=True):
                if not _speaks(anchored.claim.speaker, attributed):
                    yield _unattributed(case, anchored.claim, span, attributed)
    if case.index.quotations:
        yield from _unsaid(case)


def _speaks(speaker: str, attributed: Sequence[Attribution]) -> bool:
    from factspec.claims.quotation.speakers import speaks

    return bool(speaks(speaker, attributed))


def _unsaid(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each longer quotation outside claims that nobody says; a quoted block needs no speaker."""
    from factspec.claims.evidence.checking import is_long

    quoted = Reach(span for one in case.anchored if one.claim.quotes for span in one.spans)
    claimed = Reach(span for one in case.anchored if not one.claim.quotes for span in one.spans)
    whole = {(block.start, block.end) for block in case.article.blocks if block.kind is Kind.QUOTATION}
    for one in case.index.quotations:
        words = Span(one.parts[0].start, one.parts[-1].end)
        if one.depth > 1 or not is_long(case.index, one) or (one.start, one.end) in whole:
            continue
        # Part of a quotation may be a claim of `quotes`; a claim of another kind contains all of it.
        is_claimed = quoted.at(words.end - 1) > words.start or claimed.at(words.start) >= words.end
        if is_claimed or _is_said(case, one):
            continue
        yield Mismatch(
            message="nobody is said to have said this quotation",
            start=words.start,
            end=words.end,
            found=case.text_of(words),
            found_start=words.start,
            advice="name its speaker beside it, or approve it as a claim with `quotes`",
            doubt=True,
        )


def _is_said(case: Case, one: Quotation) -> bool:
    from factspec.claims.quotation.speakers import said_with

    article = case.article
    return bool(said_with(one.start, one.end, article.sentences, article.text, case.index.quotations))


def _unattributed(case: Case, claim: Claim, span: Span, attributed: Sequence[Attribution]) -> Mismatch:
    found = attributed[0].name if attributed and not _names_nobody(attributed[0].name) else ""
    unnamed = _is_unnamed(found)
    return Mismatch(
        message=f"quotation '{claim.id}' {_attributed(claim.speaker, found, attributed)}",
        start=span.start,
        end=span.end,
        spec_line=claim.speaker.line or claim.text.line,
        claim=claim.id,
        expected=claim.speaker,
        found=case.text_of(span),
        found_start=span.start,
        differences=(Difference("speaker", claim.speaker, found, 0, len(claim.speaker), 0, span.end - span.start),),
        advice=(
            f"name {claim.speaker} instead of '{found}', or correct `speaker`"
            if unnamed
            else "name the speaker beside the quotation, or correct `speaker`"
        ),
    )


def _attributed(speaker: str, found: str, attributed: Sequence[Attribution]) -> str:
    """What the article says about a quotation's speaker."""
    if found and attributed[0].denies:
        return f"is not said by {found}: the words beside '{attributed[0].verb}' deny it or leave it open"
    if found.lower() in PRONOUNS:
        return f"is attributed to '{found}', whose name is open, instead of to {speaker}"
    if _is_unnamed(found):
        return f"is attributed to '{found}', who is not named, instead of to {speaker}"
    return f"is attributed to {found or 'nobody'}, not to {speaker}"


def _is_unnamed(found: str) -> bool:
    """Whether a speaker is an office or a pronoun without a name: "the coach", "she"."""
    from factspec.claims.quotation.noun_phrases import DETERMINERS

    first, *others = found.split() or [""]
    determined = first.lower() in DETERMINERS and bool(others) and not any(word[0].isupper() for word in others)
    return determined or found.lower() in PRONOUNS


def _names_nobody(found: str) -> bool:
    """Whether the word in the place of a speaker names nobody: "the", "when"."""
    from factspec.claims.quotation.noun_phrases import DETERMINERS, NO_NAMES, OPENERS

    return found.lower() in DETERMINERS | OPENERS | NO_NAMES
