"""What a person sees and does who runs `graders grade`."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from classes import Grading, hand_in_class, wait_until
from nbformat import NotebookNode

from graders.grading.driver.lock import LOCK

pytestmark = pytest.mark.slow

SIZE = 16


@pytest.fixture
def grading(
    tmp_path: Path, mini: str, built: tuple[Path, object], solved: NotebookNode
) -> Iterator[Grading]:
    """A class of which nothing is graded yet."""
    hand_in_class(tmp_path, solved, SIZE)
    with Grading(tmp_path, built[0]) as grading:
        yield grading


def press_ctrl_c(process: subprocess.Popen[str]) -> None:
    """Interrupt every process of a terminal's foreground, as a terminal does."""
    os.killpg(process.pid, signal.SIGINT)


def check_stopped(said: str, done: int) -> None:
    """The sentence tells how many are graded, also where one was written just before."""
    assert f"Stopped: {done} of {SIZE} are graded, and what they gave is written." in said, said


def test_an_ordinary_run_says_this_and_nothing_else(grading: Grading) -> None:
    status, said = grading.run("--workers", "1")
    assert status == 1
    lines = said.splitlines()
    assert lines[0] == f"Grading {SIZE} submissions on 1 worker on this machine."
    assert lines[1].startswith("student-07: The file is not JSON (line 1).")
    assert re.fullmatch(rf"grading ━+ {SIZE}/{SIZE} \d+ a minute 0:00:\d\d 0:00:00", lines[2])
    assert lines[4].split() == ["student", "1", "2", "3", "of", "100"]
    assert re.fullmatch(rf"Graded {SIZE} in \d+\.\d s, \d+ a minute\.", lines[-1])
    assert not re.search("Traceback|WARNING|ERROR|distributed|dask", said)
    status, said = grading.run("--workers", "1")
    assert status == 1
    assert said.splitlines()[0] == (
        f"{SIZE} were graded before and are unchanged; 0 are new or changed."
    )
    assert not any(line.startswith(("Grading", "Graded")) for line in said.splitlines())


def test_without_isolation_it_is_said_before_and_after(grading: Grading) -> None:
    _, said = grading.run("--isolation", "none", "--workers", "1")
    lines = said.splitlines()
    assert lines[0] == "Grading without isolation: submitted code runs with your rights."
    assert (
        "Graded without isolation: submitted code ran with your rights. (student-00, student-01, "
        f"student-02, student-03, student-04 and {SIZE - 5} more)"
    ) in lines


def test_ctrl_c_keeps_what_was_graded_and_the_same_command_goes_on(grading: Grading) -> None:
    process = grading.start()
    wait_until(lambda: grading.notebooks() >= 5, "some results")
    for _ in range(2):
        press_ctrl_c(process)
        time.sleep(0.05)
    said, _ = process.communicate(timeout=20)
    done = len(grading.records())
    assert process.returncode == 130, said
    assert "Traceback" not in said, said
    check_stopped(said, done)
    assert said.rstrip().endswith("Run the same command again, and it goes on with the others.")
    wait_until(lambda: not grading.processes(), "the end of all processes", 10.0)
    status, said = grading.run()
    assert status == 1
    assert f"{done} were graded before and are unchanged; {SIZE - done} are new or changed." in said
    assert {record.times for record in grading.records().values()} == {1}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_ends_it_from_outside_gets_what_ctrl_c_gives(
    grading: Grading, number: signal.Signals
) -> None:
    process = grading.start()
    wait_until(lambda: grading.notebooks() >= 3, "some results")
    for _ in range(3):
        if number == signal.SIGHUP:  # a terminal that is closed tells all its processes
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        time.sleep(0.03)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "Traceback" not in said, said
    done = len(grading.records())
    check_stopped(said, done)
    wait_until(lambda: not grading.processes(), "the end of all processes", 20.0)
    assert grading.left() == []
    assert {record.times for record in grading.records().values()} == {1}


def test_a_demo_is_ended_in_the_same_way(
    tmp_path: Path, mini: str, built: tuple[Path, object]
) -> None:
    with Grading(tmp_path / "demo", built[0], command="demo") as demo:
        process = demo.start()
        wait_until(lambda: (tmp_path / "demo" / LOCK).exists(), "the begin")
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 130, said
        assert "Traceback" not in said, said
        assert re.search(r"Stopped|stopped", said), said
        wait_until(lambda: not demo.processes(), "the end of all processes", 20.0)
        assert demo.left() == []


@pytest.mark.parametrize("seconds", [0.0, 0.3, 1.0])
def test_ctrl_c_at_the_start_is_quiet_too(grading: Grading, seconds: float) -> None:
    process = grading.start("--workers", "1")
    wait_until((grading.course / LOCK).exists, "the begin")
    time.sleep(seconds)
    press_ctrl_c(process)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 130, said
    assert "Traceback" not in said, said
    wait_until(lambda: not grading.processes(), "the end of all processes", 10.0)


def test_a_cluster_that_is_not_there_is_one_sentence(grading: Grading) -> None:
    status, said = grading.run("--scheduler", "tcp://127.0.0.1:9")
    assert status == 2
    assert said.startswith("grading")  # the bar, of which nothing is done
    refusal = said.splitlines()[-1]
    assert refusal.startswith("graders grade: No Dask scheduler answers at tcp://127.0.0.1:9 (")
    assert grading.records() == {}
