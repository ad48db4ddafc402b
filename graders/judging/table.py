"""Tables: the cases of an exercise, what is expected, and what each mistake gives.

A frozen table holds the visible cases and is all that a learner's machine needs. A hidden table
is drawn by a grader from a secret seed and never leaves its process whole.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Choice, Draw, ListOf, Returned, Setting, TupleOf
from graders.judging.compare import alike, tolerance
from graders.judging.observe import (
    CaseInput,
    Observation,
    cases_from_json,
    cases_to_json,
    observe,
)
from graders.judging.plain import Plain, copy_tree, decode, encode, plain, rounded
from graders.paths import FROZEN, frozen_folder

if TYPE_CHECKING:
    from graders.exercise import Exercise

CASE_DIGITS = 8
"""Significant digits of the numbers handed to students."""

EXPECTED_DIGITS = 10
"""Significant digits of what is expected: far more than any tolerance asks for, and few enough
that machines whose last bits differ write the same file."""


@dataclass(frozen=True)
class KnownMistake:
    """A mistake and what it gives on the cases of a table.

    Args:
        exercise: the exercise in which the mistake is made: the table's own, or one it builds on.
        sentence: the explanation.
        observations: one for each case.
    """

    exercise: str
    sentence: str
    observations: tuple[Observation, ...]


@dataclass(frozen=True)
class Table:
    """Everything that judging one exercise needs.

    Args:
        lesson, exercise, title, points: what is judged.
        returns, as_dict, properties, builds_on, hints, after_success: as in the contract.
        cases: the inputs.
        sizes: the sizes of each case's setting.
        expected: what the reference returned for each case.
        mistakes: what each known mistake gives.
        hidden: whether the cases are secret.
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
    mistakes: tuple[KnownMistake, ...]
    hidden: bool = False

    def cases_json(self) -> str:
        """Return the cases as JSON text, for `observe_json` in another process."""
        return json.dumps(cases_to_json(self.cases))


def draw_case(exercise: Exercise, setting: Setting, rng: np.random.Generator) -> CaseInput:
    """Return one case of an exercise, drawn at one setting."""

    def representable(array: NDArray[Any]) -> NDArray[Any]:
        if array.dtype.kind != "f":
            return array.copy()
        return array.astype(setting.dtype).astype(np.float64)

    arguments = rounded(plain(exercise.cases(Draw(rng, setting))), CASE_DIGITS)
    return CaseInput(
        setting=setting.name,
        arguments=copy_tree(arguments, representable),
        dtype=setting.dtype,
        fortran=setting.fortran,
        read_only=setting.read_only,
    )


def sizes_of(setting: Setting) -> dict[str, int]:
    """Return the sizes of a setting by name."""
    return {name: getattr(setting, name) for name in ("n_x", "n_a", "n_y", "m", "T_x")}


def tabulate(
    lesson: str, name: str, settings: Sequence[Setting], seed: Sequence[int], hidden: bool = False
) -> Table:
    """Draw cases, run the reference and every mistake on them, and return the table.

    Args:
        lesson: the lesson's name.
        name: the exercise's name.
        settings: one for each case.
        seed: what the cases are drawn from.
        hidden: whether the cases are secret.

    Raises:
        RuntimeError: the reference itself fails on a case.
    """
    from graders.lessons import load
    from graders.lessons.reference import closure, reference

    exercises = load(lesson).exercises
    exercise = exercises[name]
    solved = reference(lesson)
    rng = np.random.default_rng([*seed, zlib.crc32(name.encode())])
    cases = tuple(draw_case(exercise, setting, rng) for setting in settings)
    exact = [replace(case, dtype="float64", read_only=False) for case in cases]
    right = observe(getattr(solved, name), exact)
    for observation, case in zip(right, cases, strict=True):
        if observation.outcome != "returned":
            raise RuntimeError(f"{name}: the reference failed on {case.setting}: {observation}")
    expected = tuple(rounded(o.value, EXPECTED_DIGITS) for o in right)
    mistakes = []
    dependencies = closure({k: e.builds_on for k, e in exercises.items()}, name)
    for origin in [name, *dependencies]:
        for mistake in exercises[origin].mistakes:
            wrong = solved.with_mistake(origin, mistake)[name]
            seen = tuple(_rounded(o) for o in observe(wrong, cases))
            known = KnownMistake(origin, mistake.sentence, seen)
            if origin == name or shows(known, cases, expected):
                mistakes.append(known)
    return Table(
        lesson=lesson,
        exercise=name,
        title=exercise.title,
        points=exercise.points,
        returns=exercise.returns,
        as_dict=exercise.as_dict,
        properties=exercise.properties,
        builds_on=tuple(dependencies),
        hints=exercise.hints,
        after_success=exercise.after_success,
        cases=cases,
        sizes=tuple(sizes_of(setting) for setting in settings),
        expected=expected,
        mistakes=tuple(mistakes),
        hidden=hidden,
    )


def shows(
    mistake: KnownMistake, cases: Sequence[CaseInput], expected: Sequence[Plain]
) -> bool:
    """Return whether a mistake can be seen in any case."""
    return any(
        o.outcome != "returned" or o.mutated or not alike(o.value, want, tolerance(case.dtype))
        for o, case, want in zip(mistake.observations, cases, expected, strict=True)
    )


def _rounded(observation: Observation) -> Observation:
    error = {k: v for k, v in observation.error.items() if k in ("type", "message")}
    value = rounded(observation.value, EXPECTED_DIGITS)
    return replace(observation, value=value, error=error, printed="")


def hidden_table(lesson: str, exercise: str, seed: int) -> Table:
    """Return a table of hidden cases, drawn from a secret seed.

    Raises:
        KeyError: there is no such lesson or exercise.
    """
    from graders.lessons import load

    settings = load(lesson).exercises[exercise].hidden
    return tabulate(lesson, exercise, settings, [seed], hidden=True)


def visible_table(lesson: str, exercise: str) -> Table:
    """Return the table of visible cases, drawn anew: what the build freezes."""
    from graders.lessons import load

    settings = load(lesson).exercises[exercise].visible
    return tabulate(lesson, exercise, settings, [zlib.crc32(lesson.encode())])


# Frozen tables: JSON, with every distinct array written once.


def table_to_json(table: Table) -> str:
    """Return a table as JSON text: a line for each case, mistake and array."""
    data: dict[str, Any] = {
        "generated": f"by `graders build` from solutions/{table.lesson}; do not edit",
        **{k: getattr(table, k) for k in ("lesson", "exercise", "title", "points", "as_dict")},
        "returns": {k: _spec_to_json(v) for k, v in table.returns.items()},
        **{k: list(getattr(table, k)) for k in ("properties", "builds_on", "hints")},
        "after_success": table.after_success,
        "sizes": [dict(sizes) for sizes in table.sizes],
        "cases": cases_to_json(table.cases),
        "expected": [encode(value) for value in table.expected],
        "mistakes": [
            {
                "exercise": known.exercise,
                "sentence": known.sentence,
                "observations": [o.to_json() for o in known.observations],
            }
            for known in table.mistakes
        ],
    }
    pool: dict[str, int] = {}
    data = _pool(data, pool)
    data["arrays"] = [json.loads(text) for text in pool]
    return "{\n" + ",\n".join(f"{json.dumps(k)}: {_lines(v)}" for k, v in data.items()) + "\n}\n"


def _lines(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(json.dumps(item) for item in value) + "\n]"
    return json.dumps(value)


def _pool(data: Any, pool: dict[str, int]) -> Any:
    if isinstance(data, dict):
        if "array" in data:
            return {"@": pool.setdefault(json.dumps(data), len(pool))}
        return {name: _pool(item, pool) for name, item in data.items()}
    return [_pool(item, pool) for item in data] if isinstance(data, list) else data


def _unpool(data: Any, arrays: list[Any]) -> Any:
    if isinstance(data, dict):
        if "@" in data:
            return arrays[data["@"]]
        return {name: _unpool(item, arrays) for name, item in data.items()}
    return [_unpool(item, arrays) for item in data] if isinstance(data, list) else data


def table_from_json(text: str) -> Table:
    """Return the table that `table_to_json` wrote."""
    data = json.loads(text)
    arrays = [decode(array) for array in data.pop("arrays")]
    data = _unpool(data, arrays)
    del data["generated"]
    return Table(
        **{
            **data,
            "returns": {k: _spec_from_json(v) for k, v in data["returns"].items()},
            "properties": tuple(data["properties"]),
            "builds_on": tuple(data["builds_on"]),
            "hints": tuple(data["hints"]),
            "sizes": tuple(data["sizes"]),
            "cases": tuple(cases_from_json(data["cases"])),
            "expected": tuple(decode(value) for value in data["expected"]),
            "mistakes": tuple(
                KnownMistake(
                    m["exercise"],
                    m["sentence"],
                    tuple(Observation.from_json(o) for o in m["observations"]),
                )
                for m in data["mistakes"]
            ),
        }
    )


def _spec_to_json(spec: Returned) -> Any:
    if isinstance(spec, TupleOf):
        return {"tuple": {k: _spec_to_json(v) for k, v in spec.entries.items()}}
    if isinstance(spec, ListOf):
        return {"list": _spec_to_json(spec.entry), "length": spec.length}
    if isinstance(spec, Mapping):
        return {"dict": {k: _spec_to_json(v) for k, v in spec.items()}}
    return spec


def _spec_from_json(data: Any) -> Returned:
    match data:
        case {"tuple": entries}:
            return TupleOf(**{k: _spec_from_json(v) for k, v in entries.items()})
        case {"list": entry, "length": length}:
            return ListOf(_spec_from_json(entry), length)
        case {"dict": entries}:
            return {k: _spec_from_json(v) for k, v in entries.items()}
    return str(data)


@cache
def _frozen_files() -> dict[str, Path]:
    return {p.stem: p for p in sorted(FROZEN.glob("*/*.json")) if p.name != "lesson.json"}


def frozen_lessons() -> list[str]:
    """Return the names of the lessons that have frozen tables."""
    return sorted({path.parent.name for path in _frozen_files().values()})


def frozen_names(lesson: str | None = None) -> list[str]:
    """Return the names of all exercises that have a frozen table, of one lesson or of all.

    The order is that of the lesson.
    """
    lessons = [lesson] if lesson else frozen_lessons()
    return [name for each in lessons for name in _index(each)["exercises"]]


@cache
def _index(lesson: str) -> dict[str, Any]:
    path = frozen_folder(lesson) / "lesson.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


@cache
def frozen_table(name: str) -> Table:
    """Return the frozen table of an exercise.

    Raises:
        KeyError: there is no such exercise.
    """
    return table_from_json(_frozen_files()[name].read_text(encoding="utf-8"))


def frozen_choices() -> dict[str, Choice]:
    """Return every question with choices by its name."""
    return {
        name: Choice(**data)
        for lesson in frozen_lessons()
        for name, data in _index(lesson)["choices"].items()
    }
