"""One difference between approved and found wording; this module imports no other, so reports load it quickly."""

from typing import NamedTuple


class Difference(NamedTuple):
    """One difference between approved and found wording.

    `kind` is a kind of fact, or `speaker`, `quotation`, `citation`, `wording`, or `place`, which is about the headings
    above a sentence. `approved` and `found` are the words of each side, empty if that side has none. `approved_start`
    and `approved_end` are offsets in the approved text, `start` and `end` in the found text; ends are exclusive.
    """

    kind: str
    approved: str
    found: str
    approved_start: int
    approved_end: int
    start: int
    end: int
