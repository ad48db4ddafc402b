"""Rarer mistakes in `next_token_windows`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .next_token_windows_returned import NONE_FITS, RETURNED

_STARTS = "np.arange(0, len(indices) - length, stride)"
_BOTH = "return indices[at], indices[at + 1]"
_LATER = "indices[at + 1]"
_INSIDE = "np.arange(length)"

STARTS = rare(
    Mistake(
        "one_too_few_always",
        "There is one window too few. A number of windows found by division needs 1 added, since "
        "the first begins at 0; or the last was cut off by [:-1].",
        swap=(_STARTS, f"{_STARTS}[:-1]"),
    ),
    Mistake(
        "first_window_missing",
        "The first window is missing. It begins at 0.",
        swap=(_STARTS, f"{_STARTS}[1:]"),
    ),
    Mistake(
        "one_too_many_zero",
        "There is one window too many: its last target lies beyond the end of the text, and a 0 "
        "was put there. Windows whose targets do not fit are left out.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - length + 1, stride)"),
            (_LATER, "np.append(indices, 0)[at + 1]"),
        ),
    ),
    Mistake(
        "one_too_many_minus_one",
        "There is one window too many: its last target lies beyond the end of the text, and a -1 "
        "was put there. Windows whose targets do not fit are left out.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - length + 1, stride)"),
            (_LATER, "np.append(indices, -1)[at + 1]"),
        ),
    ),
    Mistake(
        "one_too_many_repeated",
        "There is one window too many: its last target lies beyond the end of the text, and the "
        "last token was put there again. Windows whose targets do not fit are left out.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - length + 1, stride)"),
            (_LATER, "np.append(indices, indices[-1])[at + 1]"),
        ),
    ),
    Mistake(
        "more_inputs_than_targets",
        "There are more windows of inputs than of targets: both were cut by themselves. A start "
        "counts only if input and target fit.",
        swap=(
            _BOTH,
            "also = np.arange(0, len(indices) - length + 1, stride)[:, None]\n"
            "    return indices[also + np.arange(length)], indices[at + 1]",
        ),
    ),
    Mistake(
        "short_windows_filled",
        "Windows that reach beyond the end of the text were filled up with 0. Those that do not "
        "fit whole are left out.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - 1, stride)"),
            (
                _BOTH,
                "text = np.append(indices, np.zeros(length + 1, dtype=int))\n"
                "    return text[at], text[at + 1]",
            ),
        ),
    ),
    Mistake(
        "all_starts_filled",
        "Every start has a window, up to the last token of the text, and what lies beyond its end "
        "was filled up with 0. Windows that do not fit whole are left out.",
        swap=(
            (_STARTS, "np.arange(0, len(indices), stride)"),
            (
                _BOTH,
                "text = np.append(indices, np.zeros(length + 1, dtype=int))\n"
                "    return text[at], text[at + 1]",
            ),
        ),
    ),
    Mistake(
        "around_the_end",
        "Windows that reach beyond the end of the text go on at its beginning. Those that do not "
        "fit whole are left out.",
        swap=(
            (_STARTS, "np.arange(0, len(indices), stride)"),
            (_BOTH, "size = len(indices)\n    return indices[at % size], indices[(at + 1) % size]"),
        ),
    ),
    Mistake(
        "stride_within",
        "`stride` was taken for the distance between the tokens of one window. A window is a "
        "connected piece of the text; its start moves by `stride`.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - (length - 1) * stride - 1)"),
            (_INSIDE, "stride * np.arange(length)"),
        ),
    ),
    Mistake(
        "stride_within_and_between",
        "`stride` was taken for the distance between the tokens of one window as well as between "
        "windows. A window is a connected piece of the text.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - (length - 1) * stride - 1, stride)"),
            (_INSIDE, "stride * np.arange(length)"),
        ),
    ),
    Mistake(
        "stride_is_overlap",
        "`stride` was taken for how many tokens two windows share. It says how much later each "
        "window begins than the one before.",
        swap=("length, stride)", "length, max(1, length - stride))"),
    ),
    Mistake(
        "stride_is_gap",
        "`stride` was taken for the gap between two windows. It says how much later each window "
        "begins than the one before.",
        swap=("length, stride)", "length, length + stride)"),
    ),
    Mistake(
        "stride_one_more",
        "The starts are stride + 1 apart. They are 0, stride, 2 stride and so on.",
        swap=("length, stride)", "length, stride + 1)"),
    ),
    Mistake(
        "counted_not_multiplied",
        "There are as many windows as there should be, but they begin at 0, 1, 2 and so on: the "
        "number of a window is not yet its start. Multiply it by `stride`.",
        swap=("at = starts[:, None]", "at = np.arange(len(starts))[:, None]"),
    ),
    Mistake(
        "sizes_exchanged",
        "`length` and `stride` have changed places: windows are as long as the stride. Compare "
        "the order of the arguments with your use of them.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - stride, length)"),
            (_INSIDE, "np.arange(stride)"),
        ),
    ),
    Mistake(
        "windows_backwards",
        "The windows come in reversed order. The first one begins at 0.",
        swap=(_STARTS, f"{_STARTS}[::-1]"),
    ),
    Mistake(
        "each_backwards",
        "Each window is read backwards. Its tokens stand in the order of the text.",
        swap=(_INSIDE, f"{_INSIDE}[::-1]"),
    ),
    Mistake(
        "one_longer",
        "Each window is one token too long, inputs and targets alike. Cut length + 1 tokens only "
        "if you take one off for each of the two.",
        swap=(
            (_INSIDE, "np.arange(length + 1)"),
            (_STARTS, "np.arange(0, len(indices) - length - 1, stride)"),
        ),
    ),
    Mistake(
        "same_longer_windows",
        "Each window is one token too long, and the targets are the inputs. Of length + 1 tokens "
        "the inputs are all but the last, the targets all but the first.",
        swap=((_INSIDE, "np.arange(length + 1)"), (_LATER, "indices[at]")),
    ),
    Mistake(
        "input_holds_last_target",
        "The inputs are one token too long: they hold the last target, too. Of length + 1 tokens "
        "the inputs are all but the last.",
        swap=(
            _BOTH,
            "more = np.concatenate([at, at[:, -1:] + 1], axis=1)\n"
            "    return indices[more], indices[at + 1]",
        ),
    ),
    Mistake(
        "target_holds_first_input",
        "The targets are one token too long: they hold the first input, too. Of length + 1 tokens "
        "the targets are all but the first.",
        swap=(
            _BOTH,
            "more = np.concatenate([at, at[:, -1:] + 1], axis=1)\n"
            "    return indices[at], indices[more]",
        ),
    ),
)

TARGETS = rare(
    Mistake(
        "targets_uncut",
        "The targets are one token too long where windows fit: the windows of length + 1 tokens "
        "themselves. Cut off their first column.",
        swap=(
            "    " + _BOTH,
            "    if not len(starts):\n        return indices[at], indices[at]\n"
            "    more = np.concatenate([at, at[:, -1:] + 1], axis=1)\n"
            "    return indices[at], indices[more]",
        ),
    ),
    Mistake(
        "inputs_uncut",
        "The inputs are one token too long where windows fit: the windows of length + 1 tokens "
        "themselves. Cut off their last column.",
        swap=(
            "    " + _BOTH,
            "    if not len(starts):\n        return indices[at], indices[at]\n"
            "    more = np.concatenate([at, at[:, -1:] + 1], axis=1)\n"
            "    return indices[more], indices[at + 1]",
        ),
    ),
    Mistake(
        "last_target_lost",
        "The targets are one token shorter than the inputs: they were taken from within the "
        "window. Take them from the text, one token later.",
        swap=(_LATER, "indices[at][:, 1:]"),
    ),
    Mistake(
        "target_wraps_in_window",
        "The last target of each window is its own first token: np.roll turns a window around "
        "like a wheel. Take the targets from the text, one token later.",
        swap=(_LATER, "np.roll(indices[at], -1, axis=1)"),
    ),
    Mistake(
        "target_wraps_in_array",
        "The last target of each window is the first token of the next one: np.roll without an "
        "axis goes through the whole array. Take the targets from the text.",
        swap=(_LATER, "np.roll(indices[at], -1)"),
    ),
    Mistake(
        "target_rows_rolled",
        "The targets are the inputs of the next window, and of the first one at the end: np.roll "
        "went along the windows. A target is one token later.",
        swap=(_LATER, "np.roll(indices[at], -1, axis=0)"),
    ),
    Mistake(
        "last_target_zero",
        "The last target of each window is 0: the inputs were moved by one, and nothing came in "
        "at the end. Take the targets from the text, one token later.",
        swap=(_LATER, "np.append(indices[at][:, 1:], np.zeros((len(at), 1), dtype=int), axis=1)"),
    ),
    Mistake(
        "last_target_repeated",
        "The last target of each window is its own last token. Take the targets from the text, "
        "one token later.",
        swap=(_LATER, "np.append(indices[at][:, 1:], indices[at][:, -1:], axis=1)"),
    ),
    Mistake(
        "value_plus_one",
        "1 was added to the tokens themselves. The target is what stands one place later in the "
        "text: add 1 to the place, indices[at + 1].",
        swap=(_LATER, "indices[at] + 1"),
    ),
    Mistake(
        "targets_a_stride_later",
        "The targets are `stride` tokens later than the inputs, as the next window is. A target "
        "is one token later, whatever the stride.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - length - stride + 1, stride)"),
            (_LATER, "indices[at + stride]"),
        ),
    ),
    Mistake(
        "two_later_fewer",
        "The targets are two steps later than the inputs, and starts whose second next token lies "
        "beyond the end were left out. A target is the next token.",
        swap=(
            (_STARTS, "np.arange(0, len(indices) - length - 1, stride)"),
            (_LATER, "indices[at + 2]"),
        ),
    ),
    Mistake(
        "one_target_column",
        "There is one target for each window, the token after it, in a column. Here every "
        "position has a target: the shape is (n, length), as for the inputs.",
        swap=(_LATER, "indices[at[:, -1:] + 1]"),
    ),
    Mistake(
        "last_target_everywhere",
        "Each row of targets holds one token only, that after the window. Here every position has "
        "the token that follows it.",
        swap=(_LATER, "indices[np.repeat(at[:, -1:] + 1, length, axis=1)]"),
    ),
    Mistake(
        "targets_shifted_twice",
        "The first target is the third token of its window: the text was moved by one, and then "
        "the place once more. Move one of the two.",
        swap=(_LATER, "np.roll(indices, -1)[np.minimum(at + 1, len(indices) - 1)]"),
    ),
    Mistake(
        "targets_transposed",
        "The inputs are rows, and the targets columns. Each window is a row in both: (n, length).",
        swap=(_LATER, f"{_LATER}.T"),
    ),
    Mistake(
        "inputs_transposed",
        "The targets are rows, and the inputs columns. Each window is a row in both: (n, length).",
        swap=("return indices[at]", "return indices[at].T"),
    ),
)

RARER = often(
    (*RETURNED, *NONE_FITS, *STARTS, *TARGETS),
    "floats",
    "nested_lists",
    "lists_of_arrays",
    "empty_floats_without_length",
    "empty_lists",
    "empty_floats",
    "one_too_few_always",
    "one_too_many_zero",
)
