"""A signal that stops a command is heard wherever it comes."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graders import stopping
from graders.paths import ROOT


@pytest.fixture
def _as_before() -> Iterator[None]:
    before = {number: signal.signal(number, signal.SIG_DFL) for number in stopping.SIGNALS}
    hook, sys.unraisablehook = sys.unraisablehook, sys.__unraisablehook__
    yield
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):  # nothing comes again after the test
            thread.join()
    sys.unraisablehook = hook
    for number, handler in before.items():
        signal.signal(number, handler)


def _take_a_signal(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(0.001)


class Collected:
    """Takes a signal while it is collected, where Python forgets what is raised."""

    def __del__(self) -> None:
        _take_a_signal()


class Referred:
    """Something that a weak reference can refer to."""


def _collect() -> None:
    del [Collected()][0]


def _call_of_a_weak_reference() -> None:
    referred = Referred()
    reference = weakref.ref(referred, _take_a_signal)
    del referred
    assert reference() is None


def _collect_with_a_callback() -> None:
    def once(phase: str, _: object) -> None:
        if phase == "start":
            _take_a_signal()

    gc.callbacks.append(once)
    try:
        gc.collect()
    finally:
        gc.callbacks.remove(once)


def _then_wait(do: Callable[[], object]) -> None:
    do()
    time.sleep(10)


@pytest.mark.usefixtures("_as_before")
@pytest.mark.parametrize("forgets", [_collect, _call_of_a_weak_reference, _collect_with_a_callback])
def test_a_signal_is_not_lost_where_python_forgets_what_is_raised(
    forgets: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    stopping.like_ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        _then_wait(forgets)
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("_as_before")
def test_a_signal_waits_until_a_module_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking = "import os, signal, time\nos.kill(os.getpid(), signal.SIGTERM)\ntime.sleep(0.001)\n"
    (tmp_path / "taking_a_signal.py").write_text(f"{taking}whole = True\n")
    monkeypatch.syspath_prepend(tmp_path)
    stopping.like_ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        _then_wait(lambda: importlib.import_module("taking_a_signal"))
    assert sys.modules.pop("taking_a_signal").whole


LOGGING = """\
import logging, os, signal
from graders.stopping import like_ctrl_c
like_ctrl_c()
for what in (lambda: os.kill(os.getpid(), signal.SIGTERM), lambda: 1 / 0):
    try:
        what()
    except BaseException:
        logging.getLogger("a.library").error("Exception closing", exc_info=True)
"""


def test_a_library_that_logs_what_stops_it_is_not_heard() -> None:
    said = subprocess.run(
        [sys.executable, "-c", LOGGING], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert said.stderr.count("Exception closing") == 1
    assert said.stderr.rstrip().endswith("ZeroDivisionError: division by zero")


@pytest.mark.usefixtures("_as_before")
def test_what_is_forgotten_otherwise_is_reported_as_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[object] = []
    monkeypatch.setattr(
        sys, "unraisablehook", lambda forgotten: reported.append(forgotten.exc_type)
    )
    stopping.like_ctrl_c()
    referred = Referred()
    reference = weakref.ref(referred, lambda _: 1 / 0)
    del referred
    assert reference() is None
    assert reported == [ZeroDivisionError]


@pytest.mark.usefixtures("_as_before")
def test_a_signal_interrupts_at_once_elsewhere() -> None:
    stopping.like_ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGHUP)
