"""The warm parent: it imports what lessons import, runs no TensorFlow operation, and forks kernels.

It is started as `python -m graders.grading.warm.parent DESCRIPTOR FOLDER LIBRARY...`, with a Unix
socket that listens already, and ends when its standard input does. Then it removes the folder,
which is the temporary one of who started it. Each connection is for one kernel, and closing it is
the end of that kernel.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graders.grading.isolation.namespaces import can_unshare, unshare
from graders.grading.isolation.places import Places, places
from graders.grading.scratch import remove_tree
from graders.grading.warm.watch import Watch
from graders.grading.warm.wire import Request, receive, send

WATCH_SECONDS = 0.2

IMPORTED = (
    "numpy",
    "numpy.random",  # which NumPy imports late, and a kernel at once
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.historyapp",
    "IPython.core.oinspect",
    "IPython.core.pylabtools",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipykernel.zmqshell",
    "graders",
    "graders.grading.running.inside",
    "graders.judging",
    "graders.judging.observe",
    "graders.probes.calls",
    "graders.probes.functions",
    "graders.probes.gradients",
    "graders.probes.random",
    "graders.probes.sampling",
    "graders.notebook.diagrams",
    "graders.notebook.lookup",
    "graders.notebook.notice",
    "graders.notebook.plots",
    "graders.notebook.progress",
    "graders.notebook.scorecard",
    "graders.notebook.scenes",
    "graders.notebook.show",
    "graders.notebook.surface",
    "tornado.platform.asyncio",
    "graders.grading.isolation.confine",
    "graders.grading.isolation.seal",
    "graders.grading.warm.child",
)
"""What a kernel has when it starts, besides the libraries of its lesson."""


@dataclass
class Child:
    """A forked kernel.

    Args:
        process: its id.
        client: the connection of who asked for it.
        watch: what it may use; None where it is not isolated.
        over: what it used too much of, if it was killed for that.
    """

    process: int
    client: socket.socket
    watch: Watch | None
    over: str | None = field(default=None)


class Parent:
    """Listens, forks, watches and reaps, in one thread."""

    def __init__(self, listening: socket.socket, lifeline: int) -> None:
        self.readable: Places = places()
        self.children: dict[int, Child] = {}
        self.selector = selectors.DefaultSelector()
        self.selector.register(listening, selectors.EVENT_READ, self._accept)
        self.selector.register(lifeline, selectors.EVENT_READ, self._end)
        woken, waker = socket.socketpair()
        woken.setblocking(False)
        waker.setblocking(False)
        signal.set_wakeup_fd(waker.fileno())
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        self.selector.register(woken, selectors.EVENT_READ, self._reap)
        self.kept = (listening, woken, waker)
        self.ended = False

    def serve(self) -> None:
        """Work until standard input ends."""
        looked = 0.0
        while not self.ended:
            for key, _ in self.selector.select(WATCH_SECONDS if self.children else None):
                key.data(key.fileobj)
            if time.monotonic() - looked > WATCH_SECONDS:
                looked = time.monotonic()
                self._watch()
        for child in list(self.children.values()):
            self._kill(child)

    def _accept(self, listening: socket.socket) -> None:
        client, _ = listening.accept()
        self.selector.register(client, selectors.EVENT_READ, self._hear)

    def _end(self, lifeline: int) -> None:
        self.ended = not os.read(lifeline, 1)

    def _hear(self, client: socket.socket) -> None:
        """Do what a client asks: fork, or send a signal; without a client, end its kernel."""
        child = next((c for c in self.children.values() if c.client is client), None)
        try:
            message = receive(client)
        except (OSError, ValueError):
            message = None
        if message is None:
            self.selector.unregister(client)
            if child is not None:
                self._kill(child)
            client.close()
        elif "signal" in message:
            if child is not None:  # otherwise it has just ended
                os.kill(child.process, int(message["signal"]))
        elif child is None:
            self._fork(Request.from_json(message), client)

    def _fork(self, request: Request, client: socket.socket) -> None:
        """Fork a kernel, whose process id is told when it is ready."""
        reading, report = os.pipe()
        process = os.fork()
        if not process:
            code = 1
            try:
                signal.set_wakeup_fd(-1)
                from graders.grading.warm.child import become_kernel

                become_kernel(request, self.readable, report)
                code = 0
            finally:
                os._exit(code)
        os.close(report)
        watch = Watch(process, request.scratch, request.bounds) if request.isolated else None
        self.children[process] = Child(process, client, watch)
        self.selector.register(
            reading, selectors.EVENT_READ, lambda _: self._reported(reading, process, client)
        )

    def _reported(self, reading: int, process: int, client: socket.socket) -> None:
        """Tell a client that its kernel is ready, or why there is none."""
        said = os.read(reading, 2_000).decode("utf-8", "replace")
        self.selector.unregister(reading)
        os.close(reading)
        trouble = {"trouble": said or "its process ended at once"}
        self._answer(client, {"process": process} if said == "ready" else trouble)

    def _reap(self, woken: socket.socket) -> None:
        """Tell clients which kernels have ended."""
        with contextlib.suppress(BlockingIOError):
            while woken.recv(4096):
                pass
        for child in list(self.children.values()):
            process, status = os.waitpid(child.process, os.WNOHANG)
            if process:
                del self.children[process]
                code = os.waitstatus_to_exitcode(status)
                self._answer(child.client, {"ended": code, "over": child.over})

    def _watch(self) -> None:
        """Kill what uses too much."""
        for child in self.children.values():
            if child.watch is not None and child.over is None:
                child.over = child.watch.over()
                if child.over is not None:
                    os.kill(child.process, signal.SIGKILL)

    def _kill(self, child: Child) -> None:
        """End a kernel, with all that it started, and reap it."""
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError):
                kill(child.process, signal.SIGKILL)
        os.waitpid(child.process, 0)
        self.children.pop(child.process, None)

    @staticmethod
    def _answer(client: socket.socket, message: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):  # gone meanwhile: its connection tells so next
            send(client, message)


def _draw() -> None:
    """Draw a figure that nobody sees, so that fonts are found and readers of images are known."""
    from matplotlib.figure import Figure

    figure = Figure()
    axes = figure.subplots()
    axes.plot([1.0, 2.0], label="a")
    axes.set(title="title", xlabel="$a_{t}$", ylabel="b")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png")


def _observe() -> None:
    """Observe a function once, so that what observing needs is at hand in every kernel."""
    import numpy as np

    from graders.judging.observe import CaseInput, cases_to_json, observe_json

    case = CaseInput("", {"x": np.ones((2, 3)), "factors": {"a": np.ones(3), "b": 2.0}})
    cases = json.dumps(cases_to_json([case] * 50))
    observe_json(lambda x, factors: (x * factors["a"], [{"b": x + factors["b"]}]), cases, 1.0)


def serve(descriptor: int, libraries: Sequence[str]) -> None:
    """Import, and serve until standard input ends."""
    listening = socket.socket(fileno=descriptor)
    if can_unshare():
        unshare()
    for name in (*libraries, *IMPORTED):
        importlib.import_module(name)
    _draw()
    _observe()
    gc.collect()
    gc.freeze()  # the children's collections leave these pages shared
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    Parent(listening, sys.stdin.fileno()).serve()


def clear(folder: str) -> None:
    """Remove a folder in which processes may still write that are about to end."""
    os.chdir("/")
    for _ in range(20):
        remove_tree(folder)
        if not os.path.exists(folder):
            break
        time.sleep(0.25)
    # What this process imported late may have made the folder again, and those around it.
    around = os.path.dirname(folder)
    with contextlib.suppress(OSError):
        while os.path.basename(around).startswith("graders-"):
            os.rmdir(around)  # if there is nothing else in it
            around = os.path.dirname(around)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # who started this ended meanwhile
        serve(int(sys.argv[1]), sys.argv[3:])
    clear(sys.argv[2])
