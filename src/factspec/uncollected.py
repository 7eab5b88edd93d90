"""Python's search for cycles, put off while one article is read or judged."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold no search for cycles inside.

    Reading and judging make some ten thousand small objects that form no cycles and are gone when it is done; the
    search would go through them and through all that the run has kept again and again, a fifth of the whole time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
