"""The claims, forbidden wordings, waivers and rule settings of a spec, and the mistakes in them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingType
from datetime import date
from typing import NamedTuple

from factspec.language.function_words import FREE_SIGNS
from factspec.language.numerals import numerals
from factspec.language.printing import is_invisible, printable
from factspec.language.tokens import Token, keys, tokenize
from factspec.specs.keys import CONTENTS
from factspec.specs.model import (
    AnyOf,
    Cites,
    Claim,
    Day,
    Evidence,
    Fact,
    Facts,
    Forbidden,
    Mistake,
    Name,
    Phrase,
    RuleSetting,
    Source,
    Value,
    Waiver,
    mistake,
    within_of,
)
from factspec.specs.names import Vocabulary, is_misspelled, listed, nearest, rule_meant, says_none
from factspec.specs.nodes import Collect, Item, ScalarNode, text_of
from factspec.specs.sources import date_mistakes, whole_date

# What a claim must cite.


_LISTS = ("all_of", "any_of", "none_of")


class Declared(NamedTuple):
    """The declared sources: the origin of each, by id, and the number of sources of each origin."""

    origins: MappingType[str, str]
    sizes: MappingType[str, int]


def declare(sources: Sequence[Source]) -> Declared:
    """The declared sources; a source without an origin is its own origin."""
    origins = {one.id: one.origin or f"\n{one.id}" for one in sources}
    return Declared(origins, Counter(origins.values()))


def _cites(claim: Item) -> Cites:
    line, value = claim.place("cites").line, claim.values.get("cites")
    if not isinstance(value, Item):
        return Cites(line, exactly=_ids(claim, "cites"))
    all_of, any_of, none_of = (_ids(value, key) for key in _LISTS)
    return Cites(line, None, all_of, any_of, none_of, _number(value, "at_least"), _number(value, "origins"))


def _number(item: Item, key: str) -> int:
    """The whole number at a key; -1 for `all`, 0 for anything else."""
    text = item.text(key)
    return -1 if text == "all" else int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 0


def _ids(item: Item, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([one.text for one in item.all(key)]))


def _cites_mistakes(claim: Item, declared: Declared) -> Iterator[Mistake]:
    """Sources that are not declared, and demands that no citation can meet."""
    value = claim.values.get("cites")
    if isinstance(value, Item):
        for key in _LISTS:
            yield from _unknown(value.all(key), declared)
        yield from _contradictions(value)
        yield from _unreachable(value, declared)
    elif value:
        yield from _unknown(value, declared)


def _unknown(items: tuple[ScalarNode, ...], declared: Declared) -> Iterator[Mistake]:
    seen: set[str] = set()
    for item in items:
        if item.text in seen:
            message = f"source `{printable(item.text, 60)}` occurs twice in one list"
            yield mistake(item.line, item.column, message, "keep one of the two")
        elif item.text and item.text not in declared.origins:
            message = f"source `{printable(item.text, 60)}` is not declared in `sources`"
            yield mistake(item.line, item.column, message, _advice(item.text, declared))
        seen.add(item.text)


def _advice(name: str, declared: Declared) -> str:
    from factspec.specs.yaml_slips import ids_in

    ids = declared.origins
    if (row := ids_in(name, ids)) not in ([], [name]):
        return f"write `{printable(', '.join(row), 120)}`"
    if says_none(name):
        return "write `cites: []` for a claim without citations"
    # A search for a similar id compares with every source, which takes too long if there are hundreds.
    close = nearest(name, ids) if len(ids) <= 100 else ""
    if close:
        return f"did you mean `{printable(close, 60)}`? Otherwise declare it in `sources`"
    known = f"; declared are {listed(printable(one, 30) for one in ids)}" if 0 < len(ids) <= 12 else ""
    return f"declare it in `sources`{known}"


def _contradictions(value: Item) -> Iterator[Mistake]:
    banned = frozenset(_ids(value, "none_of"))
    for item in value.all("all_of"):
        if item.text in banned:
            shown = printable(item.text, 60)
            message = f"source `{shown}` is in `all_of` and in `none_of`"
            yield mistake(item.line, item.column, message, "no citation can meet both; remove it from one of them")
    any_of = _ids(value, "any_of")
    if any_of and banned.issuperset(any_of):
        message = "every source of `any_of` is also in `none_of`"
        yield mistake(*value.place("any_of"), message, "no citation can meet both; name a source that may be cited")


def _unreachable(value: Item, declared: Declared) -> Iterator[Mistake]:
    banned = [name for name in _ids(value, "none_of") if name in declared.origins]
    sources = len(declared.origins) - len(banned)
    wanted = _number(value, "at_least")
    if wanted > sources:
        message = f"`at_least` asks for {wanted} source{'s' * (wanted > 1)}, but the claim may cite only {sources}"
        yield mistake(*_value_place(value, "at_least"), message, "declare more sources, or ask for fewer")
    gone = Counter(declared.origins[name] for name in banned)
    origins = len(declared.sizes) - sum(declared.sizes[origin] == count for origin, count in gone.items())
    wanted = _number(value, "origins")
    if wanted > origins:
        message = (
            f"`origins` asks for {wanted} origin{'s' * (wanted > 1)}, but the sources it may cite have only {origins}"
        )
        yield mistake(*_value_place(value, "origins"), message, "declare sources of other origins, or ask for fewer")


def _value_place(item: Item, key: str) -> tuple[int, int]:
    value = item.values[key]
    return value.line, value.column


# Wordings that must be found: whether there is anything in them to look for.


# A gap: words that are left out.
_GAPS = ("…", "...")
_INSERTION = r"\[[^\[\]]*\]"


def wording_mistakes(node: object, name: str, *, gaps: int = 2, insertions: bool = False) -> Iterator[Mistake]:
    """A text without a letter or digit (with `insertions`, outside brackets), or with gaps at more than `gaps` ends."""
    if not isinstance(node, ScalarNode):
        return
    text = node.text.strip()
    if node.nothing and text:
        message = f"{name} is `{text}`, which YAML reads as no value"
        yield mistake(
            node.line, node.column, message, "put the word in quotation marks if it is meant; otherwise remove the key"
        )
    elif text and (problem := wording_problem(text, name, gaps=gaps, insertions=insertions)):
        yield mistake(node.line, node.column, *problem)


def wording_problem(text: str, name: str, *, gaps: int = 2, insertions: bool = False) -> tuple[str, str] | None:
    """What is wrong with such a text, which `name` names, and what to do; None if nothing is."""
    if not has_words(re.sub(_INSERTION, "", text) if insertions else text):
        return f"{name} is `{printable(text, 40)}`: {_lack(text)}", "write the words that must be found"
    if text.startswith(_GAPS) + text.endswith(_GAPS) > gaps:
        ends = " and ".join(["begins"] * text.startswith(_GAPS) + ["ends"] * text.endswith(_GAPS))
        return f"{name} {ends} with a gap `…`", "write `…` at one end at most" if gaps else "remove it"
    return None


def _lack(text: str) -> str:
    words = re.sub(r"…|\.{3,}", "", text).strip()
    return "it has no letter, digit or symbol" if words else "only gaps and no words"


def has_words(text: str) -> bool:
    """Whether there is something to look for in a text: a letter, a digit, or a symbol such as "✓" or "%"."""
    if any(map(str.isalnum, text)):
        return True
    return any(key not in _SIGNS and not any(map(is_invisible, key)) for key in keys(tokenize(text)))


# Signs that are no symbols: they close or join what other words say.
_SIGNS = FREE_SIGNS | {"?", "!"}


_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
# The keys of a claim with words to look for.
_WORDED = ("says", "quotes", "speaker")
# The names of a spec's items that are not claims.
_RESERVED = frozenset({"article", "spec"})


def claims_of(items: Sequence[Item], declared: Declared | None, collect: Collect) -> tuple[Claim, ...]:
    """The claims in their order.

    `declared` are the sources, or None if a mistake hides some of them. Then only that mistake is reported, and no
    use of a source.
    """
    return tuple(_claim(item, declared, collect) for item in items)


def _claim(item: Item, declared: Declared | None, collect: Collect) -> Claim:
    claim = Claim(
        id=item.text("id"),
        line=item.line,
        says=item.located("says"),
        quotes=item.located("quotes"),
        facts=Facts([_fact(one) for one in item.all("facts")], item.place("facts").line),
        speaker=item.located("speaker"),
        cites=_cites(item) if item.has("cites") else None,
        occurrence=_number(item, "occurrence"),
        within=within_of(item.text("within")),
        exact=item.text("wording") == "exact",
        tags=tuple([tag.text.strip() for tag in item.all("tags")]),
        evidence=tuple([_evidence(one) for one in item.all("evidence")]),
        note=item.text("note"),
        recheck=whole_date(item.text("recheck")),
        context=item.text("context") == "paragraph",
    )
    collect(_claim_mistakes(item, claim, declared))
    return claim


def forbidden_of(items: Sequence[Item], collect: Collect) -> tuple[Forbidden, ...]:
    """The forbidden wordings in their order."""
    for item in items:
        collect(wording_mistakes(item.values.get("says"), "`says`", gaps=0))
        collect(wording_mistakes(item.values.get("reason"), "`reason`"))
    return tuple(Forbidden(item.text("id"), item.line, item.located("says"), item.text("reason")) for item in items)


def _claim_mistakes(item: Item, claim: Claim, declared: Declared | None) -> Iterator[Mistake]:
    for key in _WORDED:
        if word := item.values.get(key):
            yield from wording_mistakes(word, f"`{key}`", gaps=1 if key == "says" else 2, insertions=key == "quotes")
    for fact in item.all("facts"):
        yield from _fact_mistakes(fact) if isinstance(fact, Item) else wording_mistakes(fact, "an item of `facts`")
    yield from date_mistakes(item, "recheck")
    yield from _misplaced(item)
    if declared:
        yield from _cites_mistakes(item, declared)
        cites = claim.cites if item.is_whole("cites") else None
        yield from _evidence_mistakes(item, cites, declared.origins)


def uncitable(items: Sequence[Item], claims: Sequence[Claim]) -> Iterator[Mistake]:
    """The claims that need citation markers although the spec says that its articles have none."""
    for item, claim in zip(items, claims, strict=True):
        cites = claim.cites
        if cites and (cites.exactly or cites.all_of or cites.any_of or cites.at_least or cites.origins):
            message = "`cites` needs citation markers, but `citations: none` says that the article has none"
            yield mistake(*item.place("cites"), message, "remove `cites`, or `citations: none`")


# Keys that belong only to claims of one or two kinds.
_ONLY_WITH = {"occurrence": ("says", "quotes"), "wording": ("says",)}


def _misplaced(item: Item) -> Iterator[Mistake]:
    """Keys that have no effect in a claim of this kind."""
    for key, kinds in _ONLY_WITH.items():
        content = next((kind for kind in CONTENTS if item.has(kind)), "") if item.has(key) else ""
        if content and content not in kinds:
            message = f"`{key}` does nothing in a claim with `{content}`"
            yield mistake(*item.place(key), message, f"remove it: `{key}` belongs to {' or '.join(kinds)}")


def id_mistakes(items: Iterable[Item]) -> Iterator[Mistake]:
    """Ids of claims and forbidden wordings that are malformed, reserved or used twice."""
    seen: dict[str, int] = {}
    for item in items:
        node = item.scalar("id")
        if node is None or not node.text:
            continue
        if node.text in _RESERVED:
            message = f"the id `{printable(node.text, 80)}` is reserved for factspec's own items"
            yield mistake(node.line, node.column, message, "choose another, such as `the-" + node.text + "`")
        elif _ID.fullmatch(node.text) is None:  # the schema lets a line feed at the end pass
            message = f"`id` is `{printable(node.text, 80)}`, but should be an id of small letters, digits, `-` and `_`"
            yield mistake(node.line, node.column, message, "write a short name such as `gas-deal`")
        elif node.text in seen:
            message = f"duplicate id `{printable(node.text, 80)}`: it is already on line {seen[node.text]}"
            yield mistake(node.line, node.column, message, "give each claim and forbidden wording its own id")
        else:
            seen[node.text] = node.line


# The facts of a claim: phrases, and mappings that say how a value is compared.


# A mapping has exactly one of the first keys; each of the others belongs to one of these.
_FACTS_KINDS = ("value", "date", "name", "any_of")
_BELONG = {"tolerance": "value", "aliases": "name"}
_TOLERANCE = r"\d+(?:\.\d+)? ?%?"


def _fact(item: Item | ScalarNode) -> Fact:
    if isinstance(item, ScalarNode):
        return Phrase(item.text.strip(), item.line)
    line = item.node.line
    if item.has("value"):
        return Value(item.text("value"), line, item.text("tolerance"))
    if item.has("date"):
        return Day(item.text("date"), line, whole_date(item.text("date")) or date.min)
    if item.has("name"):
        return Name(item.text("name"), line, tuple(one.text.strip() for one in item.all("aliases")))
    return AnyOf(tuple(one.text.strip() for one in item.all("any_of")), line)


def _fact_mistakes(item: Item) -> Iterator[Mistake]:
    """A fact of two kinds at once, without anything to look for, or with a malformed value."""
    keys = item.node.entries.keys()
    present = [key for key in _FACTS_KINDS if key in keys]
    for key in present[1:]:
        message = f"a fact has `{present[0]}` and `{key}`, but should have one of them"
        yield mistake(*item.place(key), message, "write two facts")
    for key, owner in _BELONG.items():
        is_misplaced = key in keys and owner not in keys
        if is_misplaced and not is_misspelled(owner, keys, (*_FACTS_KINDS, *_BELONG)):
            message = f"`{key}` needs `{owner}`, which this fact does not have"
            yield mistake(*item.place(key), message, f"remove `{key}`, or give the fact `{owner}`")
    for key in ("name", *_BELONG):
        yield from wording_mistakes(item.values.get(key), f"`{key}`")
    for option in (*item.all("any_of"), *item.all("aliases")):
        yield from wording_mistakes(option, "a phrase")
    yield from date_mistakes(item, "date")
    yield from _value_mistakes(item)


def _is_one_value(text: str) -> bool:
    """Whether a text is one number, with or without a unit ("second" in "metres per second" is not a number)."""
    tokens = tokenize(text)
    return len(numerals(tokens)) == 1 or _is_one_amount(tokens)


def _is_one_amount(tokens: Sequence[Token]) -> bool:
    from factspec.facts.found import KINDS, Sort

    amounts = (kind for kind in KINDS.values() if kind.SORT is Sort.AMOUNT)
    return any((fact.first, fact.last) == (0, len(tokens)) for kind in amounts for fact in kind.find(tokens))


def _value_mistakes(item: Item) -> Iterator[Mistake]:
    value, tolerance = item.text("value"), item.text("tolerance")
    if value and not _is_one_value(value):
        message = f"`value` is `{printable(value, 40)}`, but should be one number, such as `5%` or `US$400bn`"
        yield mistake(*item.place("value"), message, "write one number with its unit, or list a phrase instead")
    if tolerance and not re.fullmatch(_TOLERANCE, tolerance):
        message = f"`tolerance` is `{printable(tolerance, 40)}`, but should be a percentage or a number"
        yield mistake(*item.place("tolerance"), message, "write `5%`, or a number in the unit of `value`")


# The evidence of a claim: passages of sources that support it.


def _evidence(item: Item) -> Evidence:
    source = item.scalar("source")
    return Evidence(source.text if source else "", item.located("quote"))


def _evidence_mistakes(claim: Item, cites: Cites | None, declared: Collection[str]) -> Iterator[Mistake]:
    """Quotes without words, and sources that are not declared or not cited by the claim."""
    for item in claim.all("evidence"):
        yield from wording_mistakes(item.values.get("quote"), "`quote`", insertions=True)
        source = item.scalar("source")
        if source is None or not source.text:
            continue
        shown = printable(source.text, 60)
        if source.text not in declared:
            message = f"the evidence is from source `{shown}`, which is not declared in `sources`"
            yield mistake(source.line, source.column, message, "declare it in `sources`, or correct the id")
        elif cites is not None and not _may_cite(cites, source.text):
            message = f"the evidence is from source `{shown}`, which the claim's `cites` does not name"
            advice = "add the source to `cites`, or take evidence from a source that the claim cites"
            yield mistake(source.line, source.column, message, advice)


def _may_cite(cites: Cites, source: str) -> bool:
    """Whether a claim must or may cite a source."""
    if cites.exactly is not None:
        return source in cites.exactly
    if source in cites.none_of:
        return False
    # If only a number of sources is given, or nothing at all, any source may be cited.
    is_open = cites.at_least or cites.origins or not (cites.all_of or cites.any_of)
    return bool(is_open) or source in cites.all_of or source in cites.any_of


# The waivers of a spec, and the severities that it sets.


# What `at` is in a waiver for the whole article.
_ARTICLE = "article"


def waivers_of(items: Sequence[Item], known: Vocabulary, collect: Collect) -> tuple[Waiver, ...]:
    """The waivers in their order."""
    return tuple(_waiver(item, known, collect) for item in items)


def _waiver(item: Item, known: Vocabulary, collect: Collect) -> Waiver:
    collect(_unwaivable(item, known))
    at = item.values.get("at")
    section = at.values.get("section") if isinstance(at, Item) else None
    sentences = () if isinstance(at, Item) else item.all("at")
    for words in (section, *sentences):
        collect(wording_mistakes(words, "`at`"))
    collect(wording_mistakes(item.values.get("reason"), "`reason`"))
    collect(date_mistakes(item, "until"))
    return Waiver(
        rule=item.text("rule"),
        at=() if item.text("at") == _ARTICLE else tuple([one.text.strip() for one in sentences]),
        reason=item.text("reason"),
        line=item.line,
        until=whole_date(item.text("until")),
        occurrence=_number(item, "occurrence"),
        section=at.text("section") if isinstance(at, Item) else "",
        article=item.text("at") == _ARTICLE,
    )


def _unwaivable(item: Item, known: Vocabulary) -> Iterator[Mistake]:
    """A rule that does not exist, or cannot be waived there."""
    rule = item.scalar("rule")
    if rule is None or not rule.text.strip():
        return
    if rule.text in known.waivable:
        if item.text("at") == _ARTICLE and rule.text in known.by_sentence:
            message = f"`{rule.text}` cannot be waived for the whole article"
            yield mistake(*item.place("at"), message, "write the sentence, or a list of sentences")
        return
    if rule.text in known.rules:
        message = f"`{rule.text}` cannot be waived"
        advice = "correct the article or the spec; `factspec schema` lists the rules that can be waived"
    else:
        message = f"`{printable(rule.text, 60)}` is not a rule that can be waived"
        advice = rule_meant(rule.text, known.waivable, "`factspec schema` lists the rules that can be waived")
    yield mistake(rule.line, rule.column, message, advice)


def rules_of(root: Item, known: Collection[str], collect: Collect) -> tuple[RuleSetting, ...]:
    """The severities that the spec sets, in its order."""
    rules = root.values.get("rules")
    entries = rules.node.entries.values() if rules else ()
    found = tuple(RuleSetting(key.text, text_of(value), key.line, key.column) for key, value in entries)
    collect(_rule_mistakes(found, known))
    return found


def _rule_mistakes(rules: Sequence[RuleSetting], known: Collection[str]) -> Iterator[Mistake]:
    for one in rules:
        if one.rule not in known:
            advice = rule_meant(one.rule, known, "see `factspec explain` for the rules")
            yield mistake(one.line, one.column, f"`{printable(one.rule, 60)}` is not a rule", advice)
