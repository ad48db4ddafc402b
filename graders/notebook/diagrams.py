"""The drawing code behind the diagrams of all lessons: a few shapes, and a style for plots.

A diagram is an SVG picture with a transparent background, in colours that can be read on white
and on black. Labels know two marks: `a<2>` raises the 2 in angle brackets, `W_aa` lowers the aa.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from html import escape
from math import hypot, inf, sqrt
from typing import Any

from graders.notebook.palette import COLOURS, NEGATIVE, POSITIVE

__all__ = ["COLOURS", "Diagram", "beside", "diverging", "markup", "style"]

Point = tuple[float, float]


def markup(label: str) -> str:
    """Return a label as SVG text, with `<...>` raised and `_...` lowered."""
    pieces = []
    for plain, raised, lowered in re.findall(r"([^<_]+)|<([^>]*)>|_(\w+)", label):
        shift, text = (-6, f"⟨{raised}⟩") if raised else (4, lowered)
        if plain:
            pieces.append(f"<tspan>{escape(plain)}</tspan>")
        else:
            pieces.append(f'<tspan dy="{shift}" font-size="72%">{escape(text)}</tspan>')
            pieces.append(f'<tspan dy="{-shift}">&#8203;</tspan>')
    return "".join(pieces)


@dataclass(frozen=True)
class Node:
    """Where a shape stands, and how large it is. A node is a circle unless it is a box."""

    x: float
    y: float
    width: float
    height: float
    box: bool

    def border(self, direction: Point, offset: Point) -> float:
        """Return how far it is from `offset` to the node's border, in a direction of length 1."""
        if not self.box:
            aside = offset[0] * direction[1] - offset[1] * direction[0]
            return sqrt(max((self.width / 2) ** 2 - aside**2, 0.0))
        distances = [inf]
        for half, d, p in zip((self.width / 2, self.height / 2), direction, offset, strict=True):
            if abs(d) > 1e-9:
                distances.append(((half if d > 0 else -half) - p) / d)
        return min(distances)


@dataclass
class Diagram:
    """A picture that shows itself in a notebook.

    Args:
        title: what the picture shows, in a few words; read aloud by screen readers.
        description: what a person who cannot see the picture needs to know.
        width, height: the size in pixels, before the page scales it.
    """

    title: str
    description: str
    width: float
    height: float
    parts: list[str] = field(default_factory=list, repr=False)
    nodes: dict[str, Node] = field(default_factory=dict, repr=False)

    def node(
        self,
        name: str,
        at: Point,
        role: str,
        *,
        label: str | None = None,
        size: Point = (46, 46),
        box: bool = False,
    ) -> None:
        """Draw a circle, or a box, in the colour of its role; arrows find it by its name."""
        colour, (x, y), (width, height) = COLOURS[role], at, size
        self.nodes[name] = Node(x, y, width, height, box)
        corner = 7 if box else width / 2
        self.parts.append(
            f'<rect x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width:g}" '
            f'height="{height:g}" rx="{corner:g}" fill="{colour}" fill-opacity="0.14" '
            f'stroke="{colour}" stroke-width="2"/>'
        )
        self.text(at, name if label is None else label, role, size=17)

    def text(
        self, at: Point, label: str, role: str = "text", *, size: float = 15, anchor: str = "middle"
    ) -> None:
        """Write a label, centred on a point unless the anchor is `start` or `end`."""
        self.parts.append(
            f'<text x="{at[0]:g}" y="{at[1] + size / 3:g}" font-size="{size:g}" '
            f'text-anchor="{anchor}" fill="{COLOURS[role]}">{markup(label)}</text>'
        )

    def arrow(
        self,
        start: str | Point,
        end: str | Point,
        role: str = "text",
        *,
        label: str = "",
        shift: float = 0.0,
        side: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """Draw a straight arrow from one node or point to another.

        Args:
            start: the name of a node, or a point.
            end: likewise.
            role: whose colour it has.
            label: what stands beside its middle.
            shift: how far the arrow is moved to its own right.
            side: 1 writes the label on the arrow's right, -1 on its left.
            dashed: draw the line dashed, as all gradients are.
        """
        a, b = self._node(start), self._node(end)
        length = hypot(b.x - a.x, b.y - a.y)
        dx, dy = (b.x - a.x) / length, (b.y - a.y) / length
        aside = (-dy * shift, dx * shift)
        out, back = a.border((dx, dy), aside) + 3, b.border((-dx, -dy), aside) + 4
        x1, y1 = a.x + aside[0] + out * dx, a.y + aside[1] + out * dy
        x2, y2 = b.x + aside[0] - back * dx, b.y + aside[1] - back * dy
        dash = ' stroke-dasharray="6 4"' if dashed else ""
        colour = COLOURS[role]
        head = " ".join(
            f"{x2 - u * dx - v * dy:.1f},{y2 - u * dy + v * dx:.1f}"
            for u, v in ((0, 0), (9, 4.5), (9, -4.5))
        )
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2 - 8 * dx:.1f}" y2="{y2 - 8 * dy:.1f}" '
            f'stroke="{colour}" stroke-width="2"{dash}/><polygon points="{head}" fill="{colour}"/>'
        )
        if label:
            nx, ny = -dy * side, dx * side
            anchor = "start" if nx > 0.4 else "end" if nx < -0.4 else "middle"
            at = ((x1 + x2) / 2 + 9 * nx, (y1 + y2) / 2 + 13 * ny)
            self.text(at, label, role, size=14, anchor=anchor)

    def gradient(
        self, start: str | Point, end: str | Point, label: str = "", *, shift: float = 9.0
    ) -> None:
        """Draw the gradient of the arrow `end -> start`: dashed, against the flow, beside it."""
        self.arrow(start, end, "gradient", label=label, shift=shift, dashed=True)

    def legend(self, entries: dict[str, str], y: float) -> None:
        """Write what the colours mean: a line of role and word, from the left."""
        x = 20.0
        for role, word in entries.items():
            dash = ' stroke-dasharray="6 4"' if role == "gradient" else ""
            self.parts.append(
                f'<line x1="{x:g}" y1="{y:g}" x2="{x + 26:g}" y2="{y:g}" '
                f'stroke="{COLOURS[role]}" stroke-width="3"{dash}/>'
            )
            self.text((x + 33, y), word, role, size=14, anchor="start")
            x += 55 + 7.4 * len(word)

    @property
    def svg(self) -> str:
        """The picture as SVG source."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {self.height:g}" '
            f'width="{self.width:g}" height="{self.height:g}" role="img" '
            f'font-family="Helvetica, Arial, DejaVu Sans, sans-serif">'
            f"<title>{escape(self.title)}</title><desc>{escape(self.description)}</desc>"
            f"{''.join(self.parts)}</svg>"
        )

    def _repr_html_(self) -> str:
        # An image rather than inline SVG: notebooks remove inline SVG from pages not yet trusted.
        source = base64.b64encode(self.svg.encode()).decode()
        return (
            f'<img alt="{escape(f"{self.title}. {self.description}")}" '
            f'style="max-width: 100%; background: transparent" '
            f'src="data:image/svg+xml;base64,{source}"/>'
        )

    def _node(self, place: str | Point) -> Node:
        return self.nodes[place] if isinstance(place, str) else Node(*place, 0, 0, False)


def beside(*pictures: Diagram) -> Diagram:
    """Put diagrams side by side, each under its title."""
    whole = Diagram(
        " beside ".join(p.title for p in pictures),
        " ".join(p.description for p in pictures),
        width=sum(p.width for p in pictures) + 30 * (len(pictures) - 1),
        height=max(p.height for p in pictures) + 40,
    )
    left = 0.0
    for picture in pictures:
        whole.text((left + picture.width / 2, 16), picture.title, size=16)
        whole.parts.append(f'<g transform="translate({left:g} 40)">{"".join(picture.parts)}</g>')
        left += picture.width + 30
    return whole


def style(axes: Any) -> Any:
    """Give matplotlib axes the look of the diagrams: no background, grey text, few ticks."""
    from matplotlib.ticker import MaxNLocator

    grey = COLOURS["text"]
    for axis in (axes.xaxis, axes.yaxis):
        if isinstance(axis.get_major_locator(), MaxNLocator):
            axis.get_major_locator().set_params(nbins=4)  # labels are the slow part of a plot
    axes.figure.patch.set_alpha(0.0)
    axes.set_facecolor("none")
    axes.tick_params(colors=grey)
    # Where all tick labels are light, or all dark, Jupyter puts a background behind the plot.
    axes.tick_params(axis="x", labelcolor="#81888f")
    axes.tick_params(axis="y", labelcolor="#777e86")
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(grey)
    for text in (axes.title, axes.xaxis.label, axes.yaxis.label):
        text.set_color(grey)
    return axes


def diverging() -> Any:
    """Return a matplotlib colour map: one colour below zero, one above, and clear in between."""
    from matplotlib.colors import LinearSegmentedColormap, to_rgba

    below, above = NEGATIVE, POSITIVE
    stops = [to_rgba(below), to_rgba(below, 0.0), to_rgba(above, 0.0), to_rgba(above)]
    return LinearSegmentedColormap.from_list(
        "diverging", list(zip((0.0, 0.5, 0.5, 1.0), stops, strict=True))
    )
