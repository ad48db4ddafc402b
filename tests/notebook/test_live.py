"""A plot that grows while a cell runs, and stands still where nobody watches."""

from __future__ import annotations

from typing import Any

import pytest

from graders.notebook import live


class Handle:
    """What IPython gives for a picture that can be drawn again."""

    def __init__(self, seen: list[Any]) -> None:
        self.seen = seen

    def update(self, bundle: Any, raw: bool) -> None:
        self.seen.append(bundle)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    import IPython.display

    seen: list[Any] = []

    def display(bundle: Any, raw: bool, display_id: bool) -> Handle:
        seen.append(bundle)
        return Handle(seen)

    monkeypatch.setattr(IPython.display, "display", display)
    return seen


def test_where_nobody_watches_there_is_one_picture(screen: list[Any], capsys: Any) -> None:
    picture = live.Lines(xlabel="update", levels={"a coin flip": 0.69})
    for update in range(5):
        picture.add(update, loss=1.0 / (1 + update), held_out=0.5)
    plot = picture.done()
    assert screen == []
    assert "held out" in plot.card.text
    assert "a coin flip" in plot.card.text
    assert "update" in capsys.readouterr().out


def test_somebody_who_watches_sees_it_grow_and_then_once(
    screen: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "watched", lambda: True)
    monkeypatch.setattr(live, "SECONDS", 0.0)
    picture = live.Lines(xlabel="update")
    for update in range(3):
        picture.add(update, loss=1.0)
    assert len(screen) == 3
    assert "text/html" in screen[-1]
    picture.done()
    assert screen[-1] == {"text/plain": "", "text/html": ""}


def test_every_call_gives_a_number_to_each_line() -> None:
    picture = live.Lines()
    picture.add(0, loss=1.0)
    with pytest.raises(ValueError, match="add got the lines held out, and the picture has loss"):
        picture.add(1, held_out=2.0)
    assert picture.series == {"loss": [1.0]}
    assert picture.x == [0]


def test_a_program_that_runs_a_notebook_is_nobody() -> None:
    assert not live.watched()
