"""A spec or the policy contains a mistake.

All mistakes are reported in one run, each with its line; a YAML syntax error is reported alone. Specs that pytest
does not collect, and files that are almost named like a spec, are reported here too.

Example: `cite: [1]` instead of `cites: [1]`.
Fix: do what the message says. `factspec schema` prints the JSON schema of specs for editors.
"""

from factspec.rules.finding import Severity

FAMILY = "files"
SEVERITY = Severity.ERROR
FIXED = True
