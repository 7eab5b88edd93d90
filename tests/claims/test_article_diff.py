"""What changed between two articles: edits of our own articles, moved sentences, citations, quotations and laws."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.articles.article import Article
from factspec.claims.article_change import WHOLES, Change
from factspec.claims.article_diff import article_diff
from factspec.projects.loading import parse_article

# Rows are read as text alone: a time or a number in them is not YAML's.
ARTICLES: list[Any] = [
    one
    for path in sorted((Path(__file__).parent / "article_edits").glob("*.yaml"))
    for one in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
]


class Edit(NamedTuple):
    article: str
    old: str
    new: str
    kinds: str = ""

    @property
    def line(self) -> int:
        return self.article[: self.article.index(self.old)].count("\n") + 1

    def diff(self) -> tuple[Change, ...]:
        assert self.article.count(self.old), self.old
        return article_diff(read(self.article), read(self.article.replace(self.old, self.new, 1)))


def edits(section: str) -> list[Any]:
    return [
        pytest.param(Edit(one["text"], *edit), id=f"{one['name']}: {edit[0][:30]}")
        for one in ARTICLES
        for edit in one[section]
    ]


def read(text: str, format_: str = "") -> Article:
    chosen = format_ or ("markdown" if text.startswith("# ") else "text")
    return parse_article(text.encode(), chosen)


def shown(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.old, one.new) for one in changes if one.counts]


def lines(changes: tuple[Change, ...]) -> set[int]:
    return {place.line for one in changes if one.counts and (place := one.new_place or one.old_place)}


# -- single edits


@pytest.mark.parametrize("edit", edits("same"))
def test_an_honest_edit_changes_nothing(edit: Edit) -> None:
    assert edit.diff() == ()


@pytest.mark.parametrize("edit", edits("reworded"))
def test_other_words_are_wording_alone(edit: Edit) -> None:
    assert {one.kind for one in edit.diff()} == {"wording"}


@pytest.mark.parametrize("edit", edits("changed"))
def test_a_changed_fact_is_named_at_its_line(edit: Edit) -> None:
    changes = edit.diff()

    assert edit.line in lines(changes)
    assert not edit.kinds or {one.kind for one in changes if one.counts} == set(edit.kinds.split())


@pytest.mark.parametrize("article", [pytest.param(one, id=one["name"]) for one in ARTICLES])
def test_all_edits_at_once_are_found(article: Any) -> None:
    old = text = article["text"]
    expected = set()
    for edit in (Edit(old, *edit) for edit in article["changed"]):
        if text.count(edit.old) == 1 and edit.old.count("\n") == edit.new.count("\n"):
            text = text.replace(edit.old, edit.new)
            expected.add(edit.line)

    assert len(expected) > 2
    assert lines(article_diff(read(old), read(text))) >= expected


@pytest.mark.parametrize("article", [pytest.param(one, id=one["name"]) for one in ARTICLES])
def test_paragraphs_in_another_order_change_nothing(article: Any) -> None:
    body, heading, notes = article["text"].partition("## References" if "## References" in article["text"] else "[1]: ")
    first, *rest = body.strip().split("\n\n")
    moved = "\n\n".join([first, *reversed(rest)]) + f"\n\n{heading}{notes}"

    assert article_diff(read(article["text"]), read(moved)) == ()


# -- sentences


PLAIN = "The lock opened in May. It is wide. The keeper left. The keeper came back in June after the flood."


@pytest.mark.parametrize(
    "new, expected",
    [
        pytest.param("The lock opened in May.\nIt is wide.\n\n" + PLAIN[36:], [], id="wrapped and parted"),
        pytest.param(PLAIN[:24] + PLAIN[36:], [("sentence", "It is wide.", "")], id="a short one removed"),
        pytest.param(
            PLAIN + " The keeper left.",
            [("sentence", "", "The keeper left.")],
            id="one repeated",
        ),
        pytest.param(PLAIN.replace(". It is wide.", ", and it is wide."), [], id="two joined"),
        pytest.param(PLAIN.replace(" in June after", ". That was in June after"), [], id="one split"),
        pytest.param(
            PLAIN.replace("It is wide.", "Nobody drowned."),
            [("sentence", "It is wide.", ""), ("sentence", "", "Nobody drowned.")],
            id="one replaced by another",
        ),
        pytest.param(
            PLAIN.replace("The keeper came back", "Barges lay idle").replace("flood", "strike"),
            [("sentence", PLAIN[53:], ""), ("sentence", "", "Barges lay idle in June after the strike.")],
            id="one with few of the words",
        ),
        pytest.param(
            PLAIN.replace("The lock opened in May.", "At 9 p.m. on 3 June the 40 boats of Ada Lind came to Orsk."),
            [
                ("sentence", "The lock opened in May.", ""),
                ("sentence", "", "At 9 p.m. on 3 June the 40 boats of Ada Lind came to Orsk."),
            ],
            id="one with other facts",
        ),
        pytest.param(
            PLAIN.replace(" in June after", ". That was in July after"),
            [("month", "June", "July")],
            id="one split badly",
        ),
    ],
)
def test_sentences(new: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(shown(article_diff(read(PLAIN), read(new)))) == sorted(expected)


def test_answers_that_changed_places_are_found() -> None:
    changes = article_diff(read("Is it deep? No. Is it wide? Yes."), read("Is it deep? Yes. Is it wide? No."))

    assert sorted(shown(changes)) == [
        ("sentence", "", "No."),
        ("sentence", "", "Yes."),
        ("sentence", "No.", ""),
        ("sentence", "Yes.", ""),
    ]


@pytest.mark.parametrize(
    "new, moved",
    [
        pytest.param(
            "The lock is new. It was built by Ada Lind.\n\nThe weir is old. It was built in 1901.", [], id="paragraphs"
        ),
        pytest.param(
            "The lock is new. The weir is old. It was built by Ada Lind.\n\nIt was built in 1901.",
            ["It was built by Ada Lind.", "It was built in 1901."],
            id="one put between",
        ),
        pytest.param(
            "The weir is old. It was built by Ada Lind.\n\nThe lock is new. It was built in 1901.",
            ["It was built by Ada Lind.", "It was built in 1901."],
            id="two exchanged",
        ),
    ],
)
def test_a_sentence_that_moved_away_from_what_it_refers_to_is_found(new: str, moved: list[str]) -> None:
    old = "The weir is old. It was built in 1901.\n\nThe lock is new. It was built by Ada Lind."

    assert shown(article_diff(read(old), read(new))) == [("sentence", one, one) for one in moved]


def test_what_was_removed_is_at_its_old_place_after_what_was_before_it() -> None:
    old = read("One barge sank.\n\nTwo boats came.\n\nFour ships left.\n")
    new = read("One barge sank.\n\nFive ships left.\n")

    [removed, changed] = article_diff(old, new)

    assert (removed.kind, removed.old_place, removed.new_place) == ("sentence", (3, 1), None)
    assert (changed.kind, changed.old_place, changed.new_place) == ("number", (5, 1), (3, 1))


@pytest.mark.parametrize(
    "markup, kind",
    [("## Locks\n", "heading"), ("| a | b |\n|---|---|\n| c | d |\n", "row"), ("```\na = 1\n```\n", "code")],
)
def test_what_was_added_is_named(markup: str, kind: str) -> None:
    changes = article_diff(read("# Ketta\n\nIt rained.\n"), read(f"# Ketta\n\nIt rained.\n\n{markup}"))

    assert {one.kind for one in changes} == {kind}
    assert kind in WHOLES


TABLE = "# Locks\n\n| lock | 2024 | 2025 |\n|---|---|---|\n| Ketta | 12 | 200 5 |\n| Orsk | 34 | 7 |\n"


@pytest.mark.parametrize(
    "old, new, expected",
    [
        pytest.param("| Ketta | 12 | 200 5 |\n| Orsk | 34 | 7 |", "| Orsk | 34 | 7 |\n| Ketta | 12 | 200 5 |", []),
        pytest.param(
            "| 12 | 200 5 |", "| 12 200 | 5 |", [("number", "12", "12 200"), ("number", "200", "")], id="shifted"
        ),
        pytest.param(
            "12 | 200 5 |\n| Orsk | 34 | 7 |",
            "34 | 7 |\n| Orsk | 12 | 200 5 |",
            [
                ("number", "12", "34"),
                ("number", "200", "7"),
                ("number", "5", ""),
                ("number", "34", "12"),
                ("number", "7", "200"),
                ("number", "", "5"),
            ],
            id="values exchanged",
        ),
        pytest.param("| Orsk |", "| Halm |", [("cell", "Orsk", "Halm")], id="another name"),
        pytest.param(" 2025 |\n|", " 2025 | depth |\n|---|", [("cell", "", "depth")], id="a column more"),
    ],
)
def test_rows_of_a_table(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert old in TABLE
    assert shown(article_diff(read(TABLE), read(TABLE.replace(old, new)))) == expected


def test_rows_that_changed_places_and_values_are_still_about_the_same() -> None:
    old = TABLE.replace("| 12 | 200 5 |\n| Orsk | 34 | 7 |", "| 12 | 5 |\n| Orsk | 12 | 5 |")
    new = old.replace("| Ketta | 12 | 5 |\n| Orsk | 12 | 5 |", "| Orsk | 12 | 6 |\n| Ketta | 12 | 7 |")

    assert sorted(shown(article_diff(read(old), read(new)))) == [("number", "5", "6"), ("number", "5", "7")]


def test_values_that_went_round_among_similar_sentences_are_found() -> None:
    shape = "The {} got {} crowns and {} cows."
    names, values = ("farmers", "fishers", "miners"), ((12, 5), (340, 61), (77, 8))
    old = " ".join(shape.format(name, *value) for name, value in zip(names, values, strict=True))
    new = " ".join(shape.format(name, *value) for name, value in zip(names, values[1:] + values[:1], strict=True))

    assert [kind for kind, *_ in shown(article_diff(read(old), read(new)))] == ["number"] * 6


@pytest.mark.parametrize("between", [" ", "\n\nThe weir at Umsk was closed for repairs.\n\n"])
def test_values_that_were_exchanged_between_similar_sentences_are_found(between: str) -> None:
    old = between.join(("The farmers got 12 crowns and 5 cows.", "The fishers got 340 crowns and 61 cows."))
    new = between.join(("The farmers got 340 crowns and 61 cows.", "The fishers got 12 crowns and 5 cows."))

    assert shown(article_diff(read(old), read(new))) == [
        ("number", "12", "340"),
        ("number", "5", "61"),
        ("number", "340", "12"),
        ("number", "61", "5"),
    ]


def test_a_sentence_that_is_often_repeated_may_move() -> None:
    once = [f"Lock {number} is open all year." for number in range(40)]
    often = ["The keeper said no more than that."] * 40
    mixed = [one for pair in zip(once, often, strict=True) for one in pair]

    assert article_diff(read("\n\n".join(once + often)), read("\n\n".join(mixed))) == ()


# -- citations


CITED = (
    "# Locks\n\nThe lock opened [1]. Barges came [2]. It rained.\n\n[1]: https://a.example/\n[2]: https://b.example/\n"
)


@pytest.mark.parametrize(
    "old, new, expected",
    [
        pytest.param("[1]. Barges", "[1][1]. Barges", [], id="written twice"),
        pytest.param("opened [1].", "opened.[1]", [], id="after the stop"),
        pytest.param("opened [1]", "opened [1, 2]", [("citation", "[1]", "[1, 2]")], id="one more"),
        pytest.param("opened [1]", "opened", [("citation", "[1]", "")], id="dropped"),
        pytest.param(
            "came [2]. It rained.",
            "came. It rained [2].",
            [("citation", "[2]", ""), ("citation", "", "[2]")],
            id="moved to another sentence",
        ),
        pytest.param(
            "https://b.example/", "https://c.example/", [("reference", "https://b.example/", "https://c.example/")]
        ),
    ],
)
def test_citations(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert old in CITED
    assert shown(article_diff(read(CITED), read(CITED.replace(old, new)))) == expected


def test_a_list_of_references_that_was_numbered_anew_changes_nothing() -> None:
    swapped = CITED.replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")

    assert article_diff(read(CITED), read(swapped)) == ()


def test_a_list_of_references_that_was_numbered_anew_without_the_markers_is_found() -> None:
    swapped = CITED.replace("[1]:", "[x]:").replace("[2]:", "[1]:").replace("[x]:", "[2]:")

    assert shown(article_diff(read(CITED), read(swapped))) == [
        ("citation", "[1] https://a.example/", "[1] https://b.example/"),
        ("citation", "[2] https://b.example/", "[2] https://a.example/"),
    ]


def test_a_label_that_another_reference_has_now_is_another_citation() -> None:
    new = CITED.replace("https://b.example/", "https://c.example/").replace("https://a.example/", "https://b.example/")

    assert shown(article_diff(read(CITED), read(new))) == [
        ("citation", "[1] https://a.example/", "[1] https://b.example/"),
        ("citation", "[2] https://b.example/", "[2] https://c.example/"),
    ]


def test_two_markers_of_a_sentence_that_changed_places_are_found() -> None:
    old, new = (f"It rose {one} and fell {other}." for one, other in (("[1]", "[2]"), ("[2]", "[1]")))

    assert shown(article_diff(read(old), read(new))) == [("citation", "[1] … [2]", "[2] … [1]")]


def test_the_target_of_a_link_is_a_citation() -> None:
    old = "# Locks\n\nIt [opened](https://a.example/x?utm_source=y) in May.\n"

    assert article_diff(read(old), read(old.replace("?utm_source=y", ""))) == ()
    assert shown(article_diff(read(old), read(old.replace("a.example", "b.example")))) == [
        ("link", "https://a.example/x?utm_source=y", "https://b.example/x?utm_source=y")
    ]


# -- quotations


@pytest.mark.parametrize(
    "old, new, expected",
    [
        pytest.param('It was "a good year" here.', "It was 'a good year' here.", [], id="other marks"),
        pytest.param(
            'It was "a good year" here.',
            "It was a good year here.",
            [("quotation", "a good year", "")],
            id="marks lost",
        ),
        pytest.param(
            "It was a good year here.", "It was “a good” year here.", [("quotation", "", "a good")], id="marks added"
        ),
        pytest.param(
            'It was "a good year" here.', 'It was "a fine year" here.', [("quotation", "a good year", "a fine year")]
        ),
        pytest.param(
            '"We lost," Ada Lind said, "again."',
            '"We lost," Bo Hale said, "badly."',
            [("quotation", "We lost, … again.", "We lost, … badly."), ("speaker", "Ada Lind", "Bo Hale")],
            id="words and speaker",
        ),
        pytest.param('"We lost," Ada Lind said.', '"We lost," said Lind.', [], id="the speaker by one name"),
        pytest.param('It was "a good year" here.', "It was «a good year» here.", [], id="marks of another language"),
        pytest.param('"We won," he said.', "'We won', he said.", [], id="marks and comma of another style"),
        pytest.param('"We won today," he said.', '"We won today!" he said.', [], id="a sign"),
        pytest.param('"We won."', '"We won?"', [("question", ".", "?")], id="a question"),
        pytest.param(
            '"We won.\n\n"It was hard.\n\n"It is over," he said.',
            '"We won.\n\n"It was hot.\n\n"It is over," he said.',
            [("quotation", "It was hard.", "It was hot.")],
            id="one paragraph of several",
        ),
        pytest.param(
            '"We won" and "we lost" are both true.',
            '"We won" and "we drew" are both true.',
            [("quotation", "we lost", "we drew")],
            id="the second of two",
        ),
        pytest.param(
            'Ada Lind came. "We lost 5," she said.',
            'Ann Lind came. "We lost 6," she said.',
            [("name", "Ada Lind", "Ann Lind"), ("number", "5", "6")],
            id="the speaker is named in another sentence",
        ),
    ],
)
def test_quotations(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(article_diff(read(old), read(new))) == expected


# -- laws


NAMES = ("Ada Lind", "Bo Hale", "Emil Sava", "Nora Quist", "Ole Berg")
PLACES = ("Brenn", "Halm", "Orsk", "Tirna", "Umsk")
DAYS = ("3 March 2021", "17 June 2019", "28 October 2024", "9 May 1998")
MONEY = ("4 million crowns", "€17 million", "$290")
SHAPES = (
    "{name} opened the lock in {place} on {date} in front of {count} people{not_}.",
    "The work {is_} done by {date}, and it cost {money}.",
    "Of {count} barges, {other} came from {place}.",
    "In {place} the keeper {name} did {not_}see the {count} boats.",
    "{name} paid {money} for it and {is_} asked why.",
    "The bridge, which is {count} metres long, {is_} closed on {date}.",
)
SLOTS = {
    "name": NAMES,
    "place": PLACES,
    "date": DAYS,
    "money": MONEY,
    "count": ("12", "340", "7,500", "88"),
    "other": ("nine", "31", "two"),
    "is_": ("was", "was not"),
    "not_": ("", "not "),
}
FILLED = st.tuples(
    st.sampled_from(SHAPES), st.fixed_dictionaries({key: st.sampled_from(of) for key, of in SLOTS.items()})
)
GENERATED = st.lists(FILLED, min_size=1, max_size=12)


def written(sentences: list[tuple[str, dict[str, str]]], width: int = 3) -> str:
    """Each sentence on a line of its own, so many of them in a paragraph."""
    said = [shape.replace("people{not_}", "people").format(**slots) for shape, slots in sentences]
    return "\n\n".join("\n".join(said[at : at + width]) for at in range(0, len(said), width)) + "\n"


@given(sentences=GENERATED, data=st.data())
def test_any_fact_that_is_replaced_is_reported_at_its_line(
    sentences: list[tuple[str, dict[str, str]]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(sentences) - 1))
    shape, slots = sentences[at]
    slot = data.draw(st.sampled_from([name for name in SLOTS if f"{{{name}}}" in shape.replace("people{not_}", "")]))
    other = data.draw(st.sampled_from([value for value in SLOTS[slot] if value != slots[slot]]))
    edited = [*sentences[:at], (shape, slots | {slot: other}), *sentences[at + 1 :]]

    changes = article_diff(read(written(sentences)), read(written(edited)))

    assert at + at // 3 + 1 in lines(changes)


@given(sentences=GENERATED, order=st.randoms(use_true_random=False), width=st.integers(1, 4))
def test_moved_paragraphs_and_house_style_change_nothing(
    sentences: list[tuple[str, dict[str, str]]], order: Any, width: int
) -> None:
    old = written(sentences, width)
    paragraphs = old.strip().split("\n\n")
    order.shuffle(paragraphs)
    new = "\n\n".join(paragraphs).replace("\n", "\r\n").replace("was not", "wasn't").replace("7,500", "7500")
    new = new.replace("€17 million", "€17m").replace("17 June 2019", "June 17, 2019").replace("nine", "9")

    assert article_diff(read(old), read(new)) == ()


@given(sentences=GENERATED)
def test_an_article_has_not_changed_from_itself(sentences: list[tuple[str, dict[str, str]]]) -> None:
    article = read(written(sentences))

    assert article_diff(article, article) == ()


@given(sentences=GENERATED, data=st.data())
def test_values_that_any_sentences_exchange_are_reported(
    sentences: list[tuple[str, dict[str, str]]], data: st.DataObject
) -> None:
    one, other = (data.draw(st.integers(0, len(sentences) - 1)) for _ in range(2))
    slot = data.draw(st.sampled_from(list(SLOTS)))
    edited = list(sentences)
    for at, there in ((one, other), (other, one)):
        edited[at] = (sentences[at][0], sentences[at][1] | {slot: sentences[there][1][slot]})
    old, new = (written(each, width=1) for each in (sentences, edited))

    # Otherwise it is the same sentences in another order.
    is_changed = sorted(old.strip().split("\n\n")) != sorted(new.strip().split("\n\n"))
    assert bool(shown(article_diff(read(old), read(new)))) is is_changed


@given(old=GENERATED, new=GENERATED)
def test_only_the_same_sentences_are_no_change(
    old: list[tuple[str, dict[str, str]]], new: list[tuple[str, dict[str, str]]]
) -> None:
    one, other = (written(each, width=1) for each in (old, new))

    is_changed = sorted(one.strip().split("\n\n")) != sorted(other.strip().split("\n\n"))
    assert bool(shown(article_diff(read(one), read(other)))) is is_changed
