"""Sentences on what was odd in a submission, of which there are never more than can be read."""

from __future__ import annotations

from collections.abc import Sequence

from graders.grading.handed_in.limits import MAX_REMARKS


class Remarks:
    """Sentences, of which the first are kept and the others counted."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._more = 0

    def append(self, sentence: str) -> None:
        """Add a sentence."""
        if len(self._kept) < MAX_REMARKS:
            self._kept.append(sentence)
        else:
            self._more += 1

    def said(self) -> tuple[str, ...]:
        """Return the sentences, and one on how many were left out."""
        if not self._more:
            return tuple(self._kept)
        more = "remark of this kind was" if self._more == 1 else "remarks of these kinds were"
        return (*self._kept, f"{self._more} more {more} left out.")


def listed(names: Sequence[str], most: int = 5) -> str:
    """Return names of cells, each once, for a sentence that stays short."""
    each = list(dict.fromkeys(names))
    shown = ", ".join(f"'{name}'" for name in each[:most])
    return shown + (f" and {len(each) - most} more" if len(each) > most else "")


def plural(names: Sequence[str]) -> str:
    """Return the ending of the noun for so many names."""
    return "s" if len(set(names)) > 1 else ""
