"""Operators on calls, axes, indices, slices and ranges."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from graders.authoring.mutants.scope import Scope, call, called, moved, name, neighbours_exchanged
from graders.mistakes import SIGMOID

OTHER: Mapping[str, tuple[str, ...]] = {
    "np.sum": ("np.mean({})", "np.max({})"),
    "np.mean": ("np.sum({})",),
    "np.max": ("np.min({})",),
    "np.min": ("np.max({})",),
    "np.argmax": ("np.argmin({})",),
    "np.argmin": ("np.argmax({})",),
    "np.maximum": ("np.minimum({})",),
    "np.minimum": ("np.maximum({})",),
    "np.any": ("np.all({})",),
    "np.all": ("np.any({})",),
    "np.zeros": ("np.ones({})",),
    "np.ones": ("np.zeros({})",),
    "np.tanh": (SIGMOID,),
    "np.log": ("np.log2({})",),
    "np.sign": ("np.abs({})",),
    "np.cumsum": ("np.cumprod({})",),
    "max": ("min({})",),
    "min": ("max({})",),
    "sum": ("max({})",),
}
"""What may be called in place of a function, with {} for the arguments."""

NEEDED = {"range", "enumerate", "zip", "len", "list", "np.arange", "np.array", "np.concatenate",
          "np.full", "np.ones", "np.stack", "np.zeros"}  # fmt: skip
"""Calls without which nothing can go on: what is left would raise at once."""

SYMMETRIC = {"np.maximum", "np.minimum", "max", "min", "np.add", "np.multiply"}


def other_call(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """Another function: the mean for the sum, a sigmoid for tanh."""
    if isinstance(node, ast.Call):
        given = ", ".join(ast.unparse(one) for one in [*node.args, *node.keywords])
        for text in OTHER.get(called(node), ()):
            yield name(text.format(given))


def call_dropped(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """The argument of a function alone; the object of a method alone."""
    if isinstance(node, ast.Call) and called(node) not in NEEDED:
        if node.args and not isinstance(node.args[0], ast.Starred | ast.GeneratorExp):
            yield node.args[0]
        method = isinstance(node.func, ast.Attribute) and not _of_a_module(node.func)
        if method and isinstance(node.func, ast.Attribute):
            yield node.func.value


def _of_a_module(node: ast.Attribute) -> bool:
    """Return whether a function is found in a module: np.sum, np.linalg.norm."""
    first: ast.expr = node
    while isinstance(first, ast.Attribute):
        first = first.value
    return isinstance(first, ast.Name) and first.id in ("np", "numpy", "math", "keras", "tf", "re")


def other_arguments(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """Two neighbouring arguments exchanged; a named one dropped, or along another axis."""
    if not isinstance(node, ast.Call):
        return
    if called(node) not in SYMMETRIC:
        for args in neighbours_exchanged(node.args):
            yield ast.Call(func=node.func, args=args, keywords=node.keywords)
    for at, keyword in enumerate(node.keywords):
        before, after = node.keywords[:at], node.keywords[at + 1 :]
        yield ast.Call(func=node.func, args=node.args, keywords=[*before, *after])
        if keyword.arg == "axis":
            for axis in _other_axes(keyword.value):
                new = ast.keyword(arg="axis", value=axis)
                yield ast.Call(func=node.func, args=node.args, keywords=[*before, new, *after])


def _other_axes(node: ast.expr) -> Iterator[ast.expr]:
    """Yield other axes: the one before, or the second for the first; fewer than there are."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(node.value - 1 if node.value else 1)
    if isinstance(node, ast.Tuple):
        yield from node.elts
        missing = {0, 1, 2} - {e.value for e in node.elts if isinstance(e, ast.Constant)}
        for at, new in ((at, new) for at in range(len(node.elts)) for new in sorted(missing)):
            entries: list[ast.expr] = [*node.elts[:at], ast.Constant(new), *node.elts[at + 1 :]]
            yield ast.Tuple(elts=entries, ctx=ast.Load())


def other_range(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """A range that begins or ends one earlier or later, or goes the other way."""
    if called(node) == "reversed" and isinstance(node, ast.Call):
        yield node.args[0]
    if called(node) not in ("range", "np.arange") or not isinstance(node, ast.Call):
        return
    if len(node.args) == 1:
        yield ast.Call(func=node.func, args=[ast.Constant(1), *node.args], keywords=node.keywords)
    for at, argument in enumerate(node.args):
        if not isinstance(argument, ast.Constant | ast.UnaryOp):
            for other in moved(argument):
                args = [*node.args[:at], other, *node.args[at + 1 :]]
                yield ast.Call(func=node.func, args=args, keywords=node.keywords)


def other_index(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """The entry before or after."""
    if not isinstance(node, ast.Subscript):
        return
    places = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    for at, place in enumerate(places):
        if isinstance(place, ast.Name):
            for other in moved(place):
                changed = [*places[:at], other, *places[at + 1 :]]
                whole = ast.Tuple(elts=changed, ctx=ast.Load()) if len(places) > 1 else other
                yield ast.Subscript(value=node.value, slice=whole, ctx=node.ctx)


def other_slice(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """A slice that begins or ends one earlier or later, is moved by one, or has no border."""
    if not isinstance(node, ast.Slice):
        return
    lower, upper, step = node.lower, node.upper, node.step
    for border in (lower, upper):
        if border is None:
            continue
        others: list[ast.expr | None] = [None]
        if not isinstance(border, ast.Constant | ast.UnaryOp):
            others += moved(border)
        for other in others:
            first, last = (other, upper) if border is lower else (lower, other)
            yield ast.Slice(lower=first, upper=last, step=step)
    if lower is None and upper is not None:
        yield ast.Slice(lower=ast.Constant(1), upper=upper, step=step)
    if lower is not None and upper is not None:
        for first, last in zip(moved(lower), moved(upper), strict=True):
            yield ast.Slice(lower=first, upper=last, step=step)


def other_einsum(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """In what einsum is told, two neighbouring axes exchanged: of an operand, of what comes out."""
    if called(node) != "np.einsum" or not isinstance(node, ast.Call):
        return
    first, *rest = node.args
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return
    text = first.value
    for at in range(len(text) - 1):
        one, other = text[at], text[at + 1]
        if one.isalpha() and other.isalpha():
            swapped = ast.Constant(text[:at] + other + one + text[at + 2 :])
            yield ast.Call(func=node.func, args=[swapped, *rest], keywords=node.keywords)


def other_way_round(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """A list made from the other end on."""
    if isinstance(node, ast.ListComp):
        first, *rest = node.generators
        turned = ast.comprehension(
            target=first.target,
            iter=call("reversed", call("list", first.iter)),
            ifs=first.ifs,
            is_async=first.is_async,
        )
        yield ast.ListComp(elt=node.elt, generators=[turned, *rest])


CALLS = (
    other_call,
    call_dropped,
    other_arguments,
    other_range,
    other_index,
    other_slice,
    other_einsum,
    other_way_round,
)
