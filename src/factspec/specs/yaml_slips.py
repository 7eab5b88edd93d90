"""Explain in an author's words why a text is not YAML, and write values so that YAML reads them as meant."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from factspec.language.places import lines_of
from factspec.language.printing import printable
from factspec.specs.keys import SPEC, item_keys
from factspec.specs.model import Mistake, mistake
from factspec.specs.nodes import MappingNode, Node, ScalarNode, SequenceNode

# Ids of sources that authors write in a row instead of a list in brackets.


_RANGE = re.compile(r"(\d{1,3})\s?[-\u2013]\s?(\d{1,3})\Z")
# What authors write between ids, and around them.
_BETWEEN = re.compile(r"[\s,;/&+]+(?:and\s+|or\s+)?")
_AROUND = "[](){} \t,;-\"'\u2018\u2019\u201c\u201d\u201e"
_INNER = re.compile(r"\]\s*,?\s*\[")
_SEEN = 200


def ids_in(text: str, declared: Collection[str] | None = None) -> list[str]:
    """The ids that a text lists; none if one of them is not declared, or is not a number if `declared` is None.

    A range such as `2-4` is each number from the first to the last.
    """
    parts = [part.strip(_AROUND) for part in _BETWEEN.split(_INNER.sub(",", text[:_SEEN].strip(_AROUND)))]
    found: list[str] = []
    for part in parts:
        ends = _RANGE.match(part)
        found += [part] if part in (declared or ()) or not ends else map(str, range(int(ends[1]), int(ends[2]) + 1))
    fits = found and all(one.isdigit() if declared is None else one in declared for one in found)
    return list(dict.fromkeys(found)) if fits else []


def bracketed_ids(text: str) -> str:
    """The numbers that a text lists, as ids in brackets; empty if it contains anything else."""
    found = ids_in(text)
    return f"[{', '.join(printable(one, 60) for one in found)}]" if found else ""


# Text in the form in which YAML reads it as meant.


# Text that YAML reads unchanged, also in braces and brackets, and not as a comment, a key or a sign of its own.
_PLAIN = re.compile(r"[^\W_](?:[\w .()/%$€£+'\u2018\u2019\u201c\u201d\u2026\u2013\u2014-]*[^\s:])?\Z")


def as_yaml(text: str) -> str:
    """A text on one line as a value in YAML, in single quotation marks if it needs them."""
    plain = text.strip()
    return plain if _PLAIN.match(plain) else "'" + plain.replace("'", "''") + "'"


def as_flow(node: Node) -> str:
    """A node on one line, with lists in brackets and mappings in braces."""
    match node:
        case ScalarNode():
            return as_yaml(node.text)
        case SequenceNode():
            return f"[{', '.join(map(as_flow, node.nodes))}]"
        case MappingNode():
            return braces({key: as_flow(entry.value) for key, entry in node.entries.items()})


def braces(entries: dict[str, str]) -> str:
    """A mapping on one line; the values are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"


# Slips of the keyboard that break YAML, on the line of the parser's complaint or the line above it.


# How much of a line is searched: a cause is near its start, and a hostile line may be megabytes long.
SEEN = 2000
# How much of a line is shown, so that it can be copied.
_SHOWN = 160
# The lines with which git marks a conflict.
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
    """The words of the parser, the lines of the file, and the index of the line that the words are about."""

    words: str
    lines: list[str]
    line: int

    @property
    def raw(self) -> str:
        """The line, as far as it is searched."""
        return self.lines[self.line][:SEEN]

    @property
    def above(self) -> str:
        """The line above it; empty for the first line."""
        return self.lines[self.line - 1][:SEEN] if self.line else ""

    def speaks_of(self, *words: str) -> bool:
        """Whether the parser's words contain one of these."""
        return any(one in self.words for one in words)

    def mistake(self, above: int, column: int, message: str, advice: str) -> Mistake:
        """A mistake that is `above` lines above the line, at a column counted from 0."""
        return mistake(self.line + 1 - above, column + 1, f"the spec is not YAML: {message}", advice)


def merge_mistake(lines: list[str]) -> Mistake | None:
    """The first mark of an unresolved merge; None if there is none."""
    for number, line in enumerate(lines, 1):
        if _MERGE.match(line[:SEEN]):
            message = f"there is an unresolved merge here: `{printable(line, 60)}`"
            return mistake(
                number, 1, message, "keep one of the versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`"
            )
    return None


def slip(complaint: Complaint) -> Mistake | None:
    """The slip that causes a complaint; None if none is found."""
    found = (one for find in _SLIPS for one in find(complaint))
    return next(found, None)


def _item_without_key(complaint: Complaint) -> Iterator[Mistake]:
    """`- id built`, or `- built`, above the other keys of the item."""
    match = _BARE_ITEM.match(complaint.above)
    key = _KEY_LINE.match(complaint.raw)
    if match and key and len(key[1]) > len(match[1]) and complaint.speaks_of("mapping values are not allowed"):
        known = frozenset().union(*item_keys().values())
        if match[3] and match[2] not in known:
            return
        meant = f"{match[2]}: {match[3]}" if match[3] else f"id: {match[2]}"
        message = "this item of a list has keys below it, but no key of its own"
        yield complaint.mistake(1, len(match[1]) + 2, message, f"write `- {printable(meant, _SHOWN)}`")


def _dash(complaint: Complaint) -> Iterator[Mistake]:
    """A list item that does not begin with a dash and a space."""
    for form, wrong in (
        (_BULLET, "`{}` does not begin a list item"),
        (_TAB_BEHIND_DASH, "there is a tab after the dash"),
    ):
        for distance, line in enumerate((complaint.raw, complaint.above)):
            if match := form.match(line):
                advice = f"write `- {printable(match[match.re.groups].rstrip(), _SHOWN)}`"
                yield complaint.mistake(distance, len(match[1]), wrong.replace("{}", match[2][:1]), advice)
    match = _DASH_WITHOUT_SPACE.match(complaint.raw)
    if match and complaint.speaks_of("expected ':'", "expected key", "block end", "'-' indicator"):
        message = "a dash needs a space after it to begin a list item"
        yield complaint.mistake(0, len(match[1]), message, f"write `- {printable(match[2].rstrip(), _SHOWN)}`")


def _commas(complaint: Complaint) -> Iterator[Mistake]:
    match = _TWO_COMMAS.search(complaint.raw)
    if match and complaint.speaks_of("node content"):
        yield complaint.mistake(0, match.end() - 1, "there are two commas in a row", "remove one of them")


def _mapping_on_one_line(complaint: Complaint) -> Iterator[Mistake]:
    """`rules: uncited: error`."""
    match = _MAPPING_ON_ONE_LINE.match(complaint.raw)
    if match and complaint.speaks_of("mapping values are not allowed"):
        key, inner, rest = (printable(part.rstrip(), 80) for part in match.groups())
        message = f"`{key}: {inner}:` has two keys on one line"
        yield complaint.mistake(0, match.start(2), message, f"write `{key}: {{{inner}: {rest}}}`")


def _misplaced_key(complaint: Complaint) -> Iterator[Mistake]:
    """An indented key of the spec itself, or a key of an item that is not indented."""
    match = _KEY_LINE.match(complaint.raw)
    if match and match[1] and match[2] in SPEC.keys and complaint.speaks_of("'-' indicator"):
        message = f"`{match[2]}` is a key of the spec itself, but it is indented"
        yield complaint.mistake(0, len(match[1]), message, "move it to the start of the line")
    if not complaint.speaks_of("expected key", "block end", "mapping values are not allowed"):
        return
    match = _KEY_LINE.match(complaint.above)
    section, indent = _item_above(complaint.lines[: max(complaint.line - 1, 0)])
    if match and not match[1] and complaint.raw[:1] in (" ", "-") and match[2] in item_keys().get(section, ()):
        yield complaint.mistake(1, 0, *not_of_spec(match[2], section, indent))


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
    """Message and advice on a key at the start of a line that belongs to an item of the list above it."""
    message = f"`{key}` is not a key of the spec itself; it belongs to an item of `{section}`"
    return message, f"indent it by {indent} spaces, like the other keys of the item"


def _behind_quotation(complaint: Complaint) -> Iterator[Mistake]:
    """Text or a comma after a quoted text, a list or a mapping that is not inside a list in brackets."""
    match = _ENTRY.match(complaint.raw)
    first = _QUOTED.match(match[2]) if match else None
    if not match or not first or not complaint.speaks_of("expected key", "block end"):
        return
    rest = match[2][first.end() :].rstrip()
    column = match.end(1) + first.end() + len(rest) - len(rest.lstrip())
    if not rest or rest.lstrip()[0] in "#]}":
        return
    if rest.strip() == ",":
        yield complaint.mistake(0, column, "there is a comma after the value", "remove it")
        return
    whole = match[2].rstrip()
    # If text follows a mark directly, the mark is an apostrophe or a mark inside the text.
    inside = rest[0].isalnum() and whole[0] in "'\""
    mended = bracketed_ids(whole) or as_yaml(whole.removeprefix(whole[0]).removesuffix(whole[0]) if inside else whole)
    message = "there is text after a closing quotation mark or bracket"
    shown = f"`{printable(match[1].lstrip() + mended, _SHOWN)}`"
    advice = f"put the whole text in quotation marks that it does not contain itself: {shown}"
    yield complaint.mistake(0, column, message, f"write {shown}" if mended[0] == "[" else advice)


_SLIPS: tuple[Callable[[Complaint], Iterator[Mistake]], ...] = (
    _item_without_key,
    _dash,
    _commas,
    _mapping_on_one_line,
    _misplaced_key,
    _behind_quotation,
)


_CUT = re.compile(r"\s#\S")
_QUOTED_THEN_TEXT = re.compile(r"""(?:^|[:\-,\[]\s)\s*(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*[^\s,\]}#]""")
_KEY_WITHOUT_SPACE = re.compile(r"^[\s-]*[a-z_]+:[^\s/]")
_KEY = re.compile(r"[\s-]*[a-z_]+:(?:\s|\Z)")
_NO_BREAK = re.compile(r"[\s-]*[\u00a0\u2007\u202f]|[\s-]*[a-z_]+:[\u00a0\u2007\u202f]")
_BLOCK = re.compile(r":\s+[|>][+-]?\d?\s*$")
_TEXTS = re.compile(r"\"[^\"]*\"|'[^']*'")
# How many lines above a complaint are searched for a bracket that was never closed.
_ABOVE = 20
_LEADING_TAB = re.compile(r"^ *\t")

# Complaints about the place where something was opened, and complaints that the line above may have caused.
_OPENED = ("end of stream", "document separator", "expected ':'", "',' or ']'", "',' or '}'")
_BELOW = ("mapping values are not allowed", "expected ':'", "expected key")

# By words of the parser (libyaml scanner.c and parser.c, PyYAML scanner.py and parser.py; the two differ).
_CAUSES = (
    ("mapping values are not allowed", "there is a `: ` inside plain text, or the line is indented too far",
     "put text that contains `: ` in quotation marks; otherwise align the line with its neighbours"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed",
     "close it; inside '…' write '' for an apostrophe, inside \"…\" write \\\" for a quotation mark"),
    ("unexpected document separator", "a quotation mark is opened here and never closed", "close it before the `---`"),
    ("cannot start any token", "text cannot begin with '{}'", "put the text in quotation marks"),
    ("block sequence entries are not allowed", "`- ` begins a list item, which is not possible here",
     "put text that begins with `- ` in quotation marks, or write list items on lines of their own"),
    ("sequence entries are not allowed", "`- ` begins a list item, which is not possible here",
     "put text that begins with `- ` in quotation marks, or write list items on lines of their own"),
    ("mapping keys are not allowed", "`? ` begins a YAML key, which is not possible here",
     "put text that begins with `?` in quotation marks"),
    ("comment or line break", "`>` or `|` begins a block of text, which starts on the next line",
     "put text that begins with `>` or `|` in quotation marks"),
    ("block scalar", "`>` or `|` begins a block of text, which starts on the next line",
     "put text that begins with `>` or `|` in quotation marks"),
    ("unknown escape character", 'a backslash inside "…" begins an escape that YAML does not know',
     "write \\\\ for a backslash, or use '…' instead"),
    ("hexdecimal", 'an escape inside "…" has no digits', "write \\\\ for a backslash, or use '…' instead"),
    ("alphabetic or numeric character", "`*` begins a YAML alias and `&` an anchor, which a spec does not use",
     "put text that begins with `*` or `&` in quotation marks"),
    ("directive", "a line that begins with `%` is a YAML directive", "put the text in quotation marks"),
    ("tag", "`!` begins a YAML tag, which a spec does not use", "put text that begins with `!` in quotation marks"),
    ("expected ':'", "a key has no `: ` after it",
     "write `key: value`, with a space after the colon; indent a line further if it continues the text above"),
    ("',' or ']'", "a list in brackets is not closed, or there is no comma between two of its items",
     "close it with `]`, and put items that contain brackets, commas or quotation marks in quotation marks"),
    ("',' or '}'", "a mapping in braces is not closed, or there is no comma between two of its entries",
     "close it with `}`, and put text that contains braces or commas in quotation marks"),
    ("nesting depth", "it is nested deeper than 32 levels", "look for brackets that are never closed"),
    ("node content", "there is a bracket, brace or comma where text is needed", "put the text in quotation marks"),
    ("'-' indicator", "this line is not a list item, but is indented like one", "begin it with `- `, or indent it"),
    ("document start", "there is text after the end of the spec", "remove what follows, or indent it"),
    ("expected key", "this indent does not fit the lines above", "align it with the keys it belongs to, by spaces"),
    ("block end", "this indent does not fit the lines above", "align it with the keys it belongs to, by spaces"),
)  # fmt: skip


def explain(error: Any, lines: list[str], quoted: tuple[Any, Any] | None = None) -> Mistake:
    """The mistake that explains a parser's error in a text; `quoted` is the place of the last quoted text."""
    merge = merge_mistake(lines)
    if merge:
        return merge
    mark = getattr(error, "problem_mark", None)
    complaint = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
    if mark is None:
        return mistake(1, 1, f"the spec is not YAML: {printable(complaint.strip(), 120)}", "write `key: value` lines")
    opened = getattr(error, "context_mark", None)
    if opened and opened.line < mark.line and any(words in complaint for words in _OPENED):
        mark = opened
    line, column = min(mark.line, len(lines) - 1), mark.column
    unclosed = _unclosed_text(quoted, line, lines)
    if unclosed:
        return unclosed
    seen = slip(Complaint(complaint, lines, line))
    if seen:
        return seen
    opening = _unclosed(lines, line) if "node content" in complaint else None
    if opening:
        message = "the spec is not YAML: a bracket or brace is opened here and never closed"
        return mistake(*opening, message, "close it, or put the text in quotation marks")
    if line and _KEY_WITHOUT_SPACE.match(lines[line - 1][:SEEN]) and any(words in complaint for words in _BELOW):
        line, column = line - 1, _indent(lines[line - 1])
    message, advice = _cause(complaint, lines, line)
    character = printable(lines[line][column : column + 1])
    place = (line + 1, min(column, len(lines[line])) + 1)
    return mistake(*place, f"the spec is not YAML: {message.replace('{}', character)}", advice)


def _unclosed_text(quoted: tuple[Any, Any] | None, line: int, lines: list[str]) -> Mistake | None:
    """A quotation mark that is never closed: the next one, on the line of the complaint, comes after other keys."""
    if quoted is None:
        return None
    start, end = quoted
    if end.line != line or not any(_KEY.match(one[:SEEN]) for one in lines[start.line + 1 : end.line + 1]):
        return None
    message = "the spec is not YAML: a quotation mark is opened here and never closed"
    advice = f"close it on this line; the next one, on line {end.line + 1}, begins another text"
    return mistake(start.line + 1, start.column + 1, message, advice)


def _unclosed(lines: list[str], line: int) -> tuple[int, int] | None:
    """The place of a bracket on one of the lines above that is not closed on its line; None if there is none."""
    for number in range(line - 1, max(line - 1 - _ABOVE, -1), -1):
        raw = _TEXTS.sub("", lines[number][:SEEN])
        for opening, closing in ("[]", "{}"):
            if raw.count(opening) > raw.count(closing):
                return number + 1, lines[number].find(opening) + 1
    return None


def _closes(raw: str) -> bool:
    bare = _TEXTS.sub("", raw)
    return any(bare.count(closing) > bare.count(opening) for opening, closing in ("[]", "{}"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _cause(complaint: str, lines: list[str], line: int) -> tuple[str, str]:
    raw, above = lines[line][:SEEN], lines[line - 1][:SEEN] if line else ""
    seen = _of_space(complaint, raw) or _of_line(complaint, raw, above)
    if seen:
        return seen
    for words, message, advice in _CAUSES:
        if words in complaint:
            return message, advice
    return printable(complaint.strip(), 120), "put the text in quotation marks"


def _of_space(complaint: str, raw: str) -> tuple[str, str] | None:
    """A cause in the white space of a line."""
    if _LEADING_TAB.match(raw) or "\\t" in complaint or "tab character" in complaint:
        return "a tab indents this line", "indent with spaces"
    if _NO_BREAK.match(raw):
        return "there is a no-break space where a plain one is needed", "write plain spaces"
    return None


def _of_line(complaint: str, raw: str, above: str) -> tuple[str, str] | None:
    """A cause in a line or in the line above it."""
    if _BLOCK.search(above) and "expected ':'" in complaint:
        message = "this line belongs to the block of text that `|` or `>` begins above it"
        return message, "indent it further than its key"
    if any(words in complaint for words in ("expected key", "block end", "',' or")):
        if _CUT.search(raw) or _CUT.search(above):
            return "` #` begins a comment and cuts the text before it", "put text that contains ` #` in quotation marks"
        if "',' or" not in complaint and _closes(raw):
            message = "a bracket or brace closes here that was never opened"
            return message, "remove it, or put the text in quotation marks"
        if _QUOTED_THEN_TEXT.search(raw):
            message = "there is text after a closing quotation mark or bracket"
            return message, "put the whole text in quotation marks that it does not contain itself"
    if _KEY_WITHOUT_SPACE.match(raw):
        return "a key needs a space after its colon", "write `key: value`"
    return None


def unwanted(text: str, index: int) -> Mistake:
    """The mistake of a character that no spec may contain."""
    place = lines_of(text).place(index)
    code, name = ord(text[index]), unicodedata.name(text[index], "a control character").lower()
    return mistake(place.line, place.column, f"the spec contains the character U+{code:04X} ({name})", "remove it")
