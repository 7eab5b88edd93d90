"""The folders of a project, those that stand behind links in it among them."""

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from factspec.root import inside, real_path


def folders_below(folder: Path, root: Path) -> Iterator[Path]:
    """A folder and the visible ones below it, each once, by the name without a link where it has one.

    A link to a folder is followed where it stays inside the folder or the project's root, as pytest follows it; so is
    a circle of links.
    """
    homes = (real_path(root), real_path(folder))
    seen: set[Path] = set()
    waiting = deque([folder])
    while waiting:
        for place, names, _ in os.walk(waiting.popleft()):
            real = real_path(Path(place))
            known = real in seen or not any(inside(real, home) for home in homes)
            visible = [] if known else sorted(name for name in names if not name.startswith("."))
            links = [name for name in visible if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118
            waiting.extend(Path(place, name) for name in links)
            names[:] = [name for name in visible if name not in links]
            if not known:
                seen.add(real)
                yield Path(place)
