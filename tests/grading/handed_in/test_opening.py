"""What is read is a regular file of the folder that was opened, and nothing else."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from graders.grading.handed_in.copying import DEEPEST, Copy
from graders.grading.handed_in.opening import (
    LISTED,
    Entry,
    Folder,
    NotOpenedError,
    TooLargeError,
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with one thing of each kind."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_text("canary", encoding="utf-8")
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "plain").write_text("plain", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path / "outside" / "secret")
    (folder / "near").symlink_to("plain")
    (folder / "dangling").symlink_to("nothing")
    (folder / "away").symlink_to(tmp_path / "outside")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        before = os.getcwd()
        os.chdir(folder)
        bound.bind("socket")
        os.chdir(before)
    return folder


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("link", "a link"),
        ("near", "a link"),
        ("dangling", "a link"),
        ("away", "a link"),
        ("inner", "a folder"),
        ("pipe", "a pipe"),
        ("socket", "a socket"),
    ],
)
def test_what_is_no_file_is_not_read_and_is_called_what_it_is(
    place: Path, name: str, what: str
) -> None:
    with Folder.at(place) as folder, pytest.raises(NotOpenedError) as refused:
        folder.read(name, 100)
    assert refused.value.what == what


@pytest.mark.parametrize(
    ("name", "what"), [("away", "a link"), ("plain", "a file"), ("pipe", "a pipe")]
)
def test_what_is_no_folder_is_not_gone_into(place: Path, name: str, what: str) -> None:
    for enter in (Folder.folder, Folder.made):
        with Folder.at(place) as folder, pytest.raises(NotOpenedError) as refused:
            enter(folder, name)
        assert refused.value.what == what


def test_a_device_is_not_read() -> None:
    with Folder.at(Path("/dev")) as folder, pytest.raises(NotOpenedError, match="a device"):
        folder.read("null", 100)


def test_a_file_is_read_up_to_its_bound_and_not_at_all_beyond(place: Path) -> None:
    with Folder.at(place) as folder:
        assert folder.read("plain", 5) == b"plain"
        with pytest.raises(TooLargeError):
            folder.read("plain", 4)


def test_a_second_name_of_a_file_is_a_file(place: Path) -> None:
    os.link(place / "plain", place / "second")
    with Folder.at(place) as folder:
        assert folder.read("second", 5) == b"plain"


def test_a_folder_tells_what_is_in_it_without_looking_further(place: Path) -> None:
    with Folder.at(place) as folder:
        assert folder.entries() == (
            [
                Entry("away", "a link"),
                Entry("dangling", "a link"),
                Entry("inner", "a folder"),
                Entry("link", "a link"),
                Entry("near", "a link"),
                Entry("pipe", "a pipe"),
                Entry("plain", "a file"),
                Entry("socket", "a socket"),
            ],
            False,
        )
        assert folder.entries(most=2)[1]


def test_a_full_folder_is_looked_at_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(LISTED + 500):
        (tmp_path / str(at)).touch()
    seen = []
    monkeypatch.setattr(
        "graders.grading.handed_in.opening._kind_of", lambda entry: seen.append(entry) or "a file"
    )
    with Folder.at(tmp_path) as folder:
        entries, more = folder.entries()
    assert (len(entries), len(seen), more) == (LISTED, LISTED, True)


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_written_through(place: Path) -> None:
    with Folder.at(place) as folder:
        folder.replace("link", "new")
        folder.remove("near")
        folder.remove("never there")
    assert (place / "link").read_text(encoding="utf-8") == "new"
    assert (place.parent / "outside" / "secret").read_text(encoding="utf-8") == "canary"
    assert (place / "plain").exists()


def test_a_copy_holds_files_and_folders_and_says_what_it_left(place: Path, tmp_path: Path) -> None:
    (place / "inner" / os.fsdecode(b"\xf6")).touch()
    copy, to = Copy(1_000, 1_000), tmp_path / "copy"
    with Folder.at(place) as folder:
        copy.make(folder, place, to)
    assert {str(path.relative_to(to)) for path in to.rglob("*")} == {
        "inner",
        os.fsdecode(b"inner/\xf6"),
        "plain",
    }
    assert copy.left == [
        "'away' (a link)",
        "'dangling' (a link)",
        "'link' (a link)",
        "'near' (a link)",
        "'pipe' (a pipe)",
        "'socket' (a socket)",
    ]


def test_a_copy_is_bounded_in_size_and_depth(tmp_path: Path) -> None:
    deep = tmp_path / "from"
    for _ in range(DEEPEST + 5):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (tmp_path / "from" / "a").write_bytes(b"0" * 600)
    (tmp_path / "from" / "b").write_bytes(b"0" * 600)
    with Folder.at(tmp_path / "from") as folder:
        copy = Copy(2_000, 500)
        copy.make(folder, tmp_path / "from", tmp_path / "to")
        assert copy.left == [
            "'a' (larger than 0.0005 MB)", "'b' (larger than 0.0005 MB)", "'d' (too deep)"
        ]  # fmt: skip
        with pytest.raises(TooLargeError, match=r"more than 0\.001 MB"):
            Copy(1_000, 1_000).make(folder, tmp_path / "from", tmp_path / "again")


def test_what_is_gone_while_a_folder_is_listed_is_not_listed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    class Listing:
        """Removes a pipe and a socket once their names were read."""

        def __init__(self, folder: int) -> None:
            self.entries = list(real(folder))

        def __enter__(self) -> object:
            for name in ("pipe", "socket"):
                (place / name).unlink()
            return iter(self.entries)

        def __exit__(self, *details: object) -> None:
            pass

    with Folder.at(place) as folder:
        monkeypatch.setattr(os, "scandir", Listing)
        names = {entry.name for entry in folder.entries()[0]}
    assert names == {"inner", "plain", "link", "near", "dangling", "away"}
