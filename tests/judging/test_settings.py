"""Settings with sizes by any name."""

import pytest

from graders.exercise import VISIBLE, Setting, settings
from graders.settings import weakened


def test_a_setting_has_sizes_by_any_name_and_the_usual_ones_by_default() -> None:
    own = Setting("one text", m=1, T=5, V=11)
    assert (own.V, own.T, own.m) == (11, 5, 1)
    assert dict(own.sizes) == {"m": 1, "T": 5, "V": 11}
    assert dict(Setting("x", m=1).sizes) == {"n_x": 3, "n_a": 5, "n_y": 2, "m": 1, "T_x": 4}


def test_a_size_that_a_setting_lacks_is_told() -> None:
    with pytest.raises(AttributeError) as caught:
        _ = Setting("one text", m=1, T=5).V
    assert str(caught.value) == (
        "The setting “one text” has no size V. It has m, T: name it in each setting, as in "
        "settings(V=3)."
    )


def test_settings_without_floats_have_each_size_one_in_turn_and_other_primes() -> None:
    visible, hidden = settings(V=11, m=3, T=5, floats=False)
    assert [(s.name, dict(s.sizes)) for s in visible] == [
        ("ordinary", {"V": 11, "m": 3, "T": 5}),
        ("other sizes", {"V": 13, "m": 2, "T": 3}),
        ("one example", {"V": 11, "m": 1, "T": 5}),
    ]
    assert [s.name for s in hidden[3:]] == ["ordinary, drawn again", "V = 1", "one step"]
    assert not any(s.of_floats or s.fortran or s.read_only for s in hidden)


def test_settings_with_floats_have_large_inputs_and_another_layout() -> None:
    visible, hidden = settings(d=3, m=5)
    assert [s.name for s in visible[3:]] == ["large inputs", "float32, read-only, column-major"]
    assert hidden[-1].name == "d = 1"


def test_no_two_sizes_of_a_setting_are_the_same_where_none_is_one() -> None:
    for setting in settings(V=11, m=3, T=5, d=2)[1]:
        large = [size for size in setting.sizes.values() if size > 1]
        assert len(set(large)) == len(large)


def test_weak_inputs_follow_the_sizes_of_a_setting() -> None:
    own = Setting("ordinary", m=3, T=5, V=11)
    assert weakened(own, "V = 1").V == 1
    assert dict(weakened(own, "one step").sizes) == {"m": 3, "T": 1, "V": 11}
    assert set(weakened(VISIBLE[0], "square sizes").sizes.values()) == {3}
