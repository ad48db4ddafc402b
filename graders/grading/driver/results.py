"""What grading gave: one student's result, and a class's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from graders.grading.handed_in.answers import Answers, handed_in_answers
from graders.grading.handed_in.restored import METADATA
from graders.grading.submission import Graded, broken, read_verdicts
from graders.judging import Verdict
from graders.wording import one_line


@dataclass(frozen=True)
class StudentResult:
    """What one student's submission gave.

    Args:
        student: the student's name.
        verdicts: by exercise, in the lesson's order; empty where grading itself failed.
        remarks: what was odd in the submission.
        trouble: why the submission could not be graded, or None.
        seconds: how long it took.
        answers: what was answered to the lesson's questions, by question.
    """

    student: str
    verdicts: Mapping[str, Verdict]
    remarks: tuple[str, ...] = ()
    trouble: str | None = None
    seconds: float = 0.0
    answers: Answers = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "remarks", tuple(map(one_line, self.remarks)))
        object.__setattr__(self, "trouble", self.trouble and one_line(self.trouble))

    @property
    def points(self) -> float:
        """The points of all exercises together."""
        return sum(verdict.points for verdict in self.verdicts.values())


@dataclass(frozen=True)
class ClassResult:
    """What grading a class gave.

    Args:
        lesson: the lesson's name.
        course: the folder with the gradebook and the autograded notebooks.
        exercises: what each exercise is worth, in the lesson's order.
        students: the results, by name.
        strays: a sentence for each thing beside the submissions that is none.
        notes: what is to be known of some results; which students' results, by sentence.
    """

    lesson: str
    course: Path
    exercises: Mapping[str, float]
    students: tuple[StudentResult, ...]
    strays: tuple[str, ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def troubles(self) -> tuple[StudentResult, ...]:
        """The submissions that could not be graded; each has its reason."""
        return tuple(result for result in self.students if result.trouble is not None)

    @property
    def max_points(self) -> float:
        """What the lesson is worth."""
        return sum(self.exercises.values())


def result_of(student: str, graded: Graded) -> StudentResult:
    """Return what a graded submission gave."""
    return _result(
        student, graded.verdicts, graded.remarks, graded.trouble, graded.seconds, graded.answers
    )


def read_result(student: str, notebook: str, seconds: float = 0.0) -> StudentResult:
    """Return what stands in an autograded notebook.

    Args:
        student: the student's name.
        notebook: the notebook as JSON text.
        seconds: how long grading took.

    Raises:
        Exception: of any kind, where the text is no autograded notebook.
    """
    read: NotebookNode = nbformat.reads(notebook, as_version=4)
    notes = read.metadata.get(METADATA, {})
    remarks = tuple(notes.get("remarks", ()))
    answers = {} if notes.get("trouble") else handed_in_answers(read.cells, read.cells)
    return _result(student, read_verdicts(read), remarks, notes.get("trouble"), seconds, answers)


def _result(
    student: str,
    verdicts: Mapping[str, Verdict],
    remarks: tuple[str, ...],
    trouble: str | None,
    seconds: float,
    answers: Answers,
) -> StudentResult:
    failed = broken(verdicts)
    if failed and trouble is None:
        trouble = f"The judge failed on {', '.join(failed)}; these need a look by hand."
    return StudentResult(student, verdicts, remarks, trouble, seconds, answers)
