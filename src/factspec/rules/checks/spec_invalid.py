"""A spec is compared with the language it is written in, and a part of it cannot be used.

Every mistake is reported in one run, each with its line; a YAML syntax error comes alone. A mistake of the policy has
this name too, and so has a spec that pytest does not collect, or that is not named as one.

Example: `cite: [1]` instead of `cites: [1]`.
Fix: as the message says; `factspec schema` prints the language, for editors.
"""

from factspec.rules.finding import Severity

FAMILY = "files"
SEVERITY = Severity.ERROR
FIXED = True
