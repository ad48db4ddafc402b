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

from graders.judging.exceptions import no_module
from graders.judging.observe import observe_json


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
    path, name, source = request["path"], request["exercise"], request["source"]
    namespace = _given(request)
    linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
    file = Path(path).name
    try:
        tree = ast.parse(source, path)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f", line {line}" if line else ""
        return _problem(
            f"{file} is not Python: {getattr(error, 'msg', error)}{where}.",
            "Expected a Python file.",
            "Look at that line and the one before it: a bracket or a colon may be missing.",
        )
    try:
        exec(compile(tree, path, "exec"), namespace)
    except ModuleNotFoundError as error:
        return _problem(
            f"{file} raised ModuleNotFoundError when it was run.",
            f"Expected a file that defines {name} and imports only what is here.",
            no_module(str(error.name)[:60]),
        )
    except BaseException as error:
        return _problem(
            f"{file} raised {type(error).__name__} when it was run: {str(error)[:120]}.",
            f"Expected a file that defines {name} and raises nothing.",
            "Run it with Python to see the line.",
        )
    if name not in namespace:
        defined = [n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
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
    return {"observations": observe_json(namespace[name], request["cases"], request["seconds"])}


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
