"""nbgrader's lists of what was handed in: formgrader's, and the one of `nbgrader list`.

Both open what they find in folders that students filled: one pipe in the place of a time, and
formgrader answers nobody any more; one time that is none, and nobody's submissions are listed.
`nbgrader_config.py` plugs `List` in. nbgrader's own interface, which formgrader asks, makes one
before anything else, and is guarded by that.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from nbgrader.apps.api import NbGraderAPI
from nbgrader.exchange.default import ExchangeList

from graders.grading.handed_in.limits import MAX_BYTES
from graders.grading.handed_in.opening import LISTED, Folder, NotOpenedError
from graders.grading.handed_in.submitted import IGNORED, SECRET, Submission, submissions, unusable
from graders.wording import quoted


class GuardedAPI(NbGraderAPI):
    """nbgrader's interface, which sees submissions as we do."""

    def get_submitted_students(self, assignment_id: str) -> set[str]:
        """Return who handed something in that can be graded, or costs only who did so."""
        top = self._submitted("STUDENT", "LESSON").parent.parent
        if not top.is_dir():
            return set()
        if assignment_id == "*":
            with Folder.at(top) as folder:
                entries, _ = folder.entries(most=None)
            names = {e.name for e in entries if e.kind == "a folder" and e.name not in IGNORED}
            return {name for name in names if unusable(name) is None}
        return {one.student for one in submissions(top, assignment_id) if not one.refused}

    def get_submitted_timestamp(
        self, assignment_id: str, student_id: str
    ) -> datetime.datetime | None:
        """Return when something was handed in, as grading reads it."""
        return Submission(student_id, self._submitted(student_id, assignment_id), None).timestamp()

    def _submitted(self, student: str, lesson: str) -> Path:
        course = self.coursedir
        return Path(course.format_path(course.submitted_directory, student, lesson))


class List(ExchangeList):
    """Lists the exchange folder, in which every student can put what he likes."""

    assignments: list[str]

    def __init__(self, coursedir: Any = None, **kw: Any) -> None:
        super().__init__(coursedir=coursedir, **kw)
        if type(self.parent) is NbGraderAPI:
            self.parent.__class__ = GuardedAPI

    def init_dest(self) -> None:
        """Find what there is; what nbgrader must not open is named in the log and left."""
        super().init_dest()
        if self.inbound:
            self.assignments = [path for path in self.assignments if self._is_listed(Path(path))]

    def _is_listed(self, path: Path) -> bool:
        name = path.name
        try:
            with Folder.at(path.parent) as inbound, inbound.folder(name) as folder:
                entries, more = folder.entries()
                opened = [e.name for e in entries if e.name.endswith(".ipynb") or e.name == SECRET]
                large = [quoted(one) for one in opened if folder.size(one) > MAX_BYTES]
        except NotOpenedError as error:
            why = f"it is {error.what}, or there is one in the place of a notebook"
        except OSError as error:
            why = f"it cannot be read: {error.strerror}"
        else:
            if not large and not more:
                return True
            why = f"{large[0]} is too large" if large else f"it holds more than {LISTED} things"
        self.log.error("%s is not listed (%s). Ask the student.", quoted(name, 200), why)
        return False
