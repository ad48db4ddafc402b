"""The numbers and the claims of lesson 01, held to what its own functions give."""

from __future__ import annotations

import importlib
import re
from collections import Counter

import jupytext
import numpy as np
import pytest

from graders.lessons import load
from graders.paths import DATASETS, solution_source

LESSON = "01_sequences"
pytestmark = pytest.mark.lesson(LESSON)
CELLS = jupytext.read(solution_source(LESSON)).cells
TEXT = " ".join(" ".join(c.source for c in CELLS if c.cell_type == "markdown").split())
QUESTIONS = load(LESSON).questions


numbers = importlib.import_module(f"benchmarks.lessons.{LESSON}")
of = numbers.lesson()


def says(*sentences: str) -> None:
    for sentence in sentences:
        assert sentence in TEXT


def _markdown(part: str) -> str:
    return next(c.source for c in CELLS if c.cell_type == "markdown" and part in c.source)


def test_the_puzzle_has_the_numbers_of_the_log():
    log, sentence = set(numbers.words("log")), numbers.words("sentence")
    assert (len(log), len(sentence)) == (415, 11)
    seen = " ".join(word if word in log else "?" for word in sentence)
    block = "\n".join(re.findall(r"```\n((?:.*\n)*?)```", _markdown("Which kind is which?")))
    lines = block.strip("\n").splitlines()
    assert [*lines[0].split(), *lines[2].split()] == sentence
    tagged = [*lines[1].split(), *lines[3].split()]
    assert [w for w, tag in zip(sentence, tagged, strict=True) if tag == "1"] == [
        "ida",
        "marlowe",
        "jonas",
        "thornwick",
    ]
    says("415 different words and marks", f"`{seen}`", "seven of eleven are unknown")
    assert seen.count("?") == 7
    assert len(numbers.pieces("sentence", [])) == 76
    says("the sentence is 76 steps long", numbers.SENTENCE)


def test_the_sheets_have_the_numbers_of_the_functions():
    entries = of["build_vocabulary"](["the", "lamp", "and", "the", "sea", "and", "the", "bell"])
    names, numbers_below = re.findall(r"```\n(.*)\n(.*)\n```", _markdown("## On paper, whole"))[0]
    assert names.split() == list(entries)
    assert [int(index) for index in numbers_below.split()] == list(entries.values())
    indices = of["encode"](["the", "bell", "and", "the", "goat"], entries)
    says(f"is encoded as {' '.join(map(str, indices))}")
    says(f"`{' '.join(of['decode'](indices, entries))}`")
    five = of["build_vocabulary"](["the", "lamp", "and", "the", "sea", "and", "the", "bell"], 5)
    assert [token for token in entries if token not in five] == ["sea", "bell"]


def test_the_blanks_have_the_numbers_of_the_functions():
    tokens = ["no", "wind", "no", "waves", "no", "wind", "but", "rain"]
    entries, five = of["build_vocabulary"](tokens), of["build_vocabulary"](tokens, 5)
    found = {
        "paper_size": len(entries),
        "paper_wind": entries["wind"],
        "paper_rain": entries["rain"],
        "paper_fog": of["encode"](["fog"], entries)[0],
        "paper_largest": max(five.values()),
    }
    learned = of["bpe_train"]({"ebb": 5, "web": 2, "webs": 1}, 99)
    cut = of["bpe_encode"]("webb", learned)
    found |= {"bpe_merges": len(learned), "webb_pieces": len(cut), "webb_first": len(cut[0])}
    found |= {"bpe_first": 5 + 2 + 1, "bpe_second": 5}
    assert learned == [("e", "b"), ("eb", "b"), ("w", "eb"), ("web", "s")]
    ten = np.arange(10)
    found["windows_by_three"] = len(of["next_token_windows"](ten, 4, 3)[0])
    found["windows_by_one"] = len(of["next_token_windows"](ten, 4, 1)[0])
    padded, mask = of["pad"]([[4, 6], [1, 1, 1, 1]])
    found |= {"padded_mean": padded[0].mean(), "real_mean": padded[0][mask[0]].mean()}
    for name, answer in found.items():
        assert QUESTIONS[name].answer == answer, name


def test_the_table_of_merges_is_what_is_learned():
    learned = of["bpe_train"]({"tea": 4, "sea": 3, "seal": 2}, 99)
    rows = re.findall(r"^\| \d \|.*\| (\w+ \w+) \|", _markdown("| merge | pairs"), re.MULTILINE)
    assert rows == [" ".join(pair) for pair in learned]
    assert of["bpe_encode"]("teal", learned) == ["tea", "l"]
    assert of["bpe_encode"]("seat", learned) == ["sea", "t"]
    says("then tea l", "*Seat* becomes sea t")


def test_three_questions_from_memory_are_what_python_says():
    counts = {"lamp": 2, "oil": 5, "sea": 2}
    ranked = sorted(counts, key=counts.get, reverse=True)  # type: ignore[arg-type]
    assert ranked == ["oil", "lamp", "sea"]
    assert np.arange(10)[np.zeros((3, 2), dtype=int)].shape == (3, 2)
    weights = np.arange(24.0).reshape(4, 6)
    assert (weights @ np.eye(6)[:, 2] == weights[:, 2]).all()


def test_rain_has_the_means_of_its_explanation():
    week = np.array([0, 3, 0, 12, 0, 0, 1])
    assert (week == 0).sum() == 4
    says("`0 3 0 12 0 0 1`")
    explained = QUESTIONS["rain_without_mask"].explanations["c"]
    for part in ("16 mm on 7 days", f"{week.mean():.1f} a day", f"{week[week > 0].mean():.1f}"):
        assert part in explained


def test_the_new_year_is_as_unknown_as_the_text_says():
    assert f"{numbers.unknown('later'):.0%}" == "16%"
    assert f"{numbers.unknown('garden'):.0%}" == "43%"
    assert numbers.unknown("log") == 0
    says("16 % of the new year is unknown, and 43 % of a text about gardens")
    once = sum(times == 1 for times in Counter(numbers.words("log")).values())
    says(f"{once} of the 415 words and marks occur only once")


def test_a_batch_is_padded_as_the_text_says():
    assert f"{numbers.padding()[1]:.0%}" == "44%"
    says("44 % of its work")


def test_seams_continue_as_often_as_the_text_says():
    assert set(numbers.lanes()) == {1.0}
    own, *others = [numbers.seams(seed) for seed in range(8)]
    assert own == (13, 152)
    assert (min(others), max(others)) == ((3, 152), (14, 152))
    says("13 of 152 do (3 to 14 in seven other shuffles)")
    log = Counter(numbers.words("log"))
    assert f"{(log['the'] + log['.']) / log.total():.0%}" == "21%"
    assert [token for token, _ in log.most_common(2)] == ["the", "."]
    says("the* and the full stop make up 21 % of the log")


def test_the_ribbon_shrinks_as_the_text_says():
    cut = numbers.pieces("sentence", numbers.merges())
    assert len(cut) == 31
    known = {*"".join(numbers.words("log")), "_", *map("".join, numbers.merges())}
    assert set(cut) <= known
    says(
        "From 76 pieces to 31, and nothing is unknown", "Words alone cannot do it (7 of 11 unknown)"
    )
    for word in ("lamphouse", "relighted"):
        assert word not in numbers.words("log")
    assert "storehouse" in numbers.words("log")
    assert of["bpe_encode"]("_relighted", numbers.merges()) == ["_re", "light", "ed"]
    assert "".join(cut).replace("_", " ").strip() == " ".join(numbers.words("sentence"))


def test_order_and_neighbours_matter_as_the_text_says():
    some = numbers.merges()
    in_order, backwards = numbers.per_word("later", some), numbers.per_word("later", some[::-1])
    letters = numbers.per_word("later", [])
    assert [f"{rate:.2f}" for rate in (in_order, letters, backwards)] == ["1.59", "4.94", "3.17"]
    says("400 merges leave 1.59 pieces of 4.94", "the same merges leave 3.17**")
    assert len(numbers.pieces("sentence", some[::-1])) == 50
    assert 0.4 < (backwards - in_order) / (letters - in_order) < 0.6
    says("and 50 in our sentence: about half of the gain is gone")
    assert f"{numbers.per_word('garden', some):.2f}" == "2.25"
    says("On gardens it is 2.25")


@pytest.mark.slow
def test_shuffled_letters_teach_little_with_any_seed():
    rates = [f"{numbers.per_word('later', numbers.merges(seed)):.2f}" for seed in range(6)]
    assert (rates[0], min(rates), max(rates)) == ("3.06", "2.71", "3.12")
    says("Shuffled letters leave 3.06 (2.71 to 3.12 with six seeds)")


@pytest.mark.slow
def test_the_dial_has_the_numbers_of_the_text():
    every = numbers.merges(None, 2000)
    assert len(every) == 836
    assert every[:400] == numbers.merges()
    assert f"{numbers.per_word('later', every[:100]):.2f}" == "2.36"
    assert f"{numbers.per_word('later', every):.2f}" == "1.31"
    assert numbers.per_word("log", every) == 1
    says("with 100 merges the next year has 2.36", "With 836, no pair is left", "still has 1.31")


def test_strange_letters_and_bytes_are_as_the_text_says():
    found = numbers.german()
    assert f"{found['strange']:.0%}" == "12%"
    assert (f"{found['bytes']:.2f}", f"{found['letters']:.2f}") == ("3.23", "3.11")
    says("12 % of the tokens hold such a letter", "3.23 pieces per word instead of 3.11")
    assert of["as_bytes"]("möwe").encode("latin-1").decode("utf-8") == "möwe"
    assert all(
        ord(letter) < 256 for word in numbers.words("hafen") for letter in of["as_bytes"](word)
    )


def test_the_vocabulary_of_the_road_knows_every_piece():
    found = numbers.road()
    assert found["letters and merges"] == (431, [])
    assert found["the cut log"] == (349, ["_i", "house"])
    says("the piece *house* was learned, yet in the cut log it never stands by itself")


def test_the_faulty_line_is_the_only_one():
    (listing,) = re.findall(r"```\n(1 .*?)```", _markdown("find the fault"), re.DOTALL)
    code = "\n".join(line[3:] for line in listing.splitlines())
    text = np.arange(10)
    names: dict = {}
    exec(code, names)
    inputs, targets = names["windows"](text, 4, 3)
    assert [len(row) for row in inputs] == [4, 4, 4]
    assert [len(row) for row in targets] == [4, 4, 3]
    exec(code.replace("start + length <=", "start + length <"), names)
    inputs, targets = names["windows"](text, 4, 3)
    np.testing.assert_array_equal(inputs, of["next_token_windows"](text, 4, 3)[0])
    np.testing.assert_array_equal(targets, of["next_token_windows"](text, 4, 3)[1])
    assert QUESTIONS["faulty_line"].answer == 4
    assert "start + length <=" in listing.splitlines()[3]


def test_the_datasheet_counts_what_is_there():
    sheet = (DATASETS / "grayling" / "README.md").read_text("utf-8")
    for name in ("log", "later", "garden", "hafen"):
        tokens = numbers.words(name)
        marks = sum(not re.match(r"\w", token) for token in tokens)
        row = next(line for line in sheet.splitlines() if line.startswith(f"| `{name}`"))
        assert row.endswith(f"| {len(tokens) - marks:,} | {marks} |")


def test_the_edges_are_as_the_text_says():
    nothing = of["encode"]([], {"<PAD>": 0, "<UNK>": 1})
    assert nothing.shape == (0,)
    assert of["one_hot"](nothing, 5).shape == (5, 0)
    assert of["bpe_encode"]("", [("a", "b")]) == []
    two = of["build_vocabulary"](["a", "b"], max_size=2)
    assert of["encode"](["a", "b"], two).tolist() == [1, 1]
    with pytest.raises(ValueError, match="empty"):
        of["pad"]([])
    with pytest.raises(ZeroDivisionError):
        of["next_token_windows"](np.arange(9), 3, 0)
    says("one of Python's own errors comes, and which one depends on your loop")


def test_more_than_a_hundred_mistakes_are_known():
    known = sum(len(exercise.mistakes) for exercise in load(LESSON).exercises.values())
    assert known > 100
    says("for more than a hundred known mistakes")
