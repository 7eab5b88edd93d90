"""claim-reframed: approved words in a sentence or quotation that turns them; those that stand come first."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report


def quoted(words: str, more: str = "") -> str:
    return f"claims:\n  - id: q\n    quotes: '{words}'\n{more}"


@pytest.mark.parametrize(
    "article",
    [
        pytest.param('"Yes, the lock is old," Ada Holm said.', id="a word before"),
        pytest.param('"I think the lock is old," Ada Holm said.', id="an opinion is the speaker's own"),
        pytest.param('"We know that the lock is old," Ada Holm said.', id="known"),
        pytest.param('Ada Holm never believed it. "The lock is old," she said. "Nobody wants it."', id="outside"),
        pytest.param('"Let me say this: the lock is old," Ada Holm said.', id="said by the speaker"),
        pytest.param('"The lock is old, I think," Ada Holm said.', id="thought by the speaker"),
        pytest.param('"I do not believe it. The lock is old," Ada Holm said.', id="denied in the sentence before"),
        pytest.param('"The lock is old," Ada Holm said. The council denied the claim.', id="denied by others"),
        pytest.param('"The lock is old, and I am glad," Ada Holm said.', id="goes on"),
        pytest.param('"The lock is old, but not for sale," Ada Holm said.', id="but something else is not"),
        pytest.param('"Once again the lock is old," Ada Holm said.', id="once again"),
        pytest.param('"In Hale the lock is old," Ada Holm said.', id="in a place"),
        pytest.param('"The lock is old, perhaps the oldest," Ada Holm said.', id="perhaps something more"),
        pytest.param('"Perhaps you know. The lock is old," Ada Holm said.', id="perhaps something else"),
        pytest.param('"We were told so. The lock is old," Ada Holm said.', id="told in the sentence before"),
        pytest.param('"The lock is old," Ada Holm said. She was not misquoted.', id="not misquoted"),
        pytest.param('"The lock is old," Ada Holm said. She was wrong.', id="wrong herself"),
        pytest.param('Ada Holm called it new. "It was not us: the lock is old," she said.', id="another clause"),
    ],
)
def test_a_stretch_of_a_quotation_stands(hold: Callable[..., Report], article: str) -> None:
    assert not hold(article, quoted("the lock is old")).findings


@pytest.mark.parametrize("article", ['"When it rained, we left," Ada Holm said.', '"We left once it rained," Bo said.'])
def test_a_time_that_is_past_is_no_condition(hold: Callable[..., Report], article: str) -> None:
    assert not hold(article, quoted("it rained")).findings


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param('"It is not true that the lock is old," Ada Holm said.', "not", id="not true"),
        pytest.param('"I deny that the lock is old," Ada Holm said.', "deny", id="deny"),
        pytest.param('"Nobody believes the lock is old," Ada Holm said.', "Nobody", id="nobody believes"),
        pytest.param('"I never said the lock is old," Ada Holm said.', "never", id="never said"),
        pytest.param('"I doubt the lock is old," Ada Holm said.', "doubt", id="doubt"),
        pytest.param('Ada Holm said it was not "the lock is old".', "not", id="not before the marks"),
    ],
)
def test_a_stretch_that_its_own_quotation_turns(hold: Callable[..., Report], article: str, words: str) -> None:
    [finding] = hold(article, quoted("the lock is old")).findings
    assert (finding.rule, finding.differences[0].found) == ("claim-reframed", words)


def test_somebody_says_so(hold: Callable[..., Report]) -> None:
    spec = "claims:\n  - id: c\n    says: the repair cost 2.4 million crowns\n"
    article = "Officials said the repair cost 2.4 million crowns, half of it paid by the insurer [1, 2]."
    assert [finding.rule for finding in hold(article, spec).findings] == ["claim-reframed"]


@pytest.mark.parametrize(
    "article",
    [
        pytest.param('"I wish I could say it is old," said Ada Holm.', id="wished"),
    ],
)
def test_a_quotation_that_its_speaker_turns(hold: Callable[..., Report], article: str) -> None:
    report = hold(article, quoted("It is old", "    speaker: Ada Holm\n"))
    assert [finding.rule for finding in report.findings] == ["claim-reframed"]


@pytest.mark.parametrize(
    "article", ["In the United States the ferry sailed in May.", "The United States ferry sailed in May."]
)
def test_the_name_of_a_country_is_no_verb_of_saying(hold: Callable[..., Report], article: str) -> None:
    assert not any("States" in one.message for one in hold(article, "claims: [{id: c, says: ferry sailed}]\n").findings)


@pytest.mark.parametrize(
    ("says", "named"),
    [
        pytest.param(
            "In this case the crates were carried by boat",
            "its sentence has the attribution denied",
            id="part of a sentence",
        ),
        pytest.param("The crates were carried by boat.", "attribution added: denied", id="a whole sentence"),
    ],
)
def test_a_frame_around_reworded_wording_is_named(hold: Callable[..., Report], says: str, named: str) -> None:
    article = f"Phylum denied that {says[0].lower()}{says[1:].removesuffix('.').replace('carried', 'moved')}."
    [finding] = hold(article, f"claims:\n  - {{id: c, says: {says}}}\n").errors
    assert finding.message.endswith(f"{named} (claim 'c')")


# -- quotation marks around a whole sentence

LOCK = "claims:\n  - id: c\n    says: {}\n"


@pytest.mark.parametrize(
    ("says", "article"),
    [
        pytest.param("'“The lock is old.”'", '"The lock is old."', id="approved with its marks"),
        pytest.param("'“The lock is old.'", "“The lock is old.\n\n“It leaks.”", id="approved with its first mark"),
        pytest.param("'It leaks.”'", "“The lock is old.\n\n“It leaks.”", id="approved with its last mark"),
        pytest.param("It leaks.", "“The lock is old.\n\n“It leaks. It creaks.\n\n“It drips.”", id="amid a quotation"),
        pytest.param("'“The lock is old,” Ada Holm said.'", "“The lock is old,” Ada Holm said.", id="a part in marks"),
        pytest.param("The lock is old.", "“Yes.” The lock is old. “Oh.”", id="between quotations"),
        pytest.param("The lock is old.", "“But” the lock is old.", id="an opening word in marks"),
        pytest.param("The lock is old.", "“The lock is old.” Yes, it is. The lock is old.", id="said once more"),
        pytest.param("The lock is old.", "The locks' keeper left. The lock is old.", id="an apostrophe before it"),
    ],
)
def test_a_sentence_has_the_marks_that_were_approved(hold: Callable[..., Report], says: str, article: str) -> None:
    report = hold(f"{article}\n", f"strict: true\n{LOCK.format(says)}")
    assert [claim.verdict for claim in report.claims] == ["passed"]


@pytest.mark.parametrize(
    ("article", "marks"),
    [
        pytest.param("“The lock is old.”", "“”", id="double marks"),
        pytest.param("'The lock is old.'", "''", id="single marks"),
        pytest.param("«The lock is old».", "«»", id="angles"),
        pytest.param("“‘The lock is old.’”", "“‘’”", id="a quotation in another"),
        pytest.param("But “the lock is old.”", "“”", id="after an opening word"),
        pytest.param("“The lock is old.\n\n“It leaks.”", "“", id="first of two paragraphs"),
        pytest.param("“It leaks.\n\n“The lock is old.”", "”", id="last of two paragraphs"),
    ],
)
@pytest.mark.parametrize("head", ["", "strict: true\n"], ids=["", "strict"])
def test_quotation_marks_make_a_sentence_somebodys_words(
    hold: Callable[..., Report], article: str, marks: str, head: str
) -> None:
    [finding] = [one for one in hold(f"{article}\n", head + LOCK.format("The lock is old.")).errors if one.claim]
    assert (finding.rule, finding.message) == ("claim-reframed", "quotation marks added (claim 'c')")
    assert "".join(one.found for one in finding.differences) == marks
    assert all(finding.found[one.start : one.end] == one.found for one in finding.differences)
    assert {one.kind for one in finding.differences} == {"quotation"}
    assert "write them in `says` too" in finding.advice


def test_of_all_occurrences_none_may_be_in_quotation_marks(hold: Callable[..., Report]) -> None:
    article = "The lock is old.\n\nThe lock is old.\n"
    claim = LOCK.format("The lock is old.\n    occurrence: all")
    assert not hold(article, claim).errors
    [finding] = hold(article[:18] + "“The lock is old.”\n", claim).errors
    assert (finding.rule, finding.line) == ("claim-reframed", 3)


def test_an_approved_sentence_in_quotation_marks_is_compared_with_the_lock(hold: Callable[..., Report]) -> None:
    plain, quoted = "The lock is old.\n", "“The lock is old.”\n"
    claim = LOCK.format("The lock is old.")
    assert not hold(quoted, claim, approved=quoted).errors
    assert [one.rule for one in hold(quoted, claim, approved=plain).errors] == ["context-changed"]
