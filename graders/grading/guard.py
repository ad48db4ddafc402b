"""nbgrader's own commands, kept inside what students handed in.

`nbgrader autograde` copies every file beside a notebook and follows links as it does so, waits for
ever for a pipe that is called as the file with the time, and ends for the whole class at a name
that it cannot match. nbgrader makes its converter by itself, so no configuration can name another
class; what configuration does name is the exporter, and that is made before the first submission
is looked at. The exporter therefore hands its converter over to `guard`.
"""

from __future__ import annotations

from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory

from graders.grading.handed_in.opening import Folder, NotOpenedError
from graders.grading.handed_in.submitted import Submission, submissions
from graders.grading.handed_in.timestamp import TIMESTAMP, read_timestamp
from graders.wording import one_line, quoted, shown


class GuardedCourse(CourseDirectory):
    """nbgrader's view of a course, which reads the time of a submission as we do."""

    def get_existing_timestamp(self, dest_path: str) -> datetime | None:
        """Return the time that a submission's folder says, in UTC, or None."""
        place = Path(dest_path)
        try:
            with (
                Folder.at(place.parent.parent) as top,
                top.folder(place.parent.name) as home,
                home.folder(place.name) as folder,
            ):
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


class _NothingBeside(BaseConverter):
    """Copies nothing that lies beside a notebook; the time is written from what was read."""

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Put the line that says when something was handed in beside the autograded notebook."""
        source = Path(self._format_source(assignment_id, student_id))
        line = Submission(student_id, source, None).handed_in().text
        autograded = Path(self._format_dest(assignment_id, student_id))
        autograded.parent.parent.mkdir(parents=True, exist_ok=True)
        with (
            Folder.at(autograded.parent.parent) as top,
            top.made(autograded.parent.name) as home,
            home.made(autograded.name) as folder,
        ):
            if line:
                folder.replace(TIMESTAMP, line)
            else:
                folder.remove(TIMESTAMP)


class _GuardedAutograde(Autograde, _NothingBeside):
    """nbgrader's converter, in which `super()` of its own methods finds ours."""


def guard(converter: Autograde) -> dict[str, Submission]:
    """Let a converter work on what our own look at the folder of submissions finds.

    Submissions that cannot be taken are named in the log and left; nobody else is touched.

    Args:
        converter: nbgrader's, before it has looked at the first submission.

    Returns:
        The submissions, by the path of the notebook that the converter will ask for.
    """
    course = converter.coursedir
    lesson, students = course.assignment_id, course.student_id
    some = Path(converter._format_source(lesson, "STUDENT"))
    found = (
        submissions(some.parent.parent, lesson) if fnmatchcase(lesson, course.notebook_id) else []
    )
    taken = []
    for submission in found:
        name = submission.student
        if not (fnmatchcase(name, students) or name == students):
            continue
        why = _left(submission, Path(converter._format_dest(lesson, name)))
        if why is None:
            taken.append(submission)
        else:
            converter.log.error("%s: %s", shown(name), why)
    converter.__class__ = _GuardedAutograde
    converter.coursedir = guarded_course(course)
    converter.assignments = {str(s.folder): [str(s.folder / f"{lesson}.ipynb")] for s in taken}
    return {path: s for s in taken for path in converter.assignments[str(s.folder)]}


def _left(submission: Submission, autograded: Path) -> str | None:
    """Return why nbgrader's command leaves a submission, or None."""
    if submission.refused:
        return submission.trouble
    if one_line(submission.student) != submission.student:
        return (
            "The folder's name has characters that cannot be seen, a line break for example; "
            "nbgrader's own commands cannot take it. Rename the folder, or use `graders grade`."
        )
    try:
        with (
            Folder.at(autograded.parent.parent) as top,
            top.folder(autograded.parent.name) as home,
            home.folder(autograded.name),
        ):
            return None
    except FileNotFoundError:
        return None
    except NotOpenedError as error:
        return (
            f"The folder {quoted(autograded, 200)}, or the one around it, is {error.what}. Nothing "
            "is written through it. Remove it, and grade again."
        )
