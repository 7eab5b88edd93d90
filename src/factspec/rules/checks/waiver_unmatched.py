"""A waiver matches no sentence or several, its sentence has grown, or it has nothing to waive.

`at` is the whole sentence. Write `…` where it is cut on purpose. Each sentence of a list is looked for by itself.

Example: the waived sentence was rewritten, or now has its citation.
Fix: correct `at`, say with `occurrence` which place is meant, or delete the waiver.
"""

from collections.abc import Iterator

from factspec.articles.draft import Kind
from factspec.facts.difference import Difference
from factspec.language.printing import printable
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case, Settled, Subject, WaiverPlace
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.ERROR

# Marks of Markdown around a heading.
_MARKS = "#*_= "


def applies(subject: Subject) -> bool:
    """Whether the spec has waivers."""
    return bool(subject.spec.waivers)


def review(settled: Settled) -> Iterator[Mismatch]:
    """Yield a mismatch for each waiver that waives nothing; in a partial rendition its sentence may be absent."""
    case = settled.case
    for place, taken in zip(case.waivers, settled.taken, strict=True):
        if place.grown:
            yield _grown(case, place)
        elif place.matches == 0:
            if not case.rendition.partial:
                yield _nowhere(case, place)
        elif not (place.sentences or place.waiver.article):
            yield _unmatched(place, *_open(place))
        elif not taken and not (case.text and case.text.settled.issuperset(place.sentences)):
            problem = f"has nothing to waive: {place.waiver.rule} reports nothing there"
            yield _unmatched(place, problem, f"{_section_meant(case, place)}{_delete(place)}")


def _delete(place: WaiverPlace) -> str:
    """The advice to delete a waiver, or a sentence of its list."""
    return "delete the sentence from `at`" if len(place.waiver.at) > 1 else "delete the waiver"


def _section_meant(case: Case, place: WaiverPlace) -> str:
    """What to write if a waiver has the words of a heading and was meant for the sentences under it."""
    sentences, blocks = case.article.sentences, case.article.blocks
    headings = all(blocks[sentences[number].block].kind is Kind.HEADING for number in place.sentences)
    if len(place.waiver.at) != 1 or not headings:
        return ""
    heading = printable(place.at.strip(), 60)
    return f"write `at: {{section: {heading}}}` to waive the rule in the sentences under this heading, or "


def _open(place: WaiverPlace) -> tuple[str, str]:
    """What is wrong with a waiver that matches without naming one sentence, and what to do."""
    section = bool(place.waiver.section)
    if section and place.matches == 1:
        return "names a heading without a sentence under it", "correct `section`, or delete the waiver"
    what = "heading" if section else "sentence"
    count = f"{place.matches} {what}{'s' if place.matches > 1 else ''}"
    return f"matches {count}", f"say with `occurrence` which {what} is meant: 1, 2 …, or `all`"


def _grown(case: Case, place: WaiverPlace) -> Mismatch:
    """A sentence that says more than the waiver; the added words are underlined."""
    sentence = case.article.sentences[case.sentence_at(place.grown[0].start)]
    words = "; ".join(f"'{case.text_of(span)}'" for span in place.grown)
    return _unmatched(
        place,
        f"does not cover {words}, which its sentence says too",
        "restore the sentence, or write the whole of it in `at`; to waive a part on purpose, write `…` where it is cut",
    )._replace(
        start=place.grown[0].start,
        end=place.grown[0].end,
        found=case.article.text[sentence.start : sentence.end],
        found_start=sentence.start,
        differences=tuple(
            Difference("wording", "", case.text_of(span), 0, 0, span.start - sentence.start, span.end - sentence.start)
            for span in place.grown
        ),
    )


def _unmatched(place: WaiverPlace, problem: str, advice: str) -> Mismatch:
    waiver = place.waiver
    return Mismatch(
        message=f"waiver of {waiver.rule} {problem}", spec_line=waiver.line, expected=place.shown, advice=advice
    )


def _nowhere(case: Case, place: WaiverPlace) -> Mismatch:
    waiver = place.waiver
    if waiver.section:
        plain = waiver.section.strip(_MARKS)
        marked = f"write `section: {printable(plain, 60)}`, without marks" if plain and plain != waiver.section else ""
        advice = f"{marked or 'copy the heading into `section`'}, or delete the waiver"
        return _unmatched(place, "names no heading of the article", advice)
    from factspec.claims.nearest import nearest_sentence

    advice = f"write the whole sentence in `at`, or {_delete(place)}"
    mismatch = _unmatched(place, "matches no sentence", advice)
    near = nearest_sentence(case.index, keys(tokenize(place.at)))
    if near is None:
        return mismatch
    return mismatch._replace(start=near.start, end=near.end, found=case.text_of(near), found_start=near.start)
