"""Markup of site generators and note programs in a Markdown text, which readers of the page do not see.

Taken from the manuals of Hugo (shortcodes), Jekyll (Liquid tags; kramdown's attribute lists), Docusaurus, Pandoc and
Quarto (fenced containers, attributes, imports), GitHub and Obsidian (callouts, links in double brackets).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from factspec.language.places import Span

FILLER = "\ufdd0"
"""Replaces a character of such markup inside a line; a noncharacter of Unicode, so it is not in any text."""

# No markup contains a backtick, so code spans stay where they were.
_QUOTED = r"(?:\"[^\"`\r\n]{0,200}\"|'[^'`\r\n]{0,200}')"
_NAME = r"[\w:-]{1,80}"
_ATTRIBUTE = rf"(?:[#.]{_NAME}|-|{_NAME}=(?:{_QUOTED}|[^\s\"'`{{}}]{{1,200}}))"
# Identifiers, classes and values; other words in braces are text.
_LISTED = rf"\s?{_ATTRIBUTE}(?:\s{{1,4}}{_ATTRIBUTE}){{0,20}}\s?\}}"
_ATTRIBUTES = rf"\{{:?{_LISTED}"
# A line begins and ends at any kind of line end; a space may be one, but no blank line.
_EOL = r"(?:\r\n|\r(?!\n)|(?<!\r)\n)"
_SPACE = rf"(?:[ \t]|{_EOL}(?![ \t]*[\r\n]))"
_BEGINS = r"(?<![^\r\n])[ \t>]*"
_ENDS = r"(?![^\r\n])"
# A shortcode has a name, values, and at most two words without a key; more words are a sentence.
_VALUE = rf"(?:{_SPACE}{{1,20}}+(?:[\w.-]{{1,80}}[=:]{_SPACE}?)?(?:{_QUOTED}|(?<==)[^\s\"'`{{}}<>]{{1,200}}))"
_WORD = rf"{_SPACE}{{1,20}}+[\w./:#@-]{{0,200}}[\w/](?![^\s%>}}])"
_CALL = (
    rf"{_SPACE}{{0,20}}+/?\w(?:[\w./-]{{0,80}}\w)?{_VALUE}{{0,20}}(?:{_WORD}{_VALUE}{{0,20}}){{0,2}}{_SPACE}{{0,20}}+/?"
)
_SHORTCODE = rf"\{{\{{(?:<{_CALL}>|%{_CALL}%)\}}\}}|\{{%-?{_CALL}-?%\}}"
# The callouts of GitHub, Obsidian and Docusaurus.
_CALLOUT = (
    r"(?i:note|tip|info|warning|caution|danger|important|abstract|summary|success|question|failure|bug|example|quote"
    r"|todo)"
)
# The patterns are compiled on first use, because most texts have no such markup.
# Lines without text: containers and attribute lists.
_LINE = (
    rf"{_BEGINS}(?P<markup>:{{3,}}[ \t]*(?:[\w-]{{1,40}})?[ \t]*(?:{_ATTRIBUTES})?|\{{:(?:toc\}}|{_LISTED}))"
    rf"[ \t]*{_ENDS}"
)
# The kind of a container, before its title.
_TITLED = rf"{_BEGINS}(?P<markup>:{{3,}}[ \t]*{_CALLOUT})(?=[ \t\[{{])"
_HEADING = rf"{_BEGINS}#{{1,6}}[ \t][^\r\n]*?(?P<markup>{_ATTRIBUTES})[ \t#]*{_ENDS}"
# Imports of modules in a block of their own; a line of prose may begin with the word.
_ID = r"[\w$]{1,80}"
_NAMES = rf"\{{ ?{_ID}(?: as {_ID})?(?:, ?{_ID}(?: as {_ID})?){{0,20}} ?\}}"
_PATH = r"(?:'[^'\s]{1,200}'|\"[^\"\s]{1,200}\")"
_IMPORT = rf"import (?:(?:{_ID}|{_NAMES}|{_ID}, {_NAMES}|\* as {_ID}) from )?{_PATH};?[ \t]*"
_IMPORTS = (
    rf"(?:\A|(?<![^\r\n])[ \t]*{_EOL})(?P<markup>{_IMPORT}(?:{_EOL}{_IMPORT}){{0,100}})"
    rf"(?=\Z|{_EOL}[ \t]*(?:[\r\n]|\Z))"
)
# Markup inside a line. An embedded page is a file or a part of a page. Double brackets with a number at the start or
# after a colon are a marker or the remains of a tool.
_EMBEDDED = (
    r"!\[\[(?:[^\[\]\r\n|#`]{1,200}\.\w{1,5}(?:#[^\s\[\]|`]{1,80})?|[^\s\[\]|#`]{1,80}#[^\s\[\]|`]{1,80}"
    r"(?: [^\s\[\]|`]{1,80}){0,2})(?:\|[\dx]{1,9})?\]\]"
)
_INLINE = (
    rf"(?P<markup>{_SHORTCODE}|(?<=[)\]]){_ATTRIBUTES}|(?<=>)[ \t]?\[!{_CALLOUT}\][+-]?|{_EMBEDDED})"
    r"|(?P<open>\[\[(?:[^\[\]|\r\n`]{1,200}\|)?)(?![\s\d^@])[^\[\]|\r\n@^:`]{1,200}(?P<close>\]\])(?!\()"
)
_SIGNS = ("{", ":::", "[[", "[!", "import ")


# The text before and after markup on its line, up to a limit.
_LINE_START = re.compile(r"(?<=[\r\n])[^\r\n]*+\Z")
_LINE_END = re.compile(r"[ \t]*+(?:[\r\n]|\Z)")
_REACH = 80


def without_site_markup(source: str, start: int) -> str:
    """A text of the same length in which such markup from an offset on is blank, or `FILLER` inside a line."""
    if not any(sign in source for sign in _SIGNS):
        return source
    text = source[start:]
    for lines in (_IMPORTS, _LINE, _HEADING):
        text = re.sub(lines, lambda found: _replaced(found, "markup", " "), text)
    text = re.sub(_TITLED, lambda found: _replaced(found, "markup", FILLER), text)
    return source[:start] + re.sub(_INLINE, _filled, text)


# Markup that a site replaces with something, and attributes.
_MADE = re.compile(r"(?P<shortcode>\{\{[<%]|\{%)|(?P<file>!\[\[)|(?P<attributes>\{:?(?=[^{}%<\n]*=))")
_KINDS = {"shortcode": "shortcode", "file": "embedded file", "attributes": "list of attributes"}


# A link by reference: its text may contain code and one line end, and neither it nor its label is a marker.
_LINK_TEXT = rf"(?:[^\[\]\r\n`\\]|`[^`\r\n]{{0,100}}`|{_EOL}(?![ \t]*[\r\n]))"
_BY_REFERENCE = (
    rf"(?<![\\\w\]!])(?P<open>\[)(?P<text>(?![\^@]|[\d\s,;–-]+\]){_LINK_TEXT}{{1,200}}+)"
    rf"(?P<close>\]\[(?P<label>(?![\^@]|[\d\s,;–-]+\]){_LINK_TEXT}{{0,100}}+)\])(?![\[(:])"
)


class Elsewhere(NamedTuple):
    """A link whose definition is in another file: its label, and its range."""

    label: str
    source: Span


def links_elsewhere(text: str, start: int, defined: Callable[[str], Iterable[str]]) -> tuple[str, list[Elsewhere]]:
    """The links by reference from an offset on that the text does not define: `[text][label]`, `[text][]`.

    They are returned with a text of the same length in which `FILLER` replaces their brackets and labels. `defined`
    gives the labels of the definitions in a text.
    """
    links = list(re.compile(_BY_REFERENCE).finditer(text, start)) if "][" in text else []
    known = {_folded(label) for label in defined(text[start:])} if links else set()
    unknown = [one for one in links if _folded(one["label"] or one["text"]) not in known]
    parts: list[str] = []
    at = 0
    for one in unknown:
        parts += [text[at : one.start()], FILLER, one["text"], _run(one["close"], FILLER)]
        at = one.end()
    found = [Elsewhere(" ".join((one["label"] or one["text"]).split()), Span(*one.span())) for one in unknown]
    return "".join([*parts, text[at:]]) if unknown else text, found


def _folded(label: str) -> str:
    """A label as CommonMark compares it (0.31, 4.7 and 6.3)."""
    return " ".join(label.split()).casefold()


def dropped(source: str, filled: str) -> Iterator[tuple[str, Span]]:
    """The markup taken out of a text that may show something on its site, each with its range."""
    if source is filled:
        return
    made = [found for found in _MADE.finditer(source) if filled[found.start()] != source[found.start()]]
    for found, following in zip_longest(made, made[1:]):
        last = following.start() if following else len(source)
        end = found.end()
        while end < last and (filled[end] != source[end] or source[end].isspace()):
            end += 1
        yield _KINDS[str(found.lastgroup)], Span(found.start(), end)


def as_written(shown: str, filled: str, source: str) -> str:
    """The text at the end of a range, such as code or the target of a link, with each `FILLER` as it was written.

    `filled` is the range with fillers, `source` the same range as written; fillers that are not in it are left out.
    """
    hidden = [sign for sign, filler in zip(source, filled, strict=True) if filler == FILLER]
    signs = iter(hidden[max(len(hidden) - shown.count(FILLER), 0) :])
    return re.sub(FILLER, lambda _: next(signs, ""), shown)


def _run(text: str, sign: str) -> str:
    """A text with every character replaced by a sign, except line ends."""
    return re.sub(r"[^\r\n]", sign, text)


def _replaced(found: re.Match[str], group: str, sign: str) -> str:
    """A match with one group replaced by a sign."""
    start, end = found.start(group) - found.start(), found.end(group) - found.start()
    return found[0][:start] + _run(found[group], sign) + found[0][end:]


def _filled(found: re.Match[str]) -> str:
    if found["markup"] is not None:
        return _replaced(found, "markup", FILLER)
    inside = found[0][len(found["open"]) : -len(found["close"])]
    return FILLER * len(found["open"]) + inside + FILLER * len(found["close"])


def is_line(text: str, start: int, end: int) -> bool:
    """Whether a range shares its lines only with white space and the signs of quotations."""
    line = _LINE_START.search(text, max(start - _REACH, 0), start)
    before = line[0] if line else text[max(start - _REACH, 0) : start]
    return not before.strip(" \t>") and _LINE_END.match(text, end) is not None
