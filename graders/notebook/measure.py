"""Measuring what a function costs, for experiments: its time and its memory."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from time import perf_counter
from typing import Any

__all__ = ["memory", "seconds"]


def seconds(function: Callable[[], Any], repeats: int = 20) -> float:
    """Return how long a call takes, in seconds: the least of several, since others disturb it.

    Args:
        function: called without arguments.
        repeats: how often.
    """
    least = float("inf")
    for _ in range(repeats):
        begin = perf_counter()
        function()
        least = min(least, perf_counter() - begin)
    return least


def memory(function: Callable[[], Any]) -> int:
    """Return the largest amount of memory, in bytes, that a call holds at once.

    Counted is what Python and NumPy allocate while it runs, and not what was there before.

    Args:
        function: called without arguments.
    """
    gc.collect()
    running = tracemalloc.is_tracing()
    if not running:
        tracemalloc.start()
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    try:
        function()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        if not running:
            tracemalloc.stop()
