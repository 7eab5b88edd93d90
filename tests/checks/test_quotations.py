"""The rules about approved quotations: their words, their marks, their speaker."""

from collections.abc import Callable

import pytest

from factspec.rules.report import Report


def quoted(words: str, more: str = "") -> str:
    return f"claims:\n  - id: q\n    quotes: '{words}'\n{more}"


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param('Mayor Ada Holm called it "a very old lock".', "a very old lock", id="as it stands"),
        pytest.param("Mayor Ada Holm called it “a very old lock.”", "a very old lock", id="curled, with a stop"),
        pytest.param('"It is old," Ada Holm said, "and it is deep."', "It is old, and it is deep", id="split"),
        pytest.param('"It is old, as you know, and deep," Ada Holm said.', "It is old, … and deep", id="gap"),
        pytest.param('"[The lock] is old," Ada Holm said.', "It is old", id="insertion"),
    ],
)
def test_quoted_word_for_word(hold: Callable[..., Report], article: str, words: str) -> None:
    assert not hold(article, quoted(words)).findings


@pytest.mark.parametrize(
    ("article", "rule", "found"),
    [
        pytest.param('Ada Holm called it "a very odd lock".', "quote-altered", "a very odd lock", id="a word differs"),
        pytest.param("Ada Holm called it a very old lock.", "quote-altered", "a very old lock", id="without marks"),
        pytest.param('It has "a very old lock-keeper", Ada Holm said.', "quote-altered", "a very old lock", id="cut"),
        pytest.param('Ada Holm called the ship "a floating palace".', "claim-missing", "", id="none near"),
    ],
)
def test_quoted_otherwise(hold: Callable[..., Report], article: str, rule: str, found: str) -> None:
    [finding] = hold(article, quoted("a very old lock")).findings
    assert (finding.rule, finding.claim) == (rule, "q")
    assert found in finding.found


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
        pytest.param('Ada Holm, not without pride, said: "The lock is old."', id="not before another clause"),
        pytest.param('Those who did not come were told by Ada Holm: "The lock is old."', id="another did not"),
        pytest.param('Ada Holm said it was nothing less than "the lock is old".', id="nothing less"),
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


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param('"It is not true that the lock is old," Ada Holm said.', "not", id="not true"),
        pytest.param('"I deny that the lock is old," Ada Holm said.', "deny", id="deny"),
        pytest.param('"Nobody believes the lock is old," Ada Holm said.', "believes", id="nobody believes"),
        pytest.param('"I never said the lock is old," Ada Holm said.', "said", id="never said"),
        pytest.param('"If the lock is old, I will resign," Ada Holm said.', "If", id="condition"),
        pytest.param('"I doubt the lock is old," Ada Holm said.', "doubt", id="doubt"),
        pytest.param('"They say the lock is old," Ada Holm said.', "say", id="say-so of others"),
        pytest.param('"Bo told me the lock is old," Ada Holm said.', "told", id="told by another"),
        pytest.param('"The lock is old, the mayor claims," Ada Holm said.', "claims", id="claimed by another"),
        pytest.param('"The lock is old? Hardly," Ada Holm said.', "?", id="question"),
        pytest.param('"Once the lock is old, we close," Ada Holm said.', "Once", id="once it is"),
        pytest.param('"As soon as the lock is old, we close," Ada Holm said.', "As soon as", id="as soon as it is"),
        pytest.param('"Until the lock is old, we stay," Ada Holm said.', "Until", id="until it is"),
        pytest.param('"We were told the lock is old," Ada Holm said.', "told", id="what she was told"),
        pytest.param('"Word is the lock is old," Ada Holm said.', "Word is", id="hearsay"),
        pytest.param('"The lock is old, perhaps," Ada Holm said.', "perhaps", id="perhaps"),
        pytest.param('"The lock is old, or not," Ada Holm said.', "or not", id="or not"),
        pytest.param('"The lock is old once they sign," Ada Holm said.', "once they", id="once they sign"),
        pytest.param('"The lock is old, provided they sign," Ada Holm said.', ", provided", id="provided they sign"),
        pytest.param('"That the lock is old is not true," Ada Holm said.', "is not", id="is not true"),
        pytest.param('"The lock is old is nonsense," Ada Holm said.', "is nonsense", id="is nonsense"),
        pytest.param('Ada Holm said it was not "the lock is old".', "not", id="not before the marks"),
        pytest.param('Ada Holm said it was wrong to say "the lock is old".', "wrong", id="wrong to say"),
        pytest.param('Ada Holm asked whether "the lock is old".', "whether", id="asked whether"),
    ],
)
def test_a_stretch_that_its_own_quotation_turns(hold: Callable[..., Report], article: str, words: str) -> None:
    [finding] = hold(article, quoted("the lock is old")).findings
    assert (finding.rule, finding.differences[0].found) == ("claim-reframed", words)


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param("Today every seat is taken.", "", id="a day"),
        pytest.param("When it rained, every seat was taken.", "", id="another clause"),
        pytest.param("Nearly every seat is taken.", "Nearly", id="nearly"),
        pytest.param("Practically every seat is taken.", "Practically", id="practically"),
        pytest.param("Not quite every seat is taken.", "Not quite", id="not quite"),
    ],
)
def test_what_bounds_a_quantifier(hold: Callable[..., Report], article: str, words: str) -> None:
    claim = quoted("every seat was taken" if "was" in article else "every seat is taken")
    found = [one.differences[0].found for one in hold(f'"{article[:-1]}," Ada Holm said.', claim).findings]
    assert found == ([words] if words else [])


@pytest.mark.parametrize("article", ['"When it rained, we left," Ada Holm said.', '"We left once it rained," Bo said.'])
def test_a_time_that_is_past_is_no_condition(hold: Callable[..., Report], article: str) -> None:
    assert not hold(article, quoted("it rained")).findings


@pytest.mark.parametrize(
    ("article", "rules"),
    [
        pytest.param('"It is old," said Ada Holm, who quoted Bo Ek on other things.', [], id="whom she quotes too"),
        pytest.param('The letter that Ada Holm wrote said: "It is old."', [], id="what she wrote"),
        pytest.param('The letter that Ada Holm signed said: "It is old."', [], id="what she signed"),
        pytest.param('Ada Berg-Holm left. "It is old," she said.', ["quote-unattributed"], id="a name with a hyphen"),
        pytest.param('Ada Holm, who met Bo Ek, said: "It is old."', [], id="whom she met"),
        pytest.param('"It is old," Ada Holm told Bo Ek, laughing.', [], id="how she said it"),
        pytest.param('There is no doubt that Ada Holm said: "It is old."', [], id="no doubt"),
        pytest.param('"It is old," Ada Holm said. She later left the room.', [], id="what she did then"),
        pytest.param('"It is old and it will stand," said Ada Holm.', [], id="what she says besides"),
        pytest.param('"It is old," Ada Holm quoted Bo Ek as saying.', ["quote-unattributed"], id="whom she quotes"),
        pytest.param('"It is old," Ada Holm said Bo Ek had said.', ["quote-unattributed"], id="who had said it"),
        pytest.param('Ada Holm said that she was told "it is old".', ["quote-unattributed"], id="what she was told"),
        pytest.param('The man who sued Ada Holm said: "It is old."', ["quote-unattributed"], id="who sued her"),
        pytest.param('The letter that Ada Holm received said: "It is old."', ["quote-unattributed"], id="what she got"),
        pytest.param('Ada Holm asked Bo Ek to say "it is old".', ["quote-unattributed"], id="whom she asked to"),
        pytest.param('"It is old," Ada Holm said, mocking the owner.', ["quote-unattributed"], id="in mockery"),
        pytest.param('"It is old," Ada Holm says in a deepfake video.', ["quote-unattributed"], id="in a fake"),
        pytest.param('Ada Holm called the claim that "it is old" a joke.', ["quote-unattributed"], id="a claim"),
        pytest.param('"It is old only in part," said Ada Holm.', ["claim-reframed"], id="only in part"),
        pytest.param('"It is old - not," said Ada Holm.', ["claim-reframed"], id="not"),
        pytest.param('"I wish I could say it is old," said Ada Holm.', ["claim-reframed"], id="wished"),
        pytest.param('"I used to think it is old," said Ada Holm.', ["claim-reframed"], id="thought once"),
        pytest.param('"It is old," Ada Holm said. She took it back to Hale.', [], id="brought back"),
        pytest.param('"It is old," Ada Holm said. Bo Ek withdrew his statement.', [], id="another's statement"),
        pytest.param('"It is old," Ada Holm said. They made it up the hill.', [], id="up the hill"),
        pytest.param('"No day passes when it is old," Ada Holm said.', [], id="a day when"),
        pytest.param('"It is old nonsense," Ada Holm said.', [], id="old nonsense"),
        pytest.param('"We close, when it is old," Ada Holm said.', ["claim-reframed"], id="when behind a comma"),
        pytest.param('"We will close when it is old," Ada Holm said.', ["claim-reframed"], id="will when"),
        pytest.param('"We close once it is old," Ada Holm said.', ["claim-reframed"], id="once within"),
        pytest.param('"It is old," Ada Holm said.', [], id="full name"),
        pytest.param('"It is old," said Holm.', [], id="family name"),
        pytest.param('Holm was tired. "It is old," she said.', [], id="pronoun"),
        pytest.param('Holm was tired. Prices had risen. "It is old," she said.', [], id="pronoun over a plural"),
        pytest.param('Holm was tired. The Keepers had left. "It is old," she said.', [], id="pronoun over a club"),
        pytest.param('Holm was tired. England had won. "It is old," she said.', [], id="pronoun over a country"),
        pytest.param('Holm was tired. Elected in May, she left. "It is old," she said.', [], id="over a participle"),
        pytest.param('Holm was tired. Mr Lind left. "It is old," she said.', [], id="pronoun over a man"),
        pytest.param('Holm was tired. Her son Bo left. "It is old," she said.', [], id="pronoun over her son"),
        pytest.param('LUND (Wire) – Ada Holm was tired. "It is old," she said.', [], id="pronoun behind a dateline"),
        pytest.param(
            'Ada Holm, the minister, was tired. "It is old," the minister said.', [], id="an office behind it"
        ),
        pytest.param('Holm met Lind. Lind left. "It is old," she said.', ["quote-unattributed"], id="another since"),
        pytest.param('Holm met Jones. Jones left. "It is old," she said.', ["quote-unattributed"], id="a name in s"),
        pytest.param('Holm left. Mr Lind came. "It is old," he said.', ["quote-unattributed"], id="a man since"),
        pytest.param('Ada Holm (Green) said: "It is old."', [], id="a bracket behind the name"),
        pytest.param('Ada Holm (Green), who runs the lock, said: "It is old."', [], id="a bracket and a clause"),
        pytest.param('Holm, whose firm, Acme, owns it, said: "It is old."', [], id="a firm of hers between"),
        pytest.param('Ada Holm – the keeper – said: "It is old."', [], id="between dashes"),
        pytest.param('Ada Holm has always said: "It is old."', [], id="an adverb"),
        pytest.param('The lock\'s chief executive, Ada Holm, left but said: "It is old."', [], id="a chief executive"),
        pytest.param('Bo Lind (Ada Holm) said: "It is old."', ["quote-unattributed"], id="in brackets herself"),
        pytest.param('"It is old," Bo Lind said.', ["quote-unattributed"], id="another"),
        pytest.param('"It is old," said Ada Holm, the keeper.', [], id="name with an office"),
        pytest.param('"It is old," said Ada Holm\'s lawyer.', ["quote-unattributed"], id="somebody of hers"),
        pytest.param('"It is old," said Ada Holm\'s lawyer, Bo Lind.', ["quote-unattributed"], id="a name of hers"),
        pytest.param('A banner read "It is old".', ["quote-unattributed"], id="nobody"),
    ],
)
def test_speaker(hold: Callable[..., Report], article: str, rules: list[str]) -> None:
    report = hold(article, quoted("It is old", "    speaker: Ada Holm\n"))
    assert [finding.rule for finding in report.findings] == rules


@pytest.mark.parametrize(
    "article",
    [
        pytest.param("> It is old.\n>\n> — Ada Holm\n", id="signed on a line of its own"),
        pytest.param("> It is old. — Ada Holm\n", id="signed"),
        pytest.param('> The keeper, Ada Holm, said: "It is old." It rained.\n', id="a report set as a quotation"),
        pytest.param('> "It is old," Ada Holm said. It rained.\n', id="its speaker within"),
    ],
)
def test_block_quotations(hold: Callable[..., Report], article: str) -> None:
    assert not hold(article, quoted("It is old", "    speaker: Ada Holm\n"), format="markdown").findings


def test_each_place_has_its_own_speaker(hold: Callable[..., Report]) -> None:
    article = '"It is old," said Ada Holm. "It is old," said Bo Ek. "It is old," Holm said. "It is old," Cy Roe said.'
    report = hold(article, quoted("It is old", "    speaker: Ada Holm\n    occurrence: all\n"))
    assert [finding.message for finding in report.errors] == [
        "quotation 'q' is attributed to Bo Ek, not to Ada Holm",
        "quotation 'q' is attributed to Cy Roe, not to Ada Holm",
    ]


@pytest.mark.parametrize(
    ("article", "told"),
    [
        pytest.param('Ada Holm nodded. "It is old," Bo Ek said.', "is attributed to Bo Ek, not to", id="another"),
        pytest.param('Ada Holm met Bo Ek. "It is old," officials said.', "is attributed to officials,", id="a noun"),
        pytest.param('A banner read "It is old".', "is attributed to nobody, not to Ada Holm", id="nobody"),
        pytest.param('"It is old," said the. Ada Holm said no.', "is attributed to nobody", id="no word for anybody"),
        pytest.param(
            'Ada Holm met Bo Ek. "It is old," the coach said.',
            "is attributed to 'the coach', whom the article does not name, not to Ada Holm",
            id="an office",
        ),
        pytest.param('It rained. "It is old," she said.', "to 'she', and the article leaves open who", id="a pronoun"),
    ],
)
def test_the_message_names_the_nearest_alone(hold: Callable[..., Report], article: str, told: str) -> None:
    [finding] = hold(article, quoted("It is old", "    speaker: Ada Holm\n")).errors
    assert told in finding.message
    assert ("instead of" in finding.advice) is ("'" in told)
