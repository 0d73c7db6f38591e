"""What is written in place of a number as people write it keeps the value that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ipscost
from ipscost.errors import ScenarioError
from ipscost.loading.keys.typed import ends_fix, number_fix
from ipscost.loading.results.cells import not_a_number
from tests.test_bad_input import CURE


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("30.000 kr.", "write 30000 if the point marks thousands, 30 if it marks decimals"),
        ("35.000kr", "write 35000 if the point marks thousands, 35 if it marks decimals"),
        ("30 tkr", "write 30000 (decimal point, no thousands mark)"),
        ("1.200 tkr.", "write 1200000 if the point marks thousands, 1200 if it marks decimals"),
        ("1,2 mio. kr.", "write 1200000 (decimal point, no thousands mark)"),
        ("4500 kr. pr. dag", "write 4500 (decimal point, no thousands mark)"),
        ("ca. 30000", "write 30000 (decimal point, no thousands mark)"),
        ("0,001", "write 0.001 (decimal point, no thousands mark)"),
        ("ukendt", "write unknown"),
        ("12,500 %", "write 0.125 (a share)"),
        (
            "30000 +- 4000",
            "write 30000 and add se: 4000, or write 30000 and add interval: [26000, 34000]",
        ),
    ],
)
def test_the_fix_names_each_value_that_may_be_meant(text: str, fix: str) -> None:
    assert number_fix(text) == fix


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from([" kr.", "kr", " DKK", ",-"]))
def test_thousands_are_never_dropped_with_the_unit(head: int, tail: int, unit: str) -> None:
    fix = number_fix(f"{head}.{tail:03d}{unit}")
    assert fix.startswith(f"write {head}{tail:03d} if the point marks thousands, ")
    assert number_fix(f"{head}.{tail:03d}{unit}", ",").startswith(f"write {head}{tail:03d} (")


def test_a_cell_with_its_unit_is_read_by_the_marks_of_the_file() -> None:
    told = not_a_number("110.305 kr.", commas=True, known=True)
    assert told[2] == "write 110305 (decimal comma, no thousands mark)"
    told = not_a_number("110.305 kr.", commas=False, known=True)
    assert told[2] == "write 110.305 (decimal point, no thousands mark)"
    told = not_a_number("110.305 kr.", commas=False)
    assert told[2].startswith("write 110305 if the point marks thousands, 110.305 if")
    assert not_a_number("ukendt", commas=False)[0] == "E505"


def test_two_ends_with_decimal_commas_are_two_numbers() -> None:
    assert ends_fix("[1,1, 2,05]") == "write [1.1, 2.05] (decimal point)"
    assert ends_fix("[22,000, 38,000]") == (
        "write [22000,38000] if the comma marks thousands, [22,38] if it marks decimals"
    )
    assert ends_fix("[1, 2, 3]") == ""


JOB = """\
outcome:
  job:
    unit: share
    source: study table 2
    usual: {events: 60, n: 150}
    ips: {events: 65, n: 150}
"""


@pytest.mark.parametrize(
    ("old", "new", "fix"),
    [
        ("mean: 80, se: 10", "mean: 20%", "write mean: ... (in money; a per cent is a share)"),
        ("se: 10", "se: 10%", "write 8 (10 per cent of 80)"),
        ("mean: 80, se: 10", "ratio: -20%", "write 0.8 (20 per cent less)"),
        ("se: 10", "bounds: [-10%, 90]", "write 72 (80 less 10 per cent)"),
        ("se: 10", "min: 70, max: 90", "add bounds: [70, 90] and take min out and take max out"),
        ("months: 12", "months: 1,5 år", "write 18"),
        ("mean: 80, se", "mean: 1,2 mio. kr., se", "write 1200000 (decimal point, no thousands"),
        ("A study 2024", "Olsen 2023, s. 14", 'write "Olsen 2023, s. 14"'),
        ("events: 65", "events: 1.093", "write 1093 (no thousands mark)"),
        ("events: 65, n: 150", "events: 65, n: 2.000", "write 2000 if the point marks thousands"),
        ("events: 65", "events: 65%", "write mean: 0.65 and take events out and take n out"),
        ("events: 65", "events: 0.65", "write mean for events"),
        ("\ncost:", "\n\tcost:", "take the character out"),
    ],
)
def test_the_fix_fits_what_the_number_is_of(tmp_path: Path, old: str, new: str, fix: str) -> None:
    file = tmp_path / "a.yaml"
    text = CURE + JOB
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(file)
    assert caught.value.problems[0].fix.startswith(fix)


@pytest.mark.parametrize(
    ("setting", "fix"),
    [
        ("cost.care.ips.mean=+20%", "write the amount in money; a per cent is a share"),
        ("outcome.job.ips.events=0.5", "write outcome.job.ips.mean for outcome.job.ips.events"),
        ("outcome.job.ips.events=65%", "write mean for events"),
        ("outcome.job.ips.mean=65%", "write 0.65 (a share)"),
    ],
)
def test_the_fix_fits_what_is_set(tmp_path: Path, setting: str, fix: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(CURE + JOB, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(file, [setting])
    assert caught.value.problems[0].fix == fix


def test_a_published_result_in_thousands_is_doubted(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    target = "reproduces:\n  - {what: saving, path: cost, arm: ips, value: 72.000, to: 1.000, "
    file.write_text(f"{CURE}{target}unit: DKK_2024, source: study table 1}}\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(file, strict=True)
    doubted = [each for each in caught.value.problems if each.code == "W402"]
    assert [each.fix.split(" if")[0] for each in doubted] == ["write 72000", "write 1000"]
