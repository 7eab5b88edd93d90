"""The text of a lock: what is written is read, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.approved.lock import EMPTY, Approval, Cite, KnownSource, Line, Lock, Note, Signature
from factspec.approved.lock_text import context_in, numbers_of, written
from factspec.approved.parsing import joined, parse_lock
from factspec.articles.draft import Kind
from factspec.specs.model import SpecError

ADA, BO = Signature("Ada Lind", date(2026, 5, 20)), Signature("Bo Ek", date(2026, 5, 21))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
FLAT = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
SIGNATURES = st.builds(Signature, FLAT, st.dates())
KEYS = st.tuples(TEXTS, TEXTS)
IDS = st.lists(TEXTS.map(str.strip).filter(bool), min_size=1, max_size=2).map(tuple)


@st.composite
def lines(draw: st.DrawFn) -> tuple[Line, ...]:
    """The lines of an article; each line that goes on with a block has what its block has."""
    found: list[Line] = []
    for _ in range(draw(st.integers(0, 5))):
        text = draw(FLAT)
        cites = tuple(
            Cite(at, draw(IDS)) for at in sorted(draw(st.lists(st.integers(0, len(text)), max_size=2, unique=True)))
        )
        signed = tuple(sorted(draw(st.lists(SIGNATURES, min_size=1, max_size=2, unique=True))))
        if found and found[-1].kind is not Kind.CELL and draw(st.booleans()):
            found.append(found[-1]._replace(text=text, begins=False, cites=cites, signatures=signed))
        else:
            under = tuple(draw(st.lists(FLAT, max_size=3)))
            found.append(Line(draw(st.sampled_from(Kind)), text, True, under, cites, signed))
    return tuple(found)


@st.composite
def locks(draw: st.DrawFn) -> Lock:
    articles = draw(st.dictionaries(TEXTS, lines(), max_size=2))
    approvals = {}
    for file, own in articles.items():
        for number, at in enumerate(
            draw(st.lists(st.integers(0, len(own) - 1), max_size=2, unique=True)) if own else ()
        ):
            by = draw(SIGNATURES)
            context = context_in(own, at, 1, draw(st.none() | IDS))
            approvals[f"claim-{number}", file] = Approval(by.by, by.on, "0123456789abcdef", (context,))
    notes = st.dictionaries(
        st.builds(Note, st.sampled_from(["style-unread", "uncited"]), TEXTS), SIGNATURES, max_size=2
    )
    return Lock(
        approvals,
        {},
        draw(st.dictionaries(KEYS, SIGNATURES, max_size=2)),
        draw(st.dictionaries(TEXTS, st.builds(KnownSource, FLAT, FLAT, FLAT, IDS), max_size=2)),
        draw(st.dictionaries(TEXTS, st.dictionaries(TEXTS, IDS, max_size=2), max_size=1)),
        articles,
        draw(st.dictionaries(TEXTS, notes, max_size=1)),
    )


@given(locks())
def test_a_lock_read_and_written_is_the_same_bytes(lock: Lock) -> None:
    data = written(lock)
    assert written(parse_lock(data, "a.factspec.lock")) == data


@given(locks())
def test_what_is_written_is_read(lock: Lock) -> None:
    read = parse_lock(written(lock), "a.factspec.lock")
    assert {file: own for file, own in read.articles.items() if own} == {
        file: own for file, own in lock.articles.items() if own
    }
    assert (read.waivers, read.sources) == (lock.waivers, lock.sources)
    assert read.notes == {file: notes for file, notes in lock.notes.items() if notes}
    assert {file: parts for file, parts in read.unread.items() if parts} == {
        file: parts for file, parts in lock.unread.items() if parts
    }
    assert {key: one.digest for key, one in read.approvals.items()} == {
        key: one.digest for key, one in lock.approvals.items()
    }


@given(locks())
def test_nothing_invisible_is_in_the_file(lock: Lock) -> None:
    assert not {"\x1b", "\u202e", "\u2028", "\u200b", "\x85", "\r"} & set(written(lock).decode())


@given(st.sets(SIGNATURES, max_size=20))
def test_each_approver_has_a_number_of_their_own(people: set[Signature]) -> None:
    numbers = numbers_of(people)
    assert len({*numbers.values()}) == len(people)
    assert numbers == numbers_of(sorted(people, reverse=True))


ARTICLE = (
    Line(Kind.HEADING, "The bridge", True, (), (), (ADA,)),
    Line(Kind.PARAGRAPH, "It closed on Monday.", True, ("The bridge",), (Cite(19, ("1", "3")),), (ADA, BO)),
    Line(Kind.PARAGRAPH, "Three things [sic] follow:", False, ("The bridge",), (), (ADA,)),
    Line(Kind.LIST_ITEM, "repairs", True, ("The bridge", "Three things [sic] follow:"), (), (ADA,)),
    Line(Kind.CELL, "Length: 31 km | Built: 1912", True, ("Elsewhere",), (), (ADA,)),
)
LOCK = Lock(
    {("closed", "a.txt"): Approval(*ADA, "0123456789abcdef", (context_in(ARTICLE, 1, 2, ("1",)),))},
    {},
    {("uncited", "It is old."): ADA},
    {"1": KnownSource("https://wire.example/1", "", "", ("1", "5"))},
    {"a.txt": {"link target": ("https://a.example",)}},
    {"a.txt": ARTICLE},
    {"a.txt": {Note("style-unread", "float: left"): ADA}},
)
GOOD = written(LOCK).decode()


def test_it_reads_as_the_article() -> None:
    ada, bo = numbers_of([ADA, BO])[ADA], numbers_of([ADA, BO])[BO]
    both = ",".join(str(one) for one in sorted((ada, bo)))
    assert GOOD.splitlines()[6:] == [
        "article a.txt",
        f"{ada} # The bridge",
        f"{both}  . It closed on Monday[1, 3].",
        f" = {ada} closed*2 0123456789abcdef [1]",
        f"{ada}  + Three things \\[sic] follow:",
        f"{ada}   - repairs",
        f"{ada}  | Length: 31 km | Built: 1912",
        " < Elsewhere",
        "",
        "not read",
        " link target: https://a.example",
        "",
        "notes",
        f"{ada} style-unread: float: left",
        "",
        "waivers",
        f"{ada} uncited: It is old.",
        "",
        "source 1",
        " URL https://wire.example/1",
        " cited_as 1, 5",
        "",
        "end",
    ]


def test_approving_one_line_changes_one_line() -> None:
    signed = ARTICLE[0]._replace(signatures=(BO,))
    after = written(LOCK._replace(articles={"a.txt": (signed, *ARTICLE[1:])})).decode()
    assert sum(one != other for one, other in zip(GOOD.splitlines(), after.splitlines(), strict=True)) == 1


ADAS = str(numbers_of([ADA, BO])[ADA])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param(GOOD.replace("\n", "\r\n"), 0, "", id="line ends of Windows"),
        pytest.param("", 1, "this is not a lock", id="empty"),
        pytest.param(GOOD.replace("lock 2", "lock 3"), 1, "the lock has version 3", id="newer"),
        pytest.param(GOOD.replace("\nend\n", "\n"), 29, "it has no line `end`", id="cut off"),
        pytest.param(GOOD.partition("waivers")[0], 22, "it has no line `waivers`", id="cut off in the middle"),
        pytest.param(f"{GOOD}more\n", 30, "nothing belongs here", id="more after the end"),
        pytest.param(GOOD.replace(f"{ADAS} # The", "7 # The"), 8, "number 7 is no approver", id="approved by nobody"),
        pytest.param(GOOD.replace(f"{ADAS} # The", "# The"), 8, "no such line here", id="no number"),
        pytest.param(GOOD.replace("[1, 3].", "[1, 3."), 9, "a bracket is not closed", id="an open bracket"),
        pytest.param(GOOD.replace(" # The", " @ The"), 8, "no line of an article begins with '@'", id="another sign"),
        pytest.param(GOOD.replace("\\[sic", "\\u[sic"), 11, "a backslash means nothing", id="an escape"),
        pytest.param(GOOD.replace("2026-05-20", "2026-05-32"), 4, "day is out of range", id="no day"),
        pytest.param(GOOD.replace("closed*2", "closed*9"), 1, "over the end of the article", id="a long claim"),
        pytest.param(GOOD.replace("waivers\n", "waivers\nwaivers\n"), 23, "is there twice", id="a part twice"),
        pytest.param(f"<<<<<<< HEAD\n{GOOD}=======\n{GOOD}>>>>>>> two\n", 1, "merge markers", id="merge markers"),
        pytest.param("{", 1, "the lock is not JSON", id="the beginning of version 1"),
    ],
)
def test_one_clear_error_and_the_way_out(text: str, line: int, message: str) -> None:
    if not message:
        assert parse_lock(text.encode(), "a.factspec.lock") == parse_lock(GOOD.encode(), "")
        return
    with pytest.raises(SpecError) as caught:
        parse_lock(text.encode(), "specs/a.factspec.lock")
    [mistake] = caught.value.mistakes
    assert message in mistake.message
    assert (mistake.path, mistake.line) == ("specs/a.factspec.lock", line)
    assert mistake.advice


def test_bytes_that_are_no_utf8() -> None:
    with pytest.raises(SpecError, match="not UTF-8"):
        parse_lock(b"factspec-lock 2\n\n\xff", "a.factspec.lock")


def test_a_name_that_is_not_utf8_is_written_as_an_escape() -> None:
    lock = EMPTY._replace(waivers={("uncited", "A."): Signature("J\udce9rg", date(2026, 5, 20))})
    assert b"J\\u{dce9}rg" in written(lock)
    assert parse_lock(written(lock), "a.factspec.lock") == lock


@pytest.mark.parametrize("base", ["", "||||||| base\n  nothing\n"], ids=["two sides", "with what was there before"])
def test_two_locks_that_git_cannot_merge_become_one(base: str) -> None:
    second = Line(Kind.PARAGRAPH, "It is new.", True, (), (), (BO,))
    theirs = LOCK._replace(
        articles={"a.txt": (*ARTICLE, second)},
        approvals={key: one._replace(by=BO.by, on=BO.on) for key, one in LOCK.approvals.items()},
        waivers={("uncited", "It is new."): BO},
    )
    text = f"<<<<<<< HEAD\n{GOOD}{base}=======\n{written(theirs).decode()}>>>>>>> two\n"
    merged = parse_lock(joined(text.encode()) or b"", "")
    assert merged.articles["a.txt"] == (*ARTICLE, second)
    assert merged.approvals == {}  # the two sides differ, so the claim is asked again
    assert merged.waivers == {("uncited", "It is old."): ADA, ("uncited", "It is new."): BO}


@pytest.mark.parametrize("text", [GOOD, "{", "<<<<<<< HEAD\n{\n=======\n}\n>>>>>>> two\n", ""])
def test_what_is_no_merge_of_two_locks(text: str) -> None:
    assert joined(text.encode()) is None
