"""The picture of the README."""

from __future__ import annotations

import struct

import pytest

from graders.authoring import pictures

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.usefixtures("browser_installed")
def test_the_picture_of_a_failure_can_be_made_again_in_both_themes(tmp_path):
    paths = pictures.make_pictures(tmp_path / "images")
    assert [path.name for path in paths] == ["failure_card.png", "failure_card_dark.png"]
    for path in paths:
        data = path.read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        assert data.startswith(b"\x89PNG")
        assert width == 2 * pictures.WIDTH
        assert height > 800


def test_the_failure_in_the_picture_is_a_named_mistake():
    verdict = pictures.failure()
    assert verdict.mistake is not None
    assert "a0" in verdict.usually
    assert verdict.location is not None


def test_without_a_browser_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match="apt-get install chromium"):
        pictures.browser_path()
