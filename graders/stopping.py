"""Signals that stop a command: they do what Ctrl-C does."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl-C, whoever ends processes (a batch system, say), and a terminal that is closed."""

UNHEARD = ("__del__", "_gc_callback")
"""Functions that the collector of garbage calls, Dask's among them: no exception leaves them."""

AGAIN = 0.02
"""How long after such a function the signal comes again."""


def like_ctrl_c() -> None:
    """Let each of these signals interrupt the main thread, as Ctrl-C does.

    One that is ignored from the start, as SIGHUP is under `nohup`, stays ignored.
    """
    if threading.current_thread() is threading.main_thread():
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    if _is_unheard(frame):
        again = threading.Timer(AGAIN, os.kill, (os.getpid(), number))
        again.daemon = True
        again.start()
        return
    raise KeyboardInterrupt


def _is_unheard(frame: FrameType | None) -> bool:
    """Return whether Python prints and forgets what is raised where a program is just now."""
    while frame is not None:
        if frame.f_code.co_name in UNHEARD:
            return True
        frame = frame.f_back
    return False


def ignore() -> None:
    """Let none of these signals interrupt what is left to do until this process ends."""
    if threading.current_thread() is threading.main_thread():
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def ignored() -> Iterator[None]:
    """Let none of these signals interrupt what is done meanwhile, which takes a moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, signal.SIG_IGN) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
