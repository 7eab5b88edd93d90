"""A verdict as data: what is written is read back as it was, and nothing of another type is."""

import json
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.facts.difference import Difference
from factspec.projects.verdict import (
    ArticleVerdict,
    ClaimOutline,
    Counted,
    DeclaredSource,
    SpecVerdict,
    joined,
    parted,
    restored,
)
from factspec.projects.verdict_cache import Dependency, Entry
from factspec.rules.finding import IN_ORDER, ArticleResult, ClaimResult, Finding, Report, Severity, WaiverResult

RECORDS = [
    *(Entry, Counted, Dependency, SpecVerdict, ArticleVerdict, ClaimOutline, DeclaredSource),
    *(Report, ArticleResult, ClaimResult, WaiverResult, Finding, Difference),
]


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that a record declares."""
    if kind is str:
        return st.text(max_size=5)
    if kind is int:
        return st.integers(-3, 10**6)
    if kind is bool:
        return st.booleans()
    if get_origin(kind) is tuple:
        inner, *others = get_args(kind)
        if others == [...]:
            return st.lists(values(inner), max_size=2).map(tuple)
        return st.tuples(*map(values, get_args(kind)))
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    hints = get_type_hints(kind)
    return st.builds(kind, *(values(hints[name]) for name in kind._fields))


def places(data: Any, path: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """The places of all values in nested lists."""
    inner = [place for at, one in enumerate(data) for place in places(one, (*path, at))] if type(data) is list else []
    return [path, *inner]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
@given(data=st.data())
def test_a_record_comes_back_as_it_was(record: Any, data: st.DataObject) -> None:
    value = data.draw(values(record))
    again = restored(record, json.loads(json.dumps(value)))
    assert repr(again) == repr(value)


@given(verdict=values(SpecVerdict), other=st.sampled_from([None, 1.5, {}, [], [[]], "", "x", 3, True]), data=st.data())
def test_a_value_of_another_type_is_refused(verdict: SpecVerdict, other: Any, data: st.DataObject) -> None:
    written = json.loads(json.dumps(verdict))
    place = data.draw(st.sampled_from(places(written)[1:]))
    *above, last = place
    inner = written
    for at in above:
        inner = inner[at]
    same = type(other) is type(inner[last])
    inner[last] = other
    try:
        again = restored(SpecVerdict, written)
    except ValueError:
        return
    assert same
    assert restored(SpecVerdict, json.loads(json.dumps(again))) == again


@pytest.mark.parametrize("data", [None, 1, "", {}, [], [1, 2, 3, 4], [[], [], [], []], ["a", [], [], [], [], [], []]])
def test_what_is_no_verdict_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match="type"):
        restored(SpecVerdict, data)


def test_an_unknown_severity_is_refused() -> None:
    finding = Finding("a", "b", Severity.ERROR, "c", "d", 1, 1, 1, 1, "e", 1)
    written = json.loads(json.dumps(finding).replace('"error"', '"fatal"'))
    with pytest.raises(ValueError, match="fatal"):
        restored(Finding, written)


UNCOVERED = Finding("uncovered", "coverage", Severity.WARNING, "c", "d", 1, 1, 1, 1, "e", 1)


@given(verdict=values(SpecVerdict), data=st.data())
def test_a_verdict_is_its_two_parts(verdict: SpecVerdict, data: st.DataObject) -> None:
    uncovered = st.builds(UNCOVERED._replace, line=st.integers(1, 3), message=st.text(max_size=2))
    articles = []
    for one in verdict.articles:
        found = (*one.report.findings, *data.draw(st.lists(uncovered, max_size=3)))
        report = one.report._replace(findings=tuple(sorted(found, key=IN_ORDER)))
        articles.append(one._replace(report=report))
    verdict = verdict._replace(articles=tuple(articles))
    listed, counted = parted(verdict)
    assert repr(joined(listed, counted)) == repr(verdict)
    assert not [one for article in listed.articles for one in article.report.findings if one.rule == UNCOVERED.rule]
