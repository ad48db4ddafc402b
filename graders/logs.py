"""What is logged, warned of or raised holds nothing that acts in a terminal or in a log's file.

nbgrader logs names of folders and files as they are, and texts of exceptions. It is the message
that is made visible, not what a formatter makes of it: its own colours stay.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterable
from types import TracebackType
from typing import Any, TextIO, cast

from graders.wording import visible


class VisibleRecord(logging.LogRecord):
    """A record in a log whose message, and whose exception, are visible text."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.exc_info and self.exc_info[0]:
            self.exc_text = visible("".join(traceback.format_exception(*self.exc_info))).rstrip()

    def getMessage(self) -> str:  # noqa: N802 - logging's name
        """Return the message with its arguments."""
        return visible(super().getMessage())


class VisibleStream:
    """A stream to which only visible text is written; anything else is the stream's own.

    Args:
        stream: to write to.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text, and return how long it was."""
        self._stream.write(visible(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write texts."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def log_visibly() -> None:
    """Let all that this process logs, warns of, or ends with be visible text, from now on."""
    logging.setLogRecordFactory(VisibleRecord)
    sys.excepthook = _say_exception
    threading.excepthook = _say_exception_of_thread
    warnings.formatwarning = _warning


def print_visibly() -> None:
    """Let what a command of nbgrader prints be visible text, too: it prints names as they are.

    Any other program that reads our configuration may draw with codes of its own.
    """
    from nbgrader.apps import NbGrader
    from traitlets.config import Application

    ours = Application.initialized() and isinstance(Application.instance(), NbGrader)
    if ours and not isinstance(sys.stdout, VisibleStream):
        sys.stdout = cast("TextIO", VisibleStream(sys.stdout))


def _say_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    sys.stderr.write(visible("".join(traceback.format_exception(kind, error, trace))))


def _say_exception_of_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is not SystemExit:
        error = args.exc_value or args.exc_type()
        _say_exception(args.exc_type, error, args.exc_traceback)


def _warning(*args: Any, **more: Any) -> str:
    return visible(_as_python_does(*args, **more))


_as_python_does = warnings.formatwarning
