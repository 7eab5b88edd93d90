"""How well `compare` tells changes from honest edits, over a folder of edit pairs, beside two closed-list baselines.

    python benchmarks/accuracy.py [FOLDER] [--fresh FOLDER] [--misses]

`--fresh` names pairs that were written after the rules were frozen; a typed kind that is found five points worse there
than in the folder is printed as short. Reads every `*.jsonl` of a folder: one object a line with `id`, `base_text`,
`edited_text`, `label` (`factual` or `benign`) and `kind`. Prints, per source, kind and number of differing words:
detection (factual pairs not called same), diagnosis (factual pairs of a typed kind called changed with that kind),
tolerance (benign pairs called same) and false accusation (benign pairs called changed), each with n and a 95 %
Wilson interval. Pairs whose label is known to be wrong (`label_noise.jsonl`) count; a last table leaves them out.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from benchmarks import blind
from factspec.claims.anchored import Outcome
from factspec.claims.comparison.compare import compare
from factspec.language.tokens import Token, keys, tokenize

_PROJECT = Path(__file__).resolve().parents[1]
_DEFAULT = _PROJECT.parent / "shared" / "bench"
_WRONG_LABELS = {
    (row["source"], row["id"])
    for row in map(json.loads, (Path(__file__).parent / "label_noise.jsonl").read_text(encoding="utf-8").splitlines())
}
_FRESH = _PROJECT / "tests" / "claims" / "comparison" / "fresh"
# What a typed kind of the pairs may be called; a sum's number that changed is money, a date's is a date.
_VALUES = {"number", "percentage", "money", "measure", "duration", "date", "time"}
TYPED = {
    "percentage": {"percentage", "number"},
    "money": {"money"},
    "duration": {"duration"},
    "name": {"name"},
    "clock": {"time"},
    "word_order": {"order"},
    "hedge_changed": {"hedge"},
    "date": {"date"},
    "number": _VALUES,
    "number_word": _VALUES,
    "magnitude": _VALUES,
    "cardinals": _VALUES,
    "ordinals": _VALUES,
    "order": _VALUES | {"order", "opposite"},
    "year": {"date", "number"},
    "month": {"month", "date", "name"},
    "weekday": {"weekday"},
    "unit": {"unit", "measure", "duration", "percentage", "date"},
    "currency": {"money"},
    "negation_added": {"negation"},
    "negation_removed": {"negation"},
    "names_exchanged": {"name"},
    "countries": {"name"},
    "nationalities": {"name"},
    "direction": {"opposite", "order", "quantifier"},
    "antonyms": {"opposite", "order"},
    "time": {"opposite", "time", "date", "duration"},
    "quantifier": {"quantifier", "opposite", "negation"},
    "hedge_added": {"hedge"},
    "hedge_removed": {"hedge", "quantifier"},
    "attribution": {"attribution"},
}


class Pair(NamedTuple):
    source: str
    id: str
    base: str
    edited: str
    label: str
    kind: str


class Verdict(NamedTuple):
    outcome: str
    kinds: frozenset[str]


def pairs_of(folder: Path) -> Iterator[Pair]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Pair(path.stem, row["id"], row["base_text"], row["edited_text"], row["label"], row["kind"])


def ours(pair: Pair) -> Verdict:
    result = compare(pair.base, pair.edited)
    return Verdict(result.outcome.value, frozenset(difference.kind for difference in result.differences))


_ARTICLES = {"a", "an", "the"}
_NUMBERS = {
    word: str(value)
    for value, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_SPELLINGS = ((r"our(ed|s|ing|ful|able|ite)?$", r"or\1"), (r"is(e|ed|es|ing|ation)$", r"iz\1"), (r"tre(s?)$", r"ter\1"))


def _plain(token: Token) -> list[str]:
    word = token.key
    if not word[0].isalnum() or word in _ARTICLES:
        return []
    if word.endswith("n't"):
        return ["can" if word == "can't" else word[:-3], "not"]
    for british, american in _SPELLINGS:
        word = re.sub(british, american, word)
    return [_NUMBERS.get(word, word.replace(",", "").lower())]


def closed_list(pair: Pair) -> Verdict:
    """Row four: every differing token is an article, punctuation, a variant, a contraction or a number word."""
    one = [word for token in tokenize(pair.base) for word in _plain(token)]
    other = [word for token in tokenize(pair.edited) for word in _plain(token)]
    return Verdict("same" if one == other else "changed", frozenset())


_NEGATIONS = {"not", "no", "never", "none", "nobody", "without", "cannot", "neither", "nor"}


def _facts(text: str) -> list[str]:
    tokens = tokenize(text)
    return sorted(
        word
        for place, token in enumerate(tokens)
        for word in _plain(token) or [token.key]
        if word[:1].isdigit() or word in _NEGATIONS or (place and token.text[0].isupper())
    )


def fact_lists(pair: Pair) -> Verdict:
    """Row three: the same numbers, dates, names and negations."""
    return Verdict("same" if _facts(pair.base) == _facts(pair.edited) else "changed", frozenset())


def interval(hits: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share, in per cent."""
    if not total:
        return 0.0, 100.0
    share, z = hits / total, 1.96
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return 100 * max(middle - half, 0), 100 * min(middle + half, 1)


def figure(hits: int, total: int) -> str:
    if not total:
        return f"{'-':>24}"
    low, high = interval(hits, total)
    return f"{100 * hits / total:6.1f} [{low:5.1f},{high:6.1f}]"


def _words_differing(pair: Pair) -> str:
    matcher = SequenceMatcher(None, keys(tokenize(pair.base)), keys(tokenize(pair.edited)), autojunk=False)
    count = sum(
        max(last - first, end - start) for tag, first, last, start, end in matcher.get_opcodes() if tag != "equal"
    )
    return "0" if not count else "1" if count == 1 else "2" if count == 2 else "3-5" if count <= 5 else "6+"


def _names(pair: Pair) -> set[str]:
    """What a factual pair may be called; a blind one has one kind, `wording` is none."""
    if pair.source in {"development", "holdout"}:
        return {pair.kind} - {"wording"}
    return TYPED.get(pair.kind, set())


def _figures(pairs: list[tuple[Pair, Verdict]]) -> str:
    factual = [(pair, verdict) for pair, verdict in pairs if pair.label == "factual"]
    benign = [verdict for pair, verdict in pairs if pair.label == "benign"]
    typed = [(_names(pair), verdict) for pair, verdict in factual if _names(pair)]
    named = sum(verdict.outcome == Outcome.CHANGED and bool(verdict.kinds & kinds) for kinds, verdict in typed)
    columns = (
        (sum(verdict.outcome != Outcome.SAME for _, verdict in factual), len(factual)),
        (named, len(typed)),
        (sum(verdict.outcome == Outcome.SAME for verdict in benign), len(benign)),
        (sum(verdict.outcome == Outcome.CHANGED for verdict in benign), len(benign)),
    )
    return "  ".join(f"{total:5} {figure(hits, total):>22}" for hits, total in columns)


def table(title: str, rows: Iterable[tuple[str, list[tuple[Pair, Verdict]]]]) -> None:
    print(
        f"\n{title:34}" + "".join(f"{name:>30}" for name in ("detection", "diagnosis", "tolerance", "false accusation"))
    )
    for name, pairs in rows:
        print(f"{name[:34]:34} {_figures(pairs)}")


def grouped(
    judged: Iterable[tuple[Pair, Verdict]], key: Callable[[Pair], str]
) -> list[tuple[str, list[tuple[Pair, Verdict]]]]:
    groups: defaultdict[str, list[tuple[Pair, Verdict]]] = defaultdict(list)
    for pair, verdict in judged:
        groups[key(pair)].append((pair, verdict))
    return sorted(groups.items())


def _missed(pair: Pair, verdict: Verdict) -> str:
    if pair.label == "benign":
        return "accused" if verdict.outcome == "changed" else "not tolerated" if verdict.outcome != "same" else ""
    if verdict.outcome == "same":
        return "missed"
    return "undiagnosed" if pair.kind in TYPED and not verdict.kinds & TYPED[pair.kind] else ""


def _noise(pair: Pair) -> bool:
    return (pair.source, pair.id) in _WRONG_LABELS


def detected(pairs: Iterable[tuple[Pair, Verdict]], kind: str) -> tuple[int, int]:
    """How many pairs of a typed kind are called changed with that kind, of how many."""
    verdicts = [verdict for pair, verdict in pairs if pair.kind == kind and pair.label == "factual"]
    hits = sum(verdict.outcome == Outcome.CHANGED and bool(verdict.kinds & TYPED[kind]) for verdict in verdicts)
    return hits, len(verdicts)


def blind_pairs(part: str) -> list[tuple[Pair, Verdict]]:
    """Blind pairs judged; what their author calls reworded counts as benign, and a change has its one kind."""
    pairs = [
        Pair(part, row.id, row.approved, row.found, "factual" if row.outcome == "changed" else "benign", row.kind)
        for row in blind.rows(part)
    ]
    return [(pair, ours(pair)) for pair in pairs]


def short_blind(bench: list[tuple[Pair, Verdict]], judged: list[tuple[Pair, Verdict]]) -> Iterator[str]:
    """A line for each kind of the blind pairs that is detected five points worse than its kinds in the bench."""
    for kind, names in blind.BENCH_KINDS.items():
        counts = [detected(bench, name) for name in names]
        old, of_old = sum(hits for hits, _ in counts), sum(total for _, total in counts)
        verdicts = [verdict for pair, verdict in judged if pair.label == "factual" and pair.kind == kind]
        new = sum(verdict.outcome == Outcome.CHANGED and kind in verdict.kinds for verdict in verdicts)
        if of_old and verdicts and 100 * new / len(verdicts) <= 100 * old / of_old - 5:
            yield f"short: {kind}: {new} of {len(verdicts)} holdout pairs detected, {old} of {of_old} in the bench"


def short(bench: list[tuple[Pair, Verdict]], fresh: list[tuple[Pair, Verdict]]) -> Iterator[str]:
    """A line for each typed kind that is detected five points worse in fresh pairs than in the bench."""
    for kind in TYPED:
        (old, of_old), (new, of_new) = detected(bench, kind), detected(fresh, kind)
        if of_old and of_new and 100 * new / of_new <= 100 * old / of_old - 5:
            yield f"short: {kind}: {new} of {of_new} fresh pairs detected, {old} of {of_old} in the bench"


def main() -> None:
    parser = argparse.ArgumentParser(description="detection, diagnosis, tolerance and false accusation of compare")
    parser.add_argument("folder", nargs="?", type=Path, default=_DEFAULT)
    parser.add_argument("--fresh", type=Path, default=_FRESH, help="pairs written after the rules were frozen")
    parser.add_argument("--misses", action="store_true", help="print every pair that was judged wrongly")
    arguments = parser.parse_args()
    pairs = list(pairs_of(arguments.folder))
    if not pairs:
        parser.error(f"{arguments.folder} contains no .jsonl of edit pairs")
    judged = [(pair, ours(pair)) for pair in pairs]
    table("source", grouped(judged, lambda pair: pair.source))
    table("kind", grouped(judged, lambda pair: f"{pair.source[:12]} {pair.label[:7]} {pair.kind}"))
    table("differing words", grouped(judged, _words_differing))
    for name, baseline in (("closed list", closed_list), ("fact lists", fact_lists)):
        table(name, grouped([(pair, baseline(pair)) for pair in pairs], lambda pair: pair.source))
    table("all", (("factspec", judged), ("closed list", [(pair, closed_list(pair)) for pair in pairs])))
    table("without wrong labels", grouped([each for each in judged if not _noise(each[0])], lambda pair: pair.source))
    fresh = [(pair, ours(pair)) for pair in pairs_of(arguments.fresh)]
    table("fresh, by kind", grouped(fresh, lambda pair: f"{pair.label[:7]} {pair.kind}"))
    table("fresh", (("factspec", fresh), ("closed list", [(pair, closed_list(pair)) for pair, _ in fresh])))
    for part in ("development", "holdout"):
        unseen = blind_pairs(part)
        table(f"{part}, by kind", grouped(unseen, lambda pair: f"{pair.label[:7]} {pair.kind}"))
        table(part, [("factspec", unseen)])
    for line in (*short(judged, fresh), *short_blind(judged, unseen)):
        print(line)
    for pair, verdict in [*judged, *fresh] if arguments.misses else ():
        if _missed(pair, verdict):
            print(f"\n{_missed(pair, verdict)} {pair.source} {pair.kind} {pair.id}\n  {pair.base}\n  {pair.edited}")
            print("  ", sorted(verdict.kinds))


if __name__ == "__main__":
    main()
