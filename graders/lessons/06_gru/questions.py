"""The questions of 06_gru, in their order."""

from __future__ import annotations
