"""The evidence of a claim: passages of sources that support it, and what is wrong with them."""

from collections.abc import Collection, Iterator

from factspec.spec.cites import cites_are_ids, cites_of
from factspec.spec.model import Cites, Evidence
from factspec.spec.nodes import Node, Problem, Scalar, items_of, place_of, text_of, value_of
from factspec.spec.wording import wording_problems
from factspec.text.printable import printable


def evidence_of(claim: Node) -> tuple[Evidence, ...]:
    """The evidence of a claim in its order."""
    return tuple(
        Evidence(text_of(item, "source"), text_of(item, "quote").strip(), place_of(item, "quote").line)
        for item in items_of(claim, "evidence")
    )


def evidence_problems(claim: Node, declared: Collection[str]) -> Iterator[Problem]:
    """Quotes without words, and sources that are not declared or that the claim does not cite."""
    items = items_of(claim, "evidence")
    cites = cites_of(claim) if items and cites_are_ids(claim) else None
    for item in items:
        yield from wording_problems(value_of(item, "quote"), "`quote`", insertions=True)
        source = value_of(item, "source")
        if not isinstance(source, Scalar) or not source.text:
            continue
        shown = printable(source.text, 60)
        if source.text not in declared:
            message = f"the evidence is of source `{shown}`, which is not declared in `sources`"
            yield Problem(source.line, source.column, message, "declare it in `sources`, or correct the id")
        elif cites is not None and not _may_cite(cites, source.text):
            message = f"the evidence is of source `{shown}`, which the claim's `cites` does not name"
            advice = "add the source to `cites`, or take evidence from a source that the claim cites"
            yield Problem(source.line, source.column, message, advice)


def _may_cite(cites: Cites, source: str) -> bool:
    """Whether a source is among those that a claim must or may cite."""
    if cites.exactly is not None:
        return source in cites.exactly
    if source in cites.none_of:
        return False
    # A number of sources, or none named at all, leaves open which ones they are.
    is_open = cites.at_least or cites.origins or not (cites.all_of or cites.any_of)
    return bool(is_open) or source in cites.all_of or source in cites.any_of
