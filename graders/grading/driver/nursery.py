"""The nursery: a process that has imported what grading needs, and forks workers.

It is started as `python -m graders.grading.driver.nursery DESCRIPTOR PATH...`, with its end of a
pair of sockets, and what is to be its `sys.path`. Each message on that socket brings one end of
another pair, on which a new worker is told what to do. The nursery ends when its socket does, and
its workers with it. Where processes that have imported much cannot be forked, it becomes the first
worker.

A worker is told functions, with an argument each, and answers what they return or raise. Both sides
are processes of ours: nothing of a submission's is unpickled here.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import signal
import socket
import sys
from multiprocessing.connection import Connection

from graders.grading.warm.client import can_fork
from graders.stopping import SIGNALS

IMPORTED = ("graders.grading.driver.worker", "jupyter_client.blocking.client", "nbformat.v4")


def serve(descriptor: int) -> None:
    """Fork workers, until nobody can ask for them any more; then end them."""
    nursery = os.getpid()
    workers: set[int] = set()
    signal.signal(signal.SIGCHLD, lambda *_: _reap(workers, os.WNOHANG))
    with socket.socket(fileno=descriptor) as asked:
        while given := socket.recv_fds(asked, 1, 1)[1]:
            worker = os.fork() if can_fork() else 0
            if not worker:
                asked.close()
                _become_worker(given[0], nursery)
                return
            workers.add(worker)
            os.close(given[0])
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for worker in workers:  # they have nothing to save
        os.kill(worker, signal.SIGKILL)
    _reap(workers, 0)


def _reap(workers: set[int], options: int) -> None:
    """Wait for workers that have ended, or, without WNOHANG, for all of them."""
    for worker in list(workers):
        if os.waitpid(worker, options)[0]:
            workers.remove(worker)


def _become_worker(descriptor: int, nursery: int) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if can_fork():
        from graders.grading.isolation.confine import end_with_parent

        end_with_parent()
        if os.getppid() != nursery:  # it ended just before
            return
    with Connection(descriptor) as connection, contextlib.suppress(EOFError, OSError):
        _work(connection)


def _work(connection: Connection) -> None:
    """Do what comes along a connection.

    Raises:
        EOFError, OSError: nobody is there any more.
    """
    while True:
        message = connection.recv_bytes()
        try:
            call, argument = pickle.loads(message)
            answer = pickle.dumps((call(argument), None))
        except Exception as error:
            answer = _raised(error)
        connection.send_bytes(answer)


def _raised(error: Exception) -> bytes:
    """Return an exception as it travels; as another one with the same text, if it has to be."""
    try:
        text = pickle.dumps((None, error))
        pickle.loads(text)
    except Exception:
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
    return text


def _behave() -> None:
    """Leave the terminal alone: its signals are for the coordinator, and so is what it shows."""
    for number in SIGNALS:
        signal.signal(number, lambda *_: None)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


if __name__ == "__main__":
    sys.path[:] = sys.argv[2:]
    for name in IMPORTED:
        importlib.import_module(name)
    _behave()
    serve(int(sys.argv[1]))
