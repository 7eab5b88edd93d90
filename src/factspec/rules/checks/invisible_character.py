"""The text contains a character that nobody sees.

It can split a word or a number, so that readers and programs read different texts. Reported are controls, marks of
direction, and what Unicode calls default-ignorable. Fine are soft hyphens between letters, joiners in emoji and in
scripts that need them, variation selectors after emoji and Chinese characters, and marks of direction that touch
Arabic or Hebrew letters.

A combining mark on a digit, a sign or a space is reported too: a stroke makes a number look deleted.

Example: "n[U+200B]ot" looks like "not" and is found by no search for it.
Fix: delete the character.
"""

import re
from collections.abc import Iterator

from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.language.printing import invisible_in, misplaced, name_of
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
SETTLED = "note"
WAIVABLE = True

_REACH = 30
# A combining mark on a digit, a sign or a space, such as a stroke that makes a number look deleted.
_OVERLAY = r"(?<![^\W\d_])(?<![\u0300-\u036f])[\u0300-\u034e\u0350-\u036f\u20d0-\u20dc\u20e5-\u20f0]"


def applies(subject: Subject) -> bool:
    """Whether the article has characters that show nothing."""
    text = subject.article.text
    return bool(subject.article.unseen or invisible_in(text)) or (
        not text.isascii() and re.search(_OVERLAY, text) is not None
    )


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each such character that is not where it belongs."""
    text = case.article.text
    for at in misplaced(text):
        word = _around(text, at)
        name = name_of(text[at])
        place = at - word.start
        yield Mismatch(
            message=f"invisible character {name} in '{text[word.start : word.end]}'",
            start=at,
            end=at + 1,
            found=text[word.start : word.end],
            found_start=word.start,
            differences=(Difference("wording", "", text[at], 0, 0, place, place + 1),),
            advice="delete the character",
        )
    for span in case.article.unseen:
        shown = case.article.source[span.start : span.end]
        yield Mismatch(
            message=f"a block with nothing but {_named(shown)}",
            source_start=span.start,
            source_end=span.end,
            found=shown,
            advice="delete the character",
        )
    for match in () if text.isascii() else re.finditer(_OVERLAY, text):
        yield Mismatch(
            message=f"{name_of(match[0])} is written over a character that is no letter",
            start=max(match.start() - 1, 0),
            end=match.end(),
            found=text[max(match.start() - 1, 0) : match.end()],
            found_start=max(match.start() - 1, 0),
            advice="delete the mark",
        )


def _named(written: str) -> str:
    """An invisible character by its name, unless it is written as an entity."""
    return f"the invisible character {name_of(written)}" if len(written) == 1 else "invisible characters"


def _around(text: str, at: int) -> Span:
    """The word that an offset is in, or the words on both sides of it; of bounded length."""
    before = re.search(r"\S*+ ?\Z", text[max(at - _REACH, 0) : at].rpartition("\n")[2])
    after = re.match(r" ?\S*+", text[at + 1 : at + _REACH])
    return Span(at - len(before[0] if before else ""), at + 1 + len(after[0] if after else ""))
