"""What travels between the coordinator of a class and those who grade for it: plain data.

A worker needs this package and nothing else: no folder of the course, and no database.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from graders.grading.digests import digest
from graders.grading.materials import Materials, unpacked
from graders.grading.running.kernel import KernelChoice, KernelTroubleError
from graders.grading.running.observed import Limits
from graders.grading.submission import Graded, grade_submission, ungradable


@dataclass(frozen=True)
class Task:
    """One submission, as it travels to a grader.

    Args:
        student: the student's name.
        data: the bytes of the notebook's file.
        remarks: what is odd about the files.
        trouble: why there is nothing to grade, or None.
        tables: the hidden tables that this attempt meets, without mistakes, as `unpacked` reads
            them.
    """

    student: str
    data: bytes
    remarks: tuple[str, ...] = ()
    trouble: str | None = None
    tables: bytes = b""

    def digest(self) -> str:
        """Return the SHA-256 of all that was handed in, as 64 hexadecimal digits."""
        return digest(self.data, self.trouble or "", *self.remarks)


class WorkerDiedError(Exception):
    """The worker that had a task died, or was ended."""


class NotYetError(Exception):
    """A result that was said to be there is not; it will come again."""


@dataclass(frozen=True)
class Done:
    """A graded submission, or why our own machinery failed on it."""

    student: str
    graded: Graded | None
    fault: str | None = None


@dataclass(frozen=True)
class Grading:
    """How each submission of a class is graded; called with one, it grades it.

    Args:
        lesson: the student notebook.
        limits: how long a submission may take.
        kernel: which kernel runs it.
    """

    lesson: Materials
    limits: Limits = field(default_factory=Limits)
    kernel: KernelChoice = field(default_factory=KernelChoice)

    def __call__(self, task: Task) -> Done:
        """Grade one submission; whatever goes wrong is its result, not an exception."""
        try:
            tables = unpacked(task.tables)
            if task.trouble is not None:
                graded = ungradable(self.lesson, task.trouble, task.remarks, tables)
            else:
                graded = grade_submission(
                    task.data, self.lesson, task.remarks, self.limits, self.kernel, tables
                )
        except KernelTroubleError as error:
            return Done(task.student, None, str(error))
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(where.filename).name}, line {where.lineno}"
            return Done(
                task.student,
                None,
                f"Grading failed: {type(error).__name__}: {str(error)[:120]} ({place}). This is a "
                "fault of the grader, not of the submission, and nothing was written for it. "
                "Please report it.",
            )
        return Done(task.student, graded)


class Executor(Protocol):
    """Whatever grades tasks: the built-in `map`, a pool's, or a cluster's."""

    def __call__(self, grade: Callable[[Task], Done], tasks: Iterable[Task], /) -> Iterable[Done]:
        """Return the results, in any order. The tasks are taken as they are needed."""
        ...
