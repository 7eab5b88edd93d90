"""What two sequences share at their ends."""

from collections.abc import Hashable, Sequence


def common_ends(approved: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[int, int]:
    """How many elements the two share at the head, and how many of the rest at the tail."""
    limit = min(len(approved), len(found))
    head = 0
    while head < limit and approved[head] == found[head]:
        head += 1
    limit -= head
    tail = 0
    while tail < limit and approved[-1 - tail] == found[-1 - tail]:
        tail += 1
    return head, tail
