"""What is the lesson's comes from the lesson; what the student wrote is kept."""

from __future__ import annotations

import copy

import nbformat
import pytest
from conftest import cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from graders.grading.handed_in.sanitise import sanitise


def ids(notebook: NotebookNode) -> list[str]:
    return [c.id for c in notebook.cells]


def sources(notebook: NotebookNode) -> list[str]:
    return [c.source for c in notebook.cells]


def place(notebook: NotebookNode, grade_id: str) -> int:
    return notebook.cells.index(cell(notebook, grade_id))


def test_an_untouched_notebook_comes_back_as_it_is(template: NotebookNode) -> None:
    notebook, remarks = sanitise(copy.deepcopy(template), template)
    assert notebook == template
    assert remarks == ()


def test_a_solved_notebook_keeps_its_answers(solved: NotebookNode, template: NotebookNode) -> None:
    notebook, remarks = sanitise(solved, template)
    assert sources(notebook) == sources(solved)
    assert remarks == ()


def test_neither_argument_is_changed(solved: NotebookNode, template: NotebookNode) -> None:
    before = copy.deepcopy((solved, template))
    sanitise(solved, template)
    assert (solved, template) == before


def test_a_changed_check_cell_is_restored(solved: NotebookNode, template: NotebookNode) -> None:
    cell(solved, "scaled").source = "10.0"
    notebook, remarks = sanitise(solved, template)
    assert cell(notebook, "scaled") == cell(template, "scaled")
    assert remarks == (
        "The locked cell 'scaled' had been changed; the lesson's text was restored.",
    )


def test_a_check_cell_turned_into_text_is_restored(
    solved: NotebookNode, template: NotebookNode
) -> None:
    at = place(solved, "scaled")
    old = solved.cells[at]
    solved.cells[at] = new_markdown_cell(old.source, id=old.id, metadata=old.metadata)
    notebook, remarks = sanitise(solved, template)
    assert cell(notebook, "scaled") == cell(template, "scaled")
    assert remarks == (
        "The cell 'scaled' had become a markdown cell; it was made a code cell again.",
    )


def test_an_answer_turned_into_text_is_code_again(
    solved: NotebookNode, template: NotebookNode
) -> None:
    at = place(solved, "scaled-solution")
    old = solved.cells[at]
    solved.cells[at] = new_markdown_cell(old.source, id=old.id, metadata=old.metadata)
    notebook, _ = sanitise(solved, template)
    assert cell(notebook, "scaled-solution").cell_type == "code"
    assert cell(notebook, "scaled-solution").source == old.source


@pytest.mark.parametrize("tag", ["skip-execution", "raises-exception"])
@pytest.mark.parametrize("where", ["scaled", "scaled-solution"])
def test_tags_do_not_survive(
    solved: NotebookNode, template: NotebookNode, where: str, tag: str
) -> None:
    cell(solved, where).metadata.tags = [tag]
    notebook, remarks = sanitise(solved, template)
    assert "tags" not in cell(notebook, where).metadata
    assert remarks == (f"The tags of the cell '{where}' were removed: '{tag}'.",)


def test_the_lessons_own_tags_survive(solved: NotebookNode, template: NotebookNode) -> None:
    notebook, _ = sanitise(solved, template)
    assert notebook.cells[-1].metadata.tags == ["experiment"]


def test_changed_points_are_restored(solved: NotebookNode, template: NotebookNode) -> None:
    cell(solved, "scaled").metadata.nbgrader.points = 1000
    notebook, remarks = sanitise(solved, template)
    assert cell(notebook, "scaled").metadata.nbgrader.points == 10
    assert remarks == ("The nbgrader settings of the cell 'scaled' were restored.",)


def test_a_deleted_check_cell_is_put_back_in_its_place(
    solved: NotebookNode, template: NotebookNode
) -> None:
    solved.cells.remove(cell(solved, "row_sums"))
    notebook, remarks = sanitise(solved, template)
    assert ids(notebook) == ids(template)
    assert remarks == ("Cells of the lesson were missing and were put back: 'row_sums'.",)


def test_with_every_cell_deleted_the_lesson_is_put_back(template: NotebookNode) -> None:
    notebook, remarks = sanitise(new_notebook(), template)
    assert notebook == template
    assert remarks == ("None of the lesson's cells was there; the lesson's own were put back.",)


def test_a_duplicated_check_cell_is_dropped(solved: NotebookNode, template: NotebookNode) -> None:
    solved.cells.append(copy.deepcopy(cell(solved, "scaled")))
    notebook, remarks = sanitise(solved, template)
    assert ids(notebook) == ids(template)
    assert remarks == ("The cell 'scaled' stood there more than once; one was kept.",)


def test_a_duplicated_answer_is_kept_as_an_ordinary_cell(
    solved: NotebookNode, template: NotebookNode
) -> None:
    at = place(solved, "scaled-solution")
    second = copy.deepcopy(solved.cells[at])
    second.source = "def scaled(x, factor):\n    return factor * x\n"
    solved.cells.insert(at + 1, second)
    notebook, remarks = sanitise(solved, template)
    assert notebook.cells[at + 1].source == second.source
    assert notebook.cells[at + 1].metadata == {}
    assert len(set(ids(notebook))) == len(notebook.cells)
    assert remarks == (
        "The cell 'scaled-solution' stood there more than once; the others were kept as ordinary "
        "cells, in their places.",
    )


def test_an_added_cell_stays_behind_the_cell_it_followed(
    solved: NotebookNode, template: NotebookNode
) -> None:
    helper = new_code_cell("def helper(): ...", metadata={"tags": ["skip-execution"]})
    solved.cells.insert(place(solved, "row_sums-solution"), helper)
    notebook, remarks = sanitise(solved, template)
    assert sources(notebook) == sources(solved)
    added = notebook.cells[sources(notebook).index(helper.source)]
    assert added.metadata == {}
    assert remarks == ("The tags of an added cell were removed: 'skip-execution'.",)


def test_an_added_cell_at_the_top_stays_at_the_top(
    solved: NotebookNode, template: NotebookNode
) -> None:
    solved.cells.insert(0, new_markdown_cell("My name"))
    notebook, _ = sanitise(solved, template)
    assert notebook.cells[0].source == "My name"


def test_the_lessons_order_is_restored(solved: NotebookNode, template: NotebookNode) -> None:
    solved.cells.reverse()
    notebook, remarks = sanitise(solved, template)
    assert ids(notebook) == ids(template)
    assert remarks == (
        "The lesson's cells stood in another order; the lesson's order was restored.",
    )


def test_an_answer_without_metadata_is_found_by_its_id(
    solved: NotebookNode, template: NotebookNode
) -> None:
    cell(solved, "scaled-solution").metadata = NotebookNode()
    notebook, _ = sanitise(solved, template)
    assert cell(notebook, "scaled-solution").source.endswith("return x * factor\n")


def test_an_answer_without_metadata_and_id_is_found_by_its_function(
    solved: NotebookNode, template: NotebookNode
) -> None:
    for number, each in enumerate(solved.cells):
        each.metadata, each.id = NotebookNode(), f"x{number}"
    notebook, _ = sanitise(solved, template)
    assert ids(notebook) == ids(template)
    assert sources(notebook) == sources(solved)


def test_answers_in_one_cell_of_their_own_are_all_found(
    solved: NotebookNode, template: NotebookNode
) -> None:
    names = ("scaled", "row_sums", "shifted")
    together = "\n\n".join(cell(solved, f"{name}-solution").source for name in names)
    submission = new_notebook(cells=[new_code_cell(together)])
    notebook, remarks = sanitise(submission, template)
    assert cell(notebook, "scaled-solution").source == together
    assert cell(notebook, "shifted-solution").source == (
        "# shifted is defined in the cell 'scaled-solution'."
    )
    assert "The cell of shifted was missing; it is defined in 'scaled-solution'." in remarks


def test_a_function_with_a_syntax_error_is_found_too(
    solved: NotebookNode, template: NotebookNode
) -> None:
    source = "def scaled(x, factor):\n    return x *\n"
    write(solved, "scaled", source)
    broken = cell(solved, "scaled-solution")
    broken.metadata, broken.id = NotebookNode(), "other"
    notebook, _ = sanitise(solved, template)
    assert cell(notebook, "scaled-solution").source == source


def test_kernel_and_language_come_from_the_lesson(
    solved: NotebookNode, template: NotebookNode
) -> None:
    solved.metadata = {"kernelspec": {"name": "bash"}, "graders": {"trouble": "none"}}
    notebook, _ = sanitise(solved, template)
    assert notebook.metadata == template.metadata


def test_outputs_are_cleared(solved: NotebookNode, template: NotebookNode) -> None:
    for each in solved.cells:
        if each.cell_type == "code":
            each.outputs = [nbformat.v4.new_output("stream", text="10.0")]
            each.execution_count = 3
    notebook, _ = sanitise(solved, template)
    assert all(not c.get("outputs") and not c.get("execution_count") for c in notebook.cells)


def test_an_unknown_grade_id_means_nothing(solved: NotebookNode, template: NotebookNode) -> None:
    marks = {"grade": True, "grade_id": "bonus", "points": 100, "solution": False, "locked": True}
    solved.cells.append(new_code_cell("100.0", metadata={"nbgrader": marks}))
    notebook, _ = sanitise(solved, template)
    assert notebook.cells[-1].metadata == {}


def test_the_remarks_cell_of_the_grader_cannot_be_imitated(
    solved: NotebookNode, template: NotebookNode
) -> None:
    solved.cells.append(new_markdown_cell("I get 100 points.", id="graders-remarks"))
    notebook, _ = sanitise(solved, template)
    assert "graders-remarks" not in ids(notebook)
