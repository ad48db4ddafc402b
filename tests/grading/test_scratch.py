"""Temporary folders of processes that were killed are removed by those that come later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graders.grading.scratch import make_folder, mark_alive, sweep
from graders.grading.warm.parent import clear

OWNER = """
import sys
from graders.grading.scratch import make_folder, mark_alive
folder = make_folder("graders-warm-", sys.argv[1])
alive = mark_alive(folder)
print(folder, flush=True)
sys.stdin.read()
"""


def test_only_folders_whose_owners_are_dead_are_removed(tmp_path: Path) -> None:
    ours = Path(make_folder("graders-warm-", str(tmp_path)))
    descriptor = mark_alive(str(ours))
    unmarked = Path(make_folder("graders-warm-", str(tmp_path)))
    elsewhere = tmp_path / "outside"
    elsewhere.mkdir()
    os.close(mark_alive(str(elsewhere)))
    (tmp_path / "graders-warm-link").symlink_to(elsewhere)
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as owner:
        assert owner.stdout is not None
        theirs = Path(owner.stdout.readline().decode().strip())
        (theirs / "graders-worker" / "deep").mkdir(parents=True)
        sweep("graders-warm-", str(tmp_path))
        assert theirs.exists()
        owner.kill()
    sweep("graders-warm-", str(tmp_path))
    assert not theirs.exists()
    assert ours.exists()
    assert unmarked.exists()
    assert list(elsewhere.iterdir())
    assert (tmp_path / "graders-warm-link").is_symlink()
    os.close(descriptor)


def test_a_parent_that_ends_late_leaves_no_folders_around_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    late = tmp_path / "graders-warm-a" / "graders-b" / "graders-warm-c"
    (late / "matplotlib").mkdir(parents=True)
    (tmp_path / "graders-warm-a" / "alive").touch()
    clear(str(late))
    assert [path.name for path in tmp_path.rglob("*")] == ["graders-warm-a", "alive"]
