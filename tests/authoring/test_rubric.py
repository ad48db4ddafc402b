"""What a machine can check of a lesson's text, questions and experiments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graders import lessons
from graders.authoring import doctor, ideas, measuring, rubric
from graders.exercise import Lesson
from graders.question import Question

LESSON = "02_vanilla_rnn"
HEAD = """\
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---
"""
GUESS = '# %% active="ipynb" tags=["question"]\n# guess(best=0.3)\n'
ANSWER = '# %% active="ipynb" tags=["question"]\n# check(first="a")\n'
EXPERIMENT = '# %% active="ipynb" tags=["experiment"]\n'
EXERCISE = "# %%\ndef f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION\n"


def text(count: int) -> str:
    """Return a cell of so many words, ten a paragraph."""
    lines = ["word " * 10] * (count // 10) + ["word " * (count % 10)]
    return "# %% [markdown]\n" + "\n#\n".join(f"# {line}".rstrip() for line in lines) + "\n"


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes a lesson of cells."""

    def make(*cells: str, **questions: Question) -> Lesson:
        source = tmp_path / f"{LESSON}.py"
        source.write_text("\n".join((HEAD, *cells)), encoding="utf-8")
        monkeypatch.setattr(rubric, "solution_source", lambda name: source)
        return Lesson(LESSON, {}, questions)

    return make


def letter(right: str = "a", **options: str) -> Question:
    options = options or {"a": "one", "b": "two", "c": "three"}
    return Question.letter("?", options=options, right=right, explanations=options)


@pytest.mark.parametrize("name", lessons.names())
@pytest.mark.parametrize("invariant", rubric.RUBRIC.values(), ids=lambda f: f.__name__)
def test_every_lesson_meets_it_or_is_a_draft(name, invariant):
    contract = lessons.load(name)
    assert doctor.is_draft(contract) or invariant(contract) == []


def test_words_are_counted_without_formulas_tables_and_code():
    assert measuring.words("Two words $a + b$ and $x$ `code` too.") == 5
    assert (
        measuring.words("Before\n\n$$a = b$$\n\n| a | b |\n|---|---|\n\n```\ncode\n```\nafter") == 2
    )
    assert measuring.words("a [link](https://example.org/a/b) here - and ...") == 4
    assert measuring.formulas("$$a$$ text $b$ $$\nc\n$$") == 2


def test_something_to_do_that_comes_late_is_found(lesson):
    assert rubric.something_to_do_soon(lesson(text(150), GUESS, text(449), EXERCISE)) == []
    assert rubric.something_to_do_soon(lesson(text(151), GUESS, text(450), EXERCISE)) == [
        "Cell 2 is the first with something to answer or to write, after 151 words. Allowed are "
        "150: move what is not needed yet behind it.",
        "Cell 4 is the first with an exercise, after 601 words. Allowed are 600: move what is not "
        "needed yet behind it.",
    ]
    assert rubric.something_to_do_soon(lesson(text(10))) == [
        "There is not something to answer or to write. Expected it within 150 words.",
        "There is not an exercise. Expected it within 600 words.",
    ]


def test_a_long_way_between_two_actions_is_found(lesson):
    assert rubric.actions_are_near(lesson(text(200), GUESS, text(300), ANSWER, text(900))) == []
    assert rubric.actions_are_near(lesson(text(201), GUESS, text(300), ANSWER)) == [
        "Cells 1 to 2 have 201 words before the learner acts. Allowed are 200, and 300 in one "
        "place: shorten them, or ask something between."
    ]
    assert rubric.actions_are_near(lesson(text(301), GUESS)) == [
        "Cells 1 to 2 have 301 words before the learner acts. Allowed are 200, and 300 in one "
        "place: shorten them, or ask something between."
    ]
    four = "# %% [markdown]\n" + "# $$a$$\n#\n" * 4
    assert rubric.actions_are_near(lesson(text(5), GUESS, four, ANSWER)) == [
        "Cells 3 to 4 display 4 formulas before the learner acts. Allowed are 3: join them, or ask "
        "something between."
    ]


def test_running_a_cell_is_no_action(lesson):
    cells = text(150), EXPERIMENT + "# print(1)\n", text(151), EXERCISE
    assert len(rubric.actions_are_near(lesson(*cells))) == 1


def test_a_long_paragraph_and_a_long_lesson_are_found(lesson):
    long = "# %% [markdown]\n# " + "word " * 91 + "\n"
    assert rubric.texts_are_short(lesson(text(5000))) == []
    assert rubric.texts_are_short(lesson(text(4910), long)) == [
        "Cell 2 has a paragraph of 91 words, “word word word word word word word word …”. Allowed "
        "are 90.",
        "The lesson has 5001 words. Allowed are 5000.",
    ]


def test_items_of_a_list_are_paragraphs_of_their_own():
    assert len(list(measuring.paragraphs("Before:\n\n- one\n  more\n- two\n\nafter"))) == 4


def test_parts_that_are_long_or_not_estimated_are_found(lesson):
    exercises = lessons.load(LESSON).exercises

    def found(*headings):
        made = lesson(*(f"# %% [markdown]\n# # {heading}\n" for heading in headings))
        return rubric.parts_are_short(replace(made, exercises=exercises))

    assert found("Part 1. Forward (60 minutes)", "Part 2. (0 minutes)") == []
    assert found("Part 1. Forward (61 minutes)", "Part 2. Back") == [
        "Cell 1: “Part 1. Forward” takes 61 minutes. Allowed are 60: make two parts of it.",
        "Cell 2: “Part 2. Back” has no estimate. Expected one, as in “(45 minutes)”.",
    ]
    assert found(*["Part 1. Forward (50 minutes)"] * 5) == [
        "The parts take 250 minutes. Allowed are 240."
    ]
    assert rubric.parts_are_short(lesson(text(5))) == [
        "There are 0 exercises. Expected 6 to 14.",
        "No heading is a part. Expected “# Part 1. Name (45 minutes)”.",
    ]


def test_given_code_is_counted_without_imports_docstrings_and_pictures(lesson):
    given = (
        "import numpy as np\nfrom graders import check\n\n# why\nscenes.cell()\nprogress()\n"
        'def f(x):\n    """Return it.\n\n    All of it.\n    """\n    return x\n\n\n'
        'plots.bars(\n    [1]\n)\nguess("best", outcome=1)\n'
    )
    cell = measuring.Cell(1, "given", given)
    assert measuring.given_lines(cell) == 5


def test_a_function_that_the_learner_writes_gives_nothing_but_the_lines_around(lesson):
    written = "    ### BEGIN YOURS\n    b = 2\n    ### END YOURS\n"
    source = f"def f(x):\n    a = 1\n{written}    return a\n"
    cell = measuring.Cell(1, "written", source, experiment=True)
    assert (measuring.given_lines(cell), measuring.written_lines(cell)) == (2, 1)
    exercise = replace(cell, experiment=False)
    assert (measuring.given_lines(exercise), measuring.written_lines(exercise)) == (0, 1)


def test_more_given_than_written_is_found(lesson):
    long = EXPERIMENT + "".join(f"# a{i} = {i}\n" for i in range(26))
    assert rubric.learners_write_most(lesson(EXERCISE, EXPERIMENT + "# a = 1\n")) == []
    assert rubric.learners_write_most(lesson(EXERCISE, long)) == [
        "Cell 2 gives 26 lines of code. Allowed are 25: split it, or let a helper draw.",
        "The lesson gives 26 lines of code, and the learner writes 1. Expected at least as many "
        "written as given: let the learner write the line that matters.",
    ]


def test_nbgraders_markers_in_an_experiment_are_found(lesson):
    experiment = EXPERIMENT + "# ### BEGIN SOLUTION\n# a = 1\n# ### END SOLUTION\n"
    assert rubric.learners_write_most(lesson(experiment)) == [
        "Cell 1 is an experiment with nbgrader's markers, and nbgrader alone refuses it. Expected "
        "`### BEGIN YOURS` and `### END YOURS`."
    ]
    assert rubric.learners_write_most(lesson(experiment.replace("SOLUTION", "YOURS"))) == []


def test_few_questions_of_one_form_are_found(lesson):
    letters = {name: letter() for name in "pqr"}
    number = Question.number("?", answer=1, tolerance=0.1)
    words = Question.words("?", model="a whole sentence of words")
    assert rubric.questions_are_varied(lesson(**letters, s=number, t=words)) == []
    assert rubric.questions_are_varied(lesson(**letters, s=Question.guess("?"))) == [
        "There are 3 questions. Expected 5 or more.",
        "Questions have 1 forms: letter. Expected 3 of letter, number, order and words.",
    ]


AUTHOR = '# %% tags=["author"]\n'
SYMBOLS = "# Symbols, each with its one meaning:\n#\n# - a: the state\n# - z: inside\n#\n"
DECISIONS = "# Decisions that the learner takes:\n#\n" + "# - f: an axis\n" * 20


def test_a_symbol_with_two_meanings_is_found(lesson):
    assert rubric.symbols_have_one_meaning(lesson(AUTHOR + SYMBOLS + DECISIONS)) == []
    twice = SYMBOLS + "# - z: the scores\n"
    assert rubric.symbols_have_one_meaning(
        lesson(AUTHOR + twice.replace("#\n# - z: the", "# - z: the"))
    ) == [
        "The source has no list under “Decisions that the learner takes:” in a cell with the tag "
        "`author`.",
        "The symbol z has 2 meanings in the list of symbols. Expected one.",
    ]
    few = DECISIONS.replace("# - f: an axis\n", "", 1)
    made = lesson(AUTHOR + SYMBOLS + few)
    dear = replace(lessons.load(LESSON).exercises["softmax"], points=6)
    assert rubric.symbols_have_one_meaning(replace(made, exercises={"g": dear})) == [
        "19 decisions are listed. Expected 20.",
        "g: no decision of the learner is listed, and it is worth 6 points.",
    ]


def test_what_an_author_keeps_is_not_shown_to_students():
    from graders.authoring.build import solved_notebook

    shown = "\n".join(cell.source for cell in solved_notebook(lessons.load(LESSON)).cells)
    assert rubric.SYMBOLS not in shown


def test_a_source_that_nobody_uses_is_found(lesson):
    used = "# %% [markdown]\n# Elman did it.\n"
    sources = (
        "# %% [markdown]\n# ## Sources\n#\n# - Elman, Jeffrey L. (1990): *Finding structure.* A "
        "journal\n#   with (2) pages.\n"
    )
    assert rubric.sources_are_used(lesson(used, sources)) == []
    assert rubric.sources_are_used(lesson(sources.replace("(1990)", ""))) == [
        "Cell 1, source “Elman, Jeffrey L. : *Finding structure.* A journal…”: expected a year in "
        "brackets and a title in italics.",
        "Cell 1, source “Elman, Jeffrey L. : *Finding structure.* A journal…”: the text never "
        "names Elman. Use it, or leave it out.",
    ]
    assert rubric.sources_are_used(lesson(used)) == [
        "There is no cell that begins with a heading “Sources”."
    ]


def test_an_outcome_without_a_guess_is_found(lesson):
    outcome = EXPERIMENT + '# a = 1\n# guess("best", outcome=a)\n'
    assert rubric.guesses_come_first(lesson(GUESS, outcome)) == []
    assert rubric.guesses_come_first(lesson(outcome)) == [
        "Cell 1 shows the outcome of best, and nobody guessed. Expected the guess in a cell before."
    ]
    assert rubric.guesses_come_first(lesson(outcome, GUESS)) == [
        "Cell 1 shows the outcome of best, and cell 2 asks for the guess. Expected the guess in a "
        "cell before."
    ]
    assert rubric.guesses_come_first(lesson(GUESS)) == [
        "Cell 1 asks for the guess best, and no experiment shows its outcome."
    ]


def test_an_outcome_that_is_written_down_is_found(lesson):
    computed = EXPERIMENT + '# a = 1\n# guess("best", outcome="c" if a > 0 else "a")\n'
    assert rubric.outcomes_are_computed(lesson(GUESS, computed)) == []
    for literal in ('"c"', "-0.5", "1 / 3"):
        written = EXPERIMENT + f'# a = 1\n# guess("best", outcome={literal})\n'
        assert rubric.outcomes_are_computed(lesson(GUESS, written)) == [
            "Cell 2: the outcome of 'best' is written down, expected one that is computed from the "
            "experiment."
        ]


def test_a_name_that_would_hide_a_forgotten_one_is_found(lesson):
    fine = (
        EXPERIMENT
        + "# def g(x):\n#     y = [x for x in range(3)]\n# mine = [x for x in range(3)]\n"
    )
    assert rubric.experiments_leave_no_names(lesson(EXERCISE, fine)) == []
    loop = EXPERIMENT + "# for x, mine in []:\n#     pass\n"
    assert rubric.experiments_leave_no_names(lesson(EXERCISE, loop)) == [
        "Cell 2 leaves x behind, which an exercise uses, too: a learner who forgets to make it "
        "there would not notice. Give it another name."
    ]


def table(*rows: str) -> str:
    return "\n".join(("| idea | key | taught in | asked again in |", "|---|---|---|---|", *rows))


def test_ideas_that_are_asked_once_are_found(lesson, monkeypatch, tmp_path):
    page = tmp_path / "ideas.md"
    monkeypatch.setattr(ideas, "PAGE", page)
    assert rubric.ideas_come_again(lesson()) == [
        "docs/ideas.md is missing. Expected a table: idea, key, taught in, asked again in."
    ]
    page.write_text(table("| one | `one` | 01 | 02, 04 *planned* |"), encoding="utf-8")
    asks = replace(letter(), idea="two")
    assert rubric.ideas_come_again(lesson(q=asks)) == [
        "docs/ideas.md has no idea that is taught in 02.",
        "The question q asks the idea two again, which docs/ideas.md lacks.",
        "docs/ideas.md says that 02 asks one again, and no question does.",
    ]
    rows = "| one | `one` | 01 | 02 |", "| two | `two` | 02 | 01, 03, 03 |"
    page.write_text(table(*rows), encoding="utf-8")
    assert rubric.ideas_come_again(lesson(q=replace(letter(), idea="one"))) == [
        "docs/ideas.md: two is asked again in 1 later lessons. Expected two or more; those that "
        "are not written yet are followed by *planned*."
    ]


def test_a_table_of_ideas_that_cannot_be_read_says_where():
    with pytest.raises(ValueError, match=r"the row “\| one \| 02 \|…” has 2 cells"):
        ideas.rows(table("| one | 02 |"))
    with pytest.raises(ValueError, match="the key one stands twice"):
        ideas.rows(table("| one | `one` | 01 | 02 |", "| more | `one` | 01 | 02 |"))


def test_in_a_draft_they_are_remarks(monkeypatch):
    monkeypatch.setattr(doctor, "INVARIANTS", {"It holds": lambda lesson: ["It does not."]})
    monkeypatch.setattr(doctor, "RUBRIC", {"It holds": None})
    whole = lessons.load(LESSON)
    few = replace(whole, exercises=dict(list(whole.exercises.items())[:5]))
    assert (doctor.is_draft(whole), doctor.is_draft(few)) == (False, True)
    held = [
        next(doctor.examine(one, released=released)).holds
        for one in (whole, few)
        for released in (False, True)
    ]
    assert held == [False, False, True, False]
