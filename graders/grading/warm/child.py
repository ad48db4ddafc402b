"""What a forked process does until it is a kernel that waits for its first request."""

from __future__ import annotations

import logging
import os
import random
import signal
import sys
import time
from typing import Any

from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config

from graders.grading.isolation.places import Places
from graders.grading.warm.environment import LAST, OPTIONS
from graders.grading.warm.programs import without_programs
from graders.grading.warm.wire import Request

_DEFAULTED = (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP, signal.SIGPIPE)


class ForkedKernelApp(IPKernelApp):
    """ipykernel's application, told in memory where to listen."""

    told: dict[str, Any]

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """Make no parser, which knows every option of IPython, where there is nothing to parse."""
        if argv:
            super().parse_command_line(argv)

    def init_connection_file(self) -> None:
        """Take what would stand in the connection file."""
        self.load_connection_info(self.told)

    def write_connection_file(self, **more: Any) -> None:
        """Write nothing: who asked for the kernel knows all of it."""

    def cleanup_connection_file(self) -> None:
        """Remove nothing: the folder of the sockets is removed by who made it."""


def become_kernel(request: Request, readable: Places, report: int) -> None:
    """Turn this process, just forked, into a kernel. It returns when the kernel has ended.

    Args:
        request: which kernel.
        readable: what an isolated kernel may read.
        report: a file descriptor; "ready" is written to it, or why there is no kernel.
    """
    try:
        application = _prepare(request, readable, report)
    except BaseException as error:
        os.write(report, f"{type(error).__name__}: {error}"[:1_000].encode())
        return
    os.write(report, b"ready")
    os.close(report)
    del request, readable, report
    application.start()


def _prepare(request: Request, readable: Places, report: int) -> IPKernelApp:
    os.setsid()
    for number in _DEFAULTED:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _forget_files(report)
    _forget_randomness()
    os.environ.clear()
    os.environ.update(request.env)
    time.tzset()
    os.umask(0o077)
    os.chdir(request.cwd)
    sys.argv = ["ipykernel_launcher.py", *request.argv]
    from graders.grading.isolation.confine import confine, end_with_parent

    end_with_parent()
    if request.isolated:
        where = Places(readable.files, readable.folders, (*request.scratch,), request.sockets)
        confine(where, request.bounds)
    ForkedKernelApp.told = request.connection
    application = ForkedKernelApp.instance(config=Config(OPTIONS), log_level=logging.CRITICAL)
    application.initialize(request.argv)
    if request.isolated:
        from graders.grading.isolation.seal import seal

        without_programs(application.shell)
        seal()
    sys.path.append(LAST)
    return application


def _forget_files(keep: int) -> None:
    """Close every file of the parent's but one; nothing comes in, and nothing goes out."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    highest = max(int(name) for name in os.listdir("/proc/self/fd"))
    os.closerange(3, keep)
    os.closerange(keep + 1, highest + 1)


def _forget_randomness() -> None:
    """Draw new states for the generators that were seeded before the fork."""
    import tempfile

    import numpy as np

    tempfile.tempdir = None
    random.seed()
    np.random.seed()
