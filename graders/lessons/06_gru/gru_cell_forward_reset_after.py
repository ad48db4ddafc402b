"""The other GRU: what `gru_cell_forward_reset_after` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import SIGMOID, instead, missing, without

from . import cases, oracles
from .rarer.kinds_forward import GRU_CELL_FORWARD_RESET_AFTER

_STATE = "ut * cct + (1 - ut) * a_prev"
_REMEMBERED = 'parameters["Wca"] @ a_prev + parameters["bca"]'
_READ = 'parameters["Wcx"] @ xt + parameters["bcx"] + rt * remembered'
_UPDATE = 'sigmoid(parameters["Wu"] @ joined + parameters["bu"])'
_RESET = 'sigmoid(parameters["Wr"] @ joined + parameters["br"])'

gru_cell_forward_reset_after = Exercise(
    title="The GRU that resets after the product",
    cases=cases.gru_cell_forward_reset_after_cases,
    returns={"a_next": "n_a m"},
    oracle=Oracle(twin=oracles.gru_cell_forward_reset_after),
    hints=(
        "Which of the two biases of the candidate does the reset gate silence, and which not?",
        "The gates are those of exercise 1. For the candidate multiply a_prev by Wca and add bca "
        "first; then let rt through, and add what the input says.",
        "remembered = Wca @ a_prev + bca; candidate = tanh(Wcx @ xt + bcx + rt * remembered); then "
        "mix as before with ut and 1 - ut.",
    ),
    after_success="Now all three products with a_prev can be one product of a matrix of 3 n_a "
    "rows, which is why fast libraries prefer this form: Keras takes it unless told otherwise, and "
    "with it a second bias. Also right: stack Wca under the gates' weights and split the product.",
    mistakes=(
        Mistake(
            "reset_before",
            "rt multiplies a_prev before the product, which is the form of exercise 1. Here it "
            "multiplies the product, bias included.",
            swap=(
                (_REMEMBERED, 'parameters["Wca"] @ (rt * a_prev) + parameters["bca"]'),
                ("+ rt * remembered", "+ remembered"),
            ),
        ),
        Mistake(
            "reset_before_and_after",
            "rt multiplies twice: a_prev before the product, and the product. Here it is the "
            "product alone.",
            swap=('@ a_prev + parameters["bca"]', '@ (rt * a_prev) + parameters["bca"]'),
            hides_from="zero start",
        ),
        Mistake(
            "bca_outside",
            "bca is added beside the reset product and is never silenced. It belongs inside, where "
            "rt multiplies it.",
            swap=(
                (_REMEMBERED, 'parameters["Wca"] @ a_prev'),
                ("+ rt * remembered", '+ rt * remembered + parameters["bca"]'),
            ),
            hides_from="zero bias",
        ),
        Mistake(
            "all_reset",
            "rt multiplies everything inside the tanh, the input's share and its bias as well. It "
            "silences what is remembered alone.",
            swap=(_READ, 'rt * (parameters["Wcx"] @ xt + parameters["bcx"] + remembered)'),
        ),
        Mistake(
            "bcx_reset",
            "rt silences bcx as well. Only Wca @ a_prev + bca is multiplied by it.",
            swap=(
                ('parameters["Wcx"] @ xt + parameters["bcx"] +', 'parameters["Wcx"] @ xt +'),
                (_REMEMBERED, _REMEMBERED + ' + parameters["bcx"]'),
            ),
            hides_from="zero bias",
        ),
        Mistake(
            "input_reset",
            "rt stands at the input's share. It is the remembered share, Wca @ a_prev + bca, that "
            "it silences.",
            swap=(_READ, 'rt * (parameters["Wcx"] @ xt + parameters["bcx"]) + remembered'),
        ),
        Mistake(
            "biases_exchanged",
            "bcx and bca are exchanged. bca stands beside Wca, inside what rt multiplies.",
            swap=(
                ('parameters["bca"]', 'parameters["BCX"]'),
                ('parameters["bcx"]', 'parameters["bca"]'),
                ("BCX", "bcx"),
            ),
            hides_from="zero bias",
        ),
        Mistake(
            "reset_missing",
            "The reset gate is never used. It multiplies Wca @ a_prev + bca.",
            swap=("+ rt * remembered", "+ remembered"),
        ),
        Mistake(
            "reset_inverted",
            "What is remembered is multiplied by 1 - rt. An open reset gate, near 1, lets it in: "
            "use rt itself.",
            swap=("+ rt * remembered", "+ (1 - rt) * remembered"),
        ),
        Mistake(
            "reset_by_update",
            "ut stands where rt belongs: rt says what the candidate may see, ut how much of it is "
            "taken.",
            swap=("+ rt * remembered", "+ ut * remembered"),
        ),
        Mistake(
            "update_inverted",
            "ut and 1 - ut are exchanged: here ut opens for the candidate, and 1 - ut keeps the "
            "old state. Keras has it the other way round.",
            swap=(_STATE, "(1 - ut) * cct + ut * a_prev"),
        ),
        Mistake(
            "update_by_reset",
            "The new state is mixed by rt. It is ut that mixes.",
            swap=(_STATE, "rt * cct + (1 - rt) * a_prev"),
        ),
        Mistake(
            "gates_exchanged",
            "The two gates are exchanged: rt mixes and ut resets.",
            swap=(
                ("+ rt * remembered", "+ ut * remembered"),
                (_STATE, "rt * cct + (1 - rt) * a_prev"),
            ),
        ),
        Mistake(
            "old_state_missing",
            "Nothing of the old state is kept: add (1 - ut) times a_prev.",
            swap=(_STATE, "ut * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "bca_missing",
            "The bias bca is missing: it stands beside Wca @ a_prev.",
            swap=missing('parameters["bca"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "bcx_missing",
            "The bias bcx is missing: it stands beside Wcx @ xt.",
            swap=missing('parameters["bcx"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "wca_transposed",
            "Wca is transposed. It is square, so the shapes fit either way; row i holds the "
            "weights that lead into unit i.",
            swap=(_REMEMBERED, 'parameters["Wca"].T @ a_prev + parameters["bca"]'),
            hides_from="one unit",
        ),
        Mistake(
            "candidate_without_tanh",
            "The tanh around the candidate is missing.",
            swap=without("np.tanh"),
        ),
        Mistake(
            "candidate_sigmoid",
            "The candidate goes through a sigmoid and is never negative. Gates take a sigmoid; the "
            "candidate takes tanh.",
            swap=instead("np.tanh", SIGMOID),
        ),
        Mistake(
            "stacked_upside_down",
            "xt is stacked over a_prev for the gates. The first n_a columns of Wu and Wr belong to "
            "the old state.",
            swap=("np.concatenate([a_prev, xt])", "np.concatenate([xt, a_prev])"),
        ),
        Mistake(
            "gates_without_sigmoid",
            "Both gates are left without their sigmoid. A gate is a share between 0 and 1.",
            swap=((_UPDATE, _UPDATE[len("sigmoid") :]), (_RESET, _RESET[len("sigmoid") :])),
        ),
        Mistake(
            "a_prev_overwritten",
            "a_prev is changed in place, which changes the array of the caller. Make a new array.",
            swap=(f"return {_STATE}", "a_prev *= 1 - ut\n    return ut * cct + a_prev"),
        ),
        *GRU_CELL_FORWARD_RESET_AFTER,
    ),
)
