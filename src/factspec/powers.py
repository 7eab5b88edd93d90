"""Raised numbers that cite nothing: powers (`10⁶`, `5 m²`, `4 km<sup>2</sup>`, `R²`) and masses (`<sup>14</sup>C`).

A number behind a letter alone is a marker (`plan B<sup>2</sup>`, `option x<sup>2</sup>`), but for R, the coefficient of
determination, Greek letters, and small letters beside an operator.
"""

import re

# After a number, a raised minus sign or the symbol of length, area, mass or speed (SI brochure, 9th ed., table 2; US
# customary) a raised number is a power.
_BASE = r"(?:[\d⁻]|(?<![^\W_])(?:[kcdmµμn]?m|ft|mi|yd|ha|kg)|/s|\d\s?in)$"
# After a year it is a citation: nobody squares one.
_YEAR = r"(?<![\w.,])(?:1[0-9]|20)\d\d$"
# A variable, a letter or letters without a vowel behind an operator, and the formulas whose lowered number is raised by
# mistake. Behind a name or a comma those are a place ("Denver, CO").
_VARIABLE = (
    r"(?:(?<![\w’'.])(?:[α-ω]|R)|[=+−×·<>≤≥]\s?(?:[A-Za-z]|[b-df-hj-np-tv-xz]{2,3})"
    r"|(?:^|[.:;!?]\s|[(/+\d%]\s?|(?<![\w’'])(?:[a-z’'-]+|The|A)\s)(?:CO|CH|NH))$"
)
# A small letter alone is one before an operator.
_LETTER = r"(?<![\w’'.])[b-z]$"
_OPERATOR = r"\s?[=+−×·<>≤≥]"
_EXPONENT = r"[2-4²³⁴]"
# Before the symbol of an element (IUPAC) it is the mass of an isotope.
_ELEMENT = (
    r"(?:A[cglru]|B[aehikr]|C[adeflmorsu]?|D[bsy]|E[rsu]|F[elmr]?|G[ade]|H[fgo]?|I[nr]?|Kr?|L[airuv]|M[dgnot]"
    r"|N[abdeip]?|Os?|P[abdmortu]?|R[abefghnu]|S[bcegimnr]?|T[abcehilm]|Uu?|V|W|Xe|Yb?|Z[nr]|He|As|At|Am|Be|No)(?!\w)"
)
# Elements that are words as well: a marker may stand before them where a sentence begins.
_WORDS = r"(?:I|In|He|As|At|Am|Be|No)(?!\w)"
_REACH = 24


def is_power(text: str, start: int, end: int) -> bool:
    """Whether a number that is raised between two offsets of a text is a power, or the mass of an isotope."""
    before = text[max(start - _REACH, 0) : start].rpartition("\n")[2]
    if re.search(_BASE, before):
        return re.search(_YEAR, before) is None
    if re.search(_VARIABLE, before) or (re.search(_LETTER, before) and re.match(_OPERATOR, text[end : end + _REACH])):
        return re.fullmatch(_EXPONENT, text[start:end].strip()) is not None
    return _is_mass(before, text[end : end + _REACH])


def _is_mass(before: str, after: str) -> bool:
    """Whether a raised number stands between a space and an element; at the start of a sentence a word is none."""
    if (before and not before[-1].isspace() and before[-1] not in "(-–/") or not re.match(_ELEMENT, after):
        return False
    within = before.rstrip()[-1:].isalnum() or before[-1:] in {"(", "-", "–", "/"}
    return within or re.match(_WORDS, after) is None
