"""One step of a GRU back: what `gru_cell_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles, rungs
from .rarer.gru_cell_backward import RARER
from .rarer.kinds_backward import GRU_CELL_BACKWARD
from .shared import GRADIENTS

_DC = "dcct_inside = da_next * ut * (1 - cct**2)"
_DU = "dut_inside = da_next * (cct - a_prev) * ut * (1 - ut)"
_DR = "drt_inside = dreset[:n_a] * a_prev * rt * (1 - rt)"
_JOINED = 'djoined = parameters["Wu"].T @ dut_inside + parameters["Wr"].T @ drt_inside'
_DA = '"da_prev": da_next * (1 - ut) + djoined[:n_a] + dreset[:n_a] * rt'
_DX = '"dxt": djoined[n_a:] + dreset[n_a:]'

gru_cell_backward = Exercise(
    title="One step of a GRU back",
    cases=cases.gru_cell_backward_cases,
    returns={"dxt": "n_x m", "da_prev": "n_a m", **GRADIENTS},
    as_dict=True,
    oracle=Oracle(twin=oracles.gru_cell_backward, scalars=oracles.through_cell),
    rungs=rungs.CELL_RUNGS,
    hints=(
        "a_next = ut * cct + (1 - ut) * a_prev has three factors that depend on something. What "
        "does each of them hear?",
        "From the new state to the candidate and the update gate, each with the slope of its "
        "function; from the candidate through Wc to the reset state, whose upper rows split into "
        "rt and a_prev; from both gates through Wu and Wr to [a_prev; xt]. Four roads lead to "
        "a_prev.",
        "dcct_inside = da_next * ut * (1 - cct**2); dut_inside = da_next * (cct - a_prev) * ut * "
        "(1 - ut); dreset = Wc.T @ dcct_inside; drt_inside = dreset[:n_a] * a_prev * rt * (1 - "
        "rt). a_prev hears da_next * (1 - ut), dreset[:n_a] * rt, and the upper rows of Wu.T @ "
        "dut_inside and Wr.T @ drt_inside.",
    ),
    after_success="Look at the first of the four roads: da_next * (1 - ut) passes no weight and no "
    "tanh. Where the gate stays shut, a gradient goes back a hundred steps unchanged. Also right: "
    "stack both gates and their gradients and use one product, or keep the halves of each W apart "
    "and join the gradients at the end.",
    mistakes=(
        Mistake(
            "update_hears_candidate_only",
            "The update gate hears of the candidate alone. It also takes away from a_prev: the "
            "derivative of ut * cct + (1 - ut) * a_prev by ut is cct - a_prev.",
            swap=(_DU, _DU.replace("(cct - a_prev)", "cct")),
            hides_from="zero start",
        ),
        Mistake(
            "update_sign",
            "The update gate hears a_prev - cct. The derivative of ut * cct + (1 - ut) * a_prev by "
            "ut is cct - a_prev.",
            swap=(_DU, _DU.replace("cct - a_prev", "a_prev - cct")),
        ),
        Mistake(
            "update_slope_missing",
            "The slope of the sigmoid is missing at the update gate: multiply by ut * (1 - ut) "
            "before going on to Wu.",
            swap=(_DU, _DU.replace(" * ut * (1 - ut)", "")),
        ),
        Mistake(
            "reset_slope_missing",
            "The slope of the sigmoid is missing at the reset gate: multiply by rt * (1 - rt) "
            "before going on to Wr.",
            swap=(_DR, _DR.replace(" * rt * (1 - rt)", "")),
        ),
        Mistake(
            "gate_slopes_missing",
            "The slopes of both sigmoids are missing: each gate's gradient is multiplied by the "
            "gate times 1 minus the gate before it reaches any weight.",
            swap=(
                (_DU, _DU.replace(" * ut * (1 - ut)", "")),
                (_DR, _DR.replace(" * rt * (1 - rt)", "")),
            ),
        ),
        Mistake(
            "gate_slopes_of_tanh",
            "Both gates have the slope of tanh, 1 - u squared. A sigmoid's slope is the gate times "
            "1 minus the gate.",
            swap=(
                (_DU, _DU.replace("ut * (1 - ut)", "(1 - ut**2)")),
                (_DR, _DR.replace("rt * (1 - rt)", "(1 - rt**2)")),
            ),
        ),
        Mistake(
            "tanh_slope_missing",
            "The slope of tanh is missing at the candidate: multiply by 1 - cct squared before "
            "going on to Wc.",
            swap=(_DC, _DC.replace(" * (1 - cct**2)", "")),
        ),
        Mistake(
            "candidate_not_weighted",
            "The candidate hears all of da_next. It entered the state multiplied by ut, and so "
            "does its gradient.",
            swap=(_DC, _DC.replace("da_next * ut *", "da_next *")),
        ),
        Mistake(
            "candidate_by_kept",
            "The candidate hears da_next by 1 - ut. It entered the state multiplied by ut.",
            swap=(_DC, _DC.replace("da_next * ut *", "da_next * (1 - ut) *")),
        ),
        Mistake(
            "dwc_of_joined",
            "dWc is built from [a_prev; xt]. Wc was multiplied by [rt * a_prev; xt], so that is "
            "what its gradient needs.",
            swap=("dcct_inside @ reset.T", "dcct_inside @ joined.T"),
            hides_from="zero start",
        ),
        Mistake(
            "gates_of_reset",
            "dWu and dWr are built from [rt * a_prev; xt]. Both gates saw all of a_prev.",
            swap=(
                ("dut_inside @ joined.T", "dut_inside @ reset.T"),
                ("drt_inside @ joined.T", "drt_inside @ reset.T"),
            ),
            hides_from="zero start",
        ),
        Mistake(
            "direct_road_missing",
            "da_prev lacks the road that passes no gate's weights: a_prev entered the state "
            "multiplied by 1 - ut, and hears da_next * (1 - ut).",
            swap=(_DA, _DA.replace("da_next * (1 - ut) + ", "")),
        ),
        Mistake(
            "direct_road_by_update",
            "a_prev hears da_next * ut directly. It entered the state multiplied by 1 - ut.",
            swap=(_DA, _DA.replace("(1 - ut)", "ut")),
        ),
        Mistake(
            "direct_road_whole",
            "a_prev hears all of da_next directly. It entered the state multiplied by 1 - ut, and "
            "so does its gradient.",
            swap=(_DA, _DA.replace(" * (1 - ut)", "")),
        ),
        Mistake(
            "candidate_road_missing",
            "da_prev lacks the road through the candidate: the upper rows of Wc.T @ dcct_inside, "
            "times rt.",
            swap=(_DA, _DA.replace(" + dreset[:n_a] * rt", "")),
        ),
        Mistake(
            "candidate_road_not_reset",
            "On the road through the candidate a_prev was multiplied by rt, and so is its "
            "gradient.",
            swap=(_DA, _DA.replace("dreset[:n_a] * rt", "dreset[:n_a]")),
        ),
        Mistake(
            "gate_roads_missing",
            "da_prev lacks the roads through both gates: the upper rows of Wu.T and Wr.T times the "
            "gates' gradients. The gates saw a_prev, too.",
            swap=(_DA, _DA.replace(" + djoined[:n_a]", "")),
        ),
        Mistake(
            "reset_road_missing",
            "What the reset gate hears is not sent on to a_prev and xt: Wr.T @ drt_inside is "
            "missing.",
            swap=(_JOINED, _JOINED.replace(' + parameters["Wr"].T @ drt_inside', "")),
            hides_from="zero start",
        ),
        Mistake(
            "update_road_missing",
            "What the update gate hears is not sent on to a_prev and xt: Wu.T @ dut_inside is "
            "missing.",
            swap=(_JOINED, _JOINED.replace('parameters["Wu"].T @ dut_inside + ', "")),
        ),
        Mistake(
            "reset_hears_all",
            "The reset gate's gradient lacks a_prev: rt was multiplied by a_prev, so what arrives "
            "there is multiplied by a_prev.",
            swap=(_DR, _DR.replace(" * a_prev", "")),
        ),
        Mistake(
            "reset_times_reset_state",
            "The reset gate's gradient is multiplied by rt * a_prev. The derivative of rt * a_prev "
            "by rt is a_prev alone.",
            swap=(_DR, _DR.replace("* a_prev", "* rt * a_prev")),
            hides_from="zero start",
        ),
        Mistake(
            "dxt_of_gates_only",
            "dxt lacks what comes through the candidate: the lower rows of Wc.T @ dcct_inside. The "
            "input enters all three products.",
            swap=(_DX, _DX.replace(" + dreset[n_a:]", "")),
        ),
        Mistake(
            "dxt_of_candidate_only",
            "dxt lacks what comes through the gates: the lower rows of Wu.T and Wr.T times their "
            "gradients. The input enters all three products.",
            swap=(_DX, _DX.replace("djoined[n_a:] + ", "")),
        ),
        Mistake(
            "gate_weights_exchanged",
            "dWu and dWr are exchanged, and their biases with them.",
            swap=(
                ('"dWu"', '"DWR"'),
                ('"dWr"', '"dWu"'),
                ('"DWR"', '"dWr"'),
                ('"dbu"', '"DBR"'),
                ('"dbr"', '"dbu"'),
                ('"DBR"', '"dbr"'),
            ),
        ),
        Mistake(
            "da_next_overwritten",
            "da_next is multiplied in place, which changes the array of the caller. Make a new "
            "array.",
            swap=(
                (_DC, "da_next *= ut\n    dcct_inside = da_next * (1 - cct**2)"),
                (_DU, _DU.replace("da_next", "da_next / ut")),
                (_DA, _DA.replace("da_next", "da_next / ut")),
            ),
        ),
        *RARER,
        *GRU_CELL_BACKWARD,
    ),
)
