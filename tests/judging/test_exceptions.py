"""Where the code raised, a learner sees the own line, what stood in it, and what is true of it."""

from __future__ import annotations

import linecache
import textwrap
from pathlib import Path

import numpy as np
import pytest

from graders.grading.files.judging import judge_file
from graders.judging import Outcome, Verdict, frozen_names, frozen_table, judge, observe
from graders.judging.exceptions import RULES
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"


def checked(exercise: str, body: str) -> Verdict:
    """Return the verdict on a function of which only the body is given."""
    table = frozen_table(exercise)
    names = frozen_names(LESSON)
    space = reference(LESSON).subset(names[: names.index(exercise)])
    head = f"def {exercise}({', '.join(table.cases[0].arguments)}):\n"
    source = head + textwrap.indent(textwrap.dedent(body).strip(), "    ") + "\n"
    file = f"<the learner's {exercise}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), space)
    return judge(table, observe(space[exercise], table.cases, seconds=2.0))


CELL = ("rnn_cell_forward", "Wax = parameters['Wax']\n")
LOOP = ("rnn_forward", "steps, state, pages = x.shape[2], a0, []\n")

SAID = {
    "a call without its argument": (
        *CELL, "a = np.exp()", "np.exp is called without an argument in this line: say of what.",
    ),
    "a NumPy function without one argument": (
        *CELL, "a = np.full((3, 2))", "An argument is missing where this line calls np.full",
    ),
    "a placeholder": (
        *LOOP, "for t in range(None):\n    pass", "A placeholder None is still in this line",
    ),
    "a size that is None": (
        *CELL, "width = None\na = np.ones((3, width)) @ np.zeros(width)",
        "`width` is None in this line: its own line still holds a placeholder",
    ),
    "np.append of a cache": (
        *LOOP, "pages = np.append(pages, rnn_cell_forward(x[:, :, 0], a0, parameters)[2])",
        "np.append makes one array of its arguments, and a tuple of different arrays is none",
    ),
    "one array of arrays of different shapes": (
        *CELL, "a = np.array([np.ones((2, 3)), np.ones((3, 2)), np.ones(4)])",
        "This line makes one array of things of different shapes: keep them apart, in a list.",
    ),
    "a removed alias": (
        *CELL, "a = np.zeros(3, dtype=np.float)",
        "np.float no longer exists in NumPy: leave dtype out, or write float.",
    ),
    "a removed function": (
        *CELL, "a = np.product(xt)",
        "np.product no longer exists in NumPy: write np.prod.",
    ),
    "a misspelled NumPy name": (
        *CELL, "a = np.tahn(xt)", "NumPy has no np.tahn: did you mean np.tanh?",
    ),
    "an exercise asked of NumPy": (
        *CELL, "a = np.softmax(xt)",
        "NumPy has no softmax: it is an exercise of this lesson, called without np.",
    ),
    "a helper from elsewhere": (
        *CELL, "a = squash(xt)",
        "squash is no function of this lesson, and nothing here defines it",
    ),
    "a NumPy function without np": (
        *CELL, "a = zeros_like(xt)",
        "There is no zeros_like here: NumPy's is written np.zeros_like.",
    ),
    "a misspelled argument": (
        *CELL, "a = Wax @ xtt", "There is no xtt here: did you mean xt?",
    ),
    "a variable without start": (
        *LOOP, "total = total + 1 if steps else 0\ntotal += 1",
        "`total` is read in this line before anything gave it a value",
    ),
    "a module from elsewhere": (
        *CELL, "import course_helpers_seven",
        "The module course_helpers_seven is not here. NumPy and the earlier exercises",
    ),
    "one index beyond the end": (
        *LOOP, "last = x[:, :, steps]",
        "`x[:, :, steps]` asks for index 4 of axis 2, which has T_x=4 entries, counted from 0: one "
        "beyond its last.",
    ),
    "inner sizes": (
        *CELL, "a = Wax.T @ xt",
        "The inner sizes of this matrix product are n_a=5 and n_x=3 and must be equal",
    ),
    "a sum of two shapes": (
        *CELL, "a = Wax + xt", "Arrays of the shapes (n_a=5, n_x=3) and (n_x=3, m=7) do not fit",
    ),
    "a place of another shape": (
        *LOOP, "kept = np.zeros((5, 7, 4))\nkept[:, :, 0] = x[:, :, 0]",
        "What this line stores has shape (n_x=3, m=7), and its place has shape (n_a=5, m=7).",
    ),
    "two taken from three": (
        *LOOP, "state, out = rnn_cell_forward(x[:, :, 0], a0, parameters)",
        "This line takes 2 things apart where there are more.",
    ),
    "brackets after an array": (
        *CELL, "a = Wax(xt)", "Round brackets call a function, and here they stand after something",
    ),
    "a division as a size": (
        *CELL, "a = np.zeros(xt.size / 1)", "A count or size in this line is no integer",
    ),
    "a key of another spelling": (
        *CELL, "a = parameters['wax']",
        "There is no key 'wax': parameters has the keys 'Wax', 'Waa', 'Wya', 'ba', 'by'. Did you "
        "mean 'Wax'?",
    ),
    "keys that another case has": (
        "clip", "", "return {k: np.clip(gradients[k], -1, 1) for k in ('dWax', 'dby')}",
        "The dict may hold any keys: go through those that it has. This one has dE, dK; another "
        "one had dWax, dWaa, dWya, dba, dby.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("exercise", "before", "body", "says"), SAID.values(), ids=SAID)
def test_the_sentence_is_true_of_this_case(exercise, before, body, says):
    verdict = checked(exercise, before + body)
    assert verdict.outcome is Outcome.ERROR
    assert verdict.usually.startswith(says)
    assert f"in {exercise}, line " in verdict.returned


def test_the_shapes_of_the_line_are_shown_with_their_axes():
    verdict = checked(
        *CELL[:1], "Wax, b = parameters['Wax'], parameters['ba']\na = Wax @ a_prev + b"
    )
    assert verdict.usually.endswith(
        "In this line: Wax (n_a=5, n_x=3), a_prev (n_a=5, m=7), b (n_a=5, 1)."
    )


def test_a_comprehension_is_told_by_the_function_around_it():
    verdict = checked("rnn_forward", "return [x[:, :, t] for t in range(x.shape[2] + 1)]")
    assert "in rnn_forward, line 2 (`return [x[:, :, t]" in verdict.returned


def test_the_line_is_the_learners_where_a_supplied_function_raised():
    verdict = checked("rnn_forward", "page = rnn_cell_forward(x, a0, parameters)\nreturn page")
    assert (
        "in rnn_forward, line 2 (`page = rnn_cell_forward(x, a0, parameters)`)" in verdict.returned
    )
    assert "x (n_x=3, m=7, T_x=4)" in verdict.usually


def test_an_exception_in_the_first_line_is_still_told():
    verdict = judge(
        frozen_table("softmax"), observe(lambda: np.zeros(2), frozen_table("softmax").cases)
    )
    assert verdict.outcome is Outcome.ERROR
    assert verdict.usually


def test_no_sentence_is_general():
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    for _, before, body, _ in [case for case in SAID.values() if case[0] == "rnn_cell_forward"]:
        assert "every term of the formula" not in checked("rnn_cell_forward", before + body).usually


def test_a_file_that_imports_what_is_not_here_is_told_to_leave_it_out(tmp_path: Path):
    file = tmp_path / "softmax.py"
    file.write_text("from helpers_of_week_nine import *\n\ndef softmax(z):\n    return z\n")
    verdict = judge_file(frozen_table("softmax"), file)
    assert verdict.usually == (
        "The module helpers_of_week_nine is not here. NumPy and the earlier exercises of the "
        "lesson are supplied, so leave the import out."
    )
