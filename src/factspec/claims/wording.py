"""Approved wording (`says`) in an article: its places word for word, its gaps, and additions to a whole sentence."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from factspec.claims.index import Index
from factspec.language.function_words import FREE_PHRASES, FREE_SIGNS, FUNCTION_WORDS, NEVER_LEFT_OUT, OPENING_WORDS
from factspec.language.places import Span
from factspec.language.reporting import CLAUSE_OPENERS, SAYINGS
from factspec.language.tokens import Token, keys, tokenize, typeset
from factspec.language.verbs import DETERMINERS, is_verb

GAP = "..."
# The forms of a gap.
GAPS = ("…", "...")
_STOP = "."


@lru_cache(maxsize=256)
def segments(says: str) -> tuple[tuple[Token, ...], ...]:
    """The runs of tokens between the gaps of approved wording, without a final stop."""
    tokens = tokenize(says)
    return tuple(tokens[run.start : run.end] for run in _runs(keys(tokens)))


def _runs(wanted: Sequence[str]) -> list[Span]:
    """The ranges of keys between the gaps of approved wording, in order, without a final stop."""
    size = len(wanted)
    if wanted[-1:] == (_STOP,) and size > 1 and wanted[-2] != GAP:
        size -= 1
    if GAP not in wanted:
        return [Span(0, size)] if size else []
    edges = pairwise([-1, *(at for at in range(size) if wanted[at] == GAP), size])
    return [Span(before + 1, after) for before, after in edges if after > before + 1]


def places(index: Index, says: str) -> tuple[Span, ...]:
    """The token ranges of approved wording, word for word, in order; only those in the body if there are any."""
    found = everywhere(index, says)
    ranks = [index.rank(span.start) for span in found]
    first = min(ranks, default=0)
    return tuple(span for span, rank in zip(found, ranks, strict=True) if rank == first)


def everywhere(index: Index, says: str) -> tuple[Span, ...]:
    """The token ranges of approved wording, word for word, headings and captions included."""
    as_written = index.as_written(says)
    wanted = keys(tokenize(says)) if as_written is None else index.keys(as_written)
    return tuple(_places(index, [wanted[run.start : run.end] for run in _runs(wanted)]))


def _places(index: Index, runs: Sequence[Sequence[str]]) -> Iterator[Span]:
    if not runs:
        return
    for first in index.find(runs[0]):
        last = _rest(index, first, runs[1:])
        if last is not None:
            yield Span(first.start, last)


def _rest(index: Index, first: Span, runs: Sequence[Sequence[str]]) -> int | None:
    """The end of the wording that begins with `first`, each further run after a gap in the same sentence."""
    end = first.end
    limit = index.sentence_tokens[index.sentence_of(first.end - 1)].end
    for run in runs:
        last = min(limit, end + _LONGEST_GAP + len(run))
        following = next(islice(index.find(run, end, last), 1), None) if end < limit else None
        if following is None or hides(
            index.tokens[end : following.start], index.tokens[following.start : following.end]
        ):
            return None
        end = following.end
    return end


def pieces(index: Index, says: str, tokens: Span) -> tuple[Span, ...]:
    """The token ranges of the words between the gaps, inside the place of approved wording."""
    if not any(gap in says for gap in GAPS):  # as in most wording, which is not read again for it
        return (tokens,)
    runs = [keys(run) for run in segments(says)]
    if len(runs) < 2:
        return (tokens,)
    found = []
    start = tokens.start
    for run in runs:
        piece = next(index.find(run, start, tokens.end), None)
        if piece is None:  # the wording was found in another style
            return (tokens,)
        found.append(piece)
        start = piece.end
    return tuple(found)


def as_typed(index: Index, span: Span, says: str) -> bool:
    """Whether the words have the same capitals and spelling, apart from typography (`wording: exact`)."""
    here = [token.text for token in index.tokens[span.start : span.end]]
    wanted = [token.text for run in segments(says) for token in run]
    rest = iter(here)
    return all(any(_typeset(text) == _typeset(other) for other in rest) for text in wanted)


def _typeset(text: str) -> str:
    return typeset(text) if text[0].isalnum() else ""


# The gaps of approved wording (`…`): what words may be in one, and what words would change the statement.


# A gap has at most so many tokens: a bound on time.
_LONGEST_GAP = 300
# What else approved wording may not leave out: the speaker, and a denial.
_SAYING = frozenset("said says say told tells according claimed claims reported deny denies denied denying".split())
_ENDS = frozenset(".!?;")
# Conjunctions that begin a clause with a subject of its own.
_OPENERS = frozenset("but while whereas although though because when where until how why".split())
_RELATIVES = frozenset("who which whose whom that".split())
_OWNING = frozenset({"whose", "whom"})
_COORDINATING = frozenset("and or but".split())
_DASHES = frozenset(["-", "--"])
_BREAKS = _OPENERS | _RELATIVES | _COORDINATING | _DASHES | frozenset([",", ":", "as", "before", "after", "since"])
# What leaves open whether the words after the gap happened, or weakens them.
_WEAKENING = frozenset(
    """doubt doubts doubted doubtful unclear uncertain unknown unproven unproved unconfirmed unverified questionable
    improbable implausible disputed ostensibly presumably hopefully supposed purported unlike theory
    hoped almost nearly rarely seldom yet ought believed thought seems seem seemed appears appear appeared rumoured
    rumored accused suspected excluding except minus""".split()
)
# Words that are a condition before these: "once it is paid".
_CONDITIONS = {"once": frozenset("it he she they the".split()), "when": frozenset({"asked"})}
# Others than those before the gap: "the museum in Ulm waits and the one in Bonn".
_OTHERS = frozenset(("the", other) for other in "one ones other others latter".split())
_ASIDE = frozenset([",", "(", ")", "-", "--"])
# What begins a clause that depends on a verb: "hopes | the city will".
_SUBJECTS = DETERMINERS | frozenset("that it he she they".split())


def hides(between: Sequence[Token], after: Sequence[Token] = ()) -> bool:
    """Whether the words of a gap change the statement around it; `after` are those right after it.

    They do if they are very many or contain a negation, hedge, denial or sentence end, or an "or" at an edge, or if the
    words after the gap belong to another clause with its subject in the gap: "Exports | fell and imports | rose".
    """
    if not between:
        return False
    if len(between) > _LONGEST_GAP:
        return True
    alternative = "or" in (between[0].key, between[-1].key)
    turned = alternative or any(_turns(between, at) for at in range(len(between)))
    return turned or _ends_in_another_clause(between) or (after != () and _gives_subject(between, after))


def _turns(between: Sequence[Token], at: int) -> bool:
    key, following = between[at].key, between[at + 1].key if at + 1 < len(between) else ""
    if key in _ENDS:
        return not (following.isdigit() and between[at].end == between[at + 1].start)  # "14 games above .500"
    if key == "or":
        return following == "so" and at == 1
    if key in _CONDITIONS:
        return following in _CONDITIONS[key] or (key == "when" and is_verb(between, at + 1))
    return key in NEVER_LEFT_OUT or key in _SAYING or key in _WEAKENING or key.endswith("n't")


def _gives_subject(between: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a verb after a gap has its subject in it: "The museum | hopes the city | will"."""
    keys = tuple(token.key for token in between)
    if not is_verb(after, 0) or keys[-1] in _COORDINATING or not keys[-1][0].isalnum():
        return False
    if any(keys[at] in _COORDINATING and keys[at + 1 : at + 3] in _OTHERS for at in range(len(keys) - 2)):
        return True
    inside = False
    for at, key in enumerate(keys[:-1]):
        inside = inside != (key in _ASIDE)
        if key in _RELATIVES and key != "that":
            return False
        takes = key in CLAUSE_OPENERS or SAYINGS.get(key) == "think"
        verb = at == 0 or keys[at - 1] not in FUNCTION_WORDS - {"to"}
        if takes and verb and not inside and keys[at + 1] in _SUBJECTS:
            return True
    return False


def _ends_in_another_clause(between: Sequence[Token]) -> bool:
    keys = [token.key for token in between]
    verb = _main_verb(between)
    if verb is None:
        opener = next((at for at, key in enumerate(keys) if key in _OPENERS or key in _OWNING or _owns(key)), None)
        return opener is not None and not _closes(keys, opener)
    if keys[-1] in _COORDINATING:
        return False  # "The mayor | met Ana and | resigned": the subject is shared
    breaks = [at for at in range(verb + 1, len(keys)) if keys[at] in _BREAKS]
    return any(keys[at] in _RELATIVES or any(map(str.isalnum, keys[at + 1 :])) for at in breaks)


def _owns(key: str) -> bool:
    """Whether the key is a possessive, which owns what follows: "The minister | of finance's envoy | signed"."""
    return key.endswith(("'s", "s'"))


def _closes(keys: Sequence[str], opener: int) -> bool:
    """Whether a clause that begins at a conjunction ends before the gap does: ", while imports fell, |"."""
    return keys[-1] in {",", ")", *_DASHES} and opener < len(keys) - 1


def _main_verb(between: Sequence[Token]) -> int | None:
    """The index of a past form or auxiliary with its subject before the gap; verbs between commas do not count."""
    inside = False
    for at, token in enumerate(between):
        if token.key == "(":
            inside = True
        elif token.key == ")":
            inside = False
        elif token.key in _DASHES or (token.key == "," and not _in_a_date(between, at)):
            inside = not inside
        elif inside:
            continue
        elif token.key in _RELATIVES:
            return None
        elif is_verb(between, at):
            return at
    return None


def _in_a_date(between: Sequence[Token], at: int) -> bool:
    return at + 1 < len(between) and between[at + 1].key[0].isdigit()


# Whole sentences: approved wording that ends in a closing mark, and additions to its sentence.


_CLOSING = frozenset(".?!")
# What may follow a closing mark in its sentence.
_AFTER = frozenset({'"', "'", ")", "]"})


@lru_cache(maxsize=1024)
def is_whole(says: str) -> bool:
    """Whether approved wording is a whole sentence, or several: it ends in a closing mark and does not open with a gap.

    The stop of an abbreviation ("in the U.S.") is part of its word and closes nothing.
    """
    if says[-1:].isascii() and says[-1:].isalnum():  # the end of a word
        return False
    found = keys(tokenize(says))
    last = len(found)
    while last and found[last - 1] in _AFTER:
        last -= 1
    return bool(last) and found[last - 1] in _CLOSING and found[0] != GAP


def sentences_around(index: Index, tokens: Span) -> Span:
    """The token range of the sentences that a token range reaches into."""
    first = index.sentence_tokens[index.sentence_of(tokens.start)].start
    return Span(first, index.sentence_tokens[index.sentence_of(tokens.end - 1)].end)


def added(index: Index, tokens: Span) -> tuple[Span, ...]:
    """The token ranges of additions to a sentence, before and after approved words.

    Signs, and words that may open a sentence, do not count.
    """
    around = sentences_around(index, tokens)
    before, after = Span(around.start, tokens.start), Span(tokens.end, around.end)
    opened = _opens(index.keys(before))
    return tuple(part for part in (() if opened else (before,)) if _says(index, part)) + tuple(
        part for part in (after,) if _says(index, part)
    )


def marks_around(index: Index, tokens: Span) -> tuple[Span, ...]:
    """The ranges of `Article.text` of the quotation marks, in the sentence of approved words, that enclose them."""
    around = sentences_around(index, tokens)
    outside = (*range(around.start, tokens.start), *range(tokens.end, around.end))
    signs = [index.span(Span(at, at + 1)) for at in outside if index.token_keys[at] in FREE_SIGNS]
    start, end = index.span(tokens)
    others = index.other_marks if signs else {}
    pairs = ((one, others.get(one.start, one.start)) for one in signs)
    return tuple([one for one, other in pairs if one.start < start < other or other < end <= one.start])


def trimmed(index: Index, tokens: Span) -> Span:
    """A token range without free signs at its ends."""
    first, last = tokens
    while first < last and index.token_keys[first] in FREE_SIGNS:
        first += 1
    while first < last and index.token_keys[last - 1] in FREE_SIGNS:
        last -= 1
    return Span(first, last)


def _says(index: Index, part: Span) -> bool:
    return any(key not in FREE_SIGNS for key in index.keys(part))


def _opens(keys: tuple[str, ...]) -> bool:
    words = tuple(key for key in keys if key not in FREE_SIGNS)
    return words in FREE_PHRASES or (len(words) == 1 and words[0] in OPENING_WORDS)
