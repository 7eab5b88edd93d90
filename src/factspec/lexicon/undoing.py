"""What undoes an event that was told: its nouns, by which a text takes it up, and the verbs that undo it.

Closed over the events of news that are undone as often as they stand: a contest, a trade, a judgement, a permission, an
agreement, an appointment, a change of club, a strike, and what begins or goes on sale on a day.
"""

from typing import NamedTuple


class Event(NamedTuple):
    """Verbs that tell an event, nouns that take it up, and what undoes it when it is said of a person or of "it"."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    undone: frozenset[str]


def _event(verbs: str, nouns: str, undone: str = "") -> Event:
    return Event(frozenset(verbs.split()), frozenset(nouns.split()), frozenset(undone.split()))


EVENTS = (
    _event(
        "win wins won beat beats defeat defeats defeated",
        "win victory result title triumph medal trophy",
        "disqualified stripped",
    ),
    _event("buy buys bought acquire acquires acquired sell sells sold", "deal purchase sale takeover acquisition"),
    _event("merge merges merged", "deal merger"),
    _event(
        "convict convicts convicted guilty jailed sentenced",
        "conviction verdict sentence ruling",
        "acquitted cleared exonerated",
    ),
    _event("elect elects elected", "election result vote"),
    _event("appoint appoints appointed name names named hire hires hired", "appointment nomination"),
    _event("approve approves approved authorise authorised license licensed", "approval permission licence"),
    _event(
        "agree agrees agreed sign signs signed pledge pledges pledged promise promises promised",
        "agreement accord treaty pact deal contract pledge promise signing",
    ),
    _event("join joins joined sign signs signed", "move transfer deal signing medical"),
    _event("strike strikes", "strike walkout stoppage"),
    _event(
        "start starts started restart restarts restarted open opens opened reopen reopens reopened launch launches "
        "launched begin begins sale published",
        "date day launch opening start restart reopening release publication",
    ),
)

DONE_WITH = frozenset("blocked void stripped withdrew failed slipped collapsed broken".split())
"""Verbs that undo an event only where a noun of that event stands with them: "a court blocked the deal"."""

IN_TWO = frozenset(
    tuple(pair.split())
    for pair in (
        "called off,calls off,put back,pushed back,put off,fell through,fallen through,set aside,struck down,"
        "thrown out,threw out,backed out,pulled out"
    ).split(",")
)
"""The same in two words, between which the noun may stand: "called the strike off"."""
