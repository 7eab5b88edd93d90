"""How Sphinx builds the site: `make docs`."""

import tomllib
from pathlib import Path

_ROOT = Path(__file__).parents[1]

project = "factspec"
author = "the authors of factspec"
release = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
html_title = f"factspec {release}"

extensions = ["myst_parser"]
# The anchors of headings are those that a project page gives them.
myst_heading_anchors = 4
myst_links_external_new_tab = False
# A dash in the name of an option is no punctuation.
smartquotes = False
nitpicky = True

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
pygments_style = "friendly"
pygments_dark_style = "monokai"
html_theme_options = {
    "sidebar_hide_name": False,
    "light_css_variables": {"color-brand-primary": "#1d4f91", "color-brand-content": "#1d4f91"},
    "dark_css_variables": {"color-brand-primary": "#8ab8ff", "color-brand-content": "#8ab8ff"},
}
