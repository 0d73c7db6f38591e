"""What users see, held still: every shipped scenario and the examples, at the default seed.

One text a command and language (TEXTS) is held to the letter. Every other run (RUNS) is held by its
numbers and by what it tells: `NAME.csv` has its tidy rows, to six digits (`digits.py`), and
`NAME.told` the keys of its sentences, titles and notes (`messages.py`), so that a changed word
moves none of them. IPSCOST_REWRITE=1 rewrites the files; the changelog then says why a result
moved.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from digits import same
from messages import keys

from ipscost import Report, formats
from ipscost.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

TEXTS = {
    "ten-years": ["simulate", "tests/golden/ten-years.yaml", "--years"],
    "municipality-danish": ["simulate", "examples/municipality.yaml", "--months", "--lang", "da"],
    "ten-years-payers": ["payers", "tests/golden/ten-years.yaml", "--years", "--notes"],
    "ten-years-payers-danish": ["payers", "tests/golden/ten-years.yaml", "--lang", "da"],
    "two-payers-budget": ["budget", "examples/two-payers-three-years.yaml", "--notes"],
    "ips-for-unge-budget-danish": [
        *("budget", "scenarios/ips-for-unge-2023.yaml", "--draws", "500", "--lang", "da"),
    ],
    "compare-four": [
        *(
            "compare",
            "scenarios/inklusion-ips.yaml",
            "scenarios/inklusion-ipse.yaml",
            "examples/municipality.yaml",
            "examples/municipality-dearer.yaml",
        ),
        *("--base", "municipality"),
    ],
    "compare-variant-danish": [
        *("compare", "examples/municipality.yaml", "examples/municipality-dearer.yaml"),
        *("--inputs", "--lang", "da"),
    ],
    "cea-three-arms": [
        *("cea", "tests/golden/three-arms.yaml"),
        *("--outcome", "job", "--set", "cost.care.ward.ips.ratio=1.1"),
        *("--wtp", "10000,50000"),
    ],
    "cea-qaly-danish": ["cea", "scenarios/inklusion-ips.yaml", "--outcome", "qaly", "--lang", "da"],
    "voi-municipality": [
        *("voi", "examples/municipality.yaml"),
        *("--people", "500", "--years", "5"),
        *("--group", "Bed days=cost.psychiatric.bed_days"),
        *("--group", "Jobcenter and consultant=cost.jobcenter,cost.programme"),
    ],
    "voi-municipality-danish": [
        *("voi", "examples/municipality.yaml"),
        *("--people", "500", "--years", "5", "--lang", "da"),
        *("--group", "Sengedage=cost.psychiatric.bed_days"),
    ],
    "sensitivity": ["sensitivity", "scenarios/inklusion-ips.yaml"],
    "sensitivity-danish": [
        *("sensitivity", "scenarios/inklusion-ips.yaml"),
        *("--outcome", "qaly", "--lang", "da"),
    ],
    "threshold-arms": [
        *("threshold", "tests/golden/three-arms.yaml", "cost.care.ward.usual", "--notes"),
    ],
    "threshold-danish": [
        *("threshold", "scenarios/inklusion-ips.yaml", "cost.psychiatric.hospital.ips"),
        *("--outcome", "qaly", "--lang", "da"),
    ],
    "calibrate": ["calibrate", "tests/golden/calibrate.yaml"],
    "calibrate-danish": ["calibrate", "tests/golden/calibrate.yaml", "--lang", "da"],
    "labour-market-ips-ladder": [
        *("explain", "scenarios/labour-market-ips.yaml", "cost.benefits.after"),
    ],
    "inklusion-ips-bounds-explained-danish": [
        *("explain", "scenarios/inklusion-ips.yaml", "cost.programme.ips"),
        *("--lang", "da"),
    ],
    "labour-market-ips-verify": ["verify", "scenarios/labour-market-ips.yaml"],
    "inklusion-ips-verified-danish": ["verify", "scenarios/inklusion-ips.yaml", "--lang", "da"],
}
"""One a command and language: the one that tells most."""

RUNS = {
    "inklusion-ips": ["simulate", "scenarios/inklusion-ips.yaml"],
    "inklusion-ipse": ["simulate", "scenarios/inklusion-ipse.yaml"],
    "ips-ten-years": ["simulate", "scenarios/ips-ten-years.yaml"],
    "labour-market-ips": ["simulate", "scenarios/labour-market-ips.yaml"],
    "ips-for-unge": ["simulate", "scenarios/ips-for-unge-2023.yaml"],
    "ungeloeftet": ["simulate", "scenarios/ungeloeftet-2025.yaml"],
    "municipality": ["simulate", "examples/municipality.yaml"],
    "labour-market-ips-payers": ["payers", "scenarios/labour-market-ips.yaml", "--notes"],
    "ips-ten-years-payers": ["payers", "scenarios/ips-ten-years.yaml"],
    "ips-ten-years-verify": ["verify", "scenarios/ips-ten-years.yaml", "--notes"],
    "labour-market-ips-danish": ["simulate", "scenarios/labour-market-ips.yaml", "--lang", "da"],
    "ips-ten-years-payers-danish": [
        *("payers", "scenarios/ips-ten-years.yaml"),
        *("--years", "--lang", "da"),
    ],
    "labour-market-ips-ratio": ["explain", "scenarios/labour-market-ips.yaml", "number.ratio_ips"],
    "labour-market-ips-ratio-danish": [
        *("explain", "scenarios/labour-market-ips.yaml", "number.ratio_ips"),
        *("--lang", "da"),
    ],
    "labour-market-ips-move": [
        *("explain", "scenarios/labour-market-ips.yaml", "model.transition.job.benefit"),
    ],
    "compare-models": [
        *("compare", "scenarios/labour-market-ips.yaml", "scenarios/inklusion-ips.yaml"),
        *("--arm", "ips", "--inputs", "--draws", "0", "--notes"),
    ],
    "two-payers-budget-rows": ["budget", "examples/two-payers-three-years.yaml"],
    "three-arms": ["simulate", "tests/golden/three-arms.yaml", "--months"],
    "inklusion-ips-months": ["simulate", "scenarios/inklusion-ips.yaml", "--months"],
    "inklusion-ips-danish": ["simulate", "scenarios/inklusion-ips.yaml", "--lang", "da"],
    "inklusion-ips-explained-danish": [
        *("explain", "scenarios/inklusion-ips.yaml", "cost.jobcenter.ips"),
        *("--lang", "da"),
    ],
    "inklusion-ips-2024": [
        *("simulate", "scenarios/inklusion-ips.yaml"),
        *("--price-year", "2024", "--draws", "0"),
    ],
    "inklusion-ips-explained": [
        *("explain", "scenarios/inklusion-ips.yaml", "cost.psychiatric.hospital.ips"),
    ],
    "inklusion-ips-total": ["explain", "scenarios/inklusion-ips.yaml", "cost"],
    "municipality-explained": [
        *("explain", "examples/municipality.yaml", "cost.psychiatric.bed_days"),
    ],
    "municipality-payer": [
        *("simulate", "examples/municipality.yaml"),
        *("--set", "perspective=municipality"),
    ],
    "municipality-payers": ["payers", "examples/municipality.yaml", "--months"],
    "municipality-region": [
        *("simulate", "examples/municipality.yaml"),
        *("--perspective", "region", "--years"),
    ],
    "ten-years-public": [
        *("simulate", "tests/golden/ten-years.yaml"),
        *("--perspective", "public", "--draws", "0"),
    ],
    "ten-years-welfare-danish": [
        *("simulate", "tests/golden/ten-years.yaml"),
        *("--perspective", "welfare", "--lang", "da"),
    ],
    "ten-years-payers": ["payers", "tests/golden/ten-years.yaml"],
    "three-arms-payers": ["payers", "tests/golden/three-arms.yaml", "--draws", "0"],
    "ten-years-factor": ["explain", "tests/golden/ten-years.yaml", "welfare.net_tax_factor"],
    "inklusion-ips-verified": [
        *("verify", "scenarios/inklusion-ips.yaml", "scenarios/inklusion-ipse.yaml"),
        *("--notes",),
    ],
    "compare-two": [
        *("compare", "scenarios/inklusion-ips.yaml", "scenarios/inklusion-ipse.yaml"),
        *("--inputs", "--notes"),
    ],
    "compare-variant": [
        *("compare", "examples/municipality.yaml", "examples/municipality-dearer.yaml"),
        *("--inputs", "--notes"),
    ],
    "compare-three": [
        *(
            "compare",
            "scenarios/inklusion-ips.yaml",
            "scenarios/inklusion-ipse.yaml",
            "examples/municipality.yaml",
            "--notes",
        ),
    ],
    "compare-arms": ["compare", "tests/golden/three-arms.yaml", "--notes"],
    "compare-horizons": [
        *(
            "compare",
            "scenarios/inklusion-ips.yaml",
            "scenarios/inklusion-ipse.yaml",
            "tests/golden/three-arms.yaml",
        ),
        *("--arm", "ipse", "--allow", "horizon", "--inputs", "--draws", "0"),
        *("--notes",),
    ],
    "compare-four": [
        *(
            "compare",
            "scenarios/inklusion-ips.yaml",
            "scenarios/inklusion-ipse.yaml",
            "examples/municipality.yaml",
            "examples/municipality-dearer.yaml",
            "--notes",
        ),
    ],
    "cea-qaly": ["cea", "scenarios/inklusion-ips.yaml", "--outcome", "qaly", "--notes"],
    "cea-qaly-curve": [
        *("cea", "scenarios/inklusion-ips.yaml"),
        *("--outcome", "qaly", "--wtp", "0:500000:100000"),
        "--notes",
    ],
    "cea-job": ["cea", "scenarios/inklusion-ips.yaml", "--outcome", "job_or_education", "--notes"],
    "cea-point": ["cea", "scenarios/inklusion-ipse.yaml", "--draws", "0", "--notes"],
    "voi-qaly": ["voi", "scenarios/inklusion-ips.yaml", "--outcome", "qaly", "--notes"],
    "voi-curve": [
        *("voi", "scenarios/inklusion-ips.yaml"),
        *("--outcome", "qaly", "--wtp", "0:500000:100000"),
        "--notes",
    ],
    "municipality-uncertainty": ["simulate", "examples/municipality.yaml", "--uncertainty"],
    "inklusion-ips-uncertainty-danish": [
        *("simulate", "scenarios/inklusion-ips.yaml"),
        *("--uncertainty", "--lang", "da"),
    ],
    "sensitivity-arms": ["sensitivity", "tests/golden/three-arms.yaml", "--notes"],
    "sensitivity": ["sensitivity", "scenarios/inklusion-ips.yaml", "--notes"],
    "sensitivity-grid": [
        *("sensitivity", "scenarios/inklusion-ips.yaml"),
        *("--grid", "cost.programme.ips=900:12000:5"),
        *("--grid", "cost.psychiatric.hospital.ips"),
    ],
    "threshold": ["threshold", "scenarios/inklusion-ips.yaml", "cost.programme.ips"],
    "inklusion-ips-threshold-explained": [
        *("explain", "scenarios/inklusion-ips.yaml", "outcome.qaly.threshold"),
    ],
    "calibrate": ["calibrate", "tests/golden/calibrate.yaml", "--notes"],
    "calibrate-open": ["calibrate", "tests/golden/calibrate-open.yaml", "--notes"],
}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


def steady(text: str) -> str:
    """The text without what changes from version to version: versions and the digest."""
    text = re.sub(r"ipscost \d+\.\d+\.\d+", "ipscost VERSION", text)
    return re.sub(r"(digest|kontroltal)(\s+)[0-9a-f]{12}\b", r"\1\2DIGEST", text)


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def fits(text: str) -> bool:
    return max(map(len, text.splitlines())) <= 80


def held(shown: str, name: str) -> bool:
    """True where `shown` is what the file of that name holds, which is rewritten if asked for."""
    golden = HERE / name
    kept = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if os.environ.get("IPSCOST_REWRITE") and not same(shown, kept, name):
        golden.write_text(shown, encoding="utf-8")
        kept = shown
    return shown == kept or same(shown, kept, name)


def rows(report: dict[str, Any]) -> str:
    """The tidy rows of a report as CSV, without labels, which are words.

    Of one that has none (explain) the numbers that stand in each line of its tables.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    if report["rows"]:
        columns = [name for name in report["rows"][0] if name != "label"]
        writer.writerow(columns)
        writer.writerows([row[name] for name in columns] for row in report["rows"])
    else:
        lines = [" ".join(line) for each in report["tables"] for line in each["lines"]]
        writer.writerows(re.findall(r"-?\d+(?:[.,]\d+)*%?", line) for line in lines)
    return table.getvalue()


def told(report: dict[str, Any], language: str) -> str:
    """The keys of what a report tells: sentences, titles with headings, notes, one line each."""
    tables = [[each["title"], *each["headings"]] for each in report["tables"]]
    if not report["rows"]:
        tables += [[cell for line in each["lines"] for cell in line] for each in report["tables"]]
    texts = [[each] for each in report["headline"]] + tables + [[n] for n in report["notes"]]
    found = [" ".join(keys(text, language)) for text in texts]
    return "".join(f"{line}\n" for line in found if line)


def numbers(name: str) -> str:
    """The file with the numbers of a run: a Danish one has those of the same run in English."""
    english = name.removesuffix("-danish")
    is_twin = RUNS.get(english) == RUNS[name][:-2] and RUNS[name][0] != "explain"
    return f"{english if is_twin else name}.csv"


@pytest.mark.parametrize("name", TEXTS)
def test_a_result_reads_as_before(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(TEXTS[name], capsys)
    assert fits(out)
    shown = steady(out)
    golden = HERE / f"{name}.txt"
    if not held(shown, golden.name):
        assert shown == golden.read_text(encoding="utf-8")  # which shows the difference


@pytest.mark.parametrize("name", RUNS)
def test_a_run_has_the_numbers_and_tells_the_same_as_before_in_80_columns(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is computed once is shown as a terminal has it, and the same report as JSON."""
    genuine, written = formats.render, []

    def render(report: Report, kind: str, page: formats.Page) -> str | bytes:
        written.append(genuine(report, "json", page))
        return genuine(report, kind, page)

    monkeypatch.setattr(formats, "render", render)
    assert fits(printed(RUNS[name], capsys))
    report = json.loads(written.pop())
    assert not written
    language = "da" if "da" in RUNS[name] else "en"
    for golden, shown in ((numbers(name), rows(report)), (f"{name}.told", told(report, language))):
        if not held(shown, golden):
            assert shown == (HERE / golden).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{name}.txt" for name in TEXTS}
    wanted |= {file for name in RUNS for file in (numbers(name), f"{name}.told")}
    assert {
        path.name for path in HERE.iterdir() if path.suffix in (".txt", ".csv", ".told")
    } == wanted


def test_every_shipped_scenario_is_held() -> None:
    shipped = {f"scenarios/{path.name}" for path in (ROOT / "scenarios").glob("*.yaml")}
    assert shipped <= {arguments[1] for arguments in RUNS.values() if arguments[0] == "simulate"}
