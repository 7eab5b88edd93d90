"""What a person has to decide about an article, and what follows for the spec and its lock if they accept it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from factspec.approved.lock import Key
from factspec.claims.anchored import ADDED, Anchored, Verdict
from factspec.claims.citing import cited
from factspec.claims.comparison.compare import compare
from factspec.claims.pinned import BLOCK_QUOTATION, Changed, Moved, changed, moved, row_around
from factspec.claims.wording import GAPS, is_whole
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize
from factspec.rules.case import Case, renumbered
from factspec.rules.checks.approval_stale import changed_sources, entry_name, gone
from factspec.rules.checks.claim_unapproved import unapproved_waivers
from factspec.rules.checks.context_changed import PLACE, Move, moves, place_of, recited
from factspec.rules.finding import IN_ORDER, Finding, Report, Severity
from factspec.rules.messages import phrase
from factspec.rules.missing_messages import found_instead
from factspec.specs.editing import Edit, Insert, Remove, Replace
from factspec.specs.model import AnyOf, Day, Fact, Name, Phrase, Value

# Differences of these kinds do not change what a sentence states as a fact.
_NO_FACTS = frozenset({"wording", "citation", PLACE})


# What the comparison writes between two names that changed places.
_EXCHANGED = " … "


class Typed(NamedTuple):
    """What a person must type to accept a changed fact, and the question for it."""

    value: str
    question: str


class Decision(NamedTuple):
    """One thing that a person decides.

    `finding` says what was found, and where. `claim` is the index of its claim in the spec, -1 if it has none. `edits`
    are what accepting it changes in the spec, `pins` the ids of the claims that it approves, and `gone` the entries
    that it removes from the lock; `dropped` is the text of a line that it removes there. `typed` are the values that
    the person must type, because a fact changed. It cannot be accepted if `refused` says why. `sentence` is the index
    of the sentence that has words left over, -1 if it is about something else; accepting that approves it as it is.
    `waiver` is the index of the waiver that it approves, -1 if it approves none, and `sources` are the ids of the
    sources that it approves as they are. `unread` means that it approves what is not read of the article.
    """

    finding: Finding
    file: str
    claim: int = -1
    edits: tuple[Edit, ...] = ()
    pins: tuple[str, ...] = ()
    gone: tuple[Key, ...] = ()
    typed: tuple[Typed, ...] = ()
    refused: str = ""
    sentence: int = -1
    dropped: str = ""
    waiver: int = -1
    sources: tuple[str, ...] = ()
    unread: bool = False

    @property
    def changes_facts(self) -> bool:
        """Whether accepting it approves another fact or citation, or that a sentence is gone."""
        is_gone = self.finding.rule == "context-changed" and not self.finding.found
        return (
            bool(self.typed or self.unread) or is_gone or any(one.kind != "wording" for one in self.finding.differences)
        )

    @property
    def name(self) -> tuple[str, ...]:
        """What the decision is about; two runs that find the same have the same name."""
        one = self.finding
        return (self.file, one.rule, one.claim, one.expected, one.found, one.message)


def decisions(case: Case, report: Report) -> Iterator[Decision]:
    """Yield what is to be decided about an article, in the order of its places; approvals come last."""
    failing = {one.claim for one in report.findings if one.severity is Severity.ERROR} - _stale(report)
    sentences = _sentences_left_over(case) if any(one.rule in LEFT_OVER for one in report.errors) else {}
    moving = _moving(case) if any(one.rule in _DECIDED for one in report.findings) else {}
    # What was added to a waived sentence is decided with its waiver.
    grown = {number for place in case.waivers for span in place.grown for number in case.sentences_of(span)}
    later: list[Decision] = []
    for finding in report.findings:
        if finding.rule in _APPROVED:
            is_failing = finding.claim and finding.claim in failing
            later += [] if is_failing else _APPROVED[finding.rule](case, finding)
        elif finding.rule in LEFT_OVER and finding.severity is Severity.ERROR and finding.path == case.article.path:
            sentence = sentences[finding.line, finding.column]
            if sentence not in grown:
                yield Decision(finding, case.rendition.file, sentence=sentence)
        elif finding.rule in _DECIDED:
            for one in _DECIDED[finding.rule](case, finding):
                settled = tuple(_settled(case, one, moving))
                along = dict.fromkeys((*one.pins, *(claim.id for move in settled for claim in move.claims)))
                whole = one._replace(pins=tuple(along))
                yield whole._replace(typed=(*one.typed, *_elsewhere(case, whole, settled)))
    yield from later


def _sentences_left_over(case: Case) -> dict[tuple[int, int], int]:
    """The indexes of sentences by the line and column of their first word, and of their first word left over."""
    found = {}
    for covered in case.covered:
        start = case.article.sentences[covered.sentence].start
        for at in (start, *(one.start for one in covered.left[:1])):
            line, column = case.article.place(at)
            found[line, column] = covered.sentence
    return found


def _stale(report: Report) -> set[str]:
    """The claims that fail for nothing but an approval that is out of date."""
    by_claim: dict[str, set[str]] = {}
    for one in report.findings:
        if one.severity is Severity.ERROR:
            by_claim.setdefault(one.claim, set()).add(one.rule)
    return {claim for claim, rules in by_claim.items() if rules <= APPROVALS}


def unsettled(report: Report, decided: Collection[Decision]) -> tuple[Finding, ...]:
    """The errors that nobody can settle by a decision; `decided` are the decisions about the article."""
    found = {IN_ORDER(one.finding) for one in decided}
    return tuple(
        one
        for one in report.errors
        if one.rule not in APPROVALS
        and not (one.rule in LEFT_OVER and one.path == one.article)
        and IN_ORDER(one) not in found
    )


# What accepting each kind of finding does.


def _claim(case: Case, finding: Finding) -> tuple[int, Anchored]:
    return next((at, one) for at, one in enumerate(case.anchored) if one.claim.id == finding.claim)


def _accepted(case: Case, finding: Finding, at: int, *edits: Edit, refused: str = "") -> Decision:
    """A decision about a claim that edits the spec and approves its sentence, with all other claims in it."""
    typed = () if refused else _typed(finding.differences)
    pins = tuple(dict.fromkeys((finding.claim, *_beside(case, at))))
    return Decision(finding, case.rendition.file, at, edits, pins, typed=typed, refused=refused)


def _beside(case: Case, at: int) -> Iterator[str]:
    """Yield the approved claims that are in the same sentence, or table row, as a claim."""
    spans = case.anchored[at].spans
    within = {one for span in spans for one in case.sentences_of(row_around(case.index, span))}
    for one, places in zip(case.anchored, case.places, strict=True):
        if one.claim.pinned and one.verdict is Verdict.PASSED and any(within & set(place) for place in places):
            yield one.claim.id


def _moving(case: Case) -> dict[str | int, list[Move]]:
    """What moved, by the id of the claim that its finding names, and by the block that it is under."""
    found: dict[str | int, list[Move]] = {}
    for move in moves(case):
        for key in (move.claims[0].id, move.block):
            found.setdefault(key, []).append(move)
    return found


def _settled(case: Case, decision: Decision, moving: Mapping[str | int, Sequence[Move]]) -> Iterator[Move]:
    """Yield the moves that a decision is about, and those of what is under a heading that it is about."""
    if decision.claim < 0 or decision.refused or not moving:
        return
    finding, sentences = decision.finding, case.article.sentences
    yield from (one for one in moving.get(finding.claim, ()) if place_of(one.first) in finding.differences)
    for block in {sentences[one].block for place in case.places[decision.claim] for one in place}:
        yield from moving.get(block, ())


def _elsewhere(case: Case, decision: Decision, settled: Sequence[Move]) -> tuple[Typed, ...]:
    """What must be typed for what changed in the approved sentences of the claims that a decision approves: facts, and
    headings above them.

    The words that the decision itself is about are left out, and so are the moves that it settles.
    """
    if decision.refused:
        return ()
    known = [one.value for one in decision.typed]
    if decision.finding.rule == "context-changed":  # it shows what is gone as a whole, and a block quotation
        own = [one for one in decision.finding.differences if _is_block(one) or one.kind == "citation"]
        known += [_typed_of(one).value for one in own]
        known += [decision.finding.expected] * (not decision.finding.found)
    found = [
        one
        for each in _changed_in(case, decision.pins)
        for one in each.differences
        if one.kind not in _NO_FACTS or not each.sentences  # one of several sentences is gone
    ]
    found += _recited_in(case, decision.pins)
    typed = (
        Typed(value, f"In a sentence that is approved too, {phrase(one)}. To accept it, type that as well:")
        for one in found
        if (value := _typed_of(one).value) and not any(_has(value, other) or _has(other, value) for other in known)
    )
    seen = {(one.first.before, one.first.now) for one in settled}
    places = (one for one in _moved_in(case, decision.pins) if (one.before, one.now) not in seen)
    return tuple(dict.fromkeys((*typed, *map(_typed_place, places))))


def _typed_place(one: Moved) -> Typed:
    """The heading that a sentence came under, or the one that is no longer above it."""
    verb = "now" if one.now else "no longer"
    question = f"A sentence that is approved too is {verb} under another heading. To accept it, type that as well:"
    return Typed((one.now or one.before)[-1], question)


def _moved_in(case: Case, claims: Collection[str]) -> Iterator[Moved]:
    """Yield each place of these claims that is not under what it was approved under."""
    for anchored, places in zip(case.anchored, case.places, strict=True):
        approval = case.approval(anchored.claim) if anchored.claim.id in claims else None
        if approval:
            yield from moved(case.index, places, approval.contexts)


def _changed_in(case: Case, claims: Collection[str]) -> Iterator[Changed]:
    """Yield each place of these claims, all in one sentence or not, that is not as it was approved."""
    for anchored, places in zip(case.anchored, case.places, strict=True):
        approval = case.approval(anchored.claim) if anchored.claim.id in claims else None
        if approval:
            yield from changed(case.index, places, approval.contexts, neighbours=anchored.claim.context)


def _recited_in(case: Case, claims: Collection[str]) -> Iterator[Difference]:
    """Yield the difference of each place of these claims that does not cite what was approved there."""
    for anchored, places in zip(case.anchored, case.places, strict=True):
        if anchored.claim.id in claims:
            yield from (one.difference for one in recited(case, anchored, places, partial(renumbered, case)))


def _is_block(one: Difference) -> bool:
    return BLOCK_QUOTATION in (one.approved, one.found)


def _has(text: str, part: str) -> bool:
    """Whether a text contains another as whole words."""
    return f" {' '.join(keys(tokenize(part)))} " in f" {' '.join(keys(tokenize(text)))} "


def _typed(differences: Sequence[Difference]) -> tuple[Typed, ...]:
    """What must be typed, once for each fact that changed."""
    facts = (_typed_of(one) for one in differences if one.kind not in _NO_FACTS and (one.found or one.approved))
    return tuple(dict.fromkeys(facts))


def _typed_of(fact: Difference) -> Typed:
    """A fact as it is found; one that was dropped, as it was approved."""
    if _EXCHANGED in fact.found:
        first = fact.found.partition(_EXCHANGED)[0]
        return Typed(first, "Names changed places. To accept it, type the one that comes first now:")
    if fact.found:
        return Typed(fact.found, "A fact changed. To accept it, type what the article says now:")
    return Typed(fact.approved, "A fact is gone. To accept it, type what is no longer said:")


def _wording(case: Case, finding: Finding) -> Iterator[Decision]:
    """A claim whose words changed: the article's words replace them."""
    at, anchored = _claim(case, finding)
    claim = anchored.claim
    if claim.facts:
        yield _facts(case, finding, at, anchored)
    elif claim.quotes:
        yield _accepted(case, finding, at)  # words around a quotation are not part of it
    else:
        found = article_words(case, anchored)
        yield _accepted(case, finding, at, Replace(("claims", at, "says"), found))


def article_words(case: Case, anchored: Anchored) -> str:
    """The words of the article that stand for a claim of wording: its sentence, or the part that the claim is."""
    says, span = anchored.claim.says, anchored.spans[0]
    if is_whole(says):
        within = case.sentences_of(span)
        sentences = case.article.sentences
        return _flat(case.text_of(Span(sentences[within[0]].start, sentences[within[-1]].end)))
    framing = anchored.framing
    if framing and framing.does != ADDED:
        span = Span(min(span.start, framing.span.start), max(span.end, framing.span.end))
    opened = "… " if says.startswith(GAPS) else ""
    closed = " …" if says.rstrip().endswith(GAPS) else ""
    return f"{opened}{_flat(case.text_of(span))}{closed}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _facts(case: Case, finding: Finding, at: int, anchored: Anchored) -> Decision:
    """A claim of facts: each value that another replaced is written in its place."""
    if anchored.verdict is Verdict.REFRAMED:
        return _accepted(case, finding, at)
    edits, typed = [], []
    for number, (fact, is_found) in enumerate(zip(anchored.claim.facts, anchored.facts_found, strict=True)):
        if is_found:
            continue
        values = found_instead(case, anchored, fact)
        if len(values) != 1 or not values[0]:
            return _accepted(case, finding, at, refused=f"edit `facts`: no single value replaces {fact.text}")
        edits.append(_fact_edit(("claims", at, "facts", number), fact, values[0]))
        typed.append(Typed(values[0], f"A fact changed. To accept it, type what is there instead of {fact.text}:"))
    if not edits:  # all are there, in another order
        return _accepted(case, finding, at)
    return _accepted(case, finding, at, *edits)._replace(typed=tuple(typed))


def _fact_edit(path: tuple[str | int, ...], fact: Fact, value: str) -> Edit:
    match fact:
        case Phrase():
            return Replace(path, value)
        case Value():
            return Replace((*path, "value"), value)
        case Name():
            return Replace((*path, "name"), value)
        case Day():
            return Replace((*path, "date"), value)
        case AnyOf():
            return Replace((*path, "any_of"), [*fact.options, value])


def _quotation(case: Case, finding: Finding) -> Iterator[Decision]:
    """A quotation whose words changed; one without marks is mended in the article."""
    at, anchored = _claim(case, finding)
    if not finding.differences:
        yield _accepted(case, finding, at, refused="put the words between quotation marks in the article")
        return
    edit = Replace(("claims", at, "quotes"), _flat(case.text_of(anchored.spans[0])))
    yield _accepted(case, finding, at, edit)._replace(typed=_typed(_as_facts(finding)))


def _as_facts(finding: Finding) -> list[Difference]:
    """Every word of a quotation counts as a fact: somebody else's words are not reworded."""
    return [one._replace(kind="quotation") for one in finding.differences]


def _citations(case: Case, finding: Finding) -> Iterator[Decision]:
    """A claim that cites other sources: these are written into `cites`."""
    at, anchored = _claim(case, finding)
    places = [cited(case.citing.of(span)) for span in anchored.spans]
    declared = {one.id for one in case.spec.sources}
    undeclared = [label for found in places for label in found if label not in declared]
    refused = ""
    if undeclared:
        refused = f"declare the source {undeclared[0]} first"
    elif anchored.claim.cites and anchored.claim.cites.exactly is None:
        # What must be cited at least is a rule of the checker's own: what happens to be cited now is not.
        refused = "edit `cites`: it is a rule, and a list of what is cited now would replace it"
    elif len(set(places)) > 1:
        refused = "the claim cites other sources at each of its places; edit it"
    edit = Replace(("claims", at, "cites"), list(places[0]))
    yield _accepted(case, finding, at, edit, refused=refused)


def _missing(case: Case, finding: Finding) -> Iterator[Decision]:
    at, _ = _claim(case, finding)
    yield _accepted(case, finding, at, refused="the article does not say it; drop the claim, or edit it")


def _ambiguous(case: Case, finding: Finding) -> Iterator[Decision]:
    """Wording in several places: accepting it means all of them."""
    at, anchored = _claim(case, finding)
    if anchored.claim.occurrence:
        yield _accepted(case, finding, at, refused="edit `occurrence`")
    else:
        yield _accepted(case, finding, at, Insert(("claims", at), "occurrence", "all"))


def _context(case: Case, finding: Finding) -> Iterator[Decision]:
    """A sentence that changed around its claims: all claims in it are approved again."""
    at, _ = _claim(case, finding)
    # Nobody can type a block quotation; it is no words of the article.
    facts = [one for one in finding.differences if not _is_block(one)]
    yield _accepted(case, finding, at)._replace(typed=_typed(facts))


def _unapproved(case: Case, finding: Finding) -> Iterator[Decision]:
    """A claim or a waiver that nobody approved."""
    about = finding.spec_line, finding.found
    if not finding.claim:
        # Several waivers may be on one line.
        waivers = (at for at, one in unapproved_waivers(case) if (one.spec_line, one.found) == about)
        yield Decision(finding, case.rendition.file, waiver=next(waivers))
        return
    at, anchored = _claim(case, finding)
    if anchored.verdict is Verdict.PASSED:
        yield _accepted(case, finding, at)._replace(typed=())


def _edited(case: Case, finding: Finding) -> Iterator[Decision]:
    """A claim or a source that was edited after its approval, or an entry of the lock without a claim."""
    changed = tuple(source.id for source, one in changed_sources(case) if one.message == finding.message)
    if finding.claim:
        yield from _unapproved(case, finding)
    elif changed:
        yield Decision(finding, case.rendition.file, sources=changed)
    else:
        entries = [key for key in gone(case) if entry_name(*key) == finding.found]
        yield Decision(finding, case.rendition.file, gone=tuple(entries))


def _due(case: Case, finding: Finding) -> Iterator[Decision]:
    at, _ = _claim(case, finding)
    refused = "edit `recheck`: write the next day on which to look again, or remove it"
    yield _accepted(case, finding, at, refused=refused)


def _waiver(case: Case, finding: Finding) -> Iterator[Decision]:
    """A waiver whose sentence has grown: the whole sentence replaces it; what matches nothing is removed."""
    about = finding.spec_line, finding.expected
    place = next((one for one in case.waivers if (one.waiver.line, one.shown) == about), None)
    if place is None:
        return
    at = case.spec.waivers.index(place.waiver)
    sentences = place.waiver.at
    path = ("waivers", at, "at", sentences.index(place.at)) if len(sentences) > 1 else ("waivers", at)
    if place.grown:
        where = path if len(sentences) > 1 else (*path, "at")
        edits: tuple[Edit, ...] = (Replace(where, _flat(finding.found)),)
        # A waiver covers words of any kind, but a number or a name that was added is read before it is waived.
        added = compare(place.at, finding.found).differences
        yield Decision(finding, case.rendition.file, edits=edits, typed=_typed(added), waiver=at)
    else:
        yield Decision(finding, case.rendition.file, edits=(Remove(path),))


def _references(case: Case, finding: Finding) -> Iterator[Decision]:
    """A list of references that was renumbered consistently: each source gets its new label."""
    labels = renumbered(case)
    if not labels or any(one.file for one in case.spec.sources):
        return
    new = {source: label for label, source in labels.items()}
    edits: list[Edit] = []
    for at, one in enumerate(case.spec.sources):
        old, path = one.cited_as[0], ("sources", at)
        if new.get(old, old) != old:
            is_written = one.cited_as != (one.id,)  # without the key the label is the id
            edits.append(Replace((*path, "cited_as"), new[old]) if is_written else Insert(path, "cited_as", new[old]))
    yield Decision(finding, case.rendition.file, edits=tuple(edits))


def _text(case: Case, finding: Finding) -> Iterator[Decision]:
    """Text that is not as it was approved: it is approved as it is, or as gone."""
    if not finding.found:
        yield Decision(finding, case.rendition.file, dropped=finding.expected)
        return
    starts = [(case.article.place(one.start), number) for number, one in enumerate(case.article.sentences)]
    number = max((number for place, number in starts if place <= (finding.line, finding.column)), default=0)
    if case.text and not finding.differences and case.text.line_of[number] in case.text.awaiting:
        return  # a second person reads it as part of the article
    yield Decision(finding, case.rendition.file, sentence=number, typed=_typed(finding.differences))


def _unread(case: Case, finding: Finding) -> Iterator[Decision]:
    """Something that is not read: it is approved as it is."""
    yield Decision(finding, case.rendition.file, unread=True)


_Decide = Callable[[Case, Finding], Iterator[Decision]]
_DECIDED: Mapping[str, _Decide] = {
    "claim-changed": _wording,
    "claim-reworded": _wording,
    "claim-reframed": _wording,
    "claim-missing": _missing,
    "claim-ambiguous": _ambiguous,
    "claim-due": _due,
    "quote-altered": _quotation,
    "citation-mismatch": _citations,
    "reference-mismatch": _references,
    "context-changed": _context,
    "text-changed": _text,
    "unread-changed": _unread,
    "waiver-unmatched": _waiver,
}
_APPROVED: Mapping[str, _Decide] = {"approval-stale": _edited, "claim-unapproved": _unapproved}
APPROVALS = frozenset(_APPROVED)
"""The rules about claims whose approval is missing or out of date."""
LEFT_OVER = frozenset({"uncited", "uncovered"})
"""The rules about sentences that nothing accounts for."""
