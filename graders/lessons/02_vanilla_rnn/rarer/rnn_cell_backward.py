"""Rarer mistakes in `rnn_cell_backward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

DZ = "(1 - a_next**2) * da_next"
DBA = "np.sum(dz, axis=1, keepdims=True)"

RARER = rare(
    Mistake(
        "slope_of_the_sum",
        "The slope of tanh is taken as 1 minus the square of the sum that went into it. In terms "
        "of its output it is 1 minus the square of the state, which the cache holds.",
        swap=(
            "a_next**2",
            '(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]) ** 2',
        ),
    ),
    Mistake(
        "parentheses_missing",
        "Only the square is multiplied by da_next: parentheses are missing around 1 - a_next**2.",
        swap=(DZ, "1 - a_next**2 * da_next"),
    ),
    Mistake(
        "one_left_out",
        "The slope of tanh is taken as the square of the state: the 1 in front of it is missing.",
        swap=("(1 - a_next**2)", "a_next**2"),
    ),
    Mistake(
        "slope_added",
        "The slope of tanh is added to da_next. By the chain rule it is multiplied.",
        swap=(DZ, "(1 - a_next**2) + da_next"),
    ),
    Mistake(
        "slope_twice",
        "The slope of tanh is multiplied in twice. The gradient passes through one tanh only.",
        swap=(DZ, "(1 - a_next**2) ** 2 * da_next"),
    ),
    Mistake(
        "weights_slope_twice",
        "For dWax and dWaa the slope of tanh is multiplied in once more. Behind the tanh nothing "
        "but a product with the input is left.",
        swap=(
            ("dz @ xt.T", "((1 - a_next**2) * dz) @ xt.T"),
            ("dz @ a_prev.T", "((1 - a_next**2) * dz) @ a_prev.T"),
        ),
    ),
    Mistake(
        "da_next_left_out",
        "da_next never enters: this is the slope of tanh alone. By the chain rule it is multiplied "
        "by what comes from behind.",
        swap=(DZ, "1 - a_next**2"),
    ),
    Mistake(
        "slope_of_relu",
        "The slope is that of a ReLU, 1 where the state is positive. This cell uses tanh.",
        swap=("(1 - a_next**2)", "(a_next > 0)"),
    ),
    Mistake(
        "slope_doubled",
        "A factor of 2 stands before the square: that would be the square's own derivative. The "
        "slope of tanh has no factor.",
        swap=("a_next**2)", "2 * a_next**2)"),
    ),
    Mistake(
        "slope_cubed",
        "A power of the state is wrong in the slope of tanh: it is 1 minus its square.",
        swap=("a_next**2", "a_next**3"),
    ),
    Mistake(
        "da_prev_through_next_tanh",
        "da_prev carries the slope of tanh at a_prev. That tanh belongs to the cell of the step "
        "before, which multiplies it in itself.",
        swap=('parameters["Waa"].T @ dz', '(1 - a_prev**2) * (parameters["Waa"].T @ dz)'),
        hides_from="zero start",
    ),
    Mistake(
        "da_next_added_to_da_prev",
        "da_next is added to da_prev. In this cell the old state counts only through Waa: nothing "
        "passes beside the tanh.",
        swap=('parameters["Waa"].T @ dz', 'parameters["Waa"].T @ dz + da_next'),
    ),
    Mistake(
        "dba_one_number",
        "dba is one number: it is summed over the units as well. Each unit has its own bias.",
        swap=(DBA, "np.sum(dz, keepdims=True)"),
    ),
    Mistake(
        "inputs_exchanged",
        "The gradients of the input and of the old state stand under each other's name: Wax leads "
        "back to xt, Waa to a_prev.",
        swap=(
            ('parameters["Wax"].T', 'parameters["Waa"].T'),
            ('parameters["Waa"].T @ dz,  # (n_a', 'parameters["Wax"].T @ dz,  # (n_a'),
        ),
    ),
    Mistake(
        "all_gradients_divided_by_m",
        "All gradients are divided by m. The average over the examples is part of the loss and "
        "already inside da_next.",
        swap=(DZ, f"{DZ} / xt.shape[1]"),
        hides_from="one example",
    ),
    Mistake(
        "negated",
        "Every gradient has the opposite sign: the slope of tanh is 1 minus the square, never "
        "negative.",
        swap=("(1 - a_next**2)", "(a_next**2 - 1)"),
    ),
    Mistake(
        "tuple_returned",
        "The gradients come back in a tuple. Asked for is a dict, whose keys say which is which.",
        source="""
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = (1 - a_next**2) * da_next
    dba = np.sum(dz, axis=1, keepdims=True)
    return parameters["Wax"].T @ dz, parameters["Waa"].T @ dz, dz @ xt.T, dz @ a_prev.T, dba
""",
    ),
    Mistake(
        "slope_divided",
        "da_next is divided by the slope of tanh. By the chain rule it is multiplied.",
        swap=(DZ, "da_next / (1 - a_next**2)"),
    ),
    Mistake(
        "dwax_before_tanh",
        "dWax is computed from da_next: Wax acts before the tanh, so its gradient needs what "
        "has passed the tanh.",
        swap=("dz @ xt.T", "da_next @ xt.T"),
    ),
    Mistake(
        "dwaa_before_tanh",
        "dWaa is computed from da_next: Waa acts before the tanh, so its gradient needs what "
        "has passed the tanh.",
        swap=("dz @ a_prev.T", "da_next @ a_prev.T"),
    ),
    Mistake(
        "dba_before_tanh",
        "dba is summed from da_next: ba acts before the tanh, so its gradient needs what has "
        "passed the tanh.",
        swap=("np.sum(dz,", "np.sum(da_next,"),
    ),
    Mistake(
        "dwax_divided_by_m",
        "dWax is divided by m. The average over the examples is part of the loss and already "
        "inside da_next.",
        swap=("dz @ xt.T", "dz @ xt.T / xt.shape[1]"),
        hides_from="one example",
    ),
    Mistake(
        "dwaa_divided_by_m",
        "dWaa is divided by m. The average over the examples is part of the loss and already "
        "inside da_next.",
        swap=("dz @ a_prev.T", "dz @ a_prev.T / xt.shape[1]"),
        hides_from="one example",
    ),
    Mistake(
        "dba_row",
        "dba lies on its side: it has shape (1, n_a), and ba has shape (n_a, 1).",
        swap=(DBA, "np.sum(dz, axis=1).reshape(1, -1)"),
    ),
    Mistake(
        "dxt_transposed",
        "dxt has a row for every example. Each example keeps its column, as in xt.",
        swap=('parameters["Wax"].T @ dz', '(parameters["Wax"].T @ dz).T'),
    ),
    Mistake(
        "da_prev_is_dz",
        "da_prev is the gradient behind the tanh: it has to go back through Waa as well.",
        swap=('parameters["Waa"].T @ dz', "dz"),
    ),
    Mistake(
        "da_prev_zero",
        "da_prev stays zero: nothing is handed to the step before.",
        swap=('parameters["Waa"].T @ dz', "0 * dz"),
    ),
    Mistake(
        "dwaa_zero",
        "dWaa stays zero: its product with the old state is never put into it.",
        swap=("dz @ a_prev.T", "0 * (dz @ a_prev.T)"),
    ),
    Mistake(
        "da_next_squared",
        "da_next is multiplied in twice.",
        swap=(DZ, "(1 - a_next**2) * da_next**2"),
    ),
    Mistake(
        "first_example_only",
        "dba is that of the first example alone. The bias was added to every example, so its "
        "gradient is their sum.",
        swap=(DBA, "dz[:, :1]"),
        hides_from="one example",
    ),
    Mistake(
        "dba_times_state",
        "dba holds the products with the state. Nothing was multiplied with the bias, so its "
        "gradient is a plain sum.",
        swap=(DBA, "np.sum(dz * a_prev, axis=1, keepdims=True)"),
    ),
)
