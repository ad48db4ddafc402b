"""Counts of draws against known probabilities: tests whose level holds for any number of draws.

Both tests bound the probability of a false alarm exactly, without asking that counts be large:

- A likelihood ratio. If the draws come from p, the expectation of the product of q / p over all of
  them is 1 for any other probabilities q. So it exceeds 1 / level less often than `level` (Markov).
- The divergence of the shares from p. With n draws, n KL(shares, p) has a moment generating
  function below that of a Gamma variable whose shape is the number of possible categories less one
  (Agrawal 2020, doi:10.1109/TIT.2020.2996134), and of several cases together the shapes add up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LEVEL = 1e-5
"""How often a right function may fail in all statistical parts of an exercise together, so that a
lesson with ten such exercises fails a right submission less than once in 10,000 gradings."""

DEVIATIONS = 3.1
"""How many deviations the evidence against a rival lies above the limit: a normal variable lies
further below its mean once in 1,000 times."""

ALIKE = 1e-3
"""The level at which counts are held to fit a mistake, once they are known to be wrong."""

MOST = 20_000
"""More draws than this no check has time for."""

FEWEST = 100
"""How often to draw where there is no rival, or one that no number of draws can tell apart."""


def divergence(counts: Integers, p: Floats) -> float:
    """Return n KL(counts / n, p) in nats, infinite where something impossible was drawn."""
    drawn = counts > 0
    if np.any(drawn & (p <= 0)):
        return math.inf
    n = int(counts.sum())
    some = counts[drawn].astype(np.float64)
    return float(np.sum(some * np.log(some / (n * p[drawn])))) if n else 0.0


@lru_cache(maxsize=256)
def critical(freedom: int, level: float) -> float:
    """Return the divergence that is exceeded less often than `level`.

    Args:
        freedom: the number of possible categories less one, summed over cases.
        level: a probability.
    """
    if freedom <= 0:
        return 1e-6  # one category alone is possible: its share is 1
    low, high = float(freedom), 4.0 * (freedom - math.log(level))
    for _ in range(80):
        x = (low + high) / 2
        bound = freedom - x + freedom * math.log(x / freedom)
        low, high = (x, high) if bound > math.log(level) else (low, x)
    return high


def freedom(p: Floats) -> int:
    """Return the number of possible categories less one."""
    return int(np.sum(p > 0)) - 1


def too_far(counts: Sequence[Integers], ps: Sequence[Floats], level: float) -> bool:
    """Return whether counts of one or several cases are too far from their probabilities."""
    far = sum(divergence(n, p) for n, p in zip(counts, ps, strict=True))
    return far > critical(sum(map(freedom, ps)), level)


def evidence(counts: Integers, p: Floats, q: Floats) -> float:
    """Return the logarithm of how many times likelier counts are under q than under p."""
    with np.errstate(divide="ignore", invalid="ignore"):
        each = np.where(counts > 0, counts * (np.log(q) - np.log(p)), 0.0)
    return float(np.sum(each))


def evidence_of(p: Floats, q: Floats) -> tuple[float, float]:
    """Return the mean and the variance of the evidence in one draw from a rival q against p."""
    on = q > 0
    if np.any(p[on] <= 0):
        return math.inf, 0.0  # it draws what is impossible
    ratio = np.log(q[on] / p[on])
    mean = float(np.sum(q[on] * ratio))
    return mean, max(float(np.sum(q[on] * ratio**2)) - mean**2, 0.0)


def limit(rivals: int, level: float = LEVEL) -> float:
    """Return the evidence that a right function reaches less often than its share of `level`."""
    return math.log(2 * max(rivals, 1) / level)


def draws_for(p: Floats, rivals: Sequence[Floats], cases: int, level: float = LEVEL) -> int:
    """Return how often to draw in one of several like cases so that every rival is caught.

    The evidence of all cases is added up. Of n draws from a rival q it has the mean n KL(q, p) and
    n times the variance of log q / p; n is so large that the mean lies `DEVIATIONS` above `limit`,
    with a tenth to spare. Where that is more than `MOST`, the case is of no use against the rival,
    and `FEWEST` is enough; the build refuses a table that has no better ones.

    Args:
        p: the right probabilities (V,).
        rivals: the probabilities (V,) of each rival.
        cases: how many like cases there are.
        level: of the statistical part: LEVEL divided by how many parts the exercise has.
    """
    need, most = limit(len(rivals), level), float(FEWEST)
    for q in rivals:
        mean, variance = evidence_of(p, q)
        if not math.isfinite(mean):
            continue
        if mean * MOST * cases < need:
            return FEWEST
        step = DEVIATIONS * math.sqrt(variance)
        root = (step + math.sqrt(step**2 + 4 * mean * need)) / (2 * mean)
        most = max(most, 1.1 * root**2 / cases)
    return math.ceil(most) if most <= MOST else FEWEST


def tempered(p: Floats, factor: float) -> Floats:
    """Return the probabilities (V,) at a temperature that is `factor` times as high."""
    with np.errstate(divide="ignore"):
        logs = np.log(p) / factor
    weights = np.exp(logs - np.max(logs))
    return np.asarray(weights / weights.sum())


def temperatures(p: Floats, factor: float = 1.1) -> dict[str, Floats]:
    """Return the rivals with a temperature that is too high, or too low, by a factor."""
    return {
        "a temperature that is too high": tempered(p, factor),
        "a temperature that is too low": tempered(p, 1 / factor),
    }


def alike_counts(one: Integers, other: Integers) -> bool:
    """Return whether two rows of counts may come from the same probabilities."""
    if one.shape != other.shape or not one.sum() or not other.sum():
        return False
    both = (one + other).astype(np.float64)
    pooled = both / both.sum()
    return not too_far([one, other], [pooled, pooled], ALIKE)


def fits(counts: Integers, p: Floats, level: float = ALIKE) -> bool:
    """Return whether counts may come from probabilities."""
    return counts.shape == p.shape and not too_far([counts], [p], level)


def likely(cases: Sequence[Integers], ps: Sequence[Floats], factors: Floats) -> float:
    """Return the factor of the temperature at which counts of several cases are likeliest."""
    total = np.zeros(len(factors))
    for n, p in zip(cases, ps, strict=True):
        on = p > 0
        logs = np.log(p[on]) / factors[:, None]  # (factors, V)
        logs -= logs.max(axis=1, keepdims=True)
        total += logs @ n[on] - n[on].sum() * np.log(np.exp(logs).sum(axis=1))
    return float(factors[int(np.argmax(total))])
