"""The questions of 05_lstm."""

from __future__ import annotations
