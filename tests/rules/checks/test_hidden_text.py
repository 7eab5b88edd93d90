"""hidden-text: words of a page that no reader sees."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report, Severity

CLAIM = "claims: [{id: c, says: 'Ann Reyl left'}]\n"
NOT = "<p>Ann Reyl left.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p>Four words of text.</p>", id="shown"),
        pytest.param("<script>var four = words.of.text;</script>", id="script"),
        pytest.param("<style>p.four { words: of text }</style>", id="style"),
        pytest.param("<template><p>Four words of text.</p></template>", id="template"),
        pytest.param("<!-- Four words of text. -->", id="comment"),
        pytest.param("<p hidden></p>", id="empty"),
        pytest.param("<p hidden> \n </p>", id="white space"),
        pytest.param("<p hidden>Share</p>", id="one word"),
        pytest.param("<p hidden>Read more</p>", id="two words"),
        pytest.param("<span hidden>·</span>", id="sign"),
        pytest.param("<span hidden>&para;</span>", id="entity"),
        pytest.param("<p hidden>don’t share</p>", id="apostrophe"),
        pytest.param("<p style='color: red'>Four words of text.</p>", id="another style"),
        pytest.param("<p style='display: block'>Four words of text.</p>", id="shown by style"),
        pytest.param("<p style='visibility: visible'>Four words of text.</p>", id="visible"),
        pytest.param("<p style='opacity: 0.9'>Four words of text.</p>", id="nearly opaque"),
        pytest.param("<p style='font-size: 0.8em'>Four words of text.</p>", id="small"),
        pytest.param("<p style='margin-left: -20px'>Four words of text.</p>", id="moved a little"),
        pytest.param("<p style='top:0;left:0'>Four words of text.</p>", id="at the corner"),
        pytest.param("<p class='hidden'>Four words of text.</p>", id="class"),
        pytest.param("<p hidden>One</p><p>and</p><p hidden>Two words</p>", id="parted by shown text"),
        pytest.param("<nav hidden>Home News About us</nav>", id="navigation"),
        pytest.param("<p><img alt='Four words of text' src='a.png'></p>", id="alternative text"),
        pytest.param("<p hidden><img src='a.png'></p>", id="picture"),
        pytest.param("<button hidden>Four words of text</button>", id="control"),
    ],
)
def test_silent(hold: Callable[..., Report], markup: str) -> None:
    report = hold(f"<article>{NOT}{markup}</article>", CLAIM, format="html")
    assert [str(one) for one in report.findings if one.rule == "hidden-text"] == []


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        pytest.param("<p hidden>Four words of text.</p>", "Four words of text.", id="hidden"),
        pytest.param("<p style='display:none'>Four words of text.</p>", "Four words of text.", id="display"),
        pytest.param(
            "<p style='display:none;font-size:0;opacity:0'>Four words of text.</p>",
            "Four words of text.",
            id="among others",
        ),
        pytest.param("<p hidden>Four <b>bold</b> &amp; plain words.</p>", "Four bold & plain words.", id="tags inside"),
        pytest.param("<div hidden><p>One two</p> <p>three four</p></div>", "One two three four", id="two paragraphs"),
        pytest.param("<p>Ann <i hidden>Marie never ever</i> came.</p>", "Marie never ever", id="in a line"),
    ],
)
def test_reported(hold: Callable[..., Report], markup: str, found: str) -> None:
    report = hold(f"<article>{NOT}{markup}</article>", CLAIM, format="html")
    [finding] = [one for one in report.findings if one.rule == "hidden-text"]
    assert finding.severity is Severity.ERROR
    assert finding.found == found


def test_two_words_that_are_a_claim(hold: Callable[..., Report]) -> None:
    report = hold("<p>Karvi won.</p><p hidden>Karvi won!</p>", "claims: [{id: c, says: Karvi won}]\n", format="html")
    assert [one.found for one in report.findings if one.rule == "hidden-text"] == ["Karvi won!"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("<p>Ann <b hidden>not</b> Reyl left.</p>", ["not"], id="one word inside the claim"),
        pytest.param("<p>Ann Reyl <b style='display:none'>5</b>left.</p>", ["5"], id="one number"),
        pytest.param("<p>Ann Reyl left. <b hidden>not</b></p>", [], id="behind it"),
        pytest.param("<p><b hidden>not</b> Ann Reyl left.</p>", [], id="before it"),
    ],
)
def test_a_word_inside_a_claim(hold: Callable[..., Report], text: str, found: list[str]) -> None:
    report = hold(text, CLAIM, format="html")
    assert [one.found for one in report.findings if one.rule == "hidden-text"] == found


def test_hidden_markup_in_markdown(hold: Callable[..., Report]) -> None:
    text = "Ann Reyl left.\n\n<div hidden>\n\nFour words of text.\n\n</div>\n"
    report = hold(text, CLAIM, format="markdown")
    assert [one.found for one in report.findings if one.rule == "hidden-text"] == ["Four words of text."]


def test_its_item_exists_where_text_is_hidden(families_of: Callable[..., tuple[str, ...]]) -> None:
    assert "text" in families_of(f"{NOT}<p hidden>One.</p>", CLAIM, format="html")
    assert "text" not in families_of(NOT, CLAIM, format="html")
