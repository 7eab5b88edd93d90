"""The step that several benign classes share: a short form, with or without its stop, against its words in full."""

from collections.abc import Iterator, Sequence

from factspec.comparison.units import Unit, touching


def shortened(
    one: Sequence[Unit], at: int, other: Sequence[Unit], there: int, full: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """The index pairs behind a short form and its words (folded), where these stand on the other side.

    Its stop goes with it, unless a capital follows, before which it may end a sentence; or it is left, being the
    sentence's own too.
    """
    last = there + len(full)
    if tuple(unit.key for unit in other[there:last]) != full or not other[there].token.text[0].isupper():
        return
    yield at + 1, last
    if one[at + 1].key == "." and touching(one[at], one[at + 1]) and not one[at + 2].token.text[:1].isupper():
        yield at + 2, last
