"""Two known mistakes made at once are both named."""

from __future__ import annotations

import numpy as np

from graders.judging import frozen_names, frozen_table, hidden_table, judge_function
from graders.judging.digests import digest
from graders.judging.judge import TWO
from graders.judging.observe import observe
from graders.judging.pairs import marks, near
from graders.judging.recasting import recast
from graders.kinds import is_exact
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"
solved = reference(LESSON)


def said(exercise, function):
    return judge_function(frozen_table(exercise), function, 2.0, 5.0)


def test_two_mistakes_in_one_returned_value_are_both_named():
    def cell(xt, a_prev, parameters):
        p = parameters
        a_next, _, cache = solved.rnn_cell_forward(xt, a_prev, p)
        return a_next, 1 / (1 + np.exp(-(p["Wya"] @ a_prev + p["by"]))), cache

    mistake = said("rnn_cell_forward", cell).usually
    assert mistake.startswith(f"{TWO} yt_pred is computed from a_prev")
    assert "The output goes through a sigmoid." in mistake


def test_two_mistakes_of_which_each_spoils_several_values_are_both_named():
    def both(y_pred, y, a, parameters):
        right = solved.output_backward(y_pred, y, a, parameters)
        return {name: -y.shape[1] * value for name, value in right.items()}

    mistake = said("output_backward", both).usually
    assert mistake.startswith(TWO)
    assert "not divided by m" in mistake
    assert "the wrong way round" in mistake


def test_two_mistakes_in_two_returned_values_are_both_named():
    def both(da_next, cache):
        right = solved.rnn_cell_backward(da_next, cache)
        return {**right, "dWax": right["dWax"].T, "dWaa": right["dWaa"].T}

    mistake = said("rnn_cell_backward", both).usually
    assert "dWaa is transposed" in mistake
    assert "dWax is transposed" in mistake


def test_two_mistakes_in_a_value_that_is_judged_exactly_are_both_named():
    def vocabulary(tokens, max_size=10_000):
        """Ties go by the alphabet, and one place too many is used."""
        kinds = sorted(set(tokens) - {"<PAD>", "<UNK>"}, key=lambda t: (-tokens.count(t), t))
        found = {token: index for index, token in enumerate(kinds[: max_size - 1], start=2)}
        return {**found, "<PAD>": 0, "<UNK>": 1}

    mistake = said("build_vocabulary", vocabulary).usually
    assert mistake.startswith(f"{TWO} The vocabulary is one entry larger than max_size")
    assert "order of the alphabet" in mistake


def test_two_wrong_types_and_values_are_both_named():
    mistake = said("encode", lambda tokens, vocabulary: [vocabulary.get(t, 0) for t in tokens])
    assert mistake.usually.startswith(f"{TWO} Unknown tokens become 0")
    assert "A list comes back." in mistake.usually


def test_a_mistake_in_values_and_one_of_kind_are_both_named():
    def cut(word, merges):
        """One walk through the word with whatever fits, joined to a text."""
        pieces, at = list(word), 0
        while at < len(pieces) - 1:
            if (pieces[at], pieces[at + 1]) in merges:
                pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]
                at = 0
            else:
                at += 1
        return " ".join(pieces)

    mistake = said("bpe_encode", cut).usually
    assert mistake.startswith(f"{TWO} Whichever merge fits at the leftmost place")
    assert "One string comes back" in mistake


def test_what_came_back_is_put_into_the_kind_that_is_asked_for():
    assert recast("a b", ["a", "c"]) == ["a", "b"]
    assert recast((1, 2), [1, 2]) == [1, 2]
    assert recast("a b", 1) == "a b"
    whole = recast([[1.0, 2.0]], np.array([[1, 2]]))
    assert whole.dtype.kind == "i"
    assert recast([[1.5, 2.0]], np.array([[1, 2]])).dtype.kind == "f"
    assert recast(np.array([0, 1]), np.array([True, True])).dtype.kind == "b"
    assert recast(np.array([]), np.zeros((0, 3), dtype=int)).shape == (0, 3)
    inputs, targets = recast([[[1, 2]], [[2, 3]]], (np.array([[1, 2]]), np.array([[2, 3]])))
    assert inputs.shape == targets.shape == (1, 2)


def test_no_pair_of_exact_mistakes_is_a_mistake_or_right():
    for name in frozen_names("01_sequences"):
        table = frozen_table(name)
        if not is_exact(table.returns):
            continue
        single = {digest(known.observations) for known in table.mistakes}
        single.add(digest(observe(getattr(reference("01_sequences"), name), table.cases)))
        found = [pair.marks[0] for pair in table.pairs]
        assert single.isdisjoint(found)
        assert len(set(found)) == len(found)


def test_a_single_mistake_is_no_pair():
    for name in frozen_names(LESSON):
        table = frozen_table(name)
        small = table.ablations[0]
        wanted = small.expected
        if len(wanted) == len(table.returns):
            right = marks(wanted if table.as_dict else _listed(wanted), table, wanted)
            assert not any(near(right, pair.marks) for pair in table.pairs)
        assert all(pair.first < pair.second < len(table.mistakes) for pair in table.pairs)
        assert all(
            table.mistakes[i].exercise == name for p in table.pairs for i in (p.first, p.second)
        )


def _listed(wanted):
    values = tuple(wanted.values())
    return values[0] if len(values) == 1 else values


def test_a_hidden_table_has_no_pairs():
    assert hidden_table(LESSON, "softmax", 3).pairs == ()
