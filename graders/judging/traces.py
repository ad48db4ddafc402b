"""Where an exception came from, as plain data: the learner's own line, and what stood in it.

This runs in the student's process. It asks only exact types of Python and NumPy, so that nothing of
the student's code is called again.
"""

from __future__ import annotations

import ast
import linecache
import os
import textwrap
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from traceback import FrameSummary, extract_tb, walk_tb
from types import FrameType, TracebackType
from typing import Any

import numpy as np

from graders import probes

MAX_VALUES = 8

PROBES = os.path.dirname(os.path.abspath(probes.__file__)) + os.sep
"""Where what calls the student's function lies, and what the student's function is handed."""

_NOTHING = object()
_LIBRARY = str(Path(linecache.__file__).parent)
"""Where Python's own modules are."""


def trace(error: BaseException, function: object, ignored: str) -> dict[str, Any]:
    """Return where an exception was raised in a function that was called.

    Args:
        error: the exception, with its traceback.
        function: what was called.
        ignored: the file of the caller, which is not the student's.

    Returns:
        `function`, `line`, `text`: the innermost place in the file of what was called, or else in
        any code but a library's; `raiser`: the innermost function of such code; `segment`: the
        expression that failed; `values`: what stood in it ("xt (3, 7)", "n_a None"), `keys`: the
        keys of a dict that lacked one; `bare`: whether it is a NotImplementedError at a bare
        `raise` of a function that the student wrote, as in a stub.
    """
    frames = _frames(error.__traceback__, ignored)
    if not frames:
        return {}
    code = getattr(function, "__code__", None)
    own = [pair for pair in frames if code and pair[0].f_code.co_filename == code.co_filename]
    frame, place = (own or frames)[-1]
    info = {
        "raiser": _name(frames[-1][0])[:100],
        "function": _name(frame)[:100],
        "line": place.lineno,
        "text": (place.line or "")[:200],
    }
    segment = _segment(place)
    names = {**frame.f_globals, **frame.f_locals}
    nodes = [n for n in map(_parsed, (segment, place.line or "")) if n is not None]
    info["segment"] = segment[:200]
    info["bare"] = _bare(error, *frames[-1])
    info["values"] = "; ".join(_values(nodes, names))[:400]
    info["keys"] = next((k for n in nodes if (k := _keys(n, names, error))), "")[:400]
    return info


def _bare(error: BaseException, frame: FrameType, place: FrameSummary) -> bool:
    """Return whether an exception is that of a stub, raised in this frame itself."""
    if type(error) is not NotImplementedError or error.args:
        return False
    if place.filename.startswith(_LIBRARY):
        return False
    *_, (last, _) = walk_tb(error.__traceback__)
    line = (place.line or "").partition("#")[0].strip().removesuffix("()")
    return last is frame and line in ("raise NotImplementedError", "")  # "" where it is not known


def _frames(traceback: TracebackType | None, ignored: str) -> list[tuple[FrameType, FrameSummary]]:
    """Return the frames of code that is no library's, outermost first."""
    pairs = zip((f for f, _ in walk_tb(traceback)), extract_tb(traceback), strict=False)
    kept = [(f, s) for f, s in pairs if s.filename != ignored and not s.filename.startswith(PROBES)]
    return [
        (f, s)
        for f, s in kept
        if "site-packages" not in s.filename and "<__array" not in s.filename
    ]


def _name(frame: FrameType) -> str:
    """Return the function of a frame; of a comprehension the function around it."""
    if not frame.f_code.co_name.startswith("<"):
        return frame.f_code.co_name
    parts = [p for p in frame.f_code.co_qualname.split(".") if not p.startswith("<")]
    return parts[-1] if parts else frame.f_code.co_name


def _segment(place: FrameSummary) -> str:
    """Return the text of the expression that failed, or else the whole line."""
    first, last = place.lineno, place.end_lineno
    if first is None or last is None or place.colno is None or place.end_colno is None:
        return place.line or ""
    lines = [linecache.getline(place.filename, n).encode() for n in range(first, last + 1)]
    lines[-1] = lines[-1][: place.end_colno]
    lines[0] = lines[0][place.colno :]
    return b"".join(lines).decode("utf-8", "replace").strip()


def _parsed(text: str) -> ast.AST | None:
    for candidate in (f"({text})", textwrap.dedent(text), f"{text.strip()} pass"):
        try:
            return ast.parse(candidate)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _values(nodes: Sequence[ast.AST], names: dict[str, Any]) -> Iterator[str]:
    """Yield what stood in expressions: arrays with their shapes, None, tuples, lists, dicts."""
    seen: set[str] = set()
    for each in chain.from_iterable(map(_outermost, nodes)):
        text = ast.unparse(each)
        value = _value(each, names)
        entered = any(other.startswith(f"{text}[") for other in seen)  # an entry of it is told
        if text in seen or entered or len(seen) >= MAX_VALUES or len(text) > 40:
            continue
        words = _words(value)
        if words:
            seen.add(text)
            yield f"{text} {words}"


def _outermost(node: ast.AST) -> Iterator[ast.expr]:
    """Yield names and indexed names; not the name inside of an indexed one."""
    if isinstance(node, ast.Subscript | ast.Name):
        yield node
        if isinstance(node, ast.Name):
            return
        yield from _outermost(node.value)
        yield from _outermost(node.slice)
        return
    for child in ast.iter_child_nodes(node):
        yield from _outermost(child)


def _value(node: ast.AST, names: dict[str, Any]) -> Any:
    """Return the value of a name, or of an entry of a dict, list, tuple or array."""
    if isinstance(node, ast.Name):
        return names.get(node.id, _NOTHING)
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Slice):
        bounds = [_bound(b, names) for b in (node.lower, node.upper, node.step)]
        return _NOTHING if _NOTHING in bounds else slice(*bounds)
    if isinstance(node, ast.Tuple):
        items = [_value(item, names) for item in node.elts]
        simple = all(type(i) in (int, slice) for i in items)
        return tuple(items) if simple else _NOTHING
    if isinstance(node, ast.Subscript):
        whole, at = _value(node.value, names), _value(node.slice, names)
        if type(whole) in (dict, list, tuple, np.ndarray) and type(at) in (int, str, slice, tuple):
            try:
                return whole[at]
            except Exception:
                return _NOTHING
    return _NOTHING


def _bound(node: ast.AST | None, names: dict[str, Any]) -> Any:
    if node is None:
        return None
    value = _value(node, names)
    return value if type(value) is int else _NOTHING


def _words(value: Any) -> str:
    kind = type(value)
    if value is None:
        return "None"
    if kind is np.ndarray:
        return f"({', '.join(map(str, value.shape))}{',' if value.ndim == 1 else ''})"
    if kind in (tuple, list, dict):
        return f"is a {kind.__name__} of {len(value)}"
    if kind is int:
        return f"= {value}" if abs(value) < 10**6 else ""
    if kind is float:
        return f"= {value:.4g}"
    return ""


def _keys(node: ast.AST, names: dict[str, Any], error: BaseException) -> str:
    """Return which dict lacked a key, and which keys it has."""
    if type(error) is not KeyError or len(error.args) != 1:
        return ""
    for each in ast.walk(node):
        if isinstance(each, ast.Subscript):
            whole = _value(each.value, names)
            if type(whole) is dict and error.args[0] not in whole:
                listed = ", ".join(repr(k)[:40] for k in list(whole)[:12] if type(k) is str)
                return f"{ast.unparse(each.value)[:60]} has the keys {listed}"
    return ""
