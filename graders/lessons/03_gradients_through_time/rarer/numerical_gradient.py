"""Rarer mistakes in `numerical_gradient`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_QUOTIENT = "(f(up) - f(down)) / (2 * epsilon)"
_UP, _DOWN = "up[index] += epsilon", "down[index] -= epsilon"
_COPIES = "up, down = theta.copy(), theta.copy()"
_START = "slopes = np.zeros(theta.shape)"
_BACK = "return slopes"


def _moved(up: str, down: str, quotient: str = _QUOTIENT) -> tuple[tuple[str, str], ...]:
    """Return the patch that moves entries in another way, and divides by something else."""
    changed = [(_QUOTIENT, quotient)] if quotient != _QUOTIENT else []
    return ((_UP, up), (_DOWN, down), *changed)


def _flat(order: str, back: str) -> str:
    """Return a function that walks through theta in one order and fills another array with it."""
    return f"""
def numerical_gradient(f, theta, epsilon=1e-5):
    row = np.ravel(theta, order="{order}").astype(np.float64)
    shape = np.shape(theta)
    found = np.zeros(row.size)
    for i in range(row.size):
        up, down = row.copy(), row.copy()
        up[i] += epsilon
        down[i] -= epsilon
        up, down = (v.reshape(shape, order="{order}") for v in (up, down))
        found[i] = (f(up) - f(down)) / (2 * epsilon)
    return {back}
"""


def _divided(quotient: str) -> str:
    """Return a function with another quotient, which is not combined with other mistakes."""
    return f"""
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.array(theta, dtype=np.float64)
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] += epsilon
        down[index] -= epsilon
        slopes[index] = {quotient}
    return slopes
"""


RARER = rare(
    Mistake(
        "one_sided_down",
        "The difference is one-sided: f unmoved less f moved down. Its error shrinks only with "
        "epsilon; move to both sides and divide by 2 epsilon.",
        swap=(_QUOTIENT, "(f(theta.copy()) - f(down)) / epsilon"),
    ),
    Mistake(
        "halved_one_sided_down",
        "Every entry is half as large: one step down, and yet divided by 2 epsilon. Move to both "
        "sides, or divide by the distance that you moved.",
        swap=(_QUOTIENT, "(f(theta.copy()) - f(down)) / (2 * epsilon)"),
    ),
    Mistake(
        "one_sided_turned",
        "f moved up is taken from f unmoved: one-sided, and with all signs turned. It is f moved "
        "up less f moved down, over 2 epsilon.",
        source=_divided("(f(theta.copy()) - f(up)) / epsilon"),
    ),
    Mistake(
        "brackets_missing_above",
        "Brackets are missing above the line: only f moved down is divided. Python divides before "
        "it subtracts: put the difference in brackets.",
        swap=(_QUOTIENT, "f(up) - f(down) / (2 * epsilon)"),
    ),
    Mistake(
        "brackets_missing_below",
        "Brackets are missing below the line: / 2 * epsilon halves, and then multiplies by "
        "epsilon. Put 2 * epsilon in brackets.",
        swap=("(2 * epsilon)", "2 * epsilon"),
    ),
    Mistake(
        "multiplied_by_distance",
        "The difference is multiplied by 2 epsilon. Divide by it: a slope is a difference over the "
        "distance.",
        swap=(_QUOTIENT, "(f(up) - f(down)) * (2 * epsilon)"),
    ),
    Mistake(
        "not_divided",
        "These are differences, and no slopes yet. Divide by the distance between up and down, "
        "2 epsilon.",
        swap=(_QUOTIENT, "f(up) - f(down)"),
    ),
    Mistake(
        "only_halved",
        "The difference is divided by 2 alone, without epsilon. Up and down lie 2 epsilon apart.",
        swap=(_QUOTIENT, "(f(up) - f(down)) / 2"),
    ),
    Mistake(
        "epsilon_squared",
        "epsilon is squared below the line. That belongs to a second derivative: divide by "
        "2 epsilon.",
        swap=("(2 * epsilon)", "epsilon**2"),
    ),
    Mistake(
        "twice_epsilon_squared",
        "Below the line stands 2 epsilon squared. That belongs to a second derivative: divide by "
        "2 epsilon.",
        swap=("(2 * epsilon)", "(2 * epsilon**2)"),
    ),
    Mistake(
        "values_added",
        "f moved up and f moved down are added. A slope is their difference: subtract.",
        source=_divided("(f(up) + f(down)) / (2 * epsilon)"),
    ),
    Mistake(
        "same_numbers_twice",
        "Every slope is 0. Either f gets the same numbers both times, as up = down = theta.copy() "
        "is one array under two names, or the slopes never reach the array that is returned.",
        swap=(_COPIES, "up = down = theta.copy()"),
    ),
    Mistake(
        "half_steps",
        "Each entry is moved by half an epsilon, yet the difference is divided by 2 epsilon. Move "
        "by epsilon to either side.",
        swap=_moved("up[index] += epsilon / 2", "down[index] -= epsilon / 2"),
    ),
    Mistake(
        "half_steps_and_halved",
        "Each entry is moved by half an epsilon to either side. Asked for is a whole epsilon to "
        "either side; with a long step one sees it.",
        swap=_moved(
            "up[index] += epsilon / 2",
            "down[index] -= epsilon / 2",
            "(f(up) - f(down)) / epsilon",
        ),
    ),
    Mistake(
        "double_steps",
        "Each entry is moved by 2 epsilon, yet the difference is divided by 2 epsilon. Move by "
        "epsilon to either side.",
        swap=_moved("up[index] += 2 * epsilon", "down[index] -= 2 * epsilon"),
    ),
    Mistake(
        "entry_replaced",
        "The entry is replaced by epsilon instead of moved by it: = where += should stand. The "
        "slope is that at theta, so add epsilon to what is there.",
        swap=_moved("up[index] = epsilon", "down[index] = -epsilon"),
    ),
    Mistake(
        "theta_forgotten",
        "f gets arrays that hold epsilon and zeros, so these are the slopes at 0. Add them to "
        "theta before you call f.",
        swap=(_COPIES, "up, down = np.zeros(theta.shape), np.zeros(theta.shape)"),
    ),
    Mistake(
        "copies_made_once",
        "Each entry holds the sum of all slopes so far: the copies are made once, before the loop, "
        "so that every entry stays moved, or one variable goes on growing. Make both anew for each "
        "entry.",
        swap=(
            (_START, f"{_START}; {_COPIES}"),
            (f"        {_COPIES}\n        up[index]", "        up[index]"),
        ),
    ),
    Mistake(
        "entries_stay_down",
        "An entry that was moved down stays there when the next one is moved: each slope is taken "
        "at another point. Move it back, or begin each time from theta itself.",
        swap=(_DOWN, f"{_DOWN}; theta[index] -= epsilon"),
    ),
    Mistake(
        "theta_left_moved",
        "theta itself is moved and not moved back. It belongs to the caller, and each slope is "
        "taken at another point: move a copy.",
        source="""
def numerical_gradient(f, theta, epsilon=1e-5):
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += epsilon
        up = f(theta)
        theta[index] -= 2 * epsilon
        slopes[index] = (up - f(theta)) / (2 * epsilon)
    return slopes
""",
    ),
    Mistake(
        "theta_moved_and_back",
        "theta itself is moved and moved back. It belongs to the caller: rounding leaves traces in "
        "it, and where it is read-only the code stops. Move a copy.",
        source="""
def numerical_gradient(f, theta, epsilon=1e-5):
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += epsilon
        up = f(theta)
        theta[index] -= 2 * epsilon
        down = f(theta)
        theta[index] += epsilon
        slopes[index] = (up - down) / (2 * epsilon)
    return slopes
""",
    ),
    Mistake(
        "single_precision",
        "The moved copies are float32, which keeps 7 digits: a step of 1e-5 is rounded away for "
        "the most part. Move copies in float64.",
        swap=(
            _COPIES,
            "up, down = theta.astype(np.float32), theta.astype(np.float32)",
        ),
    ),
    Mistake(
        "whole_numbers",
        "The moved copies hold integers, so steps are cut off or become 1. Make copies of floats.",
        swap=(_COPIES, "up, down = theta.astype(int), theta.astype(int)"),
    ),
    Mistake(
        "whole_numbers_returned",
        "The slopes are cut off to integers: the array they are written into has that type. Make "
        "it of floats.",
        swap=(_START, "slopes = np.zeros(theta.shape, dtype=int)"),
    ),
    Mistake(
        "return_in_loop",
        "Only the first entry is filled: the return stands inside the loop. Move it one level to "
        "the left.",
        swap=((_BACK, ""), (_QUOTIENT, f"{_QUOTIENT}; {_BACK}")),
    ),
    Mistake(
        "array_made_in_loop",
        "Only the last entry is filled: the array is made anew in each round. Make it once, before "
        "the loop.",
        swap=(_COPIES, f"{_COPIES}; {_START}"),
    ),
    Mistake(
        "last_entry_left_out",
        "The last entry stays 0: the loop ends one too early. range(n) ends at n - 1 by itself.",
        swap=(
            "in np.ndindex(theta.shape)",
            "in list(np.ndindex(theta.shape))[:-1]",
        ),
    ),
    Mistake(
        "first_entry_left_out",
        "The first entry stays 0: the loop begins one too late. Indices begin at 0.",
        swap=(
            "in np.ndindex(theta.shape)",
            "in list(np.ndindex(theta.shape))[1:]",
        ),
    ),
    Mistake(
        "filled_column_by_column",
        "The slopes are right and stand in other places: the row was filled row by row and put "
        "into shape column by column. Take the same order on both ways.",
        source=_flat("C", 'found.reshape(shape, order="F")'),
    ),
    Mistake(
        "taken_column_by_column",
        "The slopes are right and stand in other places: theta was laid in a row column by column "
        "and the result put into shape row by row. Take the same order on both ways.",
        source=_flat("F", "found.reshape(shape)"),
    ),
    Mistake(
        "result_transposed",
        "The result is transposed. Entry [i, j] belongs to theta[i, j].",
        swap=(_BACK, "return slopes.T"),
    ),
    Mistake(
        "flat_and_one_sided",
        "The slopes come back in one row, and each is one-sided. Fill an array of theta's shape; "
        "move to both sides and divide by 2 epsilon.",
        swap=((_QUOTIENT, "(f(up) - f(theta.copy())) / epsilon"), (_BACK, "return slopes.ravel()")),
    ),
    Mistake(
        "flat_and_not_halved",
        "The slopes come back in one row, and are twice as large. Fill an array of theta's shape, "
        "and divide by 2 epsilon.",
        swap=(("(2 * epsilon)", "epsilon"), (_BACK, "return slopes.ravel()")),
    ),
    Mistake(
        "list_returned",
        "The slopes come back in a list. Asked for is an array of theta's shape: np.array(list), "
        "and reshape.",
        swap=(_BACK, "return slopes.ravel().tolist()"),
    ),
    Mistake(
        "last_slope_alone",
        "One number comes back, the slope by the last entry. Write each slope into an array of "
        "theta's shape.",
        swap=(_BACK, "return slopes.ravel()[-1]"),
    ),
    Mistake(
        "first_slope_alone",
        "One number comes back, the slope by the first entry: the return stands inside the loop. "
        "Write each slope into an array of theta's shape.",
        swap=(_BACK, "return slopes.ravel()[0]"),
    ),
    Mistake(
        "averaged",
        "The slopes are divided by the number of entries. Each is a derivative by one entry, and "
        "nothing is averaged.",
        swap=(_BACK, "return slopes / slopes.size"),
    ),
    Mistake(
        "made_unit_length",
        "The slopes are divided by their norm. Asked for are the derivatives themselves.",
        swap=(_BACK, "return slopes / np.linalg.norm(slopes)"),
    ),
    Mistake(
        "signs_lost",
        "All slopes are positive: an absolute value is taken. A slope down is negative.",
        swap=(_QUOTIENT, "abs(f(up) - f(down)) / (2 * epsilon)"),
    ),
    Mistake(
        "relative_step_and_distance",
        "The step is epsilon times the entry. Every entry is moved by epsilon itself; with a long "
        "step one sees it, and an entry of 0 would not move at all.",
        swap=_moved(
            "up[index] += epsilon * theta[index]",
            "down[index] -= epsilon * theta[index]",
            "(f(up) - f(down)) / (2 * epsilon * theta[index])",
        ),
    ),
    Mistake(
        "step_grows_with_entry",
        "The step grows with the entry, epsilon (1 + |theta|). Every entry is moved by epsilon "
        "itself; with a long step one sees it.",
        swap=_moved(
            "up[index] += epsilon * (1 + abs(theta[index]))",
            "down[index] -= epsilon * (1 + abs(theta[index]))",
            "(f(up) - f(down)) / (2 * epsilon * (1 + abs(theta[index])))",
        ),
    ),
    Mistake(
        "whole_columns",
        "The loop runs over the last axis only, and moves everything that stands at one place of "
        "it. Visit every entry, np.ndindex(theta.shape) does.",
        source="""
def numerical_gradient(f, theta, epsilon=1e-5):
    slopes = np.zeros(theta.shape)
    for j in range(theta.shape[-1]):
        step = np.zeros(theta.shape)
        step[..., j] = epsilon
        slopes[..., j] = (f(theta + step) - f(theta - step)) / (2 * epsilon)
    return slopes
""",
    ),
    Mistake(
        "curvature_over_distance",
        "f unmoved is subtracted twice, from f up plus f down: that is a curvature, which is tiny. "
        "For a slope take the difference of f up and f down.",
        source=_divided("(f(up) + f(down) - 2 * f(theta.copy())) / (2 * epsilon)"),
    ),
    Mistake(
        "multiplied_by_entry",
        "Each slope is multiplied by its entry. Asked for is the derivative alone.",
        swap=(_BACK, "return slopes * theta"),
    ),
    Mistake(
        "doubled_distance",
        "Every entry is half as large: the difference is divided by 4 epsilon. Up and down lie 2 "
        "epsilon apart.",
        swap=("(2 * epsilon)", "(4 * epsilon)"),
    ),
    Mistake(
        "only_first_divided",
        "Brackets are missing above the line: only f moved up is divided. Put the difference in "
        "brackets.",
        source=_divided("f(up) / (2 * epsilon) - f(down)"),
    ),
    Mistake(
        "one_sided_down_turned",
        "f unmoved is taken from f moved down: one-sided, and with all signs turned. It is f moved "
        "up less f moved down, over 2 epsilon.",
        source=_divided("(f(down) - f(theta.copy())) / epsilon"),
    ),
    Mistake(
        "one_sided_multiplied",
        "The difference is one-sided, and multiplied by epsilon. Move to both sides, and divide by "
        "2 epsilon.",
        source=_divided("(f(up) - f(theta.copy())) * epsilon"),
    ),
    Mistake(
        "root_of_epsilon",
        "The step is the root of epsilon. Move every entry by epsilon itself.",
        swap=(_START, f"{_START}; epsilon = epsilon**0.5"),
    ),
    Mistake(
        "step_taken",
        "theta less the slopes comes back: a step of gradient descent. Asked for are the slopes "
        "alone.",
        swap=(_BACK, "return theta - slopes"),
    ),
    Mistake(
        "order_turned",
        "The slopes stand in turned order, the last entry first. Write each to the place of its "
        "entry.",
        swap=(_BACK, "return slopes.ravel()[::-1].reshape(slopes.shape)"),
    ),
    Mistake(
        "column_returned",
        "The slopes come back in one column. The result has theta's shape: fill an array of that "
        "shape, or reshape at the end.",
        swap=(_BACK, "return slopes.reshape(-1, 1)"),
    ),
)
