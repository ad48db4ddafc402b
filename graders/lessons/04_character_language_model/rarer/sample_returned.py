"""Rarer mistakes in `sample`: what comes back, and where randomness comes from."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_BEGIN = "drawn = []"
_BACK = "return drawn"
_OTHER = 'drawn, rng = [], globals().setdefault("other", np.random.default_rng(11))'
"""Another generator that goes on from call to call, and is the same whenever the table is built."""


def _back(key: str, sentence: str, wrong: str) -> Mistake:
    """Return a mistake that gives back something else."""
    return Mistake(key, sentence, swap=(_BACK, f"return {wrong}"))


RETURNED = rare(
    Mistake(
        "elsewhere",
        "Random numbers come from np.random, or from a generator of its own, so that the same seed "
        "gives different texts. Draw from rng.",
        swap=(_BEGIN, _OTHER),
    ),
    _back("tuple_returned", "A tuple comes back, of the indices or of several values. Asked for is "
          "a list of the indices alone.", "tuple(drawn)"),
    _back("no_ints_in_list", "What stands in the list is no int, but a float, an array or a list. "
          "Asked for are ints: int(...).",
          "[float(i) for i in drawn]"),
    _back("no_list", "Neither a list nor an array nor a text comes back, but one index, or a dict. "
          "Asked for is the list of indices.", "drawn[-1]"),
    _back("nothing_returned", "Nothing comes back. End the function with return.", "None"),
    _back("reversed", "The text comes back from its end to its beginning.", "drawn[::-1]"),
    _back("counted_from_one", "Each index is one too large. They begin with 0.",
          "[i + 1 for i in drawn]"),
)  # fmt: skip
