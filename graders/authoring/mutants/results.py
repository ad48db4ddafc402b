"""What became of mutants, and the file that keeps it, so that a run goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from graders.authoring.mutants.making import Mutant, mutants
from graders.judging.drawing import hidden_outline
from graders.judging.frozen import frozen_names
from graders.judging.observe import CaseInput
from graders.judging.table import Table
from graders.judging.trees import rounded
from graders.lessons.reference import needed_source, reference
from graders.paths import ROOT, frozen_folder

KEPT = ROOT / ".mutants"
"""The folder of the kept files, one for each lesson. It is not committed."""

SEEDS = (1, 2, 3)
"""What the hidden cases are drawn from."""

DIGITS = 5

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


class Keys(NamedTuple):
    """Digests of all that a result follows from: on the visible cases, and on hidden ones.

    What a learner hears depends on the mistakes of the table, whether a mutant fails does not. So
    where mistakes are added, hidden cases need not be run again.
    """

    visible: str
    hidden: str


class Subject:
    """The mutants of one exercise, and what they are judged by.

    Args:
        lesson, exercise: which.
    """

    def __init__(self, lesson: str, exercise: str) -> None:
        self.lesson, self.exercise = lesson, exercise
        self.mutants = mutants(reference(lesson).source(exercise))
        self._called = needed_source(lesson, exercise)
        self._tables = [hidden_outline(lesson, exercise, seed) for seed in SEEDS]
        self._visible = _digest([self._called, *_visible(lesson, exercise)])
        self._hidden = _digest([self._called, *_hidden(self._tables)])

    def keys(self, mutant: Mutant) -> Keys:
        """Return what a mutant's result is kept under."""
        return Keys(_digest([self._visible, mutant.source]), _digest([self._hidden, mutant.source]))

    def digest(self, listed: Sequence[str]) -> str:
        """Return a digest of all that a survey of the exercise follows from.

        It is the same on machines on which the last digits of hidden cases differ.

        Args:
            listed: the changes that are listed as equivalent.
        """
        made = (mutant.change + mutant.source for mutant in self.mutants)
        tables = [replace(one, cases=tuple(map(_coarse, one.cases))) for one in self._tables]
        return _digest([self._visible, *_hidden(tables), *made, *listed])[:12]


_TOLD_TO_ALL = ('"title"', '"hints"', '"after_success"', '"pairs_from"')
"""How the lines of a written table begin on which no result depends."""


def _visible(lesson: str, exercise: str) -> Iterator[str]:
    """Yield the table of visible cases as it is written; none is written of a lesson of tests."""
    if exercise in frozen_names():
        path = frozen_folder(lesson) / f"{exercise}.json"
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from (line for line in lines if not line.startswith(_TOLD_TO_ALL))


def _hidden(tables: Sequence[Table]) -> Iterator[str]:
    """Yield hidden cases, and how answers to them are judged."""
    for table in tables:
        yield table.cases_json()
        yield repr((table.returns, table.as_dict, table.properties, table.refuses))


def _coarse(case: CaseInput) -> CaseInput:
    """Return a case whose numbers have so few digits that machines agree on them."""
    return replace(case, arguments=rounded(case.arguments, DIGITS))


def _digest(texts: Iterable[str]) -> str:
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
        self._visible: dict[str, Result] = {}
        self._hidden: dict[str, tuple[bool, ...]] = {}
        self._torn = False
        if path.exists():
            text = path.read_text(encoding="utf-8")
            self._torn = not text.endswith("\n")
            for line in text.splitlines():
                try:
                    data = json.loads(line)
                    keys = Keys(*data.pop("of"))
                    self._know(keys, Result.from_json(data))
                except (ValueError, KeyError, TypeError, AttributeError):
                    continue

    def _know(self, keys: Keys, result: Result) -> None:
        self._visible[keys.visible] = result
        self._hidden[keys.hidden] = result.hidden

    def get(self, keys: Keys) -> Result | None:
        """Return a result, or None where a part of it is not known."""
        seen, hidden = self._visible.get(keys.visible), self.hidden(keys)
        return replace(seen, hidden=hidden) if seen and hidden else None

    def hidden(self, keys: Keys) -> tuple[bool, ...] | None:
        """Return what became of a mutant on hidden cases, or None where it is not known."""
        return self._hidden.get(keys.hidden)

    def put(self, keys: Keys, result: Result) -> None:
        """Keep a result, at once."""
        self._know(keys, result)
        self._path.parent.mkdir(exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" * self._torn + json.dumps({"of": keys, **result.to_json()}) + "\n")
        self._torn = False


def kept(lesson: str) -> Kept:
    """Return the results of a lesson's mutants that are known."""
    return Kept(KEPT / f"{lesson}.jsonl")
