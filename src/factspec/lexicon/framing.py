"""Words that put a statement under a frame: that deny it, doubt it, make it depend on something, or give it to someone.

Closed over classes of English function and reporting words; verbs of saying come from `factspec.lexicon.sayings`.
"""

# Nouns for a statement that someone makes: "rumours that …", ", a claim that …".
SAY_SO_NOUNS = frozenset(
    "claim claims allegation allegations accusation accusations assertion assertions rumour rumours rumor rumors "
    "suggestion suggestions speculation suspicion suspicions fear fears hope hopes belief theory charge charges "
    "prediction predictions threat threats promise promises warnings expectation expectations".split()
)
# Nouns by which a text points back at what it has just said.
POINTING_NOUNS = frozenset(
    "claim claims report reports allegation allegations story statement statements account accounts rumour rumours "
    "rumor rumors assertion assertions figure figures number numbers accusation accusations charge charges version "
    "information news decision ruling verdict".split()
)
# Those of them that are denied or rejected as statements; a charge, a decision or a figure is one of its own.
STATEMENTS = POINTING_NOUNS - frozenset(
    "charge charges decision ruling verdict figure figures number numbers news information version".split()
)
# What undoes what was decided, so that the decision no longer stands: "the order was overturned".
UNDONE = frozenset(
    "overturned quashed annulled rescinded revoked repealed vetoed reversed cancelled canceled withdrawn retracted "
    "undone voided nullified".split()
)
# What puts off or gives up what was to come; of people and things it says something else.
PUT_OFF = frozenset("suspended scrapped abandoned postponed shelved dropped".split())
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
# Words that leave it open whether a statement is true.
DOUBT = frozenset(
    "doubt doubts doubted doubtful unclear uncertain unknown unproven unproved unconfirmed unverified questionable "
    "improbable implausible unlikely disputed allegedly reportedly supposedly purportedly ostensibly perhaps maybe "
    "possibly probably presumably hopefully apparently alleged supposed purported".split()
)
# Denials beside those of `sayings`, and what rejects a statement.
DENIAL = frozenset(
    "deny denies denied denying denial denials reject rejects rejected rejecting dismiss dismisses dismissed "
    "dismissing refute refutes refuted refuting dispute disputes disputed disputing rebut rebuts rebutted "
    "contradict contradicts contradicted disprove disproves disproved debunk debunks debunked".split()
)
CONDITION = frozenset("if unless whether lest provided assuming suppose supposing".split())
NEGATION = frozenset("not no never nobody none neither nor without cannot hardly barely scarcely nothing".split())
# Verbs whose clause is taken for granted, beside the classes `admit` and `prove` of `sayings`.
FACTIVE = frozenset(
    "know knows knew known show shows showed shown find finds found reveal reveals revealed learn learned learnt "
    "discover discovered see saw seen realise realised realize realized remember recall recalled mean means meant "
    "because since although though announce announces announced".split()
)
# What leaves it open whether the clause that it takes is true: "it is likely that …", "rumours that …".
OPEN = frozenset(
    "possible likely probable conceivable plausible feared hoped predicted forecast expected rumour rumours rumor "
    "seems seem seemed appears appear appeared joked dreamed dreamt rumors rumoured rumored allegation "
    "allegations alleges allege imagine imagined wish wishes wished sceptical skeptical worry worries worried suspect "
    "suspects risk danger prospect possibility likelihood assumption assumptions idea notion impression "
    "illusion".split()
)
# Nouns that, where there is none of them, leave a clause without support: "there is no sign …".
EVIDENCE = frozenset("sign signs evidence proof indication indications hint hints suggestion chance".split())
# Verbs that with "to" and a verb of saying or showing make its opposite: "declined to confirm that …".
REFUSAL = frozenset("fail fails failed decline declines declined refuse refuses refused unable yet stopped".split())
# What turns someone's say-so away, beside the denials: "threw out the claim that …", "contrary to reports that …".
AGAINST = frozenset("contrary threw thrown mistake scotched quashed denounced poured".split())
# Auxiliaries that open a condition where they open a sentence: "Should it emerge that …".
INVERTED = frozenset("had should were".split())
# What calls untrue the words behind a colon.
UNTRUE = frozenset("false untrue wrong incorrect inaccurate fiction fake myth hoax lie misinformation".split())
# Short sentences that take back the one before.
TAKING_BACK = frozenset(
    tuple(text.split())
    for text in (
        "not so",
        "not true",
        "or did it",
        "or did they",
        "or did he",
        "or did she",
        "or was it",
        "or not",
        "it did not",
        "it didn't",
        "they did not",
        "he did not",
        "she did not",
        "wrong",
        "false",
        "untrue",
        "not quite",
        "it was not",
        "it is not",
        "it does not",
        "it has not",
        "not really",
        "nonsense",
        "fake news",
        "simply not true",
        "all false",
        "the opposite is true",
        "quite the opposite",
        "or had he",
        "or had she",
        "or has it",
        "or so we thought",
        "or so it seemed",
        "or so they said",
    )
)
# What may open such a sentence.
OPENING_BACK = frozenset("no only but except actually however yet correction verdict rating conclusion".split())
OPENING_PAIRS = frozenset({("in", "fact"), ("in", "reality"), ("in", "truth"), ("fact", "check"), ("of", "course")})
# Words of the verb group that stand between a subject and a verb, so that an anchor can begin after them.
FUTURE = frozenset("will would shall wont".split())
MODAL = frozenset("may might could should must ought".split())
BACK_POINTERS = frozenset("this that it these those".split())
# What a pointing sentence must be said not to be: "this is not true".
TRUTH = frozenset("true so correct right case accurate happen happened confirmed verified substantiated proven".split())
# What opens a part of a sentence that a cue before it does not reach into.
BOUNDARIES = frozenset([",", ";", ":", "-", "(", ")", '"', "but", "while", "whereas", "and"])
RELATIVES = frozenset("which who whom whose and but as while because after before where when so since although".split())
# What opens a clause that says when or why.
SUBORDINATORS = frozenset("after before when while until since because although though".split())
COMPLEMENTISERS = frozenset("that whether if".split())
FUTURE_TIMES = frozenset("next tomorrow".split())
# Whom these words speak of does not do what follows "from": "was barred from closing".
KEPT_FROM = frozenset("barred prevented banned kept stopped dissuaded blocked prohibited discouraged".split())
# Verbs behind a comma by which somebody only thinks so: ", unions fear".
HOPING = frozenset("fear fears feared hope hopes hoped".split())
# What is heard from somebody, thought or complained of, beside the verbs of `sayings`: "the court heard that".
HEARSAY = frozenset("heard hears hear reckon reckons reckoned complain complains complained".split())
