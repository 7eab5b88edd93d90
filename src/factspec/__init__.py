"""factspec: pytest fails where an article no longer says what its checker approved."""

from importlib import import_module

__all__ = [
    "Article",
    "Comparison",
    "Finding",
    "Policy",
    "Report",
    "Spec",
    "SpecError",
    "check",
    "compare",
    "load_spec",
    "parse_article",
]

_HOMES = {
    "Article": "factspec.articles.article",
    "Comparison": "factspec.claims.anchored",
    "Finding": "factspec.rules.finding",
    "Policy": "factspec.specs.policy",
    "Report": "factspec.rules.finding",
    "Spec": "factspec.specs.model",
    "SpecError": "factspec.specs.model",
    "check": "factspec.rules.run",
    "compare": "factspec.claims.comparison.compare",
    "load_spec": "factspec.projects.loading",
    "parse_article": "factspec.projects.loading",
}


def __getattr__(name: str) -> object:
    """Resolve a public name on first use (PEP 562), so that importing the package costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
