"""What changed in the citations of sentences that correspond: their markers, what these refer to, and their links."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factspec.articles.article import Article, Reference
from factspec.articles.draft import Link
from factspec.articles.references import same_page
from factspec.claims.article_change import Change
from factspec.claims.article_units import Side
from factspec.claims.citing import Citing, Group, bracketed, citing
from factspec.language.places import Place, Span
from factspec.language.tokens import keys, tokenize
from factspec.specs.model import Spec, Within


class Pair(NamedTuple):
    """Sentences of two articles that correspond, as half-open ranges of their indexes."""

    old: Span
    new: Span


def citation_changes(old: Side, new: Side, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Change]]:
    """Yield what changed in the citations and links of each pair of sentences."""
    if old.article.markers or new.article.markers:
        yield from _of_markers(old.article, new.article, pairs)
    if old.article.links or new.article.links:
        yield from _of_links(old.article, new.article, pairs)


# Markers. A label means its reference, so a list that was numbered anew changes nothing.


_Labels = Mapping[str, str]


def _of_markers(old: Article, new: Article, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Change]]:
    one, other = (citing(article, Spec("", ()), Within.SENTENCE, follow_links=False) for article in (old, new))
    now = renumbered(old.references, new.references)
    for pair in pairs:
        mine, theirs = _groups(one, pair.old), _groups(other, pair.new)
        if (mine or theirs) and not _cite_the_same(mine, theirs, now):
            yield pair, _citation(old, new, pair, mine, theirs)


def _groups(cites: Citing, sentences: Span) -> tuple[Group, ...]:
    return tuple(group for at in range(*sentences) for group in cites.in_sentence(at))


def _cite_the_same(old: Sequence[Group], new: Sequence[Group], now: _Labels) -> bool:
    """Whether two sentences cite the same: the same sources in all, and in each place if both have as many places."""
    mine = [frozenset(now.get(label, label) for label in group.labels) for group in old]
    theirs = [frozenset(group.labels) for group in new]
    return mine == theirs or (len(mine) != len(theirs) and frozenset().union(*mine) == frozenset().union(*theirs))


def _citation(old: Article, new: Article, pair: Pair, mine: Sequence[Group], theirs: Sequence[Group]) -> Change:
    was, now = _bracketed(mine), _bracketed(theirs)
    if was == now:  # the labels are the same, and mean something else
        was, now = _with_references(old, mine), _with_references(new, theirs)
    return Change("citation", was, now, _place(old, pair.old, mine), _place(new, pair.new, theirs))


def _bracketed(groups: Sequence[Group]) -> str:
    """Each group as a reader writes it; empty if there is none."""
    return " … ".join(bracketed(group.labels) for group in groups)


def _with_references(article: Article, groups: Sequence[Group]) -> str:
    """The labels of groups, each with what it refers to."""
    known = {one.id: one.url or one.text for one in article.references}
    labels = dict.fromkeys(label for group in groups for label in group.labels)
    return ", ".join(f"[{label}] {known.get(label, 'without a reference')}" for label in labels)


def _place(article: Article, sentences: Span, groups: Sequence[Group]) -> Place:
    if groups:
        return article.lines.place(groups[0].source_start)
    return article.place(article.sentences[sentences.end - 1].end)


def renumbered(old: Sequence[Reference], new: Sequence[Reference]) -> _Labels:
    """The new label of each old one whose reference has another label now.

    A label whose reference is gone while its own place in the list was filled anew means nothing of the new list.
    """
    then, now = ({one.id: _meaning(one) for one in references} for references in (old, new))
    by_meaning = {meaning: label for label, meaning in reversed(now.items())}
    found = {label: by_meaning.get(meaning, label) for label, meaning in then.items()}
    kept = {label: now_label for label, now_label in found.items() if label != now_label}
    taken = set(kept.values())
    return kept | {label: f"{label} then" for label, same in found.items() if label == same and label in taken}


def _meaning(reference: Reference) -> object:
    return same_page(reference.url) if reference.url else keys(tokenize(reference.text))


def reference_changes(old: Article, new: Article) -> Iterator[Change]:
    """Yield the references whose address is another one now, under the label that they had."""
    now = {one.id: one for one in new.references}
    meanings = [{_meaning(one) for one in references} for references in (old.references, new.references)]
    for then in old.references:
        one = now.get(then.id)
        if one is None or not (then.url or one.url) or _meaning(then) in meanings[1] or _meaning(one) in meanings[0]:
            continue
        places = old.lines.place(then.source_start), new.lines.place(one.source_start)
        yield Change("reference", then.url or then.text, one.url or one.text, *places)


# Links in the text.


def _of_links(old: Article, new: Article, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Change]]:
    one, other = (sorted(article.links, key=lambda link: link.start) for article in (old, new))
    for pair in pairs:
        mine, theirs = _within(old, one, pair.old), _within(new, other, pair.new)
        left, come = _without(mine, theirs), _without(theirs, mine)
        for at in range(max(len(left), len(come))):
            was, now = left[at] if at < len(left) else None, come[at] if at < len(come) else None
            places = _link_place(old, pair.old, was), _link_place(new, pair.new, now)
            yield pair, Change("link", was.url if was else "", now.url if now else "", *places)


def _within(article: Article, links: Sequence[Link], sentences: Span) -> Sequence[Link]:
    start, end = article.sentences[sentences.start].start, article.sentences[sentences.end - 1].end
    first, last = (
        cut(links, at, key=lambda link: link.start) for cut, at in ((bisect_left, start), (bisect_right, end))
    )
    return links[first:last]


def _without(links: Iterable[Link], others: Iterable[Link]) -> list[Link]:
    counts = Counter(same_page(link.url) for link in others)
    left = []
    for link in links:
        page = same_page(link.url)
        counts[page] -= 1
        if counts[page] < 0:
            left.append(link)
    return left


def _link_place(article: Article, sentences: Span, link: Link | None) -> Place:
    return article.lines.place(link.source_start) if link else _place(article, sentences, ())
