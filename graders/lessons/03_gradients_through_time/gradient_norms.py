"""The norm of the message: what `gradient_norms` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.gradient_norms import RARER

_STEP = "Waa.T @ ((1 - a[:, :, t + 1] ** 2) * message)"

gradient_norms = Exercise(
    title="The norm of the message",
    cases=cases.gradient_norms_cases,
    returns={"norms": "T_x"},
    oracle=Oracle(twin=oracles.gradient_norms),
    hints=(
        "Which cell does the message pass on its way from state 5 to state 4, and whose slope "
        "does it meet there?",
        "Start with da_last and its norm at the end of the array. Then walk back: multiply by the "
        "slope of the cell that is passed, then by Waa transposed, and note the norm.",
        "for t in reversed(range(T_x - 1)): message = Waa.T @ ((1 - a[:, :, t + 1]**2) * message); "
        "norms[t] = np.linalg.norm(message).",
    ),
    after_success="You can now see whether a network could learn at a distance before you "
    "spend a night training it. Two other right ways: write norms into a list and turn it round at "
    "the end, or keep all messages and take np.sqrt(np.sum(messages**2, axis=(0, 1))) at once.",
    mistakes=(
        Mistake(
            "waa_not_transposed",
            "The message is multiplied by Waa as on the way forward. Backwards it is the "
            "transpose; "
            "a square matrix does not complain.",
            swap=("Waa.T @", "Waa @"),
            hides_from="one unit",
        ),
        Mistake(
            "slope_missing",
            "The slope of tanh is missing, so nothing ever brakes the message. Multiply by 1 - a^2 "
            "before Waa.",
            swap=(_STEP, "Waa.T @ message"),
            hides_from="one step",
        ),
        Mistake(
            "slope_of_arrival",
            "The slope is that of the state at which the message arrives. It passes the cell of "
            "step t + 1, and so meets that cell's slope.",
            swap=("a[:, :, t + 1]", "a[:, :, t]"),
            hides_from="one step",
        ),
        Mistake(
            "slope_after_weights",
            "Slope and weights are in the wrong order. On the way forward tanh comes last, so on "
            "the way back its slope comes first.",
            swap=(_STEP, "(1 - a[:, :, t + 1] ** 2) * (Waa.T @ message)"),
            hides_from="one unit",
        ),
        Mistake(
            "slope_not_squared",
            "The slope is 1 - a instead of 1 - a^2.",
            swap=("a[:, :, t + 1] ** 2", "a[:, :, t + 1]"),
            hides_from="one step",
        ),
        Mistake(
            "order_turned",
            "The norms stand in the order of the walk, the last step first. Entry t belongs to "
            "step t.",
            swap=("return norms", "return norms[::-1]"),
            hides_from="one step",
        ),
        Mistake(
            "last_left_out",
            "The last entry is 0. It is the norm of da_last itself, which has passed no cell.",
            swap=("norms[-1] = np.linalg.norm(message)", "norms[-1] = 0.0"),
        ),
        Mistake(
            "one_cell_too_many",
            "The message passes a cell before its first norm is taken: every entry belongs to the "
            "step before. The last entry is the norm of da_last itself.",
            source="""
def gradient_norms(da_last, a, Waa):
    norms = np.zeros(a.shape[2])
    message = da_last
    for t in reversed(range(a.shape[2])):
        message = Waa.T @ ((1 - a[:, :, t] ** 2) * message)
        norms[t] = np.linalg.norm(message)
    return norms
""",
        ),
        Mistake(
            "not_handed_on",
            "Every step starts from da_last again. Hand on what came out of the cell before.",
            swap=(
                _STEP + "  # (n_a, m)\n        norms[t] = np.linalg.norm(message)",
                "message\n        norms[t] = np.linalg.norm(" + _STEP + ")",
            ),
            hides_from="two steps",
        ),
        Mistake(
            "da_added_again",
            "da_last is added at every step. The loss sits at the last step only, so nothing joins "
            "the message on its way.",
            swap=(_STEP, "da_last + " + _STEP),
            hides_from="one step",
        ),
        Mistake(
            "root_missing",
            "These are the squares of the norms. Take the root.",
            swap=(
                ("norms[-1] = np.linalg.norm(message)", "norms[-1] = np.sum(message**2)"),
                ("norms[t] = np.linalg.norm(message)", "norms[t] = np.sum(message**2)"),
            ),
        ),
        Mistake(
            "norm_per_example",
            "The norms of the examples are added up. One norm goes over units and examples "
            "together: the root of the sum of all squares.",
            swap=(
                (
                    "norms[-1] = np.linalg.norm(message)",
                    "norms[-1] = np.sum(np.linalg.norm(message, axis=0))",
                ),
                (
                    "norms[t] = np.linalg.norm(message)",
                    "norms[t] = np.sum(np.linalg.norm(message, axis=0))",
                ),
            ),
            hides_from="one example",
        ),
        Mistake(
            "spectral_norm",
            "np.linalg.norm(message, 2) is the largest stretch of a matrix. The Euclidean norm "
            "over "
            "all entries needs no second argument.",
            swap=(
                ("norms[-1] = np.linalg.norm(message)", "norms[-1] = np.linalg.norm(message, 2)"),
                ("norms[t] = np.linalg.norm(message)", "norms[t] = np.linalg.norm(message, 2)"),
            ),
            hides_from="one example",
        ),
        *RARER,
    ),
)
