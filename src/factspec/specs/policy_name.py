"""The name of the policy's table in pyproject.toml, and a hint if it is written in another way."""

from collections.abc import Iterator, Mapping
from typing import Any

NAME = "factspec"
# What may be between or around the letters of a name that was meant to be the policy's.
_BESIDE = "-_ s"


def may_hold_policy(data: bytes) -> bool:
    r"""Whether the bytes of a pyproject.toml may contain the policy's table; only parsing them decides.

    A quick check for the letters of the name: in capitals, with hyphens, in an encoding of two bytes a letter, or with
    escapes (`"fact\u0073pec"`).
    """
    if b"\\u" in data or b"\\U" in data:
        return True
    return NAME.encode() in data.lower().translate(None, b"-_ \0")


def misspelt_tables(document: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The tables of a parsed pyproject.toml that were meant to be `[tool.factspec]`, each as the parts of its name."""
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
    """Whether a name has the letters of the policy's, give or take hyphens, capitals and an "s"."""
    return name.lower().translate(str.maketrans("", "", _BESIDE)) == NAME.translate(str.maketrans("", "", _BESIDE))
