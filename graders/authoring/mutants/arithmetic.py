"""Operators on what is computed: signs, terms, matrices, numbers, comparisons, conditions."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from graders.authoring.mutants.scope import Scope, neighbours_exchanged

OTHER: Mapping[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.MatMult),
    ast.MatMult: (ast.Mult,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
}
"""What may stand in place of an arithmetic operator."""

COMPARED: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
"""What may stand in place of a comparison: the border belongs to the other side, or all is."""

_BOTH_WAYS = (ast.Sub, ast.Div, ast.FloorDiv, ast.Pow, ast.MatMult)


def other_operator(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """Minus for plus, a product by entries for one of matrices, and so on."""
    if isinstance(node, ast.BinOp):
        for op in OTHER.get(type(node.op), ()):
            yield ast.BinOp(left=node.left, op=op(), right=node.right)


def sides_exchanged(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """The two sides of a difference, a quotient, a power, a product of matrices exchanged."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, _BOTH_WAYS):
        yield ast.BinOp(left=node.right, op=node.op, right=node.left)


def term_dropped(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """One side of an operation alone: a term or a factor is left out; so is a sign."""
    if isinstance(node, ast.BinOp):
        yield node.left
        yield node.right
    if isinstance(node, ast.UnaryOp):
        yield node.operand


def transposed(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """A transpose dropped, or one too many in a product of matrices."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        left, right = node.left, node.right
        if not _is_transposed(left):
            yield ast.BinOp(left=_transpose(left), op=node.op, right=right)
        if not _is_transposed(right):
            yield ast.BinOp(left=left, op=node.op, right=_transpose(right))


def _is_transposed(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "T"


def _transpose(node: ast.expr) -> ast.expr:
    return ast.Attribute(value=node, attr="T", ctx=ast.Load())


def other_constant(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """A number that is one more or less, twice as large, or zero; the other truth value."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(2 * value if value else 1.0)
        if value:
            yield ast.Constant(0.0)


def other_key(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """Another of the keys that the function looks up."""
    if isinstance(node, ast.Constant) and node.value in scope.keys:
        yield from (ast.Constant(key) for key in scope.keys if key != node.value)


def other_variable(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """Another variable that has a value there."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in scope.since:
        for variable, line in sorted(scope.since.items()):
            if variable not in (node.id, "_") and line < node.lineno:
                yield ast.Name(variable, ast.Load())


def other_comparison(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """Another comparison: the border belongs to the other side, or everything does."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            for new in COMPARED.get(type(op), ()):
                ops = [*node.ops[:at], new(), *node.ops[at + 1 :]]
                yield ast.Compare(left=node.left, ops=ops, comparators=node.comparators)


def other_condition(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """A choice that is the other one, or always the same; `and` for `or`, or one of both alone."""
    if isinstance(node, ast.IfExp):
        yield ast.IfExp(test=node.test, body=node.orelse, orelse=node.body)
        yield node.body
        yield node.orelse
    if isinstance(node, ast.BoolOp):
        op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(op=op, values=node.values)
        yield from node.values
    if isinstance(node, ast.comprehension) and node.ifs:
        negated: list[ast.expr] = [ast.UnaryOp(ast.Not(), test) for test in node.ifs]
        for ifs in (negated, list[ast.expr]()):
            yield ast.comprehension(
                target=node.target, iter=node.iter, ifs=ifs, is_async=node.is_async
            )


def entries_exchanged(node: ast.AST, scope: Scope) -> Iterator[ast.AST]:
    """Two neighbours in a tuple, a list, or among the values of a dict exchanged."""
    if isinstance(node, ast.Tuple | ast.List):
        for entries in neighbours_exchanged(node.elts):
            yield type(node)(elts=entries, ctx=node.ctx)
    if isinstance(node, ast.Dict):
        for values in neighbours_exchanged(node.values):
            yield ast.Dict(keys=node.keys, values=values)


ARITHMETIC = (
    other_operator,
    sides_exchanged,
    term_dropped,
    transposed,
    other_constant,
    other_key,
    other_variable,
    other_comparison,
    other_condition,
    entries_exchanged,
)
