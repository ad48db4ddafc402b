"""Arrays that count what is made of them: how many arrays, and how large the largest is.

Time is no fair judge of a loop, since machines differ and are busy. What a loop cannot hide is that
it makes arrays in every round.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

LARGER = 100
"""How many times as large as the states an array may be. A T x T matrix is T times as large."""

LONG = 1000
"""From so many steps on arrays are counted. A loop over units or examples may make as many."""


class TooLargeError(Exception):
    """An array was made that is far larger than what is asked for."""


class Tally:
    """How many arrays were made.

    Args:
        most: how many entries each may have.
    """

    def __init__(self, most: int) -> None:
        self.made = 0
        self.most = most


class Watched(np.ndarray[Any, Any]):
    """An array of which every slice and every result enters a tally."""

    tally: Tally | None

    def __array_finalize__(self, obj: Any) -> None:
        """Count the array, if it was made from a watched one.

        Raises:
            TooLargeError: it is too large. So nobody waits for what is computed from it.
        """
        self.tally = getattr(obj, "tally", None)
        if self.tally is not None:
            self.tally.made += 1
            if self.size > self.tally.most:
                raise TooLargeError

    def __getitem__(self, key: Any) -> Any:
        """Count single numbers, too."""
        item = super().__getitem__(key)
        if self.tally is not None and not isinstance(item, np.ndarray):
            self.tally.made += 1
        return item


def watched(array: Any, tally: Tally) -> Any:
    """Return a view of an array that enters a tally; anything else as it is."""
    if not isinstance(array, np.ndarray):
        return array
    view = array.view(Watched)
    view.tally = tally
    return view


def all_at_once(
    function: Any,
    x: NDArray[Any],
    a0: NDArray[Any],
    parameters: dict[str, NDArray[Any]],
    times: int,
) -> dict[str, Any]:
    """Call `function(x, a0, parameters)` with x many times over, and count the arrays it makes.

    Args:
        function: returns states (n_a, m, T).
        x: (n_x, m, T_x).
        a0: (n_a, m).
        parameters: arrays by name.
        times: how often x is read, one after the other, so that T is times T_x.

    Returns:
        `a`: the states of the last T_x steps, or what came back where it has another shape;
        `few_arrays`: whether no more arrays were made than half the number of steps, if those are
        1,000 or more;
        `no_square`: whether each has at most 100 times as many entries as all states. One that has
        more ends the call, and `a` is zeros.
    """
    steps = x.shape[-1] * times
    tally = Tally(LARGER * a0.size * steps)
    long = np.tile(x, times) if times > 1 else x
    if times > 1:
        long.flags.writeable = x.flags.writeable
    own = {name: watched(value, tally) for name, value in parameters.items()}
    try:
        a = function(watched(long, tally), watched(a0, tally), own)
    except TooLargeError:
        none = np.zeros((*a0.shape, x.shape[-1]))
        return {"a": none, "few_arrays": True, "no_square": False}
    if isinstance(a, np.ndarray):
        a = a.view(np.ndarray)
        if times > 1 and a.shape == (*a0.shape, steps):
            a = a[..., -x.shape[-1] :]
    return {
        "a": a,
        "few_arrays": steps < LONG or tally.made <= steps // 2,
        "no_square": True,
    }
