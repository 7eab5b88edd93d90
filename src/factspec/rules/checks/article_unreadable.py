"""An article is opened where the spec says it is, and cannot be read as its format.

Example: the file is missing, empty, binary, not UTF-8, or larger than 10 MB.
Fix: as the message says.
"""

from factspec.rules.finding import Severity

FAMILY = "files"
SEVERITY = Severity.ERROR
FIXED = True
