"""The numbers of lesson 05, from the lesson's own functions; its experiments over several seeds.

    python -m benchmarks.lessons.05_lstm

prints them all, in a few minutes. `tests/lessons/test_05_lstm.py` holds the text to them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.lessons.functions import functions
from benchmarks.lessons.recorded import recorded, told

SEEDS = range(5)
LESSON = "05_lstm"
GAPS = (5, 10, 20, 40)
KNOWS = 0.35
"""An answer that costs less than half of a coin flip is taken as learned."""

SENTENCE = "the goat (who had eaten the map) went home alone (it said nothing), and slept"


def lesson() -> Mapping[str, Any]:
    """Return the functions that the lesson defines, in exercises and experiments."""
    return functions(LESSON)


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def paper(x: float, da: float = 1.0, dc_next: float = 0.5) -> dict[str, float]:
    """Return every number of the sheet, forwards and back, from scalars alone.

    Args:
        x: the input. The old states are 0.4 and 1.2.
        da: what reaches the new hidden state.
        dc_next: what reaches the new cell state from the step after.
    """
    a, c = 0.4, 1.2
    n = {"zf": a - x + 1, "zi": 2 * x, "zc": 0.5 * a + x, "zo": a + x + 0.2}
    n |= {gate: _sigmoid(n[f"z{gate}"]) for gate in "fio"} | {"cct": math.tanh(n["zc"])}
    n["c"] = n["f"] * c + n["i"] * n["cct"]
    n["tanh c"] = math.tanh(n["c"])
    n["a"] = n["o"] * n["tanh c"]
    n["slope"] = 1 - n["tanh c"] ** 2
    n["through a"] = da * n["o"] * n["slope"]
    n["dc"] = dc_next + n["through a"]
    n["dc_prev"] = n["dc"] * n["f"]
    n["dzf"] = n["dc"] * c * n["f"] * (1 - n["f"])
    n["dzi"] = n["dc"] * n["cct"] * n["i"] * (1 - n["i"])
    n["dzc"] = n["dc"] * n["i"] * (1 - n["cct"] ** 2)
    n["dzo"] = da * n["tanh c"] * n["o"] * (1 - n["o"])
    return n


def left(k: int) -> dict[int, float]:
    """Return what is left of a cell state after k steps, by forget bias, in a fresh network."""
    return {bias: _sigmoid(bias) ** k for bias in (0, 1, 2, 3)}


def echoes(size: float = 1.0) -> dict[str, list[float]]:
    """Return, for each seed, the share of a first difference that is left 20 steps later."""
    of = lesson()
    return {f"bias {b}": [float(of["echo"](b, size, s)[20]) for s in SEEDS] for b in (0, 1, 2)}


def hidden() -> dict[str, float]:
    """Return how loud the hand-made unit is while it is not read, and how well it holds."""
    of = lesson()
    commands = np.zeros((3, 1, 30))
    commands[0, 0] = np.random.default_rng(1).choice([-1.0, 1.0], size=30)
    commands[1, 0, [2, 14]], commands[2, 0, [9, 10, 21, 22]] = 1, 1
    shown, _, held, _ = of["lstm_forward"](commands, np.zeros((1, 1)), of["hand_made"]())
    unread = np.delete(shown[0, 0], [9, 10, 21, 22])
    return {"a": float(np.abs(unread).max()), "c": float(np.abs(held[0, 0, 2:]).min())}


def grown() -> dict[str, list[float]]:
    """Return, for each seed, the largest cell state in 300 steps of noise, by cell."""
    of, found = lesson(), dict[str, list[float]]()
    for seed in SEEDS:
        for name, sizes in of["sizes_of_all"](seed).items():
            found.setdefault(name, []).append(float(max(sizes)))
    return found


def overwritten() -> dict[int, float]:
    """Return c / n of the sLSTM after the last step, by its exponent."""
    of = lesson()
    return {z: float(of["overwrite"](float(z))[-1]) for z in (0, 3, 6, 800)}


def coupled_overwritten() -> float:
    """Return the state of a coupled cell that held 1 and writes -1 with z = 6 for writing."""
    f = _sigmoid(-6.0)
    return f * math.tanh(5.0) + (1 - f) * math.tanh(-5.0)


def witness() -> dict[str, Any]:
    """Return the largest error of the reference, and what is wrong in the spoiled pass."""
    of = lesson()
    found: dict[str, Any] = {}
    for steps in (4, 1):
        mine = [max(of["errors_of"](of["lstm_backward"], steps, s).values()) for s in SEEDS]
        theirs = [of["errors_of"](of["nothing_handed_on"], steps, s) for s in SEEDS]
        found[f"{steps} steps, yours"] = mine
        found[f"{steps} steps, wrong"] = [sum(e > 1e-5 for e in one.values()) for one in theirs]
        found[f"{steps} steps, smallest error"] = [min(one.values()) for one in theirs]
    return found


@recorded(LESSON, SEEDS)
def reading(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return, for each seed, how a trained reader's gates behave, and how often it is right."""
    of, found = lesson(), dict[str, list[float]]()
    for seed in seeds:
        net, losses = of["learn_brackets"](seed)
        gates, _, right, kinds = of["read_sentence"](net, SENTENCE)
        for name, value in (
            ("last loss", np.mean(losses[-20:])),
            ("right", right.sum()),
            ("forget at brackets", gates[0, kinds >= 2].mean()),
            ("forget elsewhere", gates[0, kinds < 2].mean()),
            ("input at brackets", gates[1, kinds >= 2].mean()),
            ("input elsewhere", gates[1, kinds < 2].mean()),
            ("forget at spaces", gates[0, kinds == 1].mean()),
            ("forget at letters", gates[0, kinds == 0].mean()),
        ):
            found.setdefault(name, []).append(float(value))
    return found


@recorded(LESSON, SEEDS)
def race(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return, for each seed, what an answer costs after training, by start and gap."""
    of = lesson()
    return {
        f"{kind}, gap {gap}": [of["race"](kind, gap, s)[1] for s in seeds]
        for kind in (0, 1, 2, "RNN")
        for gap in GAPS
    }


@recorded(LESSON, SEEDS)
def rhythm(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return, for each seed, how an RNN holds the bit over a gap of 40.

    `radius` is the largest size of an eigenvalue of the trained recurrent weights, `turning` the
    share of units that turn their sign in nine of ten steps, `told` how surely the sign of the best
    unit tells the bit at the end.
    """
    of, found = lesson(), dict[str, list[float]]()
    for seed in seeds:
        net, cost = of["race"]("RNN", 40, seed)
        drawn, _ = of["noisy_bits"](np.random.default_rng(9), 200, 40)
        states = of["rnn_forward"](drawn, np.zeros((len(net["Waa"]), 200)), net)[0][:, :, 5:]
        signs, bits = np.sign(states), np.sign(drawn[0, :, 0])
        turned = np.mean(signs[:, :, 1:] != signs[:, :, :-1], axis=(1, 2))
        for name, value in (
            ("cost", cost),
            ("radius", np.max(np.abs(np.linalg.eigvals(net["Waa"])))),
            ("turning", np.mean(turned > 0.9)),
            ("told", np.max(np.abs(np.mean(signs[:, :, -1] * bits, axis=1)))),
        ):
            found.setdefault(name, []).append(float(value))
    return found


@recorded(LESSON, SEEDS)
def missing(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return, for each seed, the control, the ablation and the transfer."""
    of, found = lesson(), dict[str, list[float]]()
    for seed in seeds:
        net, cost = of["race"](2, 20, seed)
        runs = {
            "control": of["race"](2, 20, seed, hears=slice(-10, None))[1],
            **{
                f"ablation, gap {gap}": of["race"](2, gap, seed, backward=of["nothing_handed_on"])[
                    1
                ]
                for gap in (5, 20)
            },
            "trained, gap 20": cost,
        }
        for gap in (20, 40, 100):
            runs[f"cost at {gap}"], runs[f"right at {gap}"] = of["cost_at"](net, gap)
        runs["cost at 20, noise 4"], runs["right at 20, noise 4"] = of["cost_at"](net, 20, 4.0)
        runs["bias 3, gap 40"] = of["race"](3, 40, seed)[1]
        for name, value in runs.items():
            found.setdefault(name, []).append(float(value))
    return found


def main() -> None:
    """Print every number."""
    for name, find in (
        ("paper, x = -0.5", lambda: paper(-0.5)),
        ("paper, x = 0.5", lambda: paper(0.5)),
        ("left after 5, 10, 20, 40", lambda: {k: left(k) for k in GAPS}),
        ("echoes", lambda: {size: echoes(size) for size in (0.1, 1.0)}),
        ("hand-made", hidden),
        ("grown", grown),
        ("overwritten", lambda: overwritten() | {"coupled": coupled_overwritten()}),
        ("witness", witness),
        ("reading", reading),
        ("missing", missing),
        ("race", race),
        ("rhythm", rhythm),
    ):
        print(name)
        print("\n".join(told(find())), flush=True)


if __name__ == "__main__":
    main()
