"""One-way analyses, grids and scenario analyses: closed forms, ranks, flags, notes."""

from __future__ import annotations

import dataclasses
import gc
import weakref
from collections.abc import Iterator
from typing import Any

import builders
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import told

import ipscost
from ipscost import Settings
from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.question import Question, ask
from ipscost.analysis.what_if.tornado import Tornado, tornado
from ipscost.analysis.what_if.two_way import GridSide
from ipscost.errors import AskedError
from ipscost.formats.cells import DASH
from ipscost.formats.cells import grid as as_text
from ipscost.formats.tidy import tidy
from ipscost.report.report import Report
from ipscost.report.what_if.grid import grid as _grid
from ipscost.report.what_if.scenario_analyses import analyses as _analyses
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.scenario.distributions import z_of_level
from ipscost.scenario.nouns import Analysis

grid = told(_grid)
analyses = told(_analyses)
one_way = told(_one_way)

WORTH = f"{builders.JOB}  threshold: {{mean: 1000, unit: DKK_2024/share, source: study}}\n"
BASIC = builders.text(builders.CARE + builders.PROGRAMME, outcome=builders.JOB)
THREE = builders.CARE + "  ipse: {difference: -100, se: 10}\n"


def question(content: str = BASIC, *, draws: int = 0, **asked: object) -> Question:
    return ask(builders.run(content, draws=draws), **asked)  # type: ignore[arg-type]


def bars(found: Tornado, arm: str = "ips") -> list[str]:
    return [bar.varied.path for bar in found.bars[arm]]


def numbers(report: Report, measure: str, path: str) -> list[float]:
    return [r["mean"] for r in tidy(report) if (r["measure"], r["path"]) == (measure, path)]


# --- one way ---------------------------------------------------------------------------------


def test_the_ends_are_percentiles_of_the_distribution_and_not_of_draws() -> None:
    (bar,) = (b for b in tornado(question()).bars["ips"] if b.varied.path == "cost.care.ips")
    half = z_of_level(0.95) * 50
    assert (bar.low, bar.high) == pytest.approx((-300 - half, -300 + half))
    assert (bar.answer_low, bar.answer_high) == pytest.approx((180 + half, 180 - half))
    assert bar.width == pytest.approx(2 * half)
    assert not bar.flips


def test_the_level_says_which_percentiles() -> None:
    wide, narrow = (tornado(question(), level).bars["ips"][0].width for level in (0.95, 0.5))
    assert narrow / wide == pytest.approx(z_of_level(0.5) / z_of_level(0.95))


def test_bounds_of_the_file_stand_before_percentiles_and_those_asked_for_before_both() -> None:
    content = BASIC.replace(
        "{difference: -300, se: 50}", "{difference: -300, se: 50, bounds: [-320, 0]}"
    )
    of_file = tornado(question(content))
    assert (of_file.bars["ips"][0].low, of_file.bars["ips"][0].high) == (-320, 0)
    assert of_file.stated == ("cost.care.ips",)
    asked = tornado(question(content), bounds={"cost.care.ips": (-310, -290)})
    assert asked.bars["ips"][0].width == pytest.approx(20)


def test_a_number_that_alone_turns_the_sign_is_flagged() -> None:
    report = one_way(question(), bounds={"cost.programme.ips": (0.0, 400.0)})
    first = as_text(report.tables[0], "en").lines[0][1]
    assert first[0] == "Programme: difference with IPS, DKK_2024/person‡"
    assert "that alone can turn it into a cost" in report.headline[1]
    assert numbers(report, "sign_changes", "cost.programme.ips") == [1.0]
    assert numbers(report, "sign_changes", "cost.care.ips") == [0.0]
    assert "│" in first[-1]


def test_a_cost_that_a_number_turns_into_a_saving_is_said_so() -> None:
    content = BASIC.replace("difference: 120", "difference: 350")
    report = one_way(question(content))
    assert "costs society 50 kr. more per person" in report.headline[0]
    assert "the difference in care with IPS matters most" in report.headline[1]


def test_what_cannot_be_varied_and_what_does_not_matter_is_told_with_the_fix() -> None:
    found = tornado(question())
    assert found.unvaried == ("cost.programme.ips",)
    assert found.idle == ("cost.care.usual", "outcome.job.usual", "outcome.job.ips")
    notes = "\n".join(one_way(question()).notes)
    assert "Add for example --bounds cost.programme.ips=LOW:HIGH, or bounds: [low, high]" in notes
    assert "make no difference to the answer: cost.care.usual; outcome.job.usual" in notes


def test_the_discount_rate_is_varied_up_to_the_usual_one_where_it_matters() -> None:
    content = builders.text(months=36, discount="{cost: 0.02, outcome: 0}")
    (bar,) = (b for b in tornado(question(content)).bars["ips"] if b.varied.path == "discount.cost")
    assert (bar.low, bar.high) == (0.0, 0.035)
    middle = (np.arange(36) + 0.5) / 12
    assert bar.answer_low == pytest.approx(300)
    assert bar.answer_high == pytest.approx(300 * np.mean(1.035**-middle))
    higher = builders.text(months=36, discount="{cost: 0.05, outcome: 0}")
    (bar,) = (b for b in tornado(question(higher)).bars["ips"] if b.varied.path == "discount.cost")
    assert (bar.low, bar.high) == (0.0, 0.05)
    notes = "\n".join(one_way(question(content)).notes)
    assert "Danish Ministry of Finance for years 0 to 35 (fm.dk, 22-06-2023)" in notes


def test_a_discount_rate_that_changes_nothing_has_no_bar() -> None:
    asked = question(outcome="job", wtp=1000.0)  # a share is not discounted
    assert "discount.cost" in bars(tornado(asked))
    assert "discount.outcome" not in bars(tornado(asked))


def test_a_perspective_in_which_nothing_counts_is_told_so() -> None:
    content = builders.text(perspective="municipality")
    report = one_way(question(content))
    assert report.tables == ()
    assert "Nothing was varied" in report.headline[1]


def test_numbers_drawn_together_are_varied_alone_and_a_note_says_so() -> None:
    content = BASIC + (
        "correlation:\n  both: {members: [cost.care.ips, cost.care.usual], rho: 0.5, "
        "source: study table 9}\n"
    )
    notes = "\n".join(one_way(question(content)).notes)
    assert "Drawn together elsewhere, but varied alone here: cost.care.ips." in notes


def test_bars_of_other_numbers_keep_what_goes_together() -> None:
    """Price and use that are drawn together have an expected product above that of their means."""
    hospital = builders.HOSPITAL.replace("{mean: 100, unit", "{mean: 100, se: 20, unit")
    more = (
        "correlation:\n  both:\n    members: [cost.hospital.ward.price, "
        "cost.hospital.ward.use.usual]\n    rho: 0.8\n    source: study table 9\n"
    )
    asked = question(builders.text(hospital + builders.CARE, more=more))
    apart = question(builders.text(hospital + builders.CARE))
    assert asked.now[0] > apart.now[0] + 5
    (care,) = (b for b in tornado(asked).bars["ips"] if b.varied.path == "cost.care.ips")
    assert (care.answer_low + care.answer_high) / 2 == pytest.approx(asked.now[0])
    (price,) = (b for b in tornado(asked).bars["ips"] if b.varied.path.endswith("price"))
    share = (asked.varied["cost.hospital.ward.price"].now - price.low) / (price.high - price.low)
    meets = price.answer_low + share * (price.answer_high - price.answer_low)
    assert meets == pytest.approx(asked.now[0])


def test_each_intervention_has_its_own_tornado_and_only_what_moves_it() -> None:
    content = builders.text(THREE, arm=builders.THREE_ARMS)
    found = tornado(question(content))
    assert bars(found, "ips") == ["cost.care.ips", "discount.cost"]
    assert bars(found, "ipse") == ["cost.care.ipse", "discount.cost"]
    assert set(tornado(question(content, arms=["ipse"])).bars) == {"ipse"}


@pytest.mark.parametrize(
    ("path", "ends", "message"),
    [
        ("cost.car.ips", (0, 1), "the scenario has no number cost.car.ips; write cost.care.ips"),
        (
            "outcome.job.ips",
            (0.5, 1.5),
            "outcome.job.ips must be at least 0 and at most 1 share, so 1.5 is not possible; "
            "name other bounds",
        ),
        (
            "cost.care.usual",
            (-5.0, 5.0),
            "cost.care.usual must be at least 300 DKK_2024/person, so -5 is not possible; name "
            "other bounds",
        ),
    ],
)
def test_bounds_that_are_not_possible_are_refused(
    path: str, ends: tuple[float, float], message: str
) -> None:
    with pytest.raises(AskedError) as caught:
        tornado(question(), bounds={path: ends})
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("path", "ends", "message"),
    [
        (
            "cost.hospital.ward.price",
            (0.9, 1.1),
            "cost.hospital.ward.price is 100 DKK_2024/day, which is not between 0.9 and 1.1; write "
            "90:110 if 0.9 and 1.1 are times the number, or write bounds with the number between "
            "them",
        ),
        (
            "cost.care.ips",
            (0.5, 2.0),
            "cost.care.ips is -300 DKK_2024/person, which is not between 0.5 and 2; write "
            "-600:-150 if 0.5 and 2 are times the number, or write bounds with the number between "
            "them",
        ),
        (
            "cost.care.ips",
            (-200.0, -100.0),
            "cost.care.ips is -300 DKK_2024/person, which is not between -200 and -100; write "
            "bounds with the number between them",
        ),
        (
            "discount.cost",
            (0.1, 0.2),
            "discount.cost is 0 share, which is not between 0.1 and 0.2; write bounds with the "
            "number between them",
        ),
    ],
)
def test_bounds_that_do_not_hold_the_number_are_refused(
    path: str, ends: tuple[float, float], message: str
) -> None:
    asked = question(builders.text(builders.CARE + builders.HOSPITAL))
    with pytest.raises(AskedError) as caught:
        tornado(asked, bounds={path: ends})
    assert str(caught.value) == message


def test_bounds_hold_the_stated_median_and_not_the_mean_that_it_has() -> None:
    median = builders.CARE.replace("difference: -300, se: 50", "ratio: 0.5, interval: [0.1, 2.5]")
    asked = question(builders.text(median))
    assert asked.varied["cost.care.ips"].now > 0.6
    assert "cost.care.ips" in bars(tornado(asked, bounds={"cost.care.ips": (0.4, 0.6)}))
    with pytest.raises(AskedError, match=r"is 0\.5 ratio, which is not between 0\.6 and 0\.8"):
        tornado(asked, bounds={"cost.care.ips": (0.6, 0.8)})


def test_a_wtp_that_is_given_is_not_varied_and_one_of_the_file_is() -> None:
    bounded = WORTH.replace("source: study}", "source: study, bounds: [500, 2000]}")
    content = builders.text(outcome=bounded)
    assert "outcome.job.threshold" in bars(tornado(question(content, outcome="job")))
    given_ = tornado(question(content, outcome="job", wtp=1000.0))
    assert "outcome.job.threshold" not in bars(given_)


EUROS = builders.text(
    builders.CARE + builders.PROGRAMME.replace("DKK_2024", "EUR_2016"), outcome=builders.JOB
)
ASKED = {"DKK_2024": question(), "EUR_2016": question(EUROS)}


@given(width=st.floats(1, 500), below=st.floats(0, 300), money=st.sampled_from(list(ASKED)))
def test_a_bar_is_as_wide_as_its_bounds_times_what_they_count(
    width: float, below: float, money: str
) -> None:
    asked, path = ASKED[money], "cost.programme.ips"
    factor = asked.varied[path].factor
    widths = []
    for times in (1, 2):
        ends = {path: (120 - times * below, 120 + times * width)}
        (bar,) = (b for b in tornado(asked, bounds=ends).bars["ips"] if b.varied.path == path)
        widths.append(abs(bar.answer_high - bar.answer_low))
    assert widths[0] == pytest.approx(factor * (width + below))
    assert widths[1] == pytest.approx(2 * widths[0])


def test_the_rank_does_not_depend_on_the_order_of_the_file() -> None:
    one = builders.text(builders.CARE + builders.GAIN + builders.HOSPITAL)
    other = builders.text(builders.HOSPITAL + builders.GAIN + builders.CARE)
    first, second = (bars(tornado(question(content))) for content in (one, other))
    assert first == second
    assert len(first) > 5


def test_an_engine_that_is_not_linear_shows_how_far_it_moves_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from ipscost.engines import ENGINES
    from ipscost.engines.outcome import Detail, EngineResult

    expected = ENGINES["expected"]

    def squared(*given: Any, detail: Detail) -> EngineResult:
        ledger = expected(*given, detail=detail).ledger
        return EngineResult(dataclasses.replace(ledger, amount=ledger.amount**2 / 1000))

    monkeypatch.setitem(ENGINES, "expected", squared)
    found = tornado(question(), bounds={"cost.programme.ips": (-200.0, 200.0)})
    (bar,) = (b for b in found.bars["ips"] if b.varied.path == "cost.programme.ips")
    assert bar.answer_low == pytest.approx(bar.answer_high)
    assert bar.width == pytest.approx(200**2 / 1000)  # 0 lies between
    found = tornado(question(), bounds={"cost.programme.ips": (0.0, 240.0)})
    (bar,) = (b for b in found.bars["ips"] if b.varied.path == "cost.programme.ips")
    assert bar.width == pytest.approx(240**2 / 1000)


def test_percentiles_that_are_not_possible_are_cut_and_a_note_says_so() -> None:
    cost = builders.CARE.replace("-300, se: 50", "-300, se: 500")
    asked = question(builders.text(cost))
    least = asked.varied["cost.care.ips"].limits[0]
    (bar,) = (b for b in tornado(asked).bars["ips"] if b.varied.path == "cost.care.ips")
    assert bar.low == least
    assert "Varied only as far as possible: cost.care.ips." in one_way(asked).notes
    report = grid(asked, [GridSide("cost.care.ips"), GridSide("discount.cost")])
    assert "Varied only as far as possible: cost.care.ips." in report.notes
    assert not tornado(question()).clipped


HUMP = builders.text(
    builders.CARE.replace("  usual:", "  timing: {months: [1, 1]}\n  usual:").replace(
        "difference: -300, se: 50", "difference: 520"
    )
    + builders.CARE.replace("care:", "later:")
    .replace("  usual:", "  timing: {months: [61, 61]}\n  usual:")
    .replace("difference: -300, se: 50", "difference: -1500")
    .replace("mean: 1000", "mean: 2000")
    + builders.CARE.replace("care:", "last:")
    .replace("  usual:", "  timing: {months: [121, 121]}\n  usual:")
    .replace("difference: -300, se: 50", "difference: 1030"),
    months=132,
)


def test_a_discount_rate_that_turns_the_sign_between_its_ends_is_told() -> None:
    ends = {"discount.cost": (0.0, 0.25)}
    asked = question(HUMP)
    (bar,) = (b for b in tornado(asked, bounds=ends).bars["ips"] if b.varied.path in ends)
    assert bar.answer_low < 0
    assert bar.answer_high < 0
    assert bar.ends[1] > 0
    assert bar.flips
    report = one_way(asked, bounds=ends)
    assert "Only the discount rate of costs was varied" in report.headline[1]
    assert "that can turn the extra cost into a saving." in report.headline[1]


# --- two way ---------------------------------------------------------------------------------


def test_a_cell_is_the_answer_at_both_values() -> None:
    sides = [GridSide("cost.programme.ips", 0, 300, 4), GridSide("cost.care.ips", -300, -100, 3)]
    report = grid(question(), sides)
    shown = as_text(report.tables[0], "en")
    assert shown.headings == ("Down, across", "-300", "-200", "-100")
    assert [cells for _, cells in shown.lines] == [
        ("0", "+300", "+200", "+100"),
        ("100", "+200", "+100", "0"),
        ("200", "+100", "0", "-100"),
        ("300", "0", "-100", "-200"),
    ]
    assert "The sign changes in 3 of the 12 cells" in report.headline[0]
    rows = list(tidy(report))
    assert len(rows) == 12
    assert (rows[5]["path"], rows[5]["mean"]) == (
        "cost.programme.ips=100,cost.care.ips=-100",
        pytest.approx(0, abs=1e-9),
    )
    assert {row["measure"] for row in rows} == {"saving"}


def test_a_side_without_values_has_the_ends_of_the_one_way_analysis() -> None:
    report = grid(question(), [GridSide("cost.care.ips"), GridSide("discount.cost", 0, 0.1, 2)])
    shown = as_text(report.tables[0], "en")
    assert shown.headings[1:] == ("0.0%", "10.0%")
    assert [cells[0] for _, cells in shown.lines] == ["-398", "-349", "-300", "-251", "-202"]
    assert "The sign is the same in every cell" in report.headline[0]


@pytest.mark.parametrize(
    ("sides", "message"),
    [
        ([GridSide("cost.care.ips")], "a grid needs two different numbers: give --grid twice"),
        ([GridSide("cost.care.ips")] * 2, "a grid needs two different numbers: give --grid twice"),
        (
            [GridSide("cost.care.ips"), GridSide("cost.programme.ips")],
            "cost.programme.ips has neither uncertainty nor bounds; add from where to where and "
            "how many values: --grid cost.programme.ips=LOW:HIGH:5",
        ),
        (
            [GridSide("cost.care.ips"), GridSide("cost.nothing")],
            "the scenario has no number cost.nothing; write cost.care.usual",
        ),
    ],
)
def test_a_grid_that_cannot_be_is_refused(sides: list[GridSide], message: str) -> None:
    with pytest.raises(AskedError) as caught:
        grid(question(), sides)
    assert str(caught.value).partition(";")[0] == message.partition(";")[0]


# --- scenario analyses -----------------------------------------------------------------------

ANALYSES = """
analyses:
  dearer:
    label: {en: Dearer, da: Dyrere}
    set: {cost.programme.ips.difference: 220}
    note: Just so
  unsure: {set: {cost.care.ips.se: 500}}
  turned: {set: {cost.care.ips.difference: 100}}
  payer: {set: {perspective: region}}
  other_money: {set: {money: DKK_2020}}
"""


def with_analyses(draws: int = 500, **asked: object) -> Report:
    content = BASIC + ANALYSES
    base = builders.load(content)
    settings = Settings(draws=draws)
    runs = [
        (each, ipscost.simulate(builders.load(content, *each.settings), settings))
        for each in base.analyses
    ]
    question_ = ask(ipscost.simulate(base, settings), **asked)  # type: ignore[arg-type]
    return analyses(question_, runs)


def test_a_fixed_change_differs_from_the_base_case_by_itself_in_every_draw() -> None:
    rows = {row.path: row.cells for row in with_analyses().tables[0].rows}
    difference = rows["analyses.dearer"][2]
    assert isinstance(difference, Interval)
    assert difference.mean == pytest.approx(-100)
    assert difference.low is None  # 100 in each draw: nothing uncertain
    base, dearer = rows["base"][0], rows["analyses.dearer"][0]
    assert isinstance(base, Interval)
    assert isinstance(dearer, Interval)
    assert base.low is not None
    assert dearer.low == pytest.approx(base.low - 100)


def test_other_money_is_not_set_against_the_base_case() -> None:
    report = with_analyses()
    rows = {row.path: row for row in report.tables[0].rows}
    assert rows["analyses.other_money"].cells[2] is None
    assert rows["analyses.other_money"].unit == "DKK_2020/person"
    assert "Other money is in DKK_2020, so it is not compared with the base case." in report.notes


def test_which_analyses_turn_the_answer_is_said() -> None:
    report = with_analyses()
    assert report.headline == (
        "IPS still saves money in 4 of the 5 scenario analyses, but not in “Turned”; the 95% "
        "interval includes 0 in “Dearer” and “Unsure”.",
    )
    assert "Dearer: Just so." in report.notes


def test_what_an_analysis_changes_stands_beside_what_it_was() -> None:
    shown = as_text(with_analyses().tables[1], "en")
    cells = {line[0]: line[2:] for _, line in shown.lines}
    assert cells["cost.programme.ips.difference"] == ("120 DKK_2024/person", "220")
    assert cells["cost.care.ips.se"] == ("se 50", "500")
    assert cells["perspective"] == ("societal", "region")
    assert cells["money"] == ("DKK_2024", "DKK_2020")


def test_without_draws_there_is_no_interval_and_no_probability() -> None:
    shown = as_text(with_analyses(draws=0).tables[0], "en")
    assert [cells[1:] for _, cells in shown.lines][:2] == [
        ("+180", DASH, DASH),
        ("+80", DASH, "-100"),
    ]


def test_the_net_benefit_of_an_analysis_has_its_own_threshold() -> None:
    more = "analyses:\n  double: {set: {outcome.job.threshold.mean: 2000}}\n"
    content = builders.text(outcome=WORTH, more=more)
    base = builders.load(content)
    run = ipscost.simulate(base, Settings(draws=0))
    variant = ipscost.simulate(
        builders.load(content, *base.analyses[0].settings), Settings(draws=0)
    )
    report = analyses(ask(run, outcome="job"), [(base.analyses[0], variant)])
    assert numbers(report, "net_benefit_from_base", "analyses.double") == pytest.approx([200])
    fixed = analyses(ask(run, outcome="job", wtp=1000.0), [(base.analyses[0], variant)])
    assert numbers(fixed, "net_benefit_from_base", "analyses.double") == pytest.approx([0])


def test_an_amount_with_its_unit_is_told_as_such_and_not_as_it_is_typed() -> None:
    worth = "{mean: 2000, unit: DKK_2024/share, assumption: a guess}"
    more = f"analyses:\n  double: {{set: {{outcome.job.threshold: {worth}}}}}\n"
    base = builders.load(builders.text(outcome=WORTH, more=more))
    run = ipscost.simulate(base, Settings(draws=0))
    report = analyses(ask(run, outcome="job"), [(base.analyses[0], run)])
    ((_, line),) = as_text(report.tables[1], "en").lines
    assert line[-1] == "2000 DKK_2024/share"


def test_the_analyses_need_room_for_one_run_at_a_time() -> None:
    content = BASIC + ANALYSES
    base = builders.load(content)
    settings, made, alive = Settings(draws=50), [], []
    gc.freeze()  # what other tests have left is not looked through five times

    def runs() -> Iterator[tuple[Analysis, ipscost.Run]]:
        for each in base.analyses:
            gc.collect()
            alive.append(sum(ref() is not None for ref in made))
            run = ipscost.simulate(builders.load(content, *each.settings), settings)
            made.append(weakref.ref(run.ledger))
            yield each, run
            del run

    analyses(ask(ipscost.simulate(base, settings)), runs())
    assert alive == [0] * len(base.analyses)
