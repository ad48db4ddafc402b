"""Attacks as part of a class that the real commands grade: nobody else's result is another one."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path

import nbformat
import pytest
from attacks.corpus import solved
from attacks.folders import HOSTILE, hand_in
from attacks.limits import LIMITS
from classes import MINI, Grading, written
from conftest import write
from nbformat import NotebookNode

pytestmark = pytest.mark.slow

HONEST = {
    "scaled": ("return x * factor", "return x + factor"),
    "row_sums": (
        "t = 2.0 * x.sum(axis=1, keepdims=True)\n    return t, float(t.max())",
        "t = x.sum(axis=1, keepdims=True)\n    return t, float(t.max())",
        "return None",
    ),
    "shifted": ("return x + 1.0", "return x - 1.0", "raise ValueError", "import sys; sys.exit()"),
}
"""What honest students answer, right and wrong."""

SECRET = "canary-beside-the-submissions\n"
SEED = "20261127\n"
MADE = ("autograded", "feedback")
WORKERS = ("--workers", "2")


def hand_in_honest(course: Path, lesson: str, template: NotebookNode) -> list[str]:
    """Write ten honest submissions, each another one, and return the students' names."""
    names = [f"honest-{at}" for at in range(10)]
    for at, name in enumerate(names):
        notebook = solved(template)
        for exercise, answers in HONEST.items():
            signature = "x, factor" if exercise == "scaled" else "x"
            body = answers[at % len(answers)]
            write(notebook, exercise, f"def {exercise}({signature}):\n    {body}\n")
        hand_in(course / "submitted", name, lesson, notebook)
    (course / "secret.txt").write_text(SECRET, encoding="utf-8")
    (course / "hidden_seed").write_text(SEED, encoding="ascii")
    return names


def rows(path: Path, students: list[str]) -> list[list[str]]:
    """Return the rows of some students in a CSV file, sorted: who is graded first comes first."""
    with path.open(newline="", encoding="utf-8") as file:
        return sorted(row for row in csv.reader(file) if set(row) & set(students))


def made(course: Path, students: list[str]) -> dict[str, object]:
    """Return all that grading, feedback and export made for some students."""
    found = written(course)
    files = [
        course / folder / student / MINI / f"{MINI}.{kind}"
        for folder, kind in ((MADE[0], "ipynb"), (MADE[1], "html"))
        for student in students
    ]
    return {
        **{student: found[student] for student in students},
        **{str(path.relative_to(course)): path.read_bytes() for path in files},
        **{
            name: rows(course / name, students)
            for name in ("grades.csv", "mistakes.csv", "remarks.csv")
        },
    }


def grade(grading: Grading, statuses: Collection[int] = (0, 1)) -> None:
    """Grade a class with `graders grade`, and make its pages and tables."""
    course = ("--course", str(grading.course))
    for command in (
        ("grade", *WORKERS, "--timeout", str(LIMITS.cell_seconds)),
        ("feedback",),
        ("export",),
    ):
        status, said = grading.ended(grading.call(command[0], MINI, *course, *command[1:]), 10)
        assert status in statuses, said
        assert "Traceback" not in said, said
        assert not set(said) & set("\x1b\x9b\x07\r"), said


def autograde(grading: Grading) -> None:
    """Grade a class with `nbgrader autograde`, as configured in the repository."""
    named = ("cell_seconds", "submission_seconds")
    limits = [f"--Observe.{name}={getattr(LIMITS, name)}" for name in named]
    command = ("nbgrader", "autograde", MINI, f"--course-dir={grading.course}", *limits)
    grading.ended(grading.call(*command), 15)


def points(course: Path) -> dict[str, dict[str, float | None]]:
    """Return the points that stand in the gradebook, by student and exercise."""
    return {
        student: {name: score for name, (score, _) in grades.items()}
        for student, (grades, *_) in written(course).items()
    }


def no_secret_in(course: Path, *secrets: str) -> bool:
    """Return whether what was made in a course has neither links nor any of these texts."""
    paths = [path for made in MADE for path in (course / made).rglob("*")]
    files = [*(p for p in paths if p.is_file()), *course.glob("*.csv"), course / "gradebook.db"]
    assert [path for path in paths if path.is_symlink()] == []
    found = [path for path in files if any(s.encode() in path.read_bytes() for s in secrets)]
    assert found == []
    return len(files) > 1


@pytest.fixture(scope="module")
def alone(built: tuple[Path, object], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with ten honest students and nobody else, graded."""
    course = tmp_path_factory.mktemp("alone")
    hand_in_honest(course, MINI, nbformat.read(built[0] / MINI / f"{MINI}.ipynb", as_version=4))
    with Grading(course, built[0], kernel="short") as grading:
        grade(grading)
    return course


@pytest.fixture
def among(tmp_path: Path, template: NotebookNode) -> Path:
    """A course with the same students, and with everything hostile among them."""
    hand_in_honest(tmp_path, MINI, template)
    for maker in HOSTILE.values():
        maker(tmp_path / "submitted", MINI, solved(template))
    return tmp_path


def test_honest_students_among_hostile_ones_get_what_they_get_alone(
    alone: Path, among: Path, built: tuple[Path, object]
) -> None:
    with Grading(among, built[0], kernel="short") as grading:
        grade(grading)
    honest = [f"honest-{at}" for at in range(10)]
    assert made(among, honest) == made(alone, honest)
    assert no_secret_in(among, SECRET)


def test_nbgraders_command_gives_honest_students_among_hostile_ones_the_same_points(
    alone: Path, among: Path, built: tuple[Path, object]
) -> None:
    with Grading(among, built[0], kernel="short") as grading:
        autograde(grading)
    expected, found = points(alone), points(among)
    assert {student: found[student] for student in expected} == expected
    assert no_secret_in(among, SECRET)
