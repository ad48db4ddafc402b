"""What is logged, warned of or raised holds nothing that acts in a terminal or in a log's file.

nbgrader logs names of folders and files as they are, and texts of exceptions. It is the message
that is made visible, not what a formatter makes of it: its own colours stay.
"""

from __future__ import annotations

import logging
import sys
import traceback
import warnings
from types import TracebackType
from typing import Any

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


def log_visibly() -> None:
    """Let all that this process logs, warns of, or ends with be visible text, from now on."""
    logging.setLogRecordFactory(VisibleRecord)
    sys.excepthook = _say_exception
    warnings.formatwarning = _warning


def _say_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    sys.stderr.write(visible("".join(traceback.format_exception(kind, error, trace))))


def _warning(*args: Any, **more: Any) -> str:
    return visible(_as_python_does(*args, **more))


_as_python_does = warnings.formatwarning
