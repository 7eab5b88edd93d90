"""The policy of a project, read from its file."""

from pathlib import Path

from factspec.files import Unreadable, read_regular
from factspec.policy import FILE, Policy, PolicyError, file_mistake, parse_policy
from factspec.policy import policy_mistake as mistake_in
from factspec.spec.model import Mistake
from factspec.spec.vocabulary import Vocabulary

LIMIT = 2_000_000
"""The bytes that the file of a policy may have."""


def load_policy(root: Path, known: Vocabulary | None = None) -> Policy:
    """The policy of the project at a root, the defaults where it has none; raises `PolicyError` with every mistake.

    `known` are the names that it may use, those of the installed modules where it is not given.
    """
    try:
        data = read_regular(root / FILE, LIMIT)
    except Unreadable as error:
        is_absent = str(error) == "does not exist"
        if is_absent and not (root / FILE).is_symlink():
            return Policy()
        what = "is a link that leads nowhere" if is_absent else error
        raise PolicyError((file_mistake(1, 1, f"{FILE} {what}", "make it a regular file"),)) from error
    return parse_policy(data, known)


def policy_mistake(root: Path, key: str, value: str, message: str, advice: str) -> Mistake:
    """A mistake of a text at a key of a project's policy that shows only beside the project's files."""
    return mistake_in(read_regular(root / FILE, LIMIT), key, value, message, advice)
