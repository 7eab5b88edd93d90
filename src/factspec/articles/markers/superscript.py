"""Superscript digits: `¹`, `¹,³`, `¹⁻³`; read only if declared, because most of them are powers and ordinals."""

import re
from collections.abc import Iterator

from factspec.articles.draft import Draft, Mark
from factspec.articles.labels import is_power, labels

# Superscripts of Latin-1 and of the block U+2070 (Unicode, "Superscripts and Subscripts").
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_DIGITS + "⁻", "0123456789-")
_NUMBER = rf"[{_DIGITS}]{{1,6}}"
_RAISED = rf"{_NUMBER}(?:[,;⁻–-]{_NUMBER})*+"


def find(draft: Draft) -> Iterator[Mark]:
    """The marks of this style in a draft, in order."""
    for match in re.finditer(_RAISED, draft.text):
        if not is_power(draft.text, *match.span()):
            read = labels(match[0].translate(_PLAIN))
            span = draft.map.span(match.start(), match.end())
            yield Mark(match.start(), match.end(), read.ids, *span, read.problem.replace("[", "").replace("]", ""))
