"""The markers of an article in groups, and the groups that belong to a claim or sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from factspec.articles.article import Article, Marker, Reference
from factspec.articles.draft import Kind
from factspec.articles.references import same_page
from factspec.language.places import Span
from factspec.specs.model import Spec, Within


class Group(NamedTuple):
    """Adjacent markers.

    `at` is their offset in `Article.text`; `labels` are the ids as written, `sources` the declared sources that they
    mean. A label that no source has is kept, with a `?` if it is the id of a source that has other labels.
    `source_start` and `source_end` are the range of `Article.source` that shows them; `links` is true for links whose
    text is article text.
    """

    at: int
    labels: tuple[str, ...]
    sources: tuple[str, ...]
    source_start: int
    source_end: int
    links: bool = False


class Citing(NamedTuple):
    """The groups of an article in order, and how far a citation reaches.

    `notes` are the labels of notes, which cite nothing; `entries` are the references that are no notes.
    """

    article: Article
    groups: tuple[Group, ...]
    scope: Within
    ats: tuple[int, ...]
    ends: tuple[int, ...]
    notes: frozenset[str] = frozenset()
    entries: tuple[Reference, ...] = ()

    def sentence_at(self, at: int) -> int:
        """The index of the sentence that a marker at this offset belongs to: it may follow its full stop."""
        return min(bisect_left(self.ends, at), len(self.ends) - 1)

    def of(self, span: Span) -> tuple[Group, ...]:
        """The groups of a range of text: those inside it, the first that follows in its sentence, and those beside it.

        If there is neither, the nearest before it in that sentence. With the scope of a paragraph and none in the
        sentence, the next in the paragraph.
        """
        inside = self.groups[bisect_right(self.ats, span.start) : bisect_left(self.ats, span.end)]
        following = self._following(span)
        return (*inside, *following) or self._before(span) or self._in_paragraph(span)

    def in_sentence(self, number: int) -> tuple[Group, ...]:
        """The groups in a sentence or directly after its stop."""
        first = self.article.sentences[number].start
        if number and self.article.sentences[number - 1].end == first:
            first += 1
        return self.groups[bisect_left(self.ats, first) : bisect_right(self.ats, self.ends[number])]

    def reaching(self, number: int) -> tuple[Group, ...]:
        """The groups that cite for a sentence: its own, or with the scope of a paragraph the next in its block."""
        own = self.in_sentence(number)
        if own or self.scope is not Within.PARAGRAPH:
            return own
        sentence = self.article.sentences[number]
        return self._between(sentence.start, self.article.blocks[sentence.block].end)

    def _between(self, start: int, end: int) -> tuple[Group, ...]:
        return self.groups[bisect_left(self.ats, start) : bisect_right(self.ats, end)]

    def _following(self, span: Span) -> tuple[Group, ...]:
        last = self.ends[self.sentence_at(span.end)]
        found = self._between(span.end, last)
        if len(found) < 2:
            return found
        # "[1].[2]" is one citation, because no word is between the two.
        parted = (at for at, (one, other) in enumerate(pairwise(found), 1) if self._has_words(one.at, other.at))
        return found[: next(parted, len(found))]

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self.article.text[start:end]))

    def _before(self, span: Span) -> tuple[Group, ...]:
        first = self.article.sentences[self.sentence_at(span.start + 1)].start
        return self._between(first, span.start)[-1:]

    def _in_paragraph(self, span: Span) -> tuple[Group, ...]:
        if self.scope is not Within.PARAGRAPH:
            return ()
        block = self.article.sentences[self.sentence_at(span.end)].block
        return self._between(span.end, self.article.blocks[block].end)[:1]


def citing(article: Article, spec: Spec, scope: Within, *, follow_links: bool) -> Citing:
    """The markers of an article, with the sources of a spec that they mean.

    With `follow_links` a link to a declared source's address cites that source.
    """
    means = {source.id: f"{source.id}?" for source in spec.sources}
    means |= {label: source.id for source in spec.sources for label in source.cited_as or (source.id,)}
    notes = notes_of(article) - means.keys() if spec.sources else frozenset()
    listed = {one.id for one in article.references if not one.of_notes}
    entries = [one for one in article.references if one.id not in notes and not (one.of_notes and one.id in listed)]
    beside = [one for one in article.references if one.of_notes and one.id in listed] if spec.sources else ()
    leads_to_note = _leading_to(article, beside)
    markers = [one for one in article.markers if not (notes.issuperset(one.ids) or leads_to_note(one))]
    marked = (_group(tuple(group), means) for _, group in groupby(markers, key=lambda marker: marker.group))
    linked = _linked(article, spec) if follow_links and article.links else ()
    groups = tuple(sorted((*marked, *linked)))
    return Citing(
        article=article,
        groups=groups,
        scope=scope,
        ats=tuple(group.at for group in groups),
        ends=tuple(sentence.end for sentence in article.sentences),
        notes=notes,
        entries=tuple(entries),
    )


def _leading_to(article: Article, notes: Sequence[Reference]) -> Callable[[Marker], bool]:
    """Whether a marker leads to one of these notes, whose labels are also those of sources."""
    urls = {f"#{anchor}" for one in notes for anchor in one.anchors}
    footnotes = {one.id for one in notes if article.source.startswith("[^", one.source_start)}

    def leads(marker: Marker) -> bool:
        is_footnote = article.source.startswith("[^", marker.source_start) and footnotes.issuperset(marker.ids)
        return marker.url in urls or is_footnote

    return leads


def notes_of(article: Article) -> frozenset[str]:
    """The labels of notes that explain and give no address, unless a list of sources has them too.

    Beside declared sources they cite nothing.
    """
    listed = {one.id for one in article.references if not one.of_notes}
    starts = sorted(article.source_span(*block[1:]).start for block in article.blocks if block.kind is Kind.NOTE)
    without = (one for one in article.references if starts and not one.url and one.id not in listed)
    return frozenset(
        one.id for one in without if bisect_left(starts, one.source_start) < bisect_left(starts, one.source_end)
    )


def _group(markers: Sequence[Marker], means: dict[str, str]) -> Group:
    labels = tuple(label for marker in markers for label in marker.ids)
    return Group(
        at=markers[0].at,
        labels=labels,
        sources=_distinct(means.get(label, label) for label in labels),
        source_start=markers[0].source_start,
        source_end=markers[-1].source_end,
    )


def _linked(article: Article, spec: Spec) -> Iterator[Group]:
    pages = {same_page(source.url): source.id for source in spec.sources if source.url}
    for link in article.links:
        source = pages.get(same_page(link.url))
        if source is not None:
            yield Group(link.end, (source,), (source,), link.source_start, link.source_end, links=True)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def cited(groups: Iterable[Group]) -> tuple[str, ...]:
    """The sources that groups cite, each once, in order of appearance."""
    return _distinct(source for group in groups for source in group.sources)


def bracketed(sources: Iterable[str]) -> str:
    """Source ids as a reader writes them: `[1, 2]`; no source is `no source`."""
    listed = ", ".join(sources)
    return f"[{listed}]" if listed else "no source"
