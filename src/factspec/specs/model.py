"""The values of a loaded spec, and the mistakes that its author made."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Self, TypeAlias


class Within(StrEnum):
    """How close together the facts of a claim must be."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ROW = "row"
    CLAIMS = "claims"


def within_of(text: str) -> Within:
    """The value as written; `sentence` if there is none, or if it is a mistake, which is reported elsewhere."""
    return next((one for one in Within if one == text), Within.SENTENCE)


class Located(str):
    """A text from a file, and the line of its key there; 0 if it has no line. `column` is its own if it is known."""

    __slots__ = ("column", "line")
    line: int
    column: int

    def __new__(cls, text: str = "", line: int = 0, column: int = 1) -> Self:
        """The text at a line and a column."""
        located = super().__new__(cls, text)
        located.line, located.column = line, column
        return located


_NOWHERE = Located()


class Cites(NamedTuple):
    """The sources that a claim must cite, by id; `line` is that of the key.

    `exactly` is the whole set, or None if the spec has a mapping. The mapping asks for all of `all_of`, at least one of
    `any_of`, none of `none_of`, and `at_least` different sources of `origins` different origins.
    """

    line: int
    exactly: tuple[str, ...] | None = None
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    at_least: int = 0
    origins: int = 0


class Phrase(NamedTuple):
    """A fact that is given as words, matched on word boundaries."""

    text: str
    line: int


class Value(NamedTuple):
    """A fact that is given as a number with its unit; `tolerance` is a percentage (`5%`), a number, or empty."""

    text: str
    line: int
    tolerance: str = ""


class Day(NamedTuple):
    """A fact that is given as a day; `text` is written as `2026-05-19`."""

    text: str
    line: int
    day: date


class Name(NamedTuple):
    """A fact that is given as a name, with other accepted forms of it."""

    text: str
    line: int
    aliases: tuple[str, ...] = ()


class AnyOf(NamedTuple):
    """A fact that is given as several phrases, one of which must be found."""

    options: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The phrases as they are shown in messages."""
        return " or ".join(self.options)


Fact: TypeAlias = Phrase | Value | Day | Name | AnyOf


class Facts(tuple[Fact, ...]):  # noqa: SLOT001 -- a tuple can have no slots
    """The facts that a claim lists, and the line of their key; 0 if it has no line."""

    line: int

    def __new__(cls, facts: Iterable[Fact] = (), line: int = 0) -> Self:
        """The facts at a line."""
        listed = super().__new__(cls, facts)
        listed.line = line
        return listed


_NONE = Facts()


class Evidence(NamedTuple):
    """A passage of a source that supports a claim: the id of the source, and the words."""

    source: str
    quote: Located


class Claim(NamedTuple):
    """One approved statement: its wording (`says`), its quotation (`quotes`) or its `facts`; the others are empty.

    `line` is that of the claim's first key. `occurrence` is 0 if the wording must occur once, -1 for `all`, otherwise
    the number of the one that is meant, counted from 1. `cites` is None if the claim's citations are not judged. `note`
    is the checker's free text. `recheck` is the day on which the claim is to be looked at again. `context` if the
    neighbours of its sentence are approved with it. `strict` if the spec or the policy is: house style then neither
    adds nor drops a word. `pinned` if a lock has the sentence that was approved: no words around the claim are then
    judged by guess.
    """

    id: str
    line: int
    says: Located = _NOWHERE
    quotes: Located = _NOWHERE
    facts: Facts = _NONE
    speaker: Located = _NOWHERE
    cites: Cites | None = None
    occurrence: int = 0
    within: Within = Within.SENTENCE
    exact: bool = False
    tags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    recheck: date | None = None
    context: bool = False
    strict: bool = False
    pinned: bool = False

    @property
    def text(self) -> Located:
        """The approved words, of `says`, `quotes`, or the facts joined, and the line of their key."""
        return self.says or self.quotes or Located(" … ".join(fact.text for fact in self.facts), self.facts.line)

    @property
    def key(self) -> str:
        """The key of the claim's words."""
        return "says" if self.says else "quotes" if self.quotes else "facts"


class Forbidden(NamedTuple):
    """Wording that must not occur in the article.

    `file` is the policy's, as shown, if that has the entry for every article; it is empty for an entry of the spec.
    """

    id: str
    line: int
    says: Located
    reason: str = ""
    file: str = ""


class Source(NamedTuple):
    """A source that the spec declares.

    `csl` are its CSL-JSON variables as text, by their CSL names. `cited_as` are the article's labels for it, by default
    its id. `text` is the path of its stored copy as written, relative to the spec, and `sha256` the hash of that
    copy's bytes in small letters; both are empty if not given. `file` is the path, as shown, of the shared CSL-JSON
    file that it comes from, and empty if it is written in the spec itself. `text` and `sha256` have lines of that
    file, but `line` is always a line of the spec. `issued` is the day of issue, if a whole day is given.
    `issued_from` is the first day on which it can have appeared, which a month or a year gives too.
    """

    id: str
    line: int
    csl: Mapping[str, str] = MappingProxyType({})
    url: str = ""
    doi: str = ""
    issued: date | None = None
    origin: str = ""
    role: str = ""
    cited_as: tuple[str, ...] = ()
    text: Located = _NOWHERE
    sha256: Located = _NOWHERE
    issued_from: date | None = None
    file: str = ""

    def spec_line(self, text: Located) -> int:
        """The line of the spec for a text of the source: that of the text, or the line that names the shared file."""
        return self.line if self.file else text.line


class Waiver(NamedTuple):
    """A named exception from one rule, with a reason; valid to the end of the day `until`, if given.

    `at` are the sentences that it is for. There are none if it is for every sentence under the heading `section`, or
    for all that the rule reports in the article, if `article`.
    """

    rule: str
    at: tuple[str, ...]
    reason: str
    line: int
    until: date | None = None
    occurrence: int = 0
    section: str = ""
    article: bool = False

    @property
    def place(self) -> str:
        """The sentences, the section or the article, in words to show."""
        return "article" if self.article else " / ".join(self.at) or f"section: {self.section}"


class Rendition(NamedTuple):
    """One article that is checked against the spec.

    `file` is as written, relative to the spec, at this `line` and `column`. `styles` are the declared marker styles,
    None if the usual ones of the format are read, and empty if the article cites in words (`citations: none`). `scope`
    is how far a citation reaches; `claims` means to the end of its sentence, and only sentences with a claim need one.
    `scope_declared` means that the spec sets it, so that the policy does not.
    """

    file: str
    line: int
    format: str = ""
    select: str = ""
    styles: tuple[str, ...] | None = None
    scope: Within = Within.SENTENCE
    partial: bool = False
    scope_declared: bool = False
    column: int = 1


class RuleSetting(NamedTuple):
    """The severity that a spec gives a rule, and the line and column of that setting."""

    rule: str
    severity: str
    line: int
    column: int = 1


class Spec(NamedTuple):
    """A loaded spec: every id is text, and every line counts from 1 in the spec's file.

    `path` is relative to the project's root, as shown in messages.
    """

    path: str
    renditions: tuple[Rendition, ...]
    published: date | None = None
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    strict: bool = False


MOST_MISTAKES = 1000
"""How many mistakes one stage reports: a file with more is hostile, and each needs a search for advice."""


class Mistake(NamedTuple):
    """What an author got wrong: the place, what is there, and what to do; `line` and `column` count from 1.

    `path` is empty until the file is known. `rule` is the code at the end of its line, empty for a mistake of the
    policy. `absent` means that something is missing; another mistake at the same place is then reported too.
    """

    path: str
    line: int
    column: int
    message: str
    advice: str = ""
    rule: str = "spec-invalid"
    absent: bool = False

    def __str__(self) -> str:
        """`path:line:column: message [spec-invalid]`."""
        code = f" [{self.rule}]" if self.rule else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{code}"


def mistake(line: int, column: int, message: str, advice: str = "", *, absent: bool = False) -> Mistake:
    """A mistake at a place of the file that is being read."""
    return Mistake("", line, column, message, advice, absent=absent)


def in_order(found: Iterable[Mistake], path: str) -> tuple[Mistake, ...]:
    """The mistakes of a file in its order: the first that was found at each place, and everything that is absent."""
    places: dict[tuple[int, int, str], Mistake] = {}
    for one in found:
        places.setdefault((one.line, one.column, one.message if one.absent else ""), one)
    return tuple(one._replace(path=path) for _, one in sorted(places.items()))


class SpecError(Exception):
    """A spec that cannot be used, with every mistake in it, in the order of the file.

    `renditions` are the articles that it names, as far as these can be read.
    """

    def __init__(self, mistakes: tuple[Mistake, ...], renditions: tuple[Rendition, ...] = ()) -> None:
        """Keep both; the text of the exception has one line for each mistake."""
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes
        self.renditions = renditions
