"""The corpus of attacks as a class that a real command grades, and what there is to see of it.

Honest students stand among the attacks, each with the same notebook: what one of them finds around
itself must be what the others find.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import psutil
from attacks.corpus import Attack, solved
from attacks.ground import Ground
from attacks.limits import LIMITS
from classes import MINI, Grading, written
from conftest import as_bytes
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

COMMANDS = ("graders grade", "nbgrader autograde")
PARTS = 2
"""How many of them are at work at a time: there are two cores, and attacks have little time."""

EVERY = 24
"""So many attacks come between two honest students."""

PATIENCE = 15.0
"""How long a command may take, in minutes."""

AROUND = """\
import builtins, os, resource, signal, sys, threading, warnings
print("variables", sorted(set(os.environ) - {"GRADERS_TEST_SECRET"}))
print("folder", sorted(os.listdir(".")), oct(os.umask(0o22)), os.getpriority(0, 0))
print("builtins", sorted(dir(builtins)))
print("numpy", np.get_printoptions(), np.geterr(), sorted(dir(np)), np.array([1 / 3, 1e-9]))
print("limits", [resource.getrlimit(n) for n in range(16) if n != 9], sys.getrecursionlimit())
print("python", sys.path, sys.flags, type(sys.displayhook), len(warnings.filters))
print("signals", [str(signal.getsignal(n)) for n in (2, 10, 12, 14, 15)], threading.active_count())
print("memory", sorted(os.listdir("/dev/shm")) if os.access("/dev/shm", os.R_OK) else "closed")
"""
"""What the next student could find of the one before: printed by honest submissions."""


@dataclass
class Graded:
    """What came of the corpus.

    Args:
        command: which command graded it.
        said: what it printed.
        notebooks: the autograded notebooks, by student.
        points: what stands in the gradebook, by student and exercise.
        seconds: how long each took, by student; only of `graders grade`, which writes it down.
        honest: the honest students.
        heard: what the ears of the ground heard.
        traces: what was left behind on the ground.
        changed: files of the ground that are not as they were.
        left: processes and temporary folders that are left.
        most: the most memory that a process of the grader had, in kB.
    """

    command: str
    said: str = ""
    notebooks: dict[str, NotebookNode] = field(default_factory=dict)
    points: dict[str, dict[str, float | None]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    honest: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    changed: list[object] = field(default_factory=list)
    left: list[object] = field(default_factory=list)
    most: int = 0


def student(attack: Attack) -> str:
    """Return the student who hands an attack in."""
    return f"{attack.family}-{attack.name}"


def grade_corpus(
    command: str,
    attacks: Sequence[Attack],
    folder: Path,
    template: NotebookNode,
    ground: Ground,
    places: Mapping[str, str],
    seed: int,
) -> Graded:
    """Hand in every attack, grade all of them by a command, and return what came of it.

    Args:
        command: one of `COMMANDS`. nbgrader's grades one after the other, so there it is two
            classes, each with a process of its own.
        attacks: the corpus.
        folder: an empty folder.
        template: the lesson's student notebook.
        ground: on which attacks run.
        places: what the words in braces of attacks stand for.
        seed: from which the hidden cases are drawn.
    """
    parts = PARTS if command.startswith("nbgrader") else 1
    courses = [folder / f"course-{at}" for at in range(parts)]
    graded = Graded(command, honest=_hand_in(courses, attacks, template, places))
    for course in courses:
        (course / "hidden_seed").write_text(f"{seed}\n", encoding="ascii")
    before = ground.files()
    ground.heard()
    with Grading(courses[0], ground.assignments, kernel="short") as grading:
        started = [grading.call(*_words(command, course)) for course in courses]
        watching = _Watch(grading)
        graded.said = "".join(grading.ended(process, PATIENCE)[1] for process in started)
        graded.most = watching.end()
        graded.left = [*grading.processes(), *grading.left()]
        if parts == 1:
            graded.seconds = {s: record.seconds for s, record in grading.records().items()}
    graded.heard, graded.traces = ground.heard(), ground.traces()
    graded.changed = sorted(before.items() ^ ground.files().items())
    for course in courses:
        for who, (grades, *_) in written(course).items():  # type: ignore[misc]
            graded.points[who] = {name: score for name, (score, _) in grades.items()}
            path = course / "autograded" / who / MINI / f"{MINI}.ipynb"
            graded.notebooks[who] = nbformat.read(path, as_version=4)
    return graded


def _hand_in(
    courses: Sequence[Path],
    attacks: Sequence[Attack],
    template: NotebookNode,
    places: Mapping[str, str],
) -> list[str]:
    """Write the submissions, in one course after the other; return the honest students."""
    notebook = solved(template)
    notebook.cells.append(new_code_cell(AROUND))
    honest = []
    for at, attack in enumerate(attacks):
        handed_in = {student(attack): attack.submission(template, places)}
        if at % EVERY < PARTS:  # in every course, right after that attack
            honest.append(f"{student(attack)}-honest")
            handed_in[honest[-1]] = as_bytes(notebook)
        for who, data in handed_in.items():
            path = courses[at % len(courses)] / "submitted" / who / MINI / f"{MINI}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_bytes(data)
    return honest


def _words(command: str, course: Path) -> list[str]:
    if command == "graders grade":
        seconds = ("--timeout", str(LIMITS.cell_seconds))
        return ["grade", MINI, "--course", str(course), "--workers", str(PARTS), *seconds]
    named = ("cell_seconds", "submission_seconds")
    limits = [f"--Observe.{name}={getattr(LIMITS, name)}" for name in named]
    return ["nbgrader", "autograde", MINI, f"--course-dir={course}", *limits]


class _Watch:
    """Looks at the memory of the grader's own processes, which are no kernels."""

    def __init__(self, grading: Grading) -> None:
        self._grading = grading
        self._most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """Stop looking, and return the most that was seen, in kB."""
        self._ended.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._ended.wait(1.0):
            for process in self._graders():
                try:
                    status = Path(f"/proc/{process.pid}/status").read_text()
                    peak = int(status.partition("VmHWM:")[2].split()[0])
                except (OSError, IndexError):
                    continue
                self._most = max(self._most, peak)

    def _graders(self) -> list[psutil.Process]:
        own = [psutil.Process(one.pid) for one in self._grading.started if one.poll() is None]
        return [*own, *(worker for one in own for worker in self._grading.workers(one.pid))]
