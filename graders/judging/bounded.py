"""What stands around a call of the student's function: a time limit, and what catches prints."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from types import FrameType

MAX_PRINTED = 2_000


class OutOfTimeError(BaseException):
    """Raised inside the student's code when its time is up."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTimeError` after so many seconds; again and again if it is swallowed."""
    main = threading.current_thread() is threading.main_thread()
    if not (main and hasattr(signal, "setitimer")):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise OutOfTimeError

    try:
        before = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)
    except (OSError, NotImplementedError):  # there is an alarm by name only
        yield
        return
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Descriptors:
    """Catches what compiled code writes to the descriptors 1 and 2. A context manager."""

    def __enter__(self) -> Descriptors:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()
        self._saved = []
        self._file = None
        with contextlib.suppress(OSError):  # there may be no room for one
            self._file = tempfile.TemporaryFile()
        for descriptor in (1, 2):
            with contextlib.suppress(OSError):
                self._saved.append((descriptor, os.dup(descriptor)))
                if self._file is not None:
                    os.dup2(self._file.fileno(), descriptor)
        return self

    def __exit__(self, *details: object) -> None:
        for descriptor, copy in self._saved:
            with contextlib.suppress(OSError):
                os.dup2(copy, descriptor)
                os.close(copy)
        with contextlib.suppress(OSError):
            if self._file is not None:
                self._file.close()

    def new(self) -> str:
        """Return what was written since this was last asked, shortened."""
        with contextlib.suppress(OSError):
            if self._file is not None and os.fstat(self._file.fileno()).st_size:
                self._file.seek(0)  # the descriptors share its position
                written = os.read(self._file.fileno(), MAX_PRINTED)
                self._file.seek(0)
                self._file.truncate()
                return written.decode("utf-8", "replace")
        return ""


@contextlib.contextmanager
def captured(into: list[str], descriptors: Descriptors) -> Iterator[None]:
    """Catch what is printed, also by compiled code."""
    text = io.StringIO()
    try:
        with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
            yield
    finally:
        into += [text.getvalue()[:MAX_PRINTED], descriptors.new()]
