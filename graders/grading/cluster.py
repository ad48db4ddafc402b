"""Grade on many processors: workers of our own on this machine, or those of a Dask cluster."""

from __future__ import annotations

import contextlib
import logging
import signal
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from types import TracebackType
from typing import Any

from graders.errors import WorkersError
from graders.grading.tasks import Done, Task
from graders.grading.warm.client import ADDRESS, can_fork, warm_parent

SECONDS = 5.0
"""How long workers may take to end."""

COUNTED = 2.0
"""How long the number of workers is taken to be the same."""

CONFIGURATION = {
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,
}


class Cluster:
    """Workers that grade submissions. An executor for `grade_class`, and a context manager.

    Each worker grades one submission at a time. A worker that dies is replaced, and what it was
    grading is graded by another one. Workers need nothing of this machine's folders.

    Args:
        workers: how many processes to start on this machine; None starts one for each core.
        scheduler: the address of a Dask cluster's scheduler; its workers are taken instead.
        environment: variables that workers on this machine get in addition.
        prepare: called once in each worker's process, before it grades.
    """

    def __init__(
        self,
        workers: int | None = None,
        scheduler: str | None = None,
        environment: Mapping[str, str] | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> None:
        self._workers = workers
        self._scheduler = scheduler
        self._environment = dict(environment or {})
        self._prepare = prepare
        self._stack = contextlib.ExitStack()
        self._opening: Future[Any] | None = None
        self._counted = (0, float("-inf"))

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def begin(self) -> None:
        """Start, or connect, in the background, if that has not begun yet."""
        if self._opening is None:
            opener = ThreadPoolExecutor(1, "graders-cluster")
            self._opening = opener.submit(self._open)
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
        from graders.grading.joining import registered
        from graders.grading.worker import Grade, versions

        client = self._client()
        name = self._stack.enter_context(
            registered(client, Grade(grade, versions()), uuid.uuid4().hex)
        )
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
                "Whatever grades this submission is ended from outside, again and again: perhaps "
                "it needs more memory than there is. Nothing was recorded. Grade again with fewer "
                "workers, `--workers 1` say, or look at it by hand.",
            )

    def close(self) -> None:
        """End the workers on this machine, or let go of those of a cluster."""
        with _no_interrupt():
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
        from distributed import as_completed

        from graders.grading.worker import grade_with

        coming, flying, arriving = iter(tasks), {}, as_completed(loop=client.loop)

        def send(room: int) -> None:
            for task in islice(coming, max(0, room)):
                key = f"graders-{uuid.uuid4().hex}"
                flying[key] = task
                arriving.add(client.submit(grade_with, plugin, task, key=key, pure=False))

        send(2 * self._count() + 2)
        while flying:
            future = next(arriving)
            task = flying.pop(future.key)
            done = self._landed(future, task)
            future.release()
            send(2 * self._count() + 2 - len(flying))  # before the result is written
            if done is None:
                on_killer(task)
            else:
                yield done

    def _landed(self, future: Any, task: Task) -> Done | None:
        """Return what came of a task, or None if the workers that had it died."""
        from distributed import CancelledError, KilledWorker

        try:
            done: Done = future.result()
        except KilledWorker:
            return None
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

    def _open(self) -> Any:
        """Start or find the workers, and return a connection to their scheduler."""
        # Threads and processes that are started from here leave Ctrl-C to the main thread.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        import dask
        import distributed  # noqa: F401 - reads its configuration

        from graders.grading.joining import join, registered, silence
        from graders.grading.worker import Begin

        silence()
        self._stack.enter_context(dask.config.set(CONFIGURATION))
        if self._scheduler is None:
            client = self._start()
        else:
            client = self._stack.enter_context(join(self._scheduler))
        ready = Begin(self._prepare, self._scheduler is None)
        self._stack.enter_context(registered(client, ready, "begin"))
        return client

    def _start(self) -> Any:
        """Start workers on this machine that nobody else can reach."""
        from dask.system import CPU_COUNT
        from distributed import Client, LocalCluster
        from distributed.security import Security

        # One process imports TensorFlow, meanwhile, and forks the kernels of all workers.
        warm = {ADDRESS: warm_parent().address} if can_fork() else {}
        folder = self._stack.enter_context(
            tempfile.TemporaryDirectory(prefix="graders-", ignore_cleanup_errors=True)
        )
        cluster = LocalCluster(
            n_workers=self._workers or CPU_COUNT,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            security=Security.temporary(),
            dashboard_address=None,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            local_directory=folder,
            memory_limit=0,
            env={"TMPDIR": folder, **warm, **self._environment},
            silence_logs=logging.CRITICAL,
        )
        self._stack.callback(cluster.close, timeout=SECONDS)
        return self._stack.enter_context(Client(cluster, set_as_default=False))


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let a second Ctrl-C not interrupt the closing, which takes a moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
