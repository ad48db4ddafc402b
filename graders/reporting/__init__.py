"""From a graded class to feedback, tables and CSV files."""

from graders.reporting.export import export
from graders.reporting.feedback import Feedback, make_feedback
from graders.reporting.results import NothingGradedError, load_class
from graders.reporting.table import class_table, class_text, failures, remarks, strays, troubles

__all__ = [
    "Feedback",
    "NothingGradedError",
    "class_table",
    "class_text",
    "export",
    "failures",
    "load_class",
    "make_feedback",
    "remarks",
    "strays",
    "troubles",
]
