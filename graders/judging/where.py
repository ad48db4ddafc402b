"""Which single line is to blame: small edits of the learner's own code, tried on visible cases.

The edit that makes the code right is never told, only the line in which it stands.
"""

from __future__ import annotations

import ast
import copy
import inspect
import re
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graders.judging.ablations import input_paths, same
from graders.judging.diagnose import part_of
from graders.judging.judge import judge
from graders.judging.observe import observe
from graders.judging.table import Table
from graders.judging.verdict import Outcome

SECONDS = 1.8
"""How long all edits together may take."""

ONE = 0.2
"""How long one call may take."""


@dataclass(frozen=True)
class Blamed:
    """A line of which one small change makes the function right.

    Args:
        line: its number, counted from the first line of the function.
        text: the line.
    """

    line: int
    text: str


def blamed(table: Table, function: Any, seconds: float = SECONDS) -> Blamed | None:
    """Return the line that is to blame alone, or None where no small edit makes the code right.

    Args:
        table: the visible table.
        function: what the learner wrote.
        seconds: how long it may take.
    """
    end = time.monotonic() + seconds
    try:
        source = textwrap.dedent(inspect.getsource(function))
        tree = ast.parse(source)
    except (OSError, TypeError, SyntaxError, ValueError):
        return None
    if not tree.body or not isinstance(tree.body[0], ast.FunctionDef):
        return None
    lines = source.splitlines()
    known = re.findall(r"'(\w+)'", " ".join(p for p, _ in input_paths(table.cases[0].arguments)))
    for line, edited in edits(tree, [*known, *table.returns]):
        if time.monotonic() > end:
            return None
        candidate = _made(edited, function)
        if candidate is not None and _right(table, candidate):
            return Blamed(line, lines[line - 1].strip())
    return None


def _made(tree: ast.Module, function: Any) -> Any:
    """Return the function of an edited tree, among the names of the learner's."""
    names = dict(function.__globals__)
    try:
        exec(compile(ast.fix_missing_locations(tree), "<edited>", "exec"), names)
    except Exception:
        return None
    definition = tree.body[0]
    return names.get(definition.name) if isinstance(definition, ast.FunctionDef) else None


def _right(table: Table, candidate: Any) -> bool:
    """Return whether a function is right: on the small case first, which is cheap."""
    base = table.ablations[0] if table.ablations else None
    if base is not None and base.case is not None:
        (seen,) = observe(candidate, [base.case], seconds=ONE)
        if seen.outcome != "returned":
            return False
        if not all(same(part_of(seen.value, k, table), want) for k, want in base.expected.items()):
            return False
    return judge(table, observe(candidate, table.cases, seconds=ONE)).outcome is Outcome.PASSED


Change = Callable[[Any], Any]
"""Makes another node of a copy of one."""


def edits(tree: ast.Module, known: Sequence[str] = ()) -> Iterator[tuple[int, ast.Module]]:
    """Yield edited copies of a function, each with the line of its edit; likely ones first.

    Args:
        tree: the function.
        known: keys of dicts that it is handed or returns.
    """
    nodes = list(ast.walk(tree))
    names = sorted({n.id for n in nodes if isinstance(n, ast.Name)} | _arguments(nodes))
    own = {n.value for n in nodes if isinstance(n, ast.Constant) and type(n.value) is str}
    keys = sorted(own | set(known))
    for changes in (_signs, _numbers, _transposes, _structure):
        for at, node in enumerate(nodes):
            for change in changes(node):
                yield from _edited(tree, at, node, change)
    for at, node in enumerate(nodes):
        for change in _other_names(node, names, keys):
            yield from _edited(tree, at, node, change)


def _arguments(nodes: list[ast.AST]) -> set[str]:
    return {n.arg for n in nodes if isinstance(n, ast.arg)}


def _edited(
    tree: ast.Module, at: int, node: ast.AST, change: Change
) -> Iterator[tuple[int, ast.Module]]:
    copied = copy.deepcopy(tree)
    target = list(ast.walk(copied))[at]
    new = change(target)
    if new is not target:
        _replace(copied, target, new)
    yield getattr(node, "lineno", 1), copied


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                setattr(parent, name, [new if item is old else item for item in value])


OTHERS: dict[type, tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.MatMult, ast.Add),
    ast.Div: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult,),
}


def _operator(kind: type[ast.operator]) -> Change:
    def change(node: Any) -> Any:
        node.op = kind()
        return node

    return change


def _signs(node: ast.AST) -> Iterator[Change]:
    """Another operator, one operand alone, operands changed about, another sign."""
    if isinstance(node, ast.BinOp):
        for kind in OTHERS.get(type(node.op), ()):
            yield _operator(kind)
        yield lambda n: n.left
        yield lambda n: n.right
        if not isinstance(node.op, ast.Add | ast.Mult):
            yield lambda n: ast.BinOp(n.right, n.op, n.left)
        yield lambda n: ast.UnaryOp(ast.USub(), n)
    if isinstance(node, ast.UnaryOp):
        yield lambda n: n.operand
    if isinstance(node, ast.AugAssign):
        yield lambda n: ast.Assign([n.target], n.value)
        for kind in OTHERS.get(type(node.op), ()):
            yield _operator(kind)
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        if isinstance(target, ast.Name | ast.Subscript):
            yield lambda n: ast.AugAssign(n.targets[0], ast.Add(), n.value)


def _constant(value: Any) -> Change:
    return lambda node: ast.Constant(value)


def _numbers(node: ast.AST) -> Iterator[Change]:
    """Another axis, one more, one less, the other truth value."""
    if isinstance(node, ast.Constant) and type(node.value) is bool:
        yield _constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        for value in {0, 1, 2, node.value + 1, node.value - 1, -node.value} - {node.value}:
            yield _constant(value)
    if isinstance(node, ast.Subscript):
        items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        for i, item in enumerate(items):
            if isinstance(item, ast.Name):
                yield _shifted(i, ast.Add())
                yield _shifted(i, ast.Sub())


def _shifted(place: int, op: ast.operator) -> Change:
    def change(node: Any) -> Any:
        if isinstance(node.slice, ast.Tuple):
            node.slice.elts[place] = ast.BinOp(node.slice.elts[place], op, ast.Constant(1))
        else:
            node.slice = ast.BinOp(node.slice, op, ast.Constant(1))
        return node

    return change


def _transposes(node: ast.AST) -> Iterator[Change]:
    """A transpose more or less."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield lambda n: n.value
    loads = isinstance(getattr(node, "ctx", None), ast.Load)
    if isinstance(node, ast.Name | ast.Subscript) and loads:
        yield lambda n: ast.Attribute(n, "T", ast.Load())


CALLS = ("sum", "mean", "max", "min", "exp", "log", "tanh", "sqrt", "abs", "square")


def _named(name: str) -> Change:
    def change(node: Any) -> Any:
        node.attr = name
        return node

    return change


def _structure(node: ast.AST) -> Iterator[Change]:
    """Another function of NumPy, an argument less, the axis kept, the steps the other way."""
    if isinstance(node, ast.Attribute) and node.attr in CALLS:
        for name in CALLS:
            if name != node.attr:
                yield _named(name)
    if isinstance(node, ast.Call):
        for i in range(len(node.keywords)):
            yield _without(i)
        if any(k.arg == "axis" for k in node.keywords):
            yield _kept
        if len(node.args) == 1:
            yield lambda n: n.args[0]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range":
        yield lambda n: ast.Call(ast.Name("reversed", ast.Load()), [n], [])


def _without(place: int) -> Change:
    def change(node: Any) -> Any:
        del node.keywords[place]
        return node

    return change


def _kept(node: Any) -> Any:
    node.keywords.append(ast.keyword("keepdims", ast.Constant(True)))
    return node


def _other_names(node: ast.AST, names: list[str], keys: list[str]) -> Iterator[Change]:
    """Another name or key that the function uses."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        for name in names:
            if name != node.id:
                yield _renamed(name)
    if isinstance(node, ast.Constant) and type(node.value) is str:
        for key in keys:
            if key != node.value:
                yield _constant(key)


def _renamed(name: str) -> Change:
    return lambda node: ast.Name(name, ast.Load())
