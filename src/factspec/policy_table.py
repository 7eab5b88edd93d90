"""What is wrong with the table `[tool.factspec]`: unknown keys and names, wrong kinds, globs that lead out."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from factspec.spec.vocabulary import ALWAYS_ERRORS, Vocabulary, listed, nearest
from factspec.text.printable import printable

# How strict a severity is.
RANKS = {"off": 0, "warning": 1, "error": 2}


class Fault(NamedTuple):
    """What is wrong, what to do, and the keys that lead to it."""

    keys: tuple[str, ...]
    message: str
    advice: str


def table_faults(table: Any, known: Vocabulary) -> Iterator[Fault]:
    """What is wrong with the table, in the order of its keys; `known` are the names it may use."""
    if not isinstance(table, dict):
        yield Fault((), f"[tool.factspec] is {_kind(table)}, but should be a table", "write `[tool.factspec]`")
        return
    for key, value in table.items():
        check = _CHECKS.get(key)
        if check is None:
            close = nearest(key, _CHECKS)
            advice = f"did you mean `{close}`?" if close else f"[tool.factspec] has {listed(sorted(_CHECKS))}"
            yield Fault((key,), f"unknown key `{printable(key, 60)}` in [tool.factspec]", advice)
        else:
            yield from check(key, value, known)


def _kind(value: object) -> str:
    for kind, name in ((bool, "true or false"), (str, "text"), (list, "a list"), (dict, "a table")):
        if isinstance(value, kind):
            return name
    return "a number or date"


def _texts(key: str, value: Any) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault((key,), f"`{key}` is {_kind(value)}, but should be a list of texts", f'write `{key} = ["…"]`')
    elif not all(isinstance(item, str) and item.strip() for item in value):
        yield Fault((key,), f"`{key}` holds something that is no text", f'write `{key} = ["…"]`')


def _globs(key: str, value: Any, _known: Vocabulary) -> Iterator[Fault]:
    faults = list(_texts(key, value))
    yield from faults
    for pattern in () if faults else value:
        if what := _wrong_glob(pattern):
            advice = 'write a glob relative to pyproject.toml, such as "articles/**/*.md"'
            yield Fault((key,), f"the glob `{printable(pattern, 80)}` in `{key}` {what}", advice)


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
    return "holds a NUL character" if "\0" in pattern else ""


def _citations(key: str, value: Any, known: Vocabulary) -> Iterator[Fault]:
    table = value if isinstance(value, dict) else {"style": value}
    for name in table.keys() - {"style", "scope"}:
        close = nearest(name, ("style", "scope")) or "style"
        yield Fault((key, name), f"unknown key `{printable(name, 60)}` in `{key}`", f"did you mean `{close}`?")
    if table.get("scope", "sentence") not in ("sentence", "paragraph"):
        yield Fault((key, "scope"), "`scope` should be sentence or paragraph", 'write `scope = "sentence"`')
    style = table.get("style", [])
    names = [style] if isinstance(style, str) else style
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        yield Fault(
            (key,),
            f"`{key}` is {_kind(style)}, but should be a style or a list of them",
            'write `citations = "numbered"`',
        )
        return
    for name in names:
        # `none` is no style, but may stand alone.
        if name not in known.styles and not name == value == "none":
            yield _unknown_style(key, name, known)


def _unknown_style(key: str, name: str, known: Vocabulary) -> Fault:
    close = nearest(name, known.styles)
    advice = f"did you mean `{close}`?" if close else f"write one of {listed(sorted(known.styles))}"
    return Fault((key,), f"`{printable(name, 60)}` is no citation style", advice)


def _rules(key: str, value: Any, known: Vocabulary) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(
            (key,), f"`{key}` is {_kind(value)}, but should be a table", 'write `rules = {uncited = "warning"}`'
        )
        return
    for rule, severity in value.items():
        yield from _known_rule(key, rule, known)
        if not isinstance(severity, str) or severity not in RANKS:
            shown = printable(str(severity), 40)
            yield Fault(
                (key, rule), f"`{printable(rule, 60)}` is `{shown}`", "write error, warning or off, in quotation marks"
            )
        elif rule in ALWAYS_ERRORS and severity != "error":
            yield _fixed(key, rule)


def _fixed(key: str, rule: str) -> Fault:
    """What could not be checked is never less than an error."""
    advice = "remove it, and `articles` too if articles need no spec" if rule == "spec-missing" else "remove it"
    return Fault((key, rule), f"`{rule}` in `{key}` stays an error: what it tells of was not checked", advice)


def _known_rule(key: str, rule: str, known: Vocabulary) -> Iterator[Fault]:
    if rule not in known.rules:
        close = nearest(rule, known.rules)
        advice = f"did you mean `{close}`?" if close else "see `factspec explain` for the rules"
        yield Fault((key, rule), f"`{printable(rule, 60)}` in `{key}` is no rule", advice)


def _percentage(key: str, value: Any, _known: Vocabulary) -> Iterator[Fault]:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        yield Fault((key,), f"`{key}` should be a whole number from 0 to 100", f"write `{key} = 90`")


def _relaxable(key: str, value: Any, known: Vocabulary) -> Iterator[Fault]:
    faults = list(_texts(key, value))
    yield from faults
    for rule in () if faults else value:
        yield from _known_rule(key, rule, known)
        if rule in ALWAYS_ERRORS:
            yield _fixed(key, rule)


_CHECKS: Mapping[str, Callable[[str, Any, Vocabulary], Iterator[Fault]]] = {
    "articles": _globs,
    "citations": _citations,
    "rules": _rules,
    "specs": _globs,
    "specs_may_relax": _relaxable,
    "coverage": _percentage,
}
