"""The record of finished runs: damage is told of the run, and nothing of others' is touched."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import chdir, closing
from pathlib import Path

import pytest
from batches import (
    DEADLINE,
    FEW,
    STUDY,
    batch,
    command,
    counted,
    digests,
    kept,
    running,
    usage,
    wait_until,
)

from ipscost.batch import ours, store, work
from ipscost.batch.store import FILE, FOLDER, PARTS, DamagedError, InUseError, Store
from ipscost.batch.work import Result
from ipscost.batch.writing import Writing

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
PATH = "cost.programme.ips.difference"
GIVEN = ("study.yaml", *FEW, "--months", "--keep-draws", "--sweep", f"{PATH}=1,2,3")
LAST = "study.yaml", *FEW, "--sweep", f"{PATH}=1:40:40", "--out", "out"


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the store."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the batch GIVEN, run once."""
    here = tmp_path_factory.mktemp("once")
    (here / "study.yaml").write_text(STUDY, encoding="utf-8")
    with chdir(here):
        assert batch(*GIVEN, "--out", "out") == 0
    return here / "out"


@pytest.fixture
def out(folder: Path, once: Path) -> Path:
    """The folder `out` with the batch GIVEN."""
    shutil.copytree(once, folder / "out")
    return folder / "out"


def change(out: Path, *statements: str) -> None:
    """Changes the record by SQL; K stands for the key of the second run."""
    with sqlite3.connect(out / FOLDER / FILE) as database:
        keys = [key for (key,) in database.execute("SELECT key FROM finished ORDER BY rowid")]
        for statement in statements:
            text = re.sub(r"\bK([123])", lambda m: f"x'{keys[int(m[1]) - 1].hex()}'", statement)
            database.execute(text)
    database.close()


# --- seals -----------------------------------------------------------------------------------

FLIP = "UPDATE finished SET {0} = substr({0}, 1, {1}) || x'07' || substr({0}, {1} + 2)"


@pytest.mark.parametrize(
    "statements",
    [
        *((FLIP.format(name, 20) + " WHERE key = K2",) for name in ("summary", "months", "draws")),
        (FLIP.format("draws", 800) + " WHERE key = K2",),
        (FLIP.format("categories", 3) + " WHERE key = K2",),
        *(
            (f"UPDATE finished SET payers = {value} WHERE key = K2",)
            for value in ("NULL", "7", "'x'", "x''")
        ),
        ("UPDATE finished SET summary = zeroblob(60) WHERE key = K2",),
        ("UPDATE finished SET categories = payers WHERE key = K2",),
        ("UPDATE finished SET warnings = x'00' WHERE key = K2",),
        (
            "UPDATE finished SET summary = (SELECT summary FROM finished WHERE key = K1) "
            "WHERE key = K2",
        ),
    ],
)
def test_a_damaged_run_is_named_and_computed_anew_and_the_others_are_kept(
    out: Path, capsys: Capture, statements: tuple[str, ...]
) -> None:
    before = everything(out)
    change(out, *statements)
    assert re.fullmatch(
        r"--out out: its record of finished runs is damaged \(.+\) in study 2; "
        r"run the same command again: it is computed anew",
        usage(capsys, *GIVEN, "--out", "out"),
    )
    assert everything(out) == before
    assert batch(*GIVEN, "--out", "out") == 0
    assert counted(capsys.readouterr().err) == (3, 1, 2, 0)
    assert {name: everything(out)[name] for name in digests(out)} == {
        name: before[name] for name in digests(out)
    }


def test_two_runs_whose_rows_were_exchanged_are_both_named(out: Path, capsys: Capture) -> None:
    change(
        out,
        "UPDATE finished SET key = x'00' WHERE key = K1",
        "UPDATE finished SET key = K1 WHERE key = K3",
        "UPDATE finished SET key = K3 WHERE key = x'00'",
    )
    assert " in study 1, study 3; run the same command again: they are computed anew" in usage(
        capsys, *GIVEN, "--out", "out"
    )
    assert batch(*GIVEN, "--out", "out") == 0


def test_of_many_damaged_runs_three_are_named(folder: Path, capsys: Capture) -> None:
    given = ("study.yaml", "inklusion-ips", *FEW, "--sweep", f"{PATH}=1,2,3", "--out", "out")
    assert batch(*given) == 0
    change(folder / "out", "UPDATE finished SET summary = NULL")
    assert usage(capsys, *given) == (
        "--out out: its record of finished runs is damaged (a part of it is missing) in "
        "inklusion-ips 1, inklusion-ips 2, inklusion-ips 3 and 3 runs more; "
        "run the same command again: they are computed anew"
    )
    assert batch(*given) == 0


def test_a_run_that_is_not_there_is_damage(out: Path) -> None:
    with Store(out) as record:
        (key, *_) = record.keys()
        assert [len(list(record.table(name, [key]))) for name in PARTS] == [1, 1, 1, 1, 1, 0]
        record.forget([key])
        with pytest.raises(DamagedError, match="missing") as told:
            list(record.table("warnings", [key]))
        assert told.value.key == key


@pytest.mark.parametrize("start", range(0, 1000, 500))
def test_whatever_byte_is_changed_the_numbers_are_right_or_refused(
    folder: Path, capsys: Capture, start: int
) -> None:
    given = ("study.yaml", "--draws", "20", "--keep-draws", "--sweep", f"{PATH}=1, 2", "--out")
    assert batch(*given, "whole") == 0
    whole = digests(folder / "whole")
    record = (folder / "whole" / FOLDER / FILE).read_bytes()
    out = folder / "out"
    for place in range(start, len(record), 2003):
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(folder / "whole", out)
        bad = record[:place] + bytes([record[place] ^ 0x55]) + record[place + 1 :]
        (out / FOLDER / FILE).write_bytes(bad)
        capsys.readouterr()
        code = batch(*given, "out")
        said = capsys.readouterr().err
        assert digests(out) == whole
        if code == 0:
            continue
        assert code == 2
        if f"remove out/{FOLDER} and run again" in said:
            shutil.rmtree(out / FOLDER)
        elif "move it away" in said:
            (out / FOLDER / FILE).unlink()
        else:
            assert re.search(r"in study [12]; run the same command again", said), said
        assert batch(*given, "out") == 0
        assert digests(out) == whole


def test_damage_that_makes_names_unreadable_is_told(out: Path, capsys: Capture) -> None:
    record = out / FOLDER / FILE
    content = record.read_bytes()
    assert content.count(b"CREATE TABLE finished") == 1
    record.write_bytes(content.replace(b"CREATE TABLE finished", b"CREATE TABL\x96 finished"))
    assert usage(capsys, *GIVEN, "--out", "out").startswith(
        "--out out: its record of finished runs is damaged (database disk image is malformed); "
    )


# --- somebody's database ---------------------------------------------------------------------

FOREIGN = (
    "--out out holds files that no batch wrote, or that were changed since ({}); "
    "move it away, or name another folder"
)


def database(file: Path, *statements: str) -> bytes:
    """Makes a database; its bytes."""
    with sqlite3.connect(file) as made:
        for statement in statements:
            made.execute(statement)
    made.close()
    return file.read_bytes()


@pytest.mark.parametrize("version", [0, 1, 2])
@pytest.mark.parametrize("is_linked", [False, True])
def test_a_database_of_somebody_is_never_changed(
    folder: Path, capsys: Capture, version: int, is_linked: bool
) -> None:
    record = folder / "out" / FOLDER / FILE
    record.parent.mkdir(parents=True)
    file = folder / "theirs.sqlite" if is_linked else record
    if is_linked:
        record.symlink_to(file)
    theirs = database(
        file,
        "PRAGMA journal_mode=WAL",
        f"PRAGMA user_version={version}",
        "CREATE TABLE finished (task TEXT)",
        "INSERT INTO finished VALUES ('taxes')",
    )
    assert usage(capsys, *GIVEN, "--out", "out") == FOREIGN.format(f"{FOLDER}/{FILE}")
    assert file.read_bytes() == theirs
    assert [each.name for each in record.parent.iterdir()] == [FILE]
    record.rename(folder / "moved")
    assert batch(*GIVEN, "--out", "out") == 0
    assert not is_linked or file.read_bytes() == theirs


@pytest.mark.parametrize("content", [b"my notes", b"", None])
@pytest.mark.parametrize("end", ["", "-wal", "-journal", "-shm"])
def test_nothing_is_written_through_a_link(
    folder: Path, capsys: Capture, content: bytes | None, end: str
) -> None:
    record = folder / "out" / FOLDER / FILE
    record.parent.mkdir(parents=True)
    theirs = folder / "theirs"
    if content is not None:
        theirs.write_bytes(content)
    Path(f"{record}{end}").symlink_to(theirs)
    assert usage(capsys, *GIVEN, "--out", "out") == FOREIGN.format(f"{FOLDER}/{FILE}{end}")
    assert (theirs.read_bytes() if theirs.exists() else None) == content
    Path(f"{record}{end}").unlink()
    assert batch(*GIVEN, "--out", "out") == 0


@pytest.mark.parametrize("name", [FOLDER, f"{FOLDER}/{FILE}"])
def test_what_is_no_file_or_no_folder_is_told(folder: Path, capsys: Capture, name: str) -> None:
    (folder / "out").mkdir()
    if name == FOLDER:
        (folder / "out" / name).write_text("mine", encoding="utf-8")
    else:
        (folder / "out" / name).mkdir(parents=True)
    assert usage(capsys, *GIVEN, "--out", "out") == FOREIGN.format(name)


def test_a_record_of_the_first_layout_is_begun_anew(
    folder: Path, out: Path, capsys: Capture
) -> None:
    (out / FOLDER / FILE).unlink()
    database(
        out / FOLDER / FILE,
        "PRAGMA journal_mode=WAL",
        "PRAGMA user_version=1",
        "CREATE TABLE IF NOT EXISTS finished (key BLOB PRIMARY KEY, seconds REAL, summary BLOB, "
        "categories BLOB, payers BLOB, months BLOB, draws BLOB)",
        "INSERT INTO finished VALUES (x'00', 1, x'00', NULL, NULL, NULL, NULL)",
    )
    assert batch(*GIVEN, "--out", "out") == 0
    assert counted(capsys.readouterr().err)[1:3] == (3, 0)


@pytest.mark.parametrize("place", [60, 68], ids=["layout", "application"])
def test_a_record_of_ours_with_a_damaged_heading_is_told_as_damaged(
    out: Path, capsys: Capture, place: int
) -> None:
    file = out / FOLDER / FILE
    content = bytearray(file.read_bytes())
    content[place : place + 12] = b"\xff" * 12
    file.write_bytes(content)
    assert usage(capsys, *GIVEN, "--out", "out") == (
        "--out out: its record of finished runs is damaged (its heading is not that of a batch); "
        f"remove out/{FOLDER} and run again"
    )
    assert file.read_bytes() == content
    shutil.rmtree(out / FOLDER)
    assert batch(*GIVEN, "--out", "out") == 0


def test_a_record_that_was_hardly_begun_is_gone_on_with(folder: Path) -> None:
    (folder / "out" / FOLDER).mkdir(parents=True)
    (folder / "out" / FOLDER / FILE).touch()
    assert batch(*GIVEN, "--out", "out") == 0


# --- a folder that goes away ------------------------------------------------------------------


def replaced(out: Path) -> None:
    """Another folder in the place of one, as two commands leave it."""
    shutil.rmtree(out)
    out.mkdir()


@pytest.mark.parametrize(
    "remove",
    [
        shutil.rmtree,
        replaced,
        lambda out: out.rename("elsewhere"),
        lambda out: shutil.rmtree(out / FOLDER),
        lambda out: (out / FOLDER / FILE).unlink(),
        lambda out: shutil.copy(shutil.move(out / FOLDER / FILE, "moved"), out / FOLDER / FILE),
    ],
)
def test_a_folder_that_is_removed_is_noticed_at_the_next_write(
    folder: Path, capsys: Capture, monkeypatch: Patch, remove: Callable[[Path], object]
) -> None:
    genuine_add, genuine, adds, computed = Store.add, work._tables, 0, 0

    def add(record: Store, results: list[Result]) -> None:
        nonlocal adds
        adds += 1
        genuine_add(record, results)
        if adds == 3:
            remove(folder / "out")

    def tables(*arguments: object) -> object:
        nonlocal computed
        computed += 1
        return genuine(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "add", add)
    monkeypatch.setattr(work, "_tables", tables)
    assert batch(*LAST) == 2
    assert capsys.readouterr().err == (
        "error: --out out was removed or replaced while the batch ran with 3 runs that had been "
        "finished\n  fix: run the same command again, and leave the folder where it is\n"
    )
    assert computed == 4
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert batch(*LAST) == 0


def test_a_folder_that_is_removed_while_the_tables_are_written_is_told(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    genuine = Writing.write

    def write(writing: Writing, name: str, parts: list[bytes]) -> None:
        genuine(writing, name, parts)
        if name == "categories.csv":
            shutil.rmtree(folder / "out")

    monkeypatch.setattr(Writing, "write", write)
    assert batch(*GIVEN, "--out", "out") == 2
    said = capsys.readouterr().err
    assert "--out out was removed or replaced while the batch ran with 3 runs that had" in said
    assert "kept" not in said


def test_ctrl_c_says_nothing_of_kept_runs_where_the_folder_is_gone(folder: Path) -> None:
    long = ("study.yaml", "--draws", "10000", "--sweep", f"{PATH}=1:80:80", "--out", "out")
    with running(*command(*long)) as process:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
        process.send_signal(signal.SIGSTOP)
        (folder / "out").rename(folder / "elsewhere")
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGCONT)
        _, error = process.communicate(timeout=DEADLINE)
    assert process.returncode in (130, 2)  # 2 where it noticed by itself before
    assert "--out out was removed or replaced while the batch ran" in error
    assert "kept" not in error


# --- why it cannot be written -----------------------------------------------------------------


def test_a_record_that_may_not_be_changed_says_so(out: Path, capsys: Capture) -> None:
    record = out / FOLDER / FILE
    if (
        shutil.which("chattr") is None
        or subprocess.run(["chattr", "+i", record], capture_output=True, check=False).returncode
    ):
        pytest.skip("files cannot be made immutable here")
    try:
        assert usage(capsys, *GIVEN, "--seed", "2", "--out", "out") == (
            "--out out cannot be written: Operation not permitted; "
            "name another folder, or lift what protects this one, as chattr -i does"
        )
    finally:
        subprocess.run(["chattr", "-i", record], check=True)
    assert batch(*GIVEN, "--seed", "2", "--out", "out") == 0


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Operation not permitted; name another folder, or lift what protects this one"),
        (13, "Permission denied; name another folder, or mend its permissions"),
        (28, "No space left on device; make room, and run it again"),
        (30, "Read-only file system; name a folder on a disk that can be written"),
        (122, "Disk quota exceeded; make room, and run it again"),
        (0, "the disk is full or failing, or its files may not grow further; make room"),
    ],
)
def test_a_vague_error_of_the_disk_is_told_by_its_true_reason(
    out: Path, capsys: Capture, monkeypatch: Patch, number: int, said: str
) -> None:
    def failing(_: Store) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_WRITE"
        raise error

    genuine = os.open

    def closed(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if number and str(path).endswith(".part"):
            raise OSError(number, os.strerror(number))
        return genuine(path, flags, mode)

    monkeypatch.setattr(Store, "_open", failing)
    monkeypatch.setattr(os, "open", closed)
    assert usage(capsys, *GIVEN, "--out", "out").startswith(f"--out out cannot be written: {said}")
    assert [each.name for each in (out / FOLDER).iterdir()] == [FILE]


def test_what_can_be_written_has_no_reason(tmp_path: Path) -> None:
    assert ours.why_not(tmp_path / FILE) is None
    assert list(tmp_path.iterdir()) == []


# --- several records --------------------------------------------------------------------------


def test_a_store_takes_what_others_have_finished(folder: Path, out: Path) -> None:
    results = [
        Result(bytes([n]) * 16, "study", None, 0.5, {"summary": b"%d" % n})  # type: ignore[arg-type]
        for n in range(250)
    ]
    with Store(out, "part-1.sqlite") as first, Store(out, "part-2.sqlite") as second:
        first.add(results[:200])
        second.add(results[150:])
        with Store(out) as record:
            before = record.keys()
            keys = [result.key for result in results]
            assert (record.take(first, keys), record.take(second, keys)) == (200, 50)
            assert record.keys() == before | set(keys)
            assert list(record.table("summary", keys)) == [b"%d" % n for n in range(250)]
            assert record.damaged(record.keys()) == []


def test_a_damaged_run_of_another_store_is_not_taken(folder: Path, out: Path) -> None:
    some = [Result(bytes([n]) * 16, "study", None) for n in range(5)]  # type: ignore[arg-type]
    with Store(out, "part.sqlite") as part, Store(out) as record:
        before = record.keys()
        part.add(some)
        part.database.execute("UPDATE finished SET draws = 'x' WHERE key = ?", (b"\x03" * 16,))
        with pytest.raises(DamagedError) as told:
            record.take(part, [result.key for result in some])
        assert told.value.key == b"\x03" * 16
        assert record.keys() == before
        assert part.damaged(part.keys()) == [b"\x03" * 16]
        assert record.take(part, [result.key for result in some[:3]]) == 4
        assert set(part.keys()) == {result.key for result in some}


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TRIGGER t AFTER INSERT ON finished BEGIN DELETE FROM finished; END",
        "ALTER TABLE finished RENAME COLUMN payers TO p; "
        "ALTER TABLE finished RENAME COLUMN months TO payers; "
        "ALTER TABLE finished RENAME COLUMN p TO months",
    ],
)
def test_a_record_with_other_tables_is_damaged_and_the_fix_works(
    out: Path, capsys: Capture, statements: str
) -> None:
    whole = digests(out)
    with closing(sqlite3.connect(out / FOLDER / FILE)) as database:
        database.executescript(statements)
    assert usage(capsys, *GIVEN, "--out", "out") == (
        "--out out: its record of finished runs is damaged (its tables are others than those of a "
        "batch); remove out/.ipscost-batch and run again"
    )
    shutil.rmtree(out / FOLDER)
    assert batch(*GIVEN, "--out", "out") == 0
    assert digests(out) == whole


@pytest.mark.parametrize("path", ["a\0b", "../../.ipscost-0123456789ab.part"])
def test_a_name_in_the_record_removes_nothing_elsewhere(out: Path, path: str) -> None:
    far = out.parent / ".ipscost-0123456789ab.part"
    far.write_bytes(b"mine")
    with closing(sqlite3.connect(out / FOLDER / FILE)) as database:
        database.execute("INSERT INTO temporary VALUES (?)", (path,))
        database.execute("INSERT INTO temporary VALUES (?)", (str(far),))
        database.commit()
    assert batch(*GIVEN, "--out", "out") == 0
    assert far.read_bytes() == b"mine"


def test_a_store_is_held_by_one_alone(out: Path) -> None:
    with Store(out, "part.sqlite"), pytest.raises(InUseError):
        Store(out, "part.sqlite")


def test_a_seal_belongs_to_one_run_one_part_and_its_bytes() -> None:
    seals = {
        store.sealed(key, name, part)[: store.SEAL]
        for key in (b"a", b"b")
        for name in ("summary", "draws")
        for part in (b"", b"0", b"1")
    }
    assert len(seals) == 12
