"""`factspec init`: what is written, what is printed where, and the exit code."""

from pathlib import Path

import pytest

from factspec.cli.main import main

Streams = pytest.CaptureFixture[str]
RAIN = "Rain fell on Monday in Lund [1]. It was a shame.\n"
SNOW = "Snow fell on 3 June in Lund [1].\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two articles and no spec, as the working directory."""
    root = tmp_path / "site"
    (root / "articles").mkdir(parents=True)
    (root / "articles" / "rain.txt").write_text(RAIN)
    (root / "articles" / "snow.md").write_text(SNOW)
    (root / "pyproject.toml").write_text("[tool.factspec]\n")
    monkeypatch.chdir(root)
    return root


def test_one_article(project: Path, capsys: Streams) -> None:
    assert main(["init", "articles/rain.txt"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines() == [
        "specs/rain.factspec.yaml: 1 claim to approve",
        "next: factspec review",
    ]
    assert (project / "specs" / "rain.factspec.yaml").read_text() == (
        "factspec: 1\n"
        "article: ../articles/rain.txt\n"
        "strict: true\n"
        "sources:\n"
        "  - 1\n"
        "claims:\n"
        "  - id: rain-fell-monday-lund\n"
        "    says: Rain fell on Monday in Lund.\n"
        "    cites: [1]\n"
    )
    assert (project / "specs" / "rain.factspec.lock").exists()


@pytest.mark.usefixtures("project")
def test_a_draft_is_red_until_a_person_approves_the_article(capsys: Streams) -> None:
    main(["init", "articles/rain.txt"])
    capsys.readouterr()
    assert main(["check", "-q"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "articles/rain.txt:1:1: warning: claim 'rain-fell-monday-lund' is not approved [claim-unapproved]",
        "articles/rain.txt:1:34: sentence without a citation that no claim covers [uncited]",
    ]


def test_what_is_wrong_with_citations_is_waived(project: Path, capsys: Streams) -> None:
    (project / "articles" / "hail.txt").write_text("Hail fell [1, 1].\n")
    assert main(["init", "articles/hail.txt"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "specs/hail.factspec.yaml: 1 claim to approve, 1 waiver"
    assert main(["check"]) == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("path", ["articles", ".", "articles/../articles/"])
def test_a_folder(capsys: Streams, path: str) -> None:
    assert main(["init", path]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines() == [
        "specs/rain.factspec.yaml: 1 claim to approve",
        "specs/snow.factspec.yaml: 1 claim to approve",
        "2 specs written: 2 claims to approve",
        "next: factspec review",
    ]
    assert main(["init", path]) == 0
    assert capsys.readouterr() == ("no article here is without a spec\n", "")


def test_what_has_no_draft_keeps_no_other_from_its_own(project: Path, capsys: Streams) -> None:
    (project / "articles" / "empty.txt").write_text("\n")
    assert main(["init", "articles/empty.txt", "articles/none.txt", "articles/rain.txt", "articles/snow.md"]) == 2
    out, err = capsys.readouterr()
    assert err.splitlines() == [
        "factspec init: articles/empty.txt: the article has no visible text; write it, or check that this is its file",
        "factspec init: articles/none.txt: the file does not exist; check the path, or write the file first",
    ]
    assert "2 specs written: 2 claims to approve" in out.splitlines()


def test_an_existing_spec_is_not_written_over(project: Path, capsys: Streams) -> None:
    main(["init", "articles/snow.md"])
    spec = project / "specs" / "snow.factspec.yaml"
    spec.write_text(spec.read_text() + "# mine\n")
    before = spec.read_bytes()
    capsys.readouterr()
    assert main(["init", "articles/snow.md"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "snow.md: its spec specs/snow.factspec.yaml is there already; `--update` adds what it does not" in err
    assert spec.read_bytes() == before


def test_update(project: Path, capsys: Streams) -> None:
    main(["init", "articles"])
    (project / "articles" / "rain.txt").write_text(RAIN + "\nHail fell on 4 June [2].\n")
    capsys.readouterr()
    assert main(["init", "--update", "articles"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines() == [
        "specs/rain.factspec.yaml: added 1 claim to approve",
        "specs/snow.factspec.yaml: added 0 claims to approve",
        "1 spec added to: 1 claim to approve",
        "next: factspec review",
    ]


@pytest.mark.usefixtures("project")
def test_update_of_an_article_without_a_spec(capsys: Streams) -> None:
    assert main(["init", "--update", "articles/rain.txt"]) == 2
    assert capsys.readouterr() == (
        "",
        "factspec init: articles/rain.txt: it has no spec; leave out `--update` to draft one\n",
    )
    assert main(["init", "--update", "articles"]) == 0
    assert capsys.readouterr() == ("no article here has a spec\n", "")


def test_output(project: Path) -> None:
    assert main(["init", "--output", "checked/june", "articles/snow.md"]) == 0
    text = (project / "checked" / "june" / "snow.factspec.yaml").read_text()
    assert "article: ../../articles/snow.md\n" in text
    assert main(["check", "checked"]) == 0


def test_names_are_printed_without_escapes(project: Path, capsys: Streams) -> None:
    (project / "articles" / "a\x1b[31m ::error::.txt").write_text(SNOW)
    assert main(["init", "articles/a\x1b[31m ::error::.txt"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "specs/a--31m---error.factspec.yaml: 1 claim to approve"
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["init", "articles/a\x1b[31m ::error::.txt"]) == 2
    assert "factspec init: articles/a\\x1b[31m ::error::.txt: its spec" in capsys.readouterr().err


def test_a_read_only_spec_is_not_added_to(project: Path, capsys: Streams) -> None:
    spec = project / "specs" / "snow.factspec.yaml"
    spec.parent.mkdir()
    spec.write_text("factspec: 1\narticle: ../articles/snow.md\nstrict: true\nforbidden: [{id: a, says: hail}]\n")
    before = spec.read_bytes()
    spec.chmod(0o444)
    assert main(["init", "--update", "articles/snow.md"]) == 2
    assert (spec.read_bytes(), "ermission denied" in capsys.readouterr().err) == (before, True)
