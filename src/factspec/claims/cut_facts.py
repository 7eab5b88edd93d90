"""A fact that continues beyond the end of a claim's words is read as a whole: "400" | "million", "Ada" | "Holm"."""

from factspec.claims.index import Index
from factspec.facts.fact import Fact
from factspec.facts.found import Role, amount_kinds, kinds, statement_kinds
from factspec.language.calendar import When
from factspec.language.places import Span


def uncut(index: Index, anchor: Span, *, names: bool = True) -> Span:
    """A token range, widened by the facts that its ends cut, and by a word right before it that turns what follows.

    Such a word is a negation or hedge, and before an amount a bound: "at least | 5 died". Without `names` (a listed
    phrase) part of a name is enough, and so is part of a date without its year.
    """
    first, last = (index.sentence_of(at) for at in (anchor.start, anchor.end - 1))
    start, end = (index.sentence_tokens[number].start for number in (first, last))
    before, after = anchor.start - start, anchor.end - end
    facts = index.facts_of(first)
    counts = any(one.first == before and one.kind in amount_kinds() for one in facts)
    starts = [one.first for one in facts if _crosses(one, before, names=names)]
    starts += [one.first for one in facts if one.last == before and _turns(one, counts=counts)]
    ends = [one.last for one in index.facts_of(last) if _crosses(one, after, names=names)]
    return Span(start + min(starts, default=before), end + max(ends, default=after))


def _crosses(fact: Fact, edge: int, *, names: bool) -> bool:
    years = isinstance(fact.value, When) and fact.value.unit == "year"
    whole = names or not (kinds()[fact.kind].NAMES or years)
    return whole and fact.kind in statement_kinds() and fact.first < edge < fact.last


def _turns(fact: Fact, *, counts: bool) -> bool:
    """Whether a word turns what is right after it; a bound does so if that `counts`."""
    role = kinds()[fact.kind].ROLE
    return role in {Role.DENIAL, Role.DOUBT} or (role is Role.BOUND and counts)
