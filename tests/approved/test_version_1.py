"""Locks of version 1 are read: a JSON object with the sentence of each claim."""

import json
from datetime import date

import pytest

from factspec.approved.lock import Approval, Context, Lock
from factspec.approved.parsing import parse_lock
from factspec.specs.model import SpecError

ONE = Approval("Ada Lind", date(2026, 5, 20), "0123456789abcdef", (Context("It rained.", "", "It stopped."),))
PLACE = {"sentence": "It rained.", "before": "", "after": "It stopped."}
CLAIM = {"by": "Ada Lind", "claim": "0123456789abcdef", "on": "2026-05-20", "places": [PLACE]}
DOCUMENT = {"claims": {"rain": {"a.txt": CLAIM}}, "factspec-lock": 1}
GOOD = json.dumps(DOCUMENT, indent=2)


def test_what_an_older_factspec_recorded() -> None:
    assert parse_lock(GOOD.encode(), "a.factspec.lock") == Lock({("rain", "a.txt"): ONE}, {})


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("{", 1, "the lock is not JSON", id="cut off"),
        pytest.param(
            GOOD.replace('"by": "Ada Lind",', '"by": "Ada Lind"'), 6, "the lock is not JSON", id="a comma lost"
        ),
        pytest.param("[]", 1, "this is not a lock", id="a list"),
        pytest.param('{"claims": {}}', 1, "this is not a lock", id="no version"),
        pytest.param(GOOD.replace('lock": 1', 'lock": 2'), 1, "the lock has version 2", id="another version"),
        pytest.param(GOOD.replace('lock": 1', 'lock": true'), 1, "the lock has version true", id="no number"),
        pytest.param(GOOD.replace('lock": 1', 'lock": 1.0'), 1, "the lock has version 1.0", id="a fraction"),
        pytest.param(GOOD.replace('"on": "2026-05-20"', '"on": "May"'), 1, "an entry that factspec", id="no date"),
        pytest.param(
            GOOD.replace('"by": "Ada Lind"', '"by": 7'), 1, "an entry that factspec", id="a number for a name"
        ),
        pytest.param(GOOD.replace('"before"', '"above"'), 1, "an entry that factspec", id="another key"),
        pytest.param(GOOD.replace('"before": ""', '"quoted": 1'), 1, "an entry that factspec", id="no true or false"),
        pytest.param(GOOD.replace('"before": ""', '"under": "A"'), 1, "an entry that factspec", id="text for a list"),
        pytest.param(
            GOOD.replace('"before": ""', '"under": [1]'), 1, "an entry that factspec", id="a number in a list"
        ),
        pytest.param('{"factspec-lock": 1, "claims": []}', 1, "an entry that factspec", id="a list of claims"),
        pytest.param(
            GOOD.replace('"before": ""', '"cites": "1"'), 1, "an entry that factspec", id="text for a list of sources"
        ),
        *[
            pytest.param(f'{{"factspec-lock": 1, {part}}}', 1, "an entry that factspec", id=part)
            for part in (
                '"sections": {"uncited: A": {"a.txt": "It rained."}}',
                '"waivers": null',
                '"waivers": []',
                '"waivers": {"uncited": ["It rained."]}',
                '"waivers": {"uncited": {"It rained.": "Ada"}}',
                '"waivers": {"uncited": {"It rained.": {"by": "Ada"}}}',
                '"waivers": {"uncited": {"It rained.": {"by": 1, "on": "2026-05-20"}}}',
                '"waivers": {"uncited": {"It rained.": {"by": "Ada", "on": 20260520}}}',
                '"sources": ["1"]',
                '"sources": {"1": "https://wire.example"}',
                '"sources": {"1": {"URL": 1, "cited_as": ["1"]}}',
                '"sources": {"1": {"URL": "https://wire.example"}}',
                '"sources": {"1": {"cited_as": "1"}}',
                '"sources": {"1": {"cited_as": ["1"], "title": "A"}}',
                '"unread": ["a.txt"]',
                '"unread": {"a.txt": null}',
                '"unread": {"a.txt": ["button"]}',
                '"unread": {"a.txt": {"button": "Buy"}}',
                '"unread": {"a.txt": {"button": [1]}}',
            )
        ],
        pytest.param("[" * 100_000, 1, "nested deeper", id="nested"),
        pytest.param(f'{{"factspec-lock": {"1" * 5000}}}', 1, "a number that factspec", id="a long number"),
        pytest.param(
            GOOD.replace('  "claims"', '<<<<<<< ours\n  "claims"').replace(
                '  "factspec', '>>>>>>> theirs\n  "factspec'
            ),
            2,
            "merge markers",
            id="merge markers",
        ),
        pytest.param('{"factspec-lock": 1, "claims": {"a": {}, "a": {}}}', 1, "two entries for `a`", id="twice"),
    ],
)
def test_one_clear_error_and_the_way_out(text: str, line: int, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        parse_lock(text.encode(), "specs/a.factspec.lock")
    [mistake] = caught.value.mistakes
    assert (mistake.path, mistake.line) == ("specs/a.factspec.lock", line)
    assert message in mistake.message
    assert mistake.advice


CITING = {
    "claims": {"rain": {"a.txt": {**CLAIM, "places": [{"sentence": "It rained.", "under": [], "cites": []}]}}},
    "factspec-lock": 1,
    "sources": {},
    "unread": {},
    "waivers": {},
}


def without_keys(document: dict[str, object], *keys: str) -> bytes:
    return json.dumps({key: value for key, value in document.items() if key not in keys}).encode()


@pytest.mark.parametrize("keys", [(), ("sections",), ("sources", "unread", "waivers")], ids=["none", "sections", "all"])
def test_the_lock_of_an_older_factspec_lacks_what_that_did_not_record(keys: tuple[str, ...]) -> None:
    older = {**CITING, "claims": DOCUMENT["claims"]}
    assert parse_lock(without_keys(older, *keys), "a.factspec.lock").approvals == {("rain", "a.txt"): ONE}


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        pytest.param(("sources",), "the lock has no `sources`: it was edited by hand", id="sources"),
        pytest.param(("unread",), "the lock has no `unread`: it was edited by hand", id="unread"),
        pytest.param(("waivers",), "the lock has no `waivers`: it was edited by hand", id="waivers"),
        pytest.param(
            ("unread", "waivers"), "the lock has no `unread` and no `waivers`: it was edited by hand", id="two"
        ),
    ],
)
def test_a_lock_with_citations_has_all_that_is_recorded_with_them(keys: tuple[str, ...], message: str) -> None:
    with pytest.raises(SpecError) as caught:
        parse_lock(without_keys(CITING, *keys), "a.factspec.lock")
    [mistake] = caught.value.mistakes
    assert (mistake.line, mistake.message) == (1, message)
    assert mistake.advice.startswith("restore the file with git, or delete it and approve")
