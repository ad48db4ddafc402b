"""A Python as it is in a browser: no threads, no processes, no timers; and other poor places."""

from __future__ import annotations

import sys

import pytest
from bare import Bare

pytestmark = pytest.mark.slow

SOLVED = """
import numpy as np
from graders import check, hint, progress
def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)
score = check(softmax)
print(float(score)); str(hint(softmax)); str(progress())
"""

BLOCKED = """
import sys
LACKING = {
    "resource", "fcntl", "pwd", "grp", "termios", "pty", "multiprocessing", "subprocess", "select",
    "_posixsubprocess", "_multiprocessing", "socket", "_socket", "ssl", "concurrent", "asyncio",
}
class Blocks:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in LACKING:
            raise ModuleNotFoundError(f"{name} is not in a browser", name=name)
for name in LACKING & set(sys.modules):
    del sys.modules[name]
sys.meta_path.insert(0, Blocks())
import _thread, os, signal
def no_thread(*arguments, **more):
    raise RuntimeError("can't start new thread")
_thread.start_new_thread = no_thread
_thread.start_joinable_thread = no_thread
for name in ("setitimer", "alarm", "ITIMER_REAL", "SIGALRM", "SIGHUP", "pthread_sigmask"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("fork", "pread", "posix_spawn", "getuid"):
    if hasattr(os, name):
        delattr(os, name)
"""


def is_passed(said: str) -> bool:
    """Return whether a program showed the card of softmax, and then its points."""
    return said.startswith("\N{CHECK MARK} Passed ") and said.endswith("\n5.0\n")


def test_what_a_browser_lacks_is_not_needed_for_checks(bare: Bare, tmp_path):
    done = bare.run("-c", BLOCKED + SOLVED, cwd=tmp_path)
    assert (is_passed(done.stdout), done.stderr) == (True, "")


def test_pictures_need_no_process_and_no_thread(bare: Bare, tmp_path):
    program = (  # matplotlib itself imports modules that a browser's Python has as empty shells
        f"import matplotlib.pyplot\n{BLOCKED}\nfrom graders.notebook import scenes\n"
        "print(len(scenes.unrolled(3)._repr_html_()) > 1000)"
    )
    done = bare.run("-c", program, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_nothing_is_imported_by_the_package_alone(bare: Bare, tmp_path):
    program = (
        "import sys; before = set(sys.modules)\n"
        "import graders; print(sorted(set(sys.modules) - before))"
    )
    done = bare.run("-c", program, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("['__future__', 'graders']\n", "")


def test_a_timer_that_refuses_costs_the_time_limit_and_nothing_else(bare: Bare, tmp_path):
    program = (
        "import signal\ndef refuse(*arguments):\n    raise OSError('no timers here')\n"
        f"signal.setitimer = refuse\n{SOLVED}"
    )
    done = bare.run("-c", program, cwd=tmp_path)
    assert (is_passed(done.stdout), done.stderr) == (True, "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is a part of Linux")
def test_a_folder_that_cannot_be_written_costs_the_score_cards_memory_only(bare: Bare):
    nowhere = "/proc"  # not even root may write there
    program = f"import tempfile\ntempfile.tempdir = {nowhere!r}\n{SOLVED}\nprint(progress())"
    done = bare.run("-c", program, cwd=nowhere)
    assert done.stderr == ""
    assert is_passed(done.stdout.partition("\u25cb")[0].rpartition("5.0\n")[0] + "5.0\n")
    assert "kept until the kernel stops" in " ".join(done.stdout.split())
