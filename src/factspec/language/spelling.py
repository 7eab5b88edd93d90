"""British and American spellings of one word, and words that a hyphen after "re" turns into other words.

The spellings are the systematic differences in the Oxford and Merriam-Webster house styles (-our/-or, -re/-er,
-ise/-ize, -yse/-yze, -ogue/-og, -ence/-ense, doubled l before a suffix, ae/oe), and a list of single words. Words that
mean something else in one of the two (storey/story, enquiry/inquiry) are left out.
"""

from collections.abc import Callable
from functools import lru_cache

from factspec.language.inflection import verb_forms

# Stems that take -our in British and -or in American English, with any suffix.
OUR_STEMS = frozenset(
    "arb ard arm behavi belab cand clam clang col discol recol technicol demean dishon dol enam endeav fav disfav ferv "
    "flav glam harb hon hum lab misdemean neighb od parl ranc rig rum sav savi splend succ tum val vap vig".split()
)
# Words in -tre, -bre and the like: the British stem without -re.
RE_STEMS = frozenset(
    "cent met kilomet centimet decimet millimet lit decilit hectolit kilolit gigalit millilit theat fib calib somb sab "
    "spect meag lust sepulch manoeuv och "
    "reconnoit epicent amphitheat louv goit saltpet".split()
)
# Verbs that double their last l before a suffix in British English only.
L_STEMS = frozenset(
    "travel cancel label level model signal total fuel duel dial equal rival quarrel counsel channel funnel tunnel "
    "panel marvel libel shovel trial unravel jewel initial towel cruel dishevel fulfil enrol instal install marshal "
    "parcel pencil pedal refuel remodel revel shrivel snivel spiral stencil swivel tassel yodel carol bevel chisel "
    "council gravel grovel medal metal victual wool weasel trammel"
    "".split()
)
OGUE_STEMS = frozenset("catal dial anal epil monol prol homol".split())
ENSE_STEMS = frozenset("def off lic pret".split())

# British, American.
WORDS = """
programme program
mollusc mollusk
distil distill
instil instill
appal appall
enthral enthrall
worshipped worshiped
worshipping worshiping
worshipper worshiper
liquorice licorice
focussed focused
focussing focusing
benefitted benefited
benefitting benefiting
watercolour watercolor
ploughman plowman
ploughmen plowmen
grey gray
cheque check
tyre tire
kerb curb
plough plow
ploughed plowed
ploughing plowing
draught draft
mould mold
moulded molded
mouldy moldy
smoulder smolder
smouldering smoldering
moult molt
moustache mustache
pyjamas pajamas
sulphur sulfur
sulphuric sulfuric
aluminium aluminum
jewellery jewelry
sceptic skeptic
sceptical skeptical
scepticism skepticism
sceptically skeptically
ageing aging
judgement judgment
acknowledgement acknowledgment
abridgement abridgment
fulfil fulfill
fulfilment fulfillment
enrol enroll
enrolment enrollment
instal install
instalment installment
skilful skillful
skilfully skillfully
wilful willful
wilfully willfully
woollen woolen
practise practice
practised practiced
practising practicing
towards toward
afterwards afterward
forwards forward
backwards backward
upwards upward
downwards downward
inwards inward
outwards outward
onwards onward
whilst while
amongst among
amidst amid
learnt learned
spelt spelled
burnt burned
dreamt dreamed
leapt leaped
spoilt spoiled
leant leaned
spilt spilled
dwelt dwelled
artefact artifact
cosy cozy
gaol jail
gaoled jailed
axe ax
omelette omelet
carburettor carburetor
chequered checkered
doughnut donut
furore furor
manoeuvre maneuver
manoeuvred maneuvered
manoeuvring maneuvering
manoeuvrable maneuverable
yoghurt yogurt
likeable likable
sizeable sizable
saleable salable
unshakeable unshakable
liveable livable
loveable lovable
aeroplane airplane
maths math
specialities specialties
cypher cipher
pedlar peddler
rouble ruble
snowplough snowplow
orientated oriented
adaptor adapter
adviser advisor
storeyed storied
behove behoove
glycerine glycerin
gramme gram
kilogramme kilogram
tranquillity tranquility
connexion connection
plimsoll plimsol
chilli chili
czar tsar
"""
# American spellings that are also family names: two spellings are two people. From the Oxford Dictionary of Family
# Names in Britain and Ireland; names of bodies and places (Labour, Centre) are left out.
FAMILY_NAMES = frozenset(
    "armor ax check curb draft favor gray harbor honor luster mold parlor plow plowman savior savor savory specter "
    "tire valor vapor".split()
)

# British ae and oe in the stem, with any suffix: British, American.
STEMS = """
anaem anem
anaesth anesth
archaeo archeo
diarrhoea diarrhea
encyclopaed encycloped
foetus fetus
foetal fetal
gynaeco gyneco
haemo hemo
haemat hemat
homoeopath homeopath
leukaem leukem
mediaeval medieval
oedema edema
oesophag esophag
oestrogen estrogen
orthopaed orthoped
paedi pedi
paedo pedo
septicaem septicem
"""
# Words in -ise or -ize that have one spelling only, or are two words.
ISE_ONLY = frozenset(
    "prise prised prises prising prize prized prizes prizing size sized sizes sizing seize seized seizes seizing "
    "capsize capsized wise wised rise rises rising raise raised poise poised noise noised braise praise praised "
    "promise promised premise premised cruise cruised bruise bruised raze maize".split()
)
# Stems of verbs and nouns that end in -ise in both varieties.
ALWAYS_ISE = frozenset(
    "adv rev dev telev superv surpr exerc comprom enterpr disgu franch merchand improv circumc compr desp ar dem exc "
    "inc chast appr advert expert prem prom parad treat conc prec".split()
)


# The rules that turn a British spelling into the American one.


_AMERICAN = dict(line.split() for line in WORDS.strip().splitlines())
_AE = [line.split() for line in STEMS.strip().splitlines()]
_ISE_ENDINGS = ("e", "ed", "es", "er", "ers", "ing", "ation", "ations", "ational", "able", "ement")
_OGUE_ENDINGS = {"ue": "", "ues": "s", "ued": "ed", "uing": "ing", "uer": "er", "uers": "ers"}
# All words of the tables are shorter.
_LONG = 64
_YSE_ENDINGS = ("e", "ed", "es", "er", "ers", "ing")


def american(word: str) -> str:
    """The American spelling of a folded word, which may be the word itself."""
    return _american(word) if len(word) < _LONG else word


@lru_cache(maxsize=8192)
def _american(word: str) -> str:
    stem, apostrophe, suffix = word.partition("'")
    if not stem.isascii() or len(stem) < 3:
        return word
    for rule in _RULES:
        stem = rule(stem)
    return stem + apostrophe + suffix


def _listed(word: str) -> str:
    if word.endswith("s") and word[:-1] in _AMERICAN:
        return _AMERICAN[word[:-1]] + "s"
    return _AMERICAN.get(word, word)


def _our(word: str) -> str:
    place = word.find("our", 1)
    return word[: place + 1] + word[place + 2 :] if place > 0 and _bare(word[:place]) in OUR_STEMS else word


def _bare(stem: str) -> str:
    for prefix in ("un", "dis", "mis", "multi", "bi", "tri"):
        if stem.startswith(prefix) and stem[len(prefix) :] in OUR_STEMS:
            return stem[len(prefix) :]
    return stem


def _centre(word: str) -> str:
    for ending, length in (("re", 2), ("res", 3), ("red", 3)):
        if word.endswith(ending) and word[:-length] in RE_STEMS:
            return word[:-length] + "er" + ending[2:]
    return word[:-4] + "ering" if word.endswith("ring") and word[:-4] in {"cent", "manoeuv"} else word


def _ise(word: str) -> str:
    if len(word) < 6 or word in ISE_ONLY or "is" not in word:
        return word
    place = word.rfind("is", 2)
    if place < 2 or word[:place] in ALWAYS_ISE or word[place + 2 :] not in _ISE_ENDINGS:
        return word
    return word[: place + 1] + "z" + word[place + 2 :]


def _yse(word: str) -> str:
    place = word.rfind("lys")
    return word[: place + 2] + "z" + word[place + 3 :] if place > 0 and word[place + 3 :] in _YSE_ENDINGS else word


def _doubled(word: str) -> str:
    place = word.rfind("ll")
    if place < 3 or word[place + 2 :] not in {"ed", "ing", "er", "ers", "ings", "ation", "ations", "or", "ors", "ous"}:
        return word
    return word[: place + 1] + word[place + 2 :] if word[: place + 1] in L_STEMS else word


def _ogue(word: str) -> str:
    stem, ending = word.rpartition("og")[0], word.rpartition("og")[2]
    return stem + "og" + _OGUE_ENDINGS[ending] if stem in OGUE_STEMS and ending in _OGUE_ENDINGS else word


def _ence(word: str) -> str:
    for ending, length in (("ence", 4), ("ences", 5), ("enceless", 8)):
        if word.endswith(ending) and word[:-length] in ENSE_STEMS:
            return word[:-length] + "ense" + ending[4:]
    return word


def _ae(word: str) -> str:
    for british, spelled in _AE:
        if word.startswith(british):
            return spelled + word[len(british) :]
    return word


_RULES: tuple[Callable[[str], str], ...] = (_listed, _our, _centre, _ise, _yse, _doubled, _ogue, _ence, _ae)


# Words that are another word with a hyphen after "re": "re-cover" a seat, "recover" from an illness.


_VERBS = (
    "act bound call cede cite claim coil collect cord count cover create dress fine flex form fund fuse join lay lease "
    "let mark move pair peal place plate pose port present press prove pulse search serve side sign solve sort sound "
    "store strain strict tail tire tort trace tract tread treat turn view ward"
)


def _formed(verb: str) -> tuple[str, ...]:
    """The forms of a verb, and the nouns that are made from it."""
    return (*verb_forms(verb), *(f"{verb.removesuffix('e')}{ending}" for ending in ("ation", "ion", "er")))


DOUBLETS = frozenset(f"re{form}" for verb in _VERBS.split() for form in _formed(verb)) | {
    "resent", "relaid", "relent", "coop", "coops",
}  # fmt: skip
"""The folded words without the hyphen."""
