"""A plot in words, made from its numbers: what a person who cannot see the picture needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
MOST = 6
"""How many places of one kind are named."""


def number(value: float) -> str:
    """Return a number with the digits worth reading: 0.693, 12, 1.5e-07."""
    return f"{value:.3g}".replace("e-0", "e-").replace("e+0", "e+")


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: a, b and c."""
    cut = [*words[:MOST], f"{len(words) - MOST} more"] if len(words) > MOST + 1 else list(words)
    return " and ".join([", ".join(cut[:-1]), cut[-1]] if len(cut) > 1 else cut)


def counted(things: Sequence[str] | Numbers, word: str) -> str:
    """Return how many there are: 1 row, 2 rows."""
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"


def line(
    name: str, xs: Sequence[str], ys: Numbers, xlabel: str, levels: Mapping[str, float]
) -> str:
    """Return one line in words: its ends, its extremes, and how it stands to each level.

    Args:
        name: its label, "" if it is the only one.
        xs: the places, in words.
        ys: the values, as many.
        xlabel: what the places are.
        levels: the named heights.
    """
    subject = f'"{name}"' if name else "The line"
    known = [int(i) for i in np.flatnonzero(np.isfinite(ys))]
    if not known:
        return f"{subject} has no finite value."
    at = f"at {xlabel} " if xlabel else "at "

    def place(i: int) -> str:
        return f"{number(ys[i])} {at}{xs[i]}"

    low, high = known[np.argmin(ys[known])], known[np.argmax(ys[known])]
    parts = [f"{subject} begins with {place(known[0])} and ends with {place(known[-1])}"]
    if ys[low] == ys[high]:
        parts = [f"{subject} is {number(ys[low])} everywhere"]
    else:
        extremes = {"lowest": low, "highest": high}
        inner = [f"{word} {place(i)}" for word, i in extremes.items()
                 if i not in (known[0], known[-1])]  # fmt: skip
        parts += inner
    missing = len(ys) - len(known)
    text = "; ".join(parts) + "."
    if missing:
        text += f" {missing} of its {len(ys)} values {_are(missing)} not finite."
    return " ".join([text, *(_to_level(ys, known, xs, at, w, h) for w, h in levels.items())])


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _to_level(
    ys: Numbers, known: Sequence[int], xs: Sequence[str], at: str, word: str, height: float
) -> str:
    side = np.sign(ys[known] - height)
    named = f"{word} ({number(height)})"
    if (side > 0).all():
        return f"It stays above {named}."
    if (side < 0).all():
        return f"It stays below {named}."
    crossed = np.flatnonzero(np.diff(side))
    if not crossed.size:
        return f"It lies on {named}."
    first, last = known[crossed[0] + 1], known[-1]
    end = "above" if ys[last] > height else "below" if ys[last] < height else "on"
    return f"It first reaches or crosses {named} {at}{xs[first]}, and ends {end} it."


def bars(
    name: str,
    labels: Sequence[str],
    values: Numbers,
    marked: Sequence[int],
    levels: Mapping[str, float],
) -> str:
    """Return bars in words: how many, the lowest, the highest, the marked ones, the levels."""
    subject = f'"{name}": ' if name else ""
    known = [int(i) for i in np.flatnonzero(np.isfinite(values))]
    if not known:
        return f"{subject}no bar has a finite value."

    def which(height: float) -> str:
        places = [labels[i] for i in known if values[i] == height]
        return f"{listed(places)} with {number(height)}"

    low, high = float(values[known].min()), float(values[known].max())
    text = f"{subject}{counted(values, 'bar')}"
    text += f", all {number(low)}." if low == high else \
        f"; lowest {which(low)}, highest {which(high)}."  # fmt: skip
    if marked:
        pairs = [f"{labels[i]} ({number(values[i])})" for i in marked]
        text += f" Marked: {listed(pairs)}."
    if len(known) < len(values):
        text += f" Not finite: {listed([labels[i] for i in range(len(values)) if i not in known])}."
    for word, height in levels.items():
        above = [labels[i] for i in known if values[i] > height]
        what = "none lies" if not above else f"{len(above)} of {len(values)} lie"
        names = f": {listed(above)}" if 0 < len(above) <= MOST else ""
        text += f" Above {word} ({number(height)}) {what}{names}."
    return text


def signed(values: Numbers, rows: Sequence[str], columns: Sequence[str], limit: float) -> str:
    """Return a signed map in words: its extremes with their places, and whether its scale ends."""
    if not np.isfinite(values).any():
        return "No value is finite."

    def place(at: int) -> str:
        i, j = divmod(at, values.shape[1])
        return f"{number(float(values[i, j]))} at {rows[i]}, {columns[j]}"

    low, high = (place(int(find(values))) for find in (np.nanargmin, np.nanargmax))
    beyond = int((np.abs(values) > limit).sum())
    verb = "lies" if beyond == 1 else "lie"
    scale = (
        f"The colours end at {number(limit)}: {beyond} of {values.size} values {verb} beyond."
        if beyond
        else f"No value lies beyond the colours, which end at {number(limit)}."
    )
    return (
        f"{counted(rows, 'row')} and {counted(columns, 'column')}. "
        f"Lowest {low}; highest {high}. {scale}"
    )


def shares(values: Numbers, rows: Sequence[str], columns: Sequence[str]) -> str:
    """Return a map of shares in words: where each row has its largest, and the extremes."""
    best = [int(i) for i in np.argmax(values, axis=1)]
    where = [
        f"{row}: {number(float(values[i, best[i]]))} at {columns[best[i]]}"
        for i, row in enumerate(rows)
    ]
    if len(where) <= 2 * MOST:
        largest = f"The largest share of each row: {'; '.join(where)}."
    else:
        i = int(np.argmax(values.max(axis=1)))
        largest = (
            f"The largest share is {number(float(values.max()))} at {rows[i]}, {columns[best[i]]}."
        )
    return (
        f"{counted(rows, 'row')} and {counted(columns, 'column')}. {largest} "
        f"The smallest share is {number(float(values.min()))}."
    )


def points(name: str, xs: Numbers, ys: Numbers, names: Sequence[str], diagonal: bool) -> str:
    """Return points in words: how many, their ranges, and how the two values hang together."""
    subject = f'"{name}": ' if name else ""
    known = np.isfinite(xs) & np.isfinite(ys)
    x, y = xs[known], ys[known]
    if not x.size:
        return f"{subject}no point is finite."
    text = (
        f"{subject}{counted(x, 'point')}, from {number(x.min())} to {number(x.max())} across "
        f"and from {number(y.min())} to {number(y.max())} up."
    )
    if diagonal:
        i = int(np.argmax(np.abs(x - y)))
        text += f" The farthest from the diagonal is off by {number(abs(x[i] - y[i]))}."
    elif len(x) > 2 and x.std() > 0 and y.std() > 0:
        text += f" Their correlation is {np.corrcoef(x, y)[0, 1]:.2f}."
    if 0 < len(names) <= 2 * MOST:
        pairs = zip(names, xs, ys, strict=True)
        text += " " + "; ".join(f"{n} at ({number(a)}, {number(b)})" for n, a, b in pairs) + "."
    return text
