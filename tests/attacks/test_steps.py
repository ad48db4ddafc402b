"""Steps, which stand beside a returned dict and are never judged, are no way to a score.

Submissions of plain files are judged in a process of their own, on hidden cases as a grader does.
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path

import pytest

from graders.grading.files.judging import judge_file
from graders.judging import Table, Verdict, frozen_table, hidden_table

LESSON, NAME = "02_vanilla_rnn", "rnn_cell_backward"

RIGHT = """
import numpy as np
{before}

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = (1 - a_next**2) * da_next
    right = {{
        "dxt": parameters["Wax"].T @ dz,
        "da_prev": parameters["Waa"].T @ dz,
        "dWax": dz @ xt.T,
        "dWaa": dz @ a_prev.T,
        "dba": dz.sum(axis=1, keepdims=True),
    }}
    wrong = {{**right, "dWaa": right["dWaa"].T, "dba": 0 * right["dba"]}}
    return {returned}
"""

MARKER = "carried_out_4711"

TRIES = {
    "right values as steps of wrong ones": ("", '{"steps": right, **wrong}'),
    "the verdict it would like": (
        "",
        '{**wrong, "steps": {"outcome": "passed", "points": 14, "parts": [], "ladder": None}}',
    ),
    "right values in a nest of steps": ("", '{**wrong, "steps": {"steps": {"steps": right}}}'),
    "itself": ("", "(lambda d: (d['steps'].update(d), d)[1])({**wrong, 'steps': {}})"),
    "as much as there is": (
        "",
        '{"steps": {i: np.zeros(200_000) for i in range(40)}, **wrong}',
    ),
    "a view of a billion": ("", '{"steps": {"dz": np.broadcast_to(1.0, 10**9)}, **wrong}'),
    "a dict that answers for the rest": (
        "class Lying(dict):\n"
        "    __class__ = dict\n"
        "    def __contains__(self, key): return True\n"
        "    def __getitem__(self, key): return self.right[key]\n",
        '{**wrong, "steps": Lying(right=right)}',
    ),
    "a key that equals every key": (
        "class Every(str):\n"
        "    def __eq__(self, other): return True\n"
        "    def __hash__(self): return hash('steps')\n",
        '{**wrong, Every("steps"): right}',
    ),
    "hidden inputs as names": ("", f'{{"steps": {{"{MARKER}" + repr(dz): 1}}, **wrong}}'),
    "hidden inputs as values": (
        "",
        f'{{"steps": {{"dz": "{MARKER}" + repr(dz), "slope": dz}}, **wrong}}',
    ),
    "hidden inputs as types": (
        "",
        f'{{"steps": {{"dz": type("{MARKER}" + str(dz[0, 0]), (), {{}})()}}, **wrong}}',
    ),
    "hidden inputs as shapes": (
        "",
        '{"steps": {"dz": np.zeros((int(abs(dz[0, 0]) * 1e4), 1))}, **wrong}',
    ),
    "hidden inputs by what is finite": (
        "",
        '{"steps": {"dz": dz * (np.nan if dz[0, 0] > 0 else 1)}, **wrong}',
    ),
    "hidden inputs by what is there": (
        "",
        '{**wrong, **({"steps": {"dz": dz}} if dz[0, 0] > 0 else {})}',
    ),
}


def judged(folder: Path, table: Table, returned: str, before: str = "") -> Verdict:
    """Return the verdict on a file, judged in a process of its own."""
    path = folder / "mine.py"
    path.write_text(RIGHT.format(before=before, returned=returned), encoding="utf-8")
    return judge_file(table, path)


@pytest.fixture(scope="module")
def hidden() -> Table:
    return hidden_table(LESSON, NAME, secrets.randbits(63))


@pytest.fixture(scope="module")
def honest(hidden: Table, tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    return judged(tmp_path_factory.mktemp("honest"), hidden, "wrong")


@pytest.mark.parametrize(("before", "returned"), TRIES.values(), ids=TRIES)
def test_nothing_in_steps_scores_or_tells_of_hidden_cases(
    before: str, returned: str, hidden: Table, honest: Verdict, tmp_path: Path
) -> None:
    told = judged(tmp_path, hidden, returned, before)
    if "Every" in before:  # no key that is a text: the dict is none that can be read
        assert told.points == 0
        assert MARKER not in json.dumps(told.to_json())
        return
    assert 0 < honest.points < honest.max_points
    assert told == honest


@pytest.mark.parametrize(
    ("before", "returned"),
    [
        pytest.param(*TRIES[name], id=name)
        for name in ("as much as there is", "a view of a billion")
    ],
)
def test_large_steps_cost_nothing_on_visible_cases_either(
    before: str, returned: str, tmp_path: Path
) -> None:
    table = frozen_table(NAME)
    plain = judged(tmp_path, table, "wrong")
    told = judged(tmp_path, table, returned, before)
    assert (told.points, told.parts, told.message) == (plain.points, plain.parts, plain.message)
    assert told.ladder is not None
    right = judged(tmp_path, table, returned.replace("wrong", "right"), before)
    assert right.points == right.max_points
