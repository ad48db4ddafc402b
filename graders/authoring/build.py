"""Building: the student notebook and the frozen tables, from a lesson's one source."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from graders.authoring.axes import misfits
from graders.authoring.placed import placed
from graders.authoring.release import release
from graders.authoring.ways import WaysError, ways_text
from graders.cells import (
    AUTHOR_TAG,
    EXPERIMENT_TAG,
    QUESTION_TAG,
    SOLVED_TAG,
    marks,
    question_rights,
)
from graders.exercise import Lesson
from graders.judging.answering import (
    FewDrawsError,
    ReferenceFailedError,
    RefusalMissingError,
    visible_table,
)
from graders.judging.frozen import table_from_json, table_to_json
from graders.judging.rungs import RungsFailedError
from graders.judging.table import Table
from graders.lessons import contract_file, load
from graders.lessons.places import blamed, place, shown, told
from graders.lessons.reference import PatchError
from graders.paths import (
    frozen_folder,
    solution_notebook,
    solution_source,
    student_notebook,
    ways_file,
)
from graders.publication import PUBLICATION
from graders.question_cells import written_answers

KEPT_TAGS = (EXPERIMENT_TAG, QUESTION_TAG, SOLVED_TAG)
_CHECK = re.compile(r"check\((\w+)\)")


class BuildError(ValueError):
    """A lesson's source and its contract do not fit together."""


def solved_notebook(lesson: Lesson) -> NotebookNode:
    """Return the solved notebook of a lesson, with nbgrader's metadata and fixed cell ids.

    Raises:
        BuildError: an exercise has no cell, no check cell or more than one.
    """
    read = jupytext.read(solution_source(lesson.name))
    shown = [c for c in read.cells if AUTHOR_TAG not in c.metadata.get("tags", [])]
    taken: set[str] = set()
    cells = [_cell(cell, lesson, taken) for cell in _with_wheel(shown)]
    _require_cells(lesson, cells)
    return nbformat.v4.new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
    )


def _with_wheel(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Return the cells with one before the first code that gets the wheel where it is missing."""
    source = PUBLICATION.first_cell().strip()
    first = next((i for i, cell in enumerate(cells) if cell.cell_type == "code"), len(cells))
    return [
        *cells[:first],
        *([nbformat.v4.new_code_cell(source)] if source else []),
        *cells[first:],
    ]


def _cell(cell: NotebookNode, lesson: Lesson, taken: set[str]) -> NotebookNode:
    tags = [t for t in cell.metadata.get("tags", []) if t in KEPT_TAGS]
    metadata: dict[str, object] = {"tags": tags} if tags else {}
    grade_id, rights = _rights(cell, lesson, tags)
    if rights:
        grade_id = _free(grade_id, taken)
        metadata["nbgrader"] = marks(cell.cell_type, grade_id, **rights)
    new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    made: NotebookNode = new(source=cell.source, metadata=metadata)
    digest = hashlib.sha256(cell.source.encode()).hexdigest()[:8]
    made["id"] = grade_id if rights else _free(f"{cell.cell_type}-{digest}", taken)
    return made


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def _rights(cell: NotebookNode, lesson: Lesson, tags: list[str]) -> tuple[str, dict[str, object]]:
    """Return a cell's grade id and what nbgrader must know of it; {} for a cell that is free."""
    if QUESTION_TAG in tags:
        return _question_rights(cell, lesson)
    if cell.cell_type != "code" or tags:
        return "", {}
    checked = _CHECK.fullmatch(cell.source.strip())
    if checked:
        name = checked.group(1)
        if name not in lesson.exercises:
            raise BuildError(
                f"{_in_source(lesson, cell)}: check({name}) checks no exercise of the contract. "
                f"One of {', '.join(lesson.exercises)} was expected; or put {name} into POINTS in "
                f"graders/lessons/{lesson.name}/__init__.py."
            )
        return name, {"grade": True, "locked": True, "points": lesson.exercises[name].points}
    defined = [name for name in _definitions(cell.source) if name in lesson.exercises]
    if len(defined) > 1:
        raise BuildError(
            f"{_in_source(lesson, cell)}: one cell defines {' and '.join(defined)}. One exercise "
            "in a cell was expected; give each its own."
        )
    if defined:
        return f"{defined[0]}-solution", {"solution": True}
    digest = hashlib.sha256(cell.source.encode()).hexdigest()[:8]
    return f"given-{digest}", {"locked": True}


def _question_rights(cell: NotebookNode, lesson: Lesson) -> tuple[str, dict[str, object]]:
    """Return the same for a cell with questions: one with points is answered and graded."""
    asked = [one.name for one in written_answers(cell.source) if one.name in lesson.questions]
    worth = [name for name in asked if lesson.questions[name].points]
    if not worth:
        return "", {}
    name = worth[0]
    if len(asked) > 1:
        raise BuildError(
            f"{_in_source(lesson, cell)}: one cell asks {' and '.join(asked)}, and {name} is worth "
            "points. A question with points stands alone in its cell; give each its own."
        )
    question = lesson.questions[name]
    if name in lesson.exercises:
        raise BuildError(
            f"{_in_source(lesson, cell)}: {name} is the name of an exercise, too. Rename the "
            "question."
        )
    return name, question_rights(question.points)


def _definitions(source: str) -> Iterator[str]:
    try:
        body = ast.parse(source).body
    except SyntaxError:  # a cell with a line magic
        return
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def _require_cells(lesson: Lesson, cells: list[NotebookNode]) -> None:
    ids = [c["id"] for c in cells]
    expected = [i for name in lesson.exercises for i in (f"{name}-solution", name)]
    found = [i for i in ids if i in set(expected)]
    if found != expected:
        wrong = _first_difference(found, expected).removesuffix("-solution")
        at = next((c for c in cells if c["id"].removesuffix("-solution") == wrong), None)
        raise BuildError(
            f"{_in_source(lesson, at)}: {wrong} is not where the contract has it. The notebook's "
            f"exercises and check cells are {found}, the contract says {expected}. Each exercise "
            "needs one cell that defines it and one check cell after it, in the contract's order."
        )
    repeated = [i for i in ids if re.fullmatch(r"(.*)-\d", i) and i.rsplit("-", 1)[0] in expected]
    if repeated:
        again = next(c for c in cells if c["id"] == repeated[0])
        raise BuildError(
            f"{_in_source(lesson, again)}: there is more than one cell for "
            f"{repeated[0].rsplit('-', 1)[0]}. One was expected; remove the other."
        )


def _first_difference(found: list[str], expected: list[str]) -> str:
    pairs = zip_longest(expected, found)
    return next(one or two or "" for one, two in pairs if one != two)


def _headings(cells: list[NotebookNode]) -> dict[str, str]:
    """Return the heading above each exercise's cell, as the page shows it: cards link to it."""
    found, heading = {}, ""
    for cell in cells:
        if cell.cell_type == "markdown":
            text = re.sub(r"```.*?```", "", cell.source, flags=re.DOTALL)
            lines = re.findall(r"^#+ +(.+)$", text, re.MULTILINE)
            heading = re.sub(r"[*`]", "", lines[-1]).strip() if lines else heading
        elif cell["id"].endswith("-solution"):
            found[cell["id"].removesuffix("-solution")] = heading
    return found


def _in_source(lesson: Lesson, cell: NotebookNode | None) -> str:
    """Return where a cell stands in the lesson's source, as file and line."""
    return place(solution_source(lesson.name), cell.source if cell is not None else "")


def generated(
    lesson_name: str, progress: Callable[[str], None] = lambda step: None, anew: bool = False
) -> dict[Path, str]:
    """Return every generated file of a lesson with its text; nothing is written.

    Args:
        lesson_name: the lesson.
        progress: called with what comes next.
        anew: whether also that is computed which is known of the same sources: the pairs of
            mistakes, from the frozen tables.

    Raises:
        KeyError: there is no such lesson.
        BuildError: source and contract do not fit together.
    """
    lesson = load(lesson_name)
    progress("notebook")
    solved = solved_notebook(lesson)
    files = {solution_notebook(lesson_name): nbformat.writes(solved) + "\n"}
    files[student_notebook(lesson_name)] = release(solved)
    folder, headings = frozen_folder(lesson_name), _headings(solved.cells)
    for name in lesson.exercises:
        progress(name)
        files[folder / f"{name}.json"] = _table_text(lesson, name, anew)
    index = {
        "generated": f"by `graders build` from graders/lessons/{lesson_name}; do not edit",
        "exercises": {
            name: {"title": e.title, "points": e.points, "heading": headings.get(name, "")}
            for name, e in lesson.exercises.items()
        },
        "questions": {name: question.to_json() for name, question in lesson.questions.items()},
    }
    files[folder / "lesson.json"] = json.dumps(index, indent=1) + "\n"
    return files | _ways(lesson)


def _ways(lesson: Lesson) -> dict[Path, str]:
    """Return the file of a lesson's other right ways, where any is marked."""
    try:
        text = ways_text(lesson)
    except WaysError as error:
        raise BuildError(f"tests/course/{lesson.name}: {error}") from error
    return {ways_file(lesson.name): text} if text else {}


def _older(lesson: str, name: str) -> Table | None:
    """Return the frozen table of an exercise that stands there; None where none can be read."""
    try:
        return table_from_json((frozen_folder(lesson) / f"{name}.json").read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _table_text(lesson: Lesson, name: str, anew: bool) -> str:
    """Return the frozen table of an exercise as it is written.

    Raises:
        BuildError: contract and solution do not fit together.
    """
    contract = contract_file(lesson.name, name)
    try:
        table = visible_table(lesson.name, name, None if anew else _older(lesson.name, name))
        text = table_to_json(table)
    except RefusalMissingError as error:
        where = place(contract, "refuses=")
        raise BuildError(f"{where}: {error} Mend `refuses` there, or the solution.") from error
    except ReferenceFailedError as error:
        raise BuildError(
            f"{place(solution_source(lesson.name), error.text)}: {error} Mend the solution there, "
            f"or the case maker in {shown(contract)}."
        ) from error
    except RungsFailedError as error:
        raise BuildError(f"{place(contract, 'rungs=')}: {error}") from error
    except (PatchError, FewDrawsError) as error:
        raise BuildError(placed(str(error), lesson)) from error
    except Exception as error:
        where = blamed(error, lesson.name) or shown(contract)
        raise BuildError(f"{where}: {name}: {told(error)}. Mend that line.") from error
    if wrong := next(misfits(table), None):
        where = place(contract, "returns=")
        raise BuildError(f"{where}: {wrong} Mend `returns` there, or the solution.")
    return text


def build(
    lesson: str, progress: Callable[[str], None] = lambda step: None, anew: bool = False
) -> list[Path]:
    """Write the generated files of a lesson, remove stale tables, and return what changed.

    The arguments are those of `generated`.
    """
    files = generated(lesson, progress, anew)
    changed = []
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    for path in stray(lesson, files):
        path.unlink()
        changed.append(path)
    return changed


def stray(lesson: str, files: dict[Path, str]) -> list[Path]:
    """Return the files in a lesson's generated folders that nothing generates."""
    folders = [frozen_folder(lesson), student_notebook(lesson).parent]
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path not in files and ".ipynb_checkpoints" not in path.parts
    ]
