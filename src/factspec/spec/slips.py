"""Slips of the keyboard that make a text no YAML, seen on the line of the parser's complaint or on the one above it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from factspec.spec.ids import bracketed_ids
from factspec.spec.nodes import Problem
from factspec.spec.schema import item_keys, spec_keys
from factspec.spec.written import as_yaml
from factspec.text.printable import printable

# Of a line so much is looked at: a cause stands near its start, and a hostile line may be megabytes long.
SEEN = 2000
# How much of a line is shown, so that it can be copied.
_SHOWN = 160
# How git marks two versions that it could not merge.
_MERGE = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |\Z)|={7}\s*\Z")
_BARE_ITEM = re.compile(r"(\s*)- ([a-z_]+|[\w-]+)(?: (\S.*))?\s*\Z")
_DASH_WITHOUT_SPACE = re.compile(r"(\s*)-([^\W_].*)")
_BULLET = re.compile(r"(\s*)([*\u2022\u2013\u2014]) (\S.*)")
_TAB_BEHIND_DASH = re.compile(r"(\s*)-\t\s*(.*)")
_TWO_COMMAS = re.compile(r",\s*,")
_MAPPING_ON_ONE_LINE = re.compile(r"\s*(?:- )?(rules|article|citations|cites): ([\w-]+): (\S.*)")
_KEY_LINE = re.compile(r"(\s*)(?:- )?([A-Za-z_]+):(?:\s|\Z)")
_ENTRY = re.compile(r"""((?:\s|-\s)*(?:[a-z_]+:\s+)?)(["'\[{].*)""")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\]]*\]|\{[^}]*\}""")


class Complaint(NamedTuple):
    """What the parser complains of, the file's lines, and the index of the line that it complains of."""

    words: str
    lines: list[str]
    line: int

    @property
    def raw(self) -> str:
        """The line, as far as it is looked at."""
        return self.lines[self.line][:SEEN]

    @property
    def above(self) -> str:
        """The line above it, empty at the first."""
        return self.lines[self.line - 1][:SEEN] if self.line else ""

    def speaks_of(self, *words: str) -> bool:
        """Whether the parser's words are among these."""
        return any(one in self.words for one in words)

    def problem(self, above: int, column: int, message: str, advice: str) -> Problem:
        """A problem so many lines above the line, at a column that counts from 0."""
        return Problem(self.line + 1 - above, column + 1, f"the spec is no YAML: {message}", advice)


def merge_problem(lines: list[str]) -> Problem | None:
    """The first mark of a merge that nobody has resolved; None where there is none."""
    for number, line in enumerate(lines, 1):
        if _MERGE.match(line[:SEEN]):
            message = f"an unresolved merge stands here: `{printable(line, 60)}`"
            return Problem(
                number, 1, message, "keep one of the versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`"
            )
    return None


def slip(complaint: Complaint) -> Problem | None:
    """The slip that a complaint comes of; None where none is seen."""
    found = (one for find in _SLIPS for one in find(complaint))
    return next(found, None)


def _item_without_key(complaint: Complaint) -> Iterator[Problem]:
    """`- id built`, or `- built`, above the other keys of the item."""
    match = _BARE_ITEM.match(complaint.above)
    key = _KEY_LINE.match(complaint.raw)
    if match and key and len(key[1]) > len(match[1]) and complaint.speaks_of("mapping values are not allowed"):
        known = frozenset().union(*item_keys().values())
        if match[3] and match[2] not in known:
            return
        meant = f"{match[2]}: {match[3]}" if match[3] else f"id: {match[2]}"
        message = "this item of a list has keys below it, but no key of its own"
        yield complaint.problem(1, len(match[1]) + 2, message, f"write `- {printable(meant, _SHOWN)}`")


def _dash(complaint: Complaint) -> Iterator[Problem]:
    """A list item that begins with another sign than a dash and a space."""
    for form, wrong in ((_BULLET, "`{}` begins no list item"), (_TAB_BEHIND_DASH, "a tab stands behind the dash")):
        for distance, line in enumerate((complaint.raw, complaint.above)):
            if match := form.match(line):
                advice = f"write `- {printable(match[match.re.groups].rstrip(), _SHOWN)}`"
                yield complaint.problem(distance, len(match[1]), wrong.replace("{}", match[2][:1]), advice)
    match = _DASH_WITHOUT_SPACE.match(complaint.raw)
    if match and complaint.speaks_of("expected ':'", "expected key", "block end", "'-' indicator"):
        message = "a dash begins a list item only with a space behind it"
        yield complaint.problem(0, len(match[1]), message, f"write `- {printable(match[2].rstrip(), _SHOWN)}`")


def _commas(complaint: Complaint) -> Iterator[Problem]:
    match = _TWO_COMMAS.search(complaint.raw)
    if match and complaint.speaks_of("node content"):
        yield complaint.problem(0, match.end() - 1, "two commas stand behind each other", "remove one of them")


def _mapping_on_one_line(complaint: Complaint) -> Iterator[Problem]:
    """`rules: uncited: error`."""
    match = _MAPPING_ON_ONE_LINE.match(complaint.raw)
    if match and complaint.speaks_of("mapping values are not allowed"):
        key, inner, rest = (printable(part.rstrip(), 80) for part in match.groups())
        message = f"`{key}: {inner}:` holds two keys on one line"
        yield complaint.problem(0, match.start(2), message, f"write `{key}: {{{inner}: {rest}}}`")


def _misplaced_key(complaint: Complaint) -> Iterator[Problem]:
    """A key of the spec itself that is indented, or a key of an item that is not."""
    match = _KEY_LINE.match(complaint.raw)
    if match and match[1] and match[2] in spec_keys() and complaint.speaks_of("'-' indicator"):
        message = f"`{match[2]}` is a key of the spec itself, but stands indented"
        yield complaint.problem(0, len(match[1]), message, "move it to the start of the line")
    if not complaint.speaks_of("expected key", "block end", "mapping values are not allowed"):
        return
    match = _KEY_LINE.match(complaint.above)
    section, indent = _item_above(complaint.lines[: max(complaint.line - 1, 0)])
    if match and not match[1] and complaint.raw[:1] in (" ", "-") and match[2] in item_keys().get(section, ()):
        yield complaint.problem(1, 0, *not_of_spec(match[2], section, indent))


def _item_above(lines: list[str]) -> tuple[str, int]:
    """The last list of items that begins on these lines, and the indent of the last key in it."""
    indent = 0
    for line in reversed(lines):
        match = _KEY_LINE.match(line[:SEEN])
        if match and match.start(2) == 0:
            return match[2], indent
        indent = indent or (match.start(2) if match else 0)
    return "", indent


def not_of_spec(key: str, section: str, indent: int) -> tuple[str, str]:
    """What to tell of a key at the start of a line that belongs to the items of a list above it, and what to do."""
    message = f"`{key}` is no key of the spec itself, but one of an item of `{section}`"
    return message, f"indent it by {indent} spaces, as the keys of its item"


def _behind_quotation(complaint: Complaint) -> Iterator[Problem]:
    """Text or a comma behind a text in quotation marks, a list or a mapping, that is no part of a list in brackets."""
    match = _ENTRY.match(complaint.raw)
    first = _QUOTED.match(match[2]) if match else None
    if not match or not first or not complaint.speaks_of("expected key", "block end"):
        return
    rest = match[2][first.end() :].rstrip()
    column = match.end(1) + first.end() + len(rest) - len(rest.lstrip())
    if not rest or rest.lstrip()[0] in "#]}":
        return
    if rest.strip() == ",":
        yield complaint.problem(0, column, "a comma stands behind the value", "remove it")
        return
    whole = match[2].rstrip()
    # Text at once behind a mark goes on with the text before it: the mark is an apostrophe, or one within the text.
    inside = rest[0].isalnum() and whole[0] in "'\""
    mended = bracketed_ids(whole) or as_yaml(whole.removeprefix(whole[0]).removesuffix(whole[0]) if inside else whole)
    message = "text goes on behind a closing quotation mark or bracket"
    shown = f"`{printable(match[1].lstrip() + mended, _SHOWN)}`"
    advice = f"put the whole text in quotation marks that it does not hold itself: {shown}"
    yield complaint.problem(0, column, message, f"write {shown}" if mended[0] == "[" else advice)


_SLIPS: tuple[Callable[[Complaint], Iterator[Problem]], ...] = (
    _item_without_key,
    _dash,
    _commas,
    _mapping_on_one_line,
    _misplaced_key,
    _behind_quotation,
)
