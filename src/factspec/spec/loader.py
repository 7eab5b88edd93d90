"""A spec from a file or its bytes, or every mistake in it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from factspec.files import Unreadable, read_regular
from factspec.resolving import PathRefused, resolve_inside
from factspec.root import find_root, leads_out, shown_path
from factspec.spec import validity
from factspec.spec.claims import claim_problems, claims_of, forbidden_of
from factspec.spec.composer import compose
from factspec.spec.csl import Open, SharedFile, SharedRefused, with_shared
from factspec.spec.dates import date_problems, whole_date
from factspec.spec.model import Mistake, Spec, SpecError
from factspec.spec.nodes import Mapping, Node, Problem, Scalar, Sequence, place_of, text_of, value_of
from factspec.spec.renditions import rendition_problems, renditions_of
from factspec.spec.schema import problems as schema_problems
from factspec.spec.sources import shared_sources, source_problems, sources_of
from factspec.spec.vocabulary import Vocabulary, nearest, vocabulary
from factspec.spec.waivers import rule_problems, rules_of, waiver_problems, waivers_of
from factspec.text.printable import printable

_LIMIT = 2_000_000
_BOM = b"\xef\xbb\xbf"
# The keys that give a spec something to judge.
_PURPOSES = ("claims", "forbidden", "waivers")
# Mistakes told of one spec by one stage: a file that holds more is hostile, and each costs a search for advice.
_MOST = 1000


def load_spec(
    path: str | Path,
    *,
    root: Path | None = None,
    known: Vocabulary | None = None,
    further: Callable[[Spec], Iterable[Mistake]] | None = None,
) -> Spec:
    """The spec in a file; raises `SpecError` with every mistake in it, in the order of the file.

    `root` is the project's, found from the path where it is not given; the spec's path is shown relative to it.
    `known` are the names that the spec may use, those of the installed modules where it is not given. `further` gives
    the mistakes that only a caller sees (its policy, its paths), to be told in the same run; of a spec with other
    mistakes it is given what can be read.
    """
    file = Path(path)
    folder = find_root(file) if root is None else Path(root)
    name = shown_path(file, folder)
    try:
        data = _read(file, folder)
    except Unreadable as error:
        mistake = Mistake(name, 1, 1, f"the spec {error}", "give a YAML file in UTF-8, of 2 MB at most, in the project")
        raise SpecError((mistake,)) from error
    return _spec(
        data, name, _Around(known or vocabulary(), validity.mark_of(data, folder), further, _opener(file, folder))
    )


def _read(file: Path, root: Path) -> bytes:
    if leads_out(file, root):
        raise Unreadable("is a link that leads out of the project")
    return read_regular(file, _LIMIT)


def parse_spec(data: bytes, path: str, *, known: Vocabulary | None = None) -> Spec:
    """The spec in a file's bytes, touching no file; raises `SpecError` as `load_spec` does, and shows `path` in it."""
    return _spec(data, path, _Around(known or vocabulary()))


def _no_file(_written: str) -> SharedFile:
    raise SharedRefused("`sources` names a file, and no file is read here", "load the spec from its own file")


def _opener(spec: Path, root: Path) -> Open:
    """What opens the files that a spec names."""

    def opened(written: str) -> SharedFile:
        try:
            file = resolve_inside(root, spec.parent, written, {".json"})
            return SharedFile(shown_path(file, root), read_regular(file, _LIMIT))
        except PathRefused as error:
            raise SharedRefused(error.message, error.advice) from error
        except Unreadable as error:
            message = f"the file `{printable(written, 120)}` {error}"
            raise SharedRefused(message, "give a CSL-JSON file of 2 MB at most") from error

    return opened


class _Around(NamedTuple):
    """What a spec is read with: known names, the mark of its validity, a caller's further mistakes, its files."""

    known: Vocabulary
    mark: Path | None = None
    further: Callable[[Spec], Iterable[Mistake]] | None = None
    open_file: Open = _no_file


def _spec(data: bytes, path: str, around: _Around) -> Spec:
    written, found = _compose(data)
    if written is None:
        raise SpecError(_mistakes(found, path))
    root, unread, shared, file = with_shared(written, around.open_file)
    found += [
        *_schematic(written, around.mark, sound=not found),
        *unread,
        *_first(_problems(root, written, around.known)),
    ]
    spec = _build(root, path, file)
    mistakes = [*_mistakes(found, path), *(around.further(spec) if around.further else ())]
    if mistakes or shared:
        in_order = sorted(mistakes, key=lambda one: (one.line, one.column))
        raise SpecError((*in_order, *shared), spec.renditions)
    return spec


def _schematic(root: Mapping, mark: Path | None, *, sound: bool) -> list[Problem]:
    """What the schema finds; a spec that is `sound` YAML and fits the schema leaves its mark."""
    found: list[Problem] = []
    if not validity.is_marked(mark):
        found += _first(schema_problems(root))
        if sound and not found:
            validity.leave(mark)
    return found


def _first(problems: Iterator[Problem]) -> list[Problem]:
    return list(islice(problems, _MOST))


def _compose(data: bytes) -> tuple[Mapping | None, list[Problem]]:
    """The spec's nodes, None where they are no mapping, and what is wrong with the YAML."""
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        return None, [_bad_byte(data.removeprefix(_BOM), error.start)]
    root, found = compose(text)
    if found and root is None:
        return None, found[:_MOST]
    if isinstance(root, Mapping):
        return root, found[:_MOST]
    if root is None or (isinstance(root, Scalar) and root.nothing):
        return None, [Problem(1, 1, "the spec is empty", "write `factspec: 1`, `article: …` and `claims:`")]
    stands = "a list" if isinstance(root, Sequence) else "plain text"
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


def _problems(root: Mapping, written: Mapping, known: Vocabulary) -> Iterator[Problem]:
    """What no schema sees, family by family; sources of a shared file, not as `written`, are judged in that file."""
    if _without_purpose(root):
        message = "the spec holds neither claim nor forbidden wording nor waiver"
        yield Problem(root.line, root.column, message, "add `claims:` with what a checker approved", absent=True)
    yield from date_problems(root, "published")
    yield from rendition_problems(root, known)
    yield from source_problems(written)
    yield from claim_problems(root)
    yield from waiver_problems(root)
    yield from rule_problems(root, known.rules)


def _without_purpose(root: Mapping) -> bool:
    """Whether nothing is to be judged; a key of the wrong kind or a misspelled one is another mistake."""
    values = [value_of(root, key) for key in _PURPOSES]
    if any(not isinstance(value, Sequence | None) or (value and value.nodes) for value in values):
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
