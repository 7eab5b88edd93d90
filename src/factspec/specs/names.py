"""The names that a spec may use (rules, citation styles, formats), suggestions for misspelled ones, and lists."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from factspec import registry

# Words that mean nothing: those of YAML 1.1 for null and false, and `none`.
_NONE = frozenset({"none", "nothing", "no", "off", "false", "null", "~", "-"})

MOST_SEARCHED = 20
"""Each search for a similar word takes time, and a mapping with very many keys is hostile."""


class _Declaring(Collection[str]):
    """The rules that declare a flag; each is looked up when it is needed."""

    def __init__(self, flag: str) -> None:
        self._flag = flag

    def __contains__(self, code: object) -> bool:
        return code in _rules() and _declares(str(code).replace("-", "_"), self._flag)

    def __iter__(self) -> Iterator[str]:
        return (code for code in sorted(_rules()) if code in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def _rules() -> frozenset[str]:
    return frozenset(name.replace("_", "-") for name in registry.names(registry.CHECKS))


@cache
def _declares(name: str, flag: str) -> bool:
    return registry.declares(registry.CHECKS, name, flag)


class Vocabulary(NamedTuple):
    """The names of rules, rules that can be waived, rules that stay errors, citation styles and formats.

    `by_sentence` are the rules that cannot be waived for a whole article.
    """

    rules: Collection[str]
    waivable: Collection[str]
    fixed: Collection[str]
    styles: Collection[str]
    formats: Collection[str]
    by_sentence: Collection[str] = frozenset()


@cache
def vocabulary() -> Vocabulary:
    """The names of the installed modules of `checks`, `markers` and `formats`."""
    return Vocabulary(
        _rules(),
        _Declaring("WAIVABLE"),
        _Declaring("FIXED"),
        frozenset(registry.names(registry.MARKERS)),
        frozenset(registry.names(registry.FORMATS)),
        _Declaring("BY_SENTENCE"),
    )


def nearest(word: str, words: Iterable[str]) -> str:
    """The known word that is most similar to a misspelled one, whatever its capitals; empty if none is."""
    from difflib import get_close_matches  # most specs misspell nothing

    by_letters = {one.lower(): one for one in sorted(words)}
    close = get_close_matches(word[:80].lower(), by_letters, n=1, cutoff=0.6)
    return by_letters[close[0]] if close else ""


_REPLACED = dict.fromkeys([f"uncovered-{place}" for place in ("sentence", "heading", "row", "code")], "uncovered")


def rule_meant(word: str, rules: Iterable[str], otherwise: str) -> str:
    """Advice on a name that is none of these rules: what replaced it, or the most similar one; `otherwise` if none."""
    if word in _REPLACED:
        return f"write `{_REPLACED[word]}`, which replaces it"
    close = nearest(word, rules)
    return f"did you mean `{close}`?" if close else otherwise


def is_misspelled(wanted: str, keys: Iterable[str], known: Collection[str]) -> bool:
    """Whether an unknown key is a misspelling of a wanted one; only the first unknown keys are compared."""
    unknown = (key for key in keys if key not in known)
    return any(nearest(key, known) == wanted for key in islice(unknown, MOST_SEARCHED))


def says_none(word: str) -> bool:
    """Whether a word means that there is nothing."""
    return word.lower() in _NONE


def listed(words: Iterable[str]) -> str:
    """Words as a list in prose, each in back quotes."""
    return ", ".join(f"`{word}`" for word in words)


# The name of the policy's table in pyproject.toml, and misspellings of it.


NAME = "factspec"
# Characters that may be in a misspelling besides the letters of the name.
_BESIDE = "-_ s"


def may_hold_policy(data: bytes) -> bool:
    r"""Whether the bytes of a pyproject.toml may contain the policy's table; only parsing them decides.

    A quick search for the letters of the name, also in capitals, with hyphens, in an encoding with two bytes for each
    letter, or with escapes (`"fact\u0073pec"`).
    """
    if b"\\u" in data or b"\\U" in data:
        return True
    return NAME.encode() in data.lower().translate(None, b"-_ \0")


def misspelled_tables(document: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Misspellings of `[tool.factspec]` in a parsed pyproject.toml, each as the parts of the table's name."""
    tool = document.get("tool")
    for name in tool if isinstance(tool, dict) else ():
        if name != NAME and _is_meant(name):
            yield "tool", name
    tools = document.get("tools")
    if isinstance(tools, dict) and NAME in tools:
        yield "tools", NAME
    for name in document:
        if _is_meant(name):
            yield (name,)


def _is_meant(name: str) -> bool:
    """Whether a name has the letters of the policy's, apart from hyphens, capitals and an "s"."""
    return name.lower().translate(str.maketrans("", "", _BESIDE)) == NAME.translate(str.maketrans("", "", _BESIDE))
