import numpy as np
import pytest

from graders.judging.signatures import Sample, signature

SIZES = [{"n_a": 5, "m": 3, "T_x": 4, "n_y": 2}, {"n_a": 3, "m": 7, "T_x": 5, "n_y": 4}]


def samples(change, axes=("n_a", "m", "T_x"), **more):
    rng = np.random.default_rng(1)
    made = []
    for sizes in SIZES:
        want = rng.standard_normal([sizes[a] for a in axes])
        made.append(Sample(change(want.copy(), sizes), want, axes, sizes, **more))
    return made


def last_only(want, sizes):
    got = np.zeros_like(want)
    got[..., -1] = want[..., -1]
    return got


def drift(want, sizes):
    want[..., :-1] *= np.linspace(2, 3, want.shape[-1] - 1)
    return want


def later(want, sizes):
    want[..., 1:] += 0.5
    return want


def shifted(want, sizes):
    return np.concatenate([np.ones_like(want[..., :1]), want[..., :-1]], axis=-1)


def first_example(want, sizes):
    want[:, 1:] = want[:, :1]
    return want


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda w, s: -w, "Every value has the opposite sign"),
        (lambda w, s: np.transpose(w, (1, 0, 2)), "The values are right, but the axes are in the "
         "order (m, n_a, T_x): transposed."),
        (lambda w, s: w / s["m"], "Every value is 1/m times what it should be"),
        (lambda w, s: w * s["T_x"], "Every value is T_x times what it should be"),
        (lambda w, s: 2 * w, "Every value is 2 times what it should be"),
        (lambda w, s: np.zeros_like(w), "Every value is zero"),
        (lambda w, s: w[..., ::-1], "The steps are in reverse order."),
        (shifted, "The values are shifted by one time step: each step holds what belongs to the "
         "step before."),
        (last_only, "Only the last step is filled in."),
        (drift, "The last step is right and no earlier one"),
        (later, "The first step is right and no later one"),
        (lambda w, s: np.repeat(w[..., :1], w.shape[-1], axis=-1), "Every step holds the same"),
        (first_example, "Only the first example of each batch is right"),
    ],
)  # fmt: skip
def test_a_wrong_array_tells_by_itself(change, says):
    assert signature(samples(change)).startswith(says)


def test_values_in_each_others_place_are_recognised():
    found = samples(lambda w, s: w)
    swapped = [
        Sample(np.ones((2, 2)) * i, s.want, s.axes, s.sizes, others={"y_pred": np.ones((2, 2)) * i})
        for i, s in enumerate(found, start=1)
    ]
    assert signature(swapped).startswith("It holds what belongs in y_pred")


def test_an_input_handed_back_is_recognised():
    arrays = [np.ones((2, 2)), np.full((3, 3), 2.0)]
    found = [
        Sample(a, np.zeros(4), ("n",), s, inputs={"a_prev": a})
        for a, s in zip(arrays, SIZES, strict=True)
    ]
    assert signature(found) == "It is the input a_prev, exactly as it was handed in."


@pytest.mark.parametrize("returned", [(0.7, 1.9), (1.1, 1.9)])
def test_any_wrong_number_is_off_by_a_factor_and_that_says_nothing(
    returned: tuple[float, float],
) -> None:
    sizes = ({"m": m, "T_x": 4, "n_a": 2, "n_y": 3} for m in (3, 5))
    samples = [
        Sample(np.array(got), np.array(1.5), (), of)
        for got, of in zip(returned, sizes, strict=True)
    ]
    assert signature(samples) is None


def test_nothing_is_said_of_noise():
    noise = np.random.default_rng(2)
    assert signature(samples(lambda w, s: noise.standard_normal(w.shape))) is None


def test_what_holds_in_one_case_only_is_not_said():
    found = samples(lambda w, s: -w if s["m"] == 3 else w + 1)
    assert signature(found) is None
