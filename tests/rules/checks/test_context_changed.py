"""context-changed: the sentence of an approved claim is not the approved one."""

from collections.abc import Callable

import pytest
from tests.growth import SQUARE, growth

from factspec.rules.finding import Finding, Report

ARTICLE = """\
The harbour opened in 1911. Ada Lind resigned on 14 March after an audit of 3 million crowns. The board thanked her.

A storm closed the pier for two days.

| Probe | Closest approach |
|---|---|
| Alpha | 5 March 1979 |
| Beta | 9 July 1979 |
"""
SPEC = """\
claims:
  - {id: resigned, facts: [Ada Lind, resigned]}
  - {id: audit, says: an audit of 3 million crowns}
  - {id: storm, says: A storm closed the pier for two days.}
  - {id: alpha, facts: [Alpha, {date: 1979-03-05}], within: row}
"""
SENTENCE = "Ada Lind resigned on 14 March after an audit of 3 million crowns."


def found(hold: Callable[..., Report], old: str, new: str, *, spec: str = SPEC) -> list[tuple[str, int, str]]:
    assert old in ARTICLE
    report = hold(ARTICLE.replace(old, new, 1), spec, format="markdown", approved=ARTICLE)
    return [(one.rule, one.line, one.message) for one in report.findings]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("A storm", "A storm", id="nothing"),
        pytest.param("3 million crowns", "3m crowns", id="form of a value"),
        pytest.param("14 March", "March 14", id="form of a date"),
        pytest.param("resigned on", "resigned\non", id="line break"),
        pytest.param("Ada Lind resigned", "But Ada Lind resigned", id="opening word"),
        pytest.param("an audit", "an *audit*", id="emphasis"),
        pytest.param("The board thanked her.", "The board thanked her twice.", id="another sentence"),
        pytest.param("| Beta | 9 July 1979 |", "| Beta | 10 July 1979 |", id="another row"),
    ],
)
def test_what_is_no_change_of_the_sentence(hold: Callable[..., Report], old: str, new: str) -> None:
    assert found(hold, old, new) == []


def test_what_moved_as_a_whole_is_not_changed(hold: Callable[..., Report]) -> None:
    first, storm, table = ARTICLE.split("\n\n")
    report = hold(f"{storm}\n\n{table.rstrip()}\n\n{first}", SPEC, format="markdown", approved=ARTICLE)
    assert report.findings == ()


def test_many_places_that_moved_are_not_compared_with_each_other(hold: Callable[..., Report]) -> None:
    def work(count: int) -> Callable[[], object]:
        said = [f"The mayor of town {number} said that the pier is safe." for number in range(count)]
        before, now = "\n\n".join(said), "\n\n".join(reversed(said))
        return lambda: hold(now, EVERYWHERE, approved=before)

    report = work(100)()
    assert isinstance(report, Report)
    assert report.findings == ()
    assert growth(work, 200) < SQUARE


def tolls(count: int) -> list[str]:
    return [f"The toll was raised by {3 * number + 1000:,} crowns in May." for number in range(count)]


TOLLS = "claims:\n  - {id: toll, says: the toll was raised, occurrence: all}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(",", "", id="separator of thousands"),
        pytest.param("1,000 crowns", "1 thousand crowns", id="number in words"),
        pytest.param(".", ". It was noted.", id="another sentence"),
    ],
)
@pytest.mark.parametrize("step", [1, -1], ids=["in order", "turned round"])
def test_many_places_in_another_house_style_are_not_changed(
    hold: Callable[..., Report], old: str, new: str, step: int
) -> None:
    before = tolls(40)
    now = "\n\n".join(one.replace(old, new) for one in before[::step])
    assert hold(now, TOLLS, approved="\n\n".join(before)).findings == ()


@pytest.mark.parametrize("step", [1, -1], ids=["in order", "turned round"])
def test_work_grows_with_the_changed_places_and_not_with_their_square(hold: Callable[..., Report], step: int) -> None:
    def work(count: int) -> Callable[[], object]:
        before = tolls(count)
        now = "\n\n".join(one.replace("raised", "raised quietly") for one in before[::step])
        return lambda: hold(now, TOLLS, approved="\n\n".join(before))

    report = work(20)()
    assert isinstance(report, Report)
    assert [one.rule for one in report.findings] == ["context-changed"] * 20
    assert growth(work, 20) < SQUARE


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("after an", "reportedly after an", "hedge added: reportedly", id="hedge"),
        pytest.param("14 March", "15 March", "date 14 March → 15 March", id="date"),
        pytest.param("after an audit", "before an audit", "opposite after → before", id="order"),
        pytest.param("after", "soon after", "order after → soon after", id="word inserted"),
        pytest.param("Ada Lind resigned", "Bo Ek denied that Ada Lind resigned", "", id="denial"),
        pytest.param(" crowns.", " crowns, it lied.", "", id="tail"),
    ],
)
def test_one_finding_a_sentence_names_what_changed(
    hold: Callable[..., Report], old: str, new: str, message: str
) -> None:
    [(rule, line, text)] = found(hold, old, new)
    assert (rule, line) == ("context-changed", 1)
    assert text.startswith(message)
    assert text.endswith("(the approved sentence of 'resigned', 'audit')")


def test_a_row_is_approved_with_the_headings_of_its_columns(hold: Callable[..., Report]) -> None:
    [(rule, line, text)] = found(hold, "Closest approach", "Launch")
    assert (rule, line) == ("context-changed", 7)
    assert text.startswith("wording Closest approach → Launch")


def test_a_pinned_claim_is_not_reframed_by_guess(hold: Callable[..., Report]) -> None:
    denied = "The mayor denied that the bridge is safe.\n"
    spec = "claims:\n  - {id: safe, says: the bridge is safe}\n"
    assert [one.rule for one in hold(denied, spec).findings] == ["claim-reframed"]
    assert hold(denied, spec, approved=denied).findings == ()
    [finding] = hold("The mayor never denied that the bridge is safe.\n", spec, approved=denied).findings
    assert (finding.rule, finding.message) == (
        "context-changed",
        "negation added: never (the approved sentence of 'safe')",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("in 1911", "in 1912", id="before"),
        pytest.param("The board thanked her", "The board sued her", id="after"),
        pytest.param(" The board thanked her.", "", id="gone"),
    ],
)
def test_with_context_paragraph_the_neighbours_are_approved_too(
    hold: Callable[..., Report], old: str, new: str
) -> None:
    spec = "claims:\n  - {id: resigned, facts: [Ada Lind, resigned], context: paragraph}\n"
    assert found(hold, old, new, spec=spec.replace(", context: paragraph", "")) == []
    [(rule, _, _)] = found(hold, old, new, spec=spec)
    assert rule == "context-changed"


def test_a_claim_found_in_other_words_is_reported_once(hold: Callable[..., Report]) -> None:
    assert [rule for rule, _, _ in found(hold, "two days", "three days")] == ["claim-changed"]
    assert [rule for rule, _, _ in found(hold, "3 million", "4 million")] == ["claim-changed"]


def test_what_else_changed_in_its_sentence_is_reported_too(hold: Callable[..., Report]) -> None:
    both = [one[::2] for one in found(hold, "14 March after an audit of 3 m", "15 March after an audit of 4 m")]
    assert both == [
        ("context-changed", "date 14 March → 15 March (the approved sentence of 'resigned')"),
        ("claim-changed", "number 3 million → 4 million (claim 'audit')"),
    ]


def test_it_is_reported_if_the_other_finding_is_no_error(hold: Callable[..., Report]) -> None:
    spec = f"{SPEC}rules: {{claim-changed: warning}}\n"
    report = hold(ARTICLE.replace("3 million", "4 million"), spec, format="markdown", approved=ARTICLE)
    assert [one.rule for one in report.errors] == ["context-changed"]


@pytest.mark.parametrize(
    ("now", "messages"),
    [
        pytest.param("an inspection of 3 million crowns", [], id="its own words alone"),
        pytest.param(
            "an inspection of 3 million crowns in 1999",
            ["date added: 1999 (the approved sentence of 'audit')"],
            id="a fact beside them",
        ),
    ],
)
def test_a_reworded_claim_that_only_warns_does_not_hide_the_rest_of_its_sentence(
    hold: Callable[..., Report], now: str, messages: list[str]
) -> None:
    spec = "claims:\n  - {id: audit, says: an audit of 3 million crowns}\nrules: {claim-reworded: warning}\n"
    report = hold(ARTICLE.replace("an audit of 3 million crowns", now), spec, format="markdown", approved=ARTICLE)
    assert [one.rule for one in report.findings if one.rule == "claim-reworded"]
    assert [one.message for one in report.errors] == messages


@pytest.mark.parametrize("quoted", [True, False])
def test_a_sentence_that_comes_into_a_block_quotation_is_said_by_somebody_else(
    hold: Callable[..., Report], quoted: bool
) -> None:
    plain, marked = ARTICLE, ARTICLE.replace("A storm", "> A storm")
    before, now = (plain, marked) if quoted else (marked, plain)
    assert hold(now, SPEC, format="markdown", approved=now).findings == ()
    [one] = hold(now, SPEC, format="markdown", approved=before).findings
    became = "added" if quoted else "dropped"
    assert (one.rule, one.message) == (
        "context-changed",
        f"quotation {became}: block quotation (the approved sentence of 'storm')",
    )


def test_a_changed_heading_of_a_column_is_one_finding_a_row(hold: Callable[..., Report]) -> None:
    spec = SPEC + "  - {id: probe, says: Probe}\n  - {id: closest, says: Closest approach}\n"
    report = hold(ARTICLE.replace("Closest", "Nearest"), spec, format="markdown", approved=ARTICLE)
    row = next(one for one in report.findings if one.claim == "alpha")
    assert [row.expected[one.approved_start : one.approved_end] for one in row.differences] == ["Closest"]
    spec = spec.replace("says: Closest approach", "facts: [Closest]")
    report = hold(ARTICLE.replace("approach", "distance"), spec, format="markdown", approved=ARTICLE)
    messages = [one.message for one in report.findings]
    assert messages == [
        "wording approach → distance (the approved sentence of 'probe', 'closest')",
        "wording approach → distance (the approved sentence of 'alpha')",
    ]


PLACES = """\
# The pier

Ada Lind resigned.

## What we found

The pier is shut. The fare rose by a third.

- Boats were rare.

## Myths

Nobody was hurt.
"""
UNDER = """\
claims:
  - {id: resigned, says: Ada Lind resigned.}
  - {id: found, says: What we found}
  - {id: shut, says: The pier is shut.}
  - {id: fare, facts: [fare, a third]}
  - {id: boats, says: Boats were rare.}
  - {id: hurt, says: Nobody was hurt.}
"""


def placed(hold: Callable[..., Report], *edits: tuple[str, str], spec: str = UNDER) -> list[Finding]:
    now = PLACES
    for old, new in edits:
        assert now.count(old) == 1, old
        now = now.replace(old, new)
    return list(hold(now, spec, format="markdown", approved=PLACES).findings)


def test_a_sentence_under_another_heading_says_both(hold: Callable[..., Report]) -> None:
    [one] = placed(hold, (" The fare rose by a third.", ""), ("hurt.", "hurt. The fare rose by a third."))
    assert (one.rule, one.line, one.column, one.claim) == ("context-changed", 13, 18, "fare")
    assert one.message == (
        'the sentence is under another heading: "What we found" → "Myths" (the approved sentence of \'fare\')'
    )
    assert (one.expected, one.found) == ("The pier › What we found", "The pier › Myths")
    [difference] = one.differences
    assert one.expected[difference.approved_start : difference.approved_end] == "What we found"
    assert one.found[difference.start : difference.end] == "Myths"
    assert one.advice == ("move back what moved, or settle it in one look: factspec review specs/a.factspec.yaml::fare")


@pytest.mark.parametrize(
    ("edits", "message", "claims"),
    [
        pytest.param(
            [("The pier is shut.", "## Rumours\n\nThe pier is shut.")],
            '3 sentences are under another heading: "What we found" → "Rumours"',
            "the approved sentences of 'shut', 'fare', 'boats'",
            id="a heading put in",
        ),
        pytest.param(
            [("# The pier\n", "")],
            '6 sentences are no longer under "The pier"',
            "the approved sentences of 'resigned', 'found', 'shut' and 3 more",
            id="a heading taken out",
        ),
        pytest.param(
            [("- Boats", "Never say:\n\n- Boats")],
            'the sentence is now under the introduction "Never say:"',
            "the approved sentence of 'boats'",
            id="an introduction",
        ),
        pytest.param(
            [("- Boats", "- Lies\n  - Boats")],
            'the sentence is now under the list item "Lies"',
            "the approved sentence of 'boats'",
            id="a list item",
        ),
        pytest.param(
            [("Myths", "Truths")],
            'the sentence is under another heading: "Myths" → "Truths"',
            "the approved sentence of 'hurt'",
            id="a heading that is no claim",
        ),
        pytest.param(
            [("## Myths", f"## {'very ' * 40}long")],
            f'the sentence is under another heading: "Myths" → "{"very " * 15}very…"',
            "the approved sentence of 'hurt'",
            id="a long heading",
        ),
        pytest.param(
            [("What we found", "What they found")], "claim 'found' reworded", "", id="a heading that is a claim"
        ),
    ],
)
def test_one_cause_is_one_finding(
    hold: Callable[..., Report], edits: list[tuple[str, str]], message: str, claims: str
) -> None:
    [one] = placed(hold, *edits)
    assert one.message == f"{message} ({claims})" if claims else message


def test_a_sentence_that_moved_and_changed_is_reported_as_changed(hold: Callable[..., Report]) -> None:
    edits = [(" The fare rose by a third.", ""), ("hurt.", "hurt. The fare soon rose by a third.")]
    [one] = placed(hold, *edits)
    assert one.message == "wording added: soon (the approved sentence of 'fare')"


def test_a_sentence_that_moved_is_reported_although_its_own_words_only_warn(hold: Callable[..., Report]) -> None:
    edits = [("The pier is shut. ", ""), ("hurt.", "hurt. The pier is closed.")]
    found = placed(hold, *edits, spec=f"{UNDER}rules: {{claim-reworded: warning}}\n")
    assert [one.rule for one in found] == ["context-changed", "claim-reworded"]


EVERYWHERE = "claims:\n  - {id: safe, says: the pier is safe, occurrence: all}\n"


@pytest.mark.parametrize(
    ("now", "count"),
    [
        pytest.param("## A\n\nSo the pier is safe.\n\n## B\n\nNow the pier is safe.\n", 0, id="as they were"),
        pytest.param("## B\n\nNow the pier is safe.\n\n## A\n\nSo the pier is safe.\n", 0, id="sections moved"),
        pytest.param("## A\n\nNow the pier is safe.\n\n## B\n\nSo the pier is safe.\n", 2, id="exchanged"),
        pytest.param("## A\n\nSo the pier is safe.\n\nNow the pier is safe.\n\n## B\n", 1, id="one moved"),
    ],
)
def test_each_place_of_a_claim_is_under_its_own_heading(hold: Callable[..., Report], now: str, count: int) -> None:
    before = "## A\n\nSo the pier is safe.\n\n## B\n\nNow the pier is safe.\n"
    report = hold(now, EVERYWHERE, format="markdown", approved=before)
    assert [one.rule for one in report.findings] == ["context-changed"] * count


def test_a_sentence_that_is_under_two_headings_is_under_both_in_any_order(hold: Callable[..., Report]) -> None:
    one, other = "## A\n\nThe pier is safe.\n\n", "## B\n\nThe pier is safe.\n\n"
    assert hold(f"{other}{one}", EVERYWHERE, format="markdown", approved=f"{one}{other}").findings == ()
    report = hold(f"{one}{one}{other}".replace("B", "C"), EVERYWHERE, format="markdown", approved=f"{one}{other}{one}")
    assert [one.message.partition(" (")[0] for one in report.findings] == [
        'the sentence is under another heading: "B" → "C"'
    ]


def test_many_places_under_a_heading_that_was_put_in_take_no_time(hold: Callable[..., Report]) -> None:
    def work(count: int) -> Callable[[], object]:
        said = "".join(f"The mayor of town {number} said that the pier is safe.\n\n" for number in range(count))
        return lambda: hold(f"## Lies\n\n{said}", EVERYWHERE, format="markdown", approved=said)

    report = work(100)()
    assert isinstance(report, Report)
    assert [one.message.partition(" are")[0] for one in report.findings] == ["100 sentences"]
    assert growth(work, 200) < SQUARE


CITED = """\
## What to do

The pier closed on Monday [1]. Ada Lind resigned and Bo Ek stayed [1, 2].

| Pier | Cost |
|---|---|
| North | 3 million |
"""
CITING = """\
sources: [1, 2]
claims:
  - {id: heading, says: What to do}
  - {id: pier, says: The pier closed on Monday., cites: [1]}
  - {id: ada, facts: [Ada Lind, resigned]}
  - {id: bo, facts: [Bo Ek, stayed]}
  - {id: north, facts: [North, 3 million], within: row}
"""


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        pytest.param("[1, 2]", "[2, 1]", [], id="another order"),
        pytest.param("[1, 2]", "[1][2]", [], id="two markers"),
        pytest.param(
            "What to do", "What to do [2]", ["citation added: [2] (the approved sentence of 'heading')"], id="h"
        ),
        pytest.param("North", "North [1]", ["citation added: [1] (the approved sentence of 'north')"], id="row"),
        pytest.param(
            "[1, 2]", "[1]", ["citation dropped: [2] (the approved sentence of 'ada', 'bo')"], id="one for two claims"
        ),
        pytest.param("[1, 2]", "", ["citation dropped: [1, 2] (the approved sentence of 'ada', 'bo')"], id="none"),
        pytest.param("Monday [1]", "Monday [2]", [], id="a claim that says what it cites"),
    ],
)
def test_citations_of_a_claim_without_cites(
    hold: Callable[..., Report], old: str, new: str, messages: list[str]
) -> None:
    report = hold(CITED.replace(old, new), CITING, format="markdown", approved=CITED)
    assert [one.message for one in report.findings if one.rule == "context-changed"] == messages


def test_the_same_words_in_two_sentences_exchange_their_citations(hold: Callable[..., Report]) -> None:
    article = "Ada said the pier is safe [1]. Bo said the pier is safe [2].\n"
    spec = "sources: [1, 2]\nclaims:\n  - {id: safe, says: the pier is safe, occurrence: all}\n"
    now = "Ada said the pier is safe [2]. Bo said the pier is safe [1].\n"
    assert hold(article, spec, approved=article).findings == ()
    assert [one.rule for one in hold(now, spec, approved=article).findings] == ["context-changed"] * 2
