"""Judging functions in plain Python files and notebooks, for `graders try` and `graders score`."""

from graders.grading.files.judging import judge_files
from graders.grading.files.scoring import score_notebook

__all__ = ["judge_files", "score_notebook"]
