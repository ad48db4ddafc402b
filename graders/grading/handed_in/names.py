"""Which names of others a cell uses, and which it makes, as far as its text tells."""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Iterator
from dataclasses import dataclass

_REACHING = re.compile(
    r"globals|locals|vars|dir|eval|exec|compile|get_ipython|In|Out|_+|_i+\d*|_\d+|_[iod]h"
    r"|gc|inspect|sys|importlib|builtins|__\w+__"
)
"""Names by which code reaches other names without writing them."""

_REACHING_ATTRIBUTES = frozenset(
    ("__globals__", "__builtins__", "f_globals", "f_locals", "modules", "user_ns", "user_module")
)


@dataclass(frozen=True)
class Names:
    """What the text of a cell tells about names.

    Args:
        reads: global names that it reads or deletes.
        makes: global names that it binds.
        changes: names of others in whose objects it changes an entry or an attribute.
        reaches: whether it can reach names that are not written in it.
    """

    reads: frozenset[str]
    makes: frozenset[str]
    changes: frozenset[str]
    reaches: bool


def names_of(source: str) -> Names:
    """Return the names of a cell.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: it is not plain Python.
    """
    nodes = list(ast.walk(ast.parse(source)))
    reads = {name for node in nodes for name in _taken(node)}
    makes: set[str] = set()
    bound: set[str] = set()
    for table, symbol in _symbols(symtable.symtable(source, "cell", "exec")):
        name, kind = symbol.get_name(), table.get_type()
        binds = symbol.is_assigned() or symbol.is_imported() or symbol.is_parameter()
        if binds:
            bound.add(name)
        # The body of a class finds a name outside that it binds itself, if only later.
        if kind in ("module", "class") or symbol.is_global():
            if symbol.is_referenced():
                reads.add(name)
            if binds and (kind == "module" or symbol.is_global()):
                makes.add(name)
    changes = {name for node in nodes for name in _changed(node)} - bound
    return Names(
        frozenset(reads),
        frozenset(makes),
        frozenset(changes),
        any(map(_reaching, reads)) or any(map(_reaches, nodes)),
    )


def words_of(source: str) -> Names:
    """Return the names that a cell may use which is no plain Python: every word in it."""
    words = frozenset(re.findall(r"\w+", source))
    known = source.isascii() and not any(map(_reaching, words))
    return Names(words, frozenset(), words, reaches=not known)


def _symbols(table: symtable.SymbolTable) -> Iterator[tuple[symtable.SymbolTable, symtable.Symbol]]:
    tables = [table]
    while tables:
        table = tables.pop()
        tables += table.get_children()
        yield from ((table, symbol) for symbol in table.get_symbols())


def _taken(node: ast.AST) -> Iterator[str]:
    """Yield what a node reads or deletes, and a symbol table takes for bound only."""
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
        yield node.id


def _changed(node: ast.AST) -> Iterator[str]:
    """Yield the name in whose object a node changes something: `a` of `a.b[0] = 1`."""
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        inner: ast.AST = node
        while isinstance(inner, ast.Attribute | ast.Subscript):
            inner = inner.value
        if isinstance(inner, ast.Name):
            yield inner.id


def _reaching(name: str) -> bool:
    return _REACHING.fullmatch(name) is not None


def _reaches(node: ast.AST) -> bool:
    """Return whether a node reaches names by a module, or by an attribute."""
    if isinstance(node, ast.Attribute):
        return node.attr in _REACHING_ATTRIBUTES
    if isinstance(node, ast.Import):
        return any(_reaching(alias.name.partition(".")[0]) for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        module = (node.module or "").partition(".")[0]
        return _reaching(module) or any(alias.name == "*" for alias in node.names)
    return False
