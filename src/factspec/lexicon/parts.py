"""Words that tell whether numbers are parts of one whole: dividing it, overlapping in it, or measuring a change."""

DIVIDING = frozenset(
    """voted votes voters vote chose chosen undecided abstained remaining remainder rest split divided division shares
    share won received took account accounted accounts accounting comprise comprised comprises comprising consists
    consisted composed consist made breakdown spoiled spoilt respondents electorate ballots seats""".split()
)
"""Words of a sentence that divides a whole: votes, seats, shares and what is left. Closed over polls and elections and
the verbs for being a part."""

OVERLAPPING = frozenset(
    """also both either multiple several overlap overlapping overlapped more than over under fewer less about around
    roughly nearly almost up least most compared from to previously previous earlier last ago year years month months
    quarter rise rose rises rising risen fall fell falls falling fallen grew grow grows growth increase increased
    increases decrease decreased decline declined jumped dropped gained cut raised doubled tripled versus against
    whereas while unlike turnout rate inflation interest among another agreed agree support supported approve approved
    disapprove favour favor trust believe think thought""".split()
)
"""Words by which shares may overlap, or belong to several wholes or times. Closed over comparison, approximation,
change, groups side by side, and opinions that do not exclude each other."""

BY_HOW_MUCH = frozenset(
    """by up down a plus minus another further additional extra over under above below to from increase decrease rise
    fall drop gain growth higher lower more less faster slower larger smaller discount tax tariff tariffs duty interest
    chance likelihood probability""".split()
)
"""Words beside a percentage that make it a change or a rate."""

PERSONS = frozenset(
    """people persons passengers victims survivors patients voters residents citizens workers employees staff students
    pupils teachers soldiers troops officers civilians refugees migrants prisoners hostages members delegates
    candidates men women boys girls children adults teenagers infants babies males females foreigners locals tourists
    guests visitors spectators players men's deaths injuries casualties crew""".split()
)
"""Nouns for persons in the plural, of whom a total and its parts are counted."""
