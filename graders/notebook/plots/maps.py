"""Maps: a table of numbers as a field of colours."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Colormap, LinearSegmentedColormap, Normalize, to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from graders.notebook.palette import LABEL, NEGATIVE, POSITIVE
from graders.notebook.plots import axes as draw
from graders.notebook.plots import words
from graders.notebook.plots.picture import Plot, finished
from graders.notebook.plots.words import Numbers

SHADES = 31
"""How many colours a map has: an odd number, so that zero has one of its own, which is clear."""


def signed(
    values: Any,
    rows: Sequence[Any] | None = None,
    columns: Sequence[Any] | None = None,
    *,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    limit: float | None = None,
    marked: Sequence[int] = (),
    says: str | None = None,
) -> Plot:
    """Draw a table of numbers of both signs: one colour below zero, one above, none at zero.

    Args:
        values: the numbers, shape (rows, columns); the first row is on top.
        rows: their names; 0, 1, 2, ... unless given.
        columns: likewise.
        xlabel: what is written below.
        ylabel: what is written on the left.
        title: what is written above.
        limit: where the colours end, up and down; the largest value unless given.
        marked: the indices of columns that get a triangle above.
        says: the author's sentence.

    Raises:
        ValueError: the table does not have two axes, or names are missing.
    """
    table = draw.table_of(values)
    finite = np.abs(table[np.isfinite(table)])
    end = float(limit if limit is not None else finite.max(initial=0.0)) or 1.0
    down, across = _places(table, rows, columns)
    below, above = NEGATIVE, POSITIVE
    stops = (to_rgba(below), to_rgba(below, 0.0), to_rgba(above, 0.0), to_rgba(above))
    hues = LinearSegmentedColormap.from_list(
        "signs", list(zip((0.0, 0.5, 0.5, 1.0), stops, strict=True)), N=SHADES
    )
    beyond = bool((finite > end).any())
    text = words.signed(table, _in_words(down, ylabel, "row"),
                        _in_words(across, xlabel, "column"), end)  # fmt: skip
    text += _marks(marked, across)
    figure = _map(table, (down, across), hues, (-end, end), (title, xlabel, ylabel), marked, beyond)
    whole = draw.headed(title, xlabel, ylabel, "A map of signed numbers", text)
    return finished(figure, whole, says, sys._getframe(1))


def shares(
    values: Any,
    rows: Sequence[Any] | None = None,
    columns: Sequence[Any] | None = None,
    *,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    marked: Sequence[int] = (),
    says: str | None = None,
) -> Plot:
    """Draw a table of numbers from 0 to 1, such as attention or probabilities: 1 is solid.

    Args:
        values: the numbers, shape (rows, columns); the first row is on top.
        rows: their names; 0, 1, 2, ... unless given.
        columns: likewise.
        xlabel: what is written below.
        ylabel: what is written on the left.
        title: what is written above.
        marked: the indices of columns that get a triangle above.
        says: the author's sentence.

    Raises:
        ValueError: a number is not in 0 to 1, the table does not have two axes, or names are
            missing.
    """
    table = draw.table_of(values)
    if not ((table >= -1e-9) & (table <= 1 + 1e-6)).all():
        raise ValueError(
            f"Shares lie between 0 and 1, and these between {words.number(table.min())} and "
            f"{words.number(table.max())}. Numbers of both signs are drawn by `plots.signed`."
        )
    down, across = _places(table, rows, columns)
    clear, full = to_rgba(draw.INK, 0.0), to_rgba(draw.INK)
    hues = LinearSegmentedColormap.from_list("shares", [clear, full], N=SHADES)
    text = words.shares(table, _in_words(down, ylabel, "row"), _in_words(across, xlabel, "column"))
    text += _marks(marked, across)
    figure = _map(table, (down, across), hues, (0.0, 1.0), (title, xlabel, ylabel), marked, False)
    whole = draw.headed(title, xlabel, ylabel, "A map of shares from 0 to 1", text)
    return finished(figure, whole, says, sys._getframe(1))


def _places(
    table: Numbers, rows: Sequence[Any] | None, columns: Sequence[Any] | None
) -> tuple[list[str], list[str]]:
    """Return the names of rows and columns."""
    down, across = table.shape
    return (
        draw.names_of(rows, down, "rows", "names of rows"),
        draw.names_of(columns, across, "columns", "names of columns"),
    )


def _in_words(names: list[str], label: str, kind: str) -> list[str]:
    """Return names as a sentence says them: a number needs to be told what it counts."""
    numbers = all(draw.is_number(name) for name in names)
    return [f"{label or kind} {name}" for name in names] if numbers else names


def _marks(marked: Sequence[int], across: list[str]) -> str:
    """Return which columns are marked, as a sentence.

    Raises:
        ValueError: there is no such column.
    """
    stray = [i for i in marked if not 0 <= i < len(across)]
    if stray:
        raise ValueError(
            f"Column {stray[0]} is marked, and there are {len(across)}, counted from 0."
        )
    return f" Marked: {words.listed([across[i] for i in marked])}." if marked else ""


def _map(
    table: Numbers,
    names: tuple[list[str], list[str]],
    hues: Colormap,
    ends: tuple[float, float],
    labels: tuple[str, str, str],
    marked: Sequence[int],
    beyond: bool,
) -> Figure:
    """Return the figure of a table.

    Args:
        table: the numbers.
        names: of rows and of columns.
        hues: the colours, `SHADES` of them.
        ends: the numbers at which the colours end.
        labels: title, across, up.
        marked: the columns with a triangle.
        beyond: whether numbers lie beyond the ends, which the scale then shows by its points.
    """
    down, across = table.shape
    figure, axes = draw.new(*labels, height=min(340.0, max(170.0, 110.0 + 22.0 * down)))
    axes.set(xlim=(-0.5, across - 0.5), ylim=(down - 0.5, -0.5))
    _cells(axes, table, hues, ends)
    draw.named(axes, names[1])
    draw.named(axes, names[0], up=True)
    if marked:
        axes.set_title(axes.get_title(loc="left"), loc="left", pad=16, fontweight="bold")
    for i in marked:
        axes.annotate(
            "\N{BLACK DOWN-POINTING TRIANGLE}", (i, 1.0), xycoords=("data", "axes fraction"),
            ha="center", va="bottom", fontsize=LABEL, color=draw.INK,
        )  # fmt: skip
    axes.spines[:].set_visible(True)
    axes.spines[:].set_color(draw.INK)
    axes.spines[:].set_linewidth(0.6)
    scale = figure.colorbar(
        ScalarMappable(Normalize(*ends), hues), ax=axes, ticks=[ends[0], sum(ends) / 2, ends[1]],
        extend="both" if beyond else "neither", fraction=0.05, pad=0.02,
    )  # fmt: skip
    scale.ax.set_facecolor("none")
    scale.ax.set_yticklabels([words.number(v) for v in (ends[0], sum(ends) / 2, ends[1])])
    scale.ax.tick_params(colors=draw.INK, labelsize=LABEL)
    scale.outline.set_linewidth(0.6)
    return figure


def _cells(axes: Axes, table: Numbers, hues: Colormap, ends: tuple[float, float]) -> None:
    """Draw all cells of one colour as one shape, and cells beside each other as one rectangle."""
    share = (np.clip(table, *ends) - ends[0]) / (ends[1] - ends[0])
    shade = np.minimum((np.nan_to_num(share) * SHADES).astype(int), SHADES - 1)
    shade[~np.isfinite(table)] = -1
    for each in np.unique(shade):
        boxes = [_box(i, start, stop) for i, start, stop in _runs(shade == each)]
        if each < 0:  # a rectangle each: the hatching of one shape fills what lies between
            for box in boxes:
                axes.add_patch(
                    PathPatch(box, facecolor="none", edgecolor=draw.INK, linewidth=0.5, hatch="//")
                )
            continue
        cells = Path.make_compound_path(*boxes)
        hue = hues(int(each))
        if hue[3] > 0:
            axes.add_patch(PathPatch(cells, facecolor=hue, linewidth=0, antialiased=False))


def _runs(chosen: np.ndarray[Any, np.dtype[np.bool_]]) -> Iterator[tuple[int, int, int]]:
    """Yield row, first column and the column after the last, for each stretch of chosen cells."""
    for i, row in enumerate(chosen):
        edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(int)))
        for start, stop in edges.reshape(-1, 2):
            yield i, int(start), int(stop)


def _box(row: int, start: int, stop: int) -> Path:
    """Return the rectangle of some cells of one row."""
    left, right, top, foot = start - 0.5, stop - 0.5, row - 0.5, row + 0.5
    corners = [(left, top), (right, top), (right, foot), (left, foot), (left, top)]
    return Path(corners, closed=True)
