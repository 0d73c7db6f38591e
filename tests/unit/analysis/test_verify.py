"""verify holds the run against what was published."""

from __future__ import annotations

import builders
import pytest
from told import told

import ipscost
from ipscost import Settings
from ipscost.analysis.verify import findings
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy
from ipscost.report.verify.report import verify as _verify

verify = told(_verify)

COST = builders.CARE + builders.HOSPITAL


def content(*targets: str, cost: str = COST, outcome: str = builders.JOB, **more: object) -> str:
    lines = "".join(f"  - {{{target}, source: study table 9}}\n" for target in targets)
    return builders.text(
        cost,
        outcome=outcome,
        more=f"reproduces:\n{lines}",
        **more,  # type: ignore[arg-type]
    )


LEVEL = "what: outcome, arm: ips, path: outcome.job, value: 0.6, to: 0.1"
NEEDS_DRAWS = "what: p, arm: ips, value: 0.05, to: 0.01"


def simulated(target: str, *, draws: int = 0, **more: object) -> float | None:
    (found,) = findings(builders.run(content(target, **more), draws=draws))  # type: ignore[arg-type]
    return found.simulated


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("what: saving, arm: ips, value: 660, unit: DKK, to: 1", 660),
        ("what: saving, arm: ips, value: 660, unit: DKK_2024, to: 1", 660),
        ("what: difference, arm: ips, value: -660, unit: DKK, to: 1", -660),
        ("what: difference, arm: ips, path: cost.hospital, value: 1, unit: DKK, to: 1", -360),
        ("what: cost, arm: usual, value: 2000, unit: DKK, to: 1", 2000),
        ("what: cost, arm: ips, path: cost.care, value: 700, unit: DKK, to: 1", 700),
        ("what: relative, arm: ips, path: cost.care, value: -0.3, to: 0.1", -0.3),
        ("what: outcome, arm: ips, path: outcome.job, value: 0.6, to: 0.1", 0.6),
        ("what: difference, arm: ips, path: outcome.job, value: 0.2, to: 0.1", 0.2),
        ("what: relative, arm: ips, path: outcome.job, value: 0.5, to: 0.1", 0.5),
    ],
)
def test_each_kind_of_result_is_simulated(target: str, expected: float) -> None:
    assert simulated(target) == pytest.approx(expected)


COUNTED = """\
  job:
    unit: share
    source: study table 3
    usual: {events: 20, n: 100}
    ips: {events: 30, n: 100}
"""
OF_JOB = "arm: ips, path: outcome.job, to: 0.001"


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("what: risk_ratio", 1.5),
        # 1.5 times and divided by exp(1.96 x sqrt(1/30 - 1/100 + 1/20 - 1/100))
        ("what: risk_ratio, bound: low", 0.916),
        ("what: risk_ratio, bound: high", 2.456),
        ("what: odds_ratio", 1.714),
        # likewise with sqrt(1/30 + 1/70 + 1/20 + 1/80)
        ("what: odds_ratio, bound: low", 0.895),
        ("what: odds_ratio, bound: high", 3.285),
    ],
)
def test_a_ratio_of_shares_and_its_interval_come_from_the_counts(what: str, value: float) -> None:
    target = f"{what}, {OF_JOB}, value: {value}"
    (found,) = findings(builders.run(content(target, outcome=COUNTED)))
    assert (found.simulated, found.verdict) == (pytest.approx(value, abs=0.0005), "agrees")


def test_a_ratio_without_people_has_no_interval_and_without_a_level_no_value() -> None:
    bare = COUNTED.replace("events: 20, n: 100", "mean: 0.2")
    low = f"what: risk_ratio, bound: low, {OF_JOB}, value: 0.9"
    assert simulated(low, outcome=bare) is None
    assert simulated(f"what: risk_ratio, {OF_JOB}, value: 1.5", outcome=bare) == pytest.approx(1.5)
    none = COUNTED.replace("events: 20", "events: 0")
    assert simulated(f"what: odds_ratio, {OF_JOB}, value: 1.5", outcome=none) is None
    unknown = COUNTED.replace("usual: {events: 20, n: 100}", "usual: unknown")
    assert simulated(low, outcome=unknown) is None


def test_a_printed_result_that_does_not_follow_is_told_and_is_no_failure() -> None:
    off = f"what: risk_ratio, {OF_JOB}, value: 1.35, disagrees: true, note: 30 of 20 is not 1.35"
    report, good = verify(builders.run(content(off, LEVEL.replace("0.6", "0.3"), outcome=COUNTED)))
    assert good
    assert report.headline == (
        "study: 1 of 2 published results agree.",
        "Printed results that do not follow from the others printed with them: 1.",
    )
    assert grid(report.tables[0], "en").lines[0][1][-1] == "does not follow"
    assert report.notes[0] == "Risk ratio, IPS: Job: 30 of 20 is not 1.35."
    right = off.replace("1.35, d", "1.5, d")
    (found,) = findings(builders.run(content(right, outcome=COUNTED)))
    assert found.verdict == "agrees"


def test_a_result_in_other_money_is_simulated_in_that_money() -> None:
    cost = builders.CARE.replace("DKK_2024", "EUR_2016")
    target = "what: saving, arm: ips, value: 300, unit: EUR_2016, to: 1"
    found = simulated(target, cost=cost, money="DKK_2017")
    assert found == pytest.approx(300)


def test_a_probability_and_a_p_value_come_from_the_draws() -> None:
    cost = builders.CARE.replace("difference: -300, se: 50", "difference: -98, se: 50")
    p = simulated("what: p, arm: ips, value: 0.05, to: 0.01", cost=cost, draws=20_000)
    assert p == pytest.approx(0.05, abs=0.002)
    target = "what: probability, arm: ips, value: 0.975, to: 0.001"
    assert simulated(target, cost=cost, draws=20_000) == pytest.approx(0.975, abs=0.004)


@pytest.mark.parametrize(
    ("value", "to", "agrees"),
    [(660, 1, True), (700, 100, True), (659, 1, False), (600, 100, False), (1000, 1000, True)],
)
def test_a_result_agrees_when_it_rounds_to_the_published_one(
    value: float, to: float, agrees: bool
) -> None:
    target = f"what: saving, arm: ips, value: {value}, unit: DKK, to: {to}"
    (found,) = findings(builders.run(content(target)))
    assert (found.verdict == "agrees") is agrees


def test_a_result_half_way_rounds_away_from_zero_as_people_round() -> None:
    cost = builders.CARE.replace("difference: -300", "difference: -650")
    target = "what: saving, arm: ips, value: 700, unit: DKK, to: 100"
    (found,) = findings(builders.run(content(target, cost=cost)))
    assert found.verdict == "agrees"


def test_a_result_that_needs_draws_is_neither_right_nor_wrong_without() -> None:
    (found,) = findings(builders.run(content("what: p, arm: ips, value: 0.05, to: 0.01")))
    assert (found.simulated, found.verdict) == (None, "unchecked")


def test_the_report_says_that_all_is_reproduced() -> None:
    target = "what: saving, arm: ips, value: 660, unit: DKK, to: 1"
    report, good = verify(builders.run(content(target, LEVEL)))
    assert good
    assert report.tables[0].title == "study: published and simulated"
    assert report.headline == ("study: all 2 published results agree.",)
    assert grid(report.tables[0], "en").lines[0][1] == (
        "Saving, IPS: Total, DKK (study table 9)",
        *("660", "660", "0", "agrees"),
    )
    assert report.notes == (
        "A result agrees when it equals the published one after rounding to the same digit.",
    )


def test_the_report_says_how_many_are_not_reproduced() -> None:
    run = builders.run(
        content(
            "what: saving, arm: ips, value: 661, unit: DKK, to: 1",
            "what: outcome, arm: ips, path: outcome.job, value: 0.6, to: 0.1",
            "what: p, arm: ips, value: 0.05, to: 0.01",
        )
    )
    report, good = verify(run)
    assert not good
    assert report.headline == ("study: published results that are not reproduced: 1 of 3.",)
    verdicts = [cells[-1] for _, cells in grid(report.tables[0], "en").lines]
    assert verdicts == ["differs", "agrees", "needs draws"]


def test_the_report_in_danish_says_the_same() -> None:
    target = "what: saving, arm: ips, value: 661, unit: DKK, to: 1"
    report, _ = verify(builders.run(content(target)), "da")
    assert report.headline == ("study: offentliggjorte resultater, der ikke er genskabt: 1 af 1.",)
    assert grid(report.tables[0], "da").lines[0][1] == (
        "Besparelse, IPS: I alt, DKK (study table 9)",
        *("661", "660", "-1", "afviger"),
    )


def test_the_rows_for_machines_are_in_the_language_of_the_report() -> None:
    target = "what: saving, arm: ips, value: 661, unit: DKK, to: 1"
    report, _ = verify(builders.run(content(target)), "da")
    rows = [(row["measure"], row["mean"], row["unit"]) for row in tidy(report)]
    money = "DKK_2024/person"
    assert rows == [
        ("published", 661, money),
        ("simulated", pytest.approx(660), money),
        ("difference", pytest.approx(-1), money),
        ("agrees", 0, "share"),
    ]
    labels = {row["label"] for row in tidy(report)}
    assert labels == {"Besparelse, IPS: I alt, DKK (study table 9)"}


def test_what_needs_draws_is_unchecked_and_no_failure() -> None:
    report, good = verify(builders.run(content(LEVEL, NEEDS_DRAWS)))
    assert good
    sentence = "study: 1 of 2 published results agree; 1 not checked (needs draws)."
    assert report.headline == (sentence,)
    report, _ = verify(builders.run(content(LEVEL, NEEDS_DRAWS)), "da")
    assert report.headline == (
        "study: 1 af 2 offentliggjorte resultater passer; 1 ikke prøvet (kræver trækninger).",
    )


def test_a_result_whose_level_is_not_known_is_a_failure() -> None:
    target = "what: cost, arm: ips, path: cost.programme, value: 120, unit: DKK, to: 1"
    run = builders.run(content(target, LEVEL, cost=builders.CARE + builders.PROGRAMME))
    assert [found.verdict for found in findings(run)] == ["not_known", "agrees"]
    report, good = verify(run)
    assert not good
    assert report.headline == ("study: published results that are not reproduced: 1 of 2.",)


def test_what_agrees_by_construction_is_said_so_with_the_notes_of_the_targets() -> None:
    target = f"{LEVEL}, by_construction: true, note: An input"
    run = builders.run(content(target, NEEDS_DRAWS))
    report, good = verify(run)
    assert good
    assert report.headline == (
        "study: 1 of 2 published results agree; 1 of them by construction; "
        "1 not checked (needs draws).",
    )
    assert grid(report.tables[0], "en").lines[0][1][0] == (
        "Level, IPS: Job (study table 9; by construction)"
    )
    assert (report.notes[0], *report.notes[2:]) == (
        "By construction: the result is an input, or an input was derived from it, so agreement "
        "says nothing about the simulation.",
        "Level, IPS: Job: An input.",
    )
    assert verify(run, "da")[0].headline == (
        "study: 1 af 2 offentliggjorte resultater passer; 1 af dem ved konstruktion; "
        "1 ikke prøvet (kræver trækninger).",
    )


def test_tidy_rows_name_the_arm_and_whether_a_result_agrees() -> None:
    differs = "what: cost, arm: usual, value: 2001, unit: DKK, to: 1"
    report, _ = verify(builders.run(content(LEVEL, differs, NEEDS_DRAWS)))
    rows = list(tidy(report))
    assert [
        (row["path"], row["arm"], row["mean"]) for row in rows if row["measure"] == "agrees"
    ] == [
        ("reproduces.0", "ips", 1.0),
        ("reproduces.1", "usual", 0.0),
    ]
    assert all(row["arm"] for row in rows)


def test_a_scenario_without_published_results_has_nothing_to_verify() -> None:
    report, good = verify(builders.run(builders.text()))
    assert good
    assert report.headline == (
        "study: no published result is stated under reproduces:, so there is nothing to verify.",
    )
    assert (report.tables, report.notes) == ((), ())


def test_a_difference_of_shares_is_shown_in_points() -> None:
    target = "what: difference, arm: ips, path: outcome.job, value: 0.2, to: 0.001"
    report, _ = verify(builders.run(content(target)))
    assert grid(report.tables[0], "en").lines[0][1][1:] == (
        *("20.0 points", "20.0 points", "0.0 points", "agrees"),
    )


def test_a_number_for_machines_is_in_the_unit_it_names() -> None:
    target = "what: difference, arm: ips, path: outcome.job, value: 0.2, to: 0.001"
    report, _ = verify(builders.run(content(target)))
    first = next(iter(tidy(report)))
    assert (first["mean"], first["unit"]) in [(0.2, "share"), (pytest.approx(20), "points")]


def test_the_level_of_a_cost_leaves_out_what_was_never_published() -> None:
    """A difference without a level is no level: 1000, not 1000 and a difference of 120."""
    cost = builders.CARE + builders.PROGRAMME
    found = simulated("what: cost, arm: ips, value: 700, unit: DKK, to: 1", cost=cost)
    assert found in (None, pytest.approx(700))


def test_the_level_of_a_category_without_levels_is_not_its_difference() -> None:
    target = "what: cost, arm: ips, path: cost.programme, value: 120, unit: DKK, to: 1"
    assert simulated(target, cost=builders.CARE + builders.PROGRAMME) is None


def test_a_change_relative_to_a_level_that_is_not_whole_is_not_known() -> None:
    target = "what: relative, arm: ips, value: -0.18, to: 0.01"
    assert simulated(target, cost=builders.CARE + builders.PROGRAMME) is None


def test_the_level_of_an_outcome_without_levels_is_not_its_difference() -> None:
    outcome = "job: {unit: share, source: study, ips: {difference: 0.2}}\n"
    target = "what: outcome, arm: ips, path: outcome.job, value: 0.2, to: 0.1"
    assert simulated(target, outcome=outcome) is None


def test_results_are_verified_in_published_money_whatever_the_price_year() -> None:
    target = "what: saving, arm: ips, value: 660, unit: DKK_2024, to: 1"
    scenario = builders.load(content(target), price_year=2020)
    (found,) = findings(ipscost.simulate(scenario, Settings(draws=0)))
    assert found.simulated == pytest.approx(660)


def test_a_p_value_where_nothing_is_uncertain_is_not_known_and_needs_no_draws() -> None:
    target = "what: p, arm: ips, value: 0.05, to: 0.01"
    (found,) = findings(builders.run(content(target, cost=builders.PROGRAMME), draws=100))
    assert (found.simulated, found.verdict) == (None, "not_known")


def test_one_result_is_not_called_all() -> None:
    report, passed = verify(
        builders.run(content("what: saving, arm: ips, value: 660, unit: DKK, to: 1"))
    )
    assert passed
    assert report.headline == ("study: 1 of 1 published results agree.",)


@pytest.mark.parametrize(
    ("value", "within", "verdict"),
    [(0.6, 0.05, "agrees"), (0.7, 0.1, "off"), (0.7, 0.09, "differs")],
)
def test_a_result_may_be_off_by_what_the_scenario_says_beforehand(
    value: float, within: float, verdict: str
) -> None:
    target = f"what: outcome, arm: ips, path: outcome.job, value: {value}, to: 0.001"
    run = builders.run(content(f"{target}, within: {within}, note: Few people"), draws=0)
    (found,) = findings(run)
    assert found.verdict == verdict
    assert verify(run)[1] is (verdict != "differs")


def test_what_is_off_as_stated_is_counted_apart_and_said_with_its_reason() -> None:
    target = "what: outcome, arm: ips, path: outcome.job, value: 0.65, to: 0.01"
    content_ = content(LEVEL, f"{target}, calibrated: true, within: 0.05, note: Few people")
    report, good = verify(builders.run(content_))
    assert good
    assert report.headline == ("study: 1 of 2 published results agree; 1 off as the file states.",)
    assert grid(report.tables[0], "en").lines[1][1][0] == (
        "Level, IPS: Job (study table 9; calibrated to)"
    )
    agrees = [row["mean"] for row in tidy(report) if row["measure"] == "agrees"]
    assert agrees == [1, 0]
    assert (report.notes[0], *report.notes[2:]) == (
        "Off as stated: the result differs from the published one by no more than the scenario "
        "says beforehand, and its notes say why.",
        "Calibrated to: numbers of the scenario were fitted to this value, so agreement shows that "
        "the model can reproduce it, not that it predicts it.",
        "Level, IPS: Job: Few people.",
    )
