"""Sources in a CSL-JSON file that specs share: read in the place of the spec's own, mistakes at the file's places."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factspec.projects.checking import judge_all
from factspec.projects.loading import load_spec
from factspec.specs.model import Spec, SpecError

ITEM = {"id": "wire", "type": "article-newspaper"}
SPEC = "factspec: 1\narticle: a.txt\nsources: lib/refs.json\nclaims: [{id: c, says: it is old, cites: [wire]}]\n"


@pytest.fixture
def load_with(tmp_path: Path) -> Callable[..., Spec]:
    """Load a spec whose sources are in a file with this content."""

    def load_with(content: str, spec: str = SPEC) -> Spec:
        (tmp_path / "specs" / "lib").mkdir(parents=True, exist_ok=True)
        (tmp_path / "specs" / "lib" / "refs.json").write_bytes(content.encode("utf-8", "surrogateescape"))
        file = tmp_path / "specs" / "a.factspec.yaml"
        file.write_text(spec)
        return load_spec(file, root=tmp_path)

    return load_with


def test_a_shared_source(load_with: Callable[..., Spec]) -> None:
    item = {
        **ITEM,
        "title": "A “title” 😀",
        "issued": {"date-parts": [[2026, 5, 20]]},
        "author": [{"family": "Lind", "given": "Ada"}],
        "custom": {"factspec": {"text": "texts/wire.txt", "sha256": "A" * 64, "origin": "tide", "role": "primary"}},
    }
    [source] = load_with(json.dumps([item], indent="\t")).sources
    assert (source.id, source.line, source.file) == ("wire", 3, "specs/lib/refs.json")
    assert (source.text.line, source.sha256.line, source.spec_line(source.text)) == (23, 24, 3)
    assert (source.text, source.sha256, source.origin, source.role) == (
        "lib/texts/wire.txt",
        "a" * 64,
        "tide",
        "primary",
    )
    assert (source.issued, source.csl["title"], source.csl["author"]) == (date(2026, 5, 20), "A “title” 😀", "Ada Lind")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('[{"id": "wire", "type": "report"}]', id="id and type alone"),
        pytest.param('\ufeff[ {"type":"report" , "id":"wire"} ]\r\n', id="byte-order mark"),
        pytest.param('[{"id": "wire", "type": "report"}, {"id": 2, "type": "book", "volume": 3}]', id="numbers"),
        pytest.param('[{"id": "wire", "type": "report", "custom": {"mine": [1, null, true]}}]', id="custom of others"),
    ],
)
def test_files_that_are_csl(load_with: Callable[..., Spec], content: str) -> None:
    assert load_with(content).sources[0].id == "wire"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("", "1:1: this is not JSON: the end of the file where a value", id="empty"),
        pytest.param("{}", "1:1: the file of sources is not a list", id="mapping"),
        pytest.param("[]", "1:1: the file of sources is an empty list", id="empty list"),
        pytest.param('[{"id": "wire"}]', "1:3: a source needs the key `type`", id="no type"),
        pytest.param('[\n {"type": "book"}]', "2:3: a source needs the key `id`", id="no id"),
        pytest.param('[{"id": "wire", "type": "blog"}]', "1:25: `type` is `blog`", id="no type of CSL"),
        pytest.param(
            '[{"id": "wire", "type": "book", "text": "a"}]', "1:33: unknown key `text`", id="text outside custom"
        ),
        pytest.param(
            '[{"id": "wire", "type": "book", "custom": {"factspec": {"txt": "a"}}}]',
            "1:57: unknown key `txt` in `factspec` | did you mean `text`?",
            id="key of factspec",
        ),
        pytest.param(
            '[{"id": "wire", "type": "book"},\n{"id": "wire", "type": "map"}]',
            "2:8: duplicate source id `wire`: it is already on line 1",
            id="one id twice",
        ),
        pytest.param(
            '[{"id": "wire", "type": "book", "issued": {"date-parts": [[2026, 2, 30]]}}]',
            "1:59: `issued` is `2026-2-30`, a date that does not exist",
            id="no such day",
        ),
        pytest.param('[{"id": "wire", "type": "book",}]', "1:32: this is not JSON: `}` where a", id="comma"),
        pytest.param('[{"id": "wire" "type"}]', '1:16: this is not JSON: `"type"` where `,` or `}`', id="no comma"),
        pytest.param('[{"id": wire}]', "1:9: this is not JSON: `w` where a value", id="bare word"),
        pytest.param('[{"id": "wi', '1:9: this is not JSON: `"` where a value', id="cut off"),
        pytest.param('[{"id": "\\ud800", "type": "book"}]', "1:9: this is not JSON", id="half a surrogate"),
        pytest.param("[" * 40, "1:34: the JSON is deeper than 32 levels", id="deep"),
        pytest.param('[{"id": "wire", "id": "b", "type": "book"}]', "1:17: duplicate key `id`", id="key twice"),
        pytest.param('["\udcff"]', "1:1: the file is not UTF-8", id="bytes"),
    ],
)
def test_files_that_are_no_csl(load_with: Callable[..., Spec], content: str, expected: str) -> None:
    with pytest.raises(SpecError) as raised:
        load_with(content)
    [mistake] = [one for one in raised.value.mistakes if "not declared" not in one.message]
    assert mistake.path == "specs/lib/refs.json"
    assert f"{mistake.line}:{mistake.column}: {mistake.message} | {mistake.advice}".startswith(expected)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param("other.json", "the path `other.json` does not exist", id="absent"),
        pytest.param("../../refs.json", "the path `../../refs.json` leads out of the project", id="out of the root"),
        pytest.param("/refs.json", "the path `/refs.json` is absolute", id="absolute"),
    ],
)
def test_a_path_of_sources_that_is_refused(load_with: Callable[..., Spec], sources: str, expected: str) -> None:
    with pytest.raises(SpecError) as raised:
        load_with(json.dumps([ITEM]), SPEC.replace("lib/refs.json", sources))
    mistake = raised.value.mistakes[0]
    assert (mistake.path, mistake.line, mistake.column) == ("specs/a.factspec.yaml", 3, 10)
    assert mistake.message == expected


def test_mistakes_of_spec_and_file_come_in_one_run(load_with: Callable[..., Spec]) -> None:
    with pytest.raises(SpecError) as raised:
        load_with('[{"id": "wire"}]', SPEC.replace("[wire]", "[other]"))
    assert [(one.path, one.line) for one in raised.value.mistakes] == [
        ("specs/a.factspec.yaml", 4),
        ("specs/lib/refs.json", 1),
    ]


def test_no_file_is_opened_for_a_spec_that_is_given_as_bytes(mistake_lines: Callable[[str], list[str]]) -> None:
    [only] = mistake_lines("+sources: lib/refs.json\nclaims: [{id: c, says: it is old}]\n")
    assert only.startswith("3:10: `sources` names a file, but no file is read here")


@pytest.mark.parametrize("name", ["factspek", "Factspec", "fact-spec"])
def test_a_misspelled_name_loses_no_stored_text(load_with: Callable[..., Spec], name: str) -> None:
    with pytest.raises(SpecError) as raised:
        load_with(json.dumps([{**ITEM, "custom": {name: {"text": "one.txt"}}}]))
    (only,) = raised.value.mistakes
    assert (only.path, only.advice) == ("specs/lib/refs.json", "did you mean `factspec`?")


@pytest.mark.parametrize(
    ("text", "sha256", "place", "part"),
    [
        pytest.param("gone.txt", "", "specs/refs.json:3:1: ", "does not exist [source-missing]", id="no file"),
        pytest.param("../../a.txt", "", "specs/refs.json:3:9: ", "leads out of the project [spec-invalid]", id="out"),
        pytest.param("one.txt", "a" * 64, "specs/refs.json:4:1: ", "has changed [source-changed]", id="another text"),
    ],
)
def test_what_is_wrong_with_a_stored_text_is_reported_in_the_file_that_names_it(
    tmp_path: Path, text: str, sha256: str, place: str, part: str
) -> None:
    added = f'"text": "{text}"' + f',\n"sha256": "{sha256}"' * bool(sha256)
    item = f'[{{"id": "1", "type": "report",\n"custom": {{"factspec": {{\n{added}}}}}}}]'
    folder = tmp_path / "specs"
    folder.mkdir()
    (folder / "refs.json").write_text(item)
    (folder / "one.txt").write_text("It is old, they said.\n")
    (folder / "a.txt").write_text("Still, it is old [1].\n")
    spec = folder / "a.factspec.yaml"
    spec.write_text(SPEC.replace("lib/", "").replace("[wire]", "[1]"))
    run = judge_all([spec], tmp_path, today=date(2026, 5, 20))
    (only,) = [str(one) for one in run.findings if str(one).startswith(place)]
    assert only.endswith(part)
    assert not [one for one in run.findings if one.path.endswith(".yaml")]
