"""One coordinator at a time for each course, and for each gradebook."""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import text

from graders.errors import RefusalError
from graders.grading.gradebook.address import database_file, opened, shown
from graders.grading.writing import writing
from graders.wording import one_line

LOCK = ".graders.lock"
KEY = 0x67726164657273
"""What the lock is called in a PostgreSQL database."""


@contextlib.contextmanager
def only_one(course: Path, address: str) -> Iterator[None]:
    """Hold the locks of a course and of its gradebook.

    The system, or the server, lets go of them when this process ends, however it ends.

    Args:
        course: the folder of the course, which is made if there is none.
        address: the gradebook's address. Two courses may share one gradebook.

    Raises:
        RefusalError: another process holds a lock, or its file cannot be written.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(_of_folder(course))
        path = database_file(address)
        if path is None:
            stack.enter_context(_of_server(address))
        elif path.parent.resolve() != course.resolve():
            stack.enter_context(_of_folder(path.parent))
        yield


@contextlib.contextmanager
def _of_folder(folder: Path) -> Iterator[None]:
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 200, 0).decode(errors="replace").strip()
            said = one_line(holder) or "it has just begun"
            raise _taken(f"on the course {folder}", said) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _of_server(address: str) -> Iterator[None]:
    """Hold a lock that PostgreSQL keeps for as long as the connection lasts."""
    with opened(address) as connection:
        taken = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": KEY})
        if not taken.scalar():
            raise _taken(f"with the gradebook {shown(address)}", "another course, or elsewhere")
        connection.commit()  # or it would be idle in a transaction all the time
        yield


def _taken(what: str, holder: str) -> RefusalError:
    return RefusalError(
        f"Another `graders grade` is at work {what} ({holder}). Only one at a time may write its "
        "gradebook. Wait until that one is done, or end it, and run the command again."
    )
