"""Rarer mistakes on the way back, by whole kinds: slopes, transposes, and what is added up when."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare
from .gru_cell_backward import DC, DR, DU

_REACHES = "da[:, :, t] + message"
_SENT = 'message = gradients["da_prev"]'
_ADDED = "total[name] = total.get(name, 0) + gradients[name]"
_RETURN = 'return {"dx": dx, "da0": message, **total}'
_JOINED = 'djoined = parameters["Wu"].T @ dut_inside + parameters["Wr"].T @ drt_inside'
_SIGMOIDS = (
    (DU, DU.replace("ut * (1 - ut)", "sigmoid(ut) * (1 - sigmoid(ut))")),
    (DR, DR.replace("rt * (1 - rt)", "sigmoid(rt) * (1 - sigmoid(rt))")),
)
_SQUARES = tuple(
    f"np.concatenate([{w}[:, :n_a] @ {d}, {w}[:, n_a:].T @ {d}])"
    for w, d in (('parameters["Wu"]', "dut_inside"), ('parameters["Wr"]', "drt_inside"))
)

GRU_CELL_BACKWARD = rare(
    Mistake(
        "tanh_twice",
        "tanh is taken of the candidate once more before it is squared. The candidate is a tanh "
        "already: its slope is 1 - cct**2.",
        swap=(DC, DC.replace("cct**2", "np.tanh(cct)**2")),
    ),
    Mistake(
        "sigmoid_twice",
        "A sigmoid is taken of the gates once more for their slopes. A gate is a sigmoid already: "
        "its slope is the gate times 1 minus the gate.",
        swap=_SIGMOIDS,
    ),
    Mistake(
        "update_sigmoid_twice",
        "A sigmoid is taken of ut once more for its slope. ut is a sigmoid already: its slope is "
        "ut * (1 - ut).",
        swap=_SIGMOIDS[0],
    ),
    Mistake(
        "reset_sigmoid_twice",
        "A sigmoid is taken of rt once more for its slope. rt is a sigmoid already: its slope is "
        "rt * (1 - rt).",
        swap=_SIGMOIDS[1],
        hides_from="zero start",
    ),
    Mistake(
        "gates_not_transposed",
        "On the roads through the gates the columns of a_prev of Wu and Wr are not transposed. "
        "They are square, so no shape complains.",
        swap=(_JOINED, f"djoined = {_SQUARES[0]} + {_SQUARES[1]}"),
        hides_from="one unit",
    ),
    Mistake(
        "candidate_not_transposed",
        "On the road through the candidate the columns of a_prev of Wc are not transposed. They "
        "are square, so no shape complains.",
        swap=(
            'dreset = parameters["Wc"].T @ dcct_inside',
            'dreset = np.concatenate([parameters["Wc"][:, :n_a] @ dcct_inside, '
            'parameters["Wc"][:, n_a:].T @ dcct_inside])',
        ),
        hides_from="one unit",
    ),
    Mistake(
        "input_reset_too",
        "rt multiplies what comes through the candidate on its way to xt as well. Only a_prev was "
        "reset.",
        swap=(
            "djoined[n_a:] + dreset[n_a:]",
            'djoined[n_a:] + parameters["Wc"][:, n_a:].T @ (rt * dcct_inside)',
        ),
    ),
    Mistake(
        "names_of_the_sequence",
        "The names are those of the whole sequence, dx and da0. One step has dxt and da_prev.",
        swap=(('"dxt":', '"dx":'), ('"da_prev":', '"da0":')),
    ),
)

GRU_BACKWARD = rare(
    Mistake(
        "caches_from_end",
        "The caches are read in the other direction than da: step t meets the cache of another "
        "step. Take cell_caches[t].",
        swap=("cell_caches[t]", "cell_caches[-1 - t]"),
        hides_from="one step",
    ),
    Mistake(
        "dx_in_one_step",
        "All of dx is added up in the first step. Every input has a gradient of its own: dx[:, :, "
        "t].",
        swap=("dx[:, :, t] =", "dx[:, :, 0] +="),
        hides_from="one step",
    ),
    Mistake(
        "last_step_skipped",
        "The loop begins at the last step but one. Going back, the last step comes first.",
        source="""
def gru_backward(da, caches):
    cell_caches, x = caches
    dx, message = np.zeros(x.shape), np.zeros(da.shape[:2])
    first = cell_caches[0][-1]
    total = {f"d{k}": np.zeros_like(first[k]) for k in ("Wu", "bu", "Wr", "br", "Wc", "bc")}
    for t in reversed(range(x.shape[2] - 1)):
        gradients = gru_cell_backward(da[:, :, t] + message, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        message = gradients["da_prev"]
        for name in total:
            total[name] = total[name] + gradients[name]
    return {"dx": dx, "da0": message, **total}
""",
    ),
    Mistake(
        "first_step_skipped",
        "The loop ends before the first step, t = 0. range leaves its bound out: it has to be -1 "
        "when counting down.",
        source="""
def gru_backward(da, caches):
    cell_caches, x = caches
    dx, message = np.zeros(x.shape), np.zeros(da.shape[:2])
    first = cell_caches[0][-1]
    total = {f"d{k}": np.zeros_like(first[k]) for k in ("Wu", "bu", "Wr", "br", "Wc", "bc")}
    for t in range(x.shape[2] - 1, 0, -1):
        gradients = gru_cell_backward(da[:, :, t] + message, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        message = gradients["da_prev"]
        for name in total:
            total[name] = total[name] + gradients[name]
    return {"dx": dx, "da0": message, **total}
""",
    ),
    Mistake(
        "da_doubled",
        "da enters twice as large as it is. What reaches a state from outside counts once.",
        swap=(_REACHES, "2 * da[:, :, t] + message"),
    ),
    Mistake(
        "message_halved",
        "Only half of the message arrives. da and the message add up; no average is taken.",
        swap=(_REACHES, "da[:, :, t] + 0.5 * message"),
        hides_from="one step",
    ),
    Mistake(
        "reached_averaged",
        "da and the message are averaged. Gradients that meet at a state add up.",
        swap=(_REACHES, "(da[:, :, t] + message) / 2"),
    ),
    Mistake(
        "da_of_last_step_only",
        "Only the last state hears from outside. da has an entry for every step: add each at its "
        "own.",
        swap=(_REACHES, "(da[:, :, t] if t == x.shape[2] - 1 else 0) + message"),
        hides_from="one step",
    ),
    Mistake(
        "da_after_the_cell",
        "da of a step is added to what the cell sent back, one step too late. Add it before the "
        "cell of its own step.",
        swap=((_REACHES, "message"), (_SENT, f"{_SENT} + da[:, :, t]")),
    ),
    Mistake(
        "reset_sum_of_update",
        "The sums of Wr and br take the gradients of Wu and bu. Each name adds up its own.",
        swap=(_ADDED, _ADDED.replace("gradients[name]", 'gradients[name.replace("r", "u")]')),
    ),
    Mistake(
        "not_a_dict",
        "The gradients come back one after the other. Return a dict, with the names of the "
        "docstring.",
        swap=(_RETURN, "return dx, message, *total.values()"),
    ),
    Mistake(
        "weights_not_shared",
        "The gradients of the weights are those of the last step alone. All steps share the "
        "weights: add up.",
        swap=(_ADDED, "total.setdefault(name, gradients[name])"),
        hides_from="one step",
    ),
)
