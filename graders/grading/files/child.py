"""The child of `judging`: runs one file and writes down what its function does."""

from __future__ import annotations

import ast
import json
import linecache
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from graders.judging.ablations import observe_within
from graders.judging.exceptions import no_module
from graders.judging.observe import cases_from_json, observe_json


def _given(request: dict[str, Any]) -> dict[str, Any]:
    """Return what the file may leave out: NumPy and the earlier exercises of the lesson."""
    given: dict[str, Any] = {}
    exec(compile(request["given"], "solution", "exec"), given)
    return {**given, "np": np, "numpy": np, "__name__": "submitted", "__builtins__": __builtins__}


def _confine(scratch: str) -> None:
    """Confine this process to a folder; raise OSError where the machine does not do that."""
    from graders.grading.isolation.bounds import Bounds
    from graders.grading.isolation.confine import confine
    from graders.grading.isolation.places import places
    from graders.grading.isolation.seal import seal

    tempfile.tempdir = scratch
    confine(replace(places(), scratch=(scratch,)), Bounds())
    seal()


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return the observations, or in three sentences why there are none."""
    path, name, cells = request["path"], request["exercise"], request["cells"]
    namespace = _given(request)
    namespace["get_ipython"] = lambda: _NoShell(namespace)  # as an exported notebook calls it
    file = Path(path).name
    problems, defined = [], []
    for at, source in enumerate(cells, start=1):
        where = file if len(cells) == 1 else f"Code cell {at} of {file}"
        place = path if len(cells) == 1 else f"{path}[{at}]"
        names, problem = _run(source, place, where, namespace)
        defined += names
        problems += [problem] if problem else []
    if problems and (len(cells) == 1 or name not in namespace):
        return problems[-1]
    if name not in namespace:
        listed = f"it defines {', '.join(defined[:8])}" if defined else "it defines none at all"
        return _problem(
            f"{file} defines no function {name}; {listed}.",
            f"Expected a function called {name}.",
            "Check the spelling.",
        )
    if not callable(namespace[name]):
        return _problem(
            f"In {file}, {name} is not a function but an object of type "
            f"{type(namespace[name]).__name__}.",
            f"Expected a function called {name}.",
            "Something else was given its name, below or in its place.",
        )
    function = namespace[name]
    observations = observe_json(function, request["cases"], request["seconds"])
    ablated = observe_within(function, cases_from_json(request["ablations"]))
    return {
        "observations": observations,
        "ablated": json.dumps([one.to_json() for one in ablated]),
    }


class _NoShell:
    """What stands for IPython's shell: lines of IPython do nothing, cells of Python are run."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace

    def __getattr__(self, name: str) -> Any:
        return lambda *given, **more: None

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        if name in ("time", "capture", "prun"):
            exec(cell, self._namespace)


def _run(
    source: str, path: str, where: str, namespace: dict[str, Any]
) -> tuple[list[str], dict[str, Any] | None]:
    """Run a piece of the file; return what it defines, and in three sentences what went wrong."""
    linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
    try:
        tree = ast.parse(source, path)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        in_line = f", line {line}" if line else ""
        return [], _problem(
            f"{where} is not Python: {getattr(error, 'msg', error)}{in_line}.",
            "Expected a Python file." if where == Path(path).name else "Expected a cell of Python.",
            "Look at that line and the one before it: a bracket or a colon may be missing.",
        )
    defined = [n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    try:
        exec(compile(tree, path, "exec"), namespace)
    except ModuleNotFoundError as error:
        return defined, _problem(
            f"{where} raised ModuleNotFoundError when it was run.",
            "Expected code that imports only what is here.",
            no_module(str(error.name)[:60]),
        )
    except BaseException as error:
        return defined, _problem(
            f"{where} raised {type(error).__name__} when it was run: {str(error)[:120]}.",
            "Expected code that raises nothing.",
            "Run it yourself to see the line.",
        )
    return defined, None


def _problem(returned: str, expected: str, usually: str) -> dict[str, Any]:
    return {"problem": [returned, expected, usually]}


def main() -> None:
    """Read a request from standard input and write the answer to the file that it names."""
    request = json.load(sys.stdin)
    if request["isolated"]:
        _confine(str(Path(request["answer"]).parent))
    answer = _answer(request)
    Path(request["answer"]).write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main()
