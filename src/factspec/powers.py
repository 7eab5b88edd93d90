"""Raised numbers that are powers and cite nothing: `10⁶`, `5 m²`, and `4 km<sup>2</sup>`."""

import re

# After a number, a raised minus sign or the symbol of length, area, mass or speed (SI brochure, 9th ed., table 2; US
# customary) a raised number is a power.
_BASE = r"(?:[\d⁻]|(?<![^\W_])(?:[kcdmµμn]?m|ft|mi|yd|ha|kg)|/s|\d\s?in)$"
# After a year it is a citation: nobody squares one.
_YEAR = r"(?<![\w.,])(?:1[0-9]|20)\d\d$"
_REACH = 6


def is_power(text: str, start: int) -> bool:
    """Whether a number that is raised at this offset of a text is a power of what stands before it."""
    before = text[max(start - _REACH, 0) : start]
    return re.search(_BASE, before) is not None and re.search(_YEAR, before) is None
