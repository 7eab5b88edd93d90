"""Which elements of a page hold its article where nobody has said so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.hypertext.markup import Tag, Text

# Elements that part a page; list items, whose ends may be left out, are none, so that a list's articles are siblings.
_PARTS = frozenset("main article section aside div nav header footer ul ol table form body".split())


class _Found(NamedTuple):
    """A main element or an article, outside every article: where it starts, and where its parent and its main do."""

    name: str
    start: int
    parent: int
    main: int


def containers(found: Sequence[Tag | Text]) -> list[int]:
    """Where the elements start whose text is the article; none means the whole page.

    In the first `<main>` it is the first `<article>`, unless articles stand side by side there, as in a live blog:
    then all of `<main>` is. Where it holds none, all of it is, and the first `<article>` elsewhere too: the `<main>`
    may be empty, or the `<article>` a card. Without a `<main>` it is the first `<article>` of the page.
    """
    outermost = list(_outermost(found))
    main = next((one.start for one in outermost if one.name == "main"), -1)
    articles = [one for one in outermost if one.name == "article" and one.main == main]
    beside = [one for one in articles if one.parent == articles[0].parent]
    if main >= 0 and len(beside) > 1:
        return [main]
    if main >= 0 and not articles:
        elsewhere = [one.start for one in outermost if one.name == "article"]
        return sorted([main, *elsewhere[:1]])
    return [one.start for one in articles[:1]]


def _outermost(found: Sequence[Tag | Text]) -> Iterator[_Found]:
    opened: list[Tag] = []
    # How many elements of a name are open, lest an end tag that ends nothing be looked for.
    counts: Counter[str] = Counter()
    main = -1
    for tag in found:
        if not isinstance(tag, Tag) or tag.name not in _PARTS:
            continue
        if tag.is_end:
            while counts[tag.name]:
                last = opened.pop()
                counts[last.name] -= 1
                main = -1 if last.start == main else main
                if last.name == tag.name:
                    break
            continue
        if tag.name in {"main", "article"} and not counts["article"]:
            yield _Found(tag.name, tag.start, opened[-1].start if opened else -1, main)
        main = tag.start if tag.name == "main" and main < 0 and not counts["article"] else main
        opened.append(tag)
        counts[tag.name] += 1
