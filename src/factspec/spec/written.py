"""Text as it is to be written in a spec, so that YAML reads it as meant."""

import re

from factspec.spec.nodes import Mapping, Node, Scalar, Sequence

# Text that YAML reads as it stands, in braces and brackets too, and not as a comment, a key or a sign of its own.
_PLAIN = re.compile(r"[^\W_](?:[\w .()/%$€£+'\u2018\u2019\u201c\u201d\u2026\u2013\u2014-]*[^\s:])?\Z")


def as_yaml(text: str) -> str:
    """A text on one line as a value in YAML: as it stands, or in single quotation marks where it needs them."""
    plain = text.strip()
    return plain if _PLAIN.match(plain) else "'" + plain.replace("'", "''") + "'"


def as_flow(node: Node) -> str:
    """A node as it is to be written on one line, lists in brackets and mappings in braces."""
    match node:
        case Scalar():
            return as_yaml(node.text)
        case Sequence():
            return f"[{', '.join(map(as_flow, node.nodes))}]"
        case Mapping():
            return braces({key: as_flow(entry.value) for key, entry in node.entries.items()})


def braces(entries: dict[str, str]) -> str:
    """A mapping on one line, of keys and of values as they are written."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
