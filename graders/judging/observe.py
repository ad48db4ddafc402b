"""Observing: call the student's function on each case and write down what came back.

This runs in the student's process. It judges nothing and knows no expected value.
"""

from __future__ import annotations

import builtins
import contextlib
import json
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.judging.bounded import MAX_PRINTED, Descriptors, OutOfTimeError, captured, time_limit
from graders.judging.coded import decode, encode
from graders.judging.mutations import changes
from graders.judging.plain import Plain, plain, plain_apart, type_name
from graders.judging.traces import trace
from graders.judging.trees import copy_tree
from graders.probes import make, probe
from graders.rungs import KEPT, STEPS

SECONDS = 10.0
"""How long one case may take."""


OUTCOMES = ("returned", "raised", "timeout")


@dataclass(frozen=True)
class CaseInput:
    """The arguments of one call and how their arrays are handed over.

    Args:
        setting: what is particular about the case.
        arguments: plain data by name, and made arguments.
        dtype, fortran, read_only: of the arrays.
        probe: what calls the function with the arguments; empty where nothing stands between.
        steps: what becomes of the key "steps" of what is returned, which is then never judged (see
            `graders.rungs`): kept beside it, or dropped in hidden cases. Empty where it is a
            key like any other.
    """

    setting: str
    arguments: dict[str, Plain]
    dtype: str = "float64"
    fortran: bool = False
    read_only: bool = False
    probe: str = ""
    steps: str = ""

    def fresh(self) -> list[Any]:
        """Return the arguments in order, new arrays of the case's dtype and layout.

        What is described by a name is made, anew each time.
        """
        return list(make(self.described()))

    def described(self) -> list[Plain]:
        """Return the arguments as new arrays, and what is to be made as it is described."""

        def prepare(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            dtype = self.dtype if array.dtype.kind == "f" else array.dtype
            new = np.array(array, dtype=dtype, order="F" if self.fortran else "C")
            new.flags.writeable = not self.read_only
            return new

        return [copy_tree(value, prepare) for value in self.arguments.values()]


@dataclass(frozen=True)
class Observation:
    """What a function did with one case.

    Args:
        outcome: "returned", "raised" or "timeout".
        value: what it returned.
        mutated: the paths of the inputs that were changed: `parameters['ba']`.
        error: type, message, and the innermost place of an exception in the student's code.
        printed: what was printed, to either stream, shortened.
        steps: what stood under the key "steps", which is never judged; nothing of hidden cases.
    """

    outcome: str
    value: Plain = None
    mutated: tuple[str, ...] = ()
    error: dict[str, Any] = field(default_factory=dict)
    printed: str = ""
    steps: Plain = None

    def to_json(self) -> dict[str, Any]:
        """Return the observation as JSON data."""
        return {
            "outcome": self.outcome,
            "value": encode(self.value),
            "mutated": list(self.mutated),
            "error": self.error,
            "printed": self.printed,
            **({} if self.steps is None else {"steps": encode(self.steps)}),
        }

    @classmethod
    def from_json(cls, data: Any) -> Observation:
        """Return the observation that `to_json` wrote.

        Raises:
            ValueError: the data have another form, because somebody tampered with them.
        """
        try:
            if data["outcome"] not in OUTCOMES:
                raise ValueError("no observation: an unknown outcome")
            return cls(
                outcome=data["outcome"],
                value=decode(data["value"]),
                mutated=tuple(str(path)[:200] for path in data["mutated"][:100]),
                error={str(k): _text(v) for k, v in list(dict(data["error"]).items())[:20]},
                printed=str(data["printed"])[:MAX_PRINTED],
                steps=_steps(data),
            )
        except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise ValueError(f"no observation: {type(error).__name__}") from error


def _steps(data: Any) -> Plain:
    """Return the steps of an observation's JSON data; what is none is nothing, and no error."""
    try:
        return decode(data.get("steps"))
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _text(value: Any) -> Any:
    return value if isinstance(value, int | float) else str(value)[:1_000]


def _mutated(case: CaseInput, after: Sequence[Plain]) -> tuple[str, ...]:
    """Return the paths of the arguments that no longer are what was handed in."""
    changed = []
    for name, old, new in zip(case.arguments, case.described(), after, strict=True):
        paths = list(changes(old, plain(new), name))
        changed += [name] if "" in paths else []
        changed += filter(None, paths)
    return tuple(changed)


def _bases(kind: type) -> Iterator[str]:
    """Yield the names of Python's own exceptions that a type is, whatever its metaclass says."""
    for base in type.__dict__["__mro__"].__get__(kind):
        name = type_name(base)
        if vars(builtins).get(name) is base and base is not object:
            yield name


def _error(error: BaseException, function: object) -> dict[str, Any]:
    """Return what can be told of an exception without trusting it."""
    try:
        message = str(error)
    except BaseException:
        message = ""
    info: dict[str, Any] = {"type": type_name(type(error))[:100], "message": message[:500]}
    info["bases"] = " ".join(_bases(type(error)))
    with contextlib.suppress(Exception):
        info |= trace(error, function, __file__)
    return info


def _called(function: Any, case: CaseInput, arguments: Sequence[Any]) -> Any:
    """Return what a call gives, or what the case's probe gives that calls the function."""
    if not case.probe:
        return function(*arguments)
    named = dict(zip(case.arguments, arguments, strict=True))
    return probe(case.probe)(function, **named)


def _observe_case(
    function: Any, case: CaseInput, seconds: float, descriptors: Descriptors
) -> Observation:
    """Call a function on one case and return what was seen. Only KeyboardInterrupt passes."""
    arguments: list[Any] = []
    printed: list[str] = []
    outcome, value, steps, error = "returned", None, None, {}
    limit = sys.getrecursionlimit()
    try:
        with (
            captured(printed, descriptors),
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
            time_limit(seconds),
        ):
            warnings.simplefilter("ignore")
            arguments += case.fresh()
            value, steps = _told(_called(function, case, arguments), case)
    except OutOfTimeError:
        outcome, error = "timeout", {"seconds": seconds}
    except KeyboardInterrupt:
        raise
    except BaseException as exception:
        outcome, error = "raised", _error(exception, function)
        del exception
    finally:
        sys.setrecursionlimit(limit)
    return Observation(
        outcome=outcome,
        value=value,
        mutated=_mutated(case, arguments) if arguments else (),
        error=error,
        printed="".join(printed)[:MAX_PRINTED],
        steps=steps if outcome == "returned" else None,
    )


def _told(value: object, case: CaseInput) -> tuple[Plain, Plain]:
    """Return what is judged of a returned value, and the steps that stand beside it."""
    if not case.steps:
        return plain(value), None
    return plain_apart(value, STEPS, kept=case.steps == KEPT)


def observe(
    function: Any, cases: Sequence[CaseInput], seconds: float = SECONDS
) -> list[Observation]:
    """Return what a function does with each case. Only KeyboardInterrupt passes through.

    After the first case that runs out of time the rest is not run and counts as timed out too.
    """
    observations: list[Observation] = []
    with Descriptors() as descriptors:
        for case in cases:
            started = time.monotonic()
            observation = _observe_case(function, case, seconds, descriptors)
            if observation.outcome == "returned" and time.monotonic() - started > 2 * seconds:
                late = {"seconds": seconds}
                observation = Observation("timeout", error=late, printed=observation.printed)
            observations.append(observation)
            if observation.outcome == "timeout":
                break
    return observations + observations[-1:] * (len(cases) - len(observations))


def cases_to_json(cases: Sequence[CaseInput]) -> list[Any]:
    """Return cases as JSON data."""
    return [
        {
            "setting": case.setting,
            "arguments": encode(case.arguments),
            "dtype": case.dtype,
            "fortran": case.fortran,
            "read_only": case.read_only,
            **({"probe": case.probe} if case.probe else {}),
            **({"steps": case.steps} if case.steps else {}),
        }
        for case in cases
    ]


def cases_from_json(data: Any) -> list[CaseInput]:
    """Return the cases that `cases_to_json` wrote."""
    return [
        CaseInput(**{**case, "arguments": decode(case["arguments"], made=True)}) for case in data
    ]


def observe_json(function: Any, cases_json: str, seconds: float = SECONDS) -> str:
    """Return the observations of a function as JSON text; cases come as JSON text, too."""
    cases = cases_from_json(json.loads(cases_json))
    return json.dumps([o.to_json() for o in observe(function, cases, seconds)])
