"""Byte offsets of a text's UTF-8 form as offsets of its characters."""

import re
from bisect import bisect_right
from collections.abc import Callable

# Runs of characters of equal width, so that a table has one row a run; three bytes are what no other class has, for
# theirs would take milliseconds to compile.
_RUNS = re.compile(
    "(?P<one>[\0-\x7f]+)|(?P<two>[\x80-\u07ff]+)|(?P<three>[^\0-\u07ff\U00010000-\U0010ffff]+)|[\U00010000-\U0010ffff]+"
)
_WIDTHS = {"one": 1, "two": 2, "three": 3, None: 4}


def codepoints(text: str) -> Callable[[int], int]:
    """A function from byte offsets, on a character's first byte, to character offsets; built in linear time."""
    if text.isascii():
        return int
    byte_starts, starts, widths = [0], [0], [1]
    byte = 0
    for run in _RUNS.finditer(text):
        width = _WIDTHS[run.lastgroup]
        byte_starts.append(byte)
        starts.append(run.start())
        widths.append(width)
        byte += (run.end() - run.start()) * width

    def offset(byte_offset: int) -> int:
        index = bisect_right(byte_starts, byte_offset) - 1
        return starts[index] + (byte_offset - byte_starts[index]) // widths[index]

    return offset
