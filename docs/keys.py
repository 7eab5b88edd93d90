"""Write what is made from tables in the source: `make keys`.

These are the schema for editors, and in docs/ the tables of keys, of harmless differences and of kinds of fact, the
rules from their docstrings, and the commands from what they declare.
"""

import argparse
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from factspec.claims.comparison.compare import harmless_classes
from factspec.claims.comparison.model import Harmless
from factspec.cli.main import COMMANDS
from factspec.facts.found import kinds
from factspec.rules.registry import Rule, all_rules, meanings
from factspec.specs.editor_schema import schema_text
from factspec.specs.keys import NAMED, Key
from factspec.specs.names import vocabulary

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "src/factspec/specs/spec.schema.json"
_SECTION = re.compile(
    r"(<!-- (?P<what>inputs of the action|[a-z ]+?)(?: of (?P<name>[a-z]+))?; written by make keys -->\n)"
    r".*?(?=<!-- end of (?P=what) -->)",
    re.DOTALL,
)
# Characters of an example that a page cannot show.
_INVISIBLE = str.maketrans({"\n": "[line break]", "\u00a0": "[no-break space]", "\u00ad": "[soft hyphen]"})


def written() -> dict[Path, str]:
    """The files that are made from tables, each with the text that it should have."""
    pages = {page: page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")}
    tables = {page: _SECTION.sub(_section, text) for page, text in pages.items()}
    return {SCHEMA: schema_text(vocabulary(), meanings()), **tables}


def _section(section: re.Match[str]) -> str:
    return section[1] + _WRITERS[section["what"]](section["name"])


def _keys(name: str) -> str:
    # CSL describes the variables that have no example here.
    rows = "".join(_key(key) for key in NAMED[name].keys.values() if key.example)
    return f"| key | value | example |\n|---|---|---|\n{rows}"


def _key(key: Key) -> str:
    return f"| `{key.name}` | {key.meaning}{'; required' * key.required} | `{key.example}` |\n"


def _harmless(_: str) -> str:
    rows = "".join(map(_class, harmless_classes()))
    return f"| class | what passes | what never passes | example |\n|---|---|---|---|\n{rows}"


def _class(one: Harmless) -> str:
    example = " = ".join(f"`{text.translate(_INVISIBLE)}`" for text in one.same[0])
    return f"| {one.name} | {one.passes} | {one.never} | {example} |\n"


def _kinds(_: str) -> str:
    return "".join(f"* **{name}**: {(kinds()[name].__doc__ or '').splitlines()[0]}\n" for name in sorted(kinds()))


def _rules(family: str) -> str:
    return "".join(_rule(rule) for rule in all_rules() if rule.family == family)


def _rule(rule: Rule) -> str:
    described = re.sub(r"^(Example|Fix): ", r"\n**\1:** ", rule.documentation, flags=re.MULTILINE)
    described = re.sub(r"\n{3,}", "\n\n", described)
    severities = {"error": "An error", "warning": "A warning", "off": "Off unless it is turned on"}
    strict = "; in a strict spec an error" if rule.strict and rule.severity.value != "error" else ""
    approvals = "; with `approvals = true` an error" if rule.approvals else ""
    waivable = ". It can be waived." if rule.waivable else "."
    return f"### {rule.code}\n\n*{severities[rule.severity.value]}{strict}{approvals}{waivable}*\n\n{described}\n\n"


class _Declared(argparse.ArgumentParser):
    """A parser that also keeps a row for each argument that a command declares."""

    def __init__(self, name: str) -> None:
        super().__init__(prog=f"factspec {name}")
        self.usages: list[str] = []
        self.rows: list[tuple[str, str]] = []

    def add_argument(self, *names: str, **options: Any) -> argparse.Action:
        action = super().add_argument(*names, **options)
        if action.dest == "help":
            return action
        value = self._value(action)
        shown = [f"{name} {value}".strip() for name in action.option_strings] or [value]
        many = "…" if action.nargs in ("*", "+") and "…" not in value else ""
        whole = f"{shown[-1]}{many}"
        optional = action.option_strings or action.nargs in ("?", "*")
        self.usages.append(f"[{whole}]" if optional else whole)
        choices = f"; one of {', '.join(f'`{one}`' for one in action.choices)}" if action.choices else ""
        self.rows.append((", ".join(f"`{one}{many}`" for one in shown), f"{action.help}{choices}"))
        return action

    @staticmethod
    def _value(action: argparse.Action) -> str:
        if action.nargs == 0:
            return ""
        return str(action.metavar or (action.dest.upper() if action.option_strings else action.dest))


def _commands(_: str) -> str:
    return "".join(_command(name) for name in sorted(COMMANDS))


def _command(name: str) -> str:
    command, declared = COMMANDS[name], _Declared(name)
    command.add_arguments(declared)
    options = sorted(declared.usages, key=lambda one: not one.startswith("[-"))
    usage = (declared.usage or " ".join((declared.prog, *options))).replace("%(prog)s", declared.prog)
    table = "".join(f"| {_in_cell(words)} | {_in_cell(meaning)} |\n" for words, meaning in declared.rows)
    head = f"## factspec {name}\n\n{command.HELP[0].upper()}{command.HELP[1:]}.\n\n```text\n{usage}\n```\n\n"
    return f"{head}| argument | meaning |\n|---|---|\n{table}\n" if table else head


def _inputs(_: str) -> str:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    rows = "".join(f"| `{name}` | {one['description']} | `{one['default'] or ' '}` |\n" for name, one in inputs.items())
    return f"| input | meaning | default |\n|---|---|---|\n{rows}".replace("| ` ` |", "| |")


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")


_WRITERS: Mapping[str, Callable[[str], str]] = {
    "keys": _keys,
    "harmless differences": _harmless,
    "kinds": _kinds,
    "rules": _rules,
    "commands": _commands,
    "inputs of the action": _inputs,
}

if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
