"""Someone who sees the hidden cases and wants to get a message out through the verdict."""

from __future__ import annotations

import json
import re
import string
from typing import Any

import numpy as np

from graders.judging.observe import Observation
from graders.judging.plain import Opaque, Plain
from graders.judging.table import Table
from graders.judging.trees import copy_tree, leaves

LETTERS = np.array(list(string.ascii_letters))


class Adversary:
    """Puts a message into everything that a submission chooses.

    The message is a word and a number of two pieces, of which no sentence of ours has any.

    Args:
        table: a table of hidden cases.
        seed: of the message and of where it is put.
    """

    def __init__(self, table: Table, seed: int) -> None:
        self.table = table
        self.rng = np.random.default_rng(seed)
        self.pieces = [int(n) for n in self.rng.integers(41, 99, size=3)]
        self.number = 100 * self.pieces[0] + self.pieces[1]
        self.fails = False
        self.word = "Q" + "".join(self.rng.choice(LETTERS, 6)) + "q"

    def leaked(self, text: str) -> list[str]:
        """Return what of the message stands in a text: the word, or a piece of the number."""
        found = re.findall(rf"{self.word}|\d+", text)
        pieces = {str(n) for n in (self.number, *self.pieces)}
        return [part for part in found if part == self.word or part in pieces]

    def observations(self) -> list[Observation]:
        """Return an observation for each case."""
        self.fails = self.rng.random() < 0.3
        forms = [self.observation(i) for i in range(len(self.table.cases))]
        if self.rng.random() < 0.3:  # the same in each case, so that what needs all of them speaks
            change = self.change()
            forms = [Observation("returned", change(want)) for want in self.table.expected]
        return forms

    def as_json(self) -> str:
        """Return forged JSON text of observations, with a field that does not belong there."""
        forged = [o.to_json() for o in self.observations()]
        for each in forged:
            field = self.pick("outcome", "value", "mutated", "error", "printed", self.word)
            if self.rng.random() < 0.2:
                each[field] = self.pick(
                    self.text(),
                    self.number,
                    [self.text()] * 3,
                    {self.word: self.number},
                    {"array": [self.number], "shape": [1, 1], "dtype": self.text()},
                    {"opaque": self.text()},
                    None,
                )
        return json.dumps(forged)

    def observation(self, case: int) -> Observation:
        """Return one observation."""
        outcome = (
            self.pick("returned", "raised", "timeout", self.word) if self.fails else "returned"
        )
        if self.rng.random() < 0.2 and self.table.mistakes:
            known = self.table.mistakes[self.rng.integers(len(self.table.mistakes))]
            return known.observations[case]
        return Observation(
            outcome=outcome,
            value=self.returned(self.table.expected[case]),
            mutated=self.mutated(case) if self.rng.random() < 0.3 else (),
            error=self.error() if outcome != "returned" else {},
            printed=self.text(),
        )

    def pick(self, *of: Any) -> Any:
        return of[self.rng.integers(len(of))]

    def text(self) -> str:
        return str(
            self.pick(
                self.word,
                str(self.number),
                f"{self.word} 0.{self.number}",
                f"matmul {self.word}",
                f"an array of {self.number:,} numbers, far more than expected",
                f"an array of dtype {self.word}, which holds no real numbers",
                f"an object of type {self.word}Tensor",
                "a generator",
            )
        )

    def error(self) -> dict[str, Any]:
        names = [*self.table.builds_on, self.table.exercise, self.word]
        return {
            "type": self.pick(
                "ValueError", "KeyError", "OSError", "NotImplementedError", self.word, self.text()
            ),
            "message": self.pick("read-only", self.text(), f"shapes {self.number}", self.number),
            "function": self.pick(*names, self.number),
            "line": self.pick(self.number, self.word, None),
            "text": self.text(),
            "seconds": self.pick(self.number, self.number / 1e5, self.word, float("nan")),
            self.word: self.number,
        }

    def mutated(self, case: int) -> tuple[str, ...]:
        arguments = self.table.cases[case].arguments
        paths = [path for name, value in arguments.items() for path, _ in leaves(value, name)]
        paths += [self.text(), f"{next(iter(arguments))}[{self.word}]"]
        return tuple(self.pick(*paths) for _ in range(self.rng.integers(1, 6)))

    def returned(self, want: Plain) -> Plain:
        """Return something instead of the expected value, or of one leaf of it, or beside it."""
        if self.rng.random() < 0.3:
            return self.anything(want)
        count = len(list(leaves(want)))
        spoiled = set(self.rng.integers(count, size=self.rng.integers(1, 3)).tolist())
        return self._spoil(want, spoiled, [0])

    def _spoil(self, want: Plain, spoiled: set[int], seen: list[int]) -> Plain:
        if isinstance(want, dict | list | tuple):
            if self.rng.random() < 0.05:
                return self.anything(want)
            if isinstance(want, dict):
                return {k: self._spoil(v, spoiled, seen) for k, v in want.items()}
            return type(want)(self._spoil(v, spoiled, seen) for v in want)
        seen[0] += 1
        return self.anything(want) if seen[0] - 1 in spoiled else want

    def change(self) -> Any:
        """Return a change of every array that signatures speak of."""
        ratio = self.pick(self.number / 1e4, -1.0, 2.0, 0.5, self.number, 0.0)
        return self.pick(
            lambda tree: copy_tree(tree, lambda a: ratio * a, lambda f: ratio * f),
            lambda tree: copy_tree(tree, np.transpose),
            lambda tree: copy_tree(tree, lambda a: a[..., ::-1]),
            lambda tree: copy_tree(tree, lambda a: np.roll(a, 1, axis=-1)),
            lambda tree: copy_tree(tree, lambda a: a + self.number),
        )

    def anything(self, want: Plain) -> Plain:
        shape = np.shape(want) if isinstance(want, np.ndarray) else ()
        digits = [int(d) for d in str(self.number)]
        return self.pick(
            np.zeros((self.number, 1)),
            np.zeros((self.number, 0)),
            np.zeros(self.pieces[: self.rng.integers(1, 4)]),
            np.zeros((*shape, self.pieces[0])),
            np.zeros((self.pieces[0], *shape)),
            np.zeros([max(0, n + self.pick(-1, 0, 1)) for n in shape]),
            np.zeros(shape[::-1]),
            np.zeros(shape[1:]),
            np.where(self.rng.random(shape) < 0.5, np.nan, np.asarray(self.number, float)),
            np.full(shape, np.inf),
            np.full(shape, self.number, dtype="int64"),
            np.full(shape, self.number % 1000, dtype="float16"),
            np.ones(shape, dtype=bool),
            self.number,
            self.number / 1e5,
            bool(digits[0] % 2),
            self.text(),
            None,
            [0.5] * self.pieces[0],
            [0.5] * digits[0],
            [0.5] * self.number,
            tuple([[self.number]] * self.pieces[1]),
            {self.word: self.number, self.text(): want},
            {**want, self.word: self.number} if isinstance(want, dict) else {},
            dict(list(want.items())[: digits[0]]) if isinstance(want, dict) else {},
            [*want, self.number] if isinstance(want, list | tuple) else [want],
            want[:-1] if isinstance(want, list | tuple) else (want, want),
            Opaque(self.text()),
            Opaque(f"an object of type {self.word}"),
        )
