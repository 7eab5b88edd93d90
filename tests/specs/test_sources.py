import pickle
from collections.abc import Callable
from datetime import date

import pytest

from factspec.specs.model import Located, Source, Spec

MistakeLines = Callable[[str], list[str]]
CLAIM = "claims: [{id: a, says: b}]\n"


def test_a_located_text_keeps_its_line_on_its_way_to_another_process() -> None:
    text = pickle.loads(pickle.dumps(Located("a.txt", 3)))
    assert (text, text.line) == ("a.txt", 3)


def test_a_source_as_written(load: Callable[[str], Spec]) -> None:
    body = (
        "sources:\n  - id: 1\n    title: Leaders meet\n    issued: 2026-05-20\n    URL: https://wire.example/a\n"
        "    DOI: 10.1000/xyz\n    origin: wire\n    role: background\n    cited_as: [1, '5']\n    custom: {a: b}\n"
        "    author: [{given: Ludwig, non-dropping-particle: van, family: B}, {literal: The Desk}]\n  - 02\n"
    )
    first, second = load(body + CLAIM).sources
    assert first == Source(
        id="1",
        line=4,
        csl={
            "title": "Leaders meet",
            "issued": "2026-05-20",
            "URL": "https://wire.example/a",
            "DOI": "10.1000/xyz",
            "author": "Ludwig van B; The Desk",
        },
        url="https://wire.example/a",
        doi="10.1000/xyz",
        issued=date(2026, 5, 20),
        issued_from=date(2026, 5, 20),
        origin="wire",
        role="background",
        cited_as=("1", "5"),
    )
    assert second == Source(id="02", line=14, cited_as=("02",))


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param("[1, 1]", ["3:14: duplicate source id `1`: it is already on line 3"], id="bare ids"),
        pytest.param("[1, {id: '1'}]", ["3:19: duplicate source id `1`"], id="bare and in full"),
        pytest.param(
            "[{id: 1, cited_as: [2]}, 2]", ["3:35: the label `2` belongs to source `1`"], id="a label that is an id"
        ),
        pytest.param(
            "[{id: 1, cited_as: 5}, {id: 2, cited_as: [6, 5]}]", ["3:55: the label `5` belongs to"], id="a label twice"
        ),
        pytest.param("[{id: 1, cited_as: [2]}, {id: 2, cited_as: [1]}]", [], id="two labels exchanged"),
        pytest.param("[{id: 1, cited_as: [5, 5]}]", [], id="one source's label twice"),
    ],
)
def test_ids_and_labels_are_a_sources_own(mistake_lines: MistakeLines, sources: str, expected: list[str]) -> None:
    found = mistake_lines(f"+sources: {sources}\n{CLAIM}")
    assert [one[: len(wanted)] for one, wanted in zip(found, expected, strict=True)] == expected
