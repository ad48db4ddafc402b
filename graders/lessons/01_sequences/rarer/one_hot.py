"""Rarer mistakes in `one_hot`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare
from .one_hot_returned import REFUSED, RETURNED

_SET = "columns[indices, np.arange(len(indices))] = 1.0"
_BACK = "return columns"
_ZEROS = "np.zeros((depth, len(indices)))"

PLACED = rare(
    Mistake(
        "first_column_filled",
        "Only the first column has a 1: the function returns inside of its loop. Return after the "
        "loop, at its indentation.",
        swap=(_SET, "columns[indices[0], 0] = 1.0"),
        hides_from="one step",
    ),
    Mistake(
        "last_column_filled",
        "Only the last column has a 1: the array is made anew in each round, or filled after the "
        "loop. Make it before the loop.",
        swap=(_SET, "columns[indices[-1], -1] = 1.0"),
        hides_from="one step",
    ),
    Mistake(
        "last_column_missing",
        "The last column is empty: the loop ends one place too early. There is a column for each "
        "index.",
        swap=(_SET, "columns[indices[:-1], np.arange(len(indices) - 1)] = 1.0"),
    ),
    Mistake(
        "first_column_missing",
        "The first column is empty: the loop begins one place too late. There is a column for "
        "each index.",
        swap=(_SET, "columns[indices[1:], np.arange(1, len(indices))] = 1.0"),
    ),
    Mistake(
        "never_filled",
        "Every entry is 0: the array was made, and never filled. Set a 1 in row indices[t] of "
        "column t.",
        swap=(f"    {_SET}\n", ""),
    ),
    Mistake(
        "all_ones",
        "Every entry is 1. Begin with zeros, and set one cell in each column.",
        swap=(_ZEROS, "np.ones((depth, len(indices)))"),
        hides_from="V = 1",
    ),
    Mistake(
        "zeros_and_ones_exchanged",
        "Zeros and ones have changed places: each column is 1 but for the row of its index. Begin "
        "with zeros, and set a 1.",
        swap=((_ZEROS, "np.ones((depth, len(indices)))"), ("= 1.0", "= 0.0")),
    ),
    Mistake(
        "minus_one_elsewhere",
        "All but the row of the index is -1. It is 0 there.",
        swap=(_ZEROS, "-np.ones((depth, len(indices)))"),
        hides_from="V = 1",
    ),
    Mistake(
        "unit_matrix",
        "The 1 of column t stands in row t, whatever the index is: that is the unit matrix. Row "
        "indices[t] is asked for.",
        swap=(_SET, "columns[:] = np.eye(depth, len(indices))"),
    ),
    Mistake(
        "row_after",
        "Every 1 stands one row too low: the index was raised by one, and the last row follows "
        "the first. Rows are counted from 0, as indices are.",
        swap=("columns[indices,", "columns[(indices + 1) % depth,"),
        hides_from="V = 1",
    ),
    Mistake(
        "one_row_more",
        "There is one row too many, below the others. Indices go from 0 to depth - 1: depth rows "
        "are enough.",
        swap=(_ZEROS, "np.zeros((depth + 1, len(indices)))"),
    ),
    Mistake(
        "row_zero_unused",
        "There is one row too many, above the others: the index was raised by one. Indices go "
        "from 0 to depth - 1, and index 0 belongs to row 0.",
        swap=(
            (_ZEROS, "np.zeros((depth + 1, len(indices)))"),
            ("columns[indices,", "columns[indices + 1,"),
        ),
    ),
    Mistake(
        "rows_as_needed",
        "There are as many rows as the largest index needs. `depth` says how many there are, "
        "whether all of them occur or not.",
        swap=(_BACK, "return columns[: max(indices) + 1]"),
    ),
    Mistake(
        "columns_turned_around",
        "The columns come in reversed order. Column t belongs to indices[t].",
        swap=(_BACK, "return columns[:, ::-1]"),
        hides_from="one step",
    ),
    Mistake(
        "indices_sorted",
        "The columns are sorted by their index, so the order of the tokens is lost. Column t "
        "belongs to indices[t].",
        swap=("columns[indices,", "columns[np.sort(indices),"),
        hides_from="one step",
    ),
    Mistake(
        "each_kind_once",
        "There is one column for each different index, in their order. There should be one for "
        "each token, also where it repeats.",
        swap=(_BACK, "return columns[:, np.unique(indices, return_index=True)[1]]"),
        hides_from="one step",
    ),
    Mistake(
        "ones_stay",
        "A column also has the ones of all columns before it: the same column was used again, and "
        "never emptied. Begin each with zeros.",
        swap=(_BACK, "return np.minimum(np.cumsum(columns, axis=1), 1.0)"),
        hides_from="one step",
    ),
    Mistake(
        "counts_so_far",
        "Each column counts the tokens up to its own: += goes on in the same column. Begin each "
        "with zeros, and set a 1.",
        swap=(_BACK, "return np.cumsum(columns, axis=1)"),
        hides_from="one step",
    ),
    Mistake(
        "counts_everywhere",
        "Each column holds the counts of all tokens. Set one cell for each: row indices[t], "
        "column t.",
        swap=(_BACK, "return np.repeat(columns.sum(axis=1, keepdims=True), len(indices), axis=1)"),
        hides_from="one step",
    ),
    Mistake(
        "filled_below",
        "All cells from the index to the last row are filled. Only the cell of the index itself "
        "is 1.",
        swap=(_SET, "columns[:] = np.arange(depth)[:, None] >= indices"),
        hides_from="V = 1",
    ),
    Mistake(
        "filled_above",
        "All cells above that of the index are filled: range(index) and slices end before it. "
        "Only the cell of the index itself is 1.",
        swap=(_SET, "columns[:] = np.arange(depth)[:, None] < indices"),
    ),
    Mistake(
        "index_plus_one_as_value",
        "The cell holds the index plus 1. The place says which token it is, and the value is "
        "always 1.",
        swap=("= 1.0", "= indices + 1"),
        hides_from="V = 1",
    ),
    Mistake(
        "time_as_value",
        "The cell holds the number of its column. The value is always 1.",
        swap=("= 1.0", "= np.arange(len(indices))"),
    ),
    Mistake(
        "shared_out",
        "Each 1 was divided by the number of tokens or rows. It stays a 1.",
        swap=(_BACK, "return columns / len(indices)"),
        hides_from="one step",
    ),
    Mistake(
        "divided_by_depth",
        "Each 1 was divided by depth. It stays a 1.",
        swap=(_BACK, "return columns / depth"),
        hides_from="V = 1",
    ),
    Mistake(
        "first_row_empty",
        "Row 0 is missing: the rows begin with that of index 1. Index 0 has a row like any other.",
        swap=(_BACK, "return columns[1:]"),
    ),
    Mistake(
        "reserved_empty",
        "Columns with the indices 0 and 1 are empty. Reserved entries are entries like any other "
        "here.",
        swap=("    " + _BACK, "    columns[:2] = 0.0\n    " + _BACK),
    ),
)

RARER = (*RETURNED, *PLACED, *REFUSED)
