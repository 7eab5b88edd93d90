"""The page contains text that its readers do not see.

Such text could carry the approved wording while readers see something else. Passages of three words or more are
reported, any words of a claim, and of any length those inside the place where a claim was found. Scripts, styles,
templates and comments are not text.

Example: `<p style="display: none">Russian President Vladimir Putin arrived in Beijing</p>`.
Fix: delete the element, or show it.
"""

import re
from collections.abc import Iterator

from factspec.language.places import Reach, Span
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
SETTLED = "note"
WAIVABLE = True

_TAGS = r"<[^<>]*+>"
_FEWEST = 3
_WORDS = r"[^\W_]+(?:['’][^\W_]+)*+"


def applies(subject: Subject) -> bool:
    """Whether the article has text that its page does not show."""
    return bool(subject.article.hidden)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each hidden passage."""
    if not case.article.hidden:
        return
    from html import unescape  # most pages hide nothing

    wordings = _wordings(case)
    claimed = Reach(case.article.source_span(*place) for one in case.anchored for place in one.spans)
    for span in _passages(case):
        is_claimed = claimed.at(span.start) > span.start
        text = " ".join(unescape(re.sub(_TAGS, " ", case.article.source[span.start : span.end])).split())
        if is_claimed or len(re.findall(_WORDS, text)) >= _FEWEST or _holds(text, wordings):
            yield Mismatch(
                message="text that no reader of the page sees",
                source_start=span.start,
                source_end=span.end,
                found=text,
                advice="delete the element, or show it to readers",
            )


def _passages(case: Case) -> Iterator[Span]:
    """Hidden ranges of the source; ranges with only tags and white space between them are joined."""
    source, current = case.article.source, None
    for span in case.article.hidden:
        if current is not None and not re.sub(_TAGS, "", source[current.end : span.start]).strip():
            current = Span(current.start, span.end)
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current


def _wordings(case: Case) -> tuple[str, ...]:
    approved = [claim.says or claim.quotes for claim in case.spec.claims]
    return tuple(f" {' '.join(keys(tokenize(text)))} " for text in approved if text)


def _holds(text: str, wordings: tuple[str, ...]) -> bool:
    line = f" {' '.join(keys(tokenize(text)))} "
    return any(wording in line for wording in wordings)
