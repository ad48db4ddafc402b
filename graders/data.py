"""The data that lessons read: the texts and tables in `datasets`, which are in the wheel too."""

from __future__ import annotations

from graders.paths import DATASETS

_SEPARATORS = frozenset("/\\.")


def text(dataset: str, name: str) -> str:
    """Return a text of a data set, `text("grayling", "log")`.

    Args:
        dataset: the folder in `datasets`.
        name: the text's file in it, without `.txt`.

    Returns:
        The whole text, with a line feed at the end of each line.

    Raises:
        FileNotFoundError: there is no such set, or no such text in it; the message names those
            that there are.
    """
    for given in (dataset, name):
        if not given or _SEPARATORS.intersection(given):
            raise FileNotFoundError(f"{given!r} is no name: one without dots and slashes is.")
    folder = DATASETS / dataset
    path = folder / f"{name}.txt"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.txt")))
        there = f"It has {known}." if known else f"The folder {DATASETS} has no such set."
        raise FileNotFoundError(
            f"The data set {dataset!r} has no text {name!r}. {there} Data sets come with the "
            "workbook; installing it again brings them back."
        )
    return path.read_text(encoding="utf-8")
