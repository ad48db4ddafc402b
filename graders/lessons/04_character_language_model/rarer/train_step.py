"""Rarer mistakes in `train_step`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_TRUTH = "np.where(Y >= 0, embedding_forward(Y, np.eye(V, V + 1)), y_pred)"
_SHARE = "share = X.shape[0] / tokens"
_CLIP = "gradients = clip_by_norm(gradients, max_norm)"
_STEP = "w - learning_rate * gradients"
_OUT = "output = output_backward(y_pred, y, a, parameters)"
_RETURN = "return moved, loss / tokens, gradients, a[:, :, -1]"
_OUTPUT, _WITHIN = ("Wya", "by"), ("Wax", "Waa", "ba")


def _at(place: str, key: str, sentence: str, wrong: str, hides: str | None = None) -> Mistake:
    """Return a mistake in one place."""
    return Mistake(key, sentence, swap=(place, wrong), hides_from=hides)


def _shared(*names: str) -> tuple[tuple[str, str], ...]:
    """Return the patch that leaves the factor out of the gradients of some parameters."""
    return tuple(
        (f"share * {'output' if name in _OUTPUT else 'within'}[\"d{name}\"]",
         f"{'output' if name in _OUTPUT else 'within'}[\"d{name}\"]")
        for name in names
    )  # fmt: skip


def _with_states(taken: str) -> str:
    """Return the clipping in which gradients of states count for the norm as well."""
    return (
        f"all_of_them = clip_by_norm({{**gradients, {taken}}}, max_norm)\n"
        "    gradients = {name: all_of_them[name] for name in gradients}"
    )


_NORM = "{} count for the norm, too. It is that of the five gradients."

_CLIPPED = (
    *(
        _at(_CLIP, f"{key}_in_the_norm", _NORM.format(which), _with_states(taken))
        for key, which, taken in (
            ("inputs_and_start", "dx and da0",
             '"dx": share * within["dx"], "da0": share * within["da0"]'),
            ("raw_inputs_and_start", "dx and da0, for a mean over examples,",
             '"dx": within["dx"], "da0": within["da0"]'),
            ("states", "The gradients of the states", '"da": share * output["da"]'),
            ("raw_states", "The gradients of the states, for a mean over examples,",
             '"da": output["da"]'),
            ("start", "The entries of da0", '"da0": share * within["da0"]'),
            ("inputs", "The entries of dx", '"dx": share * within["dx"]'),
            ("all_states", "dx, da0 and da", '"dx": share * within["dx"], '
             '"da0": share * within["da0"], "da": share * output["da"]'),
            ("raw_all_states", "dx, da0 and da, for a mean over examples,",
             '"dx": within["dx"], "da0": within["da0"], "da": output["da"]'),
        )
    ),
    _at(_CLIP, "within_clipped_alone", "Only the gradients through time are clipped. One norm "
        "counts, over all five.",
        "gradients |= clip_by_norm({f\"d{k}\": gradients[f\"d{k}\"] for k in "
        '("Wax", "Waa", "ba")}, max_norm)'),
    _at(_CLIP, "output_clipped_alone", "Only the gradients of the output are clipped. One norm "
        "counts, over all five.",
        "gradients |= clip_by_norm({f\"d{k}\": gradients[f\"d{k}\"] for k in "
        '("Wya", "by")}, max_norm)'),
    _at(_CLIP, "two_norms", "The gradients of the output and those through time are clipped by "
        "themselves. One norm counts, over all five.",
        'gradients = {k: g for names in (("Wya", "by"), ("Wax", "Waa", "ba")) for k, g in '
        'clip_by_norm({f"d{n}": gradients[f"d{n}"] for n in names}, max_norm).items()}'),
    _at(_CLIP, "biases_not_clipped", "The gradients of the biases are not clipped. One norm "
        "counts, over all five.",
        "gradients |= clip_by_norm({f\"d{k}\": gradients[f\"d{k}\"] for k in "
        '("Wax", "Waa", "Wya")}, max_norm)'),
    _at(_CLIP, "always_that_long", "The gradients are brought to max_norm even where they are "
        "short. Only what is longer is shortened.",
        "norm = np.sqrt(sum(np.sum(g**2) for g in gradients.values()))\n"
        "    gradients = {k: g * max_norm / norm for k, g in gradients.items()}"),
    _at(_CLIP, "always_one", "The gradients are clipped at 1, whatever max_norm is.",
        "gradients = clip_by_norm(gradients, 1.0)"),
)  # fmt: skip

_FACTORS = (
    Mistake("factor_for_output_alone", "The factor from a mean over examples to one over targets "
            "stands at the gradients of the output alone. It belongs to all five.",
            swap=_shared("Wax", "Waa", "ba")),
    Mistake("factor_within_alone", "The factor from a mean over examples to one over targets "
            "stands at the gradients through time alone. It belongs to all five.",
            swap=_shared("Wya", "by")),
    Mistake("factor_for_weights_alone", "The factor from a mean over examples to one over targets "
            "is missing at the biases. It belongs to all five.", swap=_shared("ba", "by")),
    *(
        Mistake(f"factor_missing_at_{name.lower()}", "The factor from a mean over examples to one "
                f"over targets is missing at d{name}. It belongs to all five.", swap=_shared(name))
        for name in (*_WITHIN, *_OUTPUT)
    ),
    *(
        _at(_SHARE, key, f"{what} From a mean over m to one over targets leads m / tokens.",
            f"share = {wrong}", hides)
        for key, what, wrong, hides in (
            ("factor_upside_down", "The factor is upside down.", "tokens / X.shape[0]", None),
            ("one_over_tokens", "The gradients are divided by the targets, and have been divided "
             "by the examples before.", "1 / tokens", "one example"),
            ("one_over_examples", "The gradients are divided by the examples twice.",
             "1 / X.shape[0]", "one example"),
            ("factor_of_tokens", "The gradients are multiplied by the number of targets.",
             "tokens", None),
            ("tokens_from_inputs", "What is read was counted, not the targets.",
             "X.shape[0] / max(np.sum(X >= 0), 1)", None),
            ("without_character_zero", "Targets that are character 0 were not counted.",
             "X.shape[0] / max(np.sum(Y > 0), 1)", None),
        )
    ),
)  # fmt: skip

_TRUTHS = (
    *(
        _at(_TRUTH, key, f"{what} Where Y is -1 the error must be zero: p - y with y = p.", wrong,
            "one step")
        for key, what, wrong in (
            ("padding_is_first_character", "Padding is learned as character 0, such as the "
             "newline.", "embedding_forward(np.maximum(Y, 0), np.eye(V))"),
            ("padding_is_anything", "Padding is learned as equal shares of all characters.",
             "embedding_forward(Y, np.hstack([np.eye(V), np.full((V, 1), 1 / V)]))"),
            ("padding_is_everything", "Padding is learned as a vector of ones.",
             "embedding_forward(Y, np.hstack([np.eye(V), np.ones((V, 1))]))"),
        )
    ),
    _at(_TRUTH, "masked_by_inputs", "Where nothing is read nothing is learned: the mask comes from "
        "X. Which targets count stands in Y.",
        "np.where((X >= 0) & (Y >= 0), embedding_forward(Y, np.eye(V, V + 1)), y_pred)"),
    _at(_TRUTH, "padding_alone_learned", "The mask is turned round: what counts is replaced by the "
        "prediction, and padding is not.",
        "np.where(Y >= 0, y_pred, embedding_forward(Y, np.eye(V, V + 1)))"),
    _at(_TRUTH, "character_zero_not_learned", "Targets that are character 0 are not learned. "
        "Padding is -1.", "np.where(Y > 0, embedding_forward(Y, np.eye(V, V + 1)), y_pred)"),
    _at(_TRUTH, "stops_at_padding", "A row is learned up to its first -1. What comes after may "
        "count again.", "np.where(np.cumprod(Y >= 0, axis=1) > 0, "
        "embedding_forward(Y, np.eye(V, V + 1)), y_pred)", "one step"),
    _at(_TRUTH, "last_step_learned", "Only the last step is learned.",
        "np.where((Y >= 0) & (np.arange(Y.shape[1]) == Y.shape[1] - 1), "
        "embedding_forward(Y, np.eye(V, V + 1)), y_pred)", "one step"),
    _at(_OUT, "prediction_and_truth_exchanged", "Prediction and truth are handed over the wrong "
        "way round, so that all gradients have the wrong sign.",
        "output = output_backward(y, y_pred, a, parameters)"),
    _at("rnn_backward(output[\"da\"], caches)", "last_message_only", "Only the gradient of the "
        "last state goes back. Every step has an output: hand over da of all steps.",
        "rnn_backward(output[\"da\"] * (np.arange(X.shape[1]) == X.shape[1] - 1), caches)",
        "one step"),
)  # fmt: skip

_LEARNED = tuple(
    _at(f'{_STEP}[f"d{{name}}"] for', f"{key}_not_learned",
        f"{what} stay as they were. All five parameters take the step.",
        f'{_STEP}[f"d{{name}}"] * (name not in {names}) for')
    for key, what, names in (
        ("biases", "The biases", ("ba", "by")),
        ("within", "Wax, Waa and ba", _WITHIN),
    )
)  # fmt: skip

_STEPS = (
    *_LEARNED,
    *(
        _at(_STEP, key, sentence, f"{wrong} * gradients")
        for key, sentence, wrong in (
            ("rate_shared_among_examples", "The step is divided by the number of examples. The "
             "gradient is that of a mean already.", "w - learning_rate / X.shape[0]"),
            ("rate_times_tokens", "The step is multiplied by the number of targets.",
             "w - learning_rate * tokens"),
            ("two_steps", "The step is taken twice.", "w - 2 * learning_rate"),
            ("step_alone", "The step alone comes back. It is taken away from the parameter.",
             "-learning_rate"),
        )
    ),
)  # fmt: skip

_BACK = tuple(
    _at(_RETURN, key, sentence, f"return {wrong}")
    for key, sentence, wrong in (
        ("loss_over_places", "The loss is divided by the number of all places. Divide by the "
         "targets that count.", "moved, loss / Y.size, gradients, a[:, :, -1]"),
        ("loss_in_bits", "The loss is in bits. Nats have the natural logarithm.",
         "moved, loss / tokens / np.log(2), gradients, a[:, :, -1]"),
        ("perplexity_returned", "The perplexity comes back, the exponential of the loss.",
         "moved, float(np.exp(min(loss / tokens, 700))), gradients, a[:, :, -1]"),
        ("loss_and_tokens", "Loss and tokens come back as a pair. Expected the loss per target.",
         "moved, (loss, tokens), gradients, a[:, :, -1]"),
        ("state_after_update", "The last state is computed with the new parameters. It is asked "
         "for before the update.",
         "moved, loss / tokens, gradients, rnn_forward(x, a_prev, moved)[0][:, :, -1]"),
        ("prediction_returned", "The last prediction comes back. Whoever reads on needs the last "
         "state.", "moved, loss / tokens, gradients, y_pred[:, :, -1]"),
        ("state_transposed", "The last state is transposed. Expected (n_a, m).",
         "moved, loss / tokens, gradients, a[:, :, -1].T"),
        ("state_with_an_axis", "The last state has kept an axis for time. Expected (n_a, m).",
         "moved, loss / tokens, gradients, a[:, :, -1:]"),
        ("state_missing", "Three values come back. The last state is missing.",
         "moved, loss / tokens, gradients"),
        ("gradients_and_loss_exchanged", "Loss and gradients have changed places. Expected "
         "parameters, loss, gradients, a_last.",
         "moved, gradients, loss / tokens, a[:, :, -1]"),
        ("gradients_without_d", "The gradients have the names of the parameters, without a d.",
         "moved, loss / tokens, {k[1:]: g for k, g in gradients.items()}, a[:, :, -1]"),
        ("nothing_returned", "Nothing comes back. Expected parameters, loss, gradients, a_last.",
         "None"),
    )
)  # fmt: skip

RARER = rare(*_CLIPPED, *_FACTORS, *_TRUTHS, *_STEPS, *_BACK)
