"""The policy of a project, read from its file."""

from pathlib import Path

from factspec.projects.files import Unreadable, read_regular
from factspec.specs.model import Mistake
from factspec.specs.names import Vocabulary
from factspec.specs.policy import FILE, Policy, PolicyError, file_mistake, parse_policy
from factspec.specs.policy import policy_mistake as mistake_in

POLICY_LIMIT = 2_000_000
"""The bytes that the file of a policy may have."""


def load_policy(root: Path, known: Vocabulary | None = None) -> Policy:
    """The policy of the project at a root, the defaults where it has none; raises `PolicyError` with every mistake.

    `known` are the names that it may use, those of the installed modules where it is not given.
    """
    return parse_policy(policy_bytes(root), known)


def policy_bytes(root: Path) -> bytes:
    """The bytes of the file that holds a project's policy, none where there is no such file; raises `PolicyError`."""
    try:
        return read_regular(root / FILE, POLICY_LIMIT)
    except Unreadable as error:
        is_absent = str(error) == "does not exist"
        if is_absent and not (root / FILE).is_symlink():
            return b""
        what = "is a link that leads nowhere" if is_absent else error
        raise PolicyError((file_mistake(1, 1, f"{FILE} {what}", "make it a regular file"),)) from error


def policy_mistake(root: Path, key: str, value: str, message: str, advice: str) -> Mistake:
    """A mistake of a text at a key of a project's policy that shows only beside the project's files."""
    return mistake_in(read_regular(root / FILE, POLICY_LIMIT), key, value, message, advice)
