"""A waiver matches no sentence or several, its sentence has grown, or it has nothing to waive.

`at` is the whole sentence. Write `…` where it is cut on purpose.

Example: the waived sentence was rewritten, or now has the citation that it lacked.
Fix: correct `at`, say with `occurrence` which place is meant, or delete the waiver.
"""

from collections.abc import Iterator

from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case, Subject, WaiverUse
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether the spec has waivers."""
    return bool(subject.spec.waivers)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each waiver that waives nothing; in a partial rendition its sentence may be absent."""
    for use in case.waiver_uses:
        if use.grown:
            yield _grown(case, use)
        elif use.matches == 0:
            if not case.rendition.partial:
                yield _nowhere(case, use)
        elif not use.sentences and use.waiver.section:
            yield _unmatched(use, *_no_sentence_under_heading(use))
        elif not use.sentences:
            stands = f"stands in {use.matches} sentence{'s' if use.matches > 1 else ''}"
            yield _unmatched(use, stands, "say with `occurrence` which sentence is meant: 1, 2 …, or `all`")
        elif not use.taken:
            yield _unmatched(use, f"has nothing to waive: {use.waiver.rule} reports nothing there", "delete the waiver")


def _no_sentence_under_heading(use: WaiverUse) -> tuple[str, str]:
    """What is wrong with a waiver of a section, and what to do."""
    if use.matches > 1:
        return f"matches {use.matches} headings", "say with `occurrence` which heading is meant: 1, 2 …, or `all`"
    return "names a heading without a sentence under it", "correct `section`, or delete the waiver"


def _grown(case: Case, use: WaiverUse) -> Mismatch:
    """A sentence that says more than the waiver; the added words are underlined."""
    sentence = case.article.sentences[case.sentence_at(use.grown[0].start)]
    words = "; ".join(f"'{case.text_of(span)}'" for span in use.grown)
    return _unmatched(
        use,
        f"does not cover {words}, which its sentence says too",
        "restore the sentence, or write the whole of it in `at`; to waive a part on purpose, write `…` where it is cut",
    )._replace(
        start=use.grown[0].start,
        end=use.grown[0].end,
        found=case.article.text[sentence.start : sentence.end],
        found_start=sentence.start,
        differences=tuple(
            Difference("wording", "", case.text_of(span), 0, 0, span.start - sentence.start, span.end - sentence.start)
            for span in use.grown
        ),
    )


def _unmatched(use: WaiverUse, problem: str, advice: str) -> Mismatch:
    return Mismatch(
        message=f"waiver of {use.waiver.rule} {problem}",
        spec_line=use.waiver.line,
        expected=use.waiver.place,
        advice=advice,
    )


def _nowhere(case: Case, use: WaiverUse) -> Mismatch:
    if use.waiver.section:
        advice = "copy the heading into `section`, or delete the waiver"
        return _unmatched(use, "names no heading of the article", advice)
    from factspec.claims.nearest import nearest_sentence

    mismatch = _unmatched(use, "stands in no sentence", "write the whole sentence in `at`, or delete the waiver")
    near: Span | None = nearest_sentence(case.index, keys(tokenize(use.waiver.at)))
    if near is None:
        return mismatch
    return mismatch._replace(start=near.start, end=near.end, found=case.text_of(near), found_start=near.start)
