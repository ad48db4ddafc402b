"""The gradebook's schema: made as nbgrader makes it, and refused where it is another one."""

from __future__ import annotations

import shlex
import sqlite3
from pathlib import Path

from alembic.script import ScriptDirectory
from nbgrader.api import Base
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError, OperationalError

from graders.grading.gradebook.address import (
    GradebookError,
    database,
    database_file,
    opened,
    shown,
    unreachable,
)

_OUTSIDE = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_AUTH,
}
"""What SQLite says where the file may be sound, and cannot be reached as it is."""


def make_gradebook(course: Path, db: str | None = None) -> None:
    """Make an empty gradebook, if there is none.

    nbgrader makes the same one when it opens a gradebook, but it runs the program `alembic` to
    learn the schema's version, which takes seconds and needs that program on the PATH.

    Args:
        course: the folder of the course.
        db: as in `database`.
    """
    address = database(course, db)
    path = database_file(address)
    if path:
        if path.exists() and path.stat().st_size:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
    with opened(address) as connection:
        if inspect(connection).get_table_names():
            return
        Base.metadata.create_all(bind=connection)
        column = "version_num VARCHAR(32) NOT NULL"
        connection.execute(text(f"CREATE TABLE alembic_version ({column})"))
        insert = text("INSERT INTO alembic_version (version_num) VALUES (:version)")
        connection.execute(insert, {"version": _schemas().get_current_head()})


def _schemas() -> ScriptDirectory:
    """Return the versions of the gradebook's schema that nbgrader knows."""
    return ScriptDirectory(ALEMBIC_DIR)


def check_schema(course: Path, db: str | None = None) -> None:
    """Make sure that the gradebook, if there is one, has the schema of the nbgrader at hand.

    Args:
        course: the folder of the course.
        db: as in `database`.

    Raises:
        GradebookError: it has an older or a newer one, is no gradebook, or cannot be reached.
        InUseError: another program is using it, and does not end.
    """
    address = database(course, db)
    path = database_file(address)
    if path and not path.exists():
        return
    try:
        with opened(address) as connection:
            found = _version(connection)
    except DBAPIError as error:
        raise _unreadable(address, error) from error
    head = _schemas().get_current_head()
    if found is None or found == head:
        return
    raise GradebookError(_other(address, course, found, str(head)))


def _unreadable(address: str, error: DBAPIError) -> Exception:
    """Return what to say of a gradebook in which nothing can be looked up."""
    path = database_file(address)
    if path is None:
        return unreachable(address, error) if isinstance(error, OperationalError) else error
    if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _OUTSIDE:
        return GradebookError(
            f"The gradebook {path} cannot be opened ({error.orig}). A file that you may read and "
            "write was expected, on a disk with room left. Change its permissions or make room, "
            "and run the command again."
        )
    return GradebookError(
        f"The file {path} cannot be read as a gradebook ({type(error).__name__}). An SQLite "
        "database that nbgrader made was expected. Move it away, and grade again."
    )


def _version(connection: Connection) -> str | None:
    """Return the version of a database's schema: None if it is empty, "" if it has none."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" in tables:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    return "" if "submitted_assignment" in tables else "none"


def _other(address: str, course: Path, found: str, head: str) -> str:
    """Return what to say of a gradebook with another schema."""
    place = shown(address)
    if found == "none":
        return (
            f"The database {place} holds tables, and none of them is a gradebook's. An empty "
            "database or a gradebook was expected. Name another one."
        )
    if found and found not in {revision.revision for revision in _schemas().walk_revisions()}:
        return (
            f"The gradebook {place} was made by a newer nbgrader (schema {found}; this one knows "
            f"{head}). Update nbgrader, then grade again."
        )
    older = (
        f"The gradebook {place} was made by an older nbgrader (schema {found or 'unknown'}; "
        f"{head} is expected). "
    )
    if database_file(address) is None:
        return older + (
            "Make a backup with `pg_dump`, run `nbgrader db upgrade --db ADDRESS` with the address "
            f"of {place}, then grade again."
        )
    return older + (
        "In the folder of nbgrader_config.py, run `nbgrader db upgrade "
        f"--course-dir={shlex.quote(str(course.resolve()))}`, which keeps a backup, then grade "
        "again."
    )
