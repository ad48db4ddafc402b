"""A plot that grows while a cell runs, and stands still where nobody watches.

    from graders.notebook import live

    picture = live.Lines(xlabel="update", ylabel="perplexity", levels={"who knows nothing": 19})
    for update in range(400):
        ...
        picture.add(update, training=1.7)
    picture.done()

While somebody sits before the notebook, the plot is drawn again about once a second. Where a
program runs the notebook, as in grading, and outside of notebooks there is only the last picture.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any

from graders.notebook.plots import lines
from graders.notebook.plots.picture import Plot, show
from graders.notebook.show import place
from graders.watching import shell

SECONDS = 1.0
"""How long a picture stands at least before it is drawn again."""


def watched() -> bool:
    """Return whether somebody sits before the notebook: a program that runs it allows no input."""
    kernel = getattr(shell(), "kernel", None)
    return place() == "notebook" and bool(getattr(kernel, "_allow_stdin", False))


class Lines:
    """Lines that get longer while a cell runs.

    Args:
        **given: what `plots.lines` takes besides the numbers: `xlabel`, `ylabel`, `levels`, ...
    """

    def __init__(self, **given: Any) -> None:
        self.given = given
        self.x: list[float] = []
        self.series: dict[str, list[float]] = {}
        self.handle: Any = None
        self.drawn = time.monotonic() if watched() else float("inf")

    def add(self, x: float, /, **values: float) -> None:
        """Add a number to each line.

        Args:
            x: where they stand.
            **values: the numbers by the names of their lines; underscores become spaces.

        Raises:
            ValueError: the lines are not those of the first call.
        """
        named = {name.replace("_", " "): float(value) for name, value in values.items()}
        if self.series and set(named) != set(self.series):
            raise ValueError(
                f"add got the lines {', '.join(named) or 'none'}, and the picture has "
                f"{', '.join(self.series)}. Give each of them one number in every call."
            )
        self.x.append(x)
        for name, value in named.items():
            self.series.setdefault(name, []).append(value)
        if time.monotonic() - self.drawn >= SECONDS:
            self._draw(self._plot()._repr_mimebundle_())
            self.drawn = time.monotonic()

    def done(self) -> Plot:
        """Return the whole picture, and take the growing one away."""
        if self.handle is not None:
            self._draw({"text/plain": "", "text/html": ""})
        plot = self._plot()
        show(plot, sys._getframe(1), told=True)
        return plot

    def _plot(self) -> Plot:
        return lines(self.series, self.x, **self.given)

    def _draw(self, bundle: Mapping[str, str]) -> None:
        from IPython.display import display

        if self.handle is None:
            self.handle = display(dict(bundle), raw=True, display_id=True)
        else:
            self.handle.update(dict(bundle), raw=True)
