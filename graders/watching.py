"""What IPython tells of cells: those that failed, changed or never ran, and what one waits for.

IPython keeps the code of every cell that was run. The notebook's own file shows what stands there
now, but only as it was saved, so it is believed only where it is younger than the last run.
"""

from __future__ import annotations

import ast
import contextlib
import json
import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MAX_FILE = 20_000_000
"""How large a notebook's file may be that is read, in bytes."""

_CALL = r"^\s*(?:\w+\.)?(?:check|hint|case)\(\s*{name}\b"


def shell() -> Any:
    """Return IPython's shell, or None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def stale(name: str, function: object) -> str:
    """Return what is wrong with the cell of a function that is checked; "" where nothing is known.

    Args:
        name: the exercise.
        function: what is checked.
    """
    with contextlib.suppress(Exception):  # comfort only: a check never fails for it
        return _after_an_error(name, function) or _after_a_change(name)
    return ""


def _inputs() -> Sequence[str]:
    names = getattr(shell(), "user_ns", {})
    history = names.get("In", [])
    return [text for text in history if type(text) is str] if type(history) is list else []


def _defines(source: str, name: str) -> bool:
    return re.search(rf"^\s*(?:def|class)\s+{re.escape(name)}\b", source, re.MULTILINE) is not None


def _source(function: object) -> str:
    """Return the code of the cell that made a function, as Python keeps it."""
    import linecache

    code = getattr(function, "__code__", None)
    lines = linecache.getlines(code.co_filename) if code is not None else []
    return "".join(lines)


def _runs_of(name: str) -> list[str]:
    """Return the cells that defined a name when they were run, the last one last."""
    return [text for text in _inputs() if _defines(text, name)]


def _after_an_error(name: str, function: object) -> str:
    """Return that the cell was run again and ended with an error: an older function is judged."""
    runs = _runs_of(name)
    made = _source(function)
    if not runs or not made or _same(runs[-1], made):
        return ""
    if not any(_same(text, made) for text in runs):
        return ""
    return (
        f"The cell of {name} was run again and ended with an error{_why(runs[-1])}. What is judged "
        "here is the function from before: mend the cell, run it, then check again."
    )


def _same(one: str, other: str) -> bool:
    return one.strip() == other.strip()


def _why(source: str) -> str:
    """Return what Python says of a cell that it cannot read, in brackets."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        return f" (line {error.lineno}: {error.msg})"
    return ""


def _after_a_change(name: str) -> str:
    """Return that the saved notebook holds another cell than the one that was run."""
    run = next(reversed(_runs_of(name)), "")
    path, started = notebook_file(), STARTED.get(run.strip())
    if started is None or path is None or path.stat().st_mtime <= started:
        return ""
    cells = [cell for cell in _cells(path) if _defines(cell, name)]
    if not cells or any(_same(cell, run) for cell in cells):
        return ""
    return (
        f"The cell of {name} was changed since it was last run. What is judged here is the "
        "function from before: run the cell, then check again."
    )


STARTED: dict[str, float] = {}
"""When each cell was run, by its code."""


def _note(result: Any) -> None:
    """Remember when a cell was run."""
    code = getattr(getattr(result, "info", None), "raw_cell", None)
    if type(code) is str:
        STARTED[code.strip()] = time.time()


def notebook_file() -> Path | None:
    """Return the file of the notebook that runs here, where its editor tells, or None."""
    names = getattr(shell(), "user_ns", {})
    told = names.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME") or ""
    path = Path(str(told))
    usable = path.suffix == ".ipynb" and path.is_file() and path.stat().st_size <= MAX_FILE
    return path if usable else None


def _cells(path: Path) -> list[str]:
    """Return the code of a notebook's code cells."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return [
        "".join(cell["source"]) for cell in data.get("cells", []) if cell.get("cell_type") == "code"
    ]


def never_run(name: str) -> str:
    """Return what to do where a check comes before its cell."""
    tried = _runs_of(name)
    if tried:
        return (
            f"The cell of {name} ended with an error{_why(tried[-1])}, so there is no {name} yet: "
            "mend that cell, run it, then check again."
        )
    return f"The cell of {name} was not run yet: run it, then check again."


def watch() -> None:
    """Let IPython tell of cells that run, and of a check before its cell. Twice is once."""
    here = shell()
    if here is None or getattr(here, "_graders_watch", False):
        return
    here._graders_watch = True
    here.events.register("post_run_cell", _note)
    here.set_custom_exc((NameError, NotImplementedError), _told)


def graded() -> bool:
    """Return whether a grader runs the notebook, and not its learner."""
    return "NBGRADER_EXECUTION" in os.environ


def _told(
    here: Any, kind: Any, error: BaseException, trace: Any, tb_offset: int | None = None
) -> None:
    """Show a card where an error is about the order of cells; otherwise IPython's own lines.

    The cell still counts as failed, so a run of all cells ends there.
    """
    if isinstance(error, NotImplementedError):
        with contextlib.suppress(Exception):
            if not graded() and _show_waiting(here, error, trace):
                return
        here.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    _name_error(here, kind, error, trace, tb_offset)


def _name_error(
    here: Any, kind: Any, error: BaseException, trace: Any, tb_offset: int | None
) -> None:
    """Show a card where a check names an exercise that is not there; then IPython's own lines.

    The error itself stays an output of the cell: a check that could not run must not look passed.
    """
    name = str(getattr(error, "name", None) or "")
    last = next(reversed(_inputs()), "")
    shown = False
    with contextlib.suppress(Exception):
        if name and re.search(_CALL.format(name=re.escape(name)), last, re.MULTILINE):
            shown = _show_never_run(name)
        elif name and not graded():
            shown = _show_unfinished(name)
    here.showtraceback((kind, error, trace), tb_offset=tb_offset, exception_only=shown)


def _show_never_run(name: str) -> bool:
    from IPython.display import display

    from graders.judging import frozen_names
    from graders.notebook.notice import Notice
    from graders.notebook.show import Shown

    if name not in frozen_names():
        return False
    display(Shown(Notice("error", "!", "Nothing was checked", never_run(name), name)))
    return True


def _show_unfinished(name: str) -> bool:
    """Show which cell should have made a name and stopped before; return whether there is one."""
    made = re.compile(rf"^{re.escape(name)}\b[^=\n(]*=(?!=)", re.MULTILINE)
    cells = [text for text in _inputs()[:-1] if made.search(text)]
    if not cells:
        return False
    from IPython.display import display

    from graders.notebook.notice import Notice
    from graders.notebook.show import Shown

    own = re.search(r"^def (\w+)", cells[-1], re.MULTILINE)
    which = f"The cell with `{own[1]}`" if own else "A cell above"
    sentence = (
        f"{which} makes `{name}`, and it stopped before it came to that: finish it, run it, then "
        "run this cell again."
    )
    display(Shown(Notice("unwritten", "\N{WHITE CIRCLE}", "Not run", sentence)))
    return True


_STUB = re.compile(r"\s*raise NotImplementedError(\(\))?\s*(#.*)?")


def _show_waiting(here: Any, error: BaseException, trace: Any) -> bool:
    """Show which function a cell waits for, where its stub was called; return whether it was."""
    import linecache

    while trace.tb_next is not None:
        trace = trace.tb_next
    code, name = trace.tb_frame.f_code, trace.tb_frame.f_code.co_name
    line = linecache.getline(code.co_filename, trace.tb_lineno).rstrip("\n")
    own = getattr(here.user_ns.get(name), "__code__", None) is code
    last = next(reversed(_inputs()), "")
    if error.args or not own or not _STUB.fullmatch(line):
        return False
    from IPython.display import display

    from graders.judging import frozen_names
    from graders.judging.frozen import called
    from graders.notebook.notice import Notice
    from graders.notebook.show import Shown

    if _defines(last, name):
        if name in frozen_names():
            return False
        how = f"your code in {name}: write it in place of the line that raises, then run the cell."
    elif name in frozen_names():
        how = f"{called(name)}: write it, pass its check, then run this cell again."
    else:  # what the learner writes in an experiment
        how = f"{name}: write it in its cell above, run that one, then this one again."
    sentence = f"This experiment waits for {how}"
    display(Shown(Notice("unwritten", "\N{WHITE CIRCLE}", "Not run", sentence)))
    return True
