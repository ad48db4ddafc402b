"""The corpus of attacks: what a dishonest submission may try, as data.

Every file `<family>/<name>.toml` is one submission of the miniature lesson 00_mini, whose exercises
are scaled (10 points), row_sums (60) and shifted (30):

    tries = "Returns an object that equals everything."   # one sentence: what a cheat hopes for
    how = "Only exact types are read."                    # optional: why it fails
    base = "solved"                                       # or "unsolved": what is attacked
    shows = ["tcp ->"]    # texts that the outputs must hold: the attack ran as far as this
    hides = ["tcp -> done"]                               # texts that they must not hold

    [earns]                                               # the points of each exercise
    scaled = 0
    row_sums = 60
    shifted = 30

    [visible]                                             # optional: points on the visible cases
    scaled = 10

    [cells]                                               # sources of solution cells
    scaled = '''...'''

    [[patch]]                                             # changes of the notebook, in this order
    cell = "scaled"        # a grade_id, or the position of a cell; without it: the notebook itself
    set = "metadata.tags"  # a path of keys; `value` is put there
    value = ["skip-execution"]

A patch does one thing: `set` with `value`, `delete`, `duplicate`, `insert` ("before" or "after",
with `source` and optionally `metadata` and `cell_type`), or `replace` with `by` (and optionally
`times`, how often `by` is repeated) in the text of the finished file. A file that is no changed
notebook has its whole text as `raw` instead of cells and patches.

The honest solutions below do not call each other, so that an attack on one shows what it does to
the others. Words in braces that `Ground.places` knows ({home}, {tcp_port}) are replaced when the
attack is graded; {attempt} and {libc} stand for the code below. An attack writes what it
finds where it would be seen, and leaves {marker} where it must leave nothing.
"""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

HERE = Path(__file__).parent
EXERCISES = ("scaled", "row_sums", "shifted")
FAMILIES = {
    "metadata": 15,
    "forging": 25,
    "reading": 12,
    "writing": 6,
    "network": 6,
    "exhaustion": 12,
    "persistence": 8,
    "killing": 8,
    "telling": 12,
    "displaying": 12,
}
"""The families, and how many attacks each holds at least."""

HONEST = {
    "scaled": "def scaled(x, factor):\n    return x * factor\n",
    "row_sums": (
        "def row_sums(x):\n"
        "    total = 2.0 * x.sum(axis=1, keepdims=True)\n"
        "    return total, float(total.max())\n"
    ),
    "shifted": "def shifted(x):\n    return x + 1.0\n",
}
ATTEMPT = """\
def attempt(name, act):
    try:
        result = act()
    except BaseException as error:
        print(name, "->", type(error).__name__, str(error)[:200])
    else:
        print(name, "-> done", repr(result)[:2000])
"""
LIBC = """\
import ctypes, os
_libc = ctypes.CDLL(None, use_errno=True)

def call(function, *arguments):
    result = getattr(_libc, function)(*arguments)
    if result == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
"""
NEW_CELL = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
ACTIONS = {
    "set": {"value"},
    "delete": set(),
    "duplicate": set(),
    "insert": {"source", "metadata", "cell_type"},
    "replace": {"by", "times"},
}


@dataclass(frozen=True)
class Attack:
    """One attack, as its file describes it; see the module's docstring."""

    family: str
    name: str
    tries: str
    earns: Mapping[str, float]
    how: str = ""
    base: str = "solved"
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    visible: Mapping[str, float] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    patch: tuple[Mapping[str, Any], ...] = ()
    raw: str = ""

    def __post_init__(self) -> None:
        wrong = [
            "base" * (self.base not in ("solved", "unsolved")),
            "earns" * (tuple(self.earns) != EXERCISES),
            "visible" * (not self.visible.keys() <= set(EXERCISES)),
            "cells" * (not self.cells.keys() <= set(EXERCISES)),
            "raw" * bool(self.raw and (self.cells or self.patch)),
            "nothing" * (not (self.raw or self.cells or self.patch)),
            *(f"patch {number}" * (not _sound(p)) for number, p in enumerate(self.patch)),
        ]
        if any(wrong):
            raise ValueError(f"{self.family}/{self.name}: look at {', '.join(filter(None, wrong))}")

    def sources(self) -> list[str]:
        """Return the code that the attack brings."""
        inserted = [
            p["source"]
            for p in self.patch
            if p.get("cell_type", "code") == "code" and "source" in p
        ]
        return [*self.cells.values(), *inserted]

    def submission(self, template: NotebookNode, places: Mapping[str, str]) -> bytes:
        """Return the file that is handed in."""
        if self.raw:
            return fill(self.raw, places).encode()
        notebook = solved(template) if self.base == "solved" else copy.deepcopy(template)
        for exercise, source in self.cells.items():
            _cell(notebook, f"{exercise}-solution").source = fill(source, places)
        text = ""
        for patch in self.patch:
            if "replace" not in patch:
                _apply(notebook, patch, places)
        text = json.dumps(notebook, ensure_ascii=False, indent=1)
        for patch in self.patch:
            if "replace" in patch:
                assert patch["replace"] in text, f"{self.name}: {patch['replace']!r} is not there"
                by = fill(patch["by"], places) * patch.get("times", 1)
                text = text.replace(patch["replace"], by, 1)
        return text.encode()


def _sound(patch: Mapping[str, Any]) -> bool:
    """Return whether a patch does exactly one thing and holds what that needs, and no more."""
    actions = ACTIONS.keys() & patch.keys()
    if len(actions) != 1:
        return False
    (action,) = actions
    optional = {"metadata", "cell_type", "times"}
    rest = patch.keys() - {action, "cell"}
    needs_cell = action in ("delete", "duplicate", "insert")
    return (
        rest <= ACTIONS[action]
        and ACTIONS[action] - optional <= rest
        and ("cell" in patch or not needs_cell)
        and not (action == "replace" and "cell" in patch)
    )


def _apply(notebook: NotebookNode, patch: Mapping[str, Any], places: Mapping[str, str]) -> None:
    """Make one change of the notebook."""
    target = _cell(notebook, patch["cell"]) if "cell" in patch else notebook
    if "set" in patch:
        *path, last = patch["set"].split(".")
        for key in path:
            target = target.setdefault(key, {})
        target[last] = patch["value"]
    elif "delete" in patch:
        notebook.cells.remove(target)
    elif "duplicate" in patch:
        notebook.cells.insert(notebook.cells.index(target) + 1, copy.deepcopy(target))
    else:
        new = NEW_CELL[patch.get("cell_type", "code")](fill(patch["source"], places))
        new.metadata.update(patch.get("metadata", {}))
        notebook.cells.insert(notebook.cells.index(target) + (patch["insert"] == "after"), new)


def _cell(notebook: NotebookNode, which: str | int) -> NotebookNode:
    """Return a cell by its grade_id, the first where there are several, or by its position."""
    if isinstance(which, int):
        return notebook.cells[which]
    ids = [c.metadata.get("nbgrader", {}).get("grade_id") for c in notebook.cells]
    return notebook.cells[ids.index(which)]


def fill(text: str, places: Mapping[str, str]) -> str:
    """Return a text in which the words in braces that are known are replaced."""
    for name, value in {"attempt": ATTEMPT, "libc": LIBC, **places}.items():
        text = text.replace("{" + name + "}", value)
    return text


def solved(template: NotebookNode) -> NotebookNode:
    """Return the lesson, honestly solved."""
    notebook = copy.deepcopy(template)
    for exercise, source in HONEST.items():
        _cell(notebook, f"{exercise}-solution").source = source
    return notebook


def load_attack(path: Path) -> Attack:
    """Return the attack in a file.

    Raises:
        ValueError, TypeError: the file holds something that is not in the format.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    tuples = {k: tuple(data[k]) for k in ("shows", "hides", "patch") if k in data}
    return Attack(family=path.parent.name, name=path.stem, **(data | tuples))


def load_attacks() -> list[Attack]:
    """Return all attacks, by family and name."""
    return [load_attack(path) for path in sorted(HERE.glob("*/*.toml"))]
