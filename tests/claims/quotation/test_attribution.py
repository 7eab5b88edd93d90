"""The attribution of a quotation, and whether it names the approved speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.articles.article import Sentence
from factspec.claims.quotation.model import Attribution
from factspec.claims.quotation.speakers import attributed_to, speaks
from factspec.language.quotation_marks import quotations
from factspec.language.sentences import sentences

# The quotation contains "old friend"; each line is a block.
NOBODY = [
    pytest.param("The visit honours an “old friend”.", id="no-verb"),
    pytest.param("Xi Jinping’s “old friend” arrived in Beijing.", id="possessive-alone"),
    pytest.param("Putin, an “old friend”, arrived. The talks began.", id="no-verb-near"),
    pytest.param("Xi said so.\nPutin is an “old friend” of China.", id="verb-in-another-block"),
    pytest.param("Xi said so. Rain fell. The “old friend” came. Rain fell. Xi said so.", id="verb-two-sentences-away"),
    pytest.param("The report on an “old friend” is out.", id="noun-that-looks-like-a-verb"),
    pytest.param("The claims about an “old friend” are many.", id="claims-is-a-noun"),
    pytest.param("A so-called “old friend” came.", id="so-called"),
    pytest.param("The United States is an “old friend”.", id="states-is-a-name"),
    pytest.param("The song “He said no” is about an “old friend”.", id="verb-inside-another-quotation"),
    pytest.param("He was called an “old friend”.", id="passive-without-agent"),
    pytest.param("“old friend”", id="alone"),
    pytest.param("Xi showed the letter: “He is an old friend.”", id="colon-after-another-verb"),
    pytest.param("“I said he is an old friend.”", id="verb-inside-itself"),
]

NAMED = [
    pytest.param("Xi said “old friend”.", "Xi", id="name-verb"),
    pytest.param("“An old friend,” said Xi Jinping.", "Xi Jinping", id="verb-name"),
    pytest.param("“An old friend,” Xi Jinping said.", "Xi Jinping", id="name-verb-after"),
    pytest.param("“An old friend”, Xi said.", "Xi", id="comma-outside"),
    pytest.param("According to Xi, Putin is an “old friend”.", "Xi", id="according-to"),
    pytest.param("Putin is an “old friend”, according to Xi Jinping.", "Xi Jinping", id="according-to-after"),
    pytest.param("Putin is an “old friend”, according to the Kremlin.", "the Kremlin", id="according-to-office"),
    pytest.param("Mr Xi told reporters that Putin was an “old friend”.", "Mr Xi", id="to-reporters"),
    pytest.param("Mr. Xi told reporters that Putin was an “old friend”.", "Mr. Xi", id="title-with-stop"),
    pytest.param("In the words of Xi, Putin is an “old friend”.", "Xi", id="in-the-words-of"),
    pytest.param("In Xi’s words, Putin is an “old friend”.", "Xi’s", id="in-his-words"),
    pytest.param("Putin is, as Xi put it, an “old friend”.", "Xi", id="put-it"),
    pytest.param("Xi: “Putin is an old friend.”", "Xi", id="colon"),
    pytest.param("Xi Jinping: “Putin is an old friend.”", "Xi Jinping", id="colon-full-name"),
    pytest.param("“Putin is an old friend.” — Xi Jinping", "Xi Jinping", id="signature"),
    pytest.param("Xi called Putin an “old friend”.", "Xi", id="called"),
    pytest.param("Xi hailed Putin as an “old friend” on Tuesday.", "Xi", id="hailed"),
    pytest.param("Xi has repeatedly described Putin as an “old friend”.", "Xi", id="auxiliary-and-adverb"),
    pytest.param("Putin was called an “old friend” by Xi Jinping.", "Xi Jinping", id="passive"),
    pytest.param("Putin has been described by Xi as an “old friend”.", "Xi", id="passive-agent-first"),
    pytest.param("Xi was quoted as saying Putin was an “old friend”.", "Xi", id="quoted-as-saying"),
    pytest.param("Xi Jinping, China’s president, said Putin was an “old friend”.", "Xi Jinping", id="apposition"),
    pytest.param("Xi, who called Putin an “old friend”, smiled.", "Xi", id="relative"),
    pytest.param("Xi welcomed Putin, calling him an “old friend”.", "Xi", id="participle"),
    pytest.param("Xi met Putin and called him an “old friend”.", "Xi", id="second-verb"),
    pytest.param("Xi used the visit to call Putin an “old friend”.", "Xi", id="infinitive"),
    pytest.param("Xi on Tuesday called Putin an “old friend”.", "Xi", id="day-between"),
    pytest.param("Xi in Beijing said Putin was an “old friend”.", "Xi", id="place-between"),
    pytest.param("“An old friend,” the Kremlin said.", "the Kremlin", id="organisation"),
    pytest.param("“An old friend,” the foreign ministry said.", "the foreign ministry", id="ministry"),
    pytest.param("“An old friend,” officials said.", "officials", id="officials"),
    pytest.param("“An old friend,” a spokesman for the Kremlin said.", "a spokesman for the Kremlin", id="spokesman"),
    pytest.param(
        "“An old friend,” said a spokesman for the Kremlin.", "a spokesman for the Kremlin", id="spokesman-after"
    ),
    pytest.param("“An old friend,” said Kremlin spokesman Dmitry Peskov.", "Dmitry Peskov", id="spokesman-named"),
    pytest.param(
        "“An old friend,” said Russia’s president, Vladimir Putin.",
        "Russia’s president, Vladimir Putin",
        id="office-then-name",
    ),
    pytest.param(
        "“An old friend,” said Chinese President Xi Jinping.", "Chinese President Xi Jinping", id="title-after"
    ),
    pytest.param("“An old friend,” said Ursula von der Leyen.", "Ursula von der Leyen", id="particles"),
    pytest.param("“An old friend,” said Donald J. Trump.", "Donald J. Trump", id="initial"),
    pytest.param("“An old friend,” Donald J. Trump said.", "Donald J. Trump", id="initial-before"),
    pytest.param("“An old friend,” said Jean-Noël Barrot.", "Jean-Noël Barrot", id="hyphenated"),
    pytest.param("“We are,” said Xi, “an old friend.”", "Xi", id="split"),
    pytest.param("It was Xi, not Putin, who said “old friend”.", "Xi", id="not-another"),
    pytest.param("“An old friend,” said the party leader, Xi Jinping.", "the party leader, Xi Jinping", id="apposed"),
    pytest.param(
        "According to its head, Xi Jinping, Putin is an “old friend”.",
        "its head, Xi Jinping",
        id="apposed-according-to",
    ),
    pytest.param("According to the ministry, Xi called Putin an “old friend”.", "Xi", id="a-clause-after-according-to"),
    pytest.param("Xi, 72, left. “An old friend,” the 72-year-old said.", "Xi", id="age"),
    pytest.param("Xi met Putin. “An old friend,” he said.", "Xi", id="pronoun"),
    pytest.param("Xi met Putin. He called him an “old friend”.", "Xi", id="pronoun-before"),
    pytest.param("After talks with Putin, Xi left. “An old friend,” he said.", "Xi", id="pronoun-after-opening"),
    pytest.param("Xi met Putin.\n“An old friend,” he said.", "Xi", id="pronoun-over-blocks"),
    pytest.param("It rained. “An old friend,” he said.", "he", id="pronoun-of-nobody"),
    pytest.param("“Is he an old friend?” Xi asked.", "Xi", id="question"),
    pytest.param("Putin said no. “Is he an old friend?” Xi asked.", "Xi", id="question-after-another"),
    pytest.param("Xi spoke to reporters. “Putin is an old friend.”", "Xi", id="sentence-before"),
    pytest.param("“Putin is an old friend.” Xi said so on Tuesday.", "Xi", id="sentence-after"),
    pytest.param("Xi spoke in Beijing.\n“Putin is an old friend.”\nThe talks went on.", "Xi", id="block-before"),
    pytest.param("The talks went on.\n“Putin is an old friend.”\nXi said so in Beijing.", "Xi", id="block-after"),
    pytest.param("Putin denied that Xi said “old friend”.", "Xi", id="nearest-verb"),
    pytest.param("Xi said that Putin had called him an “old friend”.", "Putin", id="nearest-verb-of-two"),
    pytest.param("“No,” said Putin. “An old friend,” said Xi.", "Xi", id="two-quotations"),
    pytest.param("“Putin told me ‘old friend’ once,” Xi said.", "Putin", id="nested"),
    pytest.param("“An old friend,” the Chinese leader said.", "the Chinese leader", id="office-of-nobody"),
    pytest.param(
        "President Vladimir Putin met President Xi Jinping. “An old friend,” the Chinese leader said.",
        "the Chinese leader",
        id="office-that-the-article-gives-nobody",
    ),
    pytest.param(
        "Chinese President Xi Jinping met Vladimir Putin. “An old friend,” the Chinese leader said.",
        "Chinese President Xi Jinping",
        id="office",
    ),
    pytest.param(
        "China’s president, Xi Jinping, met Putin. “An old friend,” the president said.",
        "Xi Jinping",
        id="office-before-a-comma",
    ),
    pytest.param(
        "Xi Jinping met Russian President Vladimir Putin. “An old friend,” the president said.",
        "Russian President Vladimir Putin",
        id="office-alone",
    ),
    pytest.param("Xi at the summit in Beijing said “old friend”.", "Xi", id="two-places-between"),
    pytest.param(
        "Speaking to reporters in Beijing, Xi described Putin as an “old friend”.", "Xi", id="opening-participle"
    ),
    pytest.param("Asked about Ukraine, Xi told Putin: “You are my old friend.”", "Xi", id="opening-asked"),
    pytest.param("Putin thanked his “old friend”, the Kremlin said.", "the Kremlin", id="verb-after"),
    pytest.param("“An old friend,” Xi told state broadcaster CCTV.", "Xi", id="addressee"),
    pytest.param("China’s foreign minister, Wang Yi, called it an “old friend”.", "Wang Yi", id="name-in-apposition"),
    pytest.param("Wang Yi, China’s minister, who met Putin, said “old friend”.", "Wang Yi", id="two-parentheses"),
    pytest.param("State media said Xi had called Putin an “old friend”.", "Xi", id="reported-by-another"),
    pytest.param("Xi, speaking on Tuesday, said Putin was an “old friend”.", "Xi", id="participle-between"),
    pytest.param("Peskov, the Kremlin’s spokesman, quoted Xi as saying “old friend”.", "Xi", id="quoted-him-as-saying"),
    pytest.param("“Old friend” is an old friend of how Xi described “an old friend”.", "Xi", id="between-two"),
    pytest.param("Xi used the phrase “old friend”.", "Xi", id="used-the-phrase"),
    pytest.param("“An old friend” was the phrase Xi used.", "Xi", id="phrase-used"),
    pytest.param("“An old friend” (Xi Jinping)", "Xi Jinping", id="in-brackets"),
    pytest.param("“An old friend,” said 72-year-old Xi.", "Xi", id="age"),
    pytest.param("“An old friend,” said one official who asked not to be named.", "one official", id="unnamed"),
    pytest.param("Officials say he is an “old friend”.", "Officials", id="plain-form"),
    pytest.param("Xi said: “He came.\n“He is an old friend.”", "Xi", id="over-paragraphs"),
    pytest.param("But on Tuesday Xi said Putin was an “old friend”.", "Xi", id="day-before"),
    pytest.param("There, after Putin, Xi spoke and called him an “old friend”.", "Xi", id="after-a-preposition"),
    pytest.param("After seeing Putin, Xi left and called him an “old friend”.", "Xi", id="opening-clause"),
    pytest.param("The president met Putin and called him an “old friend”.", "The president", id="office-as-subject"),
    pytest.param(
        "The Chinese met Putin. “An old friend,” the Chinese leader said.",
        "the Chinese leader",
        id="people-are-no-name",
    ),
    pytest.param("Putin denied being an “old friend”.", "Putin", id="denial"),
    pytest.param("“An old friend,” Ben Orrell of the union said.", "Ben Orrell of the union", id="of-an-organisation"),
    pytest.param("“An old friend,” said Ben Orrell of the union.", "Ben Orrell", id="of-an-organisation-after"),
    pytest.param("The talks ended after Xi said “old friend”.", "Xi", id="after-the-speaker-said"),
    pytest.param("Putin left before Xi said “old friend”.", "Xi", id="before-the-speaker-said"),
    pytest.param("Xi after Monday said “old friend”.", "Xi", id="after-a-day"),
    pytest.param("Both Xi and Putin said “old friend”.", "Xi and Putin", id="joint"),
    pytest.param("Xi, the president, said Putin was late. “An old friend.”", "Xi", id="who-said-that-another-was"),
    pytest.param("Xi, 72, wrote Putin, who had left, a letter to an “old friend”.", "Xi", id="to-whom-he-wrote"),
    pytest.param("Xi, the president, said Rosneft, which lost money, would close. “Old friend.”", "Xi", id="resumed"),
    pytest.param("Xi, the president, added Putin. “An old friend.”", "Xi", id="whom-he-added"),
    pytest.param("Xi, the president, said the plan “was an old friend”.", "Xi", id="a-noun-before-the-marks"),
    pytest.param("On Tuesday, said Xi, the talks went on. “An old friend.”", "Xi", id="said-in-between"),
    pytest.param("The bill was drafted by Putin, said Xi. “An old friend.”", "Xi", id="after-the-clause"),
    pytest.param("The talks went on, said president Xi, “and he is an old friend”.", "Xi", id="after-it-goes-on"),
    pytest.param("The talks went on, said Xi, the president. “An old friend.”", "Xi", id="after-it-described"),
    pytest.param("Putin, a guest, was late, said Xi, the president. “An old friend.”", "Xi", id="after-a-description"),
    pytest.param("The talks cost €3 million, said Xi of the party. “An old friend.”", "Xi", id="after-an-amount"),
    pytest.param("The talks went on, said officials. “An old friend.”", "officials", id="after-it-unnamed"),
    pytest.param("Reporting on the mood described the ties as those of an “old friend”.", "Reporting", id="report"),
]


def _read(text: str) -> tuple[int, int, list[Sentence]]:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append((at, at + len(line)))
        at += len(line) + 1
    found = [
        Sentence(start + one.start, start + one.end, number)
        for number, (start, end) in enumerate(blocks)
        for one in sentences(text[start:end])
    ]
    holding = [
        one
        for one in quotations(text, blocks)
        if any("old friend" in text[part.start : part.end] for part in one.parts)
    ]
    return (*holding[-1][:2], found) if holding else (0, 0, found)


def _attributions(text: str) -> tuple[Attribution, ...]:
    start, end, found = _read(text)
    return attributed_to(start, end, found, text, quotations(text, _blocks(text)))


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append((at, at + len(line)))
        at += len(line) + 1
    return blocks


@pytest.mark.parametrize("text", NOBODY)
def test_quotations_that_nobody_is_said_to_have_said(text: str) -> None:
    assert _attributions(text) == ()


@pytest.mark.parametrize("text, name", NAMED)
def test_who_is_said_to_have_said_it(text: str, name: str) -> None:
    nearest = _attributions(text)[0]
    assert nearest.name == name == text[nearest.start : nearest.end]


@pytest.mark.parametrize("text, name", NAMED)
def test_the_surroundings_read_alone_say_the_same(text: str, name: str) -> None:
    start, end, found = _read(text)
    assert attributed_to(start, end, found, text)[0].name == name


DENIALS = [
    pytest.param("Xi called him an “old friend”.", False, id="says"),
    pytest.param("Xi dismissed him as an “old friend”.", False, id="dismissed-as"),
    pytest.param("Xi was blunt: “He is an old friend.”", False, id="was-blunt"),
    pytest.param("Xi puts it differently: “He is an old friend.”", False, id="puts-it"),
    pytest.param("Xi welcomed him as an “old friend”.", False, id="welcomed-as"),
    pytest.param("Xi said his party would ask the court. “He is an old friend.”", False, id="would-ask"),
    pytest.param("Xi denied: “He is no old friend.”", False, id="words-of-a-denial"),
    pytest.param("“He is no old friend,” Xi denied.", False, id="words-of-a-denial-before"),
    pytest.param("Xi denied the talk, calling him an “old friend”.", False, id="denies-another-thing"),
    pytest.param("Putin denied that Xi said “old friend”.", False, id="another-denies"),
    pytest.param("Xi denied calling him an “old friend”.", True, id="denied-calling"),
    pytest.param("Xi denied having called him an “old friend”.", True, id="denied-having"),
    pytest.param("Xi denied ever saying “old friend”.", True, id="denied-ever"),
    pytest.param("Xi rejected talk of an “old friend”.", True, id="rejected"),
    pytest.param("Xi rejected the “old friend” label.", True, id="rejected-the-words"),
    pytest.param("Xi did not call him an “old friend”.", True, id="not"),
    pytest.param("Xi didn’t call him an “old friend”.", True, id="contracted"),
    pytest.param("Xi never said “old friend”.", True, id="never"),
    pytest.param("Xi refused to call him an “old friend”.", True, id="refused"),
    pytest.param("Xi could only say: “He is an old friend.”", False, id="could-only"),
    pytest.param("Xi will say: “He is an old friend.”", False, id="will"),
    pytest.param("Xi went on to say: “He is an old friend.”", False, id="went-on-to"),
    pytest.param("Xi was quoted as saying “old friend”.", False, id="quoted-as"),
    pytest.param("Xi should have said “old friend”.", True, id="should-have"),
    pytest.param("Xi would have said “old friend”.", True, id="would-have"),
    pytest.param("Xi was urged to say “old friend”.", True, id="urged-to"),
    pytest.param("Xi threatened to say “old friend”.", True, id="threatened-to"),
    pytest.param("Xi has yet to say “old friend”.", True, id="yet-to"),
    pytest.param("Xi was expected to say “old friend”.", True, id="expected-to"),
    pytest.param("Xi is alleged to have said “old friend”.", True, id="alleged-to"),
    pytest.param("“An old friend,” Xi allegedly said.", True, id="allegedly"),
    pytest.param("Xi was misquoted as saying “old friend”.", True, id="misquoted"),
    pytest.param("Xi was wrongly quoted as saying “old friend”.", True, id="wrongly-quoted"),
    pytest.param("“An old friend” is not what Xi said.", True, id="not-what"),
    pytest.param("It was not Xi who said “old friend”.", True, id="not-who"),
    pytest.param("“An old friend,” said neither Putin nor Xi.", True, id="neither"),
]


@pytest.mark.parametrize("text, denies", DENIALS)
def test_who_denies_the_words_is_not_their_speaker(text: str, denies: bool) -> None:
    found = _attributions(text)
    assert (found[0].name, found[0].denies, speaks("Xi Jinping", found)) == ("Xi", denies, not denies)


SPEAKERS = [
    pytest.param("Xi Jinping", "Vladimir Putin", False, id="another"),
    pytest.param("Xi Jinping", "Xi Mingze", False, id="another-of-the-family"),
    pytest.param("Donald Trump", "Donald Trump Jr.", False, id="junior"),
    pytest.param("Donald Trump", "Melania Trump", False, id="wife"),
    pytest.param("the Kremlin", "a spokesman for the Kremlin", False, id="spokesman-is-not-the-kremlin"),
    pytest.param("Xi Jinping", "an aide to Xi Jinping", False, id="aide"),
    pytest.param("Xi Jinping", "the president", False, id="office"),
    pytest.param("Xi Jinping", "he", False, id="pronoun"),
    pytest.param("Xi Jinping", "Xi Jinping’s spokesman", False, id="possessed"),
    pytest.param("Vladimir Putin", "Chinese President Xi Jinping", False, id="titles-are-no-names"),
    pytest.param("President Putin", "President Xi", False, id="same-title"),
    pytest.param("Xi Jinping", "Xi Jinping", True, id="same"),
    pytest.param("Xi Jinping", "Xi", True, id="family-name-first"),
    pytest.param("Vladimir Putin", "Putin", True, id="family-name-last"),
    pytest.param("Xi Jinping", "Jinping", True, id="given-name"),
    pytest.param("Xi", "Xi Jinping", True, id="short-in-spec"),
    pytest.param("Xi Jinping", "Mr. Xi", True, id="title"),
    pytest.param("Xi Jinping", "Chinese President Xi Jinping", True, id="titles"),
    pytest.param("Xi Jinping", "China’s Xi Jinping", True, id="owner-before"),
    pytest.param("Xi Jinping", "Xi’s", True, id="possessive"),
    pytest.param("President Vladimir Putin", "Putin", True, id="title-in-spec"),
    pytest.param("Vladimir Putin", "Vladimir Vladimirovich Putin", True, id="middle-name"),
    pytest.param("the Kremlin", "The Kremlin", True, id="organisation"),
    pytest.param("Kremlin", "the Kremlin", True, id="organisation-without-article"),
    pytest.param("Foreign Ministry", "the foreign ministry", True, id="ministry"),
    pytest.param("a spokesman for the Kremlin", "the spokesman for the Kremlin", True, id="spokesman"),
    pytest.param("Ursula von der Leyen", "von der Leyen", True, id="particles"),
    pytest.param("Ben Orrell", "Ben Orrell of the union", True, id="of-an-organisation"),
    pytest.param("Ben Orrell", "the union of Ben Orrell", False, id="organisation-of"),
    pytest.param("Putin", "Xi and Putin", True, id="one-of-two"),
    pytest.param("CBI", "the Confederation of British Industry", True, id="first-letters"),
    pytest.param("Confederation of British Industry", "the CBI", True, id="in-first-letters"),
    pytest.param("BE", "Bo Ek", False, id="two-letters"),
    pytest.param("CBI", "the Council of British Engineers", False, id="other-first-letters"),
    pytest.param("Xi and Putin", "Xi", False, id="two-in-spec"),
    pytest.param("Putin, the president", "Putin", False, id="an-office-in-spec"),
    pytest.param("Marks and Spencer", "Marks and Spencer", True, id="an-and-in-the-name"),
]


@pytest.mark.parametrize("speaker, name, expected", SPEAKERS)
def test_whether_a_name_is_the_speakers(speaker: str, name: str, expected: bool) -> None:
    assert speaks(speaker, [Attribution(name, 0, len(name), "said")]) is expected


def test_nobody_speaks_where_nobody_is_named() -> None:
    assert not speaks("Xi Jinping", [])


def test_only_the_nearest_counts() -> None:
    found = _attributions("Xi said that Putin had called him an “old friend”.")
    assert [one.name for one in found] == ["Putin", "Xi"]
    assert speaks("Vladimir Putin", found)
    assert not speaks("Xi Jinping", found)


@given(
    st.lists(
        st.sampled_from(
            [
                "Xi",
                "said",
                "“",
                "”",
                "according to",
                ",",
                "he",
                "the",
                "called",
                ".",
                "\n",
                "by",
                "was",
                ":",
                "—",
                "'s",
                "for",
            ]
        )
        | st.text(max_size=4),
        max_size=25,
    ).map(" ".join),
    st.integers(0, 100),
    st.integers(1, 30),
)
def test_any_text_gives_names_from_it(text: str, start: int, length: int) -> None:
    first = min(start, len(text))
    last = min(first + length, len(text))
    for given_quotations in ((), quotations(text, _blocks(text))):
        for one in attributed_to(first, last, _read(text)[2], text, given_quotations):
            assert text[one.start : one.end] == one.name != ""
