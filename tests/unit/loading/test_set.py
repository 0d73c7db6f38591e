"""Changes on the command line."""

from __future__ import annotations

import re

import pytest
from builders import english

import ipscost
from ipscost import Scenario, ScenarioError

JOBCENTER = "cost.jobcenter.ips"


def load(*settings: str) -> Scenario:
    return ipscost.load("inklusion-ips", settings)


def refusal(*settings: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        load(*settings)
    return str(caught.value)


def test_a_set_value_replaces_the_value_of_the_file() -> None:
    number = load("cost.programme.ips.difference=1500").holders["cost.programme"].numbers[0]
    assert number.value == 1500
    assert number.role == "difference"


def test_a_standard_error_replaces_a_p_value() -> None:
    number = load(f"{JOBCENTER}.se=300").holders["cost.jobcenter"].arms["ips"]
    assert english(number.way) == "se 300"
    assert number.value == -2992


def test_a_mean_replaces_a_difference_and_keeps_the_uncertainty() -> None:
    number = load(f"{JOBCENTER}.mean=403", f"{JOBCENTER}.se=50").holders["cost.jobcenter"]
    assert number.arms["ips"].role == "mean"
    assert english(number.arms["ips"].way) == "se 50"


def test_a_whole_amount_may_be_set_in_braces() -> None:
    setting = f"{JOBCENTER}={{difference: -2000, interval: [-3000, -1000], source: park2022 x}}"
    number = load(setting).holders["cost.jobcenter"].arms["ips"]
    assert number.value == -2000
    assert english(number.way) == "95% interval -3000 to -1000"
    assert number.source_text == "park2022 x"


def test_a_number_set_on_the_command_line_loses_its_source_and_is_assumed() -> None:
    number = load(f"{JOBCENTER}.difference=-2000").holders["cost.jobcenter"].arms["ips"]
    assert number.source is None
    assert number.sure == "assumed"
    assert english(number.assumption) == (
        "difference set on the command line (the file's number is from "
        "park2022 table 2 (403 against 3395)); "
        "published as p < 0.0001 and taken as 0.0001, which makes the interval too wide"
    )


def test_a_number_that_was_not_set_keeps_its_source() -> None:
    number = load(f"{JOBCENTER}.difference=-2000").holders["cost.jobcenter"].arms["sau"]
    assert number.source_text == "park2022 table 2"
    assert number.sure == "secondary"


def test_a_source_may_be_set_with_its_number() -> None:
    settings = [f"{JOBCENTER}.difference=-2000", f"{JOBCENTER}.source=star2021 page 1"]
    assert load(*settings).holders["cost.jobcenter"].arms["ips"].source_text == "star2021 page 1"


def test_the_later_of_two_settings_holds() -> None:
    assert load("discount.cost=0.01", "discount.cost=0.02").discount.cost == 0.02


def test_an_item_of_a_list_is_set_by_its_number_from_0() -> None:
    assert load("reproduces.0.value=71000").targets[0].value == 71000


def test_a_setting_is_kept_with_the_scenario() -> None:
    assert load("discount.cost=0.01").settings == ("discount.cost=0.01",)


def test_rates_set_elsewhere_lose_the_note_that_explains_others() -> None:
    assert load().discount.note
    assert load("discount.cost=0.01").discount.note is None


def test_a_horizon_that_is_set_is_refused_for_amounts_over_another() -> None:
    said = refusal("horizon.months=36")
    assert "--set:1:16: error[E221] horizon.months: amounts over the horizon were stated" in said


def test_spaces_around_the_equals_sign_are_no_part_of_the_path() -> None:
    assert load("discount.cost = 0.01").discount.cost == 0.01


def test_a_set_value_is_reported_where_it_was_written() -> None:
    assert refusal("cost.programme.ips.difference=1.500,50") == (
        "--set:1:31: error[E112] cost.programme.ips.difference: "
        "expected a number, found '1.500,50'\n"
        "    1 | cost.programme.ips.difference=1.500,50\n"
        f"      | {'':30}^^^^^^^^\n"
        "  fix: write 1500.50 (decimal point, no thousands mark)"
    )


def test_a_set_value_inside_braces_is_reported_at_its_own_column() -> None:
    said = refusal("cost.programme.ips={difference: many, assumption: x}")
    assert said.startswith("--set:1:33: error[E112] cost.programme.ips.difference:")


@pytest.mark.parametrize(
    ("setting", "at", "fix"),
    [
        ("cost.programm.ips.difference=1", "cost.programm", "write programme"),
        ("horizons.months=24", "horizons", "write horizon"),
        ("reproduces.99.value=1", "reproduces.99", ""),
    ],
)
def test_a_path_that_is_not_there_is_refused(setting: str, at: str, fix: str) -> None:
    path = setting.partition("=")[0]
    said = refusal(setting)
    assert f"error[E303] {path}: expected a path of the scenario, found none at {at}\n" in said
    assert fix in said


def test_an_unknown_key_of_an_amount_is_refused_with_the_nearest() -> None:
    said = refusal("cost.programme.ips.diference=1")
    assert "error[E101] cost.programme.ips.diference: unknown key diference" in said
    assert "fix: write difference" in said


@pytest.mark.parametrize("setting", ["cost", "cost.programme.ips.difference", "=5", "cost=", "a= "])
def test_a_setting_without_path_or_value_is_refused(setting: str) -> None:
    assert f"error[E302] expected PATH=VALUE, found '{setting}'" in refusal(setting)


def test_every_setting_that_is_wrong_is_reported() -> None:
    said = refusal("nowhere=1", "horizon")
    assert "error[E303] nowhere:" in said
    assert "error[E302] expected PATH=VALUE, found 'horizon'" in said


@pytest.mark.parametrize("value", ["# nothing", "\ud800"])
def test_a_value_that_is_no_yaml_is_refused(value: str) -> None:
    assert re.match(
        r"--set:1:\d+: error\[E\d+\] horizon.months: ", refusal(f"horizon.months={value}")
    )


def test_a_path_without_its_first_part_is_completed() -> None:
    assert "fix: write cost.programme.ips.difference" in refusal("programme.ips.difference=1")
