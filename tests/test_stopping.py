"""A signal that stops a command is heard wherever it comes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from graders import stopping


@pytest.fixture
def _as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in stopping.SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Collected:
    """Takes a signal while it is collected, where Python forgets what is raised."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.001)


def _collect_and_wait() -> None:
    del [Collected()][0]
    time.sleep(10)


@pytest.mark.usefixtures("_as_before")
def test_a_signal_that_comes_while_garbage_is_collected_is_not_lost() -> None:
    stopping.like_ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        _collect_and_wait()


@pytest.mark.usefixtures("_as_before")
def test_a_signal_interrupts_at_once_elsewhere() -> None:
    stopping.like_ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGHUP)
