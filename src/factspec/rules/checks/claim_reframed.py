"""A claim's approved wording is compared with what stands around it: a frame that the approved wording does not have.

A denial, doubt, condition, question, negation, an "or", another subject, a future, someone's say-so, a fiction ("in the
novel") or a time that is over ("at first"), in the same sentence or in the next one, turns the approved words into
another statement. Of a claim that lists `facts`, someone's
say-so, the future and the subject are left open; but a listed value or verb must not belong to a subject that is not
listed while a listed one in the same sentence has another, a listed name must not only say whose friend, kin or lawyer
somebody is, and a listed value must not be the one that another is compared with ("down from").

Example: the spec has `says: the bridge is safe`, the article "The builder claims that the bridge is safe."
Fix: restore the sentence, or approve the frame too: `says: The builder claims that the bridge is safe`.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Verdict
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import cited_line

FAMILY = "claims"
SEVERITY = Severity.ERROR
# The kind of fact that a frame is.
_KINDS = {
    "denial": "negation",
    "negation": "negation",
    "doubt": "hedge",
    "condition": "hedge",
    "question": "hedge",
    "future": "hedge",
    "say-so": "attribution",
    "alternative": "hedge",
    "subject": "name",
    "comparison": "order",
    "bound": "quantifier",
    "setting": "hedge",
    "at first": "hedge",
}


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a claim under a frame, at the words that make it."""
    for anchored in case.anchored:
        framing = anchored.framing
        if anchored.verdict is not Verdict.REFRAMED or framing is None:
            continue
        claim, span = anchored.claim, framing.span
        whole = Span(min(span.start, anchored.spans[0].start), max(span.end, anchored.spans[0].end))
        yield Mismatch(
            message=f"claim '{claim.id}' reframed: {framing.does}: {case.text_of(span)}",
            start=span.start,
            end=span.end,
            spec_line=claim.text_line,
            claim=claim.id,
            expected=claim.text,
            found=case.text_of(whole),
            found_start=whole.start,
            cited=cited_line(case, anchored),
            differences=(_added(framing.does, case.text_of(span), span.start - whole.start),),
            advice=_advice(case, claim.key, span, anchored.spans[0]),
        )


def _advice(case: Case, key: str, framing: Span, said: Span) -> str:
    """What to do; no claim can have the words of another block, nor a quotation those outside its marks."""
    blocks = [case.article.sentences[case.sentence_at(one.start)].block for one in (framing, said)]
    if key == "quotes" or blocks[0] != blocks[1]:
        return "restore the text, or remove the claim if the article no longer makes it"
    return f"restore the sentence, or change `{key}` so that it has the words around it"


def _added(does: str, words: str, start: int) -> Difference:
    return Difference(_KINDS[does], "", words, 0, 0, start, start + len(words))
