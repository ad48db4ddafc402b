"""One step back: what `rnn_cell_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles, rungs
from .rarer.rnn_cell_backward import RARER

rnn_cell_backward = Exercise(
    title="One step back",
    cases=cases.rnn_cell_backward_cases,
    returns={
        "dxt": "n_x m",
        "da_prev": "n_a m",
        "dWax": "n_a n_x",
        "dWaa": "n_a n_a",
        "dba": "n_a 1",
    },
    as_dict=True,
    oracle=Oracle(twin=oracles.rnn_cell_backward, scalars=oracles.through_cell),
    rungs=rungs.CELL,
    hints=(
        "The first thing on the way back is the last thing on the way forward: which function was "
        "it, and what is its derivative in terms of its own output?",
        "Once you are behind the tanh, with an array dz of shape (n_a, m), every gradient is one "
        "product: with a transposed weight for inputs, with a transposed input for weights.",
        "dz = (1 - a_next**2) * da_next. Then dxt needs Wax transposed, da_prev needs Waa "
        "transposed, dWax needs xt transposed, dWaa needs a_prev transposed, and dba the sum over "
        "the examples with keepdims=True.",
    ),
    after_success="You can now differentiate a network by hand. Every layer of every "
    "framework has such a function; the rest is bookkeeping, and the next exercise does it. "
    "Also right: compute the tanh anew instead of taking it from the cache, or one product "
    "with the stacked weights that is split afterwards.",
    mistakes=(
        Mistake(
            "tanh_not_squared",
            "The derivative of tanh is taken as 1 - a_next. It is 1 minus the square of the state.",
            swap=("(1 - a_next**2)", "(1 - a_next)"),
        ),
        Mistake(
            "tanh_derivative_missing",
            "The derivative of tanh is missing: da_next must pass through the tanh before it "
            "reaches any weight.",
            swap=("(1 - a_next**2) * da_next", "da_next"),
        ),
        Mistake(
            "tanh_at_a_prev",
            "The derivative of tanh is taken at a_prev. The state that came out of this tanh is "
            "a_next.",
            swap=("(1 - a_next**2)", "(1 - a_prev**2)"),
        ),
        Mistake(
            "tanh_applied_again",
            "tanh is applied to a_next once more: a_next is already the tanh, so its square is all "
            "that the derivative needs.",
            swap=("(1 - a_next**2)", "(1 - np.tanh(a_next) ** 2)"),
        ),
        Mistake(
            "sigmoid_derivative",
            "The derivative a (1 - a) belongs to the sigmoid; this cell uses tanh.",
            swap=("(1 - a_next**2)", "a_next * (1 - a_next)"),
        ),
        Mistake(
            "tanh_sign",
            "The sign between 1 and the square is wrong: the derivative of tanh is never larger "
            "than 1.",
            swap=("(1 - a_next**2)", "(1 + a_next**2)"),
        ),
        Mistake(
            "waa_not_transposed",
            "da_prev uses Waa without its transpose. On the way back each weight matrix acts from "
            "the side of its outputs.",
            swap=('parameters["Waa"].T @ dz', 'parameters["Waa"] @ dz'),
        ),
        Mistake(
            "da_prev_before_tanh",
            "da_prev goes back through Waa but not through the tanh: use the gradient behind the "
            "tanh.",
            swap=('parameters["Waa"].T @ dz', 'parameters["Waa"].T @ da_next'),
        ),
        Mistake(
            "dxt_before_tanh",
            "dxt goes back through Wax but not through the tanh: use the gradient behind the tanh.",
            swap=('parameters["Wax"].T @ dz', 'parameters["Wax"].T @ da_next'),
        ),
        Mistake(
            "dwaa_of_a_next",
            "dWaa is built from a_next. Waa was multiplied by a_prev on the way forward, so a_prev "
            "is what its gradient needs.",
            swap=("dz @ a_prev.T", "dz @ a_next.T"),
        ),
        Mistake(
            "dwaa_transposed",
            "dWaa is transposed. Square matrices hide this: only the values show which side the "
            "gradient stands on.",
            swap=("dz @ a_prev.T", "a_prev @ dz.T"),
        ),
        Mistake(
            "dwax_transposed",
            "dWax is transposed: it must have the shape of Wax, (n_a, n_x).",
            swap=("dz @ xt.T", "xt @ dz.T"),
        ),
        Mistake(
            "dba_averaged",
            "dba is an average over the examples. The bias was added to every example, so its "
            "gradient is their sum.",
            swap=("np.sum(dz, axis=1, keepdims=True)", "np.mean(dz, axis=1, keepdims=True)"),
            hides_from="one example",
        ),
        Mistake(
            "dba_flat",
            "dba has lost its second axis: ba has shape (n_a, 1), and its gradient the same.",
            swap=("np.sum(dz, axis=1, keepdims=True)", "np.sum(dz, axis=1)"),
        ),
        Mistake(
            "dba_not_summed",
            "dba is not summed over the examples: it has a column for each of them, where ba has "
            "one.",
            swap=("np.sum(dz, axis=1, keepdims=True)", "dz"),
            hides_from="one example",
        ),
        Mistake(
            "dba_over_units",
            "dba is summed over the units instead of the examples.",
            swap=("np.sum(dz, axis=1, keepdims=True)", "np.sum(dz, axis=0, keepdims=True)"),
        ),
        Mistake(
            "weights_divided_by_m",
            "dWax and dWaa are divided by m. The average over the examples is part of the loss and "
            "already inside da_next.",
            swap=(
                ("dz @ xt.T", "dz @ xt.T / xt.shape[1]"),
                ("dz @ a_prev.T", "dz @ a_prev.T / xt.shape[1]"),
            ),
            hides_from="one example",
        ),
        Mistake(
            "da_next_overwritten",
            "da_next is multiplied by the tanh's derivative in place, which changes the array of "
            "the caller.",
            swap=("dz = (1 - a_next**2) * da_next", "da_next *= 1 - a_next**2\n    dz = da_next"),
        ),
        Mistake(
            "tanh_difference_squared",
            "The slope of tanh is taken as (1 - a_next) squared. Only the state is squared, not "
            "the difference; check the parentheses.",
            swap=("(1 - a_next**2)", "(1 - a_next) ** 2"),
        ),
        Mistake(
            "cache_order_swapped",
            "The cache is unpacked in the wrong order: a_next comes first in it, a_prev second.",
            swap=(
                "a_next, a_prev, xt, parameters = cache",
                "a_prev, a_next, xt, parameters = cache",
            ),
        ),
        Mistake(
            "inputs_before_tanh",
            "dxt and da_prev are computed from da_next. Both lie before the tanh, so they need the "
            "gradient after it has passed the tanh.",
            swap=(
                ('parameters["Wax"].T @ dz', 'parameters["Wax"].T @ da_next'),
                ('parameters["Waa"].T @ dz', 'parameters["Waa"].T @ da_next'),
            ),
        ),
        Mistake(
            "weights_before_tanh",
            "dWax, dWaa and dba are computed from da_next. Weights and bias act before the tanh, "
            "so they need the gradient after it has passed the tanh.",
            swap=(
                ("dz @ xt.T", "da_next @ xt.T"),
                ("dz @ a_prev.T", "da_next @ a_prev.T"),
                ("np.sum(dz,", "np.sum(da_next,"),
            ),
        ),
        Mistake(
            "all_divided_by_m",
            "dWax, dWaa and dba are divided by m. The loss already did that, so da_next carries "
            "the average; here examples are summed.",
            swap=(
                ("dz @ xt.T", "dz @ xt.T / xt.shape[1]"),
                ("dz @ a_prev.T", "dz @ a_prev.T / xt.shape[1]"),
                ("keepdims=True)", "keepdims=True) / xt.shape[1]"),
            ),
            hides_from="one example",
        ),
        *RARER,
    ),
)
