"""Generators of random numbers."""

from __future__ import annotations

import numpy as np


def generator(seed: int) -> np.random.Generator:
    """Return NumPy's generator with a seed."""
    return np.random.default_rng(seed)
