"""The names that a spec may use: of rules, citation styles and formats, as the installed modules make them known."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import NamedTuple, Protocol

from factspec import registry
from factspec.registry import Registry

ALWAYS_ERRORS = frozenset({"article-unreadable", "spec-invalid", "spec-missing"})
"""Rules of what could not be checked at all; they weigh the same in every project."""

# Words for nothing (those of YAML 1.1 for null and false, and `none`), by which an author means no citation at all.
_NONE = frozenset({"none", "nothing", "no", "off", "false", "null", "~", "-"})

# Each search for a near word costs time, and a mapping of very many keys is hostile.
_LOOKED_AT = 20


class _Declared(Protocol):
    """What a spec asks of a rule."""

    WAIVABLE: bool = False


class _Waivable(Collection[str]):
    """The rules that can be waived. A rule says so itself, so it is loaded when it is asked for."""

    def __init__(self) -> None:
        self._rules: Registry[_Declared] = Registry(registry.CHECKS, _Declared)

    def __contains__(self, code: object) -> bool:
        name = str(code).replace("-", "_")
        return name.replace("_", "-") == code and name in self._rules and self._rules[name].WAIVABLE

    def __iter__(self) -> Iterator[str]:
        return (name.replace("_", "-") for name, rule in self._rules.items() if rule.WAIVABLE)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Vocabulary(NamedTuple):
    """Names of rules, of those that can be waived, of citation styles and of formats."""

    rules: Collection[str]
    waivable: Collection[str]
    styles: Collection[str]
    formats: Collection[str]


@cache
def vocabulary() -> Vocabulary:
    """The names that the modules of `checks`, `markers` and `formats` stand for; what is installed does not change."""
    rules = (name.replace("_", "-") for name in registry.names(registry.CHECKS))
    return Vocabulary(
        frozenset(rules),
        _Waivable(),
        frozenset(registry.names(registry.MARKERS)),
        frozenset(registry.names(registry.FORMATS)),
    )


def nearest(word: str, words: Iterable[str]) -> str:
    """The known word that a misspelled one was meant for, in capitals or not, or nothing."""
    by_letters = {one.lower(): one for one in sorted(words)}
    close = get_close_matches(word[:80].lower(), by_letters, n=1, cutoff=0.6)
    return by_letters[close[0]] if close else ""


def is_misspelled(wanted: str, keys: Iterable[str], known: Collection[str]) -> bool:
    """Whether a key that is not known was meant for a wanted one; of many such keys only some are looked at."""
    return any(nearest(key, known) == wanted for key in islice((key for key in keys if key not in known), _LOOKED_AT))


def says_none(word: str) -> bool:
    """Whether a word says that there is nothing."""
    return word.lower() in _NONE


def listed(words: Iterable[str]) -> str:
    """Words as a list in prose, each in back quotes."""
    return ", ".join(f"`{word}`" for word in words)
