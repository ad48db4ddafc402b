"""Gates without a ceiling: what `slstm_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import missing

from . import cases, oracles
from .shared import EXPONENTIAL

_S = "s_next = np.maximum(zf + s_prev, zi)"
_KEPT = "kept = np.exp(zf + s_prev - s_next)"
_WRITTEN = "written = np.exp(zi - s_next)"
_C = "c_next = kept * c_prev + written * cct"
_N = "n_next = kept * n_prev + written"
_RETURN = "return ot * c_next / n_next, c_next, n_next, s_next"

slstm_cell_forward = Exercise(
    title="Gates without a ceiling",
    cases=cases.slstm_cell_forward_cases,
    returns={"a": "n_a m", "c": "n_a m", "n": "n_a m", "s": "n_a m"},
    visible=EXPONENTIAL[0],
    hidden=EXPONENTIAL[1],
    oracle=Oracle(twin=oracles.slstm_cell_forward),
    hints=(
        "c and n are both stored as shares of exp(s). What becomes of them if s changes?",
        "Keep the two exponents as they are, without exp. s is the larger of zi and zf + s. "
        "Subtract the new s from both before you take exp; then c and n are gated sums, and a is "
        "their quotient behind the output gate.",
        "kept = exp(zf + s_prev - s_next), written = exp(zi - s_next). c: kept * c + written * "
        "candidate. n: kept * n + written. a: ot * c / n. Return (a, c, n, s).",
    ),
    after_success="c / n is a weighted mean of all candidates so far, and the newest can have any "
    "weight: an exponential gate can overwrite what a sigmoid could only dilute. You have met the "
    "shift before, in softmax. Also right: the larger exponent by np.where, or np.logaddexp for "
    "the logarithm of n.",
    mistakes=(
        Mistake(
            "no_stabiliser",
            "The gates are plain exponentials and s stays as it was. With exponents beyond 710 "
            "they "
            "are infinite, and a becomes infinity over infinity: shift both exponents by the "
            "new s.",
            source="""
def slstm_cell_forward(xt, state, parameters):
    a_prev, c_prev, n_prev, s_prev = state
    stacked = np.concatenate([a_prev, xt])
    kept = np.exp(parameters["Wf"] @ stacked + parameters["bf"])
    written = np.exp(parameters["Wi"] @ stacked + parameters["bi"])
    cct = np.tanh(parameters["Wc"] @ stacked + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ stacked + parameters["bo"])
    c_next = kept * c_prev + written * cct
    n_next = kept * n_prev + written
    return ot * c_next / n_next, c_next, n_next, s_prev
""",
        ),
        Mistake(
            "old_scale_forgotten",
            "The forget gate is exp(zf - s_next). c and n are stored as shares of exp(s_prev), so "
            "s_prev belongs into the exponent, too.",
            swap=(_KEPT, "kept = np.exp(zf - s_next)"),
        ),
        Mistake(
            "s_without_old_s",
            "The new s is the larger of zf and zi. The exponent of what is kept is zf plus the old "
            "s.",
            swap=(_S, "s_next = np.maximum(zf, zi)"),
        ),
        Mistake(
            "s_of_gates",
            "The new s is the larger of the two gates themselves. It is an exponent: compare zf + "
            "s_prev with zi, before any exp.",
            swap=(
                _S,
                "s_next = np.maximum(np.exp(np.minimum(zf + s_prev, 50)), np.exp(np.minimum(zi, "
                "50)))",
            ),
        ),
        Mistake(
            "s_smaller",
            "The new s is the smaller of the two exponents, so the larger one still overflows. "
            "Shift by the larger.",
            swap=(_S, "s_next = np.minimum(zf + s_prev, zi)"),
        ),
        Mistake(
            "s_one_for_all",
            "One s is taken for all units and examples. Each entry has an s of its own: use "
            "np.maximum of two arrays, not np.max.",
            swap=(_S, "s_next = np.full_like(zi, np.max(np.maximum(zf + s_prev, zi)))"),
        ),
        Mistake(
            "s_without_input",
            "s grows by zf alone and the exponent of the input gate is never asked. It is the "
            "larger of the two.",
            swap=(_S, "s_next = zf + s_prev"),
        ),
        Mistake(
            "normaliser_missing",
            "a is not divided by n. The quotient c / n is what the cell has to tell: without it "
            "the scale of the exponentials would show.",
            swap=(_RETURN, "return ot * c_next, c_next, n_next, s_next"),
        ),
        Mistake(
            "divided_by_old_n",
            "a is divided by the old n. The new c belongs to the new n: both hold this step's "
            "share.",
            swap=(_RETURN, "return ot * c_next / n_prev, c_next, n_next, s_next"),
        ),
        Mistake(
            "tanh_of_quotient",
            "a takes the tanh of c / n. The quotient is a mean of candidates and lies in (-1, 1) "
            "already; this cell has no second tanh.",
            swap=(_RETURN, "return ot * np.tanh(c_next / n_next), c_next, n_next, s_next"),
        ),
        Mistake(
            "normaliser_with_candidate",
            "The candidate is multiplied into n as well, so c / n is not a mean. n adds up the "
            "weights alone.",
            swap=(_N, "n_next = kept * n_prev + written * cct"),
        ),
        Mistake(
            "normaliser_grows",
            "The old n is kept whole. It is a sum of weights that are forgotten like c: multiply "
            "it by the same share.",
            swap=(_N, "n_next = n_prev + written"),
        ),
        Mistake(
            "sigmoid_forget",
            "The forget gate is a sigmoid. Here it is an exponential like the input gate. (The "
            "paper allows both; this exercise asks for exp.)",
            swap=(_S, "zf = -np.logaddexp(0, -zf)\n    " + _S),
        ),
        Mistake(
            "bi_missing",
            "The bias bi is missing from the exponent of the input gate.",
            swap=missing('parameters["bi"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "bf_missing",
            "The bias bf is missing from the exponent of the forget gate.",
            swap=missing('parameters["bf"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "gates_exchanged",
            "The shares have changed places: what is kept stands at the candidate. The forget gate "
            "stands at c and n of the step before.",
            swap=(
                (_C, "c_next = written * c_prev + kept * cct"),
                (_N, "n_next = written * n_prev + kept"),
            ),
        ),
        Mistake(
            "state_reordered",
            "The new state is (a, n, c, s). Its order is that of the state that came in: a, c, "
            "n, s.",
            swap=(_RETURN, "return ot * c_next / n_next, n_next, c_next, s_next"),
        ),
        Mistake(
            "input_on_top",
            "xt is stacked over a_prev. The columns of each W begin with those for a_prev.",
            swap=("[a_prev, xt]", "[xt, a_prev]"),
        ),
        Mistake(
            "output_exponential",
            "The output gate is an exponential, too. It is a share of what is shown and stays a "
            "sigmoid.",
            swap=("ot = sigmoid(", "ot = np.exp("),
        ),
        Mistake(
            "unstabilised_state",
            "c and n are multiplied by exp of the new s before they are returned. They stay shares "
            "of exp(s): s itself is handed on beside them.",
            swap=(
                _RETURN,
                "return ot * c_next / n_next, c_next * np.exp(s_next), n_next * np.exp(s_next), "
                "s_next",
            ),
        ),
    ),
)
