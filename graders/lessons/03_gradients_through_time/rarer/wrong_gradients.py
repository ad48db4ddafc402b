"""Rarer mistakes in `wrong_gradients`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_TEST = "np.shape(claim) != value.shape or not np.all(np.isfinite(claim))"
_FINITE = "not np.all(np.isfinite(claim))"
_ERROR = "relative_error(claim, true) > tolerance"
_CHECK = f"if {_TEST}:\n            wrong.append(name)\n            continue"
_BACK = "return sorted(wrong)"
_WITNESS = "numerical_gradient(lambda v, name=name: loss(name, v), value)"


def _without(*names: str) -> tuple[str, str]:
    """Return the patch that leaves names out of what comes back."""
    return (_BACK, f"return [n for n in sorted(wrong) if n not in {names!r}]")


def _tried(*order: str) -> tuple[str, str]:
    """Return the patch that leaves the names as they were tried, in another order."""
    return (_BACK, f"return sorted(wrong, key={list(order)!r}.index)")


RARER = rare(
    Mistake(
        "sorted_backwards",
        "The names are sorted from the last to the first. sorted() without reverse gives the order "
        "that was asked for.",
        swap=(_BACK, "return sorted(wrong, reverse=True)"),
    ),
    Mistake(
        "weights_tried_first",
        "The names stand in the order in which they were tried, those of the weights first and dx "
        "before da0. Sort the list before you return it.",
        swap=_tried("dWax", "dWaa", "dba", "dx", "da0"),
    ),
    Mistake(
        "weights_tried_first_start_before_input",
        "The names stand in the order in which they were tried, those of the weights first and da0 "
        "before dx. Sort the list before you return it.",
        swap=_tried("dWax", "dWaa", "dba", "da0", "dx"),
    ),
    Mistake(
        "start_tried_last",
        "The names stand in the order in which they were tried, dx first and da0 last. Sort the "
        "list before you return it.",
        swap=_tried("dx", "dWax", "dWaa", "dba", "da0"),
    ),
    Mistake(
        "start_tried_first",
        "The names stand in the order in which they were tried, da0 first. Sort the list before "
        "you return it.",
        swap=_tried("da0", "dx", "dWax", "dWaa", "dba"),
    ),
    Mistake(
        "last_wrong_only",
        "Only the last wrong name comes back: the list is made anew, or overwritten, for each. "
        "Make it once, before the loop, and append.",
        swap=(_BACK, "return wrong[-1:]"),
    ),
    Mistake(
        "first_of_sorted_only",
        "Only the first name of the sorted list comes back. Return all of it.",
        swap=(_BACK, "return sorted(wrong)[:1]"),
    ),
    Mistake(
        "dx_only",
        "Only dx is examined: the return stands inside the loop, or the loop is missing. There "
        "are five names.",
        swap=_without("da0", "dWaa", "dWax", "dba"),
    ),
    Mistake(
        "dwax_only",
        "Only dWax is examined: the return stands inside the loop, or the loop is missing. There "
        "are five names.",
        swap=_without("da0", "dWaa", "dx", "dba"),
    ),
    Mistake(
        "dba_forgotten",
        "dba is never examined. There are five names: the bias has a gradient as well.",
        swap=_without("dba"),
    ),
    Mistake(
        "dwax_forgotten",
        "dWax is never examined. There are five names.",
        swap=_without("dWax"),
    ),
    Mistake(
        "dwaa_forgotten",
        "dWaa is never examined. There are five names.",
        swap=_without("dWaa"),
    ),
    Mistake(
        "matrices_only",
        "Only dWax and dWaa are examined. There are five names: input, start and bias have "
        "gradients as well.",
        swap=_without("dx", "da0", "dba"),
    ),
    Mistake(
        "weights_forgotten",
        "Only dx and da0 are examined. There are five names: the parameters have gradients as "
        "well.",
        swap=_without("dWaa", "dWax", "dba"),
    ),
    Mistake(
        "bias_and_start_forgotten",
        "da0 and dba are never examined. There are five names: the start and the bias have "
        "gradients as well.",
        swap=_without("da0", "dba"),
    ),
    Mistake(
        "input_and_bias_forgotten",
        "dx and dba are never examined. There are five names: the input and the bias have "
        "gradients as well.",
        swap=_without("dx", "dba"),
    ),
    Mistake(
        "nothing_listed",
        "The list stays empty whatever is wrong: either nothing is ever appended, or the gradient "
        "is compared with itself. Print the errors.",
        swap=(_BACK, "return []"),
    ),
    Mistake(
        "tolerance_too_wide",
        "Errors of one in a thousand pass, as a wider tolerance than the one handed over is used. "
        "Compare with `tolerance`.",
        swap=(_ERROR, "relative_error(claim, true) > max(tolerance, 0.01)"),
    ),
    Mistake(
        "hunt_ends_at_odd_claim",
        "The hunt ends at the first claim that is missing, misshapen or not finite. Append its "
        "name and go on with the next: continue, not break.",
        swap=("continue", "break"),
    ),
    Mistake(
        "odd_claims_end_everything",
        "A claim that is missing, misshapen or not finite makes everything wrong: all five names "
        "come back. Each name is judged by itself.",
        swap=(_CHECK, f"if {_TEST}:\n            return sorted(values)"),
    ),
    Mistake(
        "nothing_finite_asked",
        "A claim is caught only where none of its values is finite. One nan is enough: not "
        "np.all(np.isfinite(claim)).",
        swap=(_FINITE, "not np.any(np.isfinite(claim))"),
    ),
    Mistake(
        "infinity_let_through",
        "nan is caught, and infinity is not: inf / inf is nan, and nan > tolerance is False. "
        "np.isfinite asks for both.",
        swap=(_FINITE, "np.any(np.isnan(claim))"),
    ),
    Mistake(
        "only_infinity_caught",
        "Infinity is caught, and nan is not: nan > tolerance is False. np.isfinite asks for both.",
        swap=(_FINITE, "np.any(np.isinf(claim))"),
    ),
    Mistake(
        "odd_claims_let_through",
        "Nothing but values is looked at: what is missing or misshapen is passed over or laid in a "
        "row, and nan > tolerance is False. All of that is wrong, too: append the name, then go "
        "on.",
        swap=(_CHECK, f"if {_TEST}:\n            continue"),
    ),
    Mistake(
        "missing_and_nan_let_through",
        "Missing names are passed over, and so are claims that hold nan or infinity. Both are "
        "wrong, too: append the name.",
        swap=(
            _CHECK,
            "if claim is None:\n            continue\n        if np.shape(claim) != value.shape:\n"
            "            wrong.append(name)\n            continue",
        ),
    ),
    Mistake(
        "missing_and_shape_let_through",
        "Missing names are passed over, and claims of another shape are laid in a row. Both are "
        "wrong, too: append the name.",
        swap=(
            (
                _CHECK,
                f"if claim is None:\n            continue\n        if {_FINITE}:\n"
                "            wrong.append(name)\n            continue",
            ),
            (_ERROR, "relative_error(np.ravel(claim), np.ravel(true)) > tolerance"),
        ),
    ),
    Mistake(
        "nan_and_shape_let_through",
        "Only missing names are caught. Claims of another shape are laid in a row, and nan > "
        "tolerance is False: ask for the shape and for finite values first.",
        swap=(
            (_TEST, "claim is None"),
            (_ERROR, "relative_error(np.ravel(claim), np.ravel(true)) > tolerance"),
        ),
    ),
    Mistake(
        "axes_of_length_one_ignored",
        "Axes of length 1 are ignored when shapes are compared, so (1, n, n) passes for (n, n) and "
        "(n,) for (n, 1). Compare the shapes as they are.",
        swap=(
            (
                _TEST,
                f"claim is None or np.squeeze(claim).shape != np.squeeze(value).shape or {_FINITE}",
            ),
            (_ERROR, "relative_error(np.reshape(claim, value.shape), true) > tolerance"),
        ),
    ),
    Mistake(
        "absolute_without_checks",
        "The size of the difference is compared with the tolerance, and nan > tolerance is False. "
        "Use relative_error, after you have asked whether all values are finite.",
        swap=(
            (_TEST, "np.shape(claim) != value.shape"),
            (_ERROR, "np.linalg.norm(claim - true) > tolerance"),
        ),
    ),
    Mistake(
        "step_too_long",
        "The numerical gradient takes too long a step to be compared with so small a tolerance. "
        "Leave epsilon as it is, 1e-5.",
        swap=(_WITNESS, f"{_WITNESS[:-1]}, 0.05)"),
    ),
    Mistake(
        "nothing_returned_where_all_is_well",
        "Where nothing is wrong None comes back. Return the list in any case: it is empty then.",
        swap=(_BACK, "return sorted(wrong) if wrong else None"),
    ),
    Mistake(
        "tuple_returned",
        "The names come back in a tuple. Asked for is a list.",
        swap=(_BACK, "return tuple(sorted(wrong))"),
    ),
    Mistake(
        "set_returned",
        "The names come back in a set, which has no order. Return sorted(names), a list.",
        swap=(_BACK, "return set(wrong)"),
    ),
    Mistake(
        "text_returned",
        "The names come back as one text. Asked for is a list of them.",
        swap=(_BACK, 'return ", ".join(sorted(wrong))'),
    ),
    Mistake(
        "count_returned",
        "The number of wrong names comes back. Asked for are the names, in a sorted list.",
        swap=(_BACK, "return len(wrong)"),
    ),
    Mistake(
        "truth_returned",
        "True or False comes back. Asked for are the names of the wrong gradients, in a sorted "
        "list.",
        swap=(_BACK, "return not wrong"),
    ),
    Mistake(
        "truth_of_wrong_returned",
        "True or False comes back, whether something is wrong. Asked for are the names of the "
        "wrong gradients, in a sorted list.",
        swap=(_BACK, "return bool(wrong)"),
    ),
    Mistake(
        "right_ones_in_order_of_trial",
        "The list holds the names that agree, in the order in which they were tried. It should "
        "hold those that do not, sorted.",
        swap=(_BACK, "return [name for name in values if name not in wrong]"),
    ),
    Mistake(
        "right_ones_sorted",
        "The list holds the names that agree. It should hold those that do not, also those that "
        "are missing, misshapen or not finite.",
        swap=(_BACK, "return sorted(set(values) - set(wrong))"),
    ),
)
