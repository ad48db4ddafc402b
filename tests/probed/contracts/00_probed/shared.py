"""What the exercises of this lesson share."""

from __future__ import annotations

from graders.counts import Holds
from graders.exercise import Setting

SETTINGS = (
    Setting("ordinary", n_a=5, m=2),
    Setting("other sizes", n_a=3, m=4),
    Setting("more", n_a=7, m=3),
)
HINTS = ("What is asked?", "Look at the shapes.", "One line is enough.")
SAME_SEED = Holds(
    "Two generators with the same seed gave different draws.",
    "Expected the same draws from the same seed.",
    "Draw from `rng` alone: np.random and a generator of your own are other sources.",
)
