"""The numbers of lesson 02, from the lesson's own functions; its experiments over twelve seeds.

    python -m benchmarks.lessons.02_vanilla_rnn

prints them all, in half a minute. `tests/lessons/test_02_vanilla_rnn.py` holds the text to them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from benchmarks.lessons.functions import functions

SEEDS = range(12)
LESSON = "02_vanilla_rnn"


def lesson() -> Mapping[str, Any]:
    """Return the functions that the lesson defines, in exercises and experiments."""
    return functions(LESSON)


def paper(inputs: tuple[float, float]) -> dict[str, float]:
    """Return every number of the sheet, forward and backward, from scalars alone.

    Args:
        inputs: of step 1 and of step 2. The truths are class 1, then class 2.
    """
    x1, x2 = inputs
    a0 = 0.2
    z1 = x1 + 0.5 * a0 + 0.1
    a1 = math.tanh(z1)
    z2 = x2 + 0.5 * a1 + 0.1
    a2 = math.tanh(z2)
    p1, p2 = (1 / (1 + math.exp(-2 * a)) for a in (a1, a2))
    da1_out, da2_out = 2 * (p1 - 1), 2 * p2
    dz2 = (1 - a2**2) * da2_out
    da1_total = da1_out + 0.5 * dz2
    dz1 = (1 - a1**2) * da1_total
    loss = -math.log(p1) - math.log(1 - p2)
    return {
        "z1": z1,
        "a1": a1,
        "z2": z2,
        "a2": a2,
        "p1": p1,
        "p2": p2,
        "loss": loss,
        "da1_out": da1_out,
        "da2_out": da2_out,
        "dz2": dz2,
        "da1_total": da1_total,
        "dz1": dz1,
        "dWaa": dz2 * a1 + dz1 * a0,
    }


def updates() -> dict[str, float]:
    """Return the losses of the sheet before and after an update, and after wrong ones."""
    of = lesson()
    sheet = {
        "Wax": np.array([[1.0]]),
        "Waa": np.array([[0.5]]),
        "ba": np.array([[0.1]]),
        "Wya": np.array([[1.0], [-1.0]]),
        "by": np.zeros((2, 1)),
    }
    x, y = np.array([[[0.4, -1.0]]]), np.array([[[1.0, 0.0]], [[0.0, 1.0]]])

    def loss(weights: Mapping[str, Any]) -> float:
        return float(of["update"](weights, x, y, 0.1, 0.2)[1])

    def after(rate: float, limit: float = 0.2) -> float:
        return loss(of["update"](sheet, x, y, rate, limit)[0])

    gradients = of["update"](sheet, x, y, 0.1, 0.2)[2]
    norm = math.sqrt(sum(float(np.sum(g**2)) for g in gradients.values()))
    entries = of["clip"](gradients, 0.2)
    alone = {name: of["clip_by_norm"]({name: g}, 0.2)[name] for name, g in gradients.items()}
    a, y_pred, caches = of["rnn_forward"](x, np.zeros((1, 1)), sheet)
    out = of["output_backward"](y_pred, y, a, sheet)
    back = of["rnn_backward"](out["da"], caches)
    shortened = of["clip_by_norm"]
    inputs = {"dx": back["dx"], "da0": back["da0"]}
    of_output = {k: gradients[k] for k in ("Wya", "by")}
    of_recurrence = {k: gradients[k] for k in ("Wax", "Waa", "ba")}
    wrong = [
        {k: w - 0.1 * g[k] for k, w in sheet.items()}
        for g in (
            *(entries, alone),
            shortened(gradients | inputs | {"da": out["da"]}, 0.2),
            shortened(gradients | inputs, 0.2),
            shortened(of_output, 0.2) | shortened(of_recurrence, 0.2),
        )
    ]
    return {
        "before": loss(sheet),
        "norm": norm,
        "after": after(0.1),
        "uphill": after(-0.1),
        "no rate": after(1.0),
        "not clipped": after(0.1, math.inf),
        "entries clipped": loss(wrong[0]),
        "each by its own norm": loss(wrong[1]),
        "da, dx and da0 in the norm": loss(wrong[2]),
        "dx and da0 in the norm": loss(wrong[3]),
        "two norms": loss(wrong[4]),
    }


def limits() -> dict[str, float]:
    """Return the largest whole exponents of e in both types, and where a probability becomes 0."""
    return {
        "float64": math.floor(np.log(np.finfo(np.float64).max)),
        "float32": math.floor(np.log(np.finfo(np.float32).max)),
        "zero": next(n for n in range(700, 800) if math.exp(-n) == 0.0),
    }


def echoes(size: float) -> list[tuple[float, float, float]]:
    """Return the largest states at steps 3, 4 and 30 after a strike; the lesson's draw is first."""
    of = lesson()
    strike = np.zeros((1, 1, 30))
    strike[0, 0, 2] = 1.0
    found = []
    for seed in (10, *range(10), *range(11, 17)):
        weights = of["fresh"](np.random.default_rng(seed), 1, 12, 2, size)
        a = np.abs(of["rnn_forward"](strike, np.zeros((12, 1)), weights)[0][:, 0])
        found.append((float(a[:, 2].max()), float(a[:, 3].max()), float(a[:, 29].max())))
    return found


def eigenvalues() -> list[float]:
    """Return the size of the largest eigenvalue of Waa in seven draws."""
    draws = (lesson()["fresh"](np.random.default_rng(seed), 1, 12, 2) for seed in SEEDS)
    return [float(np.abs(np.linalg.eigvals(weights["Waa"])).max()) for weights in draws]


def trained(seed: int, **settings: Any) -> dict[str, Any]:
    """Return what training with one seed gives, on the streams of the lesson."""
    of = lesson()
    weights, losses, share = of["train"](seed, **settings)
    if not settings.get("memory", True):
        weights = weights | {"Waa": np.zeros((16, 16))}
    costs = of["cost_of_bits"](weights, of["draw_bits"](np.random.default_rng(100), 300, 10))
    return {
        "weights": weights,
        "clipped": float(share),
        "last": float(np.mean(losses[-20:])),
        "third": costs[[1, 4, 7]],
        "coins": np.delete(costs, [1, 4, 7]),
    }


def lost_beat(weights: Mapping[str, Any]) -> dict[str, Any]:
    """Return what third bits cost before and behind a lost bit, and when they are cheap again."""
    of = lesson()
    streams = of["lose_one"](of["draw_bits"](np.random.default_rng(7), 300, 88), 30)
    costs = of["cost_of_bits"](weights, streams)
    behind = costs[30::3]
    cheap = next((2 + 3 * i for i, cost in enumerate(behind) if cost < 0.1), None)
    return {"before": costs[1:30:3], "behind": behind, "found": cheap, "within": len(costs) - 29}


def far(weights: Mapping[str, Any]) -> Any:
    """Return what third bits cost in streams of 1,000 bits, a hundred times as long as trained."""
    of = lesson()
    return of["cost_of_bits"](weights, of["draw_bits"](np.random.default_rng(9), 100, 1000))[1::3]


def reasons(weights: Mapping[str, Any]) -> dict[str, float]:
    """Return for each reason the largest share of a unit's variance that it explains."""
    of = lesson()
    read = of["draw_bits"](np.random.default_rng(3), 500, 10)
    inputs = of["as_task"](read)[0]
    states = of["rnn_forward"](inputs, np.zeros((16, 500)), weights)[0][:, :, 1:]
    last, before = read[:, 1:9], read[:, :8]
    of_unit = {
        "position": np.tile(np.arange(1, 9) % 3, (500, 1)),
        "bit read": last,
        "bit before": before,
        "exclusive or": last ^ before,
    }
    return {
        name: max(float(of["explained"](unit, reason)) for unit in states)
        for name, reason in of_unit.items()
    }


def angles() -> tuple[float, float]:
    """Return the angle of (10, 0.1) to the first axis, and of (1, 0.1), in degrees."""
    return math.degrees(math.atan2(0.1, 10)), math.degrees(math.atan2(0.1, 1))


def report() -> Iterator[str]:
    """Yield every number, a line each."""
    yield f"sheet: {paper((0.4, -1.0))}"
    yield f"the other order: {paper((-1.0, 0.4))}"
    yield f"updates: {updates()}"
    yield f"limits: {limits()}; angles: {angles()}; largest eigenvalues: {eigenvalues()}"
    for size in (0.5, 0.9, 1.5):
        yield f"echoes, size {size}: {np.round(echoes(size), 4).tolist()}"
    for seed in SEEDS:
        run = trained(seed)
        beat = lost_beat(run["weights"])
        yield (
            f"seed {seed}: clipped {run['clipped']:.2%}, third {run['third'].round(3)}, coins "
            f"{run['coins'].min():.3f} to {run['coins'].max():.3f}, of 1,000 up to "
            f"{far(run['weights']).max():.3f}; lost beat: before {beat['before'].max():.3f}, "
            f"first {beat['behind'][0]:.2f}, most {beat['behind'].max():.2f}, found after "
            f"{beat['found']} of {beat['within']}; "
            f"{ {k: round(v, 2) for k, v in reasons(run['weights']).items()} }"
        )
    variants: Mapping[str, Mapping[str, Any]] = {
        "Waa held at 0": {"memory": False},
        "rate 0.1, not clipped": {"max_norm": np.inf},
        "rate 0.1, clipped to 1": {"max_norm": 1.0},
        "rate 0.4, clipped": {"rate": 0.4},
        "rate 0.4, not clipped": {"rate": 0.4, "max_norm": np.inf},
    }
    for name, settings in variants.items():
        for seed in range(6):
            run = trained(seed, **settings)
            yield (
                f"{name}, seed {seed}: clipped {run['clipped']:.1%}, last loss {run['last']:.3f}, "
                f"third {run['third'].round(3)}, coins up to {run['coins'].max():.3f}"
            )


if __name__ == "__main__":
    np.seterr(all="ignore")
    for line in report():
        print(line)
