"""Python's search for cycles, put off while something is read, judged or written."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the search for cycles inside.

    Reading and judging an article make some ten thousand small objects that form no cycles; the search would go
    through them and through all that the run has kept again and again, a fifth of the whole time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
