"""What the exercises of the miniature lesson share."""

from __future__ import annotations

from graders.exercise import Case, Draw, Setting

SETTINGS = (Setting("ordinary"), Setting("one example", n_a=3, m=1))
HINTS = ("What is asked?", "Look at the shapes.", "One line is enough.")


def scaled_cases(draw: Draw) -> Case:
    return {"x": draw.normal(draw.setting.n_a, draw.setting.m), "factor": 3.5}


def array_cases(draw: Draw) -> Case:
    return {"x": draw.normal(draw.setting.n_a, draw.setting.m)}
