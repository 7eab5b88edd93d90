"""Where the stored texts of sources are: each file is read once a run, however many specs name it."""

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from factspec import registry
from factspec.article import Article
from factspec.reading import suffixes
from factspec.resolving import PathRefused, resolve_inside
from factspec.root import real_path
from factspec.sources.held import Stored
from factspec.spec.model import Mistake, Source, Spec
from factspec.text.printable import printable

_PDF = ".pdf"
# Characters of the texts that are kept for further specs; the last one read is kept whatever its size.
_KEPT = 64_000_000


class StoredTexts:
    """The stored texts of a run; of those not used for long only as many are kept as memory allows."""

    def __init__(self, kept: int = _KEPT) -> None:
        """Know none yet; `kept` bounds the characters that are kept."""
        self._kept = kept
        self._texts: OrderedDict[Path, Stored] = OrderedDict()

    def of(self, path: Path) -> Stored:
        """The stored text in a file, by its resolved path."""
        if path not in self._texts:
            self._texts[path] = registry.load("factspec", "storing").read_source(path)
        self._texts.move_to_end(path)
        while len(self._texts) > 1 and sum(len(one.text) for one in self._texts.values()) > self._kept:
            self._texts.popitem(last=False)
        return self._texts[path]


class SourceFiles(NamedTuple):
    """Where the stored texts of a spec's sources are, by id: a file, or what is wrong with the path.

    `texts` reads them when an article is judged, so that those of all specs need not be in memory together.
    """

    files: Mapping[str, Path | Stored]
    texts: StoredTexts

    def of(self, spec: Spec, article: Article) -> dict[str, Stored]:
        """The stored texts of a spec's sources, by id; of a shared file's only those that article or evidence name."""
        named = _named(article, spec)
        wanted = (one for one in spec.sources if one.id in self.files and (not one.shared or named & _names(one)))
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
    return str(registry.load("factspec.text", "urls").same_page(url))


def source_files(spec: Spec, path: Path, root: Path, texts: StoredTexts) -> tuple[SourceFiles, tuple[Mistake, ...]]:
    """Where the stored texts of a spec at a path are, and its mistakes: paths that must not be written."""
    files: dict[str, Path | Stored] = {}
    mistakes: list[Mistake] = []
    stored = [source for source in spec.sources if source.text]
    if not stored:
        return SourceFiles(files, texts), ()
    articles = frozenset(real_path(path.parent / one.file) for one in spec.renditions if "\0" not in one.file)
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
    message = f"the stored text of source `{printable(source.id, 60)}` is the article, in which everything stands"
    return Mistake(*_place(spec, source), message, "name the file that holds the words of the source")


def _place(spec: Spec, source: Source) -> tuple[str, int, int]:
    """Where a source's stored text is named: in the spec, or in the file of sources that it names."""
    return (source.file, source.file_text_line, 1) if source.file else (spec.path, source.text_line, 1)
