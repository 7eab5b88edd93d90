"""An article that the policy names has no spec.

A spec covers the articles that it names, even if it contains mistakes, which fail by themselves. Specs of a nested
project with its own policy do not count.

Example: `[tool.factspec] articles = ["articles/*.md"]`, and no spec names articles/new.md.
Fix: write a spec for the article, or narrow the globs.
"""

from factspec.rules.finding import Severity

FAMILY = "files"
SEVERITY = Severity.ERROR
FIXED = True
