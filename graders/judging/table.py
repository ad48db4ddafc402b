"""Tables: the cases of an exercise, what is expected, and what each mistake gives.

A frozen table holds the visible cases and is all that a learner's machine needs. A hidden table
is drawn by a grader from a secret seed and never leaves its process whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graders.exercise import Returned
from graders.judging.ablations import Ablation
from graders.judging.memo import Memo
from graders.judging.nearness import Tolerance, tolerance
from graders.judging.observe import CaseInput, Observation, cases_to_json
from graders.judging.plain import Plain
from graders.kinds import is_exact, is_ordered

if TYPE_CHECKING:
    from graders.judging.pairs import Pair

POOL = 8
"""How many hidden tables an exercise has in a course. Each attempt meets one of them."""


@dataclass(frozen=True)
class KnownMistake:
    """A mistake and what it gives on the cases of a table.

    Args:
        exercise: the exercise in which the mistake is made: the table's own, or one it builds on.
        key: its name in that exercise.
        sentence: the explanation.
        observations: one for each case.
    """

    exercise: str
    key: str
    sentence: str
    observations: Sequence[Observation]


@dataclass(frozen=True)
class KnownRungs:
    """The intermediate gradients of an exercise; see `graders.rungs`.

    Args:
        says: for each name, in the order of computation, its axes and a short phrase.
        values: the reference's by name, for each case; None where a case must be refused. A hidden
            table has none: nothing is told of them there.
        sums: the returned value to which a rung adds up over time, by the rung's name.
    """

    says: Mapping[str, tuple[str, str]]
    values: tuple[Mapping[str, Plain] | None, ...] = ()
    sums: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """Everything that judging one exercise needs.

    Args:
        lesson, exercise, title, points: what is judged.
        returns, as_dict, properties, builds_on, hints, after_success: as in the contract.
        cases: the inputs.
        sizes: the sizes of each case's setting.
        expected: what the reference returned for each case.
        mistakes: what each known mistake gives. In a hidden table a mistake is run when somebody
            looks at it, as far as somebody looks: most are told from what was observed by their
            first case.
        hidden: whether the cases are secret.
        ablations: what is run after a failure on visible cases; a hidden table has none.
        pairs: what two mistakes give together on the small case of the ablations.
        pairs_from: a digest of what the pairs follow from; "" where there can be none.
        refuses: the type of exception that must be raised, by the setting of the case. What is
            expected there is None; see `refusals`.
        rungs: the intermediate gradients that a learner may return besides, or None.
    """

    lesson: str
    exercise: str
    title: str
    points: float
    returns: Mapping[str, Returned]
    as_dict: bool
    properties: tuple[str, ...]
    builds_on: tuple[str, ...]
    hints: tuple[str, ...]
    after_success: str
    cases: tuple[CaseInput, ...]
    sizes: tuple[Mapping[str, int], ...]
    expected: tuple[Plain, ...]
    mistakes: Sequence[KnownMistake]
    hidden: bool = False
    ablations: tuple[Ablation, ...] = ()
    pairs: tuple[Pair, ...] = ()
    pairs_from: str = ""
    refuses: Mapping[str, str] = field(default_factory=dict)
    rungs: KnownRungs | None = None

    def refuses_case(self, index: int) -> str | None:
        """Return the type of exception that a case must raise; None where it must return."""
        return self.refuses.get(self.cases[index].setting)

    def key_of(self, known: KnownMistake) -> str:
        """Return what verdicts call a mistake; see `Verdict.mistake`."""
        own = known.exercise == self.exercise
        return known.key if own else f"{known.exercise}.{known.key}"

    @cached_property
    def limits(self) -> tuple[Tolerance, ...]:
        """How near values must be in each case, and whether all else must be the same."""
        exact = is_exact(self.returns)
        ordered = is_ordered(self.returns)
        return tuple(tolerance(case.dtype, exact, ordered) for case in self.cases)

    def cases_json(self) -> str:
        """Return the cases as JSON text, for `observe_json` in another process."""
        return self._cases_json

    @cached_property
    def _cases_json(self) -> str:
        return json.dumps(cases_to_json(self.cases))

    @property
    def explains(self) -> bool:
        """Whether the table knows mistakes; none is run to find out."""
        return isinstance(self.mistakes, Memo) or bool(self.mistakes)

    def without_mistakes(self) -> Table:
        """Return the table as plain data: whatever has to be run is left out."""
        return replace(self, mistakes=())
