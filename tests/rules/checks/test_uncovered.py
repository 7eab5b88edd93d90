"""What of each sentence, heading, table row and line of code no claim accounts for."""

from collections.abc import Callable
from datetime import date

import pytest

from factspec.rules.finding import Report
from factspec.specs.policy import Policy

ARTICLE = """\
On Friday the lock reopened. It cost 2.4 million crowns, where the minister signed a loan.

"We are glad," the keeper Ada Holm said. Nobody was hurt.
"""
STRICT = Policy(rules={"uncovered": "error"})


def spec(*claims: str, more: str = "") -> str:
    listed = "".join(f"  - {{id: c{number}, {claim}}}\n" for number, claim in enumerate(claims))
    return f"claims:\n{listed}{more}"


def left(report: Report) -> list[tuple[int, str]]:
    return [(one.line, one.found) for one in report.findings if one.rule == "uncovered"]


FIRST = "says: On Friday the lock reopened."
COST = 'says: "It cost 2.4 million crowns, where the minister signed a loan."'
GLAD = "says: '\"We are glad,\" the keeper Ada Holm said.'"
HURT = "says: Nobody was hurt."


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(spec(FIRST, COST, GLAD, HURT), id="whole sentences"),
        pytest.param(spec("says: Friday the lock reopened", "says: On Friday", COST, GLAD, HURT), id="parts"),
        pytest.param(
            spec(FIRST, COST, GLAD, more="waivers: [{rule: uncovered, at: Nobody was hurt, reason: known}]\n"),
            id="a waiver",
        ),
        pytest.param(
            spec(FIRST, COST, "quotes: We are glad, speaker: Ada Holm", "says: the keeper", HURT),
            id="a quotation and who says it",
        ),
    ],
)
def test_all_is_covered(hold: Callable[..., Report], more: str) -> None:
    report = hold(ARTICLE, more, policy=STRICT)
    assert left(report) == []
    assert report.article.coverage == 100


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        pytest.param([COST, GLAD, HURT], [(1, "On Friday the lock reopened.")], id="a whole sentence"),
        pytest.param(
            [FIRST, "says: It cost 2.4 million crowns", GLAD, HURT],
            [(1, "where the minister signed a loan")],
            id="a clause",
        ),
        pytest.param(
            [FIRST, 'says: "where the minister signed a loan"', GLAD, HURT],
            [(1, "It cost 2.4 million crowns")],
            id="a number",
        ),
        pytest.param(["says: the lock reopened", COST, GLAD, HURT], [(1, "On Friday")], id="a day"),
        pytest.param([FIRST, COST, "quotes: We are glad", HURT], [(3, "the keeper Ada Holm said")], id="a name"),
        pytest.param([FIRST, COST, GLAD, "facts: [hurt]"], [(3, "Nobody was")], id="a negation"),
        pytest.param(
            [FIRST, "facts: [It cost, signed a loan]", GLAD, HURT],
            [(1, "2.4 million crowns, where the minister")],
            id="between facts",
        ),
        pytest.param(["says: On … the lock reopened", COST, GLAD, HURT], [(1, "Friday")], id="in a gap"),
    ],
)
def test_left_over(hold: Callable[..., Report], claims: list[str], found: list[tuple[int, str]]) -> None:
    report = hold(ARTICLE, spec(*claims), policy=STRICT)
    assert left(report) == found
    assert report.article.coverage < 100


@pytest.mark.parametrize(
    ("article", "claims", "found"),
    [
        pytest.param("“The lock reopened.”", ["facts: [lock, The, reopened]"], [], id="around the sentence"),
        pytest.param("Ek said “we won” then.", ["quotes: we won, speaker: Ek", "facts: [then]"], [], id="a quotation"),
        pytest.param("The “safe” lock leaked.", ["facts: ['\"safe\"', lock, leaked]"], [], id="approved marks"),
        pytest.param("The ‘safe’ lock leaked.", ["says: The “safe” lock leaked."], [], id="other marks"),
        pytest.param("The lock's safe.", ["facts: [lock's, safe]"], [], id="an apostrophe"),
        pytest.param("The “safe” lock leaked.", ["facts: [safe, lock, leaked]"], [(1, "“safe”")], id="a fact"),
        pytest.param("The ‘safe’ lock leaked.", ["facts: [safe, lock, leaked]"], [(1, "‘safe’")], id="single marks"),
        pytest.param("“The lock” leaked.", ["says: The lock", "says: leaked"], [(1, "“The lock”")], id="a part"),
    ],
)
def test_quotation_marks_around_part_of_a_sentence(
    hold: Callable[..., Report], article: str, claims: list[str], found: list[tuple[int, str]]
) -> None:
    assert left(hold(article + "\n", "strict: true\n" + spec(*claims))) == found


FREE = """\
The lock lies in Lund
But the lock lies in Lund.
And the lock lies in Lund.
Also, the lock lies in Lund.
In addition, the lock lies in Lund.
The lock lies in Lund …
“The lock lies in Lund”.
(The lock lies in Lund.)
The lock lies in Lund –
The lock lies, in Lund.
""".splitlines()
TAILS = """\
by mistake
, it lied
under duress
temporarily
, then reversed itself
again
– allegedly
(a lie)
?
!
& Ek
%
in error
not
too
so
in part
1
I
ha
😀
(!)
“so”
the first
or Lund
*
/
+ 1
= 2
§ 3
N0T
in addition to Ystad
""".splitlines()
HEADS = ["Secretly, t", "If t", "Hardly. T", "Ada said: t", "No, t", "“Not” t", "“Sure,” t", "Once t", "A fake: t"]


@pytest.mark.parametrize("article", FREE)
def test_what_states_nothing_is_free(hold: Callable[..., Report], article: str) -> None:
    assert left(hold(f"- {article}\n", spec("says: the lock lies in Lund"), policy=STRICT)) == []


@pytest.mark.parametrize(
    "article",
    [*(f"The lock lies in Lund {tail}." for tail in TAILS), *(f"{head}he lock lies in Lund." for head in HEADS)],
)
def test_any_other_word_is_left_over(hold: Callable[..., Report], article: str) -> None:
    report = hold(f"- {article}\n", spec("says: the lock lies in Lund"), policy=STRICT)
    assert [one for one in report.errors if one.rule in {"uncovered", "claim-changed", "claim-reframed"}]


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        pytest.param("(a lie)", "(a lie)", id="brackets"),
        pytest.param("“so”", "“so”", id="quotation marks"),
        pytest.param("(a lie) of “Ada”", "(a lie) of “Ada”", id="both"),
        pytest.param("at last (so Ada)", "at last (so Ada)", id="brackets at the end"),
        pytest.param(", by and by,", "by and by", id="no comma"),
    ],
)
def test_words_are_shown_with_their_marks(hold: Callable[..., Report], tail: str, found: str) -> None:
    report = hold(f"- The lock lies in Lund {tail}.\n", spec("says: the lock lies in Lund"), policy=STRICT)
    assert left(report) == [(1, found)]


@pytest.mark.parametrize(
    ("article", "says", "found"),
    [
        pytest.param("The lock lies in Lund.", "The lock lies in Lund", "", id="a stop"),
        pytest.param("- The lock lies in Lund …", "The lock lies in Lund", "", id="an ellipsis"),
        pytest.param("The lock lies in the U.S.", "The lock lies in the U.S.", "", id="an abbreviation in the claim"),
        pytest.param("- It says that it isn't", "It says that it isn't", "", id="a contraction in the claim"),
        pytest.param("- It is as wide as a boat's", "It is as wide as a", "boat's", id="a possessive"),
        pytest.param("The lock lies in the U.S.", "The lock lies in the", "U.S.", id="an abbreviation"),
        pytest.param("- It says that it isn't", "It says that it", "isn't", id="a contraction"),
        pytest.param("- The width of the lock is 1,200", "The width of the lock is", "1,200", id="a number"),
    ],
)
def test_the_end_of_a_sentence(hold: Callable[..., Report], article: str, says: str, found: str) -> None:
    assert left(hold(article + "\n", spec(f'says: "{says}"'), policy=STRICT)) == ([(1, found)] if found else [])


def test_a_waiver_of_uncited_covers_its_sentence(hold: Callable[..., Report]) -> None:
    waiver = "sources: [1]\nwaivers: [{rule: uncited, at: It is old, reason: known}]\n"
    report = hold("It is wide [1]. It is old.\n", waiver + spec("says: It is wide"), policy=STRICT)
    assert (report.article.covered, report.article.waived, left(report)) == (1, 1, [])


def test_figures_add_up(hold: Callable[..., Report]) -> None:
    article = hold(ARTICLE, spec(FIRST, "says: It cost 2.4 million crowns"), policy=STRICT).article
    assert (article.sentences, article.covered, article.partly, article.waived, article.uncovered) == (4, 1, 1, 0, 2)
    assert article.coverage == 25


def test_a_minus_before_a_number_is_left_over(hold: Callable[..., Report]) -> None:
    spec = "strict: true\nclaims: [{id: c, facts: [It, cost, 3 euros]}]\n"
    assert not hold("It cost 3 euros.", spec).errors
    [finding] = hold("It cost \u2212 3 euros.", spec).errors
    assert finding.message == "sentence partly covered: '\u2212' left over"


def test_a_section_waiver_waives_nothing_in_notes(hold: Callable[..., Report]) -> None:
    text = "# Fees\n\nIt is long.[^n]\n\n[^n]: It is false.\n"
    spec = (
        "strict: true\nclaims: [{id: f, says: Fees}]\n"
        "waivers: [{rule: uncovered, at: {section: Fees}, reason: known}]\n"
    )
    assert [one.found for one in hold(text, spec, format="markdown").errors] == ["It is false."]


# Headings, titles, captions and alternative texts.

ALWAYS = "strict: true\n"


def errors_in(report: Report) -> list[tuple[str, int, str]]:
    return [(one.rule, one.line, one.found) for one in report.errors]


@pytest.mark.parametrize(
    ("article", "claims"),
    [
        pytest.param("# Lock reopens\n\nIt is open.\n", "Lock reopens", id="a claim"),
        pytest.param("# It is open\n\nIt is open.\n", "", id="a claim of the body, word for word"),
        pytest.param("# It *is* open\n\nIt is open.\n", "", id="with emphasis"),
        pytest.param("# But it is open!\n\nIt is open.\n", "But it is open!", id="a sign that is approved"),
    ],
)
def test_a_heading_is_covered(hold: Callable[..., Report], article: str, claims: str) -> None:
    more = f"  - {{id: head, says: {claims}}}\n" if claims else ""
    assert (
        errors_in(hold(article, f"{ALWAYS}claims:\n  - {{id: open, says: It is open.}}\n{more}", format="markdown"))
        == []
    )


@pytest.mark.parametrize(
    ("article", "line", "found"),
    [
        pytest.param("# Lock reopens\n\nIt is open.\n", 1, "Lock reopens", id="nobody approved it"),
        pytest.param("# It is open, for now\n\nIt is open.\n", 1, "It is open, for now", id="it says more"),
        pytest.param("# It is open?\n\nIt is open.\n", 1, "It is open?", id="it asks"),
        pytest.param("It is open.\n\n## False\n", 3, "False", id="a label"),
    ],
)
def test_a_heading_is_left_over(hold: Callable[..., Report], article: str, line: int, found: str) -> None:
    report = hold(article, f"{ALWAYS}claims:\n  - {{id: open, says: It is open.}}\n", format="markdown")
    assert errors_in(report) == [("uncovered", line, found)]


def test_a_waiver_names_the_whole_heading(hold: Callable[..., Report]) -> None:
    spec = (
        ALWAYS + "claims:\n  - {id: open, says: It is open.}\n"
        "waivers:\n  - {rule: uncovered, at: Lock reopens, reason: a headline}\n"
    )
    assert errors_in(hold("# Lock reopens\n\nIt is open.\n", spec, format="markdown")) == []
    grown = hold("# Lock reopens, for now\n\nIt is open.\n", spec, format="markdown")
    assert {one.rule for one in grown.errors} == {"uncovered", "waiver-unmatched"}


def test_a_section_is_waived(hold: Callable[..., Report]) -> None:
    spec = (
        ALWAYS + "claims:\n  - {id: open, says: It is open.}\n  - {id: head, says: Analysis}\n"
        "waivers:\n  - {rule: uncovered, at: {section: Analysis}, reason: opinion}\n"
    )
    article = "It is open.\n\n## Analysis\n\nWe like it. So do you.\n"
    assert errors_in(hold(article, spec, format="markdown")) == []
    assert errors_in(hold(article + "\n## End\n\nBye.\n", spec, format="markdown")) == [
        ("uncovered", 7, "End"),
        ("uncovered", 9, "Bye."),
    ]


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param("It is open.\n", "names no heading of the article", id="no such heading"),
        pytest.param(
            "# Analysis\n\n## End\n\nIt is open.\n", "names a heading without a sentence", id="nothing under it"
        ),
        pytest.param("# Analysis\n\nIt is open.\n\n# Analysis\n\nYes.\n", "matches 2 headings", id="two of them"),
    ],
)
def test_a_section_that_is_not_there(hold: Callable[..., Report], article: str, words: str) -> None:
    spec = "waivers:\n  - {rule: uncovered, at: {section: Analysis}, reason: opinion}\n"
    [finding] = hold(article, spec, format="markdown").errors
    assert finding.rule == "waiver-unmatched"
    assert words in finding.message


@pytest.mark.parametrize(
    ("article", "message"),
    [
        pytest.param("# Open\n", "no claim covers this heading", id="a heading"),
        pytest.param("It is open.\n", "no claim covers this sentence", id="a sentence"),
        pytest.param("> It is open.\n", "no claim covers this sentence", id="a block quotation"),
        pytest.param("- It is open.\n", "no claim covers this sentence", id="a list item"),
        pytest.param("![It is open](a.png)\n", "no claim covers this caption", id="an alternative text"),
        pytest.param("---\ntitle: Open\n---\n", "no claim covers this title", id="a title"),
        pytest.param("| open |\n|---|\n", "no claim covers this table row", id="a table row"),
        pytest.param("```\nvotes: 27\n```\n", "no claim covers this line of code", id="a line of code"),
    ],
)
def test_a_message_says_what_kind_of_place_it_is(hold: Callable[..., Report], article: str, message: str) -> None:
    spec = f"{ALWAYS}claims:\n  - {{id: lies, says: The lock lies in Lund.}}\n"
    report = hold(f"{article}\nThe lock lies in Lund.\n", spec, format="markdown")
    assert [one.message for one in report.errors] == [message]


# Table rows.

TABLE = "| name | votes |\n|---|---|\n| Lind | 27 |\n"
CLAIMS = "strict: true\nclaims:\n" + "".join(
    f"  - {{id: c{number}, says: {words}}}\n" for number, words in enumerate(["name", "votes", "Lind", "'27'"])
)


def test_every_cell_is_covered(hold: Callable[..., Report]) -> None:
    assert hold(TABLE, CLAIMS, format="markdown").errors == ()


@pytest.mark.parametrize(
    ("table", "line"),
    [
        pytest.param(TABLE + "| Ek | 72 |\n", 4, id="a row more"),
        pytest.param(TABLE.replace("| Lind |", "| Lind, a thief |"), 3, id="a word more"),
        pytest.param(TABLE.replace("votes", "stolen votes"), 1, id="a heading"),
    ],
)
def test_a_row_is_left_over(hold: Callable[..., Report], table: str, line: int) -> None:
    errors = hold(table, CLAIMS, format="markdown").errors
    assert errors
    assert {(one.rule, one.line) for one in errors if one.rule == "uncovered"} == {("uncovered", line)}


def test_a_row_is_one_finding(hold: Callable[..., Report]) -> None:
    [finding] = hold(TABLE + "| Ek | 72 |\n", CLAIMS, format="markdown").errors
    assert (finding.message, finding.line, finding.column) == ("no claim covers this table row", 4, 3)
    errors = hold(
        TABLE.replace("name", "name in full").replace("votes", "votes in June"), CLAIMS, format="markdown"
    ).errors
    [finding] = [one for one in errors if one.rule == "uncovered"]
    assert finding.message == "table row partly covered: 'in full'; 'in June' left over"


def test_a_waiver_takes_its_cell_alone(hold: Callable[..., Report]) -> None:
    waiver = "waivers:\n  - {rule: uncovered, at: Ek, reason: a name}\n"
    [finding] = hold(TABLE + "| Ek | 72 |\n", CLAIMS + waiver, format="markdown").errors
    assert (finding.message, finding.column) == ("table row partly covered: '72' left over", 8)


# An article that nobody approved.

MANY = "".join(f"It is line {number}. " for number in range(1, 13))
UNREAD = "nobody approved this article: no claim covers 12 of its 12 sentences"


def claims_of(count: int) -> str:
    return "claims:\n" + "".join(f"  - {{id: c{one}, says: It is line {one}.}}\n" for one in range(1, count + 1))


@pytest.mark.parametrize(
    ("spec", "listed"),
    [
        pytest.param(f"strict: true\n{claims_of(12)}", 0, id="all is claimed"),
        pytest.param(f"strict: true\n{claims_of(6)}", 6, id="half is claimed"),
        pytest.param(f"strict: true\nrules: {{uncovered: error}}\n{claims_of(1)}", 11, id="the spec sets the severity"),
        pytest.param(claims_of(1), 11, id="not strict"),
    ],
)
def test_each_place_is_listed(hold: Callable[..., Report], spec: str, listed: int) -> None:
    report = hold(f"{MANY}\n", spec, policy=Policy())
    assert [one.line for one in report.findings if one.rule == "uncovered"] == [1] * listed


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        pytest.param("strict: true\n", UNREAD, id="no claim"),
        pytest.param(f"strict: true\n{claims_of(5)}", UNREAD.replace("12 of", "7 of"), id="few claims"),
        pytest.param("strict: true\nsources: [{id: 1, role: background}]\n", UNREAD, id="nothing is cited either"),
    ],
)
def test_an_article_that_nobody_approved_is_one_finding(hold: Callable[..., Report], spec: str, message: str) -> None:
    report = hold(f"# Lines\n\n{MANY}\n\n| a |\n|---|\n| b |\n", spec, format="markdown", policy=Policy())
    [finding] = report.errors
    assert (finding.rule, finding.message, finding.path) == ("uncovered", message, "specs/a.factspec.yaml")
    assert finding.advice == "read it and approve it: factspec approve specs/a.factspec.yaml"


def test_what_is_waived_in_an_article_that_nobody_approved(hold: Callable[..., Report]) -> None:
    spec = (
        "strict: true\nsources: [{id: 1, role: background}]\nwaivers:\n"
        "  - {rule: uncited, at: It is line 1., reason: known, until: 2026-05-01}\n"
        "  - {rule: uncovered, at: It is line 2., reason: known}\n"
        "  - {rule: uncited, at: It is line 3., reason: known}\n"
    )
    report = hold(f"{MANY}\n", spec, policy=Policy(), today=date(2026, 5, 20))
    assert [one.taken for one in report.waivers] == [1, 1, 1]
    assert {one.rule for one in report.errors} == {"uncovered", "uncited", "waiver-expired"}
