"""Rarer mistakes in `sample`: what comes back, and where randomness comes from."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_CHOICE = "rng.choice(V, p=softmax(s / temperature)[:, 0])"
_BEGIN = "drawn = []"
_BACK = "return drawn"


def _back(key: str, sentence: str, wrong: str) -> Mistake:
    """Return a mistake that gives back something else."""
    return Mistake(key, sentence, swap=(_BACK, f"return {wrong}"))


_OWN = "Each call makes a generator with a seed of its own, and so each text is the same. "

_SEEDS = tuple(
    Mistake(f"seed_{seed}", _OWN + "Draw from rng.",
            swap=(_BEGIN, f"drawn, rng = [], np.random.default_rng({seed})"))
    for seed in (0, 1, 2, 7, 10, 42, 100, 123, 1234, 2024, 2025, 2026)
)  # fmt: skip
"""Many seeds, since each gives another text."""

_SEEDED = tuple(
    Mistake(f"global_seed_{seed}", _OWN + "np.random.seed does that for np.random; draw from rng.",
            swap=((_BEGIN, f"drawn, old = [], np.random.RandomState({seed})"),
                  (_CHOICE, _CHOICE.replace("rng", "old"))))
    for seed in (0, 1, 42)
)  # fmt: skip

RETURNED = rare(
    *_SEEDS,
    *_SEEDED,
    Mistake(
        "other_generator",
        "Random numbers come from a generator of its own, so that the same seed gives different "
        "texts. Draw from rng.",
        swap=(_BEGIN, "drawn, rng = [], np.random.default_rng()"),
    ),
    Mistake(
        "elsewhere",
        "Random numbers come from np.random, so that the same seed gives different texts. Draw "
        "from rng.",
        swap=(_CHOICE, _CHOICE.replace("rng", "np.random")),
    ),
    _back("tuple_returned", "A tuple comes back. Asked for is a list.", "tuple(drawn)"),
    _back("floats_returned", "The indices are floats. Asked for are ints.",
          "[float(i) for i in drawn]"),
    _back("arrays_in_list", "Each index is an array. Asked for are ints: int(...), or .item().",
          "[np.array([i]) for i in drawn]"),
    _back("lists_in_list", "Each index is a list. Asked for are ints.", "[[i] for i in drawn]"),
    _back("one_hot_vectors", "One-hot vectors come back. Asked for are the indices.",
          "[np.eye(V)[:, i : i + 1] for i in drawn]"),
    _back("text_and_indices", "Two values come back. Asked for is the list of indices.",
          '(drawn, "".join(list(char_to_index)[i] for i in drawn))'),
    _back("state_too", "The state comes back as well. Asked for is the list of indices.",
          "(drawn, a)"),
    _back("characters_without_newline", "Characters come back, without the newline. Asked for are "
          "indices, up to and with the newline.",
          '[list(char_to_index)[i] for i in drawn if i != char_to_index["\\n"]]'),
    _back("text_without_newline", "One text comes back, without the newline. Asked for is the list "
          "of indices, up to and with the newline.",
          '"".join(list(char_to_index)[i] for i in drawn).strip()'),
    _back("index_returned", "One index comes back, and no list.", "drawn[-1]"),
    _back("nothing_returned", "Nothing comes back. End the function with return.", "None"),
    _back("reversed", "The text comes back from its end to its beginning.", "drawn[::-1]"),
    _back("sorted", "The indices are sorted. They stand in the order in which they were drawn.",
          "sorted(drawn)"),
    _back("each_once", "Each index comes once, as a set gives them. A character may come again.",
          "list(dict.fromkeys(drawn))"),
    _back("counted_from_one", "Each index is one too large. They begin with 0.",
          "[i + 1 for i in drawn]"),
    _back("in_a_dict", "A dict comes back. Asked for is the list of indices.",
          '{"indices": drawn}'),
)  # fmt: skip
