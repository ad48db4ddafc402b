"""The numbers of lesson 03, from the lesson's own functions; its experiments over several seeds.

    python -m benchmarks.lessons.03_gradients_through_time

prints them all, in about two minutes. `tests/lessons/test_03_gradients_through_time.py` holds the
text to them; where training takes long, to those of the first seeds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.lessons.functions import functions
from benchmarks.lessons.recorded import recorded, told
from graders.notebook import measure
from graders.notebook.suspects import suspect

SEEDS = range(6)
LESSON = "03_gradients_through_time"


def lesson() -> Mapping[str, Any]:
    """Return the functions that the lesson defines, in exercises and experiments."""
    return functions(LESSON, measure=measure, suspect=suspect)


def paper(Waa: float) -> dict[str, float]:
    """Return every number of the sheet, back and forwards, from scalars alone.

    Args:
        Waa: the recurrent weight. The inputs are 0.2, -1 and 0.6, the start is 0.5.
    """
    numbers: dict[str, float] = {}
    a = [0.5]
    for t, x in enumerate((0.2, -1.0, 0.6), start=1):
        numbers[f"z{t}"] = x + Waa * a[-1]
        a.append(math.tanh(numbers[f"z{t}"]))
        numbers[f"a{t}"] = a[-1]
        numbers[f"slope{t}"] = 1 - a[-1] ** 2
    da, total, carried = 1.0, 0.0, 0.0
    for t in (3, 2, 1):
        dz = numbers[f"slope{t}"] * da
        da = Waa * dz
        total += dz * a[t - 1]
        numbers |= {f"dz{t}": dz, f"da{t - 1}": da, f"term{t}": dz * a[t - 1]}
        numbers[f"dWaa, cut after {4 - t}"] = total
    for t in (1, 2, 3):
        carried = numbers[f"slope{t}"] * (a[t - 1] + Waa * carried)
        numbers[f"S{t}"] = carried
    return numbers | {"dWaa": total}


def nudged() -> dict[float, float]:
    """Return the last state of the sheet for the recurrent weights 0.81 and 0.79."""
    return {Waa: paper(Waa)["a3"] for Waa in (0.81, 0.79)}


def best_exponents(dtype: Any = np.float64) -> dict[str, list[Any]]:
    """Return, for each seed, the best exponent of epsilon and the errors there and at -13."""
    of = lesson()
    exponents = list(range(-1, -14, -1))
    errors = [of["errors_by_exponent"](exponents, seed, dtype) for seed in SEEDS]
    return {
        "best exponent": [exponents[int(np.argmin(e))] for e in errors],
        "error there": [min(e) for e in errors],
        "error at -13": [e[-1] for e in errors],
    }


def loudness() -> dict[str, list[float]]:
    """Return, for each seed, the norm after 50 steps back by radius and size of the inputs."""
    of = lesson()
    return {
        f"radius {rho}, inputs {size}": [of["loudness"](rho, size, seed=s)[-1] for s in SEEDS]
        for rho in (0.5, 1.0, 1.5)
        for size in (0.0, 0.1, 1.0, 3.0)
    }


def random_signs(rng: np.random.Generator, n: int) -> Any:
    """Return an orthogonal matrix, (n, n): Q of a QR decomposition, with a coin for each sign."""
    return np.linalg.qr(rng.normal(size=(n, n)))[0] * rng.choice([-1.0, 1.0], size=n)


def from_svd(rng: np.random.Generator, n: int) -> Any:
    """Return an orthogonal matrix, (n, n): both sides of a singular value decomposition."""
    U, _, V = np.linalg.svd(rng.normal(size=(n, n)))
    return U @ V


def reflections(rng: np.random.Generator, n: int) -> Any:
    """Return an orthogonal matrix, (n, n): a product of random Householder reflections."""
    Q = np.eye(n)
    for i in range(n):
        v = rng.normal(size=n - i)
        sign = 1.0 if v[0] >= 0 else -1.0
        v[0] += sign * np.linalg.norm(v)
        H = np.eye(n)
        H[i:, i:] = -sign * (np.eye(n - i) - 2 * np.outer(v, v) / (v @ v))
        Q = Q @ H
    return Q


def other_draws() -> dict[str, list[float]]:
    """Return the norms after 50 steps for weak inputs and ten seeds, by how a matrix is drawn."""
    of = lesson()
    makes = {
        "Gaussian": of["gaussian"],
        "QR, positive diagonal": of["orthogonal"],
        "QR, random signs": random_signs,
        "SVD": from_svd,
        "Householder": reflections,
    }
    return {
        name: [of["loudness"](1.0, 0.1, make, seed)[-1] for seed in range(10)]
        for name, make in makes.items()
    }


def starts() -> dict[str, list[float]]:
    """Return, for each seed, how many times as loud the orthogonal start is as the Gaussian."""
    of = lesson()

    def last(make: Any, size: float) -> list[float]:
        return [of["loudness"](1.0, size, make, seed)[-1] for seed in range(10)]

    found = {}
    for size in (0.0, 0.1, 1.0):
        Q, G = last(of["orthogonal"], size), last(of["gaussian"], size)
        found[f"ratio, inputs {size}"] = [q / g for q, g in zip(Q, G, strict=True)]
        found[f"orthogonal, inputs {size}"] = Q
    five = range(5)
    Q5, G5 = (
        np.median([of["loudness"](1.0, 0.1, of[make], s)[-1] for s in five])
        for make in ("orthogonal", "gaussian")
    )
    return found | {"ratio of medians of 5 seeds": [float(Q5 / G5)]}


def walls() -> dict[str, list[float]]:
    """Return, for each seed, powers of ten in the triangle: corners, and what the shout takes."""
    of = lesson()
    found: dict[str, list[float]] = {}
    for rho in (0.5, 1.0, 1.5):
        maps = [of["who_hears_whom"](rho, seed) for seed in SEEDS]
        found[f"radius {rho}, from 11 to 1"] = [float(m[10, 0]) for m in maps]
        found[f"radius {rho}, from 12 to 11"] = [float(m[11, 10]) for m in maps]
        found[f"radius {rho}, from 24 to 13"] = [float(m[23, 12]) for m in maps]
        found[f"radius {rho}, from 24 to 12"] = [float(m[23, 11]) for m in maps]
        found[f"radius {rho}, from 24 to 1"] = [float(m[23, 0]) for m in maps]
    return found


def stirred() -> list[float]:
    """Return, for each seed, the largest state 12 steps after a shout at radius 1.5."""
    of, found = lesson(), []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        net = of["network"](rng, 1.5 * of["orthogonal"](rng, 16), n_x=1)
        net["Wax"] = np.sign(net["Wax"])
        inputs = 3.0 * (np.arange(24) == 11).reshape(1, 1, 24)
        states = of["rnn_forward"](inputs, np.zeros((16, 1)), net)[0]
        found.append(float(np.max(np.abs(states[:, :, -1]))))
    return found


def walk(limit: float, start: float = -0.25) -> dict[str, float]:
    """Return how a walk on the cliff ends, and the largest gradient that it met."""
    path, loss, acted = lesson()["downhill"](limit, start)
    slopes = np.abs(np.diff(path)) / 0.02  # as far as they were not clipped
    found = {"end": path[-1], "loss": float(loss), "acted": int(acted)}
    return found | {
        "largest gradient": float(slopes.max()),
        "gradient at the end": float(slopes[-1]),
    }


def walkers(limit: float, every: int = 1) -> dict[str, int]:
    """Return how many walks of 60 updates from 60 starts come further than 1 from zero.

    Args:
        limit: at which gradients are clipped.
        every: of the starts only every so many are tried.
    """
    of, begins = lesson(), np.linspace(-0.5, -0.2, 60)[::every]
    ends = [of["downhill"](limit, float(begin), updates=60) for begin in begins]
    thrown = sum(max(map(abs, path)) > 1 for path, _, _ in ends)
    return {
        "thrown": thrown,
        "of": len(begins),
        "most clipped": max(int(acted) for _, _, acted in ends),
    }


def memory() -> dict[str, Any]:
    """Return the memory that both ways need by number of steps, and the size of S."""
    of = lesson()
    kilobytes = {steps: of["kilobytes"](8, steps) for steps in (10, 20, 30, 50, 100, 1000)}
    numbers = 512 * 512 * (64 + 512 + 1)  # in S, for one example
    return {"kB (RTRL, BPTT) by steps": kilobytes, "millions in S": numbers / 1e6}


def price() -> dict[str, float]:
    """Return how many ways forward one way back costs, and RTRL, by number of units."""
    of = lesson()
    found = {}
    for n_a in (10, 100):
        net, x, a0, da = of["trial"](n_a, 20)
        caches = of["rnn_forward"](x, a0, net)[2]
        forward = measure.seconds(lambda x=x, a0=a0, net=net: of["rnn_forward"](x, a0, net))
        back = measure.seconds(lambda da=da, caches=caches: of["rnn_backward"](da, caches))
        found[f"{n_a} units"] = back / forward
    return found


@recorded(LESSON, SEEDS)
def answers(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return what an answer costs at the end of training, the mean of 20 updates, by seed."""
    of = lesson()
    runs: dict[str, dict[str, Any]] = {
        "no memory": {"k": 1, "radius": 0.0, "learns": ("Wax", "Wya", "ba", "by")},
        "cut after 1": {"k": 1},
        "whole": {"k": 7},
        "only outputs": {"k": 1, "learns": ("Wya", "by")},
        "cut, with talk": {"k": 1, "talk": True},
        "whole, with talk": {"k": 7, "talk": True},
        "cut after 1, gap 12": {"k": 1, "gap": 12},
        "whole, gap 12": {"k": 13, "gap": 12},
        "whole, gap 12, with talk": {"k": 13, "gap": 12, "talk": True},
    }
    losses = {
        name: [of["learn"](seed=seed, **call) for seed in seeds] for name, call in runs.items()
    }
    ends = {name: [float(np.mean(one[-20:])) for one in of] for name, of in losses.items()}
    below = {
        f"{name}: first update below 0.1": [int(np.argmax(np.array(o) < 0.1)) for o in losses[name]]
        for name in ("cut after 1", "whole")
    }
    return ends | below


def hunt() -> dict[str, str]:
    """Return what the witness says of each suspect, for 4 steps and for one."""
    of = lesson()
    return {
        f"suspect {name}": f"{of['interrogate'](name, 4)}, {of['interrogate'](name, 1)}, one unit: "
        f"{of['interrogate'](name, 4, n_a=1)}"
        for name in "ABCD"
    }


def main() -> None:
    """Print every number."""
    for name, found in (
        ("paper, Waa = 0.8", paper(0.8)),
        ("paper, Waa = -0.8", paper(-0.8)),
        ("nudged", nudged()),
        ("exponents", best_exponents()),
        ("hunt", hunt()),
        ("price", price()),
        ("loudness", loudness()),
        ("starts", starts()),
        ("other draws", other_draws()),
        ("walls", walls() | {"largest state at step 24": stirred()}),
        ("cliff", {limit: walk(limit) | walkers(limit) for limit in (np.inf, 1.0)}),
        ("memory", memory()),
        ("answers", answers()),
    ):
        print(name)
        print("\n".join(told(found)), flush=True)


if __name__ == "__main__":
    main()
