"""Stored texts from files: what is read of them, what is wrong with them, and that each is read once."""

import json
import unicodedata
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from textwrap import dedent

import pytest
from pypdf import PdfWriter

from factspec.claims.evidence.stored import needle, searchable
from factspec.projects import pdf
from factspec.projects.checking import judge_all
from factspec.projects.stored_texts import LIMIT, StoredTexts, read_source, source_text
from factspec.reports.forms.json import as_object
from factspec.reports.forms.text import render

TODAY = date(2026, 6, 1)


def pdf_of(*lines: str) -> bytes:
    """A PDF of one page with these lines of text."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    content = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table
    return data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf_of("The lock is old")))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("a.txt", b"The lock is old.\n", "The lock is old", id="text"),
        pytest.param("a.md", b"# Head\n\nThe *lock* is [old](u) [1].\n", "The lock is old", id="Markdown"),
        pytest.param("a.txt", "they o\ufb03ce".encode(), "they office", id="ligature"),
        pytest.param("a.html", b"<p>The <b>lock</b> is old<sup>[2]</sup> now</p>", "The lock is old now", id="HTML"),
        pytest.param("A.TXT", "\ufeffDie Schleuse fährt".encode(), "Die Schleuse fährt", id="byte-order mark"),
        pytest.param("a.txt", "fa\u0308hrt sie".encode(), unicodedata.normalize("NFC", "fa\u0308hrt sie"), id="marks"),
        pytest.param(
            "a.pdf", pdf_of("The line was closed be-", "fore the winter"), "closed before the winter", id="PDF"
        ),
        pytest.param("a.pdf", encrypted(""), "The lock is old", id="PDF that only restricts printing"),
    ],
)
def test_a_text_that_is_read(name: str, data: bytes, words: str) -> None:
    stored = source_text(data, name)
    assert (stored.problem, stored.sha256) == ("", sha256(data).hexdigest())
    assert searchable(stored).find(needle([words]))


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        pytest.param("a.txt", b"", "is empty", id="empty"),
        pytest.param("a.txt", b" \n", "is empty", id="blank"),
        pytest.param("a.txt", b"-- ! --", "has no visible text", id="signs"),
        pytest.param("a.txt", b"a\0b", "cannot be read: the file contains binary data", id="binary"),
        pytest.param("a.txt", b"one\ntwo \xff", "cannot be read in line 2: byte 0xff is not UTF-8", id="encoding"),
        pytest.param("a.html", b"<script>x = 1</script>", "has no visible text", id="page without text"),
        pytest.param("a.txt", b"a\n" * 1_000_001, "has more than 1,000,000 lines, tags", id="lines without end"),
        pytest.param("a.pdf", pdf_of(), "is a PDF with no text in it, run OCR first", id="PDF without text"),
        pytest.param("a.pdf", encrypted("secret"), "is an encrypted PDF", id="encrypted PDF"),
        pytest.param("a.pdf", b"The lock is old", "is a broken PDF", id="no PDF"),
        pytest.param("a.pdf", pdf_of("The lock")[:200], "is a broken PDF", id="PDF cut off"),
    ],
)
def test_a_text_that_cannot_be_used(name: str, data: bytes, problem: str) -> None:
    stored = source_text(data, name)
    assert stored.problem.startswith(problem)
    assert stored.sha256 == sha256(data).hexdigest()
    assert searchable(stored).find(needle(["the lock"])) is None


def test_a_pdf_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    assert source_text(b"%PDF", "a.pdf").problem.endswith("install the extra `pdf` as the README shows")


def test_a_pdf_that_takes_too_long() -> None:
    with pytest.raises(pdf.PdfUnreadable, match="takes longer"):
        pdf.pdf_text(pdf_of("The lock"), seconds=0.001)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert read_source(tmp_path / "a.txt").problem == "does not exist"
    assert "folder" in read_source(tmp_path).problem
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert "the limit is 32,000,000" in read_source(big).problem


def test_each_file_is_read_once_while_memory_allows(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("one " * 10)
    other.write_text("two " * 10)
    texts = StoredTexts(kept=60)
    first = texts.of(one)
    assert texts.of(one) is first
    texts.of(other)
    assert texts.of(one) is not first


def project(root: Path, sources: str, stored: dict[str, str], article: str) -> Path:
    """A project with one spec; `stored` are its files in `articles/sources`."""
    for folder in ("specs", "articles/sources"):
        (root / folder).mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.factspec]\n")
    (root / "articles" / "a.txt").write_text(article)
    for name, text in stored.items():
        (root / "articles" / "sources" / name).write_text(text)
    spec = root / "specs" / "a.factspec.yaml"
    spec.write_text(
        "factspec: 1\narticle: ../articles/a.txt\n"
        + dedent(sources)
        + "claims: [{id: c, says: The lock is deep, cites: [1]}]\n"
    )
    return spec


ARTICLE = '"We are old friends," Ada Holm said [1]. "It is nice here," she said [2]. The lock is deep [1].\n'


def test_a_run_tells_what_was_checked_and_what_was_not(tmp_path: Path) -> None:
    sources = """\
        sources:
          - {id: 1, title: Talks, text: ../articles/sources/1.txt, role: primary, origin: wire}
          - 2
        """
    stored = 'The lock is deep. "We are old friends," she said.'
    spec = project(tmp_path, sources, {"1.txt": stored}, ARTICLE)
    run = judge_all([spec], tmp_path, today=TODAY)
    assert "quotations: 1 in sources, 1 unchecked\n" in render(run)
    told = json.loads(json.dumps(as_object(run)))
    assert (told["summary"]["quotations_found"], told["summary"]["quotations_unchecked"]) == (1, 1)
    assert told["sources"][0] == {
        "id": "1",
        "spec": "specs/a.factspec.yaml",
        "line": 4,
        "title": "Talks",
        "text": "../articles/sources/1.txt",
        "sha256": sha256(stored.encode()).hexdigest(),
        "pinned": False,
        "role": "primary",
        "origin": "wire",
        "cited_as": ["1"],
        "path": "articles/sources/1.txt",
        "url": "",
        "publisher": "",
        "issued": "",
    }
    assert [str(one) for one in run.findings if one.severity == "error"] == []


def test_an_absent_text_is_an_error_at_its_line(tmp_path: Path) -> None:
    spec = project(tmp_path, "sources:\n  - id: 1\n    text: ../articles/sources/9.txt\n  - 2\n", {}, ARTICLE)
    [finding] = [one for one in judge_all([spec], tmp_path, today=TODAY).findings if one.severity == "error"]
    assert str(finding) == (
        "specs/a.factspec.yaml:5:1: source 1: the stored text `../articles/sources/9.txt` does not exist"
        " [source-missing]"
    )


def test_an_absent_text_of_a_source_that_nobody_cites_is_told_too(tmp_path: Path) -> None:
    spec = project(tmp_path, "sources:\n  - 1\n  - 2\n  - {id: 3, text: no.txt, role: background}\n", {}, ARTICLE)
    errors = [one.rule for one in judge_all([spec], tmp_path, today=TODAY).findings if one.severity == "error"]
    assert errors == ["source-missing"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("../../1.txt", "leads out of the project", id="out of the root"),
        pytest.param("/etc/hostname.txt", "is absolute", id="absolute"),
        pytest.param("../articles/sources/1.doc", "has no suffix that a format reads", id="suffix"),
        pytest.param("../articles/./a.txt", "source `1` is the article itself, so every claim", id="the article"),
    ],
)
def test_a_path_that_must_not_be_written_is_the_specs_mistake(tmp_path: Path, path: str, said: str) -> None:
    spec = project(tmp_path, f"sources:\n  - id: 1\n    text: {path}\n  - 2\n", {"1.doc": "a"}, ARTICLE)
    run = judge_all([spec], tmp_path, today=TODAY)
    [finding] = [one for one in run.findings if one.severity == "error"]
    assert (finding.rule, finding.line, run.exit_code) == ("spec-invalid", 5, 2)
    assert said in finding.message


def test_of_a_shared_file_only_what_the_article_names_is_read(tmp_path: Path) -> None:
    spec = project(tmp_path, "sources: refs.json\n", {"1.txt": "We are old friends. The lock is deep."}, ARTICLE)
    items = [
        {"id": name, "type": "report", "custom": {"factspec": {"text": f"../articles/sources/{name}.txt"}}}
        for name in ("1", "2", "3")
    ]
    (tmp_path / "specs" / "refs.json").write_text(json.dumps(items))
    run = judge_all([spec], tmp_path, today=TODAY)
    errors = [one for one in run.findings if one.severity == "error"]
    assert [(one.rule, one.path, one.line, one.spec_line) for one in errors] == [
        ("source-missing", "specs/refs.json", 1, 3)
    ]
    assert "source 2" in errors[0].message
    assert run.reports[0].article.quotations_found == 1
    assert "citation-unused" not in [one.rule for one in run.findings]


def test_a_soft_hyphen_at_the_end_of_a_line_is_no_part_of_a_word() -> None:
    stored = source_text("The admin\u00adistra\u00ad\ntion fell.\n".encode(), "a.txt")
    assert searchable(stored).find(needle(["the administration fell"]))
