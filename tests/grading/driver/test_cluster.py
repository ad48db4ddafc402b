"""A class is graded on workers: ours, which nobody else can reach, or those of a cluster."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil
import pytest
from classes import (
    Grading,
    Tell,
    die_at_some,
    die_at_the_first_task,
    hand_in_class,
    keep_out,
    note_start,
    plugins,
    prepare,
    slow_kernel,
    wait_until,
    written,
)
from distributed import Client
from nbformat import NotebookNode

import graders
from graders.errors import WorkersError
from graders.grading import Cluster, grade_class
from graders.grading.driver.cluster import _flight
from graders.grading.driver.joining import registered
from graders.grading.driver.local import Nursery
from graders.grading.driver.remote import Begin
from graders.grading.driver.tasks import Done, Task
from graders.grading.driver.versions import PARTS, versions
from graders.grading.gradebook.address import database
from graders.grading.gradebook.records import stored_records
from graders.grading.isolation import require_isolation

pytestmark = pytest.mark.slow

PACKAGE = Path(graders.__file__).parent


def told(cluster: Cluster, size: int) -> list[dict[str, Any]]:
    """Return what the workers tell about themselves."""
    return told_by(cluster(Tell(), (Task(f"s{at}", b"") for at in range(size))))


def told_by(done: Iterable[Done]) -> list[dict[str, Any]]:
    """Return what workers told about themselves."""
    return [json.loads(one.fault or "") for one in done]


class TestOnThisMachine:
    def test_each_worker_gets_ready_once_and_grades_one_at_a_time(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PGPASSWORD", "secret")
        with Cluster(2, environment={"GRADERS_MARK": "there"}, prepare=prepare) as cluster:
            assert cluster.where() == "2 workers on this machine"
            answers = told(cluster, 30)
        assert len(answers) == 30
        assert len({one.pop("process") for one in answers}) == 2
        only = {"threads": 1, "loaded": 1, "prepared": 1, "mark": "there", "password": None}
        assert answers == [only] * 30
        assert "GRADERS_MARK" not in os.environ

    def test_submissions_are_read_as_workers_become_free(self) -> None:
        taken = ahead = 0

        def tasks() -> Iterator[Task]:
            nonlocal taken
            for at in range(60):
                taken += 1
                yield Task(f"s{at}", b"")

        with Cluster(2) as cluster:
            for done, _ in enumerate(cluster(Tell(), tasks())):
                ahead = max(ahead, taken - done)
        assert taken == 60
        assert ahead <= 2 * 2 + 2 + 1

    def test_what_was_graded_is_forgotten(self) -> None:
        with Cluster(1) as cluster:
            for _ in cluster(Tell(), (Task(f"s{at}", b"") for at in range(80))):
                pass
            gc.collect()
            assert sum(isinstance(one, Task) for one in gc.get_objects()) < 40

    def test_a_worker_that_cannot_be_started_again_is_tried_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real, calls = Nursery.worker, 0

        def worker(nursery: Nursery) -> Connection:
            nonlocal calls
            calls += 1
            if calls in (2, 3):
                raise OSError("Cannot allocate memory")
            return real(nursery)

        monkeypatch.setattr(Nursery, "worker", worker)
        starts = {"GRADERS_STARTS": str(tmp_path)}
        with Cluster(1, environment=starts, prepare=note_start) as cluster:
            done = cluster(die_at_the_first_task, (Task(f"s{at}", b"") for at in range(5)))
            assert sorted(one.student for one in done if one.fault == "graded") == [
                f"s{at}" for at in range(5)
            ]
        assert calls == 4

    def test_workers_that_cannot_be_started_are_a_sentence(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "jupyter_client.py").write_text("raise OSError('a disk that cannot be read')")
        monkeypatch.syspath_prepend(tmp_path)
        with Cluster(2) as cluster, pytest.raises(WorkersError) as caught:
            cluster.where()
        assert str(caught.value) == (
            "The workers on this machine could not be started (OSError: a disk that cannot be "
            "read). Expected a machine that can start 2 processes. Try fewer, `--workers 1` say."
        )

    def test_what_died_with_its_worker_is_graded_again_once(self, tmp_path: Path) -> None:
        starts = {"GRADERS_STARTS": str(tmp_path)}
        with Cluster(2, environment=starts, prepare=note_start) as cluster:
            done = {}
            for names in (("a", "once", "b"), ("c", "always", "d")):
                tasks = (Task(name, b"") for name in names)
                done |= {one.student: one.fault for one in cluster(die_at_some, tasks)}
            tasks = (Task(f"after {at}", b"") for at in range(20))
            assert len({one["process"] for one in told_by(cluster(Tell(), tasks))}) == 2
        begun = [path.name.split()[1] for path in tmp_path.glob("begun *")]
        assert begun.count("once") == begun.count("always") == 2
        says = done.pop("always") or ""
        assert says.startswith(
            "What graded this submission was ended from outside, and so it was when it was graded "
            "again, alone: perhaps it needs more memory than there is. Nothing was recorded."
        )
        assert done == dict.fromkeys(("a", "once", "b", "c", "d"), "graded")

    def test_nobody_else_can_reach_the_workers(self) -> None:
        us = psutil.Process()
        before = {one.pid for one in us.children(recursive=True)}, us.net_connections("inet")
        with Cluster(1) as cluster:
            cluster.where()
            assert us.net_connections("inet") == before[1]
            processes = [p for p in us.children(recursive=True) if p.pid not in before[0]]
            assert len(processes) >= 2
            assert [c for p in processes for c in p.net_connections("inet")] == []
            paths = {c.laddr for p in processes for c in p.net_connections("unix") if c.laddr}
            assert {Path(str(path)).parent.stat().st_mode & 0o777 for path in paths} <= {0o700}

    def test_workers_open_nothing_of_the_course(
        self, mini: str, tmp_path: Path, solved: NotebookNode
    ) -> None:
        hand_in_class(tmp_path, solved, 8)
        forbidden = {"GRADERS_FORBIDDEN": str(tmp_path)}
        with Cluster(2, environment=forbidden, prepare=keep_out) as cluster:
            result = grade_class(mini, tmp_path, executor=cluster)
        assert [s.student for s in result.troubles] == ["student-07"]
        assert result.students[0].points == 100.0
        assert len(stored_records(database(tmp_path), mini)) == 8

    def test_nothing_is_started_when_nothing_is_to_do(
        self, mini: str, tmp_path: Path, solved: NotebookNode, no_kernel: None
    ) -> None:
        hand_in_class(tmp_path, solved, 3)
        grade_class(mini, tmp_path)
        with Cluster(2) as cluster:
            grade_class(mini, tmp_path, executor=cluster, on_work=cluster.begin)
            assert cluster._opening is None

    def test_nothing_is_left_behind(
        self,
        mini: str,
        tmp_path: Path,
        solved: NotebookNode,
        built: tuple[Path, object],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        hand_in_class(tmp_path, solved, 5)
        with (
            tempfile.TemporaryDirectory() as folder,  # shorter than pytest's: sockets are in it
            Grading(tmp_path, built[0], "real") as grading,
        ):
            monkeypatch.setenv("TMPDIR", folder)
            status, said = grading.run()
            assert status == 0, said
            wait_until(lambda: not grading.processes(), "the end of all processes", 10.0)
            assert [path.name for path in Path(folder).rglob("*")] == []


@contextlib.contextmanager
def cluster_of_dask(folder: Path, workers: int = 1, **environment: str) -> Iterator[str]:
    """A scheduler and workers as an administrator starts them, in a folder of their own."""
    told = folder / "scheduler.json"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1"]
    command += ["--port", "0", "--no-dashboard", "--no-show", "--scheduler-file", str(told)]
    with started(command, folder.parent, {}):
        wait_until(lambda: told.exists() and told.read_text().strip().endswith("}"), "a scheduler")
        address = json.loads(told.read_text())["address"]
        with contextlib.ExitStack() as stack:
            if workers:
                stack.enter_context(worker_of_dask(folder, address, workers, **environment))
            with Client(address, set_as_default=False) as client:
                wait_until(lambda: len(client.nthreads()) == workers, "workers")
            yield address


@contextlib.contextmanager
def worker_of_dask(
    folder: Path, address: str, workers: int = 1, **environment: str
) -> Iterator[None]:
    """Workers of a scheduler."""
    command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-dashboard"]
    command += ["--nthreads", "1", "--nworkers", str(workers)]
    with started(command, folder, environment):
        yield


@contextlib.contextmanager
def started(command: list[str], folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """A program that runs meanwhile."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    process = subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


class TestOnACluster:
    def test_a_class_is_graded_there(
        self, mini: str, tmp_path: Path, solved: NotebookNode, no_kernel: None
    ) -> None:
        course, elsewhere, there = (tmp_path / name for name in ("course", "elsewhere", "there"))
        there.mkdir()
        hand_in_class(course, solved, 8)
        hand_in_class(elsewhere, solved, 8)
        grade_class(mini, course)
        (elsewhere / "hidden_seed").write_bytes((course / "hidden_seed").read_bytes())
        forbidden = {"GRADERS_FORBIDDEN": str(elsewhere)}
        with cluster_of_dask(there, 2, **forbidden) as address:
            with Cluster(scheduler=address, prepare=keep_out) as cluster:
                assert cluster.where() == f"2 workers of the cluster at {address}"
                grade_class(mini, elsewhere, executor=cluster)
            with Client(address, set_as_default=False) as client:
                assert client.run_on_scheduler(plugins) == []
        assert written(elsewhere) == written(course)

    def test_a_cluster_without_workers_yet_is_waited_for(self, tmp_path: Path) -> None:
        with (
            cluster_of_dask(tmp_path, 0) as address,
            Cluster(scheduler=address) as cluster,
        ):
            assert cluster.where() == f"the workers of the cluster at {address}: none is there yet"

    def test_a_cluster_that_stays_without_workers_is_told_of_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("remote.PATIENCE", "remote.COUNTED", "cluster.LOOK"):
            monkeypatch.setattr(f"graders.grading.driver.{name}", 0.1)
        said: list[str] = []
        with (
            cluster_of_dask(tmp_path, 0) as address,
            Cluster(scheduler=address, say=said.append) as cluster,
        ):
            waiting = threading.Thread(target=list, args=(cluster(Tell(), [Task("s", b"")]),))
            waiting.start()
            wait_until(lambda: said, "a sentence")
            with worker_of_dask(tmp_path, address):
                waiting.join(30)
            assert not waiting.is_alive()
        assert said == [
            f"The cluster at {address} has no workers; waiting for some. What is graded is "
            "written: Ctrl-C stops, and the same command goes on when there are workers."
        ]

    def test_nobody_answers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("graders.grading.driver.joining.SECONDS", 1.0)
        with socket.socket() as deaf:
            deaf.bind(("127.0.0.1", 0))
            address = f"tcp://127.0.0.1:{deaf.getsockname()[1]}"
            with pytest.raises(WorkersError) as caught, Cluster(scheduler=address) as cluster:
                cluster.where()
        assert str(caught.value).startswith(f"No Dask scheduler answers at {address} (")
        assert str(caught.value).endswith(
            "Expected one, as in tcp://HOST:8786 or tls://HOST:8786. Start it, or check the "
            "address; without --scheduler the workers are started on this machine."
        )

    def test_something_else_answers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("graders.grading.driver.joining.SECONDS", 1.0)
        with socket.create_server(("127.0.0.1", 0)) as mute:
            address = f"127.0.0.1:{mute.getsockname()[1]}"
            with (
                pytest.raises(WorkersError, match="No Dask scheduler answers"),
                Cluster(scheduler=address) as cluster,
            ):
                cluster.where()

    def test_other_versions_are_refused(self, tmp_path: Path) -> None:
        for part in ("__init__.py", "errors.py", *PARTS):
            copy = shutil.copytree if (PACKAGE / part).is_dir() else shutil.copy
            (tmp_path / "graders").mkdir(exist_ok=True)
            copy(PACKAGE / part, tmp_path / "graders" / part)
        with (tmp_path / "graders" / "judging" / "judge.py").open("a") as file:
            file.write("# another version\n")
        with (
            cluster_of_dask(tmp_path, PYTHONPATH=str(tmp_path)) as address,
            pytest.raises(WorkersError) as caught,
            Cluster(scheduler=address) as cluster,
        ):
            cluster.where()
        said = str(caught.value)
        assert said.startswith("The worker tcp://127.0.0.1:")
        code = re.search(r"has graders 0.1.0 \((\w{8})\) and Python 3.1\d; here it is ", said)
        assert code
        assert code[1] != versions().code
        assert said.endswith(
            f"here it is {versions()}. The same were expected, so that every submission is judged "
            "alike. Install the same version there, and grade again."
        )

    def test_workers_that_cannot_isolate_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "landlockpy.py").write_text("raise ImportError(name='landlockpy')")
        with (
            cluster_of_dask(tmp_path, PYTHONPATH=str(tmp_path)) as address,
            pytest.raises(WorkersError) as caught,
            Cluster(scheduler=address, prepare=require_isolation) as cluster,
        ):
            cluster.where()
        assert str(caught.value) == (
            "A worker of the cluster: Submissions cannot be isolated on this machine. Landlock is "
            "missing: the Python package landlockpy is not installed. Install it: `pip install "
            "landlockpy`."
        )

    def test_workers_without_this_package_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "graders").mkdir()
        (tmp_path / "graders" / "__init__.py").write_text("raise ImportError('not here')")
        with (
            cluster_of_dask(tmp_path, PYTHONPATH=str(tmp_path)) as address,
            pytest.raises(WorkersError) as caught,
            Cluster(scheduler=address) as cluster,
        ):
            cluster.where()
        assert "cannot load this package (ImportError('not here')). Expected graders " in str(
            caught.value
        )
        assert str(caught.value).startswith("The worker tcp://127.0.0.1:")

    def test_what_a_killed_coordinator_left_there_is_removed_by_the_next(
        self, tmp_path: Path
    ) -> None:
        with cluster_of_dask(tmp_path) as address:
            with Client(address, set_as_default=False) as killed:
                kept = registered(killed, Begin(None), "left")
                kept.__enter__()
                (left,) = killed.run_on_scheduler(plugins)
            with Cluster(scheduler=address) as cluster, Client(address) as other:
                cluster.where()
                (ours,) = other.run_on_scheduler(plugins)
        assert left != ours

    def test_a_cluster_that_is_lost_ends_the_run_and_keeps_what_was_graded(
        self, mini: str, tmp_path: Path, solved: NotebookNode
    ) -> None:
        hand_in_class(tmp_path, solved, 30)
        there = tmp_path / "there"
        there.mkdir()
        with contextlib.ExitStack() as stack:
            stack_there = stack.enter_context(contextlib.ExitStack())
            address = stack_there.enter_context(cluster_of_dask(there))
            cluster = stack.enter_context(Cluster(scheduler=address, prepare=slow_kernel))
            with pytest.raises(WorkersError, match=f"The connection to {address} was lost"):
                grade_class(
                    mini,
                    tmp_path,
                    executor=cluster,
                    on_result=lambda result: stack_there.close(),
                )
        assert 1 <= len(stored_records(database(tmp_path), mini)) < 30


class Counting:
    """Stands for workers that grade at once, and counts what is under way."""

    def __init__(self) -> None:
        self.under_way = self.most = 0

    def count(self) -> int:
        return 32

    def submit(self, task: Task) -> Future[Task]:
        self.under_way += len(task.data)
        self.most = max(self.most, self.under_way)
        arrived: Future[Task] = Future()
        arrived.set_result(task)
        return arrived

    def landed(self, future: Future[Task]) -> Done:
        self.under_way -= len(future.result().data)
        return Done(future.result().student, None, "graded")

    def teach(self, grade: object) -> None: ...

    def look(self) -> None: ...


def test_only_so_much_is_under_way_however_large_the_files_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("graders.grading.driver.cluster.MOST_BYTES", 3_000)
    for size, most in ((1_000, 3_000), (10, 660), (9_000, 9_000)):
        workers = Counting()
        tasks = [Task(f"s{at}", b"0" * size) for at in range(100)]
        done = list(_flight(workers, tasks, lambda killer: None))
        assert [one.student for one in done] == [task.student for task in tasks]
        assert workers.most == most
