"""The files that a run is reported in: which form each of them has, and writing them."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from factspec.language.printing import printable
from factspec.projects.output_files import append, cause, digest_in, encoded, problem_of, write_whole
from factspec.projects.paths import real_path
from factspec.projects.verdict import Run
from factspec.reports.summary import FORMS

STANDARD = "-"
"""The name of the standard output among the files of a report."""

# A name with a stop or a slash is that of a file.
_NAMED = re.compile(r"([A-Za-z][\w-]*)=(.*)", re.DOTALL)


class Output(NamedTuple):
    """A form of report, and the file that it is written to; the file is None for the standard output."""

    form: str
    file: Path | None = None


class OutputError(Exception):
    """Files that no report can be written to, with every mistake in them."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        """Keep the mistakes, a line each."""
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


class _Wrong(Exception):  # noqa: N818 -- no error of the program
    """What is wrong with one file."""


def outputs_of(words: Sequence[str], folder: Path, form: str = "") -> tuple[Output, ...]:
    """The reports that a call asks for, each as `FILE` or `FORMAT=FILE`, relative to a folder.

    A file without a form has the form that is given, otherwise the one of its suffix. Raises `OutputError` if a form
    or a file cannot be used.
    """
    outputs, mistakes = [], []
    for word in words:
        try:
            outputs.append(_output(word, folder, form))
        except _Wrong as wrong:
            mistakes.append(f"the report {printable(word)} {wrong}")
    mistakes += _twice(outputs)
    if mistakes:
        raise OutputError(mistakes)
    return tuple(outputs)


def _output(word: str, folder: Path, form: str) -> Output:
    named = _NAMED.fullmatch(word)
    name, file = (named[1].replace("-", "_").lower(), named[2]) if named else ("", word)
    if not file:
        raise _Wrong("names no file: write FILE or FORMAT=FILE")
    if name and name not in FORMS:
        raise _Wrong(f"has the unknown form `{printable(name)}`; the forms are {', '.join(FORMS)}")
    if file == STANDARD:
        return Output(name or form or "text")
    path = folder / file
    if problem := problem_of(path):
        raise _Wrong(f"cannot be written: the file {problem}")
    return Output(name or _form_of(file, form), path)


def _form_of(file: str, form: str) -> str:
    """The form of a file that is written without one."""
    suffix = PurePath(file).suffix.lower()
    if not form and (named := _named_like(suffix)):
        return named
    usual = [name for name in FORMS if suffix in FORMS[name].SUFFIXES] if suffix else []
    if form and form not in usual and usual:
        raise _Wrong(f"has the suffix of {', '.join(usual)}: write `{form}={printable(file)}` if it is to be {form}")
    guessed = [name for name in usual if FORMS[name].GUESSED]
    if not form and len(guessed) != 1:
        raise _Wrong(f"{_unguessed(suffix, guessed)}: write FORMAT=FILE; the forms are {_suffixed()}")
    return form or guessed[0]


def _named_like(suffix: str) -> str:
    """The form that a suffix chooses and has the name of; empty if there is none, or if it may be another one.

    No suffix chooses two forms of ours, so the rest of ours, which take longer to load than most reports, are not.
    """
    name = suffix[1:]
    likely = [FORMS[one] for one in {name, *FORMS.added} if one in FORMS]
    chosen = [one for one in likely if suffix in one.SUFFIXES and one.GUESSED]
    return name if name in FORMS and chosen == [FORMS[name]] else ""


def _unguessed(suffix: str, guessed: Sequence[str]) -> str:
    if guessed:
        return f"may be {' or '.join(guessed)}"
    return f"has the suffix {printable(suffix)}, which no form has" if suffix else "has no suffix that says its form"


def _suffixed() -> str:
    """The forms, each with the suffixes that choose it."""
    return ", ".join(
        f"{name} ({', '.join(FORMS[name].SUFFIXES)})" if FORMS[name].SUFFIXES and FORMS[name].GUESSED else name
        for name in FORMS
    )


def _twice(outputs: Sequence[Output]) -> Iterator[str]:
    """A mistake for each file that is named again."""
    known = set()
    for one in outputs:
        place = real_path(one.file) if one.file else None
        if place in known:
            yield f"two reports cannot be one file: {printable(str(one.file or 'the standard output'))}"
        known.add(place)


def refuse_unusable(outputs: Sequence[Output]) -> None:
    """Raise `OutputError` if something is missing that a form of these needs."""
    missing = [text for form in dict.fromkeys(one.form for one in outputs) if (text := FORMS[form].missing())]
    if missing:
        raise OutputError(missing)


def needs_pages(outputs: Sequence[Output]) -> bool:
    """Whether one of the forms shows the articles."""
    return any(FORMS[one.form].PAGES for one in outputs)


def write_reports(outputs: Sequence[Output], run: Run) -> Iterator[str]:
    """Write the reports that are files, and yield a line for each that could not be written."""
    judged = set(run.digests)
    for one in outputs:
        if one.file is None:
            continue
        shown = printable(str(one.file))
        if digest_in(one.file) in judged:
            yield f"the report {shown} was not written: it would replace a file that was checked"
            continue
        try:
            write_whole(one.file, encoded(FORMS[one.form].render(run)))
        except OSError as error:
            yield f"the report {shown} was not written: {cause(error)}"
    yield from _append({one.form for one in outputs}, run)


def _append(forms: set[str], run: Run) -> Iterator[str]:
    """Add to the files that a CI names; yield a line for each that is not written."""
    for name in sorted(forms):
        for variable, form in FORMS[name].APPENDS.items():
            file = os.environ.get(variable, "")
            try:
                if file:
                    append(Path(file), FORMS[form].render(run))
            except (OSError, ValueError) as error:
                yield f"the file of {variable} was not written: {cause(error)}"
