"""What `make quick` leaves out: the tests of lessons of which nothing has changed.

Changed is what differs from the commit before the last one: the last commit, and what is not
committed yet. Where nothing of any lesson has, `SAMPLE` stands for all of them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

from graders.judging import frozen_lessons, frozen_names

SAMPLE = "02_vanilla_rnn"
ROOT = Path(__file__).parent.parent


def changed_lessons(paths: Iterable[str], lessons: Sequence[str]) -> set[str]:
    """Return the lessons to which changed files belong, by a folder's or a file's name."""
    parts = {part for path in paths for part in (*Path(path).parts, Path(path).stem)}
    return {
        lesson
        for lesson in lessons
        if lesson in parts or any(part.startswith(f"test_{lesson[:2]}_") for part in parts)
    }


def changed_files(root: Path = ROOT) -> list[str] | None:
    """Return the files that changed, or None where git cannot tell."""
    found: list[str] = []
    for question in (
        ["diff", "--name-only", "HEAD~1"],
        ["ls-files", "--others", "--exclude-standard"],
    ):
        asked = subprocess.run(
            ["git", "-C", str(root), *question], capture_output=True, text=True, check=False
        )
        if asked.returncode != 0:
            return None
        found += asked.stdout.splitlines()
    return found


def chosen_lessons() -> set[str]:
    """Return the lessons whose tests run."""
    lessons, files = frozen_lessons(), changed_files()
    if files is None:
        return set(lessons)
    return changed_lessons(files, lessons) or {SAMPLE}


def lessons_of(item: pytest.Item) -> set[str]:
    """Return the lessons that a test is about: by the mark `lesson`, or by what it is run with."""
    found = {str(mark.args[0]) for mark in item.iter_markers("lesson")}
    callspec = getattr(item, "callspec", None)
    for value in callspec.params.values() if callspec else ():
        name = getattr(value, "lesson", value)
        if isinstance(name, str):
            found |= {_of_exercises().get(name, name)} & set(frozen_lessons())
    return found


@cache
def _of_exercises() -> dict[str, str]:
    return {name: lesson for lesson in frozen_lessons() for name in frozen_names(lesson)}


def leave_far_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take the tests of other lessons than the chosen ones out of the items."""
    chosen = chosen_lessons()
    far = [item for item in items if (about := lessons_of(item)) and not about & chosen]
    config.hook.pytest_deselected(items=far)
    gone = set(map(id, far))
    items[:] = [item for item in items if id(item) not in gone]


def told() -> str:
    """Return which lessons' tests ran, and why."""
    lessons, chosen = frozen_lessons(), chosen_lessons()
    left = [lesson for lesson in lessons if lesson not in chosen]
    if not left:
        return "The tests of all lessons ran."
    return (
        f"Of lessons, the tests of {', '.join(sorted(chosen))} ran. Nothing of {', '.join(left)} "
        "has changed since the commit before the last one; `make test` runs their tests, too."
    )
