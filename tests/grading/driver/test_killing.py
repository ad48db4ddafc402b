"""Whatever is killed, and whenever: each submission is graded once, and as if nothing happened."""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from classes import MINI, Grading, hand_in_class, wait_until, written
from conftest import as_bytes, write
from nbformat import NotebookNode

from graders.grading import grade_class

pytestmark = pytest.mark.slow

SIZE = 60


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("undisturbed")


@pytest.fixture
def grading(
    tmp_path: Path, mini: str, built: tuple[Path, object], solved: NotebookNode
) -> Iterator[Grading]:
    """A class of 60, of which nothing is graded yet."""
    hand_in_class(tmp_path, solved, SIZE)
    with Grading(tmp_path, built[0]) as grading:
        yield grading


@pytest.fixture
def expected(
    grading: Grading, undisturbed: Path, no_kernel: None, monkeypatch: pytest.MonkeyPatch
) -> dict[str, object]:
    """What an undisturbed run writes, in this process and one after the other."""
    seed = undisturbed / "hidden_seed"
    if not seed.exists():
        shutil.copytree(grading.course, undisturbed, dirs_exist_ok=True)
        grade_class(MINI, undisturbed)
    shutil.copy(seed, grading.course / "hidden_seed")
    return written(undisturbed)


class Killer:
    """Kills at random moments, and sees to it that nothing is left over."""

    def __init__(self, grading: Grading, seed: int) -> None:
        self.grading = grading
        self.rng = random.Random(seed)

    def wait_for(self, process: subprocess.Popen[str], results: int) -> None:
        """Wait until so many results are written, and then for a random moment."""
        wait_until(
            lambda: len(self.grading.records()) >= results or process.poll() is not None,
            f"{results} results",
        )
        assert process.poll() is None, process.communicate()[0]
        time.sleep(self.rng.uniform(0.0, 0.3))

    def kill_workers(self, process: subprocess.Popen[str]) -> int:
        """Kill one or two workers of a run, as soon as there are any; return how many."""
        found = []

        def any_there() -> bool:
            found[:] = self.grading.workers(process.pid)
            return bool(found) or process.poll() is not None

        wait_until(any_there, "a worker")
        chosen = self.rng.sample(found, min(len(found), self.rng.randint(1, 2)))
        for worker in chosen:
            with contextlib.suppress(psutil.NoSuchProcess):
                worker.kill()
        return len(chosen)

    def kill(self, process: subprocess.Popen[str]) -> None:
        """Kill a coordinator, and wait until none of its processes is left."""
        process.kill()
        process.communicate()
        wait_until(lambda: not self.grading.processes(), "the end of all processes", 10.0)
        wait_until(lambda: not self.grading.left(), "the end of all temporary folders", 20.0)


def test_dead_workers_are_replaced_and_the_class_goes_on(
    grading: Grading, expected: dict[str, object]
) -> None:
    killer = Killer(grading, 1)
    process = grading.start()
    killed = 0
    for results in (1, 8, 20, 40):
        killer.wait_for(process, results)
        killed += killer.kill_workers(process)
    said, _ = process.communicate(timeout=120)
    assert killed >= 4
    assert process.returncode == 1, said  # one submission is no notebook
    assert [line for line in said.splitlines() if "student-" in line and "kill" in line] == []
    check(grading, expected)


@pytest.mark.parametrize("workers_too", [False, True], ids=["alone", "with workers"])
def test_after_the_coordinator_was_killed_the_same_command_goes_on(
    grading: Grading, expected: dict[str, object], workers_too: bool
) -> None:
    killer = Killer(grading, 4 if workers_too else 3)
    for results in (0, 40) if workers_too else (25,):
        before = grading.records()
        process = grading.start()
        killer.wait_for(process, results)
        if workers_too:
            killer.kill_workers(process)
            time.sleep(killer.rng.uniform(0.0, 0.2))
        killer.kill(process)
        for student, record in before.items():
            assert grading.records()[student] == record, f"{student} was graded again"
    status, said = grading.run()
    assert status == 1, said
    assert f"{len(grading.records())}" in said
    check(grading, expected)


def test_with_real_kernels_too(grading: Grading, expected: dict[str, object]) -> None:
    killer = Killer(grading, 6)
    grading.kernel = "real"
    process = grading.start()
    killer.wait_for(process, 3)
    of_kernels = list(grading.temporary.glob("graders-warm-*/graders-*/graders-*/work"))
    assert of_kernels, "the folders of kernels are elsewhere, and may be left over"
    killer.kill_workers(process)
    killer.wait_for(process, 12)
    killer.kill_workers(process)
    killer.kill(process)
    before = grading.records()
    process = grading.start()
    killer.wait_for(process, 25)
    killer.kill_workers(process)
    said, _ = process.communicate(timeout=240)
    assert process.returncode == 1, said
    wait_until(lambda: not grading.processes(), "the end of all processes", 10.0)
    assert f"{len(before)} were graded before and are unchanged" in said
    assert 12 <= len(before) < SIZE
    check(grading, expected)


def test_a_submission_that_kills_every_worker_costs_nobody_else_anything(
    grading: Grading, expected: dict[str, object], solved: NotebookNode
) -> None:
    write(solved, "scaled", "def scaled(x, factor):\n    return x  # kill\n")
    for student in ("student-03", "student-30"):
        path = grading.course / "submitted" / student / MINI / f"{MINI}.ipynb"
        path.write_bytes(as_bytes(solved))
        del expected[student]
    status, said = grading.run()
    assert status == 1, said
    for student in ("student-03", "student-30"):
        assert (
            f"{student}: What graded this submission was ended from outside, and so it was when "
            "it was graded again, alone: perhaps it needs more memory than there is. Nothing was "
            "recorded. Grade again with fewer workers, `--workers 1` say, or look at it by hand."
        ) in said
    assert "Traceback" not in said
    assert written(grading.course) == expected
    assert len(grading.records()) == SIZE - 2


def check(grading: Grading, expected: dict[str, object]) -> None:
    """Everybody was graded once, and as in an undisturbed run."""
    assert written(grading.course) == expected
    records = grading.records()
    assert len(records) == SIZE
    assert {record.times for record in records.values()} == {1}
