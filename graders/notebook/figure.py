"""The error map: how far each value of an array is off, as a small picture and as text."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from graders.judging.verdict import Location
from graders.notebook import style
from graders.notebook.markup import Html, clean, element, join

AXIS_WORDS = {
    "n_a": "units",
    "n_x": "inputs",
    "n_y": "outputs",
    "m": "examples",
    "T_x": "time steps",
}
ROUNDING = 1e-9
"""What is smaller than this part of the largest error is rounding, not a mistake."""

SHADES = "\N{MIDDLE DOT}\N{LIGHT SHADE}\N{MEDIUM SHADE}\N{DARK SHADE}\N{FULL BLOCK}"
_AXIS = re.compile(r"([A-Za-z_]\w*)\s*=\s*(\d+)")


@dataclass(frozen=True)
class ErrorMap:
    """What a picture of the errors needs, taken from a location.

    Args:
        rows: errors, scaled to [0, 1] by their square root; None where a value is not finite.
        largest: the largest finite error.
        down, across: the axes in words, with their sizes where they are known.
        first: row and column of the first wrong value, if the map holds it.
    """

    rows: tuple[tuple[float | None, ...], ...]
    largest: float
    down: str
    across: str
    first: tuple[int, int] | None

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.rows), len(self.rows[0])

    @property
    def wrong(self) -> int:
        """How many of the values are off or not finite."""
        return sum(value is None or value > 0 for row in self.rows for value in row)

    @property
    def description(self) -> str:
        """The picture in words."""
        down, across = self.shape
        endless = sum(value is None for row in self.rows for value in row)
        largest = f"the largest error is {style.significant(self.largest, 3)}"
        if endless and endless == self.wrong:
            largest = "and none of these is finite"
        elif endless:
            largest = f"{endless} of them not finite; of the others {largest}"
        return (
            f"Error map, {self.down} down and {self.across} across: "
            f"{self.wrong} of {down * across} cells are wrong, {largest}."
        )


def error_map(location: Location) -> ErrorMap | None:
    """Return the map of a location, or None where it has none worth drawing: a number has none."""
    errors = location.error_map
    if not errors or not errors[0] or len({len(row) for row in errors}) != 1:
        return None
    if len(errors) * len(errors[0]) == 1:
        return None
    finite = [e for row in errors for e in row if e is not None and math.isfinite(e)]
    largest = max(finite, default=0.0)
    rows = tuple(tuple(_scaled(e, largest) for e in row) for row in errors)
    sizes = {name: int(size) for name, size in _AXIS.findall(location.axes)}
    down, across = location.map_axes
    return ErrorMap(
        rows,
        largest,
        _axis(down, sizes),
        _axis(across, sizes),
        next(
            (
                (i, j)
                for i, row in enumerate(rows)
                for j, value in enumerate(row)
                if value is None or value > 0
            ),
            None,
        ),
    )


def _scaled(error: float | None, largest: float) -> float | None:
    """Return the error on a scale from 0 to 1 on which small errors can still be seen."""
    if error is None or not math.isfinite(error):
        return None
    if error <= ROUNDING * largest:
        return 0.0
    return math.sqrt(error / largest)


def _axis(name: str, sizes: dict[str, int]) -> str:
    """Return an axis in words: `units (n_a=5)`."""
    name = clean(name, 40)
    words = AXIS_WORDS.get(name)
    symbol = f"{name}={sizes[name]}" if name in sizes else name
    return f"{words} ({symbol})" if words else symbol


def svg(picture: ErrorMap, across: int = 240) -> Html:
    """Return the map as an inline SVG picture.

    Args:
        picture: what to draw.
        across: the width of the field of cells in pixels, at most.
    """
    down, columns = picture.shape
    step = max(6.0, min(36.0, across / columns, 216 / down))
    width, height = columns * step, down * step
    left, top = 22.0, 20.0
    cells = [
        _cell(value, left + j * step, top + i * step, step, (i, j) == picture.first)
        for i, row in enumerate(picture.rows)
        for j, value in enumerate(row)
    ]
    text = f"font:11px {style.SANS};fill:var(--g-quiet)"
    room = max(left + width + 2, left + 6.2 * (len(picture.across) + 2))
    tall = max(top + height + 2, top + 6.2 * (len(picture.down) + 2))
    labels = [
        element(
            "text",
            f"{picture.across} \N{RIGHTWARDS ARROW}",
            x=f"{left:g}",
            y="12",
            style=text,
        ),
        element(
            "text",
            f"{picture.down} \N{RIGHTWARDS ARROW}",
            transform=f"translate(12 {top:g}) rotate(90)",
            style=text,
        ),
    ]
    return element(
        "svg",
        element("title", picture.description),
        *labels,
        *cells,
        role="img",
        aria_label=picture.description,
        width=f"{room:.0f}",
        height=f"{tall:.0f}",
        viewBox=f"0 0 {room:.0f} {tall:.0f}",
        style="display:block;max-width:100%;overflow:visible",
    )


def _cell(value: float | None, x: float, y: float, step: float, first: bool) -> Html:
    """Return one cell: a filled square, a ring where it is right, a cross if not finite."""
    side = step - (2 if step >= 14 else 1)
    if value is None:
        far = side - 2
        return element(
            "path",
            d=f"M{x + 2:.1f} {y + 2:.1f}l{far:.1f} {far:.1f}m0 {-far:.1f}l{-far:.1f} {far:.1f}",
            style="stroke:var(--g-accent);stroke-width:2;fill:none",
        )
    if value == 0:
        return element(
            "circle",
            cx=f"{x + side / 2:.1f}",
            cy=f"{y + side / 2:.1f}",
            r=f"{max(1.2, side * 0.09):.1f}",
            style="fill:var(--g-quiet);opacity:.55",
        )
    ring = ";stroke:var(--g-ink);stroke-width:1.5" if first else ""
    return element(
        "rect",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        width=f"{side:.1f}",
        height=f"{side:.1f}",
        style=f"fill:var(--g-accent);fill-opacity:{0.12 + 0.88 * value:.2f}{ring}",
    )


def legend(picture: ErrorMap) -> Html:
    """Return the scale of the map: a dot for right, then squares up to the largest error."""
    squares = [
        element(
            "rect",
            x=f"{12 + 11 * k}",
            y="1",
            width="9",
            height="9",
            style=f"fill:var(--g-accent);fill-opacity:{0.12 + 0.88 * k / 4:.2f}",
        )
        for k in range(1, 5)
    ]
    dot = element("circle", cx="6", cy="5.5", r="1.5", style="fill:var(--g-quiet)")
    strip = element("svg", dot, join(squares), width="68", height="11", aria_hidden="true",
                    style="vertical-align:-1px;margin:0 4px")  # fmt: skip
    return element(
        "div",
        "right",
        strip,
        f"off by {style.significant(picture.largest, 3)}",
        style=style.LABEL + ";margin:8px 0 0 22px",
    )


def text_map(picture: ErrorMap) -> list[str]:
    """Return the map as lines of shaded characters."""
    lines = [f"{picture.down} down, {picture.across} across"]
    for row in picture.rows:
        lines.append("".join(2 * _shade(value) for value in row))
    return lines


def _shade(value: float | None) -> str:
    if value is None:
        return "x"
    return SHADES[0] if value == 0 else SHADES[min(4, 1 + int(value * 4))]
