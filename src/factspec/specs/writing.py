"""Write values as YAML that every YAML tool reads as the same text, in the form that reads best."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from factspec.language.printing import misplaced

Value: TypeAlias = str | int | Sequence["Value"] | Mapping[str, "Value"]
"""What a value of a spec is made of: texts, numbers and flags, lists, and mappings with keys of text."""

# Characters that begin something else than a plain scalar (YAML 1.2.2, production 22). `-`, `?` and `:` may begin one
# before a letter, but then they read badly.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
# What ends a plain scalar anywhere, and what ends one in brackets; a `?` does for the parser that PyYAML is itself.
_ENDS = re.compile(r":(?: |\Z)| #")
_ENDS_IN_FLOW = re.compile(r"[,?\[\]{}]")
# What a line cannot contain as it is: line ends, tabs, and the characters that `yaml.py` refuses.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\", '"': '\\"'}
# What YAML 1.1 (its types bool, null, int, float, timestamp, merge, value) or 1.2 reads as something else than text.
_WORDS = frozenset("y n yes no on off true false null ~ = << .inf +.inf -.inf .nan".split())
_TYPED = re.compile(
    r"""[-+]?[.0-9][0-9_.:]*(?:e[-+]?[0-9]+)?
    |[-+]?0[xob][0-9a-f_]+
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:t|\ +)[0-9:.z+\ -]*)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# Where a number or a date is written without quotation marks by custom: ids of sources, and days.
_BARE = re.compile(r"0|[1-9][0-9]*|[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_BARE_KEYS = frozenset("id sources source cited_as published issued until recheck date".split())


def scalar(text: str, *, flow: bool = True, bare: bool = False) -> str:
    """A text on one line of YAML: plain if it is safe, otherwise in quotation marks.

    The result is safe in brackets; with `flow=False` only outside them, where a comma needs no quotation marks. What
    YAML 1.1 reads as a number, a date, a flag or nothing is quoted; with `bare`, whole numbers and days are not.
    Raises `ValueError` if the text contains half of a surrogate pair, which no YAML file can contain.
    """
    if is_plain(text, flow=flow, bare=bare):
        return text
    if not needs_escapes(text) and ('"' in text or "\\" in text) and "'" not in text:
        return single_quoted(text)
    return double_quoted(text)


def is_plain(text: str, *, flow: bool = True, bare: bool = False) -> bool:
    """Whether a text on one line needs no quotation marks; `flow` and `bare` as for `scalar`."""
    if not text or text != text.strip() or text[0] in _INDICATORS or text.startswith("..."):
        return False
    if _ENDS.search(text) or (flow and _ENDS_IN_FLOW.search(text)) or needs_escapes(text):
        return False
    return not is_typed(text) or (bare and _BARE.fullmatch(text) is not None)


def is_typed(text: str) -> bool:
    """Whether YAML tools read a plain scalar as something else than text: a number, a date, a flag or nothing."""
    return text.lower() in _WORDS or _TYPED.fullmatch(text) is not None


def needs_escapes(text: str) -> bool:
    """Whether a text has characters that only a text in double quotation marks can contain, or that nobody sees."""
    return not text.isprintable() and (_UNWRITABLE.search(text) is not None or any(True for _ in misplaced(text)))


def single_quoted(text: str) -> str:
    """A text without line ends in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """A text in double quotation marks; line ends, and what nobody sees where it does not belong, are escaped.

    Raises `ValueError` if the text contains half of a surrogate pair.
    """
    text.encode()
    hidden = set(misplaced(text)) if not text.isprintable() else ()
    return '"' + "".join(_escaped(one, hidden=at in hidden) for at, one in enumerate(text)) + '"'


def _escaped(character: str, *, hidden: bool) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not hidden and not _UNWRITABLE.match(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def flow_value(value: Value, path: Sequence[str | int] = ()) -> str:
    """A value on one line: `[1, 3]`, `{all_of: [1]}`, or a text that is safe in brackets.

    `path` is where the value is in the spec. It decides whether a number is an id and a day is a day, without quotation
    marks: `cites: [1]`, but `facts: ["1"]`.
    """
    if isinstance(value, str):
        return scalar(value, bare=is_bare(path))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow_value(one, (*path, key))}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(flow_value(one, path) for one in value) + "]"
    return str(value).lower()


def block_value(value: Value, path: Sequence[str | int] = ()) -> str:
    """A value on one line after a key of a block mapping: as `flow_value`, but a text with a comma stays plain."""
    return scalar(value, flow=False, bare=is_bare(path)) if isinstance(value, str) else flow_value(value, path)


def is_bare(path: Sequence[str | int]) -> bool:
    """Whether numbers and days at a path of a spec are ids and dates, which are written without quotation marks."""
    if "cites" in path:
        return True
    return next((key for key in reversed(path) if isinstance(key, str)), "") in _BARE_KEYS


def entry(mapping: Mapping[str, Value], *, indent: int = 2, dash: str = "- ") -> str:
    """An item of a block list, its dash after `indent` spaces and each key on a line of its own.

    What is inside a key's value is written in brackets on its line. `dash` is the dash with the spaces after it. The
    result ends with a line feed.
    """
    margin = " " * indent
    lines = [f"{scalar(key)}: {block_value(value, (key,))}" for key, value in mapping.items()]
    return f"{margin}{dash}" + f"\n{margin}{' ' * len(dash)}".join(lines or ["{}"]) + "\n"
