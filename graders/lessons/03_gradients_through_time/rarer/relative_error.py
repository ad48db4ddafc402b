"""Rarer mistakes in `relative_error`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_WHOLE = "np.linalg.norm(np.ravel(a - b)) / size"
_ABOVE = "np.linalg.norm(np.ravel(a - b))"
_A, _B = "np.linalg.norm(np.ravel(a))", "np.linalg.norm(np.ravel(b))"
_BELOW = f"{_A} + {_B}"
_SUM_A, _SUM_B = "np.sum(np.square(a))", "np.sum(np.square(b))"


def _over(below: str, above: str = "") -> tuple[tuple[str, str], ...]:
    """Return the patch that puts something else below the line, and above it."""
    return (*([(_ABOVE, above)] if above else []), (_BELOW, below))


def _entrywise(gathered: str, below: str) -> str:
    """Return a function that compares entry by entry, `ratios`, and gathers them in one number."""
    return f"""
def relative_error(a, b):
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    sizes = {below}
    ratios = np.abs(a - b) / np.where(sizes > 0, sizes, 1.0)
    return float({gathered})
"""


def _sliced(gathered: str) -> str:
    """Return a function that compares slice by slice along the first axis, and gathers."""
    return f"""
def relative_error(a, b):
    errors = []
    for u, v in zip(a, b):
        size = np.linalg.norm(u) + np.linalg.norm(v)
        errors.append(np.linalg.norm(u - v) / size if size else 0.0)
    return float({gathered}(errors))
"""


_BOTH, _LARGER = "np.abs(a) + np.abs(b)", "np.maximum(np.abs(a), np.abs(b))"
_BY_ENTRY = " Entries near zero then outvote all others: take norms over all entries first."

RARER = rare(
    Mistake(
        "root_missing_below",
        "Below the line stand sums of squares, and above it a norm. Take the root of each sum: all "
        "three are Euclidean norms.",
        swap=_over(f"{_SUM_A} + {_SUM_B}"),
    ),
    Mistake(
        "root_missing_above",
        "Above the line stands the sum of the squares, below it stand norms. Take the root above, "
        "too.",
        swap=(_ABOVE, "np.sum(np.square(a - b))"),
    ),
    Mistake(
        "squared",
        "The whole is squared. The norms themselves stand above and below, not their squares.",
        swap=(_WHOLE, f"({_WHOLE}) ** 2"),
    ),
    Mistake(
        "root_of_all",
        "A root is taken of the whole fraction. Each norm has its own root already.",
        swap=(_WHOLE, f"np.sqrt({_WHOLE})"),
    ),
    Mistake(
        "one_norm_of_both",
        "Below the line stands one root over the squares of both arrays. Take the norm of each by "
        "itself, and add the two norms.",
        swap=_over(f"np.sqrt({_SUM_A} + {_SUM_B})"),
    ),
    Mistake(
        "product_of_norms",
        "Below the line the norms are multiplied. Add them: a product has the unit squared, so the "
        "result would change with the scale.",
        swap=_over(f"{_A} * {_B}"),
    ),
    Mistake(
        "root_of_product",
        "Below the line stands the root of the product of the norms. It is their sum, so that "
        "one array of zeros is no trouble.",
        swap=_over(f"np.sqrt({_A} * {_B})"),
    ),
    Mistake(
        "only_second_norm",
        "Only the norm of b stands below the line. With both norms the order of the arrays does "
        "not matter, and the error is at most 1: add the norm of a.",
        swap=_over(_B),
    ),
    Mistake(
        "smaller_norm_below",
        "Only the smaller norm stands below the line, so the error has no upper limit. Below the "
        "line stands the sum of both norms.",
        swap=_over(f"min({_A}, {_B})"),
    ),
    Mistake(
        "difference_of_norms_below",
        "Below the line the norms are subtracted. Add them.",
        swap=_over(f"abs({_A} - {_B})"),
    ),
    Mistake(
        "norm_of_sizes",
        "Below the line stands the norm of |a| + |b|, entry by entry. Take the norm of each array, "
        "then add.",
        swap=_over("np.linalg.norm(np.ravel(np.abs(a) + np.abs(b)))"),
    ),
    Mistake(
        "signs_lost",
        "Above the line the signs are lost: |a| - |b| is not a - b, and opposite entries look "
        "equal. Subtract first.",
        swap=(_ABOVE, "np.linalg.norm(np.ravel(np.abs(a) - np.abs(b)))"),
    ),
    Mistake(
        "sum_above",
        "Above the line stands the norm of a + b. How far they are apart is a - b.",
        swap=(_ABOVE, "np.linalg.norm(np.ravel(a + b))"),
    ),
    Mistake(
        "sum_over_difference",
        "The fraction compares a + b with a - b. Above the line stands the norm of the difference, "
        "below it the sum of the two norms.",
        swap=_over("np.linalg.norm(np.ravel(a - b))", "np.linalg.norm(np.ravel(a + b))"),
    ),
    Mistake(
        "largest_of_entries",
        "Each entry is compared by itself, and the largest error taken." + _BY_ENTRY,
        source=_entrywise("np.max(ratios)", _BOTH),
    ),
    Mistake(
        "sum_of_entries",
        "Each entry is compared by itself, and the errors added up." + _BY_ENTRY,
        source=_entrywise("np.sum(ratios)", _BOTH),
    ),
    Mistake(
        "norm_of_entries",
        "Each entry is divided by its own size before the norm is taken." + _BY_ENTRY,
        source=_entrywise("np.linalg.norm(ratios.ravel())", _BOTH),
    ),
    Mistake(
        "mean_by_larger_entry",
        "Each entry is compared with the larger one of the two, and the mean taken." + _BY_ENTRY,
        source=_entrywise("np.mean(ratios)", _LARGER),
    ),
    Mistake(
        "largest_by_larger_entry",
        "Each entry is compared with the larger one of the two, and the largest error taken."
        + _BY_ENTRY,
        source=_entrywise("np.max(ratios)", _LARGER),
    ),
    Mistake(
        "mean_by_first_entry",
        "Each entry is divided by that of a alone, and the mean taken." + _BY_ENTRY,
        source=_entrywise("np.mean(ratios)", "np.abs(a)"),
    ),
    Mistake(
        "largest_by_first_entry",
        "Each entry is divided by that of a alone, and the largest error taken." + _BY_ENTRY,
        source=_entrywise("np.max(ratios)", "np.abs(a)"),
    ),
    Mistake(
        "norm_by_first_entry",
        "Each entry is divided by that of a alone before the norm is taken." + _BY_ENTRY,
        source=_entrywise("np.linalg.norm(ratios.ravel())", "np.abs(a)"),
    ),
    Mistake(
        "mean_by_second_entry",
        "Each entry is divided by that of b alone, and the mean taken." + _BY_ENTRY,
        source=_entrywise("np.mean(ratios)", "np.abs(b)"),
    ),
    Mistake(
        "largest_by_second_entry",
        "Each entry is divided by that of b alone, and the largest error taken." + _BY_ENTRY,
        source=_entrywise("np.max(ratios)", "np.abs(b)"),
    ),
    Mistake(
        "one_added",
        "A 1 is added below the line. Small arrays then look equal whatever they hold: below "
        "stand the two norms alone, and zeros are asked for first.",
        swap=_over(f"1.0 + {_BELOW}"),
    ),
    Mistake(
        "at_least_one_below",
        "Below the line stands 1 at least. Small arrays then look equal whatever they hold: divide "
        "by the two norms, and ask for zeros first.",
        swap=_over(f"max(1.0, {_BELOW})"),
    ),
    Mistake(
        "brackets_missing",
        "Brackets are missing below the line: the norm of b is added to the fraction. Python "
        "divides before it adds: put the sum of the norms in brackets.",
        swap=(_WHOLE, f"({_ABOVE} / {_A} + {_B})"),
    ),
    Mistake(
        "mean_square_above",
        "Above the line the mean of the squares is taken, below it their sum. Take the sum in all "
        "three norms.",
        swap=(_ABOVE, "np.sqrt(np.mean(np.square(a - b)))"),
    ),
    Mistake(
        "mean_squares_below",
        "Below the line the means of the squares are taken, above it their sum. Take the sum in "
        "all three norms.",
        swap=_over("np.sqrt(np.mean(np.square(a))) + np.sqrt(np.mean(np.square(b)))"),
    ),
    Mistake(
        "plain_sums",
        "The entries are added up with their signs, so that they cancel. The Euclidean norm adds "
        "their squares and takes the root.",
        swap=_over("abs(np.sum(a)) + abs(np.sum(b))", "abs(np.sum(a - b))"),
    ),
    Mistake(
        "plain_sum_above",
        "Above the line the differences are added up with their signs, so that they cancel. Take "
        "the norm: the root of the sum of their squares.",
        swap=_over("np.sum(np.abs(a)) + np.sum(np.abs(b))", "abs(np.sum(a - b))"),
    ),
    Mistake(
        "signed_sum_above",
        "Above the line stands a sum of differences with its sign. Take the norm: the root of the "
        "sum of their squares.",
        swap=_over("np.sum(np.abs(a)) + np.sum(np.abs(b))", "np.sum(a - b)"),
    ),
    Mistake(
        "largest_above",
        "Above the line stands the largest difference, below it stand norms. Take the norm above, "
        "too.",
        swap=(_ABOVE, "np.max(np.abs(a - b))"),
    ),
    Mistake(
        "largest_of_both_below",
        "The largest difference is divided by the largest entry of all. Take Euclidean norms: "
        "above that of a - b, below the sum of those of a and b.",
        swap=_over("max(np.max(np.abs(a)), np.max(np.abs(b)))", "np.max(np.abs(a - b))"),
    ),
    Mistake(
        "sizes_above",
        "Above the line the sizes of the differences are added up, below it stand norms. Take the "
        "norm above, too: the root of the sum of the squares.",
        swap=(_ABOVE, "np.sum(np.abs(a - b))"),
    ),
    Mistake(
        "sizes_below",
        "Below the line the sizes of the entries are added up, above it stands a norm. Take the "
        "norms of a and b: roots of sums of squares.",
        swap=_over("np.sum(np.abs(a)) + np.sum(np.abs(b))"),
    ),
    Mistake(
        "mean_size_above",
        "Above the line stands the mean size of the differences, below it stand norms. Take the "
        "norm above, too: the root of the sum of the squares.",
        swap=(_ABOVE, "np.mean(np.abs(a - b))"),
    ),
    Mistake(
        "halved",
        "The result is half as large as it should be: the sum of the norms is counted twice. "
        "Divide by the sum once.",
        swap=_over(f"2 * ({_BELOW})"),
    ),
    Mistake(
        "percent",
        "The result is in percent. Return the fraction itself, from 0 to 1.",
        swap=(_WHOLE, f"100 * {_WHOLE}"),
    ),
    Mistake(
        "likeness",
        "This is 1 less the error: equal arrays come out as 1. They are 0 apart.",
        source="""
def relative_error(a, b):
    size = np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))
    return float(1 - np.linalg.norm(np.ravel(a - b)) / size) if size != 0 else 0.0
""",
    ),
    Mistake(
        "cosine_distance",
        "This compares directions: 1 less the product of the arrays over that of their norms. "
        "Arrays of other lengths then look equal: take the norm of a - b.",
        source="""
def relative_error(a, b):
    a, b = np.ravel(a).astype(float), np.ravel(b).astype(float)
    size = np.linalg.norm(a) * np.linalg.norm(b)
    return float(1 - a @ b / size) if size != 0 else 0.0
""",
    ),
    Mistake(
        "signed_difference_of_norms",
        "Above the line stands the difference of the norms, with its sign. Two arrays of one "
        "length can point anywhere: take the norm of the difference.",
        swap=(_ABOVE, f"({_A} - {_B})"),
    ),
    Mistake(
        "sum_of_squares_alone",
        "This is the sum of the squared differences alone. Take the root, and divide by the sum of "
        "both norms.",
        swap=(_WHOLE, "np.sum(np.square(a - b))"),
    ),
    Mistake(
        "mean_square_alone",
        "This is the mean squared difference. Take norms, and divide that of a - b by the sum of "
        "those of a and b.",
        swap=(_WHOLE, "np.mean(np.square(a - b))"),
    ),
    Mistake(
        "mean_size_alone",
        "This is the mean size of the differences. Take norms, and divide that of a - b by the sum "
        "of those of a and b.",
        swap=(_WHOLE, "np.mean(np.abs(a - b))"),
    ),
    Mistake(
        "largest_alone",
        "This is the largest difference alone. Take norms, and divide that of a - b by the sum of "
        "those of a and b.",
        swap=(_WHOLE, "np.max(np.abs(a - b))"),
    ),
    Mistake(
        "tiny_number_added",
        "A very small number is added below the line. For arrays of tiny numbers it counts: treat "
        "the zero case by itself and add nothing.",
        swap=_over(f"{_BELOW} + 1e-12"),
    ),
    Mistake(
        "at_least_small_below",
        "Below the line stands 1e-8 at least. Arrays of tiny numbers then look nearer than they "
        "are: divide by the norms, and ask for zeros alone.",
        swap=_over(f"max({_BELOW}, 1e-8)"),
    ),
    Mistake(
        "tiny_taken_for_zero",
        "Arrays of tiny numbers are taken for zeros. Only where both norms are exactly 0 the "
        "result is 0.0.",
        swap=("if size != 0", "if size >= 1e-8"),
    ),
    Mistake(
        "first_zero_is_equal",
        "0.0 comes back where a is zero, whatever b holds. Only where both are zero they are "
        "equal: ask for both.",
        swap=("if size != 0", f"if {_A} != 0"),
    ),
    Mistake(
        "second_zero_is_equal",
        "0.0 comes back where b is zero, whatever a holds. Only where both are zero they are "
        "equal: ask for both.",
        swap=("if size != 0", f"if {_B} != 0"),
    ),
    Mistake(
        "mean_of_columns",
        "The norms run along the first axis, and the errors of what is left are averaged. Take "
        "each norm over all entries: lay them in a row first.",
        source="""
def relative_error(a, b):
    size = np.linalg.norm(a, axis=0) + np.linalg.norm(b, axis=0)
    errors = np.linalg.norm(a - b, axis=0) / np.where(size > 0, size, 1.0)
    return float(np.mean(errors))
""",
    ),
    Mistake(
        "mean_of_rows",
        "The norms run along the last axis, and the errors of what is left are averaged. Take "
        "each norm over all entries: lay them in a row first.",
        source="""
def relative_error(a, b):
    size = np.linalg.norm(a, axis=-1) + np.linalg.norm(b, axis=-1)
    errors = np.linalg.norm(a - b, axis=-1) / np.where(size > 0, size, 1.0)
    return float(np.mean(errors))
""",
    ),
    Mistake(
        "one_for_each_entry",
        "An error for each entry comes back. Asked for is one number: take the norms over all "
        "entries.",
        source="""
def relative_error(a, b):
    sizes = np.abs(a) + np.abs(b)
    return np.abs(a - b) / np.where(sizes > 0, sizes, 1.0)
""",
    ),
    Mistake(
        "entries_over_norms",
        "The differences themselves are divided, and as many come back. Take the norm of a - b.",
        source="""
def relative_error(a, b):
    size = np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))
    return np.abs(a - b) / size if size != 0 else 0.0
""",
    ),
    Mistake(
        "one_for_each_column",
        "The norms run along the first axis alone, so several errors come back. Asked for is one "
        "number: lay all entries in a row, then take the norm.",
        source="""
def relative_error(a, b):
    size = np.linalg.norm(a, axis=0) + np.linalg.norm(b, axis=0)
    return np.linalg.norm(a - b, axis=0) / np.where(size > 0, size, 1.0)
""",
    ),
    Mistake(
        "mean_sizes_below",
        "Below the line stand mean sizes, and above it a norm. Below stand the norms of a and b: "
        "roots of sums of squares.",
        swap=_over("np.mean(np.abs(a)) + np.mean(np.abs(b))"),
    ),
    *(
        Mistake(
            f"added_{number.replace('-', '_')}",
            f"{number} is added below the line. For arrays of tiny numbers it counts: treat the "
            "zero case by itself and add nothing.",
            swap=_over(f"{_BELOW} + {number}"),
        )
        for number in ("1e-5", "1e-6", "1e-7", "1e-9", "1e-10")
    ),
    *(
        Mistake(
            f"at_least_{number.replace('-', '_')}",
            f"Below the line stands {number} at least. Arrays of tiny numbers then look nearer "
            "than they are: divide by the norms, and ask for zeros alone.",
            swap=_over(f"max({_BELOW}, {number})"),
        )
        for number in ("1e-5", "1e-6", "1e-7")
    ),
    Mistake(
        "larger_norm_at_least_small",
        "Below the line stands the larger norm, and 1e-8 at least. Below the line stands the sum "
        "of both norms; ask for zeros alone.",
        swap=_over(f"max({_A}, {_B}, 1e-8)"),
    ),
    Mistake(
        "largest_of_entries_with_floor",
        "Each entry is compared by itself, with 1e-8 at least below the line, and the largest "
        "error taken." + _BY_ENTRY,
        source=_entrywise("np.max(ratios)", "np.maximum(1e-8, np.abs(a) + np.abs(b))"),
    ),
    Mistake(
        "mean_of_entries_with_floor",
        "Each entry is compared by itself, with 1e-8 at least below the line, and the mean taken."
        + _BY_ENTRY,
        source=_entrywise("np.mean(ratios)", "np.maximum(1e-8, np.abs(a) + np.abs(b))"),
    ),
    Mistake(
        "largest_of_entries_with_number",
        "Each entry is compared by itself, with 1e-8 added below the line, and the largest error "
        "taken." + _BY_ENTRY,
        source=_entrywise("np.max(ratios)", "np.abs(a) + np.abs(b) + 1e-8"),
    ),
    Mistake(
        "mean_of_entries_with_number",
        "Each entry is compared by itself, with 1e-8 added below the line, and the mean taken."
        + _BY_ENTRY,
        source=_entrywise("np.mean(ratios)", "np.abs(a) + np.abs(b) + 1e-8"),
    ),
    Mistake(
        "mean_of_slices",
        "The array is compared slice by slice along its first axis, and the mean taken. Take each "
        "norm over all entries: lay them in a row first.",
        source=_sliced("np.mean"),
    ),
    Mistake(
        "largest_of_slices",
        "The array is compared slice by slice along its first axis, and the largest error taken. "
        "Take each norm over all entries: lay them in a row first.",
        source=_sliced("np.max"),
    ),
    Mistake(
        "roots_of_sizes",
        "Roots are taken of sums of sizes. The Euclidean norm is the root of the sum of squares.",
        swap=_over(
            "np.sqrt(np.sum(np.abs(a))) + np.sqrt(np.sum(np.abs(b)))",
            "np.sqrt(np.sum(np.abs(a - b)))",
        ),
    ),
    Mistake(
        "deviations",
        "Standard deviations are compared, which take the mean off first. The norm takes nothing "
        "off: it is the root of the sum of squares.",
        swap=_over("np.std(a) + np.std(b)", "np.std(a - b)"),
    ),
    Mistake(
        "first_entry_only",
        "Only the first entries are compared. Take the norms over all of them.",
        swap=_over(
            "abs(np.ravel(a)[0]) + abs(np.ravel(b)[0])", "abs(np.ravel(a)[0] - np.ravel(b)[0])"
        ),
    ),
)
