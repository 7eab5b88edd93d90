"""The lock of a spec: who approved each claim and waiver, when, and what the checker saw.

It is a file of JSON beside the spec, one value to a line and sorted by key, so that a reviewer can read a change of it
as a diff. A claim is known by its id, an article by its path as the spec writes it.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from factspec.language.printing import invisible_in, printable
from factspec.language.tokens import keys, tokenize
from factspec.specs.model import Claim, Mistake, Source, SpecError, Waiver

VERSION = 1

_KEY = "factspec-lock"
_DIGITS = 16
# The keys of a source in the order of the fields of `KnownSource`.
_SOURCE = ("URL", "DOI", "sha256", "cited_as")
# A lock that has what is cited at a place has these too: factspec records them since the same version.
_WITH_CITES = ("sources", "unread", "waivers")
_Value = TypeVar("_Value")


class Context(NamedTuple):
    """The sentence that a claim is in, as text, and its neighbours in the same block, empty at its ends.

    The sentence is a heading, a note or a table row if the claim is in one, and several sentences if it reaches over
    them. Line breaks are spaces. `quoted` says whether it is in a block quotation, where somebody else speaks. `under`
    are the headings above it, from the top, the line that introduces its list or table, and the list items around it;
    None if an older factspec recorded the approval. `cites` are the sources that are cited there, by id; None if the
    claim says itself what it must cite, or if an older factspec recorded the approval.
    """

    sentence: str
    before: str = ""
    after: str = ""
    quoted: bool = False
    under: tuple[str, ...] | None = None
    cites: tuple[str, ...] | None = None


class Approval(NamedTuple):
    """Who approved a claim in an article and when, the digest of the claim, and each place where it was."""

    by: str
    on: date
    digest: str
    contexts: tuple[Context, ...]

    def is_complete(self, claim: Claim) -> bool:
        """Whether it says what each place was under, and what is cited there; one of an older factspec does not."""
        return all(
            one.under is not None and (one.cites is not None or claim.cites is not None) for one in self.contexts
        )


class Signature(NamedTuple):
    """Who approved a waiver, and when."""

    by: str
    on: date


class KnownSource(NamedTuple):
    """What a source was when it was approved: its addresses, the SHA-256 of its stored text, and its labels."""

    url: str
    doi: str
    sha256: str
    cited_as: tuple[str, ...]


Key = tuple[str, str]
"""The id of a claim and the path of an article, as the spec writes both."""
Unseen = Mapping[str, tuple[str, ...]]
"""What was not read of an article: texts by their kind, in the order of the article."""


class Lock(NamedTuple):
    """What a person approved.

    `sections` are the sentences that were under a heading when somebody approved the waiver of a rule for the whole
    section, by `section_key` and the article's path. `waivers` are by `waiver_key`, `sources` by id, and `unread`
    by the article's path. An older factspec recorded no waivers, sources and unread parts: `waivers` is then None.
    """

    approvals: Mapping[Key, Approval]
    sections: Mapping[Key, tuple[str, ...]]
    waivers: Mapping[Key, Signature] | None = None
    sources: Mapping[str, KnownSource] = MappingProxyType({})
    unread: Mapping[str, Unseen] = MappingProxyType({})


EMPTY = Lock({}, {}, {})
"""The lock of a draft: nothing in it is approved yet."""


def section_key(waiver: Waiver) -> str:
    """The name of the waiver of a section in a lock."""
    return f"{waiver.rule}: {waiver.section}"


def waiver_key(waiver: Waiver) -> Key:
    """What a waiver waives, and where: its rule, with what `at` means if that is no single sentence, and the words.

    The sentences of a list are lines.
    """
    which = "all" if waiver.occurrence < 0 else str(waiver.occurrence)
    kinds = ("section" * bool(waiver.section), "article" * waiver.article, "sentences" * (len(waiver.at) > 1))
    what = ", ".join([waiver.rule, *filter(None, kinds)])
    one, *others = waiver.at or (waiver.section or waiver.place,)
    where = "\n".join(" ".join(sentence.split()) for sentence in waiver.at) if others else one
    return f"{what}, occurrence {which}" if waiver.occurrence else what, where


def known_source(source: Source, sha256: str) -> KnownSource:
    """What a lock records of a source; `sha256` is that of its stored text, empty if it has none."""
    return KnownSource(source.url, source.doi, sha256, source.cited_as or (source.id,))


def folded(text: str) -> tuple[str, ...]:
    """What is compared of a text: everything but white space and the forms of quotation marks and dashes."""
    return keys(tokenize(text))


def signatures(lock: Lock, waivers: Sequence[Waiver]) -> tuple[Signature | None, ...]:
    """The approval of each of these waivers, None if it has none."""
    known = lock.waivers or {}
    found = [known.get(waiver_key(one)) for one in waivers]
    if known and not all(found):  # most are letter for letter as they were approved
        alike = {(what, folded(where)): one for (what, where), one in known.items()}
        names = ((what, folded(where)) for what, where in map(waiver_key, waivers))
        found = [one or alike.get(name) for one, name in zip(found, names, strict=True)]
    return tuple(found)


def digest_of(claim: Claim) -> str:
    """The digest of what a claim checks; its id, its note, its tags and where it is in the spec do not count."""
    cites = claim.cites and claim.cites._replace(line=0)
    facts = [(type(one).__name__, *one._replace(line=0)) for one in claim.facts]
    evidence = [(one.source, str(one.quote)) for one in claim.evidence]
    wording = (claim.says, claim.quotes, claim.speaker, claim.occurrence, claim.within, claim.exact, claim.context)
    checked = json.dumps((*wording, cites, facts, evidence), default=str)
    return sha256(checked.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def written(lock: Lock) -> bytes:
    """The file of a lock; the same lock always has the same bytes."""
    claims: dict[str, dict[str, Any]] = {}
    for (claim, file), one in lock.approvals.items():
        claims.setdefault(claim, {})[file] = {
            "by": one.by,
            "claim": one.digest,
            "on": one.on.isoformat(),
            "places": [_place(each) for each in one.contexts],
        }
    whole = {"claims": claims, _KEY: VERSION, **dict(_beside(lock))}
    text = json.dumps(whole, indent=2, sort_keys=True, ensure_ascii=False)
    # A lock is read in diffs and terminals, where an invisible character would hide or turn words.
    hidden = [one for one in (*invisible_in(text), "\u2028", "\u2029", "\x85") if one in text]
    for character in hidden:
        text = text.replace(character, json.dumps(character)[1:-1])
    # Half of a surrogate pair, as in a name that is not UTF-8, becomes an escape, which JSON reads again.
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _beside(lock: Lock) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a lock beside its claims, each with its key.

    With approvals those of `_WITH_CITES` are there even if they are empty, unless an older factspec wrote the lock.
    """
    if lock.sections:
        yield "sections", _nested(lock.sections, list)
    is_whole = bool(lock.approvals) and lock.waivers is not None
    if lock.waivers is not None:
        yield "waivers", _nested(lock.waivers, lambda one: {"by": one.by, "on": one.on.isoformat()})
    if lock.sources or is_whole:
        named = {source: zip(_SOURCE, one, strict=True) for source, one in lock.sources.items()}
        yield "sources", {source: {name: value for name, value in one if value} for source, one in named.items()}
    if lock.unread or is_whole:
        yield "unread", {file: dict(parts) for file, parts in lock.unread.items()}


def _nested(entries: Mapping[Key, _Value], value: Callable[[_Value], Any]) -> dict[str, dict[str, Any]]:
    nested: dict[str, dict[str, Any]] = {}
    for (name, where), one in entries.items():
        nested.setdefault(name, {})[where] = value(one)
    return nested


def _place(context: Context) -> dict[str, object]:
    return {name: value for name, value in context._asdict().items() if value not in (False, None)}


# Reading a lock.


class _Wrong(Exception):  # noqa: N818 -- no error of the program: what is wrong in the file
    """What is wrong in a lock, at a line, and the way out."""

    def __init__(self, message: str, advice: str, line: int = 1) -> None:
        super().__init__(message)
        self.advice = advice
        self.line = line


_AGAIN = "take back the last change of the file, or delete it and approve the claims again with `factspec review`"
_RESTORE = "restore the file with git, or delete it and approve the claims again with `factspec review`"
_MARKERS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)", re.MULTILINE)


def parse_lock(data: bytes, path: str) -> Lock:
    """The lock in a file's bytes; raises `SpecError` with the one mistake that makes it unusable.

    `path` is shown in the mistake.
    """
    try:
        return _lock(_document(data))
    except _Wrong as wrong:
        raise SpecError((Mistake(path, wrong.line, 1, str(wrong), wrong.advice),)) from wrong


def _document(data: bytes) -> dict[str, Any]:
    """The JSON object of a lock of this version."""
    try:
        text = data.decode()
        document = json.loads(text, object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise _Wrong("the lock is not UTF-8", _AGAIN, data.count(b"\n", 0, error.start) + 1) from error
    except json.JSONDecodeError as error:
        raise _not_json(text, error) from error
    except ValueError as error:  # Python reads no number of thousands of digits
        raise _Wrong("the lock has a number that factspec does not write", _AGAIN) from error
    except RecursionError as error:
        raise _Wrong("the lock is nested deeper than any that factspec writes", _AGAIN) from error
    if not isinstance(document, dict) or _KEY not in document:
        raise _Wrong(f"this is not a lock: it has no `{_KEY}`", _AGAIN)
    if type(document[_KEY]) is not int or document[_KEY] != VERSION:
        version = printable(json.dumps(document[_KEY]), 20)
        message = f"the lock has version {version}, but this factspec reads version {VERSION}"
        raise _Wrong(message, "update factspec, or delete the file and approve the claims again with `factspec review`")
    return document


def _not_json(text: str, error: json.JSONDecodeError) -> _Wrong:
    marker = _MARKERS.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        advice = "run `factspec review`, which keeps what both sides approved and asks again where they differ"
        return _Wrong("the lock contains merge markers: two changes of it were not brought together", advice, line)
    return _Wrong(f"the lock is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", _AGAIN, error.lineno)


def joined(data: bytes) -> bytes | None:
    """A lock with merge markers as one lock: what both sides approved, without the entries in which they differ.

    None if there are no markers, or if one of the sides is no lock.
    """
    text = data.decode("utf-8", "replace")
    if not _MARKERS.search(text):
        return None
    sides = [_side(text, ours=ours) for ours in (True, False)]
    try:
        one, other = (parse_lock(side.encode(), "") for side in sides)
    except SpecError:
        return None
    # What is no list of approvals is asked again only where it differs from the article: one side is kept.
    return written(
        Lock(
            _agreed(one.approvals, other.approvals),
            _agreed(one.sections, other.sections),
            _all_agreed(one.waivers, other.waivers),
            {**other.sources, **one.sources},
            {**other.unread, **one.unread},
        )
    )


def _side(text: str, *, ours: bool) -> str:
    """One side of a text with merge markers; what was there before both is left out."""
    kept, part = [], ""
    for line in text.splitlines(keepends=True):
        marker = line[:7] if _MARKERS.match(line) else ""
        if marker:
            part = "" if marker == ">" * 7 else marker[0]
        elif not part or part == ("<" if ours else "="):
            kept.append(line)
    return "".join(kept)


def _agreed(one: Mapping[Key, Any], other: Mapping[Key, Any]) -> dict[Key, Any]:
    both = {**one, **other}
    return {key: value for key, value in both.items() if one.get(key, value) == value == other.get(key, value)}


def _all_agreed(one: Mapping[Key, Any] | None, other: Mapping[Key, Any] | None) -> dict[Key, Any] | None:
    return None if one is None and other is None else _agreed(one or {}, other or {})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON in which each key occurs once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise _Wrong(f"the lock has two entries for `{printable(twice, 60)}`", "delete one of the two")
    return found


def _lock(document: dict[str, Any]) -> Lock:
    try:
        lock = Lock(
            approvals=_by_key(document.get("claims", {}), _approval),
            sections=_by_key(document.get("sections", {}), _list),
            waivers=_by_key(document["waivers"], _signature) if "waivers" in document else None,
            sources={name: _source(**one) for name, one in document.get("sources", {}).items()},
            unread={file: _unseen(one) for file, one in document.get("unread", {}).items()},
        )
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise _Wrong("the lock has an entry that factspec does not write", _AGAIN) from error
    lost = " and no ".join(f"`{key}`" for key in _WITH_CITES if key not in document)
    if lost and any(place.cites is not None for one in lock.approvals.values() for place in one.contexts):
        raise _Wrong(f"the lock has no {lost}: it was edited by hand", _RESTORE)
    return lock


def _by_key(entries: Mapping[str, Mapping[str, Any]], read: Callable[[Any], Any]) -> dict[Key, Any]:
    return {(name, file): read(one) for name, files in entries.items() for file, one in files.items()}


def _approval(entry: Mapping[str, Any]) -> Approval:
    contexts = tuple(_context(**one) for one in entry["places"])
    by, digest = _texts((entry["by"], entry["claim"]))
    _texts(text for one in contexts for text in one[:3])
    if not all(isinstance(one.quoted, bool) for one in contexts):
        raise TypeError("a value is not true or false")
    return Approval(by, date.fromisoformat(entry["on"]), digest, contexts)


def _context(under: object = None, cites: object = None, **place: Any) -> Context:
    return Context(
        **place,
        under=None if under is None else _list(under),
        cites=None if cites is None else _list(cites),
    )


def _signature(entry: Mapping[str, Any]) -> Signature:
    [by] = _texts((entry["by"],))
    return Signature(by, date.fromisoformat(entry["on"]))


def _source(URL: str = "", DOI: str = "", sha256: str = "", cited_as: object = None) -> KnownSource:  # noqa: N803 -- keys
    url, doi, digest = _texts((URL, DOI, sha256))
    return KnownSource(url, doi, digest, _list(cited_as))


def _unseen(entry: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {kind: _list(texts) for kind, texts in entry.items()}


def _list(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError("a value is not a list")
    return _texts(values)


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    texts = tuple(values)
    if not all(isinstance(one, str) for one in texts):
        raise TypeError("a value is not text")
    return texts  # type: ignore[return-value]  # each was checked


# Changing a lock.


def with_signatures(lock: Lock, waivers: Iterable[Waiver], signature: Signature) -> Lock:
    """A lock in which somebody approved these waivers too; those that are approved already stay as they are.

    The lock of an older factspec stays as it is.
    """
    if lock.waivers is None:
        return lock
    named = tuple(waivers)
    new = (waiver_key(one) for one, known in zip(named, signatures(lock, named), strict=True) if known is None)
    return lock._replace(waivers={**lock.waivers, **dict.fromkeys(new, signature)})


def with_approvals(lock: Lock, approvals: Mapping[Key, Approval], sections: Mapping[Key, Sequence[str]]) -> Lock:
    """A lock with further approvals, which replace earlier ones."""
    return lock._replace(
        approvals={**lock.approvals, **approvals},
        sections={**lock.sections, **{key: tuple(sentences) for key, sentences in sections.items()}},
    )


def without(lock: Lock, gone: Iterable[Key]) -> Lock:
    """A lock without the entries of these claims and sections."""
    left = frozenset(gone)
    return lock._replace(
        approvals={key: one for key, one in lock.approvals.items() if key not in left},
        sections={key: one for key, one in lock.sections.items() if key not in left},
    )
