"""Between how many a model wavers: what `perplexity` is, and what goes wrong in it."""

from __future__ import annotations

from graders.counts import Holds
from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.perplexity import RARER
from .shared import COSTING

_QUIET = Holds(
    "Your function gave a warning.",
    "Expected none: where e to the loss per token is too large for a float, the answer is inf.",
    "NumPy warns where exp overflows. Ask before whether it will, or say with np.errstate that "
    "you know.",
)
_VALUE = "float(np.exp(loss / tokens))"
_WITH = 'with np.errstate(over="ignore"):\n        return float(np.exp(loss / tokens))'

perplexity = Exercise(
    title="Between how many a model wavers",
    cases=cases.perplexity_cases,
    probe="calls.quietly",
    returns={"value": "", "quiet": _QUIET},
    as_dict=True,
    properties=(),
    visible=COSTING[0],
    hidden=COSTING[1],
    oracle=Oracle(
        twin=lambda loss, tokens: {"value": oracles.perplexity(loss, tokens), "quiet": True},
    ),
    hints=(
        "Who knows nothing of 27 characters pays log 27 for each. What must you do with log 27 to "
        "get 27 back?",
        "Divide the loss by the number of tokens, and take the exponential. Then try 710 nats for "
        "a single token: math.exp raises, np.exp warns. Neither is asked for.",
        "Inside of `with np.errstate(over='ignore'):` np.exp gives inf without a word. Or catch "
        "OverflowError around math.exp, and return float('inf').",
    ),
    after_success="A perplexity of 8 says: as unsure as between 8 equally likely characters. Two "
    "other right ways: try math.exp and catch its OverflowError, or ask first whether the loss per "
    "token is above np.log(np.finfo(float).max), which is 709.78.",
    mistakes=(
        Mistake(
            "overflow_raises",
            "Where the number is too large for a float, math.exp raises an OverflowError. Catch "
            "it, and return inf.",
            source="""
def perplexity(loss, tokens):
    import math

    return math.exp(loss / tokens)
""",
        ),
        Mistake(
            "overflow_warns",
            "np.exp gives inf where it should, but warns that it overflowed. Tell it with "
            "np.errstate that you know, or ask before.",
            swap=(_WITH, "return float(np.exp(loss / tokens))"),
        ),
        Mistake(
            "not_divided",
            "The loss is the sum over all tokens. Divide it by their number before the "
            "exponential.",
            swap=("loss / tokens", "loss"),
            hides_from="tokens = 1",
        ),
        Mistake(
            "divided_outside",
            "The exponential is taken of the whole loss, and divided afterwards. Divide first.",
            swap=("np.exp(loss / tokens)", "np.exp(loss) / tokens"),
            hides_from="tokens = 1",
        ),
        Mistake(
            "exponential_missing",
            "This is the loss per token, in nats. Its exponential is the perplexity.",
            swap=("np.exp(loss / tokens)", "loss / tokens"),
        ),
        Mistake(
            "sign_swapped",
            "The exponential of the negative loss is the mean probability of the truth, below 1. "
            "The perplexity is one over it: take the loss as it is.",
            swap=("np.exp(loss / tokens)", "np.exp(-loss / tokens)"),
        ),
        Mistake(
            "base_two",
            "2 is raised to the loss. Base 2 belongs to a loss in bits; this one is in nats.",
            swap=("np.exp(loss / tokens)", "np.float64(2) ** (loss / tokens)"),
        ),
        Mistake(
            "whole_numbers",
            "The loss per token has lost its fraction: // divides without a rest.",
            swap=("loss / tokens", "loss // tokens"),
        ),
        Mistake(
            "capped",
            "The loss per token is capped before the exponential, so that a hopeless model gets a "
            "finite number. Where the true one is too large, the answer is inf.",
            swap=("loss / tokens", "min(loss / tokens, 50.0)"),
        ),
        Mistake(
            "largest_float",
            "Where the perplexity is too large the largest float comes back. Expected inf.",
            swap=(_VALUE, "float(min(np.exp(loss / tokens), np.finfo(float).max))"),
        ),
        Mistake(
            "nan_where_too_large",
            "Where the perplexity is too large NaN comes back. Expected inf.",
            swap=(_VALUE, "float(np.exp(loss / tokens)) if loss / tokens < 709.5 else np.nan"),
        ),
        Mistake(
            "one_token_less",
            "The loss is divided by one less than the number of tokens.",
            swap=("loss / tokens", "loss / max(tokens - 1, 1)"),
            hides_from="tokens = 1",
        ),
        Mistake(
            "upside_down",
            "The number of tokens is divided by the loss. It is the loss that is shared among "
            "tokens.",
            swap=("loss / tokens", "tokens / (loss or 1e-9)"),
        ),
        Mistake(
            "text_returned",
            "A text comes back. Return the number, and leave writing it to whoever prints it.",
            swap=(_VALUE, 'f"{np.exp(loss / tokens):.2f}"'),
        ),
        *RARER,
    ),
)
