"""Grade a class: read what was handed in, grade each submission, write what came out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from graders.grading.gradebook import ClassGradebook
from graders.grading.kernel import KernelChoice, KernelTroubleError
from graders.grading.materials import Materials, hidden_seed, materials
from graders.grading.running import Limits
from graders.grading.schema import check_schema
from graders.grading.settings import nbgrader_settings
from graders.grading.strays import strays
from graders.grading.submission import Graded, grade_submission, ungradable
from graders.grading.submitted import Submission, submissions
from graders.grading.writing import require_writable, writing
from graders.judging import Outcome, Verdict


@dataclass(frozen=True)
class Task:
    """One submission, with everything that grading it needs. It can be pickled."""

    submission: Submission
    lesson: Materials
    limits: Limits
    kernel: KernelChoice


@dataclass(frozen=True)
class Done:
    """A graded submission, or why our own machinery failed on it."""

    submission: Submission
    graded: Graded | None
    fault: str | None = None


class Executor(Protocol):
    """Whatever grades tasks: the built-in `map`, a pool's, or a cluster's."""

    def __call__(self, grade: Callable[[Task], Done], tasks: Iterable[Task], /) -> Iterable[Done]:
        """Return the results, in any order."""
        ...


@dataclass(frozen=True)
class StudentResult:
    """What one student's submission gave.

    Args:
        student: the student's name.
        verdicts: by exercise, in the lesson's order; empty where grading itself failed.
        remarks: what was odd in the submission.
        trouble: why the submission could not be graded, or None.
        seconds: how long it took.
    """

    student: str
    verdicts: Mapping[str, Verdict]
    remarks: tuple[str, ...] = ()
    trouble: str | None = None
    seconds: float = 0.0

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
    """

    lesson: str
    course: Path
    exercises: Mapping[str, float]
    students: tuple[StudentResult, ...]
    strays: tuple[str, ...] = ()

    @property
    def troubles(self) -> tuple[StudentResult, ...]:
        """The submissions that could not be graded; each has its reason."""
        return tuple(result for result in self.students if result.trouble is not None)

    @property
    def max_points(self) -> float:
        """What the lesson is worth."""
        return sum(self.exercises.values())


def grade_class(
    lesson: str,
    course: Path,
    submitted: Path | None = None,
    *,
    on_start: Callable[[int], None] | None = None,
    on_result: Callable[[StudentResult], None] | None = None,
    executor: Executor = map,
    limits: Limits | None = None,
    kernel: KernelChoice | None = None,
) -> ClassResult:
    """Grade all that was handed in for a lesson, and write it into the course's gradebook.

    Args:
        lesson: the lesson's name.
        course: the folder of the course: `submitted/` is read; `gradebook.db`, `autograded/` and
            `hidden_seed` are written.
        submitted: another folder to read instead of the course's `submitted/`.
        on_start: called once, with the number of submissions.
        on_result: called after each submission is graded and written.
        executor: grades the tasks. Results are written here, in this process, as they arrive.
        limits: how long a submission may take.
        kernel: which kernel runs submissions.

    Returns:
        The results of all students. One submission's trouble is its own: the others are graded.

    Raises:
        FileNotFoundError: there is no folder of submissions, or nothing in it for this lesson.
        GradebookError: the gradebook cannot be used as it is.
        RefusalError: the folder of the course cannot be written to.
    """
    check_schema(course)
    folder = submitted or course / "submitted"
    if not folder.is_dir():
        raise FileNotFoundError(
            f"There is no folder {folder}. One was expected that holds STUDENT/{lesson}/"
            f"{lesson}.ipynb for each student. Make it, or name another with --submitted."
        )
    found = submissions(folder, lesson)
    if not found:
        raise FileNotFoundError(
            f"Nothing was handed in for {lesson} in {folder}. Notebooks were expected at "
            f"STUDENT/{lesson}/{lesson}.ipynb. Put them there, or name another folder with "
            "--submitted."
        )
    with writing(course):
        seed = hidden_seed(course)
    lesson_materials = materials(lesson, seed)
    require_writable(course / "autograded")
    if on_start is not None:
        on_start(len(found))
    tasks = (
        Task(submission, lesson_materials, limits or Limits(), kernel or KernelChoice())
        for submission in found
    )
    results = []
    with ClassGradebook(course, lesson_materials, nbgrader_settings()) as book:
        for result in _written(book, executor(grade_task, tasks)):
            results.append(result)
            if on_result is not None:
                on_result(result)
    worth = {name: float(table.points) for name, table in lesson_materials.tables.items()}
    ordered = tuple(sorted(results, key=lambda result: result.student))
    return ClassResult(lesson, course, worth, ordered, strays(folder, lesson, found))


def grade_task(task: Task) -> Done:
    """Grade one submission; whatever goes wrong is its result, not an exception."""
    submission = task.submission
    if submission.misnamed:
        return Done(submission, None, submission.trouble)
    try:
        if submission.trouble is not None:
            graded = ungradable(task.lesson, submission.trouble, submission.remarks)
        else:
            data = submission.read()
            graded = grade_submission(
                data, task.lesson, submission.remarks, task.limits, task.kernel
            )
    except KernelTroubleError as error:
        return Done(submission, None, str(error))
    except OSError as error:
        return Done(
            submission,
            None,
            f"The file cannot be read or run ({error}). A file that you may read was expected. "
            "Change its permissions, and grade again.",
        )
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name}, line {where.lineno}"
        return Done(
            submission,
            None,
            f"Grading failed: {type(error).__name__}: {str(error)[:120]} ({place}). This is a "
            "fault of the grader, not of the submission, and nothing was written for it. Please "
            "report it.",
        )
    return Done(submission, graded)


def _written(book: ClassGradebook, done: Iterable[Done]) -> Iterator[StudentResult]:
    """Write each result as it arrives, and return it."""
    for one in done:
        student, graded = one.submission.student, one.graded
        if graded is None:
            yield StudentResult(student, {}, one.submission.remarks, one.fault)
            continue
        try:
            book.write(one.submission, graded)
        except Exception as error:
            fault = (
                f"The result could not be written: {type(error).__name__}: {str(error)[:200]}. "
                "Nothing was changed for this student. Mend the cause, and grade again."
            )
            yield StudentResult(student, {}, graded.remarks, fault)
            continue
        trouble = graded.trouble
        broken = [name for name, v in graded.verdicts.items() if v.outcome is Outcome.BROKEN]
        if broken and trouble is None:
            trouble = f"The judge failed on {', '.join(broken)}; these need a look by hand."
        yield StudentResult(student, graded.verdicts, graded.remarks, trouble, graded.seconds)
