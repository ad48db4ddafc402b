"""Say in one sentence that a folder cannot be written to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.api import InvalidEntry
from sqlalchemy.exc import OperationalError

from graders.errors import RefusalError


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn what the system says while something is written into a folder into a refusal.

    Raises:
        RefusalError: something could not be written; it names the file or the folder.
    """
    try:
        yield
    except OSError as error:
        if error.errno is None:  # ours, with a sentence of its own
            raise
        raise _refusal(error.filename or folder, error.strerror) from error
    except OperationalError as error:
        raise _refusal(folder, error.orig) from error
    except InvalidEntry as error:  # how nbgrader passes on what the database says
        if not isinstance(error.__context__, OperationalError):
            raise
        raise _refusal(folder, error.__context__.orig) from error


def require_writable(folder: Path) -> None:
    """Make a folder if there is none, and make sure that files can be written into it.

    Raises:
        RefusalError: they cannot.
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        with writing(folder):
            raise OSError(error.errno, error.strerror, str(folder)) from error


def _refusal(place: object, reason: object) -> RefusalError:
    return RefusalError(
        f"Nothing can be written to {place} ({reason}). A place that you may write to, with room "
        "left, was expected. Change its permissions or make room, or name another folder, and run "
        "the command again."
    )
