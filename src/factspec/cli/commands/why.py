"""`factspec why FILE:LINE[:COLUMN]`: what accounts for a sentence of an article."""

import argparse
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from factspec.approved.lock import Approval, Signature
from factspec.claims.anchored import Anchored
from factspec.claims.citing import bracketed, cited
from factspec.cli.approving import mistakes_of, refused
from factspec.language.printing import printable, printable_path
from factspec.projects.approving import Judgement, Unusable, states_of
from factspec.projects.locks import NotWritten
from factspec.projects.paths import is_file
from factspec.projects.projects import Projects
from factspec.rules.accounts import Account, account_of, sentences_at

HELP = "say what accounts for a sentence: claims, quotations, waivers, and who approved it"

_PLACE = re.compile(r"(.+?):(\d{1,9})(?::(\d{1,9}))?:?", re.DOTALL)
_LABEL = 10
_SHOWN = 300


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A place in an article, as findings give it."""
    parser.add_argument("place", metavar="FILE:LINE[:COLUMN]", help="a place in an article, such as a finding's")


def run(arguments: argparse.Namespace) -> int:
    """Print each sentence at the place with what accounts for it; the exit code is 2 if there is none."""
    match = _PLACE.fullmatch(arguments.place)
    if match is None:
        return refused("why", f"'{arguments.place}' is not a place: write FILE:LINE or FILE:LINE:COLUMN")
    file, line, column = Path(match[1]), int(match[2]), int(match[3] or 0)
    if not is_file(file):
        return refused("why", f"{file}: no such file")
    try:
        found = states_of(file, Projects(), date.today())  # noqa: DTZ011 -- the reader's own day
    except Unusable as error:
        return refused("why", *mistakes_of(error))
    except NotWritten as error:
        return refused("why", str(error))
    if not found:
        return refused("why", f"no spec names {file} as its article; draft one with: factspec init {file}")
    lines = [text for judgement in found for text in _sentences(judgement, line, column)]
    if not lines:
        return refused("why", f"no sentence of {file} is on line {line}" + (f", column {column}" if column else ""))
    print("\n".join(lines))
    return 0


def _sentences(judgement: Judgement, line: int, column: int) -> Iterator[str]:
    for number in sentences_at(judgement.case, line, column):
        yield from _lines(judgement, account_of(judgement.case, number))


def _lines(judgement: Judgement, account: Account) -> Iterator[str]:
    case = judgement.case
    start, end, _ = case.article.sentences[account.sentence]
    place = case.article.place(start)
    shown = printable_path(case.article.path)
    yield f"{shown}:{place.line}:{place.column}: {printable(case.article.text[start:end], 2000)}"
    for anchored, approval in account.claims:
        yield from _claim(judgement, anchored, approval)
    for one in account.quotations:
        words = printable(case.text_of(one.words), _SHOWN)
        sources = bracketed(one.sources) if one.sources else "no source"
        yield _labelled("quotation", f"“{words}”, {one.outcome.value} in {sources}")
    spec = printable_path(case.spec.path)
    for place_of, signature in account.waivers:
        waiver = place_of.waiver
        until = f", until {waiver.until.isoformat()}" if waiver.until else ""
        yield _labelled("waiver", f"{waiver.rule}: {printable(waiver.reason, _SHOWN)}{until}  {spec}:{waiver.line}")
        yield from _approved(signature, is_asked=case.lock is not None and case.lock.waivers is not None)
    for span in account.left:
        yield _labelled("left over", f"'{printable(case.text_of(span), _SHOWN)}'")
    if not (account.claims or account.quotations or account.waivers or account.left):
        yield _labelled("", "it states nothing that a claim must account for")


def _claim(judgement: Judgement, anchored: Anchored, approval: Approval | None) -> Iterator[str]:
    case, claim = judgement.case, anchored.claim
    cites = cited(case.citing.of(anchored.spans[0]))
    cites_shown = f", cites {bracketed(cites)}" if cites else ""
    place = f"{printable_path(case.spec.path)}:{claim.line}"
    yield _labelled("claim", f"{claim.id}: {anchored.verdict.value}{cites_shown}  {place}")
    yield from _approved(approval, is_asked=case.lock is not None)
    if claim.note:
        yield _labelled("note", printable(claim.note, _SHOWN))


def _approved(one: Approval | Signature | None, *, is_asked: bool) -> Iterator[str]:
    """Yield who approved a claim or waiver, and when; if nobody did, only where approvals are asked for."""
    if one:
        yield _labelled("approved", f"on {one.on.isoformat()} by {printable(one.by or 'nobody named', 200)}")
    elif is_asked:
        yield _labelled("approved", "by nobody yet")


def _labelled(label: str, text: str) -> str:
    return f"  {label:<{_LABEL}}{text}"
