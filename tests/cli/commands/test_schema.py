import json
from argparse import ArgumentParser, Namespace

import pytest
from jsonschema import Draft7Validator

from factspec.cli.commands import schema


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser()
    schema.add_arguments(parser)
    arguments = parser.parse_args([])
    assert arguments == Namespace(report=False)
    assert schema.run(arguments) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["required"] == ["factspec", "article"]
    rules = printed["properties"]["rules"]["else"]["properties"]
    assert rules["uncited"]["description"] == "A sentence cites no source."


def test_that_of_the_report_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema.run(Namespace(report=True)) == 0
    printed = json.loads(capsys.readouterr().out)
    Draft7Validator.check_schema(printed)
    assert {"findings", "files", "incomplete"} <= set(printed["required"])
