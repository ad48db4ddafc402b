"""The numbers of lesson 06, from the lesson's own functions; its experiments over several seeds.

    python -m benchmarks.lessons.06_gru

prints them all, in a few minutes. `tests/lessons/test_06_gru.py` holds the text to them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

import numpy as np

from benchmarks.lessons.functions import functions
from benchmarks.lessons.recorded import recorded, told
from graders.notebook import measure, rivals

SEEDS = range(6)
LESSON = "06_gru"
KINDS = ("RNN", "LSTM", "GRU", "minimal GRU")
SILENCES = (5, 10, 15, 20)


@cache
def lesson() -> Mapping[str, Any]:
    """Return the functions that the lesson defines, in exercises and experiments."""
    of: Any = functions(LESSON, measure=measure, rivals=rivals)
    of["CELLS"] = {
        "RNN": (of["rnn_forward"], of["rnn_backward"]),
        "LSTM": (of["lstm_forward"], of["lstm_backward"]),
        "GRU": (of["gru_forward"], of["gru_backward"]),
        "minimal GRU": (of["min_gru_both"], of["min_gru_backward"]),
    }
    return of  # type: ignore[no-any-return]


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def step(a: float, x: float) -> dict[str, float]:
    """Return every number of one step of the sheet, forwards and back, from scalars alone.

    Args:
        a: the old state.
        x: the input.
    """
    u, r = _sigmoid(0.5 * a + x - 1), _sigmoid(a - x)
    z_c = 0.8 * r * a + 0.6 * x
    c = math.tanh(z_c)
    inside = u * (1 - c * c)
    roads = {
        "kept": 1 - u,
        "candidate road": inside * 0.8 * r,
        "reset road": inside * 0.8 * a * r * (1 - r),
        "update road": (c - a) * u * (1 - u) * 0.5,
    }
    numbers = {"z_u": 0.5 * a + x - 1, "u": u, "z_r": a - x, "r": r, "z_c": z_c, "candidate": c}
    return {**numbers, "a": u * c + (1 - u) * a, **roads, "da": sum(roads.values())}


def paper() -> tuple[dict[str, float], dict[str, float]]:
    """Return both steps of the sheet."""
    first = step(0.5, 1.0)
    return first, step(first["a"], -1.0)


def apart() -> dict[str, list[float]]:
    """Return, for each seed, how far both forms end apart, by number of units."""
    of = lesson()
    return {f"{units} units": [of["apart"](units, s) for s in SEEDS] for units in (1, 2, 8, 32)}


def arriving() -> dict[str, list[float]]:
    """Return, for each seed, what arrives after 100 steps, by the bias of the update gate."""
    of = lesson()
    return {f"bias {bias}": [of["arriving"](bias, 100, s) for s in SEEDS] for bias in (0, -2, -4)}


def broken() -> list[int]:
    """Return, for each seed, the first step at which cumulative products are wrong."""
    return [lesson()["first_wrong"](seed) for seed in SEEDS]


@cache
def trained(kind: str, task: str, seed: int, **more: Any) -> tuple[Any, float]:
    """Return a network after the race, and the mean of its last 20 losses."""
    size = {"adding": 16, "copying": 10}[task]
    net, losses = lesson()["race"](kind, getattr(rivals, task), size, seed, **more)
    return net, float(np.mean(losses[-20:]))


@recorded(LESSON, SEEDS, reads=[Path(rivals.__file__)])
def races(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return where each cell ends in both tasks, by seed, with control and ablations."""
    found = {}
    for task in ("adding", "copying"):
        for kind in KINDS:
            found[f"{task}, {kind}"] = [trained(kind, task, s)[1] for s in seeds]
        runs: dict[str, Any] = {
            "no memory": ("RNN", ("Waa",)),
            "update gate held": ("GRU", ("Wu", "bu")),
            "reset gate held": ("GRU", ("Wr", "br")),
        }
        for name, (kind, held) in runs.items():
            found[f"{task}, {name}"] = [trained(kind, task, s, held=held)[1] for s in seeds]
    return found


@recorded(LESSON, SEEDS, reads=[Path(rivals.__file__)])
def transfer(seeds: Sequence[int]) -> dict[str, dict[int, list[float]]]:
    """Return what each copier pays per symbol where the silence has another length."""
    of = lesson()

    def pays(kind: str, gap: int, seed: int) -> float:
        asked = rivals.copying(np.random.default_rng(1), 500, gap)
        return float(of["loss_and_gradients"](kind, trained(kind, "copying", seed)[0], *asked)[0])

    return {kind: {gap: [pays(kind, gap, s) for s in seeds] for gap in SILENCES} for kind in KINDS}


@recorded(LESSON, SEEDS, reads=[Path(rivals.__file__)])
def dial(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return where the minimal GRU ends in copying with other numbers of updates."""
    return {
        f"{updates} updates": [
            trained("minimal GRU", "copying", s, updates=updates)[1] for s in seeds
        ]
        for updates in (100, 1000)
    }


def rounds() -> dict[int, int]:
    """Return in how many rounds the lesson's scan goes through so many steps."""
    return {steps: len(lesson()["diary"](steps)) - 1 for steps in (2, 32, 1000, 1024)}


def clock(scan: Any = None) -> dict[str, tuple[float, float]]:
    """Return how far loop and scan differ, and how many times as long the loop takes, by shape.

    Args:
        scan: another scan than the lesson's.
    """
    of: Any = lesson()
    if scan is not None:
        own = FunctionType(of["min_gru_parallel"].__code__, {**of, "scan": scan})
        of = {**of, "min_gru_parallel": own}
        of["both_ways"] = FunctionType(of["both_ways"].__code__, of, argdefs=(0,))
    shapes = {"long and thin": (4, 1, 4096), "short and wide": (128, 64, 256)}
    return {name: of["both_ways"](*shape) for name, shape in shapes.items()}


def main() -> None:
    """Print every number."""
    first, second = paper()
    for name, made in (
        ("paper, step 1", lambda: first),
        ("paper, step 2", lambda: second),
        ("apart", apart),
        ("arriving", arriving),
        ("broken", lambda: {"first wrong step": broken()}),
        ("way back", lambda: {"error": [lesson()["way_back_error"](s) for s in SEEDS]}),
        ("rounds", rounds),
        ("clock", clock),
        ("races", races),
        ("transfer", transfer),
        ("dial", dial),
    ):
        print(name)
        print("\n".join(told(made())), flush=True)


if __name__ == "__main__":
    main()
