"""Mistakes that are met less often than those beside each contract, one module an exercise."""

from __future__ import annotations

from graders.lessons.rarity import rare

__all__ = ["rare"]
