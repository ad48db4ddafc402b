"""One coordinator at a time for each course."""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
from collections.abc import Iterator
from pathlib import Path

from graders.errors import RefusalError
from graders.grading.writing import writing

LOCK = ".graders.lock"


@contextlib.contextmanager
def only_one(course: Path) -> Iterator[None]:
    """Hold a course's lock. The system lets go of it when this process ends, however it ends.

    Args:
        course: the folder of the course, which is made if there is none.

    Raises:
        RefusalError: another process holds it, or its file cannot be written.
    """
    path = course / LOCK
    with writing(course):
        course.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 200, 0).decode(errors="replace").strip()
            raise RefusalError(
                f"Another `graders grade` is at work on the course {course} "
                f"({holder or 'it has just begun'}). Only one at a time may write its gradebook. "
                "Wait until that one is done, or end it, and run the command again."
            ) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
