"""Workers of our own on this machine: started, kept at their number, and ended."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
from collections.abc import Iterator, Mapping
from typing import Any

import dask
from dask.system import CPU_COUNT
from distributed import Client, LocalCluster
from distributed.security import Security

from graders.grading.scratch import make_folder, remove_tree

SECONDS = 5.0
"""How long the scheduler may take to end."""

PROCESS = "Dask Worker process"
"""What the names of the workers' processes begin with, which Dask gives."""


class LocalWorkers:
    """Workers on this machine that nobody else can reach.

    Args:
        number: how many; None is one for each core.
        environment: variables that they get in addition.
        within: the folder in which they have their temporary folder; None is the system's own.
    """

    def __init__(
        self, number: int | None, environment: Mapping[str, str], within: str | None = None
    ) -> None:
        self._within = within
        self._number = number or CPU_COUNT
        self._environment = environment
        self._dead: dict[object, object] = {}

    @contextlib.contextmanager
    def started(self) -> Iterator[Client]:
        """Start them, and yield a connection to their scheduler."""
        folder = make_folder(within=self._within)
        with dask.config.set({"temporary-directory": folder}):
            try:
                self._cluster = LocalCluster(
                    n_workers=self._number,
                    threads_per_worker=1,
                    processes=True,
                    host="127.0.0.1",
                    security=Security.temporary(),
                    dashboard_address=None,
                    scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
                    local_directory=folder,
                    memory_limit=0,
                    env={"TMPDIR": folder, **self._environment},
                    silence_logs=logging.CRITICAL,
                )
                with Client(self._cluster, set_as_default=False) as client:
                    yield client
            finally:
                self._end()
                remove_tree(folder)

    def mend(self) -> None:
        """Start new workers for those that are dead, and were when we looked the last time.

        A worker that dies is started again by Dask, unless it dies while it starts. One that was
        started again between two looks, and died again, is not dead for good: the next one that
        Dask starts may be grading already when we end it.
        """
        with contextlib.suppress(Exception):
            self._cluster.sync(self._replace_dead, callback_timeout=SECONDS)

    async def _replace_dead(self) -> None:
        workers: dict[object, Any] = self._cluster.workers
        dead = {name: _life(nanny) for name, nanny in workers.items() if not nanny.is_alive()}
        lost = [name for name, life in dead.items() if self._dead.get(name, self) is life]
        self._dead = {name: life for name, life in dead.items() if name not in lost}
        for name in lost:
            nanny = workers.pop(name)
            with contextlib.suppress(Exception):
                await nanny.close(timeout=1)
        self._cluster.scale(self._number)

    def _end(self) -> None:
        """End the workers. They have nothing to save, so nobody asks them."""
        with contextlib.suppress(Exception):
            self._cluster.sync(self._let_go, callback_timeout=SECONDS)
        _kill_workers()
        with contextlib.suppress(Exception):
            self._cluster.close(timeout=SECONDS)
        _kill_workers()

    async def _let_go(self) -> None:
        """Let nobody start a worker again."""
        for nanny in self._cluster.workers.values():
            nanny.close_gracefully()


def _life(nanny: Any) -> object:
    """Return something that is another one each time that a nanny starts its worker."""
    return getattr(nanny.process, "stopped", None)


def _kill_workers() -> None:
    for process in multiprocessing.active_children():
        if process.name.startswith(PROCESS):
            process.kill()
