"""What students hand in: honest notebooks, repeated under other names."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import nbformat
from nbformat import NotebookNode

from benchmarks.house import Lesson
from graders.cells import SOLUTION, name_of
from graders.grading import synthetic
from graders.lessons.reference import reference
from graders.paths import student_notebook


@dataclass(frozen=True)
class Submission:
    """One student's notebook.

    Args:
        student: the name, which says what it is.
        content: the file's text.
    """

    student: str
    content: str


def honest(lesson: Lesson) -> list[Submission]:
    """Return right submissions in different styles, and some with one mistake each."""
    with lesson.at_home():
        styles = lesson.house / "styles" if lesson.house else synthetic.STYLES
        with mock.patch.object(synthetic, "STYLES", styles):
            members = synthetic.synthetic_class(lesson.name)
    names = [member.student.split("-", 2)[2] for member in members]
    return [
        Submission(name, member.content)
        for name, member in zip(names, members, strict=True)
        if name.startswith(("right-", "mistake-"))
    ]


def some(members: Sequence[Submission], number: int) -> list[Submission]:
    """Return so many of the submissions, as different as possible."""
    step = len(members) / min(number, len(members))
    return [members[int(at * step)] for at in range(min(number, len(members)))]


def repeated(members: Sequence[Submission], number: int) -> list[Submission]:
    """Return so many submissions: the given ones in turn, each time under another name."""
    chosen = (members[at % len(members)] for at in range(number))
    return [Submission(f"{at:04d}-{m.student}", m.content) for at, m in enumerate(chosen)]


def hand_in(submissions: Sequence[Submission], lesson: Lesson, course: Path) -> None:
    """Put submissions where both graders look for them."""
    for one in submissions:
        path = course / "submitted" / one.student / lesson.name / f"{lesson.name}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(one.content, encoding="utf-8")


def template(lesson: Lesson) -> NotebookNode:
    """Return the student notebook, unsolved."""
    with lesson.at_home():
        return nbformat.read(student_notebook(lesson.name), as_version=4)


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    """Return the cell of a notebook with this grade_id."""
    return next(each for each in notebook.cells if name_of(each) == name)


def with_code(notebook: NotebookNode, code: Mapping[str, str]) -> NotebookNode:
    """Return a copy of a notebook with this code in the cells of exercises."""
    new = copy.deepcopy(notebook)
    for exercise, source in code.items():
        cell(new, exercise + SOLUTION).source = source
    return new


def solutions(lesson: Lesson) -> dict[str, str]:
    """Return the right code of each exercise, as a student would leave it."""
    from graders.lessons import load

    with lesson.at_home():
        solved = reference(lesson.name)
        return {
            name: "\n".join(line for line in solved.source(name).splitlines() if "### " not in line)
            for name in load(lesson.name).exercises
        }
