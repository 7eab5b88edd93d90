import json
from argparse import ArgumentParser, Namespace

import pytest

from factspec.cli.commands import schema


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser()
    schema.add_arguments(parser)
    assert parser.parse_args([]) == Namespace()
    assert schema.run(Namespace()) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["properties"]["factspec"]["enum"] == [1, "1"]
    assert "uncited" in printed["properties"]["rules"]["propertyNames"]["enum"]
