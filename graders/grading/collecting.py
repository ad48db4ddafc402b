"""nbgrader's own ways to collect, which bring nothing along that students only point to.

`nbgrader_config.py` plugs them in: `Collect` for `nbgrader collect`, and `Extract` for
`nbgrader zip_collect`.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.plugins import ExtractorPlugin
from nbgrader.utils import ignore_patterns

from graders.grading.guard import guarded_course
from graders.grading.handed_in.copying import Copy
from graders.grading.handed_in.opening import Folder, NotOpenedError, TooLargeError, lesson_folder
from graders.grading.handed_in.submitted import unusable
from graders.wording import one_line, quoted

ASK = "Ask the student."
NEVER = datetime.min
"""The time of a submission whose folder's name says none."""

ARCHIVES = 100_000_000_000
"""How many bytes all archives of a class may have together."""


class Collect(ExchangeCollect):
    """Collects from the exchange folder, in which every student can put what he likes."""

    src_records: list[dict[str, Any]]

    def __init__(self, coursedir: Any = None, **kw: Any) -> None:
        super().__init__(coursedir=coursedir and guarded_course(coursedir), **kw)

    def _path_to_record(self, path: str) -> dict[str, Any]:
        """Return whose submission a folder is and from when; nbgrader stops at one that is odd."""
        try:
            return dict(super()._path_to_record(path))
        except (ValueError, ArithmeticError, TypeError, OSError):
            name = Path(path).name
            return {"username": name.split("+")[0], "filename": name, "timestamp": NEVER}

    def copy_files(self) -> None:
        """Copy every submission that can be taken; the others are named in the log."""
        self.src_records = [one for one in self.src_records if self._taken(one)]
        super().copy_files()

    def _taken(self, record: dict[str, Any]) -> bool:
        name, student = record["filename"], record["username"]
        why = None
        if record["timestamp"] is NEVER:
            why = f"Its name does not say when it was handed in. {ASK}"
        elif student in ("", ".", "..") or one_line(student) != student or unusable(student):
            why = f"Its name does not begin with a student's name that can be kept. {ASK}"
        else:
            why = self._not_opened(name) or self._in_the_way(student)
        if why is None:
            return True
        self.log.error("%s was not collected. %s", quoted(name, 200), why)
        return False

    def _not_opened(self, name: str) -> str | None:
        """Return why a submission's folder cannot be opened, or None."""
        try:
            with Folder.at(Path(self.inbound_path)) as inbound, inbound.folder(name):
                return None
        except NotOpenedError as error:
            return f"It is {error.what}. Nothing is followed out of what was handed in. {ASK}"
        except OSError as error:
            return f"It cannot be read ({error.strerror}). {ASK}"

    def _in_the_way(self, student: str) -> str | None:
        """Return why nothing can be put into a student's folder of submissions, or None."""
        course = self.coursedir
        to = Path(course.format_path(course.submitted_directory, student, course.assignment_id))
        try:
            with lesson_folder(to):
                return None
        except FileNotFoundError:
            return None
        except OSError as error:
            return f"{quoted(to, 200)}, or the folder around it, is no folder ({error}). Remove it."

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy one submission, without links, pipes and the like."""
        course = self.coursedir
        patterns = ignore_patterns(exclude=course.ignore, include=course.include)

        def skip(folder: Path, names: list[str]) -> Collection[str]:
            skipped: list[str] = patterns(str(folder), names)
            return skipped

        source = Path(src)
        copy = Copy(1_000 * course.max_dir_size, 1_000 * course.max_file_size, skip)
        try:
            with Folder.at(source.parent) as inbound, inbound.folder(source.name) as folder:
                copy.make(folder, source, Path(dest))
        except OSError as error:
            shutil.rmtree(dest, ignore_errors=True)
            with contextlib.suppress(OSError):  # other lessons' folders may be there
                Path(dest).parent.rmdir()
            why = f"it holds {error}" if isinstance(error, TooLargeError) else error.strerror
            self.log.error(
                "%s was not collected: %s. Ask the student for the notebook alone.",
                quoted(source.name, 200),
                why or error,
            )
            return
        if copy.left:
            some = ", ".join(copy.left[:5])
            more = f" and {len(copy.left) - 5} more" if len(copy.left) > 5 else ""
            self.log.warning(
                "%s: not everything was collected; left behind: %s%s.",
                quoted(source.name, 200),
                some,
                more,
            )
        self._share(Path(dest))

    def _share(self, folder: Path) -> None:
        """Let the group write to what was collected, if the course is shared."""
        if not self.coursedir.groupshared:
            return
        for path in [folder, *folder.rglob("*")]:
            path.chmod(path.stat().st_mode | (0o2770 if path.is_dir() else 0o660))


class Extract(ExtractorPlugin):
    """Extracts downloaded archives; what lies among them and is no file is left.

    nbgrader's extractor makes no links from an archive: one in a zip file becomes a file that
    holds the path, and one in a tar file is left out or becomes what it points to in that archive.
    """

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Extract every archive of a folder, and copy the other files."""
        copy = Copy(ARCHIVES, ARCHIVES)
        with tempfile.TemporaryDirectory(dir=Path(extracted_path).parent) as name:
            archives = Path(name, "archives")
            with Folder.at(Path(archive_path)) as folder:
                copy.make(folder, Path(archive_path), archives)
            for one in copy.left:
                self.log.warning("%s was not collected; it is no file.", one)
            for at, path in enumerate(sorted(p for p in archives.rglob("*") if p.is_file())):
                alone = Path(name, str(at), path.relative_to(archives))
                alone.parent.mkdir(parents=True)
                path.rename(alone)
                self._extract(Path(name, str(at)), alone, extracted_path)

    def _extract(self, folder: Path, file: Path, extracted_path: str) -> None:
        """Extract the one file of a folder; nbgrader would stop at one that it cannot read."""
        try:
            super().extract(str(folder), extracted_path)
        except Exception as error:  # of many kinds: two readers of archives that students made
            self.log.error(
                "%s could not be extracted (%s), or not all of it. An archive of plain files was "
                "expected. Ask the student for the notebook alone.",
                quoted(file.name, 200),
                one_line(f"{type(error).__name__}: {error}")[:200],
            )
        if file.exists():
            file.unlink()
