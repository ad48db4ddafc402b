"""What became of mutants, and the file that keeps it, so that a run goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graders.authoring.mutants.making import Mutant, mutants
from graders.judging.drawing import hidden_outline
from graders.judging.frozen import frozen_names
from graders.lessons.reference import needed_source, reference
from graders.paths import ROOT, frozen_folder

KEPT = ROOT / ".mutants"
"""The folder of the kept files, one for each lesson. It is not committed."""

SEEDS = (1, 2, 3)
"""What the hidden cases are drawn from."""

TOLD = ("mistake", "pair", "ablation", "exception", "general", "ended")
"""How a mutant is known: as a mistake, as two, from ablations, by its exception, or not at all;
"ended" is one that had to be stopped, or that ended the process."""


@dataclass(frozen=True)
class Result:
    """What became of a mutant.

    Args:
        visible: whether it fails on the visible cases.
        hidden: the same for each table of hidden cases.
        told: how it is known there, one of `TOLD`.
        key: the mistake that is named, or two of them with a + between.
    """

    visible: bool
    hidden: tuple[bool, ...]
    told: str = ""
    key: str = ""

    @property
    def always(self) -> bool:
        """Whether it fails on every table of hidden cases."""
        return all(self.hidden)

    def to_json(self) -> dict[str, Any]:
        """Return the result as JSON data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Result:
        """Return the result that `to_json` wrote."""
        return cls(**{**data, "hidden": tuple(data["hidden"])})


ENDED = Result(visible=True, hidden=(True,) * len(SEEDS), told="ended")
"""What becomes of a mutant that had to be stopped: where it is graded, it earns nothing."""


class Subject:
    """The mutants of one exercise, and what they are judged by.

    Args:
        lesson, exercise: which.
    """

    def __init__(self, lesson: str, exercise: str) -> None:
        self.lesson, self.exercise = lesson, exercise
        self.mutants = mutants(reference(lesson).source(exercise))
        self._judged_by = _digest([needed_source(lesson, exercise), *_cases(lesson, exercise)])

    def key(self, mutant: Mutant) -> str:
        """Return what a mutant's result is kept under: a digest of all that it follows from."""
        return _digest([self._judged_by, mutant.source])

    def digest(self, listed: Sequence[str]) -> str:
        """Return a digest of all that a survey of the exercise follows from.

        Args:
            listed: the changes that are listed as equivalent.
        """
        made = (mutant.change + mutant.source for mutant in self.mutants)
        return _digest([self._judged_by, *made, *listed])[:12]


def _cases(lesson: str, exercise: str) -> Iterable[str]:
    """Yield the table of visible cases as it is written, and the hidden cases."""
    if exercise in frozen_names():
        path = frozen_folder(lesson) / f"{exercise}.json"
        yield path.read_text(encoding="utf-8")
    for seed in SEEDS:
        yield hidden_outline(lesson, exercise, seed).cases_json()


def _digest(texts: Sequence[str]) -> str:
    whole = hashlib.sha256()
    for text in texts:
        whole.update(hashlib.sha256(text.encode()).digest())
    return whole.hexdigest()[:24]


class Kept:
    """The results of a lesson's mutants that are known, in a file with a line for each.

    What was written halfway when a run was stopped is not taken for a result.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Result] = {}
        self._torn = False
        if path.exists():
            text = path.read_text(encoding="utf-8")
            self._torn = not text.endswith("\n")
            for line in text.splitlines():
                try:
                    data = json.loads(line)
                    key = data.pop("of")
                    self._known[key] = Result.from_json(data)
                except (ValueError, KeyError, TypeError, AttributeError):
                    continue

    def get(self, key: str) -> Result | None:
        """Return a result, or None where it is not known."""
        return self._known.get(key)

    def put(self, key: str, result: Result) -> None:
        """Keep a result, at once."""
        self._known[key] = result
        self._path.parent.mkdir(exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" * self._torn + json.dumps({"of": key, **result.to_json()}) + "\n")
        self._torn = False


def kept(lesson: str) -> Kept:
    """Return the results of a lesson's mutants that are known."""
    return Kept(KEPT / f"{lesson}.jsonl")
