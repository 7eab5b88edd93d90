"""quote-unattributed: a quotation that the article gives to somebody else than its claim does, or to nobody."""

from collections.abc import Callable

import pytest

from factspec.claims.evidence.stored import StoredText
from factspec.rules.finding import Finding, Report


def quoted(words: str, more: str = "") -> str:
    return f"claims:\n  - id: q\n    quotes: '{words}'\n{more}"


@pytest.mark.parametrize(
    ("article", "rules"),
    [
        pytest.param('"It is old," said Ada Holm, who quoted Bo Ek on other things.', [], id="whom she quotes too"),
        pytest.param('The letter that Ada Holm wrote said: "It is old."', [], id="what she wrote"),
        pytest.param('The letter that Ada Holm signed said: "It is old."', [], id="what she signed"),
        pytest.param('Ada Berg-Holm left. "It is old," she said.', ["quote-unattributed"], id="a name with a hyphen"),
        pytest.param('Ada Holm, who met Bo Ek, said: "It is old."', [], id="whom she met"),
        pytest.param('"It is old," Ada Holm told Bo Ek, laughing.', [], id="how she said it"),
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
        pytest.param('"It is old," Ada Holm said. She took it back to Hale.', [], id="brought back"),
        pytest.param('"It is old," Ada Holm said. Bo Ek withdrew his statement.', [], id="another's statement"),
        pytest.param('"It is old," Ada Holm said. They made it up the hill.', [], id="up the hill"),
        pytest.param('"It is old nonsense," Ada Holm said.', [], id="old nonsense"),
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
            "is attributed to 'the coach', who is not named, instead of to Ada Holm",
            id="an office",
        ),
        pytest.param('It rained. "It is old," she said.', "to 'she', whose name is open", id="a pronoun"),
    ],
)
def test_the_message_names_the_nearest_alone(hold: Callable[..., Report], article: str, told: str) -> None:
    [finding] = hold(article, quoted("It is old", "    speaker: Ada Holm\n")).errors
    assert told in finding.message
    assert ("instead of" in finding.advice) is ("'" in told)


STORED = StoredText(
    text='Transcript. "We are old friends, and we will not go. The lock is deep," said Ada Holm of Lock Street.'
)


SPEC = (
    "sources: [{id: 1, text: a.txt}, 2]\nrules: {citation-unused: off, uncited: off}\n"
    "forbidden: [{id: f, says: zeppelin}]\n"
)


def held(hold: Callable[..., Report], article: str, spec: str = SPEC, format: str = "text") -> Report:
    return hold(article, spec, format=format, sources={"1": STORED})


def found(report: Report, rule: str = "quote-not-in-source") -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param('"We are old friends," Ada Holm said [1].', [], id="somebody says it"),
        pytest.param('Ada Holm was tired. "We are old friends," she said [1].', [], id="she says it"),
        pytest.param('A "green" plan [1].', [], id="scare quote"),
        pytest.param("> The lock is deep.\n\nThe end [1].", [], id="block of its own"),
        pytest.param('The banner was red. "We are old friends" [1].', ["We are old friends"], id="nobody"),
    ],
)
def test_what_nobody_says_is_a_doubt(hold: Callable[..., Report], article: str, words: list[str]) -> None:
    findings = found(held(hold, article, format="markdown"), "quote-unattributed")
    assert [(one.found, one.severity) for one in findings] == [(one, "warning") for one in words]


def test_the_doubt_weighs_what_somebody_chose(hold: Callable[..., Report]) -> None:
    article = 'The banner was red. "We are old friends" [1].'
    strict = held(hold, article, SPEC.replace("uncited: off", "uncited: off, quote-unattributed: error"))
    assert [one.severity for one in found(strict, "quote-unattributed")] == ["error"]
    claimed = SPEC + "claims: [{id: q, quotes: We are old friends}]\n"
    assert not found(held(hold, article, claimed), "quote-unattributed")
