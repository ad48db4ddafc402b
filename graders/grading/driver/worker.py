"""What a Dask worker needs to grade: how, once and for all, and then task after task.

This runs in the workers' processes, which may be on other machines. It opens no file of the
coordinator, and knows no database.
"""

from __future__ import annotations

import hashlib
import os
import platform
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from distributed import WorkerPlugin, get_worker

import graders
from graders.grading.driver.tasks import Done, Task
from graders.stopping import SIGNALS

PARTS = ("cells.py", "exercise.py", "grading", "judging", "notebook")
"""What of this package decides on a result."""


@dataclass(frozen=True)
class Versions:
    """What must be the same on both sides for the results to be the same.

    Args:
        graders: the version of this package.
        code: the digest of its files, which may differ where the version does not.
        python: the version of Python, without its last number.
    """

    graders: str
    code: str
    python: str

    def __str__(self) -> str:
        return f"graders {self.graders} ({self.code}) and Python {self.python}"


@cache
def versions() -> Versions:
    """Return the versions of this process."""
    home = Path(graders.__file__).parent
    code = hashlib.sha256()
    for part in PARTS:
        paths = [home / part] if part.endswith(".py") else sorted((home / part).rglob("*.py"))
        for path in paths:
            code.update(f"{path.relative_to(home)}\0".encode() + path.read_bytes())
    python = ".".join(platform.python_version_tuple()[:2])
    return Versions(graders.__version__, code.hexdigest()[:8], python)


class Begin(WorkerPlugin):
    """Makes a worker ready, once, when it starts or joins.

    Args:
        prepare: called once in each worker's process; it must be possible to pickle it.
        ours: whether the worker belongs to this coordinator alone, on its own machine.
    """

    def __init__(self, prepare: Callable[[], object] | None, ours: bool) -> None:
        self._prepare = prepare
        self._ours = ours

    def setup(self, worker: Any) -> None:
        """Make the worker ready."""
        if self._ours:
            _behave()
        if self._prepare is not None:
            self._prepare()


class Grade(WorkerPlugin):
    """Gives a worker what grading every submission of a class needs.

    Args:
        grade: grades one submission.
        expected: the versions of the coordinator; None where they are certainly the same.
    """

    def __init__(self, grade: Callable[[Task], Done], expected: Versions | None = None) -> None:
        self._grade = grade
        self._expected = expected

    def setup(self, worker: Any) -> None:
        """Make the worker ready."""
        self._lock = threading.Lock()

    def __call__(self, task: Task) -> Done:
        """Grade one submission; one at a time, whatever the number of the worker's threads."""
        if self._expected is not None and versions() != self._expected:
            says = other_versions("A worker that joined", versions(), self._expected)
            return Done(task.student, None, says)
        with self._lock:
            return self._grade(task)


def other_versions(who: str, theirs: object, ours: Versions | None = None) -> str:
    """Return what to say of a worker or a scheduler that has other versions."""
    return (
        f"{who} has {theirs}; here it is {ours or versions()}. The same were expected, so that "
        "every submission is judged alike. Install the same version there, and grade again."
    )


def grade_with(plugin: str, task: Task) -> Done:
    """Grade a submission in a worker, with the plugin of this name."""
    # What this thread starts inherits what it blocks, and a kernel must hear an interrupt.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    grade: Grade = get_worker().plugins[plugin]
    return grade(task)


def _behave() -> None:
    """Let a worker leave the terminal, and what belongs to the coordinator, alone."""
    for number in SIGNALS:  # a terminal sends them to all processes; they are for the coordinator
        signal.signal(number, lambda *_: None)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]  # the password of the gradebook, say
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
