"""Grade on many processors: workers of our own on this machine, or those of a Dask cluster."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, Queue
from typing import Any, Protocol

from graders.errors import WorkersError
from graders.grading.driver.tasks import Done, NotYetError, Task, WorkerDiedError
from graders.grading.warm.client import ADDRESS, can_fork, warm_parent
from graders.stopping import SIGNALS, ignored

LOOK = 2.0
"""How long nothing has to arrive until we look whether there is somebody who grades."""

MOST_BYTES = 300_000_000
"""How much may be under way to workers; it takes its room several times over, here and on the way.
A single submission always may."""


class Workers(Protocol):
    """Processes that grade one submission at a time each: `LocalWorkers`, or `RemoteWorkers`."""

    def teach(self, grade: Callable[[Task], Done]) -> None:
        """Let all workers grade like this from now on."""

    def count(self) -> int:
        """Return how many workers there are."""

    def submit(self, task: Task) -> Any:
        """Return a future for the result of a task."""

    def landed(self, future: Any) -> Done:
        """Return the result of a future that has one."""

    def look(self) -> None:
        """Look after the workers while nothing arrives."""


class Cluster:
    """Workers that grade submissions. An executor for `grade_class`, and a context manager.

    Each worker grades one submission at a time. A worker that dies is replaced, and what it was
    grading is graded again once, alone. Workers need nothing of this machine's folders.

    Args:
        workers: how many processes to start on this machine; None starts one for each core.
        scheduler: the address of a Dask cluster's scheduler; its workers are taken instead.
        environment: variables that workers on this machine get in addition.
        prepare: called once in each worker's process, before it grades.
        say: told a sentence when there is nobody who grades.
    """

    def __init__(
        self,
        workers: int | None = None,
        scheduler: str | None = None,
        environment: Mapping[str, str] | None = None,
        prepare: Callable[[], object] | None = None,
        say: Callable[[str], object] = lambda sentence: None,
    ) -> None:
        self._say = say
        self._number = workers
        self._scheduler = scheduler
        self._environment = dict(environment or {})
        self._prepare = prepare
        self._stack = contextlib.ExitStack()
        self._opening: Future[Workers] | None = None

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def begin(self, libraries: Sequence[str] = ()) -> None:
        """Start, or connect, in the background, if that has not begun yet.

        Args:
            libraries: what kernels on this machine have imported when they start, besides; see
                `graders.grading.warm.libraries`.
        """
        if self._opening is None:
            opener = ThreadPoolExecutor(1, "graders-cluster")
            self._opening = opener.submit(self._open, libraries)
            opener.shutdown(wait=False)

    def where(self) -> str:
        """Return how many workers there are and where, in words, once they are there.

        Raises:
            WorkersError: there are none to be had.
        """
        number = self._workers().count()
        workers = "1 worker" if number == 1 else f"{number} workers"
        if self._scheduler is None:
            return f"{workers} on this machine"
        there = f"of the cluster at {self._scheduler}"
        return f"{workers} {there}" if number else f"the workers {there}: none is there yet"

    def __call__(self, grade: Callable[[Task], Done], tasks: Iterable[Task], /) -> Iterator[Done]:
        """Grade tasks, and return the results as they arrive.

        Args:
            grade: grades one task; it travels to each worker once.
            tasks: read one by one, as workers become free.

        Raises:
            WorkersError: there are no workers, or the connection to them was lost.
        """
        workers = self._workers()
        workers.teach(grade)
        suspects: list[Task] = []
        yield from _flight(workers, tasks, suspects.append)
        # Several may have been with a worker when it died; alone, only the one to blame fails.
        killers: list[Task] = []
        for task in suspects:
            yield from _flight(workers, [task], killers.append)
        for task in killers:
            yield Done(
                task.student,
                None,
                "What graded this submission was ended from outside, and so it was when it was "
                "graded again, alone: perhaps it needs more memory than there is. Nothing was "
                "recorded. Grade again with fewer workers, `--workers 1` say, or look at it by "
                "hand.",
            )

    def close(self) -> None:
        """End the workers on this machine, or let go of those of a cluster."""
        with ignored():
            if self._opening is not None:
                with contextlib.suppress(Exception):
                    self._opening.result()
                self._opening = None
            self._stack.close()

    def _workers(self) -> Workers:
        """Return the workers, once they are there."""
        self.begin()
        assert self._opening is not None
        return self._opening.result()

    def _open(self, libraries: Sequence[str]) -> Workers:
        """Start or find the workers."""
        # Threads that are started from here leave Ctrl-C to the main thread.
        if self._scheduler is not None:
            signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
            from graders.grading.driver.remote import RemoteWorkers

            remote = RemoteWorkers(self._scheduler, self._prepare, self._say)
            return self._stack.enter_context(remote.started())
        from graders.grading.driver.local import LocalWorkers

        # One process imports what lessons do, meanwhile, and forks the kernels of all workers.
        # What it blocks its kernels block, and they must hear an interrupt: it comes first.
        warm: dict[str, str] = {}
        within = None
        if can_fork():
            parent = warm_parent(libraries)
            warm, within = {ADDRESS: parent.address}, parent.folder
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        local = LocalWorkers(self._number, {**warm, **self._environment}, within, self._prepare)
        return self._stack.enter_context(local.started())


def _flight(
    workers: Workers, tasks: Iterable[Task], on_killer: Callable[[Task], object]
) -> Iterator[Done]:
    """Grade tasks, of which only so many are under way that no worker has to wait."""
    coming = iter(tasks)
    flying: dict[int, Task] = {}
    arrived: Queue[tuple[int, Any]] = Queue()
    sent = 0

    def hear(number: int, future: Any) -> None:
        future.add_done_callback(lambda future: arrived.put((number, future)))

    def send() -> None:
        nonlocal sent
        while (
            len(flying) < 2 * workers.count() + 2
            and sum(len(task.data) for task in flying.values()) < MOST_BYTES
            and (task := next(coming, None)) is not None
        ):
            sent += 1
            flying[sent] = task
            hear(sent, workers.submit(task))

    send()
    while flying:
        try:
            number, future = arrived.get(timeout=LOOK)
        except Empty:
            workers.look()
            continue
        try:
            done = _landed(workers, future, flying[number])
        except NotYetError:
            hear(number, future)
            workers.look()
            continue
        task = flying.pop(number)
        send()  # before the result is written
        if done is None:
            on_killer(task)
        else:
            yield done


def _landed(workers: Workers, future: Any, task: Task) -> Done | None:
    """Return what came of a task, or None if the workers that had it died."""
    try:
        return workers.landed(future)
    except WorkerDiedError:
        return None
    except (NotYetError, WorkersError):
        raise
    except Exception as error:
        return Done(
            task.student,
            None,
            f"Grading failed on a worker: {type(error).__name__}: {str(error)[:200]}. Nothing was "
            "recorded for this submission. Grade again, and report it if that does not help.",
        )
