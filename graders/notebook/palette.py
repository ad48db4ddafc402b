"""The colours of all pictures. Text has none: it takes the ink of the page, light or dark."""

from __future__ import annotations

COLOURS = {
    "text": "#7d848e",
    "input": "#2b82cc",
    "state": "#179468",
    "output": "#cf6420",
    "gradient": "#bf4f9e",
    "forget": "#d24a54",
    "update": "#8b7a14",
    "output_gate": "#a66a3c",
    "candidate": "#7c6cd6",
    "reset": "#d24a54",
}
"""One colour for each role, the same in all lessons. `update` is also the LSTM's input gate."""

NEGATIVE, POSITIVE = "#4a5bd0", "#b58900"
"""The colours of signs, which no role has. Zero is clear."""

FONTS = "Helvetica, Arial, DejaVu Sans, sans-serif"

LABEL = 13.0
"""The size of a label in a picture that is 520 wide: 9 pixels on a page of 390."""

WIDTH = 520.0
"""How wide a plot is, in pixels, before a narrow page shrinks it."""
