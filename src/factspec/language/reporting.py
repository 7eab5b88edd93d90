"""Verbs of saying, each in all its forms: what they commit their speaker to, and which of them bring in a quotation.

Closed over the reporting verbs of English news style (say, tell, add, …) and those that give a thing a name (call,
describe, hail), by which a short quotation is attributed as often as by *say*. Inflections are written out, so that a
verb which is spelt in two ways has both.
"""

from enum import StrEnum
from typing import NamedTuple


class Stance(StrEnum):
    """What a verb does to the words that it introduces."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Saying(NamedTuple):
    """A form of a verb of saying: its dictionary form and its stance."""

    lemma: str
    stance: Stance


# By class the verbs that also bring in a quotation, one a line.
_QUOTING = {
    "say": """
say says said saying
tell tells told telling
state states stated stating
add adds added adding
announce announces announced announcing
report reports reported reporting
note notes noted noting
explain explains explained explaining
write writes wrote written writing
comment comments commented commenting
remark remarks remarked remarking
declare declares declared declaring
tweet tweets tweeted tweeting
post posts posted posting
describe describes described describing
observe observes observed observing
reply replies replied replying
respond responds responded responding
repeat repeats repeated repeating
reiterate reiterates reiterated reiterating
apologise apologises apologised apologising
apologize apologizes apologized apologizing
laugh laughs laughed laughing
sigh sighs sighed sighing
""",
    "claim": """
allege alleges alleged alleging
suggest suggests suggested suggesting
claim claims claimed claiming
assert asserts asserted asserting
insist insists insisted insisting
argue argues argued arguing
""",
    "deny": """
deny denies denied denying
refute refutes refuted refuting
dispute disputes disputed disputing
rebut rebuts rebutted rebutting
""",
    "admit": """
admit admits admitted admitting
acknowledge acknowledges acknowledged acknowledging
concede concedes conceded conceding
""",
    "prove": """
confirm confirms confirmed confirming
""",
    "ask": """
ask asks asked asking
""",
    "promise": """
promise promises promised promising
pledge pledges pledged pledging
vow vows vowed vowing
""",
    "warn": """
warn warns warned warning
""",
    "demand": """
demand demands demanded demanding
urge urges urged urging
""",
    "utter": """
affirm affirms affirmed affirming
reaffirm reaffirms reaffirmed reaffirming
stress stresses stressed stressing
emphasise emphasises emphasised emphasising
emphasize emphasizes emphasized emphasizing
underline underlines underlined underlining
underscore underscores underscored underscoring
caution cautions cautioned cautioning
answer answers answered answering
recall recalls recalled recalling
joke jokes joked joking
quip quips quipped quipping
boast boasts boasted boasting
complain complains complained complaining
lament laments lamented lamenting
predict predicts predicted predicting
conclude concludes concluded concluding
continue continues continued continuing
exclaim exclaims exclaimed exclaiming
shout shouts shouted shouting
whisper whispers whispered whispering
testify testifies testified testifying
speak speaks spoke spoken speaking
""",
    "name": """
call calls called calling
hail hails hailed hailing
welcome welcomes welcomed welcoming
liken likens likened likening
dub dubs dubbed dubbing
brand brands branded branding
label labels labelled labeled labelling labeling
characterise characterises characterised characterising
characterize characterizes characterized characterizing
praise praises praised praising
denounce denounces denounced denouncing
condemn condemns condemned condemning
criticise criticises criticised criticising
criticize criticizes criticized criticizing
decry decries decried decrying
refer refers referred referring
quote quotes quoted quoting
""",
    "reject": """
reject rejects rejected rejecting
dismiss dismisses dismissed dismissing
disavow disavows disavowed disavowing
""",
}
# By class the verbs that report and bring in none.
_REPORTING = {
    "say": """
mention mentions mentioned
express expresses expressed
recount recounts recounted
""",
    "claim": """
propose proposes proposed proposing
recommend recommends recommended
imply implies implied
hint hints hinted
contend contends contended
maintain maintains maintained
""",
    "admit": """
confess confesses confessed
""",
    "prove": """
prove proves proved proven proving
establish establishes
demonstrate demonstrates demonstrated
verify verifies verified
""",
    "doubt": """
doubt doubts doubted doubting
question questions questioned
wonder wonders wondered
""",
    "ask": """
inquire inquires inquired
""",
    "promise": """
swear swears swore
""",
    "warn": """
threaten threatens threatened
""",
    "demand": """
order orders ordered
""",
    "think": """
think thinks thought thinking
believe believes believed
assume assumes assumed
know knows knew
""",
    "accuse": """
accuse accuses accused accusing
blame blames blamed
""",
}
# Classes that commit the speaker to nothing by themselves: they utter, name or turn down what somebody else has said.
_UNCOMMITTED = frozenset({"utter", "name", "reject"})
_DENYING = frozenset({"deny", "reject"})

SAYING: dict[str, Saying] = {
    form: Saying(line.split()[0], Stance.DENIES if name in _DENYING else Stance.ASSERTS)
    for name, lines in _QUOTING.items()
    for line in lines.strip().splitlines()
    for form in line.split()
}
"""Each form of the verbs that bring in a quotation, in lower case, with its verb and stance."""

NAMED_BY = frozenset(
    "state add announce note write declare observe acknowledge concede admit recall post tweet".split()
)
"""Verbs behind which a name may also be what they speak of: "added Bo Ek to the list"."""

INVERTED = NAMED_BY | frozenset(
    """say explain comment remark reply respond repeat joke quip boast complain lament predict conclude exclaim allege
    suggest claim assert insist argue stress emphasise emphasize caution warn answer""".split()
)
"""Verbs, in their dictionary form, behind which their subject may stand: "…, said Ada Lind."; *tell* is none.

Source: Quirk et al., A Comprehensive Grammar of the English Language, section 14.29 (reporting clauses).
"""

SAYINGS: dict[str, str] = {
    form: name
    for table in (_QUOTING, _REPORTING)
    for name, lines in table.items()
    if name not in _UNCOMMITTED
    for form in lines.split()
}
"""Each form of the verbs that commit their speaker to something, in lower case, with the class that agrees."""

# Those that attribute by themselves wherever they stand; the others also mean something else ("showed").
STRONG = frozenset(
    "say says said tell tells told state states stated announce announced claim claims claimed assert "
    "asserts asserted insist insists insisted contend contends contended allege alleges deny denies "
    "denied refute refuted admit admits admitted concede concedes conceded".split()
)

# Words after which "that" opens a clause, beside the verbs of saying: verbs of perception, thought and result, and the
# adjectives and nouns that take such a clause.
CLAUSE_OPENERS = frozenset(
    "hope hopes hoped fear fears feared feel feels felt find finds found hear heard see saw learn learned learnt "
    "show shows showed shown indicate indicates indicated indicating reveal reveals revealed mean means meant ensure "
    "ensures ensured ensuring agree agrees agreed decide decides decided expect expects expected predict predicts "
    "predicted estimate estimates estimated understand understands understood realise realised realize realized "
    "remember recall recalled conclude concludes concluded suspect suspects suspected guess wish stress stresses "
    "stressed emphasise emphasised emphasize emphasized stipulate sure certain confident aware glad happy afraid "
    "sorry likely clear sign signs evidence hopes fears belief claim statement rule rules ruled ruling determine "
    "determines determined judge judges judged decree decrees decreed calculate calculates calculated reckon reckons "
    "reckoned forecast forecasts foresee foresees foresaw imagine imagines imagined presume presumes presumed infer "
    "infers inferred deduce deduces deduced notice notices noticed discover discovers discovered regret regrets "
    "regretted complain complains complained boast boasts boasted testify testifies testified protest protests "
    "protested advise advises advised caution cautions cautioned assure assures assured convince convinced persuade "
    "persuaded remind reminds reminded inform informs informed guarantee guarantees guaranteed require requires "
    "required stipulates stipulated specify specifies specified".split()
)


# Verbs that tell how a quotation is uttered, and bring in one only where nothing else stands beside it.


MANNERS = frozenset(
    """admonished admonishes advised advises agreed agrees barked barks beamed beams began begins begged begs bellowed
    bellows blurted blurts chimed chimes chipped chips chortled chortles chuckled chuckles clarified clarifies
    confessed confesses confided confides contended contends corrected corrects countered counters cried cries croaked
    croaks deadpanned deadpans elaborated elaborates enthused enthuses fretted frets frowned frowns fumed fumes gasped
    gasps giggled giggles grinned grins groaned groans growled growls grumbled grumbles grunted grunts gushed gushes
    hinted hints hissed hisses howled howls implored implores inquired inquires interjected interjects intoned intones
    maintained maintains moaned moans mourned mourns mumbled mumbles murmured murmurs mused muses muttered mutters
    nodded nods objected objects offered offers opined opines pleaded pleads pointed points pondered ponders
    proclaimed proclaims professed professes protested protests purred purrs raged rages ranted rants reasoned reasons
    reckoned reckons reflected reflects retorted retorts roared roars ruled rules scoffed scoffs screamed screams
    shrieked shrieks shrugged shrugs smiled smiles smirked smirks snapped snaps sneered sneers snorted snorts sobbed
    sobs speculated speculates stammered stammers summarised summarises surmised surmises swore swears teased teases
    thought thinks thundered thunders ventured ventures volunteered volunteers wailed wails went goes whined whines
    wondered wonders yelled yells""".split()
)
"""Their pasts and presents of the third person; verbs of saying proper are in `lexicon.sayings`.

Source: Quirk et al., A Comprehensive Grammar of the English Language, section 14.29 (reporting clauses), and Levin,
English Verb Classes and Alternations, section 37.3 (verbs of manner of speaking).
"""
