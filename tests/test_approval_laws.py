"""Laws of approvals: a pinned sentence never changes unseen, and what was accepted is green."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factspec.approved.lock import EMPTY, Approval, Lock, Signature
from factspec.approved.lock_text import written
from factspec.approved.parsing import parse_lock
from factspec.articles.article import Article
from factspec.language.function_words import FREE_SIGNS, FREE_WORDS
from factspec.language.tokens import tokenize
from factspec.projects.approving import Approver, Session, State
from factspec.projects.loading import parse_article
from factspec.projects.projects import Projects
from factspec.rules.approving import approved_now, completed, with_notes, with_text
from factspec.rules.finding import Report
from factspec.rules.run import case_of, check, subject_of
from factspec.specs.model import Spec
from factspec.specs.parsing import parse_spec
from factspec.specs.policy import Policy

DAY = date(2026, 5, 20)
WORDS = (
    "harbour council ferry bridge lock mayor paid closed sold approved quickly seven north Holm Ostby May never".split()
)
WORD = st.sampled_from(WORDS)
SENTENCE = st.lists(WORD, min_size=3, max_size=8, unique=True).map(lambda words: " ".join(words).capitalize() + ".")
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)


def text_of(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def spec_of(claims: list[str]) -> Spec:
    return parse_spec(f"factspec: 1\narticle: a.txt\nclaims:\n{''.join(claims)}".encode(), "a.factspec.yaml")


def parts(text: str) -> list[str]:
    """A claim for the first word of each sentence: the lock alone knows the others."""
    read = parse_article(text.encode(), "text")
    firsts = dict.fromkeys(read.text[one.start : one.end].split()[0] for one in read.sentences)
    return [f"  - {{id: c{number}, says: {json.dumps(word)}, occurrence: all}}\n" for number, word in enumerate(firsts)]


def judged(spec: Spec, text: str, lock: Lock | None = None) -> Report:
    return check(spec, parse_article(text.encode(), "text", path="a.txt"), lock=lock)


def locked(spec: Spec, text: str) -> Lock:
    subject = subject_of(spec, parse_article(text.encode(), "text", path="a.txt"))
    return Lock(approved_now(subject, {one.id for one in spec.claims}, by="Ada", on=DAY), {})


def _places(text: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in tokenize(text) if one.key not in FREE_SIGNS and one.key not in FREE_WORDS]


@given(PARAGRAPHS, st.data())
def test_no_word_of_a_pinned_sentence_is_put_in_taken_out_or_exchanged(
    paragraphs: list[str], data: st.DataObject
) -> None:
    text = text_of(paragraphs)
    spec = spec_of(parts(text))
    lock = locked(spec, text)
    assume(not judged(spec, text, lock).errors)
    start, end = data.draw(st.sampled_from(_places(text)))
    word = data.draw(WORD.filter(lambda one: one.lower() != text[start:end].lower()))
    edits = {
        "put in": f"{text[:start]}{word} {text[start:]}",
        "taken out": text[:start] + text[end:],
        "exchanged": text[:start] + word + text[end:],
    }
    kind = data.draw(st.sampled_from(sorted(edits)))
    assume(kind != "put in" or text[:start].split()[-1:] != [word])  # a word written twice is a slip
    assert judged(spec, edits[kind], lock).errors


@given(PARAGRAPHS, st.randoms(use_true_random=False))
def test_claims_in_another_order_and_paragraphs_elsewhere_change_nothing(paragraphs: list[str], random: object) -> None:
    claims = parts(text_of(paragraphs))
    lock = locked(spec_of(claims), text_of(paragraphs))
    before = judged(spec_of(claims), text_of(paragraphs), lock)
    assume(not before.errors)
    shuffle = random.shuffle  # type: ignore[attr-defined]
    shuffle(claims)
    shuffle(paragraphs)
    assert judged(spec_of(claims), text_of(paragraphs), lock).errors == ()


HEADINGS = st.lists(WORD, min_size=1, max_size=2, unique=True).map(" ".join)
SECTIONS = st.lists(st.tuples(HEADINGS, PARAGRAPHS), min_size=2, max_size=3, unique_by=lambda one: one[0].lower())


def sectioned(sections: list[tuple[str, list[str]]]) -> str:
    return "".join(f"## {heading}\n\n{text_of(paragraphs)}\n" for heading, paragraphs in sections)


@given(SECTIONS, st.data())
def test_a_paragraph_moves_within_its_section_and_never_under_another_heading(
    sections: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    text = sectioned(sections)
    read = parse_article(text.encode(), "markdown", path="a.txt")
    sentences = [read.text[one.start : one.end] for one in read.sentences]
    wordings = dict.fromkeys(one for one in sentences if one.endswith("."))
    spec = spec_of([f"  - {{id: c{at}, says: {json.dumps(one)}}}\n" for at, one in enumerate(wordings)])
    lock = Lock(approved_now(subject_of(spec, read), {one.id for one in spec.claims}, by="Ada", on=DAY), {})
    assume(not check(spec, read, lock=lock).errors)  # none occurs twice
    source = data.draw(st.integers(0, len(sections) - 1))
    target = data.draw(st.integers(0, len(sections) - 1))
    paragraphs = sections[source][1]
    moved = paragraphs.pop(data.draw(st.integers(0, len(paragraphs) - 1)))
    into = sections[target][1]
    into.insert(data.draw(st.integers(0, len(into))), moved)
    after = parse_article(sectioned(sections).encode(), "markdown", path="a.txt")
    assert bool(check(spec, after, lock=lock).errors) == (source != target)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("approving")
    (root / "pyproject.toml").write_text("[tool.factspec]\n")
    return root


def opened(project: Path) -> tuple[Session, State]:
    session = Session(Projects(), Approver("Bo", DAY))
    return session, session.open(project / "a.factspec.yaml")


STYLES: list[Callable[[str], str]] = [
    lambda words: words,
    json.dumps,
    lambda words: f"'{words}'",
    lambda words: f">\n      {words}",
    lambda words: f"|-\n      {words}",
]


@given(PARAGRAPHS, st.data())
def test_what_is_accepted_is_green_and_accepting_it_twice_changes_nothing(
    project: Path, paragraphs: list[str], data: st.DataObject
) -> None:
    text = text_of(paragraphs)
    read = parse_article(text.encode(), "text")
    sentences = list(dict.fromkeys(read.text[one.start : one.end].replace("\n", " ") for one in read.sentences))
    style = data.draw(st.sampled_from(STYLES))
    claims = [
        f"  - id: c{at}\n    says: {style(one)}\n    occurrence: all  # here\n" for at, one in enumerate(sentences)
    ]
    (project / "a.txt").write_text(text)
    (project / "a.factspec.yaml").write_text(f"factspec: 1\narticle: a.txt\nclaims:\n{''.join(claims)}")
    (project / "a.factspec.lock").unlink(missing_ok=True)
    session, state = opened(project)
    session.save(state, session.approved(state, {"a.txt": [one.id for one in state.spec.claims]}))

    start, end = data.draw(st.sampled_from(_places(text)))
    (project / "a.txt").write_text(text[:start] + data.draw(WORD) + text[end:])
    session, state = opened(project)
    after, accepted, _ = session.accepted_all(state, lambda one: not one.refused)
    session.save(state, after)
    session, again = opened(project)
    settled = {one.finding.claim for one in accepted}
    assert not [one for each in again.judgements for one in each.report.errors if one.claim in settled]
    assert session.accepted_all(again, lambda one: not one.refused)[0].pair == again.pair
    kept = after.pair.spec.decode()
    assert kept.count("# here") == len(sentences)


# What a lock records beside claims: waivers, sources, citations and what is not read.


URL = "https://wire.example/pier"
PAGE = """<p>{claimed} [1].</p><p>{waived}.</p><p><button>{shown}</button></p>
<h2>Sources</h2><ol><li id="1">{source} <a href="{url}">report</a></li></ol>"""
RECORDED = """\
factspec: 1
article: a.html
strict: true
sources: [{{id: 1, URL: "{url}"}}]
claims: [{{id: one, says: "{claimed}"}}]
waivers: [{{rule: uncited, at: "{waived}.", reason: ours}}]
"""
NOUNS = st.sampled_from("harbour council ferry bridge lock pier boats north town".split())
PHRASE = st.lists(NOUNS, min_size=2, max_size=5, unique=True).map(lambda words: " ".join(words).capitalize())
# The claim, the waived sentence, the button and the words of the source; no sentence is part of the other.
PARTS = st.tuples(PHRASE.map("A dozen {}".format), PHRASE.map("Rain over {}".format), PHRASE, PHRASE)


def recorded(parts: Sequence[str], url: str = URL) -> tuple[Spec, Article]:
    claimed, waived, shown, source = parts
    spec = RECORDED.format(url=url, claimed=claimed, waived=waived)
    page = PAGE.format(url=url, claimed=claimed, waived=waived, shown=shown, source=source)
    return parse_spec(spec.encode(), "a.factspec.yaml"), parse_article(page.encode(), "html", path="a.html")


def whole_lock(spec: Spec, read: Article) -> Lock:
    subject = subject_of(spec, read)
    lock = Lock(approved_now(subject, {one.id for one in spec.claims}, by="Ada", on=DAY), {})
    return completed(lock, [case_of(subject, sources={}, today=None)], Signature("Ada", DAY))


def gate(spec: Spec, read: Article, lock: Lock) -> set[str]:
    return {one.rule for one in check(spec, read, lock=lock, policy=Policy(approvals=True)).errors}


@settings(max_examples=40)
@given(PARTS, st.data())
def test_nothing_recorded_changes_unseen_and_an_older_lock_compares_nothing_new(
    parts: Sequence[str], data: st.DataObject
) -> None:
    spec, read = recorded(parts)
    lock = whole_lock(spec, read)
    assert gate(spec, read, parse_lock(written(lock), "")) == set()
    kind = data.draw(st.sampled_from(["waiver", "button", "source", "URL"]))
    at = {"waiver": 1, "button": 2, "source": 3}.get(kind, -1)
    text = parts[at] if at > 0 else "pier"
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from("xq7"))
    changed = text[:place] + sign + text[place + data.draw(st.sampled_from([0, 1])) :]
    assume(changed.split() != text.split())
    if at > 0:
        edited = (*parts[:at], changed, *parts[at + 1 :])
        after = recorded(edited)
    else:
        after = recorded(parts, URL.replace("pier", changed))
    wanted = {"waiver": "claim-unapproved", "URL": "approval-stale"}.get(kind, "unread-changed")
    assert wanted in gate(*after, lock)
    older = {key: _older(one) for key, one in lock.approvals.items()}
    assert gate(*after, Lock(older, {})).isdisjoint({"claim-unapproved", "approval-stale", "unread-changed"})


def _older(one: Approval) -> Approval:
    return one._replace(contexts=tuple(place._replace(cites=None) for place in one.contexts))


@settings(max_examples=15)
@given(PARTS, PARTS)
def test_after_approving_the_whole_spec_nothing_is_red_or_unapproved(
    project: Path, parts: Sequence[str], earlier: Sequence[str]
) -> None:
    (project / "b.factspec.lock").unlink(missing_ok=True)
    for one in (earlier, parts):
        claimed, waived, _, _ = one
        page = PAGE.format(url=URL, claimed=claimed, waived=waived, shown=parts[2], source=parts[3])
        (project / "a.html").write_text(page)
        (project / "b.factspec.yaml").write_text(RECORDED.format(url=URL, claimed=claimed, waived=waived))
        session = Session(Projects(), Approver("Bo", DAY))
        state = session.open(project / "b.factspec.yaml")
        after = session.approved(state, {"a.html": ["one"]}, whole=True)
        session.save(state, after)
        assert session.open(after.path).judgements[0].report.findings == ()
        assert session.approved(after, {"a.html": ["one"]}, whole=True).pair == after.pair


# The whole article as somebody read it: a strict spec without claims.


STRICT = parse_spec(b"factspec: 1\narticle: a.txt\nstrict: true\nsources: [1, 2]\n", "a.factspec.yaml")
ARTICLES = sorted(path for path in (Path(__file__).parents[1] / "articles").iterdir() if path.suffix)
few = settings(max_examples=25)


def markdown(text: str) -> Article:
    return parse_article(text.encode(), "markdown", path="a.txt")


def read_by(read: Article, *names: str, policy: Policy = Policy()) -> Lock:  # noqa: B008 -- it is immutable
    """The lock of an article after each of these people approved all of it, as it is on disk."""
    lock = EMPTY
    for name in names:
        signature = Signature(name, DAY)
        case = case_of(subject_of(STRICT, read, policy)._replace(lock=lock), sources={}, today=None)
        lock = with_text(lock, case, range(len(read.sentences)), signature)
        lock = completed(with_notes(lock, case, signature), [case], signature)
        lock = parse_lock(written(lock), "")
    return lock


def text_findings(read: Article, lock: Lock) -> list[tuple[str, int, int]]:
    return [(one.rule, one.line, one.column) for one in check(STRICT, read, lock=lock).findings if one.family == "text"]


@few
@given(SECTIONS)
def test_an_article_that_was_read_is_green(sections: list[tuple[str, list[str]]]) -> None:
    read = markdown(sectioned(sections))
    assert check(STRICT, read, lock=read_by(read, "Ada")).errors == ()


@few
@given(SECTIONS, st.data())
def test_a_word_that_is_exchanged_is_reported_at_its_place(
    sections: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    text = sectioned(sections)
    lock = read_by(markdown(text), "Ada")
    places = [(start, end) for start, end in _places(text) if text[start:end].isalpha()]
    start, end = data.draw(st.sampled_from(places))
    after = markdown(f"{text[:start]}zebras{text[end:]}")
    place = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    lines = {(rule, line) for rule, line, _ in text_findings(after, lock)}
    assert ("text-changed", place[0]) in lines


@few
@given(SECTIONS, st.data())
def test_what_a_reader_does_not_see_and_where_a_paragraph_is_in_its_section_pass(
    sections: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    lock = read_by(markdown(sectioned(sections)), "Ada")
    moved = [(heading, data.draw(st.permutations(paragraphs))) for heading, paragraphs in sections]
    wrapped = [
        (heading, [one.replace(" ", data.draw(st.sampled_from([" ", "\n"]))) for one in paragraphs])
        for heading, paragraphs in moved
    ]
    assert text_findings(markdown(sectioned(wrapped)), lock) == []


QUOTED = st.sampled_from([("'", "\u2019"), ('"', "\u201c"), (" - ", " \u2013 "), ("isn't", "is not"), ("7", "seven")])


@few
@given(SENTENCE, QUOTED)
def test_typography_and_house_style_pass(sentence: str, styles: tuple[str, str]) -> None:
    text = f"{sentence} The harbour's lock isn't \"safe\" - said 7 people.\n"
    assert text_findings(markdown(text.replace(*styles)), read_by(markdown(text), "Ada")) == []


@few
@given(SECTIONS)
def test_two_people_in_either_order_write_the_same_lock(sections: list[tuple[str, list[str]]]) -> None:
    read, policy = markdown(sectioned(sections)), Policy(approvals=2)
    one = read_by(read, "Ada", policy=policy)
    assert check(STRICT, read, lock=one, policy=policy).errors
    both = read_by(read, "Ada", "Bo", policy=policy)
    assert check(STRICT, read, lock=both, policy=policy).errors == ()
    assert written(both) == written(read_by(read, "Bo", "Ada", policy=policy))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_the_lock_of_a_real_article_is_read_and_written_as_the_same_bytes(path: Path) -> None:
    kind = {".txt": "text", ".md": "markdown", ".html": "html"}[path.suffix]
    read = parse_article(path.read_bytes(), kind, path="a.txt")
    lock = read_by(read, "Ada")
    assert text_findings(read, lock) == []
    assert written(parse_lock(written(lock), "")) == written(lock)
    assert lock.articles["a.txt"] == parse_lock(written(lock), "").articles["a.txt"]
