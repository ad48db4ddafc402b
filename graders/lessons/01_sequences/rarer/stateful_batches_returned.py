"""Rarer mistakes in `stateful_batches`: what is returned, and of which kind."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_INPUT, _TARGET = "inputs[:, s : s + length]", "targets[:, s : s + length]"
_PAIR = f"({_INPUT}, {_TARGET})"
_LIST = f"[{_PAIR} for s in starts]"
_STARTS = "range(0, lane, length)"
_TEXT = "np.asarray(indices)"

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns the list.",
        swap=(f"return {_LIST}", "return None"),
    ),
    Mistake(
        "generator_returned",
        "A generator comes back, which can be read once: `yield`, or round brackets around the "
        "loop. Collect the pairs in a list, and return it.",
        swap=(_LIST, f"({_PAIR} for s in starts)"),
    ),
    Mistake(
        "zip_returned",
        "zip(...) comes back, which can be read once. list(...) around it makes the list that is "
        "asked for.",
        swap=(_LIST, f"zip([{_INPUT} for s in starts], [{_TARGET} for s in starts])"),
    ),
    Mistake(
        "dicts_returned",
        "Each batch is a dict. Make it a tuple (inputs, targets).",
        swap=(_PAIR, f'{{"inputs": {_INPUT}, "targets": {_TARGET}}}'),
    ),
    Mistake(
        "pairs_stacked",
        "Inputs and targets of each batch stand in one array with a third axis. Put the two "
        "arrays into a tuple.",
        swap=(_PAIR, f"np.stack({_PAIR})"),
    ),
    Mistake(
        "one_array",
        "One array holds all batches. Return a list of pairs (inputs, targets).",
        swap=(_LIST, f"np.array({_LIST})"),
    ),
    Mistake(
        "whole_lanes_as_arrays",
        "Two arrays come back, the lanes as a whole. Cut them into steps of `length`, and return "
        "a list with a pair for each step.",
        swap=(_LIST, "(inputs, targets)"),
    ),
    Mistake(
        "lanes_stacked",
        "One array holds the lanes, inputs and targets. Cut them into steps of `length`, and "
        "return a list with a pair for each step.",
        swap=(_LIST, "np.stack([inputs, targets])"),
    ),
    Mistake(
        "stacked_batches",
        "Two arrays with a third axis come back, all inputs and all targets. Return a list with a "
        "pair (inputs, targets) for each batch.",
        swap=(
            _LIST,
            f"(np.array([{_INPUT} for s in starts]), np.array([{_TARGET} for s in starts]))",
        ),
    ),
    Mistake(
        "two_lists",
        "Two lists come back, all inputs and all targets. Put them together, a pair for each "
        "batch: list(zip(inputs, targets)).",
        swap=(_LIST, f"([{_INPUT} for s in starts], [{_TARGET} for s in starts])"),
    ),
    Mistake(
        "flat_list",
        "Inputs and targets follow one another in the list. Put the two of each batch into a "
        "tuple.",
        swap=(_LIST, f"[half for s in starts for half in {_PAIR}]"),
    ),
    Mistake(
        "inputs_alone",
        "Each batch holds its inputs alone. Put them into a tuple with their targets.",
        swap=(_PAIR, _INPUT),
    ),
    Mistake(
        "targets_alone",
        "Each batch holds its targets alone. Put them into a tuple behind their inputs.",
        swap=(_PAIR, _TARGET),
    ),
    Mistake(
        "exchanged",
        "Targets stand before inputs. The order of a pair is (inputs, targets).",
        swap=(_PAIR, f"({_TARGET}, {_INPUT})"),
    ),
    Mistake(
        "nested_lists",
        "The batches are lists of lists. Each is a pair of arrays: np.array(...).",
        swap=(_PAIR, f"({_INPUT}.tolist(), {_TARGET}.tolist())"),
    ),
    Mistake(
        "lists_of_rows",
        "The batches are lists of arrays, one for each row. Make one array of each list: "
        "np.array(...) or np.stack(...).",
        swap=(_PAIR, f"(list({_INPUT}), list({_TARGET}))"),
    ),
    Mistake(
        "floats",
        "The arrays hold floating numbers, as np.zeros and np.empty make them. Indices are "
        "integers: ask for dtype=int.",
        swap=(_TEXT, "np.asarray(indices, dtype=float)"),
    ),
    Mistake(
        "first_batch_only",
        "Only the first batch comes back: the function returns inside of its loop. Return after "
        "the loop, at its indentation.",
        swap=(_STARTS, f"{_STARTS}[:1]"),
        hides_from="K = 1",
    ),
    Mistake(
        "first_pair",
        "The first pair comes back by itself: the function returns inside of its loop. Collect "
        "all pairs in a list, and return it after the loop.",
        swap=(_LIST, f"{_LIST}[0]"),
    ),
    Mistake(
        "last_pair",
        "The last pair comes back by itself: each round writes over the one before. Collect all "
        "pairs in a list.",
        swap=(_LIST, f"{_LIST}[-1]"),
    ),
    Mistake(
        "last_batch_only",
        "Only the last batch comes back: the list is made anew in each round. Make it before the "
        "loop.",
        swap=(_STARTS, f"{_STARTS}[-1:]"),
        hides_from="K = 1",
    ),
    Mistake(
        "no_batches",
        "An empty list comes back: no pair is ever put into it. Append one in each round.",
        swap=(_STARTS, f"{_STARTS}[:0]"),
    ),
    Mistake(
        "never_filled",
        "The arrays hold zeros alone: they were made, and never filled. Put the text's tokens "
        "into them.",
        swap=(_TEXT, "np.zeros_like(indices)"),
    ),
    Mistake(
        "positions_returned",
        "The positions in the text come back, and not what stands there. Put them into the text: "
        "indices[at].",
        swap=(_TEXT, "np.arange(len(indices))"),
    ),
    Mistake(
        "flattened",
        "The rows of each batch stand behind one another in one axis. The shape is (batch, "
        "length).",
        swap=(_PAIR, f"({_INPUT}.ravel(), {_TARGET}.ravel())"),
    ),
    Mistake(
        "reshaped",
        "The shape of each batch was turned round by reshape, which tears its rows apart. A row "
        "holds a piece of one lane: (batch, length).",
        swap=(_PAIR, f"({_INPUT}.reshape(length, batch), {_TARGET}.reshape(length, batch))"),
    ),
)
