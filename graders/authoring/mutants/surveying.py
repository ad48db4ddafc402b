"""Surveying: run the mutants of an exercise as far as they are not known, and count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graders.authoring.mutants.equivalents import equivalents, place_of, stale
from graders.authoring.mutants.making import Mutant
from graders.authoring.mutants.process import Warm
from graders.authoring.mutants.results import Kept, Result, Subject, kept

VISIBLE, HIDDEN = 0.98, 0.99
"""Which share of the wrong mutants of an exercise that return something must fail on its cases.

Most others raise whatever the cases are, and would only hide the holes.
"""


def percent(share: float) -> str:
    """Return a share in percent, as pages and messages write it."""
    return f"{100 * share:.0f} %"


@dataclass(frozen=True)
class Survey:
    """What became of all mutants of an exercise.

    Args:
        lesson, exercise: which.
        digest: of all that the results follow from.
        results: what became of each mutant, by its change.
        listed: why mutants are equivalent, by change.
    """

    lesson: str
    exercise: str
    digest: str
    results: Mapping[str, Result]
    listed: Mapping[str, str] = field(default_factory=dict)

    @property
    def wrong(self) -> dict[str, Result]:
        """The mutants that are not listed as equivalent."""
        return {c: r for c, r in self.results.items() if c not in self.listed}

    @property
    def equivalent(self) -> int:
        """How many mutants are listed as equivalent."""
        return len(self.results) - len(self.wrong)

    @property
    def returning(self) -> list[Result]:
        """What became of the wrong ones that return something."""
        return [r for r in self.wrong.values() if r.told not in ("exception", "ended")]

    @property
    def visible(self) -> int:
        """How many of these fail on the visible cases."""
        return sum(result.visible for result in self.returning)

    @property
    def hidden(self) -> int:
        """How many of these fail on every table of hidden cases."""
        return sum(result.always for result in self.returning)

    @property
    def told(self) -> Counter[str]:
        """How those of these that fail on the visible cases are known."""
        return Counter(result.told for result in self.returning if result.visible)

    @property
    def named(self) -> int:
        """How many of these are named: as a registered mistake, or as two."""
        return self.told["mistake"] + self.told["pair"]

    @property
    def unnamed(self) -> list[str]:
        """What wrong mutants fail on the visible cases and are no mistake with a name, in words."""
        heard = {"ablation": "told from ablations", "general": "told in general"}
        return [f"{heard[r.told]}: {c}" for c, r in self.wrong.items() if r.told in heard]

    @property
    def uncaught(self) -> list[str]:
        """What wrong mutants pass, in words: on which cases, and what was changed."""
        said = []
        for change, result in self.wrong.items():
            passed = ["visible"] * (not result.visible) + ["hidden"] * (not any(result.hidden))
            if any(result.hidden) and not result.always:
                number = len(result.hidden)
                passed.append(f"some hidden ({number - sum(result.hidden)} of {number} tables)")
            if passed:
                said.append(f"passes on {' and '.join(passed)} cases: {change}")
        return said

    @property
    def complaints(self) -> list[str]:
        """What must be mended: in the list of equivalent mutants, or in the cases."""
        found = stale(self.lesson, self.exercise, self.listed, self.results)
        place = place_of(self.lesson)
        for change in self.listed:
            result = self.results.get(change)
            if result is not None and (result.visible or any(result.hidden)):
                where = "visible" if result.visible else "hidden"
                found.append(
                    f"{place}: [{self.exercise}] lists “{change}” as equivalent, but it fails on "
                    f"{where} cases. Take the entry out."
                )
        for kind, caught, least in (
            ("visible", self.visible, VISIBLE),
            ("hidden", self.hidden, HIDDEN),
        ):
            if caught < least * len(self.returning):
                found.append(
                    f"{self.exercise}: {caught} of {len(self.returning)} wrong mutants that "
                    f"return something fail on {kind} cases. Expected {percent(least)} or more. "
                    "Draw cases that tell the others from the reference; what no case can tell "
                    f"goes into {place}, with the reason."
                )
        return found


class Surveying:
    """The mutants of one exercise, to be judged.

    Args:
        lesson, exercise: which.
        known: the results that are kept; the lesson's own file unless given.

    Raises:
        RefusalError: the list of equivalent mutants is not as it should be.
    """

    def __init__(self, lesson: str, exercise: str, known: Kept | None = None) -> None:
        self._subject = Subject(lesson, exercise)
        self._listed = equivalents(lesson).get(exercise, {})
        self._kept = kept(lesson) if known is None else known

    @property
    def exercise(self) -> str:
        """The exercise."""
        return self._subject.exercise

    @property
    def mutants(self) -> Sequence[Mutant]:
        """The mutants of the exercise."""
        return self._subject.mutants

    @property
    def missing(self) -> list[Mutant]:
        """The mutants of which no result is kept."""
        return [m for m in self.mutants if self._kept.get(self._subject.keys(m)) is None]

    def run(self, warm: Warm) -> Iterator[Mutant]:
        """Judge the mutants of which no result is kept; yield each when its result is kept."""
        lesson, exercise = self._subject.lesson, self._subject.exercise
        for mutant in self.missing:
            keys = self._subject.keys(mutant)
            result = warm.judged(lesson, exercise, mutant.source, self._kept.hidden(keys))
            self._kept.put(keys, result)
            yield mutant

    def survey(self) -> Survey:
        """Return what became of all mutants.

        Raises:
            RuntimeError: some are not judged yet.
        """
        found = {m.change: self._kept.get(self._subject.keys(m)) for m in self.mutants}
        results = {change: result for change, result in found.items() if result is not None}
        if len(results) < len(found):
            raise RuntimeError(f"{len(found) - len(results)} mutants are not judged yet")
        subject = self._subject
        return Survey(
            subject.lesson,
            subject.exercise,
            subject.digest(sorted(self._listed)),
            results,
            self._listed,
        )
