"""The page of feedback shows the cells of questions with their cards."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from conftest import as_bytes

from graders.grading import grade_class
from graders.paths import student_notebook
from graders.reporting import make_feedback

LESSON = "02_vanilla_rnn"


@pytest.mark.slow
def test_the_cells_of_questions_stand_on_the_page_with_their_cards(tmp_path: Path) -> None:
    notebook = nbformat.read(student_notebook(LESSON), as_version=4)
    for cell in notebook.cells:
        cell.source = cell.source.replace('first_loss="?"', 'first_loss="b"')
        cell.source = cell.source.replace('why_reverse="?"', 'why_reverse="a"')
        cell.source = cell.source.replace('one_message="?"', 'one_message="A sum is walked once."')
    folder = tmp_path / "submitted" / "ada" / LESSON
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").write_bytes(as_bytes(notebook))
    given = f"[{LESSON}]\none_message = 5\nfirst_loss = 2\n"
    (tmp_path / "question_points.toml").write_text(given)
    result = grade_class(LESSON, tmp_path)
    assert (result.troubles, result.max_points) == ((), 107)
    (page,) = make_feedback(LESSON, tmp_path).pages
    shown = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    cells = [" ".join(cell.text.split()) for cell in shown.select("section.cell")]

    def cell_of(name: str) -> str:
        (found,) = (text for text in cells if f"check({name}=" in text)
        return found

    assert "\N{MULTIPLICATION X}Not rightfirst_loss" in cell_of("first_loss")
    assert "(Score: 0.0 / 2.0)" in cell_of("first_loss")
    assert "\N{CHECK MARK}Rightwhy_reverse" in cell_of("why_reverse")
    assert "Score" not in cell_of("why_reverse")
    assert "Your words: A sum is walked once." in cell_of("one_message")
    assert "Kept, and a model answer" in cell_of("one_message")
    assert "(Score: 0.0 / 5.0)" in cell_of("one_message")
    assert "Not answered yet" in cell_of("twice_as_long")
    assert "(Score: 0.0 / 107.0)" in shown.select_one("h1").text
