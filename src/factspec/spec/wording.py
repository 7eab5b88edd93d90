"""Words that a spec wants found: whether there is anything in them to look for."""

import re
from collections.abc import Iterator

from factspec.spec.nodes import Problem, Scalar
from factspec.text.printable import printable

# A gap stands for words left out.
_GAPS = ("…", "...")
_INSERTION = r"\[[^\[\]]*\]"


def wording_problems(node: object, name: str, *, gaps: bool = False, insertions: bool = False) -> Iterator[Problem]:
    """That a text has no letter or digit (with `insertions`, outside brackets), or with `gaps` a gap at its edge."""
    if not isinstance(node, Scalar):
        return
    text = node.text.strip()
    if node.nothing and text:
        message = f"{name} is `{text}`, which YAML reads as no value"
        yield Problem(
            node.line, node.column, message, "put the word in quotation marks if it is meant, else remove the key"
        )
    elif text and not any(map(str.isalnum, re.sub(_INSERTION, "", text) if insertions else text)):
        shown = printable(text, 40)
        message = f"{name} is `{shown}`: {_lack(text)}"
        yield Problem(node.line, node.column, message, "write the words that must be found")
    elif gaps and text and (edge := _edge(text)):
        message = f"{name} {edge} with a gap `…`, which stands for nothing there"
        yield Problem(node.line, node.column, message, "remove it: part of a sentence may stand by itself")


def _lack(text: str) -> str:
    words = re.sub(r"…|\.{3,}", "", text).strip()
    return "it has no letter or digit" if words else "only gaps, and no word between them"


def _edge(text: str) -> str:
    if text.startswith(_GAPS):
        return "begins"
    return "ends" if text.endswith(_GAPS) else ""
