"""What came back in another form than asked for tells on a visible case: a dict for a tuple."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from graders.judging.nearness import EXACT, alike
from graders.judging.plain import Plain

ASKED: Mapping[str, str] = {
    "a tuple": "keep its entries, in the order of the docstring, between parentheses",
    "a list": "make it before the loop, and append to it in every round",
    "a dict": "give every value the key that the docstring has for it",
    "an array": "keep or return the array by itself",
}
"""What to do where each form is asked for."""


def form(value: Plain) -> str:
    """Return the form of a value in words: "a tuple", "an array"; "" for what is none of them."""
    if isinstance(value, np.ndarray | np.generic | float | int):
        return "an array" if np.ndim(value) else "a number"
    kinds = {dict: "a dict", tuple: "a tuple", list: "a list"}
    return next((name for kind, name in kinds.items() if isinstance(value, kind)), "")


def form_advice(got: str, want: str) -> str:
    """Return what one form in the place of another means; "" where nothing can be said.

    Args:
        got: the form that came, as `form` says it.
        want: the form that was asked for.
    """
    if not got or want not in ASKED:
        return ""
    if got == want:
        return (
            f"There are more or fewer entries in the {want.split()[1]} than asked for: count them."
        )
    return f"{got[0].upper()}{got[1:]} stands where {want} is asked for: {ASKED[want]}."


def number_advice(got: Plain, want: Mapping[str, Plain], as_dict: bool = False) -> str:
    """Return what came back where another number of values was asked for; "" if nothing is known.

    Args:
        got: what was returned.
        want: what was expected, by name.
        as_dict: a dict with these names was asked for.
    """
    if isinstance(got, dict):
        return "The values came back in a dict: return them by themselves, separated by commas."
    if as_dict or not isinstance(got, list | tuple):
        return ""
    found = [next((n for n, v in want.items() if alike(item, v, EXACT)), "") for item in got]
    missing = [name for name in want if name not in found]
    if len(got) > len(want):
        more = "what was asked for is there" if not missing else "compare with the docstring"
        return f"More came back than {listed(list(want))}: {more}."
    if all(found) and missing:
        verb = "is" if len(missing) == 1 else "are"
        return f"{listed(missing)} {verb} not returned: the rest is right."
    return f"Fewer things came back than {listed(list(want))}: compare with the docstring."


def listed(names: Sequence[str]) -> str:
    """Return names in words: "a, b and c"."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if names[:-1] else names[0]
