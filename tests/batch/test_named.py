"""Files that a batch depends on, however they are named: what was read is what was computed."""

from __future__ import annotations

import hashlib
import pickle
import shutil
from pathlib import Path

import pytest
from batches import ROOT, batch, digests, manifest, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipscost.batch import Options, design, plan
from ipscost.batch import batch as run_batch
from ipscost.batch.parts import runs
from ipscost.batch.run import Progress
from ipscost.batch.store import Store
from ipscost.batch.work import Result
from ipscost.loading import build
from ipscost.loading.text import yamldoc
from ipscost.loading.text.inputs import NotReadError

FEW = ("--draws", "20")
DEATHS = "model.transition.benefit.dead.all.mean"
COLUMN = "column: each_month"
CHILD = """ipscost: 1
extends: below/middle.yaml
title: A scenario that names files in every way
prices: [index.yaml]
discount: {schedule: rates.yaml}
"""
MIDDLE = "ipscost: 1\nextends: ../states.yaml\ntitle: Between the two\n"
READ = ("child.yaml", "below/middle.yaml", "states.yaml", "index.yaml", "rates.yaml")
"""What every variant depends on, beside the deaths, which a variant may read from another file."""
FILES = (*READ, "mortality.csv", "a.yaml", "b.yaml", "a.csv", "b.csv", "other.yaml", "other.csv")

ONE = f"{{mean: {{file: a.csv, {COLUMN}}}, assumption: x}}"
OTHER = ONE.replace("a.csv", "b.csv")
TWO = f"{{unit: probability/year, usual: {ONE}, ips: {OTHER}}}"
SET, SWEEP = "--set", "--sweep"
WAYS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "the files alone": ((), ("mortality.csv",), ()),
    "a schedule": ((SET, "discount.schedule=a.yaml"), ("mortality.csv", "a.yaml"), ("rates.yaml",)),
    "a block": ((SET, "discount={schedule: a.yaml}"), ("mortality.csv", "a.yaml"), ("rates.yaml",)),
    "prices": ((SET, "prices=[other.yaml]"), ("mortality.csv", "other.yaml"), ("index.yaml",)),
    "a price file": (
        (SET, "prices.0=other.yaml"),
        ("mortality.csv", "other.yaml"),
        ("index.yaml",),
    ),
    "a column": ((SET, f"{DEATHS}={{file: a.csv, {COLUMN}}}"), ("a.csv",), ()),
    "the file of a column": ((SET, f"{DEATHS}.file=a.csv"), ("a.csv",), ()),
    "escaped": ((SET, f'{DEATHS}={{"f\\x69le": a.csv, {COLUMN}}}'), ("a.csv",), ()),
    "swept schedules": (
        (SWEEP, "discount.schedule=a.yaml,danish_2013,b.yaml"),
        ("mortality.csv", "a.yaml", "b.yaml"),
        (),
    ),
    "swept columns": (
        (SWEEP, f"{DEATHS}={{file: a.csv, {COLUMN}}},{{file: b.csv, {COLUMN}}}"),
        ("mortality.csv", "a.csv", "b.csv"),
        (),
    ),
    "swept files": ((SWEEP, f"{DEATHS}.file=a.csv,b.csv"), ("mortality.csv", "a.csv", "b.csv"), ()),
    "one within another": (
        (SWEEP, f"{DEATHS}={{file: a.csv, {COLUMN}}}", SWEEP, f"{DEATHS}.file=b.csv,mortality.csv"),
        ("mortality.csv", "b.csv"),
        (),
    ),
    "two files in a value": (
        (SWEEP, f"model.transition.benefit.dead={TWO},{{unit: probability/year, all: {ONE}}}"),
        ("mortality.csv", "a.csv", "b.csv"),
        (),
    ),
    "two price files": (
        (SET, "prices=[index.yaml, other.yaml]"),
        ("mortality.csv", "other.yaml"),
        (),
    ),
    "a design": (("--design", "rows.csv"), ("mortality.csv", "a.yaml", "a.csv", "b.yaml"), ()),
    "beside numbers": (
        (SWEEP, "cost.programme.at_start.ips.mean=1:9:3", SWEEP, "discount.schedule=a.yaml"),
        ("mortality.csv", "a.yaml"),
        (),
    ),
}
"""Ways to name a file: options, what is read beside READ, and what of READ is no longer read."""


@pytest.fixture
def every(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a scenario that names files in every way, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    fill(tmp_path)
    return tmp_path


def fill(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "child.yaml").write_text(CHILD, encoding="utf-8")
    (folder / "below" / "middle.yaml").write_text(MIDDLE, encoding="utf-8")
    rates = ROOT / "scenarios" / "discount" / "danish_2021.yaml"
    index = ROOT / "scenarios" / "prices" / "consumer-prices-dkk.yaml"
    for name, source in (
        *((name, rates) for name in ("rates.yaml", "a.yaml", "b.yaml")),
        *((name, index) for name in ("index.yaml", "other.yaml")),
        ("states.yaml", ROOT / "examples" / "states.yaml"),
        *((f"{name}.csv", ROOT / "examples" / "mortality.csv") for name in ("mortality", "a", "b")),
    ):
        shutil.copy(source, folder / name)
    states = (folder / "states.yaml").read_text(encoding="utf-8")
    assert "years: 5," in states
    shorter = states.replace("years: 5,", "years: 3,")  # is computed sooner
    (folder / "states.yaml").write_text(shorter, encoding="utf-8")
    (folder / "other.csv").write_text("each_month\n0\n", encoding="utf-8")
    table = f"discount.schedule,{DEATHS}.file\na.yaml,a.csv\nb.yaml,mortality.csv\n"
    (folder / "rows.csv").write_text(table, encoding="utf-8")


def changed(file: Path) -> None:
    """Another file that says the same: the digest of its bytes is another one."""
    end = "#\n" if file.suffix == ".yaml" else "\n"
    file.write_bytes(file.read_bytes() + end.encode())


def keys_of(way: str) -> list[bytes]:
    """The keys of the runs of a batch that names files in this way."""
    given = WAYS[way][0]
    asked = {
        option: [v for o, v in zip(given[::2], given[1::2], strict=True) if o == option]
        for option in (SET, SWEEP, "--design")
    }
    table = Path(asked["--design"][0]) if asked["--design"] else None
    found = plan(
        ["child.yaml"],
        design(asked[SWEEP], file=table),
        Options(draws=9, settings=tuple(asked[SET])),
    )
    assert all(entry.reading is not None for entry in found.entries), found.entries[0].problems
    return [run.key for run in runs(found)]


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_is_changed_changes_the_keys_of_the_runs_that_depend_on_it(
    every: Path, way: str
) -> None:
    _, more, less = WAYS[way]
    before = keys_of(way)
    assert len(set(before)) == len(before)
    touched = {*READ, *more} - set(less)
    for name in touched:
        kept = (every / name).read_bytes()
        changed(every / name)
        assert keys_of(way) != before, name
        (every / name).write_bytes(kept)
    for name in set(FILES) - touched:
        changed(every / name)
    assert keys_of(way) == before


@pytest.mark.parametrize("way", ["two files in a value", "a design", "swept columns"])
def test_files_whose_contents_are_exchanged_change_the_keys(every: Path, way: str) -> None:
    say_otherwise(every / "b.csv")
    before = keys_of(way)
    one, other = (every / "a.csv").read_bytes(), (every / "b.csv").read_bytes()
    (every / "a.csv").write_bytes(other)
    (every / "b.csv").write_bytes(one)
    if way == "a design":
        assert keys_of(way)[0] != before[0]
    else:
        assert keys_of(way) != before


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["a.yaml", "b.yaml", "danish_2013"]), min_size=2, max_size=3, unique=True
    ),
    st.sampled_from(["a.yaml", "b.yaml"]),
)
def test_only_the_runs_that_name_a_file_depend_on_it(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], name: str
) -> None:
    folder = tmp_path_factory.mktemp("some")
    fill(folder)
    sweeps = [f"discount.schedule={','.join(names)}", "discount.cost=0.01,0.02"]

    def found() -> list[bytes]:
        found = plan([str(folder / "child.yaml")], design(sweeps), Options(draws=9))
        return [run.key for run in runs(found)]

    before = found()
    changed(folder / name)
    after = found()
    same = [old == new for old, new in zip(before, after, strict=True)]
    assert same == [each != name for each in names for _ in range(2)]


# --- results ---------------------------------------------------------------------------------


def say_otherwise(file: Path) -> None:
    """Other rates, other prices, other deaths in a file."""
    text = file.read_text(encoding="utf-8")
    for old, new in (("0.035", "0.20"), ("0,00400", "0,80000"), ("2.40", "42.40")):
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("way", "name", "jobs"),
    [
        ("the files alone", "mortality.csv", "1"),
        ("the files alone", "rates.yaml", "2"),
        ("a schedule", "a.yaml", "1"),
        ("a column", "a.csv", "1"),
        ("swept schedules", "b.yaml", "2"),
        ("swept files", "b.csv", "1"),
        ("a design", "a.csv", "1"),
    ],
)
def test_a_batch_goes_on_with_what_its_files_say_now(
    every: Path, way: str, name: str, jobs: str
) -> None:
    given = ("child.yaml", *FEW, *WAYS[way][0], "--jobs", jobs)
    assert batch(*given, "--out", "out") == 0
    before = digests(every / "out")
    say_otherwise(every / name)
    assert batch(*given, "--out", "out") == 0
    assert batch(*given, "--out", "fresh") == 0
    after = digests(every / "out")
    assert after == digests(every / "fresh")
    assert after["summary.csv"] != before["summary.csv"]
    digest = hashlib.sha256((every / name).read_bytes()).hexdigest()
    assert digest in manifest(every / "out")["scenarios"][0]["inputs"].values()


class Meddler(Progress):
    """Changes files, and takes others away, as soon as the first run is finished."""

    def step(self, result: Result) -> None:
        if result.variant.number == 1:
            say_otherwise(Path("a.yaml"))
            say_otherwise(Path("mortality.csv"))
            Path("child.yaml").unlink()


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_change_during_a_run_make_no_difference(every: Path, jobs: int) -> None:
    costs = "cost.programme.at_start.ips.mean=1:6:6"
    given = (
        ["child.yaml"],
        design([costs]),
        Options(draws=20, settings=("discount.schedule=a.yaml",)),
    )
    run_batch(plan(*given), every / "whole")
    digest = hashlib.sha256((every / "a.yaml").read_bytes()).hexdigest()
    run_batch(plan(*given), every / "out", jobs=jobs, progress=Meddler())
    assert digests(every / "out") == digests(every / "whole")
    assert hashlib.sha256((every / "a.yaml").read_bytes()).hexdigest() != digest
    assert manifest(every / "out")["scenarios"][0]["inputs"]["a.yaml"] == digest


def test_a_file_of_ones_own_is_told_from_a_shipped_one_of_its_name(every: Path) -> None:
    for kind, name in (("prices", "consumer-prices-dkk.yaml"), ("discount", "danish_2021.yaml")):
        (every / kind).mkdir()
        shutil.copy(ROOT / "scenarios" / kind / name, every / kind / name)
    own = CHILD.replace("index.yaml", "prices/consumer-prices-dkk.yaml")
    (every / "child.yaml").write_text(own.replace("rates.yaml", "danish_2021"), encoding="utf-8")
    given = ("child.yaml", *FEW, SET, "discount.schedule=discount/danish_2021.yaml")
    assert batch(*given, "--out", "out") == 0
    before = digests(every / "out")
    for name in ("prices/consumer-prices-dkk.yaml", "discount/danish_2021.yaml"):
        say_otherwise(every / name)
        assert batch(*given, "--out", "out") == 0
        assert batch(*given, "--out", name.replace("/", "-")) == 0
        assert digests(every / "out") == digests(every / name.replace("/", "-"))
        assert name.startswith("prices") or digests(every / "out") != before
        inputs = manifest(every / "out")["scenarios"][0]["inputs"]
        digest = hashlib.sha256((every / name).read_bytes()).hexdigest()
        assert digest in inputs.values()


def test_a_file_that_takes_the_place_of_a_shipped_one_is_read(every: Path) -> None:
    (every / "child.yaml").write_text("ipscost: 1\ntitle: A\nextends: inklusion-ips\n", "utf-8")
    assert batch("child.yaml", *FEW, "--out", "out") == 0
    before = rows(every / "out" / "summary.csv")
    text = (ROOT / "scenarios" / "inklusion-ips.yaml").read_text(encoding="utf-8")
    (every / "inklusion-ips").write_text(
        text.replace("difference: 914", "difference: 1000"), encoding="utf-8"
    )
    assert batch("child.yaml", *FEW, "--out", "out") == 0
    assert rows(every / "out" / "summary.csv") != before
    inputs = manifest(every / "out")["scenarios"][0]["inputs"]
    assert (
        inputs["inklusion-ips"]
        == hashlib.sha256((every / "inklusion-ips").read_bytes()).hexdigest()
    )


def test_a_file_with_a_byte_order_mark_has_the_digest_of_its_bytes(every: Path) -> None:
    raw = b"\xef\xbb\xbf" + (every / "rates.yaml").read_bytes()
    (every / "rates.yaml").write_bytes(raw)
    marked = b"\xef\xbb\xbf" + (every / "rows.csv").read_bytes()
    (every / "rows.csv").write_bytes(marked)
    assert batch("child.yaml", *FEW, "--design", "rows.csv", "--out", "out") == 0
    found = manifest(every / "out")
    assert found["scenarios"][0]["inputs"]["rates.yaml"] == hashlib.sha256(raw).hexdigest()
    assert found["design"]["file"]["sha256"] == hashlib.sha256(marked).hexdigest()


def test_what_was_not_read_is_not_read_later(every: Path) -> None:
    found = plan(["child.yaml"], design(), Options(draws=9)).entries[0].reading
    assert found is not None
    with pytest.raises(NotReadError, match=r"b\.yaml was not read before the computing began"):
        build(found, ["discount.schedule=b.yaml"])
    assert build(found).discount.schedule == "rates.yaml"
    again = pickle.loads(pickle.dumps(found))
    shutil.rmtree(every)
    assert build(again).discount.cost == pytest.approx(0.035)


# --- on a cluster ----------------------------------------------------------------------------


def test_workers_read_no_files_of_their_own_folders(every: Path) -> None:
    """Two workers, each in a folder with other files of the same names."""
    pytest.importorskip("distributed")
    from test_cluster import a_cluster, wait_for_workers

    folders = [every / "one", every / "other"]
    for folder in folders:
        folder.mkdir()
        fill(folder)
        for name in ("a.yaml", "b.yaml", "a.csv", "rates.yaml", "mortality.csv", "index.yaml"):
            say_otherwise(folder / name)
    swept = f"{DEATHS}={{file: a.csv, {COLUMN}}},{{file: mortality.csv, {COLUMN}}}"
    given = ("child.yaml", *FEW, "--sweep", "discount.schedule=a.yaml,b.yaml", "--sweep", swept)
    assert batch(*given, "--set", "prices=[other.yaml]", "--out", "here") == 0
    with a_cluster(every, 2, folders=folders) as found:
        wait_for_workers(found)
        more = ("--set", "prices=[other.yaml]", "--scheduler", found.address)
        assert batch(*given, *more, "--out", "cluster") == 0
        assert digests(every / "cluster") == digests(every / "here")
        assert batch("child.yaml", *FEW, "--scheduler", found.address, "--out", "alone") == 0
        say_otherwise(every / "mortality.csv")
        say_otherwise(every / "a.yaml")
        assert batch("child.yaml", *FEW, "--scheduler", found.address, "--out", "alone") == 0
        assert batch(*given, *more, "--out", "cluster") == 0
    assert batch("child.yaml", *FEW, "--out", "fresh") == 0
    assert digests(every / "alone") == digests(every / "fresh")
    before = digests(every / "here")
    assert batch(*given, "--set", "prices=[other.yaml]", "--out", "here") == 0
    assert digests(every / "cluster") == digests(every / "here") != before
    inputs = [manifest(every / kind)["scenarios"][0]["inputs"] for kind in ("cluster", "here")]
    assert inputs[0] == inputs[1]


@pytest.mark.parametrize("name", ["discount/danish_2021.yaml", "prices/consumer-prices-dkk.yaml"])
def test_a_scenario_with_the_name_of_a_shipped_file_is_in_its_own_key(
    every: Path, name: str
) -> None:
    text = (ROOT / "examples" / "states.yaml").read_text(encoding="utf-8")
    (every / name).parent.mkdir()
    (every / name).write_text(text.replace("mortality.csv", "../mortality.csv"), encoding="utf-8")
    write = f"ipscost: 1\nextends: {name}\ntitle: Extends it\n"
    (every / "child.yaml").write_text(write, encoding="utf-8")
    for scenario in (name, "child.yaml"):
        assert batch(scenario, *FEW, "--out", "out") == 0
        changed(every / name)
        found = plan([scenario], design(), Options(draws=20))
        with Store(every / "out") as store:
            assert not store.keys() & {run.key for run in runs(found)}
        assert (
            hashlib.sha256((every / name).read_bytes()).hexdigest()
            == (found.entries[0].named.inputs[name])
        )
        assert len(found.entries[0].named.inputs) == (6 if scenario == "child.yaml" else 5)


def test_scenarios_that_share_a_file_share_what_was_read_of_it(
    every: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often a file that they extend changes while they are read, they have one version."""
    for name in ("one", "two", "three"):
        text = f"ipscost: 1\nextends: states.yaml\ntitle: {name}\n"
        (every / f"{name}.yaml").write_text(text, encoding="utf-8")
    opened: list[str] = []
    genuine = yamldoc.read_text

    def reading(path: Path, shown: str) -> tuple[str, str]:
        opened.append(path.name)
        found = genuine(path, shown)
        changed(every / "states.yaml")
        say_otherwise(every / "mortality.csv")
        return found

    monkeypatch.setattr(yamldoc, "read_text", reading)
    sweep = design(["discount.schedule=a.yaml,danish_2013"])
    found = plan(["one.yaml", "two.yaml", "three.yaml"], sweep, Options(draws=9))
    assert len(opened) == len(set(opened))
    assert len({tuple(entry.named.base[1:]) for entry in found.entries}) == 1
