"""Axes in the look of the course, and what all kinds of plots share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from textwrap import fill
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullLocator

from graders.notebook.palette import COLOURS, LABEL, WIDTH
from graders.notebook.plots.words import Numbers, number

INK = "#000000"
"""Black in a figure; on a page it is the colour of the page's text."""

ROLES = ("output", "state", "gradient", "input", "update", "candidate")
"""Whose colours several lines have where no roles are named, in this order."""

DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1, 1.5)), (0, (6, 2, 1, 2)))
MARKERS = ("o", "s", "^", "D", "v", "P")


def new(title: str, xlabel: str, ylabel: str, height: float = 300.0) -> tuple[Figure, Axes]:
    """Return a figure with one pair of axes, `WIDTH` wide and `height` tall in pixels."""
    figure = Figure(figsize=(WIDTH / 72.0, height / 72.0), dpi=72.0, layout="constrained")
    axes = figure.add_subplot()
    axes.set_facecolor("none")
    figure.patch.set_alpha(0.0)
    axes.spines[["top", "right"]].set_visible(False)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 5, 10]))
        axis.get_offset_text().set_fontsize(LABEL)
    axes.tick_params(colors=INK, labelsize=LABEL)
    axes.set_xlabel(xlabel, fontsize=LABEL, color=INK)
    axes.set_ylabel(ylabel, fontsize=LABEL, color=INK)
    axes.set_title(fill(title, 62), fontsize=LABEL + 1, color=INK, loc="left", fontweight="bold")
    return figure, axes


def logarithmic(axes: Axes) -> None:
    """Give the axes a logarithmic scale up, with plain numbers."""
    axes.set_yscale("log")
    axes.yaxis.set_major_locator(LogLocator(numticks=6))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value)))


def whole(axes: Axes) -> None:
    """Let the axes across have ticks at whole numbers only."""
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True, steps=[1, 2, 5, 10]))


def named(axes: Axes, names: Sequence[str], up: bool = False) -> None:
    """Write names at 0, 1, 2, ...: words are slanted where they would not fit, numbers left out."""
    space = 17.0 * len(names) / 230.0 if up else 0.0
    slanted = False
    if not up:
        widest = 7.5 * max(len(name) for name in names) + 8.0
        space = widest * len(names) / 400.0
        slanted = space > 1 and not all(is_number(name) for name in names)
        space = 17.0 * len(names) / 400.0 if slanted else space
    at = list(range(0, len(names), max(1, ceil(space))))
    if up:
        axes.set_yticks(at, [names[i] for i in at])
    elif slanted:
        axes.set_xticks(at, [names[i] for i in at], rotation=40, ha="right", rotation_mode="anchor")
    else:
        axes.set_xticks(at, [names[i] for i in at])


def is_number(name: str) -> bool:
    """Return whether a name is only a number."""
    return name.lstrip("-").replace(".", "", 1).isdigit()


def level_lines(axes: Axes, levels: Mapping[str, float]) -> None:
    """Draw named heights as dotted lines; their names stand on the right, outside."""
    axes.margins(y=0.08)
    for height in levels.values():
        axes.axhline(height, color=INK, linewidth=1.2, linestyle=(0, (1, 2)))
    low, high = axes.get_ylim()
    log = axes.get_yscale() == "log"
    share = {
        name: (np.log(height / low) / np.log(high / low) if log else (height - low) / (high - low))
        for name, height in levels.items()
    }
    least = -np.inf
    for name in sorted(share, key=lambda key: share[key]):
        text = fill(name, 14)
        half = 0.034 * (text.count("\n") + 1)
        least = max(share[name], least + half)
        axes.annotate(
            text, (1.0, least), xycoords="axes fraction", xytext=(5, 0), fontsize=LABEL,
            textcoords="offset points", va="center", color=INK, annotation_clip=False,
        )  # fmt: skip
        least += half


def legend(axes: Axes, count: int) -> None:
    """Write which line is which below the axes, where there are several."""
    if count > 1:
        axes.figure.legend(
            loc="outside lower left", ncols=min(count, 3), frameon=False, fontsize=LABEL,
            labelcolor=INK, handlelength=2.2, columnspacing=1.4,
        )  # fmt: skip


def colours(count: int, roles: Sequence[str] | None) -> list[str]:
    """Return one colour for each series.

    Raises:
        ValueError: a role that the palette does not have.
    """
    chosen = list(roles) if roles is not None else [ROLES[i % len(ROLES)] for i in range(count)]
    unknown = [role for role in chosen if role not in COLOURS]
    if unknown or len(chosen) < count:
        wrong = f"there is no role {unknown[0]!r}" if unknown else f"{len(chosen)} were given"
        raise ValueError(
            f"`roles` names a colour for each of {count}, and {wrong}. "
            f"The roles are {', '.join(COLOURS)}."
        )
    return [INK if role == "text" else COLOURS[role] for role in chosen]


def series_of(values: Any) -> dict[str, Numbers]:
    """Return named series of numbers; one array alone has the name ""."""
    given = values if isinstance(values, Mapping) else {"": values}
    found = {str(name): np.asarray(of, dtype=np.float64) for name, of in given.items()}
    for name, of in found.items():
        if of.ndim != 1 or not of.size:
            raise ValueError(
                f"{name or 'values'} has the shape {of.shape}; a series has one axis and at least "
                "one value."
            )
    return found


def table_of(values: Any) -> Numbers:
    """Return a map as an array of two axes.

    Raises:
        ValueError: it has another number of axes, or no value.
    """
    found = np.asarray(values, dtype=np.float64)
    if found.ndim != 2 or not found.size:
        raise ValueError(
            f"A map has two axes, rows and columns; this one's shape is {found.shape}."
        )
    return found


def names_of(given: Sequence[Any] | None, count: int, word: str, what: str) -> list[str]:
    """Return a name for each of `count` places; without names, their numbers from 0.

    Raises:
        ValueError: there are more names, or fewer.
    """
    names = [str(i) for i in (range(count) if given is None else given)]
    if len(names) != count:
        raise ValueError(f"There are {len(names)} {what} for {count} {word}.")
    return names


def headed(title: str, xlabel: str, ylabel: str, kind: str, text: str) -> str:
    """Return the words of a plot: its title, what is drawn over what, and what is seen."""
    over = {
        (True, True): f"{kind}: {ylabel} over {xlabel}.",
        (True, False): f"{kind} over {xlabel}.",
        (False, True): f"{kind}: {ylabel}.",
        (False, False): f"{kind}.",
    }[bool(xlabel), bool(ylabel)]
    return " ".join(part for part in (f"{title.rstrip('.')}." if title else "", over, text) if part)
