"""Rarer mistakes in `adam_update`: in what is computed."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare
from .adam_update_returned import RETURNED

_T = 't = state["t"] + 1'
_M = 'm[name] = beta1 * state["m"][name] + (1 - beta1) * g'
_V = 'v[name] = beta2 * state["v"][name] + (1 - beta2) * g**2'
_M_HAT, _V_HAT = "m_hat = m[name] / (1 - beta1**t)", "v_hat = v[name] / (1 - beta2**t)"
_STEP = "w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)"
_G = 'g = gradients[f"d{name}"]'


def _at(place: str, key: str, sentence: str, wrong: str, hides: str | None = None) -> Mistake:
    """Return a mistake in one line."""
    return Mistake(key, sentence, swap=(place, wrong), hides_from=hides)


def _hats(key: str, sentence: str, m_hat: str, v_hat: str, hides: str | None = None) -> Mistake:
    """Return a mistake in the correction of both means."""
    return Mistake(key, sentence, swap=((_M_HAT, m_hat), (_V_HAT, v_hat)), hides_from=hides)


_SQUARES = tuple(
    _at(_V, key, sentence, f'v[name] = beta2 * state["v"][name] + (1 - beta2) * {what}')
    for key, sentence, what in (
        ("square_of_mean", "v is a mean of the squares of m. It is one of the squares of the "
         "gradient itself.", "m[name] ** 2"),
        ("square_of_corrected_mean", "v is a mean of the squares of the corrected m. It is one of "
         "the squares of the gradient itself.", "(m[name] / (1 - beta1**t)) ** 2"),
        ("square_of_old_mean", "v is a mean of the squares of the old m. It is one of the squares "
         "of the gradient.", 'state["m"][name] ** 2'),
        ("distance_to_mean", "v is a mean of the squares of g - m, as in AdaBelief. Adam takes the "
         "squares of g.", "(g - m[name]) ** 2"),
        ("cubed", "g is multiplied by itself once too often.", "g**3"),
        ("sum_of_squares", "One sum of squares is taken for the whole array. Every entry has its "
         "own.", "np.sum(g**2)"),
        ("mean_of_squares", "One mean of squares is taken for the whole array. Every entry has its "
         "own.", "np.mean(g**2)"),
        ("signed", "v is a mean of the gradients, whose signs are kept. It is one of their "
         "squares.", "g"),
    )
)  # fmt: skip

_KEPT = (
    _at(_M, "m_swapped", "Beta1 multiplies the new gradient, and 1 - beta1 what was kept. Most is "
        "kept: beta1.", 'm[name] = (1 - beta1) * state["m"][name] + beta1 * g'),
    _at(_V, "v_swapped", "Beta2 multiplies the new square, and 1 - beta2 what was kept. Most is "
        "kept: beta2.", 'v[name] = (1 - beta2) * state["v"][name] + beta2 * g**2'),
    _at(_M, "m_share_missing", "The new gradient is added to m whole. A mean takes 1 - beta1 of "
        "it.", 'm[name] = beta1 * state["m"][name] + g'),
    _at(_V, "v_share_missing", "The new square is added to v whole. A mean takes 1 - beta2 of it.",
        'v[name] = beta2 * state["v"][name] + g**2'),
    _at(_M, "m_beta_missing", "What was kept in m is not multiplied by beta1, so that the sum "
        "grows.", 'm[name] = state["m"][name] + (1 - beta1) * g'),
    _at(_V, "v_beta_missing", "What was kept in v is not multiplied by beta2, so that the sum "
        "grows.", 'v[name] = state["v"][name] + (1 - beta2) * g**2'),
    _at(_M, "m_forgets", "m holds the new gradient alone: what was kept is not added.",
        "m[name] = (1 - beta1) * g", "t = 1"),
    _at(_V, "v_forgets", "v holds the new square alone: what was kept is not added.",
        "v[name] = (1 - beta2) * g**2", "t = 1"),
    Mistake("both_forget", "Both means hold the new gradient alone: what was kept is not added.",
            swap=((_M, "m[name] = (1 - beta1) * g"), (_V, "v[name] = (1 - beta2) * g**2")),
            hides_from="t = 1"),
    _at(_V, "beta1_in_v", "v is made with beta1. The mean of squares has beta2.",
        'v[name] = beta1 * state["v"][name] + (1 - beta1) * g**2'),
    _at(_M, "beta2_in_m", "m is made with beta2. The mean of gradients has beta1.",
        'm[name] = beta2 * state["m"][name] + (1 - beta2) * g'),
    _at(_V, "betas_mixed_in_v", "v keeps beta2 of the old and takes 1 - beta1 of the new. Both "
        "shares have beta2.", 'v[name] = beta2 * state["v"][name] + (1 - beta1) * g**2'),
    _at(_M, "share_of_squares_in_m", "m keeps beta1 of the old and takes 1 - beta2 of the new. "
        "Both shares have beta1.", 'm[name] = beta1 * state["m"][name] + (1 - beta2) * g'),
    _at(_M, "gradient_not_added", "m only shrinks: the new gradient is not added.",
        'm[name] = beta1 * state["m"][name]'),
    _at(_V, "square_not_added", "v only shrinks: the new square is not added.",
        'v[name] = beta2 * state["v"][name]'),
    _at(_M, "beta_on_both_sides_in_m", "Old and new are both multiplied by beta1. The new gradient "
        "has the rest, 1 - beta1.", 'm[name] = beta1 * state["m"][name] + beta1 * g'),
    _at(_V, "beta_on_both_sides_in_v", "Old and new are both multiplied by beta2. The new square "
        "has the rest, 1 - beta2.", 'v[name] = beta2 * state["v"][name] + beta2 * g**2'),
    _at(_V, "doubled_for_squared", "The gradient is doubled where it should be squared: ** is the "
        "power.", 'v[name] = beta2 * state["v"][name] + (1 - beta2) * g * 2'),
    _at(_M, "minus_in_m", "The new gradient goes into m with the wrong sign. The step goes down "
        "later, not here.", 'm[name] = beta1 * state["m"][name] - (1 - beta1) * g'),
    _at(_V, "largest_square", "v holds the largest size so far, as in AdaMax. Adam takes the mean "
        "of squares.", 'v[name] = np.maximum(beta2 * state["v"][name], np.abs(g))'),
    _at(_V, "squares_pile_up", "The squares are added up, as in AdaGrad. Adam takes their mean.",
        'v[name] = state["v"][name] + g**2'),
    _at(_V, "never_smaller", "v never becomes smaller, as in AMSGrad. In Adam it may.",
        'v[name] = np.maximum(state["v"][name], beta2 * state["v"][name] + (1 - beta2) * g**2)'),
    Mistake("m_and_v_exchanged", "The kept m and v have each other's place.",
            swap=((_M, 'm[name] = beta1 * state["v"][name] + (1 - beta1) * g'),
                  (_V, 'v[name] = beta2 * state["m"][name] + (1 - beta2) * g**2')),
            hides_from="t = 1"),
)  # fmt: skip

_CORRECTED = (
    _hats("corrected_with_t_more", "The correction takes a t that is one too large: it is counted "
          "up twice.", "m_hat = m[name] / (1 - beta1 ** (t + 1))",
          "v_hat = v[name] / (1 - beta2 ** (t + 1))"),
    _hats("corrected_with_old_t", "The correction takes t from before this update. The state comes "
          "back with the new one: use that.",
          'm_hat = m[name] / (1 - beta1 ** max(state["t"], 1))',
          'v_hat = v[name] / (1 - beta2 ** max(state["t"], 1))', "t = 1"),
    _hats("beta_times_t", "Beta is multiplied by t. It is raised to the power of t: **.",
          "m_hat = m[name] / (1 - beta1 * t)", "v_hat = v[name] / (1 - beta2 * t)", "t = 1"),
    _hats("bracket_to_the_power", "1 - beta is raised to the power of t. Only beta is.",
          "m_hat = m[name] / (1 - beta1) ** t", "v_hat = v[name] / (1 - beta2) ** t", "t = 1"),
    _hats("corrections_multiply", "The means are multiplied by 1 - beta to the power of t, which "
          "makes them smaller still. Divide.", "m_hat = m[name] * (1 - beta1**t)",
          "v_hat = v[name] * (1 - beta2**t)"),
    _hats("divided_by_power", "The means are divided by beta to the power of t. It is 1 less that.",
          "m_hat = m[name] / beta1**t", "v_hat = v[name] / beta2**t"),
    _hats("plus_power", "The means are divided by 1 + beta to the power of t. It is 1 less that.",
          "m_hat = m[name] / (1 + beta1**t)", "v_hat = v[name] / (1 + beta2**t)"),
    _hats("corrected_by_share", "Brackets are missing below the line: the mean is divided by 1 "
          "and beta to the power of t taken away.", "m_hat = m[name] / 1 - beta1**t",
          "v_hat = v[name] / 1 - beta2**t"),
    _at(_V_HAT, "v_corrected_with_beta1", "v is corrected with beta1. It was kept by beta2.",
        "v_hat = v[name] / (1 - beta1**t)"),
    _at(_M_HAT, "m_corrected_with_beta2", "m is corrected with beta2. It was kept by beta1.",
        "m_hat = m[name] / (1 - beta2**t)"),
    _hats("corrections_exchanged", "The two corrections have each other's beta.",
          "m_hat = m[name] / (1 - beta2**t)", "v_hat = v[name] / (1 - beta1**t)"),
    _hats("old_corrected", "The means from before this update are corrected: the gradient at hand "
          "does not count.", 'm_hat = state["m"][name] / (1 - beta1**t)',
          "v_hat = v[name] / (1 - beta2**t)"),
    _at(_M_HAT, "looks_ahead", "m looks one step ahead, as in NAdam. Adam takes the corrected m.",
        "m_hat = beta1 * m[name] / (1 - beta1**t) + (1 - beta1) * g / (1 - beta1**t)"),
    _at(_T, "t_always_one", "The correction is always that of the first update. It takes the t of "
        "the state, and one more.", "t = 1", "t = 1"),
    Mistake("t_counts_parameters", "t is counted up once for each parameter, inside of the loop. "
            "It counts updates: once for all of them, before the loop.",
            swap=((_T, 't = state["t"]'), (_G, f"t += 1\n        {_G}"))),
    Mistake("t_counts_two", "t is counted up by 2.", swap=(_T, 't = state["t"] + 2')),
)  # fmt: skip

_STEPS = tuple(
    _at(_STEP, key, sentence, wrong)
    for key, sentence, wrong in (
        ("momentum_alone", "The step is not divided by the root of v: this is momentum. Adam "
         "divides each entry by its own size.", "w - learning_rate * m_hat"),
        ("plain_descent", "The step is the gradient times the rate, as before Adam.",
         "w - learning_rate * g"),
        ("brackets_missing", "Brackets are missing below the line: epsilon is added to the step, "
         "not to the root.", "w - learning_rate * m_hat / np.sqrt(v_hat) + epsilon"),
        ("epsilon_beside_the_step", "Brackets are missing below the line: epsilon is taken away "
         "beside the step, not added to the root.",
         "w - learning_rate * (m_hat / np.sqrt(v_hat) + epsilon)"),
        ("root_multiplies", "The step is multiplied by the root. Divide by it, so that sizes "
         "cancel.", "w - learning_rate * m_hat * (np.sqrt(v_hat) + epsilon)"),
        ("squared_below", "v is squared where its root belongs.",
         "w - learning_rate * m_hat / (v_hat**2 + epsilon)"),
        ("root_of_both", "The root is taken of the whole fraction, of the size of m and v.",
         "w - learning_rate * np.sign(m_hat) * np.sqrt(np.abs(m_hat) / (v_hat + epsilon))"),
        ("signs_alone", "The step has the size of the rate everywhere, and the sign of m. Adam "
         "divides by the root of v.", "w - learning_rate * np.sign(m_hat)"),
        ("signs_of_gradient", "The step has the size of the rate everywhere, and the sign of the "
         "gradient. Adam divides m by the root of v.", "w - learning_rate * np.sign(g)"),
        ("rate_decays", "The rate is divided by t. It stays as it is handed over.",
         "w - learning_rate / t * m_hat / (np.sqrt(v_hat) + epsilon)"),
        ("rate_decays_by_root", "The rate is divided by the root of t. It stays as it is handed "
         "over.", "w - learning_rate / np.sqrt(t) * m_hat / (np.sqrt(v_hat) + epsilon)"),
        ("rate_grows", "The rate is multiplied by t. It stays as it is handed over.",
         "w - learning_rate * t * m_hat / (np.sqrt(v_hat) + epsilon)"),
        ("own_rate", "The rate is 0.001, whatever was handed over. Use learning_rate.",
         "w - 0.001 * m_hat / (np.sqrt(v_hat) + epsilon)"),
        ("old_root", "The step is divided by the root of the old v.",
         'w - learning_rate * m_hat / (np.sqrt(state["v"][name]) + epsilon)'),
        ("gradient_size_below", "The step is divided by the size of the gradient at hand, not by "
         "the root of v.", "w - learning_rate * m_hat / (np.abs(g) + epsilon)"),
        ("normed", "The step is divided by the norm of the whole array. Each entry has a size of "
         "its own.", "w - learning_rate * m_hat / (np.linalg.norm(m_hat) + epsilon)"),
        ("root_of_summed", "The step is divided by the root of the sum over v. Each entry has a "
         "size of its own.", "w - learning_rate * m_hat / (np.sqrt(np.sum(v_hat)) + epsilon)"),
        ("v_above", "v stands above the line and m below.",
         "w - learning_rate * v_hat / (np.sqrt(np.abs(m_hat)) + epsilon)"),
        ("decayed_weights", "The weights shrink besides, as in AdamW. Here only the step counts.",
         "w - learning_rate * (m_hat / (np.sqrt(v_hat) + epsilon) + 0.01 * w)"),
        ("weight_multiplied", "The step is multiplied by the parameter.",
         "w - learning_rate * w * m_hat / (np.sqrt(v_hat) + epsilon)"),
        ("weight_forgotten", "The step alone comes back. It is taken away from the parameter.",
         "-learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)"),
        ("weight_forgotten_upwards", "The step alone comes back, upwards. It is taken away from "
         "the parameter.", "learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)"),
        ("epsilon_squared", "Epsilon is squared, or stands under a root of its own.",
         "w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon**2)"),
        ("epsilon_of_its_own", "Epsilon is a small number of its own, or does nothing. The one "
         "that is handed over is added to the root.",
         "w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8)"),
    )
)  # fmt: skip

_BETAS = (
    Mistake("betas_of_its_own", "Beta1 and beta2 are 0.9 and 0.999, whatever was handed over.",
            swap=(_T, f"beta1, beta2 = 0.9, 0.999\n    {_T}")),
    Mistake("clipped_first", "The gradient is clipped first. Nobody asked for that here.",
            swap=(_G, 'g = np.clip(gradients[f"d{name}"], -1, 1)')),
    Mistake("parameter_for_gradient", "The parameter is taken where its gradient belongs.",
            swap=(_G, "g = w")),
    Mistake("gradient_normed", "The gradient is divided by its norm first. Adam does not need "
            "that.", swap=(_G, f"{_G}\n        g = g / max(np.linalg.norm(g), 1e-300)")),
)  # fmt: skip

RARER = (*rare(*_SQUARES, *_KEPT, *_CORRECTED, *_STEPS, *_BETAS), *RETURNED)
