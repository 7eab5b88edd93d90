"""The stored text of a source, read from a file."""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path

from factspec.article import ArticleError
from factspec.files import Unreadable, read_regular
from factspec.pdf import PdfUnreadable, pdf_text
from factspec.reading import visible_text
from factspec.sources.stored import StoredText

LIMIT = 32_000_000
"""The bytes that a stored text may have."""

_PDF = ".pdf"
# Lines, tags and brackets that a text may have: each costs a kilobyte while it is read, and a book has far fewer.
_PARTS = 1_000_000
# Letters that type sets as one sign (Unicode, block Alphabetic Presentation Forms).
_LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True)))


def read_source(path: Path) -> StoredText:
    """The stored text in a file; what is wrong with the file stands in its `problem`."""
    try:
        data = read_regular(path, LIMIT)
    except Unreadable as error:
        return StoredText(problem=str(error))
    return source_text(data, path.name)


def source_text(data: bytes, name: str) -> StoredText:
    """The stored text in the bytes of a file, whose name's suffix says how to read it."""
    digest = sha256(data).hexdigest()
    if not data.strip():
        return StoredText(digest, problem="is empty")
    is_pdf = name.lower().endswith(_PDF)
    if not is_pdf and sum(map(data.count, (b"\n", b"<", b"["))) > _PARTS:
        return StoredText(digest, problem=f"has more than {_PARTS:,} lines, tags and brackets; store the part you cite")
    try:
        text = pdf_text(data) if is_pdf else visible_text(data, name, LIMIT)
    except PdfUnreadable as error:
        return StoredText(digest, problem=str(error))
    except ArticleError as error:
        at = f" in line {error.line}" if error.line else ""
        return StoredText(digest, problem=f"cannot be read{at}: {error}")
    if not any(map(str.isalnum, text)):
        return StoredText(digest, problem="has no visible text")
    return StoredText(digest, unicodedata.normalize("NFC", _BROKEN.sub("", text.translate(_LIGATURES))))


# A soft hyphen at which a word was broken at the end of a line.
_BROKEN = re.compile("\u00ad\\s{1,9}")
