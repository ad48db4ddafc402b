"""A page of feedback for each student, by nbgrader's own exporter."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import NbGraderException

from graders.grading.gradebook.address import database
from graders.grading.gradebook.schema import check_schema
from graders.grading.gradebook.waiting import current, waiting
from graders.grading.settings import course_directory, nbgrader_settings
from graders.grading.writing import require_writable
from graders.reporting.results import autograded


@dataclass(frozen=True)
class Feedback:
    """The pages that were written.

    Args:
        pages: their paths, by student.
        troubles: a sentence for each student who has none.
    """

    pages: tuple[Path, ...]
    troubles: tuple[str, ...]


def make_feedback(lesson: str, course: Path, db: str | None = None) -> Feedback:
    """Write `feedback/STUDENT/LESSON/LESSON.html` for each graded student, anew.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.
        db: the address of the gradebook's database; None is the course's own file.

    Raises:
        NothingGradedError: the course has no graded submissions of the lesson.
        GradebookError: the gradebook cannot be used as it is.
        InUseError: another program is using it, and does not end.
        RefusalError: the folder of the pages cannot be written to.
    """
    check_schema(course, db)
    students = autograded(lesson, course)
    require_writable(course / "feedback")
    config = nbgrader_settings()
    config.CourseDirectory.db_url = database(course, db)
    directory = course_directory(course, lesson, config)
    converter = GenerateFeedback(coursedir=directory, config=config, force=True)
    # The exception names nobody; who has no page is seen below.
    with contextlib.suppress(NbGraderException), waiting(current().say) as gradebook:
        converter.start()
    if gradebook.gave_up is not None:
        raise gradebook.gave_up
    pages, missing = [], []
    for student in students:
        page = course / "feedback" / student / lesson / f"{lesson}.html"
        if page.exists():
            pages.append(page)
        else:
            missing.append(
                f"{student}: nbgrader could not make a page of the autograded notebook. Open it in "
                "JupyterLab and look for an output that cannot be shown, then grade again."
            )
    return Feedback(tuple(pages), tuple(missing))
