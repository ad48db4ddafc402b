"""The reference's intermediate gradients on the cases of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from graders.judging.diagnose import part_of
from graders.judging.nearness import EXACT, alike, as_array
from graders.judging.observe import CaseInput, observe
from graders.judging.plain import Plain
from graders.judging.table import KnownRungs, Table
from graders.judging.trees import rounded
from graders.rungs import Rungs, time_of


class RungsFailedError(RuntimeError):
    """The function of an exercise's rungs does not give what the contract says."""


def known_rungs(table: Table, rungs: Rungs, digits: int) -> KnownRungs:
    """Return the rungs of a table, with the reference's values for each case.

    Args:
        table: with what is expected.
        rungs: the contract's.
        digits: how many significant digits are kept.

    Raises:
        RungsFailedError: the function raises, or gives other names or no finite arrays.
    """
    values = [
        None if table.refuses_case(i) else _values(table.exercise, rungs, case)
        for i, case in enumerate(table.cases)
    ]
    return KnownRungs(
        dict(rungs.says),
        tuple(None if v is None else rounded(v, digits) for v in values),
        _sums(table, rungs, values),
    )


def _values(exercise: str, rungs: Rungs, case: CaseInput) -> Mapping[str, Plain]:
    """Return the rungs of one case, in the order of the contract."""
    exact = CaseInput(case.setting, case.arguments)
    (seen,) = observe(rungs.values, [exact])
    where = f"{exercise}: rungs on the case “{case.setting}”"
    if seen.outcome != "returned":
        told = f"{seen.error.get('type')}: {seen.error.get('message')}"
        line = f", in the line `{seen.error['text']}`" if seen.error.get("text") else ""
        raise RungsFailedError(f"{where} did not return{line}: {told}. Mend their function.")
    if not isinstance(seen.value, dict) or set(seen.value) != set(rungs.says):
        given = ", ".join(map(str, seen.value)) if isinstance(seen.value, dict) else "no dict"
        raise RungsFailedError(
            f"{where} are {given}. Expected the names of `says`: {', '.join(rungs.says)}."
        )
    for name, value in seen.value.items():
        array = as_array(value)
        if array is None or not bool(np.all(np.isfinite(array))):
            raise RungsFailedError(f"{where}: {name} is not a finite array. Expected one.")
    return {name: seen.value[name] for name in rungs.says}


def _sums(
    table: Table, rungs: Rungs, values: Sequence[Mapping[str, Plain] | None]
) -> dict[str, str]:
    """Return the returned values that are sums over time of rungs, by the rungs' names."""
    found = {}
    for name, (axes, _) in rungs.says.items():
        for value, spec in table.returns.items():
            if (
                time_of(axes)
                and spec == " ".join(axes.split()[:-1])
                and all(
                    right is None
                    or alike(
                        np.sum(right[name], axis=-1),
                        part_of(table.expected[i], value, table),
                        EXACT,
                    )
                    for i, right in enumerate(values)
                )
            ):
                found[name] = value
    return found
