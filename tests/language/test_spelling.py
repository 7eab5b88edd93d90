"""One spelling for British and American words."""

import pytest

from factspec.language.spelling import american

KEPT = (
    "meteoroid meteor storey story prize size seize four hour tour our pour court advise promise wise isle tallest"
).split()
PAIRS = """
colour color
colours' colors'
favourite favorite
neighbourhood neighborhood
unfavourable unfavorable
harbours harbors
clangour clangor
belaboured belabored
recoloured recolored
centre center
kilometres kilometers
organise organize
organisations organizations
analysed analyzed
paralysing paralyzing
dialogue dialog
defence defense
travelled traveled
cancelling canceling
modelling modeling
programme program
encyclopaedia encyclopedia
anaesthetic anesthetic
grey gray
councillors councilors
judgement judgment
"""


@pytest.mark.parametrize("word", KEPT)
def test_words_with_one_spelling_stay(word: str) -> None:
    assert american(word) == word


@pytest.mark.parametrize("pair", PAIRS.strip().splitlines())
def test_british_words_are_spelled_the_american_way(pair: str) -> None:
    british, expected = pair.split()
    assert american(british) == expected
    assert american(expected) == expected
