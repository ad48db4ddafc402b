"""Make a synthetic class, to show and to test grading. Nobody wrote these submissions."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from graders.cells import SOLUTION, name_of
from graders.exercise import Exercise, Mistake
from graders.lessons import load
from graders.lessons.reference import reference
from graders.paths import SOLVED_DATA, student_notebook

STYLES = SOLVED_DATA
MISTAKES = 7
NO_NOTEBOOK = "My homework is on the other computer.\n"


@dataclass(frozen=True)
class Synthetic:
    """One synthetic submission.

    Args:
        student: the name of its folder, which says what it is.
        content: the file's content.
        exercise, mistake: where the mistake was made, and which; None where there is none.
    """

    student: str
    content: str
    exercise: str | None = None
    mistake: Mistake | None = None


def make_class(lesson: str, folder: Path) -> list[Synthetic]:
    """Write a synthetic class's submissions.

    Args:
        lesson: the lesson's name.
        folder: the folder of submissions; each student gets a folder in it, and an earlier
            synthetic submission there is overwritten.

    Returns:
        What was written, by student: right ones in different styles, some with one mistake each
        in different exercises, an unsolved one, one that never ends and one that is no notebook.
    """
    members = synthetic_class(lesson)
    for member in members:
        path = folder / member.student / lesson / f"{lesson}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(member.content, encoding="utf-8")
    return members


def synthetic_class(lesson: str) -> list[Synthetic]:
    """Return a synthetic class's submissions; nothing is written."""
    template: NotebookNode = nbformat.read(student_notebook(lesson), as_version=4)
    exercises = load(lesson).exercises
    solutions = {name: _answer(lesson, name) for name in exercises}
    found: list[tuple[str, str, str | None, Mistake | None]] = []
    found.append(("right-reference", _notebook(template, solutions), None, None))
    for style, functions in _styles(lesson):
        found.append((f"right-{style}", _notebook(template, solutions | functions), None, None))
    for name, mistake in chosen_mistakes(exercises):
        wrong = solutions | {name: _answer(lesson, name, mistake)}
        found.append((f"mistake-{name}", _notebook(template, wrong), name, mistake))
    found.append(("unsolved", nbformat.writes(template), None, None))
    name = _aside(exercises)
    endless = solutions | {name: _endless(solutions[name])}
    found.append(("never-ends", _notebook(template, endless), None, None))
    found.append(("not-a-notebook", NO_NOTEBOOK, None, None))
    return [
        Synthetic(f"synthetic-{at:02d}-{what}", content, exercise, mistake)
        for at, (what, content, exercise, mistake) in enumerate(found, start=1)
    ]


def chosen_mistakes(exercises: Mapping[str, Exercise]) -> list[tuple[str, Mistake]]:
    """Return one mistake each of the exercises that are worth most, in the lesson's order.

    Of an exercise's mistakes it is the first that weak inputs would hide, if there is one.
    """
    by_worth = sorted(exercises, key=lambda name: -exercises[name].points)[:MISTAKES]
    chosen = []
    for name in (name for name in exercises if name in by_worth):
        mistakes = exercises[name].mistakes
        hidden = [mistake for mistake in mistakes if mistake.hides_from]
        chosen.append((name, (hidden or list(mistakes))[0]))
    return chosen


def _answer(lesson: str, name: str, mistake: Mistake | None = None) -> str:
    """Return a function as a student would leave it: without nbgrader's marks."""
    solved = reference(lesson)
    source = solved.source(name) if mistake is None else solved.patched_source(name, mistake)
    return "\n".join(line for line in source.splitlines() if "### " not in line)


def _styles(lesson: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Return every style in which the lesson is solved, with its functions by name."""
    for path in sorted((STYLES / lesson).glob("*.py")):
        text = path.read_text(encoding="utf-8")
        nodes = [node for node in ast.parse(text).body[1:] if not _is_numpy(node)]
        functions: dict[str, str] = {}
        for node in nodes:
            source = ast.get_source_segment(text, node) or ""
            name = node.name if isinstance(node, ast.FunctionDef) else f"line {node.lineno}"
            functions[name] = source
        yield path.stem, functions


def _is_numpy(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import) and node.names[0].name == "numpy"


def _notebook(template: NotebookNode, functions: Mapping[str, str]) -> str:
    """Return the student notebook with these functions; what is no exercise gets its own cell."""
    notebook = copy.deepcopy(template)
    rest = dict(functions)
    first = len(notebook.cells)
    for at, cell in enumerate(notebook.cells):
        name = name_of(cell).removesuffix(SOLUTION)
        if name_of(cell).endswith(SOLUTION) and name in rest:
            cell.source = rest.pop(name)
            first = min(first, at)
    added = [
        new_code_cell(source=source, id=f"helper-{at}") for at, source in enumerate(rest.values())
    ]
    notebook.cells[first:first] = added
    return str(nbformat.writes(notebook))


def _aside(exercises: Mapping[str, Exercise]) -> str:
    """Return the exercise of least worth on which no other builds."""
    used = {name for exercise in exercises.values() for name in exercise.builds_on}
    return min((n for n in exercises if n not in used), key=lambda n: exercises[n].points)


def _endless(source: str) -> str:
    """Return a function that does nothing else for ever."""
    head = source[: source.index(":\n") + 2]
    return f"{head}    while True:\n        pass\n"
