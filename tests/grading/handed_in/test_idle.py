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
    "a word in a text": 'def f(x):\n    """Like rng and T_x."""\n    return x  # total',
    "an attribute": "def f(x):\n    return x.T_x",
    "a keyword": "def f(x):\n    return dict(T_x=x)",
    "nothing, and is no Python": "def f(x:\n    return x",
}


@pytest.mark.parametrize("written", NOBODY_USES.values(), ids=NOBODY_USES)
def test_experiments_that_nobody_uses_are_idle(written: str) -> None:
    assert idle(lesson(written)) == {"first", "second"}


USES = {
    "a name in a function": "def f():\n    return T_x",
    "a name in a function in a function": "def f():\n    return (lambda: T_x)()",
    "a name in a comprehension": "def f():\n    return [T_x for _ in range(2)]",
    "a name in a default": "def f(n=T_x):\n    return n",
    "a name in a decorator": "def f():\n    return 1\nf = (lambda g: lambda: T_x)(f)",
    "a name in an annotation": "def f() -> T_x:\n    return 1",
    "a name in a text with braces": "def f():\n    return f'{T_x}'",
    "a name in a class": "class F:\n    size = T_x\ndef f():\n    return F.size",
    "a name that a class binds, too": "class F:\n    T_x = T_x\ndef f():\n    return F.T_x",
    "a name of the loop": "def f():\n    return step",
    "a name that it sets as well": "T_x = T_x + 1\ndef f():\n    return T_x",
    "a name that it adds to": "T_x += 1\ndef f():\n    return T_x",
    "a name that it deletes": "del T_x\ndef f():\n    return 1",
    "a name that it deletes in a function": "def f():\n    global T_x\n    del T_x",
    "a name that it makes global": "def f():\n    global total\n    total += 1\n    return total",
    "globals()": "def f():\n    return globals()['T_x']",
    "globals by another name": "from builtins import globals as g\ndef f():\n    return g()['T_x']",
    "the globals of a function": "def f():\n    return f.__globals__['T' + '_x']",
    "eval": "def f():\n    return eval('T' + '_x')",
    "a name in other letters": "def f():\n    return T_ｘ",
}


@pytest.mark.parametrize("written", USES.values(), ids=USES)
def test_experiments_whose_names_are_used_run(written: str) -> None:
    assert came_out(written, {"T_x": 9, "step": 8, "total": 8}) != came_out(written, {})
    assert "first" not in idle(lesson(written))


def came_out(written: str, names: dict[str, object]) -> str:
    """Return what the function of a cell returns, where names are there before."""
    namespace = {"__builtins__": __builtins__, **names}
    try:
        exec(compile(written, "cell", "exec", dont_inherit=True), namespace)
        return repr(namespace["f"]())  # type: ignore[operator]
    except Exception as error:
        return repr(error)


REACHES = {
    "the module of all names": "from __main__ import T_x as t",
    "that module": "import __main__ as m",
    "all modules": "import sys as s\ns.modules['__main__'].T_x",
    "all modules by name": "from sys import modules",
    "what was displayed last": "print(_)",
    "what was written before": "print(_i3, _ih)",
    "a line of IPython's": "%time f(T_x)",
    "a line in other letters": "%time f(T_ｘ)",
    "a line that runs others again": "%rerun 3\nIn",
}


@pytest.mark.parametrize("written", REACHES.values(), ids=REACHES)
def test_experiments_that_may_be_reached_run(written: str) -> None:
    assert "first" not in idle(lesson(written))


CHANGES = {
    "a star": "from numpy import *\n",
    "exec": "exec('T_x = 3')\n",
    "globals()": "globals()['T_x'] = 3\n",
    "an entry of somebody else's": "given['W'] *= 0\n",
    "an attribute of somebody else's": "plt.rcParams.size = 3\n",
    "a deleted entry": "del given['W']\n",
    "a line of IPython's": "%time draw(3)\n",
}


@pytest.mark.parametrize("source", CHANGES.values(), ids=CHANGES)
def test_an_experiment_that_may_change_more_than_its_names_runs(source: str) -> None:
    template = lesson("", second=source)
    assert "second" not in idle_experiments(template, template)


def test_an_experiment_without_a_word_is_no_trouble() -> None:
    template = lesson("", second="%%")
    assert "first" in idle_experiments(template, template)


def test_an_experiment_may_change_what_it_made() -> None:
    source = "w = {}\nw['a'] = 1\ndef g(x):\n    x[0] = 1\n    return x\n"
    template = lesson("", second=source)
    assert "second" in idle_experiments(template, template)


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


def test_a_tag_of_the_students_makes_nothing_idle() -> None:
    notebook = lesson("")
    notebook.cells.append(new_code_cell("while True: pass", id="own", metadata=MARKS))
    assert "own" not in idle(notebook)


DEEP = "(" * 5000 + ")" * 5000
NEGATIVE = "x = " + "-" * 30_000 + "1"
NULL = "x = 1\0"


@pytest.mark.parametrize("written", [DEEP, NEGATIVE, NULL], ids=["deep", "negative", "null"])
def test_code_that_no_parser_reads_is_no_trouble(written: str) -> None:
    assert idle(lesson(written)) == {"first", "second"}


def test_nobody_looks_for_names_in_more_than_a_person_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read(source: str) -> None:
        raise AssertionError("this takes minutes, in the grader's own process")

    monkeypatch.setattr("graders.grading.handed_in.idle.names_of", read)
    names = "=".join(f"a{number}" for number in range(20_000))
    written = f"def f():\n    {names}=0\n    " + ";".join(["lambda: 0"] * 20_000)
    assert idle(lesson(written)) == set()
