"""What is reported of a file with mistakes, and in which order."""

from __future__ import annotations

import re
from pathlib import Path

import builders
import pytest

import ipscost
from ipscost import Scenario, ScenarioError
from ipscost.loading.text.shipped import template

SOUND = template("sound")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def changed(*edits: tuple[str, str]) -> Scenario:
    text = SOUND
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    Path("own.yaml").write_text(text, encoding="utf-8")
    return ipscost.load("own.yaml")


def refusal(*edits: tuple[str, str]) -> tuple[str, ...]:
    with pytest.raises(ScenarioError) as caught:
        changed(*edits)
    return tuple(problem.render() for problem in caught.value.problems)


TIMING = "timing: {months: [1, 12]}"
PAYER = "payer: municipality           # or {municipality: 0.8, region: 0.2}"


def test_mistakes_of_every_section_are_reported_in_file_order() -> None:
    said = refusal(
        ("perspective: societal ", "perspective: nobody "),
        ("sure: verified ", "sure: maybe "),
        ("kind: programme ", "kind: programmes "),
        ("{mean: 4500,", "{mean: '4.500,00',"),
        ("{difference: -12000, p: 0.001}", "{difference: -25000, p: 2}"),
        ("{events: 93, n: 200}", "{events: 93}"),
    )
    codes = [re.findall(r"error\[(E\d+)\]", text)[0] for text in said]
    lines = [int(text.split(":")[1]) for text in said]
    assert codes == ["E218", "E104", "E104", "E112", "E114", "E209"]
    assert lines == sorted(lines)


def test_the_text_of_the_error_is_that_of_its_problems() -> None:
    with pytest.raises(ScenarioError) as caught:
        changed(("horizon: {months: 18}", "horizon: {months: 0}"))
    assert str(caught.value) == "\n".join(p.render() for p in caught.value.problems)


def test_a_misspelt_key_that_must_be_there_is_one_problem() -> None:
    (said,) = refusal(("perspective: societal ", "perspectiv: societal "))
    assert "error[E101] perspectiv: unknown key perspectiv" in said
    assert said.endswith("fix: write perspective")


def test_a_mistake_in_one_payer_does_not_make_the_others_unknown() -> None:
    (said,) = refusal(("region: {label: {en: Region,", "region: {labl: {en: Region,"))
    assert said.endswith("fix: write label")


# --- timing ----------------------------------------------------------------------------------


def test_a_cost_falls_evenly_where_nothing_is_said() -> None:
    timing = changed().holders["cost.jobcenter"].timing
    assert timing.profile == "uniform"
    assert not timing.stated
    assert timing.weights == pytest.approx([1 / 18] * 18)


def test_a_cost_falls_only_in_the_stated_months() -> None:
    timing = changed((TIMING, "timing: {months: [3, 6]}")).holders["cost.programme"].timing
    assert timing.weights == pytest.approx([0] * 2 + [0.25] * 4 + [0] * 12)
    assert (timing.first, timing.last) == (3, 6)


def test_weights_are_scaled_to_sum_to_1() -> None:
    weights = [3, *[1] * 17]
    timing = changed((TIMING, f"timing: {{weights: {weights}}}")).holders["cost.programme"].timing
    assert timing.weights == pytest.approx([weight / 20 for weight in weights])


def test_a_share_is_reached_by_the_end() -> None:
    timing = changed().holders["outcome.job_or_education"].timing
    assert timing.profile == "end"
    assert timing.weights == (0.0,) * 17 + (1.0,)


def test_a_monthly_amount_counts_in_full_in_each_of_its_months() -> None:
    edits = (
        (TIMING, "timing: {months: [1, 2]}"),
        (
            'unit: month/person\n      assumption: {en: "p',
            'unit: month/person/month\n      assumption: {en: "p',
        ),
    )
    timing = changed(*edits).holders["cost.programme"].timing
    assert timing.monthly
    assert timing.weights == (1.0,) * 2 + (0.0,) * 16


def test_months_after_the_horizon_are_refused() -> None:
    (said,) = refusal((TIMING, "timing: {months: [12, 24]}"))
    assert (
        "error[E214] cost.programme.timing: expected months between 1 and 18, found 12 to 24"
        in said
    )
    assert said.endswith("fix: write months: [12, 18]")


def test_one_month_is_no_pair_of_months() -> None:
    (said,) = refusal((TIMING, "timing: {months: 3}"))
    assert "error[E103] cost.programme.timing.months: expected 2 values, found '3'" in said
    assert said.endswith("fix: write [3, 3]")


# --- payers ----------------------------------------------------------------------------------


def test_one_payer_pays_all() -> None:
    assert changed().categories[0].payers == {"municipality": 1.0}


def test_payers_may_share() -> None:
    shared = changed((PAYER, "payer: {municipality: 0.8, region: 0.2}"))
    assert shared.categories[0].payers == {"municipality": 0.8, "region": 0.2}


def test_thirds_sum_to_1_when_written_with_enough_digits() -> None:
    third = "{municipality: 0.3333333333, region: 0.3333333333, society: 0.3333333334}"
    assert len(changed((PAYER, f"payer: {third}")).categories[0].payers) == 3


def test_shares_that_sum_to_less_than_1_say_how_much_is_missing() -> None:
    (said,) = refusal((PAYER, "payer: {municipality: 0.8, region: 0.1}"))
    assert (
        "error[E205] cost.programme.payer: expected payer shares that sum to 1, found 0.9" in said
    )
    assert said.endswith("fix: write municipality: 0.9, or write region: 0.2")


def test_an_unknown_payer_of_two_is_reported_at_its_name() -> None:
    (said,) = refusal((PAYER, "payer: {municipality: 0.8, regio: 0.2}"))
    assert "error[E204] cost.programme.payer: unknown payer regio" in said
    assert said.endswith("fix: write region")


def test_a_shared_number_of_another_unit_is_refused_where_it_is_used() -> None:
    cost = builders.CARE.replace("{difference: -300, se: 50}", "{number: visits}")
    more = "number:\n  visits: {mean: 3, unit: day/person, source: study 1}\n"
    with pytest.raises(ScenarioError) as caught:
        builders.load(builders.text(cost, more=more))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("E211", "cost.care.ips")
    assert problem.span.text.strip() == "ips: {number: visits}"
    assert "expected one unit for all arms, found DKK_2024/person and day/person" in problem.message
    assert problem.fix == "write {mean: ..., source: ...} for {number: visits}"
