"""A confined process keeps to its folder, with the newest Landlock and with its first version."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import graders

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="parts of Linux")

CONFINED = """
import json, sys
from dataclasses import replace
from graders.grading.isolation.bounds import Bounds
from graders.grading.isolation.confine import confine
from graders.grading.isolation.places import places
from graders.grading.isolation.seal import seal
scratch, victim, abi = sys.argv[1], sys.argv[2], int(sys.argv[3])
confine(replace(places(), scratch=(scratch,)), Bounds(), abi)
seal()
def attempt(source):
    try:
        exec(source, {"scratch": scratch, "victim": victim})
        return "done"
    except BaseException as error:
        return type(error).__name__
print(json.dumps([attempt(line) for line in json.loads(sys.argv[4])]))
"""

ABIS = (1, 3, 7)


def confined(folder: Path, victim: Path, abi: int, *attempts: str) -> list[str]:
    """Return how each attempt ended in a confined process."""
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    arguments = [str(scratch), str(victim), str(abi), json.dumps(attempts)]
    done = subprocess.run(
        [sys.executable, "-c", CONFINED, *arguments], capture_output=True, text=True, check=True
    )
    ended: list[str] = json.loads(done.stdout.splitlines()[-1])
    return ended


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "gradebook.db"
    path.write_text("100 points")
    return path


@pytest.mark.parametrize("abi", ABIS)
def test_a_file_of_others_can_neither_be_read_nor_changed(
    tmp_path: Path, victim: Path, abi: int
) -> None:
    before = victim.stat()
    ended = confined(
        tmp_path,
        victim,
        abi,
        "open(victim).read()",
        "open(victim, 'w')",
        "open(victim, 'a')",
        "import os; os.truncate(victim, 0)",
        "import os; os.open(victim, os.O_RDONLY | os.O_TRUNC)",
        "import os; os.unlink(victim)",
        "import os; os.rename(victim, scratch + '/mine')",
        "import os; os.rename(scratch, victim)",
        "import os; os.link(victim, scratch + '/mine')",
        "import os; os.symlink(victim, scratch + '/link'); open(scratch + '/link').read()",
        "import os; os.chown(victim, 0, 0)",
        "import os; os.setxattr(victim, 'user.a', b'a')",
        "import os; os.listdir(os.path.dirname(victim))",
        "import os; os.mkfifo(victim + '.fifo')",
    )
    assert "done" not in ended, ended
    after = victim.stat()
    assert victim.read_text() == "100 points"
    assert (after.st_mode, after.st_mtime_ns, after.st_nlink) == (
        before.st_mode,
        before.st_mtime_ns,
        before.st_nlink,
    )


@pytest.mark.parametrize("abi", ABIS)
def test_modes_and_times_stay_as_they_are(tmp_path: Path, victim: Path, abi: int) -> None:
    victim.chmod(0o640)
    os.utime(victim, (1, 1))
    confined(tmp_path, victim, abi, "import os; os.chmod(victim, 0)", "import os; os.utime(victim)")
    assert (victim.stat().st_mode & 0o777, victim.stat().st_mtime) == (0o640, 1)


@pytest.mark.parametrize("abi", ABIS)
def test_its_own_folder_is_its_own(tmp_path: Path, victim: Path, abi: int) -> None:
    ended = confined(
        tmp_path,
        victim,
        abi,
        "import os; os.makedirs(scratch + '/a/b')",
        "open(scratch + '/a/b/c', 'w').write('x')",
        "assert open(scratch + '/a/b/c').read() == 'x'",
        "open(scratch + '/a/b/c', 'r+').truncate(0)",
        "import shutil; shutil.copy2(scratch + '/a/b/c', scratch + '/a/b/d')",
        "import os; os.rename(scratch + '/a/b/c', scratch + '/a/b/e')",
        "import tempfile; tempfile.tempdir = scratch; tempfile.TemporaryFile().write(b'x')",
        "import shutil; shutil.rmtree(scratch + '/a')",
        "import numpy as np; np.save(scratch + '/z.npy', np.ones(3))",
    )
    assert set(ended) == {"done"}, ended


@pytest.mark.parametrize("abi", ABIS)
def test_there_is_no_way_to_others(tmp_path: Path, victim: Path, abi: int) -> None:
    ended = confined(
        tmp_path,
        victim,
        abi,
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_UNIX)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        f"import os; os.kill({os.getpid()}, 0)",
        "import os; os.kill(0, 0)",
        "import os; os.kill(-1, 0)",
        "import os; os.fork()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.memfd_create('a')",
        f"open('/proc/{os.getpid()}/environ').read()",
        f"import resource; resource.prlimit({os.getpid()}, resource.RLIMIT_NOFILE, (0, 0))",
        f"import os; os.pidfd_open({os.getpid()})",
        "import os; open('/dev/shm/graders-test', 'w')",
        "import ctypes; c = ctypes.CDLL(None); assert c.shmget(4242, 4096, 0o1666) >= 0",
        "import ctypes; c = ctypes.CDLL(None); assert c.syscall(425, 1, 0) >= 0",
        "import ctypes; c = ctypes.CDLL(None); assert c.unshare(0x10000000) == 0",
        "import ctypes; c = ctypes.CDLL(None); assert c.ptrace(16, 1, 0, 0) == 0",
    )
    assert "done" not in ended, ended


def test_no_lock_says_anything_to_another_submission(tmp_path: Path) -> None:
    """All read the same files, and whoever sees hidden cases could lock some for others to see."""
    public = graders.__file__
    fcntl = pytest.importorskip("fcntl")
    with open(public) as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ended = confined(
            tmp_path,
            Path(public),
            7,
            "import fcntl; fcntl.flock(open(victim), fcntl.LOCK_SH | fcntl.LOCK_NB)",
            "import fcntl; fcntl.lockf(open(victim), fcntl.LOCK_SH | fcntl.LOCK_NB)",
            "import fcntl; a, b = open(victim), open(victim);"
            " [fcntl.flock(each, fcntl.LOCK_EX | fcntl.LOCK_NB) for each in (a, b)]",
            "import fcntl; a, b = open(victim), open(victim);"
            " fcntl.fcntl(a, 37, bytes(32)); fcntl.fcntl(b, 37, (1).to_bytes(32, 'little'))",
        )
        assert ended == ["done"] * 4, ended
        asked = confined(
            tmp_path,
            Path(public),
            7,
            *(f"import fcntl; fcntl.fcntl(open(victim), {how}, bytes(32))" for how in (5, 36)),
            "import fcntl; fcntl.fcntl(open(victim), fcntl.F_SETLEASE, fcntl.F_RDLCK)",
            "import fcntl; fcntl.fcntl(open(victim), fcntl.F_GETLEASE)",
            "import fcntl, os; at = os.open(os.path.dirname(victim), os.O_RDONLY);"
            " fcntl.fcntl(at, fcntl.F_NOTIFY, fcntl.DN_ACCESS)",
        )
        assert set(asked) == {"PermissionError"}, asked


def test_what_lessons_do_works(tmp_path: Path, victim: Path) -> None:
    ended = confined(
        tmp_path,
        victim,
        7,
        "import threading; t = threading.Thread(target=print); t.start(); t.join()",
        "import zoneinfo; zoneinfo.ZoneInfo('Europe/Berlin')",
        "import importlib, sys; sys.modules.pop('this', None); importlib.import_module('this')",
        "import matplotlib; matplotlib.use('agg'); import matplotlib.pyplot as p; p.plot([1]);"
        " p.savefig(scratch + '/a.png')",
        "import os; os.urandom(3); os.cpu_count()",
        "from graders.judging import frozen_names; frozen_names()",
        "import os; os.kill(os.getpid(), 0)",
        "import socket; socket.socketpair()",
        "import sqlite3; c = sqlite3.connect(scratch + '/a.db'); c.execute('create table t (x)');"
        " c.execute('insert into t values (1)'); c.commit(); c.execute('select * from t')",
    )
    assert set(ended) == {"done"}, ended


@pytest.mark.parametrize("hidden", ["lessons/__init__.py", "authoring/doctor.py"])
def test_neither_contracts_nor_solutions_can_be_read(
    tmp_path: Path, victim: Path, hidden: str
) -> None:
    from graders.paths import DATASETS, PACKAGE, SOLUTIONS

    ended = confined(
        tmp_path,
        victim,
        7,
        f"open({str(PACKAGE / hidden)!r}).read()",
        f"import os; os.listdir({str(SOLUTIONS)!r})",
        f"import os; os.listdir({str(DATASETS / 'synthetic_class')!r})",
        "import graders.lessons",
    )
    assert ended[:3] == ["PermissionError"] * 3
    assert ended[3] != "done"


def test_a_file_has_its_largest_size_and_memory_its_bound(tmp_path: Path, victim: Path) -> None:
    ended = confined(
        tmp_path,
        victim,
        7,
        "open(scratch + '/a', 'wb').write(bytes(65 << 20))",
        "bytes(5 << 30)",
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
        "files = [open('/dev/null') for _ in range(300)]",
        "bytes(1 << 30)",
    )
    assert ended == ["OSError", "MemoryError", "ValueError", "OSError", "done"]
