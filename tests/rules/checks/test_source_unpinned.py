"""source-unpinned: a stored text without a hash, where somebody asks for one."""

from collections.abc import Callable
from hashlib import sha256

from factspec.claims.evidence.stored import StoredText
from factspec.rules.finding import Report

HASH = sha256(b"The lock is old").hexdigest()
STORED = {"1": StoredText(HASH, "The lock is old")}
ARTICLE = "The lock is old [1].\n"


def spec(pin: str, rules: str = "") -> str:
    source = f"  - id: 1\n    text: a.txt\n{pin}"
    return f"sources:\n{source}claims: [{{id: c, says: The lock is old, cites: [1]}}]\n{rules}"


def test_an_unpinned_text_gets_the_value_to_paste(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, spec("", "rules: {source-unpinned: warning}\n"), sources=STORED).findings
    assert (finding.rule, finding.line, finding.advice) == ("source-unpinned", 5, f"add `sha256: {HASH}`")
    assert not hold(
        ARTICLE, spec(f"    sha256: {HASH}\n", "rules: {source-unpinned: warning}\n"), sources=STORED
    ).findings
