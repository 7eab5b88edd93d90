"""The table of keys: what is made from it is up to date, and the decoder and the schema take the same specs."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from factspec.specs.editor_schema import editor_schema
from factspec.specs.keys import CSL_ITEMS, NAMED, SPEC, Choice, Key, Keyed, Kind, Many, Text
from factspec.specs.nodes import decode, plain_value
from factspec.specs.schema import bare_schema
from factspec.specs.yaml import compose

ROOT = Path(__file__).parents[2]
SPECS = Draft7Validator(bare_schema(SPEC))
EDITOR = Draft7Validator(editor_schema())
FILES = runpy.run_path(str(ROOT / "docs/keys.py"))["written"]()
ROWS = [(name, key) for name, kind in NAMED.items() for key in kind.keys.values()]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in FILES])
def test_what_is_made_from_the_table_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], "run `make keys`"


def test_every_mapping_of_the_language_has_a_table() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in FILES if path.suffix == ".md")
    ours = {name for name in NAMED if not name.startswith("csl-")}
    assert set(re.findall(r"<!-- keys of ([a-z]+);", pages)) == ours


def test_every_key_of_ours_has_an_example() -> None:
    assert [key.name for _, key in ROWS if not key.example and not key.meaning.startswith("CSL")] == []


@pytest.mark.parametrize(("name", "key"), [pytest.param(*row, id=f"{row[0]}-{row[1].name}") for row in ROWS])
def test_the_example_of_a_key_fits_its_kind(name: str, key: Key) -> None:
    node, found = compose(key.example)
    assert not found
    if node is not None and name != "policy":  # whose examples are TOML
        assert decode(key.kind, node)[1]
        assert Draft7Validator(bare_schema(key.kind)).is_valid(plain_value(node))


def _agree(text: str) -> bool:
    """Whether a text fits the table; the decoder, the schema and the one for editors must agree."""
    node, _ = compose(text)
    if node is None:
        return False
    fits = decode(SPEC, node)[1]
    assert fits == SPECS.is_valid(plain_value(node)) == EDITOR.is_valid(plain_value(node)), text
    return fits


HEAD = "factspec: 1\narticle: a\nclaims:\n  - id: a\n"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        pytest.param(HEAD + "    says: b\n", True, id="a claim"),
        pytest.param(HEAD + "    says: b\n    cites: []\n", True, id="an empty list where one may be"),
        pytest.param(HEAD + "    facts: [a, {value: 1}, {any_of: [b]}]\n", True, id="facts"),
        pytest.param("factspec: '1'\narticle: [a, {file: b, partial: true}]\n", True, id="renditions"),
        pytest.param("factspec: 1\narticle: a\nsources: ../a.json\n", True, id="a file of sources"),
        pytest.param("factspec: 1\narticle: a\nsources: [1, {id: 2, issued: {date-parts: [[1]]}}]\n", True, id="dates"),
        pytest.param("factspec: 1\narticle: a\nsources: [{id: 2, custom: {a: [b]}}]\n", True, id="any key"),
        pytest.param("factspec: 1\narticle: a\nrules: {any: off}\n", True, id="rules"),
        pytest.param(HEAD, False, id="no content"),
        pytest.param(HEAD + "    says: b\n    quotes: c\n", False, id="two contents"),
        pytest.param(HEAD + "    says: b\n    speaker: c\n", False, id="a key without the one it needs"),
        pytest.param(HEAD + "    says: b\n    cites: {}\n", False, id="an empty mapping"),
        pytest.param(HEAD + "    facts: []\n", False, id="an empty list"),
        pytest.param(HEAD + "    says: [b]\n", False, id="a list for a text"),
        pytest.param(HEAD + "    facts: b\n", False, id="a text for a list"),
        pytest.param(HEAD + "    says: ' '\n", False, id="nothing but space"),
        pytest.param("factspec: 2\narticle: a\n", False, id="another word"),
        pytest.param("factspec: 1\n", False, id="no article"),
        pytest.param("factspec: 1\narticle: a\nclaim: []\n", False, id="unknown key"),
        pytest.param("factspec: 1\narticle: a\nrules: {any: of}\n", False, id="no severity"),
        pytest.param("factspec: 1\narticle: a\nsources: [{id: 1, issued: {date-parts: [[1], [1], [1]]}}]\n", False,
                     id="a list too long"),
        pytest.param("- a\n", False, id="a list"),
    ],
)  # fmt: skip
def test_the_decoder_and_the_schema_agree(text: str, fits: bool) -> None:
    assert _agree(text) is fits


def _written(kind: Kind) -> st.SearchStrategy[str]:
    """Values of a kind in YAML on one line, right ones and wrong ones."""
    match kind:
        case Text():
            return st.sampled_from(
                [*kind.words, "a", "1", "0", "all", "2026-05-20", "''", "' '", "a b", "a.json", "[a]"]
            )
        case Many():
            items = st.lists(_written(kind.item), max_size=(kind.most or 2) + 1)
            return items.map(lambda some: f"[{', '.join(some)}]")
        case Choice():
            return st.one_of(_written(kind.first), _written(kind.otherwise))
        case Keyed():
            return _written_keys(kind)


def _written_keys(kind: Keyed) -> st.SearchStrategy[str]:
    usual = [key for key in kind.keys.values() if key.example][:14]
    one = st.dictionaries(st.sampled_from([key.name for key in usual] or ["a"]), st.none(), max_size=4)
    required = dict.fromkeys(kind.required)

    def values(keys: dict[str, None]) -> st.SearchStrategy[str]:
        chosen = {name: kind.keys[name] for name in {**required, **keys} if name in kind.keys}
        pairs = {name: st.one_of(st.just(key.example), _written(key.kind)) for name, key in chosen.items()}
        return st.fixed_dictionaries(pairs).map(_braces)

    return st.one_of(one.flatmap(values), st.sampled_from(["{}", "{other: a}", "{a: error}", "a", "[]"]))


def _braces(pairs: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"


@pytest.mark.parametrize("kind", [pytest.param(SPEC, id="a spec"), pytest.param(CSL_ITEMS, id="a file of sources")])
def test_the_decoder_and_the_schema_agree_on_any_values(kind: Kind) -> None:
    validators = [Draft7Validator(bare_schema(kind)), *([EDITOR] if kind is SPEC else [])]
    seen: set[bool] = set()

    @given(_written(kind))
    def agree(text: str) -> None:
        node, _ = compose(text)
        if node is not None:
            fits = decode(kind, node)[1]
            assert {one.is_valid(plain_value(node)) for one in validators} == {fits}, text
            seen.add(fits)

    agree()
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("body", "loaded"),
    [
        pytest.param("sources: [1]\\nclaims: [{id: a, says: b, cites: [1], note: c}]", "", id="right"),
        pytest.param("sources: [1]\\nclaims: [{id: a, says: b, cites: [2]}]", "yaml_slips", id="wrong beyond it"),
        pytest.param("claims: [{id: a, say: b}]", "jsonschema validation yaml_slips", id="wrong"),
    ],
)
def test_what_explains_mistakes_is_loaded_for_mistakes_alone(body: str, loaded: str) -> None:
    program = (
        "import sys\nfrom factspec import SpecError\nfrom factspec.specs.parsing import parse_spec\n"
        f"try: parse_spec(b'factspec: 1\\narticle: a\\n{body}\\n', 'a')\nexcept SpecError: pass\n"
        "wanted = ('jsonschema', 'factspec.specs.validation', 'factspec.specs.yaml_slips')\n"
        "print(*(name.rpartition('.')[2] for name in wanted if name in sys.modules))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == loaded
