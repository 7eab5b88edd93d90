"""Links to folders below those of specs: pytest would walk out of the project, or in circles for minutes."""

from pathlib import Path

import pytest

from factspec.projects.globs import spec_folders
from factspec.projects.paths import find_root, inside, plain_path, real_path, refused_link
from factspec.projects.projects import load_policy
from factspec.specs.policy import Policy, PolicyError

_ENTERED = pytest.StashKey[dict[Path, Path]]()


def is_passed_by(link: Path, config: pytest.Config) -> bool:
    """Whether pytest is not to enter a link to a folder: it is refused, or another link to the same was entered."""
    root, folder = _spec_folder(plain_path(link))
    if folder is None:
        return False
    if refused_link(link, (real_path(root), real_path(folder))):
        return True
    entered = config.stash.setdefault(_ENTERED, {})
    return entered.setdefault(real_path(link), link) != link


def _spec_folder(link: Path) -> tuple[Path, Path | None]:
    """The root of a link's project, and the folder of specs that the link is in, None if it is in none."""
    root = find_root(link.parent)
    try:
        policy = load_policy(root)
    except PolicyError:
        policy = Policy()
    roots = [root]
    if root == link.parent:  # without a policy or a repository
        roots += [one.parent for one in link.parents if one.name == "specs"]
    found = ((one, folder) for one in roots for folder in spec_folders(one, policy) if inside(link.parent, folder))
    return next(found, (root, None))
