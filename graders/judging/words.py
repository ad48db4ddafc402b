"""Words for what a submission chose: what it returned, raised and changed.

Every sentence of judging that speaks of these gets the words from here, and from nowhere else. On
visible cases they say all there is; what they say of hidden ones stands in `discreet`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graders.judging.described import describe
from graders.judging.observe import SECONDS
from graders.judging.plain import Opaque, Plain
from graders.wording import one_line, quoted


class Words:
    """Says of everything what it is."""

    def thing(self, value: Plain, length: int | None = None) -> str:
        """Return what a value is: "a tuple of 3".

        Args:
            value: what was returned.
            length: how many were expected, where several were.
        """
        return one_line(value.kind[:120]) if isinstance(value, Opaque) else describe(value)

    def shape(self, got: tuple[int, ...], want: tuple[int, ...]) -> str:
        """Return a shape that is not the expected one, after "has"."""
        return f"shape {got}"

    def single(self, number: float) -> str:
        """Return a number that stands where an array should."""
        return f"a single number ({number:.4g})"

    def keys(self, names: Sequence[str]) -> str:
        """Return the keys of a dict in which one is missing, after the one that is."""
        return f"; it has {', '.join(quoted(n, 40) for n in names[:12]) or 'no keys at all'}"

    def values(self, path: str, place: str, wrong: str, got: float, want: float) -> tuple[str, str]:
        """Return that values differ, and what was expected.

        Args:
            path: the array.
            place: the first wrong entry, as in `a[0, 2]`.
            wrong: how many are wrong, in words that end before the place.
            got: the entry.
            want: what it should be.
        """
        return f"{wrong}{place} = {got:.6g}.", f"Expected {want:.6g} there."

    def exactly(self, frank: str, known: str) -> str:
        """Return a sentence on a value that is judged exactly.

        Args:
            frank: what it is, with what was returned and what was expected.
            known: the same, without either.
        """
        return one_line(frank)

    def largest_error(self, error: float) -> str:
        """Return how far the values of an array differ, where its shape is right."""
        return f"The shape is right, the largest error is {error:.3g}."

    def factor(self, ratio: float) -> str:
        """Return one factor by which every value is off, before "what it should be"."""
        return f"{ratio:.4g} times"

    def raised(self, error: Mapping[str, Any], where: str) -> str:
        """Return which exception was raised, and where.

        Args:
            error: what is known of it.
            where: the case.
        """
        kind, place = one_line(str(error.get("type", "an exception"))), ""
        if error.get("line"):
            line = one_line(str(error.get("text", "")).strip()[:80])
            function = one_line(str(error.get("function")))
            place = f" in {function}, line {one_line(str(error['line']))}"
            place += f" (`{line}`)" if line else ""
        message = one_line(str(error["message"])[:120]) if error.get("message") else ""
        return f"Your code raised {kind}{place} on {where}{message and f': {message}'}."

    def endless(self, error: Mapping[str, Any], where: str) -> str:
        """Return that a call did not end."""
        seconds = error.get("seconds")
        limit = seconds if isinstance(seconds, int | float) else SECONDS
        return f"Your code did not come back within {limit:g} s on {where}."

    def changed(self, paths: Sequence[str]) -> str:
        """Return which inputs were changed, after "Your function changed"."""
        return f"what it was given: {', '.join(one_line(path) for path in paths[:3])}"


FRANK = Words()
