"""The two sides: a course of stock nbgrader, and one of ours, each in folders of its own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from benchmarks.house import Lesson
from benchmarks.processes import BenchmarkError, Ran, Watching, run
from benchmarks.submissions import Submission, cell, hand_in
from graders.paths import ROOT

WORKERS = 2
SECONDS = 30
"""How long one cell may run, on both sides: the default of both."""

Scores = dict[str, dict[str, float]]
"""Scores by student, then by exercise."""


@dataclass(frozen=True)
class Graded:
    """One class, graded.

    Args:
        course: the folder.
        number: how many submissions it has.
        ran: what that took.
    """

    course: Path
    number: int
    ran: Ran

    def marginal_wall(self, lesson: Lesson) -> float:
        """Return seconds from one finished submission to the next, without anything before."""
        written = sorted(
            path.stat().st_mtime_ns / 1e9
            for path in (self.course / "autograded").glob(f"*/{lesson.name}/{lesson.name}.ipynb")
        )
        if len(written) != self.number:
            raise BenchmarkError(f"{len(written)} of {self.number} submissions were graded.")
        return (written[-1] - written[0]) / (self.number - 1)


class Stock:
    """Stock nbgrader, which knows nothing of us: its own configuration, its own kernels.

    Args:
        folder: where its courses are made.
        lesson: what is graded.
        checks: other sources for check cells, by the name of the exercise.
    """

    def __init__(
        self, folder: Path, lesson: Lesson, checks: Mapping[str, str] | None = None
    ) -> None:
        self._folder = folder / "stock" / lesson.name
        self._lesson = lesson
        self._count = 0
        self._environment = _environment(self._folder, lesson)
        self._prepared = self._folder / "prepared"
        source = self._prepared / "source" / lesson.name
        source.mkdir(parents=True)
        notebook = _solved(lesson)
        for exercise, code in (checks or {}).items():
            cell(notebook, exercise).source = code
        nbformat.write(notebook, source / f"{lesson.name}.ipynb")
        self._nbgrader("generate_assignment", self._prepared)

    def grade(self, submissions: Sequence[Submission], *options: str) -> Graded:
        """Grade a class in a fresh course.

        Args:
            submissions: the class.
            options: more of the command line.
        """
        self._count += 1
        course = self._folder / f"{self._count}"
        shutil.copytree(self._prepared, course)
        hand_in(submissions, self._lesson, course)
        ran = self._nbgrader("autograde", course, *options)
        return Graded(course, len(submissions), ran)

    def _nbgrader(self, command: str, course: Path, *options: str) -> Ran:
        ran = run(
            [sys.executable, "-m", "nbgrader", command, self._lesson.name, *options],
            course,
            self._environment,
        )
        if ran.status and command != "autograde":
            raise BenchmarkError(f"nbgrader {command} failed: {ran.output}")
        return ran


class Ours:
    """The command `graders grade`, as instructors call it.

    Args:
        folder: where its courses are made.
        lesson: what is graded.
        checkout: the repository whose command it is; another than this one has its own `.venv`.
    """

    def __init__(self, folder: Path, lesson: Lesson, checkout: Path = ROOT) -> None:
        self._folder = folder / "ours" / lesson.name
        self._lesson = lesson
        self._checkout = checkout
        python = sys.executable if checkout == ROOT else str(checkout / ".venv/bin/python")
        self._graders = [python, *lesson.graders[1:]]
        self._count = 0

    def grade(
        self,
        submissions: Sequence[Submission],
        *options: str,
        watching: Watching | None = None,
    ) -> Graded:
        """Grade a class in a fresh course.

        Args:
            submissions: the class.
            options: more of the command line.
            watching: looks at its processes meanwhile.
        """
        self._count += 1
        course = self._folder / f"{self._count}"
        hand_in(submissions, self._lesson, course)
        where = ["--course", str(course), "--workers", str(WORKERS)]
        command = [*self._graders, "grade", self._lesson.name, *where, *options]
        ran = run(command, self._checkout, watching=watching)
        return Graded(course, len(submissions), ran)


def scores(graded: Graded, lesson: Lesson) -> Scores:
    """Return the scores that stand in a course's gradebook, read by nbgrader's own interface."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{graded.course / 'gradebook.db'}") as book:
        return {
            submission.student.id: {
                grade.name: float(grade.score)  # a person's, where somebody gave one
                for notebook in submission.notebooks
                for grade in notebook.grades
                if grade.auto_score is not None
            }
            for submission in book.assignment_submissions(lesson.name)
        }


def _solved(lesson: Lesson) -> NotebookNode:
    """Return the solved notebook, as an instructor gives it to nbgrader."""
    from graders.authoring.build import solved_notebook
    from graders.lessons import load

    with lesson.at_home():
        return solved_notebook(load(lesson.name))


def _environment(folder: Path, lesson: Lesson) -> dict[str, str]:
    """Return an environment in which nothing of a person's own configuration is found."""
    folder.mkdir(parents=True)
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "JUPYTER_CONFIG_DIR": str(folder / "jupyter"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    if lesson.house is not None:  # a learner's machine has the lesson's tables; this one needs them
        startup = folder / "ipython" / "profile_default" / "startup" / "house.py"
        startup.parent.mkdir(parents=True)
        startup.write_text(
            "import pathlib, graders.paths\n"
            f"graders.paths.FROZEN = pathlib.Path({str(lesson.house / 'frozen')!r})\n",
            encoding="utf-8",
        )
    return environment
