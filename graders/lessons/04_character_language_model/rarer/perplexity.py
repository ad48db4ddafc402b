"""Rarer mistakes in `perplexity`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_EACH = "loss / tokens"
_EXP = "np.exp(loss / tokens)"
_VALUE = f"float({_EXP})"


def _valued(key: str, sentence: str, wrong: str, hides_from: str | None = None) -> Mistake:
    """Return a mistake that gives another value."""
    return Mistake(key, sentence, swap=(_VALUE, wrong), hides_from=hides_from)


_CAPPED = tuple(
    _valued(
        f"capped_at_{cap}",
        f"The loss per token is held at {cap} before the exponential, so that a hopeless model "
        "gets a finite number. Where the true one is too large, the answer is inf.",
        f"float(np.exp(min({_EACH}, {cap}.0)))",
    )
    for cap in (10, 20, 30, 88, 100, 300, 500, 600, 700, 705, 708, 709)
)
"""Many limits, since each gives another number."""

_TOO_LARGE = tuple(
    _valued(
        f"{key}_where_too_large",
        f"Where the perplexity is too large {name} comes back. Expected inf.",
        f"{_VALUE} if {_EACH} < 709.5 else {value}",
    )
    for key, name, value in (
        ("zero", "0", "0.0"),
        ("minus_one", "-1", "-1.0"),
        ("none", "None", "None"),
        ("loss", "the loss per token", _EACH),
        ("a_large_number", "a large number", "1e308"),
        ("text", "a text", '"inf"'),
    )
)

RARER = rare(
    *_CAPPED,
    *_TOO_LARGE,
    _valued(
        "inf_too_early",
        "inf comes back although the number still fits into a float: up to 709.78 nats per token "
        "it does. A limit of your own, single precision, or the exponential of the whole loss with "
        "a root afterwards give up sooner.",
        f"{_VALUE} if {_EACH} < 700 else np.inf",
    ),
    Mistake(
        "largest_float_with_warning",
        "Where the perplexity is too large the largest float comes back, as np.nan_to_num makes "
        "it, and np.exp warns before. Expected inf, without a warning.",
        source="""
def perplexity(loss, tokens):
    return float(np.nan_to_num(np.exp(loss / tokens)))
""",
    ),
    _valued(
        "in_bits_twice",
        "The loss per token is turned into bits, and then the exponential is taken with base e. "
        "Base and unit belong together: nats and e.",
        "float(np.exp(loss / tokens / np.log(2)))",
    ),
    _valued(
        "base_ten",
        "10 is raised to the loss per token. A loss in nats belongs to base e.",
        "float(np.float64(10) ** (loss / tokens))",
    ),
    _valued(
        "one_taken_away",
        "1 is taken away, as np.expm1 does. The perplexity of a model that is sure and right is 1.",
        "float(np.expm1(loss / tokens))",
    ),
    _valued("one_added", "1 is added to the perplexity.", f"1 + {_VALUE}"),
    _valued(
        "one_token_more",
        "The loss is divided by one more than the number of tokens.",
        "float(np.exp(loss / (tokens + 1)))",
    ),
    _valued(
        "divided_twice",
        "The loss is divided by the number of tokens twice.",
        "float(np.exp(loss / tokens / tokens))",
    ),
    _valued(
        "divided_on_both_sides",
        "What comes out of the exponential is divided by the number of tokens again.",
        "float(np.exp(loss / tokens) / tokens)",
    ),
    _valued(
        "multiplied",
        "The loss is multiplied by the number of tokens. It is their sum already: divide.",
        "float(np.exp(loss * tokens))",
    ),
    _valued(
        "tokens_taken_away",
        "The number of tokens is taken away from the loss, or both exponentials are divided. "
        "Divide the loss by the tokens, inside of the exponential.",
        "float(np.exp(loss - tokens))",
    ),
    _valued(
        "half_of_it",
        "The loss per token is divided by 2 before the exponential: this is the root of the "
        "perplexity.",
        "float(np.exp(loss / tokens / 2))",
    ),
    _valued(
        "squared",
        "The loss per token is squared before the exponential.",
        "float(np.exp((loss / tokens) ** 2))",
    ),
    _valued(
        "logarithm",
        "The logarithm is taken where the exponential belongs. The loss is a logarithm already.",
        "float(np.log(max(loss / tokens, 1e-300)))",
    ),
    _valued(
        "one_over_it",
        "One over the perplexity comes back, below 1: the mean probability of the truth.",
        f"1 / {_VALUE}",
    ),
    _valued(
        "share_unlike_truth",
        "1 less the mean probability comes back. The perplexity is one over that probability.",
        "1 - float(np.exp(-loss / tokens))",
    ),
    _valued(
        "rounded",
        "The perplexity is rounded to a whole number. Rounding is for whoever prints it.",
        f"float(np.round({_EXP}))",
    ),
    _valued(
        "rounded_to_two",
        "The perplexity is rounded to two digits. Rounding is for whoever prints it.",
        f"float(np.round({_EXP}, 2))",
    ),
    _valued(
        "rest_dropped",
        "The perplexity has lost its fraction: int() and // cut it off.",
        f"float(np.floor({_EXP}))",
    ),
    _valued("array_returned", "An array comes back. Expected one number.", f"np.array([{_EXP}])"),
    _valued(
        "both_returned",
        "Two numbers come back. Expected the perplexity alone.",
        f"({_VALUE}, {_EACH})",
    ),
    _valued("nothing_returned", "Nothing comes back. End with return, not with print.", "None"),
    _valued(
        "summed_by_tokens",
        "The perplexity is multiplied by the number of tokens, of which it does not depend.",
        f"{_VALUE} * tokens",
        "tokens = 1",
    ),
)
