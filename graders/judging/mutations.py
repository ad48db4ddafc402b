"""Which of the inputs a function has changed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from graders.judging.plain import Plain
from graders.made import Made


def _same(before: Plain, after: Plain) -> bool:
    if isinstance(before, np.ndarray):
        alike = (
            isinstance(after, np.ndarray)
            and before.shape == after.shape
            and before.dtype == after.dtype
        )
        if not alike or before.tobytes() == after.tobytes():  # faster than comparing numbers
            return alike
        return bool(np.array_equal(before, after, equal_nan=before.dtype.kind == "f"))
    return type(before) is type(after) and before == after


def changes(before: Plain, after: Plain, path: str) -> Iterator[str]:
    """Yield the path of every leaf that changed, and "" where something is built otherwise.

    Only what was handed in has a path: what somebody puts beside it can be very large. What is
    made may change: a generator does at each draw.
    """
    if isinstance(before, Made):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        alike = list(before) == list(after)
        pairs = [(f"{path}[{k!r}]", before[k], after[k]) for k in before if k in after]
    elif isinstance(before, list | tuple) and isinstance(after, list | tuple):
        alike = len(before) == len(after)
        both = zip(before, after, strict=False)
        pairs = [(f"{path}[{i}]", old, new) for i, (old, new) in enumerate(both)]
    elif isinstance(before, dict | list | tuple) or isinstance(after, dict | list | tuple):
        alike, pairs = False, []
    else:
        alike, pairs = True, []
        if not _same(before, after):
            yield path
    if not alike:
        yield ""
    for place, old, new in pairs:
        yield from changes(old, new, place)
