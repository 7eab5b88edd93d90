"""A claim's approved wording occurs more than once, so its citations cannot be checked.

Example: "the bridge reopened" is in the first and in the last paragraph.
Fix: approve more of the sentence, or add `occurrence: 2` (the second place) or `occurrence: all` (every place).
"""

from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Verdict
from factspec.language.places import Span
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity

FAMILY = "claims"
SEVERITY = Severity.ERROR


# More lines than a reader looks up.
_SHOWN = 10


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch, at its second place, for each claim that occurs more than once."""
    for anchored in case.anchored:
        if anchored.verdict is not Verdict.AMBIGUOUS:
            continue
        claim = anchored.claim
        second = anchored.spans[1]
        yield Mismatch(
            message=f"claim '{claim.id}' occurs {len(anchored.spans)} times ({_lines(case, anchored.spans)})",
            start=second.start,
            end=second.end,
            spec_line=claim.text.line,
            claim=claim.id,
            expected=claim.text,
            found=case.text_of(second),
            found_start=second.start,
            advice="approve more of the sentence, or add `occurrence: 2` (which one) or `occurrence: all`",
        )


def _lines(case: Case, spans: Sequence[Span]) -> str:
    lines = sorted({case.article.place(span.start).line for span in spans})
    shown = ", ".join(map(str, lines[:_SHOWN])) + (" …" if len(lines) > _SHOWN else "")
    return f"lines {shown}" if len(lines) > 1 else f"line {shown}"
