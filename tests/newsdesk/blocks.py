"""`factspec blocks ARTICLE`: how many blocks an article has."""

import argparse
import sys

from factspec.projects.loading import parse_article

HELP = "count the blocks of an article"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The article."""
    parser.add_argument("article", metavar="ARTICLE", help="the article's file")


def run(arguments: argparse.Namespace) -> int:
    """Print their number; the exit code is 0."""
    sys.stdout.write(f"{len(parse_article(arguments.article).blocks)} blocks\n")
    return 0
