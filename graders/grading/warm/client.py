"""Starting a warm parent, and asking it for kernels."""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any

from graders.grading.scratch import WORKER, make_folder, mark_alive, remove_tree, sweep
from graders.grading.warm.environment import environment, taken
from graders.grading.warm.wire import Request, receive, send

ADDRESS = "GRADERS_WARM_PARENT"
"""The environment variable that names the socket of a warm parent of somebody else's."""

FOLDER = "graders-warm-"
"""What the name of a warm parent's folder begins with."""

START_SECONDS = 120.0
KERNEL_SECONDS = 60.0


class WarmParentError(RuntimeError):
    """There is no warm parent, or it does not fork."""


def can_fork() -> bool:
    """Return whether kernels can be forked on this platform: on Linux, that is."""
    return sys.platform.startswith("linux")


class WarmParent:
    """A warm parent that this process started. Use it as a context manager, or `close` it.

    Args:
        libraries: what it imports besides, see `graders.grading.warm.libraries`.

    Its `folder` is removed with everything in it when the parent ends, also when this process is
    killed: what must not be left over lies in there. Where both are killed, the next one that is
    started removes it.
    """

    def __init__(self, libraries: Sequence[str] = ()) -> None:
        self._libraries = libraries
        self.folder = make_folder(FOLDER, room=WORKER)
        self._alive = mark_alive(self.folder)
        sweep(FOLDER, os.path.dirname(self.folder))
        self.address = os.path.join(self.folder, "parent")
        # We listen for it: who connects before it has imported everything waits, and is answered.
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listening:
            listening.bind(self.address)
            listening.listen(128)
            self._process = self._started(listening.fileno())
        self._ready = False

    def _started(self, listening: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                sys.executable,
                "-P",
                "-m",
                "graders.grading.warm.parent",
                str(listening),
                self.folder,
                *self._libraries,
            ],
            pass_fds=[listening, self._alive],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={
                **taken(os.environ, "LD_LIBRARY_PATH"),
                **environment(self.folder),
                "PYTHONNOUSERSITE": "1",
            },
            cwd=self.folder,
            start_new_session=True,  # Ctrl-C is for us; it ends when we do
        )

    def wait(self) -> WarmParent:
        """Return when it has imported everything and listens.

        Raises:
            WarmParentError: it does not come to that.
        """
        process = self._process
        assert process.stdout is not None
        assert process.stderr is not None
        if not self._ready:
            answered = select.select([process.stdout], [], [], START_SECONDS)[0]
            if not answered or process.stdout.readline() != b"ready\n":
                process.kill()
                lines = process.stderr.read().decode("utf-8", "replace").strip().splitlines()
                reason = lines[-1] if lines else f"no answer within {START_SECONDS:g} s"
                raise WarmParentError(
                    f"The process from which kernels are forked did not start ({reason}). One "
                    f"that imports {', '.join((*self._libraries, 'NumPy'))} and IPython was "
                    "expected. Run `graders doctor`."
                )
            threading.Thread(target=_drain, args=(process.stderr,), daemon=True).start()
            self._ready = True
        return self

    def _can_be_ready(self) -> bool:
        """Return whether it has imported everything, or may have."""
        stdout = self._process.stdout
        return self._ready or (stdout is not None and bool(select.select([stdout], [], [], 0)[0]))

    @property
    def process(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process still runs, and its folder has not been cleared away."""
        return self._process.poll() is None and os.path.exists(self.address)

    def close(self) -> None:
        """End the parent and all of its kernels."""
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        if self._process.poll() is None and not self._can_be_ready():
            self._process.kill()  # it has no kernels, and hears nothing while it imports
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        remove_tree(self.folder)
        with contextlib.suppress(OSError):  # closed before
            os.close(self._alive)

    def __enter__(self) -> WarmParent:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()


def _drain(stream: Any) -> None:
    """Read what a process writes, so that it never waits for us."""
    with contextlib.suppress(ValueError, OSError):
        while stream.read1(65536):
            pass


class ForkedKernel:
    """A kernel that a warm parent forked. It ends when this is closed, and when the parent ends.

    `code` is its exit code, once it has ended; `over` is what it used too much of, if it was ended
    for that; `lost` is whether it ended because the parent did.

    Args:
        request: which kernel.
        libraries: what the warm parent has imported besides, if it is our own.

    Raises:
        WarmParentError: there is no such kernel.
    """

    def __init__(self, request: Request, libraries: Sequence[str] = ()) -> None:
        self._libraries = tuple(libraries)
        self._socket: Any = None
        self.code: int | None = None
        self.over: str | None = None
        self.lost = False
        try:
            answer = self._asked(request)
            if answer is None and os.environ.get(ADDRESS):  # it ended just now: ask another one
                answer = self._asked(request)
            answer = answer or {"trouble": _why_it_ended(self._libraries)}
            if "process" not in answer:
                raise WarmParentError(str(answer.get("trouble", "its process ended at once")))
        except (OSError, ValueError) as error:
            self.close()
            raise WarmParentError(f"{type(error).__name__}: {error}") from error
        except WarmParentError:
            self.close()
            raise
        self.process = int(answer["process"])

    def _asked(self, request: Request) -> dict[str, Any] | None:
        """Return what a warm parent answers, or None if it ends meanwhile."""
        self._socket = _connected(self._libraries)
        self._socket.settimeout(KERNEL_SECONDS)
        try:
            send(self._socket, request.to_json())
            answer = receive(self._socket)
        except ConnectionError:
            answer = None
        if answer is None:
            self._socket.close()
        return answer

    def ended(self, seconds: float = 0.0) -> bool:
        """Return whether the kernel's process has ended, or ends within some seconds."""
        if self.code is None and select.select([self._socket], [], [], seconds)[0]:
            with contextlib.suppress(OSError, ValueError):
                said = receive(self._socket) or {}
                self.over = said.get("over")
                self.lost = "ended" not in said
                self.code = int(said.get("ended", -signal.SIGKILL))
            if self.code is None:
                self.lost, self.code = True, -signal.SIGKILL
        return self.code is not None

    def signal(self, number: int) -> None:
        """Send a signal to the kernel, if it still runs."""
        with contextlib.suppress(OSError):
            send(self._socket, {"signal": int(number)})

    def close(self) -> None:
        """End the kernel."""
        if self._socket is not None:
            self._socket.close()
        self.code = -signal.SIGKILL if self.code is None else self.code


_own: dict[tuple[str, ...], WarmParent] = {}
_lock = threading.Lock()


def warm_parent(libraries: Sequence[str] = ()) -> WarmParent:
    """Return this process's warm parent that has imported some libraries besides.

    It is started if there is none; `wait` for it before use.
    """
    key = tuple(libraries)
    with _lock:
        if key in _own and not _own[key].alive:
            _own.pop(key).close()
        if key not in _own:
            _own[key] = WarmParent(key)
            atexit.register(_own[key].close)
        return _own[key]


def _connected(libraries: tuple[str, ...]) -> socket.socket:
    """Return a connection to the warm parent that the environment names, or to our own."""
    shared = os.environ.get(ADDRESS, "")
    connection = _connect(shared) if shared else None
    if connection is not None:
        return connection
    connection = _connect(warm_parent(libraries).address)
    if connection is None:
        raise WarmParentError("The warm parent does not listen.")
    return connection


def _why_it_ended(libraries: tuple[str, ...]) -> str:
    """Return why there is no answer from the warm parent."""
    if libraries in _own:
        try:
            _own[libraries].wait()
        except WarmParentError as error:
            return str(error)
    return "the process that forks kernels has ended"


def _connect(address: str) -> socket.socket | None:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        return None
    return connection
