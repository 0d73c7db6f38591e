"""The net of a rollout is asked for as the saving of a person is: thresholds, bars, analyses."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from rollout_texts import BASE, ROLLOUT, loaded, rollout_text
from told import told

from ipscost import Settings, sensitivity, simulate
from ipscost import threshold as threshold_of
from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.budget.question import RolloutQuestion, ask_rollout
from ipscost.analysis.what_if.analyses import answers
from ipscost.analysis.what_if.tornado import tornado
from ipscost.analysis.what_if.turning import ThresholdResult, thresholds
from ipscost.errors import AskedError
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.report.what_if.threshold import threshold as _threshold

one_way, threshold = told(_one_way), told(_threshold)
RECRUITED = "rollout.intake.recruitment"
SALARY = "rollout.staff.role.specialist.salary"


@cache
def question(
    account: str = "municipality", text: str = rollout_text(), draws: int = 500
) -> RolloutQuestion:
    return ask_rollout(simulate(loaded(text), Settings(draws=draws)), account)


def zero(path: str, account: str = "municipality", draws: int = 0) -> ThresholdResult:
    asked = question(account, draws=draws)
    (found,) = thresholds(asked, asked.varied[path])
    return found


def test_the_answer_is_minus_the_net_of_the_account() -> None:
    whole = budget(loaded(rollout_text()), Settings(draws=500))
    assert whole.draws is not None
    for account, places in whole.bearing.accounts.items():
        asked = question(account)
        net = whole.point["constant"].net()[list(places)].sum()
        assert asked.now[0] == pytest.approx(-net)
        assert asked.drawn is not None
        drawn = whole.draws["constant"].net()[list(places)].sum(axis=(0, 1))
        np.testing.assert_allclose(asked.drawn[0], -drawn, rtol=1e-9)
        np.testing.assert_allclose(answers(asked)["ips"].draws, asked.drawn[0])
    assert question("").account == "public"
    assert question().unit == "DKK_2024"


def test_thresholds_are_those_of_a_calculation_by_hand() -> None:
    """The programme costs 31.83 posts' months; the municipality gains 48 x 50,000."""
    asked = question()
    cost = float(asked.budget.point["constant"].programme.sum())
    office = float(asked.budget.point["constant"].lines[1].sum())
    assert zero(RECRUITED).zeros == pytest.approx((cost / 50_000 / 60,))
    assert zero(SALARY).zeros == pytest.approx((500_000 * (2.4e6 - office) / (cost - office),))
    gain = 48 * 50_000 - cost
    assert zero("cost.care.ips").zeros == pytest.approx((-5_000 + gain / 48,))
    assert not zero("cost.programme.ips").matters
    assert zero("cost.benefits.ips", "state").zeros == (0.0,)


def test_a_number_is_surely_high_enough_where_the_low_end_of_the_interval_is_zero() -> None:
    sure = zero(RECRUITED, "public", 500).sure
    assert sure is not None
    drawn = question("public").over_draws(RECRUITED, sure)[0]
    assert float(np.quantile(drawn, 0.025)) == pytest.approx(0, abs=1)
    at_now = question("public").over_draws("cost.benefits.ips", -60_000)[0]
    assert np.std(at_now) < np.std(question("public").drawn)


def test_every_number_is_varied_within_what_is_possible() -> None:
    varied = question().varied
    assert varied[RECRUITED].limits == (0, 1)
    assert varied[SALARY].limits == (0, np.inf)
    assert varied["rollout.staff.caseload"].limits[0] > 0
    assert varied["rollout.support.months"].limits[1] == 36
    assert {path for path in varied if not path.startswith("rollout.")} == {
        number.path for number in question().scenario.quantities
    }


def test_a_tornado_has_bars_of_the_rollout_beside_those_of_the_effect() -> None:
    found = tornado(question(), bounds={"rollout.staff.caseload": (10, 30)})
    paths = [bar.varied.path for bar in found.bars["ips"]]
    assert {RECRUITED, "rollout.staff.caseload", "cost.benefits.ips"} <= {*paths}
    assert SALARY in found.unvaried
    assert not {"cost.programme.ips", "outcome.job.ips"} & {*paths, *found.unvaried}


def test_of_an_account_of_which_a_part_is_not_known_nothing_is_asked() -> None:
    unknown = BASE.replace("ips: {difference: -5000, se: 4000}", "ips: unknown") + ROLLOUT
    with pytest.raises(AskedError, match=r"cost\.care.* is not known"):
        question("municipality", unknown)
    assert question("state", unknown).now[0] > 0


def test_an_account_or_a_rollout_that_is_not_there_is_refused() -> None:
    with pytest.raises(AskedError, match="no payer is called that"):
        question("region")
    with pytest.raises(AskedError, match="says nothing of a rollout"):
        question("", BASE)


@pytest.mark.parametrize(
    ("language", "net", "in_all"),
    [
        (
            "en",
            "The rollout of IPS saves municipality 708,333 kr. in all by the end of 2026",
            "kr. in all, 2024-2026, 2024 prices, undiscounted, municipality",
        ),
        (
            "da",
            "Udrulningen af IPS sparer municipality 708.333 kr. i alt ved udgangen af 2026",
            "kr. i alt, 2024-2026, 2024-priser, udiskonteret, municipality",
        ),
    ],
)
def test_a_reader_is_told_the_net_in_all_and_not_per_person(
    language: str, net: str, in_all: str
) -> None:
    found = str(threshold(question(), RECRUITED, language=language).headline[0])
    assert net in found
    report = one_way(question(), language=language)
    assert net in str(report.headline[0])
    assert in_all in str(report.tables[0].title)
    for text in (found, *map(str, report.headline)):
        assert "per person" not in text
        assert "pr. person" not in text


def test_python_asks_for_the_net_of_a_rollout_too() -> None:
    run = question().run
    turn = threshold_of(run, RECRUITED, payer="municipality").report
    assert turn.record["account"] == "municipality"
    assert sensitivity(run, budget=True).report.record["account"] == "public"
    with pytest.raises(AskedError, match="has no arms, outcome or wtp"):
        sensitivity(run, budget=True, outcome="job")
