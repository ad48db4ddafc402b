"""What a learner has reached, kept in a small file next to the notebook."""

from __future__ import annotations

import contextlib
import json
import math
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graders.judging.verdict import Outcome, Verdict
from graders.watching import graded

FILE_NAME = ".progress.json"
VERSION = 2
LONGEST, LONGEST_KEY = 300, 100
"""How long a sentence and a key may be."""
LARGEST = 1_000_000
"""A larger file, in bytes, is not ours."""

UNREADABLE = f"The file {FILE_NAME} could not be read, so the score card starts afresh."
UNWRITABLE = f"The file {FILE_NAME} cannot be written, so this is kept until the kernel stops."


@dataclass(frozen=True)
class Entry:
    """The latest check of one exercise.

    Args:
        outcome: how it came out.
        points, max_points: earned, and possible.
        mistake: the key of the last named mistake; "" where none was named.
        says: the sentence on what was wrong, as it was then.
        checks: how often it was checked.
    """

    outcome: Outcome
    points: float
    max_points: float
    mistake: str = ""
    says: str = ""
    checks: int = 1

    @classmethod
    def of(cls, verdict: Verdict, before: Entry | None = None) -> Entry:
        """Return the entry of a verdict, which may come after another one."""
        mistake, says = verdict.mistake or "", verdict.usually or verdict.returned
        if verdict.outcome is Outcome.UNWRITTEN:
            mistake, says = "", ""
        elif verdict.outcome is Outcome.PASSED:
            mistake, says = (before.mistake, before.says) if before else ("", "")
        return cls(
            verdict.outcome,
            float(verdict.points),
            float(verdict.max_points),
            mistake[:LONGEST_KEY],
            says[:LONGEST],
            before.checks + 1 if before else 1,
        )


Entries = dict[str, dict[str, Entry]]
"""Entries by lesson, then by exercise."""


class Store:
    """The entries of all lessons, in a file or, where that cannot be, in memory.

    Args:
        folder: where the file lies; the working folder at each use, if None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._memory: Entries = {}
        self._volatile = False  # only the memory holds the latest entries
        self.trouble = ""

    @property
    def path(self) -> Path:
        """The file."""
        return (self._folder or Path()) / FILE_NAME

    def entries(self, lesson: str) -> dict[str, Entry]:
        """Return the entries of a lesson by exercise."""
        return dict(self._load().get(lesson, {}))

    def lessons(self) -> list[str]:
        """Return the lessons that have entries."""
        return list(self._load())

    def record(self, lesson: str, verdict: Verdict) -> None:
        """Keep a verdict as the latest of its exercise. Never raises for the file's sake."""
        entries = self._load()
        before = entries.setdefault(lesson, {}).get(verdict.exercise)
        entries[lesson][verdict.exercise] = Entry.of(verdict, before)
        self._memory = entries
        self._volatile = True
        if not graded():  # a grader's run is not the learner's progress
            self._save(entries)

    def _load(self) -> Entries:
        if self._volatile:
            return self._memory
        self.trouble = ""
        try:
            with self.path.open("rb") as file:
                text = file.read(LARGEST + 1)
            read = _parse(json.loads(text)) if len(text) <= LARGEST else None
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            read = None
        if read is None:
            self.trouble = UNREADABLE
            return {}
        return read

    def _save(self, entries: Entries) -> None:
        data = {
            "version": VERSION,
            "lessons": {k: {n: asdict(e) for n, e in v.items()} for k, v in entries.items()},
        }
        temporary = None
        try:
            folder = self.path.parent
            handle, temporary = tempfile.mkstemp(prefix=".progress-", suffix=".tmp", dir=folder)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(data, file, indent=1, ensure_ascii=True)
            os.replace(temporary, self.path)
        except OSError:
            self.trouble = UNWRITABLE
            if temporary is not None:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)
        else:
            self._volatile = False
            if self.trouble == UNWRITABLE:
                self.trouble = ""


def _parse(data: Any) -> Entries | None:
    """Return the entries of a file, or None if it is not one of ours."""
    try:
        if data["version"] not in (1, VERSION):
            return None
        read = _entry if data["version"] == VERSION else _first_entry
        return {
            str(lesson): {str(name): read(e) for name, e in entries.items()}
            for lesson, entries in data["lessons"].items()
        }
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError):
        return None


def _entry(data: Any) -> Entry:
    points, possible = float(data["points"]), float(data["max_points"])
    if not (math.isfinite(points) and math.isfinite(possible)):
        raise ValueError("points must be finite")
    return Entry(
        Outcome(data["outcome"]),
        points,
        possible,
        str(data["mistake"])[:LONGEST_KEY],
        str(data["says"])[:LONGEST],
        int(data["checks"]),
    )


def _first_entry(data: Any) -> Entry:
    """Return an entry of a file of version 1, in which mistakes have no keys yet."""
    return _entry({**data, "mistake": "", "says": data["mistake"]})
