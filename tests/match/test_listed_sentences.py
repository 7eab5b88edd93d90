"""Sentences in which listed facts stand, and sentences that turn, bound or move one of them; those that stand first."""

from collections.abc import Callable

import pytest

from factspec.report import Report

# Claims, and sentences in which each stands.
STANDS: dict[str, tuple[str, ...]] = {
    "{facts: [Tarnow, {value: US$4.2 million}, wall]}": (
        "Tarnow paid US$4.2 million for a wall",
        "Tarnow paid about US$4.2 million for a wall",
        "Tarnow paid exactly US$4.2 million for a wall",
    ),
    "{facts: [Tarnow, {value: CHF 4.2 million}, wall]}": ("Tarnow paid CHF 4.2 million for a wall",),
    "{facts: [Tarnow, {value: Rs 400}, wall]}": ("Tarnow paid Rs 400 for a wall",),
    "{facts: [Tarnow, {value: EUR 400}, wall]}": ("Tarnow paid EUR 400 for a wall",),
    "{facts: [bank, {value: at least 400 jobs}]}": (
        "The bank cut at least 400 jobs",
        "The bank cut no fewer than 400 jobs",
    ),
    "{facts: [storm, {value: up to 14 inches}]}": (
        "A storm dumped up to 14 inches of snow",
        "A storm dumped as much as 14 inches of snow",
    ),
    "{facts: [bank, {value: more than 400 jobs}]}": (
        "The bank cut more than 400 jobs",
        "The bank cut over 400 jobs",
    ),
    "{facts: [bank, {value: fewer than 400 jobs}]}": ("The bank cut fewer than 400 jobs",),
    "{facts: [bank, {value: under 400 jobs}]}": ("The bank cut under 400 jobs",),
    "{facts: [bank, {value: as many as 400 jobs}]}": ("The bank cut as many as 400 jobs",),
    "{facts: [bank, {value: nearly 14 inches}]}": ("The bank dumped nearly 14 inches of snow",),
    "{facts: [bank, {value: up to €400 million}]}": ("The bank lost up to €400 million",),
    "{facts: [bank, {value: only 400 jobs}]}": ("The bank cut only 400 jobs",),
    "{facts: [bank, {value: about 400 jobs}]}": (
        "The bank cut about 400 jobs",
        "The bank cut some 400 jobs",
        "The bank cut roughly 400 jobs",
        "The bank cut around 400 jobs",
    ),
    "{facts: [bank, {value: some 400 jobs}]}": (
        "The bank cut some 400 jobs",
        "The bank cut about 400 jobs",
    ),
    "{facts: [bank, {value: 400 jobs}]}": (
        "The bank cut about 400 jobs",
        "The bank cut 400 jobs",
    ),
    "{facts: [bank, {value: exactly 400 jobs}]}": (
        "The bank cut exactly 400 jobs",
        "The bank cut 400 jobs",
    ),
    "{facts: [{name: Ada Lind, aliases: [Lind]}, resigned]}": (
        "Lind resigned on Monday",
        "Ada Lind resigned on Monday",
        "Mayor Lind resigned on Monday",
        "Striker Lind resigned on Monday",
        "Then Lind resigned on Monday",
        "Yesterday Lind resigned",
        "Mrs Lind resigned on Monday",
        "Reporter Lind resigned on Monday",
        "Norwegian Lind resigned on Monday",
        "When Lind resigned on Monday, it rained",
        "On Monday Lind resigned",
        "Director Ada Lind resigned on Monday",
        "Goalkeeper Lind resigned on Monday",
        "Former mayor Lind resigned on Monday",
        "Veteran Lind resigned on Monday.  A veteran said so",
    ),
    "{facts: [council, sold, mill]}": (
        "The council sold the mill",
        "The council sold the land and the mill",
        "The council, neither rich nor poor, sold the mill",
        "The council, which denied wrongdoing, sold the mill",
        "The council confirmed that it sold the mill",
        "The council admitted it sold the mill",
        "The council said it sold the mill",
        "The council rejected two bids and sold the mill",
        "The council rejected a bid, then sold the mill to Bo Ek",
        "The council sold the mill but kept the land",
        "The council opposed the plan, then sold the mill",
        "The council, accused of waste, sold the mill",
        "The council, accused of wasting money, sold the mill",
        "The council avoided a strike and sold the mill",
        "Rejecting the criticism, the council sold the mill",
        "The council dismissed its chief and sold the mill",
        "The council rejected criticism of the way it sold the mill",
        "The council sold nothing but the mill",
        "We reported that the council sold the mill",
        "A report that the council sold the mill drew protests",
    ),
    "{facts: [strike, {date: 2026-05-12}]}": ("The strike was on 12 May",),
    "{facts: [court, convicted, {name: Dana Holt}, fraud]}": (
        "The court convicted Dana Holt, who could not attend, of fraud",
        "The court convicted Dana Holt, who had not been seen for weeks, of fraud",
        "A court that had not sat for years convicted Dana Holt of fraud",
    ),
    "{facts: [mine, closed, {value: 300 jobs}]}": (
        "The mine has closed, with 300 jobs lost",
        "The mine is known to have closed, with 300 jobs lost",
        "The mine, which is thought to be the oldest, closed with 300 jobs lost",
    ),
    "{facts: [court, upheld, sentence]}": (
        "The court, asked whether it was bound, upheld the sentence",
        "The court upheld the sentence",
        "The court was asked to rule and upheld the sentence",
    ),
    "{says: Sales fell by a third}": (
        "Sales fell by a third",
        "Sales fell by a third of their value last year",
        "Sales fell by a third in May",
    ),
    "{says: The rate rose by a quarter}": ("The rate rose by a quarter in May",),
    "{says: The rate fell by half}": (
        "The rate fell by half a year later",
        "The rate fell by half in May",
    ),
    "{says: The rate rose by a point}": ("The rate rose by a point and a fee was cut",),
    "{facts: [show, {date: 2026-05-12}]}": (
        "The show ran on 12 May",
        "The show was moved to 12 May",
        "The show was postponed to 12 May",
        "The show, planned for 12 May, will be in Lund",
        "The show was planned for 12 May",
    ),
    "{facts: [show, 12 May]}": (
        "The show ran on 12 May",
        "The show of 12 May was long",
    ),
    "{facts: [show, until 12 May]}": ("The show ran until 12 May",),
    "{facts: [firm, {value: 12 turbines}]}": (
        "The firm built 12 turbines",
        "The firm built the 12 turbines planned",
        "The firm built 12 turbines at the port",
        "The firm built 12 turbines, fewer than promised",
        "The firm built a farm of 12 turbines",
        "The firm, one of the largest, built 12 turbines",
        "The firm built 12 turbines in two years, three more than planned",
    ),
    "{facts: [firm, {value: €4.2 million}]}": ("The firm paid €4.2 million",),
    "{facts: [turnout, {value: 31 per cent}]}": (
        "The turnout was at 31 per cent, against 12 per cent before",
        "The turnout was at 31 per cent",
    ),
    "{facts: [Ferrand, {value: 12 turbines}, built]}": (
        "Ferrand built 12 turbines",
        "Ferrand, which Ostmark bought, built 12 turbines",
        "Ferrand built 12 turbines; Ostmark built none",
        "Ferrand built 12 turbines, Ostmark did not",
        "The 12 turbines built by Ferrand are large",
        "Ostmark paid for 12 turbines and Ferrand built them",
    ),
    "{facts: [{name: Ada Lind}, resigned]}": (
        "Ada Lind resigned",
        "The leader of the council, Ada Lind, resigned",
        "Ada Lind's deputy said that she resigned",
        "The successor to Bo Ek, Ada Lind, resigned",
        "According to an aide, Ada Lind resigned",
        "A deputy to Bo Ek, Ada Lind, resigned",
        "Ada Lind, Mr Ek's deputy, resigned",
    ),
    '{"facts": [Gedney, pupil numbers, {value: 12%}], "within": "paragraph"}': (
        "Gedney met. Pupil numbers are down. They have fallen by 12 per cent",
        "Gedney met. Pupil numbers are not stable. They have fallen by 12 per cent",
        "Gedney did not act. Pupil numbers are down. They have fallen by 12 per cent",
    ),
    "{says: Voss won in 2 hours 14 minutes}": ("Voss won in 2 hours 14 minutes",),
    '{facts: [index, {value: "6,214"}]}': ("The index fell 50 points to 6,214",),
    '{facts: [fuel, "2010", "2020"]}': ("The fuel bill fell from 2010 to 2020",),
    "{facts: [shop, 10 a.m., 4 p.m.]}": ("The shop is open from 10am to 4pm",),
    "{facts: [council, {value: 340 families}]}": (
        "The council moved all 340 families",
        "The council moved each of 340 families",
        "The council moved every one of 340 families",
        "The council moved all of the 340 families",
    ),
    "{facts: [council, 340 families]}": ("The council moved all 340 families",),
}

# Claims, and sentences in which one of their facts is another.
TURNED: dict[str, tuple[str, ...]] = {
    "{facts: [Tarnow, {value: US$4.2 million}, wall]}": (
        "Tarnow paid up to US$4.2 million for a wall",
        "Tarnow paid at least US$4.2 million for a wall",
        "Tarnow paid at least USD 4.2 million for a wall",
        "Tarnow paid nearly USD 4.2 million for a wall",
    ),
    "{facts: [Tarnow, {value: CHF 4.2 million}, wall]}": ("Tarnow paid up to CHF 4.2 million for a wall",),
    "{facts: [Tarnow, {value: Rs 400}, wall]}": (
        "Tarnow paid up to Rs 400 for a wall",
        "Tarnow paid up to Rs. 400 for a wall",
    ),
    "{facts: [Tarnow, {value: NOK 400}, wall]}": ("Tarnow paid no more than NOK 400 for a wall",),
    "{facts: [Tarnow, {value: EUR 400}, wall]}": (
        "Tarnow paid less than EUR 400 for a wall",
        "Tarnow paid over EUR 400 for a wall",
    ),
    "{facts: [Tarnow, {value: A$400}, wall]}": (
        "Tarnow paid more than A$400 for a wall",
        "Tarnow paid an extra A$400 for a wall",
        "Tarnow paid another A$400 for a wall",
    ),
    "{facts: [bank, {value: at least 400 jobs}]}": (
        "The bank cut 400 jobs",
        "The bank cut about 400 jobs",
        "The bank cut up to 400 jobs",
        "The bank cut at least 500 jobs",
    ),
    "{facts: [storm, {value: up to 14 inches}]}": (
        "A storm dumped 14 inches of snow",
        "A storm dumped at least 14 inches of snow",
    ),
    "{facts: [bank, {value: more than 400 jobs}]}": (
        "The bank cut less than 400 jobs",
        "The bank cut 400 jobs",
    ),
    "{facts: [bank, {value: fewer than 400 jobs}]}": ("The bank cut 400 jobs",),
    "{facts: [bank, {value: nearly 14 inches}]}": (
        "The bank dumped 14 inches of snow",
        "The bank dumped more than 14 inches of snow",
    ),
    "{facts: [bank, {value: up to €400 million}]}": ("The bank lost €400 million",),
    "{facts: [bank, {value: about 400 jobs}]}": ("The bank cut up to 400 jobs",),
    "{facts: [bank, {value: 400 jobs}]}": (
        "The bank cut at least 400 jobs",
        "The bank cut nearly 400 jobs",
    ),
    "{facts: [{name: Ada Lind, aliases: [Lind]}, resigned]}": ("Bo Lind resigned on Monday",),
    "{facts: [council, sold, mill]}": (
        "The council sold neither land nor the mill",
        "The council sold neither the land nor the mill",
        "The council neither sold nor leased the mill",
        "The council denied it sold the mill",
        "The council denied that it sold the mill",
        "The council rejects the claim that it sold the mill",
        "The council dismissed reports that it sold the mill",
        "The council was accused of having sold the mill",
        "The council was cleared of having sold the mill",
        "The council narrowly avoided having sold the mill",
        "The council prevented the mill being sold",
        "The council opposed the mill being sold",
        "The council saved the mill from being sold",
        "The council sold everything but the mill",
        "The council denies having sold the mill",
    ),
    "{facts: [strike, {date: 2026-05-12}]}": (
        "The strike was on neither 11 nor 12 May",
        "The strike was on 11 or 12 May",
        "The strike was on 12 or 13 May",
        "The strike was on May 11 or 12",
    ),
    "{facts: [court, convicted, {name: Dana Holt}, fraud]}": (
        "Dana Holt, who has not been convicted of fraud, went to court",
        "Dana Holt, who was never convicted of fraud, went to court",
    ),
    "{facts: [council, closed, mill]}": ("The council was accused of closing the mill. It was closed",),
    "{facts: [mine, closed, {value: 300 jobs}]}": (
        "The mine appears to have closed, with 300 jobs lost",
        "The mine seems to have closed, with 300 jobs lost",
        "The mine is thought to have closed, with 300 jobs lost",
        "The mine is feared to have closed, with 300 jobs lost",
        "The mine is believed to have closed, with 300 jobs lost",
    ),
    "{facts: [court, upheld, sentence]}": (
        "The court was asked whether it upheld the sentence",
        "The court did not say whether it upheld the sentence",
    ),
    "{says: Sales fell by a third}": (
        "Sales fell by a third of one per cent",
        "Sales fell by a third of a per cent",
    ),
    "{says: The rate rose by a quarter}": (
        "The rate rose by a quarter point",
        "The rate rose by a quarter of a point",
        "The rate rose by a quarter of a percentage point",
    ),
    "{says: The rate fell by half}": (
        "The rate fell by half a point",
        "The rate fell by half a percentage point",
    ),
    "{says: The rate rose by a point}": ("The rate rose by a point and a half",),
    "{facts: [rate, rose by a quarter]}": (
        "The rate rose by a quarter of a point",
        "The rate rose by a quarter point",
    ),
    "{facts: [show, {date: 2026-05-12}]}": (
        "The show was due on 12 May but opened on 13 May",
        "The show ran on Wed. 12 May",
        "The show ran on Tuesday of this week",
    ),
    "{facts: [firm, {value: 12 turbines}]}": (
        "The firm built less than the 12 turbines planned",
        "The firm built fewer than the 12 turbines planned",
        "The firm built more than the 12 turbines planned",
        "The firm built parts of 12 turbines",
        "The firm built part of 12 turbines",
        "The firm built one of the 12 turbines",
        "The firm built one of 12 turbines",
        "The firm built three in 12 turbines",
        "The firm built three out of 12 turbines",
        "The firm built three of the 12 turbines",
        "The firm built 12 turbines fewer than promised",
        "The firm built 12 turbines short of its goal",
        "The firm built 12 turbines at best",
        "The firm built 12 turbines at the most",
        "The firm built 12 turbines at most",
    ),
    "{facts: [firm, {value: €4.2 million}]}": ("The firm paid €4.2 million-plus",),
    "{facts: [turnout, {value: 31 per cent}]}": (
        "The turnout was at 12 per cent, against 31 per cent before",
        "The turnout was at 12 per cent, versus 31 per cent before",
    ),
    "{facts: [{name: Ada Lind}, resigned]}": ("Ada Lind's deputy resigned",),
    '{"facts": [Gedney, pupil numbers, {value: 12%}], "within": "paragraph"}': (
        "Gedney met. Pupil numbers are stable. It is not true that they have fallen by 12 per cent",
    ),
    "{says: Voss won in 2 hours 14 minutes}": (
        "Voss won in 2 hours 14 minutes and 3 seconds",
        "Voss won in 2 hours 14 minutes 3 seconds",
    ),
    "{says: It lasted 3 weeks}": (
        "It lasted 3 weeks and a day",
        "It lasted 3 weeks, 2 days",
    ),
    "{facts: [Voss, {value: 2 hours}]}": ("Voss won in 2 hours 14 minutes",),
    "{facts: [Oil, {value: $83.45 a barrel}]}": ("Oil cost $1.20 to $83.45 a barrel",),
    "{facts: [price, {value: €5}]}": ("The price fell €4 to €5",),
    "{facts: [bank, {value: €31 million}]}": (
        "The bank made €31 million – €34 million",
        "The bank made €31 million–€34 million",
    ),
    "{facts: [council, {value: 340 families}]}": (
        "The council moved not all 340 families",
        "The council moved nearly all of the 340 families",
        "The council moved most of the 340 families",
        "The council moved half of the 340 families",
    ),
    "{facts: [council, 340 families]}": ("Not all 340 families were moved by the council",),
}


def rows(table: dict[str, tuple[str, ...]]) -> list[object]:
    return [pytest.param(claim, text, id=text) for claim, texts in table.items() for text in texts]


def verdict(hold: Callable[..., Report], claim: str, text: str) -> str:
    spec = f"published: 2026-05-20\nclaims:\n  - {claim.replace('{', '{id: c, ', 1)}\n"
    return hold(f"{text}.\n", spec).claims[0].verdict


@pytest.mark.parametrize("claim, text", rows(STANDS))
def test_stands(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) == "passed"


@pytest.mark.parametrize("claim, text", rows(TURNED))
def test_does_not_stand(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) in {"reframed", "changed", "missing"}
