"""Signals that stop a command: they do what Ctrl-C does."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl-C, whoever ends processes (a batch system, say), and a terminal that is closed."""

IMPORTS = "<frozen importlib"
"""What the names of the files begin with whose code imports: left halfway, it leaves a lock closed
for ever, or a module half made."""

AGAIN = 0.02
"""How long after a moment in which it cannot be heard a signal comes again."""


def like_ctrl_c() -> None:
    """Let each of these signals interrupt the main thread, as Ctrl-C does, wherever it is.

    One that is ignored from the start, as SIGHUP is under `nohup`, stays ignored. One that comes
    while a module is imported, or in a function whose exceptions Python prints and forgets (what
    the collector of garbage calls, say), comes again in a moment. What a library that it goes
    through logs of it, with a traceback, is not shown: SQLAlchemy's pool does so.
    """
    if threading.current_thread() is threading.main_thread():
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, _interrupt)
        if logging.lastResort is not None:
            logging.lastResort.addFilter(_is_no_interrupt)
        sys.unraisablehook = functools.partial(_unraisable, sys.unraisablehook)


def _interrupt(number: int, frame: FrameType | None) -> None:
    while frame is not None:
        if frame.f_code.co_filename.startswith(IMPORTS):
            _send_again(number)
            return
        frame = frame.f_back
    raise KeyboardInterrupt


def _is_no_interrupt(record: logging.LogRecord) -> bool:
    return not record.exc_info or record.exc_info[0] is not KeyboardInterrupt


def _unraisable(
    report: Callable[[sys.UnraisableHookArgs], object], forgotten: sys.UnraisableHookArgs
) -> None:
    if forgotten.exc_type is KeyboardInterrupt:
        _send_again(signal.SIGINT)
    else:
        report(forgotten)


def _send_again(number: int) -> None:
    again = threading.Timer(AGAIN, os.kill, (os.getpid(), number))
    again.daemon = True
    again.start()


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
