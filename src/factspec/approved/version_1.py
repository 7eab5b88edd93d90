"""Locks of the first version: a JSON object with the sentence of each claim. They are read, and never written."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from factspec.approved.lock import Approval, Context, Key, KnownSource, Lock, Signature
from factspec.approved.lock_text import WrongLine
from factspec.language.printing import printable

VERSION = 1

_KEY = "factspec-lock"
# A lock that has what is cited at a place has these too: factspec recorded them since the same day.
_WITH_CITES = ("sources", "unread", "waivers")
# Four rules that are one now.
_UNCOVERED = re.compile(r"^uncovered-(?:sentence|heading|row|code)\b")
_Value = TypeVar("_Value")
_RESTORE = "restore the file with git, or delete it and approve the article again with `factspec review`"


def read(text: str) -> Lock:
    """The lock in a JSON text of version 1; raises `WrongLine`."""
    try:
        document = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        message = f"the lock is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise WrongLine(message, error.lineno) from error
    except ValueError as error:  # Python reads no number of thousands of digits
        raise WrongLine("the lock has a number that factspec does not write", 1) from error
    except RecursionError as error:
        raise WrongLine("the lock is nested deeper than any that factspec writes", 1) from error
    if not isinstance(document, dict) or _KEY not in document:
        raise WrongLine(f"this is not a lock: it has no `{_KEY}`", 1)
    if type(document[_KEY]) is not int or document[_KEY] != VERSION:
        version = printable(json.dumps(document[_KEY]), 20)
        message = f"the lock has version {version}, but this factspec reads versions 1 and 2"
        raise WrongLine(message, 1, "update factspec, or delete the file and approve the article again")
    return _lock(document)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON in which each key occurs once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise WrongLine(f"the lock has two entries for `{printable(twice, 60)}`", 1, "delete one of the two")
    return found


def _lock(document: dict[str, Any]) -> Lock:
    try:
        lock = Lock(
            approvals=_by_key(document.get("claims", {}), _approval),
            sections=_renamed(_by_key(document.get("sections", {}), _list)),
            waivers=_renamed(_by_key(document["waivers"], _signature)) if "waivers" in document else None,
            sources={name: _source(**one) for name, one in document.get("sources", {}).items()},
            unread={file: _unseen(one) for file, one in document.get("unread", {}).items()},
        )
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise WrongLine("the lock has an entry that factspec does not write", 1) from error
    lost = " and no ".join(f"`{key}`" for key in _WITH_CITES if key not in document)
    if lost and any(place.cites is not None for one in lock.approvals.values() for place in one.contexts):
        raise WrongLine(f"the lock has no {lost}: it was edited by hand", 1, _RESTORE)
    return lock


def _renamed(entries: Mapping[Key, _Value]) -> dict[Key, _Value]:
    """Entries whose name begins with a rule, with the name of the rule that replaces it."""
    return {(_UNCOVERED.sub("uncovered", name), where): one for (name, where), one in entries.items()}


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
