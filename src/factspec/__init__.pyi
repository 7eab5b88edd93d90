from factspec.article import Article as Article
from factspec.comparison.compare import compare as compare
from factspec.comparison.model import Comparison as Comparison
from factspec.finding import Finding as Finding
from factspec.loading import load_spec as load_spec
from factspec.loading import parse_article as parse_article
from factspec.policy import Policy as Policy
from factspec.report import Report as Report
from factspec.runner import check as check
from factspec.spec.model import Spec as Spec
from factspec.spec.model import SpecError as SpecError

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
