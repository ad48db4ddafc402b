"""What a course settles in `course.toml`."""

from __future__ import annotations

import pytest

from graders.course_settings import SETTINGS_FILE, SettingsError, solutions_shown


def test_without_a_file_solutions_are_shown_to_who_has_tried(tmp_path):
    assert solutions_shown(tmp_path) == "tried"
    (tmp_path / SETTINGS_FILE).write_text("")
    assert solutions_shown(tmp_path) == "tried"


@pytest.mark.parametrize("value", ["off", "passed", "tried"])
def test_a_course_settles_it(value, tmp_path):
    (tmp_path / SETTINGS_FILE).write_text(f'solutions = "{value}"\n')
    assert solutions_shown(tmp_path) == value


@pytest.mark.parametrize("value", ["false", '"never"', "3", "[]", "{ a = 1 }"])
def test_another_value_is_refused_with_those_that_are_known(value, tmp_path):
    (tmp_path / SETTINGS_FILE).write_text(f"solutions = {value}\n")
    with pytest.raises(SettingsError, match=r'Expected one of "off", "passed", "tried"\.'):
        solutions_shown(tmp_path)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / SETTINGS_FILE).write_text("solutions: off")
    with pytest.raises(SettingsError, match=r'course\.toml cannot be read: .* solutions = "off"'):
        solutions_shown(tmp_path)
    (tmp_path / SETTINGS_FILE).unlink()
    (tmp_path / SETTINGS_FILE).mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        solutions_shown(tmp_path)
