"""Further references to one footnote: tools number them `[1:1]` (markdown-it) and `[2-1]` (Obsidian)."""

import re

from factspec.draft import Draft, Link
from factspec.text.places import Span

_REPEAT = r"\[?(?P<number>\d{1,6})(?P<sign>[:-])(?P<time>\d{1,3})\]?"
_LONGEST = 16
# The id of a footnote, behind which Obsidian puts a name of its own.
_FOOTNOTE = r"#(?:fn|footnote)[-:_]?{number}(?P<name>-\w+)?"


def repeats(draft: Draft) -> dict[Span, str]:
    """The raw ranges of such references, brackets around them included, each with the number of its footnote.

    A dash between numbers that count up is a range, unless the target is Obsidian's; numbers with a colon that neither
    are raised nor stand in brackets are a score or a verse.
    """
    found: dict[Span, str] = {}
    for link in draft.links:
        if link.end - link.start > _LONGEST or not link.url.startswith("#"):
            continue
        written = re.fullmatch(_REPEAT, draft.text[link.start : link.end])
        target = re.fullmatch(_FOOTNOTE.format(number=written["number"]), link.url) if written else None
        if not written or not target:
            continue
        bracketed = draft.text[max(link.start - 1, 0) : link.end + 1] == f"[{written[0]}]"
        if written["sign"] == ":":
            repeated = bracketed or written[0].startswith("[") or _is_raised(draft, link)
        else:
            repeated = bool(target["name"]) or _counts_down(written)
        if repeated:
            found[Span(link.start - bracketed, link.end + bracketed)] = written["number"]
    return found


def _is_raised(draft: Draft, link: Link) -> bool:
    return any(raised.start <= link.start and link.end <= raised.end for raised in draft.raised)


def _counts_down(written: re.Match[str]) -> bool:
    return int(written["number"]) >= int(written["time"])
