"""explain follows one number from its line to the total."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import builders
import pytest
from told import render, told

import ipscost
from ipscost import Run, ScenarioError, Settings
from ipscost.analysis.interval import Interval
from ipscost.formats import Page
from ipscost.formats.cells import grid
from ipscost.report.explain.report import explain as _explain
from ipscost.report.explain.report import paths as _paths
from ipscost.report.report import Table

explain = told(_explain)
paths = told(_paths)

COST = builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.BENEFITS


def tables(path: str, language: str = "en", *, draws: int = 0, **more: object) -> tuple[Table, ...]:
    content = builders.text(COST, outcome=builders.JOB, **more)  # type: ignore[arg-type]
    return explain(builders.run(content, draws=draws), path, language).tables


def steps(table: Table) -> dict[str, str]:
    """What each step says, by its name; the file's place shortened to its name."""
    found: dict[str, str] = {}
    for row, (label, text) in grid(table, "en").lines:
        assert row.path.startswith("step.")
        found[label.split(" ", 1)[1]] = text
    return found


def test_a_number_of_a_category_goes_from_its_line_to_the_total() -> None:
    (table,) = tables("cost.care.ips")
    found = steps(table)
    assert table.title == "Where cost.care.ips comes from"
    assert list(found) == [
        *("in the file", "read as", "source", "uncertainty", "money", "draws"),
        *("over the months", "present value", "in the table", "in the total"),
    ]
    place, line = found["in the file"].split("  ")
    assert line == "`ips: {difference: -300, se: 50}`"
    assert "study.yaml:" in place
    assert found["read as"] == (
        "Care with IPS: a difference of -300 DKK_2024/person from normal practice"
    )
    assert found["source"] == (
        "study table 1 (verified): A study made up for this test. https://example.org"
    )
    assert found["uncertainty"] == "se 50 gives normal(mean -300, sd 50) in DKK_2024/person"
    assert found["money"] == "already DKK_2024; nothing to convert"
    assert found["draws"] == "the same in every draw: -300"
    assert found["over the months"] == (
        "evenly over the months: -75 in month 1, -300 over 4 months"
    )
    assert found["present value"] == "discounted at 0% a year: -300 DKK_2024/person"
    assert found["in the table"] == "IPS: difference -300"
    assert found["in the total"] == "IPS: 56% of the saving of 540 kr."


def test_with_draws_the_stream_and_its_numbers_are_told() -> None:
    (table,) = tables("cost.care.ips", draws=1000)
    text = steps(table)["draws"]
    assert text.startswith("stream 'cost.care.ips', seed 1: 1,000 draws, mean -")
    assert " 95% between " in text
    assert "; the first is " in text


def test_a_price_is_read_as_a_price_and_multiplied_by_the_use() -> None:
    (table,) = tables("cost.hospital.ward.price")
    found = steps(table)
    assert found["read as"] == "Ward: a price of 100 DKK_2024/day"
    assert found["uncertainty"] == "fixed: no uncertainty was stated"
    assert found["price x use"] == (
        "100 DKK_2024/day x (Normal practice 8 day/person; IPS 4 day/person)"
    )


def test_a_ratio_is_read_as_so_many_times_the_reference() -> None:
    (table,) = tables("cost.hospital.ward.use.ips")
    assert steps(table)["read as"] == "Ward with IPS: 0.5 times the level with normal practice"


def test_a_category_has_a_journey_for_each_number_and_one_for_the_sum() -> None:
    found = tables("cost.hospital.ward")
    assert [table.title for table in found] == [
        "Where cost.hospital.ward.price comes from",
        "Where cost.hospital.ward.use.usual comes from",
        "Where cost.hospital.ward.use.ips comes from",
        "Where cost.hospital.ward comes from",
    ]
    assert "in the total" not in steps(found[0])
    assert list(steps(found[-1])) == [
        *("price x use", "over the months", "present value", "in the table", "in the total"),
    ]


def test_a_group_lists_its_categories_and_their_sum() -> None:
    (table,) = tables("cost.hospital")
    assert table.title == "What cost.hospital is made of"
    assert [cells for _, cells in grid(table, "en").lines] == [
        ("cost.hospital.ward", "-400", "74%"),
        ("cost.hospital.clinic", "+40", "-7%"),
        ("cost.hospital", "-360", "67%"),
    ]


def test_the_total_lists_every_counted_category() -> None:
    (table,) = tables("cost")
    assert [row.path for row in table.rows] == [
        *("cost.care", "cost.programme", "cost.hospital.ward", "cost.hospital.clinic", "cost"),
    ]
    total = table.rows[-1].cells[0]
    assert isinstance(total, Interval)
    assert total.mean == pytest.approx(-540)


def test_shares_of_an_extra_cost_are_not_called_shares_of_a_saving() -> None:
    content = builders.text(builders.PROGRAMME)
    (table,) = explain(builders.run(content), "cost").tables
    assert "Share of saving" not in grid(table, "en").headings


def test_a_trailing_dot_is_forgiven() -> None:
    assert tables("cost.hospital.")[0].title == "What cost.hospital is made of"


def test_a_use_stated_as_a_difference_is_shown_as_a_level() -> None:
    cost = builders.HOSPITAL.replace("{ratio: 0.5, se: 0.1}", "{difference: -3, se: 1}")
    table = explain(builders.run(builders.text(cost)), "cost.hospital.ward.price").tables[0]
    assert steps(table)["price x use"] == (
        "100 DKK_2024/day x (Normal practice 8 day/person; IPS 5 day/person)"
    )


def test_a_ratio_with_an_interval_is_told_to_be_a_median() -> None:
    cost = builders.CARE.replace("difference: -300, se: 50", "ratio: 0.8, interval: [0.64, 1.0]")
    (table,) = explain(builders.run(builders.text(cost)), "cost.care.ips").tables
    assert steps(table)["uncertainty"] == (
        "95% interval 0.64 to 1 gives lognormal(mu -0.223144, sigma 0.113851) in ratio. "
        "The stated 0.8 is a median; its mean, 0.805202, is what counts"
    )


def test_a_payer_lists_what_falls_on_it_with_shares_of_that() -> None:
    (table,) = tables("payer.region")
    assert table.title == "What payer.region is made of"
    assert [cells for _, cells in grid(table, "en").lines] == [
        ("cost.care", "-300", "34%"),
        ("cost.hospital.ward", "-400", "46%"),
        ("cost.hospital.clinic", "+30", "-3%"),
        ("cost.benefits", "-200", "23%"),
        ("payer.region", "-870", "100%"),
    ]


def test_a_kind_lists_its_categories() -> None:
    (table,) = tables("kind.resources")
    assert [row.path for row in table.rows] == [
        *("cost.care", "cost.programme", "cost.hospital.ward", "cost.hospital.clinic"),
        "kind.resources",
    ]
    content = builders.text(COST + builders.GAIN)
    (table,) = explain(builders.run(content), "kind.productivity").tables
    assert [row.path for row in table.rows] == ["cost.gain", "kind.productivity"]
    (table,) = tables("kind.transfer", perspective="municipality")
    assert [cells[1] for _, cells in grid(table, "en").lines] == ["-800", "-800"]


@pytest.mark.parametrize("path", ["payer.nobody", "kind.service", "payer", "kind"])
def test_an_unknown_payer_or_kind_is_refused(path: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        tables(path)
    assert caught.value.problems[0].code == "E304"


def test_an_outcome_is_in_no_total() -> None:
    (table,) = tables("outcome.job.ips")
    found = steps(table)
    assert found["uncertainty"] == "n 100 gives beta(a 60, b 40) in share"
    assert found["money"] == "not money; nothing to convert"
    assert found["in the table"] == "IPS: difference +20.0 points"
    assert found["in the total"] == "an outcome, which is part of no total"


def test_a_converted_number_tells_every_factor_and_its_source() -> None:
    cost = builders.CARE.replace("DKK_2024", "EUR_2016")
    run = builders.run(builders.text(cost, money="DKK_2017"))
    text = steps(explain(run, "cost.care.ips").tables[0])["money"]
    assert text.startswith(
        "EUR_2016 x 7.46038 = DKK_2016, x 1.0115 = DKK_2017 (exchange rate first, "
        "then prices): -2,264 DKK_2017/person. Danmarks Nationalbank"
    )
    assert "World Bank" in text


def test_a_transfer_is_not_counted() -> None:
    (table,) = tables("cost.benefits.ips")
    assert steps(table)["in the total"] == "not counted (societal perspective)"


def test_what_is_not_counted_is_said_in_the_language_asked_for() -> None:
    (table,) = tables("cost.benefits.ips", "da")
    assert "societal" not in grid(table, "da").lines[-1][1][1]


def test_a_payer_counts_its_share() -> None:
    (table,) = tables("cost.benefits.ips", perspective="municipality")
    found = steps(table)
    assert found["share that counts"] == "perspective of municipality: 80%"
    assert found["in the table"] == "IPS: difference -800"
    assert "share that counts" not in steps(tables("cost.care.ips", perspective="region")[0])


def test_assumptions_and_notes_are_told() -> None:
    cost = builders.CARE.replace("source: study table 1", "assumption: a guess\n  note: By hand")
    found = steps(explain(builders.run(builders.text(cost)), "cost.care.ips").tables[0])
    assert found["source"] == "none: an assumption"
    assert (found["assumption"], found["note"]) == ("a guess", "By hand")


def test_each_arm_of_three_has_its_own_steps_and_says_so() -> None:
    cost = builders.CARE + "  ipse: {difference: 40}\n"
    run = builders.run(builders.text(cost, arm=builders.THREE_ARMS))
    table = explain(run, "cost.care").tables[-1]
    texts = [cells[1] for row, cells in grid(table, "en").lines]
    assert [text for text in texts if "difference" in text] == [
        "IPS: difference -300",
        "IPSE: difference +40",
    ]


def test_an_unknown_path_is_refused_with_the_nearest() -> None:
    with pytest.raises(ScenarioError) as caught:
        tables("cost.hospitl")
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("E304", "the scenario has no cost.hospitl")
    assert problem.fix == "write cost.hospital"


def test_a_path_that_is_only_begun_is_answered_with_what_lies_below() -> None:
    with pytest.raises(ScenarioError) as caught:
        tables("outcome")
    (problem,) = caught.value.problems
    assert problem.message == "outcome is not one number but a section of several"
    assert problem.fix == "use one of: outcome.job, outcome.job.usual, outcome.job.ips"


@pytest.mark.parametrize(
    ("stated", "english", "danish"),
    [
        (
            "{difference: -300, se: 50.5}",
            "se 50.5 gives normal(mean -300, sd 50.5) in DKK_2024/person",
            (
                "standardfejl 50,5 giver normal(middelværdi -300; spredning 50,5) (kr. "
                "(2024) pr. person)"
            ),
        ),
        (
            "{mean: 100, se: 10.5}",
            "se 10.5 gives gamma(shape 90.7029, scale 1.1025) in DKK_2024/person",
            "standardfejl 10,5 giver gamma(form 90,7029; skala 1,1025) (kr. (2024) pr. person)",
        ),
        (
            "{difference: -10, interval: [-11.8, -8.2], level: 0.9, dist: uniform}",
            "90% interval -11.8 to -8.2 gives uniform(-12 to -8) in DKK_2024/person",
            "90%-interval -11,8 til -8,2 giver ligefordelt(-12 til -8) (kr. (2024) pr. person)",
        ),
        (
            "{ratio: 0.5, se: 0.1}",
            "se 0.1 gives lognormal(mu -0.712758, sigma 0.198042) in ratio",
            "standardfejl 0,1 giver lognormal(my -0,712758; sigma 0,198042) (forhold)",
        ),
    ],
)
def test_uncertainty_is_worded_in_the_language_of_the_result(
    stated: str, english: str, danish: str
) -> None:
    run = builders.run(builders.text(builders.CARE.replace("{difference: -300, se: 50}", stated)))
    assert steps(explain(run, "cost.care.ips").tables[0])["uncertainty"] == english
    assert steps(explain(run, "cost.care.ips", "da").tables[0])["usikkerhed"] == danish


def test_units_are_danish_words_in_danish() -> None:
    content = builders.text(builders.HOSPITAL, outcome=builders.JOB)
    bounded = content.replace("study table 6}", "study table 6, bounds: [90, 120]}")
    run = builders.run(bounded)
    price, usual, ratio = (
        steps(explain(run, f"cost.hospital.ward.{name}", "da").tables[0])
        for name in ("price", "use.usual", "use.ips")
    )
    assert price["læst som"] == "Sengeafsnit: en pris på 100 kr. (2024) pr. dag"
    assert price["grænser"].startswith("90 til 120 kr. (2024) pr. dag: så langt")
    assert usual["læst som"] == "Sengeafsnit med normalindsats: et niveau på 8 dage pr. person"
    assert usual["usikkerhed"].endswith(" (dage pr. person)")
    assert ratio["usikkerhed"].endswith(" (forhold)")
    job = steps(explain(run, "outcome.job.usual", "da").tables[0])
    assert job["læst som"] == "Arbejde med normalindsats: et niveau på 0,4 (andel)"
    english = steps(explain(run, "outcome.job.usual").tables[0])
    assert english["read as"] == "Job with normal practice: a level of 0.4 share"


def test_a_number_drawn_is_told_in_danish() -> None:
    run = builders.run(builders.text(), draws=1000)
    found = steps(explain(run, "cost.care.ips", "da", 0.975).tables[0])
    pattern = (
        r"talfølge 'cost.care.ips', startværdi 1: 1.000 trækninger, gennemsnit -[\d,]+, spredning "
        r"[\d,]+; 97,5% ligger mellem -[\d,]+ og -[\d,]+; den første er -[\d,]+"
    )
    assert re.fullmatch(pattern, found["trækninger"])


@pytest.mark.parametrize(
    ("sure", "danish"),
    [
        ("verified", "kontrolleret"),
        ("secondary", "sekundær"),
        ("abstract", "fra resumé"),
        ("derived", "udledt"),
        ("assumed", "antaget"),
    ],
)
def test_how_sure_a_source_is_has_a_word_in_both_languages(sure: str, danish: str) -> None:
    run = builders.run(builders.text().replace("sure: verified", f"sure: {sure}"))
    assert f"table 1 ({sure}): " in steps(explain(run, "cost.care.ips").tables[0])["source"]
    assert f"table 1 ({danish}): " in steps(explain(run, "cost.care.ips", "da").tables[0])["kilde"]


def test_money_is_converted_with_a_decimal_comma_in_danish() -> None:
    cost = builders.CARE.replace("DKK_2024/person", "EUR_2016/person")
    found = steps(explain(builders.run(builders.text(cost)), "cost.care.ips", "da").tables[0])
    assert found["penge"].startswith(
        "EUR_2016 x 7,46038 = DKK_2016, x 1,185476 = DKK_2024 (først valutakurs, så "
        "priser): -2.653 "
    )


WORTH = (
    "  threshold: {mean: 1000, unit: EUR_2016/share, source: study table 9, bounds: [500, 2000]}\n"
)


def test_what_one_more_of_an_outcome_is_worth_is_explained() -> None:
    run = builders.run(builders.text(outcome=builders.JOB + WORTH), draws=10)
    (table,) = explain(run, "outcome.job.threshold").tables
    found = steps(table)
    assert found["read as"] == "Job: one more is worth 1000 EUR_2016/share"
    assert found["source"].startswith("study table 9 (verified)")
    assert found["money"].startswith("EUR_2016 x 7.46038 = DKK_2016")
    assert found["used for"].startswith("the net benefit of each arm: this x job - cost")
    assert "draws" not in found
    danish = steps(explain(run, "outcome.job.threshold", "da").tables[0])
    assert danish["læst som"] == "Arbejde: én mere er 1000 EUR (2016) pr. share værd"


def test_bounds_are_explained_where_they_are_stated() -> None:
    run = builders.run(builders.text(outcome=builders.JOB + WORTH))
    found = steps(explain(run, "outcome.job.threshold").tables[0])
    assert found["bounds"] == "500 to 2000 EUR_2016/share: how far a sensitivity analysis varies it"
    assert "bounds" not in steps(explain(run, "cost.care.ips").tables[0])


# --- a model of states ---------------------------------------------------------------------------


@cache
def labour(perspective: str = "societal") -> Run:
    scenario = ipscost.load("labour-market-ips", settings=[f"perspective={perspective}"])
    return ipscost.simulate(scenario, Settings(draws=0))


def said(path: str, language: str = "en", perspective: str = "societal") -> dict[str, str]:
    """The steps of the last journey at `path` in the labour-market scenario."""
    return steps(explain(labour(perspective), path, language).tables[-1])


def test_what_follows_people_is_not_told_to_be_even() -> None:
    course = labour().point
    index = course.categories.index("cost.benefits.after")
    by_month = course.cost[course.arm("ipse"), index, :, 0]
    by_month = by_month - course.cost[course.arm(course.reference), index, :, 0]
    assert abs(by_month[-1]) > 5 * abs(by_month[0])
    amounts = [f"{value:,.0f}" for value in (by_month[0], by_month[-1], by_month.sum())]
    first, last, total = amounts
    assert said("cost.benefits.after")["over the months"] == (
        f"IPSE: follows the people in “On benefit”: {first} in month 1, {last} in month 18, "
        f"{total} over 18 months"
    )
    assert said("cost.wages", "da")["over månederne"].startswith(
        "IPSE: følger det, den er en sats af: cost.productivity: "
    )


def test_an_outcome_of_the_model_names_states_month_and_moves() -> None:
    found = said("outcome.ever_18")
    assert found["what is counted"] == (
        "the share who have been in “In a job” and “In education” at any time by month 18"
    )
    assert found["moves behind it"] == "in by model.transition.benefit.out"
    ledger = labour().point
    levels = ledger.present_outcome[:, ledger.outcomes.index("outcome.ever_18"), 0]
    sau, ips, ipse = (f"{level:.1%}" for level in levels)
    assert found["in each arm"] == f"Normal practice {sau}; IPS {ips} and IPSE {ipse}"
    rows = grid(explain(labour(), "outcome.weeks_30").tables[-1], "en").lines
    texts = [cells[1] for _, cells in rows]
    assert texts[0] == "the time spent in “In a job” up to month 30"
    assert texts[1:3] == [
        "in by model.transition.benefit.out",
        "out by model.transition.job.benefit",
    ]


def test_a_group_of_transfers_shows_them_and_says_that_they_are_not_counted() -> None:
    report = explain(labour(), "cost.benefits")
    (table,) = report.tables
    assert [row.path for row in table.rows] == ["cost.benefits.after", "cost.benefits"]
    index = labour().point.categories.index("cost.benefits.after")
    for row in table.rows:
        assert isinstance(row.cells[0], Interval)
        assert row.cells[0].mean == pytest.approx(labour().point.difference("ips")[index, 0])
    (left_out,) = report.noted("parts_left_out")
    assert left_out.startswith("All of this is transfers, which are not counted (societal")
    (whole,) = explain(labour(), "cost").noted("parts_left_out")
    assert whole.startswith("Transfers are not counted (societal perspective): ")
    assert "cost.benefits.after" in whole
    counted = explain(labour("municipality"), "cost.benefits")
    assert len(counted.notes) == 1


@pytest.mark.parametrize("width", [72, 80, 100])
def test_no_path_is_broken_in_a_word(width: int) -> None:
    report = explain(labour(), "payer.municipality")
    lines = str(render(report, "table", Page(width=width))).splitlines()
    for row in report.tables[0].rows:
        assert any(line.split(" ")[0] == row.path for line in lines)
    assert max(len(line) for line in lines) <= width
    narrow = str(render(report, "table", Page(width=50))).splitlines()
    assert "cost.tax.benefits_municipal" not in " ".join(narrow)
    assert [line.split(" ")[0] for line in narrow if "benefits_m" in line] == ["benefits_municipal"]


def test_the_sign_of_a_payers_part_is_said() -> None:
    (note,) = explain(labour(), "payer.municipality").notes
    assert note.startswith("Differences in what the payer pays: minus is a gain for the payer")
    assert "minus is a saving" in explain(labour(), "cost").noted("signs")[0]


def test_a_payers_parts_are_shares_of_what_falls_on_it() -> None:
    (whole,) = explain(labour(), "payer.municipality").tables
    assert whole.rows[-1].cells[1] is None  # a part of it is not divided between payers
    (table,) = explain(labour(), "payer.municipality_or_region").tables
    parts = [row.cells[1] for row in table.rows[:-1]]
    assert sum(part.mean for part in parts if isinstance(part, Interval)) == pytest.approx(1)


def test_a_note_stands_with_the_number_that_it_is_of() -> None:
    first, clock, _ = explain(labour(), "cost.benefits.after").tables
    assert steps(first)["note"].startswith("In a job or in education nothing of it is left")
    assert clock.title == "Where ladder.reimbursement.weeks_at_start comes from"
    assert "note" not in steps(clock)
    shared = steps(explain(labour(), "number.hours").tables[0])
    assert "note" not in shared
    assert "over the months" not in said("ladder.reimbursement.weeks_at_start")


def test_a_correlation_names_its_members_and_shows_its_matrix() -> None:
    report = explain(labour(), "correlation.moves")
    journey, matrix = report.tables
    (moves,) = labour().scenario.correlations
    found = steps(journey)
    assert all(member in found["read as"] for member in moves.members)
    assert found["source"].startswith("christensen2019 and christensen2023 (derived): ")
    assert [row.path for row in matrix.rows] == list(moves.members)
    means = [[cell.mean for cell in row.cells] for row in matrix.rows]  # type: ignore[union-attr]
    assert means == [list(row) for row in moves.matrix]


def test_of_many_paths_the_nearest_are_listed() -> None:
    for path in ("qqq", "model.transition"):
        with pytest.raises(ScenarioError) as caught:
            explain(labour(), path)
        fix = caught.value.problems[0].fix
        assert fix.startswith("use one of: ")
        assert fix.count(", ") == 6
        assert re.search(r", or another of \d+$", fix)


MODEL = """
model:
  cycle: month
  counting: start
  state: {well: {label: Well, start: rest}, dead: {label: Dead, death: true}}
  transition:
    well:
      dead: {unit: probability/month, source: study, all: {mean: SERIES}}
      well: rest
"""


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (
            "{file: life.csv, column: mort}",
            "life.csv, column mort: 4 values, one for each month: 0.01 in the first, 0.04 in the "
            "last",
        ),
        (
            "[0.01, 0.02]",
            (
                "2 values, one for each month: 0.01 in the first, 0.02 in the last, which is "
                "kept until cycle 4"
            ),
        ),
    ],
)
def test_values_by_cycle_tell_their_file_their_column_and_their_ends(
    tmp_path: Path, stated: str, told: str
) -> None:
    (tmp_path / "life.csv").write_text("mort\n0.01\n0.02\n0.03\n0.04\n", encoding="utf-8")
    content = builders.text(builders.CARE, more=MODEL.replace("SERIES", stated))
    (tmp_path / "model.yaml").write_text(content, encoding="utf-8")
    run = ipscost.simulate(ipscost.load(tmp_path / "model.yaml"), Settings(draws=0))
    (table, _) = explain(run, "model.transition.well.dead").tables
    assert steps(table)["by cycle"] == told


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_path_that_can_be_explained_is_called_something(language: str) -> None:
    run = ipscost.simulate(ipscost.load("labour-market-ips"), Settings(draws=0))
    (table,) = paths(run, language).tables
    called = {row.path: text for row, (_, text) in grid(table, language).lines}
    assert [path for path, text in called.items() if not text.strip()] == []
    unknown = {"en": "not known", "da": "ikke kendt"}[language]
    assert called["cost.programme.ipse"] == unknown
