"""Which exercise builds on which: as the contracts say, and as the references call each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from graders.exercise import Lesson
from graders.lessons.reference import reference


def called(lesson: Lesson) -> dict[str, set[str]]:
    """Return, for each exercise, the others of the lesson that its reference names."""
    solved = reference(lesson.name)
    found = {}
    for name in lesson.exercises:
        tree = ast.parse(solved.source(name))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        found[name] = names & set(lesson.exercises) - {name}
    return found


def disagreements(lesson: Lesson) -> Iterator[str]:
    """Yield what `builds_on` lacks, and what it names without a reason."""
    calls = called(lesson)
    for name, exercise in lesson.exercises.items():
        said = set(exercise.builds_on)
        for other in sorted(calls[name] - said):
            yield f"{name}: its reference calls {other}, which builds_on does not name."
        for other in sorted(said - calls[name]):
            if other not in lesson.exercises:
                yield f"{name}: builds_on names {other}, which the lesson does not have."
            else:
                yield f"{name}: builds_on names {other}, which its reference does not call."
        order = list(lesson.exercises)
        for other in sorted(said & set(order)):
            if order.index(other) > order.index(name):
                yield f"{name}: builds_on names {other}, which comes after it."


def drawn(lesson: Lesson) -> list[str]:
    """Return the graph of a lesson, a line for each exercise on which others build.

    Exercises stand below those that they build on, deeper by two spaces.
    """
    above = {name: exercise.builds_on for name, exercise in lesson.exercises.items()}
    below = {
        name: [other for other, on in above.items() if name in on] for name in lesson.exercises
    }
    lines: list[str] = []

    def draw(name: str, depth: int) -> None:
        lines.append(f"{'  ' * depth}{name}")
        for other in below[name]:
            draw(other, depth + 1)

    for name in lesson.exercises:
        if below[name] and not above[name]:
            draw(name, 0)
    return lines
