"""Two stretches in one: what `combine` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle, TupleOf

from . import cases, oracles
from .rarer.kinds_scan import COMBINE
from .shared import PAIRS

_RETURN = "return decay_left * decay_right, decay_right * value_left + value_right"
_DECAY = "decay_left * decay_right"
_VALUE = "decay_right * value_left + value_right"


def _returning(decay: str, value: str) -> tuple[str, str]:
    return _RETURN, f"return {decay}, {value}"


combine = Exercise(
    title="Two stretches in one",
    cases=cases.combine_cases,
    returns={"pair": TupleOf(decay="n_a m", value="n_a m")},
    visible=PAIRS[0],
    hidden=PAIRS[1],
    oracle=Oracle(twin=oracles.combine),
    hints=(
        "Put the result of the earlier stretch into the later one: what stands before h_prev then?",
        "The later stretch makes decay * h + value of what the earlier one left behind, and that "
        "is decay * h_prev + value with the earlier pair. Multiply out, and collect what "
        "multiplies h_prev.",
        "h = d2 * (d1 * h_prev + v1) + v2 = (d1 d2) h_prev + (d2 v1 + v2). The bracket is the "
        "pair.",
    ),
    after_success="Any number of steps, put together, is again one pair: that is why stretches may "
    "be prepared in any order, by many hands. The order of the two still matters, as it does for "
    "matrices: this is the product of two matrices with the rows (d, v) and (0, 1), and "
    "multiplying those is another right way.",
    mistakes=(
        Mistake(
            "order_exchanged",
            "The later stretch acts first. The earlier value passes through the later decay: it is "
            "decay_right that multiplies value_left.",
            swap=_returning(_DECAY, "decay_left * value_right + value_left"),
        ),
        Mistake(
            "value_by_own_decay",
            "The earlier value is multiplied by its own decay. That one has acted before the value "
            "was added; what comes afterwards is the later decay.",
            swap=_returning(_DECAY, "decay_left * value_left + value_right"),
        ),
        Mistake(
            "later_value_decayed",
            "The later value is multiplied as well. It is added last, and nothing of these two "
            "stretches acts on it.",
            swap=_returning(_DECAY, "decay_right * (value_left + value_right)"),
        ),
        Mistake(
            "later_value_by_left",
            "The later value is multiplied by the earlier decay, which is over by then.",
            swap=_returning(_DECAY, "decay_right * value_left + decay_left * value_right"),
        ),
        Mistake(
            "values_added",
            "The two values are only added. The earlier one has to pass the later decay first.",
            swap=_returning(_DECAY, "value_left + value_right"),
        ),
        Mistake(
            "value_by_both",
            "The earlier value is multiplied by both decays. It was added after the earlier one.",
            swap=_returning(_DECAY, "decay_left * decay_right * value_left + value_right"),
        ),
        Mistake(
            "earlier_value_lost",
            "The earlier value is lost. It passes through the later decay and stays.",
            swap=_returning(_DECAY, "value_right"),
        ),
        Mistake(
            "later_value_lost",
            "The later value is lost: it is added at the end.",
            swap=_returning(_DECAY, "decay_right * value_left"),
        ),
        Mistake(
            "values_multiplied",
            "The two values are multiplied. Values are added, decays multiplied.",
            swap=_returning(_DECAY, "value_left * value_right"),
        ),
        Mistake(
            "decays_added",
            "The decays are added. h_prev is multiplied by one and then by the other, so they "
            "multiply.",
            swap=_returning("decay_left + decay_right", _VALUE),
        ),
        Mistake(
            "later_decay_only",
            "The decay is that of the later stretch alone. h_prev passes through both.",
            swap=_returning("decay_right", _VALUE),
        ),
        Mistake(
            "earlier_decay_only",
            "The decay is that of the earlier stretch alone. h_prev passes through both.",
            swap=_returning("decay_left", _VALUE),
        ),
        Mistake(
            "pair_exchanged",
            "The pair comes back as (value, decay). The decay stands first.",
            swap=_returning(_VALUE, _DECAY),
        ),
        Mistake(
            "one_minus_decay",
            "The earlier value is multiplied by 1 - decay_right. A decay is what is kept, so it "
            "multiplies as it is.",
            swap=_returning(_DECAY, "(1 - decay_right) * value_left + value_right"),
        ),
        Mistake(
            "matrix_product",
            "The decays are multiplied as matrices. Every unit of every example has a recurrence "
            "of its own: multiply entry by entry.",
            swap=_returning("decay_left @ decay_right.T", _VALUE),
        ),
        Mistake(
            "one_decay_for_all",
            "All examples take the decay of the first one. Each example has a gate, and so a "
            "decay, of its own.",
            swap=_returning(_DECAY, "decay_right[:, :1] * value_left + value_right"),
            hides_from="one example",
        ),
        Mistake(
            "value_only",
            "Only the value comes back. The next one who combines needs the decay, too.",
            swap=(_RETURN, f"return {_VALUE}"),
        ),
        Mistake(
            "left_overwritten",
            "The earlier value is changed in place, which changes the array of the caller.",
            swap=(
                _RETURN,
                "value_left *= decay_right\n    value_left += value_right\n"
                "    return decay_left * decay_right, value_left",
            ),
        ),
        *COMBINE,
    ),
)
