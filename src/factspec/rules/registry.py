"""The rules that there are, and the contract that each module of `factspec.rules.checks` keeps."""

# ruff: noqa: ARG002 -- the defaults of a contract
from collections.abc import Callable, Collection, Iterable
from functools import cache
from typing import NamedTuple, Protocol

from factspec import registry
from factspec.articles.contracts import FORMATS, MARKERS
from factspec.registry import Registry
from factspec.rules.case import Case, Settled, Subject
from factspec.rules.finding import Mismatch, Severity


class Check(Protocol):
    """One rule; its code is its name with hyphens. It must have `FAMILY` and `SEVERITY`.

    Its docstring is what `factspec explain` prints: the fault in one sentence, then an example and what to do. In this
    package a flag is `FLAG = True` on a line of its own: specs look it up without loading the rule.
    """

    FAMILY: str
    """The item of pytest that has its findings about no single claim: citations, for `article:citations`."""

    SEVERITY: Severity
    """The severity of its findings, unless the policy or the spec sets another."""

    WAIVABLE: bool = False
    """Whether a spec may waive it: in sentences, in a section, or for all that it reports but findings of claims."""

    BY_SENTENCE: bool = False
    """Whether a waiver of it must name sentences or a section, because what it reports is never true of an article."""

    FIXED: bool = False
    """Whether it stays an error in every project, because it reports what was not checked at all."""

    SETTLES: Collection[str] = ()
    """The kinds of blocks in which a sentence with a waiver of it is accounted for and needs no claim."""

    STRICT: bool = False
    """Whether its findings are errors in a strict spec, whatever their severity in others."""

    APPROVALS: bool = False
    """Whether its findings are errors if the policy asks for approvals."""

    SETTLED: str = ""
    """How approving the text settles its findings, because a person saw what they are about: by the approved `line`, or
    by a `note` in the lock. Empty if it does not."""

    def check(self, case: Case, /) -> Iterable[Mismatch]:
        """Its mismatches; the caller adds code, severity and place. Without it others yield them under its code."""
        return ()

    def review(self, settled: Settled, /) -> Iterable[Mismatch]:
        """Its mismatches that can be seen only after waivers were applied."""
        return ()

    def applies(self, subject: Subject, /) -> bool:
        """Whether it has anything to judge beyond single claims; known before it runs."""
        return False


CHECKS: Registry[Check] = Registry(registry.CHECKS, Check)
"""The rules by the name of their module."""


class Rule(NamedTuple):
    """One rule, with its code and its documentation; the rest is that of `Check`."""

    code: str
    family: str
    severity: Severity
    documentation: str
    check: Callable[[Case], Iterable[Mismatch]]
    review: Callable[[Settled], Iterable[Mismatch]]
    applies: Callable[[Subject], bool]
    waivable: bool
    settles: frozenset[str]
    strict: bool
    approvals: bool
    settled: str


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code; those of the package and those that other distributions add."""
    return tuple(_rule(name, entry) for name, entry in CHECKS.items())


def default_severities(*, strict: bool = False, approvals: bool = False) -> dict[str, str]:
    """The severity of each rule, unless the policy or the spec sets another; both switches raise some to errors."""
    raised = {rule.code for rule in all_rules() if (strict and rule.strict) or (approvals and rule.approvals)}
    return {rule.code: (Severity.ERROR if rule.code in raised else rule.severity).value for rule in all_rules()}


def meanings() -> dict[str, str]:
    """What each rule, style of citation and format of articles is, in its documentation's first sentence."""
    rules = {rule.code: rule.documentation for rule in all_rules()}
    others = {name: entry.__doc__ or "" for entries in (MARKERS, FORMATS) for name, entry in entries.items()}
    return {name: _first_sentence(documentation) for name, documentation in {**others, **rules}.items()}


def _first_sentence(documentation: str) -> str:
    head = " ".join(documentation.strip().partition("\n\n")[0].split())
    return head if head.endswith(".") else f"{head.rstrip(':')}." if head else ""


def _rule(name: str, entry: Check) -> Rule:
    return Rule(
        code=name.replace("_", "-"),
        family=entry.FAMILY,
        severity=entry.SEVERITY,
        documentation=(entry.__doc__ or "").strip(),
        check=entry.check,
        review=entry.review,
        applies=entry.applies,
        waivable=entry.WAIVABLE,
        settles=frozenset(entry.SETTLES),
        strict=entry.STRICT,
        approvals=entry.APPROVALS,
        settled=entry.SETTLED,
    )
