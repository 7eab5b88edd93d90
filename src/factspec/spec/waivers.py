"""The waivers of a spec, the severities it sets, and what is wrong with them."""

from collections.abc import Collection, Iterator

from factspec.spec.cites import number_in
from factspec.spec.dates import date_problems, whole_date
from factspec.spec.model import RuleSetting, Waiver
from factspec.spec.nodes import Node, Problem, Scalar, entries_of, first_line, items_of, text_of, texts_of, value_of
from factspec.spec.vocabulary import nearest
from factspec.spec.wording import wording_problems
from factspec.text.printable import printable


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


def waiver_problems(root: Node) -> Iterator[Problem]:
    """Waivers without words, without a reason in words, or until a day that does not exist."""
    for item in items_of(root, "waivers"):
        yield from wording_problems(value_of(item, "at"), "`at`")
        yield from wording_problems(value_of(item, "reason"), "`reason`")
        yield from date_problems(item, "until")


def rule_problems(root: Node, known: Collection[str]) -> Iterator[Problem]:
    """Names in `rules` that are no rules; one among waivers is the schema's to refuse."""
    for entry in entries_of(value_of(root, "rules")):
        yield from unknown_rule(entry.key, known)


def unknown_rule(name: Scalar, known: Collection[str]) -> Iterator[Problem]:
    """That a name is no rule's."""
    if name.text not in known:
        close = nearest(name.text, known)
        advice = f"did you mean `{close}`?" if close else "see `factspec explain` for the rules"
        yield Problem(name.line, name.column, f"`{printable(name.text, 60)}` is no rule", advice)
