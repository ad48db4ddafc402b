"""Diagnosing: which known mistake do the observations equal, or what do they look like?"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from graders.counts import Counts
from graders.judging.counted import apart, jointly_alike
from graders.judging.nearness import EXACT, Tolerance, alike, as_array
from graders.judging.observe import Observation
from graders.judging.partly import partly
from graders.judging.plain import Plain
from graders.judging.resemblances import Pair, resemblance
from graders.judging.signatures import Sample, signature
from graders.judging.table import KnownMistake, Table
from graders.judging.words import FRANK, Words
from graders.kinds import Booleans, Exactly, Integers, ListOf, TupleOf


def part_of(value: Plain, name: str, table: Table) -> Plain:
    """Return one returned value by its name, or None where it is missing."""
    names = list(table.returns)
    if table.as_dict:
        return value.get(name) if isinstance(value, dict) else None
    if len(names) == 1:
        return value
    if isinstance(value, list | tuple) and len(value) == len(names):
        return value[names.index(name)]
    return None


@dataclass(frozen=True)
class Diagnosis:
    """The known mistakes that explain what was observed.

    Args:
        whole: the mistake that explains everything, or None.
        parts: where none does, the mistake that explains a returned value, by the value's name.
        alone: the same for mistakes that would spoil other values as well, which came back
            otherwise: made in this value alone.
    """

    whole: KnownMistake | None = None
    parts: Mapping[str, KnownMistake] = field(default_factory=dict)
    alone: Mapping[str, KnownMistake] = field(default_factory=dict)

    def headline(self, wrong: Collection[str]) -> KnownMistake | None:
        """Return the mistake to name first, or None.

        It is the one that explains most, if that is more than half of what is wrong, or if the rest
        is explained too; an explanation of one symptom among many would lead away from the cause.

        Args:
            wrong: the names of the returned values that are wrong.
        """
        first = next(iter(self.parts.values()), None)
        explained = sum(known is first for known in self.parts.values())
        telling = 2 * explained > len(wrong) or len(self.parts) == len(wrong)
        return self.whole or (first if telling else None)

    def two(self, wrong: Collection[str]) -> tuple[KnownMistake, KnownMistake] | None:
        """Return the two mistakes that explain all that is wrong, part by part, or None.

        Args:
            wrong: the names of the returned values that are wrong.
        """
        distinct = list({id(known): known for known in self.parts.values()}.values())
        if self.whole or len(distinct) != 2 or len(self.parts) != len(wrong):
            return None
        return distinct[0], distinct[1]

    def made_alone(self, wrong: Collection[str]) -> tuple[KnownMistake, tuple[str, ...]] | None:
        """Return the mistake that explains all that is wrong, made in these values alone, or None.

        Args:
            wrong: the names of the returned values that are wrong.
        """
        made = list(self.alone.values())
        if not made or self.parts or len(made) != len(wrong):
            return None
        return (made[0], tuple(self.alone)) if all(k is made[0] for k in made) else None


def diagnose(
    table: Table, observations: Sequence[Observation], wrong: Collection[str]
) -> Diagnosis:
    """Return the mistakes that explain the observations.

    A mistake explains everything when its observations equal the student's in every case, or at
    least in most. Where none does, a mistake explains a returned value when it gives that value,
    wrong, in every case in which both returned something; several mistakes made at once are found
    in this way. A mistake that would also spoil what is right counts less.

    Draws from a mistake take long. Where a hidden table counts them, a mistake is left at the first
    case that speaks against it, those with the fewest draws first, and is named for the whole only:
    the visible table, which holds what was drawn, says the rest.

    Args:
        table: the known mistakes.
        observations: what was observed.
        wrong: the names of the returned values that are wrong.
    """
    fitting: list[tuple[int, KnownMistake]] = []  # counts of several may fit
    for known in table.mistakes:
        if _explains_all(known, table, observations):
            difference = _draws_apart(known, table, observations)
            if not difference:
                return Diagnosis(whole=known)
            fitting.append((difference, known))
    if fitting:
        return Diagnosis(whole=min(fitting, key=lambda entry: entry[0])[1])
    if _draws_anew(table):
        return Diagnosis()
    for known in table.mistakes:
        if _explains_most(known, table, observations):
            return Diagnosis(whole=known)
    right = [name for name in table.returns if name not in wrong]
    found = []
    for known in table.mistakes:
        explained = [name for name in wrong if _explains(known, table, observations, name)]
        others = [name for name in table.returns if name not in explained]
        if explained and not any(_contradicted(known, table, observations, n) for n in others):
            spoiled = sum(not _leaves_right(known, table, name) for name in right)
            found.append((spoiled - len(explained), spoiled, explained, known))
    parts: dict[str, KnownMistake] = {}
    for *_, explained, known in sorted(found, key=lambda entry: entry[:2]):
        for name in explained:
            parts.setdefault(name, known)
    return Diagnosis(parts=parts, alone={} if parts else _alone(table, observations, wrong))


def _alone(
    table: Table, observations: Sequence[Observation], wrong: Collection[str]
) -> dict[str, KnownMistake]:
    """Return the mistake that gives all values that are wrong, and would spoil right ones, too.

    Its sentence must fit: it names no value that is right. Zeros tell of no mistake in particular.
    """
    right = [name for name in table.returns if name not in wrong]
    for known in table.mistakes:
        said = set(re.findall(r"\w+", known.sentence))
        if known.exercise != table.exercise or not said.isdisjoint(right):
            continue
        if all(
            _explains(known, table, observations, name)
            and any(np.any(as_array(part_of(o.value, name, table))) for o in known.observations)
            for name in wrong
        ):
            return dict.fromkeys(wrong, known)
    return {}


def _explains_all(known: KnownMistake, table: Table, observations: Sequence[Observation]) -> bool:
    """Return whether a mistake gives what was observed in every case."""
    evidence = False
    for index in _by_draws(table):
        seen, wrong = observations[index], known.observations[index]
        want, limits = table.expected[index], table.limits[index]
        if seen.outcome != "returned" or wrong.outcome != "returned":
            refuses = table.refuses_case(index) is not None
            if not (_fail_alike(seen, wrong) or (refuses and _refuse_alike(seen, wrong))):
                return False
            evidence = evidence or refuses or bool(seen.error.get("message"))
        elif not _same(seen, wrong, limits):
            return False
        else:
            evidence = evidence or _harms(wrong, want, limits)
    return evidence and _counts_alike(known, table, observations)


def _counting(table: Table) -> list[str]:
    """Return the names of what is counted in many draws."""
    return [name for name, spec in table.returns.items() if isinstance(spec, Counts)]


def _draws_apart(known: KnownMistake, table: Table, observations: Sequence[Observation]) -> int:
    """Return in how many draws what was observed differs from what a mistake gives."""
    return sum(
        apart(part_of(seen.value, name, table), part_of(wrong.value, name, table))
        for name in _counting(table)
        for seen, wrong in zip(observations, known.observations, strict=True)
    )


def _draws_anew(table: Table) -> bool:
    """Return whether whoever asks what a mistake gives has to draw it first."""
    return table.hidden and bool(_counting(table))


def _by_draws(table: Table) -> Sequence[int]:
    """Return the places of the cases, those first of which a mistake is soonest drawn."""
    places = range(len(table.cases))
    if not _draws_anew(table):
        return places
    return sorted(places, key=lambda at: _number(table.cases[at].arguments.get("draws")))


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _explains_most(known: KnownMistake, table: Table, observations: Sequence[Observation]) -> bool:
    """Return whether a mistake gives what was observed in four cases of five, twice tellingly.

    The same mistake, written in another way, may raise or give NaN where the registered one does
    not, or differ where that one does no harm. But where the mistake gives wrong numbers, other
    numbers contradict it, however many cases agree: functions that limit different things agree
    wherever no limit is reached.
    """
    telling, others = 0, []
    rows = list(zip(observations, known.observations, table.expected, table.limits, strict=True))
    for seen, wrong, want, limits in rows:
        if seen.outcome == wrong.outcome == "returned" and _same(seen, wrong, limits):
            telling += _harms(wrong, want, limits)
            continue
        others.append((seen, wrong, want, limits))
        if 5 * len(others) > len(rows):
            return False
    counts = _counts_alike(known, table, observations)
    return (
        counts
        and telling >= 2
        and not any(
            _harms(wrong, want, limits) and _gives_numbers(wrong) and _gives_numbers(seen)
            for seen, wrong, want, limits in others
        )
    )


def _counts_alike(
    known: KnownMistake, table: Table, observations: Sequence[Observation], part: str = ""
) -> bool:
    """Return whether counts of draws, or those of one part, fit a mistake in all cases together."""
    for name in _counting(table):
        if part not in ("", name):
            continue
        rows = [
            (part_of(seen.value, name, table), part_of(wrong.value, name, table), want)
            for seen, wrong, value in zip(
                observations, known.observations, table.expected, strict=True
            )
            if seen.outcome == wrong.outcome == "returned"
            for want in [part_of(value, name, table)]
        ]
        if rows and not jointly_alike(*map(list, zip(*rows, strict=True))):
            return False
    return True


def _harms(wrong: Observation, want: Plain, limits: Tolerance) -> bool:
    """Return whether a mistake can be seen in a case."""
    return bool(wrong.mutated) or not alike(wrong.value, want, limits)


def _gives_numbers(seen: Observation) -> bool:
    """Return whether something came back, and every number in it is finite."""
    return seen.outcome == "returned" and finite(seen.value)


def finite(tree: Plain) -> bool:
    """Return whether every number of a value is finite."""
    if isinstance(tree, np.ndarray):
        return bool(np.all(np.isfinite(tree)))
    if isinstance(tree, dict | list | tuple):
        return all(map(finite, tree.values() if isinstance(tree, dict) else tree))
    return not isinstance(tree, float) or math.isfinite(tree)


def _same(seen: Observation, wrong: Observation, limits: Tolerance) -> bool:
    return set(seen.mutated) == set(wrong.mutated) and alike(seen.value, wrong.value, limits)


def _comparable(known: KnownMistake, observations: Sequence[Observation]) -> bool:
    """Return whether in at least half of the cases both returned something."""
    both = [
        seen.outcome == wrong.outcome == "returned"
        for seen, wrong in zip(observations, known.observations, strict=True)
    ]
    return 2 * sum(both) >= len(both)


def _fail_alike(seen: Observation, wrong: Observation) -> bool:
    """Return whether two failures are the same; an exception's type alone proves nothing."""
    same = all(seen.error.get(key) == wrong.error.get(key) for key in ("type", "message"))
    return seen.outcome == wrong.outcome and same


def _refuse_alike(seen: Observation, wrong: Observation) -> bool:
    """Return whether two exceptions of a refusal have one type, and the mistake's has no message.

    What must be refused is judged by the type; a mistake without a message stands for any message.
    """
    both = seen.outcome == wrong.outcome == "raised"
    return both and not wrong.error.get("message") and seen.error["type"] == wrong.error["type"]


def _explains(
    known: KnownMistake, table: Table, observations: Sequence[Observation], name: str
) -> bool:
    evidence = False
    for seen, wrong, want, limits in _returning(known, table, observations):
        if seen.outcome != "returned" or wrong.outcome != "returned":
            continue
        got, mistaken = part_of(seen.value, name, table), part_of(wrong.value, name, table)
        if got is None or not alike(got, mistaken, limits):
            return False
        evidence = evidence or not alike(mistaken, part_of(want, name, table), limits)
    counts = _counts_alike(known, table, observations, name)
    return evidence and counts and _comparable(known, observations)


def _contradicted(
    known: KnownMistake, table: Table, observations: Sequence[Observation], name: str
) -> bool:
    """Return whether a mistake would spoil a returned value in a way that was not seen.

    Where the mistake leaves the value right and it is wrong, another mistake may have been made,
    too. But what the mistake itself would give must have come back.
    """
    for seen, wrong, want, limits in _returning(known, table, observations):
        if seen.outcome != "returned" or wrong.outcome != "returned":
            continue
        got, mistaken = part_of(seen.value, name, table), part_of(wrong.value, name, table)
        if alike(got, mistaken, limits):
            continue
        if not alike(mistaken, part_of(want, name, table), limits):
            return True
    return False


def _leaves_right(known: KnownMistake, table: Table, name: str) -> bool:
    """Return whether a mistake leaves a returned value right wherever it returns something."""
    return all(
        wrong.outcome != "returned"
        or alike(part_of(wrong.value, name, table), part_of(want, name, table), limits)
        for _, wrong, want, limits in _returning(known, table, known.observations)
    )


def _returning(
    known: KnownMistake, table: Table, observations: Sequence[Observation]
) -> Iterator[tuple[Observation, Observation, Plain, Tolerance]]:
    """Yield what was seen, what the mistake gives and what is right, where values are expected."""
    rows = zip(observations, known.observations, table.expected, table.limits, strict=True)
    for index, row in enumerate(rows):
        if table.refuses_case(index) is None:
            yield row


def looks_like(
    table: Table, observations: Sequence[Observation], name: str, words: Words = FRANK
) -> str | None:
    """Return what a wrong returned value looks like by itself, or None.

    Args:
        table: what was expected.
        observations: what was observed.
        name: the name of the returned value.
        words: what may be said of it.
    """
    spec = table.returns[name]
    if isinstance(spec, Integers | Booleans | Exactly):
        pairs = [
            Pair(part_of(seen.value, name, table), part_of(table.expected[i], name, table))
            for i, seen in enumerate(observations)
            if seen.outcome == "returned" and table.refuses_case(i) is None
        ]
        return _alike(pairs, isinstance(spec, Exactly) and spec.ordered, table.hidden)
    if isinstance(spec, ListOf) and isinstance(spec.entry, TupleOf) and not table.hidden:
        return _of_tuples(table, observations, name, spec.entry)
    if not isinstance(spec, str):
        return None
    axes = tuple(spec.split())
    samples = []
    for i, seen in enumerate(observations):
        case = table.cases[i]
        if table.refuses_case(i) is not None:
            continue
        if case.dtype != "float64" or seen.outcome != "returned" or case.setting == "large inputs":
            continue
        got = as_array(part_of(seen.value, name, table))
        want = as_array(part_of(table.expected[i], name, table))
        if got is None or want is None:
            return None
        others = {k: part_of(table.expected[i], k, table) for k in table.returns if k != name}
        samples.append(
            Sample(got, want, axes, table.sizes[i], inputs=case.arguments, others=others)
        )
    finite = all(bool(np.all(np.isfinite(s.got.astype(np.float64)))) for s in samples)
    return signature(samples, words) if finite else None


def _alike(pairs: Sequence[Pair], ordered: bool, hidden: bool) -> str | None:
    """Return what values look like that are judged exactly, or how far they are right, or None."""
    said = resemblance(pairs, ordered)
    return said if said or hidden else partly([(p.got, p.want) for p in pairs], ordered)


def _of_tuples(
    table: Table, observations: Sequence[Observation], name: str, entry: TupleOf
) -> str | None:
    """Return which members of a list of tuples of integers are wrong, and what they look like."""
    said, right = [], []
    for at, (member, spec) in enumerate(entry.entries.items()):
        pairs = []
        for i, seen in enumerate(observations):
            got = _member(part_of(seen.value, name, table), at, len(entry.entries))
            want = _member(part_of(table.expected[i], name, table), at, len(entry.entries))
            if got is None or want is None or not isinstance(spec, Integers | Booleans):
                return None
            pairs.append(Pair(got, want))
        if all(alike(pair.got, pair.want, EXACT) for pair in pairs):
            right.append(member)
        else:
            said.append((member, _alike(pairs, False, table.hidden)))
    if not said:
        return None
    (wrong, looks), *others = said
    if right:
        return f"All {' and '.join(right)} are right, the {wrong} are not. {looks or ''}".strip()
    if not others:
        return looks
    fit = _later(table, observations, name) if len(entry.entries) == 2 else ""
    return f"{fit} {f'Of the {wrong}: {looks}' if looks else ''}".strip() or None


def _later(table: Table, observations: Sequence[Observation], name: str) -> str:
    """Return whether in every pair of arrays the second is the first, one step later."""
    pairs = []
    for seen in observations:
        value = part_of(seen.value, name, table)
        pairs += value if isinstance(value, list) else []
    arrays = [(np.asarray(p[0]), np.asarray(p[1])) for p in pairs if isinstance(p, tuple)]
    if all(np.array_equal(one[..., 1:], other[..., :-1]) for one, other in arrays):
        return "Within each row the second array is the first, one step later: that is right."
    return "Within a row the second array should be the first, one step later, and is not."


def _member(value: Plain, at: int, of: int) -> Plain:
    """Return one member of all tuples of a list, as an array side by side, or None."""
    if not isinstance(value, list) or not value:
        return None
    if not all(isinstance(item, tuple) and len(item) == of for item in value):
        return None
    arrays = [item[at] for item in value if isinstance(item, tuple)]
    if not all(isinstance(array, np.ndarray) and array.ndim for array in arrays):
        return None
    if len({array.shape[:-1] for array in arrays if isinstance(array, np.ndarray)}) > 1:
        return None
    return np.concatenate([np.asarray(array) for array in arrays], axis=-1)


def error_advice(error: Mapping[str, object]) -> str:
    """Return what an exception usually means in these exercises; empty where nothing is known."""
    kind, message = str(error.get("type", "")), str(error.get("message", ""))
    if "read-only" in message:
        return "The arrays handed in must stay as they are: write into a new array."
    return next((says for (k, part), says in ADVICE.items() if k == kind and part in message), "")


ADVICE: Mapping[tuple[str, str], str] = {
    ("ValueError", "matmul"): "The inner sizes of a matrix product differ: write the shape under "
    "every factor, and see which needs a transpose or stands on the wrong side.",
    ("ValueError", "shapes"): "Two arrays do not fit together: write the shape under every term "
    "of the formula.",
    ("ValueError", "broadcast"): "Two arrays do not fit together: write the shape under every "
    "term; a bias must be a column, (n, 1).",
    ("ValueError", "not enough values to unpack"): "A function returns fewer things than you take "
    "from it: compare with the Returns section of its docstring.",
    ("ValueError", "too many values to unpack"): "A function returns more things than you take "
    "from it: compare with the Returns section of its docstring.",
    ("KeyError", ""): "The dict has no such key: compare with the names in the docstring.",
    ("NameError", ""): "A name is used that does not exist yet: a typing slip, or an earlier cell "
    "that was not run.",
    ("UnboundLocalError", ""): "A variable is read before it gets a value: give it its start "
    "value before the loop.",
    ("TypeError", "positional argument"): "The function does not take the arguments of the "
    "exercise: compare its first line with the one that was given.",
    ("TypeError", "NoneType"): "Something is None that should hold a value: is a return statement "
    "missing?",
    ("TypeError", "tuple indices"): "A tuple is used like a dict: unpack it first.",
    ("IndexError", ""): "An index is beyond the end of an axis: count its length again.",
    ("RecursionError", ""): "The function calls itself without an end.",
    ("AttributeError", ""): "The object has no such attribute: look at its type.",
    ("ModuleNotFoundError", ""): "The module is not installed here; this lesson needs NumPy only.",
}
