"""Verbs of saying in all their forms: what they commit the speaker to, and which of them introduce a quotation.

They are the reporting verbs of English news style (say, tell, add, …) and verbs of naming (call, describe, hail), which
attribute a short quotation as often as *say* does.
"""

from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from factspec.language.inflection import finite_forms, verb_forms


class Stance(StrEnum):
    """What a verb does to the words that it introduces."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Saying(NamedTuple):
    """A form of a verb of saying: its dictionary form and its stance."""

    lemma: str
    stance: Stance


# The verbs that also introduce a quotation, by class.
_QUOTING = {
    "say": """say tell state add announce report note explain write comment remark declare tweet post describe observe
    reply respond repeat reiterate apologise apologize laugh sigh""",
    "claim": "allege suggest claim assert insist argue",
    "deny": "deny refute dispute rebut",
    "admit": "admit acknowledge concede",
    "prove": "confirm",
    "ask": "ask",
    "promise": "promise pledge vow",
    "warn": "warn",
    "demand": "demand urge",
    "utter": """affirm reaffirm stress emphasise emphasize underline underscore caution answer recall joke quip boast
    complain lament predict conclude continue exclaim shout whisper testify speak""",
    "name": """call hail welcome liken dub brand label characterise characterize praise denounce condemn criticise
    criticize decry refer quote""",
    "reject": "reject dismiss disavow",
}
# The verbs that report but do not introduce a quotation, by class: in all their forms, and only in finite forms.
_REPORTING = {"claim": "propose", "doubt": "doubt", "prove": "prove", "think": "think", "accuse": "accuse"}
_REPORTING_FINITE = {
    "say": "mention express recount",
    "claim": "recommend imply hint contend maintain",
    "admit": "confess",
    "prove": "demonstrate verify",
    "doubt": "question wonder",
    "ask": "inquire",
    "promise": "swear",
    "warn": "threaten",
    "demand": "order",
    "think": "believe assume know",
    "accuse": "blame",
}
# Classes that do not commit the speaker: they utter or name something, or reject what somebody else has said.
_UNCOMMITTED = frozenset({"utter", "name", "reject"})
_DENYING = frozenset({"deny", "reject"})

SAYING: dict[str, Saying] = {
    form: Saying(verb, Stance.DENIES if name in _DENYING else Stance.ASSERTS)
    for name, verbs in _QUOTING.items()
    for verb in verbs.split()
    for form in verb_forms(verb)
}
"""Each lower-case form of the verbs that introduce a quotation, with its verb and stance."""

NAMED_BY = frozenset(
    "state add announce note write declare observe acknowledge concede admit recall post tweet".split()
)
"""Verbs after which a name may also be the object: "added Bo Ek to the list"."""

INVERTED = NAMED_BY | frozenset(
    """say explain comment remark reply respond repeat joke quip boast complain lament predict conclude exclaim allege
    suggest claim assert insist argue stress emphasise emphasize caution warn answer""".split()
)
"""Verbs, in their dictionary form, that their subject may follow ("…, said Ada Lind"); *tell* is not one of them.

Source: Quirk et al., A Comprehensive Grammar of the English Language, section 14.29 (reporting clauses).
"""

SAYINGS: dict[str, str] = {
    form: name
    for table, forms in ((_QUOTING, verb_forms), (_REPORTING, verb_forms), (_REPORTING_FINITE, finite_forms))
    for name, verbs in table.items()
    if name not in _UNCOMMITTED
    for verb in verbs.split()
    for form in forms(verb)
} | {"establish": "prove", "establishes": "prove"}
"""Each lower-case form of the verbs that commit the speaker to something, with the class that agrees."""

CONTESTING = frozenset({"deny", "doubt"})
"""The classes whose verbs do not say something, but contest it."""

# Verbs that always attribute; the others also mean something else ("showed").
STRONG = frozenset(
    "say says said tell tells told state states stated announce announced claim claims claimed assert "
    "asserts asserted insist insists insisted contend contends contended allege alleges deny denies "
    "denied refute refuted admit admits admitted concede concedes conceded".split()
)

# Words besides the verbs of saying after which "that" opens a clause: verbs of perception, thought and result, and
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


# Verbs for the manner of speaking, which introduce a quotation only if nothing else is next to it.


_MANNERS = """admonish advise agree bark beam beg begin bellow blurt chime chip chortle chuckle clarify confess confide
    contend correct counter croak cry deadpan elaborate enthuse fret frown fume gasp giggle go grin groan growl
    grumble grunt gush hint hiss howl implore inquire interject intone maintain moan mourn mumble murmur muse mutter
    nod object offer opine plead point ponder proclaim profess protest purr rage rant reason reckon reflect retort
    roar rule scoff scream shriek shrug smile smirk snap sneer snort sob speculate stammer summarise surmise swear
    tease think thunder venture volunteer wail whine wonder yell"""
MANNERS = frozenset(form for verb in _MANNERS.split() for form in islice(finite_forms(verb), 1, None))
"""Their pasts and presents of the third person; verbs of saying proper are in `SAYING`.

Source: Quirk et al., A Comprehensive Grammar of the English Language, section 14.29 (reporting clauses), and Levin,
English Verb Classes and Alternations, section 37.3 (verbs of manner of speaking).
"""
