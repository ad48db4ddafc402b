"""A class for tests that grade it in other processes, and what there is to see of them."""

from __future__ import annotations

import contextlib
import copy
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import conftest
import nbformat
import psutil
from conftest import as_bytes, write
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from graders.grading.driver.tasks import Done, Task
from graders.grading.gradebook.address import database
from graders.grading.gradebook.records import Record, stored_records
from graders.grading.written import read_verdicts
from graders.paths import ROOT

MINI = "00_mini"
NURSERY = "graders.grading.driver.nursery"
HERE = Path(__file__).parent
PATIENCE = 60.0
SAME = {"PYTHONPATH": str(ROOT)}
"""What lets another process run the code that is tested, wherever it was copied to."""

ANSWERS = {
    "scaled": ("return x * factor", "return x + factor", "return x", "raise ValueError"),
    "row_sums": (
        "t = x.sum(axis=1, keepdims=True) * 2\n    return t, float(t.max())",
        "t = x.sum(axis=1, keepdims=True) * 2\n    return t, float(t.min())",
        "t = x.mean(axis=1, keepdims=True) * 2\n    return t, float(t.max())",
    ),
    "shifted": ("return x + 1.0", "return x - 1.0", "return x + 2", "return None", "return x"),
}
"""By exercise, what the members of a class answer; the numbers of answers have no divisor in
common, so that 60 members answer in 60 ways."""


def hand_in_class(course: Path, solved: NotebookNode, size: int) -> list[str]:
    """Write a class's submissions, each another one, and return the students' names."""
    students = [f"student-{at:02d}" for at in range(size)]
    for at, student in enumerate(students):
        notebook = copy.deepcopy(solved)
        for name, answers in ANSWERS.items():
            signature = {"scaled": "x, factor"}.get(name, "x")
            body = answers[at % len(answers)]
            write(notebook, name, f"def {name}({signature}):\n    {body}\n")
        path = course / "submitted" / student / MINI / f"{MINI}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"no notebook" if at == 7 else as_bytes(notebook))
    return students


def written(course: Path, db: str | None = None) -> dict[str, object]:
    """Return all that grading wrote for each student: scores by cell, comments, and verdicts."""
    found: dict[str, object] = {}
    with Gradebook(database(course, db)) as book:
        for submission in book.assignment_submissions(MINI):
            student = submission.student.id
            (notebook,) = submission.notebooks
            path = course / "autograded" / student / MINI / f"{MINI}.ipynb"
            verdicts = read_verdicts(nbformat.read(path, as_version=4))
            found[student] = (
                {
                    grade.name: (grade.auto_score, grade.needs_manual_grade)
                    for grade in notebook.grades
                },
                {comment.name: comment.comment for comment in notebook.comments},
                verdicts,
            )
    return found


@dataclass
class Grading:
    """`graders grade` in a process of its own.

    Args:
        course: the folder of the course.
        assignments: where the built miniature lesson lies.
        kernel: "fake" or "real"; see `drive.py`.
        options: more arguments.
        command: "grade" or "demo".
    """

    course: Path
    assignments: Path
    kernel: str = "fake"
    options: tuple[str, ...] = ()
    command: str = "grade"
    marks: list[str] = field(default_factory=list)
    started: list[subprocess.Popen[str]] = field(default_factory=list)
    temporary: Path = field(init=False)

    def __enter__(self) -> Grading:
        self.temporary = Path(tempfile.mkdtemp(prefix="g-", dir="/tmp"))  # sockets: a short path
        return self

    def __exit__(self, *details: object) -> None:
        for process in self.started:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
        shutil.rmtree(self.temporary, ignore_errors=True)

    def start(self, *options: str) -> subprocess.Popen[str]:
        """Start it."""
        return self.call(self.command, MINI, "--course", str(self.course), *self.options, *options)

    def call(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command, with a mark that all its processes have in their environment."""
        self.marks.append(uuid.uuid4().hex)
        script = [sys.executable, str(HERE / "drive.py"), str(self.assignments), self.kernel]
        with _hangups_heard():
            process = self._started([*script, *arguments])
        self.started.append(process)
        return process

    def _started(self, command: list[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            env={
                **os.environ,
                **SAME,
                "GRADERS_TEST": self.marks[-1],
                "COLUMNS": "200",
                "TMPDIR": str(self.temporary),
            },
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *options: str) -> tuple[int, str]:
        """Run it to its end; return its status, and what it said."""
        return self.ended(self.start(*options))

    def ended(self, process: subprocess.Popen[str], patience: float = 3) -> tuple[int, str]:
        """Wait for a command's end; return its status, and what it said."""
        said, _ = process.communicate(timeout=patience * PATIENCE)
        return process.returncode, said

    def records(self, db: str | None = None) -> dict[str, Record]:
        return stored_records(database(self.course, db), MINI)

    def notebooks(self) -> int:
        """Return how many autograded notebooks there are; nobody has to wait for the answer."""
        return sum(1 for _ in self.course.glob(f"autograded/*/{MINI}/{MINI}.ipynb"))

    def processes(self) -> list[psutil.Process]:
        """Return every process that the last run started and that still runs."""
        found = []
        for process in psutil.process_iter():
            try:
                ours = process.environ().get("GRADERS_TEST") == self.marks[-1]
                if ours and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def left(self) -> list[Path]:
        """Return the temporary folders of ours that are there."""
        return list(self.temporary.glob("graders-*"))

    def workers(self, coordinator: int) -> list[psutil.Process]:
        """Return the workers of a coordinator."""
        try:
            children = psutil.Process(coordinator).children()
            (nursery,) = [p for p in children if NURSERY in p.cmdline()] or [None]
            return nursery.children() if nursery else []
        except psutil.Error:
            return []


@contextlib.contextmanager
def _hangups_heard() -> Iterator[None]:
    """Let what is started meanwhile hear SIGHUP, which these tests may ignore, as under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


def wait_until(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)


class Tell:
    """Grades nothing, and tells about the worker that it is called in."""

    loaded = 0

    def __reduce__(self) -> tuple[object, ...]:
        return _tell, ()

    def __call__(self, task: Task) -> Done:
        time.sleep(0.02)
        told = {
            "process": os.getpid(),
            "threads": threading.active_count(),
            "loaded": Tell.loaded,
            "prepared": prepared,
            "mark": os.environ.get("GRADERS_MARK"),
            "password": os.environ.get("PGPASSWORD"),
        }
        return Done(task.student, None, json.dumps(told))


def _tell() -> Tell:
    Tell.loaded += 1
    return Tell()


prepared = 0


def prepare() -> None:
    global prepared
    prepared += 1


def keep_out() -> None:
    """Let this process end when it opens anything in the folder that GRADERS_FORBIDDEN names."""
    conftest_kernel()
    forbidden = os.environ["GRADERS_FORBIDDEN"]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("open", "os.listdir", "os.scandir") and str(arguments[0]).startswith(
            forbidden
        ):
            os._exit(1)

    sys.addaudithook(hook)


def conftest_kernel() -> None:
    """Let this process run notebooks itself."""
    import graders.grading.submission

    graders.grading.submission.run_notebook = conftest._run_here


def slow_kernel() -> None:
    """Let this process run notebooks itself, and take its time."""
    import graders.grading.submission

    def run(*arguments: Any) -> Any:
        time.sleep(0.2)
        return conftest._run_here(*arguments)

    graders.grading.submission.run_notebook = run


def plugins(dask_scheduler: Any) -> list[str]:
    """Return the names of our plugins, when called in a scheduler."""
    return [name for name in dask_scheduler.worker_plugins if name.startswith("graders")]


def note_start() -> None:
    """Note that this process, a worker, was started."""
    (Path(os.environ["GRADERS_STARTS"]) / uuid.uuid4().hex).touch()


def die_at_the_first_task(task: Task) -> Done:
    """Grade nothing; kill this process, a worker, if it is the first that was started."""
    if len(list(Path(os.environ["GRADERS_STARTS"]).iterdir())) == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return Done(task.student, None, "graded")


def die_at_some(task: Task) -> Done:
    """Grade nothing; kill this process, a worker, once at the task "once", always at "always"."""
    folder = Path(os.environ["GRADERS_STARTS"])
    before = [path for path in folder.iterdir() if path.name.startswith(f"begun {task.student} ")]
    (folder / f"begun {task.student} {uuid.uuid4().hex}").touch()
    if task.student == "always" or (task.student == "once" and not before):
        os.kill(os.getpid(), signal.SIGKILL)
    return Done(task.student, None, "graded")
