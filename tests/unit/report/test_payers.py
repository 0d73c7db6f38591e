"""payers: what each gains by category, how sure that is, from when, and that it all adds up."""

from __future__ import annotations

from pathlib import Path

import builders
import cost_texts
import numpy as np
import pytest
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.course import spread_windows
from ipscost.analysis.interval import Interval
from ipscost.analysis.payers import names
from ipscost.formats import render
from ipscost.formats.tidy import tidy
from ipscost.report.payers.report import payers as _payers
from ipscost.report.report import Report, Row, Table

payers = told(_payers)

GOLDEN = Path(__file__).parents[2] / "golden/ten-years.yaml"

PAYERS = """
municipality: {label: Municipality, public: true}
region: {label: Region, public: true, health: true}
citizen: {label: Citizen}
idle: {label: Idle}
"""

COST = cost_texts.by_payer(
    programme="{mean: 250}",
    care="{difference: -60, se: 20}",
    clinic=("{mean: 50}", "{difference: 10}"),
    benefits="{difference: -100, se: 10}",
    per="person/month",
)


def run_of(cost: str = COST, *, draws: int = 0, **more: str) -> Run:
    """A run with the course of every account."""
    scenario = builders.load(builders.text(cost, payer=PAYERS, **more))
    return ipscost.simulate(scenario, Settings(draws=draws), courses=names(scenario))


def table(report: Report, title: str) -> Table:
    """The table whose title begins so."""
    return next(each for each in report.tables if each.title.startswith(title))


def row(found: Table, path: str) -> Row:
    """The first row at a path."""
    return next(r for r in found.rows if r.path == path)


def figures(report: Report, path: str) -> dict[str, Interval]:
    """The numbers for machines at a path, by measure."""
    assert report.figures is not None
    return {each.measure: each.value for each in report.figures if each.path == path}


def means(found: Row) -> list[float | None]:
    """The numbers of a row."""
    return [cell.mean if isinstance(cell, Interval) else None for cell in found.cells]


def test_a_payer_without_an_amount_has_no_account() -> None:
    assert names(run_of().scenario) == (
        *("municipality", "region", "citizen"),
        *("societal", "public", "health"),
    )


def test_each_payer_gains_what_it_no_longer_pays_and_loses_what_it_no_longer_gets() -> None:
    found = table(payers(run_of()), "Who gains")
    assert [column.label for column in found.columns] == [
        "Municipality",
        "Region",
        "Citizen",
        "Sum",
    ]
    assert means(row(found, "cost.programme")) == [-250, None, None, -250]
    assert means(row(found, "cost.health.care")) == [None, 240, None, 240]
    assert means(row(found, "cost.health")) == [None, 200, None, 200]
    assert means(row(found, "cost.benefits")) == [400, None, -400, 0]
    assert means(row(found, "kind.resources")) == [-250, 200, None, -50]
    assert means(row(found, "kind.transfer")) == [400, None, -400, 0]
    assert means(row(found, "cost")) == [150, 200, -400, -50]


def test_the_accounts_have_intervals_probabilities_and_months() -> None:
    report = payers(run_of(draws=2000))
    found = table(report, "Net gain")
    paths = [r.path for r in found.rows]
    assert paths == [
        *("payer.municipality", "payer.region", "payer.citizen"),
        *("perspective.societal", "perspective.public", "perspective.health"),
    ]
    gain, odds, text = row(found, "payer.municipality").cells
    assert isinstance(gain, Interval)
    # 400 with sd 40, less 250
    assert (gain.mean, gain.low, gain.high) == pytest.approx((150, 71.6, 228.4), abs=8)
    assert isinstance(odds, Interval)
    assert odds.mean > 0.995
    assert text == "3 (3 to 4)"
    numbers = figures(report, "payer.municipality")
    assert numbers["break_even_month"] == Interval(3, 3, 4)
    assert numbers["break_even_median"] == Interval(3)
    assert numbers["probability_of_break_even"].mean == odds.mean
    assert row(found, "payer.citizen").cells[2] == ">4"
    assert {"break_even_month", "break_even_median"}.isdisjoint(figures(report, "payer.citizen"))
    public = row(found, "perspective.public").cells[0]
    assert isinstance(public, Interval)
    assert public.mean == pytest.approx(350)


def test_a_sentence_says_what_a_payer_gains_from_when_and_why() -> None:
    report = payers(run_of(draws=2000))
    public, citizen, region, municipality = report.noted("accounts")  # public, then by size
    assert public.startswith("The public sector: a gain of 350 kr. per person over 4 months with ")
    assert municipality.startswith(
        "Municipality: a gain of 150 kr. per person over 4 months with IPS compared with normal "
        "practice (95% interval "
    )
    assert (
        "; it breaks even in month 3 (95% interval month 3 to month 4). Largest contributions: "
        "Benefits +400 (3" in municipality
    )
    assert municipality.endswith(") and Programme -250.")
    (given,) = report.noted("rests_on")
    assert given.startswith("The intervals hold if ")
    assert region.startswith("Region: a gain of 200 kr.")
    assert region.endswith(") and Clinic -40.")
    assert citizen.startswith("Citizen: a loss of 400 kr.")
    assert "; it does not break even within 4 months. Largest contributions: Ben" in citizen


def test_the_answer_is_what_the_public_sector_gains_and_who_gains_most_and_loses() -> None:
    public, most = payers(run_of(draws=2000)).headline
    assert public.startswith(
        "Overall, the public sector gains 350 kr. per person over 4 months with IPS compared with "
        "normal practice (95% interval "
    )
    assert public.endswith(
        "), in 2024 prices; it breaks even in month 2 (95% interval month 2 to month 3)."
    )
    assert most.startswith("With IPS, region gains most, 200 kr. per person (95% interval ")
    assert most.endswith("); a loss is expected for citizen (400 kr.).")
    (alone,) = payers(run_of(draws=2000), only="citizen").headline
    assert alone.startswith("Overall, citizen loses 400 kr. per person over 4 months with IPS ")
    assert alone.endswith("; it does not break even within 4 months.")


def test_where_nobody_gains_the_largest_loss_is_told() -> None:
    dearer = COST.replace("difference: -60, se: 20", "difference: 60")
    dearer = dearer.replace("difference: -100, se: 10", "difference: 0")
    public, most = payers(run_of(dearer)).headline
    assert public.startswith("Overall, the public sector loses 530 kr. per person")
    assert most == (
        "With IPS, region loses most, 280 kr. per person (point estimates alone, without draws); "
        "no payer is expected to gain."
    )


def test_the_reasons_of_the_account_s_own_sign_come_first() -> None:
    dearer = COST.replace("mean: 250", "mean: 410").replace("difference: -100", "difference: -103")
    (told,) = [e for e in payers(run_of(dearer)).noted("accounts") if e.startswith("Municipality")]
    assert told.endswith("Largest contributions: Benefits +412 and Programme -410.")
    loses = COST.replace("mean: 250", "mean: 390").replace("difference: -100", "difference: -97")
    (told,) = [e for e in payers(run_of(loses)).noted("accounts") if e.startswith("Municipality")]
    assert "a loss of 2 kr." in told
    assert told.endswith("Largest contributions: Programme -390 and Benefits +388.")


def test_what_is_not_clear_is_said_so_and_what_comes_out_even_is_not_told() -> None:
    def told(cost: str, name: str = "Region") -> list[str]:
        report = payers(run_of(cost, draws=500))
        return [each for each in report.noted("accounts") if each.startswith(name)]

    unsure = COST.replace("difference: -60, se: 20", "difference: -60, se: 200")
    assert told(unsure)[0].startswith("Region: an expected gain of 200 kr. per person")
    dearer = COST.replace("difference: -60, se: 20", "difference: 60, se: 200")
    assert told(dearer)[0].startswith("Region: an expected loss of 280 kr. per person")
    even = COST.replace("difference: -60, se: 20", "difference: -10")
    assert told(even) == []
    found = row(table(payers(run_of(even, draws=500)), "Net gain"), "payer.region")
    assert found.cells[1:] == (None, None)
    assert payers(run_of(even), only="region").headline == (
        "Region: neither a gain nor a loss on balance over 4 months with IPS compared with normal "
        "practice.",
    )


def test_without_draws_a_sentence_says_that_it_is_the_point_estimate() -> None:
    report = payers(run_of())
    for each in (*report.headline, *report.noted("accounts")):
        assert "(point estimates alone, without draws)" in each


UNSPLIT = PAYERS + "either: {label: Either, of: [municipality, region], public: true}\n"
SHARED = """
shared:
  kind: service
  payer: either
  unit: DKK_2024/person/month
  source: study
  usual: {mean: 500}
  ips: {difference: -10, se: 1}
"""


def test_an_account_that_lacks_an_unsplit_part_is_not_told_as_whole() -> None:
    scenario = builders.load(builders.text(COST + SHARED, payer=UNSPLIT))
    report = payers(ipscost.simulate(scenario, Settings(draws=500), courses=names(scenario)))
    told = {each.partition(":")[0]: each for each in report.noted("accounts")}
    assert "a gain of 150 kr. per person over" in told["Municipality"]
    further = "not counting its share of the 40 kr. on either, which is not known."
    assert further in told["Municipality"]
    assert "break even" not in told["Municipality"]
    assert "its share" not in told["The public sector"] + told["Either"] + told["Citizen"]
    assert report.headline[1] == (
        "With IPS, the largest known gain falls on region, 200 kr. per person, although that "
        "account is incomplete; a loss is expected for citizen (400 kr.)."
    )
    (caveat,) = report.noted("caveat_account")
    assert caveat == (
        "How “Either” divides was not published, so accounts with * or - are incomplete."
    )
    accounts = table(report, "Net gain")
    for path in ("payer.municipality", "payer.region", "perspective.health"):
        gain, *others = row(accounts, path).cells
        assert isinstance(gain, Interval)
        assert gain.partial
        assert others == [None, None]
        assert list(figures(report, path)) == ["net_gain"]
    for path in ("payer.either", "payer.citizen", "perspective.public", "perspective.societal"):
        cell = row(accounts, path).cells[0]
        assert isinstance(cell, Interval)
        assert not cell.partial
    assert any(note.startswith("* What is known to fall on") for note in report.notes)
    none = SHARED.replace("difference: -10, se: 1", "difference: 0")
    scenario = builders.load(builders.text(COST + none, payer=UNSPLIT))
    report = payers(ipscost.simulate(scenario, Settings(draws=0), courses=names(scenario)))
    assert not any("whole" in each for each in (*report.headline, *report.noted("accounts")))


def test_a_fixed_number_that_turns_an_account_at_its_bound_is_told() -> None:
    bounded = COST.replace("ips: {mean: 250}", "ips: {mean: 250, bounds: [200, 500]}")
    found = payers(run_of(bounded, draws=500)).noted("accounts")
    told = {each.partition(":")[0]: each for each in found}
    assert "It would be a loss of 100 kr. if " in told["Municipality"]
    assert "were 500 DKK_2024/person instead of 250, which no draw" in told["Municipality"]
    assert "It would be" not in told["The public sector"] + told["Region"]
    drawn = bounded.replace("mean: 250,", "mean: 250, se: 10,")
    assert not any("would be" in e for e in payers(run_of(drawn, draws=500)).noted("accounts"))


def test_rows_without_a_number_are_in_tidy_rows_alone() -> None:
    still = COST + SHARED.replace("either", "region").replace("difference: -10, se: 1", "mean: 500")
    report = payers(run_of(still))
    found = table(report, "Who gains")
    assert "cost.shared" not in [each.path for each in found.rows]
    assert "cost.programme" in [each.path for each in found.rows]
    assert figures(report, "cost.shared")["gain_to_region"] == Interval(0)
    assert "Without a row, because they are 0 for everybody: Shared." in report.notes


def test_the_check_is_printed_and_says_whose_transfers_are_open() -> None:
    (closed,) = payers(run_of()).noted("sum_check")
    assert closed == (
        "Sum check: leaving transfers out, the payers gain -50 kr. in all, and society gains "
        "-50 kr. by its own account. Transfers sum to 0 kr. over all parties."
    )
    (still_open,) = payers(run_of(COST.replace("  receiver: citizen\n", ""))).noted("sum_check")
    assert still_open.endswith(
        "Transfers sum to 400 kr., not to 0, because the file does not say who receives Benefits; "
        "receiver: does."
    )
    (without,) = payers(run_of(builders.CARE)).noted("sum_check")
    assert without.endswith("by its own account.")


def test_months_and_years_show_what_each_has_gained_so_far() -> None:
    report = payers(run_of(), months=True, years=True)
    by_month = table(report, "Gain to date, month by month")
    assert [means(r) for r in by_month.rows] == [
        [-150, 50, -100],
        [-50, 100, -200],
        [50, 150, -300],
        [150, 200, -400],
    ]
    by_year = table(report, "Gain to date, year by year")
    assert [r.label for r in by_year.rows] == ["1 (months 1 to 4)"]
    assert means(by_year.rows[0]) == [150, 200, -400]


def test_many_payers_stand_in_several_tables_and_no_number_twice() -> None:
    many = "".join(f"payer_{number}: {{}}\n" for number in range(7))
    cost = "".join(
        f"care_{n}:\n  kind: service\n  payer: payer_{n}\n  unit: DKK_2024/person\n"
        f"  source: study\n  usual: {{mean: 10}}\n  ips: {{difference: -{n + 1}}}\n"
        for n in range(7)
    )
    scenario = builders.load(builders.text(cost, payer=many))
    report = payers(ipscost.simulate(scenario, Settings(draws=0), courses=names(scenario)))
    tables = [each for each in report.tables if each.title.startswith("Who gains")]
    assert [len(each.columns) for each in tables] == [4, 4]
    keys = [(r["measure"], r["path"], r["level"]) for r in tidy(report)]
    assert len(keys) == len(set(keys))
    assert row(tables[-1], "cost").cells[-1] == Interval(28)


def test_categories_sum_to_groups_kinds_and_the_total_in_tidy_rows() -> None:
    rows = list(tidy(payers(run_of(draws=200))))
    for measure in ("gain_to_municipality", "gain_to_region", "gain_to_citizen", "gain"):
        of = [r for r in rows if r["measure"] == measure]
        leaves = sum(r["mean"] for r in of if r["level"] == "leaf")
        (total,) = [r["mean"] for r in of if r["level"] == "total"]
        kinds = sum(r["mean"] for r in rows if r["measure"] == f"{measure}_by_kind")
        assert leaves == pytest.approx(total)
        assert kinds == pytest.approx(total)


def test_what_was_observed_and_what_is_extrapolated_sum_to_the_whole() -> None:
    scenario = ipscost.load(GOLDEN)
    run = ipscost.simulate(scenario, Settings(draws=100), courses=names(scenario))
    found = table(payers(run), "Net gain")
    for place in range(0, len(found.rows), 3):
        whole, observed, later = (r.cells[0] for r in found.rows[place : place + 3])
        assert isinstance(whole, Interval)
        assert isinstance(observed, Interval)
        assert isinstance(later, Interval)
        assert observed.mean + later.mean == pytest.approx(whole.mean)
    measures = list(figures(payers(run), found.rows[0].path))
    assert measures[-2:] == ["net_gain_observed", "net_gain_extrapolated"]
    assert found.rows[1].label == "To month 18"
    assert found.rows[2].label == "After month 18"


def test_the_accounts_are_those_that_simulate_shows_from_each_side() -> None:
    for name in ("municipality", "region", "citizen", "public", "health", "societal"):
        run = run_of(perspective=name)
        account = (
            row(table(payers(run), "Net gain"), f"payer.{name}")
            if (name in run.scenario.payers)
            else row(table(payers(run), "Net gain"), f"perspective.{name}")
        )
        weight = run.point.weight(name)
        saving = -float(np.dot(weight, run.point.difference("ips")[:, 0]))
        assert means(account)[0] == pytest.approx(saving)


SPREAD = """
programme:
  kind: programme
  payer: municipality
  unit: DKK_2024/person
  source: study
  timing: {months: [1, 4]}
  usual: {mean: 0}
  ips: {mean: 100}
care:
  kind: service
  payer: {municipality: 0.5, region: 0.5}
  unit: DKK_2024/person/month
  source: study
  usual: {mean: 500}
  ips: {difference: -100, se: 5}
"""


def test_a_month_that_hangs_on_when_amounts_fall_is_not_known() -> None:
    report = payers(run_of(SPREAD, draws=500))
    found, numbers = table(report, "Net gain"), figures(report, "payer.municipality")
    # 50 a month; the 100 all in the last month, or in the first: above 0 from month 3 on
    assert row(found, "payer.municipality").cells[2] == "between 1 and 3"
    assert {"break_even_month", "break_even_median"}.isdisjoint(numbers)
    assert numbers["break_even_earliest"] == Interval(1)
    assert numbers["break_even_latest"] == Interval(3)
    (sentence,) = [e for e in report.noted("accounts") if e.startswith("Municipality")]
    assert (
        "; it is expected to break even between month 1 and month 3, depending on the timing of "
        "programme within the stated months, which is not stated (month 1 if spread evenly)."
        in sentence
    )
    region = row(table(report, "Net gain"), "payer.region").cells
    assert region[2] == "1"
    assert "spread evenly" in " ".join(report.notes).lower()


def test_a_stated_course_or_a_single_month_is_a_finding() -> None:
    for timing in ("{months: [1, 1]}", "{weights: [1, 1, 1, 1]}"):
        stated = SPREAD.replace("{months: [1, 4]}", timing)
        numbers = figures(payers(run_of(stated)), "payer.municipality")
        assert {"break_even_earliest", "break_even_latest"}.isdisjoint(numbers)
        assert not spread_windows(run_of(stated).scenario)


def test_a_month_that_is_the_same_whenever_amounts_fall_is_told_without_its_interval() -> None:
    early = SPREAD.replace("months: [1, 4]", "months: [1, 2]").replace("mean: 100}", "mean: 20}")
    report = payers(run_of(early, draws=500))
    assert row(table(report, "Net gain"), "payer.municipality").cells[2] == "1"
    assert figures(report, "payer.municipality")["break_even_month"] == Interval(1)


def test_the_same_assumption_of_several_numbers_is_told_once() -> None:
    def told(*danish: str) -> int:
        cost = COST
        for text in danish:
            cost = cost.replace("source: study", f"assumption: {{en: a guess, da: {text}}}", 1)
        return len([note for note in payers(run_of(cost)).notes if "a guess" in note])

    assert told("et gæt", "et gæt") == 1
    assert told("et gæt", "et skøn") == 2  # which says two things in Danish


def test_numbers_for_machines_stand_in_the_order_of_the_tables() -> None:
    found = [(each.path, each.measure) for each in payers(run_of(), years=True).figures]
    of_each = ("gain_to_municipality", "gain_to_region", "gain_to_citizen")
    assert [measure for path, measure in found if path == "cost"] == [*of_each, "gain"]
    assert [path for path, measure in found if measure == "gain_to_region"] == [
        *("cost.health", "cost.health.care", "cost.health.clinic", "cost"),
    ]
    assert [measure for path, measure in found if path == "year.1"] == [
        f"gain_so_far_to_{name}_by_year" for name in ("municipality", "region", "citizen")
    ]


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_accounts_of_which_nothing_is_known_have_no_rows(name: str) -> None:
    unknown = builders.PROGRAMME.replace("{difference: 120}", "unknown")
    done = ipscost.simulate(builders.load(builders.text(unknown)), Settings(draws=0))
    text = str(render(_payers(done), name)).strip()
    assert "\n" not in text
    assert text == "" or text.startswith("scenario,arm,versus,measure,path,level,label,mean,")
