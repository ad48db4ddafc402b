"""The bug hunt: what `wrong_gradients` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.wrong_gradients import RARER
from .shared import HUNTED

_TEST = "np.shape(claim) != value.shape or not np.all(np.isfinite(claim))"
_COMPARED = "if relative_error(claim, true) > tolerance:"
_LOSS = 'float(np.sum(rnn_forward(moved["dx"], moved["da0"], weights)[0] * da))'

wrong_gradients = Exercise(
    title="The bug hunt",
    cases=cases.wrong_gradients_cases,
    returns={"wrong": Exactly("a sorted list of names")},
    builds_on=("relative_error", "numerical_gradient"),
    visible=HUNTED[0],
    hidden=HUNTED[1],
    oracle=Oracle(twin=oracles.wrong_gradients),
    hints=(
        "What is a function of one array here? To differentiate by Wax, everything but Wax has to "
        "stay as it is.",
        "For each of the five names: write a function of the moved array that runs rnn_forward "
        "with it in its place and returns sum(a * da); differentiate that; compare. Before you "
        "compare, look whether the claim is there, has the right shape and is finite.",
        "claimed = backward(da, rnn_forward(x, a0, parameters)[2]). For Wax: "
        "numerical_gradient(lambda W: np.sum(rnn_forward(x, a0, {**parameters, 'Wax': W})[0] * "
        "da), "
        "parameters['Wax']). Append the name where relative_error is above the tolerance.",
    ),
    after_success="You own a tool that finds faults in code which you have not read. Two other "
    "right ways: five small lambdas in a dict, a name each, or the complex step, imag(f(x + ih)) / "
    "h, which needs no difference and is exact to the last digit wherever f allows complex "
    "numbers.",
    mistakes=(
        Mistake(
            "right_ones_listed",
            "The list holds the names that agree. It should hold those that do not.",
            swap=(_COMPARED, "if relative_error(claim, true) <= tolerance:"),
        ),
        Mistake(
            "not_sorted",
            "The names stand in the order in which they were tried. Sort the list before you "
            "return "
            "it; capital letters come first.",
            swap=("return sorted(wrong)", "return list(wrong)"),
            hides_from="one example",
        ),
        Mistake(
            "sorted_without_case",
            "The names are sorted as in a dictionary of words. sorted() of strings puts capital "
            "letters first, and that order was asked for.",
            swap=("return sorted(wrong)", "return sorted(wrong, key=str.lower)"),
        ),
        Mistake(
            "absolute_error",
            "The size of the difference is compared with the tolerance. Large gradients then look "
            "wrong by rounding alone: use relative_error.",
            swap=(_COMPARED, "if np.linalg.norm(claim - true) > tolerance:"),
        ),
        Mistake(
            "missing_let_through",
            "A name that is missing from the suspect's dict is passed over. Whoever returns "
            "nothing is wrong too: append it.",
            swap=(
                f"if {_TEST}:\n            wrong.append(name)\n            continue",
                f"if claim is None:\n            continue\n        if {_TEST}:\n"
                "            wrong.append(name)\n            continue",
            ),
        ),
        Mistake(
            "missing_raises",
            "A name that is missing stops the hunt with a KeyError. It counts as wrong: ask with "
            ".get(name), or whether the name is in the dict.",
            swap=("claimed.get(name)", "claimed[name]"),
        ),
        Mistake(
            "nan_let_through",
            "nan > tolerance is False, so a claim with nan in it passes. Ask first whether all "
            "values are finite.",
            swap=(_TEST, "np.shape(claim) != value.shape"),
        ),
        Mistake(
            "shape_let_through",
            "A claim with one axis too many passes, because NumPy broadcasts it. Compare the "
            "shapes "
            "before the values.",
            swap=(_TEST, "claim is None or not np.all(np.isfinite(claim))"),
        ),
        Mistake(
            "shape_laid_in_a_row",
            "A claim of another shape passes: both gradients are laid in a row or brought to one "
            "shape before they are compared, or it is passed over. Compare the shapes first, and "
            "append the name.",
            swap=(
                (_TEST, "claim is None or not np.all(np.isfinite(claim))"),
                (_COMPARED, "if relative_error(np.ravel(claim), np.ravel(true)) > tolerance:"),
            ),
        ),
        Mistake(
            "axes_counted",
            "The numbers of axes and of entries are compared, and not the shapes: (2, 3) and "
            "(3, 2) have both in common. Compare np.shape with .shape.",
            swap=(
                (
                    _TEST,
                    "claim is None or np.ndim(claim) != value.ndim or "
                    "np.size(claim) != value.size or not np.all(np.isfinite(claim))",
                ),
                (
                    _COMPARED,
                    "if relative_error(np.reshape(claim, value.shape), true) > tolerance:",
                ),
            ),
            hides_from="one example",
        ),
        Mistake(
            "da0_forgotten",
            "da0 is never examined. There are five names: the start has a gradient as well.",
            swap=("return sorted(wrong)", "return [n for n in sorted(wrong) if n != 'da0']"),
        ),
        Mistake(
            "dx_forgotten",
            "dx is never examined. There are five names: the input has a gradient as well.",
            swap=("return sorted(wrong)", "return [n for n in sorted(wrong) if n != 'dx']"),
        ),
        Mistake(
            "tolerance_ignored",
            "With a generous tolerance too much is listed: it is ignored, or the arrays are nudged "
            "by it as well. It is the largest relative error that is right, and nothing else.",
            swap=(_COMPARED, "if relative_error(claim, true) > 1e-5:"),
        ),
        Mistake(
            "first_wrong_only",
            "The hunt ends at the first wrong name. Go on: several can be wrong.",
            swap=("return sorted(wrong)", "return wrong[:1]"),
        ),
        Mistake(
            "weights_only",
            "dx and da0 are never examined. There are five names: the input and the start have "
            "gradients as well.",
            swap=("return sorted(wrong)", "return [n for n in sorted(wrong) if n[1] in 'Wb']"),
        ),
        Mistake(
            "da_not_in_loss",
            "All five look wrong, even where nothing is: another loss is differentiated than "
            "sum(a * da), as sum(a) without da, or its sign is turned. backward answers for "
            "sum(a * da): multiply before you sum.",
            swap=(_LOSS, "float(np.sum(rnn_forward(moved['dx'], moved['da0'], weights)[0]))"),
        ),
        Mistake(
            "loss_averaged",
            "All five look wrong unless each size is 1: the loss is a mean, over all entries or "
            "over the examples, or leaves out steps, or adds up before it multiplies. "
            "backward answers for sum(a * da).",
            swap=(_LOSS, _LOSS.replace("np.sum", "np.mean")),
        ),
        Mistake(
            "names_without_d",
            "The list names the arrays, Wax, and not their gradients, dWax.",
            swap=("return sorted(wrong)", "return sorted(name[1:] for name in wrong)"),
        ),
        Mistake(
            "moved_in_place",
            "The parameters themselves are moved: the dict of the caller holds other arrays "
            "afterwards. Make a new dict, {**parameters, name: moved}.",
            swap=(
                'weights = {**parameters, **{key: moved[f"d{key}"] for key in ("Wax", "Waa", '
                '"ba")}}',
                'weights = parameters\n        weights.update({key: moved[f"d{key}"] for key in '
                '("Wax", "Waa", "ba")})',
            ),
        ),
        *RARER,
    ),
)
