"""Say in one sentence that a folder cannot be written to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.api import InvalidEntry
from sqlalchemy.exc import DBAPIError, OperationalError

from graders.errors import RefusalError

NOT_ALLOWED = "42501"
"""What PostgreSQL calls it when a user lacks a privilege."""


@contextmanager
def writing(folder: Path | str) -> Iterator[None]:
    """Turn what the system says while something is written into a folder into a refusal.

    Args:
        folder: the folder, or what people call the database that is written to.

    Raises:
        RefusalError: something could not be written; it names the file or the folder.
    """
    try:
        yield
    except OSError as error:
        if error.errno is None:  # ours, with a sentence of its own
            raise
        raise _refusal(error.filename or folder, error.strerror) from error
    except DBAPIError as error:
        if not _forbidden(error):
            raise
        raise _refusal(folder, _reason(error)) from error
    except InvalidEntry as error:  # how nbgrader passes on what the database says
        if not _forbidden(error.__context__):
            raise
        raise _refusal(folder, _reason(error.__context__)) from error


def _forbidden(error: BaseException | None) -> bool:
    """Return whether a database cannot write, or may not."""
    if isinstance(error, OperationalError):
        return True
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", "") == NOT_ALLOWED


def _reason(error: BaseException | None) -> str:
    """Return the first line of what a database says."""
    return str(getattr(error, "orig", error)).partition("\n")[0]


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
