"""What cannot be twice: events that happen to one thing once, verbs of which one subject alone can do one thing, and
words by which two sentences speak of different times or things.

Closed over the verbs by which news tells arrival, beginning, end, birth, death, office and contest.
"""

ONCE = frozenset(
    """arrived arrives departed departs left leaves opened opens reopened reopens closed closes began begins begin
    started starts start ended ends end resigned resigns died dies born sank sinks crashed crashes elected inaugurated
    sworn founded launched launches married marries signed signs collapsed collapses erupted struck""".split()
)
"""Verbs of an event that one thing of that name has once: two days of it disagree."""

SAME_EVENT = {"landed": "arrived", "lands": "arrives", "commenced": "began", "commences": "begins", "commence": "begin"}
"""Verbs for one event, each with the one that it is read as; same tense."""

ONE_SUBJECT = frozenset(
    [
        *(("won", what) for what in ("final", "election", "title", "cup", "championship", "tournament", "presidency")),
        *((what, "went") for what in ("prize", "medal", "award", "trophy", "contract")),
        ("wins", "final"),
    ]
)
"""Pairs of words of a statement in which one name alone can stand: the winner of a final, where a prize went."""

ONE_WAY = frozenset(
    """beat beats defeated defeats thrashed sued sues accused accuses attacked attacks invaded invades bought buys
    acquired acquires succeeded succeeds replaced replaces overtook""".split()
)
"""Verbs that two names cannot do to each other in one event."""

_UP = """rise rises rose risen rising increase increases increased grow grows grew climb climbs climbed gain gains
gained jump jumps jumped surge surges surged soared"""
_DOWN = """fall falls fell fallen falling decrease decreases decreased decline declines declined drop drops dropped
shrink shrinks shrank sink sinks slumped plunged tumbled"""
_ADOPT = "approved approves approve adopted adopts adopt passed accepted accepts accept"
_REJECT = "rejected rejects reject refused refuses refuse vetoed vetoes"
_CONTRARIES = (
    (_UP, _DOWN),
    (_ADOPT, _REJECT),
    ("won wins win", "lost loses lose"),
    ("survived survives survive", "died dies die perished"),
    ("improved improves improve", "worsened worsens worsen deteriorated"),
    ("acquitted acquits", "convicted convicts"),
    ("succeeded succeeds", "failed fails"),
    ("legal", "illegal"),
    ("guilty", "innocent"),
    ("alive", "dead"),
)
SIDES = {
    word: (number, side)
    for number, pair in enumerate(_CONTRARIES)
    for side, words in enumerate(pair)
    for word in words.split()
}
"""Words that cannot both be said of one thing at one time: the number of the pair and the side."""

PAST = {
    "paid": "pay", "won": "win", "lost": "lose", "met": "meet", "made": "make", "took": "take", "gave": "give",
    "went": "go", "came": "come", "saw": "see", "said": "say", "left": "leave", "sent": "send", "spent": "spend",
    "built": "build", "bought": "buy", "sold": "sell", "held": "hold", "kept": "keep", "found": "find", "knew": "know",
    "began": "begin", "broke": "break", "chose": "choose", "drew": "draw", "fell": "fall", "rose": "rise",
    "grew": "grow", "led": "lead", "ran": "run", "spoke": "speak", "stood": "stand", "stole": "steal", "told": "tell",
    "wrote": "write", "became": "become", "lent": "lend", "shot": "shoot", "sank": "sink", "flew": "fly", "hid": "hide",
}  # fmt: skip
"""Irregular past forms with their base, closed over the commonest verbs of news."""

OTHER_TIME = frozenset(
    """earlier previously previous last ago former formerly initially originally once next later again another other
    second third fourth separate separately similar different elsewhere now currently today then still already before
    prior preceding following subsequent subsequently until since usually typically normally often sometimes always
    every each annual annually daily weekly monthly average averaged quarter half year month week day night morning
    afternoon evening season election round semi new old first initial revised updated preliminary planned predicted
    forecast projected estimated expected target budgeted respectively meanwhile instead rather compared
    """.split()
)
"""Words by which a sentence speaks of another time, thing or kind than its neighbour."""

NOT_VOUCHED = frozenset(
    """if unless whether could would might may should false wrong wrongly incorrect incorrectly untrue inaccurate
    mistaken mistakenly myth rumour rumours rumor rumors hoax denied denies deny denying rejected dismissed dismisses
    disputed disputes refuted retracted corrected correction misreported doubt doubts doubted unclear nearly almost
    had expected hoped feared suppose supposed claimed claims falsely reports""".split()
)
"""Words by which a sentence does not vouch for what it says, or looks back from another time."""
