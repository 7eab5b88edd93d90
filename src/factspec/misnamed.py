"""Specs whose names do not end as a spec's: nothing collects them, and nothing would say so."""

import re
from collections.abc import Iterator
from pathlib import Path

from factspec.files import first_bytes
from factspec.project import Globs, yaml_beside_specs
from factspec.root import SPEC_SUFFIX, shown_path
from factspec.spec.model import Mistake
from factspec.text.printable import printable

_LOOKED_AT = 2_000
# Few projects have YAML beside their specs: these patterns are made when one has.
# The key of the language's version, at the beginning of a line or of a mapping in braces.
_VERSION = rb"(?im)^(?:\xef\xbb\xbf)?(?:\{\s*)?[\"']?factspec[\"']?[ \t]*:"
_NAMED = r"(?i)factspec\.ya?ml\Z"
_ENDING = r"(?i)(?:[._-]*(?:fact[._-]?)?specs?)?\.ya?ml\Z"


def misnamed_specs(root: Path, policy: Globs) -> Iterator[tuple[Path, Mistake]]:
    """A mistake for each YAML file that is a spec and is not named so, among the specs of a policy."""
    for path in yaml_beside_specs(root, policy):
        if re.search(_NAMED, path.name) or re.search(_VERSION, first_bytes(path, _LOOKED_AT)):
            # Without a name before it the ending would hide the file.
            name = (re.sub(_ENDING, "", path.name) or "article") + SPEC_SUFFIX
            problem = "begins with a dot" if path.name[0] == "." else f"does not end with `{SPEC_SUFFIX}`"
            message = f"this is a spec, but is not read as one: its name {problem}"
            yield path, Mistake(shown_path(path, root), 1, 1, message, f"rename it to `{printable(name, 120)}`")
