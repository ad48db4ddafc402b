"""The ground on which attacks run: planted secrets, open ears, and a look at what was touched."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import socket
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import graders.paths
from graders.judging import POOL
from graders.judging.trees import leaves

if TYPE_CHECKING:
    from graders.grading.materials import Materials

VARIABLE = "GRADERS_TEST_SECRET"
DIGITS = 7
"""So many characters with which a hidden number begins give it away."""
FOUR = re.compile(r"[1-9](?:\.?\d){3}")
"""Four digits from the first that is not zero: 1.28 is in many a style sheet."""


def canary(kind: str) -> str:
    """Return a secret that is found wherever it lies."""
    return f"canary-{kind}-{secrets.token_hex(8)}"


@dataclass
class Ground:
    """What attacks look for, and where they leave traces.

    Args:
        folder: an empty folder, which becomes the grader's home and a course.
        assignments: the folder of the lesson's public files.
    """

    folder: Path
    assignments: Path
    marker: str = field(default_factory=lambda: f"gr{secrets.token_hex(5)}")
    canaries: dict[str, str] = field(default_factory=dict)
    ears: dict[str, socket.socket] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kinds = ("home", "gradebook", "seed", "neighbour", "solution", "environment", "memory")
        self.canaries = {kind: canary(kind) for kind in kinds}
        self._plant()
        self._listen()

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def course(self) -> Path:
        return self.folder / "course"

    @property
    def package(self) -> Path:
        return Path(graders.__file__).parent

    @property
    def site(self) -> Path:
        return Path(np.__file__).parents[1]

    def _plant(self) -> None:
        text = {
            self.home / "answers.txt": self.canaries["home"],
            self.home / ".ssh" / "id_ed25519": self.canaries["home"],
            self.home / ".bashrc": "# the grader's own\n",
            self.course / "hidden_seed": self.canaries["seed"],
            self.course / "submitted" / "anna" / "00_mini" / "00_mini.ipynb": json.dumps(
                {"cells": [], "metadata": {"by": self.canaries["neighbour"]}}
            ),
            self.course / "solutions" / "00_mini" / "00_mini.py": self.canaries["solution"],
        }
        for path, content in text.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content + "\n", encoding="utf-8")
        with contextlib.closing(sqlite3.connect(self.course / "gradebook.db")) as book:
            book.execute("CREATE TABLE grade (student TEXT, auto_score REAL)")
            book.execute("INSERT INTO grade VALUES (?, 12.0)", [self.canaries["gradebook"]])
            book.commit()

    def _listen(self) -> None:
        """Listen where an attack may call."""
        tcp = socket.create_server(("127.0.0.1", 0))
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", 0))
        unix = socket.socket(socket.AF_UNIX)
        unix.bind(str(self.folder / "ear"))
        abstract = socket.socket(socket.AF_UNIX)
        abstract.bind(f"\0{self.marker}")
        for each in (unix, abstract):
            each.listen()
        letters = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        letters.bind(str(self.folder / "letters"))
        abstract_letters = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        abstract_letters.bind(f"\0{self.marker}-letters")
        self.ears = {"tcp": tcp, "udp": udp, "unix": unix, "abstract": abstract}
        self.ears |= {"letters": letters, "abstract letters": abstract_letters}
        for each in self.ears.values():
            each.setblocking(False)

    def close(self) -> None:
        """Close the ears."""
        for each in self.ears.values():
            each.close()

    def places(self) -> dict[str, str]:
        """Return what the words in braces of an attack stand for."""
        return {
            "home": str(self.home),
            "course": str(self.course),
            "solutions": str(self.course / "solutions"),
            "reference": str(graders.paths.SOLUTIONS / "00_mini" / "00_mini.py"),
            "assignments": str(self.assignments),
            "package": str(self.package),
            "site": str(self.site),
            "marker": self.marker,
            "variable": VARIABLE,
            "parent_pid": str(os.getpid()),
            "tcp_port": str(self.ears["tcp"].getsockname()[1]),
            "udp_port": str(self.ears["udp"].getsockname()[1]),
            "unix_socket": str(self.folder / "ear"),
            "unix_letters": str(self.folder / "letters"),
            "abstract_socket": self.marker,
            "abstract_letters": f"{self.marker}-letters",
        }

    def heard(self) -> list[str]:
        """Return which ears have heard something since this was last asked."""
        heard = []
        for name, ear in self.ears.items():
            with contextlib.suppress(BlockingIOError):
                while True:
                    if name == "udp" or "letters" in name:
                        ear.recv(1)
                    else:
                        ear.accept()[0].close()
                    heard.append(name)
        return heard

    def files(self) -> dict[str, tuple[Any, ...]]:
        """Return everything that lies in the home, the course and the lesson's folder."""
        found: dict[str, tuple[Any, ...]] = {}
        for root in (self.folder, self.assignments):
            for path in [root, *sorted(root.rglob("*"))]:
                s = path.lstat()
                times = (s.st_mtime_ns, s.st_ctime_ns)
                found[str(path)] = (*times, s.st_mode, s.st_uid, s.st_size, s.st_nlink, s.st_ino)
        return found

    def traces(self) -> list[str]:
        """Return where the marker stands outside: file names, the package, processes."""
        shared = [Path(p) for p in ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", "/")]
        package, site = self.package, self.site
        folders = [*shared, Path.cwd(), Path.home(), package, site, site / "numpy", package.parent]
        named = [str(p) for f in folders if f.is_dir() for p in f.glob(f"*{self.marker}*")]
        sources = [*package.rglob("*.py"), *site.glob("*.p*"), *(site / "numpy").glob("*.py")]
        written = [str(p) for p in sources if self.marker.encode() in p.read_bytes()]
        return named + written + [f"process {pid}" for pid in processes(self.marker)]


def processes(marker: str) -> Iterator[int]:
    """Yield the processes that have the marker in their name, command line or environment."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int(folder.name) != os.getpid() and any(
                marker.encode() in (folder / name).read_bytes()
                for name in ("comm", "cmdline", "environ")
            ):
                yield int(folder.name)


NUMERAL = re.compile(r"(?<![\d.])(\d[\d.]*)(?:e[+-]?\d+)?")


@dataclass(frozen=True)
class HiddenNumbers:
    """What gives away the hidden cases: their numbers, to at least four digits.

    Args:
        begins: how numerals begin that are known to `DIGITS` characters.
        whole: numerals that are known to fewer digits.
    """

    begins: frozenset[str]
    whole: frozenset[str]

    def findall(self, text: str) -> list[str]:
        """Return the numerals in a text that give something away."""
        return [
            found[0]
            for found in NUMERAL.finditer(text)
            if found[0][:DIGITS] in self.begins or {found[0], found[1]} & self.whole
        ]


@lru_cache(maxsize=2)
def hidden_numbers(lesson: Materials) -> HiddenNumbers:
    """Return the numbers of all hidden cases of a lesson."""
    begins: set[str] = set()
    whole: set[str] = set()
    pool = [lesson.tables(index) for index in range(POOL)]
    for table in (table for tables in pool for table in tables.values()):
        for tree in [*(case.arguments for case in table.cases), *table.expected]:
            for _, leaf in leaves(tree):
                for value in np.abs(np.atleast_1d(leaf)).astype(float).ravel().tolist():
                    if len(repr(value)) > DIGITS:
                        begins.add(repr(value)[:DIGITS])
                        shorter = {f"{value:.{digits}g}" for digits in (4, 5, 6)}
                        whole |= {text for text in shorter if FOUR.search(text)}
    return HiddenNumbers(frozenset(begins), frozenset(whole))


def visible_answers(tables: Mapping[str, Any]) -> dict[str, str]:
    """Return the visible cases with what is expected, as Python: everybody can see them."""
    return {
        f"visible_{name}": repr(
            [
                (case.arguments["x"].tolist(), _listed(want))
                for case, want in zip(table.cases, table.expected, strict=True)
            ]
        )
        for name, table in tables.items()
    }


def _listed(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_listed(item) for item in value]
    return value.tolist() if isinstance(value, np.ndarray) else value
