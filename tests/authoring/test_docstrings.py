"""What `graders new` makes of a docstring."""

from __future__ import annotations

import ast

from graders.authoring.new import _contract

ENCODED = '''
def encoded(texts, index, lengths, T):
    """Replace tokens by indices.

    Args:
        texts: a list of strings.
        index: a dict of token to index.
        lengths: the lengths, integers, shape (m,).
        T: an integer.

    Returns:
        ids: the indices, shape (m, T).
        mask: truth values, shape (m, T).
        unknown: a list of strings, those that are not in the dict.
        total: an integer.
    """
'''

COUNTED = '''
def counted(W):
    """Count.

    Args:
        W: weights, shape (V, d+1).

    Returns:
        A dict of token to count.
    """
'''


def contract(text: str) -> str:
    (function,) = ast.parse(text).body
    assert isinstance(function, ast.FunctionDef)
    made = _contract(function.name, function)
    ast.parse(made)
    return made


def test_integers_strings_and_dicts_have_fitting_returns_and_cases() -> None:
    made = contract(ENCODED)
    for line in (
        "from graders.exercise import Booleans, Case, Draw, Exactly, Exercise, Integers, Mistake, "
        "Oracle, settings\n",
        "VISIBLE, HIDDEN = settings(n=11, m=3, floats=False)\n",
        '        "texts": [f"w{i}" for i in draw.rng.integers(5, size=s.n)],\n',
        '        "index": {f"w{i}": i for i in range(5)},\n',
        '        "lengths": draw.rng.integers(5, size=(s.m,)),\n',
        '        "T": 3,\n',
        'returns={"ids": Integers("m T"), "mask": Booleans("m T"), '
        '"unknown": Exactly("a list of strings"), "total": Integers("")},\n',
        "    visible=VISIBLE,\n    hidden=HIDDEN,\n",
    ):
        assert line in made
    assert "as_dict" not in made


def test_sizes_of_an_exercises_own_are_drawn() -> None:
    made = contract(COUNTED)
    assert "VISIBLE, HIDDEN = settings(V=3, d=5)\n" in made
    assert '"W": draw.normal(s.V, s.d+1, scale=s.scale),' in made
    assert 'returns={"result": Exactly("a dict of token to count")},' in made
    assert "as_dict" not in made


def test_lists_of_arrays_are_no_nests_that_are_judged_exactly() -> None:
    made = contract(
        'def f(x):\n    """F.\n\n    Args:\n        x: shape (n_x, m).\n\n    Returns:\n'
        '        caches: a list of T_x caches.\n    """\n'
    )
    assert 'returns={"caches": ""},' in made
    assert "settings" not in made


PICKED = '''
def picked(table, place):
    """Pick the row "in" a table that is a learner's own.

    Args:
        table: the rows, shape (n_rows, d).
        place: an integer below n_rows.

    Returns:
        row: the row, shape (d,).

    Raises:
        IndexError: a place is negative.
        TypeError: no place at all.
    """
'''


def test_what_a_docstring_raises_is_to_be_refused() -> None:
    made = contract(PICKED)
    for line in (
        "import Case, Draw, Exercise, Mistake, Oracle, Refusal, settings\n",
        '        "a place that is negative": Refusal(IndexError, _refused_1),\n',
        '        "no place at all": Refusal(TypeError, _refused_2),\n',
        "def _refused_2(draw: Draw) -> Case:\n",
        '        "place": int(draw.rng.integers(s.n_rows)),\n',
    ):
        assert line in made
    assert "refuses" not in contract(COUNTED)


def test_quotes_and_apostrophes_stay() -> None:
    assert r"""title="Pick the row \"in\" a table that is a learner's own",""" in contract(PICKED)


def test_an_argument_without_sizes_needs_no_setting() -> None:
    made = contract('def f(decay):\n    """F.\n\n    Args:\n        decay: a number.\n    """\n')
    assert "s = draw.setting" not in made
