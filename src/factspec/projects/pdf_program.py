"""The text of a PDF, read in a process of its own: a broken or hostile file may hang it or fill its memory.

As a program it reads the PDF's bytes from standard input and writes one JSON object to standard output: `text`, or
`problem`, in words that follow the file's name.
"""

import json
import sys
from contextlib import suppress
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_PAGES = 2_000
_CHARACTERS = 32_000_000
_MEMORY = 2_000_000_000


def main() -> None:
    """Read one PDF."""
    _limit_memory()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


def answer(data: bytes) -> dict[str, str]:
    """The text of a PDF's bytes, its pages parted by a blank line, or what is wrong with it."""
    try:
        return _read(data)
    except RecursionError:
        return {"problem": "is a PDF with parts that are nested without end; save it anew"}
    except MemoryError:
        return {"problem": "is a PDF that needs too much memory; save it anew, or store its text"}
    except Exception as error:  # noqa: BLE001 -- a broken file breaks pypdf in ways that it does not name
        return {"problem": f"is a broken PDF ({type(error).__name__}); download or save it again"}


def _read(data: bytes) -> dict[str, str]:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opened(reader):
        return {"problem": "is an encrypted PDF; store a copy without a password"}
    if len(reader.pages) > _PAGES:
        return {"problem": f"is a PDF of {len(reader.pages):,} pages; the limit is {_PAGES:,}: store the part you cite"}
    text = "\n\n".join(page.extract_text() for page in reader.pages)
    if len(text) > _CHARACTERS:
        return {"problem": "is a PDF of more text than can be read; store the part you cite"}
    if not any(map(str.isalnum, text)):
        return {"problem": "is a PDF with no text in it, run OCR first"}
    return {"text": text.encode("utf-8", "replace").decode()}


def _opened(reader: PdfReader) -> bool:
    """Whether an encrypted PDF opens without a password, as those do that only restrict printing."""
    with suppress(PyPdfError, ImportError):
        return bool(reader.decrypt(""))
    return False


def _limit_memory() -> None:
    """Bound the memory of this process if the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
