"""Workers of our own on this machine: started, replaced when they die, and ended."""

from __future__ import annotations

import contextlib
import os
import pickle
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

from graders.errors import WorkersError
from graders.grading.driver import worker
from graders.grading.driver.tasks import Done, Task, WorkerDiedError
from graders.grading.scratch import make_folder, remove_tree
from graders.grading.warm.client import can_fork
from graders.grading.warm.environment import ONE_CORE

SECONDS = 5.0
"""How long a nursery may take to end."""

AGAIN = 1.0
"""How long after a worker that could not be started the next one is."""


class Nursery:
    """A process from which workers come; see `nursery`. When it is closed, they end.

    `grown` is whether it has imported everything: a worker of it has answered.

    Args:
        environment: all of its variables, which are its workers', too.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.grown = False
        self._ours, theirs = socket.socketpair()
        self._lock = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "graders.grading.driver.nursery",
                    str(theirs.fileno()),
                    *filter(None, sys.path),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=dict(environment),
                start_new_session=True,
            )

    def worker(self) -> Connection:
        """Return a connection to a new worker.

        Raises:
            OSError: the nursery has ended.
        """
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            socket.send_fds(self._ours, [b"w"], [theirs.fileno()])
        return Connection(ours.detach())

    def last_words(self) -> str:
        """Return the last line that it wrote before it ended by itself; "" where there is none."""
        assert self._process.stderr is not None
        lines = self._process.stderr.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""

    def close(self) -> None:
        """End it, and its workers."""
        self._ours.close()
        if not self.grown or not can_fork():
            self._process.kill()  # it imports, or it is a worker itself: it hears nothing
        try:
            self._process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        assert self._process.stderr is not None
        self._process.stderr.close()


class LocalWorkers:
    """Workers on this machine that nobody else can reach.

    Each has a thread here, which hands it one task after the other. A worker that dies is replaced
    when its thread has something to do again.

    Args:
        number: how many; None is one for each core.
        environment: variables that they get in addition.
        within: the folder in which they have their temporary folder; None is the system's own.
        prepare: called once in each worker, before it grades.
    """

    def __init__(
        self,
        number: int | None,
        environment: Mapping[str, str],
        within: str | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> None:
        self.number = number or _cores()
        self._within = within
        self._more = environment
        self._prepare = prepare
        self._lesson = b""
        self._nursery: Nursery | None = None
        self._nurseries: list[Nursery] = []
        self._closing = False
        self._lock = threading.Lock()
        self._mine = threading.local()

    @contextlib.contextmanager
    def started(self) -> Iterator[LocalWorkers]:
        """Start them, and yield them; afterwards they have ended.

        Raises:
            WorkersError: they cannot be started.
        """
        folder = make_folder(within=self._within)
        self._environment = _environment({"TMPDIR": folder, **self._more})
        self._threads = ThreadPoolExecutor(self.number, "graders-worker")
        try:
            self._start()
            yield self
        finally:
            with self._lock:
                self._closing = True
            for nursery in self._nurseries:
                nursery.close()
            self._threads.shutdown(cancel_futures=True)
            remove_tree(folder)

    def _start(self) -> None:
        """Start all threads and their workers. The threads block the signals that this one does."""
        together = threading.Barrier(self.number)

        def begin() -> None:
            try:
                self._hire()
                together.wait()  # otherwise one thread would begin twice
            except Exception:
                together.abort()
                raise

        begun = [self._threads.submit(begin) for _ in range(self.number)]
        errors = [error for one in begun if (error := one.exception()) is not None]
        for error in sorted(errors, key=lambda one: isinstance(one, threading.BrokenBarrierError)):
            raise WorkersError(
                f"The workers on this machine could not be started ({self._reason(error)[:200]}). "
                f"Expected a machine that can start {self.number} processes. Try fewer, "
                "`--workers 1` say."
            ) from error

    def _reason(self, error: BaseException) -> str:
        """Return why there is no worker."""
        words = ""
        if isinstance(error, WorkerDiedError) and self._nursery is not None:
            words = self._nursery.last_words()
        return words or f"{type(error).__name__}: {error}"

    def teach(self, grade: Callable[[Task], Done]) -> None:
        """Let all workers grade like this from now on."""
        self._lesson = pickle.dumps(grade)

    def count(self) -> int:
        """Return how many workers there are; those that died are replaced when they are needed."""
        return self.number

    def submit(self, task: Task) -> Future[Done]:
        """Have a task graded. `landed` says what came of it."""
        return self._threads.submit(self._graded, task)

    def landed(self, future: Future[Done]) -> Done:
        """Return the result of a future that has one.

        Raises:
            WorkerDiedError: the worker died.
            Exception: whatever grading raised.
        """
        return future.result()

    def look(self) -> None:
        """Look after the workers while nothing arrives: there is nothing to do."""

    def _graded(self, task: Task) -> Done:
        """Have this thread's worker grade a task."""
        lesson = self._lesson
        if self._mine.worker is None:
            try:
                self._hire()
            except (OSError, WorkerDiedError):
                time.sleep(AGAIN)
                self._hire()
        if self._mine.knows is not lesson:
            self._ask(worker.learn, lesson)
            self._mine.knows = lesson
        done: Done = self._ask(worker.graded, task)
        return done

    def _hire(self) -> None:
        """Give this thread a new worker.

        Raises:
            OSError: no process can be started.
            WorkerDiedError: it died at once.
        """
        self._mine.worker = None
        with self._lock:
            nursery, self._mine.worker = self._born()
        self._mine.knows = None
        self._ask(worker.prepare, self._prepare)
        nursery.grown = True

    def _born(self) -> tuple[Nursery, Connection]:
        if self._closing:
            raise WorkerDiedError
        if self._nursery is not None and can_fork():
            with contextlib.suppress(OSError):  # it was ended from outside
                return self._nursery, self._nursery.worker()
        self._nursery = Nursery(self._environment)
        self._nurseries.append(self._nursery)
        return self._nursery, self._nursery.worker()

    def _ask(self, call: Callable[[Any], Any], argument: object) -> Any:
        """Return what this thread's worker answers, or raise what it raised."""
        message = pickle.dumps((call, argument))
        try:
            self._mine.worker.send_bytes(message)
            answer, error = pickle.loads(self._mine.worker.recv_bytes())
        except (EOFError, OSError) as died:
            self._mine.worker.close()
            self._mine.worker = None
            raise WorkerDiedError from died
        if error is not None:
            raise error
        return answer


def _cores() -> int:
    """Return how many cores this process may use, whoever limits it."""
    from dask.system import CPU_COUNT

    return int(CPU_COUNT)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of workers: ours, but for the password of the gradebook, say."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**ours, **ONE_CORE, **more}
