"""Values of a spec as YAML: what is read again is what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.specs.entries import spec_text
from factspec.specs.model import Cites, Claim, Facts, Located, Phrase, Rendition, Source, Spec, Waiver, Within
from factspec.specs.parsing import parse_spec

CLAIM = Claim("c", 0, says=Located("Rain fell."))
_LISTED = Claim("c", 0, facts=Facts((Phrase("1", 0), Phrase("a, b", 0))))


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param({}, "factspec: 1\narticle: ../a.txt\nstrict: true\n", id="nothing"),
        pytest.param(
            {"claims": (CLAIM,)}, "claims:\n  - id: c\n    says: Rain fell.\n", id="a claim without citations"
        ),
        pytest.param(
            {"claims": (CLAIM._replace(cites=Cites(0, ("1", "b c")), occurrence=-1),)},
            "    cites: [1, b c]\n    occurrence: all\n",
            id="citations and occurrence",
        ),
        pytest.param({"claims": (CLAIM._replace(cites=Cites(0, ())),)}, "    cites: []\n", id="no citation allowed"),
        pytest.param(
            {"claims": (CLAIM._replace(says=Located(), quotes=Located("a: b"), speaker=Located("Ada Holm")),)},
            '    quotes: "a: b"\n    speaker: Ada Holm\n',
            id="a quotation",
        ),
        pytest.param(
            {"claims": (_LISTED._replace(within=Within.ROW),)},
            '    facts: ["1", "a, b"]\n    within: row\n',
            id="a row",
        ),
        pytest.param({"sources": (Source("1", 0),)}, "sources:\n  - 1\n", id="a bare source"),
        pytest.param(
            {"sources": (Source("01", 0, csl={"title": "Rain"}, url="https://a.example", role="background"),)},
            'sources:\n  - id: "01"\n    title: Rain\n    URL: https://a.example\n    role: background\n',
            id="a source",
        ),
        pytest.param(
            {"waivers": (Waiver("uncited", ("So?",), "", 0, occurrence=2),)},
            'waivers:\n  - rule: uncited\n    at: So?\n    occurrence: 2\n    reason: ""\n',
            id="a waiver",
        ),
        pytest.param(
            {"renditions": (Rendition("../a.txt", 0, styles=("numbered", "superscript")),)},
            "citations: [numbered, superscript]\n",
            id="styles",
        ),
        pytest.param({"renditions": (Rendition("../a", 0, styles=("pandoc",)),)}, "citations: pandoc\n", id="a style"),
    ],
)  # fmt: skip
def test_how_a_value_is_written(spec: dict[str, object], expected: str) -> None:
    whole = Spec("", **{"renditions": (Rendition("../a.txt", 0),), "strict": True, **spec})  # type: ignore[arg-type]
    assert expected in spec_text(whole)


def test_the_schema_is_the_first_line() -> None:
    text = spec_text(Spec("", (Rendition("../a.txt", 0),)), "../spec.schema.json")
    assert text.startswith("# yaml-language-server: $schema=../spec.schema.json\nfactspec: 1\n")


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(lambda text: f"{text} rain".strip())


@given(TEXT, TEXT, TEXT)
def test_what_is_written_is_read(says: str, at: str, fact: str) -> None:
    spec = Spec(
        "",
        (Rendition("../a.txt", 0),),
        claims=(
            CLAIM._replace(says=Located(f"x{says}")),
            CLAIM._replace(id="d", says=Located(), facts=Facts((Phrase(fact.strip(), 0),)), within=Within.ROW),
        ),
        waivers=(Waiver("uncited", (at,), "because", 0),),
    )
    read = parse_spec(spec_text(spec).encode(), "a.factspec.yaml")
    assert [one.text for one in read.claims] == [one.text for one in spec.claims]
    assert [one.at for one in read.waivers] == [(at,)]
