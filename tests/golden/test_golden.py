"""What users see, held still: every shipped scenario and the example, at the default seed.

Texts are held to the letter and numbers for machines to six digits (`digits.py`). IPSCOST_REWRITE=1
rewrites the files; the changelog then says why a result moved.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from digits import same

from ipscost.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCENARIOS = [*sorted((ROOT / "scenarios").glob("*.yaml")), ROOT / "examples/municipality.yaml"]

BOTH = ["scenarios/inklusion-ips.yaml", "scenarios/inklusion-ipse.yaml"]
VARIANT = ["examples/municipality.yaml", "examples/municipality-dearer.yaml"]

GRID = [
    *("sensitivity", "scenarios/inklusion-ips.yaml", "--grid", "cost.programme.ips=900:12000:5"),
    *("--grid", "cost.psychiatric.hospital.ips"),
]

CASES = {
    **{f"{path.stem}.txt": ["simulate", str(path.relative_to(ROOT))] for path in SCENARIOS},
    **{
        f"{name}-{what}.txt": [what, f"scenarios/{name}.yaml"]
        for name in ("labour-market-ips", "ips-ten-years")
        for what in ("payers", "verify")
    },
    "labour-market-ips-danish.txt": [
        *("simulate", "scenarios/labour-market-ips.yaml", "--lang", "da"),
    ],
    "ips-ten-years-payers-danish.txt": [
        *("payers", "scenarios/ips-ten-years.yaml", "--years", "--lang", "da"),
    ],
    "labour-market-ips-ratio.txt": [
        *("explain", "scenarios/labour-market-ips.yaml", "number.ratio_ips"),
    ],
    "labour-market-ips-ratio-danish.txt": [
        *("explain", "scenarios/labour-market-ips.yaml", "number.ratio_ips", "--lang", "da"),
    ],
    "labour-market-ips-move.txt": [
        *("explain", "scenarios/labour-market-ips.yaml", "model.transition.job.benefit"),
    ],
    "labour-market-ips-ladder.txt": [
        *("explain", "scenarios/labour-market-ips.yaml", "cost.benefits.after"),
    ],
    "compare-models.txt": [
        *("compare", "scenarios/labour-market-ips.yaml", BOTH[0], "--arm", "ips"),
        *("--inputs", "--draws", "0"),
    ],
    "three-arms.txt": ["simulate", "tests/golden/three-arms.yaml", "--months"],
    "inklusion-ips-months.txt": ["simulate", "scenarios/inklusion-ips.yaml", "--months"],
    "inklusion-ips-danish.txt": ["simulate", "scenarios/inklusion-ips.yaml", "--lang", "da"],
    "inklusion-ips-explained-danish.txt": [
        *("explain", "scenarios/inklusion-ips.yaml", "cost.jobcenter.ips", "--lang", "da"),
    ],
    "inklusion-ips-verified-danish.txt": [
        *("verify", "scenarios/inklusion-ips.yaml", "--lang", "da"),
    ],
    "municipality-danish.txt": [
        *("simulate", "examples/municipality.yaml", "--months", "--lang", "da"),
    ],
    "inklusion-ips-2024.txt": [
        *("simulate", "scenarios/inklusion-ips.yaml"),
        *("--price-year", "2024", "--draws", "0"),
    ],
    "inklusion-ips-explained.txt": [
        *("explain", "scenarios/inklusion-ips.yaml", "cost.psychiatric.hospital.ips"),
    ],
    "inklusion-ips-total.txt": ["explain", "scenarios/inklusion-ips.yaml", "cost"],
    "municipality-explained.txt": [
        *("explain", "examples/municipality.yaml", "cost.psychiatric.bed_days"),
    ],
    "municipality-payer.txt": [
        *("simulate", "examples/municipality.yaml", "--set", "perspective=municipality"),
    ],
    "municipality-payers.txt": ["payers", "examples/municipality.yaml", "--months"],
    "municipality-region.txt": [
        *("simulate", "examples/municipality.yaml", "--perspective", "region", "--years"),
    ],
    "ten-years.txt": ["simulate", "tests/golden/ten-years.yaml", "--years"],
    "ten-years-public.txt": [
        *("simulate", "tests/golden/ten-years.yaml", "--perspective", "public", "--draws", "0"),
    ],
    "ten-years-welfare-danish.txt": [
        *("simulate", "tests/golden/ten-years.yaml", "--perspective", "welfare", "--lang", "da"),
    ],
    "ten-years-payers.txt": ["payers", "tests/golden/ten-years.yaml", "--years"],
    "ten-years-payers-danish.txt": ["payers", "tests/golden/ten-years.yaml", "--lang", "da"],
    "ten-years-payers.csv": ["payers", "tests/golden/ten-years.yaml", "--format", "csv"],
    "ten-years-payers.md": ["payers", "tests/golden/ten-years.yaml", "--format", "markdown"],
    "three-arms-payers.txt": ["payers", "tests/golden/three-arms.yaml", "--draws", "0"],
    "ten-years-factor.txt": [
        *("explain", "tests/golden/ten-years.yaml", "welfare.net_tax_factor"),
    ],
    "inklusion-ips-verified.txt": [
        *("verify", "scenarios/inklusion-ips.yaml", "scenarios/inklusion-ipse.yaml"),
    ],
    "compare-two.txt": ["compare", *BOTH, "--inputs"],
    "compare-variant.txt": ["compare", *VARIANT, "--inputs"],
    "compare-variant-danish.txt": ["compare", *VARIANT, "--inputs", "--lang", "da"],
    "compare-three.txt": ["compare", *BOTH, "examples/municipality.yaml"],
    "compare-four.txt": ["compare", *BOTH, *VARIANT, "--base", "municipality"],
    "compare-arms.txt": ["compare", "tests/golden/three-arms.yaml"],
    "compare-horizons.txt": [
        *("compare", *BOTH, "tests/golden/three-arms.yaml", "--arm", "ipse"),
        *("--allow", "horizon", "--inputs", "--draws", "0"),
    ],
    "compare-two.csv": ["compare", *BOTH, "--inputs", "--format", "csv"],
    "compare-four.csv": ["compare", *BOTH, *VARIANT, "--format", "csv"],
    "compare-two.md": ["compare", *BOTH, "--inputs", "--format", "markdown"],
    "cea-qaly.txt": ["cea", "scenarios/inklusion-ips.yaml", "--outcome", "qaly"],
    "cea-qaly-danish.txt": [
        *("cea", "scenarios/inklusion-ips.yaml", "--outcome", "qaly", "--lang", "da"),
    ],
    "cea-qaly.csv": [
        *("cea", "scenarios/inklusion-ips.yaml", "--outcome", "qaly"),
        *("--wtp", "0:500000:100000", "--format", "csv"),
    ],
    "cea-job.txt": ["cea", "scenarios/inklusion-ips.yaml", "--outcome", "job_or_education"],
    "cea-three-arms.txt": [
        *("cea", "tests/golden/three-arms.yaml", "--outcome", "job"),
        *("--set", "cost.care.ward.ips.ratio=1.1", "--wtp", "10000,50000"),
    ],
    "cea-point.txt": ["cea", "scenarios/inklusion-ipse.yaml", "--draws", "0"],
    "voi-qaly.txt": ["voi", "scenarios/inklusion-ips.yaml", "--outcome", "qaly"],
    "voi-municipality.txt": [
        *("voi", "examples/municipality.yaml", "--people", "500", "--years", "5"),
        *("--group", "Bed days=cost.psychiatric.bed_days"),
        *("--group", "Jobcenter and consultant=cost.jobcenter,cost.programme"),
    ],
    "voi-municipality-danish.txt": [
        *("voi", "examples/municipality.yaml", "--people", "500", "--years", "5", "--lang", "da"),
        *("--group", "Sengedage=cost.psychiatric.bed_days"),
    ],
    "voi-curve.csv": [
        *("voi", "scenarios/inklusion-ips.yaml", "--outcome", "qaly"),
        *("--wtp", "0:500000:100000", "--format", "csv"),
    ],
    "municipality-uncertainty.txt": ["simulate", "examples/municipality.yaml", "--uncertainty"],
    "inklusion-ips-uncertainty-danish.txt": [
        *("simulate", "scenarios/inklusion-ips.yaml", "--uncertainty", "--lang", "da"),
    ],
    "sensitivity.txt": ["sensitivity", "scenarios/inklusion-ips.yaml"],
    "sensitivity-danish.txt": [
        *("sensitivity", "scenarios/inklusion-ips.yaml", "--outcome", "qaly", "--lang", "da"),
    ],
    "sensitivity-arms.txt": ["sensitivity", "tests/golden/three-arms.yaml"],
    "sensitivity.csv": ["sensitivity", "scenarios/inklusion-ips.yaml", "--format", "csv"],
    "sensitivity.md": ["sensitivity", "scenarios/inklusion-ips.yaml", "--format", "markdown"],
    "sensitivity-grid.txt": [*GRID],
    "sensitivity-grid.csv": [*GRID, "--format", "csv"],
    "threshold.txt": ["threshold", "scenarios/inklusion-ips.yaml", "cost.programme.ips"],
    "threshold-danish.txt": [
        *("threshold", "scenarios/inklusion-ips.yaml", "cost.psychiatric.hospital.ips"),
        *("--outcome", "qaly", "--lang", "da"),
    ],
    "threshold-arms.txt": ["threshold", "tests/golden/three-arms.yaml", "cost.care.ward.usual"],
    "threshold.csv": [
        *("threshold", "scenarios/inklusion-ips.yaml", "cost.programme.ips", "--format", "csv"),
    ],
    "inklusion-ips-threshold-explained.txt": [
        *("explain", "scenarios/inklusion-ips.yaml", "outcome.qaly.threshold"),
    ],
    "inklusion-ips-bounds-explained-danish.txt": [
        *("explain", "scenarios/inklusion-ips.yaml", "cost.programme.ips", "--lang", "da"),
    ],
    "calibrate.txt": ["calibrate", "tests/golden/calibrate.yaml"],
    "calibrate-danish.txt": ["calibrate", "tests/golden/calibrate.yaml", "--lang", "da"],
    "calibrate.csv": ["calibrate", "tests/golden/calibrate.yaml", "--format", "csv"],
    "calibrate-open.txt": ["calibrate", "tests/golden/calibrate-open.yaml"],
    "inklusion-ips.csv": ["simulate", "scenarios/inklusion-ips.yaml", "--format", "csv"],
    "inklusion-ips.json": ["simulate", "scenarios/inklusion-ips.yaml", "--format", "json"],
    "inklusion-ips.md": ["simulate", "scenarios/inklusion-ips.yaml", "--format", "markdown"],
    "inklusion-ips.tex": ["simulate", "scenarios/inklusion-ips.yaml", "--format", "latex"],
    "inklusion-ips-plain.txt": ["simulate", "scenarios/inklusion-ips.yaml", "--format", "plain"],
}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


def steady(text: str) -> str:
    """The text without what changes from version to version: versions and the digest."""
    text = re.sub(r"ipscost \d+\.\d+\.\d+", "ipscost VERSION", text)
    text = re.sub(r'("(?:version|python|numpy)": )"[^"]*"', r'\1"VERSION"', text)
    return re.sub(r"(digest|kontroltal|\"digest\":)(\s+)(\"?)[0-9a-f]{12}\b", r"\1\2\3DIGEST", text)


@pytest.mark.parametrize("name", CASES)
def test_a_result_reads_as_before(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CASES[name]) == 0
    shown = steady(capsys.readouterr().out)
    golden = HERE / name
    kept = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if os.environ.get("IPSCOST_REWRITE") and not same(shown, kept, name):
        golden.write_text(shown, encoding="utf-8")
        kept = shown
    assert shown == kept or same(shown, kept, name)  # the difference is shown where there is one


def test_no_golden_file_is_left_over() -> None:
    kept = {path.name for path in HERE.iterdir() if path.suffix in (".txt", ".csv", ".json")}
    assert kept <= set(CASES)


@pytest.mark.parametrize("name", [name for name in CASES if "--format" not in CASES[name]])
def test_a_terminal_of_80_columns_is_enough(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(CASES[name])
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 80
