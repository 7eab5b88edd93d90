"""Why a text is no YAML, in an author's words: the parser's complaint, its place, and its usual causes."""

import re
import unicodedata
from typing import Any

from factspec.spec.nodes import Problem
from factspec.spec.slips import SEEN, Complaint, merge_problem, slip
from factspec.text.places import lines_of
from factspec.text.printable import printable

_CUT = re.compile(r"\s#\S")
_QUOTED_THEN_TEXT = re.compile(r"""(?:^|[:\-,\[]\s)\s*(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*[^\s,\]}#]""")
_KEY_WITHOUT_SPACE = re.compile(r"^[\s-]*[a-z_]+:[^\s/]")
_KEY = re.compile(r"[\s-]*[a-z_]+:(?:\s|\Z)")
_NO_BREAK = re.compile(r"[\s-]*[\u00a0\u2007\u202f]|[\s-]*[a-z_]+:[\u00a0\u2007\u202f]")
_BLOCK = re.compile(r":\s+[|>][+-]?\d?\s*$")
_TEXTS = re.compile(r"\"[^\"]*\"|'[^']*'")
# How many lines above a complaint a bracket is looked for that was never closed.
_ABOVE = 20
_LEADING_TAB = re.compile(r"^ *\t")

# Complaints that are about where something was opened, and those about a line that the one above it has spoilt.
_OPENED = ("end of stream", "document separator", "expected ':'", "',' or ']'", "',' or '}'")
_BELOW = ("mapping values are not allowed", "expected ':'", "expected key")

# By words of the parser's complaint (libyaml scanner.c and parser.c, PyYAML scanner.py and parser.py; the two differ).
_CAUSES = (
    ("mapping values are not allowed", "a `: ` stands inside plain text, or the line is indented too far",
     "put text that holds `: ` in quotation marks; else align the line with its neighbours"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed",
     "close it; inside '…' write '' for an apostrophe, inside \"…\" write \\\" for a quotation mark"),
    ("unexpected document separator", "a quotation mark is opened here and never closed", "close it before the `---`"),
    ("cannot start any token", "text cannot begin with '{}'", "put the text in quotation marks"),
    ("block sequence entries are not allowed", "`- ` begins a list item, which cannot stand here",
     "put text that begins with `- ` in quotation marks, or write list items on lines of their own"),
    ("sequence entries are not allowed", "`- ` begins a list item, which cannot stand here",
     "put text that begins with `- ` in quotation marks, or write list items on lines of their own"),
    ("mapping keys are not allowed", "`? ` begins a YAML key, which cannot stand here",
     "put text that begins with `?` in quotation marks"),
    ("comment or line break", "`>` or `|` begins a block of text, which starts on the next line",
     "put text that begins with `>` or `|` in quotation marks"),
    ("block scalar", "`>` or `|` begins a block of text, which starts on the next line",
     "put text that begins with `>` or `|` in quotation marks"),
    ("unknown escape character", 'a backslash inside "…" begins an escape that YAML does not know',
     "write \\\\ for a backslash, or use '…' instead"),
    ("hexdecimal", 'an escape inside "…" lacks its digits', "write \\\\ for a backslash, or use '…' instead"),
    ("alphabetic or numeric character", "`*` begins a YAML alias and `&` an anchor, which a spec does not use",
     "put text that begins with `*` or `&` in quotation marks"),
    ("directive", "a line that begins with `%` is a YAML directive", "put the text in quotation marks"),
    ("tag", "`!` begins a YAML tag, which a spec does not use", "put text that begins with `!` in quotation marks"),
    ("expected ':'", "a key without a `: ` behind it",
     "write `key: value`, with a space after the colon; indent further what goes on with the text above"),
    ("',' or ']'", "a list in brackets is not closed, or two of its items lack a comma between them",
     "close it with `]`, and put items that hold brackets, commas or quotation marks in quotation marks"),
    ("',' or '}'", "a mapping in braces is not closed, or two of its entries lack a comma between them",
     "close it with `}`, and put text that holds braces or commas in quotation marks"),
    ("nesting depth", "it is nested deeper than 32 levels", "look for brackets that are never closed"),
    ("node content", "a bracket, brace or comma stands where text should", "put the text in quotation marks"),
    ("'-' indicator", "this line is no list item, but stands at a list's indent", "begin it with `- `, or indent it"),
    ("document start", "text stands after the end of the spec", "remove what follows, or indent it"),
    ("expected key", "this line fits no indent above it", "align it with the keys it belongs to, by spaces"),
    ("block end", "this line fits no indent above it", "align it with the keys it belongs to, by spaces"),
)  # fmt: skip


def explain(error: Any, lines: list[str], quoted: tuple[Any, Any] | None = None) -> Problem:
    """The problem of a parser's error in a text, given as its lines; `quoted` is where its last quoted text stands."""
    merge = merge_problem(lines)
    if merge:
        return merge
    mark = getattr(error, "problem_mark", None)
    complaint = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
    if mark is None:
        return Problem(1, 1, f"the spec is no YAML: {printable(complaint.strip(), 120)}", "write `key: value` lines")
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
        message = "the spec is no YAML: a bracket or brace is opened here and never closed"
        return Problem(*opening, message, "close it, or put the text in quotation marks")
    if line and _KEY_WITHOUT_SPACE.match(lines[line - 1][:SEEN]) and any(words in complaint for words in _BELOW):
        line, column = line - 1, _indent(lines[line - 1])
    message, advice = _cause(complaint, lines, line)
    character = printable(lines[line][column : column + 1])
    place = (line + 1, min(column, len(lines[line])) + 1)
    return Problem(*place, f"the spec is no YAML: {message.replace('{}', character)}", advice)


def _unclosed_text(quoted: tuple[Any, Any] | None, line: int, lines: list[str]) -> Problem | None:
    """That a quotation mark is never closed: the next one, on the line of the complaint, stands behind other keys."""
    if quoted is None:
        return None
    start, end = quoted
    if end.line != line or not any(_KEY.match(one[:SEEN]) for one in lines[start.line + 1 : end.line + 1]):
        return None
    message = "the spec is no YAML: a quotation mark is opened here and never closed"
    advice = f"close it on this line; the next one, on line {end.line + 1}, begins another text"
    return Problem(start.line + 1, start.column + 1, message, advice)


def _unclosed(lines: list[str], line: int) -> tuple[int, int] | None:
    """The place of the bracket, on one of the lines above, that none on its line closes; None where there is none."""
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
        return "a space that does not break stands where a plain one should", "write plain spaces"
    return None


def _of_line(complaint: str, raw: str, above: str) -> tuple[str, str] | None:
    """A cause that a line shows, or the one above it."""
    if _BLOCK.search(above) and "expected ':'" in complaint:
        message = "this line belongs to the block of text that `|` or `>` begins above it"
        return message, "indent it further than its key"
    if any(words in complaint for words in ("expected key", "block end", "',' or")):
        if _CUT.search(raw) or _CUT.search(above):
            return "` #` begins a comment and cuts the text before it", "put text that holds ` #` in quotation marks"
        if "',' or" not in complaint and _closes(raw):
            message = "a bracket or brace closes here that was never opened"
            return message, "remove it, or put the text in quotation marks"
        if _QUOTED_THEN_TEXT.search(raw):
            message = "text goes on behind a closing quotation mark or bracket"
            return message, "put the whole text in quotation marks that it does not hold itself"
    if _KEY_WITHOUT_SPACE.match(raw):
        return "a key needs a space after its colon", "write `key: value`"
    return None


def unwanted(text: str, index: int) -> Problem:
    """The problem of a character that no spec may hold."""
    place = lines_of(text).place(index)
    code, name = ord(text[index]), unicodedata.name(text[index], "a control character").lower()
    return Problem(place.line, place.column, f"the character U+{code:04X} ({name}) stands in the spec", "remove it")
