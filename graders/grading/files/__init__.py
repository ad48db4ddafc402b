"""Judging functions in plain Python files, for `graders try`."""

from graders.grading.files.judging import judge_files

__all__ = ["judge_files"]
