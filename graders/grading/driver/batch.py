"""Grade a class: read what was handed in, grade what is new, write what came out."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from graders import __version__, stopping
from graders.grading.driver.lock import only_one
from graders.grading.driver.results import ClassResult, StudentResult, with_given
from graders.grading.driver.run import Beginning, Run
from graders.grading.driver.tasks import Executor, Grading
from graders.grading.gradebook.address import database
from graders.grading.gradebook.autograded import AUTOGRADED
from graders.grading.gradebook.book import ClassGradebook
from graders.grading.gradebook.records import Terms, stored_given, stored_records
from graders.grading.gradebook.schema import check_schema
from graders.grading.gradebook.waiting import waiting
from graders.grading.handed_in.strays import flat_files, strays
from graders.grading.handed_in.submitted import Submission, submissions
from graders.grading.materials import hidden_seed, materials
from graders.grading.running.kernel import KernelChoice
from graders.grading.running.observed import Limits
from graders.grading.settings import nbgrader_settings
from graders.grading.writing import require_writable, writing


def grade_class(
    lesson: str,
    course: Path,
    submitted: Path | None = None,
    *,
    db: str | None = None,
    again: bool = False,
    on_work: Callable[[Sequence[str]], None] | None = None,
    on_start: Callable[[Beginning], None] | None = None,
    on_result: Callable[[StudentResult], None] | None = None,
    executor: Executor = map,
    limits: Limits | None = None,
    kernel: KernelChoice | None = None,
) -> ClassResult:
    """Grade what was handed in for a lesson, and write it into the course's gradebook.

    What was graded before, and would give the same result again, is read back instead. So a run
    that was stopped is finished by another one.

    Args:
        lesson: the lesson's name.
        course: the folder of the course: `submitted/` is read; `gradebook.db`, `autograded/` and
            `hidden_seed` are written.
        submitted: another folder to read instead of the course's `submitted/`.
        db: the address of the gradebook's database; None is `gradebook.db` in the course.
        again: grade everything, whether it was graded before or not.
        on_work: called early, as soon as it is certain that something will be graded, with the
            libraries that kernels of the lesson should have imported: a cluster can start while
            everything else is prepared.
        on_start: called once, before the first submission is graded.
        on_result: called after each submission is graded and written; where the run is stopped by
            KeyboardInterrupt, once more for each that it has written.
        executor: grades the tasks. Results are written here, in this process, as they arrive.
        limits: how long a submission may take.
        kernel: which kernel runs submissions.

    Returns:
        The results of all students. One submission's trouble is its own: the others are graded.

    Raises:
        FileNotFoundError: there is no folder of submissions, or nothing in it for this lesson.
        GradebookError: the gradebook cannot be used as it is.
        InUseError: another program uses it, and does not end. What was written before stays.
        RefusalError: the folder of the course cannot be written to, another process grades it, or
            its file of points cannot be used.
    """
    check_schema(course, db)
    folder = submitted or course / "submitted"
    found = _handed_in(folder, lesson)
    with only_one(course, database(course, db)):
        with writing(course):
            seed = hidden_seed(course)
        require_writable(course / AUTOGRADED)
        grading = Grading(
            materials(lesson, seed, course), limits or Limits(), kernel or KernelChoice()
        )
        before = stored_records(database(course, db), lesson)
        if on_work and (again or any(s.student not in before for s in found if not s.refused)):
            on_work(grading.lesson.libraries)
        terms = Terms(
            grading.lesson.contract,
            json.dumps(asdict(grading.limits), sort_keys=True),
            grading.kernel.isolation,
            __version__,
        )
        with ClassGradebook(course, grading.lesson, nbgrader_settings(), db) as book:
            run = Run(course, book, grading, terms)
            beginning = run.sort(found, again)
            if on_start is not None:
                on_start(beginning)
            try:
                for result in run.results(executor):
                    if on_result is not None:
                        on_result(result)
            except KeyboardInterrupt:
                if on_result is not None:
                    _tell(run, database(course, db), on_result)
                raise
            others = strays(folder, lesson, found)
            notes = run.finish(others)
    worth = {name: float(table.points) for name, table in grading.lesson.outline.items()}
    ordered = sorted(run.done, key=lambda result: result.student)
    questions = grading.lesson.graded_questions
    students = with_given(ordered, stored_given(database(course, db), lesson, questions))
    return ClassResult(lesson, course, worth, students, others, notes, questions)


def _tell(run: Run, address: str, on_result: Callable[[StudentResult], object]) -> None:
    """Tell of what has been written when a run is stopped, once more or for the first time.

    It may be stopped between a commit and the moment when somebody hears of it.
    """
    with stopping.ignored(), contextlib.suppress(Exception), waiting(lambda sentence: None, 0.0):
        for result in run.written(stored_records(address, run.grading.lesson.lesson)):
            on_result(result)


def _handed_in(folder: Path, lesson: str) -> list[Submission]:
    """Return what was handed in; raise FileNotFoundError where there is nothing."""
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
            f"--submitted.{flat_files(folder, lesson)}"
        )
    return found
