"""Processes that share a piece of work: each does a part, at once with the others."""

import gc
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

_One = TypeVar("_One")
_Result = TypeVar("_Result")
_Work = Callable[[Sequence[_One]], Sequence[_Result]]

# On Linux a process begins as a copy of this one, with all that it has loaded; elsewhere that is not safe.
_CONTEXT = get_context("fork") if sys.platform == "linux" else get_context("spawn")


def in_shares(work: _Work[_One, _Result], items: Sequence[_One], processes: int) -> Iterator[_Result]:
    """Yield what `work` returns for each of the items, in their order; each process begins now, with its share.

    `work`, the items and the results are sent from one process to another, so pickle must be able to write them.
    Raises `ChildProcessError` if a process ends before it is done.
    """
    shares = (items[first::processes] for first in range(processes))
    gc.freeze()  # a search for cycles would write to all that a copied process shares with this one, and so copy it
    try:
        begun = [_begun(work, share) for share in shares]
    finally:
        gc.unfreeze()
    return _collected(begun, len(items))


def _begun(work: _Work[_One, _Result], share: Sequence[_One]) -> tuple[BaseProcess, Connection]:
    receiver, sender = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_send, args=(receiver, sender, work, share), daemon=True)
    process.start()
    sender.close()  # now only the process has one, and what it sends ends when it does
    return process, receiver


def _send(receiver: Connection, sender: Connection, work: _Work[_One, _Result], share: Sequence[_One]) -> None:
    # Whoever interrupts the run interrupts the process that began this one, and it ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    receiver.close()  # a copy, which would let this process wait forever for a reader that was killed
    with suppress(BrokenPipeError, MemoryError):  # without a result the other process reports that this one ended
        sender.send(work(share))


def _collected(begun: Sequence[tuple[BaseProcess, Connection]], count: int) -> Iterator[_Result]:
    try:
        results: list[Sequence[_Result]] = [_received(receiver) for _, receiver in begun]
    finally:
        for process, receiver in begun:
            receiver.close()
            process.terminate()
            process.join()
    for at in range(count):
        yield results[at % len(begun)][at // len(begun)]


def _received(receiver: Connection) -> Sequence[_Result]:
    try:
        received: Sequence[_Result] = receiver.recv()
    except (EOFError, OSError) as error:  # at the beginning of what it sends, or in the middle
        message = "a process ended before it was done, perhaps for want of memory, and not everything was checked"
        raise ChildProcessError(f"{message}; `--jobs 1` needs no other process") from error
    return received
