"""Sentences in which listed facts are found, and then sentences that turn, bound or move one of them."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

# Claims, and sentences in which each is found.
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
        "The bank cut precisely 400 jobs",
        "The bank cut the 400 jobs",
        "The bank cut all its 400 jobs",
        "The bank cut every one of its 400 jobs",
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
        "We reported that the council sold the mill",
        "A report that the council sold the mill drew protests",
        "We reported on Monday that the council sold the mill",
        "A reporter who made up his mind said the council sold the mill",
        "Critics claim that the council sold the mill",
        "The council, which was accused of dragging its feet, sold the mill",
        "The council was cleared of blame and sold the mill",
        "The council considered leasing it, then sold the mill",
        "The council avoided raising taxes and sold the mill",
        "The council said it was asked whether it minded and it sold the mill",
        "The council rejects that the price was low: it sold the mill",
        "The council sold the mill, denying that it was cheap",
        "The council saved the hall from closing and sold the mill",
        "The council that sold the mill is thought to be broke",
        "The council sold everything, but the mill came first",
        "The council opposed the sale being rushed, yet sold the mill",
        "The council was accused of hiding costs when it sold the mill",
        "The council considered selling the school before it sold the mill",
        "The council accused of hiding costs sold the mill",
    ),
    "{facts: [{name: Ada Lind}, {date: 2026-04-08}]}": (
        "Ada Lind, who will retire in June, met Bo Ek on 8 April",
        "The firm which Ada Lind will leave in June met on 8 April",
        "The firm that will honour Ada Lind in June met on 8 April",
    ),
    "{facts: [{name: Ada Lind}, {date: 2027-04-08}]}": (
        "Ada Lind, who was fined in June, will meet Bo Ek on 8 April",
        "Ada Lind, who will be honoured on 8 April, is old",
        "Ada Lind, who will have been mayor for a year on 8 April, is old",
        "Ada Lind will open a hall built for the fair on 8 April",
    ),
    "{facts: [council, sold, {value: 300 cars}]}": ("Few on the council spoke, but the council sold 300 cars",),
    "{facts: [crew, family, {date: 2026-04-08}]}": (
        "A crew saved a family from drowning in Hale on 8 April",
        "A crew kept a family from drowning on 8 April",
    ),
    "{facts: [bank, club, {value: 300 euros}]}": (
        "The bank saved the club from closing with a loan of 300 euros",
        "The bank saved the club from being closed with a loan of 300 euros",
    ),
    "{facts: [nurse, arrested, {date: 2026-04-08}]}": (
        "A nurse accused of killing two patients was arrested in Hale on 8 April",
        "A nurse cleared of killing two patients was arrested in Hale on 8 April",
    ),
    "{facts: [nurse, {value: 30 years}]}": ("A nurse accused of killing two patients faces 30 years in jail",),
    "{facts: [strike, {date: 2026-05-12}]}": ("The strike was on 12 May",),
    "{facts: [mine, closed, {value: 300 jobs}]}": (
        "The mine has closed, with 300 jobs lost",
        "The mine is known to have closed, with 300 jobs lost",
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
        "The show ran on Tuesday of last week",
    ),
    "{facts: [show, 12 May]}": (
        "The show ran on 12 May",
        "The show of 12 May was long",
        "The show runs from 12 May",
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
    ),
    "{says: Voss won in 2 hours 14 minutes}": (
        "Voss won in 2 hours 14 minutes, a minute ahead of Pohl",
        "Voss won in 2 hours 14 minutes",
    ),
    "{says: It lasted 3 weeks}": (
        "It lasted 3 weeks, a day longer than in 2019",
        "It lasted 3 weeks, two months longer than planned",
    ),
    "{facts: [Oil, {value: $83.45 a barrel}]}": ("Oil climbed $1.20 to $83.45 a barrel",),
    '{facts: [index, {value: "6,214"}]}': (
        "The index fell 50 to 6,214",
        "The index fell 50 points to 6,214",
    ),
    "{facts: [average, {value: 14.96°C}]}": ("The average was 14.96°C – 0.6°C above normal",),
    "{facts: [bank, {value: €31 million}]}": ("The bank made €31 million – €4 million more than in 2024",),
    '{facts: [fuel, "2010", "2020"]}': (
        "The fuel bill fell between 2010 and 2020",
        "The fuel bill fell from 2010 to 2020",
        "The fuel bill fell in 2010–2020",
    ),
    "{facts: [shop, 10 a.m., 4 p.m.]}": (
        "The shop is open 10am–4pm",
        "The shop is open from 10am to 4pm",
    ),
    "{facts: [council, {value: 340 families}]}": (
        "The council moved all 340 families",
        "The council moved each of 340 families",
        "The council moved every one of 340 families",
        "The council moved all of the 340 families",
    ),
    "{facts: [council, 340 families]}": ("The council moved all 340 families",),
    "{facts: [bank, {date: 2026-05-12}]}": (
        "The bank moved its opening to 12 May",
        "The bank opened through the night of 12 May",
        "The bank brought forward the vote to 12 May",
        "The bank opens its doors to visitors on 12 May",
        "The bank cut jobs between 10 a.m. and noon on 12 May",
        "The bank opened on 12 May and closed on 13 May",
        "The bank was set up on 12 May but fined on 13 May",
    ),
    "{facts: [bank, 12 May]}": (
        "The bank opens 12 May",
        "The bank is open from 12 May to 14 May",
        "The bank is open from 10 May until 12 May",
        "The bank is open from 12 to 14 May and from 12 May it sells coins to 14 May buyers",
        "On 12 May the bank opened",
        "The bank opened by the river on 12 May",
    ),
    "{facts: [mine, by 12 May]}": ("The mine must close by 12 May",),
    '{facts: [lake, {value: 400}, "2024"]}': (
        "The lake lost 400 swans in 2024",
        "In 2024 the lake lost 400 swans",
    ),
    '{facts: [lake, "2024"]}': (
        "The lake lost one in 2024",
        "The lake lost three in 2024",
    ),
    "{facts: [Ferrand, {value: 12 turbines}]}": (
        "Ferrand built 12 turbines, and none was sold",
        "Ostmark was founded in 1990, and Ferrand, which built 12 turbines, did not buy it",
        "Ferrand built 12 turbines but did not sell them",
        "Workers said Ferrand built 12 turbines but none worked",
    ),
    "{facts: [{name: Ada Lind}, won, {value: 12 votes}]}": (
        "Ada Lind won by 12 votes; Bo Ek did not win any",
        "Bo Ek conceded and Ada Lind won by 12 votes",
        "Coach Ada Lind won 12 votes",
        "The nurse Ada Lind won 12 votes",
        "The coach of the team, Ada Lind, won 12 votes",
        "The prize went to Ada Lind, who won 12 votes",
    ),
    "{facts: [{name: Ada Lind}, prize]}": (
        "The spokeswoman for Ada Lind said she won the prize",
        "The award to Ada Lind was the first prize",
        "The manager Ada Lind won the prize",
        "The team manager, Ada Lind, won the prize",
        "Fans close to Ada Lind cheered as she won the prize",
    ),
    "{facts: [Norvik Energy, profit, {value: 12 per cent}]}": (
        "Norvik Energy's boss said profit rose 12 per cent",
        "A spokesman for Norvik Energy said profit rose 12 per cent",
        "Norvik Energy's chief executive, Ada Lind, said profit rose 12 per cent",
    ),
    "{facts: [council, {value: 12 turbines}]}": (
        "The council is one of the first to buy 12 turbines",
        "The council bought 12 turbines in part of the harbour",
        "The council bought its 12 turbines in May",
        "The council bought 12 turbines more than a year ago",
        "The council bought 12 turbines less than a month later",
        "The council, part of a group of 12 towns, bought 12 turbines",
    ),
    "{facts: [tax, {value: €31 million}]}": (
        "The tax raised €31 million, up from €4 million",
        "The tax raised €31 million against a target of €40 million",
        "The tax – €31 million – was paid",
    ),
    "{facts: [report, council, sold, mill]}": ("The report found that the council sold the mill",),
    "{facts: [ministers, denied, sold, mill]}": ("The ministers denied that they sold the mill",),
    "{facts: [council, feared, sold]}": ("The council feared a debt and sold the mill",),
    "{facts: [mill, closed, {value: 300 jobs}]}": (
        "The mill closed after the council opposed the plan being drawn up, with 300 jobs lost",
        "The mill closed with 300 jobs lost, the union accused of failing said",
    ),
    "{says: The race lasted 2 hours}": ("The race lasted 2 hours",),
    "{says: Prices rose by half}": ("Prices rose by half, of which a point was tax",),
    "{says: It fell by a third}": ("It fell by a third of what it was",),
    "{facts: [{name: Ada Lind, aliases: [Lind]}, won]}": (
        "Swedish Lind won",
        "Sweden's Lind won",
        "Justice Lind won",
        "Author Lind won",
        "Miss Lind won",
        "Playing for Lund, Lind won",
        "Suddenly Lind won",
    ),
    "{facts: [{name: Ada Lind}, won]}": (
        "Trainer Ada Lind won",
        "Finally Ada Lind won",
    ),
    "{facts: [dam, built, {value: 12 turbines}]}": (
        "The dam, built for half the price, has 12 turbines",
        "The dam was built partly of stone and has 12 turbines",
        "The dam, partly of stone, was built with 12 turbines",
    ),
    "{facts: [Bo Ek, {value: 12 votes}]}": ("Ada Lind beat Bo Ek by 31 votes against 12 votes",),
    "{facts: [oil, {value: 2 to 25 per cent}]}": ("The oil price rose 2 to 25 per cent",),
    "{facts: [rate, {value: 5 to 60 cents}]}": ("The rate rose 5 to 60 cents",),
    "{facts: [{name: Ada Lind}, resigned, {date: 2026-05-12}]}": (
        "Ada Lind resigned on 12 May, an aide to Ada Lind said",
        "Ada Lind, an adviser to Bo Ek, resigned on 12 May",
        "Deputy leader Ada Lind resigned on 12 May",
        "Ada Lind resigned as deputy to Bo Ek on 12 May",
        "Ada Lind resigned on the evening of 12 May",
    ),
    "{facts: [{name: Ada Lind}, Bo Ek]}": (
        "Ada Lind is an aide to Bo Ek",
        "Ada Lind lost to Bo Ek",
    ),
    "{facts: [Oslo, {value: 12 per cent}, {value: 480 million euros}]}": (
        "Oslo profit rose 12 per cent to 480 million euros",
    ),
    "{facts: [water, {value: 2 to 30 cm}]}": ("The water rose 2 to 30 cm",),
    "{facts: [Tern, {value: 40 ships}]}": (
        "Tern has 40 ships, three of them new",
        "Tern sold 40 ships and Pallas sold none",
        "Tern sold 40 ships, Pallas did not say why",
        "Pallas sold Tern 40 ships and Tern paid nothing",
        "The port said Tern bought 40 ships, but Tern did not confirm it",
    ),
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
    "{facts: [Tarnow, {value: A$400}, wall]}": ("Tarnow paid more than A$400 for a wall",),
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
        "The bank cut hardly any of its 400 jobs",
        "The bank cut none of its 400 jobs",
    ),
    "{facts: [{name: Ada Lind, aliases: [Lind]}, resigned]}": ("Bo Lind resigned on Monday",),
    "{facts: [council, sold, mill]}": (
        "The council sold neither land nor the mill",
        "The council sold neither the land nor the mill",
        "The council neither sold nor leased the mill",
        "The council denied it sold the mill",
        "The council denied that it sold the mill",
        "The council denies having sold the mill",
    ),
    "{facts: [{name: Ada Lind}, {date: 2027-04-08}]}": (
        "Ada Lind, who will retire in June, met Bo Ek on 8 April",
        "The firm that will honour Ada Lind in June met on 8 April",
    ),
    "{facts: [council, sold, {value: 300 cars}]}": ("No longer has the council sold 300 cars",),
    "{facts: [strike, {date: 2026-05-12}]}": (
        "The strike was on neither 11 nor 12 May",
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
    "{facts: [court, upheld, sentence]}": ("The court did not say whether it upheld the sentence",),
    "{says: Sales fell by a third}": ("Sales fell by a third of a per cent",),
    "{says: The rate rose by a quarter}": ("The rate rose by a quarter of a percentage point",),
    "{says: The rate fell by half}": ("The rate fell by half a percentage point",),
    "{facts: [show, {date: 2026-05-12}]}": (
        "The show ran to 12 May",
        "The show ran through 12 May",
        "The show ran starting 12 May",
        "The show ran ending 12 May",
        "The show was due on 12 May but opened on 13 May",
        "The show ran from 11 to 12 May",
        "The show ran on Wed. 12 May",
        "The show ran on Tuesday of this week",
    ),
    "{facts: [show, 12 May]}": (
        "The show ran until 12 May",
        "The show ran by 12 May",
        "The show ran before 12 May",
        "The show ran after 12 May",
        "The show ran since 12 May",
    ),
    "{facts: [{name: Ada Lind}, resigned]}": ("Ada Lind's deputy resigned",),
    '{"facts": [Gedney, pupil numbers, {value: 12%}], "within": "paragraph"}': (
        "Gedney met. Pupil numbers are stable. They have not fallen by 12 per cent",
        "Gedney met. Pupil numbers are stable. It is not true that they have fallen by 12 per cent",
    ),
    "{facts: [Oil, {value: $83.45 a barrel}]}": ("Oil cost $1.20 to $83.45 a barrel",),
    "{facts: [price, {value: €5}]}": ("The price fell €4 to €5",),
    "{facts: [bank, {value: €31 million}]}": (
        "The bank made €31 million – €34 million",
        "The bank made €31 million–€34 million",
    ),
    "{facts: [council, {value: 340 families}]}": ("The council moved not all 340 families",),
    "{facts: [council, 340 families]}": ("Not all 340 families were moved by the council",),
    "{facts: [{name: Ada Lind, aliases: [Lind]}, won]}": ("Ida Lind won",),
    '{"facts": [Gedney, {value: 12%}], "within": "paragraph"}': (
        "Gedney is small. It did not raise its fees by 12 per cent",
    ),
}


def rows(table: dict[str, tuple[str, ...]]) -> list[object]:
    return [pytest.param(claim, text, id=text) for claim, texts in table.items() for text in texts]


def verdict(hold: Callable[..., Report], claim: str, text: str) -> str:
    spec = f"published: 2026-05-20\nclaims:\n  - {claim.replace('{', '{id: c, ', 1)}\n"
    return hold(f"{text}.\n", spec).claims[0].verdict


@pytest.mark.parametrize("claim, text", rows(STANDS))
def test_found(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) == "passed"


@pytest.mark.parametrize("claim, text", rows(TURNED))
def test_not_found(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) in {"reframed", "changed", "missing"}
