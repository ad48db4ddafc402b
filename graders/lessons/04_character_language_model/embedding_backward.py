"""Gradients to the columns: what `embedding_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.embedding_backward import RARER
from .shared import LOOKED_UP

_ADD = "np.add.at(dE, (slice(None), indices), dout)"
_ZEROS = "np.zeros((dout.shape[0], vocabulary_size), dtype=dout.dtype)"

embedding_backward = Exercise(
    title="Gradients to the columns",
    cases=cases.embedding_backward_cases,
    returns={"dE": "n_e V"},
    visible=LOOKED_UP[0],
    hidden=LOOKED_UP[1],
    oracle=Oracle(twin=oracles.embedding_backward, scalars=oracles.looked_up),
    hints=(
        "The same column was used at several places. What happens to the gradients of something "
        "that is used several times?",
        "Begin with zeros of shape (n_e, V). Go through all places (i, t), and add dout[:, i, t] "
        "to the column of the token that stands there. Then look for a way without loops that also "
        "adds where a token comes twice.",
        "dE[:, indices] += dout does not do it: it reads all columns, adds, and writes each back, "
        "so that of two equal tokens one is lost. np.add.at(dE, (slice(None), indices), dout) "
        "adds one after the other.",
    ),
    after_success="Only columns that were used get a gradient; the rest stays zero, which is why "
    "libraries keep this one sparse. Two other right ways: the product with one-hot vectors, "
    "np.einsum('emt,mtv->ev', dout, one_hot), or np.bincount with weights, once per feature.",
    mistakes=(
        Mistake(
            "one_of_equal_tokens",
            "Of several equal tokens only one counts: dE[:, indices] += dout reads all columns "
            "first and writes them last. Add one place after the other, as np.add.at does.",
            swap=(_ADD, "dE[:, indices] += dout"),
        ),
        Mistake(
            "one_per_example",
            "A token that comes twice in one example counts once: += with an array of indices "
            "writes each column once. Add step by step, or with np.add.at.",
            swap=(_ADD, "for i in range(len(indices)):\n        dE[:, indices[i]] += dout[:, i]"),
            hides_from="one step",
        ),
        Mistake(
            "one_per_step",
            "A token that comes in two examples at the same step counts once: += with an array of "
            "indices writes each column once. Add example by example, or with np.add.at.",
            swap=(
                _ADD,
                "for t in range(indices.shape[1]):\n        dE[:, indices[:, t]] += dout[:, :, t]",
            ),
            hides_from="one example",
        ),
        Mistake(
            "first_of_equal_tokens",
            "Of several equal tokens only the first counts. All of them used the column, so all "
            "gradients add up.",
            swap=(
                _ADD,
                "_, first = np.unique(indices, return_index=True)\n"
                "    dE[:, indices.ravel()[first]] = dout.reshape(len(dout), -1)[:, first]",
            ),
        ),
        Mistake(
            "averaged",
            "The gradients of equal tokens are averaged. A column that is used twice gets the sum "
            "of both.",
            swap=(
                "return dE",
                "times = np.bincount(indices.ravel(), minlength=vocabulary_size)\n"
                "    return dE / np.maximum(times, 1)",
            ),
        ),
        Mistake(
            "divided_by_m",
            "The gradient is divided by the number of examples. Where the loss is a mean, that "
            "factor is in dout already.",
            swap=("return dE", "return dE / len(indices)"),
            hides_from="one example",
        ),
        Mistake(
            "divided_by_steps",
            "The gradient is divided by the number of steps. What is used again adds up.",
            swap=("return dE", "return dE / indices.shape[1]"),
            hides_from="one step",
        ),
        Mistake(
            "columns_up_to_largest",
            "There are only columns up to the largest token that occurs. Tokens that do not occur "
            "have a gradient, too: zero. vocabulary_size says how many there are.",
            swap=(
                _ZEROS,
                "np.zeros((dout.shape[0], int(indices.max()) + 1), dtype=dout.dtype)",
            ),
        ),
        Mistake(
            "transposed",
            "dE has a row for each token. It must have the shape of E, (n_e, V).",
            swap=("return dE", "return dE.T"),
        ),
        Mistake(
            "counts",
            "How often each token occurs is added up, not its gradients.",
            swap=(_ADD, "np.add.at(dE, (slice(None), indices), 1.0)"),
        ),
        Mistake(
            "one_too_far",
            "Each gradient goes to the column after the token's own. Token 0 has the first.",
            swap=(_ADD, "np.add.at(dE, (slice(None), (indices + 1) % vocabulary_size), dout)"),
            hides_from="V = 1",
        ),
        Mistake(
            "places_mixed_up",
            "Gradients and tokens are laid out in different orders, so that gradients reach the "
            "wrong columns. Flatten both in the same way: examples first, then steps.",
            swap=(
                _ADD,
                "np.add.at(dE, (slice(None), indices.T.ravel()), dout.reshape(len(dout), -1))",
            ),
            hides_from="one example",
        ),
        Mistake(
            "last_step_only",
            "Only the last step gives its gradient back. Columns were looked up at every step.",
            swap=(_ADD, "np.add.at(dE, (slice(None), indices[:, -1]), dout[:, :, -1])"),
            hides_from="one step",
        ),
        Mistake(
            "first_example_only",
            "Only the first example gives its gradients back.",
            swap=(_ADD, "np.add.at(dE, (slice(None), indices[0]), dout[:, 0])"),
            hides_from="one example",
        ),
        Mistake(
            "subtracted",
            "The gradients are subtracted: every sign is wrong. A gradient says which way is up; "
            "the step down comes later.",
            swap=("np.add.at", "np.subtract.at"),
        ),
        Mistake(
            "all_columns",
            "Every column gets the gradients of all tokens. A column hears only of the places "
            "where it was looked up.",
            swap=(_ADD, "dE += dout.sum(axis=(1, 2))[:, None]"),
            hides_from="V = 1",
        ),
        Mistake(
            "features_added",
            "The features of a gradient are added up, and every feature gets the same. Each row of "
            "dE belongs to one feature.",
            swap=(_ADD, "np.add.at(dE, (slice(None), indices), dout.sum(axis=0))"),
        ),
        Mistake(
            "gradient_returned_as_it_came",
            "This is dout itself, by places. Asked for is the gradient by columns, (n_e, V).",
            swap=("return dE", "return dout"),
        ),
        *RARER,
    ),
)
