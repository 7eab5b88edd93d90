"""The article no longer makes an approved claim.

The most similar sentence is shown, if there is one. A sentence that differs from the approved one in four places or
more, and shares few of its words, counts as another sentence, so the claim is missing rather than changed.

Example: the spec has `says: The bridge reopened on Monday`, and the article no longer mentions the bridge.
Fix: put the sentence back, or delete the claim if the article should no longer make it.
"""

from collections.abc import Iterator, Sequence

from factspec.articles.article import Reference
from factspec.claims.anchored import Anchored, Verdict
from factspec.language.function_words import FREE_SIGNS
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Claim

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim that was not found, except in a partial rendition."""
    if case.rendition.partial:
        return
    missing = [anchored for anchored in case.anchored if anchored.verdict is Verdict.MISSING]
    references = [(one, _line(one.text)) for one in case.article.references] if missing else []
    for anchored in missing:
        yield _missing(case, anchored, references)


def _line(text: str) -> str:
    return f" {' '.join(key for key in keys(tokenize(text)) if key not in FREE_SIGNS)} "


def _where_else(case: Case, claim: Claim, references: Sequence[tuple[Reference, str]]) -> str:
    """Where the list of sources or a note of it has the words of a claim; empty if it does not."""
    words = _line(claim.says or claim.quotes)
    one = next((one for one, line in references if words in line), None) if references and words.strip() else None
    if one is None:
        return ""
    named = f"reference {one.id}" if one.id else "a reference"
    return (
        f"these words are in {named}, line {case.article.lines.place(one.source_start).line}, which is not article text"
    )


def _missing(case: Case, anchored: Anchored, references: Sequence[tuple[Reference, str]]) -> Mismatch:
    claim = anchored.claim
    near = anchored.near or Span(-1, -1)
    why = "; ".join(filter(None, [anchored.reason, _where_else(case, claim, references)]))
    reason = f": {why}" if why else ""
    return Mismatch(
        message=f"claim '{claim.id}' is not in the article{reason}",
        start=near.start,
        end=near.end,
        spec_line=claim.text.line,
        claim=claim.id,
        expected=claim.text,
        found=case.text_of(near) if anchored.near else "",
        found_start=near.start,
        advice=f"put it back, or delete the claim or change its `{claim.key}` if the article no longer makes it",
    )
