"""Judging: observe, compare, diagnose. Pure functions over plain data."""

from graders.judging.answering import hidden_table
from graders.judging.drawing import hidden_outline
from graders.judging.frozen import (
    frozen_headings,
    frozen_lessons,
    frozen_names,
    frozen_questions,
    frozen_table,
)
from graders.judging.judge import judge, judge_function, judge_json
from graders.judging.observe import Observation, observe, observe_json
from graders.judging.table import POOL, Table
from graders.judging.verdict import Location, Outcome, Part, Verdict

__all__ = [
    "POOL",
    "Location",
    "Observation",
    "Outcome",
    "Part",
    "Table",
    "Verdict",
    "frozen_headings",
    "frozen_lessons",
    "frozen_names",
    "frozen_questions",
    "frozen_table",
    "hidden_outline",
    "hidden_table",
    "judge",
    "judge_function",
    "judge_json",
    "observe",
    "observe_json",
]
