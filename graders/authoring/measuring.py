"""Measuring a lesson's source: its cells by what the learner does there, words, formulas, lines.

Words are counted without formulas, tables, code blocks and docstrings. An action is something that
the learner answers or writes; running a cell is none.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import jupytext

from graders.cells import AUTHOR_TAG, EXPERIMENT_TAG, WRITTEN

Role = Literal["text", "written", "answered", "checked", "given", "author"]

_FORMULA = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_INLINE = re.compile(r"\$[^$\n]+(?:\n[^$\n]+)?\$")
_FENCE = re.compile(r"```.*?```", re.DOTALL)
_TABLE = re.compile(r"^\s*\|.*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<[^>\n]+>")
_WORD = re.compile(r"\S*\w\S*")
_REGION = re.compile(WRITTEN, re.DOTALL | re.MULTILINE)
_CHECKED = re.compile(r"check\(\w+\)")
_ANSWERED = re.compile(r"(?:check|guess)\(\w+=")
_SHOWN = re.compile(r"(?:progress|beside|scenes\.\w+|guess|check)\(")
_OUTCOME = re.compile(r"""guess\(\s*["'](\w+)["']\s*,\s*outcome=""")
_GUESS = re.compile(r"\bguess\((\w+)=")


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson's source.

    Args:
        number: which it is, from 1, as the doctor's other complaints count.
        role: what the learner does there: reads it, writes lines, answers, checks, runs what is
            given; what the author keeps beside the lesson has a role of its own.
        source: what stands in it.
        experiment: whether it is one.
    """

    number: int
    role: Role
    source: str
    experiment: bool = False

    @property
    def acts(self) -> bool:
        """Whether the learner answers or writes something there."""
        return self.role in ("written", "answered")

    @property
    def guesses(self) -> tuple[str, ...]:
        """The names of the guesses that are made there."""
        return tuple(_GUESS.findall(self.source)) if self.role == "answered" else ()

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The names of the guesses whose outcome is shown there."""
        return tuple(_OUTCOME.findall(self.source)) if self.role != "text" else ()


@dataclass(frozen=True)
class Stretch:
    """What lies between two actions.

    Args:
        first, last: the numbers of its first cell and of the cell that ends it.
        words: how many are read.
        formulas: how many are displayed.
    """

    first: int
    last: int
    words: int
    formulas: int


def cells_of(source: Path) -> list[Cell]:
    """Return the cells of a lesson's source in order."""
    found = []
    for number, cell in enumerate(jupytext.read(source).cells, start=1):
        tags = cell.metadata.get("tags", [])
        role = "text" if cell.cell_type == "markdown" else _role(cell.source, tags)
        found.append(Cell(number, role, cell.source, EXPERIMENT_TAG in tags))
    return found


def _role(source: str, tags: Sequence[str]) -> Role:
    if AUTHOR_TAG in tags:
        return "author"
    if _REGION.search(source):
        return "written"
    if _CHECKED.fullmatch(source.strip()):
        return "checked"
    return "answered" if _ANSWERED.match(source.strip()) else "given"


def prose(markdown: str) -> str:
    """Return a text without displayed formulas, code blocks, tables, and targets of links."""
    for away in (_FENCE, _FORMULA, _TABLE):
        markdown = away.sub("\n", markdown)
    return _LINK.sub(r"\1", markdown)


def words(markdown: str) -> int:
    """Return how many words a text has; formulas, tables and code blocks have none."""
    return len(_WORD.findall(_INLINE.sub(" ", prose(markdown))))


def formulas(markdown: str) -> int:
    """Return how many formulas a text displays."""
    return len(_FORMULA.findall(markdown))


def paragraphs(markdown: str) -> Iterator[str]:
    """Yield the paragraphs of a text; a heading is one, and so is each item of a list."""
    for block in re.split(r"\n\s*\n", prose(markdown)):
        yield from (p for p in re.split(r"\n(?=\s*(?:[-*]|\d+\.)\s)", block) if p.strip())


def stretches(cells: Sequence[Cell]) -> list[Stretch]:
    """Return what lies before the first action and between any two."""
    found, first, read, displayed = [], 1, 0, 0
    for cell in cells:
        if cell.role == "text":
            read, displayed = read + words(cell.source), displayed + formulas(cell.source)
        if cell.acts:
            found.append(Stretch(first, cell.number, read, displayed))
            first, read, displayed = cell.number + 1, 0, 0
    return found


def written_lines(cell: Cell) -> int:
    """Return how many lines of a cell the learner writes, empty ones not counted."""
    return sum(_lines(region) for *_, region in _REGION.findall(cell.source))


def given_lines(cell: Cell) -> int:
    """Return how many lines of code a cell gives: no imports, docstrings, pictures and checks.

    In the cell of an exercise nothing is given: its first line and its docstring are the task. So
    it is with the first line of what the learner writes in an experiment.
    """
    if cell.role not in ("given", "written") or (cell.role == "written" and not cell.experiment):
        return 0
    left_out: set[int] = set()
    for node in ast.walk(ast.parse(cell.source)):
        if isinstance(node, ast.stmt) and not _counts(node, cell.source):
            left_out |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    kept = [line for at, line in enumerate(cell.source.splitlines(), 1) if at not in left_out]
    if cell.role == "written":
        kept = [line for line in kept if not line.startswith("def ")]
    return _lines("\n".join(kept)) - written_lines(cell)


def _counts(node: ast.stmt, source: str) -> bool:
    """Return whether a statement is code that a reader has to follow."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return False
    if not isinstance(node, ast.Expr):
        return True
    text = isinstance(node.value, ast.Constant)
    return not text and not _SHOWN.match(ast.get_source_segment(source, node) or "")


def _lines(code: str) -> int:
    """Return how many lines are neither empty nor a comment."""
    lines = (line.strip() for line in code.splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


_INNER = (ast.FunctionDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def outcomes_written_down(cell: Cell) -> list[str]:
    """Return the names of the guesses whose outcome in a cell is a literal."""
    if not cell.outcomes:
        return []
    found = []
    for node in ast.walk(ast.parse(cell.source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "guess" and node.args:
            told = [k.value for k in node.keywords if k.arg == "outcome"]
            if told and not any(isinstance(n, ast.Name) for n in ast.walk(told[0])):
                found.append(str(ast.literal_eval(node.args[0])))
    return found


def names_left(cell: Cell) -> set[str]:
    """Return the names that a cell makes and leaves behind, those of its functions left out."""
    found: set[str] = set()
    waiting: list[ast.AST] = [*ast.parse(cell.source).body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, _INNER):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id != "_":
            found.add(node.id)
        waiting += ast.iter_child_nodes(node)
    return found


def names_within(cell: Cell) -> set[str]:
    """Return the arguments and the variables of the functions that a cell defines."""
    inside = [
        node
        for function in ast.parse(cell.source).body
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    ]
    made = {n.id for n in inside if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return made | {node.arg for node in inside if isinstance(node, ast.arg)}


_ITEM = re.compile(r"^# - (.+)$", re.MULTILINE)


def listed(cells: Sequence[Cell], heading: str) -> list[str]:
    """Return the items of a list that the author keeps at the end of the source, by its heading."""
    kept = "\n".join(cell.source for cell in cells if cell.role == "author")
    _, found, below = kept.partition(f"# {heading}")
    until = re.search(r"^# [^-\s]", below, re.MULTILINE)
    return _ITEM.findall(below[: until.start()] if until else below) if found else []
