"""nbgrader's commands that collect bring along what students handed in, and nothing else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from odd_folders import SECRET, secret

from graders.paths import ROOT

LESSON = "02_vanilla_rnn"
AT = "2026-05-04 12:30:00 UTC"


def nbgrader(*arguments: str) -> str:
    """Run an nbgrader command in the repository, and return what it says."""
    program = Path(sys.executable).parent / "nbgrader"
    done = subprocess.run(
        [str(program), *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def inbound(exchange: Path, name: str | bytes) -> Path:
    """Make what `nbgrader submit` makes, with a notebook and the time."""
    folder = exchange / "abc101" / "inbound" / os.fsdecode(name)
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").write_text("{}", encoding="utf-8")
    (folder / "timestamp.txt").write_text(AT, encoding="utf-8")
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): b"" if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }


@pytest.mark.slow
def test_collect_leaves_links_and_pipes_and_harms_nobody(tmp_path: Path) -> None:
    exchange, course = tmp_path / "exchange", tmp_path / "course"
    course.mkdir()
    anna = inbound(exchange, f"anna+{LESSON}+{AT}+x")
    (anna / "data").mkdir()
    (anna / "data" / "a.csv").write_text("1,2", encoding="utf-8")
    mia = inbound(exchange, f"mia+{LESSON}+{AT}+x")
    (mia / f"{LESSON}.ipynb").unlink()
    (mia / f"{LESSON}.ipynb").symlink_to(anna / f"{LESSON}.ipynb")
    (mia / "folder").mkdir()
    (mia / "folder" / "secret.csv").symlink_to(secret(exchange))
    (mia / "folder" / "away").symlink_to(exchange)
    os.mkfifo(mia / "folder" / "pipe")
    (exchange / "abc101" / "inbound" / f"bob+{LESSON}+{AT}+x").symlink_to(anna)
    inbound(exchange, f"..+{LESSON}+{AT}+x")
    inbound(exchange, f"carl+{LESSON}+tomorrow+x")
    inbound(exchange, f"J\xf6rg+{LESSON}+{AT}+x".encode("latin-1"))
    inbound(exchange, f"a\x1b[31m+{LESSON}+{AT}+x")
    place = inbound(exchange, f"huge+{LESSON}+{AT}+x")
    for at in range(3):
        (place / f"{at}.bin").write_bytes(b"0" * 400_000)
    large = inbound(exchange, f"large+{LESSON}+{AT}+x") / "data.bin"
    large.touch()
    os.truncate(large, 10**12)
    inbound(exchange, f"lena+{LESSON}+{AT}+x")
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / LESSON).mkdir(parents=True)
    (course / "submitted").mkdir()
    (course / "submitted" / "lena").symlink_to(elsewhere)
    command = ("collect", LESSON, "--course=abc101", f"--Exchange.root={exchange}")
    command += ("--CourseDirectory.max_dir_size=1000",)
    said = nbgrader(*command, f"--course-dir={course}")

    submitted = course / "submitted"
    assert {path.name for path in submitted.iterdir()} == {"anna", "mia", "large", "lena"}
    assert list(elsewhere.rglob("*")) == [elsewhere / LESSON]
    assert f"'lena+{LESSON}+{AT}+x' was not collected. '{submitted}/lena/{LESSON}', or the" in said
    assert everything(submitted / "anna" / LESSON) == everything(anna)
    assert everything(submitted / "mia" / LESSON) == {
        "timestamp.txt": AT.encode(),
        "folder": b"",
    }
    assert not (course / LESSON).exists()
    assert (
        f"'mia+{LESSON}+{AT}+x': not everything was collected; left behind: '{LESSON}.ipynb' "
        "(a link), 'away' (a link), 'pipe' (a pipe), 'secret.csv' (a link)."
    ) in said
    assert f"'bob+{LESSON}+{AT}+x' was not collected. It is a link." in said
    assert f"'carl+{LESSON}+tomorrow+x' was not collected. Its name does not say when" in said
    assert rf"'J\udcf6rg+{LESSON}+{AT}+x' was not collected." in said
    assert f"'huge+{LESSON}+{AT}+x' was not collected: it holds more than 1 MB." in said
    assert f"'large+{LESSON}+{AT}+x': not everything was collected; left behind: 'data.bin'" in said
    assert "\x1b[31m+" not in said

    # Once more, with what an earlier nbgrader may have left in the place of a time.
    stamp = submitted / "mia" / LESSON / "timestamp.txt"
    stamp.unlink()
    os.mkfifo(stamp)
    said = nbgrader(*command, f"--course-dir={course}", "--update")
    assert "Updating submission: mia" in said
    assert stamp.read_text(encoding="utf-8") == AT


def zipped() -> bytes:
    """Return an archive with a link, a path that leads out, and a name that is no UTF-8."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mia.ipynb", "{}")
        archive.writestr("../../outside.ipynb", "{}")
        archive.writestr("/tmp/graders_outside.ipynb", "{}")
        link = zipfile.ZipInfo("link.ipynb")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
        archive.writestr("LXsung.ipynb", "{}")
    return data.getvalue().replace(b"LXsung", b"L\xf6sung")


def tarred(target: Path) -> bytes:
    """Return an archive with a link, a pipe, a path that leads out, and a name of odd bytes."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name in ("bob.ipynb", os.fsdecode(b"B\xf6b.ipynb")):
            archive.addfile(tarfile.TarInfo(name))
        for name, kind in (("link.ipynb", tarfile.SYMTYPE), ("pipe.ipynb", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, str(target)
            archive.addfile(info)
        archive.addfile(tarfile.TarInfo("../../outside.ipynb"))
    return data.getvalue()


@pytest.mark.slow
def test_zip_collect_leaves_links_and_pipes_and_stays_in_its_folders(tmp_path: Path) -> None:
    course = tmp_path / "course"
    archive = course / "downloaded" / LESSON / "archive"
    archive.mkdir(parents=True)
    (archive / "anna.ipynb").write_text("{}", encoding="utf-8")
    (archive / "zed.ipynb").symlink_to(secret(course))
    os.mkfifo(archive / "pipe.ipynb")
    (archive / "mias.zip").write_bytes(zipped())
    (archive / "damaged.zip").write_bytes(zipped()[:-40])
    (archive / "bobs.tar.gz").write_bytes(tarred(secret(course)))
    before = sorted(tmp_path.iterdir())
    said = nbgrader(
        "zip_collect",
        LESSON,
        f"--CourseDirectory.root={course}",
        r"--FileNameCollectorPlugin.named_regexp=.*/(?P<student_id>\w+)(?P<file_id>)\.ipynb",
    )
    extracted = course / "downloaded" / LESSON / "extracted"
    kinds = {p for p in extracted.rglob("*") if p.is_symlink() or not (p.is_file() or p.is_dir())}
    assert kinds == set()
    assert (extracted / "anna.ipynb").exists()
    assert (extracted / "mias" / "mia.ipynb").exists()
    assert (extracted / "bobs" / "bob.ipynb").exists()
    assert sorted(tmp_path.iterdir()) == before
    assert not Path("/tmp/graders_outside.ipynb").exists()
    assert {path.name for path in (course / "downloaded" / LESSON).iterdir()} == {
        "archive",
        "extracted",
    }
    assert all(SECRET.encode() not in data for data in everything(extracted).values())
    assert {"anna", "mia", "bob"} <= {path.name for path in (course / "submitted").iterdir()}
    assert "'zed.ipynb' (a link) was not collected; it is no file." in said
    assert "'pipe.ipynb' (a pipe) was not collected; it is no file." in said
    assert "'damaged.zip' could not be extracted (UnrecognizedFormat: " in said
    assert "'bobs.tar.gz' could not be extracted (UnsafeMember: " in said
