"""The value at which the answer is zero: roots known by hand, none, several, and put back."""

from __future__ import annotations

import dataclasses
import pathlib
import shlex
from collections.abc import Callable

import builders
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told

import ipscost
from ipscost import Scenario, ScenarioError, Settings
from ipscost.analysis.estimates import View
from ipscost.analysis.what_if.question import Question, ask
from ipscost.analysis.what_if.turning import ThresholdResult, thresholds
from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import ENGINES, Engine
from ipscost.engines.outcome import Detail, EngineResult
from ipscost.errors import AskedError
from ipscost.formats.tidy import tidy
from ipscost.report.report import Table
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.what_if.threshold import threshold as _threshold
from ipscost.scenario.distributions import z_of_level

summary = told(_summary)
threshold = told(_threshold)

QALY = """
qaly:
  label: {en: QALY, da: QALY}
  unit: QALY/person
  source: study table 8
  usual: {mean: 0.5, se: 0.05}
  ips: {difference: -0.001, se: 0.01}
  threshold: {mean: 20000, unit: EUR_2016/QALY, source: study table 9}
"""
BASIC = builders.text(builders.CARE + builders.PROGRAMME, outcome=builders.JOB + QALY)
EVERYTHING = builders.text(
    builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.GAIN,
    outcome=builders.JOB + QALY,
    months=12,
    discount="{cost: 0.03, outcome: 0.02}",
)


def question(content: str = BASIC, *, draws: int = 0, **asked: object) -> Question:
    return ask(builders.run(content, draws=draws), **asked)  # type: ignore[arg-type]


def found(asked: Question, path: str) -> ThresholdResult:
    return thresholds(asked, asked.varied[path])[0]


def sentence(asked: Question, path: str) -> str:
    return threshold(asked, path).headline[0].split("(point estimate). ")[1]


# --- roots known by hand ---------------------------------------------------------------------


def test_the_programme_may_cost_what_the_rest_saves() -> None:
    assert found(question(), "cost.programme.ips").zeros == (300.0,)
    assert sentence(question(), "cost.programme.ips") == (
        "Programme may cost up to 300 kr. per person (now 120 kr.) before IPS no longer saves "
        "society money."
    )


def test_a_difference_may_fall_so_far() -> None:
    assert found(question(), "cost.care.ips").zeros == (-120.0,)
    assert sentence(question(), "cost.care.ips").startswith(
        "The difference in care with IPS may rise to -120 kr. per person (now -300 kr.) before"
    )


def test_in_danish_too() -> None:
    assert (
        threshold(question(), "cost.programme.ips", "da")
        .headline[0]
        .endswith(
            "Indsats må koste op til 300 kr. pr. person (nu 120 kr.), før IPS ikke længere sparer "
            "samfundet penge."
        )
    )


def test_a_ratio_times_a_level_is_solved_in_the_unit_of_the_ratio() -> None:
    cost = builders.HOSPITAL.replace("ips: {ratio: 0.5, se: 0.1}", "ips: {ratio: 0.5}")
    content = builders.text(cost + builders.PROGRAMME)  # 8 x 100 x (1 - r) = 4 x 10 + 120
    assert found(question(content), "cost.hospital.ward.use.ips").zeros == pytest.approx((0.8,))
    assert found(question(content), "cost.hospital.ward.price").zeros == pytest.approx((40.0,))
    assert found(question(content), "cost.hospital.ward.use.usual").zeros == pytest.approx((3.2,))


LATER = builders.text(
    builders.CARE.replace("  usual:", "  timing: {months: [25, 36]}\n  usual:")
    + builders.PROGRAMME.replace("  ips:", "  timing: {months: [1, 12]}\n  ips:").replace(
        "difference: 120", "difference: 280"
    ),
    months=36,
)


def test_the_discount_rate_at_which_later_savings_no_longer_pay() -> None:
    rate = (300 / 280) ** 0.5 - 1  # two years between: 300 / (1 + r)^2 = 280
    assert found(question(LATER), "discount.cost").zeros == pytest.approx((rate,), rel=1e-10)
    assert sentence(question(LATER), "discount.cost") == (
        "The discount rate of costs may rise to 3.5% (now 0.0%) before IPS no longer saves "
        "society money."
    )


def test_the_worth_at_which_a_saving_is_worth_the_loss_is_the_icer() -> None:
    asked = question(outcome="qaly")
    worth = 180 / 0.001 / asked.varied["outcome.qaly.threshold"].factor
    assert found(asked, "outcome.qaly.threshold").zeros == pytest.approx((worth,))
    assert sentence(asked, "outcome.qaly.threshold") == (
        "The net benefit is 0 where the value of one more of QALY is 180,000 kr. per QALY (now "
        "176,882 kr.): that is the ICER of IPS compared with normal practice."
    )
    at_a_million = question(outcome="qaly", wtp=1_000_000.0)
    assert found(at_a_million, "outcome.qaly.ips").zeros == pytest.approx((-180 / 1e6,))
    assert sentence(at_a_million, "outcome.qaly.ips") == (
        "The difference in QALY with IPS must rise to -0.0002 QALY/person (now -0.0010) before IPS "
        "is worth its cost at 1 million kr. per QALY."
    )


# --- none, and no matter ---------------------------------------------------------------------


def test_where_there_is_none_the_answer_nearest_to_zero_is_said() -> None:
    content = builders.text(builders.HOSPITAL + builders.CARE)
    assert found(question(content), "cost.hospital.ward.price").zeros == ()
    assert sentence(question(content), "cost.hospital.ward.price") == (
        "At every value of the price of ward tried (0 kr. or more), IPS saves society money: at "
        "least 260 kr. per person."
    )
    dear = builders.text(builders.HOSPITAL + builders.PROGRAMME.replace("120", "9000"))
    assert sentence(question(dear), "cost.hospital.ward.use.ips") == (
        "At every value of the ratio of ward with IPS to that with normal practice tried (0.00 or "
        "more), IPS costs society more: at least 8,240 kr. per person."
    )
    assert threshold(question(content), "cost.hospital.ward.price").tables == ()


def test_a_number_that_cancels_out_or_is_not_counted_makes_no_difference() -> None:
    for path in ("cost.care.usual", "outcome.job.ips"):
        assert not found(question(), path).matters
        assert sentence(question(), path).endswith("makes no difference to the saving with IPS.")
    other = question(BASIC.replace("perspective: societal", "perspective: municipality"))
    assert "makes no difference to the extra cost with IPS." in sentence(other, "cost.care.ips")


# --- several ---------------------------------------------------------------------------------


def curved(curve: Callable[[np.ndarray], np.ndarray]) -> Engine:
    """An engine in which what the programme adds to the other arm is a curve of its quantity."""

    def run(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> EngineResult:
        ledger = EXPECTED(scenario, draws, streams, detail=detail).ledger
        amount = ledger.amount.copy()
        place = ledger.categories.index("cost.programme")
        amount[1, place, 0] = curve(draws.columns["cost.programme.ips"])
        return EngineResult(dataclasses.replace(ledger, amount=amount))

    return run


EXPECTED = ENGINES["expected"]


def test_every_zero_of_an_engine_that_is_not_linear_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    curve = curved(lambda x: 300 + (x - 50) * (x - 200) * (x - 900) / 1000)
    monkeypatch.setitem(ENGINES, "expected", curve)
    asked = question()
    assert found(asked, "cost.programme.ips").zeros == pytest.approx((50, 200, 900))
    report = threshold(asked, "cost.programme.ips")
    assert (
        "more while the difference in programme with IPS lies between 50 kr. and 200 kr."
        in (report.headline[0])
    )
    assert "more than one threshold with IPS" in "\n".join(report.notes)
    rows = [row for row in tidy(report) if row["measure"] == "threshold"]
    assert [row["path"] for row in rows] == [f"cost.programme.ips.{n}" for n in (1, 2, 3)]


# --- put back --------------------------------------------------------------------------------

PATHS = (
    "cost.care.ips",
    "cost.programme.ips",
    "cost.hospital.ward.price",
    "cost.hospital.ward.use.usual",
    "cost.hospital.clinic.ips",
    "cost.gain.ips",
)
INTERVAL = EVERYTHING.replace("ips: {ratio: 0.5, se: 0.1}", "ips: {ratio: 0.9, interval: [0.8, 1]}")


def try_out(asked: Question, path: str) -> float:
    """The saving of the scenario after the command that the notes say to try."""
    (note,) = threshold(asked, path).noted("try_there")
    words = shlex.split(note.removeprefix("To see the result at that value: "))
    assert words[:2] == ["ipscost", "simulate"]
    (setting,) = (words[place + 1] for place, word in enumerate(words) if word == "--set")
    scenario = builders.load(CONTENTS[asked.scenario.name], setting)
    return float(ask(ipscost.simulate(scenario, Settings(draws=0))).now[0])


CONTENTS = {"study": EVERYTHING.replace("difference: 120}", "difference: 1000}")}


@pytest.mark.parametrize("path", PATHS)
def test_the_value_put_back_gives_a_saving_of_nothing(path: str) -> None:
    assert try_out(question(CONTENTS["study"]), path) == pytest.approx(0, abs=1e-6)


def test_a_ratio_stated_as_a_median_is_put_back_as_what_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = INTERVAL.replace("difference: 120}", "difference: 1030}")
    monkeypatch.setitem(CONTENTS, "study", content)
    asked = question(content)
    path = "cost.hospital.ward.use.ips"
    assert try_out(asked, path) == pytest.approx(0, abs=1e-6)


def test_a_median_is_told_from_the_mean_that_counts() -> None:
    content = EVERYTHING.replace("ips: {ratio: 0.5, se: 0.1}", "ips: {ratio: 0.5, p: 0.01}")
    notes = threshold(question(content), "cost.hospital.ward.use.ips").notes
    assert any("states cost.hospital.ward.use.ips as a median" in note for note in notes)


@settings(max_examples=15)
@given(st.integers(-900, 900).filter(bool), st.floats(-1000, 2000))
def test_a_zero_put_back_gives_zero(care: int, programme: float) -> None:
    asked = question(
        builders.text(
            builders.CARE.replace("-300", f"{care}")
            + builders.PROGRAMME.replace("120", f"{programme!r}")
        )
    )
    one = found(asked, "cost.programme.ips")
    assert one.zeros == pytest.approx((-care,))
    again = asked.answers({"cost.programme.ips": np.array(one.zeros)})
    assert again[0, 0] == pytest.approx(0, abs=1e-9)


def test_a_number_drawn_together_with_others_is_varied_as_if_known() -> None:
    more = "correlation:\n  both:\n    members: [cost.care.ips, cost.care.usual]\n    rho: 0.5\n"
    asked = question(f"{BASIC}{more}    source: study table 9\n")
    notes = threshold(asked, "cost.care.ips").notes
    assert any(note.startswith("cost.care.ips is correlated with other numbers") for note in notes)
    assert not any(note.startswith("To see the result") for note in notes)


# --- sure ------------------------------------------------------------------------------------


def test_up_to_where_the_whole_interval_saves() -> None:
    asked = question(draws=8_000)
    one = found(asked, "cost.programme.ips")
    assert one.sure == pytest.approx(300 - z_of_level(0.95) * 50, abs=5)
    assert sentence(asked, "cost.programme.ips").endswith(
        f"Up to {one.sure:.0f} kr. per person, even the low end of the 95% interval is a saving."
    )
    scenario = builders.load(BASIC, f"cost.programme.ips.difference={one.sure!r}")
    again = ask(ipscost.simulate(scenario, Settings(draws=8_000)))
    assert again.run.ledger is not None
    low = np.quantile(again.of_ledger(again.run.ledger)[0], 0.025)
    assert low == pytest.approx(0, abs=1e-4)


def test_where_it_is_not_sure_now_it_is_from_further_away_on() -> None:
    asked = question(BASIC.replace("difference: 120", "difference: 250"), draws=8_000)
    one = found(asked, "cost.programme.ips")
    assert one.sure == pytest.approx(300 - z_of_level(0.95) * 50, abs=5)
    assert "Only below" in sentence(asked, "cost.programme.ips")
    assert "is even the low end of the 95% interval" in sentence(asked, "cost.programme.ips")


def test_nothing_is_sure_of_where_nothing_is_uncertain() -> None:
    content = builders.text(builders.CARE.replace(", se: 50", "").replace(", se: 100", ""))
    assert found(question(content, draws=100), "cost.care.ips").sure is None
    assert found(question(), "cost.programme.ips").sure is None


def test_where_it_costs_now_the_side_that_is_sure_is_the_saving() -> None:
    asked = question(BASIC.replace("difference: 120", "difference: 350"), draws=8_000)
    one = found(asked, "cost.programme.ips")
    assert one.now < 0
    assert one.sure == pytest.approx(300 - z_of_level(0.95) * 50, abs=5)
    low = np.quantile(asked.over_draws("cost.programme.ips", one.sure - 1)[0], 0.025)
    assert 0 < low < 2
    assert sentence(asked, "cost.programme.ips").endswith(
        f"Only below {one.sure:.0f} kr. per person is even the low end of the 95% interval a "
        "saving."
    )


def test_that_no_value_is_sure_is_said() -> None:
    cost = builders.HOSPITAL.replace("use:", "use:").replace(
        "ips: {ratio: 0.5, se: 0.1}", "ips: {ratio: 0.5}"
    )
    care = builders.CARE.replace("-300, se: 50", "-30, se: 5000")
    asked = question(builders.text(cost + care), draws=500)
    one = found(asked, "cost.hospital.ward.use.ips")
    assert (one.sure, one.never) == (None, True)
    assert sentence(asked, "cost.hospital.ward.use.ips").endswith(
        "At no value tried is even the low end of the 95% interval a saving."
    )


def test_a_line_a_search_and_its_first_draws_find_the_same_sure_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from ipscost.analysis.what_if import turning

    asked = question(draws=3_000)
    straight = found(asked, "cost.care.ips").sure, found(asked, "cost.programme.ips").sure
    monkeypatch.setattr(turning, "FIRST", 1_000)  # the other 2,000 draws finish
    finished = found(asked, "cost.care.ips").sure, found(asked, "cost.programme.ips").sure
    assert finished == pytest.approx(straight, abs=1e-3)
    monkeypatch.setattr(turning, "_line", lambda *_: None)
    searched = found(asked, "cost.care.ips").sure, found(asked, "cost.programme.ips").sure
    assert searched == pytest.approx(straight, abs=1e-3)


def test_a_straight_line_takes_few_runs_over_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = question(draws=500)
    runs = []
    over_draws = Question.over_draws

    def counted(self: Question, *arguments: object) -> object:
        runs.append(arguments)
        return over_draws(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Question, "over_draws", counted)
    assert found(asked, "cost.programme.ips").sure is not None
    assert len(runs) <= 4


# --- numbers that go together ----------------------------------------------------------------

TOGETHER = builders.text(
    builders.HOSPITAL.replace("{mean: 100, unit", "{mean: 100, se: 20, unit") + builders.PROGRAMME,
    more=(
        "correlation:\n  both:\n    members: [cost.hospital.ward.price, "
        "cost.hospital.ward.use.usual, cost.hospital.ward.use.ips]\n    rho: 0.6\n"
        "    source: study table 9\n"
    ),
)


@pytest.mark.parametrize("path", ["price", "use.usual", "use.ips"])
def test_the_threshold_of_a_number_that_goes_together_is_a_zero_of_the_same_answer(
    path: str,
) -> None:
    asked = question(TOGETHER, draws=2_000)
    path = f"cost.hospital.ward.{path}"
    for zero in found(asked, path).zeros:
        assert asked.answers({path: np.array([zero])})[0, 0] == pytest.approx(0, abs=1e-6)
    now = asked.varied[path].now
    assert asked.over_draws(path, now)[0] == pytest.approx(asked.of_ledger(asked.run.ledger)[0])  # type: ignore[arg-type]


# --- what is shown and refused ---------------------------------------------------------------


def test_the_table_has_the_stated_and_the_reported_unit() -> None:
    content = builders.text(builders.CARE + builders.PROGRAMME.replace("DKK_2024", "EUR_2016"))
    asked = question(content)
    rows = [row for row in tidy(threshold(asked, "cost.programme.ips")) if row["measure"] != ""]
    values = {(row["measure"], row["unit"]): row["mean"] for row in rows}
    factor = asked.varied["cost.programme.ips"].factor
    assert values["threshold", "EUR_2016/person"] == pytest.approx(300 / factor)
    assert values["threshold", "DKK_2024/person"] == pytest.approx(300)
    assert values["threshold_difference", "EUR_2016/person"] == pytest.approx(300 / factor - 120)
    assert values["threshold_factor", "ratio"] == pytest.approx(300 / factor / 120)


def refusal(path: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        threshold(question(EVERYTHING), path)
    assert [problem.code for problem in caught.value.problems] == ["E304"]
    return str(caught.value)


def test_a_path_that_is_no_number_is_refused() -> None:
    assert "the scenario has no number cost.care.ipss\n  fix: write cost.care.ips" in refusal(
        "cost.care.ipss"
    )
    assert "fix: use one of: cost.care.usual, cost.care.ips" in refusal("cost.care")
    assert "cost is not one number" in refusal("cost")
    assert "no number payer.region" in refusal("payer.region")
    assert "fix: write discount.cost" in refusal("discount.costs")
    assert "fix: write cost.care.ips" in refusal("cost.care.ips.difference")


def test_the_worth_that_is_looked_for_cannot_be_given() -> None:
    with pytest.raises(AskedError, match="is looked for, and --wtp would give it; leave --wtp out"):
        threshold(question(outcome="qaly", wtp=1.0), "outcome.qaly.threshold")


def test_an_arm_that_the_number_does_not_touch_is_left_out() -> None:
    three = builders.CARE + "  ipse: {difference: -100, se: 10}\n"
    asked = question(builders.text(three, arm=builders.THREE_ARMS))
    (only,) = threshold(asked, "cost.care.ipse").headline
    assert "IPSE" in only


def test_a_zero_within_rounding_is_0() -> None:
    content = builders.text(builders.CARE + builders.PROGRAMME.replace("120", "299.9"))
    region = content.replace("perspective: societal", "perspective: region")
    assert found(question(region), "cost.care.ips").zeros == (0.0,)


def test_a_share_is_searched_from_0_to_1() -> None:
    asked = question(outcome="job", wtp=100_000.0)
    report = threshold(asked, "outcome.job.ips")
    assert found(asked, "outcome.job.ips").zeros == pytest.approx((0.4 - 180 / 100_000,))
    assert "Searched where outcome.job.ips is possible: from 0.0% to 100.0%." in report.notes


@pytest.mark.parametrize(
    ("draws", "told"), [(0, "costs society the same"), (200, "to cost society the same")]
)
def test_a_threshold_typed_in_breaks_even(draws: int, told: str) -> None:
    content = EVERYTHING.replace("usual: {mean: 8, se: 1}", "usual: {mean: 8.123456789, se: 1}")
    content = content.replace("ips: {ratio: 0.5, se: 0.1}", "ips: {ratio: 0.4321987, se: 0.1}")
    zero = found(question(content), "cost.programme.ips").zeros[0]
    typed_in = float(f"{zero:.10g}")
    assert typed_in != zero
    setting = f"cost.programme.ips.difference={typed_in!r}"
    run = ipscost.simulate(builders.load(content, setting), Settings(draws=draws))
    view = View(run, run.scenario.perspective)
    assert view.total("ips").point == 0
    assert ask(run).now.tolist() == [0.0]
    assert told in summary(run).headline[0]


@given(st.floats(0.01, 100))
def test_a_small_saving_beside_small_costs_is_no_rounding(size: float) -> None:
    setting = f"cost.programme.ips.difference={300 - size!r}"
    scenario = builders.load(builders.text(builders.CARE + builders.PROGRAMME), setting)
    run = ipscost.simulate(scenario, Settings(draws=0))
    total = View(run, run.scenario.perspective).total("ips").point
    assert total == pytest.approx(-size, abs=1e-9)


def test_a_threshold_has_danish_units() -> None:
    asked = question(builders.text(builders.HOSPITAL + builders.PROGRAMME))
    usual = threshold(asked, "cost.hospital.ward.use.usual", "da")
    assert "mulig: 0,00 dage pr. person eller mere." in " ".join(usual.notes)
    assert usual.tables[0].rows[0].label == "dage pr. person"
    assert usual.tables[0].rows[0].unit == "day/person"
    ratio = threshold(asked, "cost.hospital.ward.use.ips", "da")
    assert ratio.tables[0].rows[0].label == "forhold"
    price = threshold(asked, "cost.hospital.ward.price", "da")
    assert price.tables[0].rows[0].label == "kr. (2024) pr. dag"


# --- the short answer --------------------------------------------------------------------------

SEVERAL = pathlib.Path(__file__).parents[2] / "golden/three-arms.yaml"


def test_of_several_arms_each_has_a_sentence_and_a_row_and_the_rest_is_a_note() -> None:
    asked = question(SEVERAL.read_text(encoding="utf-8"), draws=200)
    report = _threshold(asked, "cost.care.clinic.usual")
    ips, ipse = told(lambda: report)().headline
    assert ips.startswith("The level of clinic with usual")
    assert "before IPS " in ips
    assert "before IPSE " in ipse
    assert "(point estimate)" not in ips
    whole = [note for note in report.notes if note.name == "turning"]
    assert len(whole) == 2  # with the saving itself, and from where on it is sure
    assert report.short is not None
    (table,) = report.short.tables
    assert isinstance(table, Table)
    assert [row.unit for row in table.rows] == ["DKK_2024/person/month"] * 2
    assert {each.name for each in report.tables if isinstance(each, Table)} == {"threshold"}


def test_of_one_arm_the_first_table_is_its_own_and_nothing_is_told_twice() -> None:
    report = _threshold(question(draws=200), "cost.programme.ips")
    assert report.short is not None
    assert report.short.tables == report.tables
    assert not [note for note in report.notes if note.name == "turning"]


def test_a_net_benefit_has_no_caveat_about_the_saving() -> None:
    weak = BASIC.replace("source: study table 1", "assumption: chosen for this test")
    saving = _threshold(question(weak, draws=200), "cost.programme.ips")
    assert saving.short is not None
    assert [note.name for note in saving.short.caveats] == ["caveat_weakest"]
    benefit = _threshold(question(weak, draws=200, outcome="qaly"), "cost.programme.ips")
    assert benefit.short is not None
    assert benefit.short.caveats == ()


def test_who_it_is_about_stands_with_each_sentence() -> None:
    people = BASIC.replace("horizon:", "population: {en: young people, da: unge}\nhorizon:")
    (one,) = threshold(question(people), "cost.programme.ips").headline
    assert one.startswith("For young people, IPS saves ")
    several = SEVERAL.read_text(encoding="utf-8")
    several = several.replace("horizon:", "population: {en: young people, da: unge}\nhorizon:")
    lines = threshold(question(several), "cost.care.clinic.usual").headline
    assert all(line.startswith("For young people: the level of clinic") for line in lines)
