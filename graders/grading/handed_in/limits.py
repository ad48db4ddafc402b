"""How much of what was handed in is read, and how long that may take: all limits in one place.

Together they keep what a submission costs before its first cell runs below 2 s and 500 MB, whatever
is in its file.
"""

from __future__ import annotations

import time
from collections.abc import Callable

MAX_BYTES = 100_000_000
"""How large a notebook's file may be. Reading over outputs costs time, and no memory."""

MAX_ODD_BYTES = 22_000_000
"""How large a file may be that only Python's own reader reads: with NaN in it, say, or no UTF-8."""

MAX_ODD_VALUES = 1_000_000
"""How many values such a file may hold, because every one of them becomes an object there."""

MAX_CELLS = 2_000
"""How many cells are read."""

MAX_COUNTED = 10 * MAX_CELLS
"""How many cells are counted: of a notebook with more, nothing is read."""

MAX_SOURCE = 1_000_000
"""How many characters the source of one cell may have."""

MAX_WRITTEN = 6_000_000
"""How many bytes of the file the source of one cell may take up, with quotes and escapes."""

MAX_TEXT = 25_000_000
"""How many bytes of the file the sources of all cells may take up."""

MAX_ATTACHED = 5_000_000
"""How many bytes of the file the pictures in the text of one cell may take up."""

MAX_ALL_ATTACHED = 20_000_000
"""The same for all cells."""

MAX_PICTURES = 100
"""How many pictures the text of one cell may have."""

MAX_ALL_PICTURES = 1_000
"""How many pictures the texts of all cells are read with; a few more where they stand in one."""

MAX_SMALL = 2_000
"""How many bytes of the file anything else may take up that is looked at: an id, a list of tags."""

MAX_TAGS = 10
"""How many tags of a cell are looked at."""

MAX_REMARKS = 50
"""How many sentences are said on reading, and as many on what was restored; more are counted."""

MAX_PARSED = 40_000
"""How many characters of a submission are parsed to find the functions that it defines: that takes
up to 15 microseconds and half a kilobyte for each. In the rest, lines that begin with `def` or
`class` are looked for."""

MAX_SEARCHED = 32_000
"""How many characters students may write until nobody looks for the lesson's names in them, and all
experiments run: that can take a time that grows with the square of the length."""

MAX_SECONDS = 10.0
"""How much processor time reading and sanitising may take. The other limits are there so that this
one is never reached."""


class UnreadableNotebookError(ValueError):
    """A submission that cannot be read as a notebook; its text says why and what to do."""


class Deadline:
    """The time that reading and sanitising one submission may take.

    Args:
        seconds: how many, of this thread's processor time, so that a busy machine costs nobody
            anything.
        clock: returns the processor time that has passed.
    """

    def __init__(
        self, seconds: float = MAX_SECONDS, clock: Callable[[], float] = time.thread_time
    ) -> None:
        self._seconds, self._clock = seconds, clock
        self._end = clock() + seconds

    def check(self) -> None:
        """Go on, or end.

        Raises:
            UnreadableNotebookError: the time is over.
        """
        if self._clock() > self._end:
            raise UnreadableNotebookError(
                f"Reading the notebook took more than {self._seconds:g} s of processor time. A "
                "notebook that is read in less was expected. Clear all outputs in JupyterLab, "
                "delete cells that are not needed, save, and hand it in again."
            )
