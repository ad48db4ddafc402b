"""The warm process in which mutants are judged, and its deadline."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from typing import Any

import graders.lessons
import graders.paths
from graders.authoring.mutants.results import ENDED, Result
from graders.errors import RefusalError

SECONDS = 60.0
"""How long one mutant may take on all its cases; a case has a shorter limit of its own."""

READY = 600.0
"""How long the process may take to make ready what an exercise is judged by."""


class Warm:
    """A process that judges one mutant after the other. A context manager.

    A mutant that takes too long, or that ends its process, is one that fails; another process goes
    on with the next.

    Args:
        seconds: how long one mutant may take.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._ready: set[tuple[str, str]] = set()
        self._rest = b""

    def __enter__(self) -> Warm:
        return self

    def __exit__(self, *details: object) -> None:
        self._end()

    def judged(
        self, lesson: str, exercise: str, source: str, hidden: tuple[bool, ...] | None = None
    ) -> Result:
        """Return what becomes of a mutant.

        Args:
            lesson: the lesson of the reference.
            exercise: the function of which it is a mutant.
            source: the function.
            hidden: what became of it on hidden cases, where that is known: they are not run.

        Raises:
            RefusalError: the process cannot make ready what the exercise is judged by.
        """
        asked = {"lesson": lesson, "exercise": exercise, "hidden": hidden}
        if self._child is None:
            self._start()
        if (lesson, exercise) not in self._ready:
            if self._answer(asked, READY) is None:
                self._end()
                raise RefusalError(
                    f"{exercise}: its cases could not be made ready. Expected an exercise that is "
                    f"built and healthy. See what `graders doctor {lesson} {exercise}` says."
                )
            self._ready.add((lesson, exercise))
        answer = self._answer({**asked, "source": source}, self._seconds)
        if answer is None:
            self._end()
            return ENDED
        return Result.from_json(answer)

    def _start(self) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "graders.authoring.mutants.judging"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
        self._rest = b""
        solutions, contracts = graders.paths.SOLUTIONS, list(graders.lessons.__path__)
        self._send({"solutions": str(solutions), "contracts": contracts})

    def _send(self, request: dict[str, Any]) -> None:
        assert self._child is not None
        assert self._child.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._child.stdin.write(json.dumps(request).encode() + b"\n")
            self._child.stdin.flush()

    def _answer(self, request: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        """Return the answer to a request; None where none comes in time."""
        self._send(request)
        assert self._child is not None
        assert self._child.stdout is not None
        until = time.monotonic() + seconds
        descriptor = self._child.stdout.fileno()
        while b"\n" not in self._rest:
            left = until - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                return None
            more = os.read(descriptor, 1 << 16)
            if not more:
                return None
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _end(self) -> None:
        """End the process, if there is one, whatever it is doing."""
        if self._child is None:
            return
        self._child.kill()
        self._child.communicate()
        self._child, self._ready = None, set()
