"""How far apart: what `relative_error` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.relative_error import RARER
from .shared import FAR_AND_NEAR

_DIFFERENCE = "np.linalg.norm(np.ravel(a - b)) / size"
_SIZE = "np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))"

relative_error = Exercise(
    title="How far apart",
    cases=cases.relative_error_cases,
    returns={"error": ""},
    visible=VISIBLE + FAR_AND_NEAR,
    hidden=HIDDEN + FAR_AND_NEAR,
    oracle=Oracle(twin=oracles.relative_error),
    hints=(
        "What should come out for two opposite arrays, and what for two arrays of zeros?",
        "Three norms: of a, of b and of their difference. np.linalg.norm of an array with two axes "
        "is Euclidean over all entries, but with three axes it raises, so lay all entries in a "
        "row.",
        "size = np.linalg.norm(a.ravel()) + np.linalg.norm(b.ravel()). Return 0.0 where size is 0, "
        "and the norm of (a - b).ravel() over size everywhere else.",
    ),
    after_success="This number decides in every gradient check from here on. Two other right ways: "
    "np.sqrt(np.sum(d**2)) works for any number of axes without ravel, and math.dist(a.flat, "
    "b.flat) measures the difference without making one.",
    mistakes=(
        Mistake(
            "not_relative",
            "This is the size of the difference alone. Divide it by the sizes of both arrays, or a "
            "large gradient always looks wrong and a tiny one always right.",
            swap=(_DIFFERENCE, "np.linalg.norm(np.ravel(a - b))"),
        ),
        Mistake(
            "only_first_norm",
            "Only the norm of a stands below the line. With both norms the order of the arrays "
            "does not matter, and the error is at most 1: add the norm of b.",
            swap=(_SIZE, "np.linalg.norm(np.ravel(a))"),
        ),
        Mistake(
            "zero_over_zero",
            "Two arrays of zeros give 0 / 0, which is nan. They are equal: ask for that case first "
            "and return 0.0.",
            swap=(" if size != 0 else 0.0", ""),
            hides_from="one example",
        ),
        Mistake(
            "zeros_far_apart",
            "Two arrays of zeros come out as 1.0, as far apart as can be. They are equal, so the "
            "error is 0.0.",
            swap=("else 0.0", "else 1.0"),
            hides_from="one example",
        ),
        Mistake(
            "one_zero_is_equal",
            "0.0 comes back as soon as one of the arrays is zero. Only where both are zero they "
            "are equal: beside anything else zeros are as far apart as can be, 1.0.",
            swap=(
                "if size != 0 else 0.0",
                "if np.any(a) and np.any(b) else 0.0",
            ),
            hides_from="one example",
        ),
        Mistake(
            "largest_entry",
            "The largest entry is taken for the size. The Euclidean norm is the root of the sum of "
            "all squares.",
            swap=(
                (_SIZE, "np.max(np.abs(a)) + np.max(np.abs(b))"),
                (_DIFFERENCE, "np.max(np.abs(a - b)) / size"),
            ),
        ),
        Mistake(
            "sum_of_sizes",
            "The sizes of the entries are added up. The Euclidean norm adds their squares and "
            "takes the root.",
            swap=(
                (_SIZE, "np.sum(np.abs(a)) + np.sum(np.abs(b))"),
                (_DIFFERENCE, "np.sum(np.abs(a - b)) / size"),
            ),
        ),
        Mistake(
            "root_missing",
            "The sums of squares are compared, without the root. Take the root of each sum: "
            "np.linalg.norm does.",
            swap=(
                (_SIZE, "np.sum(np.square(a)) + np.sum(np.square(b))"),
                (_DIFFERENCE, "np.sum(np.square(a - b)) / size"),
            ),
        ),
        Mistake(
            "norm_of_sum",
            "Below the line stands the norm of a + b, which is 0 for opposite arrays. Add the two "
            "norms instead.",
            swap=(_SIZE, "np.linalg.norm(np.ravel(a + b))"),
        ),
        Mistake(
            "difference_of_norms",
            "Above the line stands the difference of the norms. Two arrays of one length can point "
            "anywhere: take the norm of the difference.",
            swap=(
                _DIFFERENCE,
                "abs(np.linalg.norm(np.ravel(a)) - np.linalg.norm(np.ravel(b))) / size",
            ),
        ),
        Mistake(
            "mean_of_entries",
            "Each entry is compared by itself, and the mean taken. Entries near zero then outvote "
            "all others: compare the norms over all entries.",
            source="""
def relative_error(a, b):
    sizes = np.abs(a) + np.abs(b)
    safe = np.where(sizes > 0, sizes, 1.0)
    return float(np.mean(np.abs(a - b) / safe))
""",
        ),
        Mistake(
            "larger_norm_below",
            "Only the larger norm stands below the line, so opposite arrays come out as 2. Below "
            "the line stands the sum of both norms.",
            swap=(
                _SIZE,
                "max(np.linalg.norm(np.ravel(a)), np.linalg.norm(np.ravel(b)))",
            ),
            hides_from="zero bias",
        ),
        Mistake(
            "halved_sum",
            "The result is twice as large: below the line stands the mean of the norms. It is "
            "their "
            "sum, so that 1 is the most.",
            swap=(_SIZE, "(np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))) / 2"),
        ),
        Mistake(
            "small_number_added",
            "A small number is added below the line. It avoids 0 / 0, but arrays of tiny numbers "
            "then look equal whatever they hold: treat the zero case by itself.",
            swap=(
                (" if size != 0 else 0.0", ""),
                (_DIFFERENCE, _DIFFERENCE[:-4] + "(size + 1e-8)"),
            ),
            hides_from="one example",
        ),
        *RARER,
    ),
)
