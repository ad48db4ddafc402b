"""The gradebook's schema: made as nbgrader makes it, and refused where it is another one."""

from __future__ import annotations

import shlex
from pathlib import Path

from alembic.script import ScriptDirectory
from nbgrader.api import Base
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import create_engine, inspect, text

from graders.errors import RefusalError

DATABASE = "gradebook.db"


class GradebookError(RefusalError):
    """The gradebook cannot be used as it is; the text says what to run."""


def database(course: Path) -> str:
    """Return the address of a course's gradebook, as nbgrader writes it."""
    return f"sqlite:///{course.resolve() / DATABASE}"


def make_gradebook(course: Path) -> None:
    """Make an empty gradebook, if there is none.

    nbgrader makes the same one when it opens a gradebook, but it runs the program `alembic` to
    learn the schema's version, which takes seconds and needs that program on the PATH.
    """
    path = course.resolve() / DATABASE
    if path.exists() and path.stat().st_size:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(database(course))
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(bind=connection)
            column = "version_num VARCHAR(32) NOT NULL"
            connection.execute(text(f"CREATE TABLE alembic_version ({column})"))
            insert = text("INSERT INTO alembic_version (version_num) VALUES (:version)")
            connection.execute(insert, {"version": _schemas().get_current_head()})
    finally:
        engine.dispose()


def _schemas() -> ScriptDirectory:
    """Return the versions of the gradebook's schema that nbgrader knows."""
    return ScriptDirectory(ALEMBIC_DIR)


def check_schema(course: Path) -> None:
    """Make sure that the gradebook, if there is one, has the schema of the nbgrader at hand.

    Raises:
        GradebookError: it has an older or a newer one, or is no gradebook.
    """
    path = course.resolve() / DATABASE
    if not path.exists():
        return
    engine = create_engine(database(course))
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            if not tables:
                return
            version = None
            if "alembic_version" in tables:
                version = connection.execute(text("SELECT version_num FROM alembic_version"))
                version = version.scalar()
    except Exception as error:
        raise GradebookError(
            f"The file {path} cannot be read as a gradebook ({type(error).__name__}). An SQLite "
            "database that nbgrader made was expected. Move it away, and grade again."
        ) from error
    finally:
        engine.dispose()
    head = _schemas().get_current_head()
    if version == head:
        return
    if version is not None and version not in {r.revision for r in _schemas().walk_revisions()}:
        raise GradebookError(
            f"The gradebook {path} was made by a newer nbgrader (schema {version}; this one knows "
            f"{head}). Update nbgrader, then grade again."
        )
    raise GradebookError(
        f"The gradebook {path} was made by an older nbgrader (schema {version or 'unknown'}; "
        f"{head} is expected). In the folder of nbgrader_config.py, run `nbgrader db upgrade "
        f"--course-dir={shlex.quote(str(course.resolve()))}`, which keeps a backup, then grade "
        "again."
    )
