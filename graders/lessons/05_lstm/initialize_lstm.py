"""A start that remembers: what `initialize_lstm` is, and what goes wrong in it.

The distribution of the weights is the learner's: a probe looks at what must hold of any.
"""

from __future__ import annotations

from graders.counts import Holds
from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle
from graders.judging.properties import LARGE

from . import cases, oracles

_OUTPUT = Holds(
    "Wy is missing, has another shape, or is no array of finite floats.",
    "Expected Wy of shape (n_y, n_a): it acts from the left on the hidden state.",
    'Print its shape: parameters["Wy"].shape.',
)
_USABLE = Holds(
    "A gate's weight is missing, has another shape, or is no array of finite floats.",
    "Expected Wf, Wi, Wc and Wo of shape (n_a, n_a + n_x).",
    "Print the shapes: {name: value.shape for name, value in parameters.items()}.",
    needed=True,
)
_SAME_SEED = Holds(
    "Two generators with the same seed gave different weights.",
    "Expected the same weights from the same seed.",
    "Draw from rng alone: np.random and a generator of your own are other sources.",
)
_NEW = Holds(
    "Two calls in a row with one generator gave the same weights.",
    "Expected other weights in each call.",
    "Take all numbers from rng, and make no generator with a seed of its own.",
)
_UNITS = Holds(
    "Two rows of a weight are equal.",
    "Expected rows that differ: each belongs to a unit.",
    "Units that start alike get equal gradients and stay alike for ever. Draw a number for each "
    "entry.",
)
_GATES = Holds(
    "Two gates have the same weights.",
    "Expected a matrix of its own for each of Wf, Wi, Wc and Wo.",
    "Draw inside of the loop over the gates, not once before it.",
)

_WEIGHT = "rng.normal(size=(n_a, width)) / np.sqrt(width)"
_ZERO = "np.zeros((n_a, 1))"
_FORGET = 'parameters["bf"] = np.full((n_a, 1), float(forget_bias))'

initialize_lstm = Exercise(
    title="A start that remembers",
    cases=cases.initialize_lstm_cases,
    probe="initial.lstm",
    returns={
        "usable": _USABLE,
        "output_usable": _OUTPUT,
        "same_seed": _SAME_SEED,
        "new_each_time": _NEW,
        "units_differ": _UNITS,
        "gates_differ": _GATES,
        **{f"b{gate}": "n_a 1" for gate in "fico"},
        "by": "n_y 1",
        "bf_usual": "n_a 1",
    },
    as_dict=True,
    visible=tuple(s for s in VISIBLE if s.of_floats is False),
    hidden=tuple(s for s in HIDDEN if s.of_floats is False and s.name != LARGE),
    oracle=Oracle(twin=oracles.initialize_lstm),
    hints=(
        "Ten arrays. Which of them must be random, and which one is neither random nor zero?",
        "A loop over the four letters makes a W and a b each; afterwards bf is replaced. Wy and by "
        "belong to the output.",
        "W: rng.normal(size=(n_a, n_a + n_x)) divided by the square root of n_a + n_x. b: "
        "np.zeros((n_a, 1)). bf: np.full((n_a, 1), forget_bias). Wy: (n_y, n_a), by: zeros.",
    ),
    after_success="One line of ten decides whether a fresh network remembers anything. Keras calls "
    "it unit_forget_bias and has it switched on; PyTorch does not have it. Also right: uniform "
    "numbers, or an orthogonal block for the columns that act on a_prev.",
    mistakes=(
        Mistake(
            "forget_bias_unused",
            "bf is zero: forget_bias is never used. Fill bf with it.",
            swap=(f"{_FORGET}\n", "pass\n"),
        ),
        Mistake(
            "forget_bias_always_one",
            "bf is 1 whatever forget_bias says. Fill it with the argument; 1 is only what it is "
            "when nobody gives another.",
            swap=("float(forget_bias)", "1.0"),
        ),
        Mistake(
            "forget_bias_everywhere",
            "All four gates got the forget bias. Only bf does: an input gate that starts open "
            "would write noise.",
            swap=(_ZERO, "np.full((n_a, 1), float(forget_bias))"),
        ),
        Mistake(
            "forget_bias_at_input",
            "The forget bias stands in bi, and bf is zero. The letters say which gate it is.",
            swap=('parameters["bf"] =', 'parameters["bi"] ='),
        ),
        Mistake(
            "biases_random",
            "The biases are random numbers. They start at zero, but for bf.",
            swap=(_ZERO, "rng.normal(size=(n_a, 1))"),
        ),
        Mistake(
            "bf_flat",
            "bf has lost its second axis: it is (n_a, 1), one row per unit, so that it is added to "
            "each column.",
            swap=("np.full((n_a, 1),", "np.full((n_a,),"),
        ),
        Mistake(
            "by_ones",
            "by starts at one. The output has no forget gate: its bias is zero.",
            swap=("np.zeros((n_y, 1))", "np.ones((n_y, 1))"),
        ),
        Mistake(
            "weights_zero",
            "All weights are zero. Then every unit is like every other, and stays so: draw a "
            "random number for each entry.",
            swap=(
                (_WEIGHT, "np.zeros((n_a, width))"),
                ("rng.normal(size=(n_y, n_a))", "np.zeros((n_y, n_a))"),
            ),
        ),
        Mistake(
            "one_matrix_for_all",
            "The four gates share one matrix. Draw a new one for each gate.",
            swap=(
                ("parameters = {}", f"parameters = {{}}\n    shared = {_WEIGHT}"),
                (f'parameters[f"W{{gate}}"] = {_WEIGHT}', 'parameters[f"W{gate}"] = shared'),
            ),
        ),
        Mistake(
            "seed_of_its_own",
            "A generator with a fixed seed is made inside, so every call gives the same weights. "
            "Draw from the rng that is handed over.",
            swap=("width = n_a + n_x", "width = n_a + n_x\n    rng = np.random.default_rng(0)"),
        ),
        Mistake(
            "global_random",
            "The numbers come from np.random and not from rng, so the same seed gives other "
            "weights each time.",
            swap=((_WEIGHT, "np.random.randn(n_a, width) / np.sqrt(width)"),),
        ),
        Mistake(
            "wy_transposed",
            "Wy has the shape (n_a, n_y). It acts from the left on the hidden state: (n_y, n_a).",
            swap=("rng.normal(size=(n_y, n_a))", "rng.normal(size=(n_a, n_y))"),
            hides_from="square sizes",
        ),
        Mistake(
            "input_columns_only",
            "The weights have n_x columns. They act on a_prev stacked over xt, which has n_a + n_x "
            "rows.",
            swap=("width = n_a + n_x", "width = n_x"),
        ),
    ),
)
