"""source-changed: the hash of a stored text's bytes is not the pinned one."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from factspec.claims.evidence.stored import StoredText
from factspec.rules.finding import Report

HASH = sha256(b"The lock is old").hexdigest()
STORED = {"1": StoredText(HASH, "The lock is old")}
ARTICLE = "The lock is old [1].\n"


def spec(pin: str, rules: str = "") -> str:
    source = f"  - id: 1\n    text: a.txt\n{pin}"
    return f"sources:\n{source}claims: [{{id: c, says: The lock is old, cites: [1]}}]\n{rules}"


@pytest.mark.parametrize(
    "pin",
    [
        pytest.param("", id="not pinned, and nobody asks"),
        pytest.param(f"    sha256: {HASH}\n", id="the same"),
        pytest.param(f"    sha256: {HASH.upper()}\n", id="in capitals"),
    ],
)
def test_nothing_is_wrong(hold: Callable[..., Report], pin: str) -> None:
    report = hold(ARTICLE, spec(pin), sources=STORED)
    assert not report.findings
    assert report.stored == (("1", HASH),)


def test_a_changed_text_shows_both_hashes(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, spec(f"    sha256: {'0' * 64}\n"), sources=STORED).findings
    assert (finding.rule, finding.line, finding.expected, finding.found) == ("source-changed", 6, "0" * 64, HASH)
