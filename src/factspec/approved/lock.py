"""The lock of a spec as values: the article as it was approved, line by line, who approved each line, and when.

A claim is known by its id, an article by its path as the spec writes it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from factspec.articles.draft import Kind
from factspec.language.tokens import keys, tokenize
from factspec.specs.model import Claim, Source, Waiver

_DIGITS = 16


class Signature(NamedTuple):
    """Who approved something, and when."""

    by: str
    on: date


class Cite(NamedTuple):
    """One group of markers in a line: its offset in the text of the line, and the ids of the sources it cites."""

    at: int
    ids: tuple[str, ...]


class Line(NamedTuple):
    """A sentence of an article, or a row of a table, on one line with single spaces, without its markers.

    `begins` says whether it is the first of its block. `under` are the headings above it, from the top, the line that
    introduces its list or table, and the list items around it. `signatures` are those of the people who approved it,
    sorted.
    """

    kind: Kind
    text: str
    begins: bool = True
    under: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    signatures: tuple[Signature, ...] = ()

    @property
    def words(self) -> tuple[bool, str]:
        """What must be the same for a line to be unchanged: its text, and whether somebody is quoted."""
        return self.kind is Kind.QUOTATION, self.text


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


class Note(NamedTuple):
    """What a rule said about the text that a person approved: the code of the rule, and what it is about."""

    rule: str
    text: str


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

    `articles` are the lines of each approved article, and `notes` what rules said about it then, with who approved
    that; a lock of version 1 has neither. `sections` are the sentences that were under a heading when the waiver of a
    rule for the whole section was approved, by `section_key` and the article's path. `waivers` are by `waiver_key`,
    `sources` by id, and `unread` by the article's path. An older factspec recorded no waivers, sources and unread
    parts: `waivers` is then None.
    """

    approvals: Mapping[Key, Approval]
    sections: Mapping[Key, tuple[str, ...]]
    waivers: Mapping[Key, Signature] | None = None
    sources: Mapping[str, KnownSource] = MappingProxyType({})
    unread: Mapping[str, Unseen] = MappingProxyType({})
    articles: Mapping[str, tuple[Line, ...]] = MappingProxyType({})
    notes: Mapping[str, Mapping[Note, Signature]] = MappingProxyType({})


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
