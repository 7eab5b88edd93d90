"""What a rule sees: one article, one spec, and what was read of both before the rules run."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, partial
from itertools import accumulate, chain
from typing import NamedTuple

from factspec.approved.lock import Approval, Lock, section_key
from factspec.articles.article import Article
from factspec.articles.contracts import FORMATS
from factspec.articles.draft import Kind, Link
from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.citing import Citing
from factspec.claims.evidence.model import SourceChecks
from factspec.claims.index import Index
from factspec.claims.wording import GAPS, added, everywhere
from factspec.language.function_words import FREE_SIGNS
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize
from factspec.rules.approved_text import ApprovedText, note_of
from factspec.rules.finding import Mismatch
from factspec.specs.model import Claim, Forbidden, Located, Rendition, Spec, Waiver
from factspec.specs.policy import Policy

# How far the sentences of an article are accounted for.


class Status(StrEnum):
    """How far a sentence is accounted for."""

    COVERED = "covered"
    PARTLY = "partly"
    WAIVED = "waived"
    UNCOVERED = "uncovered"


class Covered(NamedTuple):
    """A sentence, how far it is accounted for, and the ranges of `Article.text` that are left over."""

    sentence: int
    status: Status
    left: tuple[Span, ...] = ()


def percentage(covered: Sequence[Covered]) -> int:
    """How many of a hundred sentences are covered or waived, rounded down; 100 where there are none."""
    settled = sum([one.status is Status.COVERED or one.status is Status.WAIVED for one in covered])
    return settled * 100 // len(covered) if covered else 100


# Blocks whose sentences need a citation, and are counted: headings, captions, cells and notes need none.
BODY = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION})

_NO_CHECKS = SourceChecks()


class WaiverPlace(NamedTuple):
    """One place of a waiver, and the sentences that it names.

    `at` are its words, empty for a section and the article. `sentences` are the indexes of its sentences; there are
    none if it is open which is meant. `matches` counts the sentences, or the headings, that match. `grown` are the
    ranges of `Article.text` of what a sentence says beyond `at`, if that matches no sentence.
    """

    waiver: Waiver
    sentences: tuple[int, ...]
    matches: int
    grown: tuple[Span, ...] = ()
    at: str = ""

    @property
    def shown(self) -> str:
        """The place in words to show."""
        return self.at or self.waiver.place

    def expired(self, today: date | None) -> bool:
        """Whether its last day has passed; without a day it never has."""
        return bool(self.waiver.until and today and self.waiver.until < today)


class Subject(NamedTuple):
    """What is judged: one article, as a rendition of one spec; `lock` is None if the spec has none."""

    spec: Spec
    article: Article
    rendition: Rendition
    policy: Policy
    lock: Lock | None = None

    @property
    def forbidden(self) -> tuple[Forbidden, ...]:
        """What the article must not say: the entries of the spec, and those of the policy."""
        return (*self.spec.forbidden, *self.policy.forbidden)

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles of citation that are read: those declared, else the usual ones of the article's format."""
        declared = self.rendition.styles
        return FORMATS[self.article.format].STYLES if declared is None else declared


class Case(NamedTuple):
    """One article and one spec, with everything that was found of both before the rules run.

    `anchored` has every claim, in the spec's order. `forbidden` are the ranges of `Article.text` with forbidden words.
    `source_checks` says what was found in the stored texts of sources. `today` is None if no day is known. `body` are
    the indexes of the sentences of paragraphs, list items and quotations. `places` has, for every claim, the indexes
    of the sentences that each of its places reaches into. `covered` has every sentence with the words that nothing
    accounts for, in order. `waivers` has each place of each waiver, in the spec's order. `text` is the approved text
    beside that of the article; None if no lock has it.
    """

    subject: Subject
    index: Index  # type: ignore[assignment]  # hides tuple.index, which nobody asks a case for
    citing: Citing
    anchored: tuple[Anchored, ...]
    forbidden: tuple[tuple[Forbidden, Span], ...]
    body: tuple[int, ...]
    places: tuple[tuple[range, ...], ...]
    waivers: tuple[WaiverPlace, ...]
    covered: tuple[Covered, ...]
    today: date | None = None
    source_checks: SourceChecks = _NO_CHECKS
    text: ApprovedText | None = None

    @property
    def spec(self) -> Spec:
        """The spec."""
        return self.subject.spec

    @property
    def article(self) -> Article:
        """The article."""
        return self.subject.article

    @property
    def rendition(self) -> Rendition:
        """The article as the spec names it."""
        return self.subject.rendition

    @property
    def lock(self) -> Lock | None:
        """What a person approved, if the spec has a lock."""
        return self.subject.lock

    def approval(self, claim: Claim) -> Approval | None:
        """The approval of a claim in this article, if the lock has one."""
        return self.lock.approvals.get((claim.id, self.rendition.file)) if self.lock else None

    def waived(self, rule: str) -> frozenset[int]:
        """The indexes of the sentences in which a rule is waived today."""
        return waived(self.waivers, {rule}, self.today)

    def covered_in(self, kinds: Collection[str]) -> Iterator[Covered]:
        """The sentences in blocks of these kinds."""
        return (one for one in self.covered if self.kind_of(one.sentence) in kinds)

    def kind_of(self, number: int) -> Kind:
        """The kind of the block that a sentence, by its index, is in."""
        return self.article.blocks[self.article.sentences[number].block].kind

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that contains an offset of `Article.text`."""
        return self.citing.sentence_at(offset + 1)

    def sentence_of(self, mismatch: Mismatch) -> int:
        """The index of the sentence that a mismatch with a place in the article is in."""
        return self.citing.sentence_at(mismatch.start if mismatch.end == mismatch.start else mismatch.start + 1)

    def sentences_of(self, span: Span) -> range:
        """The indexes of the sentences that a range of `Article.text` reaches into."""
        return sentences_of(self.citing, span)

    def text_of(self, span: Span) -> str:
        """The article's visible text in a range."""
        return self.article.text[span.start : span.end]


def is_strict(subject: Subject) -> bool:
    """Whether every sentence must be approved, claimed or waived."""
    return subject.spec.strict or subject.policy.strict


class Settled(NamedTuple):
    """A case after waivers were applied: how many findings each place of a waiver took."""

    case: Case
    taken: tuple[int, ...]


def waived(waivers: Iterable[WaiverPlace], rules: Collection[str], today: date | None) -> frozenset[int]:
    """The indexes of the sentences in which one of these rules is waived today."""
    found = [one.sentences for one in waivers if one.waiver.rule in rules and not one.expired(today)]
    # The waivers of one section share one tuple.
    return frozenset(chain.from_iterable({id(one): one for one in found}.values()))


def body_of(article: Article) -> tuple[int, ...]:
    """The indexes of the sentences that state something: those of paragraphs, list items and quotations."""
    blocks = [block.kind in BODY for block in article.blocks]
    return tuple([number for number, sentence in enumerate(article.sentences) if blocks[sentence.block]])


def sentences_of(citing: Citing, span: Span) -> range:
    """The indexes of the sentences that a range of `Article.text` reaches into."""
    return range(citing.sentence_at(span.start + 1), citing.sentence_at(span.end) + 1)


def renumbered(case: Case) -> dict[str, str]:
    """The id of the declared source for each label of a reference list that was renumbered consistently.

    Empty unless every reference has the address of one declared source, each of another one, and a label differs.
    """
    return renumbered_labels(case.article, case.spec)


def renumbered_labels(article: Article, spec: Spec) -> dict[str, str]:
    """`renumbered`, of an article and a spec."""
    references, sources = article.references, spec.sources
    if not references or not all(one.url for one in references):
        return {}
    from factspec.articles.references import same_page

    labels = {same_page(one.url): (one.cited_as or (one.id,))[0] for one in sources if one.url}
    found = [labels.get(same_page(one.url), "") for one in references]
    written = [one.id for one in references]
    consistent = all(found) and len(set(found)) == len(found) == len(set(written))
    return dict(zip(written, found, strict=True)) if consistent and found != written else {}


def unread_links(case: Case) -> Iterator[Link]:
    """Yield the links whose targets nothing reads, in order; those of markers and of the list of sources are read."""
    article = case.article
    if not article.links:
        return
    entries = [one for one in article.references if one.id not in case.citing.notes]
    parts = (article.markers, entries, case.citing.groups)
    spans = sorted((one.source_start, one.source_end) for these in parts for one in these)
    starts, furthest = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
    for link in article.links:
        at = bisect_right(starts, link.source_start) - 1
        if at < 0 or furthest[at] < link.source_end:
            yield link


# Waivers: the sentence that each names, and the mismatches that it takes.


def located(
    spec: Spec, index: Index, lock: Lock | None, file: str, text: ApprovedText | None = None
) -> tuple[WaiverPlace, ...]:
    """The sentences that each place of each waiver of a spec names, before any rule has run.

    `file` is the article's path as the spec writes it. Of a section that a lock has, only the sentences count that were
    there when it was approved; `text` is the approved text, if the lock has that.
    """
    headings = _headings(index) if any(one.section for one in spec.waivers) else {}
    ends = sorted(
        [*chain.from_iterable(headings.values()), *_after_titles(index.article), len(index.article.sentences)]
    )
    # Many waivers may name one section: its sentences are listed once.
    under = cache(partial(_under, index.article, ends))
    everywhere_in_it = tuple(range(len(index.article.sentences)))
    found: list[WaiverPlace] = []
    for one in spec.waivers:
        if one.section:
            found.append(_approved(_section(one, headings, under), index, lock, file, text))
        elif one.article:
            found.append(_approved(WaiverPlace(one, everywhere_in_it, 1), index, lock, file, text))
        else:
            found += [_located(index, one, at) for at in one.at]
    return tuple(found)


def _approved(place: WaiverPlace, index: Index, lock: Lock | None, file: str, text: ApprovedText | None) -> WaiverPlace:
    """The waiver of a section without the sentences that came after its approval."""
    if text is not None:
        return place._replace(sentences=tuple([one for one in place.sentences if one in text.settled]))
    recorded = lock.sections.get((section_key(place.waiver), file)) if lock else None
    if recorded is None:
        return place
    known = {_folded(keys(tokenize(one))): one for one in recorded}
    written = {number: _folded(index.keys(index.sentence_tokens[number])) for number in place.sentences}
    there = {number for number, words in written.items() if words in known}
    if len(there) < len(written):
        for words in known.keys() - {*written.values()}:
            found = _in_another_style(index, place.waiver, known[words])
            there.update([index.sentence_of(one.start) for one in found if not added(index, one)])
    return place._replace(sentences=tuple([number for number in place.sentences if number in there]))


def _headings(index: Index) -> dict[tuple[str, ...], list[int]]:
    """The sentences that are headings, in order, by their words."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number, sentence in enumerate(index.article.sentences):
        if _is_heading(index, sentence.block):
            found.setdefault(_folded(index.keys(index.sentence_tokens[number])), []).append(number)
    return found


def _after_titles(article: Article) -> Iterator[int]:
    """The first sentence after each title of a list of sources, which is a heading to a reader."""
    outside = {Kind.NOTE, Kind.TITLE}
    shown = [number for number, one in enumerate(article.sentences) if article.blocks[one.block].kind not in outside]
    places = [article.map.offset(article.sentences[number].start) for number in shown] if article.titles else []
    for title in article.titles if shown else ():
        yield from shown[bisect_right(places, title) :][:1]


def _section(
    waiver: Waiver,
    headings: Mapping[tuple[str, ...], Sequence[int]],
    under: Callable[[tuple[int, ...]], tuple[int, ...]],
) -> WaiverPlace:
    found = headings.get(_folded(keys(tokenize(waiver.section))), ())
    return WaiverPlace(waiver, under(_named(waiver, found)), len(found))


def _under(article: Article, ends: Sequence[int], named: tuple[int, ...]) -> tuple[int, ...]:
    """The sentences under headings, without notes, up to the next of the `ends`: headings, and that of the article."""
    under = [one for number in named for one in range(number + 1, ends[bisect_right(ends, number)])]
    return tuple([one for one in under if article.blocks[article.sentences[one].block].kind is not Kind.NOTE])


def _is_heading(index: Index, block: int) -> bool:
    return index.article.blocks[block].kind is Kind.HEADING


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(key.lower() for key in words if key not in FREE_SIGNS)


def _located(index: Index, waiver: Waiver, at: str) -> WaiverPlace:
    found = everywhere(index, at) or _in_another_style(index, waiver, at)
    pinned = tuple(dict.fromkeys(index.sentence_of(one.start) for one in found if not _grown(index, at, one)))
    grown = _grown(index, at, found[0]) if found and not pinned else ()
    return WaiverPlace(waiver, _named(waiver, pinned), len(pinned), tuple(map(index.span, grown)), at)


def _in_another_style(index: Index, waiver: Waiver, words: str) -> tuple[Span, ...]:
    """The token ranges of waived words with harmless differences alone: "6 metres" for "six meters"."""
    from factspec.claims.nearest import nearest

    found = nearest(Claim(waiver.rule, waiver.line, says=Located(words), strict=True), index)
    return tuple(map(index.tokens_in, found.spans)) if found.verdict is Verdict.PASSED else ()


def _grown(index: Index, at: str, tokens: Span) -> tuple[Span, ...]:
    """The token ranges of what the sentence of a waiver says beyond its words, except where `at` is cut with `…`."""
    before, after = at.lstrip().startswith(GAPS), at.rstrip().endswith(GAPS)
    beyond = added(index, tokens)
    return tuple(one for one in beyond if not (before if one.start < tokens.start else after))


def waive(
    case: Case, found: Iterable[tuple[str, Mismatch]]
) -> tuple[tuple[int, ...], tuple[tuple[str, Mismatch], ...]]:
    """How many of the mismatches, given with their rules, each place of a waiver took, and those that are left.

    A waiver for the article takes those in no sentence too, and none about a claim; if a lock has the article, only
    those that were there when it was approved.
    """
    pairs = tuple(found)
    notes = case.lock.notes.get(case.rendition.file, {}) if case.lock and case.text is not None else None
    at: dict[tuple[str, int, bool], set[int]] = {}
    for position, (code, one) in enumerate(pairs):
        is_later = one.start < 0 and notes is not None and note_of(code, one) not in notes
        number = case.sentence_of(one) if one.start >= 0 else _LATER if is_later else _IN_NO_SENTENCE
        at.setdefault((code, number, bool(one.claim)), set()).add(position)
    counts = []
    waived_ones: set[int] = set()
    # How many of the mismatches were left, and how many of them a waiver of the same sentences took.
    before: dict[tuple[str, int], tuple[int, int]] = {}
    for place in case.waivers:
        same = (place.waiver.rule, id(place.sentences))
        left, count = before.get(same, (-1, -1))
        if count and left != len(at):
            named = list(_named_findings(place)) if at else []
            count = sum([len(at[one]) for one in named if one in at])
            if not place.expired(case.today):
                waived_ones.update(*[at.pop(one, ()) for one in named])
        counts.append(count)
        before[same] = (len(at), count if place.expired(case.today) else 0)
    return tuple(counts), tuple(pair for position, pair in enumerate(pairs) if position not in waived_ones)


_IN_NO_SENTENCE = -1
# Of a finding in no sentence that nobody saw when approving the article.
_LATER = -2


def _named_findings(place: WaiverPlace) -> Iterator[tuple[str, int, bool]]:
    """The findings that a waiver names there: its rule, their sentence, and whether they are about a claim."""
    rule, is_article = place.waiver.rule, place.waiver.article
    if is_article:
        yield rule, _IN_NO_SENTENCE, False
    for number in place.sentences:
        yield rule, number, False
        if not is_article:
            yield rule, number, True


def _named(waiver: Waiver, sentences: Sequence[int]) -> tuple[int, ...]:
    if waiver.occurrence < 0 or (len(sentences) == 1 and waiver.occurrence <= 1):
        return tuple(sentences)
    return tuple(sentences[waiver.occurrence - 1 : waiver.occurrence]) if waiver.occurrence else ()


def depends_on_day(spec: Spec) -> bool:
    """Whether the same article may be judged otherwise on another day: a waiver has a last one, or a claim ages."""
    return any(waiver.until for waiver in spec.waivers) or any(claim.recheck for claim in spec.claims)
