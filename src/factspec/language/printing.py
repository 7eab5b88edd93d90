"""Untrusted text made safe to print on one line, and the invisible characters of a text.

Every report passes the text that it quotes through this module.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

# Invisible characters.


_RANGES = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian variation selectors and vowel separator
    (0x200B, 0x200F),  # zero-width space and joiners, direction marks
    (0x202A, 0x202E),  # embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates, deprecated format characters
    (0x3164, 0x3164),  # Hangul filler
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # zero-width no-break space, the byte-order mark
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF0, 0xFFF8),  # unassigned
    (0xFFF9, 0xFFFB),  # interlinear annotation: not in the property, and as invisible
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format characters
    (0xE0000, 0xE0FFF),  # tags, more variation selectors, unassigned
)
# Controls that plain text files may contain.
_LAYOUT = frozenset("\t\n\r\f")


@cache
def is_invisible(character: str) -> bool:
    """Whether a character shows nothing: a control other than tab and line ends, or one of the ranges above."""
    code = ord(character)
    if code < 0xA0:
        return unicodedata.category(character) == "Cc" and character not in _LAYOUT
    return any(first <= code <= last for first, last in _RANGES)


def invisible_in(text: str) -> list[str]:
    """The different invisible characters of a text, sorted."""
    if text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable()):
        return []
    return sorted(filter(is_invisible, set(text)))


# Where invisible characters belong: one row for each use, with what must be directly before and after them.


_LETTER = r"[^\W\d_²³¹¼-¾⁰-₟⅐-↉]"
_PICTOGRAPH = (
    "©®‼⁉™ℹ\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff〰〽㊗㊙\U0001f000-\U0001faff"
)
# Arabic with Syriac, Thaana, N'Ko and Mandaic; the scripts of India, Sri Lanka, Tibet and Burma; Khmer, Mongolian.
_JOINING = "\u0620-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u18aa\ufb50-\ufdff\ufe70-\ufefc"
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff"
_RIGHT_TO_LEFT = "\u05be-\u05f4\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BLACK_FLAG = "\U0001f3f4"

_USES = (
    # a soft hyphen between letters
    ("\u00ad", f"(?<={_LETTER})", f"(?={_LETTER})"),
    # joiners in scripts that need them; a non-joiner may end a word
    ("\u200c\u200d", f"(?<=[{_JOINING}])", rf"(?=[{_JOINING}]|[\s.,;:!?)»”'\"،؛؟।]|\Z)"),
    # the space between words of scripts that do not show it
    ("\u200b", f"(?<=[{_UNSPACED}])", f"(?=[{_UNSPACED}])"),
    # a joiner between emoji, a variation selector after one, and the tags of a flag
    ("\u200d", f"(?<=[{_PICTOGRAPH}\ufe0f])", f"(?=[{_PICTOGRAPH}])"),
    ("\ufe0e\ufe0f", f"(?<=[{_PICTOGRAPH}])", ""),
    ("\ufe0f", "(?<=[0-9#*])", "(?=\u20e3)"),
    ("\U000e0020-\U000e007f", f"(?<={_BLACK_FLAG})", ""),
    # variants of Chinese characters and of Mongolian letters
    ("\ufe00-\ufe02\U000e0100-\U000e01ef", f"(?<=[{_HAN}])", ""),
    ("\u180b-\u180f", "(?<=[\u1820-\u18aa])", ""),
    # direction marks that touch a letter written from right to left
    ("\u061c\u200e\u200f\u202a\u202b\u2066-\u2068", "", f"(?=[{_RIGHT_TO_LEFT}])"),
    ("\u061c\u200e\u200f\u202c\u2069", f"(?<=[{_RIGHT_TO_LEFT}])", ""),
)


def misplaced(text: str) -> Iterator[int]:
    """The offsets, in order, of the invisible characters of a text that no row of the table above allows."""
    found = invisible_in(text)
    if not found:
        return
    allowed = _allowed(text)
    for match in re.finditer(f"[{''.join(map(re.escape, found))}]", text):
        if match.start() not in allowed:
            yield match.start()


def _allowed(text: str) -> frozenset[int]:
    """The offsets of invisible characters where they belong; after a flag, this includes all its tags."""
    pattern = "|".join(
        f"{before}[{characters}]{'+' if _BLACK_FLAG in before else after}" for characters, before, after in _USES
    )
    return frozenset(at for match in re.finditer(pattern, text) for at in range(*match.span()))


def name_of(character: str) -> str:
    """The Unicode name of a character with its code point; a control has no name."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{code} {name}" if name else f"{code}, a control character" if ord(character) < 0xA0 else code


_PATH_LIMIT = 4096
_PRINTABLE_LIMIT = 300
# Categories: controls, format characters (bidi, zero-width), surrogates, private use, unassigned, separators.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANK = frozenset("\n\t")
# `##[error]`, `##vso[…]` and `##teamcity[…]` are commands to a CI runner anywhere in a line.
_COMMAND = r"#(?=#\w*\[)"


def printable(text: str, limit: int = _PRINTABLE_LIMIT) -> str:
    """A text on one line; if it is longer than `limit` characters, it is cut and ends with `…`.

    Line feeds and tabs become spaces. Control, bidi, zero-width and private characters are escaped, and so are
    commands to a CI runner. The result is itself printable.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if cut.isprintable() and "##" not in cut and (cut.isascii() or not invisible_in(cut)):
        return cut
    return "".join(pieces(cut))


def pieces(text: str) -> Iterator[str]:
    """What is printed for each character of a text, in order; empty for the CR of a CR LF."""
    commands = {found.start() for found in re.finditer(_COMMAND, text)}
    for at, character in enumerate(text):
        if character in _BLANK:
            yield " "
        elif character == "\r" and text[at + 1 : at + 2] == "\n":
            yield ""
        elif at in commands or _is_unsafe(character):
            yield _escape(ord(character))
        else:
            yield character


def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in _ESCAPED or is_invisible(character)


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def printable_path(path: str) -> str:
    """A path made printable; `./` is put before a colon at its head, because `::` there is a command to CI."""
    shown = printable(path, _PATH_LIMIT)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


# An excerpt on one line, with carets under some of its characters.


_EXCERPT_LIMIT = 240
_WITHOUT_WIDTH = frozenset({"Mn", "Me"})


def excerpt(
    text: str, marks: Sequence[tuple[int, int]] = (), limit: int = _EXCERPT_LIMIT, *, around: int | None = None
) -> tuple[str, str]:
    """The text made printable on one line, and a line of carets under its marks, empty without marks.

    `marks` are half-open ranges of characters of `text`; an empty range marks the place of something missing. If the
    text is longer than `limit`, only the part around the offset `around` is shown, or else around the first mark.
    """
    at = around if around is not None else marks[0][0] if marks else 0
    start = 0 if len(text) <= limit else max(0, min(at - limit // 3, len(text) - limit))
    end = min(len(text), start + limit)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shown, columns = _columns(text[start:end])
    carets = _carets(columns, [(left - start, right - start) for left, right in marks])
    return before + shown + after, " " * len(before) + carets if carets else ""


def wrapped(text: str, marks: Sequence[tuple[int, int]], width: int) -> Iterator[tuple[str, str]]:
    """Yield the lines of a text made printable, each of at most `width` columns, with a line of carets under its marks.

    Lines are broken at spaces; a longer word is broken where the line ends. `marks` are as for `excerpt`.
    """
    start = 0
    while start < len(text):
        end = _line_end(text, start, width)
        here = [
            (max(left, start) - start, min(right, end) - start)
            for left, right in marks
            if _is_on(left, right, start, end)
        ]
        shown, columns = _columns(text[start:end].rstrip())
        yield shown, _carets(columns, here)
        start = end


def _is_on(left: int, right: int, start: int, end: int) -> bool:
    """Whether a mark is on a line; the place of something missing is on the line that it ends or that it is in."""
    return left < end and right > start if left < right else start <= left < end


def _line_end(text: str, start: int, width: int) -> int:
    """The offset at which the next line begins."""
    column, space = 0, start
    for at in range(start, len(text)):
        column += sum(map(_width, next(pieces(text[at]), "")))
        if text[at] in " \n\t":
            space = at + 1
        elif column > width:
            return space if space > start else max(at, start + 1)
    return len(text)


def _columns(text: str) -> tuple[str, list[int]]:
    """The printable text, and the terminal column at which each character begins; the last column is the end."""
    shown = tuple(pieces(text))
    columns, column = [], 0
    for piece in shown:
        columns.append(column)
        column += sum(map(_width, piece))
    return "".join(shown), [*columns, column]


def _width(character: str) -> int:
    """How many terminal columns a character takes (Unicode Standard Annex 11: wide and full-width ones take two)."""
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _carets(columns: Sequence[int], marks: Sequence[tuple[int, int]]) -> str:
    line = [" "] * (columns[-1] + 1)
    last = len(columns) - 1
    for left, right in marks:
        first, end = max(left, 0), min(right, last)
        if first <= last and right >= 0:
            for column in range(columns[first], max(columns[max(end, first)], columns[first] + 1)):
                line[column] = "^"
    return "".join(line).rstrip()
