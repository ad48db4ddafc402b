import contextlib
import json
import os
import sys
import time
import warnings

import numpy as np
import pytest

from graders.judging.observe import (
    SECONDS,
    CaseInput,
    Observation,
    cases_to_json,
    observe,
    observe_json,
)

CASE = CaseInput("ordinary", {"x": np.arange(6.0).reshape(2, 3), "options": {"b": np.ones(2)}})


def observe_case(function, case, seconds=SECONDS):
    return observe(function, [case], seconds)[0]


def test_what_is_returned_is_written_down():
    seen = observe_case(lambda x, options: (x + 1, options), CASE)
    assert seen.outcome == "returned"
    assert np.array_equal(seen.value[0], CASE.arguments["x"] + 1)
    assert seen.mutated == ()


def test_every_change_of_an_input_is_found_by_name():
    def change(x, options):
        x[0, 0] = 5
        options["b"] += 1
        options["new"] = 1

    assert set(observe_case(change, CASE).mutated) == {"x", "options", "options['b']"}


def test_a_case_is_handed_over_as_its_setting_says():
    case = CaseInput("hard", CASE.arguments, dtype="float32", fortran=True, read_only=True)

    def look(x, options):
        return [x.dtype == np.float32, x.flags.f_contiguous, not x.flags.writeable]

    assert observe_case(look, case).value == [True, True, True]


def test_writing_into_a_read_only_input_is_an_error_that_says_so():
    def write(x, options):
        x += 1

    seen = observe_case(write, CaseInput("hard", CASE.arguments, read_only=True))
    assert seen.outcome == "raised"
    assert "read-only" in seen.error["message"]


def test_an_exception_is_told_with_its_place_in_the_students_code():
    def slip(x, options):
        return x @ np.ones(7)

    error = observe_case(slip, CASE).error
    assert error["type"] == "ValueError"
    assert error["function"] == "slip"
    assert error["text"] == "return x @ np.ones(7)"


@pytest.mark.parametrize("exception", [SystemExit, GeneratorExit, MemoryError, StopIteration])
def test_no_exception_of_the_student_gets_through(exception):
    def leave(x, options):
        raise exception

    assert observe_case(leave, CASE).error["type"] == exception.__name__


def test_an_exception_whose_text_raises_is_survived():
    class NastyError(Exception):
        def __str__(self):
            raise RuntimeError

    def leave(x, options):
        raise NastyError

    assert observe_case(leave, CASE).error["type"] == "NastyError"


def test_endless_recursion_ends():
    def again(x, options):
        return again(x, options)

    assert observe_case(again, CASE).error["type"] == "RecursionError"


def test_a_loop_that_never_ends_is_stopped_and_the_other_cases_are_not_tried():
    calls = []

    def loop(x, options):
        calls.append(1)
        while True:
            pass

    started = time.monotonic()
    seen = observe(loop, [CASE] * 5, seconds=0.2)
    assert [o.outcome for o in seen] == ["timeout"] * 5
    assert len(calls) == 1
    assert time.monotonic() - started < 5


def test_a_loop_that_swallows_one_interruption_is_stopped_by_the_next():
    def stubborn(x, options):
        try:
            while True:
                pass
        except BaseException:
            while True:
                pass

    assert observe_case(stubborn, CASE, seconds=0.2).outcome == "timeout"


def test_an_interruption_by_the_user_gets_through():
    def interrupted(x, options):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        observe_case(interrupted, CASE)


def test_nothing_that_is_printed_reaches_the_outside(capfd):
    def chatter(x, options):
        print("out")
        print("err", file=sys.stderr)
        os.write(2, b"from C\n")
        warnings.warn("careful", stacklevel=1)
        np.log(np.zeros(1))
        return x

    seen = observe_case(chatter, CASE)
    assert seen.outcome == "returned"
    assert seen.printed == "out\nerr\nfrom C\n"
    assert capfd.readouterr() == ("", "")


def test_each_case_has_what_was_printed_in_it():
    def chatter(x, options):
        os.write(1, b"from C\n")
        print("from Python")
        return x

    assert [o.printed for o in observe(chatter, [CASE] * 3)] == ["from Python\nfrom C\n"] * 3


def test_a_function_that_closes_what_it_finds_is_observed_all_the_same():
    def opened():
        return {descriptor for descriptor in range(3, 200) if is_open(descriptor)}

    def is_open(descriptor):
        with contextlib.suppress(OSError):
            os.fstat(descriptor)
            return True

    before = opened()

    def rude(x, options):
        for descriptor in opened() - before:
            os.close(descriptor)
        return x

    assert [o.outcome for o in observe(rude, [CASE] * 3)] == ["returned"] * 3


def test_no_room_for_a_temporary_file_is_no_trouble(monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    assert observe_case(lambda x, options: print("seen"), CASE).printed == "seen\n"


def test_observations_travel_as_json():
    text = observe_json(lambda x, options: x * 2, json.dumps(cases_to_json([CASE])))
    (seen,) = (Observation.from_json(item) for item in json.loads(text))
    assert np.array_equal(seen.value, CASE.arguments["x"] * 2)


@pytest.mark.parametrize(
    "forged",
    [
        {},
        {"outcome": "returned"},
        [],
        "returned",
        {"outcome": "returned", "value": {"array": [1], "shape": [9], "dtype": "float64"},
         "mutated": [], "error": {}, "printed": ""},
        {"outcome": "returned", "value": {"array": [1], "shape": [1], "dtype": "object"},
         "mutated": [], "error": {}, "printed": ""},
    ],
)  # fmt: skip
def test_forged_observations_are_refused(forged):
    with pytest.raises(ValueError, match=r"observation|plain data|reshape"):
        Observation.from_json(forged)
