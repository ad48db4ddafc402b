"""What the makers of `graders.probes` make, and what its probes give."""

from __future__ import annotations

import numpy as np
import pytest

from graders import probes
from graders.judging.chances import fits
from graders.lessons import planted
from graders.made import Made
from graders.probes.gradients import orthogonal_categories, orthogonal_draws


@pytest.mark.parametrize("kind", ["quadratic", "sensitive", "remembering", "writing"])
@pytest.mark.parametrize("shape", [(3, 2), (4,), ()])
def test_functions_to_differentiate_have_the_gradient_that_a_formula_gives(kind, shape):
    rng = np.random.default_rng(0)
    n = int(np.prod(shape))
    A, b, theta = rng.standard_normal((n, n)), rng.standard_normal(n), rng.standard_normal(shape)
    more = {"shape": shape} if kind == "sensitive" else {}
    f = probes.make(Made(f"gradients.{kind}", A=A, b=b, **more))
    t = theta.ravel()
    want = ((A + A.T) / 2 @ t + b + t**2 / 2).reshape(shape)
    for index in np.ndindex(shape):
        step = np.zeros(shape)
        step[index] = 1e-6
        slope = (f(theta + step) - f(theta - step)) / 2e-6
        assert slope == pytest.approx(want[index], rel=1e-6)


def test_functions_mind_what_is_done_with_them():
    def made(kind, **more):
        return probes.make(Made(f"gradients.{kind}", A=np.eye(2), b=np.ones(2), **more))

    with pytest.raises(ValueError, match="f got shape"):
        made("sensitive", shape=(2, 1))(np.ones(2))
    theta, remembering = np.ones(2), made("remembering")
    remembering(theta)
    theta[0] = 2.0
    with pytest.raises(ValueError, match="has been changed since"):
        remembering(theta)
    assert made("writing")(theta) == pytest.approx(2 + 0.5 + 3 + 9 / 6)
    assert theta.tolist() == [0.0, 0.0]


def test_a_planted_backward_knows_one_point_alone():
    rng = np.random.default_rng(0)
    x, a0, da = (rng.standard_normal(s) for s in ((2, 3, 4), (5, 3), (5, 3, 4)))
    names = {"Wax": (5, 2), "Waa": (5, 5), "Wya": (2, 5), "ba": (5, 1), "by": (2, 1)}
    parameters = {k: rng.standard_normal(s) for k, s in names.items()}
    found = {k: planted.gradients(k, x, a0, parameters, da) for k in planted.KINDS}
    right = found["right"]
    for kind, gradients in found.items():
        backward = probes.make(Made("gradients.backward", da=da, x=x, gradients=gradients))
        given = backward(da, ([], x))
        same = given.keys() == right.keys() and all(
            np.shape(given[k]) == right[k].shape and np.allclose(given[k], right[k]) for k in right
        )
        assert same == (kind == "right"), kind
        with pytest.raises(ValueError, match="another da"):
            backward(2 * da, ([], x))
        with pytest.raises(ValueError, match="another x"):
            backward(da, ([], 2 * x))


def test_functions_of_plain_data():
    x = np.array([[0.5, -2.0]])
    made = {
        "functions.elementwise": {"name": "tanh", "scale": 2.0},
        "functions.affine": {"W": np.array([[2.0], [3.0]]), "b": np.ones((2, 1))},
        "functions.polynomial": {"coefficients": np.array([1.0, 0.0, 2.0])},
    }
    want = [np.tanh(2 * x), [[2.0, -3.0], [2.5, -5.0]], 1 + 2 * x**2]
    for (name, given), expected in zip(made.items(), want, strict=True):
        assert np.allclose(probes.make(Made(name, **given))(x), expected)


@pytest.mark.parametrize("n", [1, 2, 3, 5])
def test_right_matrices_fall_into_all_categories_alike(n):
    def right(rng, n):
        Q, R = np.linalg.qr(rng.standard_normal((n, n)))
        return Q * np.sign(np.diag(R))

    seen = orthogonal_draws(right, np.random.default_rng(n), n, 3_000)
    k = orthogonal_categories(n)
    assert all(holds for name, holds in seen.items() if name not in ("columns", "rows"))
    for part in ("columns", "rows"):
        assert fits(seen[part]["#counts"], np.append(np.full(k, 1 / k), 0.0))


@pytest.mark.parametrize(
    ("makes", "fails"),
    [
        (lambda rng, n: np.diag(rng.choice([-2.0, 2.0], size=n)), "lengths"),
        (lambda rng, n: (G := rng.normal(size=(n, n))) / np.linalg.norm(G, axis=0), "right_angles"),
        (lambda rng, n: np.linalg.qr(np.arange(1.0, 5.0).reshape(2, 2))[0], "new_each_time"),
        (lambda rng, n: np.eye(n)[rng.permutation(n)], "between"),
        (lambda rng, n: np.linalg.qr(rng.normal(size=(n, n)))[0], "both_signs"),
        (lambda rng, n: np.abs(rng.normal(size=(n, n))), "balanced"),
    ],
)
def test_what_does_not_hold_of_matrices_is_told(makes, fails):
    assert orthogonal_draws(makes, np.random.default_rng(0), 2, 500)[fails] is False


@pytest.mark.parametrize("n", [1, 2, 3])
def test_few_matrices_agree_by_chance_and_are_new_nevertheless(n):
    """Of 8 signed permutations of size 2 the first two are the same in one seed of eight."""

    def permutations(rng, n):
        return np.eye(n)[rng.permutation(n)] * rng.choice([-1.0, 1.0], size=n)

    for seed in range(40):
        seen = orthogonal_draws(permutations, np.random.default_rng(seed), n, 100)
        assert seen["new_each_time"], seed
        assert seen["same_seed"], seed


@pytest.mark.parametrize("n", [1, 2, 3])
def test_it_tells_nothing_which_matrix_always_comes(n):
    def always(seed):
        return lambda rng, n: np.linalg.qr(np.random.default_rng(seed).normal(size=(n, n)))[0]

    seen = [orthogonal_draws(always(k), np.random.default_rng(0), n, 50) for k in range(9)]
    assert {int(s["columns"]["#counts"][0]) for s in seen} == {50}
    assert {int(s["rows"]["#counts"][0]) for s in seen} == {50}


def test_signs_of_another_generator_are_never_taken_for_those_of_the_seed():
    for seed in range(300):
        own = np.random.default_rng(1000 + seed)
        seen = orthogonal_draws(
            lambda rng, n, own=own: own.choice([-1.0, 1.0], size=(n, n)),
            np.random.default_rng(seed), 1, 2,
        )  # fmt: skip
        assert not seen["same_seed"], seed


def test_what_is_no_orthogonal_matrix_is_unusable_and_no_category():
    for odd in (None, np.ones((2, 3)), np.full((2, 2), np.nan), [[1.0, 0.0], [0.0, 1.0]]):
        seen = orthogonal_draws(lambda rng, n, odd=odd: odd, np.random.default_rng(0), 2, 5)
        assert not seen["usable"]
        assert seen["columns"]["#counts"][-1] == 5


@pytest.mark.slow
def test_keras_objects_are_made_from_plain_data():
    logits = np.arange(9.0).reshape(3, 3)
    model = probes.make(Made("keras_objects.lookup_model", logits=logits))
    assert np.allclose(model(np.array([[2, 0]])), logits[[2, 0]])
    W, b = np.ones((2, 3)), np.arange(3.0)
    dense = Made("keras_objects.layer", kind="Dense", shape=[2], weights=[W, b], units=3)
    assert np.allclose(probes.make(dense)(np.ones((1, 2))), 2 + b)
    with pytest.raises(ValueError, match="is no layer that can be made"):
        probes.make(Made("keras_objects.layer", kind="Lambda", shape=[2], weights=[]))
