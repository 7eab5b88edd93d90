"""The words of findings about claims: what differs, what is cited, and what must be cited."""

from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Anchored
from factspec.claims.citing import bracketed, cited
from factspec.facts.difference import Difference
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch
from factspec.specs.model import Cites

# What the comparison writes between two names that changed places.
_EXCHANGED = " … "


def differing(case: Case, anchored: Anchored, became: str, advice: str) -> Mismatch:
    """The mismatch of a claim whose words differ from those approved, at the first difference in the article."""
    span = anchored.spans[0]
    found = anchored.comparison.differences if anchored.comparison else ()
    first = next(((one.start, one.end) for one in found if one.end > one.start), None)
    start, end = first or next(((one.start, one.end) for one in found), (span.start, span.end))
    facts = [one for one in found if one.kind != "wording"]
    named = "; ".join([*map(phrase, facts or (found if became == "changed" else ())), *filter(None, [anchored.reason])])
    if not named and _is_reordered(anchored.claim.text, case.text_of(span)):
        named = "order of words changed"
    return Mismatch(
        message=headline(anchored.claim.id, became, named),
        start=start,
        end=end,
        spec_line=anchored.claim.text.line,
        claim=anchored.claim.id,
        expected=anchored.claim.text,
        found=case.text_of(span),
        found_start=span.start,
        cited=cited_line(case, anchored),
        differences=tuple(one._replace(start=one.start - span.start, end=one.end - span.start) for one in found),
        advice=advice,
    )


def about_claim(case: Case, anchored: Anchored, message: str, advice: str) -> Mismatch:
    """The mismatch about a claim as a whole, at its first place in the article, or at the spec if it has none."""
    span = anchored.spans[0] if anchored.spans else None
    return Mismatch(
        message=message,
        start=span.start if span else -1,
        end=span.end if span else -1,
        spec_line=anchored.claim.line,
        claim=anchored.claim.id,
        found=case.text_of(span) if span else "",
        found_start=span.start if span else -1,
        cited=cited_line(case, anchored) if span else "",
        advice=advice,
    )


def or_review(case: Case, restore: str, claim: str) -> str:
    """The advice to mend the article, or to settle the change of a claim in one look."""
    return f"{restore}, or settle it in one look: factspec review {case.spec.path}::{claim}"


def _is_reordered(approved: str, found: str) -> bool:
    """Whether two texts have the same words in another order."""
    one, other = ([key for key in keys(tokenize(text)) if key[0].isalnum()] for text in (approved, found))
    return one != other and sorted(one) == sorted(other)


def headline(claim: str, became: str, named: str) -> str:
    """What happened to a claim, the news first: `date 14 March → 15 March (claim 'opened')`."""
    return f"{named} (claim '{claim}')" if named else f"claim '{claim}' {became}"


def phrase(difference: Difference) -> str:
    """One difference in a few words: `weekday Tuesday → Wednesday`, `negation added: not`, `names exchanged`."""
    kind, approved, found = difference.kind, difference.approved, difference.found
    if kind == "name" and _EXCHANGED in approved and _EXCHANGED in found:
        return f"names exchanged: {approved} → {found}"
    if approved and found:
        return f"{kind} {approved} → {found}"
    return f"{kind} added: {found}" if found else f"{kind} dropped: {approved}"


def cited_line(case: Case, anchored: Anchored) -> str:
    """What the first place of a claim cites, and whether that is what it must."""
    cites = anchored.claim.cites
    if cites is None or not anchored.spans:
        return ""
    found = cited(case.citing.of(anchored.spans[0]))
    judged = "as required" if not any(citation_faults(cites, found)) else f"required: {required(cites)}"
    return f"{bracketed(found)}, {judged}"


def citation_faults(cites: Cites, found: Sequence[str]) -> Iterator[str]:
    """What is wrong with the cited sources, one phrase each."""
    if cites.exactly is not None:
        yield from _not_exactly(cites.exactly, found)
        return
    missing = [source for source in cites.all_of if source not in found]
    if missing:
        yield f"does not cite {bracketed(missing)}"
    if cites.any_of and not set(cites.any_of) & set(found):
        yield f"cites none of {bracketed(cites.any_of)}"
    banned = [source for source in found if source in cites.none_of]
    if banned:
        yield f"cites {bracketed(banned)}, which it must not"
    if len(found) < cites.at_least:
        yield f"cites {len(found)} of at least {cites.at_least} sources"


def _not_exactly(wanted: Sequence[str], found: Sequence[str]) -> Iterator[str]:
    missing = [source for source in wanted if source not in found]
    beyond = [source for source in found if source not in wanted]
    if missing:
        yield f"does not cite {bracketed(missing)}"
    if beyond:
        yield f"cites {bracketed(beyond)}, which the spec does not allow" if wanted else f"cites {bracketed(beyond)}"


def required(cites: Cites) -> str:
    """What a claim must cite, in words."""
    if cites.exactly is not None:
        return bracketed(cites.exactly) if cites.exactly else "no marker here"
    parts = (
        f"all of {bracketed(cites.all_of)}" if cites.all_of else "",
        f"one of {bracketed(cites.any_of)}" if cites.any_of else "",
        f"none of {bracketed(cites.none_of)}" if cites.none_of else "",
        f"at least {cites.at_least} sources" if cites.at_least else "",
        f"{cites.origins} origins" if cites.origins else "",
    )
    return ", ".join(part for part in parts if part)
