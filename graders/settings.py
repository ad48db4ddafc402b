"""Settings: how a case is drawn. No input, no output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZES: Mapping[str, int] = {"n_x": 3, "n_a": 5, "n_y": 2, "m": 7, "T_x": 4}
"""The sizes that every setting has where an exercise names none of its own."""

TIME_AXES = ("T_x", "T")
"""What the axis of time is called."""

ONE: Mapping[str, str] = {
    "m": "one example",
    "T_x": "one step",
    "T": "one step",
    "n_a": "one unit",
}
"""What a setting is called in which a size is one; another size is called `V = 1`."""

_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83)


@dataclass(frozen=True, init=False)
class Setting:
    """One way to draw a case: how large, of which type, how laid out in memory.

    Args:
        name: what is particular about it, in words a learner reads ("one example").
        sizes: the sizes by any name, `Setting("one text", m=1, T=5, V=11)`, each of which is read
            as an attribute; different primes where nothing else is wanted, so that no two axes can
            be mistaken for each other. Where all names are among `SIZES`, those left out have the
            values there.
        scale: what a case maker multiplies its inputs by.
        dtype: the floating type in which the arrays are handed over.
        fortran: hand arrays over in column-major order.
        read_only: hand arrays over with writing switched off.
        bias: what a case maker multiplies biases by.
        start: what a case maker multiplies the state before the first step by.
    """

    name: str
    sizes: Mapping[str, int]
    scale: float
    dtype: str
    fortran: bool
    read_only: bool
    bias: float
    start: float

    def __init__(
        self,
        name: str,
        *,
        scale: float = 1.0,
        dtype: str = "float64",
        fortran: bool = False,
        read_only: bool = False,
        bias: float = 1.0,
        start: float = 1.0,
        **sizes: int,
    ) -> None:
        whole = {**SIZES, **sizes} if sizes.keys() <= SIZES.keys() else sizes
        given = {
            "name": name, "sizes": whole, "scale": scale, "dtype": dtype, "fortran": fortran,
            "read_only": read_only, "bias": bias, "start": start,
        }  # fmt: skip
        for key, value in given.items():
            object.__setattr__(self, key, value)

    def __getattr__(self, name: str) -> int:
        """Return a size.

        Raises:
            AttributeError: there is none of this name.
        """
        sizes = self.__dict__.get("sizes", {})
        if name in sizes or name in SIZES:
            return int(sizes.get(name, SIZES.get(name)))
        raise AttributeError(
            f"The setting “{self.__dict__.get('name')}” has no size {name}. It has "
            f"{', '.join(sizes)}: name it in each setting, as in settings({name}=3)."
        )

    def __hash__(self) -> int:
        return hash((self.name, tuple(self.sizes.items()), self.scale, self.dtype))

    def but(self, **changes: Any) -> Setting:
        """Return the setting with other sizes, or another scale, dtype, name and so on."""
        own = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "sizes"}
        return Setting(**{**own, **self.sizes, **changes})

    @property
    def of_floats(self) -> bool:
        """Whether what is particular about it can be seen in floating numbers alone."""
        return self.scale != 1.0 or self.dtype != "float64"


VISIBLE = (
    Setting("ordinary"),
    Setting("other sizes", n_x=5, n_a=3, n_y=7, m=2, T_x=6),
    Setting("one example", n_x=2, n_a=3, n_y=5, m=1, T_x=3),
    Setting("large inputs", n_x=3, n_a=2, n_y=5, m=4, T_x=3, scale=1000.0),
    Setting("float32, read-only, column-major",
            n_x=2, n_a=5, n_y=3, m=4, T_x=3, dtype="float32", fortran=True, read_only=True),
)  # fmt: skip
"""The settings of the cases that learners see. `large inputs` may belong to a property instead."""

HIDDEN = (
    *VISIBLE,
    Setting("ordinary, drawn again", n_x=2, n_a=7, n_y=3, m=5, T_x=5),
    Setting("one step", n_x=5, n_a=2, n_y=3, m=4, T_x=1),
    Setting("one unit", n_x=3, n_a=1, n_y=2, m=5, T_x=4),
    Setting("one of everything", n_x=1, n_a=1, n_y=2, m=1, T_x=1),
)
"""The settings of the cases that only a grader draws, from a secret seed."""


def settings(
    *, floats: bool = True, **sizes: int
) -> tuple[tuple[Setting, ...], tuple[Setting, ...]]:
    """Return the visible and the hidden settings of an exercise with sizes of its own.

    Visible are the sizes as they are given, other primes, the first size one and, for floats, large
    inputs and another dtype and memory layout. Hidden are these, every other size one in turn, and
    the same sizes drawn again.

    Args:
        floats: whether floating numbers are handed over. Scale, dtype and memory layout mean
            nothing for integers and texts.
        sizes: the sizes of the ordinary setting, the one that counts examples first.

    Raises:
        ValueError: no size is given.
    """
    if not sizes:
        raise ValueError("settings() needs the sizes of an exercise, as in settings(V=11, m=3).")
    other = _other(sizes, {})
    again = _other(sizes, other)
    given: dict[str, Any] = dict(sizes)
    ordinary = Setting("ordinary", **given)
    ones = [ordinary.but(name=ONE.get(k, f"{k} = 1"), **{k: 1}) for k in sizes]
    first = next((one for one, k in zip(ones, sizes, strict=True) if k == "m"), ones[0])
    visible = [ordinary, ordinary.but(name="other sizes", **other), first]
    if floats:
        visible += [
            ordinary.but(name="large inputs", scale=1000.0, **other),
            ordinary.but(
                name="float32, read-only, column-major",
                dtype="float32",
                fortran=True,
                read_only=True,
                **again,
            ),
        ]
    rest = [one for one in ones if one is not first]
    hidden = [*visible, ordinary.but(name="ordinary, drawn again", **again), *rest]
    return tuple(visible), tuple(hidden)


def _other(sizes: Mapping[str, int], besides: Mapping[str, int]) -> dict[str, int]:
    """Return other sizes near the given ones: different primes."""
    found: dict[str, int] = {}
    for name, size in sizes.items():
        taken = {size, besides.get(name), *found.values()}
        found[name] = min((p for p in _PRIMES if p not in taken), key=lambda p: abs(p - size))
    return found


WEAK: Mapping[str, Mapping[str, float]] = {
    "one example": {"m": 1},
    "one step": {"T_x": 1, "T": 1},
    "two steps": {"T_x": 2, "T": 2},
    "zero bias": {"bias": 0.0},
    "zero start": {"start": 0.0},
    "small entries": {"scale": 0.05},
    "an even batch": {"m": 4},
    "square sizes": dict.fromkeys((*SIZES, "T"), 3),
    "one unit": {"n_a": 1},
}
"""Inputs too weak to show some mistakes, as changes of an ordinary setting."""


def weakened(setting: Setting, weak: str) -> Setting:
    """Return a setting of inputs that are too weak.

    Args:
        setting: the ordinary one.
        weak: a key of `WEAK`, or `V = 1` for a size of the setting.

    Raises:
        KeyError: it is neither.
    """
    size, _, one = weak.partition(" = ")
    if one == "1" and size in setting.sizes:
        return setting.but(**{size: 1})
    if weak == "square sizes":
        return setting.but(**dict.fromkeys(setting.sizes, 3))
    others = ("bias", "start", "scale")
    return setting.but(**{k: v for k, v in WEAK[weak].items() if k in setting.sizes or k in others})


@dataclass(frozen=True)
class Draw:
    """A source of random arrays for case makers, at the sizes of one setting.

    Args:
        rng: where the numbers come from.
        setting: sizes and scales.
    """

    rng: np.random.Generator
    setting: Setting

    def normal(self, *shape: int, scale: float = 1.0) -> NDArray[np.float64]:
        """Return normal numbers of the given shape, none nearer to zero than a tenth of scale."""
        values = self.rng.standard_normal(shape)
        values = np.where(np.abs(values) < 0.1, np.copysign(0.1, values) + values, values)
        return scale * values

    def one_hot(self, depth: int, *shape: int) -> NDArray[np.float64]:
        """Return one-hot vectors along axis 0, shape (depth, *shape), of random classes."""
        classes = self.rng.integers(depth, size=shape)
        return np.moveaxis(np.eye(depth)[classes], -1, 0)  # (depth, *shape)
