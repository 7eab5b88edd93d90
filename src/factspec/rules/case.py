"""What a rule sees: one article, one spec, and what was read of both before the rules run."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from factspec.articles.article import Article
from factspec.articles.contracts import FORMATS
from factspec.articles.draft import Kind
from factspec.claims.anchored import Anchored
from factspec.claims.citing import Citing
from factspec.claims.evidence.model import SourceChecks
from factspec.claims.index import Index
from factspec.language.places import Span
from factspec.specs.model import Forbidden, Rendition, Spec, Waiver
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


# Blocks whose sentences state something in the writer's voice: headings, captions and cells do not carry markers.
BODY = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION})

_HELD_AGAINST_NOTHING = SourceChecks()


class WaiverUse(NamedTuple):
    """What a waiver did.

    `matches` counts the sentences that are its words, `sentences` are the indexes of those it names (none if it is open
    which), `taken` counts the findings it took: none before the rules have run. `grown` are the ranges of
    `Article.text` of what its sentence says beyond its words, if no sentence is its words alone.
    """

    waiver: Waiver
    sentences: tuple[int, ...]
    matches: int
    taken: int = 0
    grown: tuple[Span, ...] = ()

    def expired(self, today: date | None) -> bool:
        """Whether its last day is over; without a day it never is."""
        return bool(self.waiver.until and today and self.waiver.until < today)


class Subject(NamedTuple):
    """What is judged: one article, as a rendition of one spec."""

    spec: Spec
    article: Article
    rendition: Rendition
    policy: Policy

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles of citation that are read: those declared, else the usual ones of the article's format."""
        declared = self.rendition.styles
        return FORMATS[self.article.format].STYLES if declared is None else declared


class Case(NamedTuple):
    """One article held against one spec, with all that was read of both.

    `anchored` is of every claim, in the spec's order; `forbidden` are the ranges of `Article.text` in which forbidden
    wording stands; `holding` is what became of it all against the sources' stored texts. `today` is None where no day
    is known. `body` are the indexes of the sentences that state something: those of paragraphs, list items and
    quotations. `stands` has of every claim, in the spec's order, the indexes of the sentences that each of its places
    reaches into. `covered` has the sentences of the body with what no claim accounts for. `waiver_uses` names the
    sentence of each waiver; what each took is known to the rules that run last.
    """

    subject: Subject
    index: Index  # type: ignore[assignment]  # hides tuple.index, which nobody asks a case for
    citing: Citing
    anchored: tuple[Anchored, ...]
    forbidden: tuple[tuple[Forbidden, Span], ...]
    body: tuple[int, ...]
    stands: tuple[tuple[range, ...], ...]
    today: date | None = None
    waiver_uses: tuple[WaiverUse, ...] = ()
    covered: tuple[Covered, ...] = ()
    holding: SourceChecks = _HELD_AGAINST_NOTHING

    @property
    def checked_quotations(self) -> tuple[Span, ...]:
        """The ranges of `Article.text` of quotations that were found in a source, with their marks."""
        return self.holding.checked_quotations

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

    def waived(self, *rules: str) -> frozenset[int]:
        """The indexes of the sentences that a waiver of one of these rules names, expired ones left out."""
        return frozenset(
            number
            for use in self.waiver_uses
            if use.waiver.rule in rules and not use.expired(self.today)
            for number in use.sentences
        )

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds an offset of `Article.text`."""
        return self.citing.sentence_at(offset + 1)

    def sentences_of(self, span: Span) -> range:
        """The indexes of the sentences that a range of `Article.text` reaches into."""
        return sentences_of(self.citing, span)

    def text_of(self, span: Span) -> str:
        """The article's visible text in a range."""
        return self.article.text[span.start : span.end]


def body_of(article: Article) -> tuple[int, ...]:
    """The indexes of the sentences that state something: those of paragraphs, list items and quotations."""
    blocks = [block.kind in BODY for block in article.blocks]
    return tuple([number for number, sentence in enumerate(article.sentences) if blocks[sentence.block]])


def sentences_of(citing: Citing, span: Span) -> range:
    """The indexes of the sentences that a range of `Article.text` reaches into."""
    return range(citing.sentence_at(span.start + 1), citing.sentence_at(span.end) + 1)
