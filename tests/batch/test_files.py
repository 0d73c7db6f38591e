"""What a batch writes: every number once, sorted, the same as a single run's, and on record."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet
import pytest
from batches import FEW, STUDY, SWEEP, THREE, batch, counted, digests, manifest, rows

from ipscost import __version__
from ipscost.batch import work
from ipscost.batch.plan import natural
from ipscost.batch.work import columns, value
from ipscost.cli import main
from ipscost.errors import NotFiniteError
from ipscost.formats.tidy import TIDY
from ipscost.report.report import Column, Report, Row, Table

TABLES = ("summary", "categories", "payers", "months")
NUMBERS = ("mean", "low", "high")
Capture = pytest.CaptureFixture[str]


def all_rows(folder: Path) -> list[dict[str, str]]:
    """The rows of every table."""
    return [row for name in TABLES for row in rows(folder / f"{name}.csv")]


# --- the same numbers as a single run --------------------------------------------------------


def single(capsys: Capture, *arguments: str) -> Counter[tuple[str, ...]]:
    """The rows of `simulate --format csv`."""
    assert main(["simulate", *arguments, "--format", "csv"]) == 0
    text = capsys.readouterr().out
    return Counter(tuple(row.values()) for row in csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("file", "path", "values"),
    [
        ("study.yaml", "cost.programme.ips.difference", ("100", "-250.5")),
        ("three.yaml", "discount.cost", ("0", "0.035")),
        ("three.yaml", "perspective", ("societal", "region")),
        ("inklusion-ips", "cost.programme.ips.difference", ("914", "3400")),
        ("inklusion-ipse", "discount.cost", ("0", "0.035")),
    ],
)
@pytest.mark.parametrize("options", [(), ("--lang", "da", "--level", "0.8", "--seed", "4")])
def test_every_row_of_a_single_run_stands_in_exactly_one_table(
    folder: Path,
    capsys: Capture,
    file: str,
    path: str,
    values: tuple[str, ...],
    options: tuple[str, ...],
) -> None:
    (folder / "three.yaml").write_text(THREE, encoding="utf-8")
    given = (file, *FEW, "--months", *options)
    assert batch(*given, "--out", "out", "--sweep", f"{path}={','.join(values)}") == 0
    capsys.readouterr()
    found = all_rows(folder / "out")
    for number, text in enumerate(values, 1):
        of_variant = [row for row in found if row["variant"] == str(number)]
        assert {float(row[path]) if value(text) != text else row[path] for row in of_variant} == {
            value(text)
        }
        in_batch = Counter(tuple(row[name] for name in TIDY) for row in of_variant)
        assert in_batch == single(capsys, *given, "--set", f"{path}={text}")


def test_a_batch_builds_no_table_and_writes_no_note(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a batch reads numbers")

    for kind in (Table, Row, Column, Report):
        monkeypatch.setattr(kind, "__init__", refused)
    assert batch("inklusion-ips", *FEW, "--months", "--out", "out") == 0
    assert all(rows(folder / "out" / f"{name}.csv") for name in TABLES)


def test_without_draws_and_variants_too(folder: Path, capsys: Capture) -> None:
    assert batch("study.yaml", "--draws", "0", "--months", "--out", "out") == 0
    capsys.readouterr()
    in_batch = Counter(tuple(row[name] for name in TIDY) for row in all_rows(folder / "out"))
    assert in_batch == single(capsys, "study.yaml", "--draws", "0", "--months")


def test_each_table_holds_its_own_kind_of_number(folder: Path) -> None:
    (folder / "three.yaml").write_text(THREE, encoding="utf-8")
    assert batch("three.yaml", *FEW, "--months", "--out", "out") == 0
    paths = {name: {row["path"] for row in rows(Path("out") / f"{name}.csv")} for name in TABLES}
    assert paths["summary"] == {"cost", "outcome.job"}
    assert all(re.fullmatch(r"payer(\..+)?", path) for path in paths["payers"])
    assert paths["months"] == {f"month.{month}" for month in range(1, 15)}
    assert {"cost.hospital", "cost.hospital.ward", "cost.care"} <= paths["categories"]


# --- columns, order, dialect -----------------------------------------------------------------


def test_the_columns_are_the_same_whatever_the_scenario(folder: Path) -> None:
    assert batch("study.yaml", "inklusion-ips", *FEW, "--months", "--out", "out") == 0
    for name in TABLES:
        head = (folder / "out" / f"{name}.csv").read_text(encoding="utf-8").split("\n")[0]
        assert head == (
            "scenario,variant,arm,versus,measure,path,level,label,mean,low,high,unit,partial"
        )


def test_the_paths_that_vary_have_columns_in_the_order_given(folder: Path) -> None:
    more = ("--sweep", "discount.cost=0,0.03", "--sweep", SWEEP)
    assert batch("study.yaml", *FEW, *more, "--out", "out") == 0
    head = list(rows(folder / "out" / "summary.csv")[0])
    assert head == list(columns(["discount.cost", "cost.programme.ips.difference"]))


def test_numbers_are_numbers_or_nothing(folder: Path) -> None:
    (folder / "three.yaml").write_text(THREE, encoding="utf-8")
    assert batch("study.yaml", "three.yaml", *FEW, "--months", "--out", "out") == 0
    for row in all_rows(folder / "out"):
        assert float(row["mean"]) is not None
        assert (row["low"] == "") == (row["high"] == "")
        for name in NUMBERS:
            assert row[name] == "" or float(row[name]) == float(row[name])


def test_rows_are_sorted_by_scenario_variant_path_arm_and_measure(folder: Path) -> None:
    for name in ("s2", "s10", "S1"):
        (folder / f"{name}.yaml").write_text(THREE, encoding="utf-8")
    sweep = ("--sweep", "cost.programme.ips.difference=1:12:12")
    assert batch(".", *sweep, "--draws", "0", "--months", "--out", "out") == 0
    for name in TABLES:
        found = rows(folder / "out" / f"{name}.csv")
        keys = [
            (
                natural(row["scenario"]),
                int(row["variant"]),
                natural(row["path"]),
                row["arm"],
                row["versus"],
                row["measure"],
            )
            for row in found
        ]
        assert keys == sorted(keys)
    scenarios = list(dict.fromkeys(row["scenario"] for row in found))
    assert scenarios == ["S1", "s2", "s10", "study"]
    assert list(dict.fromkeys(row["variant"] for row in found))[:12] == [
        str(number) for number in range(1, 13)
    ]


def test_natural_order_is_that_of_numbers() -> None:
    assert sorted(["a10", "a2", "a", "b1", "10", "9", "a2b"], key=natural) == (
        ["9", "10", "a", "a2", "a2b", "a10", "b1"]
    )
    assert natural("m²") < natural("m³")
    assert natural("²") is not None


def test_no_csv_holds_a_time(folder: Path) -> None:
    (folder / "broken.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    assert batch(".", *FEW, "--months", "--out", "out") == 1
    year = re.compile(r"20[2-9]\d-\d\d|\d\d:\d\d:\d\d|second")
    for file in (folder / "out").glob("*.csv"):
        assert not year.search(file.read_text(encoding="utf-8")), file.name


def danish(cell: str) -> str:
    return cell.replace(",", ".") if re.fullmatch(r"-?\d+,\d+(e[+-]\d+)?", cell) else cell


def test_the_danish_dialect_says_the_same(folder: Path) -> None:
    (folder / "three.yaml").write_text(
        THREE.replace("en: Care, da: Pleje", "en: '=1+1; \"x\", y', da: Pleje"), encoding="utf-8"
    )
    (folder / "broken.yaml").write_text("ipscost: 2\ntitle: a; b\n", encoding="utf-8")
    more = ("--sweep", "cost.programme.ips.difference=-0.5,100", "--sweep", "perspective=societal")
    given = (".", *FEW, "--months", *more)
    assert batch(*given, "--out", "plain") == 1
    assert batch(*given, "--out", "da", "--csv-dialect", "excel-da") == 1
    for name in (*TABLES, "errors"):
        raw = (folder / "da" / f"{name}.csv").read_bytes()
        assert raw.startswith("\ufeffscenario;variant;".encode())
        assert raw.endswith(b"\r\n")
        text = raw.decode("utf-8-sig")
        assert len(re.findall(r"(?<!\r)\n", text)) == 0
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        with (folder / "plain" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            plain = list(csv.reader(file))
        assert [[danish(cell) for cell in row] for row in found] == plain
    assert "\n1;-0,5;" not in text  # the scenario stands first
    summary = (folder / "da" / "summary.csv").read_text(encoding="utf-8")
    assert "three;1;-0,5;societal;ips;" in summary
    assert "'=1+1; " in (folder / "da" / "categories.csv").read_text(encoding="utf-8")


def test_the_dialect_changes_files_without_computing_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ("study.yaml", *FEW, "--out", "out")
    assert batch(*given) == 0
    plain = digests(folder / "out")
    monkeypatch.setattr(work, "_tables", None)
    assert batch(*given, "--csv-dialect", "excel-da") == 0
    assert digests(folder / "out").keys() == plain.keys()
    assert not digests(folder / "out").items() & plain.items()


def test_a_value_is_a_number_where_it_is_one() -> None:
    assert [value(text) for text in ("-1", "2e3", ".5", "societal", "nan", "inf", "")] == (
        [-1, 2000, 0.5, "societal", "nan", "inf", ""]
    )


# --- the manifest ----------------------------------------------------------------------------


def test_the_manifest_has_the_digest_and_size_of_every_file(folder: Path) -> None:
    (folder / "broken.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    assert batch(".", *FEW, "--months", "--keep-draws", "--out", "out") == 1
    found = manifest(folder / "out")["files"]
    there = {path.name for path in (folder / "out").iterdir()}
    assert {*found, "manifest.json", ".ipscost-batch"} == there
    for name, told in found.items():
        raw = (folder / "out" / name).read_bytes()
        assert told == {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}


def test_the_manifest_has_versions_settings_inputs_and_timing(folder: Path) -> None:
    (folder / "design.csv").write_text("discount.cost\n0\n0.03\n", encoding="utf-8")
    given = ("--set", "horizon.months=4", "--sweep", SWEEP, "--design", "design.csv", "--seed", "9")
    assert batch("study.yaml", "inklusion-ips", *FEW, *given, "--level", "0.9", "--out", "o") == 1
    found = manifest(folder / "o")
    assert found["versions"]["ipscost"] == __version__
    assert set(found["versions"]) == {"ipscost", "numpy", "scipy", "python"}
    assert found["settings"] == {
        "draws": 50,
        "seed": 9,
        "level": 0.9,
        "price_year": None,
        "language": "en",
        "months": False,
        "keep_draws": False,
        "settings": ["horizon.months=4"],
        "dialect": "standard",
    }
    assert found["design"]["paths"] == ["cost.programme.ips.difference", "discount.cost"]
    assert found["design"]["variants"] == 6
    assert found["design"]["sweeps"] == [SWEEP]
    digest = hashlib.sha256((folder / "design.csv").read_bytes()).hexdigest()
    assert found["design"]["file"] == {"name": "design.csv", "sha256": digest}
    one, two = found["scenarios"]
    assert (one["name"], two["name"]) == ("inklusion-ips", "study")
    study = hashlib.sha256((folder / "study.yaml").read_bytes()).hexdigest()
    assert two["inputs"]["study.yaml"] == study
    assert two["variants"] == 6
    assert two["failed"] == 0
    assert two["seconds"] > 0
    assert found["timing"]["jobs"] == 1
    assert found["timing"]["seconds"] > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]+\+00:00", found["timing"]["started"])


def test_every_price_file_is_an_input(folder: Path) -> None:
    assert batch("inklusion-ips", "--draws", "0", "--out", "out") == 0
    inputs = manifest(folder / "out")["scenarios"][0]["inputs"]
    assert [name.rsplit("/", 1)[-1] for name in inputs] == [
        "inklusion-ips.yaml",
        "consumer-prices-dkk.yaml",
        "exchange-dkk-per-eur.yaml",
    ]


# --- draws -----------------------------------------------------------------------------------


def test_the_draws_agree_with_the_summary(folder: Path) -> None:
    (folder / "three.yaml").write_text(THREE, encoding="utf-8")
    given = ("--draws", "400", "--sweep", SWEEP, "--keep-draws")
    assert batch("study.yaml", "three.yaml", *given, "--out", "out") == 0
    frame = parquet.read_table(folder / "out" / "draws.parquet").to_pandas()
    names = ["scenario", "variant", "arm", "versus", "measure", "path", "unit"]
    told = {tuple(row[n] for n in names): row for row in rows(Path("out") / "summary.csv")}
    groups = frame.groupby(names, sort=False)
    assert len(groups) == 3 * (2 + 2)
    for key, group in groups:
        row = told[key]
        assert group["draw"].tolist() == list(range(1, 401))
        low, high = np.quantile(group["value"], [0.025, 0.975])
        assert [low, high] == pytest.approx([float(row["low"]), float(row["high"])], rel=1e-8)
        error = group["value"].std() / 400**0.5
        assert group["value"].mean() == pytest.approx(float(row["mean"]), abs=4 * error)
        assert group["cost.programme.ips.difference"].nunique() == 1


def test_the_types_of_the_draws_do_not_depend_on_the_values(folder: Path) -> None:
    assert batch("study.yaml", "--draws", "5", "--keep-draws", "--out", "a", "--sweep", SWEEP) == 0
    assert batch("study.yaml", "--draws", "0", "--keep-draws", "--out", "b", "--sweep", SWEEP) == 0
    some, none = (parquet.read_table(folder / n / "draws.parquet") for n in "ab")
    assert some.schema == none.schema
    assert [str(field.type) for field in some.schema] == ["string"] * 8 + ["int32", "double"]
    assert none.num_rows == 0


# --- what fails ------------------------------------------------------------------------------


def test_a_failed_scenario_is_told_and_the_others_go_on(folder: Path, capsys: Capture) -> None:
    (folder / "broken.yaml").write_text(STUDY.replace("se: 50", "se: -50"), encoding="utf-8")
    assert batch(".", *FEW, "--sweep", SWEEP, "--out", "out") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "broken.yaml:27:33: error[E114] cost.care.ips.se: expected a number above 0" in (
        captured.err
    )
    assert counted(captured.err) == (6, 3, 0, 3)
    (error,) = rows(folder / "out" / "errors.csv")
    assert error["scenario"] == "broken"
    assert error["variant"] == ""
    assert (error["file"], error["line"], error["column"]) == ("broken.yaml", "27", "33")
    assert (error["code"], error["path"]) == ("E114", "cost.care.ips.se")
    assert error["message"].startswith("expected a number above 0")
    assert error["fix"]
    found = manifest(folder / "out")
    assert found["failures"] == 3
    assert [entry["failed"] for entry in found["scenarios"]] == [3, 0]
    assert found["failed"][0]["problems"][0].startswith("broken.yaml:27:33: error[E114]")
    assert {row["scenario"] for row in rows(folder / "out" / "summary.csv")} == {"study"}


def test_a_failed_variant_is_told_at_the_place_of_its_value(folder: Path, capsys: Capture) -> None:
    lines = ["name,discount.cost,cost.care.ips.se", *(f"v{n},0,{n}" for n in range(1, 30))]
    lines[17] = "v17,0,-3"
    (folder / "design.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert batch("study.yaml", *FEW, "--design", "design.csv", "--out", "out") == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "design.csv:18:7: error[E114] cost.care.ips.se: expected a number above 0, found '-3'\n"
        "   18 | v17,0,-3\n"
        "      |       ^^\n"
    )
    assert counted(told) == (29, 28, 0, 1)
    (error,) = rows(folder / "out" / "errors.csv")
    assert error["variant"] == "v17"
    assert (error["discount.cost"], error["cost.care.ips.se"]) == ("0", "-3")
    assert (error["file"], error["line"], error["column"]) == ("design.csv", "18", "7")
    variants = {row["variant"] for row in rows(folder / "out" / "summary.csv")}
    assert variants == {f"v{n}" for n in range(1, 30)} - {"v17"}


def test_a_scenario_without_the_path_that_varies_fails_alone(folder: Path, capsys: Capture) -> None:
    (folder / "three.yaml").write_text(THREE, encoding="utf-8")
    sweep = ("--sweep", "cost.hospital.ward.price.mean=50, 60")
    assert batch(".", *FEW, *sweep, "--out", "out") == 1
    told = capsys.readouterr().err
    assert told.count("--sweep:1:6: error[E303]") == 2  # at hospital, which the scenario lacks
    assert told.count("found none at cost.hospital (in study)\n") == 2
    assert counted(told) == (4, 2, 0, 2)
    assert {row["scenario"] for row in rows(folder / "out" / "summary.csv")} == {"three"}
    assert {row["scenario"] for row in rows(folder / "out" / "errors.csv")} == {"study"}


@pytest.mark.parametrize("name", ["study.v2.yaml", "study.txt", "a.yml.yaml", "3².yaml"])
def test_a_scenario_of_any_name_may_fail(folder: Path, name: str) -> None:
    (folder / name).write_text(STUDY, encoding="utf-8")
    sweep = ("--sweep", "cost.care.ips.se=10,20," + ",".join(map(str, range(30, 60))) + ",-1,70")
    assert batch(name, *FEW, *sweep, "--out", "out") == 1
    (error,) = rows(folder / "out" / "errors.csv")
    stem = name.rsplit(".", 1)[0]
    assert error["scenario"] == stem
    assert {row["scenario"] for row in rows(folder / "out" / "summary.csv")} == {stem}


def test_a_bug_in_the_work_is_reported_for_its_run_alone(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = work.simulate

    def broken(scenario: object, settings: object, *, months: bool) -> object:
        if "cost.programme.ips.difference=200" in scenario.settings:  # type: ignore[attr-defined]
            raise KeyError("nobody expected this")
        return genuine(scenario, settings)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "simulate", broken)
    assert batch("study.yaml", *FEW, "--sweep", SWEEP, "--out", "out") == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "study.yaml: error[E406] ipscost has a bug, and this is not your fault: "
        "KeyError: 'nobody expected this'\n"
        "  fix: report it with what stands under failed in manifest.json\n"
    )
    assert counted(told) == (3, 2, 0, 1)
    (failed,) = manifest(folder / "out")["failed"]
    assert failed["changes"] == ["cost.programme.ips.difference=200"]
    assert "Traceback" in failed["bug"]
    assert {row["variant"] for row in rows(folder / "out" / "summary.csv")} == {"1", "3"}


def test_draws_too_many_for_memory_are_told(folder: Path, capsys: Capture) -> None:
    assert batch("study.yaml", "--draws", "900000000", "--out", "out") == 1
    assert re.match(
        r"study.yaml: error\[E405\] 900,000,000 draws need too much memory; use at most [\d,]+\n"
        r"  fix: write fewer --draws\n",
        capsys.readouterr().err,
    )


def test_memory_that_runs_out_is_no_bug(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(work, "simulate", out_of_memory)
    assert batch("study.yaml", *FEW, "--out", "out") == 1
    assert capsys.readouterr().err.startswith(
        "study.yaml: error[E405] 50 draws need more memory than there is\n"
        "  fix: write fewer --draws\n"
    )


def test_results_too_large_to_be_computed_are_no_bug(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_large(*_: object, **__: object) -> None:
        raise NotFiniteError("every cost and outcome must be finite")

    monkeypatch.setattr(work, "simulate", too_large)
    assert batch("study.yaml", *FEW, "--out", "out") == 1
    assert capsys.readouterr().err.startswith(
        "study.yaml: error[E408] every cost and outcome must be finite\n"
        "  fix: check the largest numbers, and what is multiplied by them\n"
    )


def test_after_twenty_failures_the_rest_is_left_to_the_file(folder: Path, capsys: Capture) -> None:
    (folder / "design.csv").write_text(
        "cost.care.ips.se\n10\n" + "-1\n" * 30 + "20\n", encoding="utf-8"
    )
    assert batch("study.yaml", *FEW, "--design", "design.csv", "--out", "out") == 1
    told = capsys.readouterr().err
    assert told.count("error[E114]") == 20
    assert told.count("more failures are not shown here; errors.csv will have them all") == 1
    assert len(rows(folder / "out" / "errors.csv")) == 30


def test_a_price_year_of_another_country_is_reached_by_its_own_prices(
    folder: Path, capsys: Capture
) -> None:
    arguments = ("vip-star", "--price-year", "2020", "--draws", "0")
    assert batch(*arguments, "--months", "--out", "out") == 0
    capsys.readouterr()
    in_batch = Counter(
        tuple(text for name, text in row.items() if name != "variant")
        for row in all_rows(folder / "out")
    )
    assert in_batch == single(capsys, *arguments, "--months")
