"""One-hot columns: what `one_hot` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle, Refusal

from . import cases, oracles
from .rarer.one_hot import RARER
from .shared import TOKENS

_SET = "columns[indices, np.arange(len(indices))] = 1.0"

one_hot = Exercise(
    title="One-hot columns",
    cases=cases.one_hot_cases,
    returns={"columns": "V T"},
    visible=TOKENS[0],
    hidden=TOKENS[1],
    oracle=Oracle(twin=oracles.one_hot),
    refuses={
        "a negative index": Refusal(ValueError, cases.negative_index_cases),
        "an index that is too large": Refusal(ValueError, cases.too_large_index_cases),
    },
    hints=(
        "How many rows and columns has the result, and which single cell of column t is 1?",
        "Begin with zeros of shape (depth, T). A loop over t sets one cell each; two index arrays, "
        "one for the rows and one for the columns, set all of them at once. Check the indices "
        "first, on both sides.",
        "columns[indices, np.arange(len(indices))] = 1.0. Raise ValueError where any index is "
        "below 0, or depth and more.",
    ),
    after_success="A one-hot column is a question to a matrix: give me your column k. Libraries "
    "skip the product and pick the column at once, which is all that an embedding layer does. "
    "Two other right ways: np.eye(depth)[:, indices] once the indices are checked; or "
    "(np.arange(depth)[:, None] == indices).astype(float).",
    mistakes=(
        Mistake(
            "transposed",
            "The result has one row per token, (T, depth). Here columns are tokens, because "
            "matrices act from the left: (depth, T). Where T is depth, no shape shows it.",
            swap=("return columns", "return columns.T"),
        ),
        Mistake(
            "row_before",
            "Every 1 stands one row too high: the index was lowered by one. Rows are counted from "
            "0, as indices are.",
            swap=("columns[indices,", "columns[indices - 1,"),
            hides_from="V = 1",
        ),
        Mistake(
            "counted_from_below",
            "The rows are counted from below: index 0 fills the last row. It belongs to row 0.",
            swap=("columns[indices,", "columns[depth - 1 - indices,"),
            hides_from="V = 1",
        ),
        Mistake(
            "filled_up",
            "All cells from row 0 to the index are filled. That is a thermometer, which claims an "
            "order among tokens; only the cell of the index itself is 1.",
            swap=(
                _SET,
                "columns[:] = np.arange(depth)[:, None] <= indices",
            ),
            hides_from="V = 1",
        ),
        Mistake(
            "whole_rows",
            "Whole rows are filled, and every column looks alike. Beside the index array for rows "
            "you need one for the columns: 0, 1, ..., T - 1.",
            swap=("columns[indices, np.arange(len(indices))]", "columns[indices]"),
            hides_from="V = 1",
        ),
        Mistake(
            "each_token_once",
            "Where a token occurs again, its later column is empty. Every column has a 1.",
            swap=(
                _SET,
                "first = np.unique(indices, return_index=True)[1]\n"
                "    columns[np.take(indices, first), first] = 1.0",
            ),
            hides_from="one step",
        ),
        Mistake(
            "index_as_value",
            "The cell holds the index instead of 1. A larger index would count for more; the place "
            "says which token it is, and the value is always 1.",
            swap=("= 1.0", "= indices"),
        ),
        Mistake(
            "padding_empty",
            "Columns with index 0 are empty. Padding is an entry like any other here; the mask is "
            "for leaving it out.",
            swap=("    return columns", "    columns[0] = 0.0\n    return columns"),
        ),
        Mistake(
            "summed_up",
            "One column comes back with the counts of all tokens. That is a bag of words, which "
            "has lost their order; keep one column for each position.",
            swap=("return columns", "return columns.sum(axis=1)"),
        ),
        Mistake(
            "negative_let_through",
            "A negative index gets a column: NumPy counts it from the end, so -1 silently becomes "
            "the last token. Look at both sides before you set anything.",
            swap=("np.any(indices < 0) or np.any(indices >= depth)", "np.any(indices >= depth)"),
        ),
        Mistake(
            "index_error",
            "An index that is too large ends in NumPy's IndexError: it is not asked for, or the "
            "bound is one too high. The largest index is depth - 1; raise ValueError for all "
            "above, before anything is set.",
            swap=("np.any(indices < 0) or np.any(indices >= depth)", "np.any(indices < 0)"),
        ),
        Mistake(
            "nothing_checked",
            "Neither side is refused: a negative index silently gets a column from the end, and "
            "depth itself ends in NumPy's IndexError. Ask for both sides before anything is set; "
            "if you do, look at the bounds: 0 and depth - 1 are the last ones allowed.",
            swap=("np.any(indices < 0) or np.any(indices >= depth)", "False"),
        ),
        Mistake(
            "moved_inside",
            "An index that is out of range was moved to the nearest one that is not. A wrong index "
            "should be heard of: raise ValueError.",
            source="""
def one_hot(indices, depth):
    indices = np.clip(np.asarray(indices), 0, depth - 1)
    columns = np.zeros((depth, len(indices)))
    columns[indices, np.arange(len(indices))] = 1.0
    return columns
""",
        ),
        Mistake(
            "nothing_refused",
            "Indices that are out of range leave their column empty. A wrong index should be heard "
            "of: raise ValueError.",
            source="""
def one_hot(indices, depth):
    return (np.arange(depth)[:, None] == np.asarray(indices)).astype(float)
""",
        ),
        Mistake(
            "error_returned",
            "The exception is returned, and not raised: whoever calls gets an object and goes on "
            "with it. `return ValueError` hands it over, `raise ValueError(...)` stops.",
            swap=(
                'raise ValueError(f"Every index should lie in 0 to {depth - 1}.")',
                "return ValueError",
            ),
        ),
        *RARER,
    ),
)
