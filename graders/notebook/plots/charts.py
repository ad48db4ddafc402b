"""Lines, bars and points."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from graders.notebook.palette import LABEL
from graders.notebook.plots import axes as draw
from graders.notebook.plots import words
from graders.notebook.plots.picture import Panels, Plot, Row, finished, show


def lines(
    series: Any,
    x: Any = None,
    *,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    levels: Mapping[str, float] | None = None,
    roles: Sequence[str] | None = None,
    log: bool = False,
    says: str | None = None,
) -> Plot:
    """Draw one line for each label.

    Args:
        series: `{"label": values}`, or the values of one line.
        x: where the values stand, numbers or words; 0, 1, 2, ... unless given.
        xlabel: what is written below.
        ylabel: what is written on the left.
        title: what is written above.
        levels: named heights, `{"a coin flip": 0.69}`.
        roles: whose colours the lines have, a role each.
        log: draw the axis up logarithmically.
        says: the author's sentence about what is seen.

    Raises:
        ValueError: a series of another length than x, or of more than one axis.
    """
    found, levels = draw.series_of(series), levels or {}
    longest = max(len(values) for values in found.values())
    places = list(range(longest)) if x is None else list(np.asarray(x).tolist())
    for name, values in found.items():
        if len(values) > len(places) or (x is not None and len(values) != len(places)):
            raise ValueError(f"{name or 'series'} has {len(values)} values for {len(places)} of x.")
    in_words = any(isinstance(place, str) for place in places)
    figure, axes = draw.new(title, xlabel, ylabel)
    if log:
        draw.logarithmic(axes)
    hues, text = draw.colours(len(found), roles), []
    named = [str(p) if in_words else words.number(float(p)) for p in places]
    at = np.arange(len(places)) if in_words else np.asarray(places, dtype=np.float64)
    for i, (name, values) in enumerate(found.items()):
        finite = np.where(np.isfinite(values), values, np.nan)
        axes.plot(
            at[: len(values)], finite, color=hues[i], linewidth=2, label=name,
            linestyle=draw.DASHES[i % len(draw.DASHES)],
            marker=draw.MARKERS[i % len(draw.MARKERS)] if len(values) <= 12 else "",
        )  # fmt: skip
        text.append(words.line(name, named, values, xlabel, levels))
    if in_words:
        draw.named(axes, named)
    elif all(float(place).is_integer() for place in places):
        draw.whole(axes)
    draw.level_lines(axes, levels)
    draw.legend(axes, len(found))
    kind = "A line" if len(found) == 1 else f"{len(found)} lines"
    kind += ", on a logarithmic scale" if log else ""
    whole = draw.headed(title, xlabel, ylabel, kind, " ".join(text))
    return finished(figure, whole, says, sys._getframe(1))


def bars(
    values: Any,
    labels: Sequence[Any] | None = None,
    *,
    marked: Sequence[int] = (),
    levels: Mapping[str, float] | None = None,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    roles: Sequence[str] | None = None,
    says: str | None = None,
) -> Plot:
    """Draw one bar for each value.

    Args:
        values: the heights, or `{"label": heights}` for bars beside each other.
        labels: what is written under each; 0, 1, 2, ... unless given.
        marked: the indices of bars that are hatched.
        levels: named heights.
        xlabel: what is written below.
        ylabel: what is written on the left.
        title: what is written above.
        roles: whose colours the bars have.
        says: the author's sentence.

    Raises:
        ValueError: another number of labels than of bars, or an index without a bar.
    """
    found, levels = draw.series_of(values), levels or {}
    count = len(next(iter(found.values())))
    names = draw.names_of(labels, count, "bars", "labels")
    for name, heights in found.items():
        if len(heights) != count:
            raise ValueError(f"{name} has {len(heights)} values, and the others {count}.")
    stray = [i for i in marked if not 0 <= i < count]
    if stray:
        raise ValueError(f"Bar {stray[0]} is marked, and there are {count}, counted from 0.")
    figure, axes = draw.new(title, xlabel, ylabel)
    hues, width, text = draw.colours(len(found), roles), 0.8 / len(found), []
    for i, (name, heights) in enumerate(found.items()):
        at = np.arange(count) + (i - (len(found) - 1) / 2) * width
        drawn = axes.bar(
            at,
            np.where(np.isfinite(heights), heights, 0.0),
            width * 0.92,
            color=hues[i],
            label=name,
        )
        for j in marked:
            drawn.patches[j].set_hatch("//")
            drawn.patches[j].set_edgecolor(draw.INK)
            drawn.patches[j].set_linewidth(1.2)
        text.append(words.bars(name, names, heights, list(marked), levels))
    draw.named(axes, names)
    axes.axhline(0.0, color=draw.INK, linewidth=0.8)
    draw.level_lines(axes, levels)
    draw.legend(axes, len(found))
    whole = draw.headed(title, xlabel, ylabel, "Bars", " ".join(text))
    return finished(figure, whole, says, sys._getframe(1))


def points(
    x: Any,
    y: Any = None,
    *,
    names: Sequence[str] | None = None,
    diagonal: bool = False,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    roles: Sequence[str] | None = None,
    says: str | None = None,
) -> Plot:
    """Draw one point for each pair of numbers.

    Args:
        x: the numbers across; or groups of points, `{"label": (x, y)}`.
        y: the numbers up, where x holds no groups.
        names: what is written beside each point; of one group only.
        diagonal: draw the line on which both numbers are equal.
        xlabel: what is written below.
        ylabel: what is written on the left.
        title: what is written above.
        roles: whose colours the groups have.
        says: the author's sentence.

    Raises:
        ValueError: x and y, or names, are not equally many.
    """
    groups = x if isinstance(x, Mapping) else {"": (x, y)}
    figure, axes = draw.new(title, xlabel, ylabel, height=360.0)
    hues, text = draw.colours(len(groups), roles), []
    for i, (name, pair) in enumerate(groups.items()):
        across, up = (np.ravel(np.asarray(side, dtype=np.float64)) for side in pair)
        if len(across) != len(up):
            raise ValueError(f"{name or 'x'} has {len(across)} numbers across and {len(up)} up.")
        axes.plot(
            across, up, draw.MARKERS[i % len(draw.MARKERS)], color=hues[i], label=name or None,
            markersize=7, fillstyle="none" if i % 2 else "full",
        )  # fmt: skip
        beside = draw.names_of(names, len(across), "points", "names") if names is not None else []
        for label, a, b in zip(beside, across, up, strict=False):
            axes.annotate(label, (a, b), xytext=(6, 3), textcoords="offset points",
                          fontsize=LABEL, color=draw.INK)  # fmt: skip
        text.append(words.points(name, across, up, beside, diagonal))
    if diagonal:
        axes.axline((0.0, 0.0), slope=1.0, color=draw.INK, linewidth=1)
    draw.legend(axes, len(groups))
    whole = draw.headed(title, xlabel, ylabel, "Points", " ".join(text))
    return finished(figure, whole, says, sys._getframe(1))


def panels(*plots: Plot) -> Panels:
    """Put plots side by side; on a narrow page below each other."""
    together = Panels(Row(plots))
    show(together, sys._getframe(1), told=True)
    return together
