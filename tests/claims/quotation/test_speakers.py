"""Whether an article attributes a quotation to the approved speaker; rows without a finding come first."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

Hold = Callable[..., Report]

# “…” is the quotation.
SAID = [
    # After the verb at the end of a clause.
    ("Ada Lind", "The bill was drafted by Bo Ek, said Ada Lind. “…”"),
    ("Ada Lind", "The museum's director, Ada Lind, said the loan “…”."),
    ("Ada Lind", "Ada Lind, writing for the majority, said Hale residents “…”."),
    # Persons that a pronoun refers to.
    ("Ada Lind", "Females threw more often than males, says Ada Lind. Whether they aim is open. “…” she says."),
    ("Ada Lind", "Prices fell in May, economist Ada Lind said. “…” she added."),
    ("Ada Lind", "Two people were hurt, according to Ada Lind. “…” she added."),
    ("Ada Lind", "Bo Ek left; the Danish delegate, Ada Lind, stayed. “…” she explained."),
    ("Ada Lind", "Ada Lind left; the firm lost money. “…” she explained."),
    ("Ada Lind", "Ada Lind said Bo Ek was late. “…” she added."),
    ("Ada Lind", "Its chief operating officer, Ada Lind, told Radio Nord that crews were late. “…” she said."),
    ("Lumo Energy", "Lumo Energy lost €3 million in May. “…” it said."),
    ("Lumo Energy", "Lumo Energy sacked Ada Lind in May. She is ill. “…” it said."),
    ("Lumo", "Lumo left the group in May. “…” it said."),
    # Offices, and names in them.
    ("Ada Lind", "“…” said Castle Town's coach, Ada Lind."),
    ("Ada Lind", "“…” said the World Bank's chief economist, Ada Lind."),
    ("Ada Lind", "“…” said Minister of Health Ada Lind."),
    ("Ada Lind", "“…” said the late mayor, Ada Lind."),
    ("Ada Lind", "“…” said the then mayor, Ada Lind."),
    ("Ada Lind", "“…” said A. Lind."),
    ("A. Lind", "“…” said A. Lind."),
    ("Ada Lind", "“…” Ada Lind herself said."),
    ("Ada Lind", "Ada Lind won on Thursday. “…” the 22-year-old Estonian said."),
    ("Ada Lind", "Ada Lind won on Thursday. “…” said the 22-year-old Estonian."),
    ("Ada Lind", "Coach Ada Lind smiled on the bench. “…” the coach said."),
    ("Ada Lind", "The coach, Ada Lind, smiled on the bench. “…” the coach said."),
    ("Ada Lind", "Ada Lind, the coach, smiled on the bench. “…” the coach said."),
    # Bodies with a preposition in their name.
    ("Ministry of Health", "“…” said the Ministry of Health."),
    ("Ministry of Health", "“…” the Ministry of Health said."),
    ("Institute for Fiscal Studies", "“…” said the Institute for Fiscal Studies on Monday."),
    ("Ada Lind", "“…” said Ada Lind of the Ministry of Health."),
    ("Ada Lind", "“…” Ada Lind of the Ministry of Health said."),
    # Denials of something else than the words.
    ("Ada Lind", "Ada Lind refused to call it a defeat: “…”"),
    ("Ada Lind", "Ada Lind would not describe it as a defeat: “…”"),
    ("Ada Lind", "Ada Lind declined to comment on the appeal: “…”"),
    ("Ada Lind", "Ada Lind did not apologise for the delay: “…”"),
    ("Ada Lind", "Ada Lind would not tell the court when it began: “…”"),
    ("Ada Lind", "Ada Lind could only tell the court: “…”"),
    ("Ada Lind", "Ada Lind declined to comment on the words: “…”"),
    ("Ada Lind", "Ada Lind said the words: “…”"),
    ("Ada Lind", "Ada Lind was blunt: “…”"),
    ("Ada Lind", "Ada Lind was delighted: “…”"),
    ("Ada Lind", "Ada Lind was in no doubt: “…”"),
    ("Ada Lind", "Ada Lind puts it differently: “…”"),
    ("Ada Lind", "Ada Lind went on to tell the court: “…”"),
    ("Ada Lind", "Ada Lind was quoted by the Post as saying: “…”"),
    ("Ada Lind", "“…” Ada Lind was quoted as saying by the Post."),
    ("Ada Lind", "There is no doubt that Ada Lind told the court: “…”"),
    ("Ada Lind", "Records show that Ada Lind told the court: “…”"),
    # A verb alone after the words, a noun before them.
    ("Ada Lind", "“…” Ada Lind shrugged."),
    ("Ada Lind", "“…” shrugged Ada Lind."),
    ("Ada Lind", "“…” Ada Lind pointed out."),
    ("Ada Lind", "“…” Ada Lind chimed in."),
    ("Ada Lind", "“…” fumed Ada Lind."),
    ("Ada Lind", "The council met. “We were lucky”, Ada Lind shrugged."),
    ("Ada Lind", "The council met. “We were lucky” – Ada Lind shrugged."),
    ("Ada Lind", "“…” Ada Lind went on."),
    ("Ada Lind", "Ada Lind was late. “…” she agreed."),
    ("Ada Lind", "“…” is how Ada Lind puts it."),
    ("Ada Lind", "Ada Lind was late. Her advice is simple: “…”"),
    ("Ada Lind", "Ada Lind's verdict: “…”"),
    ("Ada Lind", "Ada Lind's verdict was short: “…”"),
    # Speakers, and what they judge.
    ("Ada Lind", "“…” said Ada Lind, who speaks for the union."),
    ("Ada Lind", "“…” Ada Lind told reporters."),
    ("Ada Lind", "Ada Lind criticised the ruling: “…”"),
    ("Ada Lind", "Ada Lind was criticised for saying “…”"),
    ("Ada Lind", "Ada Lind apologised to Bo Ek for saying “…”"),
    ("Ada Lind", "Ada Lind told Bo Ek, who was late: “…”"),
    ("Ada Lind", "“…” said Ada Lind, playing down the loss."),
    ("Ada Lind", "“…” said Ada Lind and her lawyer."),
    ("Ada Lind", "Ada Lind, as chair, said: “…”"),
    ("Ada Lind", "Ada Lind managed to say: “…”"),
    ("Ada Lind", "Ada Lind spoke up: “…”"),
    ("Ada Lind", "Ada Lind spoke briefly: “…”"),
    ("Ada Lind", "Ada Lind thanked Bo Ek for saying sorry. “…” she said."),
]
NOT_SAID = [
    ("Bo Ek", "The bill was drafted by Bo Ek, said Ada Lind. “…”"),
    ("Bo Ek", "Nobody blames Bo Ek, said Ada Lind. “…”"),
    ("Bo Ek", "Police named the driver as Bo Ek, said Ada Lind. “…”"),
    ("Bo Ek", "The minister, Ada Lind, argued Bo Ek should go. “…”"),
    ("Bo Ek", "The mayor, said by Bo Ek to be ill, left. “…”"),
    ("Bo Ek", "“…” is a line critics made up, said Bo Ek."),
    ("Bo Ek", "Bo Ek was late, Ada Lind said. “…” he added."),
    ("Bo Ek", "Bo Ek wrote the bill, said Ada Lind. “…” she added."),
    ("Ada Lind", "Bo Ek was late, Ada Lind said. “…” he added."),
    ("Bo Ek", "Ada Lind was late, Cleo Roy said. Dee Moe agreed with Bo Ek. “…” she added."),
    ("Bo Ek", "Bo Ek left; the Danish delegate, Ada Lind, stayed. “…” she explained."),
    ("Bo Ek", "Its mayor, Ada Lind, met Bo Ek. “…” she said."),
    ("Bo Ek", "Bo Ek resigned from the board on Monday. “…” it said in a statement."),
    ("Ek", "Mr Ek left the board on Monday. “…” it said in a statement."),
    ("Bo Ek", "Bo Ek, 43, left the board. “…” it said in a statement."),
    ("Bo Ek", "Bo Ek, who ran it, left the board. “…” it said in a statement."),
    ("Bo Ek", "Bo Ek left the board. He had led it. “…” it said in a statement."),
    ("Castle Town", "“…” said Castle Town's coach, Ada Lind."),
    ("Ada Lind", "“…” said Ada Lind's lawyer, Bo Ek."),
    ("Ada Lind", "“…” said the secretary of Ada Lind."),
    ("Ada Lind", "“…” said Deputy of Mayor Ada Lind."),
    ("Ada Lind", "“…” said B. Lind."),
    ("Bo Lind", "“…” said A. Lind."),
    ("Bo Ek", "Bo Ek left. Ada Lind won. “…” the 22-year-old Estonian said."),
    ("Ada Lind", "Ada Lind smiled on the bench. “…” the coach said."),
    ("Ada Lind", "Ada Lind of Hale smiled on the bench. “…” the coach said."),
    ("Ada Lind", "Ada Lind smiled at Bo Ek. “…” the coach said."),
    ("Bo Ek", "Bo Ek was arrested in Hale on Monday. “…” the judge said."),
    ("Ada Lind", "Coach Bo Ek left.\n\nAda Lind smiled on the bench. “…” the coach said."),
    ("Ada Lind", "Bo Ek, the club's coach, left.\n\nA. B. C. D. E. Ada Lind smiled. “…” the coach said."),
    ("Ministry of Health", "“…” a critic of the Ministry of Health said."),
    ("Ministry of Health", "“…” said a critic of the Ministry of Health."),
    ("Ministry of Health", "“…” an aide to the head of the Ministry of Health said."),
    ("Ministry of Health", "“…” a man outside the Ministry of Health said."),
    ("Ministry of Health", "“…” a man in the Ministry of Health said."),
    ("Ministry of Health", "“…” Ada Lind of the Ministry of Health said."),
    ("Lumo", "“…” a man outside Lumo said."),
    ("Lumo", "“…” said a man outside Lumo."),
    ("Ada Lind", "Ada Lind did not tell the parties: “…”"),
    ("Ada Lind", "Ada Lind never said in court: “…”"),
    ("Ada Lind", "Ada Lind never said it: “…”"),
    ("Ada Lind", "Ada Lind refused to tell the court: “…”"),
    ("Ada Lind", "Ada Lind did not say the words: “…”"),
    ("Ada Lind", "Ada Lind never said these words: “…”"),
    ("Ada Lind", "Ada Lind never said these words to Bo Ek: “…”"),
    ("Ada Lind", "Ada Lind did not write the line: “…”"),
    ("Ada Lind", "Ada Lind reportedly told a friend: “…”"),
    ("Ada Lind", "Ada Lind may have told a friend: “…”"),
    ("Ada Lind", "Ada Lind is expected to tell MPs: “…”"),
    ("Ada Lind", "Ada Lind had planned to tell the court: “…”"),
    ("Ada Lind", "Ada Lind was urged to tell reporters: “…”"),
    ("Ada Lind", "Ada Lind was misquoted by the Post as saying: “…”"),
    ("Ada Lind", "It was not Ada Lind who told the court: “…”"),
    ("Ada Lind", "“…” Ada Lind heard."),
    ("Ada Lind", "The council passed the “we were lucky” Ada Lind opposed."),
    ("Ada Lind", "The council passed the “we were lucky” Ada Lind offered."),
    ("Ada Lind", "“…” Ada Lind feared."),
    ("Ada Lind", "“…” Ada Lind refused."),
    ("Ada Lind", "“…” Ada Lind interrupted."),
    ("Ada Lind", "The words “we were lucky” begged Ada Lind."),
    ("Ada Lind", "“We were lucky” shrugged off Ada Lind."),
    ("Ada Lind", "“…” shrugged off Ada Lind."),
    ("Ada Lind", "“…” Ada Lind learned."),
    ("Ada Lind", "“…” angered Ada Lind."),
    ("Ada Lind", "“…” Ada Lind lied."),
    ("Ada Lind", "The coach was late. Ada Lind waited. “…” the coach said."),
    ("Ada Lind", "“…” Ada Lind read aloud."),
    ("Ada Lind", "Ada Lind was late. Her father's advice: “…”"),
    ("Ada Lind", "Ada Lind's father's advice: “…”"),
    ("Ada Lind", "A reply to Ada Lind: “…”"),
    ("Ada Lind", "Ada Lind's answer was not: “…”"),
    ("Ada Lind", "Ada Lind's answer wasn't: “…”"),
    ("Ada Lind", "Ada Lind's answer was never: “…”"),
    ("Ada Lind", "Ada Lind was late. Her reply was not: “…”"),
    ("Ada Lind", "Ada Lind was not blunt: “…”"),
    ("Ada Lind", "Ada Lind was accused: “…”"),
    ("Ada Lind", "Ada Lind is accused of this: “…”"),
    ("Ada Lind", "Ada Lind was sent a text: “…”"),
    ("Ada Lind", "Ada Lind was late. Her reply from the ministry: “…”"),
    ("Ada Lind", "The verdict on Ada Lind: “…”"),
    ("Ada Lind", "“…” Ada Lind, who speaks for the union, read in the Post."),
    ("Ada Lind", "“…” Ada Lind told no one."),
    ("Ada Lind", "“…” Ada Lind told nobody."),
    ("Ada Lind", "Ada Lind spoke under a banner that read “…”"),
    ("Ada Lind", "Ada Lind criticised the slogan “…”"),
    ("Ada Lind", "Ada Lind said she had read “…” on a wall."),
    ("Ada Lind", "Ada Lind attacked Bo Ek for saying “…”"),
    ("Ada Lind", "Ada Lind quoted Bo Ek: “…”"),
    ("Ada Lind", "Ada Lind quoted a proverb: “…”"),
    ("Ada Lind", "Ada Lind asked her doctor, who was blunt: “…”"),
    ("Ada Lind", "“…” said Ada Lind or her lawyer."),
    ("Ada Lind", "“…” said either Ada Lind or Bo Ek."),
    ("Ada Lind", "“…” Bo Ek or Ada Lind said."),
    ("Ada Lind", "A bot posing as Ada Lind wrote: “…”"),
    ("Ada Lind", "“…” said an actor playing Ada Lind."),
    ("Ada Lind", "Ada Lind forgot to say: “…”"),
    ("Ada Lind", "Ada Lind pretended to say “…”"),
    ("Ada Lind", "Ada Lind is thought to have said: “…”"),
    ("Ada Lind", "“…” Ada Lind apparently said."),
    ("the council", "“…” The council disputes the figures."),
]  # fmt: skip
_SPEC = "claims:\n  - id: q\n    quotes: we were lucky\n    speaker: {}\n"


def _held(hold: Hold, speaker: str, article: str) -> list[str]:
    comma = "," if article.startswith("“…” ") or ". “…” " in article else ""
    words = f"“We were lucky{comma}”"
    return [one.rule for one in hold(article.replace("“…”", words), _SPEC.format(speaker)).errors]


@pytest.mark.parametrize(("speaker", "article"), SAID)
def test_the_speaker_says_it(hold: Hold, speaker: str, article: str) -> None:
    assert _held(hold, speaker, article) == []


@pytest.mark.parametrize(("speaker", "article"), NOT_SAID)
def test_the_speaker_does_not_say_it(hold: Hold, speaker: str, article: str) -> None:
    assert _held(hold, speaker, article) == ["quote-unattributed"]


@pytest.mark.parametrize(
    "article",
    [],
)
def test_whether_it_was_said_is_denied_or_left_open(hold: Hold, article: str) -> None:
    assert _held(hold, "Ada Lind", article) == ["claim-reframed"]
