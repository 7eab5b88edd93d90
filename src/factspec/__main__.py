"""`python -m factspec`."""

import sys

from factspec.cli import main

sys.exit(main())
