"""A miniature lesson whose values are no floats, from its contract to verdicts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from judging.vocabulary import Vocabulary

import graders.lessons
import graders.paths
from graders.authoring.axes import misfits
from graders.exercise import Refusal
from graders.judging import Outcome, Verdict, judge, judge_json, observe
from graders.judging.answering import RefusalMissingError, hidden_table, visible_table
from graders.judging.frozen import table_from_json, table_to_json
from graders.judging.observe import observe_json
from graders.judging.table import Table
from graders.lessons.reference import reference

LESSON = "01_values"
HERE = Path(__file__).parents[1] / "values"
NAMES = ("vocabulary", "encoded", "pairs")
MOVED = (
    "The keys are right and stand in another order, so their values are others, too: look at what "
    "they are sorted by."
)


@pytest.fixture(autouse=True)
def lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lesson stands among the lessons during each test."""
    monkeypatch.setattr(graders.paths, "SOLUTIONS", HERE / "solutions")
    paths = [*graders.lessons.__path__, str(HERE / "contracts")]
    monkeypatch.setattr(graders.lessons, "__path__", paths)


def tables(name: str) -> list[Table]:
    return [visible_table(LESSON, name), hidden_table(LESSON, name, seed=3)]


def verdict(name: str, function: Any, table: Table | None = None) -> Verdict:
    table = table or visible_table(LESSON, name)
    return judge(table, observe(function, table.cases, seconds=2.0))


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_earns_everything_also_by_way_of_json(name: str) -> None:
    for table in tables(name):
        function = getattr(reference(LESSON), name)
        assert verdict(name, function, table).points == table.points
        back = table_from_json(table_to_json(table))
        assert table_to_json(back) == table_to_json(table)
        answer = observe_json(function, back.cases_json())
        assert judge_json(back, answer).outcome is Outcome.PASSED
        assert list(misfits(table)) == []


@pytest.mark.parametrize("name", NAMES)
def test_each_mistake_is_diagnosed_as_itself(name: str) -> None:
    for table in tables(name):
        for mistake in graders.lessons.load(LESSON).exercises[name].mistakes:
            wrong = reference(LESSON).with_mistake(name, mistake)[name]
            failed = verdict(name, wrong, table)
            assert failed.points < table.points
            assert failed.mistake == mistake.key


def test_a_list_or_dict_that_is_changed_in_place_is_named() -> None:
    def consumed(tokens: list[str]) -> object:
        made = reference(LESSON).pairs(list(tokens))
        tokens.pop()
        return made

    said = verdict("pairs", consumed)
    assert said.returned == "Your function changed what it was given: tokens."

    def added(texts: Any, index: dict[str, int]) -> object:
        made = reference(LESSON).encoded(texts, dict(index))
        index["more"] = 1
        return made

    assert verdict("encoded", added).returned == ("Your function changed what it was given: index.")


def encoded(texts: Any, index: Any) -> Any:
    ids = np.array([[index.get(t, 0) for t in text] for text in texts])
    return ids, (ids == 0).any(axis=1)


def with_a_key_error(texts: Any, index: Any) -> Any:
    ids = np.array([[index[t] for t in text] for text in texts])
    return ids, (ids == 0).any(axis=1)


class UnknownTokenError(ValueError):
    """A learner's own."""


def with_a_subclass(texts: Any, index: Any) -> Any:
    try:
        return with_a_key_error(texts, index)
    except KeyError:
        raise UnknownTokenError from None


def always_refusing(texts: Any, index: Any) -> Any:
    raise ValueError("never")


LABEL = "raises ValueError for a token that is unknown"


def part(said: Verdict, name: str) -> Any:
    return next(p for p in said.parts if p.name == name)


def test_a_refusal_is_a_part_of_its_own_worth_one_point() -> None:
    passed = verdict("encoded", with_a_subclass)
    assert passed.outcome is Outcome.PASSED
    assert part(passed, LABEL).points == part(passed, LABEL).max_points == 1.0
    assert passed.points == 40


def test_a_function_that_returns_where_it_should_refuse_is_told() -> None:
    for table in tables("encoded"):
        said = verdict("encoded", encoded, table)
        assert said.points == 39
        assert said.mistake == "unknown_is_zero"
        assert said.returned == (
            "Your function returned a tuple of 2 for a token that is unknown."
            if not table.hidden
            else "Your function returned a tuple for a token that is unknown."
        )
        assert said.expected == "Expected it to raise ValueError."


def test_a_function_that_raises_another_type_is_told() -> None:
    said = verdict("encoded", with_a_key_error)
    assert said.points == 39
    assert said.returned.startswith("Your code raised KeyError in with_a_key_error, line ")
    assert said.expected == "Expected it to raise ValueError."
    assert said.usually == (
        "Look at the inputs first, and raise ValueError before anything else can fail."
    )
    hidden = verdict("encoded", with_a_key_error, hidden_table(LESSON, "encoded", seed=3))
    assert hidden.returned == (
        "Your code raised KeyError on the case “a token that is unknown” (m=3, T=5)."
    )


def test_a_function_that_refuses_everything_earns_nothing() -> None:
    said = verdict("encoded", always_refusing)
    assert said.points == 0
    assert said.outcome is Outcome.ERROR
    assert said.usually == (
        "ValueError is for a token that is unknown, and this case is none: look at the condition."
    )
    assert part(said, LABEL).outcome is Outcome.SKIPPED


def test_a_type_that_is_only_called_like_the_expected_one_is_no_refusal() -> None:
    fake = type("ValueError", (Exception,), {})

    def function(texts: Any, index: Any) -> Any:
        try:
            return with_a_key_error(texts, index)
        except KeyError:
            raise fake from None

    assert part(verdict("encoded", function), LABEL).points == 0


def test_a_reference_that_does_not_refuse_is_no_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    lesson = graders.lessons.load(LESSON)
    refuses = {"an empty list": Refusal(ValueError, lesson.exercises["pairs"].cases)}
    wrong = replace(lesson.exercises["pairs"], refuses=refuses)
    monkeypatch.setitem(lesson.exercises, "pairs", wrong)  # type: ignore[arg-type]
    with pytest.raises(RefusalMissingError) as caught:
        visible_table(LESSON, "pairs")
    assert str(caught.value) == (
        "pairs: the reference does not refuse an empty list. Expected it to raise ValueError; it "
        "returned, or changed its inputs."
    )


def test_only_pythons_own_exceptions_can_be_asked_for() -> None:
    with pytest.raises(ValueError, match="UnknownTokenError is none of Python's own exceptions"):
        Refusal(UnknownTokenError, lambda draw: {})


SECRET = "w4711"
HOSTILE: dict[str, Any] = {
    "a string": SECRET,
    "keys": {SECRET: 0},
    "a nest": [(SECRET, [SECRET, {SECRET: 4711}])],
    "an integer": 4711,
    "an array": (np.full((3, 5), 4711), np.zeros(3, dtype=bool)),
    "a shape": (np.zeros((47, 11), dtype=int), np.zeros(4711, dtype=bool)),
    "a type": type(SECRET, (), {})(),
    "many": [SECRET] * 4711,
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_that_was_returned_is_quoted_on_hidden_cases(name: str, value: Any) -> None:
    table = hidden_table(LESSON, name, seed=3)
    said = verdict(name, lambda *arguments: value, table)
    assert said.points < table.points
    for quoted in ("4711", "47, 11"):
        assert quoted not in str(said)
    assert Vocabulary(table).strange(said) == []


def test_nothing_that_was_raised_is_quoted_where_it_should_be_refused() -> None:
    kind = type(SECRET, (KeyError,), {})

    def function(texts: Any, index: Any) -> Any:
        raise kind(SECRET)

    said = verdict("encoded", function, hidden_table(LESSON, "encoded", seed=3))
    assert "4711" not in str(said)
    assert part(said, LABEL).outcome is Outcome.FAILED
    assert Vocabulary(hidden_table(LESSON, "encoded", seed=3)).strange(said) == []


@pytest.mark.parametrize(
    ("name", "function", "usually"),
    [
        (
            "pairs",
            lambda tokens: [(tokens[i], tokens[i + 1]) for i in range(len(tokens) - 1)][::-1],
            "The entries are right and in reverse order.",
        ),
        (
            "pairs",
            lambda tokens: [(tokens[i], tokens[i + 1]) for i in range(len(tokens) - 2)],
            "The last entry is missing; all others are right.",
        ),
        (
            "vocabulary",
            lambda tokens: dict(enumerate(dict.fromkeys(tokens))),
            "Keys and values are swapped.",
        ),
        (
            "vocabulary",
            lambda tokens: {t: i for i, t in enumerate(sorted(set(tokens)))},
            "",
        ),
    ],
)
def test_what_it_looks_like_is_the_third_sentence(name: str, function: Any, usually: str) -> None:
    for table in tables(name):
        said = verdict(name, function, table)
        assert said.usually == (usually if usually or table.hidden else MOVED)
        assert "term by term" not in said.message
        assert said.location is None
        assert not table.hidden or Vocabulary(table).strange(said) == []
