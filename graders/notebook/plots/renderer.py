"""A matplotlib figure as inline SVG: small, with real text, in the ink of the page.

What is black in the figure becomes `currentColor`, so it is dark on a light page and light on a
dark one. There is no style sheet, no clip path and no reference, which pages of feedback drop.
"""

from __future__ import annotations

from html import escape
from math import cos, radians, sin
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from graders.notebook import palette

_LETTERS = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE3: "Q", Path.CURVE4: "C"}


def svg(figure: Figure, text: str) -> str:
    """Return a figure as one `svg` element, as wide as its page and at most as wide as itself.

    Args:
        figure: what is drawn.
        text: its words; pages that are not trusted yet remove SVG and leave them.
    """
    figure.set_dpi(72.0)  # one point is one pixel
    width, height = (float(side) for side in figure.get_size_inches() * 72.0)
    renderer = Renderer(width, height)
    figure.draw(renderer)
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" aria-hidden="true" '
        f'style="display:block;width:100%;max-width:{width:g}px;height:auto" '
        f'font-family="{palette.FONTS}"><desc>{escape(text)}</desc>{"".join(renderer.parts)}</svg>'
    )


def _colour(rgba: Any) -> str:
    red, green, blue = (round(255 * float(channel)) for channel in rgba[:3])
    return f"#{red:02x}{green:02x}{blue:02x}" if red or green or blue else "currentColor"


class Renderer(RendererBase):
    """Collects what matplotlib draws as elements of SVG."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.parts: list[str] = []

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the picture."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        """Return points as pixels, which are the same here."""
        return points

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,
    ) -> None:
        """Draw a line or an area; a line ends where its axes end."""
        flip = transform + Affine2D().scale(1.0, -1.0).translate(0.0, self.height)
        stroke, fill = self._stroke(gc), self._fill(gc, rgbFace)
        if not stroke and fill == 'fill="none"':
            return
        clip = None
        box = gc.get_clip_rectangle()
        if rgbFace is None and box is not None:
            clip = (box.x0, self.height - box.y1, box.x1, self.height - box.y0)
        drawn = path.cleaned(flip, remove_nans=True, clip=clip, simplify=rgbFace is None)
        shape = self._shape(drawn)
        if shape:
            self.parts.append(f'<path d="{shape}" {fill}{stroke}/>')
        hatch = gc.get_hatch_path()
        if hatch is not None and shape:
            self._hatch(drawn, _colour(gc.get_hatch_color()))

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Write a label; formulas are drawn as outlines."""
        if ismath:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)
            return
        along = {"center": 0.5, "right": 1.0}.get(mtext.get_ha() if mtext else "left", 0.0)
        width, _, _ = self.get_text_width_height_descent(s, prop, False)
        x += along * width * cos(radians(angle))  # anchored where it is aligned, any font fits
        y -= along * width * sin(radians(angle))
        anchor = {0.0: "start", 0.5: "middle", 1.0: "end"}[along]
        turn = f' transform="rotate({-angle:g} {x:.1f} {y:.1f})"' if angle else ""
        weight = ' font-weight="bold"' if prop.get_weight() in ("bold", 700) else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{prop.get_size_in_points():g}" '
            f'text-anchor="{anchor}" fill="{_colour(gc.get_rgb())}"{weight}{turn}>'
            f"{escape(s)}</text>"
        )

    def _stroke(self, gc: GraphicsContextBase) -> str:
        rgba, width = gc.get_rgb(), gc.get_linewidth()
        if width == 0 or rgba[3] == 0:
            return ""
        _, dashes = gc.get_dashes()
        dash = ",".join(f"{d:.3g}" for d in np.asarray(dashes)) if dashes is not None else ""
        return (
            f' stroke="{_colour(rgba)}" stroke-width="{width:g}"'
            + (f' stroke-dasharray="{dash}"' if dash else "")
            + (f' stroke-opacity="{rgba[3]:.2g}"' if rgba[3] < 1 else "")
        )

    def _fill(self, gc: GraphicsContextBase, face: Any) -> str:
        if face is None or (len(face) == 4 and face[3] == 0):
            return 'fill="none"'
        strength = gc.get_alpha() if gc.get_forced_alpha() else face[3] if len(face) == 4 else 1.0
        opacity = f' fill-opacity="{strength:.3g}"' if strength < 1 else ""
        edges = "" if gc.get_antialiased() else ' shape-rendering="crispEdges"'
        return f'fill="{_colour(face)}"{opacity}{edges}'

    @staticmethod
    def _shape(path: Path) -> str:
        pieces = []
        for points, code in path.iter_segments(simplify=False, curves=True):
            if code == Path.CLOSEPOLY:
                pieces.append("Z")
            elif code in _LETTERS:
                numbers = " ".join(
                    f"{float(value):.1f}".removesuffix(".0")
                    for value in np.asarray(points, dtype=np.float64).ravel()
                )
                pieces.append(_LETTERS[code] + numbers)
        return "".join(pieces)

    def _hatch(self, path: Path, colour: str) -> None:
        """Draw slanted lines over an upright rectangle."""
        box = path.get_extents()
        lines = []
        at = box.x0 - box.height
        while at < box.x1:
            start, end = max(at, box.x0), min(at + box.height, box.x1)
            lines.append(f"M{start:.1f} {box.y1 - (start - at):.1f}L{end:.1f} "
                         f"{box.y1 - (end - at):.1f}")  # fmt: skip
            at += 6
        self.parts.append(f'<path d="{"".join(lines)}" stroke="{colour}" stroke-width="1.2"/>')
