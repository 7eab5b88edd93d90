"""Listed facts: phrases, values, days, names; which words of an article match them and which do not."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

SPEC = "published: 2026-05-20\nclaims:\n  - id: c\n    facts: [lock, {}]\n"


def verdict(hold: Callable[..., Report], fact: str, words: str) -> str:
    report = hold(f"The lock {words} in the north.", SPEC.format(fact))
    return report.claims[0].verdict


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        pytest.param("reopened", "reopened", id="phrase"),
        pytest.param("reopen", "reopened", id="inflection"),
        pytest.param("agreed", "agrees to it", id="inflection the other way"),
        pytest.param("keeper", "keeper's house stands", id="possessive"),
        pytest.param("the keepers’ house", "has the keepers' house", id="typography"),
        pytest.param("2.4 million crowns", "cost 2.4 million crowns", id="number in a phrase"),
        pytest.param("five gates", "has 5 gates", id="number in another form"),
        pytest.param("'5%'", "lost five per cent", id="percentage in another form"),
        pytest.param("{value: US$400bn}", "cost 400 billion US dollars", id="money"),
        pytest.param("{value: US$400bn, tolerance: 5%}", "cost US$410bn", id="money within its tolerance"),
        pytest.param("{value: 340, tolerance: 10}", "took 350 barges", id="number within its tolerance"),
        pytest.param("{value: '2,968,000'}", "took about 3 million barges", id="printed precision"),
        pytest.param("{value: 300 jobs}", "cut 300 jobs", id="what is counted"),
        pytest.param("{value: 5 euros a day}", "cost 5 euros a day", id="rate that is listed"),
        pytest.param("5 or 6 barges", "took 5 or 6 barges", id="two numbers, both listed"),
        pytest.param("{date: 2026-05-19}", "reopened on 19 May 2026", id="day"),
        pytest.param("{date: 2026-05-19}", "reopened on May 19", id="day without its year"),
        pytest.param("{date: 2026-05-19}", "reopened on Tuesday", id="weekday before publication"),
        pytest.param("{date: 2026-05-19}", "reopened yesterday", id="relative day"),
        pytest.param("{date: 2026-05-19}", "reopened on Tuesday, 19 May 2026", id="weekday and day"),
        pytest.param("{date: 2026-05-19}", "reopened in 2026 on 19 May", id="year apart"),
        pytest.param("{date: 2026-05-19}", "reopened on Tuesday and closed on 26 May", id="another day further on"),
        pytest.param("{date: 2026-05-22}", "vote is on Friday", id="weekday of what is to come"),
        pytest.param("{date: 2026-05-22}", "race starts on Friday", id="weekday of what is planned"),
        pytest.param("{date: 2026-05-22}", "keeper said that it'll open on Friday", id="weekday after 'll"),
        pytest.param("{date: 2026-05-22}", "keeper'll meet Holm, the top seed, on Friday", id="a seed after 'll"),
        pytest.param("{date: 2026-05-22}", "is closed on Friday", id="weekday after a participle of the present"),
        pytest.param("{date: 2026-05-15}", "was closed on Friday", id="weekday after a participle of the past"),
        pytest.param("{date: 2026-05-22}", "will open on Friday in the week of the fair", id="a week after a weekday"),
        pytest.param("{date: 2026-05-22}", "vote is on Friday in the hall", id="a place after a weekday"),
        pytest.param("{date: 2026-05-22}", "will open on Friday after the repair", id="an event after a weekday"),
        pytest.param("{name: Ada Holm, aliases: [Holm]}", "keeper, Ada Holm, said so", id="whole name for an alias"),
        pytest.param("{name: Ada Holm, aliases: [Holm]}", "keeper Holm said so", id="alias"),
        pytest.param("{name: Ada Holm}", "keeper Ada Holm’s house stands", id="name with a possessive"),
        pytest.param("Holm", "keeper Ada Holm said so", id="part of a name"),
        pytest.param("{any_of: [signed, agreed]}", "deal was agreed", id="one of several"),
        pytest.param("10.4%", "and the mill grew by 10.4% each in May", id="each"),
        pytest.param("'Begich, III'", "is run by Nick Begich III", id="a comma less before a generation"),
        pytest.param("Begich III", "is run by Nick Begich, III, and his son", id="a comma more before a generation"),
        pytest.param("Warren (2)", "sent more barges than Warren (2)", id="compared by a noun"),
    ],
)
def test_found(hold: Callable[..., Report], fact: str, words: str) -> None:
    assert verdict(hold, fact, words) == "passed"


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        pytest.param("reopened", "closed", id="another phrase"),
        pytest.param("opened", "reopened", id="part of a word"),
        pytest.param("400", "holds 400 million litres", id="cut number"),
        pytest.param("5 barges", "took at least 5 barges", id="a bound before it"),
        pytest.param("reopened", "has not reopened", id="a negation before it"),
        pytest.param("five gates", "has 6 gates", id="another number"),
        pytest.param("'5%'", "lost 5 percentage points", id="another unit"),
        pytest.param("{value: US$400bn}", "cost US$410bn", id="other money"),
        pytest.param("{value: US$400bn}", "cost €400bn", id="other currency"),
        pytest.param("{value: US$400bn, tolerance: 5%}", "cost US$430bn", id="beyond its tolerance"),
        pytest.param("{value: '2.9 million'}", "took 3.0 million barges", id="printed precision"),
        pytest.param("{value: 300 jobs}", "cut 300 hens", id="another thing is counted"),
        pytest.param("{value: 5 euros}", "cost 5 euros a day", id="rate"),
        pytest.param("{date: 2026-05-19}", "reopened two days after 19 May", id="day after a day"),
        pytest.param("{date: 2026-05-19}", "reopened on Tuesday last week", id="weekday of another week"),
        pytest.param("{date: 2026-05-19}", "reopened on 20 May 2026", id="other day"),
        pytest.param("{date: 2026-05-15}", "vote is on Friday", id="weekday of what is to come"),
        pytest.param("{date: 2026-05-22}", "was closed on Friday", id="weekday of what was"),
        pytest.param("{date: 2026-05-22}", "will open on Friday the 29th", id="weekday with another day"),
        pytest.param("{date: 2026-05-22}", "will open on Friday of next week", id="weekday of next week"),
        pytest.param("{date: 2026-05-22}", "will open on Friday in two weeks", id="weekday weeks ahead"),
        pytest.param("{date: 2026-05-22}", "will open a week on Friday", id="a week on a weekday"),
        pytest.param("{date: 2026-05-22}", "will open on the Friday after the repair", id="weekday after an event"),
        pytest.param("{date: 2026-05-22}", "will open on the first Friday of the month", id="weekday by number"),
        pytest.param("{date: 2026-05-22}", "will open on Good Friday", id="feast"),
        pytest.param("{date: 2026-05-19}", "reopened within a week of 19 May", id="about a day"),
        pytest.param("{date: 2026-05-19}", "reopens every 19 May", id="each year"),
        pytest.param("{value: 300 jobs}", "cut all but 300 jobs", id="all but"),
        pytest.param("{date: 2026-05-19}", "reopened on Monday", id="other weekday"),
        pytest.param("{date: 2026-05-19}", "reopened in May 2026", id="month alone"),
        pytest.param("{date: 2026-05-19}", "reopened on Tuesday, 26 May 2026", id="weekday of another day"),
        pytest.param("{date: 2026-05-19}", "reopened in 2025 on 19 May", id="day of another year"),
        pytest.param("{name: Ada Holm, aliases: [Holm]}", "keeper, Ida Holm, said so", id="alias in another name"),
        pytest.param("{name: Ada Holm}", "keeper Ida Holm said so", id="other name"),
        pytest.param("{any_of: [signed, agreed]}", "deal was shelved", id="none of several"),
        pytest.param("Begich II", "is run by Nick Begich, III", id="another generation"),
    ],
)
def test_not_found(hold: Callable[..., Report], fact: str, words: str) -> None:
    assert verdict(hold, fact, words) in {"changed", "reframed"}


def test_the_message_says_which_facts_were_found(hold: Callable[..., Report]) -> None:
    report = hold("The lock closed in May.", SPEC.format("{any_of: [signed, agreed]}, May"))
    [finding] = report.findings
    assert "no 'signed or agreed' in the sentence with 'lock', 'May'" in finding.message


@pytest.mark.parametrize(
    ("fact", "words", "instead"),
    [
        pytest.param("{date: 2026-05-19}", "reopened on 26 May", "26 May", id="day"),
        pytest.param("{value: US$400bn}", "cost US$410bn", "US$410bn", id="value"),
        pytest.param("Friday", "reopened on Monday", "Monday", id="phrase that is a fact"),
        pytest.param("300 jobs", "cost 400 jobs and 2 boats", "400 jobs", id="a number with its noun"),
        pytest.param("{value: 12 million}", "cost 13 million euros", "13 million euros", id="a number with a unit"),
        pytest.param("at least 240 jobs", "cost over 240 jobs", "over 240 jobs", id="another bound"),
        pytest.param("{date: 2026-05-19}", "was closed until 20 May", "until 20 May", id="another day in bounds"),
    ],
)
def test_the_message_says_what_was_found_instead(
    hold: Callable[..., Report], fact: str, words: str, instead: str
) -> None:
    [finding] = hold(f"The lock {words} in the north.", SPEC.format(fact)).findings
    assert f"it has '{instead}'" in finding.message
    assert finding.found[finding.differences[0].start :].startswith(instead)


@pytest.mark.parametrize(
    ("fact", "words", "bounded"),
    [
        pytest.param("{value: £90000}", "cost nearly £90,000", "'£90000' is bounded by 'nearly'", id="a value"),
        pytest.param("240 jobs", "cost at least 240 jobs", "'240 jobs' is bounded by 'at least'", id="a phrase"),
        pytest.param("{date: 2026-05-19}", "closed until 19 May", "'2026-05-19' is bounded by 'until'", id="a day"),
    ],
)
def test_the_message_names_the_bound_of_a_listed_fact(
    hold: Callable[..., Report], fact: str, words: str, bounded: str
) -> None:
    [finding] = hold(f"The lock {words} in the north.", SPEC.format(fact)).findings
    assert finding.message.startswith(f"{bounded} in the sentence with 'lock'")


def test_the_message_says_which_day_a_weekday_is(hold: Callable[..., Report]) -> None:
    [finding] = hold("The lock closed on Friday.", SPEC.format("{date: 2026-05-22}")).findings
    assert "it has 'Friday', read as 2026-05-15" in finding.message
