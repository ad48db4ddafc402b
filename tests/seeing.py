"""What can be measured of colours: contrast by WCAG 2, and differences by CIE 1976."""

from __future__ import annotations

import numpy as np

LIGHT, DARK = "#ffffff", "#111111"
"""The pages of JupyterLab's light and dark themes."""

_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                 [0.0193339, 0.1191920, 0.9503041]])  # fmt: skip
SIGHT = {
    "all cones": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                            [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                              [-0.011820, 0.042940, 0.968881]]),
}  # fmt: skip
"""Linear RGB as it is seen, after Machado, Oliveira and Fernandes (2009), at full severity."""


def linear(colour: str) -> np.ndarray:
    """Return `#rrggbb` in linear light."""
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted(float(_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def over(colour: str, opacity: float, page: str) -> str:
    """Return what is seen of a colour that lets the page through."""
    mixed = [
        round(opacity * int(colour[i : i + 2], 16) + (1 - opacity) * int(page[i : i + 2], 16))
        for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def difference(one: str, other: str, sight: str = "all cones") -> float:
    """Return how different two colours look, in CIE 1976 units."""
    return float(np.linalg.norm(_lab(one, sight) - _lab(other, sight)))


def _lab(colour: str, sight: str) -> np.ndarray:
    xyz = _XYZ @ np.clip(SIGHT[sight] @ linear(colour), 0, 1) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
