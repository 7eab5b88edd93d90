"""One difference between approved and found wording, as a value that costs nothing to load."""

from typing import NamedTuple


class Difference(NamedTuple):
    """One difference between approved and found wording.

    `kind` is a module name of `factspec.facts` or `speaker`, `quotation`, `citation`, `wording`. `approved` and
    `found` are the values in the words of each side, empty where it has none. `approved_start` and `approved_end`
    count characters of the approved text, `start` and `end` those of the found text; ends are exclusive.
    """

    kind: str
    approved: str
    found: str
    approved_start: int
    approved_end: int
    start: int
    end: int
