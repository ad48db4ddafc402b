"""Frozen tables: the JSON in which the build writes tables, and how a learner's machine finds them.

Every distinct array is written once, on a line of its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from graders.counts import Counts, Holds
from graders.exercise import Booleans, Exactly, Integers, ListOf, Returned, TupleOf
from graders.judging.ablations import Ablation
from graders.judging.coded import decode, encode
from graders.judging.memo import Memo
from graders.judging.observe import Observation, cases_from_json, cases_to_json
from graders.judging.pairs import Pair
from graders.judging.table import KnownMistake, KnownRungs, Table
from graders.paths import FROZEN, frozen_folder
from graders.question import Question


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
                "key": known.key,
                "sentence": known.sentence,
                "observations": [o.to_json() for o in known.observations],
            }
            for known in table.mistakes
        ],
        "pairs": [[pair.first, pair.second, *pair.marks] for pair in table.pairs],
        "ablations": [_ablation_to_json(ablation) for ablation in table.ablations],
    }
    if table.pairs_from:
        data["pairs_from"] = table.pairs_from
    if table.refuses:
        data["refuses"] = dict(table.refuses)
    if table.rungs:
        data["rungs"] = _rungs_to_json(table.rungs)
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


class _Arrays:
    """The arrays of a table by their numbers, each decoded when it is first read."""

    def __init__(self, data: list[Any]) -> None:
        self._data = data
        self._made: dict[int, Any] = {}

    def __getitem__(self, number: int) -> Any:
        if number not in self._made:
            self._made[number] = decode(self._data[number])
        return self._made[number]


def _unpool(data: Any, arrays: _Arrays) -> Any:
    if isinstance(data, dict):
        if "@" in data:
            return arrays[data["@"]]
        return {name: _unpool(item, arrays) for name, item in data.items()}
    return [_unpool(item, arrays) for item in data] if isinstance(data, list) else data


def table_from_json(text: str) -> Table:
    """Return the table that `table_to_json` wrote; its mistakes are decoded when they are read.

    They are most of a table, and whoever is right needs none.
    """
    data = json.loads(text)
    arrays = _Arrays(data.pop("arrays"))
    mistakes = data.pop("mistakes")
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
            "mistakes": Memo(map(partial(_mistake_from_json, arrays), mistakes)),
            "pairs": tuple(Pair(a, b, tuple(m)) for a, b, *m in data.get("pairs", ())),
            "ablations": tuple(_ablation_from_json(a) for a in data.get("ablations", ())),
            "rungs": _rungs_from_json(data["rungs"]) if "rungs" in data else None,
        }
    )


def _rungs_to_json(rungs: KnownRungs) -> dict[str, Any]:
    return {
        "says": {name: list(said) for name, said in rungs.says.items()},
        "values": [None if v is None else encode(dict(v)) for v in rungs.values],
        "sums": dict(rungs.sums),
    }


def _rungs_from_json(data: dict[str, Any]) -> KnownRungs:
    says = {name: (axes, phrase) for name, (axes, phrase) in data["says"].items()}
    return KnownRungs(says, tuple(map(decode, data["values"])), data["sums"])


def _mistake_from_json(arrays: _Arrays, pooled: dict[str, Any]) -> KnownMistake:
    data = _unpool(pooled, arrays)
    seen = tuple(Observation.from_json(observation) for observation in data["observations"])
    return KnownMistake(data["exercise"], data["key"], data["sentence"], seen)


def _ablation_to_json(ablation: Ablation) -> dict[str, Any]:
    """Return an ablation as JSON data; what it does not need is left out."""
    data = {k: getattr(ablation, k) for k in ("kind", "what", "path", "axis")}
    data |= {"changes": list(ablation.changes), "anywhere": list(ablation.anywhere)}
    data["expected"] = {k: encode(v) for k, v in ablation.expected.items()}
    kept = {k: v for k, v in data.items() if v}
    if ablation.case is not None:
        kept["case"] = cases_to_json([ablation.case])[0]
    return {"what": "", **kept}


def _ablation_from_json(data: dict[str, Any]) -> Ablation:
    case = cases_from_json([data["case"]])[0] if "case" in data else None
    expected = {k: decode(v) for k, v in data.get("expected", {}).items()}
    lists = {k: tuple(data.get(k, ())) for k in ("changes", "anywhere")}
    return Ablation(**{**data, **lists, "case": case, "expected": expected})


def _spec_to_json(spec: Returned) -> Any:
    if isinstance(spec, TupleOf):
        return {"tuple": {k: _spec_to_json(v) for k, v in spec.entries.items()}}
    if isinstance(spec, ListOf):
        return {"list": _spec_to_json(spec.entry), "length": spec.length}
    if isinstance(spec, Counts):
        return {"counts": spec.axis}
    if isinstance(spec, Holds):
        return {"holds": [spec.returned, spec.expected, spec.usually, spec.needed]}
    if isinstance(spec, Integers):
        return {"integers": spec.axes}
    if isinstance(spec, Booleans):
        return {"booleans": spec.axes}
    if isinstance(spec, Exactly):
        return {"exactly": spec.what, "ordered": spec.ordered}
    if isinstance(spec, Mapping):
        return {"dict": {k: _spec_to_json(v) for k, v in spec.items()}}
    return spec


def _spec_from_json(data: Any) -> Returned:
    match data:
        case {"tuple": entries}:
            return TupleOf(**{k: _spec_from_json(v) for k, v in entries.items()})
        case {"list": entry, "length": length}:
            return ListOf(_spec_from_json(entry), length)
        case {"counts": axis}:
            return Counts(str(axis))
        case {"holds": sentences}:
            return Holds(*sentences)
        case {"integers": axes}:
            return Integers(axes)
        case {"booleans": axes}:
            return Booleans(axes)
        case {"exactly": what, "ordered": ordered}:
            return Exactly(what, ordered)
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


def called(name: str) -> str:
    """Return an exercise with its number in its lesson: "rnn_forward (exercise 3)"."""
    for lesson in frozen_lessons():
        names = frozen_names(lesson)
        if name in names:
            return f"{name} (exercise {names.index(name) + 1})"
    return name


@dataclass(frozen=True)
class Heading:
    """What an exercise is called, and what it is worth.

    Args:
        exercise, title: its names.
        points: what it is worth.
        heading: the heading above it in the notebook.
    """

    exercise: str
    title: str
    points: float
    heading: str = ""

    @property
    def anchor(self) -> str:
        """Where JupyterLab finds the heading; "" where it cannot."""
        return "" if "$" in self.heading else self.heading.replace(" ", "-")


def frozen_headings(lesson: str) -> list[Heading]:
    """Return the headings of a lesson's exercises, in its order. No table is read for them."""
    return [Heading(name, **of) for name, of in _index(lesson)["exercises"].items()]


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


def sentence_of(exercise: str, key: str) -> str | None:
    """Return the sentence that explains a mistake, as it is now; None where it is not known."""
    if exercise not in _frozen_files():
        return None
    table = frozen_table(exercise)
    return next((k.sentence for k in table.mistakes if table.key_of(k) == key), None)


def key_of(exercise: str, sentence: str) -> str | None:
    """Return the key of a mistake by its sentence, which once stood in the key's place."""
    if exercise not in _frozen_files() or not sentence:
        return None
    table = frozen_table(exercise)
    known = next((k for k in table.mistakes if sentence.endswith(k.sentence)), None)
    return table.key_of(known) if known is not None else None


def frozen_questions(lesson: str | None = None) -> dict[str, Question]:
    """Return the questions of one lesson, or of all, by name; of one without tables none."""
    return {
        name: Question.from_json(data, each)
        for each in frozen_lessons()
        if lesson in (None, each)
        for name, data in _index(each).get("questions", {}).items()
    }
