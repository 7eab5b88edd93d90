"""A lock as text that a reviewer reads in a pull request, and that text as a lock.

After the approvers, each with a number, come the articles. A line of an article is a sentence or a row of a table:

    371  . The bridge closed on Monday.[1]

The number says who approved it and when. A sign says what it is (`#` a heading, `.` a paragraph, `-` a list item, `>`
a quotation, `|` a row, `!` a caption, `^` a note, `%` a title, `~` code, `+` the next sentence of the same block), and
the space before the sign how deep it is in the outline. Markers are in brackets, with the ids of sources; a bracket of
the text has a backslash before it. Below a line may be the claims in it (`=`) and what it is under, if the outline does
not say so (`<`). No line has anything that changes with another one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from factspec.approved.lock import (
    Approval,
    Cite,
    Context,
    Key,
    KnownSource,
    Line,
    Lock,
    Note,
    Signature,
    Unseen,
)
from factspec.articles.draft import Kind
from factspec.language.printing import invisible_in, printable

HEAD = "factspec-lock 2"
"""The first line of a lock of this version."""
LAST = "end"

_SIGNS = {
    Kind.PARAGRAPH: ".",
    Kind.HEADING: "#",
    Kind.LIST_ITEM: "-",
    Kind.QUOTATION: ">",
    Kind.CAPTION: "!",
    Kind.CELL: "|",
    Kind.NOTE: "^",
    Kind.TITLE: "%",
    Kind.CODE: "~",
}
_KINDS = {sign: kind for kind, sign in _SIGNS.items()}
_NEXT = "+"
# The blocks that are above no others.
_ABOVE_NOTHING = frozenset({Kind.CELL, Kind.CODE, Kind.NOTE, Kind.TITLE})
_LONGEST_LABEL = 300
_BELOW = " \u203a "
_UNREAD, _NOTES = "not read", "notes"
_SOURCE_KEYS = ("URL", "DOI", "sha256", "cited_as")


# Text in which no character is invisible, and none has another meaning.


_MEANT = {"text": "\\[", "id": "\\[],", "label": "\\\u203a", "where": "\\", "name": "\\:"}
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|([^u]))|\\")


def _escaped(text: str, meant: str) -> str:
    """A text in which these signs have a backslash before them, and what is invisible is written in digits."""
    signs = _MEANT[meant]
    if any(sign in text for sign in signs):
        text = "".join(f"\\{one}" if one in signs else one for one in text)
    unseen = [one for one in (*invisible_in(text), *"\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029") if one in text]
    for one in unseen:
        text = text.replace(one, f"\\u{{{ord(one):x}}}")
    if not text.isascii():
        text = "".join(f"\\u{{{ord(one):x}}}" if "\ud800" <= one <= "\udfff" else one for one in text)
    return text


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_meaning, text) if "\\" in text else text


def _meaning(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    if not match[2]:
        raise ValueError("a backslash means nothing here")
    return match[2]


# Writing.


def numbers_of(signatures: Iterable[Signature]) -> dict[Signature, int]:
    """A short number for each approver and day. It depends on these two alone, unless two have the same number."""
    found: dict[Signature, int] = {}
    taken: set[int] = set()
    for one in sorted(set(signatures)):
        digest = sha256(f"{one.on} {one.by}".encode("utf-8", "surrogatepass")).digest()
        number = 100 + int.from_bytes(digest[:4]) % 900
        while number in taken:
            number += 1
        taken.add(number)
        found[one] = number
    return found


def written(lock: Lock) -> bytes:
    """The file of a lock; the same lock always has the same bytes."""
    return "".join(f"{line}\n" for line in _written(lock)).encode()


def _written(lock: Lock) -> Iterator[str]:
    numbers = numbers_of(_all_signatures(lock))
    yield HEAD
    yield ""
    yield "approved by"
    for one, number in sorted(numbers.items()):
        yield f"{number} {one.on.isoformat()} {_escaped(one.by, 'where')}"
    for file in sorted({*lock.articles, *lock.unread, *lock.notes}):
        yield from _article(lock, file, numbers)
    yield ""
    yield "waivers"
    for (what, where), one in sorted((lock.waivers or {}).items()):
        yield f"{numbers[one]} {_escaped(what, 'name')}: {_escaped(where, 'where')}"
    for source, known in sorted(lock.sources.items()):
        yield ""
        yield f"source {_escaped(source, 'where')}"
        labels = ", ".join(_escaped(one, "id") for one in known.cited_as)
        texts = (*(_escaped(one, "where") for one in known[:3]), labels)
        yield from (f" {name} {text}" for name, text in zip(_SOURCE_KEYS, texts, strict=True) if text)
    yield ""
    yield LAST


def _all_signatures(lock: Lock) -> Iterator[Signature]:
    for lines in lock.articles.values():
        yield from chain.from_iterable({id(one.signatures): one.signatures for one in lines}.values())
    yield from (Signature(one.by, one.on) for one in lock.approvals.values())
    yield from (lock.waivers or {}).values()
    yield from chain.from_iterable(notes.values() for notes in lock.notes.values())


def _article(lock: Lock, file: str, numbers: Mapping[Signature, int]) -> Iterator[str]:
    yield ""
    yield f"article {_escaped(file, 'where')}"
    lines = lock.articles.get(file, ())
    claims = _claims_by_line(lines, {key[0]: one for key, one in lock.approvals.items() if key[1] == file})
    outline = _Outline()
    for at, (line, is_said) in enumerate(zip(lines, outline.follow(lines), strict=True)):
        if line.kind is Kind.HEADING and line.begins and at:
            yield ""
        yield _line(line, numbers)
        if line.begins and not is_said:
            yield f" < {_BELOW.join(_escaped(one, 'label') for one in line.under)}"
        for claim, approval, reach, context in claims.get(at, ()):
            own = "" if context.cites is None else f" {_bracketed(context.cites)}"
            several = f"*{reach}" if reach > 1 else ""
            yield f" = {numbers[Signature(approval.by, approval.on)]} {claim}{several} {approval.digest}{own}"
    unread = [(kind, text) for kind, texts in lock.unread.get(file, {}).items() for text in texts]
    if file in lock.unread:
        yield ""
        yield _UNREAD
        yield from (f" {_escaped(kind, 'name')}: {_escaped(text, 'where')}" for kind, text in unread)
    notes = lock.notes.get(file, {})
    if notes:
        yield ""
        yield _NOTES
        yield from (
            f"{numbers[by]} {_escaped(one.rule, 'name')}: {_escaped(one.text, 'where')}"
            for one, by in sorted(notes.items())
        )


def _line(line: Line, numbers: Mapping[Signature, int]) -> str:
    by = ",".join(str(number) for number in sorted(numbers[one] for one in line.signatures))
    text, parts = line.text, []
    last = 0
    for at, ids in line.cites:
        parts += [_escaped(text[last:at], "text"), _bracketed(ids)]
        last = at
    sign = _SIGNS[line.kind] if line.begins else _NEXT
    return f"{by} {' ' * len(line.under)}{sign} {''.join(parts)}{_escaped(text[last:], 'text')}"


def _bracketed(ids: Sequence[str]) -> str:
    return f"[{', '.join(_escaped(one, 'id') for one in ids)}]"


class _Place(NamedTuple):
    """A claim at a line: its id, its approval, over how many lines it reaches, and its context there."""

    claim: str
    approval: Approval
    reach: int
    context: Context


def _claims_by_line(lines: Sequence[Line], approvals: Mapping[str, Approval]) -> dict[int, list[_Place]]:
    """The claims at each line, by the number of the line; claims at the same line are in the order of their ids."""
    places = places_of(lines)
    found: dict[int, list[_Place]] = {}
    for claim, approval in sorted(approvals.items()):
        taken: set[int] = set()
        for context in approval.contexts:
            at, count = place_of(lines, places, context, taken)
            taken.add(at)
            found.setdefault(at, []).append(_Place(claim, approval, count, context))
    return found


def places_of(lines: Sequence[Line]) -> dict[str, list[int]]:
    """The numbers of the lines with each text, in order."""
    found: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        found.setdefault(line.text, []).append(at)
    return found


def unplaced(lines: Sequence[Line], contexts: Iterable[Context]) -> Iterator[Context]:
    """Yield the contexts whose sentences are not among some lines, or are under something else there."""
    places = places_of(lines)
    for one in contexts:
        try:
            line = lines[place_of(lines, places, one, ())[0]]
        except LookupError:
            yield one
            continue
        is_quoted = line.kind is Kind.QUOTATION
        if one.under not in {None, line.under} or (is_quoted is not one.quoted and line.kind is not Kind.CELL):
            yield one


def place_of(
    lines: Sequence[Line], places: Mapping[str, Sequence[int]], context: Context, taken: Iterable[int]
) -> tuple[int, int]:
    """The first line of a context, and how many lines it has; raises `LookupError` if the lines do not have it.

    Of several lines that have it, one that is under the same and not taken is preferred.
    """
    first = [(at, 1) for at in places.get(context.sentence, ())] or list(_longer(lines, places, context.sentence))
    if not first:
        raise LookupError(context.sentence)
    used = frozenset(taken)
    return min(first, key=lambda one: _unlikeness(lines, one[0], context, used))


def _unlikeness(lines: Sequence[Line], at: int, context: Context, taken: frozenset[int]) -> tuple[bool, ...]:
    line = lines[at]
    before = lines[at - 1].text if at and not line.begins else ""
    return (
        at in taken,
        (line.kind is Kind.QUOTATION) is not context.quoted,
        line.under != context.under,
        before != context.before,
    )


def _longer(lines: Sequence[Line], places: Mapping[str, Sequence[int]], sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where lines one after the other are a text, and how many."""
    starts = (number for text, numbers in places.items() if text and sentence.startswith(text) for number in numbers)
    for at in sorted(starts):
        text, count = lines[at].text, 1
        while len(text) < len(sentence) and at + count < len(lines):
            text = f"{text} {lines[at + count].text}"
            count += 1
        if text == sentence:
            yield at, count


class _Outline:
    """What each block is under, as far as the depth of the blocks before it says so."""

    def __init__(self) -> None:
        self._paths: dict[int, tuple[str, ...]] = {-1: ()}
        self._caption: dict[int, tuple[str, ...]] = {}
        self._block: list[Line] = []

    def follow(self, lines: Iterable[Line]) -> Iterator[bool]:
        """Yield of each line whether it is under what the outline says; true for those that begin no block."""
        for line in lines:
            if line.begins:
                yield self.path(line.kind, len(line.under)) == line.under
            else:
                yield True
            self.add(line)

    def path(self, kind: Kind, depth: int) -> tuple[str, ...]:
        """What the next block is under, if it is of this kind and at this depth; one label is empty if unknown."""
        self._end()
        if kind is Kind.CELL and depth - 1 in self._caption:
            return self._caption[depth - 1]
        return self._paths.get(depth - 1, ("",) * depth)

    def add(self, line: Line) -> None:
        """Add the next line."""
        if line.begins:
            self._end()
        self._block.append(line)

    def replace(self, line: Line) -> None:
        """Replace the line that was added last."""
        self._block[-1] = line

    def _end(self) -> None:
        """End the block that is open: the next ones may be under it."""
        if not self._block:
            return
        first, last = self._block[0], self._block[-1]
        text = last.text if first.kind is Kind.PARAGRAPH else " ".join(one.text for one in self._block)
        path, depth = (*first.under, text[:_LONGEST_LABEL]), len(first.under)
        self._block = []
        if first.kind is Kind.CAPTION:
            self._caption = {depth: path}
        elif first.kind not in _ABOVE_NOTHING:
            self._paths[depth] = path
        if first.kind not in {Kind.CAPTION, Kind.CELL}:
            self._caption = {}


# Reading.


class WrongLine(Exception):  # noqa: N818 -- no error of the program: what is wrong in the file
    """What is wrong in a lock, at a line that counts from 1, and the way out."""

    def __init__(self, message: str, line: int, advice: str = "") -> None:
        """Keep all three."""
        super().__init__(message)
        self.line = line
        self.advice = advice


_NUMBERED = re.compile(r"(\d+(?:,\d+)*) ( *)([^ ]) ?(.*)")
_APPROVER = re.compile(r"(\d+) (\d{4}-\d\d-\d\d) ?(.*)")
_CLAIM = re.compile(r" = (\d+) ([a-z0-9][a-z0-9_-]*)(?:\*(\d+))? ([0-9a-f]+)(?: \[(.*)\])?")
_NAMED = re.compile(r"(\d+) ((?:[^:\\]|\\.)*): (.*)")
_PART = re.compile(r" ((?:[^:\\]|\\.)*): (.*)")
_ENTRY = re.compile(rf" ({'|'.join(_SOURCE_KEYS)}) (.*)")
_BRACKET = re.compile(r"((?:[^\\\[]|\\.)*)(?:\[((?:[^\\\[\]]|\\.)*)\]|\Z)")
_ID = re.compile(r"(?:[^\\,]|\\.)+")


class _Claim(NamedTuple):
    """A claim below a line: its id, who approved it, its digest, over how many lines it is, and what is cited there."""

    id: str
    signature: Signature
    digest: str
    at: int
    reach: int
    cites: tuple[str, ...] | None


class _Reading:
    """What has been read of a lock so far."""

    def __init__(self) -> None:
        self.people: dict[int, Signature] = {}
        self.lines: dict[str, list[Line]] = {}
        self.claims: dict[str, list[_Claim]] = {}
        self.unread: dict[str, dict[str, list[str]]] = {}
        self.notes: dict[str, dict[Note, Signature]] = {}
        self.waivers: dict[Key, Signature] = {}
        self.sources: dict[str, dict[str, str]] = {}
        self.file = ""
        self.outline = _Outline()
        self.part: Callable[[str], None] = self._nothing
        self.parts: set[str] = set()

    def begin(self, header: str) -> bool:
        """Begin a part of the file, and say whether a line does so."""
        name, _, rest = header.partition(" ")
        if header == "approved by":
            self.part = self._approver
        elif name == "article" and rest:
            self.file = _unescaped(rest)
            self._once(f"article {rest}", self._article)
            self.lines[self.file], self.claims[self.file], self.outline = [], [], _Outline()
        elif header == _UNREAD and self.file:
            self._once(f"{_UNREAD} {self.file}", self._unread)
            self.unread[self.file] = {}
        elif header == _NOTES and self.file:
            self._once(f"{_NOTES} {self.file}", self._note)
            self.notes[self.file] = {}
        elif header == "waivers":
            self._once("waivers", self._waiver)
        elif name == "source" and rest:
            self.source = _unescaped(rest)
            self._once(header, self._source)
            self.sources[self.source] = {}
        elif header == LAST:
            self._once(LAST, self._nothing)
        else:
            return False
        return True

    def _once(self, name: str, part: Callable[[str], None]) -> None:
        if name in self.parts:
            raise ValueError(f"`{printable(name, 60)}` is there twice")
        self.parts.add(name)
        self.part = part

    def _nothing(self, _line: str) -> None:
        raise ValueError("nothing belongs here")

    def _signature(self, number: str) -> Signature:
        if int(number) not in self.people:
            raise ValueError(f"number {number} is no approver that the lock names")
        return self.people[int(number)]

    def _approver(self, line: str) -> None:
        number, day, by = _match(_APPROVER, line)
        if int(number) in self.people:
            raise ValueError(f"two approvers have the number {number}")
        self.people[int(number)] = Signature(_unescaped(by), date.fromisoformat(day))

    def _article(self, line: str) -> None:
        if line.startswith(" = "):
            self._claim(line)
        elif line.startswith(" <"):
            self._replace_under(tuple(_unescaped(one) for one in line[3:].split(_BELOW)) if line[3:] else ())
        else:
            self._text(line)

    def _text(self, line: str) -> None:
        numbers, space, sign, text = _match(_NUMBERED, line)
        signatures = tuple(sorted(self._signature(one) for one in numbers.split(",")))
        lines = self.lines[self.file]
        if sign == _NEXT and not lines:
            raise ValueError("no sentence is before it in its block")
        kind = lines[-1].kind if sign == _NEXT else _KINDS.get(sign)
        if kind is None:
            raise ValueError(f"no line of an article begins with '{printable(sign)}'")
        under = lines[-1].under if sign == _NEXT else self.outline.path(kind, len(space))
        words, cites = _marked(text)
        lines.append(Line(kind, words, sign != _NEXT, under, cites, signatures))
        self.outline.add(lines[-1])

    def _replace_under(self, under: tuple[str, ...]) -> None:
        lines = self.lines[self.file]
        if not lines or not lines[-1].begins:
            raise ValueError("no block is before it")
        last = lines.pop()._replace(under=under)
        lines.append(last)
        self.outline.replace(last)

    def _claim(self, line: str) -> None:
        found = _CLAIM.fullmatch(line)
        if found is None:
            raise ValueError("factspec writes no such line here")
        number, claim, count, digest, cites = found.groups()
        at, several = len(self.lines[self.file]) - 1, int(count or 1)
        if at < 0 or not 0 < several <= _MOST_LINES:
            raise ValueError("no line is above this claim")
        ids = None if cites is None else _ids(cites)
        self.claims[self.file].append(_Claim(claim, self._signature(number), digest, at, several, ids))

    def _unread(self, line: str) -> None:
        kind, text = _match(_PART, line)
        self.unread[self.file].setdefault(_unescaped(kind), []).append(_unescaped(text))

    def _note(self, line: str) -> None:
        number, rule, text = _match(_NAMED, line)
        self.notes[self.file][Note(_unescaped(rule), _unescaped(text))] = self._signature(number)

    def _waiver(self, line: str) -> None:
        number, what, where = _match(_NAMED, line)
        self.waivers[_unescaped(what), _unescaped(where)] = self._signature(number)

    def _source(self, line: str) -> None:
        key, value = _match(_ENTRY, line)
        self.sources[self.source][key] = value

    def lock(self) -> Lock:
        """All of it as a lock."""
        return Lock(
            approvals=dict(chain.from_iterable(map(self._approvals, self.claims))),
            sections={},
            waivers=self.waivers,
            sources={name: _known(one) for name, one in self.sources.items()},
            unread={file: _unseen(parts) for file, parts in self.unread.items()},
            articles={file: tuple(lines) for file, lines in self.lines.items()},
            notes=self.notes,
        )

    def _approvals(self, file: str) -> Iterator[tuple[Key, Approval]]:
        lines = self.lines[file]
        by_id: dict[str, list[_Claim]] = {}
        for one in self.claims[file]:
            by_id.setdefault(one.id, []).append(one)
        for claim, places in by_id.items():
            if len({(one.signature, one.digest) for one in places}) > 1:
                raise WrongLine(f"the places of claim '{claim}' have different approvals", 1)
            contexts = tuple(context_in(lines, one.at, one.reach, one.cites) for one in places)
            yield (claim, file), Approval(*places[0].signature, places[0].digest, contexts)


_MOST_LINES = 1000


def context_in(lines: Sequence[Line], at: int, count: int, cites: tuple[str, ...] | None) -> Context:
    """The context of a claim in some lines: the first of them, and how many there are."""
    first, after = lines[at], at + count
    if after > len(lines):
        raise WrongLine("a claim reaches over the end of the article", 1)
    if first.kind is Kind.CELL:
        return Context(first.text, under=first.under, cites=cites)
    return Context(
        sentence=" ".join(one.text for one in lines[at:after]),
        before="" if first.begins else lines[at - 1].text,
        after=lines[after].text if after < len(lines) and not lines[after].begins else "",
        quoted=first.kind is Kind.QUOTATION,
        under=first.under,
        cites=cites,
    )


def _match(pattern: re.Pattern[str], line: str) -> tuple[str, ...]:
    found = pattern.fullmatch(line)
    if found is None:
        raise ValueError("factspec writes no such line here")
    return found.groups()


def _marked(text: str) -> tuple[str, tuple[Cite, ...]]:
    """The words of a line, and the markers in it."""
    if "[" not in text and "\\" not in text:
        return text, ()
    words, cites, at = "", [], 0
    while at < len(text):
        match = _BRACKET.match(text, at)
        if match is None or match.end() == at:
            raise ValueError("a bracket is not closed; one that is text has a backslash before it")
        words += _unescaped(match[1])
        if match[2] is not None:
            cites.append(Cite(len(words), _ids(match[2])))
        at = match.end()
    return words, tuple(cites)


def _ids(text: str) -> tuple[str, ...]:
    return tuple(_unescaped(one.strip(" ")) for one in _ID.findall(text))


def _known(entry: Mapping[str, str]) -> KnownSource:
    url, doi, digest, labels = (entry.get(key, "") for key in _SOURCE_KEYS)
    return KnownSource(_unescaped(url), _unescaped(doi), _unescaped(digest), _ids(labels))


def _unseen(parts: Mapping[str, Sequence[str]]) -> Unseen:
    return {kind: tuple(texts) for kind, texts in parts.items()}


def read(text: str) -> Lock:
    """The lock in a text of this version; raises `WrongLine` for the first line that is not as factspec writes it."""
    reading = _Reading()
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 2):
        try:
            if line and not (line[0].isalpha() and reading.begin(line)):
                reading.part(line)
        except ValueError as error:
            raise WrongLine(f"the lock cannot be read here: {error}", number) from error
    missing = next((one for one in ("waivers", LAST) if one not in reading.parts), "")
    if missing:
        raise WrongLine(f"the lock is cut off: it has no line `{missing}`", len(lines))
    return reading.lock()
