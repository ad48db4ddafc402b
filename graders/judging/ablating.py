"""Drawing ablations from a contract: what the build freezes beside the visible cases."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from graders.exercise import Booleans, Integers, ListOf, Returned, Setting, TupleOf
from graders.judging.ablations import Ablation, input_paths, inputs, same
from graders.judging.diagnose import part_of
from graders.judging.observe import CaseInput, observe
from graders.judging.plain import Plain
from graders.judging.trees import rounded
from graders.kinds import axes_of
from graders.settings import TIME_AXES

if TYPE_CHECKING:
    from graders.exercise import Exercise
    from graders.judging.table import Table

SMALL: Mapping[str, int] = {"n_x": 2, "n_a": 3, "n_y": 4, "m": 5, "T_x": 3}
"""The sizes of the small case. Those of an exercise's own are as small, and differ from these.

m is not 2: a factor of 2 is a slip of its own.
"""

ONES = ("m", "T_x", "n_a")
"""The sizes that are made one, those that tell most first."""

ORDERED = (*TIME_AXES, "m")
"""The axes whose entries do not all depend on each other: steps on later ones, examples on any."""


def ablations_of(
    table: Table, exercise: Exercise, others: Mapping[str, Exercise]
) -> Iterator[Ablation]:
    """Yield the ablations of an exercise, in the order of what tells most.

    Args:
        table: its visible table.
        exercise: its contract.
        others: the exercises of the lesson, from which the entries of tuples have their names.
    """
    drawn = _Drawn(table, exercise, others)
    base = drawn.base
    yield Ablation("base", "", case=base, expected=drawn.right(base))
    own = [size for size in drawn.setting.sizes if size not in SMALL]
    for size in (*ONES, *own):
        yield from drawn.one(size)
    named = [(path, drawn.name(path), value) for path, value in input_paths(base.arguments)]
    for path, name, _ in named:
        yield from drawn.moved(path, name)
    for path, name, value in named:
        yield from drawn.last(path, name, value)
    for path, name, _ in named:
        yield from drawn.zero(path, name)


def _small(sizes: Mapping[str, int]) -> dict[str, int]:
    """Return the sizes of the small case, all different where nothing stands in `SMALL`."""
    small = {name: SMALL[name] for name in sizes if name in SMALL}
    for name, size in sizes.items():
        if name not in SMALL:
            small[name] = min(size, next(n for n in range(2, 99) if n not in small.values()))
    return small


class _Drawn:
    """Cases of one exercise and what its reference gives."""

    def __init__(self, table: Table, exercise: Exercise, others: Mapping[str, Exercise]) -> None:
        from graders.lessons.reference import reference

        self.table, self.exercise, self.others = table, exercise, others
        self.solution = getattr(reference(table.lesson), table.exercise)
        sizes = _small(exercise.visible[0].sizes)
        self.setting = exercise.visible[0].but(name="small", **sizes)
        self.base = self.case(self.setting)
        self.expected = self.right(self.base)
        self.shapes = {size: self._shapes(size) for size in sizes}

    def case(self, setting: Setting) -> CaseInput:
        from graders.judging.drawing import draw_case

        rng = np.random.default_rng([zlib.crc32(self.table.exercise.encode()), 9])
        return draw_case(self.exercise, setting, rng)

    def right(self, case: CaseInput) -> dict[str, Plain]:
        """Return what is right by name, arrays alone; nothing where it is not finite."""
        from graders.judging.answering import EXPECTED_DIGITS

        (seen,) = observe(self.solution, [case])
        if seen.outcome != "returned":
            return {}
        plain = {
            name: rounded(part_of(seen.value, name, self.table), EXPECTED_DIGITS)
            for name, spec in self.table.returns.items()
            if isinstance(spec, str | Mapping | Integers | Booleans)
        }
        return plain if all(map(_finite, plain.values())) else {}

    def _shapes(self, size: str) -> dict[str, tuple[int, ...]]:
        """Return the shape of every input where one size is larger by one."""
        larger = self.case(self.setting.but(**{size: self.setting.sizes[size] + 1}))
        return {path: np.shape(v) for path, v in input_paths(larger.arguments)}

    def axis(self, path: str, value: Any, size: str) -> int | None:
        """Return which axis of an input has a size, or None."""
        shape, other = np.shape(value), self.shapes.get(size, {}).get(path, ())
        if len(shape) != len(other):
            return None
        return next((i for i, (n, o) in enumerate(zip(shape, other, strict=True)) if n != o), None)

    def one(self, size: str) -> Iterator[Ablation]:
        used = any(
            self.axis(path, v, size) is not None for path, v in input_paths(self.base.arguments)
        )
        if not used:
            return
        case = self.case(self.setting.but(**{size: 1}))
        expected = self.right(case)
        if expected:
            yield Ablation("one", size, case=case, expected=expected)

    def moved(self, path: str, name: str) -> Iterator[Ablation]:
        ablation = Ablation("moved", name, path)
        now = self.right(inputs(ablation, self.base))
        if now:
            changes = tuple(k for k, v in now.items() if not same(v, self.expected[k]))
            yield replace(ablation, changes=changes)

    def last(self, path: str, name: str, value: Any) -> Iterator[Ablation]:
        for size in ORDERED:
            axis = self.axis(path, value, size)
            if axis is None:
                continue
            yield from self._at(Ablation("last", name, f"{path}@{size}", axis=axis), size, 0)
            if size in TIME_AXES:
                yield from self._at(Ablation("first", name, f"{path}@{size}", axis=axis), size, -1)

    def _at(self, ablation: Ablation, size: str, place: int) -> Iterator[Ablation]:
        now = self.right(inputs(ablation, self.base))
        if now:
            changes = tuple(k for k in now if self._changes(k, now[k], size, place))
            anywhere = tuple(k for k, v in now.items() if not same(v, self.expected[k]))
            yield replace(ablation, changes=changes, anywhere=anywhere)

    def _changes(self, name: str, now: Plain, size: str, place: int) -> bool:
        spec = self.table.returns[name]
        names = axes_of(spec).split()
        if size not in names:
            return True
        axis = names.index(size)
        return not same(np.take(now, place, axis), np.take(self.expected[name], place, axis))

    def zero(self, path: str, name: str) -> Iterator[Ablation]:
        ablation = Ablation("zero", name, path)
        expected = self.right(inputs(ablation, self.base))
        if expected:
            yield replace(ablation, expected=expected)

    def name(self, path: str) -> str:
        """Return what a learner calls an input: a key, the name of a tuple's entry, an argument."""
        argument, *steps = path.replace("]", "").split("[")
        specs = (e.returns[argument] for e in self.others.values() if argument in e.returns)
        spec: Returned | None = next(specs, None)
        name = argument
        for step in steps:
            if step.startswith("'"):
                name, spec = step.strip("'"), None
            elif isinstance(spec, TupleOf) and step.isdigit():
                name = list(spec.entries)[int(step)]
                spec = spec.entries[name]
            elif isinstance(spec, ListOf):
                spec = spec.entry
            else:
                name, spec = f"{name}[{step}]", None
        return name


def _finite(tree: Plain) -> bool:
    if isinstance(tree, dict):
        return all(map(_finite, tree.values()))
    return bool(np.all(np.isfinite(np.asarray(tree, dtype=np.float64))))
