"""What grading gave: one student's result, and a class's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from graders.grading.gradebook.records import Given
from graders.grading.handed_in.answers import Answers, handed_in_answers
from graders.grading.handed_in.restored import METADATA
from graders.grading.scores import Scores, scores
from graders.grading.submission import Graded, broken
from graders.grading.written import read_verdicts
from graders.judging import Verdict
from graders.question import Question
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
        scores: the points of those questions that are worth some.
    """

    student: str
    verdicts: Mapping[str, Verdict]
    remarks: tuple[str, ...] = ()
    trouble: str | None = None
    seconds: float = 0.0
    answers: Answers = field(default_factory=dict)
    scores: Scores = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "remarks", tuple(map(one_line, self.remarks)))
        object.__setattr__(self, "trouble", self.trouble and one_line(self.trouble))

    @property
    def points(self) -> float:
        """The points of all exercises and questions together."""
        return self.exercise_points + self.question_points

    @property
    def exercise_points(self) -> float:
        """The points of all exercises together."""
        return sum(verdict.points for verdict in self.verdicts.values())

    @property
    def question_points(self) -> float:
        """The points of all questions together, as far as they are known."""
        return sum(points or 0.0 for points in self.scores.values())


@dataclass(frozen=True)
class ClassResult:
    """What grading a class gave.

    Args:
        lesson: the lesson's name.
        course: the folder with the gradebook and the autograded notebooks.
        exercises: what each exercise is worth, in the lesson's order.
        students: the results, by name.
        questions: those that are worth points in this course, in the lesson's order.
        strays: a sentence for each thing beside the submissions that is none.
        notes: what is to be known of some results; which students' results, by sentence.
    """

    lesson: str
    course: Path
    exercises: Mapping[str, float]
    students: tuple[StudentResult, ...]
    strays: tuple[str, ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)

    @property
    def troubles(self) -> tuple[StudentResult, ...]:
        """The submissions that could not be graded; each has its reason."""
        return tuple(result for result in self.students if result.trouble is not None)

    @property
    def max_points(self) -> float:
        """What the lesson is worth."""
        return self.max_exercise_points + self.max_question_points

    @property
    def max_exercise_points(self) -> float:
        """What the exercises are worth."""
        return sum(self.exercises.values())

    @property
    def max_question_points(self) -> float:
        """What the questions are worth."""
        return sum(question.points for question in self.questions.values())


def result_of(
    student: str, graded: Graded, questions: Mapping[str, Question] | None = None
) -> StudentResult:
    """Return what a graded submission gave.

    Args:
        student: the student's name.
        graded: what grading it gave.
        questions: those that are worth points.
    """
    result = StudentResult(
        student, graded.verdicts, graded.remarks, graded.trouble, graded.seconds, graded.answers
    )
    return _complete(result, questions or {})


def read_result(
    student: str,
    notebook: str,
    seconds: float = 0.0,
    questions: Mapping[str, Question] | None = None,
) -> StudentResult:
    """Return what stands in an autograded notebook.

    Args:
        student: the student's name.
        notebook: the notebook as JSON text.
        seconds: how long grading took.
        questions: those that are worth points.

    Raises:
        Exception: of any kind, where the text is no autograded notebook.
    """
    read: NotebookNode = nbformat.reads(notebook, as_version=4)
    notes = read.metadata.get(METADATA, {})
    remarks = tuple(notes.get("remarks", ()))
    answers = {} if notes.get("trouble") else handed_in_answers(read.cells, read.cells)
    verdicts, trouble = read_verdicts(read), notes.get("trouble")
    result = StudentResult(student, verdicts, remarks, trouble, seconds, answers)
    return _complete(result, questions or {})


def _complete(result: StudentResult, questions: Mapping[str, Question]) -> StudentResult:
    """Return a result with the points of questions, and with a trouble where the judge failed."""
    failed, trouble = broken(result.verdicts), result.trouble
    if failed and trouble is None:
        trouble = f"The judge failed on {', '.join(failed)}; these need a look by hand."
    return replace(result, trouble=trouble, scores=scores(questions, result.answers))


def with_given(students: Iterable[StudentResult], given: Given) -> tuple[StudentResult, ...]:
    """Return results with the points that a person gave for questions in the place of ours."""
    return tuple(
        replace(
            one,
            scores={
                name: given.get((one.student, name), points) for name, points in one.scores.items()
            },
        )
        for one in students
    )
