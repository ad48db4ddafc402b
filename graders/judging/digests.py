"""A number for all that was observed: the same for observations that are the same exactly.

What is judged exactly needs no tolerance, so one number of 32 bits tells observations apart, and a
table can hold what hundreds of pairs of mistakes give.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from graders.judging.observe import Observation
from graders.judging.plain import Opaque, Plain

DIGITS = 6
"""Significant digits of floats, where something that is judged exactly holds any."""


def digest(observations: Sequence[Observation]) -> int:
    """Return a number of 32 bits for what was observed.

    Integers of any width are the same, and so are dicts whose keys stand in another order; a truth
    value is no integer, and a tuple no list.

    Args:
        observations: what was observed of one function, case by case.
    """
    seen = [
        [o.outcome, o.error.get("type"), sorted(o.mutated), _written(o.value)] for o in observations
    ]
    return zlib.crc32(json.dumps(seen).encode())


def _written(value: Plain) -> Any:
    """Return plain data as JSON data that says its types."""
    if isinstance(value, np.ndarray) and value.ndim:
        kind = {"u": "i"}.get(value.dtype.kind, value.dtype.kind)
        return [kind, value.shape, [_written(entry) for entry in value.ravel().tolist()]]
    if isinstance(value, np.ndarray):
        value = value.item()
    if isinstance(value, dict):
        entries = [[type(k).__name__, str(k), _written(v)] for k, v in value.items()]
        return ["dict", sorted(entries, key=lambda entry: entry[:2])]
    if isinstance(value, list | tuple):
        return [type(value).__name__, [_written(entry) for entry in value]]
    if isinstance(value, Opaque):
        return ["opaque", value.kind]
    return f"{value:.{DIGITS}g}." if isinstance(value, float) else [type(value).__name__, value]
