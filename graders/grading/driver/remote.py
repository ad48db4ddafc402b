"""Workers of a Dask cluster that somebody else started.

What is in `Begin`, `Grade` and `grade_with` runs in the workers' processes, on other machines. It
opens no file of the coordinator, and knows no database.
"""

from __future__ import annotations

import contextlib
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import dask
from distributed import CancelledError, Client, Future, KilledWorker, WorkerPlugin, get_worker

from graders.errors import WorkersError
from graders.grading.driver.joining import join, registered, silence
from graders.grading.driver.tasks import Done, NotYetError, Task, WorkerDiedError
from graders.grading.driver.versions import Versions, other_versions, versions

PATIENCE = 10.0
"""How long a cluster may be without workers until that is said."""

COUNTED = 2.0
"""How long the number of workers is taken to be the same."""

LANDING = 2.0
"""How long a result may take to come, once it is there."""

CONFIGURATION = {"distributed.admin.large-graph-warning-threshold": "1GB"}


class Begin(WorkerPlugin):
    """Makes a worker ready, once, when it starts or joins.

    Args:
        prepare: called once in each worker's process; it must be possible to pickle it.
    """

    def __init__(self, prepare: Callable[[], object] | None) -> None:
        self._prepare = prepare

    def setup(self, worker: Any) -> None:
        """Make the worker ready."""
        if self._prepare is not None:
            self._prepare()


class Grade(WorkerPlugin):
    """Gives a worker what grading every submission of a class needs.

    Args:
        grade: grades one submission.
        expected: the versions of the coordinator.
    """

    def __init__(self, grade: Callable[[Task], Done], expected: Versions) -> None:
        self._grade = grade
        self._expected = expected

    def setup(self, worker: Any) -> None:
        """Make the worker ready."""
        self._lock = threading.Lock()

    def __call__(self, task: Task) -> Done:
        """Grade one submission; one at a time, whatever the number of the worker's threads."""
        if versions() != self._expected:
            says = other_versions("A worker that joined", versions(), self._expected)
            return Done(task.student, None, says)
        with self._lock:
            return self._grade(task)


def grade_with(plugin: str, task: Task) -> Done:
    """Grade a submission in a worker, with the plugin of this name."""
    grade: Grade = get_worker().plugins[plugin]
    return grade(task)


class RemoteWorkers:
    """The workers of a Dask cluster.

    How often its scheduler tries by itself what died with a worker is its own setting.

    Args:
        scheduler: the scheduler's address.
        prepare: called once in each worker's process, before it grades.
        say: told a sentence when there is nobody who grades.
    """

    def __init__(
        self,
        scheduler: str,
        prepare: Callable[[], object] | None,
        say: Callable[[str], object],
    ) -> None:
        self._scheduler = scheduler
        self._prepare = prepare
        self._say = say
        self._alone_since: float | None = None
        self._counted = (0, float("-inf"))

    @contextlib.contextmanager
    def started(self) -> Iterator[RemoteWorkers]:
        """Connect to the cluster, and yield its workers.

        Raises:
            WorkersError: there is no such cluster, or its workers cannot grade.
        """
        silence()
        with contextlib.ExitStack() as self._stack:
            self._stack.enter_context(dask.config.set(CONFIGURATION))
            self._client: Client = self._stack.enter_context(join(self._scheduler))
            self._stack.enter_context(registered(self._client, Begin(self._prepare), "begin"))
            yield self

    def teach(self, grade: Callable[[Task], Done]) -> None:
        """Let all workers grade like this from now on.

        Raises:
            WorkersError: it fails in one.
        """
        plugin = registered(self._client, Grade(grade, versions()), uuid.uuid4().hex)
        self._plugin = self._stack.enter_context(plugin)

    def count(self) -> int:
        """Return how many workers there are, which may change."""
        number, when = self._counted
        if time.monotonic() - when > COUNTED:
            number = len(self._client.scheduler_info()["workers"])
            self._counted = number, time.monotonic()
        return number

    def submit(self, task: Task) -> Future[Done]:
        """Have a task graded. `landed` says what came of it."""
        key = f"graders-{uuid.uuid4().hex}"
        return self._client.submit(grade_with, self._plugin, task, key=key, pure=False)

    def landed(self, future: Future[Done]) -> Done:
        """Return the result of a future that has one, and forget it.

        Raises:
            WorkerDiedError: each worker that tried died.
            NotYetError: the worker died before it could give the result away.
            WorkersError: the connection was lost.
            Exception: whatever grading raised.
        """
        try:
            done: Done = future.result(timeout=LANDING)
        except TimeoutError as error:
            raise NotYetError from error
        except KilledWorker as error:
            raise WorkerDiedError from error
        except CancelledError as error:
            raise WorkersError(
                f"The connection to {self._scheduler} was lost. What was graded until then is "
                "written. Run the command again, and it goes on from there."
            ) from error
        future.release()
        return done

    def look(self) -> None:
        """Say so, once, where there have been no workers for some time."""
        if self.count():
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
