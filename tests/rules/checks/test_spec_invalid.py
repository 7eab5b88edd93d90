"""spec-invalid, of a project: globs that name nothing, and specs that are not named as such."""

import os
from datetime import date
from pathlib import Path

import pytest

from factspec.projects.checking import judge_all
from factspec.projects.verdict import Run

TODAY = date(2026, 6, 1)
ARTICLE = "Rain fell on Monday in Lund.\n"
SPEC = "factspec: 1\narticle: ../articles/a.txt\nclaims:\n  - id: rain\n    says: Rain fell on Monday in Lund\n"
ALL = '[tool.factspec]\narticles = ["articles/*"]\n'


def judged(root: Path, files: dict[str, str | None]) -> Run:
    """A run over a project of an article and a spec, and of these files; None stands for a file that is not there."""
    standard = {"pyproject.toml": ALL, "articles/a.txt": ARTICLE, "specs/a.factspec.yaml": SPEC}
    for name, text in (standard | files).items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return judge_all([], root, today=TODAY)


def told(run: Run) -> list[str]:
    return [f"{one} | {one.advice}" for one in run.missing]


@pytest.mark.parametrize(
    "globs",
    [
        pytest.param(["articles/*"], id="all files of a folder"),
        pytest.param(["articles/a.txt"], id="a file"),
        pytest.param(["articles/*.txt", "**/a.txt"], id="one file twice"),
        pytest.param(["articles/*.txt", "articles/*.md", "articles/**/*.html"], id="formats that are not there yet"),
        pytest.param(["*.md", "articles/*.txt"], id="a format that is not there yet at the root"),
        pytest.param([], id="none"),
    ],
)
def test_a_glob_that_names_a_file_is_no_mistake(tmp_path: Path, globs: list[str]) -> None:
    assert told(judged(tmp_path, {"pyproject.toml": f"[tool.factspec]\narticles = {globs}\n"})) == []


@pytest.mark.skipif(os.name == "nt", reason="a backslash parts folders there")
@pytest.mark.parametrize(
    ("glob", "advice"),
    [
        pytest.param(
            "artcles/*.txt", "there is no folder `artcles`; did you mean `articles`? correct it", id="a misspelt folder"
        ),
        pytest.param("texts/a.txt", "there is no folder `texts`: correct it, or remove it", id="a folder not there"),
        pytest.param("articles/*.tex", "correct it, or remove it until there is such", id="a suffix of no format"),
        pytest.param("articles/b*.txt", "correct it, or remove it until there is such", id="another name"),
        pytest.param("*.txt", "`**/*.txt` names those in the folders below", id="not the folder below"),
        pytest.param("*/*/*.md", "correct it, or remove it until there is such an article", id="no folder so deep"),
        pytest.param("articles", "it names a folder: `articles/**/*` names the files in it", id="a folder"),
        pytest.param(
            "articles/", "it names a folder: `articles/**/*` names the files in it", id="a folder and a slash"
        ),
        pytest.param("arti*", "it names a folder: `arti*/**/*` names the files in it", id="a pattern of folders"),
        pytest.param(
            "articles/*.{txt,md}",
            "globs have no braces: write one for each, `articles/*.txt`, `articles/*.md`",
            id="braces",
        ),
        pytest.param(r"articles\*.txt", "globs have no backslashes: write `articles/*.txt`", id="backslashes"),
        pytest.param("articles/.a.txt", "correct it, or remove it", id="a hidden file"),
    ],
)
def test_a_glob_that_names_no_file_is_a_mistake_of_the_policy(tmp_path: Path, glob: str, advice: str) -> None:
    policy = f"[tool.factspec]\narticles = [\n  'articles/a.txt',\n  '{glob}',\n]\n"
    run = judged(tmp_path, {"pyproject.toml": policy, "articles/.a.txt": ARTICLE})
    (only,) = told(run)
    assert only.startswith(
        f"pyproject.toml:4:1: the glob `{glob}` in `articles` names no file [spec-invalid] | {advice}"
    )
    assert run.exit_code == 2


def test_where_no_glob_names_a_file_each_is_a_mistake(tmp_path: Path) -> None:
    run = judged(tmp_path, {"pyproject.toml": "[tool.factspec]\narticles = ['articles/*.md', 'articles/*.html']\n"})
    assert [one.split("`")[1] for one in told(run)] == ["articles/*.md", "articles/*.html"]


def test_each_glob_that_names_no_file_is_told(tmp_path: Path) -> None:
    run = judged(tmp_path, {"pyproject.toml": "[tool.factspec]\narticles = ['a/*', 'articles/*', 'b/*']\n"})
    assert [one.split("`")[1] for one in told(run)] == ["a/*", "b/*"]


@pytest.mark.parametrize(
    "globs",
    [
        pytest.param(["specs"], id="a folder"),
        pytest.param(["specs/*.yaml", "specs"], id="specs twice"),
        pytest.param([], id="none"),
    ],
)
def test_a_glob_that_names_a_spec_is_no_mistake(tmp_path: Path, globs: list[str]) -> None:
    assert told(judged(tmp_path, {"pyproject.toml": f"[tool.factspec]\nspecs = {globs}\n"})) == []


@pytest.mark.skipif(os.name == "nt", reason="a backslash parts folders there")
@pytest.mark.parametrize(
    ("glob", "advice"),
    [
        pytest.param("spec/*.yaml", "there is no folder `spec`; did you mean `specs`? correct it", id="a misspelt one"),
        pytest.param("specs/b*.yaml", "correct it, or remove it until there is such a spec", id="another name"),
        pytest.param(r"specs\*.yaml", "globs have no backslashes: write `specs/*.yaml`", id="backslashes"),
        pytest.param("more", "correct it, or remove it until there is such a spec", id="a folder not there"),
    ],
)
def test_a_glob_that_names_no_spec_is_a_mistake_of_the_policy(tmp_path: Path, glob: str, advice: str) -> None:
    policy = f"[tool.factspec]\nspecs = [\n  'specs',\n  '{glob}',\n]\n"
    run = judged(tmp_path, {"pyproject.toml": policy})
    (only,) = told(run)
    assert only.startswith(f"pyproject.toml:4:1: the glob `{glob}` in `specs` names no spec [spec-invalid] | {advice}")
    assert run.exit_code == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("specs/a.yml", "openapi: 3.0\nx:\n  factspec: 1\n", id="another file"),
        pytest.param("specs/a.yaml", "factspecs: 1\n", id="another key"),
        pytest.param("specs/a.yaml", "", id="empty"),
        pytest.param("specs/a.txt", SPEC, id="another suffix"),
        pytest.param("specs/a.factspec.yaml.bak", SPEC, id="a copy"),
        pytest.param("specs/.a.factspec.yml", SPEC, id="hidden"),
        pytest.param("specs/.old/a.factspec.yml", SPEC, id="in a hidden folder"),
        pytest.param("other/a.factspec.yml", SPEC, id="in another folder"),
        pytest.param("a.factspec.yml", SPEC, id="above the folder"),
        pytest.param("specs/a.yaml", "# " + 2000 * "x" + "\n" + SPEC, id="behind a long comment"),
    ],
)
def test_no_spec_is_misnamed(tmp_path: Path, name: str, text: str) -> None:
    assert told(judged(tmp_path, {name: text})) == []


@pytest.mark.parametrize(
    ("name", "better"),
    [
        pytest.param("specs/b.factspec.yml", "b.factspec.yaml", id="yml"),
        pytest.param("specs/b.factspec.YAML", "b.factspec.yaml", id="capitals"),
        pytest.param("specs/b.Factspec.yaml", "b.factspec.yaml", id="a capital"),
        pytest.param("specs/b.spec.yaml", "b.factspec.yaml", id="spec"),
        pytest.param("specs/b.fact-spec.yml", "b.factspec.yaml", id="a hyphen"),
        pytest.param("specs/deep/b.yml", "b.factspec.yaml", id="in a folder below"),
        pytest.param("specs/factspec.yaml", "article.factspec.yaml", id="no name before the ending"),
    ],
)
@pytest.mark.parametrize("text", ["", "# a comment\n\n", "\ufeff", "---\n"])
@pytest.mark.parametrize("specs", ["", 'specs = ["specs", "specs/*.factspec.yaml"]\n'])
def test_a_spec_that_is_not_named_as_one(tmp_path: Path, name: str, better: str, text: str, specs: str) -> None:
    run = judged(tmp_path, {name: text + SPEC, "pyproject.toml": ALL + specs})
    message = "this is a spec, but is not read as one: its name does not end with `.factspec.yaml` [spec-invalid]"
    assert told(run) == [f"{name}:1:1: {message} | rename it to `{better}`"]
    assert run.exit_code == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("specs/b.factspec.yml", "claims: []\n" + SPEC, id="its first key is another"),
        pytest.param("specs/b.factspec.yml", "{factspec: 1, article: a.txt}\n", id="in braces"),
        pytest.param("specs/b.yaml", "{'factspec': 1, article: a.txt}\n", id="in braces, by its content"),
        pytest.param("specs/b.yaml", "article: a.txt\nfactspec: 1\n", id="another first, by its content"),
        pytest.param("specs/b.factspec.yml", "", id="by its name"),
    ],
)
def test_a_spec_told_by_its_name_or_by_any_of_its_keys(tmp_path: Path, name: str, text: str) -> None:
    assert [one.path for one in judged(tmp_path, {name: text, "pyproject.toml": ALL}).missing] == [name]


def test_a_spec_whose_whole_name_is_the_ending_is_not_passed_by(tmp_path: Path) -> None:
    (only,) = told(judged(tmp_path, {"specs/.factspec.yaml": SPEC, "pyproject.toml": ALL}))

    message = "this is a spec, but is not read as one: its name begins with a dot [spec-invalid]"
    assert only == f"specs/.factspec.yaml:1:1: {message} | rename it to `article.factspec.yaml`"


@pytest.mark.parametrize(
    "specs", ["specs/*.factspec.yaml", "specs/**/*.factspec.yaml", "**/*.factspec.yaml", "specs/*"]
)
def test_a_spec_that_is_not_named_as_one_beside_those_of_a_glob(tmp_path: Path, specs: str) -> None:
    run = judged(tmp_path, {"specs/b.factspec.yml": SPEC, "pyproject.toml": f"[tool.factspec]\nspecs = ['{specs}']\n"})
    assert [one.path for one in run.missing] == ["specs/b.factspec.yml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes there")
def test_a_pipe_among_specs_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    os.mkfifo(tmp_path / "specs" / "b.yaml")
    (tmp_path / "specs" / "c.yaml").symlink_to("gone.yaml")
    assert told(judged(tmp_path, {})) == []
