"""The values of a spec as they are written in YAML: a whole spec, and the items of its lists."""

from collections.abc import Iterator, Mapping, Sequence

from factspec.specs.model import Claim, Source, Spec, Waiver, Within
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
    lists = {
        "sources": map(source_value, spec.sources),
        "claims": map(claim_value, spec.claims),
        "waivers": map(waiver_value, spec.waivers),
    }
    for key, values in lists.items():
        items = [_item(key, one) for one in values]
        if items:
            yield f"{key}:\n{''.join(items)}"


def _styles(styles: Sequence[str]) -> Value:
    return styles[0] if len(styles) == 1 else styles or "none"


def _item(key: str, value: Value) -> str:
    return entry(value) if isinstance(value, Mapping) else f"  - {block_value(value, (key,))}\n"


def source_value(source: Source) -> Value:
    """A source as an item of `sources`: its id alone if nothing else is known of it."""
    known = {"title": source.csl.get("title", ""), "URL": source.url, "role": source.role}
    given = {key: text for key, text in known.items() if text}
    return {"id": source.id, **given} if given else source.id


def claim_value(claim: Claim) -> Value:
    """A claim with phrases as facts, as an item of `claims`."""
    written: dict[str, Value] = {"id": claim.id, claim.key: [one.text for one in claim.facts] or claim.text}
    if claim.facts and claim.within is not Within.SENTENCE:
        written["within"] = claim.within.value
    if claim.speaker:
        written["speaker"] = str(claim.speaker)
    if claim.cites is not None and claim.cites.exactly is not None:
        written["cites"] = claim.cites.exactly
    return written | _occurrence(claim.occurrence)


def _occurrence(number: int) -> dict[str, Value]:
    return {"occurrence": "all" if number < 0 else number} if number else {}


def waiver_value(waiver: Waiver) -> Value:
    """A waiver as an item of `waivers`; an empty reason is written, as one to fill in."""
    at: Value = waiver.at[0] if len(waiver.at) == 1 else waiver.at
    if not waiver.at:
        at = {"section": waiver.section} if waiver.section else "article"
    return {"rule": waiver.rule, "at": at, **_occurrence(waiver.occurrence), "reason": waiver.reason}
