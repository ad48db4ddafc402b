"""Experiments over several seeds: what came out is kept, with a digest of what it follows from.

    python -m benchmarks.lessons.recorded 05_lstm

runs those of a lesson of which something has changed, over all seeds, and writes what came out to
`benchmarks/lessons/results/05_lstm.json`. Tests hold the lesson's text to what stands there, say
where it is stale, and run the first seed again.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import inspect
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.lessons.functions import definitions
from graders.judging.coded import decode, encode
from graders.lessons import names
from graders.lessons.reference import earlier_sources

RESULTS = Path(__file__).parent / "results"

Found = Mapping[Any, Any]
"""Lists with an entry for each seed, by name; also in dicts of dicts."""


class StaleError(RuntimeError):
    """What is kept of an experiment does not follow from today's sources."""


class Recorded:
    """An experiment: a function of seeds whose results are kept.

    Called, it runs. Made by `recorded`.
    """

    def __init__(
        self,
        function: Callable[..., Found],
        lesson: str,
        seeds: Sequence[int],
        reads: Sequence[Path],
    ) -> None:
        self.function, self.lesson, self.seeds = function, lesson, tuple(seeds)
        self.name = function.__name__
        self._reads = reads

    def __call__(self, seeds: Iterable[int] | None = None) -> Found:
        """Run the experiment, over all its seeds or over some.

        Returns:
            What came out, as Python's own numbers, in lists and dicts.
        """
        found: Found = _plain(self.function(self.seeds if seeds is None else tuple(seeds)))
        return found

    def origin(self) -> str:
        """Return a digest of all that the results follow from: code without its comments.

        It is that of the lesson's functions, of those that it takes from earlier lessons, of the
        script, and of the files that it reads.
        """
        whole = hashlib.sha256(repr(self.seeds).encode())
        for text in (
            *(source for _, source in definitions(self.lesson)),
            *earlier_sources(self.lesson).values(),
            Path(inspect.getfile(self.function)).read_text("utf-8"),
            *(path.read_text("utf-8") for path in self._reads),
        ):
            whole.update(code(text).encode())
        return whole.hexdigest()[:16]

    def kept(self) -> Found:
        """Return what came out over all seeds.

        Raises:
            StaleError: nothing is kept, or it follows from other sources than today's.
        """
        entry = _read(self.lesson).get(self.name)
        if entry is None or entry["from"] != self.origin():
            raise StaleError(
                f"What {self.name} of lesson {self.lesson} gives is "
                f"{'stale' if entry else 'not kept yet'}: run "
                f"`python -m benchmarks.lessons.recorded {self.lesson}`, and hold the text to what "
                "comes out."
            )
        found = decode(entry["found"])
        assert isinstance(found, dict)
        return found

    def keep(self) -> None:
        """Run the experiment over all seeds, and write what came out."""
        found = self()
        path = _file(self.lesson)
        entries = _read(self.lesson) | {
            self.name: {"from": self.origin(), "found": encode(dict(found))}
        }
        path.parent.mkdir(exist_ok=True)
        lines = (f"{json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(entries.items()))
        path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def recorded(
    lesson: str, seeds: Sequence[int], reads: Sequence[Path] = ()
) -> Callable[[Callable[..., Found]], Recorded]:
    """Make an experiment of a function.

    Args:
        lesson: whose functions it calls.
        seeds: what it is run with; it takes a sequence of them.
        reads: the files besides that it depends on.
    """
    return lambda function: Recorded(function, lesson, seeds, reads)


def experiments(lesson: str) -> Mapping[str, Recorded]:
    """Return the experiments in a lesson's script, by name."""
    script = importlib.import_module(f"benchmarks.lessons.{lesson}")
    return {name: v for name, v in vars(script).items() if isinstance(v, Recorded)}


def first(found: Found) -> Found:
    """Return of each list its first entry alone."""
    return {k: first(v) if isinstance(v, Mapping) else v[:1] for k, v in found.items()}


def told(found: Any, indent: str = "  ") -> Iterator[str]:
    """Yield a line for each number, or for each list of them."""
    for name, value in found.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from told(value, indent + "  ")
        elif isinstance(value, list | tuple):
            yield f"{indent}{name}: " + "  ".join(f"{v:.4g}" for v in value)
        else:
            yield f"{indent}{name}: {value}"


def code(text: str) -> str:
    """Return the lines of a Python source that do something; other texts as they are."""
    lines = text.splitlines()
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module) and ast.get_docstring(
            node, clean=False
        ):
            said = node.body[0]
            for at in range(said.lineno - 1, said.end_lineno or said.lineno):
                lines[at] = ""
    return "\n".join(line for line in lines if line.strip() and line.strip()[0] != "#")


def _plain(found: Any) -> Any:
    """Return results as Python's own numbers, in lists and dicts."""
    if isinstance(found, Mapping):
        return {key: _plain(value) for key, value in found.items()}
    if isinstance(found, list | tuple | np.ndarray):
        return [_plain(value) for value in found]
    return found.item() if isinstance(found, np.generic) else found


def _file(lesson: str) -> Path:
    return RESULTS / f"{lesson}.json"


def _read(lesson: str) -> dict[str, Any]:
    try:
        entries: dict[str, Any] = json.loads(_file(lesson).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return entries


def main(lessons: Sequence[str]) -> None:
    """Run the experiments whose results are stale, and write what comes out.

    Args:
        lessons: of these lessons; of all where none is named.
    """
    for lesson in lessons or names():
        for name, experiment in experiments(lesson).items():
            try:
                experiment.kept()
                print(f"{lesson}, {name}: is of today's sources")
            except StaleError:
                print(f"{lesson}, {name}: {len(experiment.seeds)} seeds ...", flush=True)
                experiment.keep()
                print("\n".join(told(experiment.kept())), flush=True)


if __name__ == "__main__":  # under its own name: experiments are of the class that stands there
    importlib.import_module("benchmarks.lessons.recorded").main(sys.argv[1:])
