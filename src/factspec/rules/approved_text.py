"""The text that a person approved, beside the text that is found."""

from typing import NamedTuple

from factspec.approved.lock import Line, Note
from factspec.claims.article_lines import Correspondence, FoundLine, correspondence, found_lines, lines_of_sentences
from factspec.claims.citing import Citing
from factspec.claims.index import Index
from factspec.rules.finding import Mismatch

_LONGEST_NOTE = 200


class ApprovedText(NamedTuple):
    """The approved lines of an article, the lines that it has now, and how they correspond.

    `settled` are the indexes of the sentences that are as they were approved. `line_of` has the number of the line of
    each sentence. `awaiting` are the numbers of the found lines that too few people have approved.
    """

    approved: tuple[Line, ...]
    found: tuple[FoundLine, ...]
    pairs: Correspondence
    settled: frozenset[int]
    line_of: dict[int, int]
    awaiting: tuple[int, ...]

    def approved_for(self, sentence: int) -> Line | None:
        """The approved line that a sentence is, or is similar to; None if it is new."""
        number = self.line_of[sentence]
        at = self.pairs.same.get(number, self.pairs.changed.get(number, -1))
        return self.approved[at] if at >= 0 else None


def approved_text(
    index: Index, citing: Citing, approved: tuple[Line, ...], labels: dict[str, str], people: int
) -> ApprovedText:
    """The approved lines beside those of an article; `people` is how many must have approved each line."""
    found = found_lines(index, citing, labels)
    pairs = correspondence(approved, [one.line for one in found])
    awaiting = tuple(
        number for number, at in pairs.same.items() if len({one.by for one in approved[at].signatures}) < people
    )
    unsettled = frozenset(awaiting)
    settled = frozenset(at for number in pairs.same if number not in unsettled for at in found[number].sentences)
    return ApprovedText(approved, found, pairs, settled, lines_of_sentences(found), awaiting)


def note_of(code: str, one: Mismatch) -> Note:
    """What a lock records of a finding that an approval settles: its rule, and what it is about."""
    text = " ".join((one.found or one.message).split())
    return Note(code, text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE]}…")
