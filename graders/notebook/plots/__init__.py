"""Plots for experiments: each is one call, legible on light and dark pages, and also in words.

    from graders.notebook import plots

    plots.lines({"loss": losses}, xlabel="update", levels={"a coin flip": np.log(2)})

See docs/pictures.md.
"""

from graders.notebook.plots.charts import bars, lines, panels, points
from graders.notebook.plots.maps import shares, signed

__all__ = ["bars", "lines", "panels", "points", "shares", "signed"]
