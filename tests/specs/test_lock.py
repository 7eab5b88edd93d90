"""The lock of a spec as a file."""

import json
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import SQUARE, growth

from factspec.specs.lock import (
    EMPTY,
    Approval,
    Context,
    KnownSource,
    Lock,
    Signature,
    joined,
    parse_lock,
    with_approvals,
    without,
    written,
)
from factspec.specs.model import SpecError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
UNDER = st.lists(TEXTS, max_size=3).map(tuple)
KEYS = st.tuples(TEXTS, TEXTS)


def locks(cites: st.SearchStrategy[object], waivers: st.SearchStrategy[object]) -> st.SearchStrategy[Lock]:
    context = st.builds(Context, TEXTS, TEXTS, TEXTS, st.booleans(), st.none() | UNDER, cites)
    approval = st.builds(Approval, TEXTS, st.dates(), TEXTS, st.lists(context, max_size=3).map(tuple))
    return st.builds(
        Lock,
        st.dictionaries(KEYS, approval, max_size=4),
        st.dictionaries(KEYS, UNDER, max_size=2),
        waivers,
        st.dictionaries(TEXTS, st.builds(KnownSource, TEXTS, TEXTS, TEXTS, UNDER.filter(bool)), max_size=2),
        st.dictionaries(TEXTS, st.dictionaries(TEXTS, UNDER, max_size=2), max_size=2),
    )


SIGNED = st.dictionaries(KEYS, st.builds(Signature, TEXTS, st.dates()), max_size=2)
LOCKS = locks(st.none(), st.none()) | locks(st.none() | UNDER, SIGNED)
ONE = Approval("Ada Lind", date(2026, 5, 20), "0123456789abcdef", (Context("It rained.", "", "It stopped."),))


@given(LOCKS)
def test_a_lock_is_read_as_it_was_written(lock: Lock) -> None:
    assert parse_lock(written(lock), "a.factspec.lock") == lock
    assert written(parse_lock(written(lock), "a.factspec.lock")) == written(lock)


@given(LOCKS)
def test_nothing_invisible_is_in_the_file(lock: Lock) -> None:
    text = written(lock).decode()
    assert not {"\x1b", "\u202e", "\u2028", "\u200b", "\x85"} & set(text)


def test_it_reads_as_a_diff() -> None:
    lock = Lock({("rain", "a.txt"): ONE, ("dry", "a.txt"): ONE}, {("uncited: Notes", "a.txt"): ("It is wide.",)})
    lines = written(lock).decode().splitlines()
    assert lines.index('    "dry": {') < lines.index('    "rain": {')
    assert '            "sentence": "It rained."' in lines
    assert max(map(len, lines)) < 60


def test_entries_are_added_and_removed() -> None:
    lock = with_approvals(EMPTY, {("rain", "a.txt"): ONE, ("dry", "a.txt"): ONE}, {("x: Y", "a.txt"): ["Z."]})
    assert without(lock, [("rain", "a.txt"), ("x: Y", "a.txt")]) == Lock({("dry", "a.txt"): ONE}, {}, {})


@pytest.mark.parametrize(
    ("under", "lines"),
    [
        pytest.param(None, [], id="of an older factspec"),
        pytest.param((), ['"under": []'], id="no heading"),
        pytest.param(("Rain", "Now"), ['"under": [', '"Rain",', '"Now"', "]"], id="two headings"),
    ],
)
def test_what_a_sentence_was_under(under: tuple[str, ...] | None, lines: list[str]) -> None:
    one = ONE._replace(contexts=(Context("It rained.", under=under),))
    text = written(Lock({("rain", "a.txt"): one}, {})).decode()
    found = [line.strip() for line in text.splitlines()]
    after = found.index('"sentence": "It rained."' + "," * bool(lines)) + 1
    assert found[after : after + len(lines) + 1] == [*lines, "}"]
    assert parse_lock(text.encode(), "a.factspec.lock").approvals["rain", "a.txt"] == one


GOOD = written(Lock({("rain", "a.txt"): ONE}, {})).decode()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("", 1, "the lock is not JSON", id="empty"),
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


CITING = Lock({("rain", "a.txt"): ONE._replace(contexts=(Context("It rained.", under=(), cites=()),))}, {}, {})


def without_keys(lock: Lock, *keys: str) -> bytes:
    document = json.loads(written(lock))
    return json.dumps({key: value for key, value in document.items() if key not in keys}).encode()


@pytest.mark.parametrize("keys", [(), ("sections",), ("sources", "unread", "waivers")], ids=["none", "sections", "all"])
def test_the_lock_of_an_older_factspec_lacks_what_that_did_not_record(keys: tuple[str, ...]) -> None:
    older = Lock({("rain", "a.txt"): ONE}, {}, {})
    assert parse_lock(without_keys(older, *keys), "a.factspec.lock").approvals == older.approvals
    if len(keys) < 3:
        assert parse_lock(without_keys(CITING, *keys), "a.factspec.lock") == CITING


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


def test_bytes_that_are_no_utf8() -> None:
    with pytest.raises(SpecError, match="not UTF-8"):
        parse_lock(b'{\n"\xff": 1}', "a.factspec.lock")


def test_many_entries_of_which_one_is_there_twice_are_read_once() -> None:
    def work(count: int) -> Callable[[], object]:
        entries = ", ".join(f'"{number}": 0' for number in range(count))
        return partial(_refused, f'{{{entries}, "0": 0}}', f'{{{entries}, "last": 0, "last": 0}}')

    assert growth(work, 1000) < SQUARE


def _refused(first: str, last: str) -> None:
    with pytest.raises(SpecError, match="two entries for `0`"):
        parse_lock(first.encode(), "a.factspec.lock")
    with pytest.raises(SpecError, match="two entries for `last`"):
        parse_lock(last.encode(), "a.factspec.lock")


def test_a_name_that_is_not_utf8_is_written_as_an_escape() -> None:
    lock = Lock({("rain", "a.txt"): ONE._replace(by="J\udce9rg")}, {})
    data = written(lock)
    assert b"J\\udce9rg" in data
    assert parse_lock(data, "a.factspec.lock") == lock


def test_a_file_of_ours_is_json() -> None:
    assert json.loads(written(EMPTY)) == {"claims": {}, "factspec-lock": 1, "waivers": {}}


OTHER = ONE._replace(by="Bo Ek")


@pytest.mark.parametrize("base", ["", "||||||| base\n  nothing\n"], ids=["two sides", "with what was there before"])
def test_two_locks_that_git_cannot_merge_become_one(base: str) -> None:
    ours = Lock({("rain", "a.txt"): ONE, ("both", "a.txt"): ONE, ("dry", "a.txt"): ONE}, {})
    theirs = Lock({("rain", "a.txt"): ONE, ("both", "a.txt"): OTHER, ("snow", "a.txt"): OTHER}, {})
    text = f"<<<<<<< HEAD\n{written(ours).decode()}{base}=======\n{written(theirs).decode()}>>>>>>> two\n"
    merged = joined(text.encode())
    assert merged is not None
    assert parse_lock(merged, "") == Lock({("rain", "a.txt"): ONE, ("dry", "a.txt"): ONE, ("snow", "a.txt"): OTHER}, {})


def test_of_two_locks_with_other_parts_the_first_is_kept_where_the_article_decides() -> None:
    ada, bo = Signature("Ada", date(2026, 5, 20)), Signature("Bo", date(2026, 5, 20))
    one, other = KnownSource("https://a.example", "", "", ("1",)), KnownSource("https://b.example", "", "", ("1",))
    ours = Lock({}, {}, {("uncited", "A."): ada, ("uncited", "B."): ada}, {"1": one}, {"a.txt": {"button": ("A",)}})
    theirs = Lock({}, {}, {("uncited", "A."): bo, ("uncited", "C."): bo}, {"1": other, "2": other}, {"b.txt": {}})
    text = f"<<<<<<< HEAD\n{written(ours).decode()}=======\n{written(theirs).decode()}>>>>>>> two\n"
    merged = joined(text.encode())
    assert merged is not None
    assert parse_lock(merged, "") == Lock(
        {},
        {},
        {("uncited", "B."): ada, ("uncited", "C."): bo},
        {"1": one, "2": other},
        {"a.txt": {"button": ("A",)}, "b.txt": {}},
    )


@pytest.mark.parametrize("text", [GOOD, "{", "<<<<<<< HEAD\n{\n=======\n}\n>>>>>>> two\n", ""])
def test_what_is_no_merge_of_two_locks(text: str) -> None:
    assert joined(text.encode()) is None
