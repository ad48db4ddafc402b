"""A lesson with questions, and a real PostgreSQL server for the tests that need one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from nbformat import NotebookNode
from worded import lesson_with_questions

PASSWORD = "not a secret: 'x@y/z'"
ROLE = "instructor"


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL server.

    Args:
        folder: where its socket is.
        port: on 127.0.0.1, where it asks for a password.
        programs: the folder of PostgreSQL's programs.
        password: of the role `instructor`.
    """

    folder: Path
    port: int
    programs: Path
    password: str = PASSWORD

    def new(self) -> str:
        """Make an empty database and return its name."""
        name = f"course_{uuid.uuid4().hex[:12]}"
        self.sql("postgres", f"CREATE DATABASE {name} OWNER {ROLE}")
        return name

    def sql(self, name: str, statement: str) -> str:
        """Run a statement as the server's own user, and return what it prints."""
        command = [str(self.programs / "psql"), "-h", str(self.folder), "-p", str(self.port)]
        done = subprocess.run(
            [*as_postgres(), *command, "-U", "postgres", "-d", name, "-Atqc", statement],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def by_socket(self, name: str, prefix: str = "postgresql") -> str:
        """Return a database's address through the Unix socket, which asks for no password."""
        return f"{prefix}://{ROLE}@/{name}?host={self.folder}&port={self.port}"


def as_postgres() -> list[str]:
    """Return what to put before a command, because the server refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []


@pytest.fixture
def worded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotebookNode]:
    """The student notebook of a lesson with questions of all kinds, two of them with points."""
    yield from lesson_with_questions(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server in a temporary folder; without PostgreSQL the tests fail, and say what to do."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name))
    usual = shutil.which("initdb")
    if not found and usual is None:
        pytest.fail(
            "PostgreSQL was not found in /usr/lib/postgresql, nor initdb on PATH. Install it, for "
            "example with `apt-get install postgresql`, and run this again."
        )
    programs = found[-1] if found else Path(str(usual)).parent
    with tempfile.TemporaryDirectory(prefix="pg-") as name, socket.socket() as free:
        folder = Path(name)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        (folder / "password").write_text(PASSWORD)
        if as_postgres():
            for path in (folder, folder / "password"):
                shutil.chown(path, "postgres")
        server = Server(folder, port, programs)
        _run(
            [programs / "initdb", "-D", folder / "data", "-U", "postgres", "--no-sync"],
            ["--auth-local=trust", "--auth-host=scram-sha-256", f"--pwfile={folder / 'password'}"],
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        control = [programs / "pg_ctl", "-D", folder / "data", "-w", "-s"]
        log = ["-l", folder / "log"]
        _run(control, [*log, "-o", f"{options} -c fsync=off", "start"])
        try:
            server.sql("postgres", f"CREATE ROLE {ROLE} LOGIN PASSWORD '{_quoted(PASSWORD)}'")
            yield server
        finally:
            _run(control, ["-m", "immediate", "stop"])


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _run(*parts: list[str | Path]) -> None:
    command = [*as_postgres(), *(str(word) for part in parts for word in part)]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd="/", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
