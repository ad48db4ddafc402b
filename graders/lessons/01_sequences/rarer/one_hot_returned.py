"""Rarer mistakes in `one_hot`: what is returned, and what is refused."""

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
