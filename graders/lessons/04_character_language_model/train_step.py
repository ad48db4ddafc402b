"""One step of learning: what `train_step` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.train_step import RARER
from .shared import GRADIENTS, PARAMETERS, TRAINED

_TRUTH = "np.where(Y >= 0, embedding_forward(Y, np.eye(V, V + 1)), y_pred)"
_SHARE = "share = X.shape[0] / tokens"
_CLIP = "gradients = clip_by_norm(gradients, max_norm)"
_STEP = "w - learning_rate * gradients"
_RETURN = "return moved, loss / tokens, gradients, a[:, :, -1]"

train_step = Exercise(
    title="One step of learning",
    cases=cases.train_step_cases,
    returns={"parameters": PARAMETERS, "loss": "", "gradients": GRADIENTS, "a_last": "n_a m"},
    builds_on=("negative_log_likelihood", "embedding_forward"),
    visible=TRAINED[0],
    hidden=TRAINED[1],
    oracle=Oracle(twin=oracles.train_step, scalars=oracles.per_target),
    hints=(
        "output_backward knows of no padding, and it divides by the number of examples. Which "
        "truth would make the error of a padded step zero? And what turns one mean into the other?",
        "Forward; a one-hot truth that is replaced by the prediction itself where Y is -1; "
        "output_backward, rnn_backward; all gradients times m / tokens; clip_by_norm; one step "
        "down for each parameter, into a new dict.",
        "y = np.where(Y >= 0, one_hot, y_pred). The gradients of Wax, Waa and ba come from "
        "rnn_backward(output['da'], caches), those of Wya and by from output_backward. Multiply "
        "all five by X.shape[0] / tokens before you clip.",
    ),
    after_success="This is the whole of learning in one function, and each of its parts is yours. "
    "Two other right ways: build the error (p - y) / tokens by hand, with a mask, and do without "
    "output_backward; or fold the factor into da before the way back, since gradients are linear "
    "in it.",
    mistakes=(
        Mistake(
            "not_clipped",
            "The gradients are not clipped. Hand all five to clip_by_norm before the step.",
            swap=(_CLIP, "gradients = dict(gradients)"),
        ),
        Mistake(
            "clipped_for_show",
            "The gradients that come back are clipped, but the step is taken with the long ones.",
            swap=(
                (_CLIP, "free = gradients\n    gradients = clip_by_norm(gradients, max_norm)"),
                (_STEP, "w - learning_rate * free"),
            ),
        ),
        Mistake(
            "long_ones_returned",
            "The step is taken with clipped gradients, but the long ones come back.",
            swap=(
                (_CLIP, "free = gradients\n    gradients = clip_by_norm(gradients, max_norm)"),
                (_RETURN, "return moved, loss / tokens, free, a[:, :, -1]"),
            ),
        ),
        Mistake(
            "entries_clipped",
            "The gradients are clipped entry by entry, which changes their direction. Shorten all "
            "of them by one factor.",
            swap=(
                _CLIP,
                "gradients = {k: np.clip(g, -max_norm, max_norm) for k, g in gradients.items()}",
            ),
        ),
        Mistake(
            "each_clipped_alone",
            "Each gradient is clipped by its own norm, which changes the direction of the step. "
            "One norm counts, over all five.",
            swap=(
                _CLIP,
                "gradients = {k: clip_by_norm({k: g}, max_norm)[k] for k, g in gradients.items()}",
            ),
        ),
        Mistake(
            "clipped_before_the_mean",
            "The gradients are clipped first and brought to a mean over targets afterwards. What "
            "is limited is the gradient with which the step is taken.",
            swap=(
                (_SHARE, "share = 1.0"),
                (
                    _CLIP,
                    "gradients = clip_by_norm(gradients, max_norm)\n"
                    "    gradients = {k: X.shape[0] / tokens * g for k, g in gradients.items()}",
                ),
            ),
        ),
        Mistake(
            "always_five",
            "The gradients are clipped at 5, whatever max_norm is.",
            swap=("clip_by_norm(gradients, max_norm)", "clip_by_norm(gradients, 5.0)"),
        ),
        Mistake(
            "sum_over_targets",
            "The gradients are those of the summed loss. Divide by the number of targets that "
            "count.",
            swap=(_SHARE, "share = X.shape[0]"),
        ),
        Mistake(
            "mean_over_examples",
            "The gradients are those of the loss per example, as output_backward gives them. The "
            "loss here is per target: multiply by m / tokens.",
            swap=(_SHARE, "share = 1.0"),
        ),
        Mistake(
            "padding_shares",
            "The mean is taken over all places, padding too. Divide by the number of targets that "
            "count.",
            swap=(_SHARE, "share = X.shape[0] / Y.size"),
        ),
        Mistake(
            "padding_pushes",
            "Padding is learned: where Y is -1 the truth is all zeros, so every score is pushed "
            "down there. The error must be zero: p - y with y = p.",
            swap=(_TRUTH, "embedding_forward(Y, np.eye(V, V + 1))"),
            hides_from="one step",
        ),
        Mistake(
            "padding_is_last_character",
            "Padding is learned as the last character, as NumPy counts -1 from the end. Where Y is "
            "-1 the error must be zero.",
            swap=(_TRUTH, "embedding_forward(Y, np.eye(V))"),
            hides_from="one step",
        ),
        Mistake(
            "minus_one_is_last",
            "-1 in X is read as the last character. It stands for a vector of zeros.",
            swap=(
                "x = embedding_forward(X, np.eye(V, V + 1))",
                "x = embedding_forward(X, np.eye(V))",
            ),
        ),
        Mistake(
            "inputs_as_targets",
            "The truth is made from X, what is read. What is to be learned is the next character: "
            "Y.",
            swap=(
                "embedding_forward(Y, np.eye(V, V + 1))",
                "embedding_forward(X, np.eye(V, V + 1))",
            ),
        ),
        Mistake(
            "uphill",
            "The step goes up: gradients are added. They say where the loss grows, so take them "
            "away.",
            swap=(_STEP, "w + learning_rate * gradients"),
        ),
        Mistake(
            "rate_forgotten",
            "The whole gradient is taken away, without the learning rate.",
            swap=(_STEP, "w - gradients"),
        ),
        Mistake(
            "not_updated",
            "The parameters come back as they were.",
            swap=(_STEP, "w - 0.0 * gradients"),
        ),
        Mistake(
            "rate_shared_among_targets",
            "The step is divided by the number of targets once more. The gradient is that of a "
            "mean already.",
            swap=(_STEP, "w - learning_rate / tokens * gradients"),
        ),
        Mistake(
            "output_not_learned",
            "Wya and by stay as they were. Their gradients come from output_backward.",
            swap=(
                'gradients[f"d{name}"] for',
                'gradients[f"d{name}"] * (name not in ("Wya", "by")) for',
            ),
        ),
        Mistake(
            "overwritten",
            "The parameters that were handed in are changed: -= works inside the caller's arrays. "
            "Make new ones.",
            swap=(
                f'moved = {{name: {_STEP}[f"d{{name}}"] for name, w in parameters.items()}}',
                "moved = parameters\n    for name in moved:\n"
                '        moved[name] -= learning_rate * gradients[f"d{name}"]',
            ),
        ),
        Mistake(
            "loss_summed",
            "The loss is the sum. Divide it by the number of targets that count.",
            swap=(_RETURN, "return moved, loss, gradients, a[:, :, -1]"),
        ),
        Mistake(
            "loss_per_example",
            "The loss is divided by the number of examples. It is asked for per target that "
            "counts.",
            swap=(_RETURN, "return moved, loss / X.shape[0], gradients, a[:, :, -1]"),
        ),
        Mistake(
            "loss_after_the_step",
            "The loss is measured after the step. It belongs to the parameters from which the "
            "gradients came.",
            swap=(
                _RETURN,
                "loss, _ = negative_log_likelihood(moved, X, Y, a_prev)\n    " + _RETURN,
            ),
        ),
        Mistake(
            "start_ignored",
            "The state before the first step is not used. Run forward from a_prev.",
            swap=(
                ("rnn_forward(x, a_prev, parameters)", "rnn_forward(x, 0 * a_prev, parameters)"),
                (
                    "negative_log_likelihood(parameters, X, Y, a_prev)",
                    "negative_log_likelihood(parameters, X, Y, 0 * a_prev)",
                ),
            ),
            hides_from="zero start",
        ),
        Mistake(
            "first_state_returned",
            "The state after the first step comes back. Whoever reads on needs the last one.",
            swap=(_RETURN, "return moved, loss / tokens, gradients, a[:, :, 0]"),
            hides_from="one step",
        ),
        Mistake(
            "start_returned",
            "The state before the first step comes back. Whoever reads on needs the last one.",
            swap=(_RETURN, "return moved, loss / tokens, gradients, a_prev"),
        ),
        Mistake(
            "all_states_returned",
            "All states come back. Only the last one is asked for, (n_a, m).",
            swap=(_RETURN, "return moved, loss / tokens, gradients, a"),
        ),
        Mistake(
            "order_swapped",
            "Loss and parameters have changed places. Expected parameters, loss, gradients, "
            "a_last.",
            swap=(_RETURN, "return loss / tokens, moved, gradients, a[:, :, -1]"),
        ),
        Mistake(
            "no_way_back_in_time",
            "The gradients of Wax, Waa and ba come from one step each, without the messages of "
            "later steps. Hand da of all steps to rnn_backward at once.",
            swap=(
                'within = rnn_backward(output["da"], caches)',
                "within = {}\n"
                "    for t in range(X.shape[1]):\n"
                '        step = rnn_backward(output["da"][:, :, t:][:, :, :1], '
                "([caches[0][t]], x[:, :, t:][:, :, :1]))\n"
                "        within = {k: within.get(k, 0) + step[k] "
                'for k in ("dWax", "dWaa", "dba")}',
            ),
            hides_from="one step",
        ),
        *RARER,
    ),
)
