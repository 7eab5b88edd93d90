"""What YAML does to a text behind its author's back: cuts it at ` #`, splits it at a comma, takes lines into it."""

import re
from collections.abc import Iterator

from factspec.spec.nodes import Problem, Scalar
from factspec.text.printable import printable

# Most specs need none of these patterns, and each is compiled by the first that does.
# White space, a number sign, and no space after it: hardly a comment.
_CUT = r"[ \t]+#(?=\S)"
_MAY_CUT = r"[ \t]#(?=\S)"
_GROUP_BEFORE = r"(?:^|\D)\d{1,3}\Z"
_GROUP_AFTER = r"\d{3}(?!\d)"
# A list item, or a key without a space behind its colon, that plain text of the line above has swallowed.
_SWALLOWED = r"""[ \t]*(?:-[ \t]|[a-z_]+:["'\[{])"""
_ALIGN = "align it with its neighbours, a space after a key's colon; or put the text in quotation marks"


def may_cut(text: str) -> bool:
    """Whether a text holds anywhere what cuts a plain scalar."""
    return "#" in text and re.search(_MAY_CUT, text) is not None


def cut(scalar: Scalar, raw: str, end: int) -> Iterator[Problem]:
    """A plain scalar that YAML shortened; `raw` is the line of its end, `end` the index in it behind the scalar."""
    match = re.match(_CUT, raw[end:])
    if match is None:
        return
    lost = printable(raw[end + match.end() - 1 :].rstrip(), 60)
    kept = f"only `{printable(scalar.text, 60)}`" if scalar.text else "nothing"
    yield Problem(
        scalar.line,
        scalar.column,
        f"YAML reads `{lost}` as a comment and keeps {kept}",
        "put the whole text in quotation marks, or write a space after the `#` of a comment",
    )


def split(before: Scalar, after: Scalar, between: str, *, decimals: bool) -> Iterator[Problem]:
    """Two neighbouring items of a flow list that were one number; `between` is what was written between them.

    With `decimals` a comma between two digits is enough, as in `3,5`: in a list of phrases it is never a list of ids.
    """
    if between != "," or not (before.plain and after.plain) or not before.text or not after.text:
        return
    if not (_is_group(before.text, after.text) or (decimals and before.text[-1].isdigit() and after.text[0].isdigit())):
        return
    whole = printable(f"{before.text},{after.text}", 80)
    advice = f'write "{whole}" in quotation marks, or a space behind each comma where several items are meant'
    yield Problem(before.line, before.column, f"YAML splits `{whole}` at its comma", advice)


def swallowed(scalar: Scalar, following: list[str]) -> Iterator[Problem]:
    """Lines that were hardly meant as the rest of a plain scalar; `following` are those after its first."""
    for distance, raw in enumerate(following, 1):
        if re.match(_SWALLOWED, raw):
            line = scalar.line + distance
            column = len(raw) - len(raw.lstrip()) + 1
            message = f"YAML reads this line as the rest of the text that begins on line {scalar.line}"
            yield Problem(line, column, message, _ALIGN)


def missing_dash(key: Scalar, column: int, raw: str) -> Problem:
    """A key that stands twice because the dash of a new item is missing; `column` is that of the list's dashes."""
    spaces = " " * (key.column - column - 1)
    shown = f"{' ' * (column - 1)}-{spaces}{printable(raw[key.column - 1 :].rstrip(), 160)}"
    message = f"a new item of the list begins here, but its `-` is missing: `{printable(key.text, 60)}` stood already"
    return Problem(key.line, key.column, message, f"write `{shown}`, its dash below the one above")


def _is_group(before: str, after: str) -> bool:
    return re.search(_GROUP_BEFORE, before[-4:]) is not None and re.match(_GROUP_AFTER, after) is not None
