"""Lessons that are graded here: real ones, and one with Keras that has a house of its own.

`python -m benchmarks.house FOLDER ARGUMENTS` is the command `graders` in such a house.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import graders.lessons
import graders.paths
from benchmarks.processes import BenchmarkError, run
from graders.paths import ROOT

NUMPY = "02_vanilla_rnn"
KERAS = "90_keras_lstm"
SOURCE = Path(__file__).parent / "keras_lesson"


@dataclass(frozen=True)
class Lesson:
    """A lesson that is graded, with the submissions' side of it ready in files.

    Args:
        name: the lesson's name.
        house: the folder that holds the lesson and what is built of it; None is this repository.
    """

    name: str
    house: Path | None = None

    @property
    def graders(self) -> list[str]:
        """The command `graders`, which knows the lesson."""
        if self.house is None:
            return [sys.executable, "-m", "graders.cli"]
        return [sys.executable, "-m", "benchmarks.house", str(self.house)]

    @contextlib.contextmanager
    def at_home(self) -> Iterator[None]:
        """Let this process find the lesson among the lessons."""
        with contextlib.ExitStack() as stack:
            if self.house is not None:
                for name, value in _rooms(self.house).items():
                    stack.enter_context(mock.patch.object(graders.paths, name, value))
                contracts = [*graders.lessons.__path__, str(self.house / "contracts")]
                stack.enter_context(mock.patch.object(graders.lessons, "__path__", contracts))
            yield


def as_of(lesson: Lesson, checkout: Path, folder: Path) -> Lesson:
    """Return a lesson of ours with its contract in the form that another checkout reads.

    Args:
        lesson: the lesson, built.
        checkout: the other repository, which has the same lesson.
        folder: where its house is made.
    """
    if lesson.house is None or checkout == ROOT:
        return lesson
    house = folder / "house_of_the_other"
    shutil.copytree(lesson.house, house, ignore=shutil.ignore_patterns("contracts"))
    source = checkout / SOURCE.relative_to(ROOT) / "contracts"
    shutil.copytree(source, house / "contracts", ignore=shutil.ignore_patterns("__pycache__"))
    return Lesson(lesson.name, house)


def numpy_lesson() -> Lesson:
    """Return the lesson that needs nothing but NumPy."""
    return Lesson(NUMPY)


def keras_lesson(folder: Path) -> Lesson:
    """Build the lesson with Keras in a folder, and return it.

    Raises:
        BenchmarkError: it cannot be built.
    """
    house = folder / "keras_house"
    shutil.copytree(SOURCE, house, ignore=shutil.ignore_patterns("__pycache__", "*.ipynb"))
    lesson = Lesson(KERAS, house)
    built = run([*lesson.graders, "build", KERAS], ROOT)
    if built.status:
        raise BenchmarkError(f"The lesson {KERAS} cannot be built: {built.output}")
    _import_keras()
    return lesson


def _import_keras() -> None:
    """Import Keras, whose greetings, written by compiled code, are not part of our report."""
    shown, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        importlib.import_module("keras")
    finally:
        os.dup2(shown, 2)
        os.close(shown)
        os.close(nowhere)


def _rooms(house: Path) -> dict[str, Path]:
    names = ("SOLUTIONS", "ASSIGNMENTS", "FROZEN")
    return {name: house / name.lower() for name in names}


def main() -> int:
    """Run `graders` in a house."""
    with Lesson(KERAS, Path(sys.argv[1])).at_home():
        from graders.cli import main as command

        return command(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
