"""hint(f, where=True): one line is named if one small edit in it makes the code right."""

from __future__ import annotations

import linecache
import time

import pytest

import graders
from graders.judging import frozen_names, frozen_table
from graders.judging.where import Blamed, blamed
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"

CELL = """def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = da_next * (1 - a_next**2)
    back = p["Waa"].T @ dz
    return {
        "dxt": p["Wax"].T @ dz,
        "da_prev": back,
        "dWax": dz @ xt.T,
        "dWaa": dz @ a_prev.T,
        "dba": dz.sum(axis=1, keepdims=True),
    }
"""
LOSS = """def sequence_loss(y_pred, y):
    m = y.shape[1]
    total = np.sum(np.log(y_pred[y == 1]))
    return -total / m
"""
LOOP = """def rnn_forward(x, a0, parameters):
    a, y_pred, pages, state = [], [], [], a0
    for t in range(x.shape[2]):
        state, out, page = rnn_cell_forward(x[:, :, t], state, parameters)
        a.append(state)
        y_pred.append(out)
        pages.append(page)
    return np.stack(a, axis=2), np.stack(y_pred, axis=2), (pages, x)
"""


def made(source):
    name = source.partition("(")[0].removeprefix("def ")
    names = frozen_names(LESSON)
    space = reference(LESSON).subset(names[: names.index(name)])
    file = f"<where {hash(source)}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), space)
    return frozen_table(name), space[name]


SLIPS = {
    "a gradient for a state": (CELL, "dz @ a_prev.T", "dz @ back.T", 9),
    "a transpose": (CELL, '"dxt": p["Wax"].T', '"dxt": p["Waa"].T', 6),
    "a sign": (CELL, "(1 - a_next**2)", "(1 + a_next**2)", 3),
    "an axis": (LOSS, "shape[1]", "shape[2]", 2),
    "a forgotten minus": (LOSS, "-total", "total", 4),
    "a step too late": (LOOP, "x[:, :, t]", "x[:, :, t - 1]", 4),
    "a start that is not handed on": (LOOP, "t], state,", "t], a0,", 4),
}


@pytest.mark.parametrize(("source", "old", "new", "line"), SLIPS.values(), ids=SLIPS)
def test_the_line_of_a_single_slip_is_named(source, old, new, line):
    assert source.count(old) == 1
    wrong = source.replace(old, new)
    found = blamed(*made(wrong), seconds=60.0)
    assert found == Blamed(line, wrong.splitlines()[line - 1].strip())


def test_two_slips_have_no_line_and_it_takes_at_most_two_seconds():
    wrong = CELL.replace("1 - a_next", "1 + a_next").replace("dz @ a_prev.T", "dz @ back.T")
    started = time.process_time()
    assert blamed(*made(wrong), seconds=60.0) is None
    assert time.process_time() - started < 2.2


def test_the_card_names_the_line_and_never_the_edit():
    _, function = made(LOSS.replace("-total", "total"))
    text = str(graders.hint(function, where=True))
    assert "Look at line 4 of the function: return total / m" in " ".join(
        text.replace("`", "").split()
    )
    assert "-total" not in text
    assert "With one small change in this line, and none elsewhere, it would be right." in text


def test_right_code_has_no_line_to_blame():
    _, function = made(LOSS)
    assert "No line is to blame" in str(graders.hint(function, where=True))


def test_a_name_alone_cannot_be_looked_at():
    assert "Pass the function itself" in str(graders.hint("softmax", where=True))
