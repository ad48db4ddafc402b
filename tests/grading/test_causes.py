"""A sentence names the cause, also where that stands outside of the function."""

from __future__ import annotations

import pytest
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from graders.grading.materials import Materials
from graders.grading.submission import explained, grade_submission

pytestmark = pytest.mark.slow

SCALED = "def scaled(x, factor):\n    return x * factor\n"


def said(notebook: NotebookNode, lesson: Materials, exercise: str = "scaled") -> str:
    graded = grade_submission(as_bytes(notebook), lesson)
    tables = lesson.tables(0)
    verdict = explained(graded, lesson, tables).verdicts[exercise]
    assert verdict.points == 0.0
    return verdict.message


def test_a_magic_that_is_not_first_is_quoted(solved: NotebookNode, lesson: Materials) -> None:
    write(solved, "scaled", f"# exercise 1\n%%time\n{SCALED}")
    assert said(solved, lesson).startswith(
        "The cell of scaled raised UsageError: Line magic function `%%time` not found."
    )


def test_a_magic_with_a_slip_is_quoted(solved: NotebookNode, lesson: Materials) -> None:
    write(solved, "scaled", f"%matplotlb inline\n{SCALED}")
    assert "UsageError: Line magic function `%matplotlb` not found" in said(solved, lesson)


@pytest.mark.parametrize(
    ("magic", "why"),
    [
        ("%%timeit -n1 -r1", "%%timeit: what it runs leaves no names behind."),
        ("%%writefile mine.py", "%%writefile: it only writes the cell to a file."),
        ("%%html", "%%html: it gives the cell to something other than Python."),
    ],
)
def test_a_magic_that_leaves_no_names_is_named(
    magic: str, why: str, solved: NotebookNode, lesson: Materials
) -> None:
    write(solved, "scaled", f"{magic}\n{SCALED}")
    assert said(solved, lesson) == (
        "After all cells above, there is no function scaled. Expected a function of that name, "
        f"defined in the cell of scaled. The cell of scaled begins with {why} Take that line out."
    )


@pytest.mark.parametrize(
    "below", [SCALED, "scaled = lambda x, factor: x * factor", f"if True:\n    pass\n{SCALED}"]
)
def test_an_answer_below_its_check_is_pointed_to(
    below: str, solved: NotebookNode, template: NotebookNode, lesson: Materials
) -> None:
    write(solved, "scaled", cell(template, "scaled-solution").source)
    at = solved.cells.index(cell(solved, "scaled"))
    solved.cells.insert(at + 1, new_code_cell(below))
    text = said(solved, lesson)
    assert text.startswith("scaled is not written yet.")
    assert text.endswith(
        "The notebook has another scaled below its check, where it does not count. Move it into "
        "the cell of scaled."
    )


def test_a_stub_alone_is_not_written_yet(
    solved: NotebookNode, template: NotebookNode, lesson: Materials
) -> None:
    write(solved, "scaled", cell(template, "scaled-solution").source)
    assert "another scaled" not in said(solved, lesson)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("from numpy import exp", "exp"),
        ("import numpy.linalg as la", "la"),
        ("mine = np.float64", "mine"),
    ],
)
def test_a_name_from_a_line_that_was_taken_out_is_named(
    line: str, name: str, solved: NotebookNode, template: NotebookNode, lesson: Materials
) -> None:
    locked = next(c for c in template.cells if c.source.startswith("import numpy"))
    home = locked.metadata["nbgrader"]["grade_id"]
    cell(solved, home).source += f"\n{line}"
    write(solved, "scaled", f"def scaled(x, factor):\n    {name}\n    return x * factor\n")
    assert said(solved, lesson).endswith(
        f"The name '{name}' was made by a line that was added to the lesson's own cell '{home}', "
        "and that line was taken out. Write it into the cell of scaled."
    )
