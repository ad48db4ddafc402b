"""Results on their way into the gradebook: kept while another program is using it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator

from graders.grading.driver.results import StudentResult
from graders.grading.driver.tasks import Done
from graders.grading.gradebook.records import some
from graders.grading.gradebook.waiting import QUIET, InUseError, current, waiting

MOST_BYTES = 200_000_000
"""How much is kept before grading waits for the gradebook."""


class Keeper:
    """Has results written, in their order, and keeps those that cannot be written yet.

    Who hears of a gradebook that is waited for also hears that results are kept.

    Args:
        write: writes one; where it raises InUseError, nothing was written.
    """

    def __init__(self, write: Callable[[Done], StudentResult]) -> None:
        self._write = write
        self._say = current().say
        self._kept: deque[Done] = deque()
        self._bytes = 0
        self._since = self._tried = float("inf")
        self._said = False

    def add(self, one: Done) -> Iterator[StudentResult]:
        """Write a result, after those that were kept, and return what was written.

        Raises:
            InUseError: too much is kept, and the gradebook stays in use.
        """
        self._kept.append(one)
        self._bytes += _size(one)
        if self._bytes > MOST_BYTES:
            yield from self.rest()
        elif not 0.0 < time.monotonic() - self._tried < QUIET:  # each trial keeps us from others
            yield from self._try()

    def rest(self) -> Iterator[StudentResult]:
        """Write what was kept, and return it; wait for the gradebook, if it has to be.

        Raises:
            InUseError: it stays in use. The text says whose results are lost.
        """
        try:
            while self._kept:
                yield self._first(None)
        except InUseError as error:
            number = len(self._kept)
            results = "1 result" if number == 1 else f"{number} results"
            whose = some([one.student for one in self._kept])
            raise InUseError(
                error.place,
                f"What was written before stays; {results} could not be written, and are graded "
                f"again next time ({whose}). ",
            ) from error
        self._free()

    def _try(self) -> Iterator[StudentResult]:
        """Write what was kept, if the gradebook is free, and return it."""
        try:
            while self._kept:
                yield self._first(0.0)
        except InUseError as error:
            self._tried = time.monotonic()
            self._since = min(self._since, self._tried)
            if not self._said and self._tried - self._since > QUIET:
                self._said = True
                self._say(
                    f"The gradebook {error.place} is in use by another program. Grading goes on: "
                    "what it gives is kept, and written when the gradebook is free."
                )
            return
        self._free()

    def _first(self, seconds: float | None) -> StudentResult:
        """Write the first result that is kept, and return it."""
        with waiting(self._say, seconds):
            result = self._write(self._kept[0])
        self._bytes -= _size(self._kept.popleft())
        return result

    def _free(self) -> None:
        """Forget that the gradebook was in use."""
        if self._said:
            self._say("The gradebook is free again, and what was kept is written.")
        self._since = self._tried = float("inf")
        self._said = False


def _size(one: Done) -> int:
    return len(one.graded.notebook) if one.graded is not None else 0
