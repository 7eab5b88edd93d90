"""Drafts on disk: where specs go, what they are called, and that nothing is written over or left half-written."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from factspec.approved.lock import EMPTY
from factspec.approved.lock_text import written
from factspec.projects import drafts
from factspec.projects.drafts import Call, Outcome, draft_all, orders
from factspec.projects.loading import load_spec
from factspec.projects.projects import Projects
from factspec.specs.model import SpecError

SNOW = "Snow fell on 3 June in Lund [1].\n"
TODAY = date(2026, 5, 20)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that a policy makes one, with the article articles/snow.md."""
    place = tmp_path / "site"
    write(place / "pyproject.toml", "[tool.factspec]\n")
    write(place / "articles" / "snow.md", SNOW)
    return place


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def init(start: Path, *names: str, output: str = "", update: bool = False, jobs: int = 1) -> list[Outcome]:
    call = Call(start, Path(output) if output else None, update)
    wanted = list(orders([start / name for name in names], call, Projects()))
    return list(draft_all(wanted, TODAY, jobs))


def files(place: Path) -> list[str]:
    return sorted(
        path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file() or path.is_symlink()
    )


def added(place: Path, before: list[str]) -> list[str]:
    return [name for name in files(place) if name not in before]


# -- where specs go


@pytest.mark.parametrize(
    ("there", "start", "article", "expected"),
    [
        pytest.param([], ".", "articles/a.txt", "specs/a", id="the working directory"),
        pytest.param([], "articles", "a.txt", "articles/specs/a", id="the working directory, in the articles"),
        pytest.param([".git/HEAD"], "articles", "a.txt", "specs/a", id="version control above"),
        pytest.param(["pyproject.toml"], "articles", "a.txt", "specs/a", id="a policy above"),
        pytest.param(["articles/pyproject.toml"], ".", "articles/a.txt", "articles/specs/a", id="a policy there"),
        pytest.param([], "elsewhere", "../articles/a.txt", "articles/specs/a", id="not from there"),
    ],
)  # fmt: skip
def test_the_folder_of_specs(tmp_path: Path, there: list[str], start: str, article: str, expected: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    write(tmp_path / "articles" / "a.txt", SNOW)
    for name in there:
        write(tmp_path / name, "[tool.factspec]\n")
    before = files(tmp_path)
    [outcome] = init(tmp_path / start, article)
    assert outcome.problem == ""
    assert added(tmp_path, before) == [f"{expected}.factspec.lock", f"{expected}.factspec.yaml"]
    assert load_spec(tmp_path / f"{expected}.factspec.yaml").claims


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        pytest.param('["checked/*.factspec.yaml"]', "checked", id="one folder"),
        pytest.param('["a/b/**/*.factspec.yaml", "c"]', "a/b", id="the first"),
        pytest.param('["checked"]', "checked", id="a folder itself"),
    ],
)
def test_the_policys_folder_of_specs(root: Path, globs: str, expected: str) -> None:
    write(root / "pyproject.toml", f"[tool.factspec]\nspecs = {globs}\n")
    assert [one.spec for one in init(root, "articles/snow.md")] == [f"{expected}/snow.factspec.yaml"]


def test_only_what_the_policy_calls_articles_in_a_folder(root: Path) -> None:
    write(root / "pyproject.toml", '[tool.factspec]\narticles = ["articles/*.md"]\n')
    write(root / "articles" / "sources" / "copy.md", SNOW)
    write(root / "articles" / "notes.txt", SNOW)
    assert [one.article for one in init(root, ".")] == ["articles/snow.md"]


def test_hidden_files_and_other_suffixes_in_a_folder(root: Path) -> None:
    for name in (".a.md", ".drafts/b.md", "picture.png"):
        write(root / "articles" / name, SNOW)
    assert [one.article for one in init(root, "articles")] == ["articles/snow.md"]


# -- names


@pytest.mark.parametrize(
    ("articles", "specs"),
    [
        pytest.param(["a/x.md", "a/y.md"], ["x", "y"], id="no clash"),
        pytest.param(["a/x.md", "a/x.md", "./a/x.md"], ["x"], id="one article once"),
        pytest.param(["a/x.md", "b/x.md"], ["x", "b-x"], id="one name in two folders"),
        pytest.param(["a/x.md", "a/x.txt", "a/x.html"], ["x", "a-x", "a-x.html"], id="one name in three formats"),
        pytest.param(["a/über uns.md"], ["über-uns"], id="a space"),
        pytest.param(["a/x[1]::y.md"], ["x-1---y"], id="signs of pytest"),
        pytest.param(["a/-.md", "a/….md"], ["article", "a"], id="signs alone"),
        pytest.param([f"a/{'x' * 200}.md"], ["x" * 60], id="a long name"),
    ],
)
def test_names_of_specs(root: Path, articles: list[str], specs: list[str]) -> None:
    for number, name in enumerate(articles):
        write(root / name, f"Snow fell on {number % 28 + 1} June.\n")
    outcomes = init(root, *articles)
    assert [(one.spec, one.problem) for one in outcomes] == [(f"specs/{name}.factspec.yaml", "") for name in specs]


def test_a_name_that_the_spec_of_another_article_has(root: Path) -> None:
    init(root, "articles/snow.md")
    write(root / "news" / "snow.md", SNOW)
    assert [one.spec for one in init(root, "news/snow.md")] == ["specs/news-snow.factspec.yaml"]
    [again] = init(root, "news/snow.md")
    assert "specs/news-snow.factspec.yaml is there already" in again.problem


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        pytest.param({}, "factspec: 1", id="none"),
        pytest.param({"specs/a.factspec.yaml": "factspec: 1\n"}, "factspec: 1", id="not named beside it"),
        pytest.param({"spec.schema.json": "{}"}, "# yaml-language-server: $schema=../spec.schema.json", id="a copy"),
        pytest.param(
            {"specs/a.factspec.yaml": "# yaml-language-server: $schema=../x/y.json\n", "spec.schema.json": "{}"},
            "# yaml-language-server: $schema=../x/y.json",
            id="named beside it",
        ),
    ],
)
def test_the_schema_for_editors(root: Path, there: dict[str, str], expected: str) -> None:
    for name, text in there.items():
        write(root / name, text)
    init(root, "articles/snow.md")
    assert (root / "specs" / "snow.factspec.yaml").read_text().splitlines()[0] == expected


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        pytest.param("Snow fell on 3 June in Lund.", "", id="none"),
        pytest.param("Snow fell on 3 June in Lund [1].", "", id="usual"),
        pytest.param("Snow covered 5 m² in Lund.", "", id="a power, and no list"),
        pytest.param("Snow fell on 3 June in Lund.¹\n\nSources\n\n¹ https://a.example/x", "superscript", id="raised"),
        pytest.param("Snow fell on 3 June in Lund [@smhi; @daily].", "pandoc", id="pandoc"),
    ],
)  # fmt: skip
def test_styles_of_citation_that_are_off_by_default(root: Path, text: str, citations: str) -> None:
    write(root / "articles" / "snow.md", text)
    [outcome] = init(root, "articles/snow.md")
    spec = load_spec(root / outcome.spec)
    assert citations in (spec.renditions[0].styles or ("",))
    assert not citations or spec.claims[0].cites


# -- what is there


def test_a_draft_is_the_same_each_time(root: Path) -> None:
    write(root / "articles" / "rain.txt", "It rained in May [1]. It was a shame. “So it goes,” said Ada Holm.\n")
    texts = []
    for _ in range(2):
        init(root, "articles", jobs=2)
        texts.append({path.name: path.read_bytes() for path in (root / "specs").iterdir()})
        for path in (root / "specs").iterdir():
            path.unlink()
    assert texts[0] == texts[1]
    assert len(texts[0]) == 4


def test_many_articles_in_several_processes(root: Path) -> None:
    names = [
        write(root / "articles" / f"a{number:02}.txt", f"Snow fell on {number + 1} June [1].\n").name
        for number in range(27)
    ]
    outcomes = init(root, *(f"articles/{name}" for name in names), jobs=2)
    assert [(one.article, one.claims) for one in outcomes] == [(f"articles/{name}", 1) for name in names]


@pytest.mark.parametrize("name", ["snow.factspec.yaml", "snow.factspec.lock"])
@pytest.mark.parametrize("kind", ["file", "link", "dangling link", "folder"])
def test_nothing_is_written_over(root: Path, name: str, kind: str) -> None:
    place = root / "specs" / name
    place.parent.mkdir()
    target = write(root / "mine", "mine")
    if kind == "file":
        write(place, "mine")
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(target if kind == "link" else root / "nowhere")
    before = files(root)
    [outcome] = init(root, "articles/snow.md")
    assert outcome.problem
    assert (files(root), target.read_text()) == (before, "mine")


@pytest.mark.parametrize("named", ["../articles/snow.md", "{file: ../articles/snow.md, partial: true}"])
def test_an_article_that_a_spec_of_another_name_has(root: Path, named: str) -> None:
    other = write(root / "articles" / "other.md", SNOW)
    spec = f"factspec: 1\narticle: [../articles/other.md, {named}]\nclaims: [{{id: a, says: Snow fell}}]\n"
    write(root / "specs" / "both.factspec.yaml", spec)
    [outcome] = init(root, "articles/snow.md")
    assert outcome.problem.startswith("its spec specs/both.factspec.yaml is there already")
    assert init(root, "articles") == []
    other.unlink()
    write(root / "specs" / "both.factspec.yaml", "not a spec")
    [outcome] = init(root, "articles/snow.md")
    assert (outcome.problem, outcome.spec) == ("", "specs/snow.factspec.yaml")


def test_the_lock_of_an_interrupted_draft_is_used(root: Path) -> None:
    lock = write(root / "specs" / "snow.factspec.lock", written(EMPTY).decode())
    [outcome] = init(root, "articles/snow.md")
    assert (outcome.problem, outcome.claims) == ("", 1)
    assert lock.read_bytes() == written(EMPTY)


def test_a_file_system_without_hard_links(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    [outcome] = init(root, "articles/snow.md")
    assert (outcome.problem, outcome.claims) == ("", 1)
    assert files(root / "specs") == ["snow.factspec.lock", "snow.factspec.yaml"]
    assert load_spec(root / "specs" / "snow.factspec.yaml").claims


def test_a_spec_that_appears_meanwhile(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = root / "specs" / "snow.factspec.yaml"

    def slow(*_: object, **__: object) -> str:
        write(spec, "mine")
        return "factspec: 1\n"

    monkeypatch.setattr(drafts, "spec_text", slow)
    [outcome] = init(root, "articles/snow.md")
    assert "has just been written by another process" in outcome.problem
    assert files(root / "specs") == ["snow.factspec.yaml"]
    assert spec.read_text() == "mine"


# -- articles that have no draft


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        pytest.param("a.txt", b"", "no visible text", id="empty"),
        pytest.param("a.txt", b"---\n\n...\n", "it has no words", id="no sentence"),
        pytest.param("a.txt", b"Snow\0", "contains binary data", id="binary"),
        pytest.param("a.txt", b"Snow\n\n caf\xe9", "line 3, column 5: byte 0xe9 is not UTF-8", id="not UTF-8"),
        pytest.param("a.png", b"Snow", "has no suffix that a format reads", id="another suffix"),
        pytest.param("a", b"Snow", "has no suffix", id="no suffix"),
        pytest.param(".drafts/a.txt", b"Snow fell.", "is hidden", id="hidden"),
        pytest.param("a\\b.txt", b"Snow fell.", "has a backslash", id="a backslash"),
        pytest.param("a\nb.txt", b"Snow fell.", "has a line end", id="a line end"),
        pytest.param("a.txt", b"Snow fell. " * 1_000_000, "the limit is 10,000,000", id="too large"),
    ],
)
def test_an_article_without_a_draft(root: Path, name: str, data: bytes, problem: str) -> None:
    path = root / "articles" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    before = files(root)
    [outcome] = init(root, f"articles/{name}")
    assert problem in outcome.problem
    assert files(root) == before


def test_what_is_no_article(root: Path) -> None:
    (root / "articles" / "empty.md").mkdir()
    assert init(root, "articles/empty.md") == []
    [outcome] = init(root, "articles/none.md")
    assert outcome.problem == "the file does not exist; check the path, or write the file first"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe(root: Path) -> None:
    os.mkfifo(root / "articles" / "pipe.md")
    [outcome] = init(root, "articles/pipe.md")
    assert "is a named pipe" in outcome.problem


def test_links(root: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "a.md", SNOW)
    (root / "articles" / "out.md").symlink_to(outside)
    (root / "articles" / "in.md").symlink_to("snow.md")
    (root / "articles" / "loop.md").symlink_to("loop.md")
    [out, inside, loop] = init(root, *(f"articles/{name}.md" for name in ("out", "in", "loop")))
    assert "is a link that leads out of the project" in out.problem
    assert (inside.problem, inside.claims) == ("", 1)
    assert loop.problem
    assert files(root / "specs") == ["in.factspec.lock", "in.factspec.yaml"]


def test_an_output_that_belongs_to_another_project(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other" / ".git").mkdir(parents=True)
    [outcome] = init(root, "articles/snow.md", output=str(tmp_path / "other" / "specs"))
    assert "leads out of the project" in outcome.problem
    assert files(tmp_path / "other") == []


def test_a_folder_of_specs_that_leads_out(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (root / "specs").symlink_to(tmp_path / "other")
    [outcome] = init(root, "articles/snow.md")
    assert outcome.problem == "its folder specs is a link that leads out of the project"
    assert files(tmp_path / "other") == []


def test_a_folder_of_specs_that_is_none(root: Path) -> None:
    write(root / "specs", "mine")
    [outcome] = init(root, "articles/snow.md")
    assert "its spec cannot be written" in outcome.problem
    assert (root / "specs").read_text() == "mine"


def test_a_wrong_policy(root: Path) -> None:
    write(root / "pyproject.toml", "[tool.factspec]\nspec = []\n")
    [outcome] = init(root, "articles/snow.md")
    assert outcome.problem.startswith("the policy is wrong: pyproject.toml:2:1: ")


def test_a_draft_that_is_larger_than_a_spec_may_be(root: Path) -> None:
    write(root / "articles" / "long.txt", "Snow fell on 3 June " + "and went on and on " * 120_000 + "[1].")
    [outcome] = init(root, "articles/long.txt")
    assert "the limit is 2,000,000; split the article" in outcome.problem
    assert not (root / "specs").exists()


@pytest.fixture
def full() -> list[str]:
    """The command that drafts an article where no file may have more than a hundred bytes."""
    if sys.platform == "win32":
        pytest.skip("this system does not limit the size of files")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    run = "from factspec.cli.main import main; import sys; sys.exit(main(['init', 'articles/snow.md']))"
    return [sys.executable, "-B", "-c", f"{limit}; {run}"]


def test_a_full_disk_leaves_nothing(root: Path, full: list[str]) -> None:
    write(root / "articles" / "snow.md", SNOW * 9)
    done = subprocess.run(full, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "factspec init: articles/snow.md: its spec cannot be written: file too large\n"
    assert files(root / "specs") == []


def test_a_folder_that_must_not_be_written_to(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens = os.open

    def refused(path: Path, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", str(path))
        return opens(path, flags, *mode)

    monkeypatch.setattr(os, "open", refused)  # the superuser may write to every folder
    [outcome] = init(root, "articles/snow.md")
    assert outcome.problem == "its spec cannot be written: permission denied"
    assert files(root / "specs") == []


def test_a_long_line(root: Path) -> None:
    write(root / "articles" / "line.txt", "Snow fell on 3 June " + "and went on " * 80_000 + "in Lund [1].")
    [outcome] = init(root, "articles/line.txt")
    assert (outcome.problem, outcome.claims) == ("", 1)
    [claim] = load_spec(root / outcome.spec).claims
    assert claim.says.endswith("in Lund.")


# -- adding to a spec

SPEC = """\
# mine
factspec: 1
article:   ../articles/snow.md   # the article
strict: true
sources: [1]
claims:
  # the first
  - {id: snow,   says: 'Snow fell on 3 June in Lund.'}
  - id: snow-2
    says: >-
      Snow fell
      on 3 June.
    occurrence: 1
rules: {name-variant: error}
"""


@pytest.fixture
def known(root: Path) -> Path:
    """A spec with a style of its own, for an article that says more."""
    write(
        root / "articles" / "snow.md", SNOW + "Snow fell on 4 June in Oslo [1]. So it goes.\n\nSnow fell on 3 June.\n"
    )
    return write(root / "specs" / "mine.factspec.yaml", SPEC)


def test_an_update_changes_no_other_byte(root: Path, known: Path) -> None:
    known.chmod(0o640)
    [outcome] = init(root, "articles/snow.md", update=True)
    assert (outcome.problem, outcome.claims, outcome.waivers) == ("", 1, 0)
    claim = "  - id: snow-fell-4-june\n    says: Snow fell on 4 June in Oslo.\n    cites: [1]\n"
    assert known.read_text() == SPEC.replace("rules:", f"{claim}rules:")
    assert known.stat().st_mode & 0o777 == 0o640
    assert files(root / "specs") == ["mine.factspec.yaml"]


def test_an_update_of_what_is_accounted_for(root: Path, known: Path) -> None:
    write(root / "articles" / "snow.md", SNOW + "\nSnow fell on 3 June.\n")
    before = known.stat().st_ino
    [outcome] = init(root, "articles/snow.md", update=True)
    assert (outcome.problem, outcome.claims, outcome.waivers) == ("", 0, 0)
    assert (known.read_text(), known.stat().st_ino) == (SPEC, before)


def test_an_update_declares_what_is_newly_cited(root: Path, known: Path) -> None:
    text = SNOW + "\nSnow fell on 3 June.\n\nHail fell on 5 June [1, 7]. Rain fell on 6 June.\n\nSources\n\n"
    listed = "[1] https://a.example\n[7] https://b.example/x\n[8] https://c.example\n"
    write(root / "articles" / "snow.md", text + listed)
    init(root, "articles/snow.md", update=True)
    spec = load_spec(known)
    assert [(one.id, one.url) for one in spec.sources] == [("1", ""), ("7", "https://b.example/x")]
    assert [(one.says, one.cites.exactly) for one in spec.claims if one.cites] == [
        ("Hail fell on 5 June.", ("1", "7")),
    ]


def test_an_update_of_a_spec_with_mistakes(root: Path, known: Path) -> None:
    write(known, SPEC.replace("says", "sais"))
    [outcome] = init(root, "articles/snow.md", update=True)
    assert outcome.problem.startswith("its spec must be correct before anything is added: specs/mine.factspec.yaml:8:")
    with pytest.raises(SpecError):
        load_spec(known)


def test_an_update_of_a_spec_that_changes_meanwhile(root: Path, known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(before: bytes, _edits: object) -> bytes:
        write(known, SPEC + "# more\n")
        return before + b"# draft\n"

    monkeypatch.setattr(drafts, "edited", slow)
    [outcome] = init(root, "articles/snow.md", update=True)
    assert outcome.problem == "its spec has changed while it was drafted; run this again"
    assert known.read_text() == SPEC + "# more\n"
    assert files(root / "specs") == ["mine.factspec.yaml"]
