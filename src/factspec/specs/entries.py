"""Write the values of a spec as YAML: a whole spec, or items to append to its lists."""

from collections.abc import Iterator, Sequence

from factspec.specs.model import Claim, Fact, Source, Spec, Waiver, Within
from factspec.specs.writing import Value, block_value, entry, flow_value


def spec_text(spec: Spec, schema: str = "") -> str:
    """A whole spec of one article; `schema` is the path of the schema for editors, relative to the spec, if known."""
    return "".join(_parts(spec, schema))


def _parts(spec: Spec, schema: str) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}\n"
    [article] = spec.renditions
    yield "factspec: 1\n"
    yield f"article: {block_value(article.file, ('article',))}\n"
    if article.styles is not None:
        yield f"citations: {flow_value(_styles(article.styles), ('citations',))}\n"
    yield f"strict: {str(spec.strict).lower()}\n"
    lists = {"sources": source_items(spec.sources), "claims": claim_items(spec.claims)}
    for key, items in {**lists, "waivers": waiver_items(spec.waivers)}.items():
        if items:
            yield f"{key}:\n{''.join(items)}"


def _styles(styles: Sequence[str]) -> Value:
    return styles[0] if len(styles) == 1 else styles or "none"


def source_items(sources: Sequence[Source]) -> tuple[str, ...]:
    """Each source as an item of `sources`: its id alone if nothing else is known of it."""
    return tuple([_source(one) for one in sources])


def _source(source: Source) -> str:
    known = {"title": source.csl.get("title", ""), "URL": source.url, "role": source.role}
    given = {key: text for key, text in known.items() if text}
    return entry({"id": source.id, **given}) if given else f"  - {flow_value(source.id, ('sources',))}\n"


def claim_items(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Each claim as an item of `claims`."""
    return tuple([entry(_claim(one)) for one in claims])


def _claim(claim: Claim) -> dict[str, Value]:
    written: dict[str, Value] = {"id": claim.id, claim.key: [_fact(one) for one in claim.facts] or claim.text}
    if claim.facts and claim.within is not Within.SENTENCE:
        written["within"] = claim.within.value
    if claim.speaker:
        written["speaker"] = str(claim.speaker)
    if claim.cites is not None and claim.cites.exactly is not None:
        written["cites"] = claim.cites.exactly
    return written | _occurrence(claim.occurrence)


def _fact(fact: Fact) -> str:
    return fact.text


def _occurrence(number: int) -> dict[str, Value]:
    return {"occurrence": "all" if number < 0 else number} if number else {}


def waiver_items(waivers: Sequence[Waiver]) -> tuple[str, ...]:
    """Each waiver as an item of `waivers`; an empty reason is written as one to fill in."""
    return tuple(
        [
            entry({"rule": one.rule, "at": one.at, **_occurrence(one.occurrence), "reason": one.reason})
            for one in waivers
        ]
    )
