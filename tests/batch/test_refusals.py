"""What a batch refuses, before it runs anything, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest
from batches import FEW, STUDY, SWEEP, THREE, batch, counted, lines, rows, told

from ipscost.batch import plan as make_plan
from ipscost.batch.designs import design
from ipscost.batch.plan import Options, expand
from ipscost.loading.text.shipped import SHIPPED, models, names

Capture = pytest.CaptureFixture[str]
PATH = "cost.programme.ips.difference"


# --- sweeps, ranges, samples -----------------------------------------------------------------


def of_sweep(text: str, message: str, fix: str, option: str = "--sweep") -> str:
    """The whole of a complaint about an option."""
    head = f"{option}:1:1: error[E401] {message}"
    return lines(head, f"    1 | {text}", f"      | {'^' * len(text)}", f"  fix: {fix}")


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        (
            "x",
            "expected PATH=VALUES, found 'x'",
            f"write for example --sweep {PATH}=500:1500:5",
        ),
        (
            "x=",
            "expected PATH=VALUES, found 'x='",
            f"write for example --sweep {PATH}=500:1500:5",
        ),
        ("x=5:1:3", "x: expected low below high, found 5 to 1", "write x=1:5:3"),
        ("x=5:5:3", "x: expected low below high, found 5 to 5", "write two different ends"),
        ("x=1:5", "x: expected low:high:n, found '1:5'", "write for example x=500:1500:5"),
        ("x=1:2:3:4", "x: expected low:high:n, found '1:2:3:4'", "write for example x=500:1500:5"),
        (
            "x=1:5:1",
            "x: expected a number of values from 2 to 1,000,000, found '1'",
            "write for example x=1:5:5",
        ),
        (
            "x=1:5:2.5",
            "x: expected a number of values from 2 to 1,000,000, found '2.5'",
            "write for example x=1:5:5",
        ),
        (
            "x=a:5:3",
            "x: expected numbers in low:high:n, found 'a'",
            "write for example x=500:1500:5 (decimal point, no thousands mark)",
        ),
        (
            "x=1:inf:3",
            "x: expected numbers in low:high:n, found 'inf'",
            "write for example x=500:1500:5 (decimal point, no thousands mark)",
        ),
        (
            "x=0,5:1,5:3",
            "x: expected values between commas, found '0,5:1,5:3'",
            "write --sweep x=0.5:1.5:3 (decimal point)",
        ),
        (
            "x=1.000,50,2",
            "x: the point in 1.000 is read as a decimal point",
            "write 1000 if it marks thousands, 1 if it marks decimals",
        ),
        (
            "x=40.000:50.000:3",
            "x: the point in 40.000 is read as a decimal point",
            "write 40000 if it marks thousands, 40 if it marks decimals",
        ),
        ("x=1.000.000,2", "x: expected a number, found 1.000.000", "write 1000000"),
        ("x=1e3,1000", "x: the value 1e3 stands twice", "write each value once"),
        (
            "x=0,035",
            "x: expected values between commas, found '0,035'",
            "write --sweep x=1000,2000,3000, without a comma for thousands or decimals",
        ),
        (
            "x=1,000,2,000",
            "x: expected values between commas, found '1,000,2,000'",
            "write --sweep x=1000,2000,3000, without a comma for thousands or decimals",
        ),
        (
            "x=1,,2",
            "x: expected values between commas, found '1,,2'",
            "write --sweep x=1000,2000,3000, without a comma for thousands or decimals",
        ),
        (
            "x=500,5",
            "x: commas may mark decimals or part values in '500,5'",
            "write x=500.5 if decimals are meant, x=5:500:2 if values between commas are",
        ),
        (
            "x=-1,5,-2,25",
            "x: commas may mark decimals or part values in '-1,5,-2,25'",
            "write x=-1.5,-2.25 if decimals are meant, x=-2,-1,5,25 if values between commas are",
        ),
        (
            "x=0,5,1",
            "x: commas may mark decimals or part values in '0,5,1'",
            "write x=0.5,1 if decimals are meant, x=0,1,5 if values between commas are",
        ),
        (
            "x=1,250",
            "x: commas may mark decimals or part values in '1,250'",
            "write x=1.250 if decimals are meant, x=1:250:2 if values between commas are, "
            "x=1250 if thousands are",
        ),
        ("x=5,5", "x: commas may mark decimals or part values in '5,5'", "write x=5.5"),
        ("x=a,b,a", "x: the value a stands twice", "write each value once"),
        (
            "prices=a,b",
            "prices: prices names files, which are read before the variants are made",
            "write a scenario for each, with extends: and what it changes, and name them all",
        ),
    ],
)
def test_a_malformed_sweep_is_refused(
    folder: Path, capsys: Capture, text: str, message: str, fix: str
) -> None:
    assert told(capsys, "study.yaml", "--sweep", text) == of_sweep(text, message, fix)


def test_a_path_that_is_swept_twice_is_refused(folder: Path, capsys: Capture) -> None:
    said = told(capsys, "study.yaml", "--sweep", "x=1, 2", "--sweep", "x=3, 4")
    message = "x: x is varied twice, first in x=1, 2"
    assert said == of_sweep("x=3, 4", message, "keep one of the two")


def test_more_than_a_million_variants_are_refused(folder: Path, capsys: Capture) -> None:
    said = told(capsys, "study.yaml", "--sweep", "x=1:2:1001", "--sweep", "y=1:2:1000")
    message = "expected at most 1,000,000 variants, found 1,001,000"
    fix = "sweep fewer values, or sample the ranges: --range PATH=low:high --sample lhs:1000"
    assert said == of_sweep("x=1:2:1001", message, fix)


@pytest.mark.parametrize(
    ("sample", "message", "fix"),
    [
        ("lhs", "expected lhs:N or sobol:N, found 'lhs'", None),
        ("lhs:0", "expected lhs:N or sobol:N, found 'lhs:0'", None),
        ("lhs:ten", "expected lhs:N or sobol:N, found 'lhs:ten'", None),
        ("lsh:10", "expected lhs:N or sobol:N, found 'lsh:10'", "write lhs:10"),
        ("lhs:2000000", "expected at most 1,000,000 points, found 2000000", "write lhs:1000"),
        ("lhs:99999999", "expected at most 1,000,000 points, found 99999999", "write lhs:1000"),
        (
            "sobol:100",
            "Sobol points are balanced for powers of 2 alone, found 100",
            "write sobol:64 or sobol:128; or lhs:100",
        ),
    ],
)
def test_a_malformed_sample_is_refused(
    folder: Path, capsys: Capture, sample: str, message: str, fix: str | None
) -> None:
    said = told(capsys, "study.yaml", "--range", f"{PATH}=1:2", "--sample", sample)
    fix = fix or "write for example lhs:100 (Latin hypercube) or sobol:128"
    assert said == of_sweep(sample, message, fix, "--sample")


def test_a_range_and_a_sample_need_one_another(folder: Path, capsys: Capture) -> None:
    said = told(capsys, "study.yaml", "--sample", "lhs:10")
    message, fix = "a sample needs ranges, found none", "add --range PATH=low:high, once for"
    assert said == of_sweep("lhs:10", message, f"{fix} each path", "--sample")
    said = told(capsys, "study.yaml", "--range", "x=1:2")
    message, fix = "ranges are sampled, but not how often", "add --sample lhs:100; or, for steps, "
    assert said == of_sweep("x=1:2", message, f"{fix}--sweep PATH=low:high:n", "--range")


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("x=2:1", "x: expected low below high, found 2 to 1", "write x=1:2"),
        ("x=1:2:3", "x: expected low:high, found '1:2:3'", "write for example x=500:1500"),
        ("x=1,5:2", "x: expected numbers in low:high, found '1,5'", None),
        ("x=1", "x: expected low:high, found '1'", "write for example x=500:1500"),
    ],
)
def test_a_malformed_range_is_refused(
    folder: Path, capsys: Capture, text: str, message: str, fix: str | None
) -> None:
    said = told(capsys, "study.yaml", "--range", text, "--sample", "lhs:4")
    fix = fix or "write for example x=500:1500 (decimal point, no thousands mark)"
    assert said == of_sweep(text, message, fix, "--range")


def test_everything_wrong_in_the_options_is_told_at_once(folder: Path, capsys: Capture) -> None:
    said = told(capsys, "study.yaml", "--sweep", "x=2:1:3", "--range", "y=1", "--sample", "lhs")
    assert said.count("error[E401]") == 3


# --- paths and values that fit nothing -------------------------------------------------------


def test_an_unknown_path_is_refused_before_anything_runs(folder: Path, capsys: Capture) -> None:
    text = "cost.programe.ips.difference=1, 2"
    assert told(capsys, "study.yaml", "--sweep", text) == lines(
        "--sweep:1:6: error[E303] cost.programe.ips.difference: expected a path of the scenario, "
        "found none at cost.programe",
        f"    1 | {text}",
        "      |      ^^^^^^^^",
        "  fix: write programme",
    )


def test_every_text_that_is_no_number_is_refused_before_anything_runs(
    folder: Path, capsys: Capture
) -> None:
    said = told(capsys, "study.yaml", "--sweep", f"{PATH}=100,many,few")
    assert said.count(f"--sweep:1:1: error[E112] {PATH}: expected a number, found ") == 2
    assert "found 'many'" in said
    assert "found 'few'" in said


def test_a_value_that_fits_nowhere_is_told_by_the_scenario_that_has_the_path(
    folder: Path, capsys: Capture
) -> None:
    for given in (("study.yaml", "inklusion-ips"), ("inklusion-ips", "study.yaml")):
        said = told(capsys, *given, "--sweep", "cost.care.ips.se=-1, 5")
        assert said.startswith("--sweep:1:1: error[E114] cost.care.ips.se: expected a number above")


def test_a_path_that_fits_one_scenario_alone_is_not_refused(folder: Path) -> None:
    (folder / "three.yaml").write_text(THREE, encoding="utf-8")
    sweeps = design(["cost.hospital.ward.price.mean=50, 60"])
    for given in (["study.yaml", "three.yaml"], ["three.yaml", "study.yaml"]):
        assert len(make_plan(given, sweeps, Options(draws=0))) == 4


def test_a_path_of_the_last_of_many_scenarios_is_not_refused(folder: Path) -> None:
    for number in range(101):
        (folder / f"s{number}.yaml").write_text(STUDY, encoding="utf-8")
    (folder / "t.yaml").write_text(THREE, encoding="utf-8")
    sweeps = design(["cost.hospital.ward.price.mean=50, 60"])
    assert len(make_plan(["s*.yaml", "t.yaml"], sweeps, Options(draws=0))) == 206


def test_a_setting_that_fits_no_scenario_is_refused(folder: Path, capsys: Capture) -> None:
    (folder / "other.yaml").write_text(STUDY, encoding="utf-8")
    said = told(capsys, ".", "--set", "cost.programme.ips.differense=1")
    assert said.count("--set:1:20: error[E101] cost.programme.ips.differense: unknown key") == 1
    assert told(capsys, ".", "--set", "nonsense").startswith("--set:1:1: error[E302]")


@pytest.mark.parametrize(
    ("option", "text", "message", "fix"),
    [
        (
            "--price-year",
            "1900",
            "error[E212] money: no consumer prices for DKK in 1900",
            "write 1994; prices are known from 1994 to 2024, and a file under `prices:` can add to "
            "them",
        ),
        (
            "--perspective",
            "nope",
            "error[E218] perspective: unknown perspective nope",
            "use one of: societal, municipality, region, municipality_or_region, society",
        ),
    ],
)
def test_what_fits_no_scenario_is_refused_before_anything_runs(
    folder: Path, capsys: Capture, option: str, text: str, message: str, fix: str
) -> None:
    said = told(capsys, "inklusion-ips", "inklusion-ipse", option, text)
    assert said == lines(
        f"{option}:1:1: {message}", f"    1 | {text}", "      | ^^^^", f"  fix: {fix}"
    )


def test_a_setting_that_fits_one_scenario_alone_fails_in_the_others(
    folder: Path, capsys: Capture
) -> None:
    (folder / "three.yaml").write_text(THREE, encoding="utf-8")
    setting = ("--set", "cost.hospital.ward.price.mean=50")
    assert batch(".", *FEW, *setting, "--out", "out") == 1
    said = capsys.readouterr().err
    assert "--set:1:6: error[E303]" in said
    assert "found none at cost.hospital (in study)\n" in said
    assert counted(said) == (2, 1, 0, 1)


# --- scenarios -------------------------------------------------------------------------------


def test_a_pattern_that_nothing_fits_is_refused(folder: Path, capsys: Capture) -> None:
    assert told(capsys, "regions/*.yaml") == lines(
        "regions/*.yaml: error[E404] no file fits regions/*.yaml",
        "  fix: check the folder and the pattern",
    )


def test_a_folder_without_a_scenario_is_refused(folder: Path, capsys: Capture) -> None:
    (folder / "empty").mkdir()
    (folder / "empty" / "prices.yaml").write_text("ipscost_prices: 1\n", encoding="utf-8")
    (folder / "empty" / ".hidden.yaml").write_text(STUDY, encoding="utf-8")
    assert told(capsys, "empty") == lines(
        "empty: error[E404] no scenario in the folder empty",
        "  fix: name a folder with .yaml files",
    )


def test_two_scenarios_of_one_name_are_refused(folder: Path, capsys: Capture) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "Study.yml").write_text(STUDY, encoding="utf-8")
    assert told(capsys, "study.yaml", "b") == lines(
        "b/Study.yml: error[E403] two scenarios are named Study: study.yaml and b/Study.yml",
        "  fix: rename one of the files; rows of the result are told apart by it",
    )


def test_a_file_named_twice_is_run_once(folder: Path) -> None:
    assert expand(["study.yaml", "./study.yaml", ".", "*.yaml"]) == ["study.yaml"]


def test_a_file_is_one_however_its_folder_is_spelt(folder: Path) -> None:
    (folder / "again").symlink_to(folder, target_is_directory=True)
    spelt = ["study.yaml", "./study.yaml", str(folder / "study.yaml"), "again/study.yaml", "again"]
    assert expand(spelt) == ["study.yaml"]
    assert expand(["inklusion-ips", "inklusion-ips.yaml", str(SHIPPED / "inklusion-ips.yaml")]) == [
        "inklusion-ips"
    ]


@pytest.mark.parametrize("how", ["symlink_to", "hardlink_to"])
def test_links_of_two_names_to_one_file_are_two_scenarios(
    folder: Path, how: str, capsys: Capture
) -> None:
    getattr(folder / "link.yaml", how)(folder / "study.yaml")
    assert expand(["."]) == ["link.yaml", "study.yaml"]
    assert batch(".", *FEW, "--out", "out") == 0
    assert counted(capsys.readouterr().err)[:2] == (2, 2)
    assert {row["scenario"] for row in rows(folder / "out" / "summary.csv")} == {"link", "study"}


@pytest.mark.parametrize("how", ["symlink_to", "hardlink_to"])
def test_links_of_one_name_in_two_folders_are_refused(
    folder: Path, how: str, capsys: Capture
) -> None:
    (folder / "b").mkdir()
    getattr(folder / "b" / "study.yaml", how)(folder / "study.yaml")
    assert told(capsys, "study.yaml", "b").startswith(
        "b/study.yaml: error[E403] two scenarios are named study: study.yaml and b/study.yaml\n"
    )


def test_a_link_in_a_folder_that_leads_nowhere_is_told(folder: Path, capsys: Capture) -> None:
    (folder / "gone.yaml").symlink_to("away.yaml")
    assert told(capsys, ".").startswith("gone.yaml: error[E001] no such file")


OTHERS = {
    "a.yaml": "ipscost_prices: 1\n",
    "b.yml": "# rates\nipscost_discount: 1\nafter: {}\n",
    "c.yaml": '\ufeff"ipscost_discount" : 1\n',
    "d.yaml": "{ipscost_discount: 1}\n",
    "e.yaml": "ipscost_tomorrow: 1\n",
}
"""Files that are no scenarios, as they may begin."""


def test_files_of_ours_that_are_no_scenarios_are_passed_over(folder: Path) -> None:
    for name, text in OTHERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "UPPER.YAML").write_text(STUDY, encoding="utf-8")
    (folder / "child.yaml").write_text("extends: study.yaml\n", encoding="utf-8")
    (folder / "odd.yaml").write_text("ipscost_prices: 1\nipscost: 1\n", encoding="utf-8")
    (folder / "wrong.yaml").write_text("nonsense\n", encoding="utf-8")
    scenarios = ["UPPER.YAML", "child.yaml", "odd.yaml", "study.yaml", "wrong.yaml"]
    assert expand(["."]) == scenarios
    assert expand(["*.*"]) == scenarios


def test_of_the_shipped_folder_the_scenarios_alone_are_run() -> None:
    every = expand([str(SHIPPED)])
    assert [Path(file).stem for file in every] == list(models())
    found = [Path(file).relative_to(SHIPPED) for file in expand([f"{SHIPPED}/**/*.yaml"])]
    assert sorted(file.with_suffix("").as_posix() for file in found) == sorted(names())


@pytest.mark.parametrize(
    ("key", "what", "fix"),
    [
        ("ipscost_prices", "a price file", "; prices: [FILE] in it reads this one"),
        (
            "ipscost_discount",
            "a file of discount rates",
            "; discount: {schedule: FILE} in it reads this one",
        ),
        ("ipscost_tomorrow", "a file of another kind", ""),
    ],
)
def test_a_file_that_is_no_scenario_is_told_for_what_it_is_where_it_is_named(
    folder: Path, capsys: Capture, key: str, what: str, fix: str
) -> None:
    (folder / "other.yaml").write_text(f"{key}: 1\n", encoding="utf-8")
    assert batch("other.yaml", *FEW, "--out", "out") == 1
    assert capsys.readouterr().err.startswith(
        f"other.yaml:1:1: error[E281] expected a scenario (a file with ipscost: 1), found {what} "
        f"({key})\n    1 | {key}: 1\n      | {'^' * len(key)}\n  fix: name a scenario{fix}\n1 run: "
    )


def test_a_pattern_may_reach_into_folders_of_folders(folder: Path) -> None:
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "deep.yaml").write_text(STUDY, encoding="utf-8")
    assert expand(["**/*.yaml"]) == ["a/b/deep.yaml", "study.yaml"]


def test_a_missing_file_is_refused_before_anything_is_replaced(
    folder: Path, capsys: Capture
) -> None:
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    before = (folder / "out" / "summary.csv").read_bytes()
    capsys.readouterr()
    assert batch("study.yaml", "none.yaml", *FEW, "--out", "out") == 2
    assert capsys.readouterr().err == (
        "none.yaml: error[E001] no such file\n"
        "  fix: check the path, or use one of: inklusion-ips, inklusion-ipse, "
        "ips-for-unge-2023, ips-ten-years, labour-market-ips, ungeloeftet-2025 (a scenario that "
        "comes with ipscost)\n"
    )
    assert (folder / "out" / "summary.csv").read_bytes() == before


def test_a_name_too_long_for_the_system_is_refused(folder: Path, capsys: Capture) -> None:
    assert "error[E003] cannot be read: File name too long" in told(capsys, "a" * 5000)


def test_a_folder_that_may_not_be_read_says_why(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "locked").mkdir()

    def closed(path: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", closed)
    assert batch("locked", "--out", "out") == 2
    assert capsys.readouterr().err == lines(
        "locked: error[E003] cannot be read: Permission denied",
        "  fix: check the name and its permissions",
    )


# --- design files ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "message", "fix"),
    [
        (
            f"{PATH},discount.cost\n1,0\n2\n",
            ":3:2",
            "expected 2 values, one per column, found 1",
            "add a value for discount.cost",
        ),
        (
            f"{PATH},discount.cost\n1,0,5\n",
            ":2:5",
            "expected 2 values, one per column, found 3",
            "take the rest away, or put a value that holds the separator into quotes",
        ),
        (
            f"{PATH},discount.cost\n1,\n",
            ":2:3",
            "expected a value for discount.cost, found nothing",
            "write it; to leave it as in the scenario, write the scenario's own value",
        ),
        (f"{PATH},\n1,2\n", ":1:31", "column 2 has no path", "write a path above it"),
        (
            f"{PATH};{PATH}\n1;2\n",
            ":1:31",
            f"the column {PATH} stands twice",
            "write the path that one of the two is of",
        ),
        (
            f"name,{PATH}\na,1\nb,2\na,3\n",
            ":4:1",
            "the name a stands twice, first on line 2",
            "give each row a name of its own",
        ),
        (
            "name\na\n",
            ":1:1",
            "expected a column per path, found none",
            "add one, headed by its path",
        ),
        (
            f"{PATH}\n",
            ":1:1",
            "expected a row per variant, found none",
            "add a row below the paths",
        ),
        (
            "extends\nx\n",
            ":1:1",
            "extends names files, which are read before the variants are made",
            "write a scenario for each instead",
        ),
        (
            f'{PATH}\n1\n"2\n',
            ":3:1",
            "expected a quote that ends the cell, found none",
            'write " behind it, or remove the one before it',
        ),
    ],
)
def test_a_design_file_that_does_not_fit_is_refused(
    folder: Path, capsys: Capture, text: str, place: str, message: str, fix: str
) -> None:
    (folder / "design.csv").write_text(text, encoding="utf-8")
    said = told(capsys, "study.yaml", "--design", "design.csv", code=1).splitlines()
    assert said[0] == f"design.csv{place}: error[E402] {message}"
    line = int(place.split(":")[1])
    assert said[1] == f"{line:>5} | {text.splitlines()[line - 1]}"
    assert said[2].index("^") == len("      | ") + int(place.split(":")[2]) - 1
    assert said[3:] == [f"  fix: {fix}"]


@pytest.mark.parametrize(
    ("raw", "said", "fix"),
    [
        (
            b"",
            "error[E004] expected paths and values, found nothing",
            "write a line of paths, and below it a line of values per variant",
        ),
        (
            b"\xef\xbb\xbf\r\n;;\r\n",
            "error[E004] expected paths and values, found nothing",
            "write a line of paths, and below it a line of values per variant",
        ),
        (
            b"name\nr\x9dd\n",
            "error[E006] expected UTF-8 text, found byte 0x9d on line 2",
            "save it as UTF-8 (in Excel: Save as, CSV UTF-8)",
        ),
    ],
)
def test_a_design_file_that_is_no_table_is_refused(
    folder: Path, capsys: Capture, raw: bytes, said: str, fix: str
) -> None:
    (folder / "design.csv").write_bytes(raw)
    assert told(capsys, "study.yaml", "--design", "design.csv", code=1) == lines(
        f"design.csv: {said}", f"  fix: {fix}"
    )


def test_a_design_file_that_is_not_there_or_is_a_folder_is_refused(
    folder: Path, capsys: Capture
) -> None:
    assert told(capsys, "study.yaml", "--design", "none.csv") == lines(
        "none.csv: error[E001] no such file", "  fix: check the spelling and the folder"
    )
    (folder / "d").mkdir()
    assert told(capsys, "study.yaml", "--design", "d") == lines(
        "d: error[E002] expected a CSV file, found a directory", "  fix: name a file in it"
    )


def test_a_large_design_file_is_refused_without_reading_it(folder: Path, capsys: Capture) -> None:
    with (folder / "large.csv").open("wb") as file:
        file.truncate(10**11)
    assert told(capsys, "study.yaml", "--design", "large.csv", code=1) == lines(
        "large.csv: error[E005] expected at most 50 MB, found more",
        "  fix: split it, and run each part into a folder of its own",
    )


def test_an_unknown_path_points_into_the_design_file(folder: Path, capsys: Capture) -> None:
    text = "name;discount.cost;cost.programe.ips.difference\na;0;1,5\n"
    (folder / "design.csv").write_text(text, encoding="utf-8-sig")
    assert told(capsys, "study.yaml", "--design", "design.csv", code=1) == lines(
        "design.csv:1:25: error[E303] cost.programe.ips.difference: expected a path of the "
        "scenario, found none at cost.programe",
        "    1 | name;discount.cost;cost.programe.ips.difference",
        "      |                         ^^^^^^^^",
        "  fix: write programme",
    )


def test_a_value_that_is_no_number_points_into_the_design_file(
    folder: Path, capsys: Capture
) -> None:
    (folder / "design.csv").write_text(f"name,{PATH}\na,1\nb,many\n", encoding="utf-8")
    assert told(capsys, "study.yaml", "--design", "design.csv", code=1) == lines(
        f"design.csv:3:3: error[E112] {PATH}: expected a number, found 'many'",
        "    3 | b,many",
        "      |   ^^^^",
        "  fix: write a number such as 0.5",
    )


def test_a_path_in_a_sweep_and_in_the_design_file_is_refused(folder: Path, capsys: Capture) -> None:
    (folder / "design.csv").write_text(f"{PATH}\n1\n", encoding="utf-8")
    said = told(capsys, "study.yaml", "--design", "design.csv", "--sweep", SWEEP, code=1)
    assert said.startswith(
        f"design.csv:2:1: error[E401] {PATH}: {PATH} is varied twice, first in {SWEEP}\n"
    )


def test_a_point_for_thousands_in_a_design_file_is_refused(folder: Path, capsys: Capture) -> None:
    (folder / "design.csv").write_text(f"name,{PATH}\na,40.000\n", encoding="utf-8")
    assert told(capsys, "study.yaml", "--design", "design.csv", code=1) == lines(
        "design.csv:2:3: error[E402] the point in 40.000 may mark thousands or decimals",
        "    2 | a,40.000",
        "      |   ^^^^^^",
        "  fix: write 40000 if it marks thousands, 40 if it marks decimals",
    )


def test_an_unknown_sampler_is_answered_with_one_that_fits(folder: Path, capsys: Capture) -> None:
    given = ("study.yaml", "--range", f"{PATH}=1:2", "--sample")
    assert "fix: write lhs:8\n" in told(capsys, *given, "foo:8") + "\n"
    assert "fix: write sobol:8\n" in told(capsys, *given, "sobel:8") + "\n"


@pytest.mark.parametrize(
    ("options", "path", "varied", "setting"),
    [
        (("--set", f"{PATH}=4", "--sweep", f"{PATH}=1, 2"), PATH, PATH, f"{PATH}=4"),
        (
            ("--set", "discount.cost=0.02", "--sweep", "discount={cost: 0, outcome: 0}"),
            "discount.cost",
            "discount",
            "discount.cost=0.02",
        ),
        (
            ("--perspective", "town", "--sweep", "perspective=town,region"),
            "perspective",
            "perspective",
            "--perspective=town",
        ),
    ],
)
def test_what_is_set_and_then_varied_is_refused(
    folder: Path,
    capsys: Capture,
    options: tuple[str, ...],
    path: str,
    varied: str,
    setting: str,
) -> None:
    said = told(capsys, "study.yaml", *options).splitlines()
    message = f"{path} is set, and {varied} varied: nothing is left of what is set"
    assert said[0].endswith(f"error[E401] {path}: {message}")
    assert setting.removeprefix("--perspective=") in said[1]
    assert said[-1].strip() == (
        f"fix: take one of the two out, or write the value of {path} into what varies"
    )


def test_a_part_of_what_is_set_may_be_varied(folder: Path) -> None:
    given = ("--set", "discount={cost: 0.01, outcome: 0.02}", "--sweep", "discount.cost=0,0.03")
    assert batch("study.yaml", *FEW, *given, "--out", "out") == 0
