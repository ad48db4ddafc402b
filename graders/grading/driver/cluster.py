"""Grade on many processors: workers of our own on this machine, or those of a Dask cluster."""

from __future__ import annotations

import contextlib
import signal
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.resource_tracker import ensure_running
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from graders.errors import WorkersError
from graders.grading.driver.tasks import Done, Task
from graders.grading.warm.client import ADDRESS, can_fork, warm_parent
from graders.stopping import SIGNALS, ignored

if TYPE_CHECKING:
    from graders.grading.driver.local import LocalWorkers

LOOK = 2.0
"""How long nothing has to arrive until we look whether our workers are alive."""

PATIENCE = 10.0
"""How long a cluster may be without workers until that is said."""

MOST_BYTES = 300_000_000
"""How much may be under way to workers; it takes its room several times over, here and on the way.
A single submission always may."""

COUNTED = 2.0
"""How long the number of workers is taken to be the same."""

CONFIGURATION = {
    "distributed.admin.low-level-log-length": 10,  # each is a message, with a submission in it
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.scheduler.allowed-failures": 0,  # what died with a worker is ours to try again
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,
}


class Cluster:
    """Workers that grade submissions. An executor for `grade_class`, and a context manager.

    Each worker grades one submission at a time. A worker that dies is replaced, and what it was
    grading is graded again once, alone. Workers need nothing of this machine's folders. How often a
    cluster of somebody else's tries by itself is its scheduler's setting.

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
        self._alone_since: float | None = None
        self._workers = workers
        self._scheduler = scheduler
        self._environment = dict(environment or {})
        self._prepare = prepare
        self._stack = contextlib.ExitStack()
        self._opening: Future[Any] | None = None
        self._counted = (0, float("-inf"))
        self._local: LocalWorkers | None = None

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
        self._client()
        number = self._count()
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
        from graders.grading.driver.joining import registered
        from graders.grading.driver.worker import Grade, versions

        client = self._client()
        plugin = Grade(grade, versions() if self._scheduler else None)
        name = self._stack.enter_context(registered(client, plugin, uuid.uuid4().hex))
        suspects: list[Task] = []
        yield from self._flight(client, name, tasks, suspects.append)
        # Several may have been with a worker when it died; alone, only the one to blame fails.
        killers: list[Task] = []
        for task in suspects:
            yield from self._flight(client, name, [task], killers.append)
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

    def _flight(
        self,
        client: Any,
        plugin: str,
        tasks: Iterable[Task],
        on_killer: Callable[[Task], object],
    ) -> Iterator[Done]:
        """Grade tasks, of which only so many are under way that no worker has to wait."""
        from graders.grading.driver.worker import grade_with

        coming = iter(tasks)
        flying: dict[str, Task] = {}
        arrived: Queue[Any] = Queue()

        def send() -> None:
            while (
                len(flying) < 2 * self._count() + 2
                and sum(len(task.data) for task in flying.values()) < MOST_BYTES
                and (task := next(coming, None)) is not None
            ):
                key = f"graders-{uuid.uuid4().hex}"
                future = client.submit(grade_with, plugin, task, key=key, pure=False)
                flying[key] = task
                future.add_done_callback(arrived.put)

        send()
        while flying:
            try:
                future = arrived.get(timeout=LOOK)
                done = self._landed(future, flying[future.key])
            except Empty:
                self._look()
                continue
            except TimeoutError:  # the worker died before it could give the result away
                future.add_done_callback(arrived.put)
                self._look()
                continue
            task = flying.pop(future.key)
            future.release()
            send()  # before the result is written
            if done is None:
                on_killer(task)
            else:
                yield done

    def _landed(self, future: Any, task: Task) -> Done | None:
        """Return what came of a task, or None if the workers that had it died."""
        from distributed import CancelledError, KilledWorker

        try:
            done: Done = future.result(timeout=LOOK)
        except KilledWorker:
            return None
        except TimeoutError:
            raise
        except CancelledError as error:
            raise WorkersError(
                f"The connection to {self._scheduler or 'the workers'} was lost. What was graded "
                "until then is written. Run the command again, and it goes on from there."
            ) from error
        except Exception as error:
            return Done(
                task.student,
                None,
                f"Grading failed on a worker: {type(error).__name__}: {str(error)[:200]}. Nothing "
                "was recorded for this submission. Grade again, and report it if that does not "
                "help.",
            )
        return done

    def _look(self) -> None:
        """While nothing arrives, look after our own workers, and for those of a cluster."""
        if self._local is not None:
            self._local.mend()
        elif self._count():
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = time.monotonic()
        elif time.monotonic() - self._alone_since > PATIENCE:
            self._alone_since = float("inf")  # said once
            self._say(
                f"The cluster at {self._scheduler} has no workers; waiting for some. What is "
                "graded is written: Ctrl-C stops, and the same command goes on when there are "
                "workers."
            )

    def _client(self) -> Any:
        """Return the connection to the scheduler, once it stands."""
        self.begin()
        assert self._opening is not None
        return self._opening.result()

    def _count(self) -> int:
        """Return how many workers there are; a cluster's number may change."""
        number, when = self._counted
        if time.monotonic() - when > COUNTED:
            number = len(self._client().scheduler_info()["workers"])
            self._counted = number, time.monotonic()
        return number

    def _open(self, libraries: Sequence[str]) -> Any:
        """Start or find the workers, and return a connection to their scheduler."""
        warm: dict[str, str] = {}
        within = None
        if self._scheduler is None:
            # One process imports what lessons do, meanwhile, and forks the kernels of all workers.
            # What it blocks its kernels block, and they must hear an interrupt: it comes first.
            if can_fork():
                parent = warm_parent(libraries)
                warm, within = {ADDRESS: parent.address}, parent.folder
            signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)  # it would end when a terminal does
            ensure_running()  # of the thread that starts it, it unblocks some signals
        # Threads and processes that are started from here leave Ctrl-C to the main thread.
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        import dask
        import distributed  # noqa: F401 - reads its configuration

        from graders.grading.driver.joining import join, registered, silence
        from graders.grading.driver.local import LocalWorkers
        from graders.grading.driver.worker import Begin

        silence()
        self._stack.enter_context(dask.config.set(CONFIGURATION))
        if self._scheduler is None:
            self._local = LocalWorkers(self._workers, {**warm, **self._environment}, within)
            try:
                client = self._stack.enter_context(self._local.started())
            except Exception as error:
                raise WorkersError(
                    f"The workers on this machine could not be started ({type(error).__name__}: "
                    f"{str(error)[:200]}). Expected a machine that can start "
                    f"{self._workers or 'some'} processes. Try fewer, `--workers 1` say."
                ) from error
        else:
            client = self._stack.enter_context(join(self._scheduler))
        ready = Begin(self._prepare, self._scheduler is None)
        self._stack.enter_context(registered(client, ready, "begin"))
        return client
