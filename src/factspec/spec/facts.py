"""The facts of a claim: phrases, and mappings that say how a value is compared; and what is wrong with them."""

import re
from collections.abc import Iterator
from datetime import date

from factspec.registry import load
from factspec.spec.dates import date_problems, whole_date
from factspec.spec.model import AnyOf, Day, Fact, Name, Phrase, Value
from factspec.spec.nodes import Mapping, Node, Problem, items_of, place_of, scalars_of, text_of, texts_of, value_of
from factspec.spec.vocabulary import is_misspelled
from factspec.spec.wording import wording_problems
from factspec.text.numerals import numerals
from factspec.text.printable import printable
from factspec.text.tokens import tokenize

# The keys of which a fact that is a mapping has one, and those that belong to one of them.
_KINDS = ("value", "date", "name", "any_of")
_BELONG = {"tolerance": "value", "aliases": "name"}
_VALUES = ("money", "percentage", "measure", "duration", "number")
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
        if isinstance(item, Mapping):
            yield from _mapping_problems(item)
        else:
            yield from wording_problems(item, "an item of `facts`")


def _mapping_problems(item: Mapping) -> Iterator[Problem]:
    present = [key for key in _KINDS if key in item.entries]
    for key in present[1:]:
        message = f"a fact has `{present[0]}` and `{key}`, but should have one of them"
        yield Problem(*place_of(item, key), message, "make two facts of it")
    for key, owner in _BELONG.items():
        lacks = key in item.entries and owner not in item.entries
        if lacks and not is_misspelled(owner, item.entries, (*_KINDS, *_BELONG)):
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
    kinds = (load("factspec.facts", name) for name in _VALUES)
    return len(numerals(tokens)) == 1 or any(
        (fact.first, fact.last) == (0, len(tokens)) for kind in kinds for fact in kind.find(tokens)
    )


def _value_problems(item: Mapping) -> Iterator[Problem]:
    value, tolerance = text_of(item, "value").strip(), text_of(item, "tolerance").strip()
    if value and not _is_one_value(value):
        message = f"`value` is `{printable(value, 40)}`, but should be one number, such as `5%` or `US$400bn`"
        yield Problem(*place_of(item, "value"), message, "write one number with its unit, or list a phrase instead")
    if tolerance and not re.fullmatch(_TOLERANCE, tolerance):
        message = f"`tolerance` is `{printable(tolerance, 40)}`, but should be a percentage or a number"
        yield Problem(*place_of(item, "tolerance"), message, "write `5%`, or a number in the unit of `value`")
