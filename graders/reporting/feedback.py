"""A page of feedback for each student."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.preprocessors import GetGrades
from traitlets.config import Config

from graders.grading.gradebook.address import database
from graders.grading.gradebook.autograded import read_autograded
from graders.grading.gradebook.schema import check_schema
from graders.grading.gradebook.waiting import InUseError
from graders.grading.settings import nbgrader_settings
from graders.grading.writing import require_writable, writing
from graders.reporting.page import FeedbackExporter
from graders.reporting.results import autograded
from graders.wording import one_line, shown


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
    exporter = _exporter()
    pages, troubles = [], []
    for student in students:
        page = course / "feedback" / student / lesson / f"{lesson}.html"
        with writing(page.parent):
            page.unlink(missing_ok=True)
        try:
            autograded_text = read_autograded(course, student, lesson)
            text = _page(exporter, student, autograded_text, lesson, database(course, db))
        except InUseError:
            raise
        except Exception as error:  # one student's notebook must not cost the others their pages
            reason = one_line(f"{type(error).__name__}: {error}"[:200])
            troubles.append(
                f"{shown(student)}: no page could be made of the autograded notebook ({reason}). "
                f"Grade it again with `graders grade {lesson} --again`, then make the pages again."
            )
            continue
        with writing(page.parent):
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        pages.append(page)
    return Feedback(tuple(pages), tuple(troubles))


def _exporter() -> FeedbackExporter:
    """Return what makes pages; GetGrades is nbgrader's, and takes the gradebook's numbers."""
    config = Config(nbgrader_settings())
    config.Exporter.default_preprocessors = []
    exporter = FeedbackExporter(config=config)
    exporter.register_preprocessor(GetGrades, enabled=True)
    return exporter


def _page(
    exporter: FeedbackExporter, student: str, notebook: str, lesson: str, address: str
) -> str:
    """Return one student's page."""
    names = {"student": student, "assignment": lesson, "notebook": lesson, "db_url": address}
    page, _ = exporter.from_notebook_node(
        nbformat.reads(notebook, as_version=4), {"nbgrader": names, "unique_key": lesson}
    )
    return page
