"""The article's own lists of sources and notes, taken out of its running text, for all formats.

A list is marked as one by the page, or it is under a title such as "Sources", or it closes the article without a title:
its lines then begin with `[1]`, or they are numbered, each with an address, and cited by the text. Sources become
references, and notes become passages of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, zip_longest
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from factspec.articles.draft import DraftReference, Kind, Passage, map_of
from factspec.articles.labels import LIST, RAISED_DIGITS, labels
from factspec.language.places import Span

# The entries of a list: where each begins in its passage, its label, and its address.


# Titles of lists that contain only sources, collected from public documents and folded by `title_of`.
SOURCE_TITLES = frozenset(
    {
        "sources",
        "source",
        "source list",
        "list of sources",
        "sources cited",
        "references",
        "reference list",
        "works cited",
        "bibliography",
        "citations",
        "sources consulted",
        "sources used",
        "cited sources",
        "sources and further reading",
        "references and further reading",
        # What the Wikipedias of these languages and their handbooks of style call such a list.
        *"quellen quellenverzeichnis einzelnachweise literatur literaturverzeichnis referenzen".split(),
        *"références bibliographie fuentes referencias bibliografía fonti riferimenti bibliografia fontes".split(),
        *"referências bronnen bronvermelding referenties källor referenser kilder referanser referencer".split(),
        *"źródła przypisy источники литература 参考资料 参考文献 来源 资料来源 出典 المصادر المراجع kaynaklar".split(),
    }
)
# Under these are sources or other notes.
_TITLES = SOURCE_TITLES | {
    "notes",
    "notes and references",
    "notes and sources",
    "sources and notes",
    "references and notes",
    "footnotes",
    "endnotes",
}
_LONGEST_TITLE = 40
# The patterns are compiled on first use, because most texts have no list.
# A title with decoration around it: "6. References", "References (12)", "📚 Sources:".
_TITLE = r"[\W_]*+(?:\d{1,2}[.)]?\s++)?[\W_]*+([^\W\d_](?:[^\W\d_]|[& ])++)(?:\(\d{1,3}\))?[\W_]*+"
_BRACKETED = r"\[\^?([^\s\[\]^]{1,60})\]"
_ENTRY = (
    rf"(?:{_BRACKETED}[:.]?|(?:\((?=\d{{1,3}}\)))?(\d{{1,3}})[.):])(?:[ \u00a0]+(?=\S)|(?=https?://|\[\d))"
    r"|\[\^?(\d{1,6})\](?=[^\W\d_])"
)
_COUNTED = r"(\d{1,3})[ \u00a0]+(?:[-–—][ \u00a0]+)?(?=[^\W\d_]|[\"“])"
# The number of an item in an element of its own; the text follows without a space.
_GLUED = r"(\d{1,3})\.(?=[^\W\d_])"
# Further labels of one entry, as in "[1] [4] https://…"; a year in brackets is not one.
_FURTHER = r"(?:\[\d{1,3}\][ \u00a0]*+)++(?=\S)"
_INLINE_ENTRY = r"\[(?<=\s\[)(\d{1,6})\]:?[ \u00a0]+(?=\S)"
# A label that is raised, as in "\u00b9 Annual report".
_REFERENCE_ENTRIES_RAISED = r"([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})[ \u00a0]*+(?=\S)"
_LONGEST_NUMBER = 3
_ENDING = ".!?\u2026"
_ALONE = rf"(?:{_BRACKETED}|(\d{{1,6}}))[:.]?"
_URL = r"https?://(?:[^\s<>\"()\[\]]|\([^\s<>\"()]*+\))++"
# What may follow the address of an entry: ", accessed 4 May 2026."
_ACCESSED = r"(?i:\W*+(?:(?:last )?(?:accessed|retrieved|archived|viewed|visited|read|checked)\b[^\n]{0,60})?)"
# Signs after an address that are not part of it.
_CLOSING = ".,;:!?'\u2019"
_EXTERNAL = r"(?i:(?:https?:)?//)"


class _Start(NamedTuple):
    """The start of an entry and the start of its text, with the label between; `further` are more labels of it."""

    label: str
    start: int
    body: int
    bracketed: bool
    further: tuple[str, ...] = ()


class Entry(NamedTuple):
    """An entry: its label, the range of its text in its passage, and whether the label is in brackets.

    `further` are the labels after the first, if it has several.
    """

    label: str
    start: int
    body: int
    end: int
    bracketed: bool
    further: tuple[str, ...] = ()


def title_of(line: str) -> str:
    """The title of a list of sources that a line is, folded; empty if it is not one."""
    found = re.fullmatch(_TITLE, line.lower()) if len(line) <= _LONGEST_TITLE else None
    title = found[1].strip().replace("&", "and") if found else ""
    return title if title in _TITLES else ""


def label_alone(passage: Passage, following: Passage | None) -> str:
    """The label that a passage consists of if its text is in the next passage; otherwise empty.

    A bare number is a label only if both passages are in one item of the page, or the next one is an address.
    """
    if following is None or passage.label or passage.length > _LONGEST_TITLE:
        return ""
    found = re.fullmatch(_ALONE, passage.text.strip())
    if found and not found[2]:
        return found[1]
    is_item = passage.item > 0 and passage.item == following.item
    return found[2] if found and (is_item or _is_url(following)) else ""


def _is_url(passage: Passage) -> bool:
    """Whether a passage outside lists is nothing but an address."""
    return not passage.item and re.fullmatch(_URL, passage.text) is not None


def entries(passage: Passage) -> list[Entry]:
    """The entries of a passage; none if the text before the first is not a title.

    Any line that does not end a sentence may be the title of entries with labels in brackets.
    """
    text = passage.text
    if passage.label:
        return [_labelled(passage, text)]
    starts = list(_starts(passage, text))
    if not starts:
        return []
    first = starts[0].start
    if first and not title_of(text[:first]) and not _is_title(passage, text, starts):
        return []
    ends = [one.start for one in starts[1:]] + [len(text)]
    return [
        Entry(label, start, body, end, bracketed, further)
        for (label, start, body, bracketed, further), end in zip(starts, ends, strict=True)
    ]


def _labelled(passage: Passage, text: str) -> Entry:
    """The entry of a passage that has a label; a number in brackets before its text takes precedence."""
    written = re.match(_ENTRY, text)
    label = passage.label
    glued = re.match(_GLUED, text)
    if glued and glued[1] == label:
        return Entry(label, 0, glued.end(), len(text), bracketed=False)
    if written and written[1] and written[1].isdecimal():
        label = written[1]
    return Entry(label, 0, written.end() if written and label in written.groups() else 0, len(text), bracketed=False)


def _is_title(passage: Passage, text: str, starts: Sequence[_Start]) -> bool:
    """Whether the text before entries in brackets, each with an address, is a line that does not end a sentence."""
    line = text[: starts[0].start].rstrip()
    own = passage.lines[:1] == [starts[0].start] and len(line) <= _LONGEST_TITLE
    addresses = text.count("://", starts[0].start) + len(passage.links)
    given = addresses >= len(starts) > 1 and all(one.bracketed for one in starts)
    return own and given and line[-1] not in _ENDING


def _starts(passage: Passage, text: str) -> Iterator[_Start]:
    """The starts of entries: at written lines, and inside one if the next number is there in brackets."""
    glued = re.match(_GLUED, text) if passage.item else None
    if glued:
        yield _Start(glued[1], 0, glued.end(), bracketed=False)
        return
    entries_start = _after_title(text)
    begins = [0 if entries_start in passage.lines else entries_start, *passage.lines]
    raised = _raised(passage) if passage.links or passage.raised else {}
    if not any(_start(text, at, raised) for at in begins[:2]):
        yield from _counted(text, begins)
        return
    previous = ""
    for begin, end in zip(begins, [*passage.lines, len(text)], strict=True):
        at_line = _start(text, begin, raised)
        if at_line:
            previous = at_line.label
            yield at_line
        for inside in re.compile(_INLINE_ENTRY).finditer(text, at_line.body if at_line else begin + 1, end):
            if previous.isdecimal() and int(inside[1]) == int(previous) + 1:
                previous = inside[1]
                yield _Start(previous, inside.start(), inside.end(), bracketed=True)


def _counted(text: str, begins: Sequence[int]) -> list[_Start]:
    """The entries of lines that begin with bare numbers, counted up from 1: "1 Moss", "2 – Lee"."""
    found: list[_Start] = []
    for at, begin in enumerate(begins):
        written = re.compile(_COUNTED).match(text, begin) if text[begin : begin + 1].isdecimal() else None
        if written and int(written[1]) == len(found) + 1:
            found.append(_Start(written[1], begin, written.end(), bracketed=False))
        elif not found and at > 0:
            break
    return found if len(found) > 1 else []


def _raised(passage: Passage) -> Mapping[int, int]:
    """The starts of raised text and of links into the page, each with its end."""
    found = {link.start: link.end for link in passage.links if link.url.startswith("#")}
    return found | {raised.start: raised.end for raised in passage.raised}


def _start(text: str, at: int, raised: Mapping[int, int]) -> _Start | None:
    """The entry that begins at an offset: `[1] …`, `1. …`, a raised number, or one that links into the page."""
    if text[at : at + 1].isalpha() and at not in raised:
        return None
    written = re.compile(_ENTRY).match(text, at)
    if written:
        label = written[1] or written[2] or written[3]
        bracketed = text[at] == "["
        more = re.compile(_FURTHER).match(text, written.end()) if bracketed and label.isdecimal() else None
        further = tuple(re.findall(r"\d+", more[0])) if more else ()
        return _Start(label, at, more.end() if more else written.end(), bracketed, further)
    sign = re.compile(_REFERENCE_ENTRIES_RAISED).match(text, at) if text[at : at + 1].isdigit() else None
    if sign:
        return _Start(sign[1].translate(RAISED_DIGITS), at, sign.end(), bracketed=False)
    number = text[at : raised[at]].strip() if at in raised else ""
    body = raised.get(at, 0)
    if number.isdecimal() and len(number) <= _LONGEST_NUMBER and text[body : body + 1]:
        return _Start(number, at, body + len(text[body:]) - len(text[body:].lstrip()), bracketed=False)
    return None


def _after_title(text: str) -> int:
    """The offset of the entries in "Sources: [1] …"; 0 if a text does not begin so."""
    title, colon, rest = text[: 2 * _LONGEST_TITLE].partition(":")
    at = len(title) + 1 + len(rest) - len(rest.lstrip())
    return at if colon and title_of(title) and text[at : at + 1] == "[" and re.compile(_ENTRY).match(text, at) else 0


def address(passage: Passage, entry: Entry) -> str:
    """The target of an entry: its first link that leaves the page, otherwise the first address in its text."""
    return _addressed(passage, passage.text, entry)[0]


def _all_addresses(passage: Passage, entry: Entry) -> Iterator[str]:
    """The targets of the links in an entry, except those into the page, and the addresses written in its text."""
    first = bisect_left(passage.links, entry.start, key=attrgetter("start"))
    for link in islice(passage.links, first, None):
        if link.start >= entry.end:
            break
        if link.url and not link.url.startswith("#"):
            yield link.url
    for written in re.finditer(_URL, passage.text[entry.body : entry.end]):
        yield written[0].rstrip(_CLOSING)


def is_address(passage: Passage, entry: Entry) -> bool:
    """Whether an entry is mainly an address: it begins or ends with it, or a third of its text is the link."""
    text = passage.text
    url, start, end = _addressed(passage, text, entry)
    begins = not any(map(str.isalnum, text[entry.body : start]))
    ends = re.fullmatch(_ACCESSED, text[end : entry.end].strip()) is not None
    linked = 3 * (end - start) >= entry.end - entry.body and not url.startswith(text[start:end].rstrip(_CLOSING))
    return end > start and (begins or ends or linked)


def _addressed(passage: Passage, text: str, entry: Entry) -> tuple[str, int, int]:
    """The address of an entry and its range in the passage."""
    first = bisect_left(passage.links, entry.start, key=attrgetter("start"))
    for link in islice(passage.links, first, None):
        if link.start >= entry.end:
            break
        if re.match(_EXTERNAL, link.url):
            return link.url, link.start, link.end
    written = re.compile(_URL).search(text, entry.body, entry.end)
    return (written[0].rstrip(_CLOSING), *written.span()) if written else ("", 0, 0)


# Links back to the text that pages put around an entry.
_DECORATION = " ^\u2191\u21a9\ufe0e\u00a0"
_CITED = rf"[\[\u3010]\s*+({LIST})\s*+[\]\u3011]"
_REFERENCES_RAISED = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}"


class Lifted(NamedTuple):
    """The passages that are text, and the references that the others contain, both in the order of the page.

    `titles` are the offsets in the source of the titles of lists, which are not text either.
    """

    passages: list[Passage]
    references: list[DraftReference]
    titles: tuple[int, ...]


def lift(passages: Sequence[Passage], addressed: Collection[str] = ()) -> Lifted:
    """Take the lists of sources out of passages.

    A footnote or an entry under "Notes" without an address is a note: its text remains, as a passage of its own, and
    its label is one that markers may name. So does a note with an address if a source has its number, and what has
    neither a label nor an address, in any list. `addressed` are the labels whose address is defined elsewhere.
    """
    running = [passage for passage in passages if not passage.is_apart]
    taken, titles = _lists(running, has_definitions=bool(addressed))
    listed = [passage for passage, is_taken in zip(running, taken, strict=True) if is_taken]
    notes: dict[int, list[Passage]] = {id(passage): [] for passage in listed}
    references: list[DraftReference] = []
    entries_of_lists = list(_listed(listed))
    sources = {one.id for found, _ in entries_of_lists for one in found if not one.of_notes} | {*addressed}
    for found, parts in entries_of_lists:
        references += found
        # A note whose number is that of a source is another one, so it is text even if it gives an address.
        is_beside = any(one.of_notes and one.url and one.id in sources for one in found)
        is_source = not is_beside and any(one.url or one.id in addressed for one in found)
        if found and (is_source or any(one.names_sources for one, _, _ in parts)):
            continue
        for passage, start, end in parts:
            notes[id(passage)] += _note(passage, start, end)
    text = [one for passage in passages for one in notes.get(id(passage), (passage,))]
    return Lifted(text, references, titles)


def _note(passage: Passage, start: int, end: int) -> Iterator[Passage]:
    """A range of a passage as a note, without the links back to the text; nothing if it has no text."""
    written = passage.text[start:end]
    shown = written.strip(_DECORATION)
    if shown:
        start += len(written) - len(written.lstrip(_DECORATION))
        note = passage.part(start, start + len(shown), Kind.NOTE)
        note.defined, note.row = passage.defined, passage.row
        yield note


class _Citing:
    """What the passages of an article cite; each passage is read once, on first use."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._read = 0
        self._before: set[str] = set()

    @cached_property
    def _each(self) -> list[set[str]]:
        return [_cited(passage) for passage in self._passages]

    @cached_property
    def last(self) -> int:
        """The last passage that cites; -1 if none does."""
        return max((at for at, cited in enumerate(self._each) if cited), default=-1)

    def before(self, at: int) -> set[str]:
        """The numbers cited before a passage; call it in the order of the passages."""
        self._before.update(*self._each[self._read : at])
        self._read = max(at, self._read)
        return self._before


def _lists(passages: Sequence[Passage], *, has_definitions: bool) -> tuple[list[bool], tuple[int, ...]]:
    """Which passages belong to a reference list, and where the titles of lists are in the source.

    With `has_definitions` sources are defined outside the passages.
    """
    taken = [passage.defined for passage in passages]
    titles = tuple(_take_titled(passages, taken, has_definitions=has_definitions))
    _take_untitled(passages, taken)
    return taken, titles


def _take_titled(passages: Sequence[Passage], taken: list[bool], *, has_definitions: bool) -> Iterator[int]:
    """Take the lists under a title; yield the offset of each title in the source."""
    citing = _Citing(passages)
    index = 0
    while index < len(passages):
        at, index = index, index + 1
        title = _title(passages[at])
        if not title:
            continue
        while index < len(passages) and (taken[index] or _is_entry(passages, index, title)):
            index += 1
        begins = any(entry.start for entry in entries(passages[at]))
        own = Span(at if begins else at + 1, index)
        if title in SOURCE_TITLES:
            # Below a list that has entries of its own, a footnote is only defined where the file ends.
            has_own = has_definitions or begins or not all(one.defined for one in passages[at + 1 : index])
            _name_sources([one for one in passages[at:index] if not (has_own and one.defined)])
        if title in SOURCE_TITLES or any(taken[at:index]) or _names_sources(passages, own, citing):
            taken[at:index] = [begins or index > at + 1] * (index - at)
            if taken[at]:
                yield passages[at].pieces[0].source_start


def _name_sources(passages: Iterable[Passage]) -> None:
    for passage in passages:
        passage.names_sources = True


def _names_sources(passages: Sequence[Passage], own: Span, citing: _Citing) -> bool:
    """Whether notes are for sources: one has an address, or most are cited before them and nothing is after them."""
    rows = _rows(passages, own)
    if any(address(*row) for row in rows):
        return True
    if not rows or citing.last >= own.end:
        return False
    cited = citing.before(own.start)
    return 2 * sum(entry.label in cited for _, entry in rows) > len(rows)


def _rows(passages: Sequence[Passage], own: Span) -> list[tuple[Passage, Entry]]:
    """The entries of a range of passages, each with its passage."""
    return [(one, entry) for one, after in _with_next(passages[own.start : own.end]) for entry in _entries(one, after)]


def _take_untitled(passages: Sequence[Passage], taken: list[bool]) -> None:
    """Take the runs of entries that are lists without a title, at the end of the article or before it."""
    citing = _Citing(passages)
    for own in list(_runs(passages, taken)):
        rows = _rows(passages, own)
        known = {entry.label for _, entry in rows}
        if not (own.start and rows and len(known) == len(rows)):
            continue
        cited = citing.before(own.start)
        headed = passages[own.start - 1].kind is Kind.HEADING
        before_the_end = citing.last < own.end and len(rows) > 1 and _is_source_list(rows, cited)
        if (own.end == len(passages) or before_the_end) and _is_list(rows, cited, headed=headed):
            if not title_of(passages[own.start - 1].text):
                _name_sources([one for one in passages[own.start : own.end] if one.names_sources is None])
            taken[own.start : own.end] = [True] * (own.end - own.start)


def _is_source_list(rows: Sequence[tuple[Passage, Entry]], cited: set[str]) -> bool:
    """Whether most entries are cited and have an address."""
    return 2 * sum(entry.label in cited and bool(address(one, entry)) for one, entry in rows) > len(rows)


def _runs(passages: Sequence[Passage], taken: Sequence[bool]) -> Iterator[Span]:
    """The runs of entries that count up, with the passages that continue them; a run ends where another list begins."""
    first, last_label = -1, 0
    for index, passage in enumerate(passages):
        found = [] if taken[index] else entries(passage)
        continues = not found and not taken[index] and _continues(passages, index)
        label = _number(found[0].label) if found else last_label + continues
        if first >= 0 and not (continues or (found and not found[0].start and label > last_label)):
            yield Span(first, index)
            first = -1
        if first < 0 and (found or continues):
            first = index
        last_label = _number(found[-1].label) if found else last_label
    if first >= 0:
        yield Span(first, len(passages))


def _number(label: str) -> int:
    return int(label) if label.isdecimal() else 0


def _is_list(rows: Sequence[tuple[Passage, Entry]], cited: set[str], *, headed: bool) -> bool:
    """Whether entries without a title are a list, by what is cited before them.

    Numbers without brackets may also count the items of a story. These have a heading of their own, or are not cited,
    or have links in their text.
    """
    if not all(entry.bracketed for _, entry in rows):
        known = sum(entry.label in cited for _, entry in rows)
        cites = 2 * known > len(rows) or (known > 0 and not headed)
        return cites and all(is_address(*row) for row in rows)
    return all(address(*row) for row in rows) or (len(rows) > 1 and bool(cited)) or rows[0][1].label in cited


def _cited(passage: Passage) -> set[str]:
    """The numbers that the markers in a passage name."""
    text = passage.text
    written = [match[1] for match in re.finditer(_CITED, text)] if "[" in text or "\u3010" in text else []
    written += (
        [] if text.isascii() else [match[0].translate(RAISED_DIGITS) for match in re.finditer(_REFERENCES_RAISED, text)]
    )
    ranges = [Span(one.start, one.end) for one in passage.raised] + [Span(*one[:2]) for one in passage.links]
    marked = (text[start:end].strip(" []") for start, end in ranges)
    return {one for body in (*written, *(one for one in marked if re.fullmatch(LIST, one))) for one in labels(body).ids}


def _title(passage: Passage) -> str:
    """The title of a list that a passage is or begins with; empty if there is none."""
    if passage.kind not in {Kind.HEADING, Kind.PARAGRAPH}:
        return ""
    text = passage.text
    title = "" if passage.lines else title_of(text)
    found = entries(passage)
    return title or (title_of(text[: found[0].start]) if found else "")


def _is_entry(passages: Sequence[Passage], index: int, title: str) -> bool:
    """Whether a passage is or continues an entry of a list with this title, which may be empty."""
    passage = passages[index]
    found = entries(passage)
    if not found:
        return _continues(passages, index) or (title in SOURCE_TITLES and _is_unnumbered(passage))
    if found[0].start > 0:
        return False
    return bool(title) or all(entry.bracketed or address(passage, entry) for entry in found)


def _continues(passages: Sequence[Passage], index: int) -> bool:
    """Whether a passage is the text of a label in the passage before, or is such a label."""
    passage, following = passages[index], passages[index + 1] if index + 1 < len(passages) else None
    if label_alone(passage, following):
        return following is not None and not entries(following)
    if index and _is_url(passage):
        return bool(entries(passages[index - 1]) or label_alone(passages[index - 1], passage))
    return index > 0 and passage.kind is not Kind.HEADING and _belongs(passage, passages[index - 1])


def _is_unnumbered(passage: Passage) -> bool:
    return passage.item > 0 and bool(address(passage, _whole(passage)))


def _whole(passage: Passage, label: str = "") -> Entry:
    return Entry(label, 0, 0, passage.length, bracketed=bool(label))


def _with_next(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Passage | None]]:
    return zip_longest(passages, passages[1:])


def _entries(passage: Passage, following: Passage | None) -> list[Entry]:
    """The entries of a passage; for a label alone, the text is in the next passage."""
    if title_of(passage.text):
        return []
    alone = label_alone(passage, following)
    return [_whole(passage, alone)._replace(body=passage.length)] if alone else entries(passage)


# An entry of a list: its references, one for each label, and the ranges of passages that its text is in.
_Listed: TypeAlias = tuple[list[DraftReference], list[tuple[Passage, int, int]]]


def _listed(passages: Sequence[Passage]) -> Iterator[_Listed]:
    """One entry for each label. The text after a label alone, and further passages of an item, belong to the last."""
    last: _Listed | None = None
    before: Passage | None = None
    for passage, following in _with_next(passages):
        found = _entries(passage, following)
        if last and before and not found and _belongs(passage, before):
            last[1].append((passage, 0, passage.length))
            last = ([_joined(one, passage) for one in last[0]], last[1])
        else:
            for entry in _read(passage, found):
                if last:
                    yield last
                last = entry
        before = passage
    if last:
        yield last


def _belongs(passage: Passage, before: Passage) -> bool:
    return bool(label_alone(before, passage)) or (passage.item > 0 and passage.item == before.item) or _is_url(passage)


def _read(passage: Passage, found: Sequence[Entry]) -> Iterator[_Listed]:
    whole, places = passage.text, map_of(passage.pieces)
    if not found and not title_of(whole) and not _is_unnumbered(passage):
        yield [], [(passage, 0, passage.length)]
    for entry in found or ([_whole(passage)] if _is_unnumbered(passage) else ()):
        body = whole[entry.body : entry.end]
        start, end = places.span(entry.start, entry.end - len(body) + len(body.rstrip()))
        url, urls = address(passage, entry), tuple(dict.fromkeys(_all_addresses(passage, entry)))
        text, of_notes = body.strip(_DECORATION), not passage.names_sources
        labelled = (entry.label, *entry.further)
        references = [DraftReference(label, url, text, start, end, urls, of_notes) for label in labelled]
        yield references, [(passage, entry.body, entry.end)]


def _joined(reference: DraftReference, passage: Passage) -> DraftReference:
    url = reference.url or address(passage, _whole(passage))
    urls = (*reference.urls, *_all_addresses(passage, _whole(passage)))
    joined = f"{reference.text} {passage.text}".strip(_DECORATION)
    return reference._replace(url=url, text=joined, source_end=passage.pieces[-1].source_end, urls=urls)


# Comparing addresses.


_TRACKING = r"(?:^|&)utm_[^&]*"
# The redirector that word processors and mail programs put around a link.
_REDIRECTOR = r"(?:www\.)?google\.[a-z.]{2,6}"
_DOI = r"(?i:(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)(10\..+)$)"


# A link that names words in a page, and no place, leads to the page.
_PAGE = r"(?is:https?://[^#]*(?:#:~:.*)?)"


def is_page(url: str) -> bool:
    """Whether an address names a page on the web. A place in one may be an entry in a list of sources."""
    return re.fullmatch(_PAGE, url) is not None


def same_page(url: str) -> str:
    """The key of an address: host and path without scheme, `www.`, fragment, `utm_*` and a trailing slash.

    One with a scheme not of the web is its own key. A DOI in any form has the key of its resolver's address;
    a link through Google has the key of its target. Text that is not an address is its own key.
    """
    from urllib.parse import urlsplit

    url = _target(url)
    doi = re.match(_DOI, url.strip())
    if doi:
        return f"doi.org/{doi[1].lower()}"
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # an unclosed bracket in the host
        return url.strip()
    if parts.scheme not in {"", "http", "https"}:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    query = re.sub(_TRACKING, "", parts.query).lstrip("&")
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")


def _target(url: str) -> str:
    """The target of `https://www.google.com/url?q=…`, as Google documents write links; otherwise the address."""
    if "google." not in url or "/url?" not in url:
        return url
    from urllib.parse import parse_qs, urlsplit

    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    if parts.path != "/url" or not re.fullmatch(_REDIRECTOR, parts.netloc.lower()):
        return url
    asked = parse_qs(parts.query)
    return next((asked[name][0] for name in ("q", "url") if name in asked), url)
