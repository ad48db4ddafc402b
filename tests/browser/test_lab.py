"""What a student sees in JupyterLab: cards under the cells, and nbgrader's Validate button."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, WebSocket, expect

from graders.paths import student_notebook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 90.0
"""How many seconds a kernel may take to start."""

LESSON = "02_vanilla_rnn"

RIGHT = """\
import numpy as np
from graders import check, hint, progress

def softmax(z):
    print("<i>scores</i>", z.shape)
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)"""

WRONG = RIGHT.replace("np.sum(e, axis=0, keepdims=True)", "np.sum(e)")


def write_notebook(path: Path, solution: str, points: float) -> None:
    """Write a notebook of two cells: the solution of softmax, and its check."""
    shared = {"schema_version": 3, "task": False, "cell_type": "code"}
    cells = [
        new_code_cell(
            solution,
            metadata={
                "nbgrader": {
                    **shared,
                    "grade": False,
                    "solution": True,
                    "locked": False,
                    "grade_id": "softmax-solution",
                }
            },
        ),
        new_code_cell(
            "check(softmax)",
            metadata={
                "nbgrader": {
                    **shared,
                    "grade": True,
                    "solution": False,
                    "locked": True,
                    "grade_id": "softmax",
                    "points": points,
                }
            },
        ),
    ]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, path)


def points_of_softmax() -> float:
    from graders.judging import frozen_table

    return float(frozen_table("softmax").points)


def open_notebook(page: Page, lab, name: str) -> None:
    """Open a notebook and wait until its kernel has answered.

    The indicator in the toolbar says "idle" before the connection stands, and a cell that is run
    in between loses its output.
    """
    answers: list[int] = []

    def listen(socket: WebSocket) -> None:
        if "/channels" in socket.url:
            socket.on("framereceived", read)

    def read(frame: str | bytes) -> None:
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        if "kernel_info_reply" in text:
            answers.append(len(text))

    page.on("websocket", listen)
    page.goto(lab.url(name))
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    deadline = time.monotonic() + PATIENCE
    while not answers and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    assert answers, "the kernel did not answer"
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")


def run_all(page: Page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def validate(page: Page) -> str:
    """Save, press nbgrader's button and return what the dialog says."""
    page.get_by_role("button", name="Validate", exact=True).click()
    dialog = page.locator(".jp-Dialog-content").filter(has_text="Validation")
    dialog.wait_for()
    return " ".join(dialog.inner_text().split())


def test_a_named_mistake_is_shown_as_a_card_below_the_cell(page: Page, lab):
    write_notebook(lab.folder / "wrong.ipynb", WRONG, points_of_softmax())
    open_notebook(page, lab, "wrong.ipynb")
    run_all(page)
    card = page.get_by_role("group", name="Check of softmax")
    expect(card).to_contain_text("Failed")
    expect(card).to_contain_text("divided by the sum over the whole array")
    assert card.get_by_role("img", name="Error map").is_visible()
    card.get_by_text("What your code printed").click()
    assert card.get_by_text("<i>scores</i>").first.is_visible()


@pytest.fixture
def dark(lab) -> Iterator[None]:
    """Choose JupyterLab's dark theme."""
    settings = lab.settings / "@jupyterlab/apputils-extension/themes.jupyterlab-settings"
    settings.write_text('{"theme": "JupyterLab Dark"}')
    yield
    settings.unlink()


@pytest.mark.usefixtures("dark")
def test_in_the_dark_theme_the_card_is_dark(page: Page, lab):
    write_notebook(lab.folder / "dark.ipynb", WRONG, points_of_softmax())
    open_notebook(page, lab, "dark.ipynb")
    run_all(page)
    card = page.get_by_role("group", name="Check of softmax")
    expect(card).to_have_css("background-color", "rgb(17, 17, 17)")
    expect(card).to_have_css("color", "rgb(255, 255, 255)")


def test_validating_a_wrong_notebook_names_the_check_that_costs_points(page: Page, lab):
    write_notebook(lab.folder / "refused.ipynb", WRONG, points_of_softmax())
    open_notebook(page, lab, "refused.ipynb")
    message = validate(page)
    assert "check(softmax)" in message
    assert "Partial credit; passed some but not all of the tests" in message


def test_validating_a_right_notebook_is_a_success(page: Page, lab):
    write_notebook(lab.folder / "right.ipynb", RIGHT, points_of_softmax())
    open_notebook(page, lab, "right.ipynb")
    assert "Success! Your notebook passes all the tests." in validate(page)


def test_the_student_notebook_opens_and_its_first_check_says_what_to_write(page: Page, lab):
    shutil.copy(student_notebook(LESSON), lab.folder / f"{LESSON}.ipynb")
    open_notebook(page, lab, f"{LESSON}.ipynb")
    run_all(page)
    card = page.get_by_role("group", name="Check of softmax")
    expect(card).to_contain_text("softmax is not written yet.")
