"""A signal that stops a command is heard wherever it comes."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graders import stopping


@pytest.fixture
def _as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in stopping.SIGNALS}
    hook, sys.unraisablehook = sys.unraisablehook, sys.__unraisablehook__
    yield
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
    gc.callbacks.append(_take_a_signal)
    try:
        gc.collect()
    finally:
        gc.callbacks.remove(_take_a_signal)


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
