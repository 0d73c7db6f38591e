"""voi: what its report says and must not say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import builders
import cost_texts
import numpy as np
import pytest
from told import told

from ipscost import Report, Run
from ipscost.analysis.decisions import Decision, decision_of
from ipscost.analysis.voi import Population
from ipscost.decision import Psa
from ipscost.decision.information import perfect
from ipscost.errors import AskedError
from ipscost.formats import Page, render
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy
from ipscost.report.voi.report import voi as _voi
from ipscost.words import LANGUAGES

voi = told(_voi)

CARE = cost_texts.care_and_rent(
    usual="{mean: 1000, se: 100}",
    care="{difference: -30, se: 90}",
    rent="{difference: 10, se: 60}",
)
QALY = """
qaly:
  label: {en: QALYs, da: QALY}
  unit: QALY/person
  source: study table 5
  usual: {mean: 0.5}
  ips: {difference: 0.01, se: 0.02}
  threshold: {mean: 10000, unit: DKK_2024/QALY, source: study table 9}
"""
GROUP = """
quantity_group:
  both:
    label: {en: Both, da: Begge}
    members: [cost.care, cost.rent.ips, cost.rent.usual]
"""


def decided(
    cost: str = CARE, outcome: str = "", *, draws: int = 2_000, more: str = "", **text: Any
) -> Decision:
    run = builders.run(builders.text(cost, outcome=outcome, more=more, **text), draws=draws)
    return of_run(run)


def of_run(run: Run) -> Decision:
    chosen = run.scenario.outcomes[0] if run.scenario.outcomes else None
    return decision_of(run, chosen, {"version": "1"})


def numbers(report: Report, measure: str) -> dict[str, float]:
    return {row["path"]: row["mean"] for row in tidy(report) if row["measure"] == measure}


def test_the_ranking_names_the_quantity_whose_uncertainty_matters_most() -> None:
    decision = decided()
    report = voi(decision)
    values = numbers(report, "evppi")
    assert next(iter(values)) == "cost.care.ips"
    assert values["cost.care.ips"] > values["cost.rent.ips"] > values["cost.care.usual"]
    assert values["everything"] == perfect(decision.psa.net_benefit(0)).worth.value
    assert list(values)[-1] == "everything"
    shares = numbers(report, "evppi_share")
    assert shares["cost.care.ips"] == values["cost.care.ips"] / values["everything"]
    assert set(numbers(report, "evppi_se")) == set(values)


def test_on_cost_alone_no_number_is_ranked_that_no_cost_depends_on() -> None:
    content = builders.text(CARE, outcome=QALY)
    run = builders.run(content, draws=500)
    report = voi(decision_of(run, None, {"version": "1"}))
    assert "outcome.qaly.ips" not in numbers(report, "evppi")
    assert "cost.care.ips" in numbers(report, "evppi")
    assert any("no cost depends on it" in n and "outcome.qaly.ips" in n for n in report.notes)
    assert "outcome.qaly.ips" in numbers(voi(of_run(run)), "evppi")
    tied = "correlation: {both: {members: [outcome.qaly.ips, cost.care.ips], rho: 0.5, "
    tied += "assumption: a guess}}\n"
    run = builders.run(builders.text(CARE, outcome=QALY, more=tied), draws=500)
    report = voi(decision_of(run, None, {"version": "1"}))
    assert "outcome.qaly.ips" in numbers(report, "evppi")


def test_the_headline_says_what_is_chosen_and_what_to_measure() -> None:
    report = voi(decided())
    (answer,) = report.headline
    assert answer.startswith(
        "IPS is the choice on current evidence: its expected cost over 4 months is lower than "
        "with normal practice. Given the stated uncertainty, the probability that another choice "
        "would have been better is 4"
    )
    assert "no research is worth more. Most worth measuring better is “Care: diff" in answer
    worth, most = report.noted("in_full")
    assert worth.startswith("The probability that another choice would have been better is 4")
    assert "DKK" not in worth
    assert " kr. per person (the expected value of perfect information, EVPI): no research" in worth
    assert most.startswith("Most worth measuring better is “Care: difference with IPS”: up to ")


def test_a_choice_that_is_never_wrong_needs_no_research() -> None:
    cost = CARE.replace("difference: -30, se: 90", "difference: -800, se: 20")
    report = voi(decided(cost))
    assert report.headline[0].endswith(
        "Given the stated uncertainty, no other choice would have been better in any of the 2,000 "
        "draws, so more research on these numbers would hardly change the choice."
    )
    assert report.noted("in_full")[0] == (
        "In none of the 2,000 draws would another choice have been better, so the probability that "
        "one would is at most 0.15% (95%): more research would hardly change the choice."
    )
    assert numbers(report, "evppi")["everything"] == 0
    assert numbers(report, "evppi_share") == {}


def test_a_choice_that_is_hardly_ever_wrong_is_told_as_such() -> None:
    cost = CARE.replace("difference: -30, se: 90", "difference: -340, se: 90")
    report = voi(decided(cost, draws=20_000))
    assert report.headline[0].endswith(
        "so more research on these numbers would hardly change the choice."
    )
    assert "would be worth less than 1 kr. per person" in report.headline[0]
    assert len(report.noted("in_full")) == 1


def test_nothing_uncertain_says_so_and_has_no_tables() -> None:
    report = voi(decided(builders.PROGRAMME))
    assert report.headline == (
        "The value of information cannot be told: nothing that counts here has a stated "
        "uncertainty.",
    )
    assert report.tables == ()
    assert any("cost.programme.ips" in note for note in report.notes)


def test_without_draws_it_asks_for_them() -> None:
    report = voi(decided(draws=0))
    assert report.headline == ("The value of information takes draws: add --draws 10000.",)


def test_expected_values_alone_are_not_enough() -> None:
    means = np.array([100.0, 90.0])
    psa = Psa(("a", "b"), "a", means[:, None], np.zeros((2, 1)), means, np.zeros(2))
    decision = replace(decided(), psa=psa, run=None)
    assert voi(decision).headline == (
        "The value of information takes draws, and the file holds expected values alone.",
    )


def test_few_draws_have_an_evpi_and_no_evppi() -> None:
    report = voi(decided(draws=99))
    assert len(report.tables) == 1
    assert any("No EVPPI: it takes 100 draws or more, and there are 99." in n for n in report.notes)


def test_fixed_quantities_are_named_as_those_of_which_nothing_is_known() -> None:
    note = next(note for note in voi(decided()).notes if note.startswith("Nothing can be said"))
    assert "cost.rent.usual" in note
    assert "may still be worth measuring" in note


# --- thresholds --------------------------------------------------------------------------------


def test_the_ranking_is_at_the_scenarios_own_threshold() -> None:
    decision = decided(outcome=QALY)
    report = voi(decision)
    assert report.record["threshold"] == 10_000
    assert "at 10,000 kr. per QALY, its expected net benefit over" in report.headline[0]
    expected = perfect(decision.psa.net_benefit(10_000)).worth.value
    assert numbers(report, "evppi")["everything"] == expected


@pytest.mark.parametrize(
    ("outcome", "wtp", "expected"),
    [
        (QALY, (5_000.0,), 5_000.0),
        (QALY, (5_000.0, 20_000.0), 10_000.0),
        (QALY[: QALY.index("  threshold")], (5_000.0, 20_000.0), 20_000.0),
    ],
)
def test_which_threshold_the_ranking_is_at(
    outcome: str, wtp: Sequence[float], expected: float
) -> None:
    report = voi(decided(outcome=outcome), wtp=wtp)
    assert report.record["threshold"] == expected
    decision = decided(outcome=outcome)
    if len(wtp) > 1 and decision.threshold is None:  # where the EVPI is highest
        assert expected == max(wtp, key=lambda w: perfect(decision.psa.net_benefit(w)).worth.value)
    said = any("what is worth measuring is at" in note for note in report.notes)
    assert said == (len(wtp) > 1)


def test_a_curve_shows_some_rows_and_keeps_all() -> None:
    decision = decided(outcome=QALY)
    wtp = [1_000.0 * step for step in range(101)]
    report = voi(decision, wtp=wtp)
    shown = [row.label for row in report.tables[0].rows]
    assert shown == [f"{10_000 * step:,} kr." for step in range(11)]
    figures = [each for each in report.figures or () if each.measure == "evpi"]
    assert [each.threshold for each in figures] == wtp
    for figure, value in zip(figures, wtp, strict=True):
        found = perfect(decision.psa.net_benefit(value))
        assert figure.value.mean == found.worth.value
        assert figure.arm == decision.psa.arms[found.best]


def test_an_outcome_without_a_threshold_asks_for_one() -> None:
    with pytest.raises(AskedError, match=r"does not say what one more .*; add --wtp N"):
        voi(decided(outcome=QALY[: QALY.index("  threshold")]))


def test_a_threshold_without_an_outcome_asks_for_one() -> None:
    with pytest.raises(AskedError, match=r"thresholds need an effect.* one of: NAME"):
        voi(decided(), wtp=[1_000])


# --- groups ------------------------------------------------------------------------------------


def test_groups_of_the_file_and_of_the_command_are_ranked() -> None:
    decision = decided(more=GROUP)
    asked: Mapping[str, Sequence[str]] = {"Rent alone": ["cost.rent.ips"]}
    report = voi(decision, groups={"Pair": ["cost.care.ips", "cost.rent.ips"], **asked})
    groups = {row.path: row.cells[0].mean for row in report.tables[2].rows}  # type: ignore[union-attr]
    values = numbers(report, "evppi")
    assert groups["Rent alone"] == values["cost.rent.ips"]
    assert groups["Pair"] >= values["cost.care.ips"]
    assert values["Pair"] == groups["Pair"]
    assert groups["both"] >= groups["Pair"]
    assert "Pair: cost.care.ips and cost.rent.ips." in report.notes
    assert "Both: cost.care.usual; cost.care.ips and cost.rent.ips." in report.notes
    assert "Both: fixed and so left out: cost.rent.usual." in report.notes


TWO_STUDIES = """
quantity_group:
  registry: {label: {en: One study, da: Registre}, members: [cost.care.ips]}
  survey: {label: {en: One study, da: Skema}, members: [cost.rent.ips]}
"""


def test_groups_with_the_same_label_in_a_language_are_two_groups() -> None:
    report = voi(decided(more=TWO_STUDIES))
    asked = {"registry": ["cost.care.ips"], "survey": ["cost.rent.ips"]}
    for language in LANGUAGES:
        shown = render(_voi(decided(more=TWO_STUDIES)), "json", Page(language=language))
        assert json.loads(shown)["record"]["groups"] == asked
    values = numbers(report, "evppi")
    assert {name: values[name] for name in asked} == {
        name: values[path] for name, (path,) in asked.items()
    }
    assert {row.path for row in report.tables[2].rows} == set(asked)  # type: ignore[union-attr]
    assert "One study: cost.care.ips." in report.notes
    assert "One study: cost.rent.ips." in report.notes


def test_a_category_in_a_group_stands_for_its_uncertain_numbers() -> None:
    report = voi(decided(), groups={"Care": ["cost.care"], "All": ["cost"]})
    assert "Care: cost.care.usual and cost.care.ips." in report.notes
    assert "All: cost.care.usual; cost.care.ips and cost.rent.ips." in report.notes


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["cost.care.isp"], "no quantity cost.care.isp was drawn; write cost.care.ips"),
        (["cost.rent.usual"], "cost.rent.usual has no stated uncertainty"),
    ],
)
def test_a_group_of_what_was_not_drawn_is_refused(names: list[str], message: str) -> None:
    with pytest.raises(AskedError, match=message):
        voi(decided(), groups={"Pair": names})


def test_a_group_that_is_too_large_for_the_draws_is_refused() -> None:
    names = ["cost.care.usual", "cost.care.ips", "cost.rent.ips"]
    cost = CARE + "".join(
        f"""
more{place}:
  label: More
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study table 1
  usual: {{mean: 10}}
  ips: {{difference: 1, se: 1}}
"""
        for place in range(8)
    )
    names += [f"cost.more{place}.ips" for place in range(8)]
    made_elsewhere = replace(decided(cost, draws=100), given=None)
    with pytest.raises(AskedError, match="group All: the EVPPI of 11 quantities needs 120"):
        voi(made_elsewhere, groups={"All": names})
    assert voi(decided(cost, draws=100), groups={"All": names}).tables  # by no regression


# --- the run -----------------------------------------------------------------------------------


@pytest.mark.parametrize("perspective", ["societal", "region", "citizen"])
def test_the_run_can_be_had_again_whoever_bears_the_cost(perspective: str) -> None:
    payers = builders.PAYERS + "citizen: {label: Citizen}\n"  # who bears nothing
    report = voi(decided(draws=200, payer=payers, perspective=perspective))
    assert any(note.startswith("200 draws, seed 1; ipscost ") for note in report.notes)


# --- people ------------------------------------------------------------------------------------


def test_all_people_count_the_value_per_person_as_often() -> None:
    population = Population(1_000, 2, 0.03)
    report = voi(decided(), population=population)
    size = 1_000 * (1.03**-0.5 + 1.03**-1.5)
    assert population.size == pytest.approx(size)
    whole = numbers(report, "evppi")["everything"]
    assert numbers(report, "evppi_population")["everything"] == pytest.approx(whole * size)
    assert numbers(report, "evpi_population")["cost"] == pytest.approx(whole * size)
    note = next(note for note in report.notes if note.startswith("For all people"))
    assert "1,000 a year over 2 years, discounted by 3% a year" in note
    assert f"count as {size:,.0f} people today" in note
    assert "kr. for 1,000 people a year over 2 years" in report.headline[0]
    assert any(text.endswith("for all whom the choice is for.") for text in report.noted("in_full"))


def test_without_people_nothing_is_said_of_all() -> None:
    report = voi(decided())
    assert numbers(report, "evppi_population") == {}
    assert not any(column.shown for column in report.tables[1].columns if "people" in column.label)
    assert any("--people N" in note for note in report.notes)


def test_many_quantities_are_shown_in_part() -> None:
    cost = "".join(
        CARE.replace("care:", f"care{n}:").replace("rent:", f"rent{n}:") for n in range(6)
    )
    report = voi(decided(cost, draws=300))
    rows = report.tables[1].rows
    assert len(numbers(report, "evppi")) == 18 + 1
    assert len({row.path for row in rows}) == 15 + 1
    labels = [row.label for row in rows if row.depth == 0]
    assert [label.split(".")[0] for label in labels[:15]] == [str(n + 1) for n in range(15)]
    assert any(note.startswith("Not shown: 3 more quantities") for note in report.notes)


def test_a_tie_that_the_expected_values_break_otherwise_is_told() -> None:
    decision = decided(CARE.replace("difference: -30", "difference: -10"), draws=200)
    draws = decision.psa.net_benefit(0).mean(axis=1)
    expected = decision.psa.net_benefit_mean(0)
    told = any(note.startswith("Too close to call") for note in voi(decision).notes)
    assert told == (int(np.argmax(draws)) != int(np.argmax(expected)))


# --- what the draws carry --------------------------------------------------------------------


def test_few_draws_that_agree_conclude_nothing_on_research() -> None:
    cost = CARE.replace("difference: -30, se: 90", "difference: -800, se: 20")
    report = voi(decided(cost, draws=10))
    few = (
        "In all 10 draws it is the best choice, but so few draws say nothing about what more "
        "research is worth; that takes 1,000 or more."
    )
    assert report.headline[0].endswith(few)
    assert report.noted("in_full")[0] == few
    assert grid(report.tables[0], "en").lines[0][1][2] == "under 10%"
    few, enough = voi(decided(draws=999)), voi(decided(draws=1_000))
    assert "are too few to conclude on research." in few.noted("in_full")[0]
    assert few.headline[0].endswith("are too few to draw conclusions about research.")
    assert "are too few" not in enough.headline[0]


def test_a_choice_that_is_often_wrong_is_never_said_to_be_settled() -> None:
    cost = CARE.replace("difference: -30, se: 90", "difference: -0.05, se: 1").replace(
        "difference: 10, se: 60", "difference: 0, se: 0.1"
    )
    cost = cost.replace("usual: {mean: 1000, se: 100}", "usual: {mean: 1000}")
    report = voi(decided(cost), population=Population(100_000, 10, 0.0))
    assert "is worth little per person, 0.39 kr. (" in report.noted("in_full")[0]
    assert "would be worth 0.39 kr. per person (" in report.headline[0]
    assert "hardly" not in report.headline[0]
    assert (
        "Most worth measuring better is “Care: difference with IPS”, with 9" in (report.headline[0])
    )


@pytest.mark.parametrize("name", ["both", "Both", "Begge"])
def test_a_group_with_the_name_of_the_scenarios_own_is_refused(name: str) -> None:
    with pytest.raises(AskedError, match=f"the scenario has a group {name} of its own"):
        voi(decided(more=GROUP), groups={name: ["cost.care.ips"]})


@pytest.mark.parametrize(
    ("is_stated", "words"), [(True, "is of --discount"), (False, "is the scenario's")]
)
def test_where_the_rate_of_the_years_comes_from_is_told(is_stated: bool, words: str) -> None:
    report = voi(decided(), population=Population(100, 5, 0.035, is_stated))
    assert any(f"That discount rate {words}" in note for note in report.notes)


def waving(language: str = "en", times: int = 6) -> Report:
    u, other, noise = np.random.default_rng(2).random((3, 5_000))
    decision = decided(draws=5_000)
    saving = 1_000 * np.sin(2 * np.pi * times * u) + 300 * (noise - 0.5)
    psa = replace(
        decision.psa,
        cost=np.stack([np.zeros(5_000), -saving]),
        parameters={"wave": u, "other": other},
    )
    decision = replace(decision, psa=psa, given=None)
    return voi(decision, language)


def test_a_value_that_the_regression_does_not_follow_is_told_and_marked_for_machines() -> None:
    report = waving()
    told = [
        note for note in report.notes if note.startswith("The regression does not follow wave:")
    ]
    assert len(told) == 1
    assert "may be too low" in told[0]
    assert numbers(report, "evppi_strays") == {"wave": 1.0}
    danish = [
        note for note in waving("da").notes if note.startswith("Regressionen følger ikke wave:")
    ]
    assert len(danish) == 1


def test_a_value_that_the_regression_follows_is_not_marked() -> None:
    report = waving(times=1)
    assert not any("does not follow" in note for note in report.notes)
    assert numbers(report, "evppi_strays") == {}
