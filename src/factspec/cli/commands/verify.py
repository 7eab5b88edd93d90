"""`factspec verify RECEIPT [ARTICLE…]`: whether articles are the ones that were checked, and found right."""

import argparse
import sys
from pathlib import Path

from factspec.language.printing import printable, printable_path
from factspec.projects.receipts import ReceiptError, read_receipt, verify

HELP = "say whether articles are as they were when they were checked"

_LIMIT = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The receipt and the articles."""
    parser.add_argument("receipt", type=Path, metavar="RECEIPT", help="a report of `factspec check --format json`")
    parser.add_argument(
        "articles",
        nargs="*",
        type=Path,
        metavar="ARTICLE",
        help="the articles about to be published; default: all of the receipt, and those that the policy names",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong; the exit code is 0 if nothing is, 1 if something is, 2 if the file is no receipt."""
    file: Path = arguments.receipt
    try:
        receipt = read_receipt(file)
    except ReceiptError as error:
        print(f"factspec verify: {printable_path(file.as_posix())} {error}", file=sys.stderr)
        return 2
    starts = (Path.cwd(), *(one.parent for one in arguments.articles[:1]), file.parent)
    articles, problems = verify(receipt, arguments.articles, starts)
    for problem in problems:
        print(printable(problem, _LIMIT))
    if problems:
        print(f"not verified: {_counted(len(problems), 'problem')}")
        return 1
    print(f"verified: {_counted(articles, 'article')} as checked by factspec {receipt.factspec}, without an error")
    return 0


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
