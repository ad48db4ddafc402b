"""A check says when what it judges is not what stands in the cell above it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = """import numpy as np

def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)"""
SCRIPT = """
import json, os, sys, time
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in json.load(sys.stdin):
    if cell.startswith("SAVE "):
        time.sleep(0.05)
        path = os.environ["JPY_SESSION_NAME"]
        cells = [{"cell_type": "code", "source": cell[5:]}]
        open(path, "w").write(json.dumps({"cells": cells}))
    else:
        shell.run_cell(cell, store_history=True)
"""


@pytest.fixture
def shown(tmp_path: Path):
    """Run cells in an IPython of their own, and return all that they showed."""

    def run(*cells: str) -> str:
        folders = {"JPY_SESSION_NAME": str(tmp_path / "mine.ipynb"), "IPYTHONDIR": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=json.dumps(["from graders import check, case, hint", *cells]),
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, **folders},
            check=True,
        )  # fmt: skip
        return " ".join((done.stdout + done.stderr).split())

    return run


def test_a_check_before_its_cell_says_so_and_stays_an_error(shown):
    said = shown("check(softmax)")
    assert "The cell of softmax was not run yet: run it, then check again." in said
    assert "NameError" in said
    assert "Traceback" not in said


def test_a_check_after_a_cell_that_python_cannot_read_says_so(shown):
    said = shown("def softmax(z):\n    return (z", "check(softmax)")
    assert "The cell of softmax ended with an error (line 2: '(' was never closed)" in said


def test_a_cell_that_failed_when_it_was_run_again_is_told(shown):
    said = shown(RIGHT, "def softmax(z):\n    return z +", "print(check(softmax))")
    assert "An older function was checked" in said
    assert "was run again and ended with an error (line 2: invalid syntax)" in said


def test_a_cell_that_was_changed_and_not_run_is_told(shown):
    said = shown(RIGHT, "SAVE def softmax(z):\n    return z", "print(check(softmax))")
    assert "The cell of softmax was changed since it was last run." in said


def test_nothing_is_said_where_the_cell_is_what_was_run(shown):
    assert "older function" not in shown(RIGHT, f"SAVE {RIGHT}", "print(check(softmax))")


def test_nothing_is_said_where_the_file_is_older_than_the_run(shown):
    said = shown("SAVE def softmax(z):\n    return z", RIGHT, "print(check(softmax))")
    assert "Passed" in said
    assert "older function" not in said


def test_importing_the_checks_in_a_notebook_imports_no_numpy():
    script = "import sys, IPython, graders; print([n for n in ('numpy',) if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_another_missing_name_has_its_ordinary_traceback(shown):
    said = shown("check(softmacks)", "missing + 1")
    assert "Nothing was checked" not in said
    assert said.count("Traceback") == 2


STUB = """def softmax(z):
    \"\"\"Scores to probabilities.\"\"\"
    ### BEGIN SOLUTION
    raise NotImplementedError"""


def test_an_experiment_says_which_exercise_it_waits_for(shown):
    said = shown(STUB, "print('before')\nscores = softmax([1, 2])")
    assert "before" in said
    assert (
        "This experiment waits for softmax (exercise 1): write it, pass its check, then run this "
        "cell again." in said
    )
    assert "Traceback" not in said
    assert "NotImplementedError" not in said


def test_an_experiment_waits_for_the_stub_that_another_function_calls(shown):
    said = shown(STUB, "def rnn_cell_forward():\n    return softmax(0)", "rnn_cell_forward()")
    assert "This experiment waits for softmax (exercise 1)" in said


def test_an_experiment_waits_for_what_the_learner_writes_in_another_one(shown):
    said = shown(STUB.replace("softmax", "update"), "update(1)")
    assert (
        "This experiment waits for update: write it in its cell above, run that one, then this one "
        "again." in said
    )
    assert "Traceback" not in said


def test_a_cell_that_waits_still_counts_as_failed(shown):
    ran = "result = get_ipython().run_cell('softmax(1)')\nprint('it', type(result.error_in_exec))"
    assert "it <class 'NotImplementedError'>" in shown(STUB, ran)


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ([STUB + "('the axis')", "softmax(1)"], "the axis"),
        ([STUB + "\nsoftmax(1)"], "NotImplementedError"),
        ([STUB.replace("raise NotImplementedError", "return z / 0"), "softmax(1)"], "ZeroDivision"),
        (["raise NotImplementedError"], "NotImplementedError"),
    ],
)
def test_any_other_error_has_its_ordinary_traceback(shown, cells, error):
    said = shown(*cells)
    assert "Traceback" in said
    assert error in said
    assert "waits for" not in said


def test_a_grader_sees_the_ordinary_traceback(shown, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    said = shown(STUB, "softmax(1)")
    assert "Traceback" in said
    assert "waits for" not in said
