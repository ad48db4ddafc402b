"""What keeps a submission's process from everything that is not its own."""

from graders.grading.isolation.bounds import Bounds
from graders.grading.isolation.layers import (
    IsolationError,
    Layer,
    can_isolate,
    layers,
    require_isolation,
)

__all__ = ["Bounds", "IsolationError", "Layer", "can_isolate", "layers", "require_isolation"]
