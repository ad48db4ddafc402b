"""Ablations: a small case with one input zero, one size one, or one input moved.

They are drawn from the contract when a table is built, with what the reference gives, and run after
a failure on visible cases. A grader's hidden cases have none.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np

from graders.judging.nearness import EXACT, alike
from graders.judging.observe import CaseInput, Observation, observe
from graders.judging.plain import Plain

Kind = Literal["base", "one", "moved", "last", "first", "zero"]

SECONDS = 0.11
"""How long all ablations of one check may take together."""

CHUNK = 6
"""How many are run before the clock is read again."""


@dataclass(frozen=True)
class Ablation:
    """One ablation of an exercise, and what is right in it.

    Args:
        kind: "base": the small case itself; "one": a size is one; "zero" and "moved": an input is;
            "last": an input is moved in its last step, or last example; "first": in its first step.
        what: the size or the input, as a learner calls it: "m", "ba".
        path: where the input stands, `caches[0][*][2]`; for "last" with the axis, as in `x@T_x`.
        case: the inputs; None where they are those of the base, changed.
        expected: what is returned, by name: arrays alone.
        changes: the returned values that a move changes; for "last": in their first step or
            example; for "first": in their last step.
        anywhere: for "last", the returned values that the move changes at all.
        axis: for "last", the number of the axis.
    """

    kind: Kind
    what: str
    path: str = ""
    case: CaseInput | None = None
    expected: Mapping[str, Plain] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    axis: int = 0


@dataclass(frozen=True)
class Ablated:
    """What a function did with the ablations that there was time for, in their order."""

    ablations: tuple[Ablation, ...]
    observations: tuple[Observation, ...]

    def pairs(self, *kinds: Kind) -> Iterator[tuple[Ablation, Observation]]:
        """Yield those of some kinds in which something was returned."""
        for ablation, seen in zip(self.ablations, self.observations, strict=False):
            if ablation.kind in kinds and seen.outcome == "returned":
                yield ablation, seen

    @property
    def base(self) -> Observation | None:
        """What the function did with the small case itself."""
        return next((seen for _, seen in self.pairs("base")), None)


def input_paths(arguments: Mapping[str, Plain]) -> Iterator[tuple[str, Plain]]:
    """Yield every array and number of the arguments by its path; entries of a list have one."""
    for name, value in arguments.items():
        yield from _paths(value, name)


def _paths(tree: Plain, path: str) -> Iterator[tuple[str, Plain]]:
    if isinstance(tree, dict):
        for key, item in tree.items():
            if type(item) is int:  # an index of a vocabulary, under a key that was drawn
                continue
            yield from _paths(item, f"{path}[{key!r}]")
    elif isinstance(tree, tuple):
        for i, item in enumerate(tree):
            yield from _paths(item, f"{path}[{i}]")
    elif isinstance(tree, list):
        yield from _paths(tree[0], f"{path}[*]") if tree else ()
    elif isinstance(tree, np.ndarray | float | int) and not isinstance(tree, bool):
        yield path, tree


def changed(case: CaseInput, path: str, change: Callable[[Any], Any]) -> CaseInput:
    """Return a case in which what stands at a path is another."""
    arguments = {name: _changed(v, name, path, change) for name, v in case.arguments.items()}
    return replace(case, arguments=arguments)


def _changed(tree: Plain, here: str, path: str, change: Callable[[Any], Any]) -> Plain:
    if here == path:
        return change(tree)
    if isinstance(tree, dict):
        return {k: _changed(v, f"{here}[{k!r}]", path, change) for k, v in tree.items()}
    if isinstance(tree, tuple):
        return tuple(_changed(v, f"{here}[{i}]", path, change) for i, v in enumerate(tree))
    if isinstance(tree, list):
        return [_changed(v, f"{here}[*]", path, change) for v in tree]
    return tree


def _moved(value: Any) -> Any:
    """Return a value moved a little, every entry by another amount; integers by one."""
    if np.asarray(value).dtype.kind in "iu":
        return value + 1
    array = np.asarray(value, dtype=np.float64)
    steps = 0.05 + 0.02 * np.cos(np.arange(array.size)).reshape(array.shape)
    return array + steps if array.ndim else float(array + steps)


def _moved_at(axis: int, place: int) -> Callable[[Any], Any]:
    def change(value: Any) -> Any:
        new = np.array(value) if value.dtype.kind in "iu" else np.array(value, dtype=np.float64)
        view = np.moveaxis(new, axis, 0)
        view[place] = _moved(view[place])
        return new

    return change


def inputs(ablation: Ablation, base: CaseInput) -> CaseInput:
    """Return the inputs of an ablation."""
    if ablation.case is not None:
        return ablation.case
    if ablation.kind == "zero":
        return changed(base, ablation.path, lambda v: v * 0)
    path = ablation.path.partition("@")[0]
    if ablation.kind == "moved":
        return changed(base, path, _moved)
    return changed(base, path, _moved_at(ablation.axis, -1 if ablation.kind == "last" else 0))


def ablate(function: Any, ablations: Sequence[Ablation], seconds: float = SECONDS) -> Ablated:
    """Return what a function does with ablations, in their order, while there is time.

    Args:
        function: what the learner wrote.
        ablations: those of a table; the first is the base.
        seconds: how long they may take together. The chunk that is running then ends.
    """
    observations = observe_within(function, ablated_cases(ablations), seconds)
    return Ablated(tuple(ablations) if observations else (), tuple(observations))


def ablated_cases(ablations: Sequence[Ablation]) -> list[CaseInput]:
    """Return the inputs of a table's ablations, or none where it has no small case of its own."""
    if not ablations or ablations[0].case is None:
        return []
    return [inputs(a, ablations[0].case) for a in ablations]


def observe_within(
    function: Any, cases: Sequence[CaseInput], seconds: float = SECONDS
) -> list[Observation]:
    """Return what a function does with cases, in their order, while there is time.

    Args:
        function: what the learner wrote.
        cases: as `ablated_cases` returns them.
        seconds: how long they may take together. The chunk that is running then ends.
    """
    end = time.monotonic() + seconds
    observations: list[Observation] = []
    for start in range(0, len(cases), CHUNK):
        left = end - time.monotonic()
        if left <= 0:
            break
        chunk = observe(function, cases[start : start + CHUNK], seconds=max(left, 0.01))
        observations += chunk
        if chunk[-1].outcome == "timeout":
            break
    return observations


def same(one: Plain, other: Plain) -> bool:
    """Return whether two values are the same within the tolerance of float64."""
    return alike(one, other, EXACT)
