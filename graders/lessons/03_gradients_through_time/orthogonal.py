"""A start that keeps lengths: what `orthogonal` is, and what goes wrong in it.

It is judged by many draws: the counts of directions and determinants against equal probabilities.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.counts import Counts, Holds
from graders.exercise import Exercise, Mistake, Oracle
from graders.probes.gradients import orthogonal_categories

from . import cases
from .rarer.orthogonal import RARER
from .shared import DRAWN

_SAME_SEED = Holds(
    "Two generators with the same seed gave different matrices.",
    "Expected the same matrix from the same seed.",
    "Draw from rng alone: np.random and a generator of your own are other sources.",
)
_USABLE = Holds(
    "Some of what came back is no (n, n) array of finite numbers.",
    "Expected an array of floats of shape (n, n) in each draw.",
    "Look at the shape and the type of one result: print(orthogonal(rng, 3)).",
    needed=True,
)
_LENGTHS = Holds(
    "Some columns have another length than 1.",
    "Expected Q.T @ Q = I, whose diagonal holds the squares of the lengths: all are 1.",
    "A normal matrix, or R, has columns of any length. Return the factor Q of its QR "
    "decomposition, and multiply it by nothing but signs.",
    needed=True,
)
_RIGHT_ANGLES = Holds(
    "Some pairs of columns are not at right angles.",
    "Expected Q.T @ Q = I, which is 0 beside its diagonal.",
    "Lengths alone are not enough: each column must be at right angles to all others. QR sees to "
    "both.",
    needed=True,
)
_NEW = Holds(
    "All draws from one generator gave the same matrix.",
    "Expected another matrix in each call.",
    "Take all numbers from rng, and make no generator with a seed of its own.",
)
_BETWEEN = Holds(
    "Some entries are exactly 0.",
    "Expected none: a direction that is drawn from all alike never lies exactly on an axis.",
    "Your matrices swap, turn or keep whole axes. Begin with a matrix full of normal numbers.",
)
_BOTH_SIGNS = Holds(
    "In one size all matrices have a determinant of the same sign.",
    "Expected 1 and -1, each in half of the draws.",
    "Half of all orthogonal matrices turn and half also mirror. A routine has signs by habit: each "
    "column needs its own sign, that of the entry on the diagonal of R.",
)
_BALANCED = Holds(
    "On average over all draws some entry is not 0.",
    "Expected each matrix as often as its opposite, so that all entries have the mean 0.",
    "Some sign is by habit, or the numbers that are decomposed prefer one side. Draw normal "
    "numbers around 0, and give each column the sign of the entry on the diagonal of R.",
)
_RETURN = "Q * np.sign(np.diag(R))"


def equal(n: int, **_: Any) -> NDArray[np.float64]:
    """Return the probability of each category: all alike."""
    return np.full(orthogonal_categories(n), 1 / orthogonal_categories(n))


orthogonal = Exercise(
    title="A start that keeps lengths",
    cases=cases.orthogonal_cases,
    probe="gradients.orthogonal_draws",
    returns={
        "usable": _USABLE,
        "lengths": _LENGTHS,
        "right_angles": _RIGHT_ANGLES,
        "same_seed": _SAME_SEED,
        "new_each_time": _NEW,
        "between": _BETWEEN,
        "both_signs": _BOTH_SIGNS,
        "balanced": _BALANCED,
        "columns": Counts("column", equal),
        "rows": Counts("row", equal),
    },
    as_dict=True,
    properties=(),
    visible=DRAWN[0],
    hidden=DRAWN[1],
    oracle=Oracle(
        none_because="It is judged statistically: of a uniformly distributed orthogonal matrix the "
        "direction of two entries of a column or row is uniform, and the determinant is 1 or -1 "
        "with equal probability."
    ),
    hints=(
        "If Q R = G, then so is (-Q) (-R). Which of the two should the function return?",
        "Decompose a matrix of normal numbers from rng. Then turn the sign of each column of Q for "
        "which the diagonal of R is negative.",
        "Q, R = np.linalg.qr(rng.normal(size=(n, n))); np.diag(R) holds the diagonal, and a row "
        "vector times Q scales its columns: Q * np.sign(np.diag(R)).",
    ),
    after_success="Keras starts recurrent weights like this, and so may you. Two other right ways: "
    "multiply each column of Q by a random sign from rng instead, or take U @ Vt from the singular "
    "value decomposition of the normal matrix, whose signs cancel.",
    mistakes=(
        Mistake(
            "signs_missing",
            "The signs are those that the routine prefers, so some matrices are drawn more often. "
            "Turn each column whose entry on the diagonal of R is negative.",
            swap=(_RETURN, "Q"),
        ),
        Mistake(
            "rotations_only",
            "Every determinant is 1: reflections never come. Half of all orthogonal matrices have "
            "the determinant -1.",
            source="""
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    Q = Q * np.sign(np.diag(R))
    Q[:, 0] *= np.sign(np.linalg.det(Q))
    return Q
""",
        ),
        Mistake(
            "uniform_numbers",
            "The matrix that is decomposed holds uniform numbers, which prefer the diagonals of "
            "the "
            "cube. Normal numbers prefer no direction.",
            swap=("rng.normal(size=(n, n))", "rng.uniform(-1.0, 1.0, size=(n, n))"),
            hides_from="n = 1",
        ),
        Mistake(
            "positive_numbers",
            "The matrix that is decomposed holds positive numbers only, so its columns point into "
            "one corner. Draw normal numbers.",
            swap=("rng.normal(size=(n, n))", "rng.random((n, n))"),
        ),
        Mistake(
            "factor_of_svd",
            "A factor of the singular value decomposition alone has signs by habit. Multiply both, "
            "U @ Vt, whose signs cancel, or draw a sign for each column.",
            source="""
def orthogonal(rng, n):
    return np.linalg.svd(rng.normal(size=(n, n)))[2]
""",
        ),
        Mistake(
            "not_orthogonal",
            "The columns have length 1 but are not at right angles. QR does both.",
            source="""
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return G / np.linalg.norm(G, axis=0)
""",
        ),
        Mistake(
            "scaled_normal",
            "This is a matrix of random numbers, perhaps scaled, and not decomposed. Its columns "
            "are neither of length 1 nor at right angles: return the Q of the QR decomposition of "
            "a normal matrix.",
            swap=(_RETURN, "np.sqrt(1 / n) * rng.normal(size=(n, n))"),
        ),
        Mistake(
            "r_returned",
            "The triangular factor R comes back. The orthogonal one is Q.",
            swap=(_RETURN, "R * np.sign(np.diag(R))[:, None]"),
        ),
        Mistake(
            "fixed_seed",
            "Every call gives the same matrix: a new generator with a fixed seed is made each "
            "time. "
            "Draw from rng.",
            swap=("rng.normal(size=(n, n))", "np.random.default_rng(0).normal(size=(n, n))"),
        ),
        Mistake(
            "symmetric_numbers",
            "The eigenvectors of a symmetric matrix are orthogonal, but their signs are chosen by "
            "the routine. Give every column a sign that is drawn, or correct those of QR.",
            source="""
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return np.linalg.eigh(G + G.T)[1]
""",
        ),
        Mistake(
            "signed_permutation",
            "These matrices only swap and turn the axes. They are orthogonal, but between them lie "
            "infinitely many that never come.",
            source="""
def orthogonal(rng, n):
    return np.eye(n)[rng.permutation(n)] * rng.choice([-1.0, 1.0], size=n)
""",
            hides_from="n = 1",
        ),
        *RARER,
    ),
)
