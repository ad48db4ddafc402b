"""References and mistakes as functions that run, made from a lesson's source."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import CodeType
from typing import Any

from graders.exercise import Mistake
from graders.lessons import earlier, exercise_names
from graders.lessons import names as lesson_names
from graders.mistakes import MisfitError
from graders.paths import solution_source


class PatchError(RuntimeError):
    """A mistake's patch does not fit the reference's source. That is the lesson's own fault."""


class Reference:
    """The functions of a solved lesson; `reference.rnn_forward(x, a0, parameters)` calls one.

    Only the imports, functions and classes of the source are run, so a lesson's experiments cost
    nothing here.

    Args:
        lesson: the lesson's name.
    """

    def __init__(self, lesson: str) -> None:
        path = solution_source(lesson)
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text, str(path))
        kept = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
        self.lesson = lesson
        self.text = text
        lines = text.split("\n")
        self._sources = {
            node.name: _segment(lines, node)
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
        }
        tree.body = [node for node in tree.body if isinstance(node, kept)]
        self._imports = [
            _segment(lines, node)
            for node in tree.body
            if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        self._code: CodeType = compile(tree, str(path), "exec")
        self._namespace = self.namespace()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._namespace[name]
        except KeyError:
            raise AttributeError(f"{self.lesson} defines no function {name}") from None

    def __contains__(self, name: str) -> bool:
        return name in self._sources

    def source(self, name: str) -> str:
        """Return the source of one function."""
        return self._sources[name]

    def namespace(self) -> dict[str, Any]:
        """Return a new namespace with every function of the lesson."""
        namespace: dict[str, Any] = {"__name__": f"solution of {self.lesson}"}
        for lesson, names in earlier(self.lesson).items():
            namespace.update((name, getattr(reference(lesson), name)) for name in names)
        exec(self._code, namespace)
        return namespace

    def subset(self, names: Iterable[str]) -> dict[str, Any]:
        """Return a new namespace with the imports, given functions, and only these exercises."""
        namespace, wanted = self.namespace(), {*names, *self._given()}
        for name in self._sources:
            if name not in wanted:
                del namespace[name]
        return namespace

    def subset_source(self, names: Iterable[str]) -> str:
        """Return the source of the imports, of given functions, and of only these exercises."""
        wanted = {*names, *self._given()}
        return "\n\n".join(
            [*self._imports, *(text for name, text in self._sources.items() if name in wanted)]
        )

    def _given(self) -> set[str]:
        """Return the names of the functions that the lesson gives: they are no exercises."""
        if self.lesson not in lesson_names():
            return set()
        return self._sources.keys() - set(exercise_names(self.lesson))

    def patched_source(self, name: str, mistake: Mistake) -> str:
        """Return the source of a function with a mistake in it.

        Raises:
            PatchError: what a patch changes does not stand in the body exactly once.
        """
        if mistake.source is not None:
            return mistake.source
        if callable(mistake.swap):
            try:
                return mistake.swap(self.source(name))
            except MisfitError as error:
                raise PatchError(f"{name}: {error}. Mend the swap of {mistake.key}.") from error
        head, text = self._split(name)
        if mistake.swap is None:
            raise PatchError(f"{name}: the mistake {mistake.key} has neither a swap nor a source.")
        first = mistake.swap[0]
        swaps: Any = (mistake.swap,) if isinstance(first, str) else mistake.swap
        for old, new in swaps:
            if text.count(old) != 1:
                raise PatchError(
                    f"{name}: {old!r} stands {text.count(old)} times in the body, expected "
                    f"once. Mend the swap of {mistake.key}."
                )
            text = text.replace(old, new)
        return head + text

    def _split(self, name: str) -> tuple[str, str]:
        """Return a function's source up to the end of its docstring, and the rest."""
        source = self.source(name)
        (function,) = ast.parse(source).body
        assert isinstance(function, ast.FunctionDef | ast.ClassDef)
        documented = ast.get_docstring(function) is not None
        end = function.body[0].end_lineno if documented else function.lineno
        lines = source.splitlines(keepends=True)
        return "".join(lines[:end]), "".join(lines[end:])

    def with_mistake(self, name: str, mistake: Mistake) -> dict[str, Any]:
        """Return a new namespace in which one function has a mistake and the others are right.

        Raises:
            PatchError: a text to be swapped does not fit, or what comes out is no Python.
        """
        namespace = self.namespace()
        try:
            code = compile(self.patched_source(name, mistake), f"<{name}, mistaken>", "exec")
        except SyntaxError as error:
            line = (error.text or "").strip()
            raise PatchError(
                f"{name}: with the mistake {mistake.key} its source is no Python ({error.msg}): "
                f"“{line}”. Mend the mistake."
            ) from error
        exec(code, namespace)
        return namespace


def _segment(lines: Sequence[str], node: ast.stmt) -> str:
    """Return the source of a statement that begins a line.

    `ast.get_source_segment` splits the whole text into lines again for each.
    """
    assert node.end_lineno is not None
    first, last = node.lineno - 1, node.end_lineno - 1
    end = lines[last].encode()[: node.end_col_offset].decode()
    return "\n".join([*lines[first:last], end])


@cache
def reference(lesson: str) -> Reference:
    """Return the references of a lesson."""
    return Reference(lesson)


@cache
def earlier_sources(lesson: str) -> dict[str, str]:
    """Return the sources of the functions of earlier lessons that a lesson uses, by lesson.

    They go where submissions run, so comments and docstrings, which teach, are left out.
    """
    return {before: _whole(before, names) for before, names in earlier(lesson).items()}


def _whole(lesson: str, names: Iterable[str]) -> str:
    """Return the source of functions, with that of lessons before theirs which they call."""
    own = _bare(reference(lesson).subset_source(_with_needed(lesson, names)))
    used = {n.id for n in ast.walk(ast.parse(own)) if isinstance(n, ast.Name)}
    before = [
        _whole(one, sorted(used.intersection(given)))
        for one, given in earlier(lesson).items()
        if used.intersection(given)
    ]
    return "\n\n".join([*before, own])


def needed_source(lesson: str, name: str) -> str:
    """Return the source of a function and of all that it calls, in earlier lessons, too.

    It is without comments and docstrings.
    """
    own = _bare(reference(lesson).subset_source(_with_needed(lesson, [name])))
    used = {n.id for n in ast.walk(ast.parse(own)) if isinstance(n, ast.Name)}
    before = [
        source for one, source in earlier_sources(lesson).items() if _calls(one, lesson, used)
    ]
    return "\n\n".join([*before, own])


def _calls(before: str, lesson: str, used: set[str]) -> bool:
    return not used.isdisjoint(earlier(lesson)[before])


def _with_needed(lesson: str, names: Iterable[str]) -> set[str]:
    """Return functions of a lesson with all others of it that they call."""
    solved = reference(lesson)
    needed, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            tree = ast.walk(ast.parse(solved.source(name)))
            waiting += [n.id for n in tree if isinstance(n, ast.Name) and n.id in solved]
    return needed


def _bare(source: str) -> str:
    """Return a source without comments and docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def patched_source(lesson: str, exercise: str, mistake: Mistake) -> str:
    """Return the source of a lesson's function with a mistake in it."""
    return reference(lesson).patched_source(exercise, mistake)


def closure(builds_on: Mapping[str, Iterable[str]], name: str) -> list[str]:
    """Return every exercise that one builds on, directly or through others, nearest first."""
    found: list[str] = []
    queue = list(builds_on.get(name, ()))
    while queue:
        nearest = queue.pop(0)
        if nearest not in found:
            found.append(nearest)
            queue += builds_on.get(nearest, ())
    return found
