import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.sentences import _BEFORE_A_MARK, _NO_ABBREVIATIONS, missed_ends, sentences


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ms. Smith and Messrs. Li and Ng met Lt. Col. Roe.", id="titles"),
        pytest.param("Gov. Hale and Rep. Moss met Sen. A. B. Li vs. Dr. J. Roe.", id="more titles"),
        pytest.param("It began at 5 a.m. Tuesday.", id="a time and a day"),
        pytest.param("It ended at 5 p.m. EST and 6 p.m. Moscow time.", id="a time and a zone"),
        pytest.param("It cost US$400 bn. dollars.", id="an abbreviation and a small letter"),
        pytest.param("No... maybe not.", id="dots and a small letter"),
        pytest.param("A visit by U.S. President Hale to the U.N. Security Council.", id="initials and a name"),
        pytest.param("“No.” he said.", id="a quotation and its speaker"),
        pytest.param('"No." he said.', id="a straight quotation and its speaker"),
        pytest.param("See No. 5 and p. 3 and Art. 7 of Sept. 11.", id="abbreviations and numbers"),
        pytest.param("It is no. 5 of May. 6 and so on.", id="May and a number"),
        pytest.param("He (really!) Left the bank (Lind Inc.) Bank of Lund (in the U.S.) Senate.", id="brackets within"),
        pytest.param("It rose 3.5 per cent to 1.2 million.", id="decimals"),
        pytest.param("no stop at all", id="no stop"),
        pytest.param("Sen. Lee, D-N.Y., and Rep. Day, R-N.J., left.", id="a party and a state"),
        pytest.param("“What now?” Ann Lee asked.", id="a question and its speaker"),
        pytest.param('"Never!" Mr. Hale told members.', id="a cry and its speaker"),
        pytest.param("1. Taxes rose.", id="a number written by hand"),
        pytest.param("IV. Taxes rose.", id="a Roman number written by hand"),
        pytest.param("Spc. Day and Gens. Po and Lee met near Pt. Reyes, est. 1990.", id="ranks and a place"),
        pytest.param("Apple Inc. Chief Executive Roe left.", id="a firm and a title"),
        pytest.param("He is 5 ft. 3 in. tall and 40 m. away, 5 l. élan.", id="units within"),
        pytest.param("They saw a 12 ft. Bengal tiger and the 500 m. Freestyle.", id="a unit that describes a name"),
        pytest.param("1 lb. Butter", id="an amount alone"),
        pytest.param("A flight to Ft. Lauderdale at 5 p.m. Monday with No. 5 M. Roe of 5 p. Roe.", id="no units"),
        pytest.param("Die Brücke wird am 3. Mai und am 4. Juni für Wochen gesperrt.", id="German days"),
        pytest.param("Sperrung am 3. Mai", id="a German day in few words"),
        pytest.param("Die 1. Bauphase wird wohl bis zum 31. Dez. fertig und ist im 19. Haus.", id="German ordinals"),
        pytest.param(
            "Das kostet die Stadt ca. 1,2 Mio. Euro und das ist bis Nr. 5 zu hoch.", id="German abbreviations"
        ),
        pytest.param("«Нет», — сказала И. Дорн из г. Орма на ул. Мира.", id="Russian initials"),
        pytest.param("El jefe de EE. UU. dijo que el Sr. Ruiz está mal.", id="Spanish abbreviations"),
        pytest.param("Det begynder kl. 9 og det er ikke på tide.", id="Danish abbreviations"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_boundary(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == [text][: len(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He left.|She stayed.", id="stop"),
        pytest.param("Who left?|Nobody!|So it is.", id="other stops"),
        pytest.param('"He said no."|She left.', id="a straight closing mark"),
        pytest.param("'Go.'|She left.", id="a single closing mark"),
        pytest.param("“He said no.”|She left.", id="a curly closing mark"),
        pytest.param("It happened in the U.S.|He went.", id="initials and a pronoun"),
        pytest.param("It ended at 5 p.m.|The crowd left.", id="a time at the end"),
        pytest.param("It met on 5 May.|Ms Lee voted.", id="May at the end"),
        pytest.param("He fell ill.|“Lee voted,” he said.", id="a word that sentencex takes for an abbreviation"),
        pytest.param("It rose.|(It rained.)|Dogs barked.", id="in brackets"),
        pytest.param("[Editor’s note: it rained.]|The dog left.", id="in square brackets"),
        pytest.param("[Did it rain?]|The dog left.", id="a question in square brackets"),
        pytest.param("Was it in May?|It was not in May.|May.|Lee laughed.", id="such a word twice"),
        pytest.param("They met at 9 p.m.|“We left,” he said.", id="a quotation behind an abbreviation"),
        pytest.param("It costs $5 bn.|The firm paid.", id="an abbreviation at the end"),
        pytest.param("The new wall is 40 m.|Builders used 12 t.|They left.", id="units"),
        pytest.param("It was -21 °C.|Farmers hoped.", id="a degree"),
        pytest.param("It ran at 40 km/h.|Police came.", id="a speed"),
        pytest.param("It grew by 1,200 sq ft.|“We left,” he said.", id="an area and a quotation"),
        pytest.param("It cost $40\u00a0m.|Érard paid.", id="an amount of money, and a capital with an accent"),
        pytest.param("It lasted 30 min.|Nobody was hurt.", id="a time"),
        pytest.param("Es waren 40.|Die Stadt sagte das und ist nicht froh.", id="a German number at the end"),
        pytest.param("Er war der 3.|Die Stadt wird das nicht zahlen.", id="a German ordinal at the end"),
        pytest.param("The score was 3.|May said so on the 4.|April was hot.", id="English months"),
        pytest.param("He met der Spiegel and das Auto in 5.|Lee left.", id="some German words"),
        pytest.param("Он родился в 1799 г.|Она осталась.", id="a Russian year"),
        pytest.param("They had a plan B.|The men left.", id="a letter at the end"),
        pytest.param("She lives on Wall St.|The bank closed.", id="a street at the end"),
        pytest.param("“I left.”|Ann Lee said no.", id="a stop and a name"),
        pytest.param("“Is it over?”|She asked for tea.", id="a question and a pronoun"),
        pytest.param("“Who?”|Then Ann Lee said no.", id="a question and another sentence"),
        pytest.param("It was built in 2010.[citation needed]|It cost little.", id="a note on the stop"),
        pytest.param("1. Taxes rose.|They hurt.", id="behind a number written by hand"),
        pytest.param("Он ушёл.|Она осталась.", id="Cyrillic"),
        pytest.param("It was in 2019.|In 2020 it ended.", id="a year at the end"),
    ],
)
def test_boundaries(text: str) -> None:
    expected = text.split("|")
    joined = " ".join(expected)

    assert [joined[start:end] for start, end in sentences(joined)] == expected


@pytest.mark.parametrize("word", [*_NO_ABBREVIATIONS, *_BEFORE_A_MARK])
def test_the_words_of_the_tables_are_short_enough(word: str) -> None:
    assert list(missed_ends(f"It was{word}. “Lee voted”")) == [len(f"It was{word}.")]


def test_chinese_sentences_have_no_space_between() -> None:
    text = "他走了。她没走。"

    assert [text[start:end] for start, end in sentences(text)] == ["他走了。", "她没走。"]


@given(text=st.text() | st.text("aA.!? \"'”1\u00a0。", max_size=40))
def test_sentences_contain_every_visible_character_in_order(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert text[end : sentence.start].strip() == ""
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] != ""
        end = sentence.end
    assert text[end:].strip() == ""


@pytest.mark.parametrize(
    "text, cited, expected",
    [
        pytest.param("Bought by Apple Inc. Shares rose.", [], 1, id="no marker"),
        pytest.param("Bought by Apple Inc. Shares rose.", [20], 2, id="a marker behind the stop"),
        pytest.param("It rained… She left.", [10], 2, id="a marker behind dots"),
        pytest.param("Bought by Apple Inc. Shares rose.", [15], 1, id="a marker elsewhere"),
        pytest.param("In the U.S. and in Peru.", [11], 1, id="a small letter"),
        pytest.param("He met the U.S. President.", [15], 1, id="letters and a name"),
        pytest.param("He met in the U.S. The talks failed.", [18], 2, id="letters and a new sentence"),
    ],
)
def test_markers_end_sentences(text: str, cited: list[int], expected: int) -> None:
    assert len(sentences(text, cited)) == expected
