"""What of each sentence no claim accounts for."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report
from factspec.specs.policy import Policy

ARTICLE = """\
The lock reopens

On Friday the lock reopened. It cost 2.4 million crowns, where the minister signed a loan.

"We are glad," the keeper Ada Holm said. Nobody was hurt.
"""
STRICT = Policy(rules={"uncovered-sentence": "error"})


def spec(*claims: str, more: str = "") -> str:
    listed = "".join(f"  - {{id: c{number}, {claim}}}\n" for number, claim in enumerate(claims))
    return f"claims:\n{listed}{more}"


def left(report: Report) -> list[tuple[int, str]]:
    return [(one.line, one.found) for one in report.findings if one.rule == "uncovered-sentence"]


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
            spec(FIRST, COST, GLAD, more="waivers: [{rule: uncovered-sentence, at: Nobody was hurt, reason: known}]\n"),
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
        pytest.param([COST, GLAD, HURT], [(3, "On Friday the lock reopened.")], id="a whole sentence"),
        pytest.param(
            [FIRST, "says: It cost 2.4 million crowns", GLAD, HURT],
            [(3, "where the minister signed a loan")],
            id="a clause",
        ),
        pytest.param(
            [FIRST, 'says: "where the minister signed a loan"', GLAD, HURT],
            [(3, "It cost 2.4 million crowns")],
            id="a number",
        ),
        pytest.param(["says: the lock reopened", COST, GLAD, HURT], [(3, "On Friday")], id="a day"),
        pytest.param([FIRST, COST, "quotes: We are glad", HURT], [(5, "the keeper Ada Holm said")], id="a name"),
        pytest.param([FIRST, COST, GLAD, "facts: [hurt]"], [(5, "Nobody was")], id="a negation"),
        pytest.param(
            [FIRST, "facts: [It cost, signed a loan]", GLAD, HURT],
            [(3, "2.4 million crowns, where the minister")],
            id="between facts",
        ),
        pytest.param(["says: On … the lock reopened", COST, GLAD, HURT], [(3, "Friday")], id="in a gap"),
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
    assert [one for one in report.errors if one.rule in {"uncovered-sentence", "claim-changed", "claim-reframed"}]


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
        "waivers: [{rule: uncovered-sentence, at: {section: Fees}, reason: known}]\n"
    )
    assert [one.found for one in hold(text, spec, format="markdown").errors] == ["It is false."]
