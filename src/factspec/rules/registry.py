"""The rules that there are, read from the modules of `factspec.checks`."""

from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import NamedTuple

from factspec import registry
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

_PACKAGE = registry.CHECKS


class Rule(NamedTuple):
    """One rule: its code, its family, what it weighs unless told otherwise, and its documentation.

    `check` yields its mismatches; `applies` tells whether it has anything to judge beyond single claims. A rule that
    is `last` judges what the others left (the module's `LAST`).
    """

    code: str
    family: str
    severity: Severity
    documentation: str
    check: Callable[[Case], Iterator[Mismatch]]
    applies: Callable[[Subject], bool]
    last: bool


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code; those of the package and those that other distributions add."""
    return tuple(_rule(name, registry.load(_PACKAGE, name)) for name in registry.names(_PACKAGE))


def default_severities() -> dict[str, str]:
    """What each rule weighs where neither policy nor spec says otherwise."""
    return {rule.code: rule.severity.value for rule in all_rules()}


def _rule(name: str, module: ModuleType) -> Rule:
    return Rule(
        code=name.replace("_", "-"),
        family=module.FAMILY,
        severity=module.SEVERITY,
        documentation=(module.__doc__ or "").strip(),
        check=getattr(module, "check", _nothing),
        applies=getattr(module, "applies", _never),
        last=getattr(module, "LAST", False),
    )


def _nothing(_case: Case) -> Iterator[Mismatch]:
    return iter(())


def _never(_subject: Subject) -> bool:
    return False
