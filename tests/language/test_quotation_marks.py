"""The quotations of a text: what is quoted, what is not, and the range of each quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.quotation_marks import quotations

NONE: list[str] = []

# A line is a block; "> " makes it a block quotation.
NOTHING = [
    pytest.param("The leaders met in Beijing on Tuesday.", id="no-marks"),
    pytest.param("They don't agree and won't sign.", id="contractions"),
    pytest.param("They don’t agree and won’t sign.", id="contractions-curly"),
    pytest.param("rock 'n' roll", id="rock-n-roll"),
    pytest.param("rock ’n’ roll and rock ‘n’ roll", id="rock-n-roll-curly"),
    pytest.param("rock'n'roll, rock’n’roll, fish 'n' chips", id="rock-n-roll-joined"),
    pytest.param("Music of the '90s and the '60s.", id="decades"),
    pytest.param("Music of the ’90s and the ‘60s.", id="decades-curly"),
    pytest.param("The class of '68 and the summer of '08.", id="years"),
    pytest.param("The leaders' ties are strong.", id="possessive-plural"),
    pytest.param("The leaders’ ties are strong, the ministers’ too.", id="possessives-curly"),
    pytest.param("The leaders' ties and the ministers' talks.", id="two-possessives"),
    pytest.param("James' house, Jesus' name and the Jones' car.", id="possessive-names"),
    pytest.param("Kerry O'Brien and Conan O’Brien met D'Angelo.", id="irish-names"),
    pytest.param("’Tis the season, ’twas ever so.", id="tis-curly"),
    pytest.param("'Tis the season, 'twas ever so.", id="tis-straight"),
    pytest.param("‘Tis the season; get ‘em while they last.", id="elision-wrong-way"),
    pytest.param("Get 'em while they're hot, the sellers' cry went.", id="em"),
    pytest.param("Singin' and dancin' all night.", id="dropped-g"),
    pytest.param("He stands 6'2\" tall.", id="feet-inches"),
    pytest.param("He stands 6' 2\" tall, she 5'9\".", id="two-heights"),
    pytest.param('A 12" vinyl and a 7" single.', id="inches"),
    pytest.param("A room of 12' by 14'.", id="feet"),
    pytest.param("It lies at 51°30'26\"N 0°7'39\"W.", id="coordinates"),
    pytest.param("A 6′2″ man.", id="primes"),
    pytest.param("The Qur'an, the Ka'aba, Hawai‘i and Xi'an.", id="letters-of-other-tongues"),
    pytest.param("L'Équipe and l’Humanité wrote of Côte d'Ivoire.", id="french-elision"),
    pytest.param("The 1980's and the CEO's 'til further notice.", id="s-after-digits"),
    pytest.param('He left "" empty.', id="empty"),
    pytest.param('A stray " between spaces.', id="stray-between-spaces"),
    pytest.param("A stray closing mark” here.", id="stray-closing"),
    pytest.param('"…" and "—"', id="no-words"),
    pytest.param("It's o'clock; the dogs' bowls, the cats' beds.", id="mixed-apostrophes"),
    pytest.param("The class of '68 met at the leaders'.", id="year-and-possessive"),
    pytest.param('A row of """""""""""""""" marks" here.', id="row-of-marks"),
    pytest.param("", id="nothing-at-all"),
    pytest.param("'", id="one-mark"),
    pytest.param('"', id="one-double-mark"),
    pytest.param("'Twas he who sang 'bout the ol' days.", id="dialect"),
    pytest.param("Workers’ and farmers’ parties; ’til dawn.", id="possessives-and-elision"),
]

READ = [
    pytest.param('He called him a "long-time good friend" on Tuesday.', ["long-time good friend"], id="straight"),
    pytest.param("He called him a “long-time good friend” on Tuesday.", ["long-time good friend"], id="curly"),
    pytest.param(
        "He called him a 'long-time good friend' on Tuesday.", ["long-time good friend"], id="single-straight"
    ),
    pytest.param("He called him a ‘long-time good friend’ on Tuesday.", ["long-time good friend"], id="single-curly"),
    pytest.param("“We are friends,” he said.", ["We are friends,"], id="comma-inside"),
    pytest.param("“We are friends”, he said.", ["We are friends"], id="comma-outside"),
    pytest.param('He said: "We are friends."', ["We are friends."], id="after-colon"),
    pytest.param('("We are friends")', ["We are friends"], id="in-brackets"),
    pytest.param('a so-called—"friend"—of his', ["friend"], id="between-dashes"),
    pytest.param('"We are—" he began.', ["We are—"], id="broken-off"),
    pytest.param('"one", "two" and "three"', ["one", "two", "three"], id="list"),
    pytest.param('"one"/"two"', ["one", "two"], id="slash"),
    pytest.param("„Wir sind Freunde“, sagte er.", ["Wir sind Freunde"], id="german"),
    pytest.param("»Wir sind Freunde«, sagte er.", ["Wir sind Freunde"], id="german-angles"),
    pytest.param("« Nous sommes amis », dit-il.", ["Nous sommes amis"], id="french-spaced"),
    pytest.param("«\u00a0Nous sommes amis\u00a0», dit-il.", ["Nous sommes amis"], id="french-no-break"),
    pytest.param("Он сказал: «Мы друзья».", ["Мы друзья"], id="russian"),
    pytest.param("”Vi är vänner”, sa han.", ["Vi är vänner"], id="swedish"),
    pytest.param("„Jesteśmy przyjaciółmi”, powiedział.", ["Jesteśmy przyjaciółmi"], id="polish"),
    pytest.param("‚Freunde‘ sagte er.", ["Freunde"], id="german-single"),
    pytest.param("‹ami› dit-il", ["ami"], id="small-angles"),
    pytest.param("他说「我们是朋友」。", ["我们是朋友"], id="corner-brackets"),
    pytest.param("他说“我们是朋友”。", ["我们是朋友"], id="chinese-curly"),
    pytest.param('他说"我们是朋友"。', ["我们是朋友"], id="chinese-straight"),
    pytest.param("他说‘你好’了", ["你好"], id="chinese-single"),
    pytest.param("“He said ‘hello’ to me,” she said.", ["He said ‘hello’ to me,", "2 hello"], id="nested-curly"),
    pytest.param("\"He said 'hello' to me,\" she said.", ["He said 'hello' to me,", "2 hello"], id="nested-straight"),
    pytest.param("‘He said “hello” to me,’ she said.", ["He said “hello” to me,", "2 hello"], id="nested-british"),
    pytest.param("“She said, ‘Go!’” he said.", ["She said, ‘Go!’", "2 Go!"], id="nested-ends-together"),
    pytest.param("\"'Go,' she said,\" he said.", ["'Go,' she said,", "2 Go,"], id="nested-begins-together"),
    pytest.param("„Er sagte: ‚Komm!‘“", ["Er sagte: ‚Komm!‘", "2 Komm!"], id="nested-german"),
    pytest.param("« Il a dit « oui » hier »", ["Il a dit « oui » hier", "2 oui"], id="nested-french"),
    pytest.param("“a ‘b “c” d’ e”", ["a ‘b “c” d’ e", "2 b “c” d", "3 c"], id="three-deep"),
    pytest.param("“Don't go,” he said.", ["Don't go,"], id="apostrophe-inside"),
    pytest.param("'I don't know,' he said.", ["I don't know,"], id="contraction-in-single"),
    pytest.param(
        "'The leaders' ties are strong,' he said.", ["The leaders' ties are strong,"], id="possessive-in-single"
    ),
    pytest.param(
        "‘The leaders’ ties are strong,’ he said.", ["The leaders’ ties are strong,"], id="possessive-in-curly"
    ),
    pytest.param("the 'special relations' between them", ["special relations"], id="scare-quotes-ending-in-s"),
    pytest.param("'Get 'em now,' he said.", ["Get 'em now,"], id="elision-in-single"),
    pytest.param("\"Rock 'n' roll of the '90s,\" he said.", ["Rock 'n' roll of the '90s,"], id="elisions-in-double"),
    pytest.param(
        "the leaders' \"old ties\" and O'Brien's 'new ones'", ["old ties", "new ones"], id="among-apostrophes"
    ),
    pytest.param("'We were rockin' all night,' he said.", ["We were rockin' all night,"], id="dropped-g-in-single"),
    pytest.param('"I am 6\'2"," he said.', ["I am 6'2\","], id="height-in-quotation"),
    pytest.param('"A 12" vinyl," he said.', ['A 12" vinyl,'], id="inches-in-quotation"),
    pytest.param('He is 6\'2" and "big".', ["big"], id="height-before-quotation"),
    pytest.param('the "class of 1968" met', ["class of 1968"], id="ends-in-year"),
    pytest.param('a "Top 10" list and "others"', ["Top 10", "others"], id="ends-in-number"),
    pytest.param("'20 people died,' he said.", ["20 people died,"], id="begins-with-number"),
    pytest.param('"We are," he said, "old friends."', ["We are, | old friends."], id="split"),
    pytest.param("“We are,” said Xi Jinping, “old friends.”", ["We are, | old friends."], id="split-inverted"),
    pytest.param("‘We are’, he said, ‘old friends.’", ["We are | old friends."], id="split-british"),
    pytest.param("“We are” he said “old friends.”", ["We are | old friends."], id="split-without-commas"),
    pytest.param(
        "“We are,” Mr. Xi told reporters in Beijing, “old friends.”", ["We are, | old friends."], id="split-title"
    ),
    pytest.param("“We are,” he said, “very,” he added, “old.”", ["We are, | very, | old."], id="split-twice"),
    pytest.param("“Are we friends?” he asked, “or rivals?”", ["Are we friends? | or rivals?"], id="split-question"),
    pytest.param("“We are friends,” he said. “Old ones.”", ["We are friends,", "Old ones."], id="two-sentences"),
    pytest.param("“We are friends.” He said, “Old ones.”", ["We are friends.", "Old ones."], id="stop-before-verb"),
    pytest.param("“Go!” he said, “Now we stay.”", ["Go!", "Now we stay."], id="exclaimed-and-new-sentence"),
    pytest.param("“We agree,” he said, adding: “We move.”", ["We agree,", "We move."], id="adding"),
    pytest.param("called it “great” and said “unity” counts", ["great", "unity"], id="two-scare-quotes"),
    pytest.param("“A friend,” Xi said, and Putin said, “a brother”", ["A friend,", "a brother"], id="two-speakers"),
    pytest.param("“One,” wrote “two,” he", ["One,", "two,"], id="verb-without-speaker"),
    pytest.param("“a ‘b,’ he said, ‘c’ d”", ["a ‘b,’ he said, ‘c’ d", "2 b, | c"], id="split-nested"),
    pytest.param("“First.\n“Second.\n“Third,” he said.", ["First. | Second. | Third,"], id="paragraphs"),
    pytest.param('"First.\n"Second," he said.', ["First. | Second,"], id="paragraphs-straight"),
    pytest.param("‘First.\n‘Second,’ he said.", ["First. | Second,"], id="paragraphs-single"),
    pytest.param("« Premier.\n« Deuxième », dit-il.", ["Premier. | Deuxième"], id="paragraphs-french"),
    pytest.param("“First.\n“Second.", ["First. | Second."], id="paragraphs-never-closed"),
    pytest.param("He said: “We are friends\nNext block “of ours”.", ["We are friends", "of ours"], id="unclosed"),
    pytest.param('He said: "We are friends\nNext.', ["We are friends"], id="unclosed-straight"),
    pytest.param("He said: ‘We are friends\nNext.", ["We are friends"], id="unclosed-single-after-colon"),
    pytest.param("“He called it ‘fine,” she said.", ["He called it ‘fine,"], id="unclosed-inside"),
    pytest.param('„Mixed" and "mixed”', ["Mixed", "mixed"], id="mixed-forms"),
    pytest.param("“wrong way“ here", ["wrong way"], id="closed-with-an-opening-mark"),
    pytest.param('He [sic] said "we [both] are … friends"', ["we [both] are … friends"], id="brackets-and-gap"),
    pytest.param('"spaced out "', ["spaced out"], id="space-before-closing"),
    pytest.param("He said 'hello \"the dogs' bowls\" and left.", ["the dogs' bowls"], id="single-closes-no-double"),
    pytest.param("„Wort “ und mehr", ["Wort"], id="german-space-before-closing"),
    pytest.param("“a ‘b,’” he said, “‘c’ d”", ["a ‘b,’ | ‘c’ d", "2 b,", "2 c"], id="nested-in-both-parts"),
    pytest.param('"x""y"', ["x", "y"], id="side-by-side"),
    pytest.param("Xi spoke.\n> We are old friends.\nHe left.", ["We are old friends."], id="block-quotation"),
    pytest.param("> First.\n> Second.\nText.", ["First. | Second."], id="block-quotation-of-two"),
    pytest.param("> We are friends. — Xi Jinping", ["We are friends."], id="block-quotation-signed"),
    pytest.param("> “We are friends.” — Xi Jinping", ["We are friends."], id="block-quotation-with-marks"),
    pytest.param("> He said “hello” to us.", ["He said “hello” to us.", "2 hello"], id="nested-in-block-quotation"),
    pytest.param("> '90s music was good.", ["'90s music was good."], id="block-quotation-begins-with-elision"),
]


def _read(lines: str) -> list[str]:
    """Each quotation as a line: its depth where deeper than one, its parts between bars."""
    text = lines.replace("> ", "")
    blocks, quoted, at = [], [], 0
    for line in lines.split("\n"):
        block = (at, at + len(line.removeprefix("> ")))
        blocks.append(block)
        if line.startswith("> "):
            quoted.append(block)
        at = block[1] + 1
    return [
        (f"{one.depth} " if one.depth > 1 else "") + " | ".join(text[part.start : part.end] for part in one.parts)
        for one in quotations(text, blocks, quoted)
    ]


@pytest.mark.parametrize("lines", NOTHING)
def test_what_is_not_quoted(lines: str) -> None:
    assert _read(lines) == NONE


@pytest.mark.parametrize("lines, expected", READ)
def test_what_is_quoted(lines: str, expected: list[str]) -> None:
    assert _read(lines) == expected


def test_range_includes_the_marks() -> None:
    text = "He said “we are,” he said, “friends” and left."
    (one,) = quotations(text, [(0, len(text))])
    assert text[one.start : one.end] == "“we are,” he said, “friends”"


def test_range_of_an_unclosed_quotation_ends_with_its_block() -> None:
    text = "He said “we are \nNext"
    (one,) = quotations(text, [(0, 16), (17, 21)])
    assert text[one.start : one.end] == "“we are"


MARKED = st.text(st.sampled_from("aS.,:!? \n[]…—-60n\"'“”‘’«»„‚‹›「」") | st.characters(), max_size=60)


@given(MARKED, st.booleans())
def test_any_text_has_quotations_in_order_and_in_range(text: str, quoted: bool) -> None:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append((at, at + len(line)))
        at += len(line) + 1
    found = quotations(text, blocks, blocks[::2] if quoted else ())
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end))
    for one in found:
        edges = [one.start, *(offset for part in one.parts for offset in part), one.end]
        assert edges == sorted(edges)
        assert 0 <= one.start < one.end <= len(text)
        assert all(text[part.start : part.end].strip() == text[part.start : part.end] != "" for part in one.parts)
        assert one.depth >= 1


WORDS = st.lists(st.sampled_from(["we", "don't", "leaders", "old", "Friends", "2026"]), min_size=1, max_size=5).map(
    " ".join
)
SENTENCES = st.lists(
    st.tuples(WORDS, WORDS).map(lambda pair: f'{pair[0]} said "{pair[1]}," he said.')
    | WORDS.map(lambda words: f"{words}.")
    | WORDS.map(lambda words: f"\"He said '{words}' there,\" she said."),
    min_size=1,
    max_size=4,
)


@given(SENTENCES)
def test_curling_and_wrapping_change_no_quotation(sentences: list[str]) -> None:
    text = " ".join(sentences)
    words = iter(text.split('"'))
    curled = next(words)
    for number, piece in enumerate(words):
        curled += ("“" if number % 2 == 0 else "”") + piece
    curled = curled.replace(" '", " ‘").replace("'", "’")
    wrapped = text.replace(" ", "\n")

    def found(written: str) -> list[tuple[tuple[int, int], ...]]:
        return [tuple(one.parts) for one in quotations(written, [(0, len(written))])]

    assert found(curled) == found(text) == found(wrapped)
