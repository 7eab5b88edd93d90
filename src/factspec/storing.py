"""The stored texts of sources, read from files: each file once a run, however many specs name it."""

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from factspec.article import Article, ArticleError
from factspec.files import Unreadable, read_regular
from factspec.match.stored import StoredText
from factspec.pdf import PdfUnreadable, pdf_text
from factspec.reading import suffixes, visible_text
from factspec.resolving import PathRefused, resolve_inside
from factspec.spec.model import Mistake, Source, Spec
from factspec.text.printable import printable
from factspec.text.urls import same_page

LIMIT = 32_000_000
"""The bytes that a stored text may have."""

_PDF = ".pdf"
# Lines, tags and brackets that a text may have: each costs a kilobyte while it is read, and a book has far fewer.
_PARTS = 1_000_000
# Letters that type sets as one sign (Unicode, block Alphabetic Presentation Forms).
_LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True)))
# Characters of the texts that are kept for further specs; the last one read is kept whatever its size.
_KEPT = 64_000_000


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


class StoredTexts:
    """The stored texts of a run; of those not used for long only as many are kept as memory allows."""

    def __init__(self, kept: int = _KEPT) -> None:
        """Know none yet; `kept` bounds the characters that are kept."""
        self._kept = kept
        self._texts: OrderedDict[Path, StoredText] = OrderedDict()

    def of(self, path: Path) -> StoredText:
        """The stored text in a file, by its resolved path."""
        if path not in self._texts:
            self._texts[path] = read_source(path)
        self._texts.move_to_end(path)
        while len(self._texts) > 1 and sum(len(one.text) for one in self._texts.values()) > self._kept:
            self._texts.popitem(last=False)
        return self._texts[path]


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """Where the stored texts of a spec's sources are, by id: a file, or what is wrong with the path.

    `texts` reads them when an article is judged, so that those of all specs need not be in memory together.
    """

    files: Mapping[str, Path | StoredText] = field(default_factory=dict)
    texts: StoredTexts = field(default_factory=StoredTexts)

    def of(self, spec: Spec, article: Article) -> dict[str, StoredText]:
        """The stored texts of a spec's sources, by id; of a shared file's only those that article or evidence name."""
        named = _named(article, spec)
        wanted = (one for one in spec.sources if one.id in self.files and (not one.shared or named & _names(one)))
        return {one.id: self._open(self.files[one.id]) for one in wanted}

    def _open(self, file: Path | StoredText) -> StoredText:
        return self.texts.of(file) if isinstance(file, Path) else file


def _named(article: Article, spec: Spec) -> frozenset[str]:
    labels = (label for marker in article.markers for label in marker.ids)
    evidence = (piece.source for claim in spec.claims for piece in claim.evidence)
    return frozenset((*labels, *evidence, *(same_page(link.url) for link in article.links)))


def _names(source: Source) -> frozenset[str]:
    return frozenset((source.id, *source.cited_as, *([same_page(source.url)] if source.url else [])))


def source_files(spec: Spec, path: Path, root: Path, texts: StoredTexts) -> tuple[SourceFiles, tuple[Mistake, ...]]:
    """Where the stored texts of a spec at a path are, and its mistakes: paths that must not be written."""
    files: dict[str, Path | StoredText] = {}
    mistakes = []
    for source in spec.sources:
        if not source.text:
            continue
        try:
            files[source.id] = resolve_inside(root, path.parent, source.text, suffixes() | {_PDF})
        except PathRefused as error:
            if error.rule == "spec-invalid":
                mistakes.append(Mistake(spec.path, source.text_line, 1, error.message, error.advice))
                continue
            said = f"the path `{printable(source.text, 120)}` "
            files[source.id] = StoredText(problem=error.message.removeprefix(said))
    return SourceFiles(files, texts), tuple(mistakes)
