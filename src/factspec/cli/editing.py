"""A spec in the editor of the person at the terminal."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from factspec.projects.paths import SPEC_LIMIT, Unreadable, read_regular, reason

# Editors that open a file at a line if the argument before it is `+LINE`.
_AT_LINE = frozenset("vi vim nvim nano emacs emacsclient kak micro joe ne mg pico".split())


class EditorError(Exception):
    """Nothing was edited; the text says why."""


def by_hand(spec: Path, data: bytes, line: int) -> bytes:
    """The bytes of a spec after somebody edited a copy of it; raises `EditorError`.

    The editor is that of `VISUAL` or `EDITOR`; it begins at `line`, counted from 1, if it is known how to.
    """
    command = _editor()
    with tempfile.TemporaryDirectory(prefix="factspec-") as folder:
        copy = Path(folder, spec.name)
        copy.write_bytes(data)
        at = [f"+{line}"] if line and Path(command[0]).name in _AT_LINE else []
        try:
            code = subprocess.run([*command, *at, str(copy)], check=False).returncode  # noqa: S603 -- the user's own
            edited = read_regular(copy, SPEC_LIMIT)
        except OSError as error:
            raise EditorError(f"the editor {command[0]} cannot be started: {reason(error)}") from error
        except Unreadable as error:
            raise EditorError(f"the edited spec {error}") from error
    if code:
        raise EditorError(f"the editor ended with code {code}, so nothing was taken over")
    if edited == data:
        raise EditorError("nothing was changed in the editor")
    return edited


def _editor() -> list[str]:
    """The command of the editor and its arguments; raises `EditorError`."""
    name = "VISUAL" if os.environ.get("VISUAL") else "EDITOR"
    try:
        command = shlex.split(os.environ.get(name, ""))
    except ValueError as error:
        raise EditorError(f"{name} has a quotation mark that is not closed, or ends in a backslash") from error
    if not command:
        raise EditorError("no editor is known: set EDITOR, such as `export EDITOR=nano`")
    return command
