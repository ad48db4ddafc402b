"""Every sentence that a verdict on a hidden table can hold, written down from the table alone."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

import numpy as np

from graders.exercise import ListOf, Returned, TupleOf
from graders.grading.judged import verdict_on
from graders.grading.running.observed import STATUSES, Limits, Observed
from graders.judging import Outcome, Part, Table, Verdict
from graders.judging.diagnose import ADVICE
from graders.judging.differences import shape_usually, sizes_text
from graders.judging.discreet import EXCEPTIONS, FACTORS, KINDS, inputs, near
from graders.judging.exact import _USUALLY
from graders.judging.findings import named_case, promised
from graders.judging.judge import _sentence
from graders.judging.nests import _UNORDERED
from graders.judging.parts import unearned
from graders.judging.plain import ANOTHER, FAR_MORE, NO_NUMBERS, UNREADABLE, Plain
from graders.judging.properties import PROPERTIES
from graders.judging.refusals import label as refusal_label
from graders.judging.resemblances import RESEMBLANCES
from graders.judging.sameness import kind_of
from graders.judging.signatures import FACTORS as RATIOS
from graders.judging.signatures import TIME
from graders.judging.trees import leaves
from graders.kinds import Booleans, Exactly, Integers, axes_of, is_exact

THINGS = {name for _, name in KINDS}
THINGS |= {"an array", "a number", ANOTHER, FAR_MORE, NO_NUMBERS, *UNREADABLE}

ALWAYS = {
    "",
    "The arrays handed in must stay as they are: write into a new array.",
    "Build new arrays: += and assignments to slices write into what they are given.",
    "A loop probably never ends: does something change in every round of it?",
    "The return statement is missing, or it stands inside a branch or another cell.",
    "Return a dict: {'name': value, ...}.",
    "Only one of the values is returned: list all of them, separated by commas.",
    "A key is missing or spelled in another way.",
    "Something that was meant to be computed or returned was left out.",
    "This lesson is NumPy only: turn a tensor into an array with np.asarray.",
    "A comparison (== or <) probably stands where a computation should.",
    "Something overflowed, a logarithm saw zero, or a division had a zero below it.",
    "The shape is right. Go through the formula term by term.",
    "The code may have changed the machinery around it: restart and run it alone.",
    "Replace the line `raise NotImplementedError` with your code and run the cell again.",
    "Every value is zero: the array was made but never filled, or multiplied away.",
    "Every value has the opposite sign: look for a minus too many or too few.",
    "Only the first example of each batch is right: the others get its values or none.",
    "Within each case every value is off by one factor, which changes with the sizes.",
    *ADVICE.values(),
    *(says for says, _ in TIME),
    *(
        f"Every value is {size} times what it should be: look for a mean, sum or division."
        for size, *_ in RATIOS
    ),
    *(
        f"Every value is {factor} times what it should be: a constant factor is off."
        for factor in (*(f"{f:g}" for f in FACTORS), "the same factor")
    ),
}


NESTS = (
    "holds another type",
    "has wrong entries",
    "has another number of entries",
    "has other keys",
    "has its keys in another order",
)
"""What can be wrong inside of a nest."""

EXACTLY = {
    *(says.format(kind) for says in _UNORDERED.values() for kind in ("list", "tuple", "dict")),
    *(f"The {kind} itself was asked for, and no dict." for kind in ("list", "tuple")),
    *(says for says, _ in RESEMBLANCES),
    *_USUALLY.values(),
    *(f"A string stands where {many} should: convert it, or look up its index."
      for many in ("integers", "truth values")),
    *(f"It holds strings where {many} should be: look up the index of each."
      for many in ("integers", "truth values")),
    *(f"A {kind} is no array: np.array(...) makes one of it." for kind in ("list", "tuple")),
    "Is something left out, or a return statement missing?",
    "A string of digits is no number: int(...) makes one; or an index was expected.",
    "A number is no string: str(...) makes one; or the token itself was expected.",
    *(f"{kind}(...) makes a {kind} of it: ( ) are tuples, [ ] are lists."
      for kind in ("list", "tuple")),
    *(f"A plain {kind} was asked for: convert it."
      for kind in ("list", "tuple", "dict", "string", "integer", "truth value")),
    "The keys should be strings, not integers.",
    "The keys should be integers, not strings.",
}  # fmt: skip
"""The third sentence on what is judged exactly."""


@dataclass(frozen=True)
class Vocabulary:
    """The sentences that a verdict on a table can hold.

    Args:
        table: a hidden table.
    """

    table: Table

    @cached_property
    def findings(self) -> dict[str, set[str]]:
        """What can be wrong with each part."""
        table = self.table
        everywhere = {sentence for sentence, _ in self._everywhere()}
        found = {name: everywhere | {s for s, _ in self._of(name)} for name in table.returns}
        large = set().union(*found.values())
        for name in table.properties:
            label = PROPERTIES[name].label
            found[label] = large if PROPERTIES[name].setting else self._changes
            found[label] = found[label] | {unearned(table)}
        for what, error in table.refuses.items():
            said = {sentence for sentence, _ in self._not_refused(what)}
            found[refusal_label(what, error)] = said | {unearned(table)}
        return found

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        """The first two sentences."""
        table = self.table
        told = set(self._everywhere())
        told |= {pair for name in table.returns for pair in self._of(name)}
        told |= {pair for what in table.refuses for pair in self._not_refused(what)}
        told |= {(s, "Expected everything handed in to stay as it is.") for s in self._changes}
        told |= {(verdict.returned, verdict.expected) for verdict in self._unobserved}
        told |= {
            ("", ""),
            (f"{table.exercise} is not written yet.", f"Expected it to return {promised(table)}."),
            (
                "What came back from the notebook is no observation of this exercise.",
                "Expected plain numbers, one set for each case.",
            ),
        }
        return told | {
            (
                f"{table.exercise} calls {name}, which is not written yet.",
                f"Expected {name} to return its values.",
            )
            for name in table.builds_on
        }

    @cached_property
    def usually(self) -> set[str]:
        """The third sentence."""
        table = self.table
        told = {
            f"Solve {name} first, run its cell again, then come back to this one."
            for name in table.builds_on
        }
        for name, spec in table.returns.items():
            told.add(
                f"It holds what belongs in {name}: are the returned values in the right order?"
            )
            axes = spec.split() if isinstance(spec, str) else []
            told |= {
                f"The values are right, but the axes are in the order ({', '.join(order)}): "
                "transposed."
                for order in permutations(axes)
            }
        for case in table.cases:
            for name, value in case.arguments.items():
                for path, _ in leaves(value, name):
                    told.add(f"It is the input {path}, exactly as it was handed in.")
        told |= {verdict.usually for verdict in self._unobserved}
        if is_exact(table.returns):
            told |= EXACTLY
        for what, error in table.refuses.items():
            told |= {
                "What must be refused is found before any loop begins: look at the inputs first.",
                f"Look at the inputs first, and raise {error} before anything else can fail.",
                f"Look at the inputs first: an if, and in it raise {error}(...). return {error} "
                "only hands it over; raise stops.",
                f"Look at the inputs first: an if, and in it raise {error}(...). If it is there, "
                "look at the bound.",
                f"{error} is for {what}, and this case is none: look at the condition.",
            }
        return told | ALWAYS | self.mistakes | self._shapes

    def _not_refused(self, what: str) -> Iterator[tuple[str, str]]:
        """Yield what can be wrong with a refusal."""
        table = self.table
        index = next(i for i, case in enumerate(table.cases) if case.setting == what)
        where, expected = named_case(table, index), f"Expected it to raise {table.refuses[what]}."
        for kind in (*EXCEPTIONS, "an exception"):
            yield f"Your code raised {kind} on {where}.", expected
        yield f"Your code did not come back in time on {where}.", expected
        for thing in THINGS:
            yield f"Your function returned {thing} for {what}.", expected

    @cached_property
    def mistakes(self) -> set[str]:
        """The sentences of the known mistakes."""
        return {_sentence(self.table, known) for known in self.table.mistakes}

    @cached_property
    def _unobserved(self) -> list[Verdict]:
        """What is said of a function that was not observed: its cell raised before cases came."""
        ends = [Observed(status) for status in STATUSES if status != "ok"]
        ends.append(Observed("missing", raised="ValueError in line 1"))
        return [verdict_on(self.table, end, Limits()) for end in ends]

    @cached_property
    def _changes(self) -> set[str]:
        given = self.table.cases[0].arguments
        names = [place for name in given for place in inputs(name, given[name])]
        return {
            "Your function tried to write into an array that it was given.",
            "Your function changed what it was given.",
            *(f"Your function changed what it was given: {name}." for name in names),
        }

    @cached_property
    def _shapes(self) -> set[str]:
        """What is said of shapes; of those that are not named, one of each number of axes."""
        return {
            shape_usually(got, np.shape(want), spec)
            for i, _ in enumerate(self.table.cases)
            if self.table.refuses_case(i) is None
            for _, want, spec in self._leaves(i)
            for got in [*near(np.shape(want)), *((97,) * n for n in range(6))]
        }

    def _everywhere(self) -> Iterator[tuple[str, str]]:
        """Yield what can be wrong with all parts at once."""
        table = self.table
        wanted = f"Expected {promised(table)}."
        for thing in _things(len(table.returns)):
            yield f"Your function returned {thing}.", wanted
        for i, _ in enumerate(table.cases):
            where = named_case(table, i)
            for kind in (*EXCEPTIONS, "an exception"):
                yield (
                    f"Your code raised {kind} on {where}.",
                    wanted.replace("Expected ", "Expected it to return "),
                )
            yield (
                f"Your code did not come back in time on {where}.",
                "Expected an answer within a fraction of a second.",
            )

    def _of(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield what can be wrong with one returned value."""
        table = self.table
        yield f"The returned dict has no key {name!r}.", f"Expected {promised(table)}."
        for i, _ in enumerate(table.cases):
            if table.refuses_case(i) is not None:
                continue
            want, spec = self._value(i, name), table.returns[name]
            for returned, expected in _differences(want, spec, name):
                yield f"{returned} on {named_case(table, i)}.", expected

    def _value(self, case: int, name: str) -> Plain:
        value, names = self.table.expected[case], list(self.table.returns)
        if self.table.as_dict:
            return value[name]
        return value if len(names) == 1 else value[names.index(name)]

    def _leaves(self, case: int) -> Iterator[tuple[str, Plain, str]]:
        for name, spec in self.table.returns.items():
            for _, path, want, axes in _nodes(self._value(case, name), spec, name):
                if not isinstance(want, dict | list | tuple | str):
                    yield path, want, axes

    def strange(self, verdict: Verdict) -> list[str]:
        """Return which fields of a verdict hold what could not be written down before."""
        table = self.table
        passed = verdict.outcome is Outcome.PASSED
        known = {
            "exercise": verdict.exercise == table.exercise,
            "title": verdict.title == table.title,
            "max_points": verdict.max_points == table.points,
            "points": verdict.points == round(sum(part.points for part in verdict.parts), 6),
            "cases": verdict.cases == len(table.cases),
            "location": verdict.location is None,
            "printed": verdict.printed == "",
            "notes": verdict.notes == (),
            "at": verdict.at is None,
            "ladder": verdict.ladder is None,
            "after_success": verdict.after_success == (table.after_success if passed else ""),
            "mistake": verdict.mistake in (None, *map(self.table.key_of, self.table.mistakes)),
            "returned, expected": (verdict.returned, verdict.expected) in self.pairs,
            "usually": verdict.usually in self.usually,
            "parts": [part.name for part in verdict.parts] == list(self.findings),
            "outcome": isinstance(verdict.outcome, Outcome),
        }
        known |= {f"part {part.name}": self._knows(part) for part in verdict.parts}
        fields = {field.name for field in dataclasses.fields(Verdict)}
        assert fields <= {name for names in known for name in names.split(", ")}
        return [name for name, holds in known.items() if not holds]

    def _knows(self, part: Part) -> bool:
        passed = part.outcome is Outcome.PASSED
        return (
            part.finding in ("", *self.mistakes) or part.finding in self.findings[part.name]
        ) and part.points == (part.max_points if passed else 0.0)

    def bits(self) -> float:
        """Return the bits that a verdict can carry at most: each part, and the sentences.

        A part has passed, or says what is wrong or which mistake it is, failed or in error.
        """
        outcomes = math.prod(
            1 + len(findings) + 2 * len(self.mistakes) for findings in self.findings.values()
        )
        return math.log2(outcomes * len(self.pairs) * len(self.usually))


def bits_of_cases(table: Table) -> float:
    """Return the bits of a table's cases: ten decimal digits for each number that was drawn.

    Zeros and ones are not counted, and a number that stands in several places only once.
    """
    numbers = 0
    for case in table.cases:
        arrays = [leaf for _, leaf in leaves(case.arguments) if isinstance(leaf, np.ndarray)]
        found = np.unique(np.concatenate([array.ravel() for array in arrays]))
        numbers += int(np.sum((found != 0) & (found != 1)))
    return numbers * math.log2(10**10)


def _things(length: int | None = None) -> set[str]:
    """Return what a value can be called where so many were expected."""
    if length is None:
        return THINGS
    counted = {str(n) for n in range(max(0, length - 1), length + 2)} | {"another length"}
    lists = {f"{kind} of {n}" for kind in ("a list", "a tuple") for n in counted}
    return (THINGS - {"a list", "a tuple"}) | lists


def _nodes(want: Plain, spec: Returned, path: str) -> Iterator[tuple[Returned, str, Plain, str]]:
    """Yield every value in an expected one, with its path and its axes."""
    yield spec, path, want, axes_of(spec)
    if isinstance(spec, Exactly):
        return
    if isinstance(want, dict):
        of = spec if isinstance(spec, dict) else {}
        for name, item in want.items():
            yield from _nodes(item, of.get(name, ""), f"{path}[{name!r}]")
    elif isinstance(want, list | tuple):
        names = list(spec.entries) if isinstance(spec, TupleOf) else []
        for i, item in enumerate(want):
            entry: Returned = spec.entry if isinstance(spec, ListOf) else ""
            label = f"{path}[{i}]"
            if isinstance(spec, TupleOf):
                entry, label = spec.entries[names[i]], f"{label} ({names[i]})"
            yield from _nodes(item, entry, label)


def _differences(want: Plain, spec: Returned, path: str) -> Iterator[tuple[str, str]]:
    """Yield what can be wrong with a value, without the end of the first sentence."""
    for of, place, item, axes in _nodes(want, spec, path):
        if isinstance(of, Exactly):
            known = (f"is not {kind_of(item)}", "is another one", *NESTS)
            yield from ((f"{place} {says}", f"Expected {of.what}.") for says in known)
        elif isinstance(of, Integers | Booleans):
            yield from _exact_arrays(np.shape(item), of, place)
        elif isinstance(item, dict):
            keys = ", ".join(map(repr, item))
            yield from (
                (f"{place} is {t}", f"Expected a dict with the keys {keys}.") for t in THINGS
            )
            yield from ((f"{place} has no key {k!r}", f"Expected the keys {keys}.") for k in item)
        elif isinstance(item, list | tuple):
            names = ", ".join(of.entries) if isinstance(of, TupleOf) else ""
            shape = f"({names})" if names else f"a {type(item).__name__} of {len(item)}"
            length = f", of length {of.length}" if isinstance(of, ListOf) else ""
            for thing in _things(len(item)):
                yield f"{place} is {thing}", f"Expected {shape}{length}."
        else:
            yield from _array_differences(np.shape(item), axes, place)


def _exact_arrays(
    shape: tuple[int, ...], of: Integers | Booleans, place: str
) -> Iterator[tuple[str, str]]:
    truth = isinstance(of, Booleans)
    one, many = ("truth value", "truth values") if truth else ("integer", "integers")
    array = f"an array of {many}, shape {sizes_text(of.axes, shape)}"
    single = f"{'a' if truth else 'an'} {one}"
    expected = f"Expected {array if shape else single}."
    others = (*(f"shape {s}" for s in near(shape) if s), "one axis too many", "another shape")
    for says in (
        *(f"is {thing}" for thing in THINGS),
        *(f"holds {held}" for held in ("floats", "integers", "truth values")),
        *(f"is {kind}" for kind in ("a float", "an integer", "a truth value", f"a single {one}")),
        *(f"has {other}" for other in others),
    ):
        yield f"{place} {says}", expected
    yield f"{place} has wrong values", "Expected the values that the docstring describes."


def _array_differences(shape: tuple[int, ...], axes: str, place: str) -> Iterator[tuple[str, str]]:
    sizes = sizes_text(axes, shape)
    single = "Expected a single number."
    array = f"Expected an array of shape {sizes}." if shape else single
    yield from ((f"{place} is {thing}", array) for thing in THINGS)
    yield f"{place} is an array of truth values", "Expected real numbers."
    of_shape = f"Expected shape {sizes}." if shape else single
    for other in (*(f"shape {s}" for s in near(shape) if s), "one axis too many", "another shape"):
        yield f"{place} has {other}", of_shape
    yield f"{place} is a single number", of_shape
    for bad in ("NaN", "infinite values"):
        yield f"{place} contains {bad}", "Expected finite numbers everywhere."
    yield f"{place} has wrong values", "Expected the values that the docstring describes."
