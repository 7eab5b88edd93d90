"""article-unreadable: the file is where its spec says it is, and is no article of its format."""

from datetime import date
from pathlib import Path

import pytest

from factspec.projects.checking import judge_all
from factspec.projects.verdict import Run

TODAY = date(2026, 6, 1)


def judged(root: Path, data: bytes | None) -> Run:
    """A run over one spec and its article of these bytes; None stands for a file that is not there."""
    spec = root / "a.factspec.yaml"
    spec.write_text("factspec: 1\narticle: a.txt\nclaims: [{id: c, says: It rained}]\n", encoding="utf-8")
    if data is not None:
        (root / "a.txt").write_bytes(data)
    return judge_all([spec], root, today=TODAY)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"It rained.", id="text"),
        pytest.param(b"\xef\xbb\xbfIt rained.", id="byte-order mark"),
        pytest.param("It rained in Łódź.".encode(), id="UTF-8"),
    ],
)
def test_it_is_read(tmp_path: Path, data: bytes) -> None:
    assert "article-unreadable" not in [one.rule for one in judged(tmp_path, data).findings]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(None, "does not exist", id="missing"),
        pytest.param(b"", "no visible text", id="empty"),
        pytest.param(b"It\0 rained.", "binary", id="binary"),
        pytest.param(b"Caf\xe9\n", "UTF-8", id="another encoding"),
    ],
)
def test_it_cannot_be_read(tmp_path: Path, data: bytes | None, message: str) -> None:
    run = judged(tmp_path, data)
    [finding] = run.findings
    assert (finding.rule, finding.severity) == ("article-unreadable", "error")
    assert message in finding.message
    assert run.exit_code == 1
