"""Stops that end no sentence though sentencex takes them for an end: known slips, mended by the tables here."""

import re

OPENERS = "\"'“‘«(["
# How much of a text is looked at around a stop.
SEARCHED = 64
# A single capital, or an abbreviation of letters, before its last stop.
LETTERS = re.compile(r"(?<![\w.])(?:[A-Z]|[A-Za-z]\.[A-Za-z](?:\.[A-Za-z])*+)\Z")
# Abbreviations that a name, a title or a day follows, never a new sentence: (slip of sentencex) "Ms. | Smith".
# Titles and forenames as in the Associated Press and Guardian style guides' entries on abbreviations and titles.
_BEFORE_A_NAME = frozenset(
    "mr mrs ms mx messrs mmes dr prof rev hon gov lt col gen sgt cpl pte capt cmdr cdr cmdt adm maj brig supt insp det "
    "sen rep reps sens pres amb atty fr sr st ste ft mt pt vs v cf viz eg ie approx ca spc gens govs drs profs".split()
)
# Abbreviations that a number follows: "No. | 5", "Sept. | 11", "p. | 3"; before a word they may end a sentence.
_BEFORE_A_NUMBER = frozenset(
    "no nos pop p pp vol vols fig figs sec secs art arts par para paras ch chap c jan feb mar apr jun jul aug sep sept "
    "oct nov dec approx ca est tel".split()
)
# What follows the time of day in the same sentence: "5 a.m. | Tuesday", "5 p.m. | Moscow time". Like other
# patterns that few texts need, it is compiled when one does.
_AFTER_A_TIME = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec"
    r"|[A-Z]{2,4}T\b|ET|CT|MT|PT|GMT|UTC|BST|[A-Z]\w+ (?:standard |summer )?time\b)"
)
# Words in capitals that begin a sentence and no name: after an initial they show that it ended one ("plan B. The").
STARTERS = (
    "The|He|She|It|They|We|I|You|This|That|These|Those|There|But|And|In|On|At|By|For|From|As|If|When|While|After|"
    "Before|However|Meanwhile|His|Her|Their|Its|Our|Many|Some|Most|No|Not|What|Who|Why|How|Where|A|An"
)
# After a question or a cry within quotation marks its speaker may follow: "“Never!” Mr. Hale | told MPs."
_SPEAKER = (
    rf"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Prof)\.?\s+)?(?!(?:{STARTERS}|Then|Now|So|Yet)\b)"
    r"(?:[^\W\d_a-z][\w.'’-]{0,30}\s+){1,4}"
    r"(?:said|says|asked|asks|told|tells|added|wrote|writes|tweeted|posted|replied|shouted|yelled|cried|demanded|wondered)\b"
)
_SPEAKING = 160
_QUOTED = r"[?!]['\"’”»]++\s*\Z"
_CLOSERS = frozenset("'\"’”»")
# "am 3. | Mai": months that English does not have.
_DAY = r"(?<![\w.,])(?:[12]?\d|3[01])\.\Z"
_MONTH = r"(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
# "die 1. | Bauphase", but "Es waren 40. | Die Stadt": behind an article or a preposition that holds one.
_ORDINAL = r"(?i:\b(?:der|die|das|den|dem|des|am|im|vom|zum|zur|beim|ein(?:e[nmrs]?)?|bis)\s\d{1,3}\.\Z)"
_GERMAN_STARTS = (
    r"(?:D(?:er|ie|as|en|em|ies\w*)|Ein\w{0,2}|E[rs]|Sie|Wir|Ich|I[mn]|A[mnu]f?|Bei|Mit|Nach|Für|Und|Aber|Doch)\s"
)
# Initials, and abbreviations of town, street, "named after" and titles; "1799 г. | Он" ends a sentence.
_RUSSIAN = r"(?:(?<!\w)[А-ЯЁІЇЄҐ]|(?<!\w)(?<!\d\s)г|(?<!\w)(?:ул|им|просп|пл|пр|проф|акад|тов))\.\Z"
STARTS = rf"(?:{STARTERS})\s"
_LAST_WORD = re.compile(r"[^\W_]++(?:\.[^\W_]++)*+\.$")
# No word of the tables is longer; looking further back would make a text of one long word quadratic.
_LONGEST_WORD = 16


def is_slip(text: str, end: int, language: str) -> bool:
    """Whether a proposed boundary stands inside a sentence of a language."""
    before = text[max(end - SEARCHED, 0) : end].rstrip()
    after = text[end : end + SEARCHED].lstrip()
    if not after or not before:
        return False
    if after.lstrip(OPENERS)[:1].islower():
        return True
    if before[-1] != ".":
        start = max(end - _LONGEST_WORD, 0)
        quoted = re.search(_QUOTED, text[start:end]) if before[-1] in _CLOSERS else None
        return quoted is not None and is_asked(text, start + quoted.start(), end)
    # Behind a small Latin letter, as most stops stand, nothing is foreign.
    if not "a" <= before[-2:-1] <= "z" and _is_foreign(before, after, language):
        return True
    word = _LAST_WORD.search(before, max(len(before) - _LONGEST_WORD, 0))
    if word is None:
        return False
    # "Schumer, D-N.|Y., said"
    in_word = text[end - 1] == "." and text[end].isalpha() and len(word[0]) == len("N.")
    return in_word or _goes_on(word[0].rstrip(".").lower(), after)


def _is_foreign(before: str, after: str, language: str) -> bool:
    """Whether a stop belongs to an ordinal number of German, or to an initial or abbreviation of Russian."""
    if before[-2:-1].isascii():
        dated = re.search(_DAY, before) is not None and re.match(_MONTH, after) is not None
        ordinal = language == "de" and re.search(_ORDINAL, before) is not None
        return dated or (ordinal and re.match(_GERMAN_STARTS, after) is None)
    return re.search(_RUSSIAN, before) is not None


def _goes_on(word: str, after: str) -> bool:
    if word in {"a.m", "p.m"}:
        return re.match(_AFTER_A_TIME, after) is not None
    if after[0].isdigit():
        return word in _BEFORE_A_NUMBER
    return word in _BEFORE_A_NAME and not re.match(STARTS, after)


def is_asked(text: str, stop: int, end: int) -> bool:
    """Whether the quotation that ends here, its last sign at `stop`, is a question or a cry and its speaker follows."""
    return text[stop] in "?!" and re.match(_SPEAKER, text[end : end + _SPEAKING].lstrip()) is not None
