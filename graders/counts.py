"""Returned kinds of probes: counts that are judged statistically, and what holds or does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Probabilities = NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """How often each category was drawn, as `graders.probes.sampling.counted` gives it.

    Args:
        axis: what the categories are called, "V".
        probabilities: takes a case and returns the known probabilities (V,), by other code than
            the reference's. A frozen table holds what it returned.
        rivals: takes a case and returns wrong probabilities (V,) by what is wrong with them: the
            errors that must be caught though they are small. See `graders.judging.chances`.
    """

    axis: str
    probabilities: Callable[..., Probabilities] | None = None
    rivals: Callable[..., Mapping[str, Probabilities]] | None = None

    def chances(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is expected in a case, as plain data.

        Raises:
            ValueError: something is missing in the contract, or is no row of probabilities.
        """
        if self.probabilities is None or "draws" not in arguments:
            raise ValueError(
                f"Counts({self.axis!r}) has no probabilities, or its case has no `draws`. Expected "
                "a function of the case, and in the case how often to draw. Mend the contract."
            )
        p = _probabilities(self.probabilities(**arguments))
        rivals = self.rivals(**arguments) if self.rivals else {}
        return {
            "probabilities": p,
            "draws": int(arguments["draws"]),
            "rivals": {name: _probabilities(q) for name, q in rivals.items()},
        }


def _probabilities(values: Any) -> Probabilities:
    p = np.asarray(values, dtype=np.float64)
    if p.ndim != 1 or np.any(p < 0) or abs(float(p.sum()) - 1.0) > 1e-9:
        raise ValueError(
            f"Counts got {p.tolist()!r:.80} as probabilities; expected a row of numbers that are "
            "not negative and add up to 1. Mend `probabilities` or `rivals` in the contract."
        )
    return p


@dataclass(frozen=True)
class Holds:
    """Something that a probe finds to hold, True, or not; and the sentences where it does not.

    Args:
        returned: what was seen, "Two generators with one seed gave different draws."
        expected: what should be, "Expected the same draws from the same seed."
        usually: what it usually means.
        needed: whether counts earn nothing where it does not hold: they may come out right for
            things of which none is what was asked for.
    """

    returned: str
    expected: str
    usually: str = ""
    needed: bool = False
