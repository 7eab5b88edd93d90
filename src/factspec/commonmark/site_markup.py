"""Markup of site generators and note programs in a Markdown text, which readers of the page do not see.

Closed over the manuals of Hugo (shortcodes), Jekyll (Liquid tags; kramdown's attribute lists), Docusaurus, Pandoc and
Quarto (fenced containers, attributes, imports), GitHub and Obsidian (callouts, links in double brackets).
"""

import re

FILLER = "\ufdd0"
"""Stands for a character of such markup inside a line; a noncharacter of Unicode, so no text holds it."""

_NAME = r"[\w:-]{1,80}"
_ATTRIBUTE = rf"(?:[#.]{_NAME}|-|{_NAME}=(?:\"[^\"\n]{{0,200}}\"|[^\s\"{{}}]{{1,200}}))"
# Identifiers, classes and values; other words in braces are text.
_ATTRIBUTES = rf"\{{:?\s?{_ATTRIBUTE}(?:\s{{1,4}}{_ATTRIBUTE}){{0,20}}\s?\}}"
_WITHIN = r"(?:[^{}\r\n]|\r?\n(?![ \t]*[\r\n])|\r(?![ \t]*[\r\n])){0,1000}"
_SHORTCODE = rf"\{{\{{(?:<{_WITHIN}>|%{_WITHIN}%)\}}\}}|\{{%-?\s*\w{_WITHIN}%\}}"
# A line begins and ends at any kind of line end.
_BEGINS = r"(?<![^\r\n])[ \t>]*"
_ENDS = r"(?![^\r\n])"
# Code between Liquid tags is code like any other.
_CODE_TAG = re.compile(r"\{%-?\s*(?P<end>end)?highlight\b[^{}\n]{0,200}%\}")
# Lines without text: containers, attribute lists and imports.
_LINE = re.compile(
    rf"{_BEGINS}(?P<markup>:{{3,}}[ \t]*(?:[\w-]{{1,40}})?[ \t]*(?:\{{[^{{}}\r\n]*\}})?|\{{:[^{{}}\r\n]*\}}"
    rf"|import [^\r\n]{{1,200}} from (?:'[^'\r\n]+'|\"[^\"\r\n]+\");?)[ \t]*{_ENDS}",
)
# Markup inside a line; a code span is found first, so that nothing in it is one. What stands in double brackets and
# begins with a number, or names one behind a colon, is a marker or what a tool left.
_INLINE = re.compile(
    rf"(?P<span>``[^\n]{{1,200}}?``|`[^`\n]{{1,200}}`)|(?P<markup>{_SHORTCODE}"
    rf"|(?<=[)\]]){_ATTRIBUTES}|(?<![^\s>]):{{3,}}[ \t]*[\w-]{{1,40}}(?=[ \t\[])"
    r"|(?<=>)[ \t]?\[![\w-]{1,40}\][+-]?|!\[\[[^\[\]\n]{1,200}\]\])"
    r"|(?P<open>\[\[(?:[^\[\]|\n]{1,200}\|)?)(?![\s\d^@])[^\[\]|\n@^:]{1,200}(?P<close>\]\])(?!\()",
)
_HEADING = re.compile(rf"{_BEGINS}#{{1,6}}[ \t][^\r\n]*?(?P<markup>{_ATTRIBUTES})[ \t#]*{_ENDS}")
_SIGNS = ("{", ":::", "[[", "[!", "import ")


# What stands before and behind markup on its line; nothing longer is looked at.
_LINE_START = re.compile(r"(?<=[\r\n])[^\r\n]*+\Z")
_LINE_END = re.compile(r"[ \t]*+(?:[\r\n]|\Z)")
_REACH = 80


def without_site_markup(source: str, start: int) -> str:
    """A text of the same length in which such markup from an offset on is blank, or `FILLER` inside a line."""
    if not any(sign in source for sign in _SIGNS):
        return source
    text = _without_code(source[start:])
    text = _LINE.sub(lambda found: _replaced(found, "markup", " "), text)
    text = _HEADING.sub(lambda found: _replaced(found, "markup", " "), text)
    return source[:start] + _INLINE.sub(_filled, text)


def _without_code(text: str) -> str:
    parts, begun, written = [], -1, 0
    for tag in _CODE_TAG.finditer(text):
        if tag["end"] and begun >= 0:
            parts += [text[written:begun], _run(text[begun : tag.end()], " ")]
            begun, written = -1, tag.end()
        elif not tag["end"] and begun < 0:
            begun = tag.start()
    return "".join([*parts, text[written:]])


def _run(text: str, sign: str) -> str:
    """A text made a run of a sign; line ends in it stay."""
    return re.sub(r"[^\r\n]", sign, text)


def _replaced(found: re.Match[str], group: str, sign: str) -> str:
    """A match with one group made a run of a sign."""
    start, end = found.start(group) - found.start(), found.end(group) - found.start()
    return found[0][:start] + _run(found[group], sign) + found[0][end:]


def _filled(found: re.Match[str]) -> str:
    if found["span"] is not None:
        return found[0]
    if found["markup"] is not None:
        return _replaced(found, "markup", FILLER)
    inside = found[0][len(found["open"]) : -len(found["close"])]
    return FILLER * len(found["open"]) + inside + FILLER * len(found["close"])


def is_line(text: str, start: int, end: int) -> bool:
    """Whether nothing but white space and the signs of a quotation stands beside a range on its lines."""
    line = _LINE_START.search(text, max(start - _REACH, 0), start)
    before = line[0] if line else text[max(start - _REACH, 0) : start]
    return not before.strip(" \t>") and _LINE_END.match(text, end) is not None
