"""Text that programs read: JSON that no terminal obeys, paths as URIs, and what tells one finding from all others."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from factspec.rules.finding import Finding


def json_text(value: Any, levels: int) -> str:
    """A value as JSON, with a line for each entry of its outer levels; entries further in share the line.

    Text that is not ASCII is escaped, so no control character reaches a terminal. A command to a CI runner, which `##[`
    begins at any place of a line, is escaped too.
    """
    # A number sign occurs only in strings. What makes a line for every entry is several times slower.
    return "".join(_laid_out(value, levels, "\n")).replace("##", "#\\u0023") + "\n"


def _laid_out(value: Any, levels: int, before: str) -> Iterator[str]:
    if not (levels and value and isinstance(value, dict | list)):
        yield json.dumps(value)
        return
    inner = f"{before}  "
    if isinstance(value, dict):
        begin, end, entries = "{", "}", [(f"{json.dumps(key)}: ", one) for key, one in value.items()]
    else:
        begin, end, entries = "[", "]", [("", one) for one in value]
    for key, one in entries:
        yield f"{begin}{inner}{key}"
        yield from _laid_out(one, levels - 1, inner)
        begin = ","
    yield f"{before}{end}"


def is_relative(path: str) -> bool:
    """Whether a path, as shown, is one from the root of a project."""
    return not path.startswith("/") and path[1:3] != ":/"


def uri_of(path: str) -> str:
    """A path, as shown, as a URI: relative like the path, otherwise with the scheme `file`."""
    encoded = quote(path.encode("utf-8", "surrogatepass"), safe="/~")
    return encoded if is_relative(path) else f"file:///{encoded.lstrip('/')}"


_FINGERPRINT = 32


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield for each finding a text of 32 signs that no other has and that is the same after its lines have moved.

    It is a digest of the rule, the claim, the files, of what was expected and found, or of the message.
    """
    times: Counter[str] = Counter()
    for one in findings:
        alike = "\0".join((one.rule, one.spec, one.article or one.path, one.claim, *map(_folded, _distinctive(one))))
        times[alike] += 1
        whole = f"{alike}\0{times[alike]}"
        yield sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]


def _distinctive(finding: Finding) -> tuple[str, ...]:
    texts = (finding.expected, finding.found, finding.cited)
    return texts if any(texts) else (finding.message,)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
