"""The article cannot be read.

Example: the file is missing, empty, binary, not in UTF-8, or larger than 10 MB.
Fix: do what the message says.
"""

from factspec.rules.finding import Severity

FAMILY = "files"
SEVERITY = Severity.ERROR
FIXED = True
