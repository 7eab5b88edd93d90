"""`factspec explain [RULE]`: what a rule compares, an example, and how to fix it."""

import argparse
import sys

from factspec.language.printing import printable
from factspec.rules.registry import Rule, all_rules
from factspec.specs.names import rule_meant

HELP = "say what a rule compares, with an example and its fix"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One rule, or nothing for the list of all."""
    rule = parser.add_argument("rule", nargs="?", metavar="RULE", help="a rule, such as claim-changed; all without it")
    rule.completer = _codes  # type: ignore[attr-defined]  # what argcomplete asks for


def _codes(**_: object) -> list[str]:
    """The codes of all rules, for a shell that completes a line."""
    return [rule.code for rule in all_rules()]


def run(arguments: argparse.Namespace) -> int:
    """Print a rule's documentation, or a line for each rule."""
    rules = {rule.code: rule for rule in all_rules()}
    if arguments.rule is None:
        print("\n".join(_line(rule) for rule in rules.values()))
        return 0
    rule = rules.get(arguments.rule)
    if rule is None:
        hint = rule_meant(arguments.rule, rules, "`factspec explain` lists them")
        print(f"factspec explain: no rule {printable(repr(arguments.rule))}: {hint}", file=sys.stderr)
        return 2
    print(f"{rule.code} ({rule.family}, {rule.severity} by default)\n\n{rule.documentation}")
    return 0


def _line(rule: Rule) -> str:
    return f"{rule.code:<26}{rule.severity:<9}{rule.documentation.splitlines()[0]}"
