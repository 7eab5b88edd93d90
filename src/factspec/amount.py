"""An amount: the value of facts that say how much or how many."""

from typing import NamedTuple

from factspec.text.numeral import Printed


class Amount(NamedTuple):
    """One number, or the two ends of a range, in one unit.

    `form` is the numeral's; `unit` is empty for a bare number; `about` where an approximation stands before it.
    """

    numbers: tuple[Printed, ...]
    form: str
    unit: str
    about: bool
