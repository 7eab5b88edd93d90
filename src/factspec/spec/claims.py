"""The claims and the forbidden wordings of a spec, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator

from factspec.registry import load
from factspec.spec.cites import Declared, cites_of, cites_problems, number_in
from factspec.spec.model import Claim, Forbidden, Within
from factspec.spec.nodes import (
    Mapping,
    Node,
    Problem,
    Scalar,
    first_line,
    items_of,
    keys_of,
    place_of,
    scalars_of,
    texts_of,
    value_of,
)
from factspec.spec.renditions import cite_nothing
from factspec.spec.sources import origins_of, sources_are_read
from factspec.spec.wording import wording_problems
from factspec.text.printable import printable

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
# The keys of which a claim has one, that says what kind it is.
_KINDS = ("says", "quotes", "facts")
# The keys of a claim whose value is words to look for.
_WORDED = ("says", "quotes", "speaker")
# Names of the items that a spec has beside its claims.
_RESERVED = frozenset({"article", "spec"})


def claims_of(root: Node) -> tuple[Claim, ...]:
    """The claims in their order."""
    return tuple(_claim(item) for item in items_of(root, "claims"))


def _claim(item: Node) -> Claim:
    get, keys = texts_of(item).get, keys_of(item)
    key = next((key for key in _KINDS if key in keys), "")
    return Claim(
        id=get("id", ""),
        line=first_line(item),
        text_line=place_of(item, key).line,
        says=get("says", ""),
        quotes=get("quotes", ""),
        facts=load("factspec.spec", "facts").facts_of(item) if "facts" in keys else (),
        speaker=get("speaker", ""),
        speaker_line=place_of(item, "speaker").line if get("speaker") else 0,
        cites=cites_of(item) if "cites" in keys else None,
        occurrence=number_in(get("occurrence", "")),
        within=Within.PARAGRAPH if get("within") == "paragraph" else Within.SENTENCE,
        exact=get("wording") == "exact",
        tags=tuple(tag.text.strip() for tag in scalars_of(item, "tags")) if "tags" in keys else (),
        evidence=load("factspec.spec", "evidence").evidence_of(item) if "evidence" in keys else (),
    )


def forbidden_of(root: Node) -> tuple[Forbidden, ...]:
    """The forbidden wordings in their order."""
    return tuple(_forbidden(item) for item in items_of(root, "forbidden"))


def _forbidden(item: Node) -> Forbidden:
    get = texts_of(item).get
    line = place_of(item, "says").line
    return Forbidden(get("id", ""), first_line(item), line, get("says", ""), get("reason", ""))


def claim_problems(root: Mapping) -> Iterator[Problem]:
    """Ids that are no ids or stand twice, words with nothing in them, citations that cannot be."""
    claims, forbidden = items_of(root, "claims"), items_of(root, "forbidden")
    yield from _id_problems((*claims, *forbidden))
    origins = origins_of(root)
    # Where the sources themselves cannot be read, that is the mistake, and not each use of one.
    declared = Declared(origins, Counter(origins.values())) if sources_are_read(root) else None
    for item in claims:
        yield from _claim_problems(item, declared)
    yield from _uncitable(root, claims)
    for item in forbidden:
        yield from wording_problems(value_of(item, "says"), "`says`", gaps=True)
        yield from wording_problems(value_of(item, "reason"), "`reason`")


def _claim_problems(item: Node, declared: Declared | None) -> Iterator[Problem]:
    """What is wrong with one claim; `declared` are the sources, None where they are not known."""
    keys = keys_of(item)
    for key in _WORDED:
        if key in keys:
            yield from wording_problems(value_of(item, key), f"`{key}`", gaps=key == "says", insertions=key == "quotes")
    if "facts" in keys:
        yield from load("factspec.spec", "facts").fact_problems(item)
    if not keys.isdisjoint(_ONLY_WITH):
        yield from _misplaced(item)
    if declared and "cites" in keys:
        yield from cites_problems(item, declared)
    if declared and "evidence" in keys:
        yield from load("factspec.spec", "evidence").evidence_problems(item, declared.origins)


def _asks_for_markers(item: Node) -> bool:
    cites = cites_of(item)
    return cites is not None and bool(cites.exactly or cites.all_of or cites.any_of or cites.at_least or cites.origins)


def _uncitable(root: Mapping, claims: tuple[Node, ...]) -> Iterator[Problem]:
    """The first claim that asks for markers in a spec whose articles are said to have none."""
    asking = next((item for item in claims if _asks_for_markers(item)), None)
    if asking is not None and cite_nothing(root):
        message = "`cites` asks for markers, and by `citations: none` the article has none"
        yield Problem(*place_of(asking, "cites"), message, "remove `cites`, or `citations: none`")


# Keys that belong to claims of one or two kinds alone.
_ONLY_WITH = {"occurrence": ("says", "quotes"), "wording": ("says",)}


def _misplaced(item: Node) -> Iterator[Problem]:
    """Keys that do nothing in a claim of this kind."""
    for key, kinds in _ONLY_WITH.items():
        if value_of(item, key) is None:
            continue
        held = next((kind for kind in _KINDS if value_of(item, kind) is not None), "")
        if held and held not in kinds:
            message = f"`{key}` stands in a claim with `{held}`, where it does nothing"
            yield Problem(*place_of(item, key), message, f"remove it: `{key}` belongs to {' or '.join(kinds)}")


def _id_problems(items: tuple[Node, ...]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for item in items:
        node = value_of(item, "id")
        if not isinstance(node, Scalar) or not node.text:
            continue
        if node.text in _RESERVED:
            message = f"the id `{printable(node.text, 80)}` is reserved for factspec's own items"
            yield Problem(node.line, node.column, message, "choose another, such as `the-" + node.text + "`")
        elif _ID.fullmatch(node.text) is None:
            message = f"`id` is `{printable(node.text, 80)}`, but should be an id of small letters, digits, `-` and `_`"
            yield Problem(node.line, node.column, message, _suggestion(node.text))
        elif node.text in seen:
            message = f"duplicate id `{printable(node.text, 80)}`: it stands on line {seen[node.text]} already"
            yield Problem(node.line, node.column, message, "give each claim and forbidden wording an id of its own")
        else:
            seen[node.text] = node.line


def _suggestion(text: str) -> str:
    better = re.sub(r"[^a-z0-9_]+", "-", text[:200].lower()).strip("-_")[:60]
    return f"write `{better}`" if better else "write a short name such as `gas-deal`"
