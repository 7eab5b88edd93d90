"""The classes of words that the patterns of the frames name."""

from factspec.language import framing_words as fw
from factspec.language.number_words import WORDS
from factspec.language.reporting import SAYINGS, STRONG
from factspec.language.verbs import DETERMINERS


def _said(*classes: str) -> frozenset[str]:
    return frozenset(verb for verb, name in SAYINGS.items() if name in classes)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str, sign: str = ",") -> frozenset[str]:
    return frozenset(text.split(sign))


_DENIES = fw.DENIAL | fw.FALSITY | _said("deny")
_DOUBTS = (fw.DOUBT | fw.OPEN | _said("doubt")) - _DENIES
_FACTS = (fw.FACTIVE | _said("admit", "prove")) - _DENIES - _DOUBTS
_SAY_SO = (
    _said("say", "claim", "suggest", "think", "promise", "warn", "accuse", "ask", "demand")
    | fw.SAY_SO_NOUNS
    | fw.HEARSAY
) - (_DENIES | _DOUBTS | _FACTS)
_CONDITIONS = fw.CONDITION - (_DENIES | _DOUBTS | _FACTS | _SAY_SO)
_NEGATION = fw.NEGATION | {"*n't"}
_DOUBTFULLY = frozenset(word for word in fw.DOUBT if word.endswith("ly"))
_BE = _words("is was are were be been being has have had has proved proves turned out to later since")
_GIVES = frozenset(word for word in _said("say", "claim", "suggest", "think") if not word.endswith("ing"))

CLASSES: dict[str, frozenset[str]] = {
    # what a word does to the clause that it takes
    "DENIES": _DENIES,
    "DOUBTS": _DOUBTS,
    "FACTS": _FACTS,
    "SAY_SO": _SAY_SO,
    "CONDITIONS": _CONDITIONS,
    "NEG": _NEGATION,
    "TURNING": _NEGATION | fw.REFUSAL | _words("few little scant"),
    "AGAINST": fw.FALSITY | fw.DENIAL | fw.AGAINST,
    "EVIDENCE": fw.EVIDENCE,
    "MEANT": _words("out tried tries trying sought seeks attempted hopes hoped wants wanted aims aimed"),
    "NOBODY": _words("nothing nobody none neither no"),
    "MYSTERY": _words("secret surprise wonder accident coincidence mystery"),
    "PLAIN": STRONG & _said("say", "claim") | _said("think"),
    "SAYS": frozenset(SAYINGS),
    "SAYING": _said("say", "claim", "think"),
    "NO_CLAUSE": _words("to of about that nothing little more so as by for with against him her them us me"),
    # parts of a sentence
    "BOUNDARY": fw.BOUNDARIES,
    "RELATIVE": fw.RELATIVES,
    "SUBORDINATOR": fw.SUBORDINATORS,
    "CLAUSE_SIGN": fw.BOUNDARIES - {","},
    "AND": _words("and but ;"),
    "OTHER_CLAUSE": _words("but and ; while whereas"),
    "DET": DETERMINERS,
    "SIGN": _words(", - --"),
    "BRACKET": _words("( ["),
    "OPENING": _words(", - -- ( ["),
    "THAT": fw.COMPLEMENTISERS,
    # before approved words
    "INVERTED": fw.INVERTED,
    "UNREAL": _phrases("in theory,on paper,in principle,rumour has,rumor has"),
    "DOUBTFULLY": _DOUBTFULLY,
    "DOUBTING": _DOUBTFULLY | {"perhaps", "maybe"},
    "SOON": fw.FUTURE_TIMES,
    "IF": fw.CONDITION - {"whether"},
    "UNTRUE": fw.UNTRUE,
    "TRUTH": fw.TRUTH,
    "MODAL": fw.MODAL,
    "FOLLOWING": _words("that this the following one thing things"),
    "NOUNS": _words("state states report reports post posts note notes comment tweet remark"),
    "CERTAIN": _words("certain clear sure true known"),
    # after them
    "NOTHING": _words("no nobody nothing none neither few"),
    "NO_DENIAL": _words("later earlier sooner more less fewer longer doubt matter small"),
    "MUCH": frozenset(
        f"not {word}" for word in DETERMINERS | WORDS | _words("all most many much more quite entirely always")
    )
    | {"only"},
    "JUDGING": fw.DOUBT | fw.FALSITY | fw.DENIAL,
    "JUDGES": (fw.FALSITY | fw.DENIAL | fw.UNDONE) - {"lied", "absurd"},
    "UNDER": fw.FALSITY | fw.UNTRUE | fw.DENIAL,
    "BE": _BE,
    "POINTING": fw.POINTING_NOUNS | fw.SAY_SO_NOUNS,
    "DECIDED": fw.DECISIONS | fw.POINTING_NOUNS,
    "STATEMENT": fw.STATEMENTS,
    "CLAIMED": fw.STATEMENTS & fw.SAY_SO_NOUNS,
    "BACK": fw.BACK_POINTERS,
    "WHEN_SAID": _words("on in at yesterday today again later *ly"),
    "WHEN": _words("on in at by for since yesterday today later as again"),
    "PLANS": _words("plan plans schedule tradition custom"),
    "SAY": _said("say", "claim"),
    "ACCOUNT": _words("account accounts reckoning telling"),
    "ACT": fw.DECISIONS - {"plan", "plans"},
    "TURNED": _words("possible likely")
    | fw.FUTURE
    | fw.MODAL
    | fw.DOUBT
    | fw.FALSITY
    | fw.DENIAL
    | fw.UNDONE
    | _NEGATION
    | {"made up"},
    "HOPING": fw.HOPING,
    "OPEN": fw.OPEN,
    "HEARERS": _words("court jury jurors inquest inquiry tribunal hearing committee panel judges magistrates"),
    "HEARD": _words("heard hears hear"),
    "HEARSAY": fw.HEARSAY - _words("heard hears hear"),
    "GIVES": _GIVES,
    "GAVE": frozenset(word for word in _GIVES if word.endswith(("ed", "aid", "old"))),
    "APART": fw.RELATIVES | DETERMINERS | _words(", than as what nobody"),
    "BEFORE_NOUN": _words("to of with in no") | DETERMINERS,
    "COUNT": WORDS - {"a", "one"},
    "FALSITY": fw.FALSITY,
    # in the same quotation marks
    "PARTING": _words(". ! , ; and but so -"),
    "UNMEANT": _phrases("wish,lying,thought,pretend,pretended,imagine,imagined,used to"),
    "SHORT_OF": _words("almost nearly practically virtually hardly barely"),
    "DEGREE": _words("very quite so really too exactly entirely altogether yet always all that"),
    "HEARD_SAY": _phrases("word is,has it,story goes,we hear,i hear,word is that"),
    "NOT_YET": _phrases("once,when,whenever,until,till,as soon as,by the time"),
    "LIMIT": _phrases("only;as long as;so long as;provided;, provided;- not;-- not;... not", ";")
    | {". that is what they", ". or so they"},
    "DOUBTED": _phrases("perhaps,maybe,possibly,or not,or so they say"),
    "SUBJECT": _words("i we you he she it they the a an this that these those all"),
    "SLIGHTLY": _words("a an just simply"),
    "NONSENSE": fw.UNTRUE | _words("nonsense rubbish propaganda invention"),
}
