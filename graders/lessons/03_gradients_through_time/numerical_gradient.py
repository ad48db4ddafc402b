"""Nudge and look: what `numerical_gradient` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.numerical_gradient import RARER
from .shared import DIFFERENTIATED

_QUOTIENT = "(f(up) - f(down)) / (2 * epsilon)"

numerical_gradient = Exercise(
    title="Nudge and look",
    cases=cases.numerical_gradient_cases,
    returns={"gradient": "..."},
    visible=DIFFERENTIATED[0],
    hidden=DIFFERENTIATED[1],
    oracle=Oracle(twin=oracles.numerical_gradient),
    hints=(
        "How many times does f have to be called for an array of 6 entries, and what differs "
        "between two of these calls?",
        "np.ndindex(theta.shape) visits every index of any shape, and gives () once for a single "
        "number. For each index make two copies of theta, and move this one entry in them.",
        "for index in np.ndindex(theta.shape): up = theta.copy(); up[index] += epsilon; likewise "
        "down with -=; gradient[index] = (f(up) - f(down)) / (2 * epsilon).",
    ),
    after_success="Whoever writes a backward pass needs this witness. Two other right ways: move "
    "one buffer up, down and back again, which saves copies; or make all moved copies at once, "
    "theta + epsilon * np.eye(n).reshape(n, *theta.shape), and call f on each.",
    mistakes=(
        Mistake(
            "one_sided",
            "The difference is one-sided: f moved up less f unmoved. Its error shrinks only with "
            "epsilon; move to both sides and divide by 2 epsilon.",
            swap=(_QUOTIENT, "(f(up) - f(theta.copy())) / epsilon"),
        ),
        Mistake(
            "not_halved",
            "Every entry is twice as large. Up and down lie 2 epsilon apart: divide by that.",
            swap=("(2 * epsilon)", "epsilon"),
        ),
        Mistake(
            "halved_one_sided",
            "Every entry is half as large: one step up, and yet divided by 2 epsilon. Move to both "
            "sides, or divide by the distance that you moved.",
            swap=(_QUOTIENT, "(f(up) - f(theta.copy())) / (2 * epsilon)"),
        ),
        Mistake(
            "sign_turned",
            "All signs are turned: up and down have changed places. It is f moved up less f moved "
            "down.",
            swap=("f(up) - f(down)", "f(down) - f(up)"),
        ),
        Mistake(
            "all_moved_at_once",
            "All entries are moved at once, so every place gets the sum of all slopes. Move one "
            "entry and leave the others where they are.",
            swap=(
                ("up[index] += epsilon", "up += epsilon"),
                ("down[index] -= epsilon", "down -= epsilon"),
            ),
        ),
        Mistake(
            "entries_stay_moved",
            "An entry that was moved stays moved when the next one is: each slope is taken at "
            "another point. Begin each time from theta itself.",
            swap=(
                ("up[index] += epsilon", "up[index] += epsilon; theta[index] += epsilon"),
                ("down[index] -= epsilon", "down[index] -= epsilon"),
            ),
        ),
        Mistake(
            "epsilon_ignored",
            "A long step changes nothing: epsilon is ignored and 1e-5 taken instead, or a finer "
            "formula is used. Take the plain central difference, with the epsilon that is handed "
            "over.",
            swap=(
                "theta = np.array(theta, dtype=np.float64)",
                "epsilon, theta = 1e-5, np.array(theta, dtype=np.float64)",
            ),
        ),
        Mistake(
            "relative_step",
            "The step is epsilon times the entry, yet the difference is divided by 2 epsilon. Move "
            "every entry by epsilon itself.",
            swap=(
                ("up[index] += epsilon", "up[index] += epsilon * theta[index]"),
                ("down[index] -= epsilon", "down[index] -= epsilon * theta[index]"),
            ),
        ),
        Mistake(
            "flat_result",
            "The slopes come back in one row. The result has theta's shape: fill an array of that "
            "shape, or reshape at the end.",
            swap=("return slopes", "return slopes.ravel()"),
        ),
        Mistake(
            "flat_for_f",
            "f gets a flat array. It expects theta's shape, as a network expects the shape of its "
            "weights: reshape the moved copy before you call f.",
            swap=(_QUOTIENT, "(f(up.ravel()) - f(down.ravel())) / (2 * epsilon)"),
        ),
        Mistake(
            "only_first_axis",
            "Whole rows are moved: the loop runs over the first axis only. Visit every entry, "
            "np.ndindex(theta.shape) does.",
            source="""
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.array(theta, dtype=np.float64)
    slopes = np.zeros(theta.shape)
    for index in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[index] += epsilon
        down[index] -= epsilon
        slopes[index] = (f(up) - f(down)) / (2 * epsilon)
    return slopes
""",
            hides_from="n_x = 1",
        ),
        Mistake(
            "theta_itself_moved",
            "theta itself is moved, and it belongs to the caller; where it is read-only, the code "
            "stops. Move copies.",
            swap=(
                ("theta = np.array(theta, dtype=np.float64)  # a copy that may be written to", ""),
                ("up, down = theta.copy(), theta.copy()", "up, down = theta, theta.copy()"),
            ),
        ),
        Mistake(
            "row_of_a_copy",
            "f never sees what moves. Where theta lies column by column in memory, .reshape(-1) or "
            ".ravel() of it is a copy and no view: make the row first, and call f with the row "
            "reshaped.",
            source="""
def numerical_gradient(f, theta, epsilon=1e-5):
    work = np.array(theta, dtype=np.float64)
    row = work.reshape(-1)
    slopes = np.zeros(row.size)
    for i in range(row.size):
        row[i] += epsilon
        up = f(work.copy())
        row[i] -= 2 * epsilon
        down = f(work.copy())
        row[i] += epsilon
        slopes[i] = (up - down) / (2 * epsilon)
    return slopes.reshape(work.shape)
""",
        ),
        Mistake(
            "own_epsilon",
            "The argument epsilon is ignored, and a number of your own taken instead. Use what is "
            "handed over.",
            swap=(
                "theta = np.array(theta, dtype=np.float64)",
                "epsilon, theta = 1e-3, np.array(theta, dtype=np.float64)",
            ),
        ),
        Mistake(
            "all_at_once_one_number",
            "One number comes back, the sum of all slopes: theta + epsilon moves all entries at "
            "once, or the slopes are added up. Move one entry at a time, and keep a slope for "
            "each.",
            source="""
def numerical_gradient(f, theta, epsilon=1e-5):
    return (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)
""",
        ),
        Mistake(
            "second_derivative",
            "This is a curvature: f up, plus f down, less twice f. For a slope take the difference "
            "of f up and f down, over 2 epsilon.",
            swap=(_QUOTIENT, "(f(up) + f(down) - 2 * f(theta.copy())) / epsilon**2"),
        ),
        *RARER,
    ),
)
