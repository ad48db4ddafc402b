"""A check cell in a real kernel: stock nbgrader reads the points, whatever else happens."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade

from graders.judging import frozen_table

pytestmark = pytest.mark.slow

SETUP = """\
import logging, os, subprocess, sys, warnings
import numpy as np
from graders import check, hint, progress
right = lambda z: np.exp(z - z.max(0)) / np.exp(z - z.max(0)).sum(0)"""

NOISY = """\
def softmax(z):
    print("printed")
    print("to stderr", file=sys.stderr)
    os.write(1, b"written to 1\\n")
    os.write(2, b"written to 2\\n")
    subprocess.run(["sh", "-c", "echo from a child >&2"])
    warnings.warn("beware")
    logging.getLogger().warning("logged")
    np.log(np.zeros(1))
    return right(z)"""

SOLUTIONS = {
    "right": ("def softmax(z):\n    return right(z)", 1.0),
    "noisy and right": (NOISY, 1.0),
    "printing 10 and wrong": ("def softmax(z):\n    print(10.0)\n    return z", 0.0),
    "exiting": ("def softmax(z):\n    sys.exit(0)", 0.0),
    "not written": ("def softmax(z):\n    raise NotImplementedError", 0.0),
    "not a function": ("softmax = None", 0.0),
    "half a function": ("softmax = np.tanh", 0.0),
}


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> dict[str, nbformat.NotebookNode]:
    """Run every solution and its check cell in one kernel, and return the check cells."""
    points = float(frozen_table("softmax").points)
    notebook = new_notebook(cells=[new_code_cell(SETUP)])
    checks = {}
    for name, (source, _) in SOLUTIONS.items():
        nbgrader = {"grade": True, "solution": False, "grade_id": "softmax", "points": points}
        checks[name] = new_code_cell("check(softmax)", metadata={"nbgrader": nbgrader})
        notebook.cells += [new_code_cell(source), checks[name]]
    folder: Path = tmp_path_factory.mktemp("learner")
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, kernel_name="python3", timeout=60, resources=resources).execute()
    return checks


@pytest.mark.parametrize("name", SOLUTIONS)
def test_stock_nbgrader_reads_the_points_of_the_check(cells, name):
    points = float(frozen_table("softmax").points)
    assert determine_grade(cells[name]) == (SOLUTIONS[name][1] * points, points)


@pytest.mark.parametrize("name", SOLUTIONS)
def test_the_check_cell_shows_one_card_and_nothing_else(cells, name):
    [output] = cells[name].outputs
    assert output.output_type == "execute_result"
    assert output.data["text/html"].startswith("<section")
