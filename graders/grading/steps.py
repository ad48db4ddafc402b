"""Our steps as nbgrader's own parts, so that `nbgrader autograde` grades as `graders grade` does.

`nbgrader_config.py` plugs them in: `TolerantExporter` reads what students hand in, `Sanitise`
goes before nbgrader's sanitising steps, and `Observe` takes the place of `Execute`.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_notebook
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Enum, Float, Unicode
from traitlets.config import Config

from graders.errors import RefusalError
from graders.grading.digests import digest
from graders.grading.gradebook.address import database
from graders.grading.gradebook.lesson_cells import is_saved, save_lesson
from graders.grading.gradebook.schema import check_schema, make_gradebook
from graders.grading.guard import guard
from graders.grading.handed_in.reading import MAX_BYTES, UnreadableNotebookError, read_notebook
from graders.grading.handed_in.restored import METADATA
from graders.grading.handed_in.sanitise import sanitise
from graders.grading.handed_in.submitted import Submission, unreadable
from graders.grading.materials import Materials, hidden_seed, materials
from graders.grading.running.kernel import KernelChoice
from graders.grading.running.observed import Limits
from graders.grading.submission import observe_and_judge, ungradable
from graders.grading.warm import NAME
from graders.grading.writing import writing
from graders.grading.written import note
from graders.wording import shown

Resources = dict[str, Any]


class TolerantExporter(NotebookExporter):
    """nbconvert's notebook exporter, reading submissions as `read_notebook` does.

    A file that is no notebook becomes a notebook with no cells, which carries the reason; the
    student is then graded for what is there, which is nothing, and the class goes on.

    nbgrader makes one of these before it looks at the first submission. That is when the lesson
    is put into the gradebook, if it is not there: nbgrader's hook before a conversion is no place
    for it, because what goes wrong there stays unsaid.
    """

    def __init__(self, config: Config | None = None, **kw: Any) -> None:
        super().__init__(config=config, **kw)
        self._handed_in: dict[str, Submission] = {}
        if isinstance(self.parent, Autograde):
            try:
                put_lesson(self.parent.coursedir)
                self._handed_in = guard(self.parent)
            except (RefusalError, FileNotFoundError) as error:
                self.log.error(str(error))
                raise NbGraderException(str(error)) from error

    def from_filename(
        self, filename: str, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """Read, preprocess and export a notebook; a student's is opened as `opening` does."""
        submission = self._handed_in.get(filename)
        if submission is None:
            exported = super().from_filename(filename, resources, **kw)
            return exported[0], exported[1]
        resources = resources if resources is not None else {}
        resources["metadata"] = {"name": Path(filename).stem, "path": str(submission.folder)}
        resources[METADATA] = {"remarks": submission.remarks}
        trouble = submission.trouble
        try:
            data = submission.read()
        except OSError as error:
            trouble = unreadable(error)
        if trouble is not None:
            self.log.error("%s: %s", shown(submission.student), trouble)
            notebook = new_notebook(metadata={METADATA: {"trouble": trouble}})
            exported = self.from_notebook_node(notebook, resources, **kw)
            return exported[0], exported[1]
        stream = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        return self.from_file(stream, resources, **kw)

    def from_file(
        self, file_stream: Any, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """Read, preprocess and export the notebook in an open file."""
        if not any(isinstance(step, Sanitise) for step in self._preprocessors):
            exported = super().from_file(file_stream, resources, **kw)
            return exported[0], exported[1]
        try:
            data = file_stream.buffer.read(MAX_BYTES + 1)
            reading = read_notebook(data)
            notebook = reading.notebook
            found = {"remarks": list(reading.remarks), "attempt": digest(data)}
            notebook.metadata[METADATA] = found
        except UnreadableNotebookError as error:
            self.log.error("%s: %s", _whose(resources), error)
            notebook = new_notebook(metadata={METADATA: {"trouble": str(error)}})
        exported = self.from_notebook_node(notebook, resources, **kw)
        return exported[0], exported[1]


class Sanitise(NbGraderPreprocessor):
    """Put a submission back into the lesson's shape."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Return the sanitised notebook, with remarks at its top."""
        lesson = _lesson(self, resources)
        found = nb.metadata.get(METADATA, {})
        beside = resources.get(METADATA, {}).get("remarks", ())
        trouble = found.get("trouble")
        try:
            notebook, remarks = sanitise(nb, lesson.parsed)
        except UnreadableNotebookError as error:
            self.log.error("%s: %s", _whose(resources), error)
            trouble = str(error)
        if trouble:
            text = ungradable(lesson, trouble, beside).notebook
            return nbformat.reads(text, as_version=4), resources
        note(notebook, [*beside, *found.get("remarks", []), *remarks])
        notebook.metadata[METADATA]["attempt"] = found["attempt"]  # until `Observe` has read it
        return notebook, resources


class Observe(NbGraderPreprocessor):
    """Run a sanitised notebook, judge it, and put points and cards into its check cells."""

    kernel_name = Unicode("python3", help="The kernelspec that runs submissions.").tag(config=True)
    provisioner = Unicode(
        NAME,
        help="The kernel provisioner; empty: JUPYTER_DEFAULT_PROVISIONER_NAME, or Jupyter's own, "
        "which isolates nothing.",
    ).tag(config=True)
    isolation = Enum(
        ("strict", "none"),
        "strict",
        help="'none' runs submissions with your own rights: only where you trust all of them.",
    ).tag(config=True)
    cell_seconds = Float(Limits.cell_seconds, help="How long one cell may run.").tag(config=True)
    submission_seconds = Float(
        Limits.submission_seconds, help="How long one notebook may run."
    ).tag(config=True)
    experiments = Bool(
        Limits.experiments, help="Whether to run the lesson's experiments that nothing needs."
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Return the notebook with outputs, and the verdicts in its check cells."""
        known = nb.metadata[METADATA]
        if trouble := known.get("trouble"):  # nbgrader's steps have cleared the verdicts meanwhile
            lesson = _lesson(self, resources)
            text = ungradable(lesson, trouble, known.get("remarks", ())).notebook
            return nbformat.reads(text, as_version=4), resources
        limits = Limits(
            cell_seconds=self.cell_seconds,
            submission_seconds=self.submission_seconds,
            experiments=self.experiments,
        )
        kernel = KernelChoice(self.kernel_name, self.provisioner, self.isolation)
        lesson = _lesson(self, resources)
        index = lesson.index(resources["nbgrader"]["student"], known.pop("attempt"))
        observe_and_judge(nb, lesson, lesson.tables(index), limits, kernel)
        return nb, resources


def _whose(resources: Resources | None) -> str:
    """Return the student whose notebook is read, for the log."""
    return shown((resources or {}).get("nbgrader", {}).get("student", "?"))


def put_lesson(course: CourseDirectory) -> None:
    """Put the lesson that is graded into nbgrader's gradebook, if it is not there as it is now.

    Args:
        course: nbgrader's view of the course.

    Raises:
        FileNotFoundError: the lesson is not built.
        RefusalError: the gradebook has another schema, or cannot be written to, or the course's
            file of points cannot be used.
    """
    root, lesson, address = Path(course.root), course.assignment_id, course.db_url
    ours = address == database(root)
    if ours:
        check_schema(root)
    with writing(root):
        if ours:
            make_gradebook(root)
        with Gradebook(address, course.course_id) as book:
            found = _materials(lesson, root)
            if not is_saved(book, found):
                save_lesson(book, found, address)


def _lesson(step: NbGraderPreprocessor, resources: Resources) -> Materials:
    """Return the materials of the lesson that is being graded."""
    return _materials(resources["nbgrader"]["assignment"], _course(step))


def _materials(lesson: str, course: Path) -> Materials:
    """Return a lesson's materials as they are now, with what was drawn from them before."""
    return _first(materials(lesson, hidden_seed(course), course))


@lru_cache(maxsize=2)
def _first(lesson: Materials) -> Materials:
    """Return the first of equal materials, which keeps its tables."""
    return lesson


def _course(step: NbGraderPreprocessor) -> Path:
    """Return the course's folder, which nbgrader's converter knows."""
    owner: Any = step
    while owner is not None:
        if getattr(owner, "coursedir", None) is not None:
            return Path(owner.coursedir.root)
        owner = getattr(owner, "parent", None)
    return Path.cwd()
