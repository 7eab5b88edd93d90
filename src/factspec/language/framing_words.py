"""Closed word classes that change what a statement says: frames, hedges, plans, bounds, shares, times and contraries.

A frame denies a statement, doubts it, makes it depend on a condition or attributes it. Verbs of saying are in
`language.reporting`.
"""

from factspec.language.tokens import phrase_table

# Nouns for a statement that someone makes: "rumours that …", ", a claim that …".
SAY_SO_NOUNS = frozenset(
    "claim claims allegation allegations accusation accusations assertion assertions rumour rumours rumor rumors "
    "suggestion suggestions speculation suspicion suspicions fear fears hope hopes belief theory charge charges "
    "prediction predictions threat threats promise promises warnings expectation expectations".split()
)
# Nouns that refer back to what a text has just said.
POINTING_NOUNS = frozenset(
    "claim claims report reports allegation allegations story statement statements account accounts rumour rumours "
    "rumor rumors assertion assertions figure figures number numbers accusation accusations charge charges version "
    "information news decision ruling verdict".split()
)
# Those that can be denied or rejected as statements.
STATEMENTS = POINTING_NOUNS - frozenset(
    "charge charges decision ruling verdict figure figures number numbers news information version".split()
)
# Words for a decision that is no longer in force: "the order was overturned".
UNDONE = frozenset(
    "overturned quashed annulled rescinded revoked repealed vetoed reversed cancelled canceled withdrawn retracted "
    "undone voided nullified".split()
)
# Nouns for what was decided.
DECISIONS = frozenset(
    "decision ruling verdict approval order plan plans ban deal sale vote move measure step change permit".split()
)
# Words that call a statement untrue, or take it back.
FALSITY = frozenset(
    "false falsely untrue wrong wrongly incorrect incorrectly inaccurate mistaken mistakenly myth hoax fiction "
    "fabricated fabrication lie lies lied debunked disproved disproven retracted withdrawn withdrew corrected refuted "
    "denied disputed contradicted discredited baseless unfounded unsubstantiated "
    "absurd invented bogus pretended pretends pretend overturned quashed annulled rescinded revoked repealed "
    "vetoed".split()
)
# Words that leave open whether a statement is true.
DOUBT = frozenset(
    "doubt doubts doubted doubtful unclear uncertain unknown unproven unproved unconfirmed unverified questionable "
    "improbable implausible unlikely disputed allegedly reportedly supposedly purportedly ostensibly perhaps maybe "
    "possibly probably presumably hopefully apparently alleged supposed purported".split()
)
# Denials that are not in `reporting`, and verbs that reject a statement.
DENIAL = frozenset(
    "deny denies denied denying denial denials reject rejects rejected rejecting dismiss dismisses dismissed "
    "dismissing refute refutes refuted refuting dispute disputes disputed disputing rebut rebuts rebutted "
    "contradict contradicts contradicted disprove disproves disproved debunk debunks debunked".split()
)
CONDITION = frozenset("if unless whether lest provided assuming suppose supposing".split())
NEGATION = frozenset("not no never nobody none neither nor without cannot hardly barely scarcely nothing".split())
# Verbs that take their clause for granted, besides the classes `admit` and `prove` of `reporting`.
FACTIVE = frozenset(
    "know knows knew known show shows showed shown find finds found reveal reveals revealed learn learned learnt "
    "discover discovered see saw seen realise realised realize realized remember recall recalled mean means meant "
    "because since although though announce announces announced".split()
)
# Words that leave open whether their clause is true: "it is likely that …", "rumours that …".
OPEN = frozenset(
    "possible likely probable conceivable plausible feared hoped predicted forecast expected rumour rumours rumor "
    "seems seem seemed appears appear appeared joked dreamed dreamt rumors rumoured rumored allegation "
    "allegations alleges allege imagine imagined wish wishes wished sceptical skeptical worry worries worried suspect "
    "suspects risk danger prospect possibility likelihood assumption assumptions idea notion impression "
    "illusion".split()
)
# Nouns that deny their clause after a negation: "there is no sign …".
EVIDENCE = frozenset("sign signs evidence proof indication indications hint hints suggestion chance".split())
# Words that reverse "to" and a verb of saying or showing: "declined to confirm that …".
REFUSAL = frozenset("fail fails failed decline declines declined refuse refuses refused unable yet stopped".split())
# Words that reject a statement, besides the denials: "threw out the claim that …", "contrary to reports that …".
AGAINST = frozenset("contrary threw thrown mistake scotched quashed denounced poured".split())
# Auxiliaries that open a condition at the head of a sentence: "Should it emerge that …".
INVERTED = frozenset("had should were".split())
# Words before a colon that call what follows untrue.
UNTRUE = frozenset("false untrue wrong incorrect inaccurate fiction fake myth hoax lie misinformation".split())
# Auxiliaries between a subject and its verb; an anchor can begin after them.
FUTURE = frozenset("will would shall wont".split())
MODAL = frozenset("may might could should must ought".split())
BACK_POINTERS = frozenset("this that it these those".split())
# Words that deny a statement after a negation: "this is not true".
TRUTH = frozenset("true so correct right case accurate happen happened confirmed verified substantiated proven".split())
# What ends the reach of a cue in a sentence.
BOUNDARIES = frozenset([",", ";", ":", "-", "(", ")", '"', "but", "while", "whereas", "and"])
RELATIVES = frozenset("which who whom whose and but as while because after before where when so since although".split())
# Words that open a clause of time or reason.
SUBORDINATORS = frozenset("after before when while until since because although though".split())
COMPLEMENTISERS = frozenset("that whether if".split())
FUTURE_TIMES = frozenset("next tomorrow".split())
# Participles before "from" and something that does not happen: "was barred from closing".
KEPT_FROM = frozenset("barred prevented banned kept stopped dissuaded blocked prohibited discouraged".split())
# Verbs after a comma that make a statement somebody's hope or fear: ", unions fear".
HOPING = frozenset("fear fears feared hope hopes hoped".split())
# Verbs of hearing, thinking and complaining that are not in `reporting`: "the court heard that".
HEARSAY = frozenset("heard hears hear reckon reckons reckoned complain complains complained".split())


# Hedges: modal verbs, adverbs and phrases of report, likelihood, plan and status.


# Phrases are the keys of tokens in order; the longest that fits is read.
PHRASES = phrase_table(
    {
        "possible": "may|might|could|possibly|perhaps|maybe|potentially|conceivably",
        "would": "would",
        "obligation": "should|ought to",
        "likely": "likely|probably|presumably|in all likelihood|likely to",
        "unlikely": "unlikely|unlikely to|improbable",
        "reported": "reportedly|allegedly|alleged|supposedly|supposed|purportedly|purported|said to|rumoured|rumored|"
        "reported to|is said to|are said to|were said to|was said to|ostensibly",
        "apparent": "apparently|seemingly|seems to|seem to|seemed to|appears to|appear to|appeared to|evidently",
        "believed": "suspected|believed to|thought to|considered to|presumed|suspected of|assumed to|feared to",
        "expected": "expected to|anticipated to|forecast to|projected to|expects to|expect to|anticipates to|"
        "predicted to",
        "planned": "plan to|plans to|planned to|planning to|plans for|intend to|intends to|intended to|intending to|"
        "scheduled to|set to|due to be|slated to|aims to|aim to|aimed to|designed to",
        "hoped": "hope to|hopes to|hoped to|hoping to|wants to|want to|wanted to|seek to|seeks to|sought to|try to|"
        "tries to|tried to|trying to|attempt to|attempts to|attempted to",
        "former": "former|ex|erstwhile|onetime|one-time",
        "acting": "acting|interim|caretaker",
        "deputy": "deputy|vice",
        "incoming": "incoming",
    }
)
# Words for an office that somebody has no longer, not yet or not fully; they count only before a noun.
STATUS = frozenset("former ex erstwhile onetime acting interim caretaker deputy vice incoming".split())


# Plans, and the words that reject them: "rejected a proposal to", "voted down a motion to".


PLANS = frozenset(
    """plan plans proposal proposals motion motions bid bids move moves call calls request requests idea ideas attempt
    attempts decision decisions offer offers bill application applications scheme demand demands vote""".split()
)
"""Nouns for what somebody wants done."""

REJECTING = frozenset(
    """rejected rejects rejecting scrapped scraps blocked blocks dropped drops abandoned abandons shelved shelves
    cancelled canceled opposed opposes resisted resists vetoed vetoes defeated quashed dismissed dismisses withdrew
    withdrawn halted overturned overturns reversed reverses annulled revoked postponed postpones deferred
    delayed""".split()
)
"""Verbs that say that a plan is not carried out."""

TURNED_DOWN = frozenset(
    tuple(pair.split())
    for pair in (
        "voted down",
        "voted against",
        "decided against",
        "threw out",
        "thrown out",
        "turned down",
        "ruled out",
        "stopped short",
        "backed away",
        "pulled out",
    )
)
"""The same in two words."""


# Quantifiers, bounds and approximations of English grammar; words of one class agree.


QUANTIFIERS = phrase_table(
    {
        "all": "all|every|each|all of|every one of|each of",
        "most": "most|most of|the majority of|a majority of",
        "many": "many|numerous|a lot of|lots of|plenty of|a great many|a large number of|much",
        "several": "several",
        "some": "some|some of",
        "a few": "a few|a handful of|a couple of",
        "few": "few",
        "all but": "all but|all except|all save|everyone but|everybody but|every one but",
        "a little": "a little more|a little less|a little of|a bit",
        "little": "little",
        "both": "both|both of",
        "either": "either",
        "half": "half|half of|half the|one half",
        "any": "any|any of",
    }
)

# Phrases that are always bounds.
BOUNDS = phrase_table(
    {
        "at least": "at least|no fewer than|no less than|not less than|a minimum of|minimum of",
        "at most": "at most|no more than|not more than|a maximum of|maximum of|up to|as much as|as many as",
        "more than": "more than|in excess of|upwards of",
        "less than": "less than|fewer than",
        "nearly": "nearly|almost|virtually|just under",
        "about": "approximately|roughly",
        "only": "only|merely|solely|exclusively",
        "exactly": "exactly|precisely",
    }
)

# Phrases that are bounds only before a number.
NUMBER_BOUNDS = phrase_table(
    {
        "more than": "over|above|exceeding|greater than|higher than",
        "less than": "under|below|lower than",
        "nearly": "close to",
        "about": "about|around|some|circa|~|an estimated",
        "only": "just",
        "exactly": "exact",
    }
)

# What can begin a number after a bound, besides digits and currency signs.
NUMBER_OPENERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half third quarter twice once thrice double triple zero hundreds thousands millions dozens us$ a$ c$".split()
)
# Units that "a" counts: "about a week".
PERIODS = frozenset("second minute hour day week fortnight month quarter year decade century".split())
CURRENCY_SIGNS = frozenset("$£€¥₹₽₩₺₴")


# Words that show whether percentages or counts are parts of one whole.


DIVIDING = frozenset(
    """voted votes voters vote chose chosen undecided abstained remaining remainder rest split divided division shares
    share won received took account accounted accounts accounting comprise comprised comprises comprising consists
    consisted composed consist made breakdown spoiled spoilt respondents electorate ballots seats""".split()
)
"""Words of a sentence that divides a whole: votes, seats, shares, what is left, and verbs for being a part."""

OVERLAPPING = frozenset(
    """also both either multiple several overlap overlapping overlapped more than over under fewer less about around
    roughly nearly almost up least most compared from to previously previous earlier last ago year years month months
    quarter rise rose rises rising risen fall fell falls falling fallen grew grow grows growth increase increased
    increases decrease decreased decline declined jumped dropped gained cut raised doubled tripled versus against
    whereas while unlike turnout rate inflation interest among another agreed agree support supported approve approved
    disapprove favour favor trust believe think thought""".split()
)
"""Words with which shares may overlap or belong to several wholes or times: words of comparison, approximation and
change, of groups side by side, and of opinions that do not exclude each other."""

BY_HOW_MUCH = frozenset(
    """by up down a plus minus another further additional extra over under above below to from increase decrease rise
    fall drop gain growth higher lower more less faster slower larger smaller discount tax tariff tariffs duty interest
    chance likelihood probability""".split()
)
"""Words next to a percentage that make it a change or a rate."""

PERSONS = frozenset(
    """people persons passengers victims survivors patients voters residents citizens workers employees staff students
    pupils teachers soldiers troops officers civilians refugees migrants prisoners hostages members delegates
    candidates men women boys girls children adults teenagers infants babies males females foreigners locals tourists
    guests visitors spectators players men's deaths injuries casualties crew""".split()
)
"""Plural nouns for persons, who are counted as a total and in parts."""


# Words that show whether two sentences contradict each other, or speak of different times or things.


ONCE = frozenset(
    """arrived arrives departed departs left leaves opened opens reopened reopens closed closes began begins begin
    started starts start ended ends end resigned resigns died dies born sank sinks crashed crashes elected inaugurated
    sworn founded launched launches married marries signed signs collapsed collapses erupted struck""".split()
)
"""Verbs for events that happen to one thing only once, so two days for one of them contradict each other."""

SAME_EVENT = {"landed": "arrived", "lands": "arrives", "commenced": "began", "commences": "begins", "commence": "begin"}
"""Verbs with the same meaning as one of `ONCE`, which they are read as, in the same tense."""

ONE_SUBJECT = frozenset(
    [
        *(("won", what) for what in ("final", "election", "title", "cup", "championship", "tournament", "presidency")),
        *((what, "went") for what in ("prize", "medal", "award", "trophy", "contract")),
        ("wins", "final"),
    ]
)
"""Pairs of words with which a statement can have only one name: the winner of a final, the receiver of a prize."""

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
"""Words that exclude each other: the number of the pair, and the side of it that the word is on."""


OTHER_TIME = frozenset(
    """earlier previously previous last ago former formerly initially originally once next later again another other
    second third fourth separate separately similar different elsewhere now currently today then still already before
    prior preceding following subsequent subsequently until since usually typically normally often sometimes always
    every each annual annually daily weekly monthly average averaged quarter half year month week day night morning
    afternoon evening season election round semi new old first initial revised updated preliminary planned predicted
    forecast projected estimated expected target budgeted respectively meanwhile instead rather compared
    """.split()
)
"""Words of a sentence that is about another time or thing than its neighbour."""

NOT_VOUCHED = frozenset(
    """if unless whether could would might may should false wrong wrongly incorrect incorrectly untrue inaccurate
    mistaken mistakenly myth rumour rumours rumor rumors hoax denied denies deny denying rejected dismissed dismisses
    disputed disputes refuted retracted corrected correction misreported doubt doubts doubted unclear nearly almost
    had expected hoped feared suppose supposed claimed claims falsely reports""".split()
)
"""Words of a sentence that does not assert what it says, or looks back from another time."""
