"""Students' folders and files have the names that students give them."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from graders.grading.handed_in.opening import LISTED, Folder
from graders.grading.handed_in.strays import flat_files, strays
from graders.grading.handed_in.submitted import Submission, submissions

LESSON = "00_mini"


def hand_in(folder: Path, student: str, *names: str) -> Path:
    place = folder / student / LESSON
    place.mkdir(parents=True)
    for name in names:
        (place / name).write_text("{}", encoding="utf-8")
    return place


def only(folder: Path) -> Submission:
    found = submissions(folder, LESSON)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("student", ["ada", "Ada Lovelace", "李小龍", "o'neill; drop", "[x]*"])
def test_any_folder_name_is_a_student(tmp_path: Path, student: str) -> None:
    hand_in(tmp_path, student, f"{LESSON}.ipynb")
    found = only(tmp_path)
    assert (found.student, found.trouble, found.remarks) == (student, None, ())


@pytest.mark.parametrize("name", ["my homework (2).ipynb", "作業.ipynb"])
def test_the_one_notebook_is_taken_whatever_its_name(tmp_path: Path, name: str) -> None:
    place = hand_in(tmp_path, "ada", name)
    found = only(tmp_path)
    assert found.notebook == place / name
    assert found.remarks == (f"The file is called '{name}', not '00_mini.ipynb'.",)


def test_the_rightly_named_notebook_is_taken_of_several(tmp_path: Path) -> None:
    place = hand_in(tmp_path, "ada", "00_mini.ipynb", "copy.ipynb")
    found = only(tmp_path)
    assert found.notebook == place / "00_mini.ipynb"
    assert found.remarks == ("Other files were handed in and were not used: 'copy.ipynb'.",)


def test_files_beside_the_notebook_are_named(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada", "00_mini.ipynb", "numpy.py", ".DS_Store")
    assert only(tmp_path).remarks == ("Other files were handed in and were not used: 'numpy.py'.",)


def test_several_notebooks_without_the_lessons_name_are_a_trouble(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada", "a.ipynb", "b.ipynb")
    assert only(tmp_path).trouble == (
        "There are several notebooks: 'a.ipynb', 'b.ipynb'. One called '00_mini.ipynb' was "
        "expected. Ask for it, or put it there, and grade again."
    )


def test_a_folder_without_a_notebook_is_a_trouble(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada", "not a notebook.txt")
    assert only(tmp_path).trouble == (
        "There is no notebook, only 'not a notebook.txt'. A file '00_mini.ipynb' was expected. "
        "Ask for it, or put it there, and grade again."
    )


def test_an_empty_folder_is_a_trouble(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada")
    assert only(tmp_path).trouble == (
        "The folder is empty. A file '00_mini.ipynb' was expected. Ask for it, or put it there, "
        "and grade again."
    )


def test_a_folder_that_is_called_like_a_notebook_is_none(tmp_path: Path) -> None:
    (hand_in(tmp_path, "ada") / "00_mini.ipynb").mkdir()
    assert only(tmp_path).trouble is not None


def test_who_handed_in_another_lesson_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "ada" / "01_other").mkdir(parents=True)
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    assert submissions(tmp_path, LESSON) == []


def test_the_time_comes_from_the_timestamp_file(tmp_path: Path) -> None:
    place = hand_in(tmp_path, "ada", "00_mini.ipynb")
    (place / "timestamp.txt").write_text("2026-05-04 12:30:00 Europe/Berlin", encoding="utf-8")
    assert only(tmp_path).timestamp() == datetime(2026, 5, 4, 10, 30)


@pytest.mark.parametrize("text", [None, "", "yesterday", "2026-99-99 12:00:00 UTC"])
def test_without_a_date_in_a_timestamp_file_nobody_knows_the_time(
    tmp_path: Path, text: str | None
) -> None:
    place = hand_in(tmp_path, "ada", "00_mini.ipynb")
    if text is not None:
        (place / "timestamp.txt").write_text(text, encoding="utf-8")
    assert only(tmp_path).timestamp() is None


def test_a_folder_that_cannot_be_read_is_its_own_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = hand_in(tmp_path, "ada", "00_mini.ipynb")
    hand_in(tmp_path, "zoe", "00_mini.ipynb")
    real = Folder.folder

    def folder(opened: Folder, name: str) -> Folder:
        if name == closed.name and not done:
            done.append(name)
            raise PermissionError(13, "Permission denied")
        return real(opened, name)

    done: list[str] = []
    monkeypatch.setattr(Folder, "folder", folder)
    ada, zoe = submissions(tmp_path, LESSON)
    assert zoe.trouble is None
    assert ada.trouble == (
        "The folder cannot be read (Permission denied). One that you may read was expected. "
        "Change its permissions, and grade again."
    )


def test_of_a_full_folder_the_lessons_notebook_is_taken_or_none(tmp_path: Path) -> None:
    place = hand_in(tmp_path, "ada", "my own.ipynb", *(f"{at}.txt" for at in range(LISTED)))
    assert only(tmp_path).trouble == (
        "The folder holds more than 1000 things, and no file '00_mini.ipynb', which was expected. "
        "Ask for it, or put it there, and grade again."
    )
    (place / "my own.ipynb").rename(place / "00_mini.ipynb")
    found = only(tmp_path)
    assert (found.notebook, found.remarks) == (
        place / "00_mini.ipynb",
        ("The folder holds more than 1000 things; only the notebook was used.",),
    )


def test_the_one_file_is_taken_beside_links_that_are_called_like_notebooks(tmp_path: Path) -> None:
    place = hand_in(tmp_path, "ada", "my own.ipynb")
    (place / "other.ipynb").symlink_to("my own.ipynb")
    found = only(tmp_path)
    assert found.notebook == place / "my own.ipynb"
    assert found.remarks == (
        "The file is called 'my own.ipynb', not '00_mini.ipynb'.",
        "Links and the like were handed in and were not opened: 'other.ipynb' (a link).",
    )


def test_what_is_no_submission_is_named_without_going_through_all_of_it(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada", "00_mini.ipynb")
    (tmp_path / os.fsdecode(b"B\xf6b") / "week\x1b[31m").mkdir(parents=True)
    (tmp_path / "notes\n.txt").touch()
    os.mkfifo(tmp_path / "pipe")
    full = tmp_path / "full"
    full.mkdir()
    for at in range(LISTED + 1):
        (full / str(at)).touch()
    assert strays(tmp_path, LESSON, submissions(tmp_path, LESSON)) == (
        r"'B\udcf6b': no folder 00_mini; there is 'week\x1b[31m'.",
        "full: no folder 00_mini; there are more than 1000 other things.",
        r"'notes\n.txt': not a student's folder.",
        "pipe: not a student's folder (a pipe).",
    )


NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


def write(place: Path, text: str = NOTEBOOK) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def test_hidden_files_are_no_notebooks(tmp_path: Path) -> None:
    place = hand_in(tmp_path, "ada", "mine (1).ipynb", "._mine (1).ipynb", ".mine.ipynb")
    found = only(tmp_path)
    assert found.notebook == place / "mine (1).ipynb"
    assert found.remarks == (
        "The file is called 'mine (1).ipynb', not '00_mini.ipynb'.",
        "Other files were handed in and were not used: '.mine.ipynb'.",
    )


@pytest.mark.parametrize(
    "name",
    ["00_mini.IPYNB", "00_mini.ipynb.txt", "00_mini.ipynb.json", "00_mini.Ipynb (1)", "00_mini"],
)
def test_a_notebook_of_another_ending_is_taken_with_a_remark(tmp_path: Path, name: str) -> None:
    place = hand_in(tmp_path, "ada")
    write(place / name)
    found = only(tmp_path)
    assert found.notebook == place / name
    assert found.remarks == (f"The file is called '{name}', not '00_mini.ipynb'.",)
    assert found.read() == NOTEBOOK.encode()


def test_a_notebooks_ending_is_a_better_sign_than_what_is_in_a_file(tmp_path: Path) -> None:
    place = hand_in(tmp_path, "ada")
    write(place / "00_mini.ipynb.txt")
    write(place / "data.json")
    assert only(tmp_path).notebook == place / "00_mini.ipynb.txt"


def test_of_two_other_files_none_is_guessed(tmp_path: Path) -> None:
    place = hand_in(tmp_path, "ada")
    write(place / "a.json")
    write(place / "b.json")
    assert only(tmp_path).trouble == (
        "There is no notebook, only 'a.json', 'b.json'. A file '00_mini.ipynb' was expected. Ask "
        "for it, or put it there, and grade again."
    )


@pytest.mark.parametrize("name", ["00_mini.ipynb", "mine.ipynb", "mine.IPYNB"])
def test_a_notebook_one_folder_too_deep_is_taken_with_a_remark(tmp_path: Path, name: str) -> None:
    place = hand_in(tmp_path, "ada", "readme.txt")
    write(place / "00_mini-ada" / name)
    write(place / "__MACOSX" / f"._{name}")
    found = only(tmp_path)
    assert found.notebook == place / "00_mini-ada" / name
    assert found.remarks == (
        f"The file lies one folder too deep: '00_mini-ada/{name}', not '00_mini.ipynb'.",
        "Other files were handed in and were not used: 'readme.txt'.",
    )
    assert found.read() == NOTEBOOK.encode()


def test_no_link_is_followed_one_folder_too_deep(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside / "00_mini.ipynb")
    submitted = tmp_path / "submitted"
    (hand_in(submitted, "ada") / "deep").symlink_to(outside)
    deep = hand_in(submitted, "bob") / "deep"
    deep.mkdir()
    (deep / "00_mini.ipynb").symlink_to(outside / "00_mini.ipynb")
    found = submissions(submitted, LESSON)
    assert [one.notebook for one in found] == [None, None]
    assert found[0].trouble is not None
    assert "'deep' (a link)" in found[0].trouble


def test_a_folder_that_is_exchanged_for_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside / "00_mini.ipynb")
    deep = hand_in(tmp_path / "submitted", "ada") / "deep"
    write(deep / "00_mini.ipynb")
    found = only(tmp_path / "submitted")
    deep.rename(tmp_path / "gone")
    deep.symlink_to(outside)
    with pytest.raises(OSError, match="link"):
        found.read()


def test_flat_files_are_explained(tmp_path: Path) -> None:
    names = ("doejane_12_34_00_mini-1.ipynb", "roejo_LATE_56_78_00_mini.ipynb")
    for name in names:
        write(tmp_path / name)
    write(tmp_path / "notes.txt")
    assert flat_files(tmp_path, LESSON) == (
        " Right in that folder lie 2 notebooks, as learning management systems put them together: "
        f"'{names[0]}', '{names[1]}'. Move them to downloaded/00_mini/archive in the course; then "
        "`nbgrader zip_collect 00_mini --FileNameCollectorPlugin.named_regexp="
        "'.*/(?P<student_id>[^_/]+)_[^/]*(?P<file_id>00_mini)'` gives each student a folder. This "
        "pattern takes what stands before the first '_' for the student."
    )
    pattern = ".*/(?P<student_id>[^_/]+)_[^/]*(?P<file_id>00_mini)"
    found = [re.match(pattern, f"/a_b/downloaded/00_mini/extracted/{name}") for name in names]
    assert [m and (m["student_id"], m["file_id"]) for m in found] == [
        ("doejane", "00_mini"),
        ("roejo", "00_mini"),
    ]


def test_where_there_are_no_flat_files_nothing_is_said(tmp_path: Path) -> None:
    write(tmp_path / "notes.txt")
    assert flat_files(tmp_path, LESSON) == ""
