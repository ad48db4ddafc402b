"""Rarer mistakes in `next_token_windows`: what is returned, also where no window fits."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_STARTS = "np.arange(0, len(indices) - length, stride)"
_BOTH = "return indices[at], indices[at + 1]"
_LATER = "indices[at + 1]"
_INSIDE = "np.arange(length)"
_TEXT = "np.asarray(indices)"
_NONE_FITS = "    if not len(starts):\n        return {}\n    " + _BOTH

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns both arrays.",
        swap=(_BOTH, "return None"),
    ),
    Mistake(
        "inputs_alone",
        "Only the inputs come back. The targets are the second array to return, one token later.",
        swap=(_BOTH, "return indices[at]"),
    ),
    Mistake(
        "targets_alone",
        "Only the targets come back. The inputs are the first array to return, and the targets "
        "the second.",
        swap=(_BOTH, f"return {_LATER}"),
    ),
    Mistake(
        "windows_uncut",
        "One array of windows comes back, each one token too long. Cut it into both: all columns "
        "but the last are inputs, all but the first are targets.",
        swap=((_INSIDE, "np.arange(length + 1)"), (_BOTH, "return indices[at]")),
    ),
    Mistake(
        "stacked",
        "Inputs and targets stand in one array with a third axis. Return two arrays, separated by "
        "a comma.",
        swap=(_BOTH, f"return np.stack([indices[at], {_LATER}])"),
    ),
    Mistake(
        "stacked_inside",
        "Each input stands beside its target in one array, along a last axis. Return two arrays, "
        "separated by a comma.",
        swap=(_BOTH, f"return np.stack([indices[at], {_LATER}], axis=-1)"),
    ),
    Mistake(
        "stacked_by_window",
        "Each window stands beside its targets in one array, along a second axis. Return two "
        "arrays, separated by a comma.",
        swap=(_BOTH, f"return np.stack([indices[at], {_LATER}], axis=1)"),
    ),
    Mistake(
        "pairs_of_windows",
        "A list of pairs comes back, a window and its targets in each. Collect the windows in one "
        "list and the targets in another, and make an array of each.",
        swap=(_BOTH, f"return list(zip(indices[at], {_LATER}, strict=True))"),
    ),
    Mistake(
        "pairs_of_lists",
        "A list of pairs of lists comes back. Collect the windows in one list and the targets in "
        "another, and make an array of each.",
        swap=(_BOTH, f"return list(zip(indices[at].tolist(), {_LATER}.tolist(), strict=True))"),
    ),
    Mistake(
        "dict_returned",
        "A dict comes back. Return both arrays themselves, separated by a comma.",
        swap=(_BOTH, f'return {{"inputs": indices[at], "targets": {_LATER}}}'),
    ),
    Mistake(
        "nested_lists",
        "Lists of lists come back. Make an array of each: np.array(..., dtype=int).",
        swap=(_BOTH, f"return indices[at].tolist(), {_LATER}.tolist()"),
    ),
    Mistake(
        "lists_of_arrays",
        "Lists of arrays come back, one array for each window. Make one array of each list: "
        "np.array(..., dtype=int).",
        swap=(_BOTH, f"return list(indices[at]), list({_LATER})"),
    ),
    Mistake(
        "flattened",
        "All windows stand behind one another in one axis: extend and concatenate join them. Give "
        "each window a row of its own, by append, np.stack or reshape.",
        swap=(_BOTH, f"return indices[at].ravel(), {_LATER}.ravel()"),
    ),
    Mistake(
        "reshaped",
        "The shape is turned round by reshape, which leaves the numbers in their order: windows "
        "are torn apart. Each window is a row.",
        swap=(_BOTH, f"return indices[at].reshape(length, -1), {_LATER}.reshape(length, -1)"),
    ),
    Mistake(
        "floats",
        "The arrays hold floating numbers, as np.zeros and np.empty make them. Indices are "
        "integers: ask for dtype=int.",
        swap=(_TEXT, "np.asarray(indices, dtype=float)"),
    ),
    Mistake(
        "first_window_only",
        "Only the first window comes back: the function returns inside of its loop. Return after "
        "the loop, at its indentation.",
        swap=(_STARTS, f"{_STARTS}[:1]"),
    ),
    Mistake(
        "first_window_or_nothing",
        "Only the first window comes back, and nothing where no window fits: the function returns "
        "inside of its loop. Return after the loop, at its indentation.",
        swap=(
            (_STARTS, f"{_STARTS}[:1]"),
            ("    " + _BOTH, _NONE_FITS.format("None")),
        ),
    ),
    Mistake(
        "first_window_flat",
        "Only the first window comes back, as an array of one axis: the function returns inside "
        "of its loop. Collect all windows, and return after the loop.",
        swap=(
            "    " + _BOTH,
            "    for one in at:\n        return indices[one], indices[one + 1]",
        ),
    ),
    Mistake(
        "last_window_only",
        "Only the last window comes back: each round writes over the one before. Make the lists "
        "before the loop, and append to them.",
        swap=(_STARTS, f"{_STARTS}[-1:]"),
    ),
    Mistake(
        "last_window_flat",
        "Only the last window comes back, as an array of one axis: each round writes over the one "
        "before. Make lists before the loop, and append to them.",
        swap=(
            "    " + _BOTH,
            "    inputs, targets = np.array([], int), np.array([], int)\n"
            "    for one in at:\n"
            "        inputs, targets = indices[one], indices[one + 1]\n"
            "    return inputs, targets",
        ),
    ),
    Mistake(
        "no_windows",
        "Both arrays are empty: no window is ever put into them. np.append and np.vstack return "
        "something new, which has to be kept.",
        swap=(_STARTS, f"{_STARTS}[:0]"),
    ),
    Mistake(
        "never_filled",
        "The arrays hold zeros alone: they were made, and never filled. Put each window into its "
        "row.",
        swap=(_TEXT, "np.zeros_like(indices)"),
    ),
    Mistake(
        "starts_returned",
        "The starts come back beside the arrays. Return the two arrays alone.",
        swap=(_BOTH, f"return indices[at], {_LATER}, starts"),
    ),
)

NONE_FITS = rare(
    Mistake(
        "empty_floats",
        "Where no window fits, the arrays hold floats: np.zeros and np.empty make them unless "
        "dtype=int is given. Indices stay integers, also where there are none.",
        swap=("    " + _BOTH, _NONE_FITS.format("np.zeros((0, length)), np.zeros((0, length))")),
    ),
    Mistake(
        "empty_floats_without_length",
        "Where no window fits, the arrays have lost their second axis, and hold floats: "
        "np.array([]) has the shape (0,). Reshape to (-1, length), and ask for dtype=int.",
        swap=("    " + _BOTH, _NONE_FITS.format("np.array([]), np.array([])")),
    ),
    Mistake(
        "empty_lists",
        "Where no window fits, empty lists come back. Arrays of the shape (0, length) are asked "
        "for there, so that code that follows need not ask.",
        swap=("    " + _BOTH, _NONE_FITS.format("[], []")),
    ),
    Mistake(
        "empty_list",
        "Where no window fits, one empty list comes back. Two arrays of the shape (0, length) are "
        "asked for there.",
        swap=("    " + _BOTH, _NONE_FITS.format("[]")),
    ),
    Mistake(
        "empty_is_none",
        "Where no window fits, nothing comes back. Two arrays of the shape (0, length) are asked "
        "for there, so that code that follows need not ask.",
        swap=("    " + _BOTH, _NONE_FITS.format("None")),
    ),
    Mistake(
        "empty_is_none_twice",
        "Where no window fits, None comes back twice. Arrays of the shape (0, length) are asked "
        "for there.",
        swap=("    " + _BOTH, _NONE_FITS.format("None, None")),
    ),
    Mistake(
        "empty_row",
        "Where no window fits, the arrays have a row without entries, (1, 0): np.array([[]]). The "
        "shape there is (0, length): no row, and the length of a window.",
        swap=("    " + _BOTH, _NONE_FITS.format("np.array([[]], int), np.array([[]], int)")),
    ),
    Mistake(
        "empty_without_width",
        "Where no window fits, the shape is (0, 0). It is (0, length) there, so that arrays can "
        "be joined.",
        swap=("    " + _BOTH, _NONE_FITS.format("np.zeros((0, 0), int), np.zeros((0, 0), int)")),
    ),
)
