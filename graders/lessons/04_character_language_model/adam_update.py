"""A step that knows its own size: what `adam_update` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Integers, Mistake, Oracle

from . import cases, oracles
from .rarer.adam_update import RARER
from .shared import ARRAYS, OPTIMISED

_T = 't = state["t"] + 1'
_M = 'm[name] = beta1 * state["m"][name] + (1 - beta1) * g'
_V = 'v[name] = beta2 * state["v"][name] + (1 - beta2) * g**2'
_M_HAT, _V_HAT = "m_hat = m[name] / (1 - beta1**t)", "v_hat = v[name] / (1 - beta2**t)"
_STEP = "w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)"
_RETURN = 'return moved, {"t": t, "m": m, "v": v}'

adam_update = Exercise(
    title="One update of Adam",
    cases=cases.adam_update_cases,
    returns={"parameters": ARRAYS, "state": {"t": Integers(""), "m": ARRAYS, "v": ARRAYS}},
    visible=OPTIMISED[0],
    hidden=OPTIMISED[1],
    oracle=Oracle(twin=oracles.adam_update),
    hints=(
        "At the first update m is a tenth of the gradient, and v a thousandth of its square. By "
        "what must each be divided to be the gradient, and its square?",
        "Count up t first. For each parameter: both means, each old one kept by beta and the new "
        "value added by 1 - beta; both divided by 1 - beta to the power of t; then the step, rate "
        "times m_hat over root of v_hat plus epsilon. What is kept in the state is m and v.",
        "m_hat = m / (1 - beta1**t), v_hat = v / (1 - beta2**t), and the new parameter is "
        "w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), all in new dicts.",
    ),
    after_success="At the first update every number moves by the learning rate, whatever its "
    "gradient: Adam forgets sizes and keeps signs. Two other right ways: compute the factor "
    "sqrt(1 - beta2**t) / (1 - beta1**t) once, and multiply epsilon by the root; or stack all "
    "parameters into one long vector.",
    mistakes=(
        Mistake(
            "not_corrected",
            "The means are not corrected. They begin at zero, so they are too small at first: "
            "divide by 1 - beta to the power of t.",
            swap=((_M_HAT, "m_hat = m[name]"), (_V_HAT, "v_hat = v[name]")),
        ),
        Mistake(
            "only_m_corrected",
            "v is not corrected. It begins at zero as m does: divide it by 1 - beta2 to the power "
            "of t.",
            swap=(_V_HAT, "v_hat = v[name]"),
        ),
        Mistake(
            "only_v_corrected",
            "m is not corrected. It begins at zero as v does: divide it by 1 - beta1 to the power "
            "of t.",
            swap=(_M_HAT, "m_hat = m[name]"),
        ),
        Mistake(
            "power_missing",
            "The means are divided by 1 - beta, without the power of t. After many updates there "
            "is nothing left to correct.",
            swap=(("(1 - beta1**t)", "(1 - beta1)"), ("(1 - beta2**t)", "(1 - beta2)")),
            hides_from="t = 1",
        ),
        Mistake(
            "t_of_before",
            "The correction takes t from before this update. At the first update that divides by "
            "zero: count up first.",
            swap=((_T, 't = state["t"]'), (_RETURN, 'return moved, {"t": t + 1, "m": m, "v": v}')),
        ),
        Mistake(
            "t_not_counted",
            "t comes back as it was. The next update would correct as much as this one: count up.",
            swap=(_RETURN, 'return moved, {"t": state["t"], "m": m, "v": v}'),
        ),
        Mistake(
            "corrected_means_kept",
            "The corrected means are kept. The correction is for this step alone; the state holds "
            "m and v.",
            swap=(
                (_M_HAT, "m_hat = m[name] = m[name] / (1 - beta1**t)"),
                (_V_HAT, "v_hat = v[name] = v[name] / (1 - beta2**t)"),
            ),
        ),
        Mistake(
            "epsilon_under_the_root",
            "Epsilon stands under the root. It is added to the root.",
            swap=("(np.sqrt(v_hat) + epsilon)", "np.sqrt(v_hat + epsilon)"),
        ),
        Mistake(
            "epsilon_before_correction",
            "Epsilon is added before v is corrected, as Keras and TensorFlow do. The paper's "
            "algorithm corrects first: this epsilon counts for more in early updates.",
            swap=(
                _STEP,
                "w - learning_rate * np.sqrt(1 - beta2**t) * m_hat / (np.sqrt(v[name]) + epsilon)",
            ),
        ),
        Mistake(
            "epsilon_missing",
            "Epsilon is missing. Where a gradient has always been zero, zero is divided by zero.",
            swap=(" + epsilon", ""),
        ),
        Mistake(
            "root_missing",
            "The root is missing: the step is divided by the mean of squares. Its root has the "
            "size of a gradient.",
            swap=("np.sqrt(v_hat)", "v_hat"),
        ),
        Mistake(
            "not_squared",
            "v is a mean of gradients, not of their squares.",
            swap=("g**2", "np.abs(g)"),
        ),
        Mistake(
            "betas_swapped",
            "beta1 and beta2 have changed places: beta1 belongs to the mean of gradients.",
            swap=(
                (_M, 'm[name] = beta2 * state["m"][name] + (1 - beta2) * g'),
                (_V, 'v[name] = beta1 * state["v"][name] + (1 - beta1) * g**2'),
                ("(1 - beta1**t)", "(1 - beta2**t )"),
                ("(1 - beta2**t)\n", "(1 - beta1**t)\n"),
            ),
        ),
        Mistake(
            "kept_and_new_swapped",
            "Beta multiplies the new gradient, and 1 - beta what was kept. Most is kept: beta.",
            swap=(
                (_M, 'm[name] = (1 - beta1) * state["m"][name] + beta1 * g'),
                (_V, 'v[name] = (1 - beta2) * state["v"][name] + beta2 * g**2'),
            ),
        ),
        Mistake(
            "share_of_new_missing",
            "The new gradient is added whole, so that the sums grow. A mean takes 1 - beta of it.",
            swap=(
                (_M, 'm[name] = beta1 * state["m"][name] + g'),
                (_V, 'v[name] = beta2 * state["v"][name] + g**2'),
            ),
        ),
        Mistake(
            "old_means_used",
            "The step is taken with the means from before this update: the gradient at hand is "
            "not used.",
            swap=(
                (_M_HAT, 'm_hat = state["m"][name] / (1 - beta1**t)'),
                (_V_HAT, 'v_hat = state["v"][name] / (1 - beta2**t)'),
            ),
        ),
        Mistake(
            "uphill",
            "The step goes up: it is added. Take it away.",
            swap=("w - learning_rate", "w + learning_rate"),
        ),
        Mistake(
            "gradient_for_mean",
            "The step follows the gradient at hand, divided by the root. Adam follows the mean of "
            "gradients.",
            swap=("learning_rate * m_hat", "learning_rate * g"),
        ),
        Mistake(
            "one_size_for_all",
            "All entries of a parameter are divided by one number. Each has a size of its own.",
            swap=("np.sqrt(v_hat)", "np.sqrt(np.mean(v_hat))"),
        ),
        Mistake(
            "state_overwritten",
            "The state that was handed in is changed. Make new dicts and new arrays.",
            swap=(
                (
                    _M,
                    'm[name] = state["m"][name]\n'
                    "        m[name] *= beta1\n        m[name] += (1 - beta1) * g",
                ),
            ),
        ),
        Mistake(
            "parameters_overwritten",
            "The parameters that were handed in are changed: -= works inside the caller's arrays.",
            swap=(
                f"moved[name] = {_STEP}",
                "w -= learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)\n        moved[name] = w",
            ),
        ),
        Mistake(
            "order_swapped",
            "The state comes first. Expected the parameters, then the state.",
            swap=(_RETURN, 'return {"t": t, "m": m, "v": v}, moved'),
        ),
        Mistake(
            "state_missing",
            "Only the parameters come back. Without the new state the next update knows nothing "
            "of this one.",
            swap=(_RETURN, "return moved"),
        ),
        Mistake(
            "rate_forgotten",
            "The learning rate is not used: every number moves by about 1.",
            swap=("learning_rate * m_hat", "m_hat"),
        ),
        *RARER,
    ),
)
