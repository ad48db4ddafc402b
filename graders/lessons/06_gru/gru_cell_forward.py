"""One step of a GRU: what `gru_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import SIGMOID, instead, missing, taken, without

from . import cases, oracles
from .rarer.gru_cell_forward import RARER
from .rarer.kinds_forward import GRU_CELL_FORWARD
from .shared import CELL_CACHE

_STATE = "ut * cct + (1 - ut) * a_prev"
_CACHE = "cache = (a_next, a_prev, ut, rt, cct, xt, parameters)"
_UPDATE = 'sigmoid(parameters["Wu"] @ joined + parameters["bu"])'
_RESET = 'sigmoid(parameters["Wr"] @ joined + parameters["br"])'
_CANDIDATE = 'parameters["Wc"] @ reset + parameters["bc"]'

gru_cell_forward = Exercise(
    title="One step of a GRU",
    cases=cases.gru_cell_forward_cases,
    returns={"a_next": "n_a m", "yt_pred": "n_y m", "cache": CELL_CACHE},
    oracle=Oracle(twin=oracles.gru_cell_forward),
    hints=(
        "Which of the three products sees the old state as it is, and which one sees a part of it?",
        "Stack a_prev over xt and make both gates from it with a sigmoid. Then stack the reset "
        "state over xt, and make the candidate from that with tanh. The new state lies between the "
        "candidate and the old state, unit by unit.",
        "Both gates: sigmoid of W @ [a_prev; xt] + b. The candidate: tanh of Wc @ [rt * a_prev; "
        "xt] + bc. The state: ut times the candidate plus (1 - ut) times a_prev. The prediction is "
        "the softmax of Wy times the new state, plus by.",
    ),
    after_success="Where ut is 0 the old state passes untouched, and no tanh stands in its way: "
    "that is the road on which a bit survives. Where rt is 0 the candidate is made as if the "
    "sequence began here. Also right: one product of a tall matrix for both gates, split "
    "afterwards, or a_prev + ut * (cct - a_prev), which is the same line.",
    mistakes=(
        Mistake(
            "bu_missing",
            "The bias bu is missing from the update gate: it stands inside the sigmoid, beside the "
            "product with Wu.",
            swap=missing('parameters["bu"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "br_missing",
            "The bias br is missing from the reset gate: it stands inside the sigmoid, beside the "
            "product with Wr.",
            swap=missing('parameters["br"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "bc_missing",
            "The bias bc is missing from the candidate: it stands inside the tanh.",
            swap=missing('parameters["bc"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "by_missing",
            "The bias by is missing from the scores of the output.",
            swap=missing('parameters["by"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "update_inverted",
            "ut and 1 - ut are exchanged: here ut opens for the candidate, and 1 - ut keeps the "
            "old state. Keras has it the other way round, and so have some papers.",
            swap=(_STATE, "(1 - ut) * cct + ut * a_prev"),
        ),
        Mistake(
            "reset_missing",
            "The reset gate is never used: the candidate sees all of a_prev. It has to see rt * "
            "a_prev.",
            swap=("[rt * a_prev, xt]", "[a_prev, xt]"),
            hides_from="zero start",
        ),
        Mistake(
            "reset_after_product",
            "rt multiplies the product with the old state. In this form it multiplies a_prev "
            "itself, before the product; exercise 3 is the other form.",
            swap=(
                _CANDIDATE,
                'rt * (parameters["Wc"][:, : len(a_prev)] @ a_prev) + '
                'parameters["Wc"][:, len(a_prev) :] @ xt + parameters["bc"]',
            ),
            hides_from="one unit",
        ),
        Mistake(
            "reset_inverted",
            "The candidate sees (1 - rt) * a_prev. An open reset gate, near 1, lets the old state "
            "in: use rt itself.",
            swap=("[rt * a_prev, xt]", "[(1 - rt) * a_prev, xt]"),
            hides_from="zero start",
        ),
        Mistake(
            "reset_by_update",
            "The candidate sees ut * a_prev. Two gates have two tasks: rt says what the candidate "
            "may see, ut how much of it is taken.",
            swap=("[rt * a_prev, xt]", "[ut * a_prev, xt]"),
            hides_from="zero start",
        ),
        Mistake(
            "update_by_reset",
            "The new state is mixed by rt. Two gates have two tasks: ut mixes, rt says what the "
            "candidate may see.",
            swap=(_STATE, "rt * cct + (1 - rt) * a_prev"),
        ),
        Mistake(
            "gates_exchanged",
            "The two gates are exchanged: rt mixes and ut resets. Wu and bu belong to the gate "
            "that mixes the candidate with the old state.",
            swap=(
                ("[rt * a_prev, xt]", "[ut * a_prev, xt]"),
                (_STATE, "rt * cct + (1 - rt) * a_prev"),
            ),
        ),
        Mistake(
            "old_state_reset",
            "The part that is kept is reset as well, (1 - ut) * rt * a_prev. rt belongs inside the "
            "candidate alone; what is kept passes as it is.",
            swap=("(1 - ut) * a_prev", "(1 - ut) * rt * a_prev"),
            hides_from="zero start",
        ),
        Mistake(
            "old_state_missing",
            "Nothing of the old state is kept: the new state is ut times the candidate alone. Add "
            "(1 - ut) times a_prev.",
            swap=(_STATE, "ut * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "candidate_unweighted",
            "The candidate is added as a whole. It counts by ut, so that the two shares add up to "
            "1.",
            swap=("ut * cct +", "cct +"),
        ),
        Mistake(
            "candidate_without_tanh",
            "The tanh around the candidate is missing, so states can grow beyond 1.",
            swap=without("np.tanh"),
        ),
        Mistake(
            "candidate_sigmoid",
            "The candidate goes through a sigmoid and is never negative. Gates take a sigmoid; the "
            "candidate takes tanh.",
            swap=instead("np.tanh", SIGMOID),
        ),
        Mistake(
            "gates_without_sigmoid",
            "Both gates are left without their sigmoid. A gate is a share between 0 and 1.",
            swap=((_UPDATE, _UPDATE[len("sigmoid") :]), (_RESET, _RESET[len("sigmoid") :])),
        ),
        Mistake(
            "gates_tanh",
            "Both gates go through tanh, which lets them be negative. A gate is a share between 0 "
            "and 1: use the sigmoid.",
            swap=((_UPDATE, "np.tanh" + _UPDATE[7:]), (_RESET, "np.tanh" + _RESET[7:])),
        ),
        Mistake(
            "tanh_around_state",
            "One tanh too many: it stands around the new state. The old state has to pass "
            "untouched; the only tanh is that of the candidate.",
            swap=(_STATE, f"np.tanh({_STATE})"),
        ),
        Mistake(
            "softmax_missing",
            "The softmax is missing: yt_pred holds scores, not probabilities.",
            swap=without("softmax"),
        ),
        Mistake(
            "output_of_a_prev",
            "yt_pred is computed from a_prev: the output must see the new state, otherwise it lags "
            "one step behind the input.",
            swap=taken("a_prev", for_="a_next", into="yt_pred"),
        ),
        Mistake(
            "cache_states_swapped",
            "The cache has a_prev before a_next. The docstring gives the order in which the way "
            "back unpacks it.",
            swap=(_CACHE, _CACHE.replace("a_next, a_prev", "a_prev, a_next")),
        ),
        Mistake(
            "cache_gates_swapped",
            "The cache has rt before ut. The docstring gives the order in which the way back "
            "unpacks it.",
            swap=(_CACHE, _CACHE.replace("ut, rt", "rt, ut")),
        ),
        Mistake(
            "results_swapped",
            "The state and the prediction come back in the wrong order: first the state, then the "
            "prediction, then the cache.",
            swap=("return a_next, yt_pred, cache", "return yt_pred, a_next, cache"),
        ),
        *RARER,
        *GRU_CELL_FORWARD,
    ),
)
