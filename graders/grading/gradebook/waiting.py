"""A gradebook that another program is using: it is waited for, and that is said.

SQLite lets one program write at a time, and a program may hold it for long: a database viewer with
changes that are not saved, say. Every connection to an SQLite database that is made in this process
after this module was imported waits, also those that nbgrader makes for itself.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any, TypeVar

from sqlalchemy import Dialect, Engine, event
from traitlets.log import get_logger

from graders.errors import RefusalError

T = TypeVar("T")
Say = Callable[[str], object]

SECONDS = 30.0
"""How long a gradebook that is in use is waited for."""

QUIET = 1.0
"""How long that goes on until it is said: others who write one result need less."""

AT_ONCE = 0.25
"""How long SQLite itself waits before it says that a database is in use."""


class InUseError(RefusalError):
    """Another program is using the gradebook, and did for longer than is waited.

    Args:
        place: the database's file.
        more: what else there is to say.
    """

    def __init__(self, place: str, more: str = "") -> None:
        self.place = place
        super().__init__(
            f"The gradebook {place} is in use by another program, and was for {SECONDS:g} s. One "
            "was expected that can be read and written; this one is sound, and nothing in it was "
            f"lost. {more}Close what holds it (a database viewer with changes that are not saved, "
            "say), or wait until that is done, and run the same command again."
        )


class Waiting:
    """How a gradebook that is in use is waited for; see `waiting`."""

    def __init__(self, say: Say, seconds: float) -> None:
        self.gave_up: InUseError | None = None
        self.say = say
        self._seconds = seconds
        self._since: float | None = None
        self._said = False

    def until_free(self, place: str, act: Callable[[], T]) -> T:
        """Do something with a database, again and again while another program is using it.

        Args:
            place: the database's file.
            act: what to do. Where the database is in use it has changed nothing.

        Raises:
            InUseError: it was in use all the time. After that nothing waits again until something
                could be done.
        """
        while True:
            try:
                result = act()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                self._look_at_the_clock(place, error)
            else:
                self._since, self._said = None, False
                return result
            time.sleep(0.02)  # SQLite does not always wait

    def _look_at_the_clock(self, place: str, error: sqlite3.OperationalError) -> None:
        """Say that a database is waited for, or raise InUseError."""
        now = time.monotonic()
        if self._since is None:
            self._since = now - AT_ONCE
        if now - self._since > self._seconds:
            self.gave_up = InUseError(place)
            raise self.gave_up from error
        if not self._said and now - self._since > QUIET:
            self._said = True
            self.say(
                f"The gradebook {place} is in use by another program. Waiting for it, up to "
                f"{self._seconds:g} s."
            )


_current: ContextVar[Waiting | None] = ContextVar("waiting", default=None)


def current() -> Waiting:
    """Return how gradebooks are waited for here and now; unless told, the log hears of it."""
    found = _current.get()
    if found is None:
        found = Waiting(lambda sentence: get_logger().warning(sentence), SECONDS)
        _current.set(found)
    return found


@contextlib.contextmanager
def waiting(say: Say, seconds: float | None = None) -> Iterator[Waiting]:
    """Wait for gradebooks in another way meanwhile.

    Args:
        say: told a sentence when one has to be waited for.
        seconds: how long each is waited for; None is SECONDS, and 0 raises InUseError at once.
    """
    token = _current.set(Waiting(say, SECONDS if seconds is None else seconds))
    try:
        yield current()
    finally:
        _current.reset(token)


class _Cursor(sqlite3.Cursor):
    """Waits where a statement cannot be executed yet."""

    def execute(self, *given: Any) -> _Cursor:
        return current().until_free(self._place, lambda: super(_Cursor, self).execute(*given))

    def executemany(self, *given: Any) -> _Cursor:
        return current().until_free(self._place, lambda: super(_Cursor, self).executemany(*given))

    @property
    def _place(self) -> str:
        place: str = self.connection.place  # type: ignore[attr-defined]
        return place


class _Connection(sqlite3.Connection):
    """Waits where a statement, or the end of a transaction, is not possible yet."""

    def __init__(self, database: str, *rest: Any, **more: Any) -> None:
        super().__init__(database, *rest, **more)
        self.place = database

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)

    def commit(self) -> None:
        """End the transaction. While others still read the database it stays as it is."""
        current().until_free(self.place, super().commit)


def _wait(dialect: Dialect, record: Any, arguments: Any, options: dict[str, Any]) -> None:
    """Let a connection that SQLAlchemy is about to make be one of ours."""
    if dialect.name == "sqlite":
        options |= {"factory": _Connection, "timeout": AT_ONCE}


event.listen(Engine, "do_connect", _wait)
