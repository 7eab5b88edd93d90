"""Words and signs that state nothing by themselves: the only ones that a strict spec leaves unaccounted.

The list is short on purpose, and docs/spec.md shows it. Everything else in an article has to be approved or waived.
"""

FREE_WORDS = frozenset({"a", "an", "the", "and", "but", "also"})
"""Keys of words that a sentence may have beside what was approved."""

FREE_PHRASES = (("in", "addition"),)
"""Keys of words that are free only together."""

FREE_SIGNS = frozenset({".", ",", ";", ":", "...", "-", "--", "(", ")", "[", "]", '"', "'"})
"""Keys of signs that may be left over; "?", "!" and symbols may not."""

OPENING_WORDS = frozenset({"and", "but", "also"})
"""Keys of words that may open an approved whole sentence."""
