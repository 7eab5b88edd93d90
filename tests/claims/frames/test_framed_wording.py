"""Approved wording, word for word, in texts that say something else; texts that pass come first."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

# Approved wordings, and texts in which each passes.
STANDS = {
    "nothing is known about its composition": (
        "Because its surface, if it has one, is hidden, nothing is known about its composition",
    ),
    "accused the company of fraud": ("The union, which was told at 7am, accused the company of fraud",),
    "Lind paid 5 million crowns": (
        "Ana Lind left. Lind paid 5 million crowns",
        "Ana Lind left. Ana Lind paid 5 million crowns",
        "Ana Lind’s firm is old. Ana Lind paid 5 million crowns",
    ),
    "The council must build by 2035": ("The council must build by 2035 or lose control",),
    "Two shots were fired in Derby on Sunday": (
        "Two shots were fired in Derby on Sunday. It is unclear who fired them",
    ),
    "The council approved the budget on Tuesday": (
        "The council approved the budget on Tuesday. It rejected a proposal to sell the town hall",
        "The council approved the budget on Tuesday. The report dismissed fears about parking",
    ),
    "The film opens in May": ("The film opens in May. It tells the story of an alleged spy",),
    "Turnout was 71 per cent": ("Turnout was 71 per cent. The number of disputed ballots was small",),
    "A jury found him guilty": ("A jury found him guilty. The verdict was never in doubt",),
    "The court ruled against him": ("The court ruled against him. The ruling rejected his claim for damages",),
    "He had not seen the letter": (
        "He had not seen the letter. It is not the first such failure: a similar app was withdrawn in 2019",
    ),
    "Profit rose to 4 million": (
        "Profit rose to 4 million, more than analysts had forecast",
        "Profit rose to 4 million, slightly less than forecast",
        "Profit rose to 4 million, the highest the firm has reported",
    ),
    "The bridge opened on Monday": (
        "The bridge opened on Monday, a year later than expected",
        "The bridge opened on Monday, and City’s protest was dismissed",
    ),
    "She was born in Leeds": ("She was born in Leeds, the city she later claimed to hate",),
    "Rovers won 3-0": (
        "Rovers won 3-0, Ben Acker claiming the second goal",
        "Rovers won 3-0, a score nobody predicted",
    ),
    "He stole the car": ("He stole the car, crashed it and lied",),
    "The senate passed the bill on Wednesday": ("The senate passed the bill on Wednesday, months after rejecting it",),
    "the floodlights failed": ("The match was stopped because the floodlights failed",),
    "drivers were on strike": ("No trains ran on Monday because drivers were on strike",),
    "the department did not record them": (
        "She reported her earnings every month, but the department did not record them",
    ),
    "the driver was arrested": ("Nobody was hurt, but the driver was arrested",),
    "the buses ran": ("All trains stopped, but the buses ran",),
    "doctors found no alcohol": ("According to police the man was drunk, but doctors found no alcohol",),
    "the driver was unharmed": ("Two people were possibly hurt but the driver was unharmed",),
    "the council has set aside 2 million": (
        "The plan, if approved, will cost 4 million, and the council has set aside 2 million",
    ),
    "The club sacked its coach on Monday": (
        "The club sacked its coach on Monday and will name a successor this week, if the board agrees",
    ),
    "The firm recalled 900 vans in August": (
        "The firm recalled 900 vans in August. It denies covering up the problem",
        "The firm recalled 900 vans in August. It is unclear who fired them",
        "The firm recalled 900 vans in August. It will probably be painted green",
        "The firm recalled 900 vans in August. It withdrew from France",
        "The firm recalled 900 vans in August. It has not confirmed the number",
        "The firm recalled 900 vans in August. It rejected a bid",
        "The firm recalled 900 vans in August, after the court had twice rejected it",
        "The firm recalled 900 vans in August. It was wrong to wait, it said",
    ),
    "Andre Poole won in Rome": ("Jamaica’s Andre Poole won in Rome",),
    "the firm ran out of money": ("The bid failed because the firm ran out of money",),
    "Prosecutors accused him of theft": (
        "Prosecutors accused him of theft. He denied it",
        "Prosecutors accused him of theft. The minister rejected that",
    ),
    "The police said two men were hurt": ("The police said two men were hurt. That is wrong, the mayor said",),
    "Police found nine paintings in Altona": (
        "Police found nine paintings in Altona",
        "Yesterday police found nine paintings in Altona",
        "On Monday police found nine paintings in Altona",
        "In Hamburg, police found nine paintings in Altona",
        "The police found nine paintings in Altona",
        "Police found nine paintings in Altona. The suspect denies the charges",
        "Police found nine paintings in Altona, it turned out",
        "Last week police found nine paintings in Altona",
    ),
    "The mayor resigned on Monday": (
        "The mayor resigned on Monday",
        "In May the mayor resigned on Monday",
        "Under pressure the mayor resigned on Monday",
        "After a vote the mayor resigned on Monday",
        "To save money the mayor resigned on Monday",
        "For once the mayor resigned on Monday",
        "The mayor resigned on Monday, she said of it later",
        "He waited for an hour and the mayor resigned on Monday",
    ),
    "The deal needs the approval of parliament": (
        "The deal needs the approval of parliament",
        "Now the deal needs the approval of parliament",
        "Under the constitution the deal needs the approval of parliament",
    ),
    "Chief executive Maria Holm will step down": (
        "Chief executive Maria Holm will step down",
        "In June chief executive Maria Holm will step down",
    ),
    "Researchers in Uppsala have found a new moss": (
        "Researchers in Uppsala have found a new moss",
        "The researchers in Uppsala have found a new moss",
    ),
    "Schools will stay closed on Friday": (
        "Schools will stay closed on Friday",
        "The schools will stay closed on Friday",
        "In 2026 schools will stay closed on Friday",
        "On 5 May schools will stay closed on Friday",
    ),
    "Profit rose by 5 per cent": (
        "Profit rose by 5 per cent",
        "In the third quarter profit rose by 5 per cent",
        "Last year profit rose by 5 per cent",
        "Meanwhile profit rose by 5 per cent",
        "At Lind, profit rose by 5 per cent",
        "The profit rose by 5 per cent",
        "Its profit rose by 5 per cent",
        "Again profit rose by 5 per cent",
        "Abroad profit rose by 5 per cent",
        "Here profit rose by 5 per cent",
        "Overall profit rose by 5 per cent",
    ),
    "The bill was tabled on 3 June": (
        "The bill was tabled on 3 June",
        "The bill was tabled on 3 June and will be read in July",
    ),
    "The order was lifted in May": (
        "The order was lifted in May. The council rejected the decision",
        "The order was lifted in May. The firm denied the charges",
    ),
    "The shop was open until Thursday": (
        "The shop was open until Thursday",
        "The shop was open until Thursday, when it rained",
    ),
    "Tickets cost 40 euros": (
        "Tickets cost 40 euros in May",
        "Tickets cost 40 euros at the door",
    ),
    "No one was hurt": (
        "No one was hurt",
        "No one was hurt in the fire",
    ),
}

# The same wordings, word for word in texts that say something else.
TURNED = {
    "Lind paid 5 million crowns": (
        "Karl Lind paid 5 million crowns",
        "Ana Lind left. Karl Lind paid 5 million crowns",
        "Ana Lind met Bo Lind. Bo Lind paid 5 million crowns",
        "Ana Lind met Bo Lind. Ana Lind paid 5 million crowns",
        "Ana Lind left. Ana Lind Jr. paid 5 million crowns",
        "Ana Lind left. Ana Lind-Ek paid 5 million crowns",
    ),
    "Profit rose to 4 million": (
        "Profit rose to 4 million, unions fear",
        "Profit rose to 4 million, it seems",
        "Profit rose to 4 million, the minister told reporters",
        "Profit rose to 4 million, a claim since withdrawn",
        "Profit rose to 4 million, which the ministry denied",
    ),
    "The firm recalled 900 vans in August": ("The firm recalled 900 vans in August, but the firm denied it",),
    "Police found nine paintings in Altona": ("Military police found nine paintings in Altona",),
    "The mayor resigned on Monday": ("Everyone except the mayor resigned on Monday",),
    "Researchers in Uppsala have found a new moss": ("Amateur researchers in Uppsala have found a new moss",),
    "Schools will stay closed on Friday": (
        "Three schools will stay closed on Friday",
        "40 schools will stay closed on Friday",
        "Two dozen schools will stay closed on Friday",
        "Primary schools will stay closed on Friday",
        "Some schools will stay closed on Friday",
    ),
    "Profit rose by 5 per cent": (
        "Operating profit rose by 5 per cent",
        "Gross profit rose by 5 per cent",
        "The net profit rose by 5 per cent",
        "Quarterly profit rose by 5 per cent",
        "Adjusted profit rose by 5 per cent",
        "Expected profit rose by 5 per cent",
    ),
    "Temperatures reached 40 degrees": (
        "Maximum temperatures reached 40 degrees",
        "Sea temperatures reached 40 degrees",
        "Average temperatures reached 40 degrees",
    ),
    "Parliament passed the law": (
        "The European Parliament passed the law",
        "Norway’s Parliament passed the law",
    ),
    "The bill was tabled on 3 June": (
        "The bill was tabled on 3 June, which is not true",
        "The bill was tabled on 3 June, a finding since retracted",
        "The bill was tabled on 3 June, an order since overturned",
        "The bill was tabled on 3 June, it seems",
        "The bill was tabled on 3 June, unions fear",
        "The bill was tabled on 3 June, it is rumoured",
        "The bill was tabled on 3 June, probably",
        "Should the sale go through, the bill was tabled on 3 June",
        "Were talks to fail, the bill was tabled on 3 June",
        "Only if it is sold the bill was tabled on 3 June",
        "Probably the bill was tabled on 3 June",
        "Presumably, the bill was tabled on 3 June",
        "The mayor is not convinced that the bill was tabled on 3 June",
        "The mayor is not sure that the bill was tabled on 3 June",
        "The mayor is sceptical that the bill was tabled on 3 June",
        "He ruled out that the bill was tabled on 3 June",
        "He lied that the bill was tabled on 3 June",
        "There is little evidence the bill was tabled on 3 June",
        "Nothing in the books proves the bill was tabled on 3 June",
        "Unions worry that the bill was tabled on 3 June",
        "Unions suspect the bill was tabled on 3 June",
        "There is a risk that the bill was tabled on 3 June",
        "Rumour: The bill was tabled on 3 June",
        "Unconfirmed: The bill was tabled on 3 June",
        "Debunked: The bill was tabled on 3 June",
        "Not true – the bill was tabled on 3 June",
        "In case of rain, the bill was tabled on 3 June",
        "In the worst case, the bill was tabled on 3 June",
        "He set out to show that the bill was tabled on 3 June",
        "“The bill was tabled on 3 June” is a lie",
        "The headline “The bill was tabled on 3 June” was wrong",
    ),
    "The shop was open until Thursday": (
        "The shop was open until Thursday at the earliest",
        "The shop was open until Thursday at the latest",
    ),
    "Tickets cost 40 euros": (
        "Tickets cost 40 euros each",
        "Tickets cost 40 euros on average",
        "Tickets cost 40 euros give or take",
        "Tickets cost 40 euros apiece",
    ),
    "A third of the bones are missing": (
        "About a third of the bones are missing",
        "Only about a third of the bones are missing",
        "Nearly a third of the bones are missing",
        "Up to a third of the bones are missing",
    ),
    "A week later the bank closed": ("About a week later the bank closed",),
    "Turnout was the lowest since 2008": ("Turnout was the lowest since 2008/09",),
}


def rows(table: dict[str, tuple[str, ...]]) -> list[object]:
    return [pytest.param(says, text, id=text) for says, texts in table.items() for text in texts]


def verdict(hold: Callable[..., Report], says: str, text: str) -> str:
    return hold(f"{text}.\n", f"claims: [{{id: c, says: {says!r}}}]\n").claims[0].verdict


@pytest.mark.parametrize("says, text", rows(STANDS))
def test_what_leaves_the_wording_what_it_is(hold: Callable[..., Report], says: str, text: str) -> None:
    assert verdict(hold, says, text) == "passed"


@pytest.mark.parametrize("says, text", rows(TURNED))
def test_what_turns_the_wording_is_red(hold: Callable[..., Report], says: str, text: str) -> None:
    assert verdict(hold, says, text) in {"reframed", "changed"}
