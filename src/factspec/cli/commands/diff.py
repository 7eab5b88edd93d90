"""`factspec diff OLD NEW` and `factspec diff REV [PATH…]`: what changed in the facts of articles."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factspec.articles.contracts import MARKERS
from factspec.claims.article_change import WHOLES, Change
from factspec.language.printing import printable, printable_path
from factspec.projects.article_versions import Reading, VersionError, Versions, two_files
from factspec.projects.paths import is_file

HELP = "show which facts changed between two articles, or since a git revision"

_VERSION = 1
# A whole sentence is shown, unless it is longer than any that a person wrote.
_SENTENCE = 2000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The versions to compare, how articles are read, and the form of the answer."""
    parser.usage = "factspec diff [OPTION…] OLD NEW\n       factspec diff [OPTION…] REV [PATH…]"
    parser.add_argument(
        "versions",
        nargs="+",
        metavar="OLD NEW | REV [PATH…]",
        help="two files; or a git revision, and the files or folders to compare with it (default: all articles here)",
    )
    parser.add_argument("--all", action="store_true", help="also list other words that state the same facts")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for programs")
    parser.add_argument(
        "--citations",
        action="append",
        choices=("none", *MARKERS),
        help="a style of citation to read; may be given several times (default: the format's usual ones)",
    )
    parser.add_argument("--select", default="", help="the element of a page that holds the article")


class _Compared(NamedTuple):
    """Two versions of an article and what changed between them; a new or removed article has no changes."""

    versions: Versions
    changes: tuple[Change, ...]

    @property
    def counts(self) -> int:
        """How many facts changed, or 1 for an article that was added or removed."""
        is_whole = self.versions.old is None or self.versions.new is None
        return 1 if is_whole else sum(change.counts for change in self.changes)


def run(arguments: argparse.Namespace) -> int:
    """Print what changed; the exit code is 0 if no fact did, 1 if one did, 2 if the call or an article is wrong."""
    chosen = arguments.citations
    styles = None if chosen is None else tuple(style for style in chosen if style != "none")
    try:
        found = list(_versions(arguments.versions, Path.cwd(), Reading(styles, arguments.select)))
    except VersionError as error:
        found = [error]
    compared = [_compared(one) for one in found if not isinstance(one, VersionError)]
    mistakes = [one for one in found if isinstance(one, VersionError)]
    for mistake in mistakes:
        for line in str(mistake).splitlines():
            print(f"factspec diff: {line}", file=sys.stderr)
    if compared or not mistakes:
        print(_json(compared) if arguments.format == "json" else _text(compared, all_words=arguments.all))
    return 2 if mistakes else int(any(one.counts for one in compared))


def _versions(words: Sequence[str], folder: Path, reading: Reading) -> Iterable[Versions | VersionError]:
    """Two words are OLD and NEW if they are files; otherwise the first is a revision."""
    if len(words) == 2 and all(is_file(folder / word) for word in words):
        return [two_files(folder, words[0], words[1], reading)]
    from factspec.projects.articles_since import articles_since

    return articles_since(words, folder, reading)


def _compared(one: Versions) -> _Compared:
    if one.old is None or one.new is None or one.old.sha256 == one.new.sha256:
        return _Compared(one, ())
    from factspec.claims.article_diff import article_diff

    return _Compared(one, article_diff(one.old, one.new))


# As text.


def _text(compared: Sequence[_Compared], *, all_words: bool) -> str:
    lines = [line for one in compared for line in _lines(one, all_words=all_words)]
    return "\n".join([*lines, _summary(compared, all_words=all_words)])


def _lines(one: _Compared, *, all_words: bool) -> Iterator[str]:
    old_name, new_name, old, new = one.versions
    if old is None or new is None:
        name, article, what = (new_name, new, "added") if new else (old_name, old, "removed")
        size = len(article.sentences) if article else 0
        yield f"{printable_path(name)}:1:1: article {what}: {_counted(size, 'sentence')}"
    for change in one.changes:
        if change.counts or all_words:
            place, name = (change.new_place, new_name) if change.new_place else (change.old_place, old_name)
            where = f":{place.line}:{place.column}" if place else ""
            yield f"{printable_path(name)}{where}: {_message(change)}"


def _message(change: Change) -> str:
    """What changed, such as `date 16 July 2001 → 16 July 2002`, `negation added: not` or `row removed: …`."""
    old, new = (_shown(change, text) for text in (change.old, change.new))
    if not old:
        return f"{change.kind} added: {new}"
    if not new:
        return f"{change.kind} {'removed' if change.kind in WHOLES else 'dropped'}: {old}"
    return f"{change.kind} moved: {new}" if change.kind in WHOLES else f"{change.kind} {old} → {new}"


def _shown(change: Change, text: str) -> str:
    words = printable(text, _SENTENCE)
    return f"“{words}”" if words and change.kind == "quotation" else words


def _summary(compared: Sequence[_Compared], *, all_words: bool) -> str:
    if not compared:
        return "no article changed"
    changes = sum(one.counts for one in compared)
    words = sum(not change.counts for one in compared for change in one.changes)
    found = f"{_counted(changes, 'change') if changes else 'no fact changed'} in {_counted(len(compared), 'article')}"
    if words:
        found += f"; {_counted(words, 'difference')} of wording alone" + ("" if all_words else " (listed with --all)")
    return found


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


# As JSON.


def _json(compared: Sequence[_Compared]) -> str:
    shown = {
        "version": _VERSION,
        "summary": {
            "articles": len(compared),
            "changes": sum(one.counts for one in compared),
            "wording": sum(not change.counts for one in compared for change in one.changes),
        },
        "articles": [_article(one) for one in compared],
    }
    return json.dumps(shown, indent=2).replace("##", "#\\u0023")


def _article(one: _Compared) -> dict[str, Any]:
    old_name, new_name, old, new = one.versions
    status = "added" if old is None else "removed" if new is None else "compared"
    return {
        "old": old_name,
        "new": new_name,
        "status": status,
        "changes": [_change(change) for change in one.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    old, new = change.old_place, change.new_place
    return {
        "kind": change.kind,
        "old": change.old,
        "new": change.new,
        "counts": change.counts,
        "old_line": old.line if old else None,
        "old_column": old.column if old else None,
        "line": new.line if new else None,
        "column": new.column if new else None,
    }
