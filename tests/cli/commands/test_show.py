import argparse
import json
import re
from pathlib import Path

import pytest
import yaml

from factspec.cli.commands import show


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    show.add_arguments(parser)
    return show.run(parser.parse_args(arguments))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(
        "# Rain\n\nIt rained [1-2].[3] It *stopped*.\n\nIt is over [1, ].\n\n[1]: https://a.example 'One'\n"
    )
    return path


def test_json(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(article), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "blocks": [
            {"kind": "heading", "line": 1, "sentences": [{"line": 1, "column": 3, "text": "Rain", "cites": []}]},
            {
                "kind": "paragraph",
                "line": 3,
                "sentences": [
                    {"line": 3, "column": 1, "text": "It rained.", "cites": ["1", "2", "3"]},
                    {"line": 3, "column": 21, "text": "It stopped.", "cites": []},
                ],
            },
            {
                "kind": "paragraph",
                "line": 5,
                "sentences": [{"line": 5, "column": 1, "text": "It is over.", "cites": ["1"]}],
            },
        ],
        "markers": [
            {"ids": ["1", "2"], "line": 3, "column": 11, "source": "[1-2]"},
            {"ids": ["3"], "line": 3, "column": 17, "source": "[3]"},
            {"ids": ["1"], "line": 5, "column": 12, "source": "[1, ]"},
        ],
        "references": [{"id": "1", "line": 7, "text": "One"}],
    }


def test_text(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(article)) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[:4] == ["1: heading", "  1:3  Rain", "3: paragraph", "  3:1  It rained.  [1, 2, 3]"]
    assert "  5:12  [1, ]  cites 1  '[1, ]' is not a list of sources; write [1]" in shown
    assert shown[-2:] == ["references: 1", "  7  1  One  https://a.example"]


def test_without_citations_markers_are_text(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(article), "--format", "json", "--citations", "none") == 0
    assert json.loads(capsys.readouterr().out)["markers"] == []


def test_select(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>no</p><div id=x>yes</div>")

    assert run(str(path), "--select", "#x") == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["1: paragraph", "  1:20  yes"]


def test_control_characters_are_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It \x1b[31m rained\u202e.\n")

    for format_ in ("text", "json"):
        assert run(str(path), "--format", format_) == 0
        shown = capsys.readouterr().out
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize(
    "data, message",
    [
        pytest.param(None, "a.txt: the file does not exist", id="missing"),
        pytest.param(b"a\n\xff", "a.txt:2:1: byte 0xff", id="with a place"),
    ],
)
def test_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, message: str) -> None:
    path = tmp_path / "a.txt"
    if data is not None:
        path.write_bytes(data)

    assert run(str(path)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("Rain fell in Lund [1].", ["Rain fell in Lund.  [1]"], id="as it is"),
        pytest.param(f"Rain fell {'and fell ' * 100}in Lund.", [f"Rain fell {'and fell ' * 100}in Lund."], id="long"),
        pytest.param(
            '"It fell," said Ada Lind [1].',
            ['"It fell," said Ada Lind.  [1]', "says: '\"It fell,\" said Ada Lind.'"],
            id="in quotation marks",
        ),
        pytest.param(
            "One thing: rain \x1b(Bfell.",
            ["One thing: rain \\x1b(Bfell.", 'says: "One thing: rain \\x1b(Bfell."'],
            id="signs that nobody sees",
        ),
    ],
)
def test_a_sentence_can_be_copied_into_a_spec(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, shown: list[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{written}\n")
    assert run(str(path)) == 0
    lines = capsys.readouterr().out.partition("\nmarkers: ")[0].splitlines()[1:]
    assert [line.removeprefix("  1:1  ").strip() for line in lines] == shown
    for line in lines:
        if "says: " in line:
            assert yaml.safe_load(line)["says"] == re.sub(r" \[1\]", "", written)
