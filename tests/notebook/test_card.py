"""What a student reads on a card, and that nothing of theirs can break it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from graders.judging import Outcome, Part, Verdict
from graders.notebook import style, to_html, to_text
from graders.notebook.card import split
from graders.notebook.progress import Store
from graders.notebook.scorecard import Row, ScoreCard

VOID = {"br", "hr", "img", "input", "link", "meta"}


class Page(HTMLParser):
    """The tags and the text of a page; `open` is empty when every tag was closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


def test_a_failure_reads_as_mistake_then_returned_then_expected(failed):
    text = Page(to_html(failed)).text
    order = [
        "Failed",
        "Every step starts from a0.",
        "The state of the step before is never used.",
        "a has the right shape, but a[0, 0, 1] is 0.9.",
        "Expected a[0, 0, 1] = 0.4.",
    ]
    places = [text.index(sentence) for sentence in order]
    assert places == sorted(places)
    assert text.count("Every step starts from a0.") == 1


TEXT_CARD = """\
✕ Failed                                                                  1 of 12 points
rnn_forward  A whole sequence
────────────────────────────────────────────────────────────────────────────────────────
Every step starts from a0.
The state of the step before is never used.

a has the right shape, but a[0, 0, 1] is 0.9.
Expected a[0, 0, 1] = 0.4.

First wrong a[0, 0, 1]: returned 0.9, expected 0.4.
Largest off 0.75 absolute, 1.25 relative.
Case        ordinary, n_a=2, m=7, T_x=3

Error map   units (n_a=2) down, time steps (T_x=3) across
            ··██▓▓
            ··xx██

a                            ✕ failed        0 / 11
    a[0, 0, 1] is 0.9.
leaves its inputs unchanged  ✓ passed         1 / 1

Your code printed:
  | step 0
  | step <b>1</b>

Stuck? hint(rnn_forward)"""


def test_the_same_failure_as_text_is_this(failed):
    assert to_text(failed) == TEXT_CARD


def test_a_success_says_why_it_matters(passed):
    text = Page(to_html(passed)).text
    assert "Right on all 5 cases." in text
    assert "The same three matrices serve every step." in text
    assert "hint(" not in text
    assert "The same three matrices serve every step." in to_text(passed)


def test_why_it_matters_is_kept_for_after_success(failed):
    early = replace(failed, after_success="The same three matrices serve every step.")
    assert "The same three matrices" not in to_html(early)
    assert "The same three matrices" not in to_text(early)


def test_without_a_named_mistake_the_third_sentence_leads(failed):
    nameless = replace(failed, mistake=None, usually="It looks transposed.")
    assert to_text(nameless).splitlines()[3] == "It looks transposed."


def test_a_verdict_with_nothing_but_an_outcome_still_makes_a_card():
    bare = Verdict("f", "A title", Outcome.BROKEN, 0.0, 5.0)
    assert "A title" in to_html(bare)
    assert "Broken" in to_text(bare)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_outcome_is_written_in_words_and_marked_not_only_coloured(failed, outcome):
    verdict = replace(failed, outcome=outcome, mistake=None)
    for text in (Page(to_html(verdict)).text, to_text(verdict)):
        assert style.WORDS[outcome] in text
        assert style.MARKS[outcome] in text


def test_tags_are_closed_and_there_is_no_script_style_sheet_or_address(failed, passed):
    for verdict in (failed, passed):
        html = to_html(verdict)
        page = Page(html)
        assert page.open == []
        tags = {tag for tag, _ in page.tags}
        assert not tags & {"script", "style", "link", "iframe", "img", "object"}
        attributes = {name for _, attributes in page.tags for name in attributes}
        assert not any(name.startswith("on") for name in attributes)
        assert "http" not in html
        assert "url(" not in html


ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover='alert(1)"


def test_everything_that_can_come_from_a_student_is_escaped(failed):
    location = replace(failed.location, part=ATTACK, case=ATTACK, axes=ATTACK,
                       map_axes=(ATTACK, ATTACK))  # fmt: skip
    hostile = replace(
        failed,
        exercise=ATTACK,
        title=ATTACK,
        returned=ATTACK,
        expected=f"`{ATTACK}`",
        usually=ATTACK,
        mistake=ATTACK,
        printed=ATTACK + "</pre></details>",
        location=location,
        parts=(Part(ATTACK, Outcome.FAILED, 0.0, 1.0, ATTACK),),
        notes=(ATTACK,),
    )
    page = Page(to_html(hostile, remarks=(ATTACK,)))
    assert page.open == []
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    assert not {n for _, attributes in page.tags for n in attributes if n.startswith("on")}
    assert "<script>alert(1)</script>" in page.text


def test_terminal_escapes_control_characters_and_lone_surrogates_are_taken_out(failed):
    dirty = "\x1b[2J\x1b]0;title\x07clean\x00\x08 \ud800 \u202egnp"
    verdict = replace(failed, printed=dirty, mistake=dirty, returned=dirty)
    for text in (to_html(verdict), to_text(verdict)):
        text.encode("utf-8")
        assert "clean" in text
        assert not set(text) & set("\x1b\x07\x00\x08\ud800\u202e")


def test_a_flood_of_output_is_cut(failed):
    flood = replace(failed, printed="x" * 1_000_000)
    assert len(to_html(flood)) < 40_000
    assert len(to_text(flood)) < 40_000


def test_what_the_code_printed_is_folded_away(failed):
    page = Page(to_html(failed))
    folded = dict(page.tags)["details"]
    assert "open" not in folded
    assert "What your code printed (2 lines)" in page.text
    assert "step <b>1</b>" in page.text


def test_a_reader_without_eyes_gets_the_score_and_the_map_in_words(failed):
    page = Page(to_html(failed))
    labels = [attributes["aria-label"] for _, attributes in page.tags if "aria-label" in attributes]
    assert labels[0] == "Check of rnn_forward: Failed, 1 of 12 points"
    assert (
        "Error map, units (n_a=2) down and time steps (T_x=3) across: "
        "4 of 6 cells are wrong, 1 of them not finite; of the others the largest error is 0.75."
    ) in labels
    assert {"scope": "row"}.items() <= next(a for t, a in page.tags if t == "th").items()


def test_text_fits_88_columns_and_has_colour_only_when_asked(failed, passed):
    long = replace(failed, mistake="word " * 50, returned="word " * 50)
    for verdict in (failed, passed, long):
        assert max(map(len, to_text(verdict).splitlines())) <= 88
        assert "\x1b" not in to_text(verdict)
        assert "\x1b[1;" in to_text(verdict, colour=True)


def test_points_are_written_without_needless_decimals(failed):
    thirds = replace(failed, points=10 / 3, max_points=10.0)
    assert "3.33 of 10 points" in to_text(thirds)
    assert "7 of 10 points" in to_text(replace(failed, points=7.0, max_points=10.0))
    assert "0 of 1 point" in to_text(replace(failed, points=0.0, max_points=1.0)).splitlines()[0]


def test_the_first_sentence_is_found_and_a_decimal_point_is_no_end():
    assert split("The factor should be 1.5 here. Look again.") == (
        "The factor should be 1.5 here.",
        "Look again.",
    )
    assert split("Only one.") == ("Only one.", "")


def test_a_long_sentence_is_led_by_what_stands_before_its_colon():
    long = "a0 is used at every step: the state never carries over, and the network forgets all."
    assert split(long) == (
        "a0 is used at every step:",
        "the state never carries over, and the network forgets all.",
    )
    assert split("Short: but this whole sentence is so long that it would be cut. Yes.")[
        0
    ].endswith("cut.")


def test_notes_and_remarks_stand_at_the_foot(failed):
    verdict = replace(failed, notes=("Judged on visible cases.",))
    for text in (Page(to_html(verdict, ("Not saved.",))).text, to_text(verdict, ("Not saved.",))):
        assert "Judged on visible cases." in text
        assert "Not saved." in text


def _channel(value: float) -> float:
    value /= 255
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def _mixed(colour: str, other: str, percent: float) -> tuple[float, ...]:
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return tuple((a * percent + b * (100 - percent)) / 100 for a, b in pairs)


def _contrast(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    light = sorted(
        sum(w * _channel(c) for w, c in zip(weights, colour, strict=True)) for colour in (one, two)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


THEMES = {
    "light": ("#ffffff", "#000000"),
    "dark": ("#111111", "#ffffff"),
    "exported page": ("#ffffff", "#111111"),
}


@pytest.mark.parametrize("theme", THEMES)
def test_every_accent_and_the_small_print_can_be_read_in_every_theme(theme):
    paper, ink = THEMES[theme]
    ground = _mixed(paper, paper, 100)
    for tone, hue in style.HUES.items():
        assert _contrast(_mixed(hue, ink, style.STRENGTH), ground) >= 4.5, tone
    assert "--g-quiet:color-mix(in srgb,var(--g-ink) 66%,var(--g-paper))" in style.root("note")
    assert _contrast(_mixed(ink, paper, 66), ground) >= 4.5


def test_what_is_not_written_yet_is_neither_red_nor_a_mistake(failed):
    waiting = replace(
        failed,
        outcome=Outcome.UNWRITTEN,
        mistake=None,
        location=None,
        points=0.0,
        parts=(Part("a", Outcome.UNWRITTEN, 0.0, 11.0),),
        returned="rnn_forward is not written yet.",
        expected="Expected it to return a.",
        usually="Replace the line `raise NotImplementedError` with your code.",
        cases=5,
    )
    html, text = to_html(waiting), to_text(waiting)
    for hue in ("failed", "error"):
        assert style.HUES[hue] not in html
    assert style.HUES["unwritten"] in html
    assert "Not written yet" in html
    assert text.startswith("○ Not written yet")
    assert "cases judged" not in html
    assert "hint(rnn_forward)" in html


def test_progress_says_what_is_to_be_written_next(failed, tmp_path):
    waiting = replace(failed, outcome=Outcome.UNWRITTEN, mistake=None, usually="Replace it.")
    store = Store(tmp_path)
    store.record("02_vanilla_rnn", waiting)
    entry = store.entries("02_vanilla_rnn")["rnn_forward"]
    assert (entry.mistake, entry.says) == ("", "")
    card = ScoreCard("02_vanilla_rnn", (Row("rnn_forward", "A sequence", 12.0, entry),))
    assert card.advice == "Next: write `rnn_forward`, then run `check(rnn_forward)`."
    assert "not written yet" in card.to_text()


def test_an_operator_is_never_broken_in_two(failed):
    html = to_html(replace(failed, usually="They are overwritten: -= works in `z -= 1` too."))
    assert '<span style="white-space:nowrap">-=</span>' in html
    assert re.search(r'<code style="[^"]*white-space:nowrap">z -= 1</code>', html)


def test_code_that_is_longer_than_a_line_of_a_phone_may_be_broken(failed):
    html = to_html(replace(failed, usually=f"Write `{'a + ' * 20}b`."))
    assert not re.search(r'<code style="[^"]*white-space:nowrap">a', html)
