"""Judging counts of draws: what is wrong with them, case by case and over all cases together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from graders.judging.chances import (
    ALIKE,
    LEVEL,
    Floats,
    Integers,
    alike_counts,
    evidence,
    evidence_of,
    fits,
    likely,
    limit,
    tempered,
    too_far,
)
from graders.judging.plain import Plain
from graders.probes.sampling import COUNTS

FACTORS = np.geomspace(0.2, 5.0, 161)
"""The temperatures, as multiples of the right one, that a diagnosis tries."""

MANY = 10**6
"""More than any category is counted."""

HUNDREDTH = 2.33
"""How many deviations below its mean a normal variable lies once in 100 times."""


@dataclass(frozen=True)
class Wrong:
    """What is wrong with counts, in three sentences.

    Args:
        returned, expected, usually: the sentences; each is known before anything is handed in.
        form: whether there are no usable counts at all.
    """

    returned: str
    expected: str
    usually: str = ""
    form: bool = False


def is_counts(value: Plain) -> bool:
    """Return whether a value is what `counted` gives."""
    return isinstance(value, dict) and list(value) == [COUNTS]


def usable(value: Plain, chances: Plain) -> Integers | None:
    """Return the counts (V + 1,) of one case, or None where they are none of as many draws."""
    counts = _integers(value)
    if counts is None or counts.shape != (len(chances["probabilities"]) + 1,):
        return None
    return counts if int(counts.sum()) == chances["draws"] else None


def _integers(value: Plain) -> Integers | None:
    """Return the row of counts in what `counted` gives, or None where there is none."""
    counts = value[COUNTS] if is_counts(value) else None
    if not isinstance(counts, np.ndarray) or counts.dtype.kind not in "iu" or counts.ndim != 1:
        return None
    if np.any(counts < 0) or np.any(counts > MANY):
        return None
    return counts.astype(np.int64)


def alike_counted(one: Plain, other: Plain) -> bool:
    """Return whether counts may have come from probabilities, or from where other counts did.

    Args:
        one: what `counted` gives.
        other: the same, or what is expected.
    """
    counts = _integers(one)
    if counts is None:
        return False
    if is_counts(other):
        others = _integers(other)
        return others is not None and alike_counts(counts, others)
    if not isinstance(other, dict) or "probabilities" not in other:
        return False
    p = np.asarray(other["probabilities"], dtype=np.float64)
    if not fits(counts, np.append(p, 0.0)):
        return False
    rivals = [np.asarray(q, dtype=np.float64) for q in other["rivals"].values()]
    return all(evidence(counts[:-1], p, q) < -np.log(ALIKE) for q in rivals)


def wrong_form(value: Plain, chances: Plain, name: str) -> Wrong | None:
    """Return what is wrong with one case alone: no counts, no category, an impossible one."""
    counts = usable(value, chances)
    if counts is None:
        return Wrong(
            f"{name} are no counts of {chances['draws']} draws.",
            "Expected as many draws as were asked for.",
            "The code may have changed the machinery around it: restart and run it alone.",
            form=True,
        )
    p = chances["probabilities"]
    if counts[-1]:
        return Wrong(
            "Some of what was drawn is no category.",
            f"Expected an integer from 0 to {len(p) - 1} in each draw.",
            "Return the index that was drawn as an int; the last one is the number less one.",
        )
    if np.any((counts[:-1] > 0) & (p <= 0)):
        return Wrong(
            "A category that has probability 0 was drawn.",
            "Expected that it never is.",
            "What is to be left out must get probability 0 before the draw, not after it.",
        )
    return None


def judged(values: Sequence[Plain], chances: Sequence[Plain], parts: int = 1) -> Wrong | None:
    """Return what is wrong with the counts of all cases together, or None.

    Half of the level goes to the divergence and half to the rivals, and each to all parts alike,
    so that a right function fails less often than `LEVEL`.

    Args:
        values: what came back, one for each case; of a form that is right.
        chances: what is expected, one for each case.
        parts: how many statistical parts the exercise has.
    """
    rows = [usable(v, c) for v, c in zip(values, chances, strict=True)]
    counts = [row[:-1] for row in rows if row is not None]
    ps = [c["probabilities"] for c in chances]
    if len(counts) != len(ps) or not ps:
        return None
    level = LEVEL / parts
    names = list(chances[0]["rivals"])
    found = too_far(counts, ps, level / 4) or any(
        too_far([n], [p], level / 4 / len(ps)) for n, p in zip(counts, ps, strict=True)
    )
    for name in names:
        both = zip(counts, chances, strict=True)
        total = sum(evidence(n, c["probabilities"], c["rivals"][name]) for n, c in both)
        found = found or total > limit(len(names), level)
    return _explained(counts, ps) if found else None


def missed(chances: Sequence[Plain], parts: int = 1) -> list[str]:
    """Return the rivals that the draws of a table would miss more than once in 100 gradings.

    Args:
        chances: what is expected, one for each case.
        parts: how many statistical parts the exercise has.
    """
    names = list(chances[0]["rivals"]) if chances else []
    found = []
    for name in names:
        each = [evidence_of(c["probabilities"], c["rivals"][name]) for c in chances]
        mean = sum(c["draws"] * e[0] for c, e in zip(chances, each, strict=True))
        variance = sum(c["draws"] * e[1] for c, e in zip(chances, each, strict=True))
        if mean < limit(len(names), LEVEL / parts) + HUNDREDTH * np.sqrt(variance):
            found.append(name)
    return found


def _explained(counts: Sequence[Integers], ps: Sequence[Floats]) -> Wrong:
    """Return what counts that are wrong look like."""
    return Wrong(
        "The shares of what was drawn are not the probabilities that were asked for.",
        "Expected shares that differ from them by chance only.",
        looks_like(counts, ps),
    )


def looks_like(counts: Sequence[Integers], ps: Sequence[Floats]) -> str:
    """Return a sentence that fits all counts, and far better than what is right; empty without one.

    Args:
        counts: of each case (V,).
        ps: the right probabilities of each case (V,).
    """

    def explains(other: Callable[[Floats], Floats]) -> bool:
        gain = sum(evidence(n, p, other(p)) for n, p in zip(counts, ps, strict=True))
        fit = all(fits(n, other(p), CERTAIN) for n, p in zip(counts, ps, strict=True))
        return bool(fit and gain > -np.log(CERTAIN))

    factor = likely(counts, ps, FACTORS)
    inside = FACTORS[0] < factor < FACTORS[-1]
    others: list[tuple[Callable[[Floats], Floats], str]] = [
        (_greedy, GREEDY),
        (_uniform, UNIFORM),
        *([(partial(tempered, factor=factor), PEAKED if factor < 1 else EVEN)] if inside else []),
        (partial(np.roll, shift=1), f"Each draw is the category one above {RIGHT_ONE}"),
        (partial(np.roll, shift=-1), f"Each draw is the category one below {RIGHT_ONE}"),
        (partial(_without, at=0), f"The first category {NEVER}"),
        (partial(_without, at=-1), f"The last category {NEVER}"),
    ]
    found = next((sentence for other, sentence in others if explains(other)), "")
    return found or (SAME if all(n.max() == n.sum() for n in counts) else "")


CERTAIN = 1e-4
"""The level at which a sentence is held to fit, and at which it must explain more than chance."""

SAME = (
    "Every draw gave the same, and not the most probable: each call makes a generator with a seed "
    "of its own. Draw with the one that is handed over."
)
GREEDY = "Always the most probable one was taken: draw with the probabilities instead."
UNIFORM = "All are drawn equally often: the probabilities are not used in the draw."
PEAKED = (
    "The draws are too peaked, as they are at a temperature that is too low: the logits are "
    "divided by the temperature once, before the softmax."
)
EVEN = (
    "The draws are too even, as they are at a temperature that is too high: the logits are "
    "divided by the temperature once, before the softmax."
)
RIGHT_ONE = "the right one: indices begin with 0."
NEVER = "is never drawn: the range of indices is one too short."


def _greedy(p: Floats) -> Floats:
    return np.asarray(np.eye(len(p))[np.argmax(p)])


def _uniform(p: Floats) -> Floats:
    return np.full(len(p), 1 / len(p))


def _without(p: Floats, at: int) -> Floats:
    left = p.copy()
    left[at] = 0.0
    return left / left.sum() if left.sum() else p


def apart(one: Plain, other: Plain) -> int:
    """Return by how many draws counts differ from others; 0 where either are no counts."""
    both = _integers(one), _integers(other)
    if both[0] is None or both[1] is None or both[0].shape != both[1].shape:
        return 0
    return int(np.abs(both[0] - both[1]).sum())


def jointly_alike(ones: Sequence[Plain], others: Sequence[Plain], chances: Sequence[Plain]) -> bool:
    """Return whether the counts of all cases together may come from where others came from.

    Besides the shares it compares the mean of log p, by which temperatures are told apart.

    Args:
        ones: what `counted` gave, for each case.
        others: the same of what they are compared with.
        chances: what is expected in each.
    """
    difference = variance = 0.0
    for one, other, expected in zip(ones, others, chances, strict=True):
        both = _integers(one), _integers(other)
        if both[0] is None or both[1] is None:
            return False
        a, b = both[0][:-1].astype(np.float64), both[1][:-1].astype(np.float64)
        p = np.asarray(expected["probabilities"], dtype=np.float64)
        if a.shape != p.shape or b.shape != p.shape or bool(a.sum()) != bool(b.sum()):
            return False
        if not a.sum():  # nothing that either drew is a category
            continue
        logs = np.log(np.maximum(p, 1e-12))
        pooled = (a + b) / (a + b).sum()
        spread = float(pooled @ logs**2 - (pooled @ logs) ** 2)
        difference += float(a @ logs / a.sum() - b @ logs / b.sum())
        variance += spread * (1 / a.sum() + 1 / b.sum())
    return bool(abs(difference) <= NEAR * np.sqrt(max(variance, 0.0)) + 1e-9)


NEAR = 3.3
"""How many deviations two means may lie apart: more, once in 1,000 times."""
