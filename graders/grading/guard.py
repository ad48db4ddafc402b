"""nbgrader's own commands, kept inside what students handed in.

`nbgrader autograde` copies every file beside a notebook and follows links as it does so, waits for
ever for a pipe that is called as the file with the time, and ends for the whole class at a name
that it cannot match; `nbgrader generate_feedback` does the same with autograded notebooks. nbgrader
makes its converters by itself, so no configuration can name another class; what configuration does
name is the exporter, and that is made before the first submission is looked at. The exporter
therefore hands its converter over to `guard`, or to `guard_feedback`.
"""

from __future__ import annotations

from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path

from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory

from graders.grading.gradebook.autograded import autograded_students
from graders.grading.handed_in.carrying import carry
from graders.grading.handed_in.opening import NotOpenedError, lesson_folder, made_lesson_folder
from graders.grading.handed_in.submitted import Submission, submissions, unusable
from graders.grading.handed_in.timestamp import read_timestamp
from graders.wording import one_line, quoted, shown


class GuardedCourse(CourseDirectory):
    """nbgrader's view of a course, which reads the time of a submission as we do."""

    def get_existing_timestamp(self, dest_path: str) -> datetime | None:
        """Return the time that a submission's folder says, in UTC, or None."""
        try:
            with lesson_folder(Path(dest_path)) as folder:
                found = read_timestamp(folder)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.log.warning("%s cannot be read (%s).", one_line(dest_path), error)
            return None
        if found.remark:
            self.log.warning("%s: %s", one_line(dest_path), found.remark)
        return found.when


def guarded_course(course: CourseDirectory) -> GuardedCourse:
    """Return the same view of a course, guarded."""
    values = {name: getattr(course, name) for name in course.trait_names(config=True)}
    return GuardedCourse(parent=course.parent, **values)


class _Guarded(BaseConverter):
    """Takes students of any name, and copies nothing that lies beside a notebook.

    What the exchange needs, the time say, is written anew from what was read.
    """

    def _format_source(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        path: str = super()._format_source(assignment_id, student_id, escape)
        return f"(?s:{path})" if escape else path  # a pattern, in which a dot is a line break, too

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Make the folder to write to, in which there is nothing that leads out of it."""
        source = Path(self._format_source(assignment_id, student_id))
        made = Path(self._format_dest(assignment_id, student_id))
        with made_lesson_folder(made) as folder:
            for entry in folder.entries(most=None)[0]:
                if entry.kind not in ("a file", "a folder"):
                    folder.remove(entry.name)
            carry(Submission(student_id, source, None), folder)


class _GuardedAutograde(Autograde, _Guarded):
    """nbgrader's converter, in which `super()` of its own methods finds ours."""


class _GuardedFeedback(GenerateFeedback, _Guarded):
    """The same for pages of feedback."""


def guard(converter: Autograde) -> dict[str, Submission]:
    """Let a converter work on what our own look at the folder of submissions finds.

    Submissions that cannot be taken are named in the log and left; nobody else is touched.

    Args:
        converter: nbgrader's, before it has looked at the first submission.

    Returns:
        The submissions, by the path of the notebook that the converter will ask for.
    """
    course = converter.coursedir
    lesson = course.assignment_id
    some = Path(converter._format_source(lesson, "STUDENT"))
    found = (
        submissions(some.parent.parent, lesson) if fnmatchcase(lesson, course.notebook_id) else []
    )
    taken = [
        submission
        for submission in found
        if _asked_for(submission.student, course)
        and _is_taken(
            converter, submission.student, submission.trouble if submission.refused else None
        )
    ]
    converter.__class__ = _GuardedAutograde
    converter.coursedir = guarded_course(course)
    converter.assignments = {str(s.folder): [str(s.folder / f"{lesson}.ipynb")] for s in taken}
    return {path: s for s in taken for path in converter.assignments[str(s.folder)]}


def guard_feedback(converter: GenerateFeedback) -> None:
    """Let a converter make pages of the autograded notebooks that are none of links.

    Args:
        converter: nbgrader's, before it has looked at the first notebook.
    """
    course = converter.coursedir
    lesson = course.assignment_id
    home = Path(converter._format_source(lesson, "STUDENT")).parent.parent
    taken = [
        student
        for student in autograded_students(home, lesson)
        if fnmatchcase(lesson, course.notebook_id)
        and _asked_for(student, course)
        and _is_taken(converter, student, unusable(student))
    ]
    converter.__class__ = _GuardedFeedback
    converter.coursedir = guarded_course(course)
    converter.assignments = {
        str(home / student / lesson): [str(home / student / lesson / f"{lesson}.ipynb")]
        for student in taken
    }


def _asked_for(student: str, course: CourseDirectory) -> bool:
    """Return whether the command is for a student, whose name may look like a pattern."""
    return fnmatchcase(student, course.student_id) or student == course.student_id


def _is_taken(converter: BaseConverter, student: str, trouble: str | None) -> bool:
    """Return whether a converter takes what a student handed in; otherwise the log says why."""
    why = trouble or _in_the_way(
        Path(converter._format_dest(converter.coursedir.assignment_id, student))
    )
    if why is not None:
        converter.log.error("%s: %s", shown(student), why)
    return why is None


def _in_the_way(made: Path) -> str | None:
    """Return why nothing can be written to a folder of `autograded` or `feedback`, or None."""
    try:
        with lesson_folder(made):
            return None
    except FileNotFoundError:
        return None
    except NotOpenedError as error:
        return (
            f"The folder {quoted(made, 200)}, or the one around it, is {error.what}. Nothing "
            "is written through it. Remove it, and grade again."
        )
