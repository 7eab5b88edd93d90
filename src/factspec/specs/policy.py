"""The policy of a project, `[tool.factspec]` in its pyproject.toml, and the mistakes in it."""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice
from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import Any, NamedTuple

from factspec.language.printing import printable
from factspec.specs.keys import (
    APPROVERS,
    CITATIONS,
    FORBIDDEN,
    GLOBS,
    NAMED,
    PERCENTAGE,
    POLICY,
    RULE_NAMES,
    SEVERITIES,
    SWITCH,
)
from factspec.specs.model import Forbidden, Mistake, Rendition, Spec, Within
from factspec.specs.names import (
    NAME,
    Vocabulary,
    listed,
    may_hold_policy,
    misspelled_tables,
    nearest,
    rule_meant,
    vocabulary,
)

# Mistakes in the table: unknown keys and names, values of a wrong kind, globs that lead out of the project.


# How strict a severity is.
RANKS = {"off": 0, "warning": 1, "error": 2}


class _Value(NamedTuple):
    """The value at a key of the table, the lines of the file, and the names that it may use."""

    key: str
    value: Any
    lines: list[str]
    known: Vocabulary

    def wrong(self, message: str, advice: str, inner: str | None = None) -> Mistake:
        """A mistake of the value, or of the value at a key inside it."""
        keys = (self.key,) if inner is None else (self.key, inner)
        return file_mistake(_line(self.lines, keys), 1, message, advice)


def _table_mistakes(table: Any, lines: list[str], known: Vocabulary) -> Iterator[Mistake]:
    """The mistakes in the table, in the order of its keys; `known` are the names that it may use."""
    if not isinstance(table, dict):
        message = f"[tool.factspec] is {_kind(table)}, but should be a table"
        yield file_mistake(_line(lines, ()), 1, message, "write `[tool.factspec]`")
        return
    for key, value in table.items():
        one = _Value(key, value, lines, known)
        if row := POLICY.keys.get(key):
            yield from _CHECKS[row.kind.title](one)
        else:
            close = nearest(key, POLICY.keys)
            advice = f"did you mean `{close}`?" if close else f"[tool.factspec] has {listed(sorted(POLICY.keys))}"
            yield one.wrong(f"unknown key `{printable(key, 60)}` in [tool.factspec]", advice)


def _kind(value: object) -> str:
    for kind, name in ((bool, "true or false"), (str, "text"), (list, "a list"), (dict, "a table")):
        if isinstance(value, kind):
            return name
    return "a number or date"


def _texts(one: _Value) -> Iterator[Mistake]:
    advice = f'write `{one.key} = ["…"]`'
    if not isinstance(one.value, list):
        yield one.wrong(f"`{one.key}` is {_kind(one.value)}, but should be a list of texts", advice)
    elif not all(isinstance(item, str) and item.strip() for item in one.value):
        yield one.wrong(f"`{one.key}` contains something that is not text", advice)


def _globs(one: _Value) -> Iterator[Mistake]:
    found = list(_texts(one))
    yield from found
    for pattern in () if found else one.value:
        if what := _wrong_glob(pattern):
            advice = 'write a glob relative to pyproject.toml, such as "articles/**/*.md"'
            yield one.wrong(f"the glob `{printable(pattern, 80)}` in `{one.key}` {what}", advice)


def _wrong_glob(pattern: str) -> str:
    windows = PureWindowsPath(pattern)
    if PurePosixPath(pattern).is_absolute() or windows.drive or windows.root:
        return "is absolute"
    parts = PurePosixPath(pattern).parts
    if not parts:
        return "names nothing"
    if ".." in parts:
        return "leads out of the project"
    if any("**" in part and part != "**" for part in parts):
        return "has `**` beside other characters"
    return "contains a NUL character" if "\0" in pattern else ""


def _citations(one: _Value) -> Iterator[Mistake]:
    table = one.value if isinstance(one.value, dict) else {"style": one.value}
    keys = NAMED["citations"].keys
    for name in (one for one in table if one not in keys):
        close = nearest(name, keys) or "style"
        yield one.wrong(f"unknown key `{printable(name, 60)}` in `{one.key}`", f"did you mean `{close}`?", name)
    if table.get("scope", "sentence") not in ("sentence", "paragraph", "claims"):
        yield one.wrong("`scope` should be sentence, paragraph or claims", 'write `scope = "sentence"`', "scope")
    style = table.get("style", [])
    names = [style] if isinstance(style, str) else style
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        message = f"`{one.key}` is {_kind(style)}, but should be a style or a list of them"
        yield one.wrong(message, 'write `citations = "numbered"`')
        return
    for name in names:
        # `none` is not a style, but is allowed alone.
        if name not in one.known.styles and not name == one.value == "none":
            close = nearest(name, one.known.styles)
            advice = f"did you mean `{close}`?" if close else f"write one of {listed(sorted(one.known.styles))}"
            yield one.wrong(f"`{printable(name, 60)}` is not a citation style", advice)


def _rules(one: _Value) -> Iterator[Mistake]:
    if not isinstance(one.value, dict):
        message = f"`{one.key}` is {_kind(one.value)}, but should be a table"
        yield one.wrong(message, 'write `rules = {uncited = "warning"}`')
        return
    for rule, severity in one.value.items():
        yield from _known_rule(one, rule)
        if not isinstance(severity, str) or severity not in RANKS:
            message = (
                f"`{printable(rule, 60)}` is `{printable(str(severity), 40)}`, but should be error, warning or off"
            )
            yield one.wrong(message, "write one of them in quotation marks", rule)
        elif rule in one.known.fixed and severity != "error":
            yield _fixed(one, rule)


def _fixed(one: _Value, rule: str) -> Mistake:
    """A rule that reports what was not checked, with a lower severity than error."""
    advice = "remove it, and `articles` too if articles need no spec" if rule == "spec-missing" else "remove it"
    return one.wrong(f"`{rule}` in `{one.key}` stays an error: what it reports was not checked", advice, rule)


def _known_rule(one: _Value, rule: str) -> Iterator[Mistake]:
    if rule not in one.known.rules:
        advice = rule_meant(rule, one.known.rules, "see `factspec explain` for the rules")
        yield one.wrong(f"`{printable(rule, 60)}` in `{one.key}` is not a rule", advice, rule)


def _percentage(one: _Value) -> Iterator[Mistake]:
    if isinstance(one.value, bool) or not isinstance(one.value, int) or not 0 <= one.value <= 100:
        yield one.wrong(f"`{one.key}` should be a whole number from 0 to 100", f"write `{one.key} = 90`")


def _relaxable(one: _Value) -> Iterator[Mistake]:
    found = list(_texts(one))
    yield from found
    for rule in () if found else one.value:
        yield from _known_rule(one, rule)
        if rule in one.known.fixed:
            yield _fixed(one, rule)


def _forbidden(one: _Value) -> Iterator[Mistake]:
    if not isinstance(one.value, list):
        message = f"`{one.key}` is {_kind(one.value)}, but should be {FORBIDDEN.title}"
        yield one.wrong(message, 'write `forbidden = ["military alliance"]`')
        return
    from factspec.specs.house_wording import entry_mistakes

    for line, message, advice in entry_mistakes(one.value, one.lines, _line(one.lines, (one.key,))):
        yield file_mistake(line, 1, message, advice)


def _switch(one: _Value) -> Iterator[Mistake]:
    if not isinstance(one.value, bool):
        message = f"`{one.key}` is {_kind(one.value)}, but should be true or false"
        yield one.wrong(message, f"write `{one.key} = true`, without quotation marks")


def _approvers(one: _Value) -> Iterator[Mistake]:
    if not isinstance(one.value, int) or not 0 <= one.value <= 2:
        written = one.value if isinstance(one.value, int) else _kind(one.value)
        message = f"`{one.key}` is {written}, but should be {APPROVERS.title}"
        yield one.wrong(message, f"write `{one.key} = true`, or `{one.key} = 2` if two people must approve")


_CHECKS: Mapping[str, Callable[[_Value], Iterator[Mistake]]] = {
    GLOBS.title: _globs,
    CITATIONS.title: _citations,
    SEVERITIES.title: _rules,
    RULE_NAMES.title: _relaxable,
    PERCENTAGE.title: _percentage,
    SWITCH.title: _switch,
    APPROVERS.title: _approvers,
    FORBIDDEN.title: _forbidden,
}
"""The check of a value, by its kind in the table of keys."""


FILE = "pyproject.toml"
"""The file of a project's policy."""
# Only for mistakes, and compiled when there is one. The table begins with a header, a dotted key or a key of `tool`.
_TABLE = r"""\s*(?:\[?\s*tool\s*\.\s*["']?factspec\b|["']?factspec["']?\s*=)"""
# Each mistake is searched for in the lines of the file, so a list of all would take quadratic time.
_MOST_MISTAKES = 20
_TOML_PLACE = r" \(at (?:line (\d+), column (\d+)|end of document)\)"


class Policy(NamedTuple):
    """What applies to every spec of a project.

    `articles` and `specs` are globs relative to the root. `styles` are the citation styles of articles if their specs
    name none; None means the usual ones of each format, and an empty tuple means `none`. `scope` is how far a citation
    reaches. `coverage` is the percentage of sentences that must be covered. `strict` makes every spec strict.
    `approvals` is how many people must approve each claim and each line of an article. `rules` are severities that
    differ from the defaults; `specs_may_relax` are the rules that a spec may make looser. `forbidden` is the wording
    that no article may have.
    """

    articles: tuple[str, ...] = ()
    specs: tuple[str, ...] = ()
    styles: tuple[str, ...] | None = None
    scope: Within = Within.SENTENCE
    rules: Mapping[str, str] = MappingProxyType({})
    specs_may_relax: tuple[str, ...] = ()
    coverage: int = 0
    strict: bool = False
    approvals: int = 0
    forbidden: tuple[Forbidden, ...] = ()


class PolicyError(Exception):
    """A policy that cannot be used, with every mistake in it, in the order of the file."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        """Keep the mistakes; the text of the exception has one line for each."""
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


def parse_policy(data: bytes, known: Vocabulary | None = None) -> Policy:
    """The policy in the bytes of a pyproject.toml; raises `PolicyError` with every mistake.

    `known` are the names that it may use, by default those of the installed modules.
    """
    if not may_hold_policy(data):
        return Policy()
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise PolicyError(
            (file_mistake(1, 1, "the file begins with a byte-order mark", "save it as UTF-8 without one"),)
        )
    import tomllib  # most specs have no policy to parse

    try:
        text = data.decode()
        document = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PolicyError(
            (file_mistake(line, 1, f"the byte 0x{data[error.start]:02x} is not UTF-8", "save it as UTF-8"),)
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise PolicyError((_toml_mistake(error, data),)) from error
    except (ValueError, RecursionError) as error:
        raise PolicyError((_beyond_parser(error, data),)) from error
    tools = document.get("tool", {})
    table = tools.get("factspec", {}) if isinstance(tools, dict) else {}
    lines = text.splitlines()
    misspelled = (_misspelled_table(lines, names) for names in misspelled_tables(document))
    found = chain(misspelled, _table_mistakes(table, lines, known or vocabulary()))
    if first := list(islice(found, _MOST_MISTAKES)):
        further = [_further(first[-1].line)] if next(found, None) else []
        raise PolicyError((*sorted(first, key=lambda mistake: mistake.line), *further))
    return _build(table, lines)


def _misspelled_table(lines: list[str], names: tuple[str, ...]) -> Mistake:
    header = re.compile(rf"""\s*\[?\s*(?:{re.escape(names[0])}\s*\.\s*)?["']?{re.escape(names[-1])}["']?\s*[].=]""")
    line = next((at for at, text in enumerate(lines, 1) if header.match(text)), 1)
    message = f"[{printable('.'.join(names), 80)}] is not a table that factspec reads, so nothing in it applies"
    return file_mistake(line, 1, message, "did you mean [tool.factspec]?")


def policy_mistake(data: bytes, key: str, value: str, message: str, advice: str) -> Mistake:
    """A mistake in a text at a key of the policy that only the project's files reveal, at the line of the text."""
    lines = data.decode(errors="replace").splitlines()
    first = _line(lines, (key,))
    written = (f'"{value}"', f"'{value}'")
    line = next((at for at in range(first, len(lines) + 1) if any(one in lines[at - 1] for one in written)), first)
    return file_mistake(line, 1, message, advice)


def file_mistake(line: int, column: int, message: str, advice: str) -> Mistake:
    """A mistake of the policy at a line and column, both counted from 1."""
    return Mistake(FILE, line, column, message, advice, rule="")


def _toml_mistake(error: ValueError, data: bytes) -> Mistake:
    place = re.search(_TOML_PLACE, str(error))
    what = printable(re.sub(_TOML_PLACE, "", str(error)), 120)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (data.rstrip().count(b"\n") + 1, 1)
    return file_mistake(line, column, f"this is not TOML: {what[:1].lower()}{what[1:]}", "correct the line")


def _beyond_parser(error: ValueError | RecursionError, data: bytes) -> Mistake:
    """The mistake of a file that is TOML, but more than Python's parser takes."""
    lines = data.splitlines()
    if isinstance(error, RecursionError):
        worst = max(lines, key=lambda line: line.count(b"[") + line.count(b"{"))
        message, advice = "brackets are nested deeper than factspec reads", "remove brackets"
    else:
        worst = next((line for line in lines if re.search(rb"[0-9_]{1000}", line)), lines[0])
        message, advice = "a number has more digits than factspec reads", "shorten the number"
    return file_mistake(lines.index(worst) + 1, 1, message, advice)


def _further(line: int) -> Mistake:
    message = f"the policy has more than {_MOST_MISTAKES} mistakes; the others are not listed"
    return file_mistake(line, 1, message, "correct those that are listed first")


def _line(lines: list[str], keys: tuple[str, ...]) -> int:
    """The line of the last of nested keys, or of the nearest key above it, or of the table; otherwise 1."""
    best = next((at for at, line in enumerate(lines) if NAME in line and re.match(_TABLE, line)), 0)
    for key in keys:
        named = re.compile(rf"(?:^\s*|[.{{,\[]\s*)[\"']?{re.escape(key)}[\"']?\s*(?:=|\.|\]|,|$)")
        best = next((at for at in range(best, len(lines)) if named.search(lines[at])), best)
    return best + 1


def _build(table: Mapping[str, Any], lines: list[str]) -> Policy:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    citations = fields.pop("citations", {})
    citing = citations if isinstance(citations, dict) else {"style": citations}
    style = citing.get("style")
    names = (style,) if isinstance(style, str) else tuple(style or ())
    styles = () if names == ("none",) else names or None
    if fields.get("forbidden"):
        from factspec.specs.house_wording import entries

        found = entries(table["forbidden"], lines, _line(lines, ("forbidden",)))
        fields["forbidden"] = tuple(one._replace(file=FILE) for one in found)
    return Policy(styles=styles, scope=Within(citing.get("scope", "sentence")), **fields)


def with_policy(rendition: Rendition, policy: Policy) -> Rendition:
    """A rendition with the citation style and scope of the policy, unless its spec sets them."""
    return rendition._replace(
        styles=policy.styles if rendition.styles is None else rendition.styles,
        scope=rendition.scope if rendition.scope_declared else policy.scope,
    )


def relaxed(spec: Spec, policy: Policy, defaults: Mapping[str, str]) -> tuple[Mistake, ...]:
    """The rules that a spec makes looser than the policy allows, or than their defaults if the policy sets none."""
    found = []
    for setting in spec.rules:
        if setting.rule not in defaults:
            continue  # an unknown rule is a mistake of its own
        floor = policy.rules.get(setting.rule, defaults[setting.rule])
        whose = "which the policy sets" if setting.rule in policy.rules else "the rule's default"
        if RANKS.get(setting.severity, 2) < RANKS.get(floor, 2) and setting.rule not in policy.specs_may_relax:
            message = f"`{setting.rule}: {setting.severity}` is looser than `{floor}`, {whose}"
            allowed = f'add `specs_may_relax = ["{setting.rule}"]` to [tool.factspec] in {FILE}'
            fixed = setting.rule in vocabulary().fixed
            advice = "remove it: what it reports was not checked" if fixed else f"remove it, or allow it: {allowed}"
            found.append(Mistake(spec.path, setting.line, setting.column, message, advice))
    return tuple(found)


def loosened(
    data: bytes, policy: Policy, outer: Policy, severities: tuple[Mapping[str, str], ...]
) -> Iterator[Mistake]:
    """The mistakes of a policy that is looser than the one of a folder above it in the same repository.

    `data` are the bytes of its file; `severities` are the defaults under the policy and under the outer one.
    """
    lines = data.decode(errors="replace").splitlines()
    (own, other), advice = severities, "make it as strict as the policy of the folder above, or remove this policy"

    def wrong(message: str, *keys: str) -> Mistake:
        return file_mistake(_line(lines, keys), 1, f"{message} in the policy of the folder above", advice)

    for rule in sorted({*own, *other}):
        severity, floor = (
            one.rules.get(rule, defaults.get(rule, "off")) for one, defaults in ((policy, own), (outer, other))
        )
        if RANKS[severity] < RANKS[floor]:
            yield wrong(f"`{rule}` is `{severity}`, but `{floor}`", *(("rules", rule) if rule in policy.rules else ()))
    for rule in policy.specs_may_relax:
        if rule not in outer.specs_may_relax:
            yield wrong(f"`specs_may_relax` lists `{rule}`, which is not listed", "specs_may_relax")
    if policy.coverage < outer.coverage:
        yield wrong(f"`coverage` is {policy.coverage}, but {outer.coverage}", "coverage")
    for message, key in _lacking(policy, outer):
        yield wrong(message, key)


def _lacking(policy: Policy, outer: Policy) -> Iterator[tuple[str, str]]:
    """What a policy lacks that an outer one has: a message and the key of each forbidden wording and each switch."""
    own = {_folded(one.says) for one in policy.forbidden}
    for entry in [one for one in outer.forbidden if _folded(one.says) not in own]:
        yield f"`forbidden` does not have `{printable(entry.says, 60)}`, which it has", "forbidden"
    if outer.strict > policy.strict:
        yield "`strict` is not true, but is", "strict"
    if outer.approvals > policy.approvals:
        wanted = "true" if outer.approvals == 1 else outer.approvals
        yield f"`approvals` is not {wanted}, but is", "approvals"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
