"""Made arguments: what a case hands over by name and what it is made from, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graders.exercise import Draw


@dataclass(frozen=True, eq=False, init=False)
class Made:
    """An argument that is no plain data: a function, a generator, a layer, a counting wrapper.

    In a table it is its name and plain data. In the process of whoever is observed, a public
    function of `graders.probes` makes it, anew for each call: `Made("gradients.quadratic", A=A)`
    becomes `graders.probes.gradients.quadratic(A=A)`.

    Args:
        name: "module.function", one of `graders.probes.MAKERS`.
        **plain: what it is made from: plain data, or other made arguments.
    """

    name: str
    plain: Mapping[str, Any]

    def __init__(self, name: str, /, **plain: Any) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "plain", plain)


def generator(draw: Draw) -> Made:
    """Return a made NumPy generator, with a seed that nobody knows who does not know the draw's.

    In visible cases the seed is always the same; in hidden ones it comes from the secret seed.
    """
    return Made("random.generator", seed=int(draw.rng.integers(2**62)))
