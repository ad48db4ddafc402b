"""Columns by their number: what `embedding_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.embedding_forward import RARER
from .shared import LOOKED_UP

_PICK = "E[:, indices]"

embedding_forward = Exercise(
    title="Look up embeddings",
    cases=cases.embedding_forward_cases,
    returns={"vectors": "n_e m T_x"},
    visible=LOOKED_UP[0],
    hidden=LOOKED_UP[1],
    oracle=Oracle(twin=oracles.embedding_forward),
    hints=(
        "E has a column for each token. What does NumPy give if you index an axis with an array of "
        "integers?",
        "The first axis of E stays whole, and the second is indexed by the array of tokens: its "
        "shape (m, T_x) takes the place of the axis that it indexes.",
        "A colon for the first axis and indices for the second: E[:, ...]. A row of E would be one "
        "feature of all tokens, which nobody asked for.",
    ),
    after_success="No product, no one-hot vector: a look-up costs the same for 27 tokens and for "
    "100,000. Two other right ways: np.take(E, indices, axis=1), or the honest product "
    "np.einsum('ev,vmt->emt', E, one_hot), which multiplies nearly everything by zero.",
    mistakes=(
        Mistake(
            "rows_picked",
            "Rows of E are picked, where each token has a column. Index the second axis.",
            source="""
def embedding_forward(indices, E):
    return E[indices % E.shape[0]].transpose(2, 0, 1)
""",
        ),
        Mistake(
            "vectors_last",
            "The vectors lie along the last axis. In our notation features come first: "
            "(n_e, m, T_x).",
            swap=(_PICK, "E.T[indices]"),
        ),
        Mistake(
            "vectors_in_the_middle",
            "The vectors lie along the axis in the middle. Features come first: (n_e, m, T_x).",
            swap=(_PICK, "E[:, indices].transpose(1, 0, 2)"),
        ),
        Mistake(
            "examples_and_steps_swapped",
            "Examples and steps have changed places. The shape of indices, (m, T_x), stays as it "
            "is.",
            swap=(_PICK, "E[:, indices.T]"),
        ),
        Mistake(
            "counted_from_one",
            "Each token gets the column before its own: indices count from 0, so nothing is to be "
            "taken away.",
            swap=(_PICK, "E[:, indices - 1]"),
            hides_from="V = 1",
        ),
        Mistake(
            "one_too_far",
            "Each token gets the column after its own. Token 0 has the first column.",
            swap=(_PICK, "E[:, (indices + 1) % E.shape[1]]"),
            hides_from="V = 1",
        ),
        Mistake(
            "first_example_only",
            "Every example gets the vectors of the first one. indices has a row for each.",
            swap=(_PICK, "E[:, np.repeat(indices[:1], len(indices), axis=0)]"),
            hides_from="one example",
        ),
        Mistake(
            "first_step_only",
            "Every step gets the vectors of the first one.",
            swap=(_PICK, "E[:, np.repeat(indices[:, :1], indices.shape[1], axis=1)]"),
            hides_from="one step",
        ),
        Mistake(
            "last_step_only",
            "Every step gets the vectors of the last one: they are overwritten in each round of a "
            "loop.",
            swap=(_PICK, "E[:, np.repeat(indices[:, -1:], indices.shape[1], axis=1)]"),
            hides_from="one step",
        ),
        Mistake(
            "vectors_added",
            "The vectors of a sequence are added up. Each step keeps its own.",
            swap=(_PICK, "E[:, indices].sum(axis=2)"),
        ),
        Mistake(
            "indices_as_numbers",
            "The indices are used as numbers that multiply something. An index is a name, and "
            "picks a column.",
            swap=(_PICK, "E[:, :1, None] * indices"),
        ),
        Mistake(
            "flattened",
            "All tokens lie in one row: the axes of examples and steps have been joined. Index "
            "with the array as it is.",
            swap=(_PICK, "E[:, indices.ravel()]"),
        ),
        Mistake(
            "reversed_in_time",
            "The steps come in reverse order.",
            swap=(_PICK, "E[:, indices[:, ::-1]]"),
            hides_from="one step",
        ),
        *RARER,
    ),
)
