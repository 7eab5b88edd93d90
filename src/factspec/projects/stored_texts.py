"""Where the stored texts of sources are: each file is read once a run, however many specs name it."""

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factspec.articles.article import Article, ArticleError
from factspec.articles.reading import suffixes, visible_text
from factspec.articles.references import same_page
from factspec.claims.evidence.model import Stored
from factspec.language.printing import printable
from factspec.projects.paths import PathRefused, Unreadable, on_disk, read_regular, real_path, resolve_inside
from factspec.specs.model import Mistake, Source, Spec

_PDF = ".pdf"
# Characters of the texts that are kept for further specs; the last one read is kept whatever its size.
_KEPT = 64_000_000


class StoredTexts:
    """The stored texts of a run; of those not used for long only as many are kept as memory allows.

    `unsettled` are the files that may be read otherwise the next time, though their bytes do not change: those that
    could not be opened, and PDFs that could not be read, because their reader has bounds on time and memory.
    """

    def __init__(self, kept: int = _KEPT) -> None:
        """Know none yet; `kept` bounds the characters that are kept."""
        self._kept = kept
        self._texts: OrderedDict[Path, Stored] = OrderedDict()
        self.unsettled: set[Path] = set()

    def of(self, path: Path) -> Stored:
        """The stored text in a file, by its resolved path."""
        if path not in self._texts:
            text = self._texts[path] = read_source(path)
            if not text.sha256 or (text.problem and path.suffix.lower() == _PDF):
                self.unsettled.add(path)
        self._texts.move_to_end(path)
        while len(self._texts) > 1 and sum(len(one.text) for one in self._texts.values()) > self._kept:
            self._texts.popitem(last=False)
        return self._texts[path]

    def forget(self, paths: Iterable[Path]) -> None:
        """Read these files anew, and those that may be read otherwise the next time."""
        for path in {*map(real_path, paths), *self.unsettled}:
            self._texts.pop(path, None)
        self.unsettled.clear()


class SourceFiles(NamedTuple):
    """Where the stored texts of a spec's sources are, by id: a file, or what is wrong with the path.

    `texts` reads them when an article is judged, so those of all specs need not be in memory together.
    """

    files: Mapping[str, Path | Stored]
    texts: StoredTexts

    def of(self, spec: Spec, article: Article) -> dict[str, Stored]:
        """The stored texts of a spec's sources, by id; of a shared file's only those that article or evidence name."""
        named = _named(article, spec)
        wanted = (one for one in spec.sources if one.id in self.files and (not one.file or named & _names(one)))
        return {one.id: self._open(self.files[one.id]) for one in wanted}

    def _open(self, file: Path | Stored) -> Stored:
        return self.texts.of(file) if isinstance(file, Path) else file


def _named(article: Article, spec: Spec) -> frozenset[str]:
    labels = (label for marker in article.markers for label in marker.ids)
    evidence = (piece.source for claim in spec.claims for piece in claim.evidence)
    return frozenset((*labels, *evidence, *(_same_page(link.url) for link in article.links)))


def _names(source: Source) -> frozenset[str]:
    return frozenset((source.id, *source.cited_as, *([_same_page(source.url)] if source.url else [])))


def _same_page(url: str) -> str:
    return str(same_page(url))


def source_files(spec: Spec, path: Path, root: Path, texts: StoredTexts) -> tuple[SourceFiles, tuple[Mistake, ...]]:
    """Where the stored texts of a spec at a path are, and its mistakes: paths that must not be written."""
    files: dict[str, Path | Stored] = {}
    mistakes: list[Mistake] = []
    stored = [source for source in spec.sources if source.text]
    if not stored:
        return SourceFiles(files, texts), ()
    articles = frozenset(real_path(path.parent / on_disk(one.file)) for one in spec.renditions if "\0" not in one.file)
    for source in stored:
        try:
            file = resolve_inside(root, path.parent, source.text, suffixes() | {_PDF})
            if file in articles:
                mistakes.append(_itself(spec, source))
            files[source.id] = file
        except PathRefused as error:
            if error.rule == "spec-invalid":
                mistakes.append(Mistake(*_place(spec, source), error.message, error.advice))
                continue
            said = f"the path `{printable(source.text, 120)}` "
            files[source.id] = Stored(problem=error.message.removeprefix(said))
    return SourceFiles(files, texts), tuple(mistakes)


def _itself(spec: Spec, source: Source) -> Mistake:
    name = printable(source.id, 60)
    message = f"the stored text of source `{name}` is the article itself, so every claim would be found in it"
    return Mistake(*_place(spec, source), message, "name the file that contains the words of the source")


def _place(spec: Spec, source: Source) -> tuple[str, int, int]:
    """Where a source's stored text is named: in the spec, or in the file of sources that it names."""
    return source.file or spec.path, source.text.line, source.text.column


# The stored text of a source, read from a file.


LIMIT = 32_000_000
"""The bytes that a stored text may have."""

# Lines, tags and brackets that a text may have: each costs a kilobyte while it is read, and a book has far fewer.
_PARTS = 1_000_000
# Letters that type sets as one sign (Unicode, block Alphabetic Presentation Forms).
_LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True)))


def read_source(path: Path) -> Stored:
    """The stored text in a file; what is wrong with the file is in its `problem`."""
    try:
        data = read_regular(path, LIMIT)
    except Unreadable as error:
        return Stored(problem=str(error))
    return source_text(data, path.name)


def source_text(data: bytes, name: str) -> Stored:
    """The stored text in the bytes of a file; the suffix of its name says how to read it."""
    digest = sha256(data).hexdigest()
    if not data.strip():
        return Stored(digest, problem="is empty")
    is_pdf = name.lower().endswith(_PDF)
    if not is_pdf and sum(map(data.count, (b"\n", b"<", b"["))) > _PARTS:
        return Stored(digest, problem=f"has more than {_PARTS:,} lines, tags and brackets; store the part you cite")
    text, problem = _pdf(data) if is_pdf else _visible(data, name)
    if problem:
        return Stored(digest, problem=problem)
    if not any(map(str.isalnum, text)):
        return Stored(digest, problem="has no visible text")
    from factspec.claims.evidence.stored import StoredText

    return StoredText(digest, unicodedata.normalize("NFC", _BROKEN.sub("", text.translate(_LIGATURES))))


def _pdf(data: bytes) -> tuple[str, str]:
    """The text of a PDF, and what is wrong with it."""
    from factspec.projects.pdf import PdfUnreadable, pdf_text

    try:
        return pdf_text(data), ""
    except PdfUnreadable as error:
        return "", str(error)


def _visible(data: bytes, name: str) -> tuple[str, str]:
    """The visible text of an article's format, and what is wrong with it."""
    try:
        return visible_text(data, name, LIMIT), ""
    except ArticleError as error:
        at = f" in line {error.line}" if error.line else ""
        return "", f"cannot be read{at}: {error}"


# A soft hyphen at which a word was broken at the end of a line.
_BROKEN = re.compile("\u00ad\\s{1,9}")
