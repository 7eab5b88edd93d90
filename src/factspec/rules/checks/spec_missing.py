"""The articles that the policy's `articles` globs name are compared with those that a spec covers.

A spec covers the articles that it names, also where it has mistakes, for which it fails itself; a spec of a project
further inside, with a policy of its own, covers none.

Example: `[tool.factspec] articles = ["articles/*.md"]`, and no spec names articles/new.md.
Fix: write a spec for the article, or narrow the globs.
"""

from factspec.rules.finding import Severity

FAMILY = "files"
SEVERITY = Severity.ERROR
FIXED = True
