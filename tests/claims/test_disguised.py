"""Forbidden wording in disguise; rows without a finding come first."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

HONEST = {
    "another sentence": ("pilot error", "The pilot left. Error is human."),
    "other ends of words": ("pilot error", "It was a pilote rror."),
    "a Cyrillic word": ("он", "It was on."),
    "a word of another script": ("pilot error", "The word пилот is Russian, and caf\u00e9 is French."),
}
DISGUISED = {
    "a zero-width space": ("pilot error", "It was p\u200bilot error.", "p\u200bilot error"),
    "one between the words": ("pilot error", "It was pilot\u200berror.", "pilot\u200berror"),
    "a byte-order mark": ("pilot error", "It was pi\ufefflot error.", "pi\ufefflot error"),
    "a Cyrillic letter": ("pilot error", "It was pil\u043et error.", "pil\u043et error"),
    "a mathematical letter": ("pilot error", "It was \U0001d429ilot error.", "\U0001d429ilot error"),
    "letters in circles": ("pilot error", "It was ⓟilot error.", "ⓟilot error"),
    "digits of formulas": ("15 pilots", "So 𝟏𝟓 pilots left.", "𝟏𝟓 pilots"),
    "a filler": ("pilot error", "It was pi\u3164lot error.", "pi\u3164lot error"),
    "a variation selector": ("pilot error", "It was pi\ufe0flot error.", "pi\ufe0flot error"),
    "a soft hyphen at the end": ("pilot error", "It was pilot\u00ad error.", "pilot\u00ad error"),
    "a compound": ("co-pilot error", "It was c\u043e-pilot error.", "c\u043e-pilot error"),
    "Cyrillic itself": ("пилот", "Это был п\u200bилот.", "п\u200bилот"),
}


def found(hold: Callable[..., Report], says: str, text: str) -> list[str]:
    spec = f"claims: [{{id: c, facts: [nothing]}}]\nforbidden: [{{id: f, says: '{says}'}}]\n"
    return [one.found or "" for one in hold(f"{text}\n", spec).errors if one.rule == "forbidden-claim"]


@pytest.mark.parametrize(("says", "text"), HONEST.values(), ids=HONEST)
def test_what_is_no_disguise(hold: Callable[..., Report], says: str, text: str) -> None:
    assert found(hold, says, text) == []


@pytest.mark.parametrize(("says", "text", "stands"), DISGUISED.values(), ids=DISGUISED)
def test_forbidden_wording_in_disguise(hold: Callable[..., Report], says: str, text: str, stands: str) -> None:
    assert found(hold, says, text) == [stands]
