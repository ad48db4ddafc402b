"""What a learner's whole notebook would get: every exercise on new cases, one after the other."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

from graders.errors import RefusalError
from graders.grading.files.judging import judge_hidden
from graders.judging import Verdict, frozen_names


class NoNotebookError(RefusalError):
    """There is no notebook to judge; the message says where one was looked for."""


def score_notebook(lesson: str, path: Path) -> Iterator[Verdict]:
    """Yield the verdict on each exercise of a notebook, on cases drawn for this run.

    Args:
        lesson: the lesson's name.
        path: the notebook, or a Python file with the functions of several exercises.

    Raises:
        NoNotebookError: there is no such file.
        ModuleNotFoundError: the lessons' answers, from which cases are drawn, are not here.
    """
    if not path.is_file():
        raise NoNotebookError(
            f"There is no file {path}. Expected the notebook of {lesson} that you work in. Start "
            f"one with `graders start {lesson}`, or name yours: `graders score {lesson} FILE`."
        )
    seed = secrets.randbits(63)
    for exercise in frozen_names(lesson):
        yield judge_hidden(lesson, exercise, path, seed)
