from factspec.articles.article import Article as Article
from factspec.claims.anchored import Comparison as Comparison
from factspec.claims.comparison.compare import compare as compare
from factspec.projects.loading import load_spec as load_spec
from factspec.projects.loading import parse_article as parse_article
from factspec.rules.finding import Finding as Finding
from factspec.rules.finding import Report as Report
from factspec.rules.run import check as check
from factspec.specs.model import Spec as Spec
from factspec.specs.model import SpecError as SpecError
from factspec.specs.policy import Policy as Policy

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
