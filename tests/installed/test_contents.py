"""What the thin wheel holds, and above all what it does not."""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from graders.exercise import Exercise
from graders.judging import frozen_table
from graders.lessons import load, names
from graders.lessons.reference import reference
from graders.paths import (
    ASSIGNMENTS,
    PACKAGE,
    ROOT,
    SOLUTIONS,
    SOLVED_DATA,
    solution_source,
    ways_file,
)
from graders.ways import ways

pytestmark = pytest.mark.slow
TRIVIAL = 12
"""Lines of fewer letters, such as `return x`, stand in any program."""

TELLING = 32
"""A mistake's line that is shorter is a loop, an import or a return that any code may have."""


@pytest.fixture(scope="module")
def thin(wheels) -> dict[str, str]:
    """The texts of the thin wheel by name."""
    with zipfile.ZipFile(wheels[0]) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def told(exercise: Exercise) -> list[str]:
    """What learners read of an exercise, which may come near a line."""
    sentences = [mistake.sentence for mistake in exercise.mistakes]
    return [*exercise.hints, exercise.after_success, *sentences]


@pytest.fixture(scope="module")
def searched(thin) -> dict[str, str]:
    """The texts of the thin wheel without what learners are told."""
    texts = [t for lesson in names() for e in load(lesson).exercises.values() for t in told(e)]
    found = {}
    for name, text in thin.items():
        if name.endswith(".json"):
            for each in texts:
                for form in (json.dumps(each), json.dumps(each, ensure_ascii=False)):
                    text = text.replace(form, '""')
        found[name] = text
    return found


def code(line: str) -> str:
    """Return a line without what surrounds it and without its comment."""
    return line.partition("  #")[0].strip()


def between_the_marks(lesson: str) -> set[str]:
    """Return the lines of the answers of a lesson."""
    inside, lines = False, set()
    for line in solution_source(lesson).read_text().splitlines():
        if "SOLUTION" in line:
            inside = "BEGIN" in line
        elif inside and len(code(line)) >= TRIVIAL and not re.fullmatch(r"return \w+", code(line)):
            lines.add(code(line))
    return lines


def of_mistakes(lesson: str) -> set[str]:
    """Return the lines in which a mistake's source differs from the reference's."""
    lines = set()
    for name, exercise in load(lesson).exercises.items():
        right = {code(line) for line in reference(lesson).source(name).splitlines()}
        for mistake in exercise.mistakes:
            wrong = reference(lesson).patched_source(name, mistake).splitlines()
            lines |= {code(line) for line in wrong} - right
    return {line for line in lines if len(line) >= TELLING}


def where(lines: set[str], texts: dict[str, str]) -> list[tuple[str, str]]:
    """Return the lines that stand in a text, with its name."""
    return [(line, name) for line in sorted(lines) for name, text in texts.items() if line in text]


def test_no_line_of_a_solution_is_in_it(searched):
    for lesson in names():
        lines = between_the_marks(lesson)
        assert len(lines) > 30
        assert where(lines, searched) == []


def test_no_mistakes_source_is_in_it(searched):
    for lesson in names():
        lines = of_mistakes(lesson)
        assert len(lines) > 30
        found = where(lines, searched)
        assert found == []


def test_the_search_would_find_a_line(searched):
    lesson = names()[0]
    line = min(between_the_marks(lesson))
    assert where({line}, {**searched, "leak.py": f"x\n    {line}\n"}) == [(line, "leak.py")]


def test_nothing_that_draws_cases_is_in_it(thin):
    for path in [*(PACKAGE / "lessons").rglob("*.py"), *SOLVED_DATA.rglob("*.py")]:
        assert path.read_text() not in thin.values()
    assert not [name for name in thin if "solution" in name or name.startswith("graders/lessons")]


def test_other_right_ways_are_in_the_wheel_with_the_answers_alone(wheels, thin):
    with zipfile.ZipFile(wheels[1]) as archive:
        answers = {name: archive.read(name).decode() for name in archive.namelist()}
    for lesson in names():
        text = ways_file(lesson).read_text(encoding="utf-8")
        assert answers[f"graders/solutions/{lesson}/ways.json"] == text
        for exercise in load(lesson).exercises:
            for way in ways(lesson, exercise):
                assert not [name for name, one in thin.items() if way.source.strip() in one]
                assert not [name for name, one in thin.items() if way.says in one]
    assert not [name for name in thin if name.endswith("ways.json")]


def test_every_table_in_it_holds_visible_cases_only(thin):
    for lesson in names():
        for name, exercise in load(lesson).exercises.items():
            table = json.loads(thin[f"graders/frozen/{lesson}/{name}.json"])
            assert [case["setting"] for case in table["cases"]] == [
                *(setting.name for setting in exercise.visible),
                *exercise.refuses,
            ]
            assert not frozen_table(name).hidden


def test_it_holds_what_learners_need(thin):
    for notebook in ASSIGNMENTS.glob("*/*.ipynb"):
        inside = f"graders/assignments/{notebook.relative_to(ASSIGNMENTS).as_posix()}"
        assert thin[inside] == notebook.read_text(encoding="utf-8")
    for lesson in names():
        assert f"graders/frozen/{lesson}/lesson.json" in thin
    assert "graders/py.typed" in thin


def test_it_is_for_every_platform_and_python(wheels, thin):
    for wheel in wheels:
        assert wheel.name.endswith("-py3-none-any.whl")
    (metadata,) = (text for name, text in thin.items() if name.endswith("/METADATA"))
    assert "Requires-Python: >=3.11\n" in metadata
    needs = [line for line in metadata.splitlines() if line.startswith("Requires-Dist")]
    assert [line for line in needs if "extra ==" not in line] == [
        "Requires-Dist: numpy>=2.1",
        "Requires-Dist: matplotlib>=3.9.2",
    ]


def test_the_second_wheel_holds_every_answer_and_no_file_of_the_first(wheels, thin):
    with zipfile.ZipFile(wheels[1]) as archive:
        answers = set(archive.namelist())
    assert not {n for n in answers if ".dist-info/" not in n} & set(thin)
    for source in SOLUTIONS.glob("*/*.py"):
        assert f"graders/solutions/{source.relative_to(SOLUTIONS).as_posix()}" in answers
    for contract in (PACKAGE / "lessons").rglob("*.py"):
        assert contract.relative_to(ROOT).as_posix() in answers


def test_both_wheels_have_the_same_version():
    one, other = (
        tomllib.loads(Path(ROOT, folder, "pyproject.toml").read_text())["project"]
        for folder in (".", "answers")
    )
    assert one["version"] == other["version"]
    assert one["requires-python"] == other["requires-python"]
