"""Show how factspec reads an article: its blocks, sentences, markers and references."""

import argparse
import json
import sys
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from factspec.articles.article import Article, ArticleError, Sentence
from factspec.articles.contracts import MARKERS
from factspec.language.printing import printable
from factspec.projects.loading import parse_article
from factspec.specs.writing import scalar

HELP = "show how factspec reads an article"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("article", metavar="ARTICLE", help="the article's file")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for programs")
    parser.add_argument(
        "--citations",
        action="append",
        choices=("none", *MARKERS),
        help="a style of citation to read; may be given several times (default: the format's usual ones)",
    )
    parser.add_argument("--select", default="", help="the element of a page that holds the article")


def run(arguments: argparse.Namespace) -> int:
    """Print the article; the exit code is 0, or 2 if it cannot be read."""
    chosen = arguments.citations
    wanted = None if chosen is None else tuple(style for style in chosen if style != "none")
    try:
        article = parse_article(arguments.article, styles=wanted, select=arguments.select)
    except ArticleError as error:
        place = f":{error.line}:{error.column}" if error.line else ""
        sys.stderr.write(f"factspec show: {printable(error.path)}{place}: {printable(str(error))}\n")
        return 2
    shown = _read(article)
    lines = [json.dumps(shown, indent=2)] if arguments.format == "json" else _lines(shown, article)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _read(article: Article) -> dict[str, Any]:
    """The article as plain values; lines and columns count from 1."""
    sentences: list[list[dict[str, Any]]] = [[] for _ in article.blocks]
    for sentence, cites in zip(article.sentences, _cites(article), strict=True):
        place = article.place(sentence.start)
        text = article.text[sentence.start : sentence.end]
        row = {"line": place.line, "column": place.column, "text": text, "cites": cites}
        sentences[sentence.block].append(row)
    return {
        "blocks": [
            {"kind": str(block.kind), "line": article.place(block.start).line, "sentences": rows}
            for block, rows in zip(article.blocks, sentences, strict=True)
        ],
        "markers": [
            {"ids": list(marker.ids), **_place(article, marker.source_start)}
            | {"source": article.source[marker.source_start : marker.source_end]}
            for marker in article.markers
        ],
        "references": [
            {
                "id": reference.id,
                "line": article.lines.place(reference.source_start).line,
                "text": reference.text,
            }
            for reference in article.references
        ],
    }


def _place(article: Article, source_offset: int) -> dict[str, int]:
    place = article.lines.place(source_offset)
    return {"line": place.line, "column": place.column}


def _cites(article: Article) -> list[list[str]]:
    """For each sentence the ids of the markers in it or directly after its stop, each once."""
    found: list[dict[str, None]] = [{} for _ in article.sentences]
    ends = [sentence.end for sentence in article.sentences]
    for marker in article.markers:
        index = bisect_left(ends, marker.at)
        if index < len(found) and _holds(article.sentences[index], marker.at):
            found[index].update(dict.fromkeys(marker.ids))
    return [list(ids) for ids in found]


def _holds(sentence: Sentence, at: int) -> bool:
    return sentence.start <= at <= sentence.end


def _whole(text: str) -> str:
    """A sentence made printable, which is never cut, so that its wording can be copied into a spec."""
    return printable(text, len(text))


def _lines(shown: dict[str, Any], article: Article) -> Iterator[str]:
    """The lines for people; a sentence that YAML would not read as it is comes with the `says` to write for it."""
    for block in shown["blocks"]:
        yield f"{block['line']}: {block['kind']}"
        for sentence in block["sentences"]:
            cites = f"  [{', '.join(map(printable, sentence['cites']))}]" if sentence["cites"] else ""
            place, text = f"{sentence['line']}:{sentence['column']}", " ".join(sentence["text"].split())
            yield f"  {place}  {_whole(text)}{cites}"
            if (says := scalar(text, flow=False)) != text:
                yield f"  {' ' * len(place)}  says: {_whole(says)}"
    yield f"markers: {len(article.markers)}"
    for row, marker in zip(shown["markers"], article.markers, strict=True):
        cites = ", ".join(map(printable, marker.ids)) or "nothing"
        problem = f"  {printable(marker.problem)}" if marker.problem else ""
        yield f"  {row['line']}:{row['column']}  {printable(row['source'])}  cites {cites}{problem}"
    yield f"references: {len(article.references)}"
    for row, reference in zip(shown["references"], article.references, strict=True):
        target = f"  {printable(reference.url)}" if reference.url not in {"", reference.text} else ""
        yield f"  {row['line']}  {printable(reference.id)}  {printable(reference.text)}{target}"
