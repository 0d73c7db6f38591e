"""Outcomes of which less is better, from the file to every sentence, and back by saved draws."""

from __future__ import annotations

from pathlib import Path

import builders
import numpy as np
import pytest
from told import told

from ipscost.analysis.decisions import Decision, decision_of, decision_of_results
from ipscost.analysis.what_if.question import ask
from ipscost.errors import AskedError
from ipscost.formats.cells import grid
from ipscost.formats.draws import results_text
from ipscost.formats.tidy import tidy
from ipscost.loading.results.psa import read_psa
from ipscost.report.cea.report import cea as _cea
from ipscost.report.compare.report import compare as _compare
from ipscost.report.report import Report
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.voi.report import voi as _voi
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.report.what_if.threshold import threshold as _threshold

cea = told(_cea)
compare = told(_compare)
summary = told(_summary)
voi = told(_voi)
one_way = told(_one_way)
threshold = told(_threshold)

DEARER = builders.CARE.replace("-300, se: 50", "700, se: 30")
ADMISSIONS = """
  admissions:
    label: {en: Admissions, da: Indlæggelser}
    unit: admission/person
    source: study table 2
    usual: {mean: 2.0, se: 0.1}
    ips: {difference: -0.5, se: 0.1}
"""
WORTH = """    threshold: {mean: 2000, unit: DKK_2024/admission, source: study table 3}
"""
SCORE = ADMISSIONS.replace("admissions", "score").replace("admission/person", "score/person")
SCORE = SCORE.replace("{en: Admissions, da: Indlæggelser}", "Skåre")


def decided(outcome: str = ADMISSIONS, cost: str = DEARER, draws: int = 500) -> Decision:
    run = builders.run(builders.text(cost, outcome=outcome), draws=draws)
    return decision_of(run, run.scenario.outcomes[0], {})


def value(report: Report, measure: str) -> float:
    rows = [row for row in tidy(report) if row["measure"] == measure]
    (row,) = [row for row in rows if row["arm"] == "ips"] if len(rows) > 1 else rows
    return float(row["mean"])


# --- cea and voi -----------------------------------------------------------------------------


def test_fewer_admissions_are_bought_at_so_much_each() -> None:
    report = cea(decided(), wtp=[2_000])
    assert " and gives 0.50 fewer admissions (95% interval 0.3" in report.headline[0]
    assert "(ICER) is 1,400 kr. per admission avoided" in report.headline[0]
    odds, benefit = report.noted("in_full")
    assert "that it does better (less is better) over 99.8%" in odds
    assert benefit.startswith(
        "At 2,000 kr. per admission avoided the expected net monetary benefit of IPS compared with "
        "normal practice (what it avoids in money, less its extra cost) is 300 kr. per person"
    )
    assert value(report, "incremental_effect") == pytest.approx(-0.5)
    assert value(report, "frontier_effect") == pytest.approx(-0.5)
    assert value(report, "effect") == pytest.approx(1.5)
    assert value(report, "icer") == pytest.approx(1_400)
    assert value(report, "nmb") == pytest.approx(300)
    assert value(report, "nhb") == pytest.approx(0.15)
    assert "Effect: Admissions (less is better)." in report.tables[0].title
    assert not any("taken as better" in note for note in report.notes)


def test_the_same_in_danish() -> None:
    report = cea(decided(), "da", wtp=[2_000])
    assert " og giver 0,50 færre indlæggelser (95%-interval 0,3" in report.headline[0]
    assert "(ICER) er 1.400 kr. pr. undgået indlæggelse, så" in report.headline[0]
    (plane,) = [t for t in report.tables if t.title.startswith("Omkostningseffektivitetsplanet")]
    assert grid(plane, "da").headings[1:3] == ("Dyrere, bedre", "Billigere, bedre")


def test_more_of_a_burden_that_saves_money_is_given_up_at_so_much_each() -> None:
    more = ADMISSIONS.replace("-0.5", "0.5")
    report = cea(decided(more, builders.CARE), wtp=[1_000])
    assert "IPS saves 600 kr. per further admission (the incremental" in report.headline[0]
    assert value(report, "nmb") == pytest.approx(300 - 500)


def test_fewer_admissions_for_less_dominate() -> None:
    report = cea(decided(cost=builders.CARE))
    assert "On expected values, IPS dominates normal practice" in report.headline[0]


def test_what_is_worth_knowing_goes_by_the_benefit() -> None:
    burden = voi(decided(), wtp=[1_400])
    mirror = ADMISSIONS.replace("2.0, se", "-2.0, se").replace("-0.5", "0.5")
    good = voi(decided(f"{mirror}    better: higher\n"), wtp=[1_400])
    assert "is as good a choice on current evidence" in burden.headline[0]
    assert ", at 1,400 kr. per admission avoided." in burden.headline[0]
    assert value(burden, "evpi") == pytest.approx(value(good, "evpi"), rel=0.2)
    assert value(burden, "evpi") > 10


def test_a_direction_that_nobody_states_is_said_to_be_taken() -> None:
    note = (
        "More of Skåre is taken to be better; if less is, write better: lower under that outcome."
    )
    found = decided(SCORE)
    assert (found.better, found.is_better_known) == ("higher", False)
    assert note in cea(found).notes
    assert note in voi(found, wtp=[100]).notes
    stated = decided(f"{SCORE}    better: lower\n")
    assert not any("taken as better" in each for each in cea(stated).notes)
    assert value(cea(stated), "icer") == pytest.approx(1_400)


def test_a_unit_without_a_known_plural_stands_in_brackets() -> None:
    box = SCORE.replace("score/person", "box/person")
    assert " and gives 0.50 less (unit: box) (95%" in cea(decided(box)).headline[0]
    assert " og giver 0,50 mindre (enhed: score) (95%" in cea(decided(SCORE), "da").headline[0]
    assert " and gives 0.50 fewer scores (95%" in cea(decided(SCORE)).headline[0]


# --- the other commands ----------------------------------------------------------------------


def test_simulate_and_compare_say_of_which_outcomes_less_is_better() -> None:
    run = builders.run(builders.text(DEARER, outcome=ADMISSIONS), draws=10)
    other = builders.run(builders.text(builders.CARE, outcome=ADMISSIONS), draws=10)
    assert "Less is better for admissions." in summary(run).notes
    assert "Mindre er bedre for indlæggelser." in summary(run, "da").notes
    assert "Less is better for admissions." in compare([run, other]).notes


def test_the_net_benefit_of_sensitivity_and_threshold_goes_by_the_benefit() -> None:
    run = builders.run(builders.text(DEARER, outcome=ADMISSIONS + WORTH), draws=100)
    asked = ask(run, outcome="admissions")
    assert asked.now.tolist() == pytest.approx([300])
    assert "at 2,000 kr. per admission avoided" in one_way(asked).tables[0].title.lower()
    text = threshold(asked, "outcome.admissions.ips").headline[0]
    assert "may rise to -0.35 admission/person (" in text
    text = threshold(asked, "outcome.admissions.threshold").headline[0]
    assert "The net benefit is 0 where the value of one less of Admissions is 1,400" in text


def test_what_one_less_is_worth_is_asked_for() -> None:
    run = builders.run(builders.text(DEARER, outcome=ADMISSIONS), draws=10)
    with pytest.raises(AskedError, match=r"what one less of outcome\.admissions is worth"):
        ask(run, outcome="admissions")


# --- results made elsewhere ------------------------------------------------------------------


def results(folder: Path, text: str) -> Path:
    file = folder / "results.csv"
    file.write_text(text, encoding="utf-8")
    return file


WIDE = "draw,cost_usual,cost_new,{0}_usual,{0}_new\n1,5000,5300,12.0,10.5\n2,4900,5200,11.5,10\n"
LONG = """draw,strategy,cost,dalys
1,usual,5000,12.0
1,new,5300,10.5
2,usual,4900,11.5
2,new,5200,10
"""


@pytest.mark.parametrize("text", [WIDE.format("daly"), WIDE.format("dalys"), LONG])
def test_dalys_are_a_burden(text: str, tmp_path: Path) -> None:
    report = cea(decision_of_results(read_psa(results(tmp_path, text))), wtp=[2_000])
    (answer,) = report.headline
    assert answer.startswith(
        "new costs 300.00 more per person than usual and gives 1.50 fewer DALYs. The incremental "
        "cost-effectiveness ratio (ICER) is 200 per DALY averted, so"
    )
    assert "is 2,700.0 per person." in answer
    assert report.tables[0].title.split("\n")[2].startswith("Effect: DALYs (less is better).")


@pytest.mark.parametrize(("name", "better"), [("score", "lower"), ("deaths", None)])
def test_an_effect_of_another_name_says_its_direction_or_is_told(
    name: str, better: str | None, tmp_path: Path
) -> None:
    found = read_psa(results(tmp_path, WIDE.format(name)))
    decision = decision_of_results(found, better=better)
    assert decision.psa.effect_mean.tolist() == [-11.75, -10.25]
    report = cea(decision, wtp=[2_000])
    assert "(ICER) is 200 per unit of effect avoided," in report.headline[0]
    taken = cea(decision_of_results(found, better="higher"))
    assert "On expected values, usual dominates new" in taken.headline[0]


def test_an_effect_whose_direction_is_not_known_says_how_it_is_taken(tmp_path: Path) -> None:
    found = decision_of_results(read_psa(results(tmp_path, WIDE.format("score"))))
    assert cea(found).noted("caveat_direction") == [
        "More is taken as better for score; if less is, add --better lower."
    ]


def test_days_are_no_misspelt_dalys(tmp_path: Path) -> None:
    found = decision_of_results(read_psa(results(tmp_path, LONG.replace("dalys", "days"))))
    assert (found.outcome, found.effect_unit) == ("outcome.days", "")


@pytest.mark.parametrize("outcome", [ADMISSIONS, f"{SCORE}    better: lower\n", builders.JOB])
def test_saved_draws_keep_the_direction(outcome: str, tmp_path: Path) -> None:
    first = decided(outcome)
    text = results_text(first)
    assert "-0.0," not in text
    again = decision_of_results(read_psa(results(tmp_path, text)))
    assert again.better == first.better
    assert (again.psa.effect == first.psa.effect).all()
    named = read_psa(results(tmp_path, text), outcome=first.outcome)
    assert decision_of_results(named).better == first.better
    one, other = cea(first, wtp=[3_000]), cea(again, wtp=[3_000])
    ceac = [
        [row["mean"] for row in tidy(each) if row["measure"] == "ceac"] for each in (one, other)
    ]
    assert np.array_equal(*ceac)


def test_equal_effects_are_shown_as_such(tmp_path: Path) -> None:
    text = "draw,cost_usual,cost_new,qaly_usual,qaly_new\n"
    text += "".join(f"{n},{5000 + n},{3000 + 2 * n},{5 + n / 7},{5 + n / 7}\n" for n in range(200))
    report = cea(decision_of_results(read_psa(results(tmp_path, text))), wtp=[20_000])
    assert "new dominates usual: it is cheaper and as effective" in report.headline[0]
    (plane,) = [t for t in report.tables if t.title.startswith("Cost-effectiveness plane")]
    headings, ((_, cells),) = grid(plane, "en").headings, grid(plane, "en").lines
    assert dict(zip(headings[1:], cells[1:], strict=True)) == {
        "Dearer, more effect": "0%",
        "Cheaper, more effect": "0%",
        "Cheaper, less effect": "0%",
        "Dearer, less effect": "0%",
        "Cheaper, same effect": "100%",
    }


@pytest.mark.parametrize(
    ("language", "ending"),
    [
        ("en", "is 0 per person. At 2,000 per QALY B is as good as A: that is the ICER."),
        ("da", "0 pr. person. Ved 2.000 pr. QALY er B lige så god som A: det er ICER."),
    ],
)
def test_at_the_ratio_both_are_as_good(language: str, ending: str, tmp_path: Path) -> None:
    text = "strategy,cost,qaly\nA,1000,5\nB,1200,5.1\n"
    report = cea(decision_of_results(read_psa(results(tmp_path, text))), language, wtp=[2_000])
    assert report.noted("in_full")[-1].endswith(ending)
    assert value_of(report, "B") == 0
    several = cea(decision_of_results(read_psa(results(tmp_path, text))), wtp=[1_000, 2_000])
    assert several.noted("in_full")[-1].endswith("at 2,000 it is 0 (as good: that is the ICER).")


def value_of(report: Report, arm: str) -> float:
    rows = {row["arm"]: row["mean"] for row in tidy(report) if row["measure"] == "incremental_cost"}
    assert rows[arm] == 200
    return report.headline[0].count("-0.0")
