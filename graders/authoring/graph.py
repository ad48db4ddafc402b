"""Which exercise builds on which: as the contracts say, and as the references call each other.

Over lessons too: what a notebook takes from earlier lessons, and what its contract says of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from graders.exercise import Lesson
from graders.lessons import load, names
from graders.lessons.reference import reference


def called(lesson: Lesson) -> dict[str, set[str]]:
    """Return, for each exercise, the others of the lesson that its reference names.

    An argument of that name is another thing: `scan(combine, elements)` calls what it is given.
    """
    solved = reference(lesson.name)
    found = {}
    for name in lesson.exercises:
        tree = ast.parse(solved.source(name))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        own = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        found[name] = names & set(lesson.exercises) - {name} - own
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


def lent(cells: Iterable[str]) -> dict[str, set[str]]:
    """Return what cells take from earlier lessons by `earlier("lesson", "name", ...)`."""
    found: dict[str, set[str]] = {}
    for source in cells:
        if "earlier(" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "earlier":
                words = [a.value for a in node.args if isinstance(a, ast.Constant)]
                found.setdefault(str(words[0]), set()).update(map(str, words[1:]))
    return found


def disagreements_over_lessons(lesson: Lesson, cells: Iterable[str]) -> Iterator[str]:
    """Yield where `EARLIER` and the notebook's calls of `earlier` differ.

    Args:
        lesson: which lesson.
        cells: the sources of the notebook's code cells.
    """
    taken = {(one, name) for one, names in lent(cells).items() for name in names}
    said = {(one, name) for one, names in lesson.earlier.items() for name in names}
    for before, name in sorted(taken - said):
        yield f"A cell takes {name} from {before}, which EARLIER does not name."
    for before, name in sorted(said - taken):
        yield f"EARLIER names {name} of {before}, which no cell takes by earlier(...)."
    for before, name in sorted(said):
        if before not in names() or name not in load(before).exercises:
            yield f"EARLIER names {name} of {before}, and there is no such exercise."
        elif before >= lesson.name:
            yield f"EARLIER names {name} of {before}, which is no earlier lesson."


def drawn(lesson: Lesson) -> list[str]:
    """Return the graph of a lesson, a line for each exercise on which others build.

    What comes from earlier lessons stands first. Exercises stand below those that they build on,
    deeper by two spaces.
    """
    above = {name: exercise.builds_on for name, exercise in lesson.exercises.items()}
    below = {
        name: [other for other, on in above.items() if name in on] for name in lesson.exercises
    }
    lines = [f"{', '.join(taken)} (of {before})" for before, taken in lesson.earlier.items()]

    def draw(name: str, depth: int) -> None:
        lines.append(f"{'  ' * depth}{name}")
        for other in below[name]:
            draw(other, depth + 1)

    for name in lesson.exercises:
        if below[name] and not above[name]:
            draw(name, 0)
    return lines
