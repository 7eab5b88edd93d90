"""Reading an article in a terminal, section by section, and approving what was read."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.approved.lock import EMPTY, Line
from factspec.articles.draft import Kind
from factspec.claims.article_lines import FoundLine, found_lines
from factspec.claims.citing import bracketed
from factspec.cli.screen import Left, Screen
from factspec.language.printing import printable, printable_path
from factspec.projects.approving import Judgement, Session, State
from factspec.rules.approved_text import ApprovedText
from factspec.rules.case import renumbered

_SIGNS = {Kind.LIST_ITEM: "• ", Kind.QUOTATION: "“ ", Kind.CELL: "| ", Kind.NOTE: "^ ", Kind.CAPTION: "! "}
_PAGE = "a approve this section  o one by one  r approve the rest  b back  s skip  q quit"
_ONE = "a approve  s skip  b back  q quit"


class Page(NamedTuple):
    """A section of an article: its lines, from a heading to before the next one."""

    lines: tuple[FoundLine, ...]

    @property
    def sentences(self) -> tuple[int, ...]:
        """The indexes of its sentences."""
        return tuple(number for line in self.lines for number in line.sentences)


def read_articles(screen: Screen, session: Session, state: State) -> State:
    """Show the sections of each article that nobody has approved, or that a second person must approve, and approve
    what somebody says they have read.

    An article with approvals in a lock of version 1 is not read again. What was approved is written at once. Raises
    `Left` and `NotWritten`.
    """
    files = [one.file for one in state.judgements if not one.prepared.rendition.partial]
    older = {file for _, file in (state.lock.approvals if state.lock else ())} - {*(state.lock or EMPTY).articles}
    for file in [one for one in files if one not in older]:
        state = _read(screen, session, state, file)
    return state


def _is_open(text: ApprovedText | None, page: Page, by: str) -> bool:
    """Whether nobody has approved anything in a section, or somebody else must approve some of it too."""
    if text is None:
        return True
    numbers = {text.line_of[sentence] for sentence in page.sentences}
    awaiting = [text.approved[text.pairs.same[number]] for number in numbers.intersection(text.awaiting)]
    return numbers.issubset(text.pairs.added) or any(by not in {one.by for one in line.signatures} for line in awaiting)


def _judgement(state: State, file: str) -> Judgement:
    return next(one for one in state.judgements if one.file == file)


def pages_of(lines: Sequence[FoundLine]) -> tuple[Page, ...]:
    """The sections of an article; several headings without text between them begin one."""
    pages: list[list[FoundLine]] = []
    for one in lines:
        begins = one.line.kind is Kind.HEADING and one.line.begins
        if not pages or (begins and any(each.line.kind is not Kind.HEADING for each in pages[-1])):
            pages.append([])
        pages[-1].append(one)
    return tuple(Page(tuple(one)) for one in pages)


def _read(screen: Screen, session: Session, state: State, file: str) -> State:
    case = _judgement(state, file).case
    found = pages_of(found_lines(case.index, case.citing, renumbered(case)))
    pages = [page for page in found if _is_open(case.text, page, session.approver.by)]
    at = 0
    while at < len(pages):
        _show(screen, state, file, pages[at].lines, f"section {at + 1} of {len(pages)}")
        screen.dim(_PAGE)
        key = screen.key("aorbsq")
        if key == "q":
            raise Left
        if key == "r":
            later = [number for page in pages[at:] for number in page.sentences]
            return _approved(session, state, file, later)
        if key == "a":
            state = _approved(session, state, file, pages[at].sentences)
        if key == "o":
            state = _one_by_one(screen, session, state, file, pages[at])
        at = max(at - 1, 0) if key == "b" else at + 1
    return state


def _one_by_one(screen: Screen, session: Session, state: State, file: str, page: Page) -> State:
    at = 0
    while at < len(page.lines):
        _show(screen, state, file, page.lines[at : at + 1], f"{at + 1} of {len(page.lines)}")
        screen.dim(_ONE)
        key = screen.key("asbq")
        if key == "q":
            raise Left
        if key == "a":
            state = _approved(session, state, file, list(page.lines[at].sentences))
        at = max(at - 1, 0) if key == "b" else at + 1
    return state


def _approved(session: Session, state: State, file: str, sentences: Sequence[int]) -> State:
    after = session.approved_sentences(state, file, sentences)
    session.save(state, after)
    return after


# A section on the screen.


def _show(screen: Screen, state: State, file: str, lines: Sequence[FoundLine], count: str) -> None:
    judgement = _judgement(state, file)
    screen.line()
    screen.dim(f"{printable_path(judgement.case.article.path)}  {count}")
    for one in lines:
        if one.line.begins:
            screen.line()
        if one.line.kind is Kind.HEADING:
            screen.head(one.line.text)
        else:
            screen.labelled("", f"{_SIGNS.get(one.line.kind, '') if one.line.begins else ''}{_with_markers(one.line)}")
        for label, text in _beside(judgement, one.sentences):
            screen.labelled(label, text)
    screen.line()


def _with_markers(line: Line) -> str:
    """A line as a reader sees it."""
    parts, last = [], 0
    for at, ids in line.cites:
        parts += [line.text[last:at], f" {bracketed(ids)}"]
        last = at
    return "".join((*parts, line.text[last:]))


def _beside(judgement: Judgement, sentences: range) -> Iterator[tuple[str, str]]:
    """Yield what belongs to some sentences: their claims, and what rules say about them."""
    case, own = judgement.case, set(sentences)
    claims = [
        anchored.claim.id
        for anchored, places in zip(case.anchored, case.places, strict=True)
        if any(own.intersection(place) for place in places)
    ]
    if claims:
        yield "claims", ", ".join(claims)
    places = [(case.article.place(case.article.sentences[at].start), at) for at in sentences]
    ends = [case.article.place(case.article.sentences[at].end) for at in sentences]
    for one in judgement.report.findings:
        is_here = places[0][0] <= (one.line, one.column) <= ends[-1] and one.path == case.article.path
        if is_here and not one.rule.startswith(("uncited", "uncovered", "claim-unapproved")):
            yield one.severity.value, printable(f"{one.message} [{one.rule}]", 300)
