"""PDFs as stored texts: another process reads them, with bounds on its time and memory."""

import json
import subprocess
import sys
from importlib.util import find_spec

_SECONDS = 60
MISSING = "is a PDF, and pypdf, which reads PDFs, is not installed: install the extra `pdf` as the README shows"
"""The problem of a PDF if the extra is not installed."""


class PdfUnreadable(Exception):  # noqa: N818 -- the noun says what happened
    """A PDF that cannot be read; the text says why, in words that follow its name."""


def pdf_text(data: bytes, seconds: float = _SECONDS) -> str:
    """The text of a PDF's bytes. Raises `PdfUnreadable`, also if reading takes longer than so many seconds."""
    if find_spec("pypdf") is None:
        raise PdfUnreadable(MISSING)
    # -P keeps a project's own files from being taken for modules.
    command = [sys.executable, "-P", "-m", "factspec.projects.pdf_program"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)  # noqa: S603 -- nothing of the command is the file's
    except subprocess.TimeoutExpired as error:
        raise PdfUnreadable(f"is a PDF that takes longer than {seconds:.0f} seconds to read; store its text") from error
    except OSError as error:
        raise PdfUnreadable("is a PDF, and the program that reads it did not start; store its text") from error
    return _text(done.stdout, done.returncode)


def _text(output: bytes, code: int) -> str:
    try:
        answer = json.loads(output)
        if "problem" in answer:
            raise PdfUnreadable(str(answer["problem"]))
        return str(answer["text"])
    except (ValueError, TypeError, KeyError) as error:
        raise PdfUnreadable(f"is a PDF at which its reader broke off (code {code}); store its text") from error
