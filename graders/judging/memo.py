"""Sequences that are made while they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Memo(Sequence[T], Generic[T]):
    """A sequence whose entries are made when somebody first gets to them, and are then kept.

    To its readers it is like a tuple of these entries. Whoever stops early makes no more of them.

    Args:
        entries: makes the entries, one after the other. What it raises, every reader gets who comes
            that far.
    """

    def __init__(self, entries: Iterable[T]) -> None:
        self._coming = iter(entries)
        self._made: list[T] = []
        self._failed: BaseException | None = None

    def __iter__(self) -> Iterator[T]:
        at = 0
        while at < len(self._made) or self._more():
            yield self._made[at]
            at += 1

    def _more(self) -> bool:
        """Make one more entry, and return whether there was one."""
        if self._failed is not None:  # a second reader must not take what is there for all
            raise self._failed
        try:
            new = list(islice(self._coming, 1))
        except BaseException as error:
            self._failed = error
            raise
        self._made += new
        return bool(new)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return tuple(self)[at]
