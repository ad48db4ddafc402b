"""What a student sees in JupyterLab: cards under the cells, and nbgrader's Validate button."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
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


STUB = """def softmax(z):
    raise NotImplementedError"""


def write_page(path: Path, *cells: str) -> None:
    """Write a notebook of cells; text begins with a #."""
    made = [new_markdown_cell(c) if c.startswith("#") else new_code_cell(c) for c in cells]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    nbformat.write(new_notebook(cells=made, metadata={"kernelspec": kernel}), path)


def test_the_link_on_a_passed_card_leads_to_the_next_exercise(page: Page, lab):
    check = f"{RIGHT}\n\ncheck(softmax)"
    filler = "# Much text\n\n" + 60 * "A line.\n\n"
    write_page(lab.folder / "next.ipynb", check, filler, "## Exercise 2: one step", filler)
    open_notebook(page, lab, "next.ipynb")
    page.locator(".jp-CodeCell").first.click()
    page.keyboard.press("Control+Enter")
    link = page.get_by_role("link", name="Next: rnn_cell_forward (exercise 2)")
    heading = page.get_by_role("heading", name="Exercise 2: one step")
    expect(link).to_be_visible(timeout=1000 * PATIENCE)
    expect(heading).not_to_be_in_viewport()
    link.click()
    expect(heading).to_be_in_viewport()


def test_an_experiment_that_is_run_too_early_shows_one_card_and_no_traceback(page: Page, lab):
    write_page(lab.folder / "early.ipynb", "from graders import check", STUB, "softmax(1)")
    open_notebook(page, lab, "early.ipynb")
    run_all(page)
    expect(page.get_by_role("group", name="Not run")).to_contain_text(
        "This experiment waits for softmax (exercise 1): write it, pass its check, then run this "
        "cell again."
    )
    expect(page.get_by_text("NotImplementedError")).to_have_count(1)  # in the cell itself


PICTURES = """\
from IPython.display import display
from graders.notebook import plots, scenes
display(scenes.unrolled(2, losses=True, lit="W_aa"))
plots.lines({"loss": [0.9, 0.7, 0.4]}, levels={"a coin flip": 0.69}, ylabel="loss")
plots.panels(plots.bars([1, 2]), plots.signed([[1, -1], [0.5, 0]]))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_labels_of_pictures_have_the_colour_of_the_page_s_text(page: Page, lab, theme, request):
    if theme == "dark":
        request.getfixturevalue("dark")
    write_page(lab.folder / "pictures.ipynb", PICTURES)
    open_notebook(page, lab, "pictures.ipynb")
    run_all(page)
    figures = page.locator(".jp-OutputArea figure")
    expect(figures).to_have_count(4, timeout=1000 * PATIENCE)
    colours = page.locator(".jp-OutputArea figure text").evaluate_all(
        "texts => [...new Set(texts.map(text => getComputedStyle(text).fill))]"
    )
    assert (
        colours
        == {
            "light": ["rgba(0, 0, 0, 0.87)"],
            "dark": ["rgb(255, 255, 255)"],
        }[theme]
    )
    assert page.get_by_role("img", name="a coin flip").is_visible()
