"""Mistakes that recur in every cell, as patches made from the reference's own source.

Each function here returns a patch for `Mistake(key, sentence, swap=...)`: it finds its one place in
the reference by what stands there, so that a contract need not write the line a second time.
Expressions are named as Python writes them: `ba`, `parameters["ba"]`, `Waa @ a_prev`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from typing import TypeVar

__all__ = [
    "RELU", "SIGMOID", "MisfitError", "Patch", "along", "exchanged", "instead", "missing", "taken",
    "transposed", "without",
]  # fmt: skip

Hit = TypeVar("Hit")

Patch = Callable[[str], str]
"""Takes a function's source, and returns it with the mistake. It raises `MisfitError`."""

SIGMOID = "1 / (1 + np.exp(-({})))"
"""What stands for a sigmoid in `instead`."""

RELU = "np.maximum(0, {})"
"""What stands for a ReLU in `instead`."""


class MisfitError(ValueError):
    """A source has not the one place that a patch changes."""


def missing(term: str) -> Patch:
    """Leave a term out of the one sum in which it stands: a bias, a product."""
    return partial(_missing, _tidy(term))


def transposed(weight: str) -> Patch:
    """Transpose a matrix in the one product of matrices in which it stands."""
    return partial(_transposed, _tidy(weight))


def without(function: str) -> Patch:
    """Leave away the one call of a function, and keep its argument: `without("np.tanh")`."""
    return partial(_instead, function, "{}")


def instead(function: str, other: str) -> Patch:
    """Put something in place of the one call of a function, around the same argument.

    Args:
        function: what is called, "np.tanh".
        other: what stands there instead, with {} for the argument: `SIGMOID`, "softmax({})".
    """
    return partial(_instead, function, other)


def exchanged(one: str, other: str) -> Patch:
    """Exchange two entries of the one tuple or list that has both."""
    return partial(_exchanged, _tidy(one), _tidy(other))


def taken(wrong: str, *, for_: str, into: str) -> Patch:
    """Take a wrong variable for another in the one line that gives `into` its value.

    The state before the step for the state after it: `taken("a_prev", for_="a_next",
    into="yt_pred")`.
    """
    return partial(_taken, wrong, for_, into)


def along(function: str, axis: int) -> Patch:
    """Let the one call of a function with an axis run along another one."""
    return partial(_along, function, axis)


def _missing(term: str, source: str) -> str:
    def found(node: ast.AST) -> tuple[ast.expr, ast.expr] | None:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            if ast.unparse(node.right) == term:
                return node, node.left
            if isinstance(node.op, ast.Add) and ast.unparse(node.left) == term:
                return node, node.right
        return None

    hits = [hit for node in ast.walk(ast.parse(source)) if (hit := found(node))]
    whole, kept = _one(hits, f"a sum with the term {term}")
    return _with(source, whole, _text(source, kept))


def _transposed(weight: str, source: str) -> str:
    sides = [
        side
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult)
        for side in (node.left, node.right)
        if ast.unparse(side) == weight
    ]
    side = _one(sides, f"a product with the matrix {weight}")
    return _with(source, side, f"{_text(source, side)}.T")


def _calls(tree: ast.AST, function: str) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if ast.unparse(call.func) == function]


_BINDING = (ast.BinOp, ast.UnaryOp, ast.Attribute, ast.Subscript, ast.Compare, ast.BoolOp)
"""Inside of these another expression needs brackets."""


def _instead(function: str, other: str, source: str) -> str:
    tree = ast.parse(source)
    call = _one(_calls(tree, function), f"a call of {function}")
    if not call.args:
        raise MisfitError(f"{function} is called without an argument")
    text = other.format(_text(source, call.args[0]))
    binding = (node for node in ast.walk(tree) if isinstance(node, _BINDING))
    inside = any(child is call for node in binding for child in ast.iter_child_nodes(node))
    return _with(source, call, f"({text})" if inside else text)


def _exchanged(one: str, other: str, source: str) -> str:
    displays = [
        {ast.unparse(entry): entry for entry in node.elts}
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Tuple | ast.List) and isinstance(node.ctx, ast.Load)
    ]
    both = [entries for entries in displays if {one, other} <= entries.keys()]
    entries = _one(both, f"a tuple or list with {one} and {other}")
    first, last = sorted((entries[one], entries[other]), key=lambda e: (e.lineno, e.col_offset))
    changed = _with(source, last, _text(source, first))
    return _with(changed, first, _text(source, last))  # it stands before, where nothing moved


def _taken(wrong: str, right: str, into: str, source: str) -> str:
    lines = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assign) and into in map(ast.unparse, node.targets)
    ]
    line = _one(lines, f"a line that gives {into} its value")
    names = [n for n in ast.walk(line.value) if isinstance(n, ast.Name) and n.id == right]
    return _with(source, _one(names, f"the name {right} in the line of {into}"), wrong)


def _along(function: str, axis: int, source: str) -> str:
    axes = [
        keyword.value
        for call in _calls(ast.parse(source), function)
        for keyword in call.keywords
        if keyword.arg == "axis"
    ]
    return _with(source, _one(axes, f"a call of {function} with an axis"), str(axis))


def _tidy(expression: str) -> str:
    return ast.unparse(ast.parse(expression, mode="eval"))


def _one(hits: list[Hit], what: str) -> Hit:
    if len(hits) != 1:
        raise MisfitError(f"{what} stands {len(hits)} times in the body, expected once")
    return hits[0]


def _text(source: str, node: ast.expr) -> str:
    return ast.get_source_segment(source, node) or ""


def _with(source: str, node: ast.expr, text: str) -> str:
    """Return a source in which something else stands in place of an expression."""
    lines = source.splitlines(keepends=True)
    line = lines[node.lineno - 1].encode()[: node.col_offset].decode()  # Python counts bytes
    start = sum(map(len, lines[: node.lineno - 1])) + len(line)
    return source[:start] + text + source[start + len(_text(source, node)) :]
