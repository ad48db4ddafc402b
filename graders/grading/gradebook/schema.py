"""The gradebook's schema: made as nbgrader makes it, and refused where it is another one."""

from __future__ import annotations

import shlex
from pathlib import Path

from alembic.script import ScriptDirectory
from nbgrader.api import Base
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from graders.grading.gradebook.address import (
    GradebookError,
    database,
    database_file,
    opened,
    shown,
    unreachable,
)


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
    """
    address = database(course, db)
    path = database_file(address)
    if path and not path.exists():
        return
    try:
        with opened(address) as connection:
            found = _version(connection)
    except GradebookError:
        raise
    except Exception as error:
        if path is None:
            if isinstance(error, OperationalError):
                raise unreachable(address, error) from error
            raise
        raise GradebookError(
            f"The file {path} cannot be read as a gradebook ({type(error).__name__}). An SQLite "
            "database that nbgrader made was expected. Move it away, and grade again."
        ) from error
    head = _schemas().get_current_head()
    if found is None or found == head:
        return
    raise GradebookError(_other(address, course, found, str(head)))


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
