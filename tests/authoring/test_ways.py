"""The two other ways of an exercise: how they are marked, and what is found of them."""

from __future__ import annotations

import json

import pytest

from graders import lessons
from graders.authoring import build, ways
from graders.authoring.ways import WaysError, marked, ways_hold
from graders.paths import ways_file

LESSON = "02_vanilla_rnn"
RIGHT = """\

def clip(gradients, max_value):
    return {name: np.clip(g, -max_value, max_value) for name, g in gradients.items()}
"""
FILE = f'''"""`clip` as learners write it."""

# %% one
# right
# way: Short, and slower than
#   nothing at all.
import numpy as np
{RIGHT}

# %% two
# right
import numpy as np
# way: Another sentence.
{RIGHT}

# %% three
# right
{RIGHT}
'''


@pytest.fixture
def course(monkeypatch, tmp_path):
    """Return a function that writes the variants of clip."""
    monkeypatch.setattr(ways, "COURSE", tmp_path)
    (tmp_path / LESSON).mkdir()

    def write(text):
        (tmp_path / LESSON / "clip.py").write_text(text, encoding="utf-8")
        whole = lessons.load(LESSON)
        return type(whole)(whole.name, {"clip": whole.exercises["clip"]})

    return write


def test_a_way_is_a_right_cell_without_its_marks(course):
    course(FILE)
    one, two = marked(LESSON, "clip")
    assert (one.title, one.says) == ("one", "Short, and slower than nothing at all.")
    assert one.source == f"import numpy as np\n{RIGHT}"
    assert two.says == "Another sentence."
    assert two.source.startswith("import numpy as np\n")
    assert "way" not in two.source


def test_two_ways_that_pass_are_what_is_asked_for(course):
    assert ways_hold(course(FILE)) == []


def test_other_numbers_of_ways_are_found(course):
    (none,) = ways_hold(course(FILE.replace("# way: ", "# ")))
    assert none == (
        f"clip: 0 ways are marked in tests/course/{LESSON}/clip.py, expected 2. Mark right "
        "variants with `# way: A sentence on what it costs.`"
    )
    (three,) = ways_hold(course(FILE.replace("# %% three\n# right", "# %% 3\n# right\n# way: A.")))
    assert three.startswith("clip: 3 ways are marked")


def test_a_way_that_does_not_pass_is_found(course):
    complaints = ways_hold(course(FILE.replace("-max_value, max_value", "0, max_value", 1)))
    assert complaints == [
        "clip: the way “one” does not pass on visible cases.",
        "clip: the way “one” does not pass on hidden cases.",
    ]


def test_a_wrong_cell_is_no_way(course):
    course(FILE.replace("# right", "# wrong: none", 1))
    with pytest.raises(WaysError, match="“one” is marked as a way, and is not right"):
        marked(LESSON, "clip")
    assert ways_hold(course(FILE.replace("# right", "# wrong: none", 1))) == [
        "clip: clip.py, “one” is marked as a way, and is not right. Take the mark out."
    ]


def test_a_sentence_has_an_end_and_is_no_essay(course):
    course(FILE.replace("nothing at all.", "nothing"))
    with pytest.raises(WaysError, match="does not end with a full stop"):
        marked(LESSON, "clip")
    (long,) = ways_hold(course(FILE.replace("Another", "Another " + "very " * 60)))
    assert long == "clip: the sentence of the way “two” is too long."


def test_the_build_writes_what_is_marked_beside_the_solution(course, monkeypatch):
    lesson = course(FILE)
    (written,) = build._ways(lesson).values()
    assert list(build._ways(lesson)) == [ways_file(LESSON)]
    assert [way["title"] for way in json.loads(written)["ways"]["clip"]] == ["one", "two"]
    assert build._ways(course(FILE.replace("# way: ", "# "))) == {}
    with pytest.raises(build.BuildError, match=f"^tests/course/{LESSON}: clip.py, “one”"):
        build._ways(course(FILE.replace("# right", "# wrong: none", 1)))
