from __future__ import annotations

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from graders.grading.handed_in.idle import idle_experiments

FIRST = "rng = np.random.default_rng(1)\nT_x = 9\nfor step in range(T_x):\n    total = step\n"
SECOND = "figure = draw(total)\n"
MARKS = {"tags": ["experiment"]}


def lesson(written: str, first: str = FIRST, second: str = SECOND) -> NotebookNode:
    """Return a notebook with two experiments, of which the second uses the first."""
    return new_notebook(
        cells=[
            new_code_cell("import numpy as np", id="imports"),
            new_code_cell(written, id="solution"),
            new_code_cell(first, id="first", metadata=MARKS),
            new_code_cell(second, id="second", metadata=MARKS),
        ]
    )


TEMPLATE = lesson("def f(x):\n    raise NotImplementedError")


def idle(notebook: NotebookNode) -> set[str]:
    return set(idle_experiments(notebook, TEMPLATE))


NOBODY_USES = {
    "its own names": "def f(x, T_x):\n    rng = 1\n    return x * T_x + rng",
    "names of the outside": "def f(x):\n    return np.tanh(x)",
    "a word in a text": "def f(x):\n    '''Like rng and T_x.'''\n    return x  # total",
    "an attribute": "def f(x):\n    return x.T_x",
    "a keyword": "def f(x):\n    return dict(T_x=x)",
    "nothing, and is no Python": "def f(x:\n    return x",
}


@pytest.mark.parametrize("written", NOBODY_USES.values(), ids=NOBODY_USES)
def test_experiments_that_nobody_uses_are_idle(written: str) -> None:
    assert idle(lesson(written)) == {"first", "second"}


USES = {
    "a name in a function": "def f(x):\n    return x * T_x",
    "a name in a function in a function": "def f(x):\n    return (lambda: rng)()",
    "a name in a class": "class F:\n    size = T_x",
    "a name of the loop": "print(step)",
    "a name that it sets as well": "T_x = T_x + 1",
    "a name that it adds to": "T_x += 1",
    "a name that it makes global": "def f(x):\n    global total\n    total += 1",
    "globals()": "def f(x):\n    return globals()['T_x']",
    "eval": "def f(x):\n    return eval('T' + '_x')",
    "another way to the names": "import sys\nsys.modules['__main__'].T_x",
    "a line of IPython's": "%time f(T_x)",
}


@pytest.mark.parametrize("written", USES.values(), ids=USES)
def test_experiments_whose_names_are_used_run(written: str) -> None:
    assert "first" not in idle(lesson(written))


def test_only_the_experiment_that_is_used_runs() -> None:
    assert idle(lesson("def f(x):\n    return T_x")) == {"second"}


def test_what_an_experiment_uses_runs_before_it() -> None:
    assert idle(lesson("def f(x):\n    return figure")) == set()


def test_an_experiment_that_was_changed_runs_and_what_it_uses() -> None:
    assert idle(lesson("", second="figure = draw(total + 1)\n")) == set()
    assert idle(lesson("", first=FIRST + "T_x = 10\n")) == {"second"}


def test_a_cell_that_the_student_added_may_use_them() -> None:
    notebook = lesson("")
    notebook.cells.append(new_code_cell("print(T_x)", id="own"))
    assert idle(notebook) == {"second"}


def test_an_experiment_that_is_no_plain_python_runs() -> None:
    template = lesson("", second="%time draw(3)\n")
    assert idle_experiments(template, template) == {"first"}


def test_a_tag_of_the_students_makes_nothing_idle() -> None:
    notebook = lesson("")
    notebook.cells.append(new_code_cell("while True: pass", id="own", metadata=MARKS))
    assert "own" not in idle(notebook)


DEEP = "(" * 5000 + ")" * 5000
LONG = "x = " + "-" * 100_000 + "1"
NULL = "x = 1\0"


@pytest.mark.parametrize("written", [DEEP, LONG, NULL], ids=["deep", "long", "null"])
def test_code_that_no_parser_reads_is_no_trouble(written: str) -> None:
    assert idle(lesson(written)) == {"first", "second"}
