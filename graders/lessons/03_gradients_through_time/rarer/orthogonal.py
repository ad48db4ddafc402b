"""Rarer mistakes in `orthogonal`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_NORMAL = "rng.normal(size=(n, n))"
_RETURN = "Q * np.sign(np.diag(R))"
_OWN = """
def orthogonal(rng, n, own=np.random.default_rng(7)):
    Q, R = np.linalg.qr(own.normal(size=(n, n)))
    return {}
"""


def _made(line: str, before: str = "Q, R = np.linalg.qr(rng.normal(size=(n, n)))") -> str:
    """Return a function of two lines."""
    return f"\ndef orthogonal(rng, n):\n    {before}\n    return {line}\n"


RARER = rare(
    Mistake(
        "signs_of_q",
        "The signs are those of the diagonal of Q, so its diagonal is never negative. Take those "
        "of the diagonal of R, which belong to the routine's habit.",
        swap=(_RETURN, "Q * np.sign(np.diag(Q))"),
    ),
    Mistake(
        "one_sign_for_all",
        "One sign is taken for the whole matrix, that of the first entry of R or one that is "
        "drawn. Each column needs its own, that of the entry on the diagonal of R.",
        swap=(_RETURN, "Q * np.sign(R[0, 0])"),
    ),
    Mistake(
        "sign_of_determinant",
        "The whole matrix is multiplied by the sign of its determinant. Each column needs its own "
        "sign, that of the entry on the diagonal of R.",
        swap=(_RETURN, "Q * np.sign(np.linalg.det(Q))"),
    ),
    Mistake(
        "signs_of_all_of_r",
        "Q is multiplied by the signs of all of R, half of which is 0. Take those of its diagonal: "
        "np.diag.",
        swap=(_RETURN, "Q * np.sign(R)"),
    ),
    Mistake(
        "lengths_changed",
        "The columns are at right angles, but their lengths are not 1: they are multiplied by the "
        "diagonal of R itself, or never divided by their norms. Only signs may multiply them.",
        swap=(_RETURN, "Q * np.diag(R)"),
    ),
    Mistake(
        "scaled",
        "The matrix is right but for a factor. Lengths have to be 1: return it unscaled.",
        swap=(_RETURN, f"{_RETURN} * np.sqrt(2)"),
    ),
    Mistake(
        "times_signs_of_r",
        "Q is multiplied by the signs of all of R, as a matrix. Take those of its diagonal, "
        "np.diag, and multiply the columns by them.",
        swap=(_RETURN, "Q @ np.sign(R)"),
    ),
    Mistake(
        "no_array_returned",
        "What comes back is no array of shape (n, n): it is the pair (Q, R) that np.linalg.qr "
        "gives, a vector, or a list. Take Q out of the pair, and return that alone.",
        swap=(_RETURN, "(Q, R)"),
    ),
    Mistake(
        "scaled_by_size",
        "The matrix is right but for a factor that depends on n. Lengths have to be 1: return it "
        "unscaled.",
        swap=(_RETURN, f"{_RETURN} / np.sqrt(n)"),
    ),
    Mistake(
        "signs_lost",
        "All entries are positive: their sizes are returned. Signs belong to an orthogonal matrix.",
        swap=(_RETURN, "np.abs(Q)"),
    ),
    Mistake(
        "rows_of_length_one",
        "The rows have length 1 but are not at right angles. QR does both.",
        source=_made("G / np.linalg.norm(G, axis=1, keepdims=True)", f"G = {_NORMAL}"),
    ),
    Mistake(
        "divided_by_its_norm",
        "A normal matrix is divided by one number: its norm, its largest stretch or its spectral "
        "radius. That makes columns neither of length 1 nor at right angles: take the Q of its QR "
        "decomposition.",
        source=_made("G / np.linalg.norm(G)", f"G = {_NORMAL}"),
    ),
    Mistake(
        "positive_matrix",
        "This is a matrix of positive numbers. Its columns are neither of length 1 nor at right "
        "angles: draw normal numbers, and return the Q of their QR decomposition.",
        source=_made("G", "G = rng.random((n, n))"),
    ),
    Mistake(
        "r_as_it_comes",
        "The triangular factor R comes back, with its signs. The orthogonal one is Q.",
        swap=(_RETURN, "R"),
    ),
    Mistake(
        "identity",
        "The identity comes back, always. Draw a matrix of normal numbers from rng, and decompose "
        "it.",
        source="\ndef orthogonal(rng, n):\n    return np.eye(n)\n",
    ),
    Mistake(
        "permutation",
        "These matrices only swap the axes. They are orthogonal, but most orthogonal matrices turn "
        "them, and those never come.",
        source="\ndef orthogonal(rng, n):\n    return np.eye(n)[rng.permutation(n)]\n",
    ),
    Mistake(
        "signs_on_diagonal",
        "These matrices only mirror axes. They are orthogonal, but most orthogonal matrices turn "
        "the axes, and those never come.",
        source="\ndef orthogonal(rng, n):\n    return np.diag(rng.choice([-1.0, 1.0], size=n))\n",
    ),
    Mistake(
        "turned_in_one_plane",
        "The matrix turns one plane, drawn anew each time, and leaves all other axes where they "
        "are. Most orthogonal matrices leave none.",
        source="""
def orthogonal(rng, n):
    Q = np.eye(n)
    if n > 1:
        i, j = rng.choice(n, size=2, replace=False)
        angle = rng.uniform(0, 2 * np.pi)
        Q[i, i] = Q[j, j] = np.cos(angle)
        Q[i, j], Q[j, i] = -np.sin(angle), np.sin(angle)
    return Q
""",
    ),
    Mistake(
        "turned_in_first_plane",
        "The matrix turns the first two axes and leaves all others where they are. Most orthogonal "
        "matrices leave none.",
        source="""
def orthogonal(rng, n):
    Q = np.eye(n)
    if n > 1:
        angle = rng.uniform(0, 2 * np.pi)
        Q[0, 0] = Q[1, 1] = np.cos(angle)
        Q[0, 1], Q[1, 0] = -np.sin(angle), np.sin(angle)
    return Q
""",
    ),
    Mistake(
        "one_mirror",
        "Every matrix is one mirror, I - 2 v v^T: its determinant is always -1, and it is "
        "symmetric. Most orthogonal matrices are neither.",
        source="""
def orthogonal(rng, n):
    v = rng.normal(size=n)
    return np.eye(n) - 2 * np.outer(v, v) / (v @ v)
""",
    ),
    Mistake(
        "mirrors_only",
        "Every determinant is -1: turns without a mirror never come. Half of all orthogonal "
        "matrices have the determinant 1.",
        source="""
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    Q = Q * np.sign(np.diag(R))
    Q[:, 0] *= -np.sign(np.linalg.det(Q))
    return Q
""",
    ),
    Mistake(
        "rotations_without_signs",
        "Every determinant is 1, and the other signs are those that the routine prefers. Turn each "
        "column whose entry on the diagonal of R is negative, and leave the determinant alone.",
        source="""
def orthogonal(rng, n):
    Q = np.linalg.qr(rng.normal(size=(n, n)))[0]
    Q[:, 0] *= np.sign(np.linalg.det(Q))
    return Q
""",
    ),
    Mistake(
        "rotations_by_last_column",
        "Every determinant is 1, made so by the last column, and the other signs are those that "
        "the routine prefers. Turn each column whose entry on the diagonal of R is negative.",
        source="""
def orthogonal(rng, n):
    Q = np.linalg.qr(rng.normal(size=(n, n)))[0]
    Q[:, -1] *= np.sign(np.linalg.det(Q))
    return Q
""",
    ),
    Mistake(
        "skew_matrix",
        "The matrix is made of a skew one, by Cayley's formula or exp: every determinant is 1, and "
        "small turns come more often. Take the Q of a normal matrix.",
        source="""
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return np.linalg.solve(np.eye(n) + G - G.T, np.eye(n) - G + G.T)
""",
    ),
    Mistake(
        "left_factor_of_svd",
        "The left factor of the singular value decomposition alone has signs by habit. Multiply "
        "both, U @ Vt, whose signs cancel, or draw a sign for each column.",
        source="\ndef orthogonal(rng, n):\n    return np.linalg.svd(rng.normal(size=(n, n)))[0]\n",
    ),
    Mistake(
        "positive_numbers_by_svd",
        "The matrix that is decomposed holds positive numbers only, so its factors point into one "
        "corner. Draw normal numbers; U @ Vt is right then.",
        source=_made("U @ Vt", "U, s, Vt = np.linalg.svd(rng.random((n, n)))"),
    ),
    Mistake(
        "positive_numbers_without_signs",
        "The matrix that is decomposed holds positive numbers only, and the signs are those that "
        "the routine prefers. Draw normal numbers, and take the signs from the diagonal of R.",
        swap=((_NORMAL, "rng.random((n, n))"), (_RETURN, "Q")),
    ),
    Mistake(
        "positive_numbers_turned",
        "The matrix that is decomposed holds positive numbers only, and every determinant is 1. "
        "Draw normal numbers, and take the signs from the diagonal of R.",
        source="""
def orthogonal(rng, n):
    Q = np.linalg.qr(rng.random((n, n)))[0]
    Q[:, -1] *= np.sign(np.linalg.det(Q))
    return Q
""",
    ),
    Mistake(
        "uniform_numbers_without_signs",
        "The matrix that is decomposed holds uniform numbers, and the signs are those that the "
        "routine prefers. Draw normal numbers, and take the signs from the diagonal of R.",
        swap=((_NORMAL, "rng.uniform(-1.0, 1.0, size=(n, n))"), (_RETURN, "Q")),
    ),
    Mistake(
        "numbers_around_one",
        "The numbers that are decomposed lie around 1, so their columns prefer one corner. Draw "
        "normal numbers around 0: rng.normal(size=(n, n)).",
        swap=(_NORMAL, "rng.normal(1.0, 1.0, size=(n, n))"),
    ),
    Mistake(
        "other_generator",
        "The numbers come from another generator than rng: np.random, or one that is made anew "
        "without a seed. The same seed then gives other matrices: draw from rng alone.",
        source=_OWN.format(_RETURN),
    ),
    Mistake(
        "other_generator_without_signs",
        "The numbers come from another generator than rng, and the signs are those that the "
        "routine prefers. Draw from rng alone, and take the signs from the diagonal of R.",
        source=_OWN.format("Q"),
    ),
)
