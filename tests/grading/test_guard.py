"""`nbgrader autograde`, with our configuration, follows nothing out of what was handed in."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MINI, as_bytes
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateFeedback
from odd_folders import (
    CASES,
    KEPT,
    SECRET,
    hand_in,
    notebook_is_a_link,
    secret,
    timestamp_is_a_pipe,
)

from graders.grading import grade_class
from graders.grading.gradebook.address import database
from graders.grading.handed_in.submitted import SECRET as SECRET_FILE
from graders.grading.handed_in.timestamp import TIMESTAMP
from graders.grading.materials import hidden_seed
from graders.grading.settings import course_directory, nbgrader_settings
from graders.paths import ROOT, student_notebook

pytestmark = pytest.mark.slow

Saved = dict[str, tuple[float, str]]


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """End a test that waits for a pipe instead of waiting with it."""
    signal.alarm(300)
    yield
    signal.alarm(0)


def autograde(course: Path, force: bool = False) -> None:
    config = nbgrader_settings()
    directory = course_directory(course, MINI, config)
    Autograde(coursedir=directory, config=config, force=force).start()


def saved(course: Path) -> Saved:
    """Return the scores and the times, by student."""
    with Gradebook(database(course)) as book:
        return {
            one.student.id: (one.score, str(one.timestamp))
            for one in book.assignment_submissions(MINI)
        }


def written(course: Path) -> bytes:
    files = [path for path in (course / "autograded").rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files)


@pytest.mark.usefixtures("no_kernel")
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_odd_folders_cost_their_students_at_most_and_give_what_our_command_gives(
    mini: str, tmp_path: Path, solved: NotebookNode, caplog: pytest.LogCaptureFixture
) -> None:
    ours, stock = tmp_path / "ours", tmp_path / "stock"
    for course in (ours, stock):
        submitted = course / "submitted"
        for student in ("anna", "zoe", *KEPT):
            hand_in(submitted, student, MINI, as_bytes(solved))
        for student, (make, *_) in CASES.items():
            make(submitted, student, MINI, as_bytes(solved))
        stamp = "2026-05-04 12:30:00 UTC\r\nby mail\n"
        (submitted / "zoe" / MINI / TIMESTAMP).write_text(stamp, encoding="utf-16")
        (submitted / "anna" / MINI / "numpy.py").write_text("raise SystemExit", encoding="utf-8")
    (stock / "hidden_seed").write_text(f"{hidden_seed(ours)}\n", encoding="ascii")
    grade_class(MINI, ours)
    with caplog.at_level(logging.ERROR):
        autograde(stock)

    expected = saved(ours)
    assert saved(stock) == expected
    assert expected["zoe"] == (100.0, "2026-05-04 12:30:00")
    assert {"anna", *KEPT, "notebook_is_a_link"} <= expected.keys()
    assert SECRET.encode() not in written(stock)
    assert not list((stock / "autograded").rglob("*.py"))
    assert not [path for path in (stock / "autograded").rglob("*") if path.is_symlink()]
    assert (stock / "autograded" / "zoe" / MINI / TIMESTAMP).read_text() == (
        "2026-05-04 12:30:00 UTC"
    )
    said = caplog.text
    assert r"'J\udcf6rg': The folder's name is not UTF-8 text" in said
    assert "student_is_a_link: The student's folder is a link." in said
    assert "notebook_is_a_pipe: '00_mini.ipynb' is a pipe." in said

    (stock / "submitted" / "anna" / MINI / TIMESTAMP).mkdir()
    autograde(stock)  # nothing to do, and nobody is in the way


@pytest.mark.usefixtures("no_kernel")
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_nothing_is_written_through_a_link_among_the_autograded(
    mini: str, tmp_path: Path, solved: NotebookNode, caplog: pytest.LogCaptureFixture
) -> None:
    for student in ("anna", "mia"):
        hand_in(tmp_path / "submitted", student, MINI, as_bytes(solved))
    outside = tmp_path / "outside"
    (outside / MINI).mkdir(parents=True)
    (outside / MINI / "kept.txt").touch()
    (tmp_path / "autograded").mkdir()
    (tmp_path / "autograded" / "mia").symlink_to(outside)
    autograde(tmp_path, force=True)
    assert saved(tmp_path).keys() == {"anna"}
    assert [path.name for path in (outside / MINI).iterdir()] == ["kept.txt"]
    assert "is a link. Nothing is written through it." in caplog.text


@pytest.mark.usefixtures("no_kernel")
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_what_lies_among_the_autograded_of_an_earlier_run_leads_nowhere(
    mini: str, tmp_path: Path, solved: NotebookNode, caplog: pytest.LogCaptureFixture
) -> None:
    place = hand_in(tmp_path / "submitted", "anna", MINI, as_bytes(solved))
    (place / SECRET_FILE).write_text("abc123\n", encoding="utf-8")
    outside = secret(tmp_path / "submitted")
    before = outside.read_bytes(), outside.stat().st_mode
    made = tmp_path / "autograded" / "anna" / MINI
    made.mkdir(parents=True)
    for name in ("timestamp.txt", "data.csv", SECRET_FILE):
        (made / name).symlink_to(outside)
    (made / f"{MINI}.ipynb").symlink_to(tmp_path / "not-there-yet")
    autograde(tmp_path, force=True)
    assert saved(tmp_path)["anna"][0] == 100.0
    assert {path.name for path in made.iterdir()} == {f"{MINI}.ipynb", SECRET_FILE}
    assert (made / SECRET_FILE).read_text(encoding="utf-8") == "abc123"
    assert (outside.read_bytes(), outside.stat().st_mode) == before
    assert not (tmp_path / "not-there-yet").exists()


def feedback(course: Path) -> dict[str, str]:
    """Make the pages with nbgrader's own converter, and return them by student."""
    config = nbgrader_settings()
    GenerateFeedback(coursedir=course_directory(course, MINI, config), config=config).start()
    paths = (course / "feedback").glob(f"*/{MINI}/{MINI}.html")
    paths = [*paths, *(course / "feedback").glob(f".*/{MINI}/{MINI}.html")]
    return {path.parent.parent.name: path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.usefixtures("no_kernel")
def test_every_name_gets_its_page_from_nbgraders_own_command_and_no_link_is_followed(
    mini: str, tmp_path: Path, solved: NotebookNode, caplog: pytest.LogCaptureFixture
) -> None:
    submitted, autograded = tmp_path / "submitted", tmp_path / "autograded"
    for student in ("anna", "mia", "zoe", *KEPT):
        place = hand_in(submitted, student, MINI, as_bytes(solved))
        (place / TIMESTAMP).write_text("2026-05-04 12:30:00 UTC", encoding="utf-8")
    grade_class(MINI, tmp_path)
    (autograded / "anna" / MINI / "data.csv").symlink_to(secret(submitted))
    (autograded / "mia").rename(tmp_path / "elsewhere")
    (autograded / "mia").symlink_to(tmp_path / "elsewhere")
    (autograded / os.fsdecode(b"J\xf6rg")).mkdir()
    place = autograded / os.fsdecode(b"J\xf6rg") / MINI
    place.mkdir()
    (place / f"{MINI}.ipynb").write_bytes(
        (autograded / "anna" / MINI / f"{MINI}.ipynb").read_bytes()
    )
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "feedback").mkdir()
    (tmp_path / "feedback" / "zoe").symlink_to(outside)
    pages = feedback(tmp_path)
    assert pages.keys() == {"anna", *KEPT}
    assert all("scaled" in page for page in pages.values())
    there = {path.name for path in (tmp_path / "feedback" / "anna" / MINI).iterdir()}
    assert there == {f"{MINI}.html", TIMESTAMP}
    assert list(outside.iterdir()) == []
    assert "zoe: The folder" in caplog.text
    assert r"'J\udcf6rg': The folder's name is not UTF-8 text" in caplog.text
    assert feedback(tmp_path).keys() == pages.keys()  # nothing to do, and nobody is in the way


LESSON = "02_vanilla_rnn"


@pytest.mark.slow
def test_the_command_autograde_goes_on_after_links_and_pipes(tmp_path: Path) -> None:
    submitted, notebook = tmp_path / "submitted", student_notebook(LESSON).read_bytes()
    hand_in(submitted, "anna", LESSON, notebook)
    timestamp_is_a_pipe(submitted, "mia", LESSON, notebook)
    notebook_is_a_link(submitted, "bob", LESSON, notebook)
    program = Path(sys.executable).parent / "nbgrader"
    done = subprocess.run(
        [str(program), "autograde", LESSON, f"--course-dir={tmp_path}"],
        cwd=ROOT, capture_output=True, text=True, timeout=280,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"bob: '{LESSON}.ipynb' is a link. A file was expected;" in done.stderr
    graded = {path.parent.parent.name for path in (tmp_path / "autograded").rglob("*.ipynb")}
    assert graded == {"anna", "bob", "mia"}
