"""Rarer mistakes in `one_hot`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_SET = "columns[indices, np.arange(len(indices))] = 1.0"
_BACK = "return columns"
_ZEROS = "np.zeros((depth, len(indices)))"
_RAISED = 'raise ValueError(f"Every index should lie in 0 to {depth - 1}.")'
_CHECK = "np.any(indices < 0) or np.any(indices >= depth)"

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns the array.",
        swap=(_BACK, "return None"),
    ),
    Mistake(
        "list_of_rows",
        "A list of lists comes back, one for each row. Make an array of it: np.array(...).",
        swap=(_BACK, "return columns.tolist()"),
    ),
    Mistake(
        "list_of_columns",
        "A list of lists comes back, one for each token. Make an array of it, in which tokens are "
        "columns: np.array(...).T.",
        swap=(_BACK, "return columns.T.tolist()"),
    ),
    Mistake(
        "list_of_arrays",
        "A list of arrays comes back, one for each token. Put them side by side as columns: "
        "np.stack(..., axis=1).",
        swap=(_BACK, "return list(columns.T)"),
    ),
    Mistake(
        "list_of_row_arrays",
        "A list of arrays comes back, one for each row. Make one array of it: np.array(...).",
        swap=(_BACK, "return list(columns)"),
    ),
    Mistake(
        "flattened",
        "All columns stand behind one another in one axis. The shape is (depth, T).",
        swap=(_BACK, "return columns.ravel()"),
    ),
    Mistake(
        "flattened_by_token",
        "All columns stand behind one another in one axis, token by token: extend and concatenate "
        "join them. Put them side by side: (depth, T).",
        swap=(_BACK, "return columns.T.ravel()"),
    ),
    Mistake(
        "reshaped",
        "The shape was turned round by reshape, which leaves the numbers in their order: columns "
        "are torn apart. Rows become columns by .T.",
        swap=(_BACK, "return columns.T.reshape(depth, -1)"),
        hides_from="one step",
    ),
    Mistake(
        "third_axis",
        "There is a third axis, of size 1. The shape is (depth, T).",
        swap=(_BACK, "return columns[:, :, None]"),
    ),
    Mistake(
        "columns_stacked",
        "Columns of the shape (depth, 1) were stacked along a new axis: (T, depth, 1). Put them "
        "side by side: np.concatenate(..., axis=1).",
        swap=(_BACK, "return columns.T[:, :, None]"),
    ),
    Mistake(
        "first_column_alone",
        "Only the first column comes back, by itself: the function returns inside of its loop. "
        "Fill all columns, and return after the loop.",
        swap=(_BACK, "return columns[:, 0]"),
    ),
    Mistake(
        "last_column_alone",
        "Only the last column comes back, by itself: each round writes over the one before. Keep "
        "a column for each token.",
        swap=(_BACK, "return columns[:, -1]"),
    ),
    Mistake(
        "indices_returned",
        "The indices come back as they were. Set a 1 in row indices[t] of column t, and return "
        "the array.",
        swap=(_BACK, "return indices"),
    ),
)

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

REFUSED = rare(
    Mistake(
        "nothing_instead_of_error",
        "Where an index is out of range, None comes back, perhaps after a message was printed. "
        "Whoever calls goes on with it: raise ValueError(...) stops.",
        swap=(_RAISED, "return None"),
    ),
    Mistake(
        "zeros_instead_of_error",
        "Where an index is out of range, zeros come back. Whoever calls goes on with them: raise "
        "ValueError(...) stops.",
        swap=(_RAISED, f"return {_ZEROS}"),
    ),
    Mistake(
        "false_instead_of_error",
        "Where an index is out of range, False comes back. Whoever calls goes on with it: raise "
        "ValueError(...) stops.",
        swap=(_RAISED, "return False"),
    ),
    Mistake(
        "empty_instead_of_error",
        "Where an index is out of range, an empty array comes back. Whoever calls goes on with "
        "it: raise ValueError(...) stops.",
        swap=(_RAISED, "return np.array([])"),
    ),
    Mistake(
        "error_made_and_returned",
        "The exception is made and returned, and not raised: whoever calls gets an object and "
        "goes on with it. `raise` in place of `return` stops.",
        swap=(_RAISED, 'return ValueError("out of range")'),
    ),
    Mistake(
        "index_error_raised",
        "For an index that is out of range an IndexError is raised. ValueError is asked for: "
        "raise ValueError(...).",
        swap=(_RAISED, "raise IndexError"),
    ),
    Mistake(
        "assertion",
        "An index that is out of range ends in an AssertionError: assert is for what can never "
        "be, and is left out when Python runs with -O. Write an if, and raise ValueError(...) in "
        "it.",
        swap=(_RAISED, "raise AssertionError"),
    ),
    Mistake(
        "type_error_raised",
        "For an index that is out of range a TypeError is raised. The type is right, its value is "
        "not: raise ValueError(...).",
        swap=(_RAISED, "raise TypeError"),
    ),
    Mistake(
        "key_error_raised",
        "For an index that is out of range a KeyError is raised. ValueError is asked for: raise "
        "ValueError(...).",
        swap=(_RAISED, "raise KeyError"),
    ),
    Mistake(
        "any_exception_raised",
        "For an index that is out of range an Exception of no particular type is raised. Whoever "
        "calls cannot tell it from others: raise ValueError(...).",
        swap=(_RAISED, "raise Exception"),
    ),
    Mistake(
        "taken_around",
        "An index that is out of range was taken around by %: depth became 0. A wrong index "
        "should be heard of: raise ValueError.",
        swap=((_CHECK, "False"), ("columns[indices,", "columns[indices % depth,")),
    ),
    Mistake(
        "sign_lost",
        "Negative indices lost their sign, and pass. A wrong index should be heard of: raise "
        "ValueError, on both sides.",
        swap=(
            (_CHECK, "np.any(indices >= depth)"),
            ("columns[indices,", "columns[np.abs(indices),"),
        ),
    ),
    Mistake(
        "left_out",
        "An index that is out of range has no column: it was left out. A wrong index should be "
        "heard of: raise ValueError.",
        swap=(
            f"    if {_CHECK}:\n        {_RAISED}\n",
            "    indices = indices[(indices >= 0) & (indices < depth)]\n",
        ),
    ),
    Mistake(
        "negative_empty",
        "A negative index leaves its column empty, and only one that is too large is refused. "
        "Raise ValueError on both sides.",
        swap=(
            (_CHECK, "np.any(indices >= depth)"),
            (_SET, "columns[:] = np.arange(depth)[:, None] == indices"),
        ),
    ),
    Mistake(
        "too_large_empty",
        "An index that is too large leaves its column empty, and only a negative one is refused. "
        "Raise ValueError on both sides.",
        swap=(
            (_CHECK, "np.any(indices < 0)"),
            (_SET, "columns[:] = np.arange(depth)[:, None] == indices"),
        ),
    ),
)

RARER = (*RETURNED, *PLACED, *REFUSED)
