"""Progress is kept between kernels, and its file can never break a check."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import pytest

from graders.judging import Outcome
from graders.notebook import progress
from graders.notebook.progress import FILE_NAME, Store
from graders.notebook.scorecard import Row


def test_progress_survives_a_restart_of_the_kernel(tmp_path, failed):
    Store(tmp_path).record("02_vanilla_rnn", failed)
    entry = Store(tmp_path).entries("02_vanilla_rnn")["rnn_forward"]
    assert (entry.outcome, entry.points, entry.max_points) == (Outcome.FAILED, 1.0, 12.0)
    assert entry.mistake == "a0_at_every_step"
    assert entry.says.startswith("Every step starts from a0.")


def test_a_file_of_the_first_version_is_read(tmp_path):
    entry = {"outcome": "failed", "points": 1.0, "max_points": 12.0, "checks": 3}
    entry["mistake"] = "Every step starts from a0."
    data = {"version": 1, "lessons": {"02_vanilla_rnn": {"rnn_forward": entry}}}
    (tmp_path / FILE_NAME).write_text(json.dumps(data), encoding="utf-8")
    store = Store(tmp_path)
    (read,) = store.entries("02_vanilla_rnn").values()
    assert store.trouble == ""
    assert (read.mistake, read.says) == ("", "Every step starts from a0.")
    assert (read.outcome, read.points, read.checks) == (Outcome.FAILED, 1.0, 3)


def test_a_mistake_is_shown_as_it_is_explained_now(tmp_path, failed):
    store = Store(tmp_path)
    store.record("02_vanilla_rnn", replace(failed, usually="As it was explained then."))
    entry = store.entries("02_vanilla_rnn")["rnn_forward"]
    assert Row("rnn_forward", "", 12.0, entry).remark.startswith("a0 is used at every step")
    unknown = replace(entry, mistake="no_such_key")
    assert Row("rnn_forward", "", 12.0, unknown).remark == "As it was explained then."


def test_the_latest_check_counts_and_checks_are_counted(tmp_path, failed, passed):
    store = Store(tmp_path)
    for verdict in (failed, passed, failed):
        store.record("02_vanilla_rnn", verdict)
    entry = store.entries("02_vanilla_rnn")["rnn_forward"]
    assert (entry.outcome, entry.checks) == (Outcome.FAILED, 3)


def test_two_notebooks_in_one_folder_do_not_lose_each_others_progress(tmp_path, failed):
    one, two = Store(tmp_path), Store(tmp_path)
    one.record("02_vanilla_rnn", failed)
    two.record("05_lstm", failed)
    one.record("02_vanilla_rnn", replace(failed, exercise="softmax"))
    assert set(Store(tmp_path).lessons()) == {"02_vanilla_rnn", "05_lstm"}
    assert set(Store(tmp_path).entries("02_vanilla_rnn")) == {"rnn_forward", "softmax"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"version": 99, "lessons": {}}',
        b'{"version": 1, "lessons": []}',
        b'{"version": 1, "lessons": {"l": {"e": {"outcome": "won"}}}}',
        b'{"version": 1, "lessons": {"l": {"e": {"outcome": "passed", "points": NaN,'
        b' "max_points": 1, "mistake": "", "checks": 1}}}}',
        b"[" * 100_000,
        b" " * (progress.LARGEST + 1),
    ],
    ids=range(11),
)
def test_a_damaged_file_is_replaced_and_said_so_once(tmp_path, failed, content):
    (tmp_path / FILE_NAME).write_bytes(content)
    store = Store(tmp_path)
    assert store.entries("02_vanilla_rnn") == {}
    assert store.trouble == progress.UNREADABLE
    store.record("02_vanilla_rnn", failed)
    assert store.trouble == progress.UNREADABLE
    assert "rnn_forward" in store.entries("02_vanilla_rnn")
    assert store.trouble == ""


def test_where_nothing_can_be_written_progress_is_kept_in_memory(tmp_path, failed):
    store = Store(tmp_path / "gone")
    store.record("02_vanilla_rnn", failed)
    assert store.trouble == progress.UNWRITABLE
    assert "rnn_forward" in store.entries("02_vanilla_rnn")
    (tmp_path / "gone").mkdir()
    store.record("02_vanilla_rnn", replace(failed, exercise="softmax"))
    assert store.trouble == ""
    assert set(Store(tmp_path / "gone").entries("02_vanilla_rnn")) == {"rnn_forward", "softmax"}


def test_a_folder_in_the_files_place_does_no_harm(tmp_path, failed):
    (tmp_path / FILE_NAME).mkdir()
    store = Store(tmp_path)
    store.record("02_vanilla_rnn", failed)
    assert store.trouble == progress.UNWRITABLE
    assert "rnn_forward" in store.entries("02_vanilla_rnn")
    assert os.listdir(tmp_path) == [FILE_NAME], "no temporary file is left behind"


def test_the_file_is_replaced_whole_and_never_half_written(tmp_path, failed, monkeypatch):
    store = Store(tmp_path)
    store.record("02_vanilla_rnn", failed)
    before = (tmp_path / FILE_NAME).read_bytes()

    def full_disk(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full_disk)
    store.record("02_vanilla_rnn", replace(failed, exercise="softmax"))
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert os.listdir(tmp_path) == [FILE_NAME]


def test_a_graders_run_leaves_no_file_behind(tmp_path, failed, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    store = Store(tmp_path)
    store.record("02_vanilla_rnn", failed)
    assert os.listdir(tmp_path) == []
    assert "rnn_forward" in store.entries("02_vanilla_rnn")
