"""Mutants of the references: what is made, how it is judged, what is said, what is kept."""

import io
import re

import pytest

from graders import lessons
from graders.authoring.mutants import (
    PAGE,
    Survey,
    Surveying,
    Warm,
    equivalents,
    page,
    results,
    surveying,
)
from graders.authoring.mutants.equivalents import stale
from graders.authoring.mutants.making import OPERATORS, mutants
from graders.authoring.mutants.results import ENDED, Kept, Result, Subject
from graders.authoring.mutants.statements import STATEMENTS
from graders.console import Console
from graders.errors import RefusalError
from graders.lessons.reference import reference
from graders.mutants_bar import MutantsBar

TINY = '''
def tiny(x, W, parameters):
    """Compute something."""
    m = x.shape[1]
    total = np.zeros(3)
    for t in range(m):
        total[t] += parameters["b"] @ W.T - x[:, t] / m
    if m > 1 and not total.any():
        raise ValueError("no total")
    return np.tanh(np.sum(total, axis=0, keepdims=True)), m
'''


def changes(source=TINY):
    return [mutant.change for mutant in mutants(source)]


@pytest.mark.parametrize(
    "change",
    [
        "… - x[:, t] / m → … + x[:, t] / m",
        "… @ W.T - x[:, t] / m → … @ W.T",
        "… W.T → … W",
        "… @ … → … * …",
        "… x[:, t] → … x[t, :]",
        "… x[:, t] → … x[:, t - 1]",
        "… / m → … * m",
        "axis=0 → axis=1",
        "keepdims=True → keepdims=False",
        "np.sum → np.mean",
        "np.tanh(…) → …",
        "x.shape[1] → x.shape[2]",
        "for t in range(m): → for t in range(m - 1):",
        "for t in range(m): → for t in reversed(list(range(m))):",
        "total[t] += … → total[t] = …",
        "total[t] += … → pass",
        "if m > 1 and … → if m >= 1 and …",
        "if m > 1 and … → if m > 1 or …",
        "if … → if not (…)",
        "return (…, m) → return (m, …)",
    ],
)
def test_a_mutant_is_made(change):
    old, new = (".*".join(map(re.escape, side.split("…"))) for side in change.split(" → "))
    pattern = re.compile(f".*{old}.* → .*{new}.*")
    assert any(pattern.fullmatch(made) for made in changes()), "\n".join(changes())


def test_no_two_mutants_of_a_function_are_the_same_or_say_the_same():
    made = mutants(TINY)
    assert len({m.source for m in made}) == len({m.change for m in made}) == len(made) > 50


def test_what_a_mutant_is_called_does_not_depend_on_other_lines():
    longer = TINY.replace("    total = np", "    other = m + 1\n    total = np")
    assert [c for c in changes() if c.startswith("total = ")] == [
        c for c in changes(longer) if c.startswith("total = ") and "other" not in c
    ]


def test_docstrings_and_texts_of_exceptions_stay():
    assert all("Compute something" not in m.source for m in mutants(TINY))
    kept = [m for m in mutants(TINY) if "raise" in m.source]
    assert all("raise ValueError('no total')" in m.source for m in kept)


def test_a_long_line_is_shown_around_the_change():
    line = "    return f(aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccc, "
    source = f"def long(a):\n{line}dddddddddddddddddd, a + 1, eeeeeeeeeeeeeeeeeeeeeeee)\n"
    assert changes(source)[-1] == (
        "…, dddddddddddddddddd, a + 1, eeeeeeeeeeeeeeeeeeeeeeee) → "
        "…, dddddddddddddddddd, a + 0, eeeeeeeeeeeeeeeeeeeeeeee)"
    )


def test_every_operator_is_of_use():
    made = {
        mutant.operator
        for lesson in lessons.names()
        for name in lessons.exercise_names(lesson)
        for mutant in mutants(reference(lesson).source(name))
    }
    assert {f.__name__ for f in (*OPERATORS, *STATEMENTS)} - made <= {"other_end"}


# How they are judged


RIGHT = "def scaled(x, factor):\n    return np.multiply(x, factor)\n"


@pytest.fixture(scope="module")
def warm():
    with Warm(seconds=10.0) as process:
        yield process


def judged(warm, body):
    return warm.judged("00_mini", "scaled", f"def scaled(x, factor):\n    {body}\n")


@pytest.mark.slow
def test_the_reference_passes_and_a_registered_mistake_is_named(mini, warm):
    assert judged(warm, "return np.multiply(x, factor)") == Result(False, (False,) * 3)
    assert judged(warm, "return np.add(x, factor)") == Result(True, (True,) * 3, "mistake", "added")


@pytest.mark.slow
def test_what_fails_is_told_apart(mini, warm):
    assert judged(warm, "return x @ x").told == "exception"
    assert judged(warm, "return x * factor + 0.01").told == "ablation"


@pytest.mark.slow
def test_a_mutant_that_never_ends_fails_within_its_time(mini, warm):
    assert judged(warm, "while True: pass") == Result(True, (True,) * 3, "ended")


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "import os; os._exit(0)",
        "\n    while True:\n        try:\n            while True: pass\n"
        "        except BaseException: pass",
    ],
    ids=["ends its process", "cannot be interrupted"],
)
def test_a_mutant_that_must_be_stopped_fails_and_the_next_one_is_judged(mini, warm, body):
    assert judged(warm, body) == ENDED
    assert not judged(warm, "return np.multiply(x, factor)").visible


@pytest.mark.slow
def test_an_exercise_that_cannot_be_made_ready_is_refused(mini, warm):
    with pytest.raises(RefusalError) as refused:
        warm.judged("00_mini", "nothing", "def nothing():\n    pass\n")
    assert str(refused.value) == (
        "nothing: its cases could not be made ready. Expected an exercise that is built and "
        "healthy. See what `graders doctor 00_mini nothing` says."
    )


@pytest.mark.slow
def test_a_mutant_that_eats_memory_fails(mini, warm):
    assert judged(warm, "return [np.empty(1 << 24) for _ in range(1000)]").told == "exception"


@pytest.mark.slow
def test_a_run_goes_on_where_it_was_killed(mini, warm, tmp_path):
    path = tmp_path / "kept.jsonl"
    first = Surveying("00_mini", "shifted", Kept(path))
    run = first.run(warm)
    done = [next(run), next(run)]
    run.close()
    path.write_text(path.read_text() + '{"of": "half a li')  # as a kill leaves it
    second = Surveying("00_mini", "shifted", Kept(path))
    assert [m for m in second.mutants if m not in second.missing] == done
    assert tuple(second.run(warm)) == second.mutants[2:]
    third = Surveying("00_mini", "shifted", Kept(path))
    assert third.missing == []
    assert third.survey().results == second.survey().results


def test_another_mutant_reference_or_table_is_judged_anew(mini, monkeypatch):
    before = Subject("00_mini", "shifted")
    first, second = before.mutants[:2]
    assert before.keys(first) != before.keys(second)
    monkeypatch.setattr(results, "SEEDS", (7,))
    assert Subject("00_mini", "shifted").keys(first) != before.keys(first)


def test_hidden_cases_are_not_run_again_where_a_mistake_was_added(mini, monkeypatch, tmp_path):
    first, *_ = Subject("00_mini", "shifted").mutants
    keys = Subject("00_mini", "shifted").keys(first)
    known = Kept(tmp_path / "kept.jsonl")
    known.put(keys, Result(True, (True, False, True), "general"))
    monkeypatch.setattr(results, "_visible", lambda lesson, exercise: ["another table"])
    new = Subject("00_mini", "shifted").keys(first)
    again = Kept(tmp_path / "kept.jsonl")
    assert again.get(new) is None
    assert again.hidden(new) == (True, False, True)
    again.put(new, Result(True, (True, False, True), "mistake", "subtracted"))
    assert again.get(new).key == "subtracted"


# What is said


LINE = "return x + 1.0 → return x - 1.0"


def survey(listed=(), **results):
    kinds = {
        "caught": Result(True, (True, True, True), "mistake", "subtracted"),
        "raises": Result(True, (True, True, True), "exception"),
        "passes": Result(False, (False, False, False)),
        "sometimes": Result(True, (True, False, True), "general"),
        "seen": Result(True, (False, False, False), "general"),
    }
    made = {
        f"{kind} {number}": kinds[kind]
        for kind, times in results.items()
        for number in range(times)
    }
    return Survey("00_mini", "shifted", "abc", made, dict.fromkeys(listed, "a reason"))


def test_shares_count_what_returns_something():
    found = survey(caught=97, passes=3, raises=50)
    assert (found.visible, len(found.returning), found.named) == (97, 100, 97)
    assert found.complaints == [
        "shifted: 97 of 100 wrong mutants that return something fail on visible cases. Expected "
        "98 % or more. Draw cases that tell the others from the reference; what no case can tell "
        "goes into graders/lessons/00_mini/equivalent.toml, with the reason.",
        "shifted: 97 of 100 wrong mutants that return something fail on hidden cases. Expected "
        "99 % or more. Draw cases that tell the others from the reference; what no case can tell "
        "goes into graders/lessons/00_mini/equivalent.toml, with the reason.",
    ]
    assert survey(caught=99, passes=1).complaints == []


def test_what_passes_is_listed():
    assert survey(caught=1, passes=1, sometimes=1, seen=1).uncaught == [
        "passes on visible and hidden cases: passes 0",
        "passes on some hidden (1 of 3 tables) cases: sometimes 0",
        "passes on hidden cases: seen 0",
    ]


def test_equivalent_mutants_do_not_count():
    found = survey(listed=["passes 0"], caught=1, passes=1)
    assert (found.equivalent, found.uncaught, found.complaints) == (1, [], [])


def test_a_stale_entry_is_a_complaint():
    assert stale("00_mini", "shifted", {"y → z": "why"}, [LINE]) == [
        "graders/lessons/00_mini/equivalent.toml: [shifted] lists “y → z”, which is no mutant of "
        "today's reference. Take the entry out."
    ]
    (near,) = stale("00_mini", "shifted", {LINE.replace("1.0", "2.0"): "why"}, [LINE])
    assert near.endswith(f"Did you mean “{LINE}”?")
    assert survey(listed=["gone 0"], caught=1).complaints != []


@pytest.mark.parametrize(("kind", "where"), [("caught", "visible"), ("raises", "visible")])
def test_an_entry_that_fails_is_a_complaint(kind, where):
    assert survey(listed=[f"{kind} 0"], **{kind: 1}).complaints == [
        f"graders/lessons/00_mini/equivalent.toml: [shifted] lists “{kind} 0” as equivalent, but "
        f"it fails on {where} cases. Take the entry out."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[shifted", "is no TOML: "),
        (
            "[other]\n",
            "speaks of other, which is no exercise of the lesson. Expected one of scaled, ",
        ),
        ('[shifted]\n"a → b" = ""\n', "[shifted] lists “a → b” without a reason. Expected a "),
    ],
)
def test_a_list_that_cannot_be_read_is_refused(mini, monkeypatch, tmp_path, text, said):
    path = tmp_path / "equivalent.toml"
    path.write_text(text)
    monkeypatch.setattr(equivalents, "file_of", lambda lesson: path)
    with pytest.raises(RefusalError) as refused:
        equivalents.equivalents("00_mini")
    assert str(refused.value).startswith("graders/lessons/00_mini/equivalent.toml")
    assert said in str(refused.value)


def test_the_terminal_says_what_became_of_them():
    console = Console(file=io.StringIO(), width=200, soft_wrap=True)
    bar = MutantsBar(console)
    bar.begin(100, 40)
    bar.one()
    bar.survey(survey(caught=99, passes=1), [])
    assert console.file.getvalue().splitlines() == [
        "40 of 100 mutants are judged already; on with the rest.",
        "  yes shifted: 100 mutants, 0 equivalent; of 100 wrong ones that return something 99 fail "
        "on visible and 99 on hidden cases; named: 99",
        "        passes on visible and hidden cases: passes 0",
    ]
    bar.survey(survey(seen=1), ["It is wrong."], whole=True)
    assert console.file.getvalue().splitlines()[4:] == [
        "        told in general: seen 0",
        "        passes on hidden cases: seen 0",
        "        It is wrong.",
    ]
    assert bar.stopped() == (
        "Stopped: 41 of 100 mutants are judged, and what became of them is kept. Run the same "
        "command again, and it goes on with the others."
    )


# The page


ROWS = page.parsed(PAGE.read_text(encoding="utf-8"))


def test_the_page_is_what_would_be_written():
    assert page.rendered(ROWS) == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", ROWS)
def test_the_page_belongs_to_todays_sources(lesson):
    assert list(ROWS[lesson]) == lessons.exercise_names(lesson)
    listed = equivalents.equivalents(lesson)
    old = [
        name
        for name, row in ROWS[lesson].items()
        if Subject(lesson, name).digest(sorted(listed.get(name, {}))) != row.digest
    ]
    assert old == [], f"run `graders doctor --mutants {lesson} {' '.join(old)}`"


@pytest.mark.parametrize("lesson", lessons.names())
def test_every_equivalent_mutant_is_a_mutant(lesson):
    for name, listed in equivalents.equivalents(lesson).items():
        made = [m.change for m in Subject(lesson, name).mutants]
        assert stale(lesson, name, listed, made) == []


@pytest.mark.parametrize("lesson", ROWS)
def test_the_page_says_that_the_checks_bite(lesson):
    for row in ROWS[lesson].values():
        for cell, least in zip(row.cells[4:6], (surveying.VISIBLE, surveying.HIDDEN), strict=True):
            caught, of = map(int, cell.split(" of "))
            assert caught >= least * of


def test_a_run_of_one_exercise_leaves_the_other_rows(mini):
    rows = {"00_mini": {"scaled": page.Row(("scaled", *"1234567890", "`a`"))}}
    new = page.with_surveys(rows, [survey(caught=2, passes=1)])
    assert list(new["00_mini"]) == ["scaled", "shifted"]
    assert new["00_mini"]["scaled"] == rows["00_mini"]["scaled"]
    assert new["00_mini"]["shifted"].cells == (
        "shifted", "3", "0", "0", "2 of 3", "2 of 3", "2", "0", "0", "0", "100 %", "`abc`",
    )  # fmt: skip
    assert page.parsed(page.rendered(new)) == new
