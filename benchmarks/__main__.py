"""`python -m benchmarks`: the whole processes beside their bounds, then the engine."""

import sys
from pathlib import Path

import pytest

from benchmarks import processes, reports

processes.main()
reports.main()
sys.exit(pytest.main([str(Path(__file__).with_name("test_engine.py")), "-q", "--benchmark-columns=min,median,rounds"]))
