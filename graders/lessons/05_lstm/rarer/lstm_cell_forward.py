"""Rarer mistakes in `lstm_cell_forward`."""

from __future__ import annotations

from graders.exercise import Mistake
from graders.mistakes import instead

from . import rare

_C_NEXT = "c_next = ft * c_prev + it * cct"
_CACHE = "cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)"

RARER = rare(
    Mistake(
        "gate_weights_swapped",
        "The forget gate is computed with Wi and bi, and the input gate with Wf and bf. Match each "
        "gate with the letter of its weights.",
        swap=(
            ('sigmoid(parameters["Wf"] @ stacked + parameters["bf"])', "forget"),
            (
                'it = sigmoid(parameters["Wi"] @ stacked + parameters["bi"])',
                'it = sigmoid(parameters["Wf"] @ stacked + parameters["bf"])',
            ),
            ("ft = forget", 'ft = sigmoid(parameters["Wi"] @ stacked + parameters["bi"])'),
        ),
    ),
    Mistake(
        "candidate_of_wo",
        "The candidate is computed with Wo and bo. Its weights are Wc and bc.",
        swap=(
            'np.tanh(parameters["Wc"] @ stacked + parameters["bc"])',
            'np.tanh(parameters["Wo"] @ stacked + parameters["bo"])',
        ),
    ),
    Mistake(
        "coupled_gates",
        "The candidate is gated by 1 - ft. In this cell the input gate is a gate of its own, it.",
        swap=(_C_NEXT, "c_next = ft * c_prev + (1 - ft) * cct"),
    ),
    Mistake(
        "gates_multiplied",
        "The two terms of c_next are multiplied. What is kept and what is written are added: that "
        "sum is the road.",
        swap=(_C_NEXT, "c_next = ft * c_prev * it * cct"),
    ),
    Mistake(
        "output_gate_first",
        "c_next is gated by ot. The output gate decides what is shown in a_next; it never touches "
        "what is kept.",
        swap=(_C_NEXT, "c_next = ot * (ft * c_prev + it * cct)"),
    ),
    Mistake(
        "cell_state_squeezed",
        "c_next itself goes through tanh. Only its copy for the hidden state is squeezed: a tanh "
        "at each step would close the road for the gradient.",
        swap=(_C_NEXT, "c_next = np.tanh(ft * c_prev + it * cct)"),
    ),
    Mistake(
        "softmax_over_examples",
        "The softmax runs over the batch, not over the classes: here rows of yt_pred add up to 1 "
        "instead of columns.",
        swap=instead("softmax", "softmax(({}).T).T"),
    ),
    Mistake(
        "cache_without_parameters",
        "The parameters are missing from the cache: the way back needs the weights, too.",
        swap=(_CACHE, _CACHE.replace("xt, parameters", "xt")),
    ),
    Mistake(
        "cache_squeezed",
        "The cache holds tanh of c_next where c_next belongs. The way back takes the tanh itself.",
        swap=(_CACHE, _CACHE.replace("a_next, c_next", "a_next, np.tanh(c_next)")),
    ),
    Mistake(
        "cache_inside_gates",
        "The cache holds what stands inside the gates, before the sigmoid. It keeps the gates "
        "themselves: the slope of a sigmoid follows from its value.",
        swap=(
            _CACHE,
            _CACHE.replace("ft, it, cct, ot,", "zf, zi, cct, zo,").replace(
                "cache =",
                'zf, zi, zo = (parameters[f"W{g}"] @ stacked + parameters[f"b{g}"] for g in "fio")'
                "\n    cache =",
            ),
        ),
    ),
    Mistake(
        "c_prev_overwritten",
        "c_prev is multiplied by the forget gate in place, which changes the array of the caller "
        "and the cache of the step before. Let a new name point to the result.",
        swap=(_C_NEXT, "c_prev *= ft\n    c_next = c_prev + it * cct"),
    ),
    Mistake(
        "gates_without_sigmoid",
        "The three gates are left without their sigmoid. A gate is a share between 0 and 1.",
        swap=(
            ("ft = sigmoid(", "ft = ("),
            ("it = sigmoid(", "it = ("),
            ("ot = sigmoid(", "ot = ("),
        ),
    ),
    Mistake(
        "steps_swapped_and_ungated",
        "The states come back in the wrong order, and the prediction is read off the cell state. "
        "First a_next, then c_next; only a_next is seen from outside.",
        swap=(
            ('parameters["Wy"] @ a_next', 'parameters["Wy"] @ c_next'),
            ("return a_next, c_next,", "return c_next, a_next,"),
        ),
    ),
)
