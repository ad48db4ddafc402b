"""The numbers of lesson 04, from the lesson's own functions; its experiments over several seeds.

    python -m benchmarks.lessons.04_character_language_model

prints them all, in about five minutes. `tests/lessons/test_04_character_language_model.py` holds
the text to them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.lessons.functions import functions
from benchmarks.lessons.recorded import recorded, told
from graders.data import text
from graders.notebook import measure
from graders.paths import DATASETS

SEEDS = range(12)
BOATS = sorted((DATASETS / "boats").glob("*.txt"))
LESSON = "04_character_language_model"
RATES = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
WARMTH = (0.25, 0.5, 1.0, 2.0)
ALPHAS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)


def lesson() -> Mapping[str, Any]:
    """Return the functions that the lesson defines, in exercises and experiments, and its data."""
    names, held_out = (text("boats", name).split() for name in ("names", "held_out"))
    letters = ["\n", *sorted(set("".join(names)))]
    given = {
        "names": names,
        "held_out": held_out,
        "letters": letters,
        "char_to_index": {letter: index for index, letter in enumerate(letters)},
    }
    return functions(LESSON, measure=measure, re=re, **given)


def sheet(scores: tuple[float, ...], text: str, temperature: float = 1.0) -> dict[str, float]:
    """Return every number of a sheet, from scalars alone.

    Args:
        scores: of a, b and the end of the line, at each step the same.
        text: what is paid for; its end is "|".
        temperature: what scores are divided by.
    """
    weights = [math.exp(score / temperature) for score in scores]
    p = dict(zip("ab|", (weight / sum(weights) for weight in weights), strict=True))
    cost = {letter: -math.log(share) for letter, share in p.items()}
    total = sum(cost[letter] for letter in text)
    return {
        **{f"weight {letter}": w for letter, w in zip("ab|", weights, strict=True)},
        "sum": sum(weights),
        **{f"p {letter}": share for letter, share in p.items()},
        **{f"cost {letter}": value for letter, value in cost.items()},
        "in all": total,
        "each": total / len(text),
        "perplexity": math.exp(total / len(text)),
    }


def rivals() -> dict[str, float]:
    """Return the perplexities on the held-out names of those who know nothing, little, and all."""
    of = lesson()
    costs = np.array(text("boats", "held_out_cost").split(), dtype=float)
    tokens = int(np.sum(of["batch"](of["held_out"])[1] >= 0))
    return {
        "who knows nothing": len(of["letters"]),
        "the letter before": min(
            float(of["bigram"](of["names"], of["held_out"], alpha)) for alpha in ALPHAS
        ),
        "who knows the rules": float(of["perplexity"](float(costs.sum()), tokens)),
    }


@recorded(LESSON, SEEDS, reads=BOATS)
def training(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return, for each seed, what the main experiment, its control and its transfer give."""
    of = lesson()
    longer = [name[:-1] + "m" + name[-2:] for name in of["held_out"]]
    found: dict[str, list[float]] = {
        "one syllable more, the letter before": [
            min(float(of["bigram"](of["names"], longer, alpha)) for alpha in ALPHAS)
        ]
    }
    for seed in seeds:
        net, norms = of["learn"](of["names"], seed=seed)
        forgetful, _ = of["learn"](of["names"], seed=seed, held=("Waa",))
        parrot, _ = of["learn"](of["names"][:40], seed=seed, updates=800)
        copies = of["write"](parrot, 100, seed=seed + 2)
        own = of["write"](net, 100, seed=seed + 2)
        shares = of["explained"](net, of["held_out"])
        keeper = int(np.argmax(shares))
        without = [
            of["mixed"](of["write"](of["silenced"](net, unit), 300, seed=seed + 3))
            for unit in range(16)
        ]
        row = {
            "held out": of["tested"](net, of["held_out"]),
            "on its own names": of["tested"](net, of["names"]),
            "largest norm": norms.max(),
            "clipped": np.sum(norms > 4.999),
            "without memory": of["tested"](forgetful, of["held_out"]),
            "one syllable more": of["tested"](net, longer),
            "parrot, own list": of["tested"](parrot, of["names"][:40]),
            "parrot, held out": of["tested"](parrot, of["held_out"]),
            "parrot, copies of 100": sum(word in of["names"][:40] for word in copies),
            "copies of 100": sum(word in of["names"] for word in own),
            "names right of 100": sum(map(of["obeys"], of["write"](net, 100, seed=seed + 1))),
            "keeper": keeper,
            "R2 of the keeper": shares[keeper],
            "R2 of the second": np.sort(shares)[-2],
            "mixed": of["mixed"](of["write"](net, 300, seed=seed + 3)),
            "mixed without the keeper": without[keeper],
            "mixed without another, most": max(v for u, v in enumerate(without) if u != keeper),
            "mixed without another, median": np.median(without),
            "keeper's place when silenced": 1 + sum(v > without[keeper] for v in without),
        }
        row |= {f"without memory, {k}": v for k, v in surest(of, forgetful).items()}
        more = row | surest(of, net) | temperatures(of, net) | behind_l(of, net)
        for name, value in more.items():
            found.setdefault(name, []).append(float(value))
    return found


def surest(of: Mapping[str, Any], net: Any) -> dict[str, float]:
    """Return what a network pays on average at the places of held-out names, in nats."""
    X, Y = of["batch"](of["held_out"])
    fed = of["embedding_forward"](X, np.eye(len(of["letters"]), len(of["letters"]) + 1))
    p = of["rnn_forward"](fed, np.zeros((len(net["ba"]), len(X))), net)[1]
    cost = -np.log(np.take_along_axis(p, np.maximum(Y, 0)[None], axis=0)[0])
    ends = np.sum(Y >= 0, axis=1) - 1
    rows = np.arange(len(X))
    vowels = np.isin(Y, [of["char_to_index"][v] for v in "aoueiy"])
    return {
        "cost of the first letter": cost[:, 0].mean(),
        "cost of vowels": cost[vowels].mean(),
        "cost of later vowels": cost[vowels & (np.arange(Y.shape[1]) > 1)].mean(),
        "cost of the last letter": cost[rows, ends - 1].mean(),
        "cost of the end": cost[rows, ends].mean(),
    }


def temperatures(of: Mapping[str, Any], net: Any) -> dict[str, float]:
    """Return what a network writes at four temperatures, and its perplexity there."""
    found = {}
    for heat in WARMTH:
        words = of["write"](net, 200, heat)
        found[f"{heat}: obey"] = float(np.mean([of["obeys"](word) for word in words]))
        found[f"{heat}: differ"] = len(set(words))
        found[f"{heat}: perplexity"] = of["tested"](of["cooled"](net, heat), of["held_out"])
    return found


def behind_l(of: Mapping[str, Any], net: Any, count: int = 200) -> dict[str, float]:
    """Return which share of letters stand behind l, as `sample` and the eight faulty lines write.

    The lines draw from the powers of the probabilities, which they do not divide by their sum.
    """
    right = "".join(of["write"](net, count, 2.0))
    rng, (n_a, V) = np.random.default_rng(0), net["Wax"].shape
    wrong = ""
    for _ in range(count):
        a, x = np.zeros((n_a, 1)), np.zeros((V, 1))
        for _ in range(50):
            a, p, _ = of["rnn_cell_forward"](x, a, net)
            index = int(np.argmax(np.cumsum(p ** (1 / 2.0)) > rng.random()))
            if index == of["char_to_index"]["\n"]:
                break
            wrong += of["letters"][index]
            x = np.eye(V)[:, [index]]
    return {
        f"2.0: behind l, {who}": float(np.mean([letter > "l" for letter in written]))
        for who, written in (("right", right), ("not divided", wrong))
    }


@recorded(LESSON, range(6), reads=BOATS)
def rates(seeds: Sequence[int]) -> dict[str, list[float]]:
    """Return, by rate, the perplexity after 150 updates of Adam and of plain descent, by seed."""
    of = lesson()
    # one rate beyond those of the lesson
    found = {"plain, 5.0": [of["descend"](5.0, seed=seed) for seed in seeds]}
    for rate in RATES:
        nets = [of["learn"](of["names"], 150, seed, rate)[0] for seed in seeds]
        found[f"Adam, {rate}"] = [of["tested"](net, of["held_out"]) for net in nets]
        found[f"plain, {rate}"] = [of["descend"](rate, seed=seed) for seed in seeds]
    return found


def main() -> None:
    """Print every number."""
    of = lesson()
    for name, found in (
        ("sheet, scores 2 1 0", sheet((2, 1, 0), "ba|")),
        ("the same at temperature 0.5", sheet((2, 1, 0), "ba|", 0.5)),
        ("sheet, scores 1 3 1", sheet((1, 3, 1), "bab|")),
        ("the same at temperature 2", sheet((1, 3, 1), "bab|", 2.0)),
        ("witness", {"error": float(of["witness"]())}),
        ("look-up", {f"{V} tokens": float(of["times_faster"](V)) for V in (20, 10_000)}),
        ("rivals", rivals()),
        ("training", training()),
        ("rates", rates()),
    ):
        print(name)
        print("\n".join(told(found)), flush=True)


if __name__ == "__main__":
    main()
