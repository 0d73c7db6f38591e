"""A batch replaces and removes what it wrote, and nothing else, and all of it or nothing."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable
from contextlib import chdir
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

from ipscost import files
from ipscost.batch import work
from ipscost.batch.ours import OWN
from ipscost.batch.store import FILE, FOLDER, Store
from ipscost.batch.writing import Writing

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
PATH = "cost.programme.ips.difference"
PLAIN = ("study.yaml", *FEW, "--out", "out")
FULL = ("study.yaml", *FEW, "--months", "--keep-draws", "--sweep", f"{PATH}=1,2,3", "--out", "out")
MINE = b"mine, all of it\n"


def foreign(*names: str) -> str:
    """The refusal of files that are somebody's."""
    it = "it" if len(names) == 1 else "them"
    return (
        "--out out holds files that no batch wrote, or that were changed since "
        f"({', '.join(names)}); move {it} away, or name another folder"
    )


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but those in folders."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the batch PLAIN, run once."""
    here = tmp_path_factory.mktemp("once")
    (here / "study.yaml").write_text(STUDY, encoding="utf-8")
    with chdir(here):
        assert batch(*PLAIN) == 0
    return here / "out"


@pytest.fixture
def out(folder: Path, once: Path) -> Path:
    """The folder `out` with the batch PLAIN."""
    shutil.copytree(once, folder / "out")
    return folder / "out"


# --- whose a file is -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["months.csv", "errors.csv", "draws.parquet", "summary.csv"])
@pytest.mark.parametrize("given", [PLAIN, FULL], ids=["as before", "another"])
def test_a_file_of_the_users_is_neither_removed_nor_replaced(
    out: Path, capsys: Capture, monkeypatch: Patch, name: str, given: tuple[str, ...]
) -> None:
    (out / name).write_bytes(MINE)
    before = everything(out)
    computed: list[object] = []
    monkeypatch.setattr(work, "_tables", lambda *_: computed.append(_) or {})
    assert usage(capsys, *given) == foreign(name)
    assert everything(out) == before
    assert computed == []
    monkeypatch.undo()
    monkeypatch.chdir(out.parent)
    (out / name).rename("moved")
    assert batch(*given) == 0
    assert Path("moved").read_bytes() == MINE


def test_a_table_that_was_changed_since_is_refused(out: Path, capsys: Capture) -> None:
    for name in ("summary.csv", "manifest.json"):
        (out / name).write_bytes((out / name).read_bytes() + b"\n")
    assert usage(capsys, *FULL) == foreign("summary.csv", "manifest.json")


def test_a_file_that_appears_while_the_batch_runs_stays(
    out: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    genuine = Store.add

    def add(store: Store, results: object) -> None:
        genuine(store, results)  # type: ignore[arg-type]
        (out / "months.csv").write_bytes(MINE)

    monkeypatch.setattr(Store, "add", add)
    before = everything(out)
    assert usage(capsys, *FULL) == foreign("months.csv")
    assert everything(out) == before | {"months.csv": MINE}
    monkeypatch.undo()
    monkeypatch.chdir(out.parent)
    (out / "months.csv").unlink()
    assert batch(*FULL) == 0
    assert counted(capsys.readouterr().err)[1:3] == (0, 3)


@pytest.mark.parametrize("gone", [("manifest.json",), (FOLDER,)])
def test_the_manifest_or_the_store_alone_tells_what_a_batch_wrote(
    out: Path, gone: tuple[str, ...]
) -> None:
    for name in gone:
        shutil.rmtree(out / name) if (out / name).is_dir() else (out / name).unlink()
    assert batch(*FULL) == 0
    assert batch(*PLAIN) == 0
    assert set(digests(out)) == {"summary.csv", "categories.csv", "payers.csv"}


def test_a_manifest_that_was_changed_is_refused_without_the_store_too(
    out: Path, capsys: Capture
) -> None:
    shutil.rmtree(out / FOLDER)
    file = out / "manifest.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{", '{"notes": "mine",', 1), encoding="utf-8")
    assert usage(capsys, *PLAIN) == foreign("manifest.json")
    assert "mine" in file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    assert batch(*PLAIN) == 0


def test_all_files_keep_their_permissions(out: Path) -> None:
    for mode in (0o644, 0o640):
        for file in out.iterdir():
            if file.is_file():
                file.chmod(mode)
        assert batch(*PLAIN) == 0
        modes = {file.name: file.stat().st_mode & 0o777 for file in out.iterdir() if file.is_file()}
        assert len(modes) == 4
        assert set(modes.values()) == {mode}


def test_without_both_nobody_knows(out: Path, capsys: Capture) -> None:
    shutil.rmtree(out / FOLDER)
    (out / "manifest.json").unlink()
    names = ("summary.csv", "categories.csv", "payers.csv")
    assert usage(capsys, *PLAIN) == foreign(*names)
    for name in names:
        (out / name).unlink()
    assert batch(*PLAIN) == 0


def test_a_manifest_that_names_no_digests_is_nobodys(out: Path, capsys: Capture) -> None:
    shutil.rmtree(out / FOLDER)
    (out / "manifest.json").write_text(json.dumps({"versions": {"ipscost": "1"}}), encoding="utf-8")
    assert "manifest.json" in usage(capsys, *PLAIN)


def test_batches_of_other_options_and_dialects_replace_each_other(out: Path) -> None:
    for given in (FULL, PLAIN, (*FULL, "--csv-dialect", "excel-da"), FULL, PLAIN):
        assert batch(*given) == 0
    with Store(out) as store:
        assert {name: len(found) for name, found in store.written().items()} == dict.fromkeys(
            ("summary.csv", "categories.csv", "payers.csv", "manifest.json"), 1
        )


@pytest.mark.parametrize("name", ["summary.csv", "manifest.json", "errors.csv"])
def test_a_folder_a_pipe_or_a_link_of_our_name_is_somebodys(
    out: Path, capsys: Capture, name: str
) -> None:
    makers: list[Callable[[Path], object]] = [
        Path.mkdir,
        os.mkfifo,
        lambda path: path.symlink_to("nowhere"),
        lambda path: path.symlink_to(out.parent / "aim"),
    ]
    (out.parent / "aim").write_bytes(MINE)
    for number, make in enumerate(makers):
        (out / name).rename("kept") if (out / name).exists() else None
        make(out / name)
        assert usage(capsys, *PLAIN) == foreign(name)
        (out / name).rename(f"away{number}")
        Path("kept").rename(out / name) if Path("kept").exists() else None
        assert batch(*PLAIN) == 0
        capsys.readouterr()
    assert (out.parent / "aim").read_bytes() == MINE
    assert not Path("nowhere").exists()


def test_a_table_that_was_moved_and_linked_is_followed(out: Path) -> None:
    (out / "summary.csv").rename("elsewhere.csv")
    (out / "summary.csv").symlink_to(Path("elsewhere.csv").absolute())
    old = Path("elsewhere.csv").read_bytes()
    assert batch(*FULL) == 0
    assert (out / "summary.csv").is_symlink()
    assert Path("elsewhere.csv").read_bytes() != old


# --- all or nothing --------------------------------------------------------------------------


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("call", range(1, 7))
def test_what_stops_the_writing_leaves_the_earlier_results(
    out: Path, capsys: Capture, monkeypatch: Patch, call: int, error: BaseException
) -> None:
    calls = iter(range(1, 100))

    def stopped(_: int) -> None:
        if next(calls) == call:
            raise error

    before = everything(out)
    monkeypatch.setattr(os, "fsync", stopped)
    assert batch(*FULL) == (130 if isinstance(error, KeyboardInterrupt) else 2)
    assert "kept" in capsys.readouterr().err
    assert everything(out) == before
    assert list(out.rglob("*.part")) == []
    monkeypatch.undo()
    monkeypatch.chdir(out.parent)
    assert batch(*FULL) == 0


@pytest.mark.parametrize("call", range(1, 7))
def test_what_stops_the_renaming_leaves_only_files_that_are_known(
    out: Path, monkeypatch: Patch, call: int
) -> None:
    calls, genuine = iter(range(1, 100)), files.put

    def stopped(new: Path, file: Path) -> None:
        if next(calls) == call:
            raise KeyboardInterrupt
        genuine(new, file)

    monkeypatch.setattr(files, "put", stopped)
    assert batch(*FULL) == 130
    assert not (out / "manifest.json").exists()
    monkeypatch.undo()
    monkeypatch.chdir(out.parent)
    assert batch(*PLAIN) == 0
    assert set(digests(out)) == {"summary.csv", "categories.csv", "payers.csv"}


def test_the_files_may_lie_on_another_disk_than_the_store(folder: Path) -> None:
    shm = Path("/dev/shm")
    if not shm.is_dir() or shm.stat().st_dev == folder.stat().st_dev:
        pytest.skip("there is no other disk here")
    hidden = shm / f"ipscost-test-{os.getpid()}"
    hidden.mkdir()
    try:
        (folder / "out").mkdir()
        (folder / "out" / FOLDER).symlink_to(hidden)
        assert batch(*FULL) == 0
        assert batch(*PLAIN) == 0
        assert (hidden / FILE).exists()
        assert list((folder / "out").rglob("*.part")) == []
    finally:
        shutil.rmtree(hidden)


# --- what a killed batch leaves --------------------------------------------------------------


def test_only_its_own_temporary_files_are_removed(out: Path) -> None:
    behind = out.parent / "behind"
    shutil.move(out / FOLDER, behind)
    (out / FOLDER).symlink_to(behind)
    names = ("notes.part", "summary.csv.part", ".ipscost-0123456789ab.part")
    theirs = [folder / name for folder in (behind, out) for name in names]
    for file in theirs:
        file.write_bytes(MINE)
    left = [behind / ".ipscost-ba9876543210.part", out / ".ipscost-ba9876543210.part"]
    with Store(out) as store:
        for file in (store.folder / left[0].name, left[1], out / "notes.part"):
            store.will_make(file)
        for file in left:
            file.write_bytes(b"half")
    assert batch(*PLAIN) == 0
    assert [file.read_bytes() for file in theirs] == [MINE] * len(theirs)
    assert not any(file.exists() for file in left)


def test_the_name_of_a_temporary_file_is_known_before_it_is_there(
    out: Path, monkeypatch: Patch
) -> None:
    genuine, known = Store.will_make, []

    def will_make(store: Store, file: Path) -> None:
        assert not file.exists()
        genuine(store, file)
        known.append(file)

    monkeypatch.setattr(Store, "will_make", will_make)
    replaced = []
    genuine_replace = Path.replace

    def replace(file: Path, target: Path) -> Path:
        replaced.append(file)
        return genuine_replace(file, target)

    monkeypatch.setattr(Path, "replace", replace)
    assert batch(*FULL) == 0
    assert sorted(replaced) == sorted(known)
    assert len(known) == 6


def test_a_batch_that_was_killed_while_it_wrote_leaves_nothing_behind(folder: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from ipscost.cli import main\n"
        "calls = 0\n"
        "def fsync(_):\n"
        "    global calls\n"
        "    calls += 1\n"
        "    if calls == 3: os.kill(os.getpid(), signal.SIGKILL)\n"
        "os.fsync = fsync\n"
        "main(sys.argv[1:])\n"
    )
    with running("-c", code, "batch", *FULL) as process:
        process.communicate(timeout=DEADLINE)
    assert process.returncode == -signal.SIGKILL
    assert len(list((folder / "out" / FOLDER).glob(".ipscost-*.part"))) == 3
    assert batch(*FULL) == 0
    assert [file.name for file in (folder / "out" / FOLDER).iterdir()] == [FILE]


# --- links that are planted ------------------------------------------------------------------


def test_links_at_every_name_that_can_be_guessed_lead_to_nothing(folder: Path) -> None:
    """Whoever may write into the folder plants them while a batch runs; their aim stays."""
    aim = folder / "aim"
    aim.write_bytes(MINE)
    out = folder / "out"
    ends = (".part", ".tmp", ".new", "~", ".0", ".bak")
    names = [
        *(f"{FOLDER}/{name}{end}" for name in (*OWN, FILE) for end in ends),
        *(f"{name}{end}" for name in OWN for end in ends),
        *(f"{FOLDER}/{name}" for name in OWN),
        *(f"{FOLDER}/.ipscost-{digit * 12}.part" for digit in "0123456789abcdef"),
        *(f"{FOLDER}/{FILE}{end}" for end in ("-journal", "-shm", "-mj00000000")),
    ]
    long = ("study.yaml", "--draws", "10000", "--sweep", f"{PATH}=1:80:80", "--out", "out")
    with running(*command(*long)) as process:
        wait_until(lambda: kept(out) > 40_000, "some runs are kept", process)
        process.send_signal(signal.SIGSTOP)
        for name in names:
            (out / name).symlink_to(aim)
        process.send_signal(signal.SIGCONT)
        _, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 0, error
    assert aim.read_bytes() == MINE
    assert all((out / name).is_symlink() for name in names)


@pytest.mark.parametrize("name", OWN)
def test_a_link_planted_at_a_file_of_results_is_refused(
    folder: Path, capsys: Capture, monkeypatch: Patch, name: str
) -> None:
    aim = folder / "aim"
    aim.write_bytes(MINE)
    genuine = Store.add

    def add(store: Store, results: object) -> None:
        genuine(store, results)  # type: ignore[arg-type]
        if not (folder / "out" / name).is_symlink():
            (folder / "out" / name).symlink_to(aim)

    monkeypatch.setattr(Store, "add", add)
    assert usage(capsys, *FULL) == foreign(name)
    assert aim.read_bytes() == MINE


@pytest.mark.parametrize("name", OWN)
def test_a_link_planted_at_the_last_moment_is_replaced_and_not_followed(
    folder: Path, monkeypatch: Patch, name: str
) -> None:
    aim = folder / "aim"
    aim.write_bytes(MINE)
    genuine = Store.will_write

    def will_write(store: Store, digests: dict[str, str]) -> None:
        genuine(store, digests)
        (folder / "out" / name).symlink_to(aim)

    monkeypatch.setattr(Store, "will_write", will_write)
    assert batch(*FULL) == 0
    assert aim.read_bytes() == MINE
    assert not (folder / "out" / name).is_symlink()


def test_writing_names_only_files_of_its_own(out: Path) -> None:
    with Store(out) as store, pytest.raises(AssertionError):
        Writing(out, store).write("notes.txt", [])
