"""Draft the claims of an article: what it says with citations, and what it lets people say.

A draft is a proposal: a person decides on each claim. The rest of the article is settled when a person approves it as
it is, so a draft has nothing of it. Its claims are found in the article before they are proposed.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import count, islice
from operator import attrgetter

from factspec.articles.article import Article, ArticleError, Reference
from factspec.articles.draft import Kind
from factspec.articles.reading import read_article
from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.citing import cited, notes_of
from factspec.claims.wording import GAPS, is_whole, places
from factspec.facts.found import facts_in
from factspec.language.function_words import LIGHT_WORDS
from factspec.language.people import PRONOUNS
from factspec.language.places import Span
from factspec.language.tokens import tokenize
from factspec.rules.case import BODY, Case, Status, Subject, WaiverPlace, located
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.registry import all_rules
from factspec.rules.run import anchor, case_of, severities
from factspec.specs.claims import has_words
from factspec.specs.model import Cites, Claim, Facts, Located, Phrase, Rendition, Source, Spec, Waiver, Within
from factspec.specs.policy import Policy, with_policy

# Of more places of one wording with different citations, those are not told apart: each would be looked for anew.
_MOST_PLACES = 20
# A wording with many gaps takes long to find: one gap is left, at the end.
_MOST_GAPS = 8
# Each claim of a row is compared with every row, so in longer tables each cell is a claim of its own.
_MOST_ROWS = 200


def additions(case: Case, taken: Collection[str] = ()) -> tuple[Claim, ...]:
    """The claims for what cites or is said by somebody, and is not accounted for; `taken` are ids that none may have.

    They are those of sentences, and of table rows, with citations, and of quotations with speakers.
    """
    left = [one.sentence for one in case.covered if one.left and one.status is not Status.WAIVED]
    citing = [number for number in left if case.citing.reaching(number)]
    cells = frozenset(number for number in citing if case.kind_of(number) is Kind.CELL)
    found = _claims(case, [number for number in citing if number not in cells])
    found += _rows(case, cells) or _claims(case, sorted(cells))
    said = [one for one in _quotations(case, frozenset(left)) if one.claim.speaker]
    return _named([*(one for one in found if one.claim.cites), *said], taken)


def claims_for(case: Case, number: int, taken: Collection[str]) -> tuple[Claim, ...]:
    """The claims for a sentence with words left over, or for its table row, whosever voice it is; none if it cannot be.

    `taken` are ids that no claim may have.
    """
    cell = case.index.cells.get(case.article.sentences[number].block)
    if cell:
        found = _rows(case, frozenset([number]))
    else:
        found = _claims(case, [number])
        found += _quotations(case, frozenset([number]))
    return _named(found, taken)


def waiver_for(case: Case, number: int, rule: str, reason: str) -> Waiver | None:
    """The waiver of a rule in a sentence; None if nothing but signs and markers is in it."""
    at = _at(case, _wording(case, number))
    placed = _placed(case, Waiver(rule, (at,), reason, 0), [number]) if at else ()
    return next((one.waiver for one in placed), None)


def _named(found: Iterable[Anchored], taken: Collection[str]) -> tuple[Claim, ...]:
    """The claims in the article's order, with ids."""
    ids = _Ids(taken)
    return tuple([one.claim._replace(id=ids.of(one.claim.text), strict=False) for one in sorted(found, key=_in_order)])


def _in_order(one: Anchored) -> tuple[int, bool, int]:
    return one.spans[0].start, bool(one.claim.quotes), one.claim.occurrence


def _text(case: Case, number: int) -> str:
    """A sentence on one line."""
    sentence = case.article.sentences[number]
    return " ".join(case.article.text[sentence.start : sentence.end].split())


# The sources of a draft: what the article's references say of them.


def drafted(article: Article, rendition: Rendition, policy: Policy, path: str, today: date) -> Spec:
    """The draft of a strict spec for an article; `path` is the spec's own, relative to the project's root.

    What is wrong with the citations of the article is waived, with `today` in the reason.
    """
    spec = Spec(path, (rendition,), sources=new_sources(article), strict=True)
    case = case_of(Subject(spec, article, with_policy(rendition, policy), policy), sources={}, today=None)
    used = set(cited(case.citing.groups))
    sources = [one if one.id in used else one._replace(role="background") for one in spec.sources]
    spec = spec._replace(sources=tuple(sources), claims=additions(case))
    case = case_of(case.subject._replace(spec=spec), sources={}, today=None)
    reason = f"in the article when the spec was drafted, {today.isoformat()}"
    return spec._replace(waivers=tuple(_errors_of_the_article(case, reason)))


def new_sources(article: Article, declared: Collection[str] = ()) -> tuple[Source, ...]:
    """The sources that an article's references and markers name, in the order of the references, without the declared.

    A note that gives no address is a source only if nothing else is one.
    """
    notes = notes_of(article)
    labels = dict.fromkeys([*(one.id for one in article.references), *(id_ for m in article.markers for id_ in m.ids)])
    named = [one for one in labels if one not in notes] or list(labels)
    # A list of sources takes precedence over one of notes, then the first entry.
    in_order = sorted(article.references, key=attrgetter("of_notes"))
    references = {one.id: one for one in reversed(in_order)}
    wanted = [one for one in named if one not in declared and re.fullmatch(_LABEL, one)]
    return tuple([_source(one, references.get(one)) for one in wanted])


# As `specs.keys` has it for ids of sources.
_LABEL = r"[^\s\[\],;]+(?: [^\s\[\],;]+)*"
_LONGEST_TITLE = 200
_QUOTED = r"[\"“]([^\"“”]{3,200})[\"”]"
_ADDRESS = r"\(?(?:https?://|(?i:doi:\s?)10\.)\S+"
_FEWEST_WORDS = 3


def _source(label: str, reference: Reference | None) -> Source:
    if reference is None:
        return Source(label, 0)
    title = _title(reference.text)
    return Source(label, 0, csl={"title": title} if title else {}, url=reference.url)


def _title(text: str) -> str:
    """The title in the text of a reference: what is quoted, or the only or the first part if it reads as one."""
    quoted = re.findall(_QUOTED, text)
    if quoted:
        return quoted[0].rstrip(".,") if len(quoted) == 1 else ""
    parts = re.split(r"(?<=[\w)][.?!]) ", " ".join(re.split(_ADDRESS, text)[0].split()).rstrip(".,;:( "))
    words = parts[0].split()
    is_sentence = len(words) >= _FEWEST_WORDS and any(word.islower() for word in words[1:])
    is_clear = "," not in parts[0] and len(parts[0]) <= _LONGEST_TITLE and (is_sentence or len(parts) == 1)
    return parts[0].rstrip(".") if is_clear else ""


# Claims of sentences, headings and cells: their words.


def _claims(case: Case, numbers: Iterable[int]) -> list[Anchored]:
    """A claim for each wording of these sentences that is found as it is."""
    found: list[Anchored] = []
    for text, same in _by_wording(case, numbers).items():
        if _is_wording(case, text):
            found += _anchored(case, Claim("", 0, says=Located(text), strict=True), same)
    return found


def _by_wording(case: Case, numbers: Iterable[int]) -> dict[str, list[int]]:
    """The sentences by their wording, those with the same words together."""
    texts: dict[tuple[str, ...], str] = {}
    found: dict[str, list[int]] = {}
    for number in numbers:
        text = texts.setdefault(case.index.keys(case.index.sentence_tokens[number]), _wording(case, number))
        found.setdefault(text, []).append(number)
    return found


def _wording(case: Case, number: int) -> str:
    """A sentence as `says` or `at` has it: with a gap at one end at most."""
    text = _text(case, number)
    while text.startswith(GAPS):
        text = text.removeprefix("…").lstrip(". ")
    return text


def _is_wording(case: Case, text: str) -> bool:
    """Whether a spec may have these words: there are words in them, and nothing in them is read as a marker."""
    return has_words(text) and not _marks(case, text)


_MARKING = frozenset("[【［⁰¹²³⁴⁵⁶⁷⁸⁹<@")
# At the head of a text a number in brackets may be an entry of a list of references.
_BEFORE = "x "


def _marks(case: Case, text: str) -> tuple[Span, ...]:
    """The ranges of words that are read as markers where they are not in code: "the option `[1]`"."""
    if _MARKING.isdisjoint(text):
        return ()
    try:
        read = read_article((_BEFORE + text).encode(), case.article.format, styles=case.subject.rendition.styles)
    except ArticleError:
        return ()
    return tuple([Span(one.source_start - len(_BEFORE), one.source_end - len(_BEFORE)) for one in read.markers])


def _anchored(case: Case, claim: Claim, numbers: Sequence[int]) -> Iterator[Anchored]:
    """Yield a claim, or one for each of its places, as far as it is found in one of these sentences."""
    found = anchor(claim, case.index, case.spec.published)
    if found.verdict is Verdict.AMBIGUOUS:
        yield from _told_apart(case, found, numbers)
    elif found.verdict is Verdict.PASSED:
        yield _citing(case, found)


def _told_apart(case: Case, found: Anchored, numbers: Sequence[int]) -> Iterator[Anchored]:
    """Yield a claim for all places of a wording, or one for each of these sentences if its places cite differently."""
    claim = found.claim
    in_body = any(case.kind_of(number) in BODY for number in numbers)
    cites = {(cited(case.citing.of(span)), _needs_marker(case, case.sentences_of(span).start)) for span in found.spans}
    if len(cites) == 1 or not in_body or len(numbers) > _MOST_PLACES:
        everywhere = anchor(claim._replace(occurrence=-1), case.index, case.spec.published)
        if everywhere.verdict is Verdict.PASSED:
            yield _citing(case, everywhere)
            return
    for at, span in enumerate(_numbered(case, found), 1):
        if not set(case.sentences_of(span)).isdisjoint(numbers):
            one = anchor(claim._replace(occurrence=at), case.index, case.spec.published)
            if one.verdict is Verdict.PASSED:
                yield _citing(case, one)


def _numbered(case: Case, found: Anchored) -> Sequence[Span]:
    """The places of a claim as `occurrence` counts them, no more than are told apart."""
    says = found.claim.says
    spans = map(case.index.span, places(case.index, says)) if says and not is_whole(says) else iter(found.spans)
    return tuple(islice(spans, _MOST_PLACES))


def _citing(case: Case, found: Anchored) -> Anchored:
    """A claim with what its places cite; without `cites` where nothing is cited and nothing must be."""
    if not case.spec.sources or case.subject.rendition.styles == ():
        return found
    sources = {cited(case.citing.of(span)) for span in found.spans}
    if len(sources) > 1:
        return found
    [exactly] = sources
    declared = {source.id for source in case.spec.sources}
    is_bare = (
        not exactly
        and not found.claim.quotes
        and any(_needs_marker(case, case.sentences_of(one).start) for one in found.spans)
    )
    if not declared.issuperset(exactly) or not (exactly or is_bare):
        return found
    return found._replace(claim=found.claim._replace(cites=Cites(0, exactly=exactly)))


def _needs_marker(case: Case, number: int) -> bool:
    """Whether `uncited` reports a sentence if no claim and no waiver settles it."""
    must = bool(case.spec.sources) and case.subject.rendition.styles != ()
    return must and case.kind_of(number) in BODY and not case.citing.reaching(number)


# Claims of table rows: the words of their cells.


def _rows(case: Case, left: frozenset[int]) -> list[Anchored]:
    """A claim for each table row with words left over: its cells together, in whatever order."""
    rows: dict[int, list[int]] = {}
    for number, sentence in enumerate(case.article.sentences) if left else ():
        cell = case.index.cells.get(sentence.block)
        if cell:
            rows.setdefault(cell.row, []).append(number)
    listed: dict[Facts, list[int]] = {}
    for numbers in rows.values() if len(rows) <= _MOST_ROWS else ():
        texts = [_text(case, number) for number in numbers]
        facts = Facts(Phrase(text, 0) for text in texts if _is_wording(case, text))
        if facts and not left.isdisjoint(numbers):
            listed.setdefault(facts, numbers)
    claims = {Claim("", 0, facts=one, within=Within.ROW, strict=True): same for one, same in listed.items()}
    return [found for claim, numbers in claims.items() for found in _anchored(case, claim, numbers)]


# Claims of quotations, with their speakers.


def _quotations(case: Case, new: Collection[int]) -> Iterator[Anchored]:
    """Yield a claim for each quotation in `new` sentences that is long enough, or that somebody says."""
    if not case.index.quotations:
        return
    from factspec.claims.evidence.checking import checkable, quoted_parts

    seen = set()
    for one in checkable(case.index):
        words = " ".join(" ".join(quoted_parts(case.index, one)).split()).rstrip(",")
        if words in seen or not any(number in new for number in case.sentences_of(Span(one.start, one.end))):
            continue
        seen.add(words)
        if _is_wording(case, words):
            claim = Claim("", 0, quotes=Located(words), strict=True)
            yield from map(partial(_spoken, case), _anchored(case, claim, range(len(case.article.sentences))))


def _spoken(case: Case, found: Anchored) -> Anchored:
    """A quotation with its speaker, if the reader finds one name for all its places."""
    from factspec.claims.quotation.speakers import speaks

    asked = anchor(found.claim._replace(speaker=Located("?")), case.index, case.spec.published)
    firsts = [attributions[0] for attributions in asked.attributions if attributions]
    speaker = _name_in(firsts[0].name) if firsts and asked.verdict is Verdict.PASSED else ""
    if not speaker or not all(speaks(speaker, attributions) for attributions in asked.attributions):
        return found
    return found._replace(claim=found.claim._replace(speaker=Located(speaker)))


def _name_in(speaker: str) -> str:
    """The name in the words for a speaker: "Chinese President | Xi Jinping"; empty for "the coach" and "she"."""
    tokens = tokenize(" ".join(speaker.split()))
    names = [fact for fact in facts_in(tokens) if fact.kind == "name"]
    if len(names) != 1 or speaker.lower() in PRONOUNS:
        return ""
    words = tokens[names[0].first : names[0].last]
    return speaker[words[0].start : words[-1].end] if speaker == " ".join(speaker.split()) else ""


# Waivers.


def _errors_of_the_article(case: Case, reason: str) -> Iterator[Waiver]:
    """Yield a waiver for each rule of citations that reports errors which no approval of the text settles.

    It names their sentences, or the article if some are in none.
    """
    chosen = severities(case.spec, case.subject.policy)
    for rule in all_rules():
        is_one = rule.family == "citations" and rule.waivable and not rule.settles
        if is_one and chosen[rule.code] is Severity.ERROR:
            found = [one for one in rule.check(case) if not (one.claim or one.doubt)]
            if found:
                yield _waiver_of(case, Waiver(rule.code, (), reason, 0, article=True), found)


def _waiver_of(case: Case, whole: Waiver, found: Sequence[Mismatch]) -> Waiver:
    """A waiver of these findings, given the one for the article."""
    if any(one.start < 0 for one in found):
        return whole
    numbers = dict.fromkeys(case.sentence_of(one) for one in found)
    at = tuple(dict.fromkeys(_at(case, _wording(case, number)) for number in numbers))
    waiver = whole._replace(at=at, article=False, occurrence=-1 if len(at) < len(numbers) else 0)
    placed = located(Spec("", case.spec.renditions, waivers=(waiver,)), case.index, None, case.rendition.file)
    return waiver if numbers.keys() <= {one for place in placed for one in place.sentences} else whole


def _at(case: Case, text: str) -> str:
    """The words of a sentence as a waiver has them, cut where they are read as a marker; empty if no words are left."""
    marks = _marks(case, text)
    if len(marks) > _MOST_GAPS:
        text, marks = f"{text[: marks[0].start].rstrip()} …", ()
    for start, end in reversed(marks):
        text = f"{text[:start].rstrip()} … {text[end:].lstrip()}".strip()
    return text if _is_wording(case, text) else ""


def _placed(case: Case, waiver: Waiver, numbers: Sequence[int]) -> Iterator[WaiverPlace]:
    """Yield a waiver with the sentences that it names; one for each if its words are in others too."""
    spec = Spec("", case.spec.renditions, waivers=(waiver._replace(occurrence=-1),))
    [place] = located(spec, case.index, None, case.rendition.file)
    if place.matches == 1:
        yield place._replace(waiver=waiver)
    elif set(place.sentences) <= set(numbers) or len(numbers) > _MOST_PLACES:
        yield from [place] if place.sentences else []
    else:
        for at, number in enumerate(place.sentences, 1):
            if number in numbers:
                yield WaiverPlace(waiver._replace(occurrence=at), (number,), place.matches)


# Ids of claims, from their words.


_LONGEST_ID = 40
_WORDS_OF_ID = 4
# Characters of a text that are read for an id.
_READ_FOR_ID = 400
_RESERVED = frozenset({"article", "spec"})


class _Ids:
    """Gives each claim an id of a few of its words that no other has."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = {*taken, *_RESERVED}
        self._next: dict[str, Iterator[int]] = {}

    def of(self, text: str) -> str:
        """An id for a claim with these words."""
        base = _slug(text)
        one = base
        while one in self._taken:
            one = f"{base}-{next(self._next.setdefault(base, count(2)))}"
        self._taken.add(one)
        return one


def _slug(text: str) -> str:
    """A few words of a text in small letters, digits and hyphens; `claim` if it has none in Latin letters."""
    words = re.findall(r"[a-z0-9]+", _latin(text[:_READ_FOR_ID]))
    telling = [word for word in words if word not in LIGHT_WORDS] or words
    slug = "-".join(telling[:_WORDS_OF_ID]) or "claim"
    while len(slug) > _LONGEST_ID and "-" in slug:
        slug = slug.rpartition("-")[0]
    return slug[:_LONGEST_ID]


def _latin(text: str) -> str:
    """A text in small letters without accents, apostrophes and possessives: "Zürich’s" becomes "zurich"."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return re.sub(r"'s?\b|[^\x00-\x7f]", lambda match: "" if match[0][0] == "'" or _joins(match[0]) else " ", plain)


def _joins(character: str) -> bool:
    """Whether a character is part of a letter: an accent."""
    return unicodedata.category(character) == "Mn"
