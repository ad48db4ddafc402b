"""Rarer mistakes of the recurrence that does not wait, by whole kinds: pairs, rounds, starts."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_DECAY = "decay_left * decay_right"
_VALUE = "decay_right * value_left + value_right"
_UNPACKED = ("decay_left, value_left = left", "decay_right, value_right = right")
_JOINED = "joined = combine(earlier_pair, later_pair)"
_RETURN = "return first, second"
_SCANNED = "scan(combine, (1 - u, u * c))"
_STATES = "return decay * a0[:, :, None] + value"
_ALL = f"decay, value = {_SCANNED}  # (n_a, m, T_x) both\n    {_STATES}"
_IDENTITY = """
def scan(combine, elements):
    first, second = elements
    offset = 1
    while offset < first.shape[-1]:
        one = np.ones_like(first[..., :offset])
        earlier_pair = (
            np.concatenate([one, first[..., :-offset]], axis=-1),
            np.concatenate([0 * one, second[..., :-offset]], axis=-1),
        )
        first, second = combine(earlier_pair, (first, second))
        offset *= 2
    return first, second
"""
_ROUNDS = """
def scan(combine, elements):
    first, second = elements
    for k in range(int(np.log2(first.shape[-1]))):
        offset = OFFSET
        joined = combine(
            (first[..., :-offset], second[..., :-offset]),
            (first[..., offset:], second[..., offset:]),
        )
        first = np.concatenate([first[..., :offset], joined[0]], axis=-1)
        second = np.concatenate([second[..., :offset], joined[1]], axis=-1)
    return first, second
"""


def _value(other: str) -> tuple[str, str]:
    return _VALUE, other


COMBINE = rare(
    Mistake(
        "later_value_by_own_decay",
        "The later value is multiplied by the later decay. That one acts on what was there before "
        "it, and so on value_left; value_right is added after it.",
        swap=_value("value_left + decay_right * value_right"),
    ),
    Mistake(
        "values_by_own_decays",
        "Each value is multiplied by the decay of its own stretch. A decay acts on what was there "
        "before: the later one on value_left, nothing on value_right.",
        swap=_value("decay_left * value_left + decay_right * value_right"),
    ),
    Mistake(
        "values_mixed",
        "decay_right and 1 - decay_right mix the two values. The 1 - decay is in a value already: "
        "value_right is added as it is.",
        swap=_value("decay_right * value_left + (1 - decay_right) * value_right"),
    ),
    Mistake(
        "values_by_left_decay",
        "Both values are multiplied by the earlier decay, which is over by then. value_left passes "
        "the later one, value_right none.",
        swap=_value("decay_left * (value_left + value_right)"),
    ),
    Mistake(
        "values_by_both_decays",
        "The sum of the values is multiplied by both decays. value_left passes the later decay, "
        "value_right none.",
        swap=_value("decay_left * decay_right * (value_left + value_right)"),
    ),
    Mistake(
        "pairs_read_exchanged",
        "The pairs are read as (value, decay). The decay stands first.",
        swap=(
            (_UNPACKED[0], "value_left, decay_left = left"),
            (_UNPACKED[1], "value_right, decay_right = right"),
        ),
    ),
    Mistake(
        "pairs_read_and_returned_exchanged",
        "The pairs are read as (value, decay), and so is the one that comes back. The decay stands "
        "first.",
        swap=(
            (_UNPACKED[0], "value_left, decay_left = left"),
            (_UNPACKED[1], "value_right, decay_right = right"),
            (f"{_DECAY}, {_VALUE}", f"{_VALUE}, {_DECAY}"),
        ),
    ),
    Mistake(
        "parts_apart",
        "The two parts of the value come back one by one. A pair has one value: add them.",
        swap=(
            ", decay_right * value_left + value_right",
            ", decay_right * value_left, value_right",
        ),
    ),
    Mistake(
        "value_over_units",
        "The value is summed over the units. Every unit of every example has a recurrence of its "
        "own.",
        swap=_value(f"np.sum({_VALUE}, axis=0)"),
    ),
    Mistake(
        "value_over_examples",
        "The value is summed over the examples. Every unit of every example has a recurrence of "
        "its own.",
        swap=_value(f"np.sum({_VALUE}, axis=1)"),
    ),
)

SCAN = rare(
    Mistake(
        "exclusive_from_identity",
        "Each place holds what the elements before it make, with a pair of ones and zeros in "
        "front. The element at the place belongs to its prefix.",
        swap=(
            _RETURN,
            "one = np.ones_like(first[..., :1])\n"
            "    first = np.concatenate([one, first[..., :-1]], axis=-1)\n"
            "    return first, np.concatenate([0 * one, second[..., :-1]], axis=-1)",
        ),
    ),
    Mistake(
        "padded_with_identity",
        "In front of the first places stand ones and zeros, with which they are combined. That "
        "leaves them alone for decays and values, not for every operator: leave those places out.",
        source=_IDENTITY,
        hides_from="T = 1",
    ),
    Mistake(
        "rounds_rounded_down",
        "The number of rounds is rounded down, which is enough for powers of two only. Go on while "
        "the offset is below T.",
        source=_ROUNDS.replace("OFFSET", "2**k"),
        hides_from="T = 1",
    ),
    Mistake(
        "offset_stays",
        "The offset stays 1 in all rounds, so that neighbours meet again and again. Double it.",
        source=_ROUNDS.replace("int(np.log2(", "int(np.ceil(np.log2(")
        .replace("shape[-1]))):", "shape[-1])))):")
        .replace("OFFSET", "1"),
        hides_from="T = 1",
    ),
    Mistake(
        "places_lost",
        "The first places are dropped in each round. They are finished: put them in front of what "
        "was combined.",
        swap=(
            ("np.concatenate([first[..., :offset], joined[0]], axis=-1)", "joined[0]"),
            ("np.concatenate([second[..., :offset], joined[1]], axis=-1)", "joined[1]"),
        ),
        hides_from="T = 1",
    ),
    Mistake(
        "second_only",
        "Only the second array comes back. The result is a pair, as the elements are.",
        swap=(_RETURN, "return second"),
    ),
    Mistake(
        "results_exchanged",
        "The two arrays of the result are exchanged. They come back in the order of the elements.",
        swap=(_RETURN, "return second, first"),
    ),
    Mistake(
        "stops_at_half",
        "The loop stops two rounds early, when the offset reaches half of T. It must go on while "
        "the offset is below T.",
        swap=("while offset < first.shape[-1]:", "while offset < first.shape[-1] // 2:"),
        hides_from="T = 1",
    ),
    Mistake(
        "called_twice",
        "combine is called again for each array of a pair, so twice in a round. Call it once and "
        "keep the pair.",
        swap=(
            _JOINED,
            f"{_JOINED}\n        combine(earlier_pair, later_pair)\n"
            "        combine(earlier_pair, later_pair)",
        ),
        hides_from="T = 1",
    ),
)

MIN_GRU_PARALLEL = rare(
    Mistake(
        "a0_in_front",
        "a0 stands in front of the states, so that there is one too many. Cut the first one off.",
        swap=(
            _STATES,
            f"a = {_STATES[7:]}\n    return np.concatenate([a0[:, :, None], a], axis=2)",
        ),
    ),
    Mistake(
        "a0_in_front_end_cut",
        "Every state stands one step late: a0 is the first, and the last is cut off. The first is "
        "the state after the first step.",
        swap=(
            _STATES,
            f"a = {_STATES[7:]}\n    return np.concatenate([a0[:, :, None], a[:, :, :-1]], axis=2)",
        ),
    ),
    Mistake(
        "pair_returned",
        "The pair of the scan comes back. The states are its decay times a0 plus its value.",
        swap=(_STATES, "return decay, value"),
    ),
    Mistake(
        "a0_in_first_value",
        "a0 is added to the first value as it is. The first decay acts on it before: add decay * "
        "a0.",
        swap=(_ALL, "v = u * c\n    v[:, :, 0] += a0\n    return scan(combine, (1 - u, v))[1]"),
    ),
    Mistake(
        "products_guarded",
        "A small number keeps the cumulative product from being zero below the line. The quotient "
        "is wrong all the same where the product vanishes: scan the pairs, which divides nothing.",
        swap=(
            _ALL,
            "d = np.cumprod(1 - u, axis=2)\n"
            "    return d * a0[:, :, None] + d * np.cumsum(u * c / (d + 1e-12), axis=2)",
        ),
    ),
    Mistake(
        "reshaped_across",
        "Examples and steps are exchanged in a reshape: the rows were laid out with time last. "
        "Reshape to (n_a, m, T_x), in the order in which they were flattened.",
        swap=(
            _ALL,
            "u, c = (z.reshape(len(z), z.shape[2], -1).transpose(0, 2, 1) for z in (u, c))\n"
            f"    {_ALL}",
        ),
        hides_from="one example",
    ),
    Mistake(
        "gate_tanh",
        "The gate goes through a tanh, so it may be negative. A share lies between 0 and 1: "
        "sigmoid.",
        swap=("u = sigmoid(", "u = np.tanh("),
    ),
    Mistake(
        "candidate_sigmoid",
        "The candidate goes through a sigmoid. In this cell it goes through nothing.",
        swap=("(1 - u, u * c)", "(1 - u, u * sigmoid(c))"),
    ),
)
