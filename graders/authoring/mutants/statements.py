"""Operators on statements. Each yields lists of what may stand in the place of one."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from graders.authoring.mutants.arithmetic import OTHER
from graders.authoring.mutants.scope import Scope, call, called

StatementOperator = Callable[[ast.stmt, Scope], Iterator[Sequence[ast.stmt]]]


def deleted(node: ast.stmt, scope: Scope) -> Iterator[Sequence[ast.stmt]]:
    """The statement left out, unless names would then have no value, or nothing be returned."""
    if isinstance(node, ast.AugAssign | ast.Expr | ast.If | ast.Break | ast.Continue | ast.Raise):
        yield []
    if isinstance(node, ast.Assign):
        stored = [
            n.id
            for target in node.targets
            for n in ast.walk(target)
            if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        ]
        if all(scope.bound[name] > 1 for name in stored):
            yield []


def added_or_put(node: ast.stmt, scope: Scope) -> Iterator[Sequence[ast.stmt]]:
    """`=` in place of `+=`, `-=` in place of `+=`, and `+=` in place of `=`."""
    if isinstance(node, ast.AugAssign):
        yield [ast.Assign(targets=[node.target], value=node.value, lineno=0)]
        for op in OTHER.get(type(node.op), ()):
            if op is not ast.MatMult:
                yield [ast.AugAssign(target=node.target, op=op(), value=node.value)]
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        again = isinstance(target, ast.Name) and scope.bound[target.id] > 1
        if again or isinstance(target, ast.Subscript):
            assert isinstance(target, ast.Name | ast.Subscript)
            yield [ast.AugAssign(target=target, op=ast.Add(), value=node.value)]


def other_branch(node: ast.stmt, scope: Scope) -> Iterator[Sequence[ast.stmt]]:
    """A condition negated, or taken as always true."""
    if isinstance(node, ast.If | ast.While):
        test = ast.UnaryOp(ast.Not(), node.test)
        yield [type(node)(test=test, body=node.body, orelse=node.orelse)]
    if isinstance(node, ast.If):
        yield node.body


def other_loop(node: ast.stmt, scope: Scope) -> Iterator[Sequence[ast.stmt]]:
    """A loop the other way round, without its first round, without its last one."""
    if not isinstance(node, ast.For):
        return
    whole = call("list", node.iter)
    first, last = ast.Slice(lower=ast.Constant(1)), ast.Slice(upper=ast.Constant(-1))
    rounds: list[ast.expr] = []
    if called(node.iter) != "range":  # its borders are moved by an operator of their own
        rounds += [ast.Subscript(whole, part, ast.Load()) for part in (first, last)]
    if called(node.iter) != "reversed":
        rounds.append(call("reversed", whole))
    for each in rounds:
        yield [ast.For(target=node.target, iter=each, body=node.body, orelse=node.orelse, lineno=0)]


def other_end(node: ast.stmt, scope: Scope) -> Iterator[Sequence[ast.stmt]]:
    """`continue` in place of `break`, and the reverse."""
    if isinstance(node, ast.Break):
        yield [ast.Continue()]
    if isinstance(node, ast.Continue):
        yield [ast.Break()]


STATEMENTS: tuple[StatementOperator, ...] = (
    deleted,
    added_or_put,
    other_branch,
    other_loop,
    other_end,
)
