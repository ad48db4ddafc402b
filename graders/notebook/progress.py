"""What a learner has reached, kept in a small file next to the notebook."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from graders.judging.verdict import Outcome, Verdict
from graders.notebook.answered import Answered
from graders.notebook.whole import write_whole
from graders.watching import graded

FILE_NAME = ".progress.json"
VERSION = 3
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
        failed: how often it was checked, written and not right.
    """

    outcome: Outcome
    points: float
    max_points: float
    mistake: str = ""
    says: str = ""
    checks: int = 1
    failed: int = 0

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
            (before.failed if before else 0) + (verdict.outcome in (Outcome.FAILED, Outcome.ERROR)),
        )


_Kept = TypeVar("_Kept")

Entries = dict[str, dict[str, Entry]]
"""Entries by lesson, then by exercise."""

Answers = dict[str, dict[str, Answered]]
"""What was answered, by lesson, then by question."""


@dataclass(frozen=True)
class Reached:
    """Everything that is kept.

    Args:
        entries: of exercises.
        answers: of questions and guesses.
    """

    entries: Entries = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)


class Store:
    """What is kept of all lessons, in a file or, where that cannot be, in memory.

    Args:
        folder: where the file lies; the working folder at each use, if None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._memory = Reached()
        self._volatile = False  # only the memory holds the latest entries
        self.trouble = ""

    @property
    def path(self) -> Path:
        """The file."""
        return (self._folder or Path()) / FILE_NAME

    def entries(self, lesson: str) -> dict[str, Entry]:
        """Return the entries of a lesson by exercise."""
        return dict(self._load().entries.get(lesson, {}))

    def answers(self, lesson: str) -> dict[str, Answered]:
        """Return what was answered in a lesson, by question."""
        return dict(self._load().answers.get(lesson, {}))

    def lessons(self) -> list[str]:
        """Return the lessons of which something is kept."""
        reached = self._load()
        return list({**reached.entries, **reached.answers})

    def record(self, lesson: str, verdict: Verdict) -> None:
        """Keep a verdict as the latest of its exercise. Never raises for the file's sake."""
        reached = self._load()
        entries = reached.entries.setdefault(lesson, {})
        entries[verdict.exercise] = Entry.of(verdict, entries.get(verdict.exercise))
        self._keep(reached)

    def record_answers(self, lesson: str, answered: Mapping[str, Answered]) -> None:
        """Keep what was answered, by question. Never raises for the file's sake."""
        reached = self._load()
        reached.answers.setdefault(lesson, {}).update(answered)
        self._keep(reached)

    def _keep(self, reached: Reached) -> None:
        self._memory = reached
        self._volatile = True
        if not graded():  # a grader's run is not the learner's progress
            self._save(reached)

    def _load(self) -> Reached:
        if self._volatile:
            return self._memory
        self.trouble = ""
        try:
            with self.path.open("rb") as file:
                text = file.read(LARGEST + 1)
            read = _parse(json.loads(text)) if len(text) <= LARGEST else None
        except FileNotFoundError:
            return Reached()
        except (OSError, ValueError, RecursionError):
            read = None
        if read is None:
            self.trouble = UNREADABLE
            return Reached()
        return read

    def _save(self, reached: Reached) -> None:
        entries, answers = reached.entries, reached.answers
        data = {
            "version": VERSION,
            "lessons": {k: {n: asdict(e) for n, e in v.items()} for k, v in entries.items()},
            "answers": {k: {n: a.to_json() for n, a in v.items()} for k, v in answers.items()},
        }
        try:
            write_whole(self.path, json.dumps(data, indent=1))
        except OSError:
            self.trouble = UNWRITABLE
        else:
            self._volatile = False
            if self.trouble == UNWRITABLE:
                self.trouble = ""


def _parse(data: Any) -> Reached | None:
    """Return what stands in a file, or None if it is not one of ours.

    Before version 3 there were no answers, and in version 1 mistakes had no keys yet.
    """
    try:
        version = data["version"]
        if version not in (1, 2, VERSION):
            return None
        read = _first_entry if version == 1 else _entry
        answers = data["answers"] if version == VERSION else {}
        return Reached(_by_lesson(data["lessons"], read), _by_lesson(answers, Answered.from_json))
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError):
        return None


def _by_lesson(data: Any, read: Callable[[Any], _Kept]) -> dict[str, dict[str, _Kept]]:
    return {
        str(lesson): {str(name): read(one) for name, one in of.items()}
        for lesson, of in data.items()
    }


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
        int(data.get("failed", 0)),  # files of earlier versions have none
    )


def _first_entry(data: Any) -> Entry:
    """Return an entry of a file of version 1, in which mistakes have no keys yet."""
    return _entry({**data, "mistake": "", "says": data["mistake"]})
