"""The probability of every short text, by other code than the lesson's: number by number."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging import chances as judged
from graders.probes.texts import all_texts

Probabilities = NDArray[np.float64]

LIKE = 3
"""How many settings of `sample` are drawn with a temperature above 0."""

LEVEL = judged.LEVEL / 2
"""First characters and whole texts are counted, so each has half of the level."""


Reading = Callable[[Sequence[int]], Sequence[int]]
"""Takes what has been written, and returns the characters that are read next."""


def last(text: Sequence[int]) -> Sequence[int]:
    """Return the last character; none at the start, where the input is zero."""
    return text[-1:]


def _next(
    p: Mapping[str, Any], state: list[float], read: Sequence[int]
) -> tuple[list[float], list[float]]:
    """Return the state and the scores after an input that is 1 at each of these characters."""
    new = []
    for i in range(len(state)):
        z = float(p["ba"][i][0]) + math.fsum(float(p["Wax"][i][index]) for index in read)
        z += math.fsum(float(p["Waa"][i][j]) * state[j] for j in range(len(state)))
        new.append(math.tanh(z))
    scores = [
        float(p["by"][k][0]) + math.fsum(float(p["Wya"][k][i]) * new[i] for i in range(len(new)))
        for k in range(len(p["by"]))
    ]
    return new, scores


def _shares(scores: list[float], temperature: float) -> list[float]:
    top = max(scores)
    if temperature == 0:
        return [float(i == scores.index(top)) for i in range(len(scores))]
    weights = [math.exp((s - top) / temperature) for s in scores]
    return [w / math.fsum(weights) for w in weights]


def _following(
    parameters: Mapping[str, Any],
    newline: int,
    temperature: float,
    length: int,
    carries: bool = True,
    read: Reading = last,
) -> dict[tuple[int, ...], float]:
    """Return the probability of each text that can be drawn.

    Args:
        parameters: of the network.
        newline: the index that ends a text.
        temperature: what scores are divided by.
        length: the largest number of characters.
        carries: whether the state goes on into the next step.
        read: which characters of a text are read next.
    """
    found: dict[tuple[int, ...], float] = {}
    zeros = [0.0] * len(parameters["ba"])

    def walk(text: tuple[int, ...], state: list[float], p: float) -> None:
        if len(text) == length or (text and text[-1] == newline):
            found[text] = p
            return
        state, scores = _next(parameters, state if carries else zeros, read(text))
        for index, share in enumerate(_shares(scores, temperature)):
            walk((*text, index), state, p * share)

    walk((), zeros, 1.0)
    return found


def texts(
    parameters: Mapping[str, Any],
    char_to_index: Mapping[str, int],
    temperature: float,
    max_length: int,
    **_: Any,
) -> Probabilities:
    """Return the probability of each text, in the order of `all_texts`."""
    newline = char_to_index["\n"]
    found = _following(parameters, newline, temperature, max_length)
    return np.array([found[text] for text in all_texts(len(char_to_index), newline, max_length)])


def firsts(parameters: Mapping[str, Any], temperature: float, **_: Any) -> Probabilities:
    """Return the probability of each first character, (V,)."""
    start = [0.0] * len(parameters["ba"])
    return np.array(_shares(_next(parameters, start, ())[1], temperature))


def rivals(temperature: float, **case: Any) -> dict[str, Probabilities]:
    """Return the texts' probabilities with a temperature that is 1.3 times too high or low.

    Near zero both leave the same text.
    """
    return {
        "a temperature that is too high": texts(temperature=1.3 * temperature, **case),
        "a temperature that is too low": texts(temperature=temperature / 1.3, **case),
    }


def likeliest(
    parameters: Mapping[str, Any],
    newline: int,
    length: int,
    carries: bool = True,
    read: Reading = last,
) -> tuple[list[int], float]:
    """Return the likeliest text, character by character, and the smallest lead of a choice."""
    text: list[int] = []
    zeros = [0.0] * len(parameters["ba"])
    state, lead = zeros, math.inf
    while len(text) < length and text[-1:] != [newline]:
        state, scores = _next(parameters, state if carries else zeros, read(text))
        first, second = sorted(scores, reverse=True)[:2]
        text.append(scores.index(first))
        lead = min(lead, first - second)
    return text, lead


OTHERS: tuple[dict[str, Any], ...] = (
    {"carries": False},
    {"read": lambda text: ()},
    {"read": lambda text: tuple(set(text))},
)
"""How a network is run wrongly: states do not go on, characters do not, or they pile up."""


def speaks(parameters: Mapping[str, Any], newline: int, temperature: float, length: int) -> bool:
    """Return whether a network is of use: see `cases.sample_cases`."""
    if temperature < 0.01:
        text, lead = likeliest(parameters, newline, 10)
        others = [likeliest(parameters, newline, 10, **other)[0] for other in OTHERS]
        return lead > 0.05 and 4 <= len(text) < 8 and len(set(text)) > 2 and text not in others
    p = _following(parameters, newline, temperature, length)
    if length == 1:
        return True
    shown = OTHERS[: length if length < 3 else None]  # nothing piles up in two characters
    wrong = [_following(parameters, newline, temperature, length, **other) for other in shown]
    far = min(sum(v * math.log(v / one[text]) for text, v in p.items()) for one in wrong)
    return min(p.values()) > 0.004 and far > 0.04
