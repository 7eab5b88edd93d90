"""A spec from its bytes, or every mistake in it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from factspec.specs.claims import (
    claim_problems,
    claims_of,
    forbidden_of,
    rule_problems,
    rules_of,
    waiver_problems,
    waivers_of,
)
from factspec.specs.model import Mistake, Spec, SpecError
from factspec.specs.names import Vocabulary, nearest, vocabulary
from factspec.specs.nodes import MappingNode, Node, Problem, ScalarNode, SequenceNode, place_of, text_of, value_of
from factspec.specs.renditions import rendition_problems, renditions_of
from factspec.specs.schema import problems as schema_problems
from factspec.specs.sources import (
    Open,
    SharedFile,
    SharedRefused,
    date_problems,
    shared_sources,
    source_problems,
    sources_of,
    whole_date,
    with_shared,
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
    return _spec(data, path, _Around(known or vocabulary(), further, open_file or _no_file))


def _no_file(_written: str) -> SharedFile:
    raise SharedRefused("`sources` names a file, and no file is read here", "load the spec from its own file")


class _Around(NamedTuple):
    """What a spec is read with: known names, a caller's further mistakes, its files."""

    known: Vocabulary
    further: Callable[[Spec], Iterable[Mistake]] | None = None
    open_file: Open = _no_file


def _spec(data: bytes, path: str, around: _Around) -> Spec:
    written, found = _compose(data)
    if written is None:
        raise SpecError(_mistakes(found, path))
    root, unread, shared, file = with_shared(written, around.open_file)
    found += [
        *_first(schema_problems(written)),
        *unread,
        *_first(_problems(root, written, around.known)),
    ]
    spec = _build(root, path, file)
    mistakes = [*_mistakes(found, path), *(around.further(spec) if around.further else ())]
    if mistakes or shared:
        in_order = sorted(mistakes, key=lambda one: (one.line, one.column))
        raise SpecError((*in_order, *shared), spec.renditions)
    return spec


def _first(problems: Iterator[Problem]) -> list[Problem]:
    return list(islice(problems, _MOST))


def _compose(data: bytes) -> tuple[MappingNode | None, list[Problem]]:
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
        return None, [Problem(1, 1, "the spec is empty", "write `factspec: 1`, `article: …` and `claims:`")]
    stands = "a list" if isinstance(root, SequenceNode) else "plain text"
    return None, [
        Problem(root.line, root.column, f"the spec is {stands}, but should be a mapping", "write `key: value` lines")
    ]


def _bad_byte(data: bytes, offset: int) -> Problem:
    line_start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    before = data[:line_start]
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    column = len(data[line_start:offset].decode(errors="replace")) + 1
    message = f"the byte 0x{data[offset]:02x} is not UTF-8"
    return Problem(line, column, message, "save the spec in the encoding UTF-8")


def _problems(root: MappingNode, written: MappingNode, known: Vocabulary) -> Iterator[Problem]:
    """What no schema sees, family by family; sources of a shared file, not as `written`, are judged in that file."""
    if _without_purpose(root):
        message = "the spec holds neither claim nor forbidden wording nor waiver"
        yield Problem(root.line, root.column, message, "add `claims:` with what a checker approved", absent=True)
    yield from date_problems(root, "published")
    yield from rendition_problems(root, known)
    yield from source_problems(written)
    yield from claim_problems(root)
    yield from waiver_problems(root, known.waivable)
    yield from rule_problems(root, known.rules)


def _without_purpose(root: MappingNode) -> bool:
    """Whether nothing is to be judged; a key of the wrong kind or a misspelled one is another mistake."""
    values = [value_of(root, key) for key in _PURPOSES]
    if any(not isinstance(value, SequenceNode | None) or (value and value.nodes) for value in values):
        return False
    return not any(nearest(key, _PURPOSES) for key in islice(root.entries, 100) if key not in _PURPOSES)


def _mistakes(found: Iterable[Problem], path: str) -> tuple[Mistake, ...]:
    """Problems as mistakes in the order of the file: the first told of each value, and all that is absent."""
    places: dict[tuple[int, int, str], Problem] = {}
    for problem in found:
        places.setdefault((problem.line, problem.column, problem.message if problem.absent else ""), problem)
    return tuple(
        Mistake(path, line, column, problem.message, problem.advice)
        for (line, column, _), problem in sorted(places.items())
    )


def _build(root: Node, path: str, file: str) -> Spec:
    """The spec; `file` is the path of the file that its sources stand in, empty where they stand in the spec."""
    sources = sources_of(root)
    return Spec(
        path=path,
        renditions=renditions_of(root),
        published=whole_date(text_of(root, "published")),
        sources=shared_sources(sources, place_of(root, "sources").line, file) if file else sources,
        claims=claims_of(root),
        forbidden=forbidden_of(root),
        waivers=waivers_of(root),
        rules=rules_of(root),
    )
