"""Draw what a terminal shows when an edit breaks a claim: docs/terminal.svg, which the README begins with.

`make picture` runs the commands in a terminal of its own and draws what they print. Needs rich, of the group `dev`.
"""

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

sys.path.insert(0, str(Path(__file__).parent))
from terminal import in_terminal

PICTURE = Path(__file__).parent / "terminal.svg"
FILES = {
    "pyproject.toml": "[tool.factspec]\n",
    "articles/library.txt": """\
The library opens on Sundays from 6 September, the council said on Tuesday [1]. The plan costs 84,000 euros a year [2].
""",
    "specs/library.factspec.yaml": """\
factspec: 1
article: ../articles/library.txt
strict: true
sources: [1, 2]
claims:
  - id: sundays
    says: The library opens on Sundays from 6 September, the council said on Tuesday.
    cites: [1]
  - id: cost
    says: The plan costs 84,000 euros a year.
    cites: [2]
""",
}
APPROVE = "factspec approve --yes --by Ada"
# Each command, and the keys that the person presses in it.
SESSION = (
    ("sed -i.old 's/Tuesday/Thursday/; s/The plan/The change/' articles/library.txt", ""),
    ("factspec check -q", ""),
    ("factspec review --by Ada", "sa"),
    ("factspec check -q", ""),
)
COLUMNS = 96
_BACK, _FRONT = (22, 27, 34), (230, 237, 243)
_RED, _GREEN, _YELLOW = (255, 123, 114), (126, 231, 135), (242, 204, 96)
_BLUE, _MAGENTA, _CYAN = (121, 192, 255), (210, 168, 255), (86, 212, 221)
THEME = TerminalTheme(_BACK, _FRONT, [_BACK, _RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN, _FRONT])
# A window that is dark on light and dark pages, in the fonts that the reader has.
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" class="rich-terminal" viewBox="0 0 {width} {height}" role="img">
<title>An edit in a terminal: factspec names the fact that changed, and a rewording is accepted with one key</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect fill="#161b22" width="{width}" height="{height}" rx="10"/>
<g transform="translate(28, 30)" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def session(folder: Path) -> str:
    """All that the terminal shows, with the escapes that colour it."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    _shown(APPROVE, "", folder)
    prompt = "\x1b[2m$\x1b[0m \x1b[1m"
    return "\n".join(f"{prompt}{command}\x1b[0m\n{_shown(command, keys, folder)}" for command, keys in SESSION)


def _shown(command: str, keys: str, folder: Path) -> str:
    pressed: Iterator[str] = iter(keys)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    shown = in_terminal(
        ["sh", "-c", command] if command.startswith("sed") else shlex.split(command),
        folder,
        lambda so_far: next(pressed, None) if so_far.endswith("> ") else None,
        environment,
        columns=COLUMNS,
    )
    return shown.screen


def drawn(screen: str) -> str:
    """A terminal's screen as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(screen), soft_wrap=True)
    return console.export_svg(title="", theme=THEME, code_format=FORMAT, unique_id="shown")


def words(svg: str) -> list[str]:
    """The words of a picture, in order."""
    matrix = svg[svg.index('-matrix">') :]
    return re.sub(r"<[^>]*>", " ", matrix).replace("&#160;", " ").split()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(drawn(session(Path(folder))), encoding="utf-8")
