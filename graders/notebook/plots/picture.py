"""A plot that shows itself: HTML with a text alternative in a notebook, its words elsewhere."""

from __future__ import annotations

import dis
import sys
from dataclasses import dataclass
from html import escape
from types import FrameType

from matplotlib.figure import Figure

from graders.notebook.plots.renderer import svg
from graders.notebook.show import Shown, place, printable
from graders.notebook.text import wrap


@dataclass(frozen=True)
class Words:
    """The text of one plot.

    Args:
        figure: the picture.
        text: what is to be seen in it, made from its numbers.
        says: the author's sentence, which stands below the picture.
    """

    figure: Figure
    text: str
    says: str = ""

    def to_html(self) -> str:
        """Return the plot as HTML."""
        caption = (
            f'<figcaption style="font-size:13px;line-height:1.4;margin:2px 0 0;max-width:520px">'
            f"{escape(self.says)}</figcaption>"
            if self.says
            else ""
        )
        return (
            f'<figure role="img" aria-label="{escape(self.alternative)}" '
            f'style="margin:4px 0 8px;flex:1 1 374px;max-width:520px">'
            f"{svg(self.figure, self.text)}{caption}</figure>"
        )

    def to_text(self, colour: bool = False) -> str:
        """Return the plot in words, in lines of at most 88 columns."""
        return "\n".join(wrap(self.alternative))

    @property
    def alternative(self) -> str:
        """What is read aloud in place of the picture."""
        return f"{self.text} {self.says}".strip()


class Plot(Shown):
    """A plot, as the functions of `plots` return it.

    Args:
        words: its text and its picture.
    """

    card: Words

    def __init__(self, words: Words) -> None:
        super().__init__(words)

    @property
    def figure(self) -> Figure:
        """The matplotlib figure, for example for `savefig`."""
        return self.card.figure


@dataclass(frozen=True)
class Row:
    """Several plots side by side; below each other where the page is narrow."""

    plots: tuple[Plot, ...]

    def to_html(self) -> str:
        """Return the plots as HTML."""
        inner = "".join(plot.card.to_html() for plot in self.plots)
        return f'<div style="display:flex;flex-wrap:wrap;gap:8px 20px">{inner}</div>'

    def to_text(self, colour: bool = False) -> str:
        """Return the plots in words."""
        return "\n\n".join(plot.card.to_text(colour) for plot in self.plots)


class Panels(Shown):
    """Plots side by side, as `plots.panels` returns them."""

    card: Row

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The matplotlib figures."""
        return tuple(plot.figure for plot in self.card.plots)


def show(picture: Shown, caller: FrameType, *, told: bool = False) -> None:
    """Show a picture now, where nothing else will: a line of its own in the middle of a cell.

    What a name or another function takes is not shown yet, and the last line of a cell shows
    itself. A program that is run as a file gets the words.

    Args:
        picture: the picture.
        caller: the frame that called a function of `plots`.
        told: whether a program has been told the words already.
    """
    where = place()
    if where == "script" and not told:
        sys.stdout.write(printable(picture.card) + "\n")
    elif where in ("notebook", "terminal") and _thrown_away(caller):
        from IPython.display import display

        display(picture)


def finished(figure: Figure, whole: str, says: str | None, caller: FrameType) -> Plot:
    """Return a figure as a plot with its words, shown where nothing else will.

    Args:
        figure: what was drawn.
        whole: the plot in words.
        says: the author's sentence.
        caller: the frame that called a function of `plots`.
    """
    plot = Plot(Words(figure, whole, says or ""))
    show(plot, caller)
    return plot


def _thrown_away(caller: FrameType) -> bool:
    """Return whether the value of the call at which a frame stands is used by nobody."""
    after = (step for step in dis.get_instructions(caller.f_code) if step.offset > caller.f_lasti)
    following = next(after, None)
    return following is not None and following.opname == "POP_TOP"
