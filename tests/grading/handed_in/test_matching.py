"""An answer is found whatever its form, and the lesson's stub never undoes it."""

from __future__ import annotations

import copy

import pytest
from conftest import cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from graders.grading.handed_in.sanitise import sanitise

FORMS = {
    "an alias": "def mine(x, factor):\n    return x * factor\n\nscaled = mine",
    "a lambda": "scaled = lambda x, factor: x * factor",
    "one of two names": "scaled, spare = (lambda x, factor: x * factor), None",
    "with a type": "scaled: object = lambda x, factor: x * factor",
    "in if": "FAST = True\nif FAST:\n    def scaled(x, factor):\n        return x * factor",
    "in try": (
        "try:\n    from missing import scaled\nexcept ImportError:\n"
        "    def scaled(x, factor):\n        return x * factor"
    ),
    "in with": "import warnings\nwith warnings.catch_warnings():\n    scaled = float.__mul__",
    "imported": "from operator import mul as scaled",
    "a class": "class scaled:\n    pass",
    "below a magic": "%matplotlib inline\nif True:\n    scaled = float.__mul__",
    "by a decorator": "import functools\n\n@functools.cache\ndef scaled(x, factor):\n    return x",
    "by its entry": "globals()['scaled'] = lambda x, factor: x * factor",
    "by exec": "exec('def scaled(x, factor):\\n    return x * factor')",
    "by a star": "from operator import *\nglobals().update(scaled=mul)",
}


def in_a_cell_of_its_own(solved: NotebookNode, exercise: str, source: str) -> NotebookNode:
    """Put an answer where the exercise's own cell was deleted."""
    at = solved.cells.index(cell(solved, f"{exercise}-solution"))
    solved.cells[at] = new_code_cell(source)
    return solved


def sources(notebook: NotebookNode) -> list[str]:
    return [c.source for c in notebook.cells if c.cell_type == "code"]


def unmarked(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook as it is after a copy by a program that keeps no metadata."""
    bare = copy.deepcopy(notebook)
    for at, each in enumerate(bare.cells):
        each.metadata = NotebookNode()
        each.id = f"other-{at}"
    return bare


@pytest.mark.parametrize("form", FORMS)
def test_a_stub_is_not_put_back_over_an_answer(
    form: str, solved: NotebookNode, template: NotebookNode
) -> None:
    notebook, _ = sanitise(in_a_cell_of_its_own(solved, "scaled", FORMS[form]), template)
    texts = sources(notebook)
    stub, check = (cell(template, name).source for name in ("scaled-solution", "scaled"))
    answer = texts.index(FORMS[form])
    assert stub not in texts or texts.index(stub) < answer
    assert answer < texts.index(check)


def test_a_use_of_a_name_is_no_definition(solved: NotebookNode, template: NotebookNode) -> None:
    use = (
        "def spare(scaled):\n    shifted = scaled\n    return shifted\nf = lambda shifted: shifted"
    )
    notebook, _ = sanitise(in_a_cell_of_its_own(solved, "shifted", use), template)
    assert cell(notebook, "shifted-solution") == cell(template, "shifted-solution")


def test_without_metadata_the_last_definition_above_the_check_counts(
    solved: NotebookNode, template: NotebookNode
) -> None:
    answer = cell(solved, "scaled-solution").source
    check = solved.cells.index(cell(solved, "scaled"))
    later = "# and without the factor?\ndef scaled(x, factor):\n    return x\n"
    solved.cells.insert(check + 1, new_code_cell(later))
    first = "def scaled(x, factor):\n    return x + factor\n"
    solved.cells.insert(check - 1, new_code_cell(first))
    notebook, _ = sanitise(unmarked(solved), template)
    texts = sources(notebook)
    assert cell(notebook, "scaled-solution").source == answer
    assert texts.index(first) < texts.index(answer) < texts.index(later)


def test_a_check_that_was_changed_still_says_where_it_stood(
    solved: NotebookNode, template: NotebookNode
) -> None:
    answer = cell(solved, "scaled-solution").source
    check = solved.cells.index(cell(solved, "scaled"))
    solved.cells[check].source = "from graders import check\ncheck(scaled);"
    solved.cells.insert(check + 1, new_code_cell("scaled = None"))
    notebook, _ = sanitise(unmarked(solved), template)
    assert cell(notebook, "scaled-solution").source == answer


def test_what_is_defined_only_below_its_check_is_found_all_the_same(
    solved: NotebookNode, template: NotebookNode
) -> None:
    answer = cell(solved, "scaled-solution")
    solved.cells.remove(answer)
    solved.cells.append(answer)
    notebook, _ = sanitise(unmarked(solved), template)
    assert cell(notebook, "scaled-solution").source == answer.source


class TestOneCauseIsOneRemark:
    def test_no_metadata_at_all(self, solved: NotebookNode, template: NotebookNode) -> None:
        notebook, remarks = sanitise(unmarked(solved), template)
        assert sources(notebook) == sources(solved)
        assert remarks == (
            "No cell carried nbgrader's settings, as after a copy with a program that does not "
            "keep them; they were restored.",
        )

    def test_some_settings(self, solved: NotebookNode, template: NotebookNode) -> None:
        for name in ("scaled", "shifted"):
            cell(solved, name).metadata["nbgrader"]["points"] = 99
        _, remarks = sanitise(solved, template)
        assert remarks == ("The nbgrader settings of the cells 'scaled', 'shifted' were restored.",)

    def test_copies(self, solved: NotebookNode, template: NotebookNode) -> None:
        solved.cells += [cell(solved, name) for name in ("scaled", "shifted", "scaled")]
        _, remarks = sanitise(solved, template)
        assert remarks == (
            "The cells 'scaled', 'shifted' stood there more than once; one of each was kept.",
        )

    def test_types(self, solved: NotebookNode, template: NotebookNode) -> None:
        for name in ("scaled-solution", "row_sums-solution"):
            cell(solved, name).cell_type = "markdown"
        _, remarks = sanitise(solved, template)
        assert remarks == (
            "The cells 'scaled-solution', 'row_sums-solution' had become markdown cells; they were "
            "made code cells again.",
        )

    def test_tags(self, solved: NotebookNode, template: NotebookNode) -> None:
        for name in ("scaled-solution", "row_sums-solution"):
            cell(solved, name).metadata["tags"] = ["mine"]
        solved.cells += [new_code_cell("1", metadata={"tags": ["mine"]}) for _ in range(3)]
        _, remarks = sanitise(solved, template)
        assert set(remarks) == {
            "The tags of the cells 'scaled-solution', 'row_sums-solution' were removed: 'mine'.",
            "The tags of 3 added cells were removed: 'mine'.",
        }

    def test_a_line_added_to_a_locked_cell_is_quoted(
        self, solved: NotebookNode, template: NotebookNode
    ) -> None:
        locked = next(c for c in template.cells if c.source.startswith("import numpy"))
        name = locked.metadata["nbgrader"]["grade_id"]
        cell(solved, name).source += "\nfrom numpy import exp"
        notebook, remarks = sanitise(solved, template)
        assert remarks == (
            f"The locked cell '{name}' had been changed; the lesson's text was restored. This line "
            f"was added to '{name}' and taken out: 'from numpy import exp'.",
        )
        assert notebook.metadata["graders"] == {"lost": {"exp": name}}


def test_a_stub_goes_back_before_an_answer_to_the_first_exercise_only(
    solved: NotebookNode, template: NotebookNode
) -> None:
    """Cells that follow the last cell that is there stay where they were."""
    write(solved, "shifted", "def shifted(x):\n    return x + 1.0\n")
    at = solved.cells.index(cell(solved, "scaled"))
    solved.cells[at + 1 :] = [new_code_cell("a = 1")]
    notebook, _ = sanitise(solved, template)
    assert notebook.cells[notebook.cells.index(cell(notebook, "scaled")) + 1].source == "a = 1"
