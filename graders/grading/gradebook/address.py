"""Where a course's gradebook is: the address of a database, and how people read it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from graders.errors import RefusalError
from graders.grading.gradebook import waiting  # noqa: F401 - every gradebook is waited for

DATABASE = "gradebook.db"
SECONDS = 10
"""How long a database server may take to answer."""

_PREFIXES = ("postgresql", "postgres", "postgresql+psycopg")


class GradebookError(RefusalError):
    """The gradebook cannot be used as it is; the text says what to run."""


def database(course: Path, db: str | None = None) -> str:
    """Return the address of a course's gradebook, as nbgrader writes it.

    Args:
        course: the folder of the course.
        db: the address of another database: `postgresql://USER@HOST/NAME`, or one of SQLite's.
            None is the file `gradebook.db` in the course's folder.

    Raises:
        GradebookError: it is no such address.
    """
    if db is None:
        return f"sqlite:///{course.resolve() / DATABASE}"
    try:
        url = make_url(db)
    except (ArgumentError, ValueError):
        url = None
    if url is not None and url.drivername == "sqlite" and url.database:
        return db
    if url is None or url.drivername not in _PREFIXES or not url.database:
        raise GradebookError(
            f"The address {_without_password(url, db)} is not one of a gradebook. "
            "Expected postgresql://USER@HOST/NAME, or sqlite:///FILE. Write it so after --db (or "
            "in nbgrader_config.py, as c.CourseDirectory.db_url)."
        )
    return str(url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False))


def database_file(address: str) -> Path | None:
    """Return the file of an SQLite database, or None where it is a server's."""
    url = make_url(address)
    return Path(url.database or "") if url.drivername.startswith("sqlite") else None


def shown(address: str) -> str:
    """Return an address as people read it: a file's path, or a server's without its password."""
    path = database_file(address)
    return str(path) if path else _without_password(make_url(address), address)


@contextlib.contextmanager
def opened(address: str) -> Iterator[Connection]:
    """Connect to a gradebook's database for one transaction, and let go of it.

    Raises:
        GradebookError: the driver of the database is not installed.
    """
    limit = {} if database_file(address) else {"connect_timeout": SECONDS}
    try:
        engine = create_engine(address, connect_args=limit)
    except ModuleNotFoundError as error:
        raise GradebookError(
            f"The gradebook {shown(address)} is in PostgreSQL, whose driver {error.name} is not "
            "installed. Expected the package psycopg. Install it with `pip install "
            "'psycopg[binary]'`."
        ) from error
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def unreachable(address: str, error: OperationalError) -> GradebookError:
    """Return the refusal for a server that lets nobody in, with what it says.

    Args:
        address: the server's.
        error: what connecting raised.
    """
    lines = [line.strip() for line in str(error.orig).splitlines() if line.strip()]
    said = lines[0].removeprefix("connection failed: ") if lines else "no reason was given"
    place, url = shown(address), make_url(address)
    if "password" in said or "authentication" in said or ("role" in said and "exist" in said):
        fix = (
            f"Expected a user of the server and the right password. Check the user "
            f"{url.username or 'name'!r}, and the password: in the address, in the variable "
            "PGPASSWORD, or in the file ~/.pgpass."
        )
        return GradebookError(f"The gradebook {place} lets nobody in ({said}). {fix}")
    if "database" in said and "exist" in said:
        fix = f"Expected a database that exists. Make it with `createdb {url.database}`."
        return GradebookError(f"There is no gradebook {place} ({said}). {fix}")
    fix = "Expected a PostgreSQL server. Start it, or check the host and the port in the address."
    return GradebookError(f"The gradebook {place} does not answer ({said}). {fix}")


def _without_password(url: URL | None, address: str) -> str:
    if url is None:
        return repr(address.rpartition("@")[2])  # whatever is before it may hold a password
    plain = url.set(drivername=url.drivername.partition("+")[0])
    return str(plain.render_as_string(hide_password=True))
