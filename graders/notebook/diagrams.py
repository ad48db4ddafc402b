"""The drawing code behind the diagrams of all lessons: a few shapes.

A diagram is an SVG picture with a transparent background: its lines are in colours that stand out
on white and on black, its labels in the ink of the page. Labels know two marks: `a<2>` raises the 2
in angle brackets, `W_aa` lowers the aa.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from math import hypot, inf, sqrt

from graders.notebook.palette import COLOURS, FONTS

__all__ = ["COLOURS", "Diagram", "beside", "markup"]

Point = tuple[float, float]

SMALLEST = 9.0
"""How small, in pixels, a narrow page may make the smallest text; then it scrolls."""

SIZE, INDEX = 18.0, 0.82
"""The size of a label, and how much of it an index has."""


def markup(label: str) -> str:
    """Return a label as SVG text, with `<...>` raised and `_...` lowered."""
    pieces = []
    for plain, raised, lowered in re.findall(r"([^<_]+)|<([^>]*)>|_(\w+)", label):
        shift, text = (-5, f"⟨{raised}⟩") if raised else (4, lowered)
        if plain:
            pieces.append(f"<tspan>{escape(plain)}</tspan>")
        else:
            pieces.append(f'<tspan dy="{shift}" font-size="{INDEX:.0%}">{escape(text)}</tspan>')
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


@dataclass(repr=False)
class Diagram:
    """A picture that shows itself in a notebook.

    Args:
        title: what the picture shows, in a few words; read aloud by screen readers.
        description: what a person who cannot see the picture needs to know.
        width: the width in pixels, before the page scales it.
        height: the height likewise.
        lit: roles, names of nodes and labels of arrows that are lit, while all else is drawn thin
            and grey; everything has its colour where nothing is lit.
    """

    title: str
    description: str
    width: float
    height: float
    lit: frozenset[str] = frozenset()
    parts: list[str] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def __repr__(self) -> str:
        return f"{self.title}. {self.description}"

    def node(
        self,
        name: str,
        at: Point,
        role: str,
        *,
        label: str | None = None,
        size: Point = (46, 46),
        box: bool = False,
        part: str = "",
    ) -> None:
        """Draw a circle, or a box, in the colour of its role; arrows find it by its name.

        Args:
            name: its name, and its label where no other is given.
            at: its middle.
            role: whose colour it has.
            label: what stands in it.
            size: width and height.
            box: whether it is a box.
            part: by what else it can be lit.
        """
        (x, y), (width, height) = at, size
        colour, line = self._look(role, name, part)
        self.nodes[name] = Node(x, y, width, height, box)
        corner = 7 if box else width / 2
        self.parts.append(
            f'<rect x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width:g}" '
            f'height="{height:g}" rx="{corner:g}" fill="{colour}" '
            f'fill-opacity="{0.28 if line > 2 else 0.14 if line == 2 else 0.04}" '
            f'stroke="{colour}" stroke-width="{line:g}"/>'
        )
        self.text(at, name if label is None else label, quiet=line < 2)

    def text(
        self,
        at: Point,
        label: str,
        *,
        size: float = SIZE,
        anchor: str = "middle",
        quiet: bool = False,
    ) -> None:
        """Write a label in the ink of the page.

        Args:
            at: the point on which it is centred, unless the anchor is `start` or `end`.
            label: the words, with the marks of this module.
            size: how large.
            anchor: `start`, `middle` or `end`.
            quiet: whether it belongs to what is not lit.
        """
        faint = ' fill-opacity="0.72"' if quiet else ""
        self.parts.append(
            f'<text x="{at[0]:g}" y="{at[1] + size / 3:g}" font-size="{size:g}" '
            f'text-anchor="{anchor}" fill="currentColor"{faint}>{markup(label)}</text>'
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
        dashes: str = "",
        part: str = "",
    ) -> None:
        """Draw a straight arrow from one node or point to another.

        Args:
            start: the name of a node, or a point.
            end: likewise.
            role: whose colour it has.
            label: what stands beside its middle.
            shift: how far the arrow is moved to its own right.
            side: 1 writes the label on the arrow's right, -1 on its left.
            dashes: lengths of dashes and gaps; all gradients are dashed.
            part: by what else it can be lit.
        """
        a, b = self._node(start), self._node(end)
        length = hypot(b.x - a.x, b.y - a.y)
        dx, dy = (b.x - a.x) / length, (b.y - a.y) / length
        aside = (-dy * shift, dx * shift)
        out, back = a.border((dx, dy), aside) + 3, b.border((-dx, -dy), aside) + 4
        x1, y1 = a.x + aside[0] + out * dx, a.y + aside[1] + out * dy
        x2, y2 = b.x + aside[0] - back * dx, b.y + aside[1] - back * dy
        dash = f' stroke-dasharray="{dashes}"' if dashes else ""
        colour, line = self._look(role, label, part)
        head = " ".join(
            f"{x2 - u * dx - v * dy:.1f},{y2 - u * dy + v * dx:.1f}"
            for u, v in ((0, 0), (9, 4.5), (9, -4.5))
        )
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2 - 8 * dx:.1f}" y2="{y2 - 8 * dy:.1f}" '
            f'stroke="{colour}" stroke-width="{line:g}"{dash}/>'
            f'<polygon points="{head}" fill="{colour}"/>'
        )
        if label:
            nx, ny = -dy * side, dx * side
            anchor = "start" if nx > 0.4 else "end" if nx < -0.4 else "middle"
            at = ((x1 + x2) / 2 + 9 * nx, (y1 + y2) / 2 + 15 * ny)
            self.text(at, label, anchor=anchor, quiet=line < 2)

    def gradient(
        self,
        start: str | Point,
        end: str | Point,
        label: str = "",
        *,
        shift: float = 9.0,
        dashes: str = "6 4",
    ) -> None:
        """Draw the gradient of the arrow `end -> start`: dashed, against the flow, beside it."""
        self.arrow(start, end, "gradient", label=label, shift=shift, dashes=dashes)

    def _look(self, *names: str) -> tuple[str, float]:
        """Return colour and thickness of what has a role and names."""
        self.known.update(name for name in names if name and name != "text")
        if not self.lit:
            return COLOURS[names[0]], 2.0
        if self.lit.intersection(names):
            return COLOURS[names[0]], 3.5
        return COLOURS["text"], 1.2

    def legend(self, entries: dict[str, str], y: float) -> None:
        """Write what the colours mean, role by role, from the left; the picture ends below."""
        x = 12.0
        for role, word in entries.items():
            if x > 12 and x + 34 + 0.55 * SIZE * len(word) > self.width:
                x, y = 12.0, y + 26
            dash = ' stroke-dasharray="6 4"' if role == "gradient" else ""
            colour, line = self._look(role)
            self.parts.append(
                f'<line x1="{x:g}" y1="{y:g}" x2="{x + 26:g}" y2="{y:g}" '
                f'stroke="{colour}" stroke-width="{line + 1:g}"{dash}/>'
            )
            self.text((x + 33, y), word, anchor="start", quiet=line < 2)
            x += 50 + 0.55 * SIZE * len(word)
        self.height = y + 18

    @property
    def svg(self) -> str:
        """The picture as SVG source.

        Raises:
            ValueError: something is lit that the picture does not have.
        """
        stray = sorted(self.lit - self.known)
        if stray:
            raise ValueError(
                f"Nothing in this picture is called {stray[0]!r}. What can be lit: "
                f"{', '.join(sorted(self.known))}."
            )
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', "".join(self.parts))]
        least = self.width * SMALLEST / (INDEX * min(sizes, default=SIZE))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {self.height:g}" '
            f'width="{self.width:g}" role="img" style="display:block;width:100%;height:auto;'
            f'min-width:{min(least, self.width):.0f}px;max-width:{self.width:g}px" '
            f'font-family="{FONTS}">'
            f"<title>{escape(self.title)}</title><desc>{escape(self.description)}</desc>"
            f"{''.join(self.parts)}</svg>"
        )

    def _repr_html_(self) -> str:
        # Inline, so that labels take the ink of the page, whatever its theme. A page that is not
        # trusted yet removes SVG and leaves its words.
        return (
            f'<figure role="img" aria-label="{escape(repr(self))}" '
            f'style="margin:4px 0 8px;overflow:auto">{self.svg}</figure>'
        )

    def _node(self, place: str | Point) -> Node:
        return self.nodes[place] if isinstance(place, str) else Node(*place, 0, 0, False)


@dataclass(frozen=True)
class Row:
    """Diagrams beside each other, each under its title; below each other on a narrow page."""

    pictures: tuple[Diagram, ...]

    def __repr__(self) -> str:
        return "\n\n".join(map(repr, self.pictures))

    def _repr_html_(self) -> str:
        inner = "".join(
            f'<div style="flex:0 1 auto;max-width:100%"><div style="text-align:center">'
            f"{escape(p.title)}</div>{p._repr_html_()}</div>"
            for p in self.pictures
        )
        return f'<div style="display:flex;flex-wrap:wrap;gap:8px 30px">{inner}</div>'


def beside(*pictures: Diagram) -> Row:
    """Put diagrams side by side, each under its title."""
    return Row(pictures)
