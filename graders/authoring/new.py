"""A new lesson, or a new exercise in one, with all that a machine can know filled in."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from graders import lessons
from graders.authoring import templates
from graders.authoring.docstrings import Described, drawn, quoted, section, settings_of
from graders.authoring.docstrings import returned as promised
from graders.errors import RefusalError
from graders.judging.frozen import frozen_names
from graders.paths import ROOT, solution_source

EXAMPLE = "leaky_sum"
LESSON_POINTS = 100

_NAME = re.compile(r"\d\d_[a-z][a-z0-9_]*")
_WORTH = re.compile(r'    "(\w+)": ([\d.]+),')


def new_lesson(lesson: str) -> list[Path]:
    """Write a lesson with one exercise that builds and is healthy, and return its files.

    Raises:
        RefusalError: the name is none for a lesson, or there is such a lesson.
    """
    if not _NAME.fullmatch(lesson):
        raise RefusalError(
            f"{lesson!r} is no name for a lesson. Expected two digits and words, all in small "
            "letters, as in 17_attention_by_hand."
        )
    source = solution_source(lesson)
    folder = _contracts() / lesson
    for path in (source, folder):
        if path.exists():
            raise RefusalError(
                f"{_shown(path)} is there already. A lesson that does not exist was expected. Name "
                "another one; `graders new LESSON EXERCISE` adds an exercise."
            )
    exercise = EXAMPLE if EXAMPLE not in frozen_names() else f"{EXAMPLE}_{lesson[:2]}"
    title = lesson[3:].replace("_", " ").capitalize()
    asked = {"guess": f"left_of_one_{lesson[:2]}", "question": f"third_sum_{lesson[:2]}"}
    written = {
        source: templates.SOURCE.format(title=title, exercise=exercise, **asked),
        folder / "questions.py": templates.QUESTIONS.format(lesson=lesson, **asked),
        folder / "__init__.py": _points(lesson, {exercise: LESSON_POINTS}),
        folder / f"{exercise}.py": templates.EXAMPLE.format(exercise=exercise),
        ROOT / "tests" / "course" / lesson / f"{exercise}.py": templates.VARIANTS.format(
            exercise=exercise
        ),
    }
    return [_write(path, text) for path, text in written.items()]


def new_exercise(lesson: str, exercise: str) -> list[Path]:
    """Write the contract of a function that stands in a lesson's source, and return what changed.

    From the signature and the docstring it takes the returned names with their axes and a case
    maker; a check cell is put below the function, and it gets points.

    Raises:
        RefusalError: there is no such function, or it has a contract.
    """
    source, folder = solution_source(lesson), _contracts() / lesson
    path = folder / f"{exercise}.py"
    if path.exists():
        raise RefusalError(f"{_shown(path)} is there already. Edit it; nothing was written.")
    text = source.read_text(encoding="utf-8")
    try:
        function = _function(text, exercise)
    except SyntaxError as error:
        raise RefusalError(
            f"{_shown(source)}, line {error.lineno}: {error.msg}. Expected a source that Python "
            "can read; mend that line."
        ) from error
    if function is None:
        raise RefusalError(
            f"{_shown(source)} defines no function {exercise}. Expected one with a docstring, "
            "whose Args and Returns give a shape each, as in `x: the inputs, shape (n_x, m).` "
            "Write it there first, between ### BEGIN SOLUTION and ### END SOLUTION."
        )
    changed = [_write(path, _contract(exercise, function))]
    if not re.search(rf"^# check\({exercise}\)$", text, re.M):
        changed.append(_write(source, _with_check(text, exercise, function)))
    package = folder / "__init__.py"
    order = [n for n in _defined(text) if (folder / f"{n}.py").exists()]
    return [*changed, _write(package, _with_points(package.read_text("utf-8"), exercise, order))]


def _contracts() -> Path:
    return Path(lessons.__path__[0])


def _points(lesson: str, points: Mapping[str, int]) -> str:
    lines = "".join(f'    "{name}": {worth},\n' for name, worth in points.items())
    return templates.POINTS.format(lesson=lesson, lines=lines)


def _with_points(text: str, exercise: str, order: list[str]) -> str:
    """Return a lesson's file with an exercise more, in its place, worth what is left of 100.

    Where nothing is left, it gets half of what the exercise has that is worth most.
    """
    lines = text.splitlines(keepends=True)
    worth = {m[1]: float(m[2]) for line in lines if (m := _WORTH.match(line))}
    left = LESSON_POINTS - sum(worth.values())
    if left <= 0 and worth:
        most = max(worth, key=lambda name: worth[name])
        left = worth[most] // 2
        halved = f": {worth[most] - left:g},"
        lines = [
            re.sub(r": [\d.]+,", halved, line, count=1)
            if line.startswith(f'    "{most}":')
            else line
            for line in lines
        ]
    after = [name for name in order[: order.index(exercise)] if name in worth]
    at = next(n for n, line in enumerate(lines) if line.startswith("POINTS"))
    if after:
        at = next(n for n, line in enumerate(lines) if line.startswith(f'    "{after[-1]}":'))
    return "".join([*lines[: at + 1], _line(exercise, left), *lines[at + 1 :]])


def _line(name: str, worth: float) -> str:
    return f'    "{name}": {worth:g},\n'


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _function(text: str, name: str) -> ast.FunctionDef | None:
    """Return a function of a source that has a docstring, or None."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name and ast.get_docstring(node):
            return node
    return None


def _defined(text: str) -> list[str]:
    return [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]


def _with_check(text: str, name: str, function: ast.FunctionDef) -> str:
    """Return a source with a check cell below the cell of a function."""
    lines = text.splitlines(keepends=True)
    assert function.end_lineno is not None
    end = function.end_lineno
    while end < len(lines) and not lines[end].startswith("# %%"):
        end += 1
    body = "".join(lines[:end]).rstrip("\n")
    rest = "".join(lines[end:])
    return f'{body}\n\n\n# %% active="ipynb"\n# check({name})\n' + (f"\n{rest}" if rest else "")


def _contract(exercise: str, function: ast.FunctionDef) -> str:
    """Return the text of a contract, as far as the docstring tells."""
    docstring = ast.get_docstring(function) or ""
    known = {one.name: one for one in section(docstring, "Args")}
    arguments = [known.get(a.arg, Described(a.arg, None)) for a in function.args.args]
    returned = section(docstring, "Returns") or [Described("result", None)]
    as_dict = re.search(r"^Returns:\n\s+A dict", docstring, re.M) and returned[0].name != "result"
    chosen = settings_of(arguments)
    refused = section(docstring, "Raises")
    kinds = {one.kind.capitalize() for one in returned} - {"Floats"}
    kinds |= {"Refusal"} if refused else set()
    names = sorted({"Case", "Draw", "Exercise", "Mistake", "Oracle", *kinds}) + ["settings"] * bool(
        chosen
    )
    returns = ", ".join(f'"{one.name}": {promised(one)}' for one in returned)
    title = docstring.partition("\n")[0].rstrip(".")
    return templates.CONTRACT.format(
        exercise=exercise,
        names=", ".join(names),
        settings=f"\nVISIBLE, HIDDEN = {chosen}\n" if chosen else "",
        chosen="    visible=VISIBLE,\n    hidden=HIDDEN,\n" if chosen else "",
        cases="".join(f'        "{one.name}": {drawn(one)},\n' for one in arguments),
        size="    s = draw.setting\n" if any("s." in drawn(one) for one in arguments) else "",
        title=quoted(title),
        returns=f"{{{returns}}}",
        as_dict="\n    as_dict=True," if as_dict else "",
        makers="".join(
            templates.REFUSED.format(number=_number(n, refused)) for n in range(len(refused))
        ),
        refuses=_refuses(refused),
    )


def _number(at: int, refused: Sequence[Described]) -> str:
    return f"_{at + 1}" if len(refused) > 1 else ""


def _refuses(refused: Sequence[Described]) -> str:
    """Return the field of what must be refused, as source; "" where nothing is."""
    entries = [
        f"        {quoted(_what(one.text))}: Refusal({one.name}, _refused{_number(at, refused)}),\n"
        for at, one in enumerate(refused)
    ]
    return f"    refuses={{\n{''.join(entries)}    }},\n" if entries else ""


_SENTENCE = re.compile(r"^((?:an?|the|one) [\w ]+?) (is|are|has|have|lies|stands)\b")


def _what(text: str) -> str:
    """Return by what it is refused: for "a place is negative" "a place that is negative"."""
    return _SENTENCE.sub(r"\1 that \2", text)
