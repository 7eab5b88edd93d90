"""The articles that the policy's `articles` globs name are compared with those that a spec covers.

Example: `[tool.factspec] articles = ["articles/*.md"]`, and no spec names articles/new.md.
Fix: write a spec for the article, or narrow the globs.
"""

from factspec.finding import Severity

FAMILY = "files"
SEVERITY = Severity.ERROR
