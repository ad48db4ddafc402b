"""Pictures of cards for the README, made by the project's own judging and drawing code.

Run it with `python -m graders.authoring.pictures docs/images`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from graders.judging import Verdict, frozen_table, judge, observe
from graders.notebook import to_html

WIDTH = 808
LESSON = "02_vanilla_rnn"
EXERCISE = "rnn_forward"
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-gpu")

THEMES: Mapping[str, Mapping[str, str]] = {
    "": {"--jp-layout-color0": "#ffffff", "--jp-content-font-color0": "#000000"},
    "_dark": {"--jp-layout-color0": "#111111", "--jp-content-font-color0": "#ffffff"},
}
"""What JupyterLab's own light and dark themes set, by the ending of the picture's name."""


def browser_path() -> str:
    """Return where a Chromium browser is installed.

    Raises:
        RuntimeError: there is none.
    """
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise RuntimeError(
            "No Chromium browser was found on PATH. Install one, for example with "
            "`apt-get install chromium`, and run this again."
        )
    return path


def failure(exercise: str = EXERCISE) -> Verdict:
    """Return the verdict on a wrong solution: the state before the first step used at every step.

    Args:
        exercise: whose mistakes are searched.

    Raises:
        LookupError: the contract has no mistake with a0 in its explanation.
    """
    from graders.lessons import load
    from graders.lessons.reference import reference

    mistakes = load(LESSON).exercises[exercise].mistakes
    mistake = next((m for m in mistakes if "a0" in m.sentence), None)
    if mistake is None:
        raise LookupError(f"{exercise} has no mistake that speaks of a0")
    wrong = reference(LESSON).with_mistake(exercise, mistake)[exercise]
    table = frozen_table(exercise)
    return judge(table, observe(wrong, table.cases))


def page(card: str, theme: Mapping[str, str]) -> str:
    """Return a page that holds nothing but a card, in a theme."""
    variables = ";".join(f"{name}:{value}" for name, value in theme.items())
    return (
        f"<!doctype html><meta charset='utf-8'><body style='{variables};margin:0;"
        f"background:var(--jp-layout-color0)'><div id='card' style='display:inline-block;"
        f"width:{WIDTH}px;padding:18px 24px;box-sizing:border-box'>{card}</div>"
    )


def make_pictures(folder: Path) -> list[Path]:
    """Write `failure_card.png` and `failure_card_dark.png` and return their paths.

    Args:
        folder: where they go; it is made if it does not exist.

    Raises:
        RuntimeError: no Chromium browser is installed.
    """
    pages = {f"failure_card{name}.png": page(to_html(failure()), THEMES[name]) for name in THEMES}
    return photograph(pages, folder)


def photograph(pages: Mapping[str, str], folder: Path) -> list[Path]:
    """Write a picture of the card on each page, at twice the pixels of the screen.

    Args:
        pages: HTML by file name.
        folder: where the pictures go.

    Raises:
        RuntimeError: no Chromium browser is installed.
    """
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=list(ARGUMENTS), headless=True
        )
        view = browser.new_page(
            viewport={"width": 900, "height": 900}, device_scale_factor=2, color_scheme="light"
        )
        for name, content in pages.items():
            view.set_content(content)
            view.locator("#card").screenshot(path=folder / name)
            paths.append(folder / name)
        browser.close()
    return paths


if __name__ == "__main__":
    make_pictures(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
