"""Other right ways to solve an exercise, with what each costs. They lie where the answers do."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from graders.paths import ways_file

NUMBER = 2
"""How many an exercise has."""


@dataclass(frozen=True)
class Way:
    """A right function beside the reference.

    Args:
        title: a few words: "inputs projected at once".
        says: a sentence on what it costs, in time, in memory or for who reads it.
        source: the code.
    """

    title: str
    says: str
    source: str

    def to_json(self) -> dict[str, str]:
        """Return the way as JSON data."""
        return asdict(self)


def ways(lesson: str, exercise: str) -> tuple[Way, ...]:
    """Return the other ways of an exercise; none where they are not installed.

    Raises:
        OSError: they may not be read.
        ValueError: the file is not what the build wrote.
    """
    try:
        text = ways_file(lesson).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    found: dict[str, Any] = json.loads(text)["ways"]
    return tuple(Way(**one) for one in found.get(exercise, ()))
