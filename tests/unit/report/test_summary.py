"""The headline in every variant, and the tables of costs, payers and outcomes."""

from __future__ import annotations

import re

import builders
import pytest
from told import told

import ipscost
from ipscost import Report, Run, Settings
from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.summary import Costs, IncrementalCost, summarised
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy
from ipscost.report.report import Cell, Row, Table
from ipscost.report.simulate.summary import summary as _summary

summary = told(_summary)

EVERYTHING = (
    builders.PROGRAMME + builders.CARE + builders.HOSPITAL + builders.GAIN + builders.BENEFITS
)
LEAF = builders.CARE.strip().replace("\n", "\n  ")
UNCLEAR = builders.CARE.replace("difference: -300, se: 50", "difference: -30, se: 100")
DEARER = builders.CARE.replace("difference: -300", "difference: 300")


def headline(cost: str, language: str = "en", *, draws: int = 0, **more: object) -> tuple[str, ...]:
    run = builders.run(builders.text(cost, **more), draws=draws)  # type: ignore[arg-type]
    return summary(run, language).headline


def report(run: Run, language: str = "en") -> Report:
    return summary(run, language)


def row(table: Table, path: str) -> Row:
    return next(row for row in table.rows if row.path == path)


def uncounted(table: Table, path: str) -> Row:
    """The row of what is not counted of a category, which stands below the total."""
    below = [row.path for row in table.rows].index("cost")
    return next(row for row in table.rows[below:] if row.path == path)


def costs(run: Run) -> Costs:
    return summarised(run).comparisons[0].costs


def mean(cell: Cell) -> float:
    assert isinstance(cell, Interval)
    return cell.mean


# --- the headline ----------------------------------------------------------------------------


def test_a_saving_without_draws_points_to_draws() -> None:
    assert headline(builders.CARE) == (
        (
            "IPS saves society 300 kr. per person over 4 months compared with normal "
            "practice, in 2024 prices. This is the point estimate alone; --draws 10000 "
            "shows how certain it is."
        ),
    )
    assert headline(builders.CARE, "da") == (
        (
            "IPS sparer samfundet 300 kr. pr. person over 4 måneder sammenlignet med "
            "normalindsats, i 2024-priser. Det er kun punktestimatet; --draws 10000 "
            "viser, hvor sikkert det er."
        ),
    )


def test_an_extra_cost_without_draws_is_no_negative_saving() -> None:
    assert headline(DEARER) == (
        (
            "IPS costs society 300 kr. more per person over 4 months than normal "
            "practice, in 2024 prices. This is the point estimate alone; --draws 10000 "
            "shows how certain it is."
        ),
    )
    assert headline(DEARER, "da") == (
        (
            "IPS koster samfundet 300 kr. mere pr. person over 4 måneder end "
            "normalindsats, i 2024-priser. Det er kun punktestimatet; --draws 10000 "
            "viser, hvor sikkert det er."
        ),
    )


def test_a_saving_with_draws_has_its_interval_and_probability() -> None:
    run = builders.run(builders.text(), draws=2000)
    (sentence,) = report(run).headline
    cell = costs(run).total.saving
    assert cell is not None
    assert sentence == (
        "IPS saves society 300 kr. per person over 4 months compared with normal practice (95% "
        f"interval {cell.low:.0f} to {cell.high:.0f}), in 2024 prices. Given the stated "
        "uncertainty, the probability that it saves money is over 99.9%."
    )
    assert (cell.low, cell.high) == (pytest.approx(202, abs=8), pytest.approx(398, abs=8))


def test_an_extra_cost_with_draws_has_the_interval_of_the_cost() -> None:
    run = builders.run(builders.text(DEARER), draws=2000)
    (sentence,) = report(run, "da").headline
    cell = row(report(run).tables[0], "cost").cells[2]
    assert isinstance(cell, Interval)
    assert sentence == (
        "IPS koster samfundet 300 kr. mere pr. person over 4 måneder end normalindsats "
        f"(95%-interval {cell.low:.0f} til {cell.high:.0f}), i 2024-priser. Med den angivne "
        "usikkerhed er sandsynligheden for, at det sparer penge, under 0,1%."
    )


def test_where_no_uncertainty_was_published_the_headline_says_so() -> None:
    assert headline(builders.PROGRAMME, draws=100) == (
        (
            "IPS costs society 120 kr. more per person over 4 months than normal "
            "practice, in 2024 prices. How certain this is cannot be said, because no "
            "cost counted here has a stated uncertainty."
        ),
    )
    assert headline(builders.PROGRAMME, "da", draws=100) == (
        (
            "IPS koster samfundet 120 kr. mere pr. person over 4 måneder end "
            "normalindsats, i 2024-priser. Hvor sikkert det er, kan ikke siges, fordi "
            "ingen af de omkostninger, der tæller med, har en angivet usikkerhed."
        ),
    )


def test_a_single_draw_is_no_sign_that_nothing_was_published() -> None:
    (sentence,) = headline(builders.CARE, draws=1)
    assert sentence.endswith(
        " One draw says nothing about how certain this is; --draws 10000 does."
    )


def test_a_payer_without_uncertainty_of_its_own_does_not_deny_that_of_others() -> None:
    cost = builders.PROGRAMME + builders.CARE
    (sentence,) = headline(cost, draws=100, perspective="municipality")
    assert sentence.endswith(" because no cost counted here has a stated uncertainty.")


def test_large_amounts_are_told_in_millions_with_their_interval() -> None:
    cost = builders.CARE.replace("{difference: -300, se: 50}", "{difference: -2345678, se: 400000}")
    cost = cost.replace("usual: {mean: 1000, se: 100}", "usual: {mean: 5000000, se: 100}")
    run = builders.run(builders.text(cost), draws=500)
    (english,), (danish,) = (summary(run, language).headline for language in ("en", "da"))
    pattern = r"saves society 2\.35 million kr\. .* interval 1\.\d+ million to 3\.\d+ million\), "
    assert re.search(pattern, english), english
    pattern = r"sparer samfundet 2,35 mio\. kr\. .*-interval 1,\d+ mio\. til 3,\d+ mio\.\), "
    assert re.search(pattern, danish), danish


def test_the_level_of_the_interval_is_said() -> None:
    run = builders.run(builders.text(), draws=100)
    assert "(80% interval " in summary(run, level=0.8).headline[0]


def test_each_arm_has_a_sentence_of_its_own() -> None:
    cost = builders.CARE + "  ipse: {difference: 40}\n"
    found = headline(cost, arm=builders.THREE_ARMS)
    assert [sentence.split(" per person")[0] for sentence in found] == [
        "IPS saves society 300 kr.",
        "IPSE costs society 40 kr. more",
    ]


def test_other_money_is_named_by_its_code() -> None:
    cost = builders.CARE.replace("DKK_2024", "EUR_2016")
    (sentence,) = headline(cost, money="EUR_2016")
    assert sentence.startswith("IPS saves society 300 EUR per person over 4 months")
    assert ", in 2016 prices." in sentence


def test_a_payer_is_told_of_its_own_saving() -> None:
    (sentence,) = headline(EVERYTHING, perspective="region")
    # 300 + 400 - 0.75 x 40 + 0.2 x 1000
    assert sentence.startswith("IPS saves region 870 kr. per person")


def test_a_saving_that_may_be_none_is_only_expected() -> None:
    run = builders.run(builders.text(UNCLEAR), draws=2000)
    cell = costs(run).total.saving
    assert cell is not None
    assert cell.low is not None
    assert cell.low < 0
    english, danish = report(run).headline[0], report(run, "da").headline[0]
    assert english.split(" Given ")[0] == (
        "IPS is expected to save society 30 kr. per person over 4 months compared with normal "
        f"practice, but this is uncertain (95% interval {cell.low:.0f} to {cell.high:.0f}), "
        "in 2024 prices."
    )
    assert danish.split(" Med ")[0] == (
        "IPS ventes at spare samfundet 30 kr. pr. person over 4 måneder sammenlignet med "
        f"normalindsats, men det er usikkert (95%-interval {cell.low:.0f} til "
        f"{cell.high:.0f}), i 2024-priser."
    )


def test_an_extra_cost_that_may_be_none_is_only_expected() -> None:
    cost = UNCLEAR.replace("difference: -30", "difference: 30")
    assert headline(cost, draws=2000)[0].startswith(
        "IPS is expected to cost society 30 kr. more per person over 4 months than "
        "normal practice, but this is uncertain (95% interval -"
    )
    assert headline(cost, "da", draws=2000)[0].startswith(
        "IPS ventes at koste samfundet 30 kr. mere pr. person over 4 måneder end "
        "normalindsats, men det er usikkert (95%-interval -"
    )


def test_no_difference_is_neither_a_saving_nor_an_extra_cost() -> None:
    cost = builders.CARE.replace("difference: -300, se: 50", "difference: 0")
    assert headline(cost)[0].startswith(
        "IPS costs society the same per person over 4 months as normal practice, in 2024 prices. "
    )
    assert headline(cost, "da", perspective="municipality")[0].startswith(
        "IPS koster kommune det samme pr. person over 4 måneder som normalindsats, i 2024-priser. "
    )


def test_one_month_is_singular() -> None:
    assert " over 1 month compared with normal practice" in headline(builders.CARE, months=1)[0]
    assert " over 1 måned sammenlignet med " in headline(builders.CARE, "da", months=1)[0]
    table = report(builders.run(builders.text(months=1))).tables[0]
    assert "\nkr. per person over 1 month, 2024 prices, " in table.title


# --- the table of costs ----------------------------------------------------------------------


def test_a_difference_without_a_level_prints_a_dash() -> None:
    table = report(builders.run(builders.text(builders.PROGRAMME + builders.CARE))).tables[0]
    shown = {row.path: cells for row, cells in grid(table, "en").lines}
    assert shown["cost.programme"] == ("Programme", "-", "-", "+120", "-67%")
    assert shown["cost"] == ("Total", "1,000*", "700*", "-180", "100%")


def test_the_table_has_the_groups_above_their_categories() -> None:
    table = report(builders.run(builders.text(EVERYTHING))).tables[0]
    found = [(row.path, row.depth) for row in table.rows]
    assert found == [
        ("cost.programme", 0),
        ("cost.care", 0),
        ("cost.hospital", 0),
        ("cost.hospital.ward", 1),
        ("cost.hospital.clinic", 1),
        ("cost.gain", 0),
        ("kind.resources", 0),
        ("kind.productivity", 0),
        ("cost", 0),
        ("cost.benefits", 0),
    ]


def test_a_group_of_one_category_is_not_shown_but_kept_for_machines() -> None:
    run = builders.run(builders.text(f"group:\n  {LEAF}"))
    found = report(run)
    assert found.tables[0].rows[0].path == "cost.group.care"
    assert next(tidy(found))["path"] == "cost.group"
    assert [amounts.path for _, amounts in costs(run).tree] == ["cost.group", "cost.group.care"]


def test_resources_and_productivity_sum_to_the_total() -> None:
    table = report(builders.run(builders.text(EVERYTHING))).tables[0]
    parts = [mean(row(table, f"kind.{kind}").cells[2]) for kind in ("resources", "productivity")]
    assert parts == pytest.approx([120 - 300 - 360, -600])
    assert mean(row(table, "cost").cells[2]) == pytest.approx(sum(parts))


def test_transfers_are_not_counted_but_shown() -> None:
    run = builders.run(builders.text(EVERYTHING))
    found = report(run)
    apart = uncounted(found.tables[0], "cost.benefits")
    assert apart.label == "Not counted: Income support"
    assert [mean(cell) for cell in apart.cells[:3]] == [5000, 4000, -1000]
    assert apart.cells[3] is None
    (left_out,) = costs(run).left_out
    assert (left_out.path, left_out.share, left_out.probability) == ("cost.benefits", None, None)
    saved = [row for row in tidy(found) if row["measure"].startswith(("saving", "probability"))]
    assert "cost.benefits" not in [row["path"] for row in saved]
    assert mean(row(found.tables[0], "cost").cells[2]) == pytest.approx(-1140)
    payers = found.tables[1]
    assert [mean(row(payers, f"payer.{name}").cells[1]) for name in ("municipality", "region")] == [
        800,
        200,
    ]


def test_mixed_categories_leave_resources_and_productivity_unknown() -> None:
    cost = builders.CARE + builders.PROGRAMME.replace("kind: programme", "kind: mixed")
    run = builders.run(builders.text(cost))
    table = report(run).tables[0]
    for kind in ("resources", "productivity"):
        assert row(table, f"kind.{kind}").cells == (None,) * 4
    assert costs(run).kinds == (
        IncrementalCost("kind.resources"),
        IncrementalCost("kind.productivity"),
    )
    assert mean(row(table, "cost").cells[2]) == pytest.approx(-180)


def test_a_payer_sees_its_share_and_what_is_left_apart() -> None:
    content = builders.text(builders.HOSPITAL, perspective="region")
    table = report(builders.run(content)).tables[0]
    assert mean(row(table, "cost.hospital.clinic").cells[2]) == pytest.approx(30)
    assert mean(uncounted(table, "cost.hospital.clinic").cells[2]) == pytest.approx(10)
    assert row(table, "cost.hospital.clinic").label == "Clinic (75%)"
    assert uncounted(table, "cost.hospital.clinic").label == "Not counted: Clinic (25%)"
    assert ", perspective of region\n" in table.title


def test_the_title_says_what_is_compared_in_which_money() -> None:
    assert report(builders.run(builders.text())).tables[0].title == (
        "A test\nkr. per person over 4 months, 2024 prices, societal perspective\n"
        "a minus is a saving"
    )
    assert report(builders.run(builders.text()), "da").tables[0].title == (
        "En test\nkr. pr. person over 4 måneder, 2024-priser, samfundsperspektiv\n"
        "minus er en besparelse"
    )


def test_the_title_tells_the_discount_rate_of_costs_where_there_is_one() -> None:
    run = builders.run(builders.text(discount="{cost: 0.035, outcome: 0}"))
    assert report(run).tables[0].title.split("\n")[1:] == [
        (
            "kr. per person over 4 months, 2024 prices, societal perspective, discounted "
            "at 3.5% a year"
        ),
        "a minus is a saving",
    ]
    assert (
        report(run, "da")
        .tables[0]
        .title.split("\n")[1]
        .endswith(", samfundsperspektiv, diskonteret med 3,5% om året")
    )


def test_a_row_that_rests_on_an_assumption_is_marked() -> None:
    cost = builders.CARE.replace("source: study table 1", "assumption: a guess") + builders.GAIN
    table = report(builders.run(builders.text(cost))).tables[0]
    assert [row.path for row in table.rows if row.marked] == ["cost.care"]
    assert [cells[0] for _, cells in grid(table, "en").lines][:2] == ["Care†", "Productivity gain"]


def test_tidy_rows_of_different_kinds_have_different_measures() -> None:
    """So that the rows of one measure at one level can be added without counting twice."""
    found = list(tidy(report(builders.run(builders.text(EVERYTHING, outcome=builders.JOB)))))
    measures = {(line["path"], line["level"], line["measure"]) for line in found}
    assert ("cost.care", "leaf", "difference") in measures
    assert ("kind.resources", "group", "difference_by_kind") in measures
    assert ("cost.benefits", "leaf", "difference_not_counted") in measures
    assert ("cost.benefits", "leaf", "difference") not in measures
    assert ("outcome.job", "leaf", "outcome_difference") in measures
    leaves = [d["mean"] for d in found if (d["level"], d["measure"]) == ("leaf", "difference")]
    (total,) = [d["mean"] for d in found if (d["path"], d["measure"]) == ("cost", "difference")]
    assert sum(leaves) == pytest.approx(total) == pytest.approx(-1140)


def test_with_three_arms_each_has_tables_of_its_own() -> None:
    cost = builders.CARE + "  ipse: {difference: 40}\n"
    found = report(builders.run(builders.text(cost, arm=builders.THREE_ARMS)))
    titles = [table.title.split("\n")[0] for table in found.tables]
    assert titles == [
        "IPS compared with normal practice",
        "Who pays and who gains: IPS",
        "IPSE compared with normal practice",
        "Who pays and who gains: IPSE",
    ]
    headings = [grid(table, "en").headings[-1] for table in found.tables[::2]]
    assert headings == ["Share of saving", "Share of cost"]


def test_a_level_tied_to_a_fixed_level_has_no_interval_of_its_own() -> None:
    cost = builders.CARE.replace("mean: 1000, se: 100", "mean: 1000")
    cells = row(report(builders.run(builders.text(cost), draws=100)).tables[0], "cost.care").cells
    assert cells[0] == Interval(1000)
    assert cells[1] == Interval(700)
    assert isinstance(cells[2], Interval)
    assert cells[2].low is not None


def test_saving_and_probability_are_for_machines_alone() -> None:
    run = builders.run(builders.text(), draws=100)
    found = report(run)
    assert grid(found.tables[0], "en").headings == (
        *("Category", "Normal practice", "IPS", "Difference (95% interval)", "Share of saving"),
    )
    rows = [row for row in tidy(found) if row["path"] == "cost"]
    assert [row["measure"] for row in rows] == [
        *("cost", "cost", "difference", "share_of_saving"),
        *("saving", "probability_of_saving", "monte_carlo_error"),
    ]
    total, error = costs(run).total, costs(run).error
    assert (rows[4]["mean"], rows[5]["mean"]) == (300, 1)
    assert total.saving is not None
    assert total.probability == Interval(1, draws=100)
    assert (rows[4]["low"], rows[4]["high"]) == (total.saving.low, total.saving.high)
    assert error is not None
    assert (rows[6]["mean"], rows[6]["low"], rows[6]["high"]) == (error.mean, error.low, error.high)


def test_no_shares_are_shown_where_the_categories_nearly_cancel_out() -> None:
    cost = builders.CARE + builders.PROGRAMME.replace("difference: 120", "difference: 290")
    found = report(builders.run(builders.text(cost)))
    assert [cells[-1] for _, cells in grid(found.tables[0], "en").lines] == ["-"] * 4
    assert (
        "No shares are shown for IPS: the categories nearly cancel out, so shares of "
        "the total would mislead."
    ) in found.notes


# --- payers and outcomes ---------------------------------------------------------------------


def test_the_payers_savings_sum_to_that_of_all() -> None:
    (compared,) = summarised(builders.run(builders.text(EVERYTHING))).comparisons
    found = {each.path: mean(each.saving) for each in (*compared.payers, compared.together)}
    assert found == pytest.approx(
        {"payer.municipality": -120 - 10 + 600, "payer.region": 300 + 400 - 30, "payer": 1140}
    )


def test_a_payer_without_a_share_is_left_out() -> None:
    found = report(builders.run(builders.text()))
    assert [row.path for row in found.tables[1].rows] == ["payer.region"]
    rows = [row for row in tidy(found) if row["measure"] == "saving_by_payer"]
    assert [row["path"] for row in rows] == ["payer.region", "payer"]


def test_transfers_have_no_column_where_there_are_none() -> None:
    table = report(builders.run(builders.text())).tables[1]
    assert grid(table, "en").headings == ("Payer", "Saving")


def test_transfers_are_shown_apart_and_together_with_the_saving() -> None:
    found = report(builders.run(builders.text(EVERYTHING)))
    table = found.tables[1]
    assert grid(table, "en").headings == ("Payer", "Saving", "Transfers saved", "Both together")
    assert [row["measure"] for row in tidy(found) if row["path"] == "payer.region"] == [
        *("saving_by_payer", "transfers_by_payer", "budget_by_payer"),
    ]
    assert [cells for _, cells in grid(table, "en").lines] == [
        ("Municipality", "+470", "+800", "+1,270"),
        ("Region", "+670", "+200", "+870"),
        ("All payers", "+1,140", "+1,000", "-"),  # what payers save in transfers others lose
    ]


def test_an_outcome_tied_to_a_fixed_level_has_no_interval_of_its_level() -> None:
    outcome = (
        "job: {unit: share, source: study, usual: {mean: 0.4}, ips: {difference: 0.2, se: 0.05}}\n"
    )
    run = builders.run(builders.text(outcome=outcome), draws=100)
    cells = report(run).tables[1].rows[0].cells
    assert isinstance(cells[1], Interval)
    assert (cells[1].mean, cells[1].low) == (pytest.approx(0.6), None)
    assert isinstance(cells[2], Interval)
    assert cells[2].low is not None


def test_an_outcome_shows_both_levels_the_difference_and_the_relative_change() -> None:
    table = report(builders.run(builders.text(outcome=builders.JOB))).tables[1]
    assert grid(table, "en").headings == (
        *("Outcome", "Normal practice", "IPS", "Difference", "Relative change"),
    )
    assert grid(table, "en").lines[0][1] == ("Job", "40.0%", "60.0%", "+20.0 points", "+50.0%")


def test_an_outcome_without_a_level_shows_the_difference_alone() -> None:
    outcome = "qaly: {unit: QALY/person, source: study, ips: {difference: 0.0255}}\n"
    table = report(builders.run(builders.text(outcome=outcome))).tables[1]
    assert grid(table, "en").lines[0][1] == ("QALY", "-", "-", "+0.0255", "-")


def test_a_relative_change_that_would_mislead_is_not_shown() -> None:
    outcome = builders.JOB.replace("unit: share", "unit: share\n  relative: false")
    found = report(builders.run(builders.text(outcome=outcome)))
    assert found.tables[1].rows[0].cells[3] is None
    assert any(note.startswith("No relative change is shown for job:") for note in found.notes)


def test_the_report_carries_the_record_of_the_run() -> None:
    run = ipscost.simulate(builders.load(builders.text()), Settings(draws=10, seed=3))
    record = report(run).record
    assert (record["draws"], record["seed"], record["digest"]) == (10, 3, run.record.digest)
    assert (record["money"], record["level"]) == ("DKK_2024", 0.95)
    assert summary(run, level=0.8).record["level"] == 0.8


def test_a_payer_perspective_has_a_row_of_its_transfers() -> None:
    content = builders.text(builders.BENEFITS, perspective="municipality")
    table = report(builders.run(content)).tables[0]
    assert mean(row(table, "kind.transfer").cells[2]) == pytest.approx(-800)


def test_of_few_draws_that_agree_the_probability_is_over_what_they_can_tell() -> None:
    cost = builders.CARE.replace("-300, se: 50", "-800, se: 20")
    found = report(builders.run(builders.text(cost), draws=10))
    assert "over 90%" in found.headline[0]


def test_a_language_is_no_level() -> None:
    run = builders.run(builders.text())
    with pytest.raises(TypeError, match=r"level must be a number such as 0\.95, not 'da'"):
        _summary(run, "da")  # type: ignore[arg-type]
