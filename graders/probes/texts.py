"""Texts that a model writes character by character, drawn often and counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graders.probes.sampling import category, counted, same_twice

NEVER = 1000.0
"""What is taken from the newline's score so that it never comes."""


MANY = 1_000_000
"""More characters than any alphabet has."""


def all_texts(size: int, newline: int, length: int) -> list[tuple[int, ...]]:
    """Return every text that can be written, in order of its indices.

    Args:
        size: how many characters there are.
        newline: the index that ends a text.
        length: the largest number of characters.
    """
    if length == 0:
        return [()]
    found: list[tuple[int, ...]] = []
    for index in range(size):
        rest = [()] if index == newline else all_texts(size, newline, length - 1)
        found += [(index, *text) for text in rest]
    return found


def written(
    function: Any,
    parameters: Mapping[str, Any],
    char_to_index: Mapping[str, int],
    rng: np.random.Generator,
    temperature: float,
    max_length: int,
    long: int,
    draws: int,
) -> dict[str, Any]:
    """Call `function(parameters, char_to_index, rng, temperature, max_length)` many times.

    Args:
        function: writes one text, as a list of indices.
        parameters: of the network; "by" holds a row for each character.
        char_to_index: the index of each character, one of which is the newline.
        rng: the only source of randomness.
        temperature: what scores are divided by.
        max_length: the largest number of characters of the texts that are counted.
        long: that of one text, which is returned where the temperature leaves no choice.
        draws: how many texts.

    Returns:
        `form`: what one text is, in words. Whether these hold: `usable`, all are lists of
        integers; `ends`, they end with the newline or at their largest length, and nowhere else;
        `same_seed`. `long`: one text at a temperature near 0, else an empty list. `unending`: how
        many characters come where a newline never does and no length is given. `firsts` and
        `texts`: counts of the first characters, and of whole texts in the order of `all_texts`.
    """
    size, newline = len(char_to_index), char_to_index["\n"]

    def write(one: np.random.Generator, length: int) -> Any:
        return function(parameters, char_to_index, one, temperature, length)

    same = same_twice(lambda one: write(one, max_length), rng)
    texts = [_indices(write(rng, max_length), size) for _ in range(draws)]
    good = [text for text in texts if text is not None]
    usable = len(good) == draws
    places = {text: i for i, text in enumerate(all_texts(size, newline, max_length))}
    first = iter([*(text[0] if text else -1 for text in good), *[-1] * (draws - len(good))])
    whole = iter([*(places.get(text, -1) for text in good), *[-1] * (draws - len(good))])
    by = np.array(parameters["by"])
    by[newline] -= NEVER
    unending = _indices(function({**parameters, "by": by}, char_to_index, rng), size)
    chain = _indices(write(rng, long), size) if temperature < 0.01 else ()
    return {
        "form": _form(write(rng, max_length)),
        "usable": usable,
        "ends": usable and all(text in places for text in good),
        "same_seed": usable and same,
        "long": list(chain or ()),
        "unending": -1 if unending is None else len(unending),
        "firsts": counted(lambda: next(first), draws, size),
        "texts": counted(lambda: next(whole), draws, len(places)),
    }


FORMS = {str: "a text", tuple: "a tuple", np.ndarray: "an array", type(None): "nothing"}
"""What a text may be that should be a list of integers, in words."""


def _form(text: Any) -> str:
    """Return what a text is."""
    if not isinstance(text, list):
        return FORMS.get(type(text), "something else")
    if any(isinstance(one, str) for one in text):
        return "a list of characters"
    integers = all(category(one, MANY) < MANY for one in text)
    return "a list of integers" if integers else "a list of other things"


def _indices(text: Any, size: int) -> tuple[int, ...] | None:
    """Return a text as a tuple, or None where it is no list of indices below the size."""
    if not isinstance(text, list):
        return None
    found = tuple(category(index, size) for index in text)
    return None if size in found else found
