"""Whole claims: sentences that leave one unchanged, and similar sentences that do not."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

SPEC = "published: 2026-06-18\nclaims:\n  - {{id: c, {}}}\n"


def errors(hold: Callable[..., Report], claim: str, article: str) -> list[str]:
    report = hold(article, SPEC.format(claim))
    return [str(one) for one in report.findings if one.claim == "c" and one.severity == "error"]


@pytest.mark.parametrize(
    ("claim", "article"),
    [
        ("says: The bank raised rates by 2 per cent", "The bank raised rates by two percent."),
        ("facts: [Ek, {date: 2026-06-16}]", "Bo Ek, who is survived by two sons, died on Tuesday."),
        ("facts: [Shell, {date: 2026-06-16}]", "Shell, which is based in London, cut 200 jobs on Tuesday."),
        ("facts: [man, {date: 2026-06-12}]", "The man who is accused of the theft died on Friday."),
        ("facts: [bank, {date: 2026-06-12}]", "The bank, which must hold more capital, used its reserve on Friday."),
        (
            "says: The mayor resigned on 9 June",
            "The following week the accounts were found to be false. The mayor resigned on 9 June.",
        ),
        (
            "says: It paid a fine of 5 million euros",
            "It pleaded guilty to false accounting over the following two years. It paid a fine of 5 million euros.",
        ),
        (
            "says: The striker scored twice on Saturday",
            "The striker scored twice on Saturday. The striker was suspended in April.",
        ),
        (
            "says: Two officers struck a student in May",
            "Two officers struck a student in May. They were suspended on Monday.",
        ),
        ("says: The firm bought the ship in 2019", "The firm bought the ship in 2019. It scrapped the ship in 2025."),
        (
            "says: Police arrested a driver at noon",
            "Police arrested a driver at noon. Police later dropped the charges.",
        ),
        (
            "says: Trains ran on time in May",
            "Trains ran on time in May. The trains were suspended on Monday after a flood.",
        ),
        ("says: The strike began on Monday", "The strike began on Monday. It was suspended on Friday."),
        ("says: The council closed the mill", "The council closed the mill but two shops stayed open."),
        ("says: The mill closed in May", "The mill closed in May but one worker stayed."),
        (
            "says: The council approved the plan in May",
            "The council approved the plan in May, with three appeals pending.",
        ),
        ("says: win the seat in June", "A campaigner against the mine went on to win the seat in June."),
        ("says: London on Monday", "Protesters against the war travelled from Leeds to London on Monday."),
        ("says: fund schools in the north", "The government lifted taxes to fund schools in the north."),
        ("quotes: It works, speaker: Bo Ek", '"It works," said Bo Ek, who invented the device.'),
        ("quotes: It works, speaker: Bo Ek", '"It works," said Bo Ek, who made the satirical film.'),
        (
            "quotes: we are ready to work with them",
            '"I wish them well and we are ready to work with them," said Bo Ek.',
        ),
        ("quotes: we played well", '"I thought the pitch was poor but we played well," said Bo Ek.'),
        ("quotes: the bridge is safe, speaker: Ada Lind", '"The bridge is safe—really safe," said Ada Lind.'),
        ("quotes: It works, speaker: 'Bo Ek, the minister'", '"It works," said Minister Bo Ek.'),
        ("says: He sold 500 cars", "He sold 500 cars and more than 20 vans."),
        ("says: Ek had 20 points", "Ek had 20 points and more assists than Lind."),
        ("says: She ran 5 miles", "She ran 5 miles and over two hills."),
        ("says: He climbed 300 steps", "He climbed 300 steps and up a ladder."),
        ("says: Sales rose 5 per cent", "Sales rose 5 per cent up to June."),
        ("says: It opened on Tuesday", "It opened on Tuesday in high season."),
    ],
)
def test_found(hold: Callable[..., Report], claim: str, article: str) -> None:
    assert errors(hold, claim, article) == []


@pytest.mark.parametrize(
    ("claim", "article"),
    [
        ("says: took a bribe", "Lind, who took a bribe, prosecutors say, resigned."),
        ("says: took a bribe", "Lind, who took a bribe, a claim since withdrawn, resigned."),
        ("says: closed the mill", "Bo Ek, who closed the mill, rivals falsely claimed, left."),
        ("says: closed the mill", "He is the man who closed the mill, according to a rival."),
        ("says: closed the mill", "She is the minister who closed the mill, rivals claim."),
        ("quotes: It works, speaker: IMF", '"It works," said a critic of the International Monetary Fund.'),
        ("facts: [Ek, {date: 2026-06-23}]", "Bo Ek, who is survived by two sons, died on Tuesday."),
        ("facts: [firm, {date: 2026-06-23}]", "The firm, which is based in Oslo, used its reserve on Tuesday."),
        ("says: The mill closed in May", "The mill closed in May, though unions say it did not."),
        ("says: The mill closed in May", "The mill closed in May, even critics claim."),
        ("says: The mill closed in May", "The mill closed in May, one says."),
        ("says: The mill closed in May", "The mill closed in May, according to plans leaked to a paper."),
    ],
)
def test_not_found(hold: Callable[..., Report], claim: str, article: str) -> None:
    assert len(errors(hold, claim, article)) == 1
