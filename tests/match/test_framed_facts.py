"""Listed facts and quotations in a sentence that denies them or gives them to another; those that stand come first."""

from collections.abc import Callable

import pytest

from factspec.report import Report

# Claims, and sentences in which each stands.
STANDS = {
    "{facts: [firm, {value: £9000}]}": (
        "The firm owed £9,000",
        "The firm owed just £9,000",
        "The firm owed £9,000 more than in May",
    ),
    "{quotes: It was in a lift, speaker: Ada Lind}": (
        "“It was in a lift,” says Ada Lind, “between the floors.”",
        "“It was in a lift,” Ada Lind said, “and it was late.”",
        "“It was in a lift,” laughs Ada Lind",
    ),
    "{quotes: We will close, speaker: Ada Lind}": (
        "Opening the case, Ada Lind spoke. “We will close,” she said",
        "Ada Lind is 84. She lives in Hull. She has two cats. She paints. “We will close,” she said",
    ),
    "{facts: [geese, {value: 1900}, {value: 22300}]}": ("The geese rose by 1,900 to 22,300",),
    "{facts: [rents, {value: £40}, {value: £910}]}": ("The rents rose by £40 to £910",),
    "{facts: [losses, {value: 410 million}]}": ("The losses doubled to 410 million",),
    "{facts: [prices, {value: 5–7 per cent}]}": ("The prices rose by 5 to 7 per cent",),
    "{facts: [survey, no sign of disease]}": ("The survey found no sign of disease or of injury",),
    "{facts: [vote, {date: 2026-05-26}]}": (
        "The vote will be held on Tuesday",
        "The vote is due on Tuesday",
    ),
    "{facts: [vote, {date: 2026-05-19}]}": ("The vote was held on Tuesday",),
    "{facts: [festival, {date: 2026-04-08}]}": ("The festival was held on 8 April",),
    "{facts: [festival, {date: 2027-04-08}]}": ("The festival will be held on 8 April",),
    "{facts: [Ada Lind, {value: 91}]}": (
        "Ada Lind died aged 91",
        "Ada Lind was 91 years old",
    ),
    "{facts: [Hale, gold, {value: 200 metres}]}": ("Hale won gold over 200 metres",),
    "{facts: [shares, {value: 3 per cent}]}": ("Shares closed 3 per cent lower",),
    "{facts: [France, 3 per cent more]}": ("France exported 3 per cent more than a year earlier",),
    "{facts: [firm, three boats]}": ("The firm gave them three boats each",),
    "{facts: [mayor, refused, comma]}": ("The mayor refused to change a comma",),
    "{facts: [council, by 2035]}": ("The council must build by 2035 or lose control",),
    "{facts: [Lowe, Kendal]}": ("Lowe had come to run in Kendal in March, when another athlete withdrew",),
    "{facts: [flights, restart, {date: 2027-02-01}]}": ("Flights, which stopped in 2021, will restart on 1 February",),
    "{quotes: 300 people died}": (
        "Ada Lind said “300 people died”",
        "“Yesterday 300 people died,” Ada Lind said",
    ),
    "{facts: [mayor, resigned, Monday]}": (
        "The mayor resigned on Monday",
        "The mayor has resigned, it was said on Monday",
        "On Monday the mayor was resigning",
    ),
    "{facts: [hall, {value: 20 square metres}]}": ("The hall has 20 m2",),
    "{quotes: We counted the days, speaker: Ada Holm}": (
        "“We counted the days,” said Ada Holm",
        "“We counted the days,” Holm said",
        "“We counted the days,” Mayor Ada Holm said",
    ),
    "{quotes: We counted the days, speaker: Ada Lind}": (
        "The minister, Ada Lind, resigned on Monday. “We counted the days,” she said",
        "The club’s chairman, Ada Lind, resigned. “We counted the days,” she said",
        "Hours later Ada Lind conceded. “We counted the days,” she said",
        "Shortly before midnight Ada Lind conceded. “We counted the days,” she said",
        "Ada Lind lives in Whitby. Critics have accused her of being cold. “We counted the days,” she said",
        "Ada Lind refused to call it a defeat: “We counted the days.”",
        "“We counted the days,” said Ada Lind. The firm denies wrongdoing and made no comment",
        "“We counted the days,” said Ada Lind. But Bo Ek said: “It was never that close.”",
    ),
    "{quotes: a disaster, speaker: Ada Lind}": ("Ada Lind said the firm had not learned from “a disaster”",),
    "{quotes: a giant of the sea, speaker: Emil Lind}": (
        "Emil Lind dismissed it as “a giant of the sea”",
        "Emil Lind rejected it as “a giant of the sea”",
        "Emil Lind puts it differently: “It is a giant of the sea.”",
        "Emil Lind was blunt: “It is a giant of the sea.”",
        "Emil Lind disagrees: “It is a giant of the sea.”",
        "Emil Lind welcomed it as “a giant of the sea”",
        "Emil Lind, who was there, was clear: “It is a giant of the sea.”",
        "Emil Lind likened it to “a giant of the sea”",
        "“I still can’t believe it. It is a giant of the sea,” Emil Lind said",
        "Mr. Lind said his party would ask the court. “It is a giant of the sea”",
    ),
    "{facts: [Mr. Brandt, centre, long-term, did not]}": ("Mr Brandt did not want the long term centre",),
    "{facts: [Iris Novak, lead author, report]}": (
        "“If we stop the leaks we win,” said Iris Novak, the lead author of the report",
    ),
    "{facts: [{name: Ruth Chebet}, won]}": ("On Sunday Kenya’s Ruth Chebet won",),
    "{facts: [{name: Dan Wills}, won]}": (
        "Dan Wills of Leeds University won",
        "Dan Wills of Leeds won",
    ),
    "{facts: [Tern, rival, Pallas]}": ("Tern bought its rival Pallas",),
    "{facts: [critics, council, 4000 signatures]}": ("Critics of the council gathered 4000 signatures",),
    "{facts: [mayor, did nothing]}": ("Everyone complained but the mayor did nothing",),
    "{facts: [Rovers, 2019, 2024]}": ("The striker kept Rovers in the league from 2019 to 2024",),
    "{facts: [mill, burned, 2019]}": ("Nobody was hurt when the mill burned in 2019",),
    "{facts: [prices, 63 per cent, France]}": ("Prices rose 63 per cent in almost every region of France",),
    "{facts: [nurse, walked, Leeds]}": ("A nurse who could not drive walked to Leeds",),
    "{facts: [340 homes, Ashby, thrown out]}": ("Plans for 340 homes in Ashby were thrown out",),
    "{facts: [firm, no plans, suspend the route]}": ("The firm had no plans to suspend the route",),
    "{facts: [{name: Andre Poole}, Rome]}": (
        "He beat Jamaica’s Andre Poole in Rome",
        "The Jamaican Andre Poole won in Rome",
    ),
    "{facts: [Ellen Marsh, husband, died]}": ("Ellen Marsh’s husband died in 2019",),
    "{facts: [lorry, Spain, 40kg]}": ("Customs stopped a lorry from Spain carrying 40kg",),
    "{facts: [profit, up from, 4 million, 5 million]}": ("Profit was 5 million, up from 4 million",),
    "{facts: [profit, up from, 4 million]}": ("Profit was 5 million, up from 4 million",),
    "{facts: [no plans, 340 homes]}": ("There are no plans for 340 homes",),
    "{facts: [abandoned plans, 340 homes]}": ("The council abandoned plans to build 340 homes",),
    "{facts: [{name: Lena Okafor}, scored]}": (
        "Substitute Lena Okafor scored twice",
        "On Monday Sheriff Lena Okafor scored twice",
        "Labour MP Lena Okafor scored twice",
        "CEO Lena Okafor scored twice",
    ),
    "{facts: [firm, {value: €0.40 per share}]}": ("The firm paid €0.40 a share",),
    "{facts: [rent, {value: 500 euros a month}]}": ("The rent is 500 euros per month",),
    "{facts: [client, appeal, {value: 30 days}]}": ("His client would appeal within 30 days, he said",),
    "{facts: [Mr. Brandt, centre, long-term]}": ("Mr Brandt left the long term center",),
    "{facts: [council, close, library]}": (
        "The council voted to close the library",
        "The council will close the library",
        "The council has decided to close the library, not the pool",
        "The council closed the library after it had refused to sell it",
        "The council asked residents whether they minded and closed the library",
        "The council would not wait and closed the library",
        "The council, which denied any wrongdoing, will close the library",
        "The council closed the library without a vote",
        "The council closed the library, though nobody had asked",
    ),
    "{facts: [{name: Ada Lind}, guilty]}": (
        "Ada Lind was found guilty",
        "Ada Lind was found guilty, the court said",
        "Ada Lind, who had denied the charge, was found guilty",
        "Bo Ek was cleared; Ada Lind was found guilty",
        "Ada Lind pleaded guilty",
    ),
    "{facts: [vaccine, safe, children]}": (
        "The vaccine is safe for children",
        "The vaccine is not only safe for children but cheap",
        "The vaccine, not yet sold, is safe for children",
    ),
    "{facts: [company, {value: 300 jobs}, Lund]}": (
        "The company will cut 300 jobs in Lund",
        "The company will cut 300 jobs in Lund, not in Malmo",
        "In Lund the company will cut 300 jobs",
    ),
    "{facts: [Norvik, {any_of: [bought, acquired]}, Tolk]}": (
        "Norvik bought Tolk",
        "Norvik has acquired Tolk",
        "Norvik confirmed that it bought Tolk",
        "Norvik said it had bought Tolk",
    ),
    "{facts: [{name: Jane Reed}, voted against, plan]}": (
        "Jane Reed voted against the plan",
        "Jane Reed had voted against the plan",
    ),
    "{facts: [ferry, leave, 20 minutes], within: paragraph}": (
        "Ines Calder runs the ferry. It will leave in 20 minutes.",
        "The ferry is not old. It will leave in 20 minutes.",
    ),
    "{facts: [bank, closed, {date: 2026-05-04}]}": (
        "The bank closed on 4 May 2026",
        "The bank closed on Monday, 4 May",
        "The bank was closed on the morning of 4 May 2026",
        "On 4 May 2026 the bank closed",
        "The bank closed at noon on 4 May",
    ),
    "{facts: [company, cut, {value: 300 jobs}]}": (
        "The company cut 300 jobs",
        "The company cut 300 jobs in a year",
        "The company cut a total of 300 jobs",
        "The company cut 300 jobs, more than it had planned",
        "The company cut 300 jobs at its plant",
        "The company cut 300 jobs less than a month later",
    ),
    "{facts: [exports, rose, 4 per cent]}": (
        "Exports rose 4 per cent",
        "Exports rose 4 per cent, up from 3 per cent",
        "Exports rose 4 per cent against a forecast of 1 per cent",
        "Exports rose by 4 per cent while imports fell by 2 per cent",
    ),
    "{facts: [{name: Ada Lind}, paid, {value: 6 million euros}]}": (
        "Ada Lind paid 6 million euros",
        "Ada Lind paid the state 6 million euros",
        "Ada Lind and her husband paid 6 million euros",
        "Ada Lind, whose husband left, paid 6 million euros",
        "Ada Lind paid 6 million euros and her husband 1 million euros",
    ),
    "{facts: [{name: Jonas Berg}, scored, twice]}": (
        "Jonas Berg scored twice",
        "Jonas Berg, who came on for Ola Vik, scored twice",
    ),
    "{facts: [exports, 4 per cent, 1 per cent]}": (
        "Exports rose 4 per cent, up from 1 per cent",
        "Exports rose to 4 per cent, compared with 1 per cent in May",
    ),
    "{facts: [exports, {value: 4 per cent}]}": (
        "Exports rose 4 per cent, up from 1 per cent",
        "Exports rose by 4 per cent, or 200 million, compared with May",
    ),
    "{facts: [Lund, Ada Lind, arrested]}": (
        "Police in Lund stopped Ada Lind, who was arrested",
        "Ada Lind, who lives in Lund, was arrested",
        "Ada Lind was stopped and arrested in Lund",
        "The brother of Bo Ek, Ada Lind, was arrested in Lund",
        "Critics of Ada Lind say she was arrested in Lund",
        "In Lund, a friend of Ada Lind said she was arrested",
    ),
    "{facts: [strike, ended, {date: 2026-05-04}]}": (
        "The strike ended on 4 May",
        "On 4 May the strike ended, it had begun on 1 May",
    ),
    "{facts: [council, library, closed]}": (
        "The library was closed by the council",
        "The council, which is not rich, closed the library",
        "Not long after the vote the council closed the library",
        "The council closed the library not because it was old but because it was dear",
        "The council closed not only the pool but the library",
    ),
}

# The same claims, and sentences that hold all their words and say something else.
FRAMED = {
    "{facts: [firm, {value: £9000}]}": (
        "The firm owed up to £9,000",
        "The firm owed at least £9,000",
        "The firm owed more than £9,000",
        "The firm owed under £9,000",
        "The firm owed nearly £9,000",
        "The firm owed over £9,000",
    ),
    "{facts: [firm, $5m]}": (
        "The firm owed more than $5m",
        "The firm owed fewer than $5m",
    ),
    "{quotes: It was in a lift, speaker: Ada Lind}": (
        "“They say it was in a lift,” said Ada Lind, “and late.”",
        "“If it was in a lift,” Ada Lind said, “we will know.”",
    ),
    "{facts: [vote, {date: 2026-05-19}]}": ("The vote will be held on Tuesday",),
    "{facts: [festival, {date: 2027-04-08}]}": ("The festival was held on 8 April",),
    "{facts: [reprint, {value: 60000 copies}]}": (
        "Ministers denied that her publisher has ordered a reprint of 60,000 copies",
    ),
    "{facts: [Ada Lind, {value: 91}]}": ("Ada Lind died aged 92",),
    "{facts: [Hale, {value: 200 jobs}]}": ("Hale cut over 200 jobs",),
    "{facts: [council, by 2035]}": ("The council must build by 2035 or 2040",),
    "{quotes: 300 people died}": (
        "“At least 300 people died,” Ada Lind said",
        "“Fewer than 300 people died,” Ada Lind said",
        "“Up to 300 people died,” Ada Lind said",
        "“One in 300 people died,” Ada Lind said",
    ),
    "{quotes: it cost 4 million}": (
        "“And it cost 4 million a day,” Ada Lind said",
        "“And it cost 4 million or more,” Ada Lind said",
    ),
    "{facts: [mayor, resigned, Monday]}": (
        "The mayor was asked to resign on Monday",
        "The mayor was urged to resign on Monday",
        "The mayor considered resigning on Monday",
        "The mayor ruled out resigning on Monday",
    ),
    "{facts: [Norvik, signed, deal]}": (
        "It is a sign that Norvik wants a deal",
        "Norvik balked at signing the deal",
    ),
    "{facts: [court, banned, party]}": ("The court lifted the ban on the party",),
    "{facts: [hall, {value: 20 m}]}": ("The hall has 20 m2",),
    "{quotes: We counted the days, speaker: Ada Holm}": (
        "“We counted the days,” said Ada Holm-Berg",
        "“We counted the days,” the Ada Holm Foundation said",
    ),
    "{quotes: a disaster, speaker: Ada Lind}": (
        "Ada Lind said it could not be called “a disaster”",
        "Ada Lind said it was not seen as “a disaster”",
    ),
    "{quotes: a giant of the sea, speaker: Emil Lind}": (
        "Emil Lind denied it was “a giant of the sea”",
        "Emil Lind showed the letter of Ada Holm, who was blunt: “It is a giant of the sea.”",
        "Emil Lind rejected talk of “a giant of the sea”",
        "Emil Lind rejected the “a giant of the sea” label",
    ),
    "{facts: [Ellen Marsh, died]}": ("Ellen Marsh’s husband died in 2019",),
    "{facts: [{name: Lena Okafor}, scored]}": ("Maria Okafor scored twice", "Ada said Eva Lena Okafor scored twice"),
    "{facts: [rent, {value: 500 euros a month}]}": ("The rent is 500 euros a year", "The rent is 500 euros"),
    "{facts: [client, appeal, {value: 30 days}]}": (
        "His client could appeal within 30 days, he said",
        "His client would have appealed within 30 days",
    ),
    "{facts: [council, close, library]}": (
        "The council voted not to close the library",
        "The council refused on Monday to close the library",
        "The council was told not to close the library",
        "The council voted down a plan to close the library",
        "The council rejected a plan to close the library",
        "The council ruled out any move to close the library",
        "The council overturned a decision to close the library",
        "The council postponed a vote to close the library",
        "The council is to decide whether to close the library",
        "A court forbade the council to close the library",
        "The council will close all branches except the library",
        "The council will close the pool rather than the library",
        "Had the council closed the library",
        "Nobody on the council voted to close the library",
        "Neither the mayor nor the council voted to close the library",
        "Residents wish the council had closed the library",
        "The council denied that it would close the library",
        "The council would have closed the library",
        "The council has all but closed the library",
        "The council is rumoured to close the library",
        "If the council closes the library, it will sell it",
        "Unless the council closes the library, it will sell it",
        "The council considered whether to close the library",
        "The council asked if it should close the library",
    ),
    "{facts: [Amble council, close, Mill Road library]}": (
        "The mayor, not Amble council, voted on Monday to close the Mill Road library",
        "Unlike Amble council, the county will close the Mill Road library",
    ),
    "{facts: [{name: Ada Lind}, guilty]}": (
        "Ada Lind faces jail if found guilty",
        "Ada Lind, if found guilty, faces jail",
        "Ada Lind denied being guilty",
        "Ada Lind was wrongly found guilty",
        "Ada Lind was cleared and Bo Ek was found guilty",
        "Bo Ek was found guilty and Ada Lind was cleared",
        "The man who robbed Ada Lind was found guilty",
        "Ada Lind’s lawyer was found guilty",
        "Ada Lind pleaded not guilty",
    ),
    "{facts: [vaccine, safe, children]}": (
        "The vaccine is safe, but not for children",
        "The vaccine is safe for everyone but children",
        "The vaccine is anything but safe for children",
        "The vaccine is far from safe for children",
        "The vaccine is less safe for children",
        "The vaccine is as yet not proven safe for children",
        "The vaccine is safe except for children",
    ),
    "{facts: [company, {value: 300 jobs}, Lund]}": (
        "The company will cut 300 jobs, none in Lund",
        "The company will cut 300 jobs in Malmo, not in Lund",
        "The company will cut 300 jobs everywhere except Lund",
        "Rivals of the company will cut 300 jobs in Lund",
        "The company’s rival will cut 300 jobs in Lund",
    ),
    "{facts: [Norvik, {any_of: [bought, acquired]}, Tolk]}": (
        "Norvik denied that it bought Tolk",
        "Norvik would have bought Tolk",
        "Norvik has all but bought Tolk",
        "Norvik is rumoured to have bought Tolk",
    ),
    "{facts: [{name: Jane Reed}, voted against, plan]}": (
        "Jane Reed would have voted against the plan",
        "Everyone except Jane Reed voted against the plan",
        "Everyone but Jane Reed voted against the plan",
        "Jane Reed regretted not having voted against the plan",
        "Jane Reed wished she had voted against the plan",
        "Friends of Jane Reed voted against the plan",
    ),
    "{facts: [ferry, leave, 20 minutes], within: paragraph}": (
        "Ines Calder runs the ferry. It is not true that it will leave in 20 minutes.",
        "Ines Calder runs the ferry. If money is found, it will leave in 20 minutes.",
        "Ines Calder runs the ferry. It will not leave in 20 minutes.",
    ),
    "{facts: [bank, closed, {date: 2026-05-04}]}": (
        "The bank closed by 4 May 2026",
        "The bank closed from 4 May 2026",
        "The bank closed until 4 May 2026",
        "The bank closed since 4 May 2026",
        "The bank closed around 4 May 2026",
        "The bank closed about 4 May 2026",
        "The bank closed on or about 4 May 2026",
        "The bank closed no later than 4 May 2026",
        "The bank closed earlier than 4 May 2026",
        "The bank closed prior to 4 May 2026",
        "The bank closed ahead of 4 May 2026",
        "The bank closed following 4 May 2026",
        "The bank closed on the eve of 4 May 2026",
        "The bank closed up to 4 May 2026",
        "The bank closed as of 4 May 2026",
        "The bank closed not on 4 May 2026",
        "The bank closed after 4 May 2026",
        "The bank closed before 4 May 2026",
    ),
    "{facts: [company, cut, {value: 300 jobs}]}": (
        "The company cut 300 jobs a year",
        "The company cut 300 jobs or more",
        "The company cut 300 jobs at most",
        "The company cut 300 jobs at least",
        "The company cut 300 jobs fewer",
        "The company cut all but 300 jobs",
        "The company cut as many as 300 jobs",
        "The company cut one in 300 jobs",
        "The company cut half of 300 jobs",
        "The company cut some of the 300 jobs",
        "The company cut nearly 300 jobs",
        "The company cut 300 jobs per year",
    ),
    "{facts: [exports, rose, 4 per cent]}": (
        "Exports fell but imports rose 4 per cent",
        "Exports fell 4 per cent in May while imports rose 2 per cent",
        "Exports rose 1 per cent against a forecast of 4 per cent",
        "Exports rose 1 per cent, down from 4 per cent",
        "Exports rose 1 per cent rather than the expected 4 per cent",
    ),
    "{facts: [{name: Ada Lind}, paid, {value: 6 million euros}]}": (
        "Ada Lind paid 1 million euros and her husband 6 million euros",
        "Ada Lind paid 1 million euros, her party 6 million euros",
        "Ada Lind paid 1 million euros while her party paid 6 million euros",
        "Bo Ek, who replaced Ada Lind, paid 6 million euros",
    ),
    "{facts: [{name: Jonas Berg}, scored, twice]}": (
        "Ola Vik, who replaced Jonas Berg, scored twice",
        "Jonas Berg’s brother scored twice",
    ),
    "{facts: [Lund, Ada Lind, arrested]}": (
        "In Lund a friend of Ada Lind was arrested",
        "Ada Lind’s brother was arrested in Lund",
    ),
}


def rows(table: dict[str, tuple[str, ...]]) -> list[object]:
    return [pytest.param(claim, text, id=text) for claim, texts in table.items() for text in texts]


def verdict(hold: Callable[..., Report], claim: str, text: str) -> str:
    spec = f"published: 2026-05-20\nclaims:\n  - {claim.replace('{', '{id: c, ', 1)}\n"
    return hold(f"{text.rstrip('.')}.\n", spec).claims[0].verdict


@pytest.mark.parametrize("claim, text", rows(STANDS))
def test_what_is_said_of_the_listed_ones_stands(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) == "passed"


@pytest.mark.parametrize("claim, text", rows(FRAMED))
def test_what_is_denied_or_said_of_others_does_not(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) in {"reframed", "changed", "failed"}
