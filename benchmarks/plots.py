"""What was measured, as pictures that can be read on white and on black."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from benchmarks.report import CLASSES, SPEED, shares
from benchmarks.results import KERAS_RATIO, NUMPY_RATIO, Results
from graders.notebook.palette import COLOURS

PARTS = ("state", "input", "output", "gradient", "candidate")
"""The colours of the parts of processor time, in their order."""

LOOK: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "graders",
    "text.color": COLOURS["text"],
    "legend.frameon": False,
    "legend.fontsize": 9,
    "axes.titlesize": 11,
}


def draw(found: Results, folder: Path) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context(LOOK):
        for name, picture in ((SPEED, _speed(found)), (CLASSES, _classes(found))):
            picture.savefig(folder / name, transparent=True, metadata={"Date": None})


def _figure(left: str, right: str) -> tuple[Figure, Any, Any]:
    figure = Figure(figsize=(9.5, 3.4), layout="constrained")
    axes = figure.subplots(1, 2)
    for one, title in zip(axes, (left, right), strict=True):
        one.set_title(title, loc="left")
    return figure, axes[0], axes[1]


def _style(axes: Any) -> None:
    """Give axes no background, grey text and few ticks."""
    grey = COLOURS["text"]
    for axis in (axes.xaxis, axes.yaxis):
        if isinstance(axis.get_major_locator(), MaxNLocator):
            axis.get_major_locator().set_params(nbins=4)
    axes.figure.patch.set_alpha(0.0)
    axes.set_facecolor("none")
    axes.tick_params(colors=grey)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(grey)
    for text in (axes.title, axes.xaxis.label, axes.yaxis.label):
        text.set_color(grey)


def _speed(found: Results) -> Figure:
    figure, left, right = _figure(
        "Submissions while stock nbgrader grades one", "Processor time of one submission, seconds"
    )
    both = (found.numpy, found.keras)
    for at, (each, goal) in enumerate(zip(both, (NUMPY_RATIO, KERAS_RATIO), strict=True)):
        ratio, first = each.ratio, not at
        error = [[ratio.middle - ratio.least], [ratio.most - ratio.middle]]
        left.barh(at - 0.15, ratio.middle, 0.28, xerr=error, color=COLOURS["state"],
                  ecolor=COLOURS["text"], label="ours" if first else None)  # fmt: skip
        left.text(ratio.most, at - 0.15, f"  {ratio.middle:.1f}", va="center")
        left.barh(at + 0.15, each.experiments_ratio, 0.28, color=COLOURS["state"], alpha=0.5,
                  label="ours, with all experiments" if first else None)  # fmt: skip
        left.text(each.experiments_ratio, at + 0.15, f"  {each.experiments_ratio:.1f}", va="center")
        for x, colour, dash, ends, label in (
            (goal, "gradient", "-", (-0.36, 0.06), "goal"),
            (each.experiments_limit, "output", ":", (-0.06, 0.36), "all cells, without a grader"),
        ):
            left.plot([x] * 2, [at + end for end in ends], dash, color=COLOURS[colour],
                      linewidth=2, label=label if first else None)  # fmt: skip
    start = [0.0] * len(both)
    parts = [shares(each) for each in both]
    for colour, name in zip(PARTS, parts[0], strict=True):
        widths = [part[name] for part in parts]
        right.barh(range(len(both)), widths, 0.5, left=start, color=COLOURS[colour], label=name)
        start = [a + b for a, b in zip(start, widths, strict=True)]
    left.set_yticks(range(len(both)), [each.lesson for each in both])
    for axes in (left, right):
        axes.set_ylim(1.55, -1.25)
        axes.set_xlim(left=0.0)
        _style(axes)
    left.margins(x=0.1)
    left.legend(loc="upper left", ncols=2)
    right.legend(loc="upper left", ncols=2)
    right.set_yticks([])
    return figure


def _classes(found: Results) -> Figure:
    figure, left, right = _figure("Cost of one submission, % of the smallest class's", "Memory, MB")
    numbers = [run.number for run in found.classes]
    one = found.classes[0]
    lines = (
        ("time", "state", "-", [run.each_wall / one.each_wall for run in found.classes]),
        ("processor time", "input", "-", [run.each_cpu / one.each_cpu for run in found.classes]),
        ("time, with start-up", "state", ":",
         [run.wall / run.number / one.each_wall for run in found.classes]),
    )  # fmt: skip
    for name, colour, dash, values in lines:
        left.plot(numbers, [100 * value for value in values], dash, marker="o",
                  color=COLOURS[colour], label=name)  # fmt: skip
    for name, at, dash in (("first", 0, "-"), ("last", 1, ":")):
        right.plot(numbers, [run.resident[at] for run in found.classes], dash, marker="o",
                   color=COLOURS["output"], label=f"coordinator, {name} quarter")  # fmt: skip
    for seen, colour in zip(found.seen, ("state", "candidate"), strict=True):
        right.axhline(seen.median, color=COLOURS[colour],
                      label=f"a kernel's own, {seen.lesson}")  # fmt: skip
    for axes in (left, right):
        axes.set_xscale("log")
        axes.set_ylim(bottom=0.0)
        axes.set_xlabel("submissions in the class")
        _style(axes)
        axes.set_xticks(numbers, [f"{number:,}" for number in numbers])
        axes.minorticks_off()
        axes.margins(y=0.25)
        axes.set_ylim(bottom=0.0)
    left.legend(loc="best")
    right.legend(loc="upper left", bbox_to_anchor=(0.0, 0.92))
    return figure
