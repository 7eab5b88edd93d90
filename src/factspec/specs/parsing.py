"""A spec from its bytes, or every mistake in it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from factspec.specs.claims import claims_of, declare, forbidden_of, id_problems, rules_of, uncitable, waivers_of
from factspec.specs.decoding import Item, Tell, decode
from factspec.specs.keys import SPEC
from factspec.specs.model import Mistake, Spec, SpecError, in_order, mistake
from factspec.specs.names import Vocabulary, nearest, vocabulary
from factspec.specs.nodes import MappingNode, ScalarNode, SequenceNode, value_of
from factspec.specs.renditions import renditions_of
from factspec.specs.sources import (
    Open,
    Shared,
    SharedFile,
    SharedRefused,
    date_problems,
    shared_sources,
    sources_of,
    whole_date,
)
from factspec.specs.yaml import compose

_BOM = b"\xef\xbb\xbf"
# The keys that give a spec something to judge.
_PURPOSES = ("claims", "forbidden", "waivers")
# Mistakes told of one spec by one stage: a file that holds more is hostile, and each costs a search for advice.
_MOST = 1000


def parse_spec(
    data: bytes,
    path: str,
    *,
    known: Vocabulary | None = None,
    further: Callable[[Spec], Iterable[Mistake]] | None = None,
    open_file: Open | None = None,
) -> Spec:
    """The spec in a file's bytes; raises `SpecError` with every mistake in it, in the order of the file.

    `path` is shown in mistakes. `known` are the names that the spec may use, those of the installed modules where it
    is not given. `further` gives the mistakes that only a caller sees (its policy, its paths), to be told in the same
    run; of a spec with other mistakes it is given what can be read. `open_file` opens the files that the spec names;
    without it none is opened.
    """
    written, found = _compose(data)
    if written is None:
        raise SpecError(in_order(found, path))
    root, fits = decode(SPEC, written)
    if not fits:
        from factspec.specs.validation import problems

        found += islice(problems(SPEC, written), _MOST)
    told: list[Mistake] = []

    def tell(some: Iterable[Mistake]) -> None:
        told.extend(islice(some, _MOST - len(told)))

    shared = shared_sources(root, open_file or _no_file, tell)
    spec = _build(root, path, shared, known or vocabulary(), tell)
    mistakes = [*in_order([*found, *told], path), *(further(spec) if further else ())]
    in_file = shared.mistakes if shared else ()
    if mistakes or in_file:
        mistakes.sort(key=lambda one: (one.line, one.column))
        raise SpecError((*mistakes, *in_file), spec.renditions)
    return spec


def _no_file(_written: str) -> SharedFile:
    raise SharedRefused("`sources` names a file, and no file is read here", "load the spec from its own file")


def _compose(data: bytes) -> tuple[MappingNode | None, list[Mistake]]:
    """The spec's nodes, None where they are no mapping, and what is wrong with the YAML."""
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        return None, [_bad_byte(data.removeprefix(_BOM), error.start)]
    root, found = compose(text)
    if found and root is None:
        return None, found[:_MOST]
    if isinstance(root, MappingNode):
        return root, found[:_MOST]
    if root is None or (isinstance(root, ScalarNode) and root.nothing):
        return None, [mistake(1, 1, "the spec is empty", "write `factspec: 1`, `article: …` and `claims:`")]
    stands = "a list" if isinstance(root, SequenceNode) else "plain text"
    return None, [
        mistake(root.line, root.column, f"the spec is {stands}, but should be a mapping", "write `key: value` lines")
    ]


def _bad_byte(data: bytes, offset: int) -> Mistake:
    line_start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    before = data[:line_start]
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    column = len(data[line_start:offset].decode(errors="replace")) + 1
    message = f"the byte 0x{data[offset]:02x} is not UTF-8"
    return mistake(line, column, message, "save the spec in the encoding UTF-8")


def _build(root: Item, path: str, shared: Shared | None, known: Vocabulary, tell: Tell) -> Spec:
    """The spec that was decoded, and what no schema sees."""
    tell(_without_purpose(root.node))
    tell(date_problems(root, "published"))
    renditions = renditions_of(root, known, tell)
    sources, are_read = (shared.sources, shared.are_read) if shared else sources_of(root, tell)
    claims = claims_of(root.all("claims"), declare(sources) if are_read else None, tell)
    tell(id_problems((*root.all("claims"), *root.all("forbidden"))))
    if renditions and all(one.styles == () for one in renditions):
        tell(uncitable(root.all("claims"), claims))
    return Spec(
        path=path,
        renditions=renditions,
        published=whole_date(root.text("published")),
        sources=sources,
        claims=claims,
        forbidden=forbidden_of(root.all("forbidden"), tell),
        waivers=waivers_of(root.all("waivers"), known.waivable, tell),
        rules=rules_of(root, known.rules, tell),
        strict=root.text("strict") == "true",
    )


def _without_purpose(root: MappingNode) -> Iterator[Mistake]:
    """That nothing is to be judged; a key of the wrong kind or a misspelled one is another mistake."""
    values = [value_of(root, key) for key in _PURPOSES]
    if any(not isinstance(value, SequenceNode | None) or (value and value.nodes) for value in values):
        return
    if not any(nearest(key, _PURPOSES) for key in islice(root.entries, 100) if key not in _PURPOSES):
        message = "the spec holds neither claim nor forbidden wording nor waiver"
        yield mistake(root.line, root.column, message, "add `claims:` with what a checker approved", absent=True)
