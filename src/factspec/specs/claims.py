"""The claims and the forbidden wordings of a spec, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as MappingType
from datetime import date
from typing import NamedTuple

from factspec.language.numerals import numerals
from factspec.language.printing import printable
from factspec.language.tokens import Token, tokenize
from factspec.specs.model import (
    AnyOf,
    Cites,
    Claim,
    Day,
    Evidence,
    Fact,
    Forbidden,
    Name,
    Phrase,
    RuleSetting,
    Value,
    Waiver,
    Within,
)
from factspec.specs.names import is_misspelled, listed, nearest, says_none
from factspec.specs.nodes import (
    MappingNode,
    Node,
    Problem,
    ScalarNode,
    SequenceNode,
    entries_of,
    first_line,
    items_of,
    keys_of,
    place_of,
    scalars_of,
    text_of,
    texts_of,
    value_of,
)
from factspec.specs.renditions import cite_nothing
from factspec.specs.sources import date_problems, origins_of, sources_are_read, whole_date

# What a claim must cite, and what is wrong with it.


_LISTS = ("all_of", "any_of", "none_of")


class Declared(NamedTuple):
    """The declared sources: the origin of each by its id, and how many sources each origin has."""

    origins: MappingType[str, str]
    sizes: MappingType[str, int]


def cites_of(claim: Node) -> Cites | None:
    """What a claim must cite; None where it has no `cites`."""
    value = value_of(claim, "cites")
    if value is None:
        return None
    line = place_of(claim, "cites").line
    if not isinstance(value, MappingNode):
        return Cites(line, exactly=_ids(claim, "cites"))
    all_of, any_of, none_of = (_ids(value, key) for key in _LISTS)
    return Cites(line, None, all_of, any_of, none_of, _number(value, "at_least"), _number(value, "origins"))


def cites_are_ids(claim: Node) -> bool:
    """Whether what stands in a claim's list of citations are ids; of others it is not known what they name."""
    return all(isinstance(item, ScalarNode) for item in items_of(claim, "cites"))


def number_in(text: str) -> int:
    """The whole number that a text is, -1 for `all`, 0 for anything else."""
    return -1 if text == "all" else int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 0


def _number(node: Node, key: str) -> int:
    return number_in(text_of(node, key))


def _ids(node: Node, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([item.text for item in scalars_of(node, key)]))


def cites_problems(claim: Node, declared: Declared) -> Iterator[Problem]:
    """Sources that are not declared, and demands that no citation can meet; `declared` are the spec's sources."""
    value = value_of(claim, "cites")
    if isinstance(value, SequenceNode):
        yield from _unknown(scalars_of(claim, "cites"), declared)
    elif isinstance(value, MappingNode):
        for key in _LISTS:
            yield from _unknown(tuple(item for item in items_of(value, key) if isinstance(item, ScalarNode)), declared)
        yield from _contradictions(value)
        yield from _unreachable(value, declared)


def _unknown(items: tuple[ScalarNode, ...], declared: Declared) -> Iterator[Problem]:
    from factspec.specs.yaml_slips import ids_in

    seen: set[str] = set()
    for item in items:
        if item.text in seen:
            message = f"source `{printable(item.text, 60)}` stands twice in one list"
            yield Problem(item.line, item.column, message, "keep one of the two")
        elif item.text and item.text not in declared.origins:
            row = ids_in(item.text, declared.origins)
            message = f"source `{printable(item.text, 60)}` is not declared in `sources`"
            advice = (
                f"write `{printable(', '.join(row), 120)}`"
                if row not in ([], [item.text])
                else _advice(item.text, declared)
            )
            yield Problem(item.line, item.column, message, advice)
        seen.add(item.text)


def _advice(name: str, declared: Declared) -> str:
    if says_none(name):
        return "write `cites: []` for a claim without citations"
    # Close matches cost a comparison with every source, so a spec of hundreds is only referred to.
    ids = declared.origins
    close = nearest(name, ids) if len(ids) <= 100 else ""
    if close:
        return f"did you mean `{printable(close, 60)}`? Else declare it in `sources`"
    known = f"; declared are {listed(printable(one, 30) for one in ids)}" if 0 < len(ids) <= 12 else ""
    return f"declare it in `sources`{known}"


def _contradictions(value: MappingNode) -> Iterator[Problem]:
    banned = frozenset(_ids(value, "none_of"))
    for item in scalars_of(value, "all_of"):
        if item.text in banned:
            shown = printable(item.text, 60)
            message = f"source `{shown}` stands in `all_of` and in `none_of`"
            yield Problem(item.line, item.column, message, "no citation can meet both; remove it from one of them")
    any_of = _ids(value, "any_of")
    if any_of and banned.issuperset(any_of):
        message = "every source of `any_of` stands in `none_of`"
        yield Problem(*place_of(value, "any_of"), message, "no citation can meet both; name a source that may be cited")


def _unreachable(value: MappingNode, declared: Declared) -> Iterator[Problem]:
    banned = [name for name in _ids(value, "none_of") if name in declared.origins]
    sources = len(declared.origins) - len(banned)
    wanted = _number(value, "at_least")
    if wanted > sources:
        message = f"`at_least` asks for {wanted} source{'s' * (wanted > 1)}, but the claim may cite only {sources}"
        yield Problem(*_value_place(value, "at_least"), message, "declare more sources, or ask for fewer")
    gone = Counter(declared.origins[name] for name in banned)
    origins = len(declared.sizes) - sum(declared.sizes[origin] == count for origin, count in gone.items())
    wanted = _number(value, "origins")
    if wanted > origins:
        message = (
            f"`origins` asks for {wanted} origin{'s' * (wanted > 1)}, but the sources it may cite have only {origins}"
        )
        yield Problem(*_value_place(value, "origins"), message, "declare sources of other origins, or ask for fewer")


def _value_place(node: Node, key: str) -> tuple[int, int]:
    value = value_of(node, key)
    return (value.line, value.column) if value is not None else (node.line, node.column)


# Words that a spec wants found: whether there is anything in them to look for.


# A gap stands for words left out.
_GAPS = ("…", "...")
_INSERTION = r"\[[^\[\]]*\]"


def wording_problems(node: object, name: str, *, gaps: bool = False, insertions: bool = False) -> Iterator[Problem]:
    """That a text has no letter or digit (with `insertions`, outside brackets), or with `gaps` a gap at its edge."""
    if not isinstance(node, ScalarNode):
        return
    text = node.text.strip()
    if node.nothing and text:
        message = f"{name} is `{text}`, which YAML reads as no value"
        yield Problem(
            node.line, node.column, message, "put the word in quotation marks if it is meant, else remove the key"
        )
    elif text and not any(map(str.isalnum, re.sub(_INSERTION, "", text) if insertions else text)):
        shown = printable(text, 40)
        message = f"{name} is `{shown}`: {_lack(text)}"
        yield Problem(node.line, node.column, message, "write the words that must be found")
    elif gaps and text and (edge := _edge(text)):
        message = f"{name} {edge} with a gap `…`, which stands for nothing there"
        yield Problem(node.line, node.column, message, "remove it: part of a sentence may stand by itself")


def _lack(text: str) -> str:
    words = re.sub(r"…|\.{3,}", "", text).strip()
    return "it has no letter or digit" if words else "only gaps, and no word between them"


def _edge(text: str) -> str:
    if text.startswith(_GAPS):
        return "begins"
    return "ends" if text.endswith(_GAPS) else ""


_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
# The keys of which a claim has one, that says what kind it is.
_CLAIMS_KINDS = ("says", "quotes", "facts")
# The keys of a claim whose value is words to look for.
_WORDED = ("says", "quotes", "speaker")
# Names of the items that a spec has beside its claims.
_RESERVED = frozenset({"article", "spec"})


def claims_of(root: Node) -> tuple[Claim, ...]:
    """The claims in their order."""
    return tuple(_claim(item) for item in items_of(root, "claims"))


def _claim(item: Node) -> Claim:
    get, keys = texts_of(item).get, keys_of(item)
    key = next((key for key in _CLAIMS_KINDS if key in keys), "")
    return Claim(
        id=get("id", ""),
        line=first_line(item),
        text_line=place_of(item, key).line,
        says=get("says", ""),
        quotes=get("quotes", ""),
        facts=facts_of(item) if "facts" in keys else (),
        speaker=get("speaker", ""),
        speaker_line=place_of(item, "speaker").line if get("speaker") else 0,
        cites=cites_of(item) if "cites" in keys else None,
        occurrence=number_in(get("occurrence", "")),
        within=Within.PARAGRAPH if get("within") == "paragraph" else Within.SENTENCE,
        exact=get("wording") == "exact",
        tags=tuple(tag.text.strip() for tag in scalars_of(item, "tags")) if "tags" in keys else (),
        evidence=evidence_of(item) if "evidence" in keys else (),
    )


def forbidden_of(root: Node) -> tuple[Forbidden, ...]:
    """The forbidden wordings in their order."""
    return tuple(_forbidden(item) for item in items_of(root, "forbidden"))


def _forbidden(item: Node) -> Forbidden:
    get = texts_of(item).get
    line = place_of(item, "says").line
    return Forbidden(get("id", ""), first_line(item), line, get("says", ""), get("reason", ""))


def claim_problems(root: MappingNode) -> Iterator[Problem]:
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
        yield from fact_problems(item)
    if not keys.isdisjoint(_ONLY_WITH):
        yield from _misplaced(item)
    if declared and "cites" in keys:
        yield from cites_problems(item, declared)
    if declared and "evidence" in keys:
        yield from evidence_problems(item, declared.origins)


def _asks_for_markers(item: Node) -> bool:
    cites = cites_of(item)
    return cites is not None and bool(cites.exactly or cites.all_of or cites.any_of or cites.at_least or cites.origins)


def _uncitable(root: MappingNode, claims: tuple[Node, ...]) -> Iterator[Problem]:
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
        held = next((kind for kind in _CLAIMS_KINDS if value_of(item, kind) is not None), "")
        if held and held not in kinds:
            message = f"`{key}` stands in a claim with `{held}`, where it does nothing"
            yield Problem(*place_of(item, key), message, f"remove it: `{key}` belongs to {' or '.join(kinds)}")


def _id_problems(items: tuple[Node, ...]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for item in items:
        node = value_of(item, "id")
        if not isinstance(node, ScalarNode) or not node.text:
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


# The facts of a claim: phrases, and mappings that say how a value is compared; and what is wrong with them.


# The keys of which a fact that is a mapping has one, and those that belong to one of them.
_FACTS_KINDS = ("value", "date", "name", "any_of")
_BELONG = {"tolerance": "value", "aliases": "name"}
_TOLERANCE = r"\d+(?:\.\d+)? ?%?"


def facts_of(claim: Node) -> tuple[Fact, ...]:
    """The facts that a claim lists, in their order."""
    found = value_of(claim, "facts")
    if found is not None and not items_of(claim, "facts"):
        return tuple(Phrase(fact.text.strip(), fact.line) for fact in scalars_of(claim, "facts"))
    return tuple(_fact(item) for item in items_of(claim, "facts"))


def _fact(item: Node) -> Fact:
    get = texts_of(item).get
    if value_of(item, "value"):
        return Value(get("value", ""), item.line, get("tolerance", ""))
    if value_of(item, "date"):
        return Day(get("date", ""), item.line, whole_date(get("date", "")) or date.min)
    if value_of(item, "name"):
        return Name(get("name", ""), item.line, tuple(one.text.strip() for one in scalars_of(item, "aliases")))
    if value_of(item, "any_of"):
        return AnyOf(tuple(one.text.strip() for one in scalars_of(item, "any_of")), item.line)
    return Phrase(text_of(item).strip(), item.line)


def fact_problems(claim: Node) -> Iterator[Problem]:
    """Facts with nothing in them to look for, with two kinds at once, or with a value that is none."""
    for item in items_of(claim, "facts"):
        if isinstance(item, MappingNode):
            yield from _mapping_problems(item)
        else:
            yield from wording_problems(item, "an item of `facts`")


def _mapping_problems(item: MappingNode) -> Iterator[Problem]:
    present = [key for key in _FACTS_KINDS if key in item.entries]
    for key in present[1:]:
        message = f"a fact has `{present[0]}` and `{key}`, but should have one of them"
        yield Problem(*place_of(item, key), message, "make two facts of it")
    for key, owner in _BELONG.items():
        lacks = key in item.entries and owner not in item.entries
        if lacks and not is_misspelled(owner, item.entries, (*_FACTS_KINDS, *_BELONG)):
            message = f"`{key}` stands in a fact without `{owner}`, which alone it belongs to"
            yield Problem(*place_of(item, key), message, f"remove `{key}`, or give the fact `{owner}`")
    for key in ("name", *_BELONG):
        yield from wording_problems(value_of(item, key), f"`{key}`")
    for option in (*scalars_of(item, "any_of"), *scalars_of(item, "aliases")):
        yield from wording_problems(option, "a phrase")
    yield from date_problems(item, "date")
    yield from _value_problems(item)


def _is_one_value(text: str) -> bool:
    """Whether a text is one number, or one number with its unit (in "metres per second" no second number stands)."""
    tokens = tokenize(text)
    return len(numerals(tokens)) == 1 or _is_one_amount(tokens)


def _is_one_amount(tokens: Sequence[Token]) -> bool:
    from factspec.facts.kind import KINDS, Sort

    amounts = (kind for kind in KINDS.values() if kind.SORT is Sort.AMOUNT)
    return any((fact.first, fact.last) == (0, len(tokens)) for kind in amounts for fact in kind.find(tokens))


def _value_problems(item: MappingNode) -> Iterator[Problem]:
    value, tolerance = text_of(item, "value").strip(), text_of(item, "tolerance").strip()
    if value and not _is_one_value(value):
        message = f"`value` is `{printable(value, 40)}`, but should be one number, such as `5%` or `US$400bn`"
        yield Problem(*place_of(item, "value"), message, "write one number with its unit, or list a phrase instead")
    if tolerance and not re.fullmatch(_TOLERANCE, tolerance):
        message = f"`tolerance` is `{printable(tolerance, 40)}`, but should be a percentage or a number"
        yield Problem(*place_of(item, "tolerance"), message, "write `5%`, or a number in the unit of `value`")


# The evidence of a claim: passages of sources that support it, and what is wrong with them.


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
        if not isinstance(source, ScalarNode) or not source.text:
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


# The waivers of a spec, the severities it sets, and what is wrong with them.


def waivers_of(root: Node) -> tuple[Waiver, ...]:
    """The waivers in their order."""
    return tuple(_waiver(item) for item in items_of(root, "waivers"))


def _waiver(item: Node) -> Waiver:
    get = texts_of(item).get
    return Waiver(
        rule=get("rule", ""),
        at=get("at", ""),
        reason=get("reason", ""),
        line=first_line(item),
        until=whole_date(get("until", "")),
        occurrence=number_in(get("occurrence", "")),
    )


def rules_of(root: Node) -> tuple[RuleSetting, ...]:
    """The severities that the spec sets."""
    return tuple(
        RuleSetting(entry.key.text, text_of(entry.value), entry.key.line, entry.key.column)
        for entry in entries_of(value_of(root, "rules"))
    )


def waiver_problems(root: Node, waivable: Collection[str]) -> Iterator[Problem]:
    """Waivers of what is no rule that can be waived, without words or reason, or until a day that does not exist."""
    for item in items_of(root, "waivers"):
        rule = value_of(item, "rule")
        if isinstance(rule, ScalarNode) and rule.text.strip() and rule.text not in waivable:
            message = f"`rule` is `{printable(rule.text, 60)}`, but should be a rule that can be waived"
            close = nearest(rule.text, waivable)
            advice = f"did you mean `{close}`? see `factspec schema`" if close else "see `factspec schema`"
            yield Problem(rule.line, rule.column, message, advice)
        yield from wording_problems(value_of(item, "at"), "`at`")
        yield from wording_problems(value_of(item, "reason"), "`reason`")
        yield from date_problems(item, "until")


def rule_problems(root: Node, known: Collection[str]) -> Iterator[Problem]:
    """Names in `rules` that are no rules."""
    for entry in entries_of(value_of(root, "rules")):
        yield from unknown_rule(entry.key, known)


def unknown_rule(name: ScalarNode, known: Collection[str]) -> Iterator[Problem]:
    """That a name is no rule's."""
    if name.text not in known:
        close = nearest(name.text, known)
        advice = f"did you mean `{close}`?" if close else "see `factspec explain` for the rules"
        yield Problem(name.line, name.column, f"`{printable(name.text, 60)}` is no rule", advice)
