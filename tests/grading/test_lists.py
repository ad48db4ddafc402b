"""nbgrader's lists, formgrader's above all, are not stopped by what one student handed in."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MINI, as_bytes
from nbformat import NotebookNode
from nbgrader.apps.api import NbGraderAPI
from nbgrader.exchange import ExchangeFactory
from odd_folders import CASES, KEPT, hand_in

from graders.grading import grade_class
from graders.grading.handed_in.submitted import SECRET
from graders.grading.handed_in.timestamp import TIMESTAMP
from graders.grading.settings import course_directory, nbgrader_settings


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """End a test that waits for a pipe instead of waiting with it."""
    signal.alarm(120)
    yield
    signal.alarm(0)


def listed(course: Path) -> dict[str, tuple[bool, str | None]]:
    """Return what formgrader lists: whether it is graded, and when it was handed in."""
    config = nbgrader_settings()
    interface = NbGraderAPI(course_directory(course, MINI, config), config=config)
    assert {"anna", "zoe"} <= interface.get_submitted_students("*")
    return {
        row["student"]: (row["autograded"], row["timestamp"])
        for row in interface.get_submissions(MINI)
    }


@pytest.mark.usefixtures("no_kernel")
def test_formgrader_lists_everybody_whatever_one_folder_holds(
    mini: str, tmp_path: Path, solved: NotebookNode
) -> None:
    submitted = tmp_path / "submitted"
    times = {
        "anna": ("2026-05-04 12:30:00 UTC", "2026-05-04T12:30:00"),
        "zoe": ("2026-05-04 11:30 PM\n", "2026-05-04T23:30:00"),
        "ida": ("9999-12-31 23:59:59 UTC", None),
    }
    for student, (line, _) in times.items():
        place = hand_in(submitted, student, MINI, as_bytes(solved))
        (place / TIMESTAMP).write_text(line, encoding="utf-8")
    for student in KEPT:
        hand_in(submitted, student, MINI, as_bytes(solved))
    grade_class(MINI, tmp_path)
    for student, (make, *_) in CASES.items():
        make(submitted, student, MINI, as_bytes(solved))
    found = listed(tmp_path)
    recorded = {student for student, (_, points, _) in CASES.items() if points is not None}
    assert found.keys() == {*times, *KEPT, *recorded}
    assert all(found[student] == (True, when) for student, (_, when) in times.items())
    assert all(found[student] == (True, None) for student in KEPT)
    assert all(found[student] == (False, None) for student in recorded)
    grade_class(MINI, tmp_path)
    assert all(graded for graded, _ in listed(tmp_path).values())


def test_the_list_of_the_exchange_names_what_it_does_not_open(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    inbound = tmp_path / "exchange" / "abc101" / "inbound"
    at = "2026-05-04 12:30:00 UTC"
    for student in ("anna", "pipe", "secret", "large"):
        place = inbound / f"{student}+{MINI}+{at}"
        place.mkdir(parents=True)
        if student != "pipe":
            (place / f"{MINI}.ipynb").write_text("{}", encoding="utf-8")
    os.mkfifo(inbound / f"pipe+{MINI}+{at}" / f"{MINI}.ipynb")
    (inbound / f"secret+{MINI}+{at}" / SECRET).symlink_to("/etc/hostname")
    (inbound / f"large+{MINI}+{at}" / SECRET).touch()
    os.truncate(inbound / f"large+{MINI}+{at}" / SECRET, 10**12)
    (inbound / f"link+{MINI}+{at}").symlink_to(inbound / f"anna+{MINI}+{at}")
    config = nbgrader_settings()
    config.Exchange.root = str(tmp_path / "exchange")
    config.ExchangeList.inbound = True
    course = course_directory(tmp_path, MINI, config)
    course.course_id, course.student_id = "abc101", "*"
    exchange = ExchangeFactory(config=config)
    found = exchange.List(coursedir=course, authenticator=None, config=config)
    found.init_dest()
    assert [Path(path).name for path in found.assignments] == [f"anna+{MINI}+{at}"]
    assert f"'pipe+{MINI}+{at}' is not listed (it is a pipe, or there is one in" in caplog.text
    assert f"'secret+{MINI}+{at}' is not listed (it is a link, or there is one in" in caplog.text
    assert f"'large+{MINI}+{at}' is not listed ('{SECRET}' is too large)." in caplog.text
    assert f"'link+{MINI}+{at}' is not listed (it is a link, or there is one in" in caplog.text
