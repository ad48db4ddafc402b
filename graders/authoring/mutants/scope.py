"""What the operators know of the function in which they change something."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """The names and keys of a function.

    Args:
        keys: the strings by which it looks something up, in their order.
        bound: how often each name gets a value; an argument gets it once before all.
        since: the line in which each name first gets one; an argument's is 0.
    """

    keys: tuple[str, ...]
    bound: Counter[str]
    since: Mapping[str, int]


Operator = Callable[[ast.AST, Scope], Iterator[ast.AST]]
"""Yields what may stand in the place of a node. It leaves the node itself as it is."""


def scope_of(function: ast.FunctionDef) -> Scope:
    """Return what the operators know of a function."""
    keys = [
        str(node.slice.value)
        for node in ast.walk(function)
        if isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
    ]
    stored = [
        (node.lineno, node.id)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    arguments = [(0, node.arg) for node in ast.walk(function.args) if isinstance(node, ast.arg)]
    bound = sorted([*arguments, *stored], reverse=True)
    since = {name: line for line, name in bound}
    return Scope(tuple(dict.fromkeys(keys)), Counter(name for _, name in bound), since)


def called(node: ast.AST) -> str:
    """Return what a call calls, as it is written: "np.sum"; "" for what is no call."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def name(text: str) -> ast.expr:
    """Return an expression from its text."""
    return ast.parse(text, mode="eval").body


def call(function: str, *arguments: ast.expr) -> ast.Call:
    """Return a call of a function."""
    return ast.Call(func=name(function), args=list(arguments), keywords=[])


def moved(node: ast.expr) -> Iterator[ast.expr]:
    """Yield an expression that is one more, and one less."""
    for op in (ast.Add(), ast.Sub()):
        yield ast.BinOp(left=node, op=op, right=ast.Constant(1))


def neighbours_exchanged(entries: list[ast.expr]) -> Iterator[list[ast.expr]]:
    """Yield a list in which two neighbours stand in each other's place, for each two."""
    for at in range(len(entries) - 1):
        one, other = entries[at : at + 2]
        if ast.unparse(one) != ast.unparse(other):
            yield [*entries[:at], other, one, *entries[at + 2 :]]
