"""Another program that uses a gradebook."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = """
import sqlite3, sys
book = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
book.execute(f"begin {sys.argv[2]}")
book.execute("select count(*) from sqlite_master").fetchall()
print("held", flush=True)
sys.stdin.read()
book.execute("commit")
"""


@contextmanager
def held(path: Path, how: str) -> Iterator[Callable[[], None]]:
    """Hold an SQLite database in another process, and yield what lets go of it.

    Args:
        path: its file; an empty one is made where there is none.
        how: "exclusive" keeps everybody out, "immediate" those who write, and "deferred" reads it,
            so that nobody's transaction can end.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "held\n"

    def let_go() -> None:
        process.communicate(timeout=30)

    try:
        yield let_go
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
