"""The site that `make docs` builds: without a warning, with search, and with nothing from the network."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="the site is not built: `make docs` installs what builds it")
pytest.importorskip("myst_parser", reason="the site is not built: `make docs` installs what builds it")
pytest.importorskip("furo", reason="the site is not built: `make docs` installs what builds it")

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built anew."""
    folder = tmp_path_factory.mktemp("site")
    words = ["--fail-on-warning", "--builder", "html", "--doctree-dir", str(folder / ".doctrees"), "docs", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "--quiet", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_every_page_is_in_the_site_and_in_its_menu(site: Path) -> None:
    menu = (site / "index.html").read_text(encoding="utf-8")

    for page in (ROOT / "docs").glob("*.md"):
        assert (site / f"{page.stem}.html").is_file()
        assert page.stem == "index" or f'href="{page.stem}.html"' in menu, page.name


def test_words_of_every_page_are_found(site: Path) -> None:
    index = (site / "searchindex.js").read_text(encoding="utf-8")

    for page in (ROOT / "docs").glob("*.md"):
        assert f'"{page.stem}"' in index, page.name
    assert "sunday" in index


def test_nothing_is_loaded_from_the_network(site: Path) -> None:
    loaded = re.compile(
        r"<(?:script|img|iframe|link)[^>]*?(?:src|href)=\"(?:https?:)?//[^\"]*|url\([\"']?(?:https?:)?//|@import"
    )

    for file in site.rglob("*"):
        if file.suffix in {".html", ".css", ".svg"}:
            assert loaded.findall(file.read_text(encoding="utf-8")) == [], file.name
