"""Two known mistakes at once: recognised by a few numbers that the build computes.

For each pair of patches that fit together, the build runs the reference with both on the small case
of the ablations and on the first case of the table, and keeps one number for each returned value:
enough to tell pairs apart, and much less than what they return. Two cases, because numbers that are
counted or rounded can be the same in one by chance. Where values are judged exactly, it runs all
cases, and keeps one number for all of them.
"""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from graders.judging.coded import encode
from graders.judging.diagnose import part_of
from graders.judging.digests import digest
from graders.judging.nearness import as_array
from graders.judging.observe import CaseInput, Observation, cases_to_json, observe
from graders.judging.plain import Plain
from graders.judging.trees import rounded
from graders.kinds import is_exact

if TYPE_CHECKING:
    from graders.exercise import Mistake
    from graders.judging.table import KnownMistake, Table

DIGITS = 8
NEAR = 1e-6


@dataclass(frozen=True)
class Pair:
    """Two mistakes of an exercise, and what they give together.

    Args:
        first, second: their places among the table's mistakes.
        marks: a number for each returned array, in order: of the small case, then of the first.
            Where values are judged exactly, one whole number for all that was observed of all
            cases: see `digests`.
    """

    first: int
    second: int
    marks: tuple[float, ...]


def marks(value: Plain, table: Table, right: Mapping[str, Plain]) -> tuple[float, ...] | None:
    """Return a number for each returned array; None where one is missing, misshapen or not finite.

    Args:
        value: what was returned on the small case.
        table: what was asked.
        right: what is right, by name: arrays and dicts of them.
    """
    found = []
    for name, want in right.items():
        got = part_of(value, name, table)
        pairs = [(got, want)]
        if isinstance(want, dict):
            if not isinstance(got, dict) or got.keys() != want.keys():
                return None
            pairs = [(got[key], want[key]) for key in want]
        for one, other in pairs:
            array, wanted = as_array(one), as_array(other)
            if array is None or wanted is None or array.shape != wanted.shape:
                return None
            if not np.all(np.isfinite(array.astype(np.float64))):
                return None
            weights = np.cos(1.7 * np.arange(array.size))
            found.append(float(np.dot(array.astype(np.float64).ravel(), weights)))
    return tuple(found) or None


def near(one: Sequence[float], other: Sequence[float]) -> bool:
    """Return whether two rows of numbers are the same, up to rounding."""
    return len(one) == len(other) and bool(
        np.all(np.abs(np.subtract(one, other)) <= NEAR * (1 + np.abs(other)))
    )


def origin(table: Table, mistakes: Sequence[Mistake]) -> str:
    """Return a digest of all that an exercise's pairs follow from, this module included.

    The same digest, the same pairs: they need not be computed again. Not in it is the code that
    calls functions (`observe`) and rounds what they return, and that of other exercises: what they
    give stands in what is expected.

    Args:
        table: as in `pairs_of`.
        mistakes: as in `pairs_of`.
    """
    from graders.lessons.reference import reference

    solution, whole = reference(table.lesson), hashlib.sha256()
    whole.update(Path(__file__).read_text("utf-8").encode())
    whole.update(solution.source(table.exercise).encode())
    for mistake in mistakes:
        text = solution.patched_source(table.exercise, mistake) if mistake.swap else ""
        whole.update(repr((mistake.key, mistake.rare, text)).encode())
    cases = [*table.cases, *(a.case for a in table.ablations[:1] if a.case is not None)]
    whole.update(json.dumps([cases_to_json(cases), list(map(encode, table.expected))]).encode())
    whole.update(repr((table.returns, table.builds_on)).encode())
    if is_exact(table.returns):
        whole.update(repr([digest(known.observations) for known in table.mistakes]).encode())
    return whole.hexdigest()[:16]


def pairs_of(table: Table, mistakes: Sequence[Mistake]) -> Iterator[Pair]:
    """Yield the pairs of an exercise's own mistakes that can be told from all else.

    Args:
        table: its visible table, with ablations.
        mistakes: its mistakes, in the table's order.
    """
    if is_exact(table.returns):
        yield from _exact_pairs(table, mistakes)
        return
    base = table.ablations[0]
    if base.case is None or not base.expected:
        return
    together = _Together(table, mistakes, [base.case, table.cases[0]])
    singles = [together.marks((i,)) for i in range(len(mistakes))]
    single = [m for m in (*singles, together.marks(())) if m]
    made = {
        both: found
        for both in combinations(range(len(mistakes)), 2)
        if singles[both[0]] and singles[both[1]] and (found := together.marks(both))
    }
    often = Counter(made.values())
    for (first, second), found in made.items():
        telling = found != tuple(map(round, found))  # numbers that are counted are met by chance
        if telling and often[found] == 1 and not any(near(found, other) for other in single):
            yield Pair(first, second, found)


def _exact_pairs(table: Table, mistakes: Sequence[Mistake]) -> Iterator[Pair]:
    """Yield the pairs of which all that is observed differs from all else.

    One of the two is no rare mistake; none is where the exercise calls others, which takes longest.
    Of pairs that give the same, one of two common mistakes is likelier than the others.
    """
    rare = {i for i, mistake in enumerate(mistakes) if mistake.rare}
    most = 0 if table.builds_on else 1
    together = _Together(table, mistakes, table.cases)
    single: set[int | None] = {digest(known.observations) for known in table.mistakes}
    single |= {together.digest((i,)) for i in range(len(mistakes))} | {together.digest(())}
    made: dict[int, list[tuple[int, int]]] = {}
    for both in combinations(range(len(mistakes)), 2):
        found = together.digest(both) if len(rare.intersection(both)) <= most else None
        if found is not None and found not in single:
            made.setdefault(found, []).append(both)
    for found, alike in made.items():
        often = [both for both in alike if rare.isdisjoint(both)] or alike
        if len(often) == 1:
            yield Pair(*often[0], (found,))


Edit = tuple[int, int, list[str]]
"""A part of the reference's words, from and to, and the words that stand there instead."""


class _Together:
    """Runs a reference with several patches at once."""

    def __init__(
        self, table: Table, mistakes: Sequence[Mistake], cases: Sequence[CaseInput]
    ) -> None:
        from graders.lessons.reference import reference

        self.table, self.cases = table, cases
        solution = reference(table.lesson)
        self.names = solution.namespace()
        self.words = _words(solution.source(table.exercise))
        self.edits = [
            _edits(self.words, _words(solution.patched_source(table.exercise, mistake)))
            if mistake.swap
            else None
            for mistake in mistakes
        ]

    def marks(self, which: Sequence[int]) -> tuple[float, ...] | None:
        """Return what the reference gives with these mistakes, or None if they do not fit."""
        seen = self._seen(which)
        found = _both(self.table, *seen) if seen else None
        return tuple(rounded(list(found), DIGITS)) if found else None

    def digest(self, which: Sequence[int]) -> int | None:
        """Return a number for what the reference does with these mistakes, None as above.

        What raises or never ends is no pair: an exception says more.
        """
        seen = self._seen(which)
        return digest(seen) if seen and all(o.outcome == "returned" for o in seen) else None

    def _seen(self, which: Sequence[int]) -> list[Observation]:
        """Return what the reference with these mistakes does, nothing if they do not fit."""
        chosen = [self.edits[i] for i in which]
        source = _edited(self.words, [e for edits in chosen if edits for e in edits])
        if source is None or not all(chosen):
            return []
        name, names = self.table.exercise, dict(self.names)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", SyntaxWarning)
                exec(compile(source, f"<{name}, mistaken twice>", "exec"), names)
        except SyntaxError:
            return []
        return observe(names[name], self.cases, seconds=0.5)


def _words(source: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", source)


def _edits(words: list[str], others: list[str]) -> list[Edit]:
    """Return the edits that lead from one text to another."""
    codes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return [(i, j, others[k:end]) for tag, i, j, k, end in codes if tag != "equal"]


def _edited(words: list[str], edits: list[Edit]) -> str | None:
    """Return the text with all edits, or None where two of them touch: they would be a third."""
    ordered = sorted(edits, key=lambda edit: edit[:2])
    for (_, end, _), (start, _, _) in pairwise(ordered):
        if start <= end:
            return None
    new = list(words)
    for start, end, instead in reversed(ordered):
        new[start:end] = instead
    return "".join(new)


def _both(table: Table, small: Observation, first: Observation) -> tuple[float, ...] | None:
    """Return the numbers of the small case and of the first, or None where one has none."""
    if small.outcome != "returned" or first.outcome != "returned":
        return None
    names = table.ablations[0].expected
    right = {name: part_of(table.expected[0], name, table) for name in names}
    one, two = marks(small.value, table, names), marks(first.value, table, right)
    return (*one, *two) if one and two else None


def two_at_once(
    table: Table, small: Observation | None, observations: Sequence[Observation]
) -> tuple[KnownMistake, KnownMistake] | None:
    """Return the two mistakes that give what a function returned, or None.

    Args:
        table: a visible table.
        small: what was observed of the small case.
        observations: what was observed of the table's cases.
    """
    if not table.pairs:
        return None
    if is_exact(table.returns):
        number = digest(observations)
        pair = next((p for p in table.pairs if p.marks == (number,)), None)
    else:
        found = _both(table, small, observations[0]) if small is not None else None
        pair = next((p for p in table.pairs if found and near(found, p.marks)), None)
    return (table.mistakes[pair.first], table.mistakes[pair.second]) if pair else None
