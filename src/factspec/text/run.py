"""A run of tokens that several readers go through one after the other: what each would look for is found once."""

from collections.abc import Iterable, Mapping, Sequence, Set

from factspec.text.tokens import Token

DIGIT = "0"
"""Stands in `Run.present` for any key that begins with a digit or a fraction."""

CONTRACTED = "n't"
"""Stands in `Run.present` for any contracted "not"."""

COLON = ":"
"""Stands in `Run.present` for any key with a colon in it."""


class Run(tuple[Token, ...]):  # noqa: SLOT001 (a tuple's subclass can have no slots but empty ones)
    """Tokens in order.

    `hits` are the indexes and keys of those whose key is watched or is no plain word; `present` their keys, with
    `DIGIT`, `CONTRACTED` and `COLON` where such a key is among them. `memory` keeps what a reader found for the next.
    """

    hits: list[tuple[int, str]]
    present: frozenset[str]
    memory: dict[str, object]


def run_of(tokens: Iterable[Token], watched: Set[str]) -> Run:
    """Tokens as a run in which keys are watched: those that its readers look up by `places`."""
    run = Run(tokens)
    run.hits = [(at, token[1]) for at, token in enumerate(run) if token[1] in watched or not token[1].isalpha()]
    present = {key for _, key in run.hits}
    for key in [key for key in present if not key.isalpha()]:
        if key[0].isnumeric():
            present.add(DIGIT)
        if key.endswith(CONTRACTED):
            present.add(CONTRACTED)
        if COLON in key:
            present.add(COLON)
    run.present = frozenset(present)
    run.memory = {}
    return run


def places(tokens: Sequence[Token], table: Mapping[str, object] | Set[str], *, digits: bool = False) -> list[int]:
    """The indexes, in order, of the tokens whose key is in a table, and with `digits` those that begin with one."""
    hits = tokens.hits if isinstance(tokens, Run) else [(at, token[1]) for at, token in enumerate(tokens)]
    if digits:
        return [at for at, key in hits if key in table or key[0].isnumeric()]
    return [at for at, key in hits if key in table]
