import pytest

from graders import paths
from graders.workspace import WorkspaceError, reset, start

LESSON = "02_vanilla_rnn"


def test_start_copies_a_fresh_notebook(tmp_path):
    copy = start(LESSON, tmp_path)
    assert copy == tmp_path / LESSON / f"{LESSON}.ipynb"
    assert copy.read_bytes() == paths.student_notebook(LESSON).read_bytes()


def test_start_never_overwrites_work(tmp_path):
    copy = start(LESSON, tmp_path)
    copy.write_text("my work")
    with pytest.raises(WorkspaceError) as refusal:
        start(LESSON, tmp_path)
    assert str(refusal.value) == (
        f"{copy} exists already, and may hold your work. Expected a free place. Open it, or run "
        f"`graders reset {LESSON} --to {tmp_path}` for a fresh one; reset keeps a backup."
    )
    assert copy.read_text() == "my work"


def test_reset_keeps_every_backup_also_within_one_second(tmp_path):
    copy = start(LESSON, tmp_path)
    backups = []
    for work in ("first", "second", "third"):
        copy.write_text(work)
        fresh, backup = reset(LESSON, tmp_path)
        assert fresh == copy
        backups.append(backup)
    assert [b.read_text() for b in backups] == ["first", "second", "third"]
    assert copy.read_bytes() == paths.student_notebook(LESSON).read_bytes()


def test_reset_of_nothing_says_how_to_start(tmp_path):
    with pytest.raises(
        WorkspaceError, match=r"no .* to reset.*Run `graders start 02_vanilla_rnn --to"
    ):
        reset(LESSON, tmp_path)
