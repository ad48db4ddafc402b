"""What was measured, as the page docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from benchmarks.courses import WORKERS
from benchmarks.memory import KINDS
from benchmarks.results import Goal, Machine, Results, unequal
from benchmarks.throughput import Round, Spread, Throughput, cpu, wall

SPEED, CLASSES = "grading_speed.svg", "grading_classes.svg"
OWN = "students' code"


def page(found: Results, reached: Sequence[Goal]) -> str:
    """Return the page as Markdown."""
    sections = (
        _head(found), _goals(reached), _speed(found), _time(found), _classes(found), _scores(found),
        _differences(found), _learner(found),
    )  # fmt: skip
    return "\n".join(line for section in sections for line in section)


def _table(*rows: Sequence[object]) -> Iterator[str]:
    head, *rest = rows
    yield f"| {' | '.join(map(str, head))} |"
    yield f"|{'---|' * len(head)}"
    for row in rest:
        yield f"| {' | '.join(map(str, row))} |"
    yield ""


def _head(found: Results) -> Iterator[str]:
    machine: Machine = found.machine
    command = f"python -m benchmarks{' --short' if found.short else ''}"
    versions = ", ".join(f"{name} {number}" for name, number in machine.versions.items())
    yield "# Benchmarks"
    yield ""
    yield (
        f"Written by `{command}` on {machine.day:%d %B %Y}; do not edit. Run `make bench` to "
        "measure again: both sides are run in turn, on the same submissions, on one machine, and "
        "what counts is the ratio between them."
    )
    yield ""
    yield (
        f"Machine: {machine.processor}, {machine.cores} cores, {machine.system}; "
        f"{machine.load:.1f} processes wanted to run when it began. Python {machine.python}, "
        f"{versions}."
    )
    yield ""


def _goals(reached: Iterable[Goal]) -> Iterator[str]:
    yield "## Goals"
    yield ""
    rows = [(g.what, g.wanted, g.measured, "yes" if g.met else "**no**") for g in reached]
    yield from _table(("of what", "wanted", "measured", "reached"), *rows)


def _speed(found: Results) -> Iterator[str]:
    both = (found.numpy, found.keras)
    yield "## Speed"
    yield ""
    yield f"![How many times as fast as stock nbgrader, and where the time goes](images/{SPEED})"
    yield ""
    yield (
        "Stock nbgrader grades one submission after the other, by `nbgrader autograde LESSON` with "
        f"a configuration of its own; ours is `graders grade LESSON --workers {WORKERS}`. The "
        "submissions are honest: right ones in different styles, and some with one mistake each, "
        "repeated under other names. What both need before the first submission is left out, and "
        "stands in the last column as part of whole commands. The cells that we run, on "
        f"{WORKERS} cores and with no grader at all, would give the ratio in the column *limit*."
    )
    yield ""
    yield (
        "Our side does not run the lesson's own experiments where they are unchanged and nothing "
        "uses what they make: no score can depend on them. `graders grade --experiments` runs "
        "them, and its ratio stands beside, with the limit that all of the students' cells set. "
        "The lesson with Keras defines two functions that build and fit an LSTM when they are "
        "observed: without its experiment its cells cost next to nothing, and *limit* says little "
        "there."
    )
    yield ""
    head = (
        "lesson", "stock, a minute", "ours, a minute", "ratio", "limit",
        "ratio with `--experiments`", "its limit", "classes, stock and ours",
        "ratio of whole commands",
    )  # fmt: skip
    yield from _table(head, *map(_speed_row, both))
    yield "Medians, with the least and the most of " + _rounds(both) + "."
    yield ""


def _rounds(both: Sequence[Throughput]) -> str:
    return " and ".join(f"{len(each.rounds)} rounds ({each.lesson})" for each in both)


def _speed_row(speed: Throughput) -> tuple[str, ...]:
    stock = speed.spread(lambda each: 60 / each.stock_wall)
    ours = speed.spread(lambda each: 60 / each.ours_wall)
    one = speed.rounds[0]
    numbers = f"{one.stock.number}; {one.small.number} and {one.large.number}"
    return (
        speed.lesson, _of(stock, ".0f"), _of(ours, ".0f"), f"**{_of(speed.ratio, '.1f')}**",
        f"{speed.limit:.1f}", f"{speed.experiments_ratio:.1f}", f"{speed.experiments_limit:.1f}",
        numbers, _of(speed.whole_ratio, ".1f"),
    )  # fmt: skip


def _of(spread: Spread, form: str) -> str:
    least, most = (format(each, form) for each in (spread.least, spread.most))
    return f"{format(spread.middle, form)} ({least} to {most})"


def shares(speed: Throughput) -> dict[str, float]:
    """Return where the processor time of one submission goes: seconds by part."""
    total = speed.spread(lambda each: each.ours_cpu).middle
    first = max(0.0, speed.own.first - speed.own.again)
    known = {
        OWN: speed.own.again,
        "its first run in a process": first,
        "observing and judging": speed.parts.judging,
        "a kernel": speed.parts.kernel,
    }
    return {**known, "the rest": max(0.0, total - sum(known.values()))}


def _time(found: Results) -> Iterator[str]:
    both = (found.numpy, found.keras)
    yield "## Where the processor time goes"
    yield ""
    yield (
        "Processor time of everything that is started: the coordinator, the workers, the processes "
        "that kernels are forked from, and the kernels. For one submission it is the difference "
        "between our two runs of different size. *Students' code* is what grading "
        "runs of their notebooks, in a process that has run such notebooks before; its *first run* "
        "in a process that has imported everything costs more, where TensorFlow traces for the "
        "first time. *A kernel* is one that is forked, confined and ended, with nothing run in it."
    )
    yield ""
    seen = list(zip(found.seen, both, strict=True))
    parts = [shares(each) for each in both]
    rows = [
        (name, *(f"{part[name]:.2f} s = {part[name] / part[OWN]:.0%}" for part in parts))
        for name in parts[0]
    ]
    yield from _table(("for one submission", *(each.lesson for each in both)), *rows)
    yield (
        "100 % is the students' code, and *the rest* is what the whole has beside these parts, "
        "which were measured by themselves. By process, as /proc shows it while another class is "
        f"graded (it showed {found.seen[0].share:.0%} and {found.seen[1].share:.0%} of the time "
        "that was counted):"
    )
    yield ""
    used = [
        (kind, *(f"{s.each[kind]:.2f} s = {s.each[kind] / b.own.again:.0%}" for s, b in seen))
        for kind in KINDS
    ]
    yield from _table(("for one submission", *(each.lesson for each in both)), *used)
    yield "Beyond the students' code, and in comparison:"
    yield ""
    rows = [
        ("beyond the students' code", *(f"{_of(each.beyond, '.2f')} s" for each in both)),
        ("all of ours", *(_times(each, lambda one: one.ours_cpu) for each in both)),
        ("stock, with its start-up",
         *(_times(each, lambda one: cpu(one.stock) / one.stock.number) for each in both)),
        ("our start-up, once for a class", *map(_start, both)),
    ]  # fmt: skip
    yield from _table(("", *(each.lesson for each in both)), *rows)


def _times(speed: Throughput, what: Callable[[Round], float]) -> str:
    seconds = speed.spread(what).middle
    return f"{seconds:.2f} s = {seconds / speed.own.again:.1f} x the students' code"


def _start(speed: Throughput) -> str:
    each = speed.spread(lambda one: one.stock_wall).middle
    seconds, used = speed.start_up(wall), speed.start_up(cpu)
    return (
        f"{seconds:.1f} s ({used:.1f} s of processor time) = {seconds / each:.1f} submissions of "
        "stock's"
    )


def _classes(found: Results) -> Iterator[str]:
    yield "## Classes of different sizes"
    yield ""
    yield f"![Cost of a submission, and memory, against the size of the class](images/{CLASSES})"
    yield ""
    yield (
        f"Classes of {found.numpy.lesson}, each in one run. 100 % is the cost in the smallest "
        "class, without what a run costs once: time counts from the first submission that is "
        "written to the last, processor time without the start-up above."
    )
    yield ""
    one = found.classes[0]
    rows = [
        (
            f"{run.number:,}",
            f"{run.each_wall:.2f} s = {run.each_wall / one.each_wall:.0%}",
            f"{run.each_cpu:.2f} s = {run.each_cpu / one.each_cpu:.0%}",
            f"{run.wall / run.number:.2f} s = {run.wall / run.number / one.each_wall:.0%}",
            f"{run.cpu / run.number:.2f} s = {run.cpu / run.number / one.each_cpu:.0%}",
            f"{run.resident[0]:.0f} and {run.resident[1]:.0f} MB",
        )
        for run in found.classes
    ]
    head = (
        "submissions", "time of each", "processor time", "time, with start-up",
        "processor time, with start-up", "coordinator, first and last quarter",
    )  # fmt: skip
    yield from _table(head, *rows)
    yield (
        "A kernel shares nearly all of its memory with the process that it was forked from. What "
        "it has for itself, at the most that was seen of it:"
    )
    yield ""
    memory = [
        (each.lesson, each.number, f"{each.median:.0f} MB", f"{each.most:.0f} MB")
        for each in found.seen
    ]
    yield from _table(("lesson", "kernels", "median", "most"), *memory)


def _scores(found: Results) -> Iterator[str]:
    yield "## Scores"
    yield ""
    yield "Read from both gradebooks by `nbgrader.api`, for every honest submission and check cell."
    yield ""
    both = (found.numpy, found.keras)
    differing = [
        (s.lesson, c.student, c.exercise, c.stock, c.ours)
        for s in both
        for c in unequal(s.stock_scores, s.our_scores)
    ]
    rows = [
        (s.lesson, len(s.stock_scores), sum(map(len, s.stock_scores.values())),
         sum(one[0] == s.lesson for one in differing))
        for s in both
    ]  # fmt: skip
    yield from _table(("lesson", "submissions", "check cells", "differ"), *rows)
    if differing:
        head = ("lesson", "submission", "check cell", "stock", "ours")
        yield from _table(head, *differing)


def _differences(found: Results) -> Iterator[str]:
    yield "## Where stock nbgrader is wrong"
    yield ""
    yield (
        "Each of these was made and graded on both sides in this run. A dash means that the "
        "gradebook holds no score."
    )
    yield ""
    rows = [
        (each.what, f"{each.deserved:g}", _points(each.stock, each.deserved),
         _points(each.ours, each.deserved), f"{each.of:g}",
         each.why if each.stock != each.deserved else "Not seen on this machine.")
        for each in found.differences
    ]  # fmt: skip
    yield from _table(("a submission that", "deserves", "stock", "ours", "of", "why"), *rows)


def _points(given: float | None, deserved: float) -> str:
    text = "—" if given is None else f"{given:g}"
    return text if given == deserved else f"**{text}**"


def _learner(found: Results) -> Iterator[str]:
    yield "## What a learner waits for"
    yield ""
    yield "```"
    yield from found.learner
    yield "```"
    yield ""
