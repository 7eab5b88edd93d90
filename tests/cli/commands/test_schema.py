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
    assert printed["required"] == ["factspec", "article"]
    rules = printed["properties"]["rules"]["else"]["properties"]
    assert rules["uncited"]["description"] == "A sentence cites no source."
