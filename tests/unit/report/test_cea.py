"""What cea says: dominance, ratios, net benefit, thresholds, and what it must not say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import builders
import numpy as np
import pytest
from told import render, told, words

import ipscost
from ipscost import Report, Settings
from ipscost.analysis.decisions import Decision, decision_of
from ipscost.decision import Psa
from ipscost.formats import Page
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy
from ipscost.report.cea.report import cea as _cea
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.notes.about import of_run
from ipscost.report.notes.common import together
from ipscost.words import in_sentence

cea = told(_cea)

DEARER = builders.CARE.replace("-300, se: 50", "300, se: 50")
LESS = builders.JOB.replace("events: 60", "events: 20")


def decision(cost: str = builders.CARE, outcome: str = builders.JOB, draws: int = 500) -> Decision:
    """The decision of a scenario with one outcome."""
    run = builders.run(builders.text(cost, outcome=outcome), draws=draws)
    return decision_of(run, run.scenario.outcomes[0], {})


def elsewhere(
    costs: list[float], effects: list[float], *, names: tuple[str, ...] = (), spread: float = 1
) -> Decision:
    """The decision of results made elsewhere: normal draws around these means."""
    rng = np.random.Generator(np.random.PCG64(1))
    names = names or tuple("abcdefghijklmnop"[: len(costs)])
    noise = spread * rng.normal(size=(2, len(costs), 200))
    cost, effect = np.array(costs)[:, None] + noise[0], np.array(effects)[:, None] + noise[1] / 100
    results = Psa(names, names[0], cost, effect, cost.mean(axis=1), effect.mean(axis=1))
    known = np.ones(len(costs), bool)
    return Decision(
        name="results",
        psa=results,
        money="",
        outcome="",
        effect_unit="",
        cost_known=known,
        effect_known=known,
        threshold=None,
        run=None,
        record={"draws": 200, "psa": "results.csv", "inputs": {"x": "0" * 64}, "version": "0"},
    )


def shown(report: Report, title: str) -> list[tuple[str, ...]]:
    """The lines of the table whose title begins so."""
    (table,) = [t for t in report.tables if t.title.startswith(title)]
    return [cells for _, cells in grid(table, report.language).lines]


def values(report: Report, measure: str) -> dict[str, float]:
    """The numbers of a measure by arm."""
    return {row["arm"]: row["mean"] for row in tidy(report) if row["measure"] == measure}


# --- dominance and ratios --------------------------------------------------------------------


def test_a_cheaper_and_better_arm_dominates_and_the_other_has_a_word_for_a_ratio() -> None:
    report = cea(decision())
    (answer,) = report.headline
    assert ". On expected values, IPS dominates normal practice. From 0 kr." in answer
    lines = shown(report, "Incremental analysis")
    assert [(line[0], line[1], line[4]) for line in lines] == [
        ("IPS", "-", "dominates"),
        ("Normal practice", "IPS", "dominated"),
    ]
    assert values(report, "icer") == {}


def test_a_dearer_and_better_arm_has_a_ratio_in_words_that_say_of_what() -> None:
    report = cea(decision(DEARER))
    (answer,) = report.headline
    assert (
        "The incremental cost-effectiveness ratio (ICER) is 1,500 kr. per person with job, so on "
        "expected values IPS is cost-effective at any threshold above that." in answer
    )
    assert values(report, "icer") == {"ips": pytest.approx(300 / 0.2)}


def test_a_cheaper_and_worse_arm_saves_for_what_is_given_up() -> None:
    report = cea(decision(builders.CARE, LESS))
    (answer,) = report.headline
    assert (
        "IPS saves 1,500 kr. per person with job given up (the incremental cost-effectiveness "
        "ratio, ICER), so on expected values it is cost-effective at any threshold below that."
    ) in answer
    assert values(report, "icer") == {"usual": pytest.approx(1_500)}


def test_a_dearer_and_worse_arm_is_dominated() -> None:
    report = cea(decision(DEARER, LESS))
    assert "On expected values, normal practice dominates IPS." in report.headline[0]
    assert shown(report, "Incremental analysis")[1][-1] == "dominated"


@pytest.mark.parametrize(
    ("cost", "outcome", "doubt"),
    [
        (builders.CARE, "events: 42", "whether it is more effective is not clear"),
        (
            builders.CARE.replace("se: 50", "se: 400"),
            "events: 60",
            "whether it costs less is not clear",
        ),
        (builders.CARE.replace("se: 50", "se: 400"), "events: 42", "neither difference is clear"),
    ],
)
def test_dominance_is_doubted_where_an_interval_includes_0(
    cost: str, outcome: str, doubt: str
) -> None:
    report = cea(decision(cost, builders.JOB.replace("events: 60", outcome)))
    assert f"IPS dominates normal practice, but {doubt}." in report.headline[0]


def test_no_ratio_is_ever_negative_whatever_the_arms() -> None:
    report = cea(elsewhere([0, 10, -5, 30, 30], [0, 1, -1, 0.5, 0.5]))
    assert all(value > 0 for value in values(report, "icer").values())
    assert {"dominated", "least costly"} <= {x[-1] for x in shown(report, "Incremental analysis")}


def test_of_several_arms_the_frontier_is_told_and_who_is_off_it() -> None:
    report = cea(elsewhere([0, 11, 100, 60, 200], [0, 1, 2, 0.5, 4], spread=0.001))
    assert report.headline == (
        "On expected values, the efficiency frontier from the least to the most costly is a; b "
        "(ICER 11.000) and e (ICER 63.000); each ICER is per unit of effect, compared with the one "
        "before.",
    )
    assert report.noted("in_full")[0] == (
        "On the efficiency frontier, from the least to the most costly, are a; b (11.000) and e "
        "(63.000); in brackets the ICER compared with the one before, per unit of effect. "
        "Dominated: d. Extendedly dominated: c."
    )


def test_of_very_many_dominated_arms_only_the_number_is_told() -> None:
    report = cea(elsewhere([0, *range(10, 22), 9], [9] + [1] * 12 + [10], spread=0.001))
    assert "12 arms are dominated." in report.noted("in_full")[0]


# --- net benefit and thresholds --------------------------------------------------------------


def test_net_benefit_is_the_effect_at_its_worth_less_the_cost() -> None:
    report = cea(decision(DEARER), wtp=[10_000])
    assert values(report, "nmb") == {"ips": pytest.approx(10_000 * 0.2 - 300)}
    assert values(report, "nhb") == {"ips": pytest.approx(0.2 - 300 / 10_000)}
    assert any(
        s.startswith(
            "At 10,000 kr. per person with job the expected net monetary benefit of IPS compared "
            "with normal practice (its extra effect in money less its extra cost) is 1,700 kr. per "
            "person (95% interval "
        )
        for s in report.noted("in_full")
    )


def test_net_health_benefit_is_not_there_where_the_effect_is_worth_nothing() -> None:
    report = cea(decision(), wtp=[0])
    assert values(report, "nhb") == {}
    assert values(report, "nmb") == {"ips": pytest.approx(300)}


def test_the_curves_agree_with_the_numbers_at_the_threshold() -> None:
    report = cea(decision(DEARER), wtp=[2_000])
    rows = [row for row in tidy(report) if row.get("threshold") == 2_000]
    found = {(row["measure"], row["arm"]): row["mean"] for row in rows}
    assert found["ceac", "ips"] == found["probability_cost_effective", "ips"]
    assert found["ceac", "ips"] + found["ceac", "usual"] == pytest.approx(1)
    assert found["evpi", ""] == min(found["expected_loss", a] for a in ("usual", "ips"))
    (label,) = {row["label"] for row in rows if row["level"] == "threshold"}
    assert label == "2,000"


def test_without_a_threshold_there_is_no_net_benefit_and_a_note_says_how_the_curve_ends() -> None:
    report = cea(decision(DEARER))
    assert not any(table.title.startswith("Net benefit") for table in report.tables)
    (note,) = [note for note in report.notes if note.startswith("No threshold")]
    assert note == (
        "No threshold is stated for Job, so there is no net benefit here: --wtp N gives one, as "
        "does threshold: in the scenario. The curves run to about twice the highest ICER, 1,500 "
        "kr. per person with job."
    )
    thresholds = {row["threshold"] for row in tidy(report)} - {None}
    assert (min(thresholds), max(thresholds)) == (0, 3_000)


def test_where_an_arm_dominates_the_curve_ends_by_the_ratio_of_the_differences() -> None:
    question = CeaTerms(decision())
    assert question.rule == ("ratio", pytest.approx(1_500))
    assert any("whatever their signs" in note for note in cea(decision()).notes)


def test_arms_with_the_same_effect_have_one_threshold() -> None:
    question = CeaTerms(elsewhere([0, 1], [0, 0], spread=0))
    assert question.thresholds == (0,)


def test_many_thresholds_are_all_in_the_rows_and_some_in_the_table() -> None:
    report = cea(decision(DEARER), wtp=[float(wtp) for wtp in range(0, 5_050, 50)])
    assert len({row["threshold"] for row in tidy(report)} - {None}) == 101
    assert [line[0] for line in shown(report, "Acceptability")] == [
        *("0", "500", "1,000", "1,250", "1,500", "2,000", "2,500", "3,000", "3,500", "3,750"),
        *("4,000", "4,500", "5,000"),
    ]
    assert sum(row["measure"] == "nmb" for row in tidy(report)) == 5


def test_small_thresholds_keep_their_decimals() -> None:
    report = cea(decision(), "da", wtp=[0.5, 1_234.5])
    assert [line[0] for line in shown(report, "Nettogevinst")] == ["0,5", "IPS", "1.234", "IPS"]


def test_the_thresholds_own_unit_and_standing_are_in_the_record() -> None:
    record = cea(decision(DEARER), wtp=[2_000]).record
    assert record["threshold_unit"] == "DKK_2024/share"
    assert record["thresholds"] == [2_000]
    assert record["standing"] == {"usual": "frontier", "ips": "frontier"}


# --- what is not known -----------------------------------------------------------------------


def test_without_draws_there_is_no_probability_interval_or_curve() -> None:
    report = cea(decision(draws=0), wtp=[1_000])
    assert [table.title.split("\n")[0] for table in report.tables] == [
        "A test",
        "Incremental analysis, from the least to the most costly",
    ]
    assert not any("robab" in sentence or "interval" in sentence for sentence in report.headline)
    assert any(note.endswith("--draws 10000 gives them.") for note in report.notes)
    assert report.headline[0].endswith(
        "the expected net monetary benefit is 500 kr. per person, and positive as long as IPS "
        "costs at most 200 kr. more than normal practice."
    )


def test_where_nothing_is_uncertain_the_report_says_so() -> None:
    fixed = builders.CARE.replace(", se: 100", "").replace(", se: 50", "")
    outcome = builders.JOB.replace("events: 40, n: 100", "mean: 0.4")
    found = cea(decision(fixed, outcome.replace("events: 60, n: 100", "mean: 0.6")))
    assert len(found.tables) == 2
    (caveat,) = found.noted("caveat_unsure")
    assert caveat.startswith("How sure this is cannot be said")


def test_a_cost_without_uncertainty_is_told_beside_the_probabilities() -> None:
    report = cea(decision(builders.PROGRAMME))
    assert report.noted("caveat_unstated") == [
        "No uncertainty of the costs is stated, so intervals and probabilities leave it out."
    ]
    assert report.noted("rests_on") == [
        "The probabilities and intervals hold if 1 number without a stated uncertainty is exact."
    ]
    assert "robability" not in report.headline[0]


def test_a_level_that_was_never_published_is_a_dash_and_a_sum_of_known_parts_is_starred() -> None:
    assert shown(cea(decision(builders.PROGRAMME)), "A test")[0][1] == "-"
    both = shown(cea(decision(builders.CARE + builders.PROGRAMME)), "A test")
    assert [line[1] for line in both] == ["1,000*", "700*"]
    assert both[1][3].startswith("-180 (")


def test_draws_on_an_axis_of_the_plane_are_told() -> None:
    report = cea(decision(builders.PROGRAMME.replace("120", "0")))
    (table,) = [t for t in report.tables if t.title.startswith("Cost-effectiveness plane")]
    assert grid(table, "en").headings[5:] == ("Same cost, more effect", "Same cost, less effect")
    (line,) = shown(report, "Cost-effectiveness plane")
    assert line[1:5] == ("0%",) * 4
    assert values(report, "axis_e")["ips"] + values(report, "axis_w")["ips"] == 1


# --- how it reads ----------------------------------------------------------------------------


def test_results_made_elsewhere_have_five_digits_and_no_money() -> None:
    report = cea(elsewhere([0, 12_345.6], [0, 1], spread=0.0001), wtp=[20_000])
    assert shown(report, "results")[1][3].startswith("+12,346 (")
    assert "At 20,000 per unit of effect, the expected net" in report.headline[0]
    assert report.notes[-1] == "200 draws from results.csv; ipscost 0; digest 000000000000."


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("count", [3, 11])
def test_few_and_many_arms_fit_a_page(count: int, language: str) -> None:
    costs, effects = [10.0 * arm for arm in range(count)], [arm**0.5 for arm in range(count)]
    text = render(cea(elsewhere(costs, effects), language, wtp=[30]), "table", Page(width=80))
    assert isinstance(text, str)
    assert max(len(line) for line in text.splitlines()) <= 80


def test_with_many_arms_the_curves_are_turned_and_no_number_is_told_twice() -> None:
    costs = [10.0 * arm for arm in range(11)]
    report = cea(elsewhere(costs, [arm**0.5 for arm in range(11)]), wtp=[30])
    titles = [table.title.split("\n")[0] for table in report.tables]
    assert titles[-2:] == [
        "The probability of each arm, at some of these thresholds",
        "The expected loss of each arm, at the same thresholds",
    ]
    keys = [(row["measure"], row["arm"], row["versus"], row["threshold"]) for row in tidy(report)]
    assert len(keys) == len(set(keys))
    assert sum(row["measure"] == "ceac" and row["threshold"] == 30 for row in tidy(report)) == 11


@pytest.mark.parametrize("count", [3, 11])
def test_numbers_for_machines_are_in_one_order_however_many_arms_there_are(count: int) -> None:
    costs, effects = [10.0 * arm for arm in range(count)], [arm**0.5 for arm in range(count)]
    figures = cea(elsewhere(costs, effects)).figures
    curves = [figure for figure in figures if figure.threshold is not None]
    each = len(curves) // (2 * (count + 1))
    expected = [*["ceac"] * count, "ceaf"] * each + [*["expected_loss"] * count, "evpi"] * each
    assert [figure.measure for figure in curves] == expected
    assert {figure.arm for figure in curves if figure.measure == "evpi"} == {""}


def test_a_label_in_a_sentence_begins_small_unless_it_is_an_abbreviation() -> None:
    assert in_sentence("X", "en") == "X"  # the label of an arm
    labels = ("Job or education", "QALYs", "IPS place")
    assert [in_sentence(label, "en") for label in labels] == [
        "job or education",
        "QALYs",
        "IPS place",
    ]
    assert in_sentence("I job eller uddannelse", "da") == "i job eller uddannelse"
    assert in_sentence("I", "da") == "I"


def test_hours_read_as_hours() -> None:
    hours = """
hours:
  label: {en: Hours worked, da: Arbejdstimer}
  unit: hour/person
  source: study table 6
  usual: {mean: 100, se: 10}
  ips: {mean: 150, se: 10}
"""
    report = cea(decision(DEARER, hours))
    assert "gives 50.00 more hours (95% interval" in report.headline[0]
    assert "(ICER) is 6 kr. per hour" in report.headline[0]
    assert "giver 50,00 flere timer" in cea(decision(DEARER, hours), "da").headline[0]


def test_perfect_information_that_is_worth_next_to_nothing_is_less_than_1() -> None:
    stated = "cost.social_and_other.ips.se=988"  # as in the file, but now no longer chosen to fit
    scenario = ipscost.load("inklusion-ips", [stated])
    run = ipscost.simulate(scenario, Settings(draws=10_000))
    found = decision_of(run, run.scenario.outcomes[0], {})
    assert (
        "worth less than 1 kr. per person (the expected value"
        in cea(found, wtp=[50_000]).noted("in_full")[-1]
    )
    assert (
        "worth 136 kr. per person (the expected value"
        in cea(found, wtp=[10_000_000]).noted("in_full")[-1]
    )
    assert "worth 2 kr. per person" in cea(found, wtp=[0]).noted("in_full")[-1]


def test_numbers_that_are_drawn_together_are_told() -> None:
    example = Path(__file__).parents[3] / "examples" / "municipality-together.yaml"
    run = ipscost.simulate(ipscost.load(example), Settings(draws=50))
    found = cea(decision_of(run, run.scenario.outcomes[0], {})).notes
    assert {*words([*together(of_run(None, run))])} <= {*found}
    assert any("correlat" in note for note in found)


# --- few draws, and what is not clear ---------------------------------------------------------


def test_of_few_draws_that_agree_nothing_is_over_what_they_can_tell() -> None:
    report = cea(decision(draws=10))
    assert "The probability that IPS costs less is over 90%" in report.noted("in_full")[0]
    assert (
        "dominates normal practice, but 10 draws are too few to be sure of that."
        in report.headline[0]
    )
    for name in ("Cost-effectiveness plane", "Acceptability"):
        for line in shown(report, name):
            assert not any("99" in cell for cell in line)
    assert any(note.startswith("10 draws are too few for intervals") for note in report.notes)


def test_of_three_arms_the_comparisons_that_are_not_clear_are_told() -> None:
    report = cea(elsewhere([0, -0.1, 50], [0, 5, 5.001]))
    assert report.noted("in_full")[2].endswith(
        "Not clear, since the interval of the difference in cost includes 0: a compared with b. "
        "Not clear, since the interval of the difference in effect includes 0: c compared with b."
    )
    sure = cea(elsewhere([0, -50, 50], [0, 5, 9]))
    assert "Not clear" not in sure.noted("in_full")[2]


def test_of_three_arms_and_few_draws_nothing_is_clear() -> None:
    found = elsewhere([0, -50, 50], [0, 5, 9])
    psa = found.psa
    few = replace(found, psa=replace(psa, cost=psa.cost[:, :3], effect=psa.effect[:, :3]))
    assert cea(few).noted("in_full")[2].endswith("But from 3 draws none of this is clear.")


def test_each_of_a_few_thresholds_has_a_clause_and_many_a_range_that_was_asked_for() -> None:
    found = decision(DEARER)
    report = cea(found, wtp=[1_000, 2_000, 4_000])
    assert report.headline[0].endswith(
        "At 1,000 kr. per person with job, the expected net monetary benefit is -100 kr. per "
        "person; at 2,000 kr. it is 100 kr. and at 4,000 kr. it is 500 kr."
    )
    (few,) = [s for s in report.noted("in_full") if "At 1,000" in s]
    assert "At 1,000 kr. per person with job the expected net monetary benefit of IPS" in few
    assert "; at 2,000 kr. it is 100 kr. (" in few
    assert " and at 4,000 kr. it is 500 kr. (" in few
    many = cea(found, wtp=[1_000 + 100 * step for step in range(9)]).noted("in_full")[-1]
    assert many.startswith("From 1,000 kr. to 1,800 kr. per person with job the probability")


def test_of_three_arms_each_threshold_tells_which_is_best() -> None:
    report = cea(elsewhere([0, 10, 30], [0, 1, 1.5]), wtp=[1, 20, 100])
    assert report.headline[0].startswith(
        "a has the highest expected net monetary benefit at 1 per unit of effect; b at 20 and "
    )
    full = report.noted("in_full")[-1]
    assert full.startswith(
        "At 1 per unit of effect a has the highest expected net monetary benefit (effect in money "
    )
    assert "b has (over 99%)" in full  # of 200 draws


def test_dominance_has_numbers_for_machines() -> None:
    report = cea(elsewhere([0, 11, 100, 60, 200], [0, 1, 2, 0.5, 4], spread=0.001))
    assert values(report, "dominated") == {"a": 0, "b": 0, "c": 0, "d": 1, "e": 0}
    assert values(report, "extendedly_dominated") == {"a": 0, "b": 0, "c": 1, "d": 0, "e": 0}
    assert values(report, "on_frontier") == {"a": 1, "b": 1, "c": 0, "d": 0, "e": 1}


def test_costs_that_differ_by_rounding_alone_are_the_same_in_words_and_on_the_frontier() -> None:
    found = elsewhere([1e13, 1e13 + 1], [0, 1], spread=0)
    report = cea(found)
    assert "b costs the same per person as a" in report.headline[0]
    assert "b dominates a: it costs the same and is more effective" in report.headline[0]


def test_flat_curves_show_their_ends_and_keep_all_for_machines() -> None:
    cost = builders.CARE.replace("-300, se: 50", "-800, se: 20")
    report = cea(decision(cost), wtp=[1_000])
    assert [line[0] for line in shown(report, "Acceptability")] == ["0", "1,000", "2,000"]
    assert len([row for row in tidy(report) if row["measure"] == "ceaf"]) > 100


def test_a_small_ratio_has_decimals() -> None:
    outcome = builders.JOB.replace("events: 60", "events: 99")
    report = cea(decision(builders.CARE.replace("-300, se: 50", "23.5, se: 5"), outcome))
    icer = values(report, "icer")["ips"]
    assert icer < 100
    assert shown(report, "Incremental analysis")[1][-1] == f"{icer:.2f}"
    assert f"(ICER) is {icer:.2f} kr. per person with job" in report.headline[0]


def test_another_arm_that_is_more_often_the_best_is_named() -> None:
    cost = np.vstack([np.zeros(1000), np.tile([0.01, -0.01], 500)])
    effect = np.vstack([np.zeros(1000), np.where(np.arange(1000) < 300, 10.0, -1.0)])
    names = ("a", "b")
    psa = Psa(names, "a", cost, effect, cost[:, 0], effect.mean(axis=1))
    report = cea(replace(elsewhere([0, 1], [0, 1]), psa=psa), wtp=[10])
    words = "a is the best in more of the draws (70%), but by less: on average b is better."
    assert any(sentence.endswith(words) for sentence in report.noted("in_full"))


def test_wide_intervals_break_before_a_line_is_longer_than_the_page() -> None:
    decided = elsewhere([9.6555e6, 1.4691e7], [-1.0559e-3, -8.0537e-4], names=("Status", "Vaccine"))
    for language in ("en", "da"):
        text = render(cea(decided, language), "table", Page(width=80, color=False))
        assert isinstance(text, str)
        assert max(map(len, text.splitlines())) <= 80


def test_the_ratio_of_a_share_is_told_per_person_with_it() -> None:
    (_, table, *_) = cea(decision(DEARER)).tables
    assert "ICER, kr. per person with job" in [column.label for column in table.columns]


def test_a_heading_without_room_for_the_unit_has_it_below_the_title() -> None:
    unit = "visit_to_an_outpatient_clinic"
    decided = replace(elsewhere([0, 100], [1, 3]), money="DKK_2020", effect_unit=unit)
    (_, short, *_) = cea(decided).tables
    assert "ICER" in [column.label for column in short.columns]
    assert short.title.splitlines()[-1] == "ICER in kr. per visit to an outpatient clinic"
    (_, long, *_) = cea(replace(decided, effect_unit="visit")).tables
    assert "ICER, kr. per visit" in [column.label for column in long.columns]
    assert long.title == "\n".join(short.title.splitlines()[:-1])
