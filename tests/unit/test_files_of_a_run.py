"""Files: an input is never written over, and a file is written whole, as what it is."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from ipscost import files


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def made(folder: Path, name: str, text: str = "precious\n") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


# --- what is read and what is written -------------------------------------------------------


def names_of(file: Path, folder: Path) -> list[Path]:
    """Other names of a file: another spelling of its path, links, and a link to a link."""
    (folder / "sub").mkdir()
    soft, hard, far = folder / "soft.csv", folder / "hard.csv", folder / "far.csv"
    soft.symlink_to(file.name)
    hard.hardlink_to(file)
    far.symlink_to(soft)
    return [file, folder / "sub" / ".." / file.name, soft, hard, far]


@pytest.mark.parametrize("which", range(5))
@pytest.mark.parametrize("first", ["read", "written"])
def test_what_is_read_is_not_written_whatever_its_name(
    which: int, first: str, tmp_path: Path
) -> None:
    file = made(tmp_path, "a.csv")
    other = names_of(file, tmp_path)[which]
    steps = [lambda: files.reads(file), lambda: files.writes(other, "--out")]
    one, second = steps if first == "read" else reversed(steps)
    with files.of_a_run():
        one()
        with pytest.raises(files.ClashError, match="--out would write over"):
            second()


def test_two_outputs_are_two_files(tmp_path: Path) -> None:
    there = made(tmp_path, "there.csv")
    (tmp_path / "link.csv").symlink_to(there)
    pairs = [
        (tmp_path / "new.csv", tmp_path / "." / "new.csv"),
        (tmp_path / "new.csv", tmp_path / "NEW.csv"),  # one file where capitals do not count
        (there, tmp_path / "link.csv"),
    ]
    for one, other in pairs:
        with files.of_a_run():
            files.writes(one, "--out")
            with pytest.raises(files.ClashError, match="--out and --save-draws would both write"):
                files.writes(other, "--save-draws")
    with files.of_a_run():
        files.writes(tmp_path / "new.csv", "--out")
        files.writes(tmp_path / "other.csv", "--save-draws")


def test_a_device_may_be_read_and_written_and_a_run_forgets_the_one_before(tmp_path: Path) -> None:
    file = made(tmp_path, "a.csv")
    with files.of_a_run():
        files.reads(Path(os.devnull))
        files.writes(Path(os.devnull), "--out")
        files.writes(Path(os.devnull), "--save-draws")
        files.reads(file)
    with files.of_a_run():
        files.writes(file, "--out")
    files.reads(file)  # outside of a run nothing is kept
    files.writes(file, "--out")


# --- writing ---------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [0o600, 0o640, 0o644, 0o666, 0o755])
def test_a_file_that_is_replaced_leaves_its_permissions_behind(before: int, tmp_path: Path) -> None:
    file = made(tmp_path, "a.csv")
    file.chmod(before)
    files.write(file, b"new")
    assert (file.read_bytes(), mode(file)) == (b"new", before)
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize(("mask", "after"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_permissions_of_the_umask(mask: int, after: int, tmp_path: Path) -> None:
    old = os.umask(mask)
    try:
        files.write(tmp_path / "a.csv", b"new")
    finally:
        os.umask(old)
    assert mode(tmp_path / "a.csv") == after


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed(there: bool, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "a.csv", tmp_path / "a.csv"
    if there:
        target.write_bytes(b"old")
    link.symlink_to(target)
    files.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    files.write(pipe, b"new")
    reader.join(10)
    assert found == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_that_nobody_reads_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="No such device"):
        files.write(pipe, b"new")


def test_a_device_stays_a_device(tmp_path: Path) -> None:
    files.write(Path(os.devnull), b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    with pytest.raises(OSError, match="No space left"):
        files.write(Path("/dev/full"), b"new")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_an_open_stream_goes_on_where_it_is(tmp_path: Path) -> None:
    file = made(tmp_path, "log.txt", "before\n")
    with file.open("ab") as stream:
        files.write(Path(f"/dev/fd/{stream.fileno()}"), b"new\n")
    assert file.read_bytes() == b"before\nnew\n"


def test_what_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = made(tmp_path, "a.csv")
    with pytest.raises(TypeError), files.whole(file) as new:
        new.writelines([b"half", None])  # type: ignore[list-item]
    assert file.read_text(encoding="utf-8") == "precious\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_where_the_text_lies_meanwhile_is_never_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = made(tmp_path, "victim")
    monkeypatch.setattr("secrets.token_hex", lambda size: "0" * 2 * size)
    (tmp_path / ".ipscost-000000000000.part").symlink_to(victim)
    with pytest.raises(FileExistsError):
        files.write(tmp_path / "a.csv", b"new")
    assert victim.read_text(encoding="utf-8") == "precious\n"


def test_a_file_that_is_write_protected_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made(tmp_path, "a.csv")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anything
    with pytest.raises(PermissionError):
        files.write(file, b"new")
    assert file.read_text(encoding="utf-8") == "precious\n"
