"""What `factspec check --watch` prints: a report, and after each change what is new in it and what is mended."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from factspec.language.printing import printable, printable_path
from factspec.projects.checking import Call
from factspec.projects.verdict import Run
from factspec.projects.watching import State, states
from factspec.reports.forms.text import findings_text, headline, show
from factspec.rules.finding import Finding, Severity

# More specs than these are counted instead of named.
_NAMED = 3


def watch(call: Call, *, list_uncovered: bool) -> int:
    """Print what a call finds, and what changes in it, until Ctrl-C; the exit code is that of the last state.

    Raises `CallError` if nothing can be judged at first.
    """
    last: State | None = None
    try:
        for state in states(call, date.today):
            before, last = last, state._replace(run=state.run._replace(list_uncovered=list_uncovered))
            sys.stdout.write(_changes(before, last) if before else show(last.run))
            sys.stdout.flush()
            if not before:
                sys.stderr.write("factspec: watching for changes; Ctrl-C ends it\n")
    except KeyboardInterrupt:
        if last is None:
            raise
    return last.exit_code if last else 0


def _changes(before: State, after: State) -> str:
    """The lines after a change."""
    lines = [
        *_named("checked again", after.again),
        *_named("no longer there", after.gone),
        *(f"factspec check: {printable(one, 1000)}" for one in after.mistakes),
        *findings_text(new(before.run, after.run)),
        *(f"mended: {headline(one)}" for one in mended(before.run, after.run) if one.spec not in after.gone),
    ]
    errors = sum(one.severity is Severity.ERROR for one in after.run.listed)
    return "\n".join(["", *lines, f"errors: {errors}", ""])


def _named(what: str, specs: Sequence[str]) -> Iterator[str]:
    if len(specs) > _NAMED:
        yield f"{what}: {len(specs)} specs"
    elif specs:
        yield f"{what}: {', '.join(map(printable_path, specs))}"


def new(before: Run, after: Run) -> list[Finding]:
    """The findings that a run lists and an earlier one did not; that one moved within its file is nothing new."""
    return _beyond(after.listed, before.listed)


def mended(before: Run, after: Run) -> list[Finding]:
    """The findings that a run lists no more; those of a claim with another finding of the same rule are not mended."""
    still = {_subject(one) for one in new(before, after) if one.claim}
    return [one for one in _beyond(before.listed, after.listed) if not one.claim or _subject(one) not in still]


def _beyond(findings: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    left = Counter(map(_content, others))
    beyond = []
    for one in findings:
        if left[_content(one)]:
            left[_content(one)] -= 1
        else:
            beyond.append(one)
    return beyond


def _content(one: Finding) -> tuple[str, ...]:
    """What a finding says, apart from lines and columns."""
    return (*_subject(one), one.severity, one.message, one.expected, one.found, one.cited)


def _subject(one: Finding) -> tuple[str, ...]:
    return one.rule, one.path, one.spec, one.claim
