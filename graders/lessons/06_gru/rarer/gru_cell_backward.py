"""Rarer mistakes in `gru_cell_backward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

DC = "dcct_inside = da_next * ut * (1 - cct**2)"
DU = "dut_inside = da_next * (cct - a_prev) * ut * (1 - ut)"
DR = "drt_inside = dreset[:n_a] * a_prev * rt * (1 - rt)"
DA = '"da_prev": da_next * (1 - ut) + djoined[:n_a] + dreset[:n_a] * rt'
UNPACKED = "_, a_prev, ut, rt, cct, xt, parameters = cache"
WEIGHTS = ("dut_inside @ joined.T", "drt_inside @ joined.T", "dcct_inside @ reset.T")
SUMS = tuple(f"np.sum({name}_inside, axis=1, keepdims=True)" for name in ("dut", "drt", "dcct"))

RARER = rare(
    Mistake(
        "tanh_not_squared",
        "The slope of tanh is taken as 1 - cct. It is 1 minus the square of the candidate.",
        swap=(DC, DC.replace("cct**2", "cct")),
    ),
    Mistake(
        "tanh_at_state",
        "The slope of tanh is taken at the new state. What came out of the tanh is the candidate.",
        swap=(
            (UNPACKED, UNPACKED.replace("_,", "a_next,")),
            (DC, DC.replace("cct**2", "a_next**2")),
        ),
    ),
    Mistake(
        "candidate_slope_of_sigmoid",
        "The candidate has the slope of a sigmoid, cct * (1 - cct). It came out of a tanh.",
        swap=(DC, DC.replace("(1 - cct**2)", "cct * (1 - cct)")),
    ),
    Mistake(
        "update_hears_old_state_only",
        "The update gate hears of a_prev alone. The derivative of ut * cct + (1 - ut) * a_prev by "
        "ut is cct - a_prev.",
        swap=(DU, DU.replace("(cct - a_prev)", "(-a_prev)")),
    ),
    Mistake(
        "update_hears_both",
        "The update gate hears cct + a_prev. What it gives to the one it takes from the other: cct "
        "- a_prev.",
        swap=(DU, DU.replace("cct - a_prev", "cct + a_prev")),
        hides_from="zero start",
    ),
    Mistake(
        "keras_convention",
        "These are the gradients of a cell in which ut keeps and 1 - ut lets the candidate in. "
        "Here it is the other way round.",
        swap=(
            (DC, DC.replace("* ut *", "* (1 - ut) *")),
            (DU, DU.replace("cct - a_prev", "a_prev - cct")),
            (DA, DA.replace("(1 - ut)", "ut")),
        ),
    ),
    Mistake(
        "reset_hears_before_weights",
        "The reset gate hears dcct_inside itself. It lies behind Wc: take the upper rows of Wc.T @ "
        "dcct_inside.",
        swap=(DR, DR.replace("dreset[:n_a]", "dcct_inside")),
        hides_from="zero start",
    ),
    Mistake(
        "reset_hears_da_next",
        "The reset gate hears da_next itself. Between them lie ut, the tanh and Wc.",
        swap=(DR, DR.replace("dreset[:n_a]", "da_next")),
        hides_from="zero start",
    ),
    Mistake(
        "as_reset_after",
        "The candidate's road treats rt as if it stood after the product. In this form it "
        "multiplies a_prev before Wc: first Wc.T, then rt.",
        source="""
def gru_cell_backward(da_next, cache):
    _, a_prev, ut, rt, cct, xt, parameters = cache
    n_a = a_prev.shape[0]
    joined = np.concatenate([a_prev, xt])
    Wc = parameters["Wc"]
    dc = da_next * ut * (1 - cct**2)
    du = da_next * (cct - a_prev) * ut * (1 - ut)
    dr = dc * (Wc[:, :n_a] @ a_prev) * rt * (1 - rt)
    both = parameters["Wu"].T @ du + parameters["Wr"].T @ dr
    return {
        "dxt": both[n_a:] + Wc[:, n_a:].T @ dc,
        "da_prev": da_next * (1 - ut) + both[:n_a] + Wc[:, :n_a].T @ (dc * rt),
        "dWu": du @ joined.T,
        "dbu": np.sum(du, axis=1, keepdims=True),
        "dWr": dr @ joined.T,
        "dbr": np.sum(dr, axis=1, keepdims=True),
        "dWc": np.hstack([(dc * rt) @ a_prev.T, dc @ xt.T]),
        "dbc": np.sum(dc, axis=1, keepdims=True),
    }
""",
        hides_from="one unit",
    ),
    Mistake(
        "roads_averaged",
        "The roads to a_prev are averaged. Gradients of all roads add up.",
        swap=(DA, DA.replace(": ", ": (") + ") / 3"),
    ),
    Mistake(
        "inputs_upside_down",
        "The weights' gradients have the columns of xt first. W acts on [a_prev; xt], so those of "
        "a_prev come first.",
        swap=(
            ("np.concatenate([a_prev, xt])", "np.concatenate([xt, a_prev])"),
            ("np.concatenate([rt * a_prev, xt])", "np.concatenate([xt, rt * a_prev])"),
        ),
    ),
    Mistake(
        "weights_of_new_state",
        "The weights' gradients are built from a_next. The weights were multiplied by a_prev.",
        swap=(
            (UNPACKED, UNPACKED.replace("_,", "a_next,")),
            ("np.concatenate([a_prev, xt])", "np.concatenate([a_next, xt])"),
            ("np.concatenate([rt * a_prev, xt])", "np.concatenate([rt * a_next, xt])"),
        ),
    ),
    Mistake(
        "all_divided_by_m",
        "The gradients of weights and biases are divided by m. The loss already did that, so "
        "da_next carries the average; here examples are summed.",
        swap=tuple((old, f"{old} / xt.shape[1]") for old in (*WEIGHTS, *SUMS)),
        hides_from="one example",
    ),
    Mistake(
        "biases_averaged",
        "The gradients of the biases are averages over the examples. Each bias was added to every "
        "example, so its gradient is their sum.",
        swap=tuple((old, old.replace("sum", "mean")) for old in SUMS),
        hides_from="one example",
    ),
    Mistake(
        "biases_flat",
        "The gradients of the biases have lost their second axis: each bias has shape (n_a, 1).",
        swap=tuple((old, old.replace(", keepdims=True", "")) for old in SUMS),
    ),
    Mistake(
        "biases_not_summed",
        "The gradients of the biases are not summed over the examples: they have a column for each "
        "of them, where a bias has one.",
        swap=tuple((old, old.removeprefix("np.sum(").split(",")[0]) for old in SUMS),
        hides_from="one example",
    ),
    Mistake(
        "weights_transposed",
        "The gradients of the weights are transposed: each has the shape of its matrix.",
        swap=tuple((old, f"({old}).T") for old in WEIGHTS),
    ),
    Mistake(
        "gates_read_exchanged",
        "The cache is unpacked in the wrong order: ut comes first in it, rt second.",
        swap=(UNPACKED, UNPACKED.replace("ut, rt", "rt, ut")),
    ),
    Mistake(
        "states_read_exchanged",
        "The cache is unpacked in the wrong order: a_next comes first in it, a_prev second.",
        swap=(UNPACKED, UNPACKED.replace("_, a_prev", "a_prev, _")),
    ),
    Mistake(
        "inside_names_returned",
        "da_prev is returned as the sum of what arrives at [a_prev; xt] and at the reset state, "
        "without the split: only the first n_a rows belong to a_prev.",
        swap=(DA, '"da_prev": djoined + dreset'),
    ),
)
