"""Making the mutants of a function: each with one small change somewhere."""

from __future__ import annotations

import ast
import contextlib
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graders.authoring.mutants.arithmetic import ARITHMETIC
from graders.authoring.mutants.calls import CALLS
from graders.authoring.mutants.scope import Operator, scope_of
from graders.authoring.mutants.statements import STATEMENTS

OPERATORS: tuple[Operator, ...] = (*ARITHMETIC, *CALLS)

LONG = 90
CONTEXT = 30
"""Of a longer line, what stands so far on either side of the change is shown."""

NOTHING = "(nothing)"


@dataclass(frozen=True)
class Mutant:
    """A function with one change.

    Args:
        change: what was changed, `old → new`: two mutants of a function never say the same, and the
            text stays when other lines change.
        operator: which operator made it: "term_dropped".
        source: the whole function.
    """

    change: str
    operator: str
    source: str


@cache
def mutants(source: str) -> tuple[Mutant, ...]:
    """Return the mutants of a function, in the order of its lines as far as operators allow.

    What an operator makes twice stands there once, and what is no Python is left out. Arguments,
    texts of exceptions and formatted texts are not changed.

    Args:
        source: the function, with or without a docstring.
    """
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    if ast.get_docstring(function) is not None:
        function.body = function.body[1:]
    before = ast.unparse(function)
    seen, said = {before}, Counter[str]()
    found = []
    for operator in _changed(function):
        text = ast.unparse(function)
        if text in seen or not _is_python(text):
            continue
        seen.add(text)
        change = described(before, text)
        said[change] += 1
        number = f" ({said[change]})" if said[change] > 1 else ""
        found.append(Mutant(change + number, operator, text + "\n"))
    return tuple(found)


def _is_python(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python sees that a number has no entries, and says so
        try:
            compile(text, "<mutant>", "exec")
        except (SyntaxError, ValueError):
            return False
    return True


def _changed(function: ast.FunctionDef) -> Iterator[str]:
    """Change a function in one place after the other; yield each time the operator's name."""
    scope = scope_of(function)
    for parent, field, at in _places(function):
        node = _entry(parent, field, at)
        for operator in OPERATORS:
            for new in operator(node, scope):
                with _put(parent, field, at, [new]):
                    yield operator.__name__
        if isinstance(node, ast.stmt) and at is not None:
            for of_statements in STATEMENTS:
                for body in of_statements(node, scope):
                    with _put(parent, field, at, body):
                        yield of_statements.__name__


Place = tuple[ast.AST, str, int | None]


def _places(node: ast.AST) -> Iterator[Place]:
    """Yield where the nodes below a node stand: in which, in which field, and at which place."""
    for field, value in ast.iter_fields(node):
        children = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for at, child in children:
            if isinstance(child, ast.AST) and not _stays(node, child):
                yield node, field, at
                yield from _places(child)


def _stays(parent: ast.AST, child: ast.AST) -> bool:
    """Return whether nothing is changed in a node: no case could tell, or nothing is written."""
    if isinstance(child, ast.arguments | ast.JoinedStr | ast.operator | ast.expr_context):
        return True
    if isinstance(parent, ast.Raise):
        return True
    return isinstance(parent, ast.keyword) and parent.arg == "axis"


def _entry(parent: ast.AST, field: str, at: int | None) -> Any:
    value = getattr(parent, field)
    return value if at is None else value[at]


@contextlib.contextmanager
def _put(parent: ast.AST, field: str, at: int | None, new: Sequence[ast.AST]) -> Iterator[None]:
    """Let something else stand in a place for a while; `pass` in place of an empty body."""
    old = getattr(parent, field)
    if at is None:
        setattr(parent, field, new[0])
    else:
        entries = [*old[:at], *new, *old[at + 1 :]]
        setattr(parent, field, entries or [ast.Pass()])
    try:
        yield
    finally:
        setattr(parent, field, old)


def described(before: str, after: str) -> str:
    """Return what was changed between two texts of a function: the old lines → the new ones."""
    old, new = before.splitlines(), after.splitlines()
    shortest = min(len(old), len(new))
    first = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    left = shortest - first
    last = next((i for i in range(left) if old[-1 - i] != new[-1 - i]), left)
    was, now = ("; ".join(map(str.strip, of[first : len(of) - last])) for of in (old, new))
    was, now = _shortened(was, now)
    return f"{was or NOTHING} → {now or NOTHING}"


def _shortened(was: str, now: str) -> tuple[str, str]:
    """Return two texts without most of what is the same in both, where they are long."""
    if max(len(was), len(now)) <= LONG:
        return was, now
    shortest = min(len(was), len(now))
    ahead = next((i for i in range(shortest) if was[i] != now[i]), shortest)
    behind = next(
        (i for i in range(shortest - ahead) if was[-1 - i] != now[-1 - i]), shortest - ahead
    )
    start = max(ahead - CONTEXT, 0)
    start = _word(was, start) if start else 0
    cut = max(behind - CONTEXT, 0)
    texts = []
    for text in (was, now):
        kept = text[start : len(text) - cut]
        texts.append(f"{'…' * bool(start)}{kept}{'…' * bool(cut)}")
    return texts[0], texts[1]


def _word(text: str, at: int) -> int:
    """Return where the word ends in the midst of which a place lies."""
    word = re.compile(r"\w*").match(text, at)
    assert word is not None
    return word.end() if text[at - 1].isalnum() else at
