"""The names that a spec may use: of rules, citation styles and formats, as the installed modules make them known."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from factspec import registry

# Rules of the files and of the waivers themselves; no module of `checks` yields them.
_RUNNER_RULES = ("article-unreadable", "spec-invalid", "spec-missing", "waiver-expired", "waiver-unmatched")


class Vocabulary(NamedTuple):
    """Names of rules, of citation styles and of formats."""

    rules: Collection[str]
    styles: Collection[str]
    formats: Collection[str]


@cache
def vocabulary() -> Vocabulary:
    """The names that the modules of `checks`, `markers` and `formats` stand for; what is installed does not change."""
    rules = (name.replace("_", "-") for name in registry.names("factspec.checks"))
    return Vocabulary(
        frozenset((*rules, *_RUNNER_RULES)),
        frozenset(registry.names("factspec.markers")),
        frozenset(registry.names("factspec.formats")),
    )


def nearest(word: str, words: Iterable[str]) -> str:
    """The known word that a misspelled one was meant for, or nothing."""
    close = get_close_matches(word[:80], sorted(words), n=1, cutoff=0.6)
    return close[0] if close else ""


def listed(words: Iterable[str]) -> str:
    """Words as a list in prose, each in back quotes."""
    return ", ".join(f"`{word}`" for word in words)
