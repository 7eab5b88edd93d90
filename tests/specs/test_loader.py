import os
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.projects.loading import load_spec
from factspec.specs.model import Mistake, Spec, SpecError
from factspec.specs.names import Vocabulary
from factspec.specs.parsing import parse_spec

SPEC = b"factspec: 1\narticle: ../articles/a.txt\nclaims:\n  - id: a\n    says: Some words\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a spec."""
    root = tmp_path / "project"
    (root / "specs").mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.factspec]\n")
    (root / "specs" / "a.factspec.yaml").write_bytes(SPEC)
    return root


def _mistakes(path: Path, root: Path | None = None) -> tuple[Mistake, ...]:
    with pytest.raises(SpecError) as caught:
        load_spec(path, root=root)
    return caught.value.mistakes


def test_a_spec_shows_its_path_from_the_root(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "specs" / "a.factspec.yaml"
    assert load_spec(path).path == "specs/a.factspec.yaml"
    monkeypatch.chdir(project / "specs")
    assert load_spec("a.factspec.yaml").path == "specs/a.factspec.yaml"
    assert load_spec(path, root=project / "specs").path == "a.factspec.yaml"


def test_a_spec_is_the_same_from_its_bytes_and_from_the_cache(project: Path) -> None:
    path = project / "specs" / "a.factspec.yaml"
    assert load_spec(path) == load_spec(path) == parse_spec(SPEC, "specs/a.factspec.yaml")


def test_a_broken_spec_is_as_broken_the_second_time(project: Path) -> None:
    path = project / "specs" / "a.factspec.yaml"
    for text in (b"    cite: [1]\n", b"    cites: [1]\n"):
        path.write_bytes(SPEC + text)
        assert _mistakes(path) == _mistakes(path)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "1:1: the spec is empty", id="empty"),
        pytest.param(SPEC + b"# caf\xe9\n", "6:6: the byte 0xe9 is not UTF-8", id="Latin-1"),
        pytest.param(b"\xef\xbb\xbf\xffabc", "1:1: the byte 0xff is not UTF-8", id="bad byte after a byte-order mark"),
        pytest.param(SPEC.decode().encode("utf-16"), "1:1: the byte 0xff is not UTF-8", id="UTF-16"),
        pytest.param("ü\r\rü".encode() + b"\x80", "3:2: the byte 0x80 is not UTF-8", id="lines that end with CR"),
        pytest.param(b"\x00\x01\x02", "1:1: the spec contains the character U+0000", id="binary"),
        pytest.param(
            b"a: " + b"x" * 2_000_000, "1:1: the spec has 2,000,003 bytes; the limit is 2,000,000", id="too long"
        ),
    ],
)
def test_a_file_that_is_no_spec(project: Path, data: bytes, expected: str) -> None:
    path = project / "specs" / "a.factspec.yaml"
    path.write_bytes(data)
    (only,) = _mistakes(path)
    assert str(only).startswith(f"specs/a.factspec.yaml:{expected}")
    assert only.advice


def test_what_the_caller_finds_is_reported_in_the_same_run(project: Path) -> None:
    path = project / "specs" / "a.factspec.yaml"

    def further(spec: Spec) -> list[Mistake]:
        return [Mistake(spec.path, one.line, 1, "this article is elsewhere", "move it") for one in spec.renditions]

    with pytest.raises(SpecError, match=r"^specs/a\.factspec\.yaml:2:1: this article is elsewhere"):
        load_spec(path, further=further)
    path.write_bytes(b"factspec: 2\n" + SPEC[12:] + b"    cite: [1]\n")
    with pytest.raises(SpecError) as caught:
        load_spec(path, further=further)
    assert [one.line for one in caught.value.mistakes] == [1, 2, 6]
    path.write_bytes(SPEC)
    assert load_spec(path, further=lambda _: ()) == load_spec(path)


def test_a_missing_spec(project: Path) -> None:
    (only,) = _mistakes(project / "specs" / "b.factspec.yaml")
    assert str(only) == "specs/b.factspec.yaml:1:1: the spec does not exist [spec-invalid]"


def test_a_folder_is_no_spec(project: Path) -> None:
    (only,) = _mistakes(project / "specs", project)
    assert "the spec is a folder, not a file" in only.message or "cannot be read" in only.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_without_waiting(project: Path) -> None:
    path = project / "specs" / "pipe.factspec.yaml"
    os.mkfifo(path)
    (only,) = _mistakes(path)
    assert only.message == "the spec is a named pipe, not a file"


def test_a_link_that_leads_out_is_refused(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: hunter2\n")
    path = project / "specs" / "link.factspec.yaml"
    path.symlink_to(secret)
    (only,) = _mistakes(path)
    assert only.message == "the spec is a link that leads out of the project"
    path.unlink()
    path.symlink_to(project / "specs" / "a.factspec.yaml")
    assert load_spec(path).claims[0].id == "a"


def test_mistakes_are_printed_safely(mistake_lines: Callable[[str], list[str]]) -> None:
    for line in mistake_lines('+claims: [{id: "a\\e[31m\\u202e", says: b}]\n"\\r\\n::error::x": 1\n'):
        assert line.isprintable()


def test_hostile_specs_are_refused_with_the_first_mistakes(mistakes: Callable[[str], tuple[Mistake, ...]]) -> None:
    many = "".join(f"k{index}: 1\n" for index in range(5000))
    assert len(mistakes("+" + many)) <= 2001
    cites = ", ".join(map(str, range(5000)))
    assert len(mistakes(f"+claims: [{{id: a, says: b, cites: [{cites}]}}]\n")) <= 2001


def _judged(text: str) -> tuple[Mistake, ...]:
    try:
        assert parse_spec(text.encode("utf-8", "surrogatepass"), "a").renditions
    except SpecError as error:
        return error.mistakes
    return ()


@given(st.text())
def test_any_text_is_a_spec_or_its_mistakes(text: str) -> None:
    found = _judged(text)
    assert found
    assert all(one.line >= 1 and one.column >= 1 and one.message and one.advice for one in found)
    assert all(str(one).isprintable() for one in found)


_SCALAR = st.sampled_from(
    ["a", "1", "", "''", "null", "[1]", "{a: b}", "2026-05-20", "…", "all", "[]", "none", "[[a]]"]
)
_KEYS = [
    "factspec", "article", "published", "citations", "sources", "claims", "forbidden", "waivers", "rules", "id", "says",
    "quotes", "facts", "speaker", "cites", "occurrence", "within", "tags", "rule", "at", "reason", "until", "issued",
    "cited_as", "author", "file", "style", "all_of", "at_least", "date-parts", "custom",
]  # fmt: skip
_NODE = st.recursive(
    _SCALAR,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}",
        ),
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(_KEYS[:9]), _NODE, max_size=9))
def test_any_values_under_known_keys_are_a_spec_or_its_mistakes(pairs: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in pairs.items())
    places = [(one.line, one.column) for one in _judged(text)]
    assert places == sorted(places)


def test_the_order_of_keys_does_not_matter(known: Vocabulary) -> None:
    parts = [
        "factspec: 1\n",
        "article: a.txt\n",
        "sources: [1]\n",
        "claims: [{id: a, says: b, cites: [1]}]\n",
        "published: 2026-05-20\n",
    ]
    specs = [parse_spec("".join(order).encode(), "a", known=known) for order in permutations(parts)]
    first = specs[0]
    for spec in specs:
        assert spec.published == first.published
        assert [(one.id, one.says, one.cites and one.cites.exactly) for one in spec.claims] == [("a", "b", ("1",))]
        assert [one.id for one in spec.sources] == ["1"]
        assert [one.file for one in spec.renditions] == ["a.txt"]


def test_a_strict_spec_needs_no_claim_because_it_judges_the_whole_article(load: Callable[[str], Spec]) -> None:
    assert load("strict: true\n").claims == ()
